// The browsers in which the page must work, each behind the same few things that a person does with a window.
import { execFileSync } from 'node:child_process';
import { start86, start108, startCurrent } from './chromium.js';
import { startFirefox } from './firefox.js';
import { startWebKit } from './webkit.js';

/**
 * One window of a browser, 1366 wide. `cannot` tells in words what its automation is not able to do.
 * @typedef {object} Driver
 * @property {string} version
 * @property {{ drop?: string, print?: string, read?: string }} cannot
 * @property {(url: string) => Promise<void>} open
 * @property {() => Promise<void>} reload
 * @property {(act: Function, ...values: any[]) => Promise<any>} evaluate runs a function that needs nothing from outside
 * @property {(x: number, y: number) => Promise<void>} click with the mouse, at a place of the window
 * @property {(keys: string) => Promise<void>} press a key, or several at once: Control+Shift+Z
 * @property {(words: string) => Promise<void>} type
 * @property {(selector: string, paths: string[]) => Promise<void>} choose files for an input
 * @property {(x: number, y: number, paths: string[]) => Promise<void>} [drop] files from the desktop
 * @property {() => Promise<Buffer>} [print] to PDF, on A4
 * @property {() => Promise<string[]>} complaints of the page that is open: errors, and what its policy forbade
 * @property {() => Promise<void>} close
 */

/** @param {string} program */
function isInstalled(program) {
  try {
    execFileSync('which', [program]);
    return true;
  } catch {
    return false;
  }
}

/** @type {{ name: string, start: () => Promise<Driver>, needs?: string[], packed?: boolean }[]} */
const BROWSERS = [
  { name: 'Chromium 86', start: start86, packed: true },
  { name: 'Chromium 108', start: start108, packed: true },
  { name: 'Chromium', start: startCurrent },
  { name: 'Firefox', start: startFirefox, needs: ['firefox-esr'] },
  { name: 'WebKitGTK', start: startWebKit, needs: ['WebKitWebDriver', 'Xvfb'] },
];

/** Why a browser is left out, if it is. With GOUJI_BROWSERS=all none may be that could be installed. */
function reasonAgainst({ needs = [], packed = false }) {
  if (packed && process.arch !== 'x64') return '只有 x64 的程序，略过';
  const missing = needs.filter((program) => !isInstalled(program));
  return missing.length === 0 || process.env.GOUJI_BROWSERS === 'all' ? '' : `本机没有 ${missing.join('、')}，略过`;
}

export const browsers = BROWSERS.map((browser) => ({ ...browser, missing: reasonAgainst(browser) || false }));
