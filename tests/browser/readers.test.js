// Files that a reader of their own reads: loaded once, when the first one comes; told where it fails.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { FORMS, launch, open } from './page.js';
import { docx, pdf, xlsx } from './files.js';

/** @type {import('playwright-core').Browser} */
let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

/** A page of its own, in both forms, which must not have complained in the end. */
function inBothForms(name, run) {
  for (const form of FORMS) {
    test(name + (form === 'file' ? '（单文件）' : ''), async () => {
      const opened = await open(browser, { form });
      try {
        await run(opened.page, opened, form);
        assert.deepEqual(opened.errors, []);
      } finally {
        await opened.close();
      }
    });
  }
}

const file = (name, buffer) => ({ name, mimeType: '', buffer });
const choose = (page, ...files) => page.setInputFiles('#chooser', files);
const listed = (page, count) => page.waitForFunction((wanted) => document.querySelectorAll('.file').length === wanted, count);
const shown = (page, words) => page.waitForFunction((wanted) => document.querySelector('#report').textContent.includes(wanted), words);

/** The second page tells the statistic period, with a wrong year. */
const PERIOD = { text: '本报告统计期限为2024年1月1日至12月31日。', left: 90, top: 300 };
const PDF = () => pdf([[{ text: '柳溪镇人民政府2025年政府信息公开工作年度报告', left: 160, top: 80 }, { text: '一、总体情况', left: 90, top: 120 },
  { text: '全年没有收到申请。', left: 90, top: 150 }], [PERIOD]]);

inBothForms('a Word document is read with its merged cells, and tells its paragraphs', async (page) => {
  await choose(page, file('年报.docx', docx()));
  await shown(page, '全年共收到申请26件。');
  assert.equal(await page.locator('#report [rowspan="2"]').textContent(), '甲');
  assert.match(await page.locator('.file-place').first().textContent(), /^第 \d+ 段$/);
});

inBothForms('a workbook is read, and tells its cells', async (page) => {
  await choose(page, file('表三.xlsx', xlsx()));
  await shown(page, '一、本年新收政府信息公开申请数量');
  assert.match((await page.locator('.file-place').allTextContents()).join(), /工作表“表三”[A-Z]\d/);
});

