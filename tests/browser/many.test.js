// Many files at once: going from one to the next, the list of them, folders, what is told while they are read.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DIST, FORMS, launch, open } from './page.js';

/** @type {import('playwright-core').Browser} */
let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

function onPage(name, run, { forms = ['site'], ...options } = {}) {
  for (const form of forms) {
    test(`${name}（${form}）`, async () => {
      const opened = await open(browser, { form, ...options });
      try {
        await run(opened.page, opened);
        assert.deepEqual(opened.errors, []);
      } finally {
        await opened.close();
      }
    });
  }
}

const SAMPLE = readFileSync(join(DIST, 'sample.html'), 'utf8');
/** Nothing is said of it. */
const CLEAN = '<h1>柳溪镇人民政府2025年政府信息公开工作年度报告</h1><p>好。</p>';
/** Something is, but no error. */
const DOUBT = CLEAN + '<p>工作重点更加凸出。</p>';
const file = (name, text) => ({ name, mimeType: '', buffer: Buffer.from(text) });
const listed = (page, count) => page.waitForFunction((wanted) => document.querySelectorAll('.file').length === wanted, count);
const names = (page) => page.locator('.file-name').allTextContents();
const title = (page, name) => page.waitForFunction((wanted) => document.title.startsWith(wanted), name);
const focused = (page) => page.evaluate(() => document.activeElement.querySelector('.file-name')?.textContent || document.activeElement.id || document.activeElement.className);
const notice = (page, words) => page.locator('.notice', { hasText: words }).waitFor();

