// The site as an application: it works without a network after the first visit, and tells of a new version.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DIST, launch, open } from './page.js';
import { serve } from './server.js';
import { pdf } from './files.js';

/** @type {import('playwright-core').Browser} */
let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const PDF = pdf([[{ text: '柳溪镇人民政府2025年政府信息公开工作年度报告', left: 160, top: 80 }, { text: '一、总体情况', left: 90, top: 120 }]]);
const SITE = join(DIST, 'site');
/** What is on the site for others' pages, not for this one. */
const NOT_KEPT = ['embedded.html', 'gouji-checker.js', 'service-worker.js'];

/** Waits until the service worker has brought everything. @param {import('playwright-core').Page} page */
async function settle(page) {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, { timeout: 20000 });
}

/** @param {import('playwright-core').Page} page */
async function checkSample(page) {
  await page.click('#sample');
  await page.waitForFunction(() => /处错误/.test(document.getElementById('status').textContent));
}

test('after the first visit all works without a network: the page, every reader, the rules', async () => {
  const { page, context, asked, errors, url, close } = await open(browser, { serviceWorkers: 'allow' });
  try {
    await settle(page);
    const names = readdirSync(SITE).filter((name) => !NOT_KEPT.includes(name)).sort();
    const kept = await page.evaluate(async () => {
      const [name] = await caches.keys();
      return (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname.slice(1));
    });
    assert.deepEqual(kept.sort(), names);
    // It has asked for its own files and nothing else, as little again as the browser's cache allows.
    assert.deepEqual([...new Set(asked)].sort(), [...names, 'service-worker.js'].sort());
    const before = asked.length;
    await context.setOffline(true);
    await page.reload();
    await checkSample(page);
    await page.setInputFiles('#chooser', { name: '甲.pdf', mimeType: 'application/pdf', buffer: PDF });
    await page.waitForFunction(() => document.querySelectorAll('#files li').length === 2);
    await page.click('#setup-open');
    await page.click('#setup-rules');
    await page.click('#rule-body [data-rule="T101"]');
    await page.waitForSelector('#rule-body[data-code="T101"]');
    await page.goto(`${url}rules.html`);
    assert.match(await page.textContent('h1'), /规则/);
    await page.goto(`${url}index.html?from=desk#x`);
    await checkSample(page);
    assert.deepEqual(errors, []);
    // Nor does it ask in vain: with the network there again, nothing is wanted but news.
    await context.setOffline(false);
    await page.reload();
    await checkSample(page);
    assert.deepEqual(asked.slice(before).filter((name) => name !== 'service-worker.js'), []);
  } finally {
    await close();
  }
});

/**
 * Acts on a page of a copy of the site, which can be changed, when all of it is kept for later.
 * @param {(copy: { page: import('playwright-core').Page, context: import('playwright-core').BrowserContext, server: Awaited<ReturnType<typeof serve>>, site: string }) => Promise<void>} act
 */
async function onCopy(act) {
  const site = mkdtempSync(join(tmpdir(), 'gouji-'));
  cpSync(SITE, site, { recursive: true });
  const server = await serve(site);
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(server.url);
    await settle(page);
    await act({ page, context, server, site });
  } finally {
    await context.close();
    server.close();
    rmSync(site, { recursive: true });
  }
}

