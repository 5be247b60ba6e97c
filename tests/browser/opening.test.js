// What is given to the page is recognized, whichever way it comes; and two years are compared.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DIST, FORMS, launch, open } from './page.js';

/** @type {import('playwright-core').Browser} */
let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

function onPage(name, run, forms = FORMS) {
  for (const form of forms) {
    test(`${name}（${form}）`, async () => {
      const opened = await open(browser, { form });
      try {
        await run(opened.page, opened);
        assert.deepEqual(opened.errors, []);
      } finally {
        await opened.close();
      }
    });
  }
}

const file = (name, text) => ({ name, mimeType: '', buffer: Buffer.from(text) });
const PROFILE = '# 甲省\n依据：某文\n## 一、总体情况\n- 不超过：10字\n';
const SAMPLE = readFileSync(join(DIST, 'sample.html'), 'utf8');
const notice = (page, words) => page.locator('.notice', { hasText: words }).waitFor();

test('the page for a site says what it is when it is opened as a file', async () => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(pathToFileURL(join(DIST, 'site/index.html')).href);
  assert.ok(await page.isVisible('#old-browser'), 'at once');
  const words = await page.textContent('#old-browser');
  assert.match(words, /gouji\.html/);
  assert.doesNotMatch(words, /过旧/);
  assert.equal(await page.locator('button:visible').count(), 0, 'nothing is offered that does nothing');
  await page.context().close();
});

onPage('the demands of a place given as a report are taken as what they are', async (page) => {
  await page.setInputFiles('#chooser', [file('甲省.md', PROFILE), file('年报.html', SAMPLE)]);
  await page.locator('.card', { hasText: 'K102' }).waitFor();
  assert.equal(await page.locator('.file').count(), 1);
  await notice(page, '已选用地方要求“甲省”');
  await page.setInputFiles('#chooser', file('乙省.md', PROFILE.replace('10字', '十字')));
  await notice(page, '“乙省.md”是地方要求，但未能采用：第 4 行');
  assert.equal(await page.locator('.file').count(), 1);
  // A report in Markdown is a report.
  await page.setInputFiles('#chooser', file('乙.md', '# 柳溪镇人民政府2025年政府信息公开工作年度报告\n\n一、总体情况\n'));
  await page.waitForFunction(() => document.querySelectorAll('.file').length === 2);
});

onPage('a record or a report given as the demands of a place is opened as what it is', async (page) => {
  await page.setInputFiles('#chooser', file('年报.html', SAMPLE));
  await page.waitForSelector('.card');
  await page.locator('.card [data-ignore]').first().evaluate((button) => button.click());
  await page.click('#setup-open');
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#save-record')]);
  const record = readFileSync(await download.path());
  const give = async (given) => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.click('#open-profile')]);
    await chooser.setFiles(given);
  };
  await give({ name: '意见处理记录.json', mimeType: '', buffer: record });
  await page.locator('#profile-words', { hasText: '已作为意见处理记录打开' }).waitFor();
  await notice(page, '已读入意见处理记录，共 1 条');
  await give(file('乙.html', SAMPLE));
  await page.locator('#profile-words', { hasText: '已作为年度报告打开' }).waitFor();
  await page.waitForFunction(() => document.querySelectorAll('.file').length === 2);
}, ['site']);

onPage('with the report of the year before the two are compared, as long as both are open', async (page) => {
  const last = SAMPLE.replace(/2025/g, '2024');
  const G = page.locator('.card', { hasText: /规则 G\d/ });
  await page.setInputFiles('#chooser', file('今年.html', SAMPLE));
  await page.waitForSelector('.card');
  assert.equal(await G.count(), 0);
  await page.setInputFiles('#chooser', file('去年.html', last));
  await page.waitForFunction(() => document.querySelectorAll('.file').length === 2);
  await notice(page, '“今年.html”与上年的“去年.html”已对照核对');
  await page.locator('.file', { hasText: '今年' }).click();
  await G.first().waitFor();
  const found = await G.count();
  // What is put right in the one is known in the other: it carried 1 over, this year says 2.
  await page.locator('.file', { hasText: '去年' }).click();
  assert.equal(await G.count(), 0);
  const carried = page.locator('tr', { has: page.locator('th', { hasText: '四、结转下年度' }) }).locator('td').last();
  await carried.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('9');
  await page.locator('.file', { hasText: '今年' }).click();
  await page.locator('.card', { hasText: /9/ }).filter({ hasText: /规则 G\d/ }).first().waitFor();
  // A change of this year's report keeps it compared.
  await page.locator('#report td[data-piece]').first().click();
  await page.keyboard.type('3');
  await page.waitForTimeout(200);
  assert.ok(await G.count() >= Math.min(found, 1));
  await page.getByRole('button', { name: '关闭 去年.html' }).click();
  await page.locator('#closing [data-agree]').click();
  await page.waitForFunction(() => ![...document.querySelectorAll('.card')].some((card) => /规则 G\d/.test(card.textContent)));
});

onPage('a file that is open is shown when it is opened again, with what was done; one that was changed is another', async (page) => {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-again-'));
  try {
    const [one, other] = ['甲.html', '乙.html'].map((name) => join(folder, name));
    for (const path of [one, other]) writeFileSync(path, SAMPLE);
    await page.setInputFiles('#chooser', [one, other]);
    await page.waitForFunction(() => document.querySelectorAll('.file').length === 2);
    await page.locator('.card .fix').first().click();
    const text = await page.textContent('#report');
    await page.locator('.file', { hasText: '乙' }).click();
    await page.setInputFiles('#chooser', one);
    await notice(page, '“甲.html”已经打开');
    assert.match(await page.title(), /^甲.html/);
    assert.equal(await page.textContent('#report'), text);
    assert.equal(await page.locator('.file').count(), 2);
    writeFileSync(one, SAMPLE + '<p>又改了。</p>');
    await page.setInputFiles('#chooser', one);
    await page.waitForFunction(() => document.querySelectorAll('.file').length === 3);
    assert.match(await page.textContent('#report'), /又改了。/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

onPage('a click on a file is not lost while others are being opened', async (page) => {
  await page.setInputFiles('#chooser', [file('甲.html', SAMPLE), file('乙.html', SAMPLE)]);
  await page.waitForFunction(() => document.querySelectorAll('.file').length === 2);
  await page.locator('.file', { hasText: '乙' }).hover();
  await page.mouse.down();
  await page.setInputFiles('#chooser', file('丙.html', SAMPLE));
  await page.waitForFunction(() => document.title.startsWith('丙'));
  await page.mouse.up();
  assert.match(await page.title(), /^乙/);
});

onPage('who is asked before a file is closed may answer and go on at once', async (page) => {
  await page.setInputFiles('#chooser', [file('甲.html', SAMPLE), file('乙.html', SAMPLE)]);
  await page.waitForFunction(() => document.querySelectorAll('.file').length === 2);
  await page.locator('.card .fix').first().click();
  // No; asked again before the browser has told that the first question is closed.
  await page.evaluate(() => {
    const [close, closing] = [document.querySelector('.close'), document.querySelector('#closing')];
    close.click();
    closing.querySelector('button:not([data-agree])').click();
    close.click();
  });
  await page.waitForTimeout(50);
  await page.click('#closing [data-agree]');
  await page.waitForFunction(() => document.querySelectorAll('.file').length === 1);
});