inBothForms('a reader is loaded when the first such file comes, and once', async (page, { asked, requests }, form) => {
  await page.waitForLoadState('networkidle');
  const before = requests.length;
  await choose(page, file('甲.docx', docx()));
  await listed(page, 1);
  await choose(page, file('乙.docx', docx('没有申请。')), file('丙.xlsx', xlsx()));
  await listed(page, 3);
  const loaded = requests.slice(before).map((url) => url.replace(/.*\//, ''));
  assert.deepEqual(loaded, form === 'site' ? ['gouji-office.wasm'] : []);
  assert.equal(asked.filter((path) => path === 'gouji-office.wasm').length, form === 'site' ? 1 : 0);
});

inBothForms('what is damaged is told, and the next file is read', async (page) => {
  const damaged = docx();
  damaged.fill(0, 200, damaged.length - 400);
  await choose(page, file('坏.docx', damaged), file('坏.pdf', Buffer.from('%PDF-1.7\n')), file('好.docx', docx()));
  await shown(page, '26件');
  const alerts = await page.locator('[role=alert] li').allTextContents();
  assert.equal(alerts.length, 2);
  assert.match(alerts[0], /^“坏\.docx”：.*已损坏.*请/);
  assert.match(alerts[1], /^“坏\.pdf”：.*请/);
});

test('a reader that cannot be loaded is told; the same file is tried again', async () => {
  const { page, close } = await open(browser);
  try {
    await page.route('**/gouji-office.wasm?*', (route) => route.abort());
    await choose(page, file('年报.docx', docx()));
    assert.match(await page.locator('[role=alert]').textContent(), /“年报\.docx”：读取 Word、Excel 文件的模块未能载入.*重试/);
    assert.ok(await page.isVisible('#choose'));
    await page.unroute('**/gouji-office.wasm?*');
    await page.getByRole('button', { name: '重试' }).click();
    await shown(page, '26件');
    assert.equal(await page.locator('[role=alert]').count(), 0);
  } finally {
    await close();
  }
});

test('a slow reader is waited for with a word', async () => {
  const { page, close } = await open(browser);
  try {
    let release;
    const held = new Promise((resolve) => { release = resolve; });
    await page.route('**/gouji-office.wasm?*', async (route) => {
      await held;
      await route.continue();
    });
    await choose(page, file('年报.docx', docx()));
    await page.waitForFunction(() => /正在载入读取 Word/.test(document.querySelector('#busy').textContent));
    release();
    await shown(page, '26件');
    assert.equal(await page.textContent('#busy'), '');
  } finally {
    await close();
  }
});

test('a file is pasted as a file, and a picture beside copied cells is no file', async () => {
  const { page, close } = await open(browser);
  try {
    const paste = (offered) => page.evaluate(({ bytes, name, type, html }) => {
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([new Uint8Array(bytes)], name, { type }));
      if (html) clipboardData.setData('text/html', html);
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, offered);
    await paste({ bytes: [...docx()], name: '年报.docx', type: '' });
    await shown(page, '26件');
    await paste({ bytes: [0x89, 0x50], name: 'image.png', type: 'image/png', html: '<table><tr><td>甲</td><td>乙</td></tr></table>' });
    await listed(page, 2);
    assert.equal(await page.locator('[role=alert]').count(), 0);
  } finally {
    await close();
  }
});

inBothForms('the original page of a PDF carries the mark where the words stand', async (page) => {
  await choose(page, file('年报.pdf', PDF()));
  await shown(page, PERIOD.text);
  const card = page.getByRole('listitem', { name: /^意见/ }).filter({ hasText: '统计期限' }).first();
  assert.equal(await card.locator('.file-place').textContent(), '第 2 页');
  await page.getByRole('button', { name: '原页', exact: true }).click();
  assert.ok(!await page.isVisible('#report'));
  await card.locator('.card-head').click();
  const sheet = page.locator('.sheet').nth(1);
  await sheet.locator('svg').waitFor();
  const mark = sheet.locator('.page-mark[aria-pressed=true]');
  // Both at once, for the page may still be scrolling.
  const [box, whole] = await mark.evaluate((node) => [node, node.parentElement].map((each) => each.getBoundingClientRect().toJSON()));
  const scale = whole.width / 595;
  const at = (points) => points * scale;
  const first = PERIOD.text.indexOf('2024');
  assert.ok(Math.abs(whole.height - at(842)) < 2);
  // Every character of the font is as wide as it is high: 12 points.
  assert.ok(Math.abs(box.x - whole.x - at(PERIOD.left + first * 12)) < at(6), JSON.stringify({ box, whole }));
  assert.ok(Math.abs(box.y - whole.y - at(PERIOD.top)) < at(6), JSON.stringify({ box, whole }));
  assert.ok(box.height < at(24) && box.width >= at(44), JSON.stringify(box));
  const drawn = await sheet.locator('text').allTextContents();
  assert.deepEqual(drawn, [PERIOD.text]);
});

test('on the original pages F8 goes from mark to mark, and a mark chooses its card', async () => {
  const { page, close, errors } = await open(browser);
  try {
    await choose(page, file('年报.pdf', PDF()));
    await shown(page, PERIOD.text);
    await page.getByRole('button', { name: '原页', exact: true }).click();
    await page.locator('.page-mark').first().waitFor();
    const numbers = await page.locator('.page-mark').evaluateAll((marks) => marks.map((mark) => mark.dataset.number));
    await page.keyboard.press('F8');
    assert.match(await page.evaluate(() => document.activeElement.dataset.number), /^1(·|$)/);
    const last = page.locator('.page-mark').last();
    await last.click();
    const [number] = (await last.getAttribute('data-number')).split('·');
    assert.ok((await page.locator('.card.chosen').getAttribute('aria-label')).startsWith(`意见 ${number}：`));
    await page.getByRole('button', { name: '报告', exact: true }).click();
    assert.ok(await page.isVisible('#report .chosen'));
    assert.equal(numbers.join('·').split('·').length, await page.locator('.card').count());
    assert.deepEqual(errors, []);
  } finally {
    await close();
  }
});

test('each way to look at a PDF keeps its place; what is chosen is in sight in both', async () => {
  const { page, close, errors } = await open(browser, { viewport: { width: 1366, height: 400 } });
  try {
    const lines = Array.from({ length: 24 }, (_, index) => ({ text: `（${index + 1}）没有收到申请。`, left: 90, top: 150 + index * 24 }));
    await choose(page, file('年报.pdf', pdf([[{ text: '一、总体情况', left: 90, top: 120 }, ...lines], [PERIOD]])));
    await shown(page, PERIOD.text);
    const look = (name) => page.getByRole('button', { name, exact: true }).click();
    const scroll = () => page.evaluate(() => window.scrollY);
    const go = (to) => page.evaluate((top) => window.scrollTo(0, top), to);
    await go(100);
    await look('原页');
    await page.locator('.sheet text').first().waitFor();
    assert.equal(await scroll(), 0);
    await go(900);
    await look('报告');
    assert.equal(await scroll(), 100);
    await look('原页');
    assert.equal(await scroll(), 900);
    await page.locator('.card .card-head').first().click();
    for (const [name, mark] of [['报告', '#report .chosen'], ['原页', '.page-mark[aria-pressed=true]']]) {
      await go(5000);
      await look(name);
      await page.waitForTimeout(700);
      const box = await page.locator(mark).first().boundingBox();
      assert.ok(box.y > 56 && box.y + box.height < 400, JSON.stringify(box));
    }
    assert.deepEqual(errors, []);
  } finally {
    await close();
  }
});
