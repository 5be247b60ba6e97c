// <gouji-checker>: the page within another page of the same site.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DIST, launch } from './page.js';
import { serve } from './server.js';

/** @type {import('playwright-core').Browser} */
let browser;
/** A portal with the tool in one folder and its own pages in another. @type {string} */
let portal;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;
before(async () => {
  browser = await launch();
  portal = mkdtempSync(join(tmpdir(), 'gouji-'));
  cpSync(join(DIST, 'site'), join(portal, 'tools/gouji'), { recursive: true });
  mkdirSync(join(portal, 'pages'));
  cpSync(join(DIST, 'sample.html'), join(portal, 'pages/年报.html'));
  writeFileSync(join(portal, 'pages/ours.md'), '# 某地要求\n');
  server = await serve(portal);
});
after(async () => {
  await browser.close();
  server.close();
  rmSync(portal, { recursive: true });
});

/** Strict enough for a portal: neither inline scripts nor inline styles. */
const POLICY = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'; frame-src 'self'; connect-src 'self'\">";

/**
 * Opens a page of the portal with the element in it. The page keeps what it hears.
 * @param {string} markup
 * @param {(page: import('playwright-core').Page, errors: string[]) => Promise<void>} act
 */
async function onPortal(markup, act) {
  writeFileSync(join(portal, 'pages/page.html'), `<!doctype html><html lang="zh"><meta charset="utf-8"><title>门户</title>${POLICY}
    <script src="../hear.js"></script><script src="../tools/gouji/gouji-checker.js"></script><h1>门户</h1>${markup}`);
  writeFileSync(join(portal, 'hear.js'), `window.heard = []; for (const name of ['ready', 'opened', 'checked', 'failed'])
    document.addEventListener('gouji-' + name, ({ detail }) => heard.push([name, detail]), true);`);
  const context = await browser.newContext({ serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    const errors = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()); });
    await page.goto(`${server.url}pages/page.html`);
    await act(page, errors);
  } finally {
    await context.close();
  }
}

/** The details of the events of a name that the page has heard, once there are `count`. */
async function heard(page, name, count = 1) {
  await page.waitForFunction(([name, count]) => window.heard.filter(([each]) => each === name).length >= count, [name, count], { timeout: 10000 });
  return page.evaluate((name) => window.heard.filter(([each]) => each === name).map(([, detail]) => detail), name);
}

test('a page of another folder opens a file in it and hears what was found', () => onPortal('<gouji-checker src="年报.html"></gouji-checker>', async (page, errors) => {
  const [checked] = await heard(page, 'checked');
  assert.deepEqual(Object.keys(checked).sort(), ['file', 'form', 'organ', 'silenced', 'summary', 'year']);
  assert.equal(checked.file, '年报.html');
  assert.ok(checked.summary.error > 0);
  assert.deepEqual(await heard(page, 'opened'), [{ file: '年报.html' }]);
  // Each change is told too.
  const frame = page.frames()[1];
  await frame.click('td[contenteditable]');
  await page.keyboard.type('7');
  await heard(page, 'checked', 2);
  assert.deepEqual(errors, []);
}));

test('attributes say how to check, before and after', () => onPortal('<gouji-checker sample silence="T101 T102,N101" severity="N102=hint"></gouji-checker>', async (page, errors) => {
  const [strict] = await heard(page, 'checked');
  assert.ok(strict.silenced > 0);
  await page.evaluate(() => document.querySelector('gouji-checker').setAttribute('silence', ''));
  const [, loose] = await heard(page, 'checked', 2);
  assert.equal(loose.silenced, 0);
  assert.deepEqual(errors, []);
}));

test('a script opens files in it; what is wrong with a wish is told', () => onPortal('<gouji-checker src="none.html" profile="没有的地方"></gouji-checker>', async (page) => {
  assert.match((await heard(page, 'failed'))[0], /404/);
  await page.evaluate(() => document.querySelector('gouji-checker').open(new File(['一、总体情况'], '甲.txt'), { name: '乙.txt', content: '二、其他' }));
  const frame = page.frames()[1];
  await frame.waitForSelector('.notice.bad');
  assert.match(await frame.textContent('.notice.bad'), /设置有误，没有采用：.*没有的地方/);
  assert.match((await heard(page, 'failed', 2))[1], /没有的地方/);
  // A rule or a severity that there is not, too: what was asked before stays.
  await page.evaluate(() => document.querySelector('gouji-checker').setAttribute('profile', ''));
  for (const [name, value, told] of [['silence', 'ZZZ', /没有规则 ZZZ/], ['silence', '', null], ['severity', 'T101=loud', /没有级别 loud.*hint/], ['severity', 'T101', /没有级别/]]) {
    const before = (await heard(page, 'failed', 2)).length;
    await page.evaluate(([name, value]) => document.querySelector('gouji-checker').setAttribute(name, value), [name, value]);
    if (told) assert.match((await heard(page, 'failed', before + 1))[before], told);
  }
  assert.doesNotMatch(await frame.textContent('#notices'), /程序出错/);
  await page.evaluate(() => document.querySelector('gouji-checker').removeAttribute('severity'));
  // With a wish that can be met, they open.
  await page.evaluate(() => {
    const checker = document.querySelector('gouji-checker');
    checker.setAttribute('profile', '');
    checker.open({ name: '丙.txt', content: '三、其他' });
  });
  await page.waitForFunction(() => window.heard.some(([name, detail]) => name === 'checked' && detail.file === '丙.txt'));
}));

test('a page of another site hears nothing and cannot ask', async () => {
  const [stranger, context] = [await serve(portal), await browser.newContext({ serviceWorkers: 'block' })];
  try {
    const page = await context.newPage();
    writeFileSync(join(portal, 'strange.html'), `<script>window.heard = []; addEventListener('message', ({ data }) => heard.push(data));</script>
      <iframe src="${stranger.url}tools/gouji/"></iframe>`);
    await page.goto(`${server.url}strange.html`);
    const frame = page.frames()[1];
    await page.evaluate(() => frames[0].postMessage({ gouji: 'sample' }, '*'));
    await frame.click('#sample');
    await frame.waitForFunction(() => /处错误/.test(document.getElementById('status').textContent));
    assert.equal(await frame.locator('#files li').count(), 1);
    assert.deepEqual(await page.evaluate(() => window.heard), []);
  } finally {
    await context.close();
    stranger.close();
  }
});

test('the example shows the results under the frame; axe finds nothing', async () => {
  const page = await (await browser.newContext({ serviceWorkers: 'block' })).newPage();
  await page.goto(`${server.url}tools/gouji/embedded.html`);
  await page.waitForSelector('#results li', { timeout: 10000 });
  assert.match(await page.textContent('#results'), /\d+ 处错误/);
  await page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core') });
  const { violations } = await page.evaluate(() => /** @type {any} */ (window).axe.run());
  assert.deepEqual(violations.map(({ id, nodes }) => id + ' ' + nodes[0].html), []);
  if (process.env.GOUJI_SHOTS) await page.screenshot({ path: join(process.env.GOUJI_SHOTS, 'embedded.png') });
  await page.context().close();
});
