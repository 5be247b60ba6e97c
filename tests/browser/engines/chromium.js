// Chromium, from the oldest that the page must work in to the current one, driven by Playwright.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { chromium as old } from 'playwright-core-1.30';
import { launch } from '../page.js';

const UNPACKED = fileURLToPath(new URL('../node_modules/.cache/', import.meta.url));

/**
 * The program inside a package that carries a Chromium of its own; unpacked once.
 * @param {string} name of the package
 */
function packed(name) {
  const { version } = JSON.parse(readFileSync(fileURLToPath(new URL(`../node_modules/${name}/package.json`, import.meta.url)), 'utf8'));
  const program = join(UNPACKED, `${name.replace(/\W/g, '-')}-${version}`);
  if (existsSync(program)) return program;
  const archive = join(dirname(createRequire(import.meta.url).resolve(name + '/package.json')), 'bin/chromium.br');
  mkdirSync(UNPACKED, { recursive: true });
  const half = `${program}.${process.pid}`;
  writeFileSync(half, brotliDecompressSync(readFileSync(archive)), { mode: 0o755 });
  renameSync(half, program);
  return program;
}

const launchOld = (name) => old.launch({ executablePath: packed(name), args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
export const start86 = () => drive(launchOld('chrome-aws-lambda'), { drop: '驱动不能从桌面拖入文件，改由脚本放入' });
export const start108 = () => drive(launchOld('@sparticuz/chromium'));
export const startCurrent = () => drive(launch());

/**
 * @param {Promise<import('playwright-core').Browser>} launched
 * @param {import('./driver.js').Driver['cannot']} [cannot]
 * @returns {Promise<import('./driver.js').Driver>}
 */
async function drive(launched, cannot = {}) {
  const browser = await launched;
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  /** @type {string[]} */
  let complaints = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => { if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`); });
  return {
    version: browser.version(),
    cannot,
    async open(url) {
      complaints = [];
      await page.goto(url);
    },
    reload: async () => { await page.reload(); },
    evaluate: (act, ...values) => page.evaluate(`(${act})(...${JSON.stringify(values)})`),
    click: (x, y) => page.mouse.click(x, y),
    press: (keys) => page.keyboard.press(keys),
    type: (words) => page.keyboard.type(words),
    choose: (selector, paths) => page.setInputFiles(selector, paths),
    drop: cannot.drop ? undefined : (x, y, paths) => drop(context, page, { x, y }, paths),
    print: () => page.pdf({ format: 'A4' }),
    // The oldest does not know this word of the policy, and needs it not.
    complaints: async () => complaints.filter((words) => !words.includes("invalid source: ''wasm-unsafe-eval''")),
    close: () => browser.close(),
  };
}

/** Drops files as the desktop does. */
async function drop(context, page, place, files) {
  const session = await context.newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop']) {
    await session.send('Input.dispatchDragEvent', { type, ...place, data: { items: [], files, dragOperationsMask: 1 } });
  }
  await session.detach();
}