/** Drops what is at these paths on the page, as from the desktop. */
async function drop({ page, context }, paths) {
  const session = await context.newCDPSession(page);
  const data = { items: [], files: paths, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop']) await session.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
}

/** Runs with a folder of its own. */
async function inFolder(run) {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-many-'));
  try {
    await run(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

onPage('F8 goes on to the next file that has opinions, and back, and tells which', async (page) => {
  await page.setInputFiles('#chooser', [file('甲.html', SAMPLE), file('乙.html', CLEAN), file('丙.html', DOUBT)]);
  await listed(page, 3);
  const count = await page.locator('.card').count();
  for (let step = 0; step < count; step++) await page.keyboard.press('F8');
  await page.waitForSelector(`.card.chosen[aria-label^="意见 ${count}："]`);
  assert.match(await page.title(), /^甲/);
  await page.keyboard.press('F8');
  await title(page, '丙.html');
  await notice(page, '第 3 份，共 3 份：“丙.html”');
  await page.waitForSelector('.card.chosen[aria-label^="意见 1："]');
  assert.equal(await page.locator('.file[aria-current]').count(), 1);
  assert.equal(await page.evaluate(() => document.activeElement.closest('#report') !== null), true, 'the caret is there');
  await page.keyboard.press('Shift+F8');
  await title(page, '甲.html');
  await page.waitForSelector(`.card.chosen[aria-label^="意见 ${count}："]`);
  // From the last file round to the first.
  await page.keyboard.press('F8');
  await title(page, '丙.html');
  for (let left = await page.locator('.card').count(); left > 0; left--) await page.keyboard.press('F8');
  await title(page, '甲.html');
  await page.waitForSelector('.card.chosen[aria-label^="意见 1："]');
}, { forms: FORMS });

onPage('F8 leaves a file whose opinions are all settled, and passes those that are not listed', async (page) => {
  await page.setInputFiles('#chooser', [file('甲.html', CLEAN), file('乙.html', DOUBT), file('丙.html', SAMPLE)]);
  await listed(page, 3);
  await page.keyboard.press('F8');
  await title(page, '乙.html');
  await page.selectOption('#files-which', '只看有错误的');
  assert.deepEqual(await names(page), ['乙.html', '丙.html'], 'the one that is looked at stays');
  await page.locator('#report [data-piece]').first().click();
  for (let left = await page.locator('.card').count(); left >= 0; left--) await page.keyboard.press('F8');
  await title(page, '丙.html');
  assert.deepEqual(await names(page), ['丙.html']);
  await page.keyboard.press('Shift+F8');
  await page.waitForSelector('.card.chosen');
  assert.match(await page.title(), /^丙/, 'there is no other');
});

onPage('on the original pages of a PDF F8 comes to the mark', async (page) => {
  const { pdf } = await import('./files.js');
  const line = (text) => pdf([[{ text: '柳溪镇人民政府2025年政府信息公开工作年度报告', left: 90, top: 80 }, { text, left: 90, top: 600 }]]);
  await page.setInputFiles('#chooser', [file('甲.pdf', line('统计期限为2024年。')), file('乙.html', DOUBT)]);
  await listed(page, 2);
  await page.click('#as-pages');
  await page.waitForSelector('.page-mark');
  await page.locator('.file', { hasText: '乙' }).click();
  await title(page, '乙');
  await page.keyboard.press('Shift+F8');
  await title(page, '甲');
  await page.waitForFunction(() => document.activeElement.matches('.page-mark[aria-pressed=true]'));
});

onPage('the list of files is one stop of Tab; arrows, Home and End move, Enter opens, Delete closes', async (page) => {
  await page.setInputFiles('#chooser', Array.from({ length: 12 }, (_, index) => file(`${index + 1}镇.html`, SAMPLE)));
  await listed(page, 12);
  await page.focus('#files-which');
  await page.keyboard.press('Tab');
  assert.equal(await focused(page), '1镇.html');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.closest('#files')), null);
  await page.keyboard.press('Shift+Tab');
  for (const [key, name] of [['ArrowDown', '2镇.html'], ['End', '12镇.html'], ['ArrowDown', '12镇.html'], ['ArrowUp', '11镇.html'], ['Home', '1镇.html'], ['ArrowUp', '1镇.html'], ['ArrowDown', '2镇.html']]) {
    await page.keyboard.press(key);
    assert.equal(await focused(page), name, key);
  }
  assert.match(await page.title(), /^1镇/, 'moving opens nothing');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  assert.equal(await focused(page), '2镇.html', 'the stop is where one was');
  await page.keyboard.press('Enter');
  await title(page, '2镇.html');
  assert.equal(await focused(page), '2镇.html');
  await page.keyboard.press('Delete');
  await listed(page, 11);
  await title(page, '3镇.html');
  assert.equal(await focused(page), '3镇.html');
  // A changed one is not closed without asking.
  await page.locator('.card .fix').first().click();
  await page.waitForTimeout(300);
  await page.focus('.file[aria-current]');
  await page.keyboard.press('Delete');
  await page.getByRole('button', { name: '不关闭' }).click();
  assert.equal(await page.locator('.file').count(), 11);
  assert.equal(await focused(page), '3镇.html');
  await page.keyboard.press('Delete');
  await page.locator('#closing [data-agree]').click();
  await listed(page, 10);
});

onPage('above the list stands how many files have errors, and those without can be left out', async (page) => {
  await page.setInputFiles('#chooser', [file('甲.html', CLEAN), file('乙.html', DOUBT), file('丙.html', SAMPLE), file('丁.html', SAMPLE)]);
  await listed(page, 4);
  assert.equal(await page.textContent('#files-total'), '4 份：2 份有错误，1 份只有存疑或提示，1 份未发现问题');
  await page.selectOption('#files-which', '只看有意见的');
  assert.deepEqual(await names(page), ['甲.html', '乙.html', '丙.html', '丁.html'], 'the one that is looked at stays');
  await page.locator('.file', { hasText: '丁' }).click();
  assert.deepEqual(await names(page), ['乙.html', '丙.html', '丁.html']);
  await page.selectOption('#files-which', '只看有错误的');
  assert.deepEqual(await names(page), ['丙.html', '丁.html']);
  await page.selectOption('#files-which', '全部列出');
  assert.equal(await page.locator('.file').count(), 4);
});

onPage('a folder is read with the folders in it, but for what no person made', (page, opened) => inFolder(async (folder) => {
  const root = join(folder, '2025年报');
  mkdirSync(join(root, '乙镇'), { recursive: true });
  for (const name of ['10镇.html', '2镇.html', '乙镇/年报.html']) writeFileSync(join(root, name), SAMPLE);
  for (const name of ['~$镇.docx', '.DS_Store', 'Thumbs.db', '乙镇/.隐藏.txt']) writeFileSync(join(root, name), 'x');
  await drop(opened, [root]);
  await listed(page, 3);
  assert.deepEqual(await names(page), ['2镇.html', '10镇.html', '乙镇／年报.html']);
  assert.equal(await page.locator('.notice.bad').count(), 0);
  // Again it is the same; with another beside it each says where it is from.
  await drop(opened, [root]);
  await notice(page, '“乙镇／年报.html”已经打开');
  assert.equal(await page.locator('.file').count(), 3);
  mkdirSync(join(folder, '丙镇'));
  writeFileSync(join(folder, '丙镇', '年报.html'), SAMPLE);
  writeFileSync(join(folder, '丁镇.html'), SAMPLE);
  await drop(opened, [join(folder, '丙镇'), join(folder, '丁镇.html')]);
  await listed(page, 5);
  assert.deepEqual((await names(page)).slice(3), ['丙镇／年报.html', '丁镇.html'].sort((one, other) => one.localeCompare(other, 'zh')));
}), { forms: FORMS });

onPage('a folder that holds too much is told, and what to do instead', (page, opened) => inFolder(async (folder) => {
  const root = join(folder, '多');
  mkdirSync(root);
  for (let count = 0; count < 2001; count++) writeFileSync(join(root, count + '.txt'), '');
  await drop(opened, [root]);
  await notice(page, '“多”：无法读取。是文件夹的，请打开文件夹，全选其中的文件再拖进来');
  assert.equal(await page.locator('.file').count(), 0);
}), { forms: FORMS });

onPage('the marks of open files are passed over in silence', async (page) => {
  await page.setInputFiles('#chooser', [file('~$甲.docx', 'x'), file('.DS_Store', 'x'), file('甲.html', SAMPLE)]);
  await page.waitForSelector('.card');
  await page.waitForTimeout(50);
  assert.equal(await page.locator('.notice').count(), 0);
  assert.match(await page.title(), /^甲/);
});

onPage('while many are read it is told how many, and the rest can be left', async (page) => {
  const files = Array.from({ length: 400 }, (_, index) => file(`${index + 1}镇.html`, SAMPLE));
  await page.setInputFiles('#chooser', files);
  await page.waitForFunction(() => /^正在读取“\d+镇.html”…（\d+\/400）/.test(document.querySelector('#busy').textContent));
  await page.getByRole('button', { name: '取消', exact: true }).click();
  await notice(page, /已取消，还有 \d+ 份没有读取/);
  await page.waitForFunction(() => document.querySelector('#busy').textContent === '');
  const count = await page.locator('.file').count();
  assert.ok(count > 0 && count < 400, String(count));
  assert.ok((await page.textContent('#notices')).includes(`还有 ${400 - count} 份`));
  await page.setInputFiles('#chooser', files.slice(200).map((each) => ({ ...each, name: '又' + each.name })));
  await page.waitForFunction(() => /取消/.test(document.querySelector('#busy').textContent));
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.querySelector('#busy').textContent === '');
  assert.ok(await page.locator('.file').count() < count + 200);
  assert.doesNotMatch(await page.textContent('#notices'), /还有 0 份/);
});

onPage('all files are checked again one after the other, with a word; the one that is looked at first', async (page) => {
  await page.setInputFiles('#chooser', Array.from({ length: 200 }, (_, index) => file(`${index + 1}镇.html`, SAMPLE)));
  await listed(page, 200);
  await page.waitForFunction(() => document.querySelector('#busy').textContent === '');
  await page.evaluate(() => {
    window.told = [];
    new MutationObserver(() => window.told.push(document.querySelector('#busy').textContent)).observe(document.querySelector('#busy'), { childList: true, subtree: true });
  });
  await page.locator('.file').last().click();
  await page.locator('.card .silencer summary').first().click();
  const [before, code] = [await page.locator('.card').count(), await page.locator('.card [data-everywhere]').first().getAttribute('data-silence')];
  await page.locator('.card [data-everywhere]').first().click();
  await page.waitForFunction((count) => document.querySelectorAll('.card').length < count, before);
  await page.waitForFunction(() => window.told.length > 0 && window.told[window.told.length - 1] === '');
  assert.match(await page.evaluate(() => window.told.join()), /正在重新核对…（\d+\/200）/);
  await page.locator('.file').first().click();
  await title(page, '1镇');
  assert.equal(await page.locator(`.card [data-rule="${code}"]`).count(), 0);
  await page.locator('.file', { hasText: '137镇' }).click();
  await title(page, '137镇');
  assert.equal(await page.locator(`.card [data-rule="${code}"]`).count(), 0);
});

onPage('files that cannot be read are one message, with their names and reasons', async (page) => {
  await page.setInputFiles('#chooser', [...Array.from({ length: 9 }, (_, index) => file(`坏${index}.pdf`, '%PDF-1.4')), file('甲.html', SAMPLE)]);
  await page.waitForSelector('.card');
  await notice(page, '9 个文件未能打开');
  assert.equal(await page.locator('.notice').count(), 1);
  assert.ok(!await page.locator('.notice li').first().isVisible());
  await page.click('.notice summary');
  assert.match(await page.locator('.notice li').first().textContent(), /^“坏0\.pdf”：.*请/);
  await page.locator('.notice').getByRole('button', { name: '关闭这条消息' }).click();
  assert.equal(await page.locator('.notice').count(), 0);
});

onPage('a word that is pasted beside a report is no report', async (page, { context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const paste = async (text) => {
    await page.evaluate((words) => navigator.clipboard.writeText(words), text);
    await page.keyboard.press('Control+V');
  };
  await page.setInputFiles('#chooser', file('甲.html', SAMPLE));
  await page.waitForSelector('.card');
  for (const words of ['年度报告', 'https://www.example.gov.cn/zwgk/\n']) {
    await paste(words);
    await notice(page, '剪贴板里的文字太短，不像一份报告');
    await page.keyboard.press('Escape');
  }
  assert.match(await page.title(), /^甲/);
  await paste('一、总体情况\n没有申请。');
  await listed(page, 2);
});

test('a click before the script has come is done when it comes', async () => {
  const { page, url, errors, close } = await open(browser);
  try {
    // What a page that is left was still fetching would be an error.
    await page.waitForLoadState('networkidle');
    await page.route('**/app.js?*', async (route) => {
      await new Promise((resolve) => { setTimeout(resolve, 1000); });
      await route.continue();
    });
    await page.goto(url, { waitUntil: 'commit' });
    await page.locator('#sample').click();
    await page.waitForSelector('.card');
    assert.equal(await page.locator('.file').count(), 1);
    await page.waitForLoadState('networkidle');
    await page.goto(url, { waitUntil: 'commit' });
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.locator('#choose').click()]);
    assert.ok(chooser.isMultiple());
    await page.waitForLoadState('networkidle');
    assert.deepEqual(errors, []);
  } finally {
    await close();
  }
});
