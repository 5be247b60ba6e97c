// The browsers in which the page must work, each behind the same few things that a person does with a window.
import { execFileSync } from 'node:child_process';

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

const playwright = (/** @type {string} */ start) => async () => (await import('./playwright.js'))[start]();
const webdriver = (/** @type {string} */ start) => async () => (await import('./webdriver.js'))[start]();

/** @type {{ name: string, start: () => Promise<Driver>, needs: string[] }[]} */
const BROWSERS = [
  { name: 'Chromium 86', start: playwright('start86'), needs: [] },
  { name: 'Chromium 108', start: playwright('start108'), needs: [] },
  { name: 'Chromium', start: playwright('startCurrent'), needs: [] },
  { name: 'Firefox', start: webdriver('startFirefox'), needs: ['firefox-esr'] },
  { name: 'WebKitGTK', start: webdriver('startWebKit'), needs: ['WebKitWebDriver', 'Xvfb'] },
];

/** The browsers, each with what this machine lacks to run it. With GOUJI_BROWSERS=all none may be left out. */
export const browsers = BROWSERS.map((browser) => {
  const missing = browser.needs.filter((program) => !isInstalled(program));
  return { ...browser, missing: process.env.GOUJI_BROWSERS === 'all' || missing.length === 0 ? false : `本机没有 ${missing.join('、')}，略过` };
});