test('a new version is told of, used when the person says so, and brings only what has changed', () => onCopy(async ({ page, context, server, site }) => {
  await checkSample(page);
  assert.equal(await page.$('.news'), null);
  renew(site);
  const before = server.asked.length;
  const second = await context.newPage();
  await second.goto(server.url);
  for (const each of [page, second]) await each.waitForSelector('.news', { timeout: 10000 });
  assert.match(await page.textContent('.news'), /有新版本，刷新后使用/);
  assert.deepEqual(server.asked.slice(before).filter((name) => name !== 'service-worker.js').sort(), ['app.js', 'index.html']);
  assert.equal(await page.evaluate(() => document.documentElement.dataset.version), undefined);
  // Nothing that is not saved is lost unasked.
  await page.bringToFront();
  await page.click('td[contenteditable]');
  await page.keyboard.type('7');
  await page.waitForSelector('#undo:not([disabled])');
  const asked = page.waitForEvent('dialog', { timeout: 5000 });
  const clicked = page.click('.news .link');
  const dialog = await asked;
  assert.equal(dialog.type(), 'beforeunload');
  await dialog.dismiss();
  await clicked;
  assert.ok(await page.$('td[data-piece]'));
  // The page of the old version still gets its own files.
  await page.setInputFiles('#chooser', { name: '甲.pdf', mimeType: 'application/pdf', buffer: PDF });
  await page.waitForFunction(() => document.querySelectorAll('#files li').length === 2);
  await second.bringToFront();
  await second.click('.news .link');
  await second.waitForFunction(() => document.documentElement.dataset.version === '2');
  assert.equal(await second.$('.news'), null);
  await checkSample(second);
}));

/** Puts another version of app.js on a site, as building it would. @param {string} site */
function renew(site) {
  const file = (name) => join(site, name);
  const sha = (content) => createHash('sha256').update(content);
  /** @param {string} name @param {string} text */
  const replace = (name, text) => {
    const old = readFileSync(file(name));
    writeFileSync(file(name), text);
    const [from, to] = [old, text].map((content) => [sha(content).digest('hex').slice(0, 12), sha(content).digest('base64')]);
    for (const other of ['index.html', 'service-worker.js']) {
      if (other !== name) writeFileSync(file(other), readFileSync(file(other), 'utf8').replace(from[0], to[0]).replace(from[1], to[1]));
    }
  };
  const oldIndex = readFileSync(file('index.html'));
  replace('app.js', `${readFileSync(file('app.js'), 'utf8')}document.documentElement.dataset.version = '2';\n`);
  const index = readFileSync(file('index.html'), 'utf8');
  writeFileSync(file('index.html'), oldIndex);
  replace('index.html', index);
}

test('half of a new version is not taken', () => onCopy(async ({ page, site }) => {
  renew(site);
  cpSync(join(SITE, 'app.js'), join(site, 'app.js'));
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const failed = new Promise((done) => {
      registration.addEventListener('updatefound', () => {
        const { installing } = registration;
        installing.addEventListener('statechange', () => { if (installing.state === 'redundant') done(); });
      });
    });
    await registration.update();
    await failed;
  });
  await page.reload();
  await checkSample(page);
  assert.equal(await page.$('.news'), null);
}));

for (const [where, form] of [['in the single file', 'file'], ['where there are no service workers', 'site']]) {
  test(`nothing is missed ${where}`, async () => {
    const { page, errors, url, requests, close } = await open(browser, { form, serviceWorkers: 'allow' });
    try {
      if (form === 'site') {
        await checkSample(page);
        await page.addInitScript(() => { delete Object.getPrototypeOf(navigator).serviceWorker; });
        await page.goto(url);
      }
      await checkSample(page);
      assert.deepEqual(errors, []);
      assert.ok(requests.every((each) => !each.endsWith('.webmanifest')));
      if (form === 'file') assert.equal(await page.$('link[rel=manifest]'), null);
    } finally {
      await close();
    }
  });
}

test('the browser takes the site for an application', async () => {
  const { page, context, close } = await open(browser, { serviceWorkers: 'allow' });
  try {
    const devtools = await context.newCDPSession(page);
    const { errors, url, data } = await devtools.send('Page.getAppManifest');
    assert.deepEqual(errors, []);
    assert.match(url, /manifest\.webmanifest$/);
    assert.equal(JSON.parse(data).short_name, '勾稽');
    const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
    assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito'), []);
  } finally {
    await close();
  }
});

test('a page that the service worker did not find when it started is served by it all the same', async () => {
  const { page, context, close } = await open(browser, { serviceWorkers: 'allow' });
  try {
    await settle(page);
    const session = await context.newCDPSession(page);
    const loaded = page.waitForEvent('load');
    // Past the service worker, as a page that was on its way meanwhile.
    await session.send('Page.reload', { ignoreCache: true });
    await loaded;
    await settle(page);
  } finally {
    await close();
  }
});
