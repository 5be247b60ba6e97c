// What outlasts a moment: ignored opinions and notes, fixes taken together, settings and drafts of the last visit.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { FORMS, launch, open } from './page.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** @type {import('playwright-core').Browser} */
let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

/** Runs a test on a page with the sample, in both forms, which must not have complained in the end. */
function onSample(name, run, { forms = FORMS, ...options } = {}) {
  for (const form of forms) {
    test(name + (form === 'file' ? '（单文件）' : ''), async () => {
      const opened = await open(browser, { form, ...options });
      try {
        await openSample(opened.page);
        await run(opened.page, opened);
        assert.deepEqual(opened.errors, []);
      } finally {
        await opened.close();
      }
    });
  }
}

async function openSample(page) {
  await page.click('#sample');
  await page.waitForSelector('.card');
}

const REPORT = (name, year = 2024) => ({ name, mimeType: 'text/html', buffer: Buffer.from(
  `<h1>柳溪镇人民政府2025年政府信息公开工作年度报告</h1><p>本报告统计期限为${year}年1月1日至${year}年12月31日。</p>`) });
const codes = (page) => page.locator('.card .code').allTextContents();
const cardOf = (page, code) => page.locator('.card', { has: page.locator(`[data-rule="${code}"]`) }).first();
const message = (page, code) => cardOf(page, code).locator('.message').textContent();
const notice = (page, words) => page.waitForSelector(`.notice >> text=${words}`);

async function ignore(page, code) {
  const count = await page.locator('.card').count();
  await cardOf(page, code).locator('.silencer summary').click();
  await cardOf(page, code).getByRole('button', { name: '忽略这一条' }).click();
  await page.waitForFunction((wanted) => document.querySelectorAll('.card').length === wanted, count - 1);
}

async function openNote(page, code) {
  await cardOf(page, code).locator('.noter summary').click();
  await page.waitForFunction(() => document.activeElement.nodeName === 'TEXTAREA');
}

async function annotate(page, code, words) {
  await openNote(page, code);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(words);
  await page.keyboard.press('Control+Enter');
}

const noteOf = (page, code) => cardOf(page, code).locator('.remark-words').textContent();

onSample('one opinion is ignored, its rule goes on; it is counted, listed, and comes back', async (page) => {
  const before = await codes(page);
  const first = await message(page, 'T101');
  await ignore(page, 'T101');
  assert.equal(await page.textContent('#left-out'), '已忽略 1 条');
  assert.equal(await page.textContent('#status'), '2 处错误，4 处存疑，2 条提示');
  assert.notEqual(await message(page, 'T101'), first, 'the other opinion of the rule is still there');
  assert.deepEqual(await page.locator('.card .badge').allTextContents(), before.slice(1).map((_, index) => String(index + 1)), 'numbered anew');
  assert.equal(await page.locator('td[aria-invalid]').count(), await page.locator('#report td[data-number]').count());
  await page.locator('td[data-piece]').first().click();
  await page.keyboard.type('7');
  await page.waitForTimeout(300);
  assert.equal(await page.textContent('#left-out'), '已忽略 1 条', 'after a re-check');
  await page.keyboard.press('Escape');
  await page.click('#left-out');
  assert.match(await page.textContent('#ignored li'), /应为 9，现为 6.*第三部分/);
  await page.locator('#ignored button').click();
  await page.waitForSelector('#nothing-ignored:not([hidden])');
  await page.keyboard.press('Escape');
  assert.deepEqual(await codes(page), before);
  await ignore(page, 'T101');
  await page.click('.notice >> text=恢复');
  assert.equal(await message(page, 'T101'), first);
  // Other numbers are another matter: an opinion that says something else is told again.
  await ignore(page, 'T101');
  await page.locator('#report td', { hasText: /^6$/ }).last().click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('5');
  await page.waitForSelector('.message >> text=/应为 9，现为 5[（：]/');
  assert.ok(!await page.isVisible('#left-out'));
});

onSample('all ignored is not the same as all right', async (page) => {
  while (await page.locator('.card').count() > 0) await ignore(page, (await codes(page))[0].replace('规则 ', ''));
  assert.equal(await page.textContent('#status'), '没有待处理的意见');
  assert.ok(!await page.isVisible('.clean-words'));
}, { forms: ['site'] });

onSample('a note stands by its opinion, also when the report is opened again, on paper and in the copied list', async (page, { context }) => {
  await annotate(page, 'X101', '台账为 23? 已核实');
  assert.equal(await noteOf(page, 'X101'), '台账为 23? 已核实');
  assert.ok(!await page.isVisible('#help'), 'keys in a note are words');
  await openNote(page, 'X101');
  await page.keyboard.type('，不改');
  await page.keyboard.press('Escape');
  assert.equal(await noteOf(page, 'X101'), '台账为 23? 已核实，不改', 'Escape loses nothing');
  await page.keyboard.press('Control+Z');
  await page.waitForFunction(() => !document.querySelector('#opinions').textContent.includes('，不改'));
  await annotate(page, 'N101', '另有口径');
  await ignore(page, 'N101');
  await context.grantPermissions(['clipboard-read', 'clipboard-write']).catch(() => {});
  await page.click('#copy-opinions');
  await notice(page, '意见已复制');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /3 处错误，3 处存疑，2 条提示/);
  assert.match(copied, /存疑（X101）第一部分：本年新收.*\n {3}改法：改为 23\n {3}备注：台账为 23\? 已核实\n/);
  assert.match(copied, /已忽略 1 条：\n1\. 存疑（N101）/);
  await page.emulateMedia({ media: 'print' });
  assert.ok(await page.isVisible('.remark >> text=已核实'));
  assert.match(await page.innerText('#ignored-words'), /已忽略 1 条：\n1\. 存疑（N101）[^]*备注：另有口径/);
  await page.emulateMedia({ media: 'screen' });
  await page.setInputFiles('#chooser', REPORT('乙.html'));
  await page.waitForFunction(() => document.querySelectorAll('.file').length === 2);
  await page.locator('[data-close]').first().click();
  await page.waitForFunction(() => document.querySelectorAll('.file').length === 1);
  await page.evaluate(() => document.getElementById('sample').click());
  await page.waitForFunction(() => document.querySelectorAll('.file').length === 2);
  await page.waitForSelector('.remark >> text=台账为 23');
  assert.equal(await page.textContent('#left-out'), '已忽略 1 条');
}, { forms: ['site'] });

onSample('a note goes on being written when its opinion is worded anew meanwhile', async (page) => {
  await page.addInitScript(() => {
    window.Worker = class extends Worker {
      set onmessage(hear) { super.onmessage = (event) => { setTimeout(() => hear(event), window.slow ? 600 : 0); }; }
    };
  });
  await page.reload();
  await openSample(page);
  const before = await message(page, 'X101');
  await page.evaluate(() => { window.slow = true; });
  await page.locator('#report tr', { hasText: '本年新收' }).locator('td').last().click();
  await page.keyboard.type('77');
  await openNote(page, 'X101');
  await page.keyboard.type('已与业务');
  await page.waitForFunction((old) => ![...document.querySelectorAll('.card .message')].some((words) => words.textContent === old), before);
  await page.keyboard.type('科室核实');
  await page.keyboard.press('Control+Enter');
  assert.equal(await noteOf(page, 'X101'), '已与业务科室核实');
}, { forms: ['site'] });

onSample('a note stays with its opinion when that has other numbers, and with another note that a record brings', async (page, { form }) => {
  await annotate(page, 'X101', '已与业务科室核实');
  const before = await message(page, 'X101');
  await page.locator('#report tr', { hasText: '本年新收' }).locator('td').last().click();
  await page.keyboard.type('77');
  await page.waitForFunction((old) => ![...document.querySelectorAll('.card .message')].some((words) => words.textContent === old), before);
  assert.equal(await noteOf(page, 'X101'), '已与业务科室核实');
  await page.click('#setup-open');
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#save-record')]);
  const record = JSON.parse(readFileSync(await download.path(), 'utf8'));
  const other = await open(browser, { form });
  try {
    await openSample(other.page);
    await annotate(other.page, 'X101', '我的备注');
    await other.page.setInputFiles('#chooser', { name: '记录.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(record)) });
    await notice(other.page, '已读入意见处理记录');
    await other.page.waitForFunction(() => document.querySelector('#opinions').textContent.includes('已与业务科室核实'));
    assert.match(await noteOf(other.page, 'X101'), /我的备注\s*已与业务科室核实/);
  } finally {
    await other.close();
  }
}, { forms: ['site'] });

onSample('what was said of opinions goes into a file and comes back from it, elsewhere', async (page, { form }) => {
  assert.ok(await leavesSafely(page));
  await annotate(page, 'X101', '已核实');
  await ignore(page, 'T101');
  assert.ok(!await leavesSafely(page), 'what was said would be lost');
  await page.click('#setup-open');
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#save-record')]);
  assert.equal(download.suggestedFilename(), '意见处理记录.json');
  assert.ok(await leavesSafely(page));
  const record = readFileSync(await download.path());
  const other = await open(browser, { form });
  try {
    const take = (buffer) => other.page.setInputFiles('#chooser', { name: '意见处理记录.json', mimeType: 'application/json', buffer });
    await take(record);
    await notice(other.page, '共 2 条；打开相应的报告后生效');
    await openSample(other.page);
    assert.equal(await other.page.textContent('#left-out'), '已忽略 1 条');
    assert.equal(await noteOf(other.page, 'X101'), '已核实');
    const whole = JSON.parse(String(record));
    for (const [spoiled, words] of [
      ['{"kind":', '不是意见处理记录'], ['[]', '不是意见处理记录'], ['null', '不是意见处理记录'],
      [JSON.stringify({ ...whole, version: 2 }), '更新版本'],
      [JSON.stringify({ ...whole, reports: [null] }), '已损坏'],
      [JSON.stringify({ ...whole, reports: [{ title: '甲', remarks: [{ ...whole.reports[0].remarks[0], note: '长'.repeat(501) }] }] }), '已损坏'],
      [' '.repeat(4 * 2 ** 20 + 1), '文件太大']]) {
      await take(Buffer.from(spoiled));
      await notice(other.page, words);
    }
    assert.equal(await other.page.textContent('#left-out'), '已忽略 1 条', 'what is spoiled changes nothing');
    assert.deepEqual(other.errors, []);
  } finally {
    await other.close();
  }
});

onSample('a broken relation stands as an equation, and its numbers lead to their cells', async (page) => {
  await cardOf(page, 'T101').locator('.message').click();
  const equations = page.locator('.card.chosen .equation');
  assert.deepEqual(await equations.allTextContents(), ['9+2+1+1+1+2+1+1+1=19（9 处现为 6，另 12 项为 0）', '9+1+0+0+1+0=11（9 处现为 6）']);
  await equations.first().locator('.term', { hasText: '19' }).click();
  assert.equal(await page.evaluate(() => document.activeElement.textContent), '19');
  assert.ok(await page.evaluate(() => document.activeElement.classList.contains('involved')));
  await equations.first().locator('.suspect').click();
  assert.equal(await page.evaluate(() => document.activeElement.textContent), '6');
  assert.equal(await page.locator('#report td.chosen').count(), 1);
  assert.equal(await page.locator('.card:has([data-rule="T101"]) .equation').nth(2).textContent(), '1+0+1+0=2（2 处现为 1）');
  assert.equal(await cardOf(page, 'N101').locator('.equation').textContent(), '218+96+12+35+27+21=409（409 处现为 412）');
  assert.equal(await cardOf(page, 'X101').locator('.equation').count(), 0);
});

test('an equation is shown only where it comes out even', async () => {
  const source = readFileSync(new URL('../../www/equation.js', import.meta.url), 'utf8');
  const { equationsOf } = await import('data:text/javascript,' + encodeURIComponent(source));
  const place = (text, note, row = '甲') => ({ section: '三', row, text, note, start: 0, end: 0, line: 1 });
  const told = (fix, ...places) => equationsOf({ message: '', places, fixes: [{ label: '', edits: [{ start: 0, end: 0, text: fix }] }] })
    .map(({ terms, sums, zeros, now }) => [terms, sums].map((side) => side.map(({ index, value }) => (index === 0 ? '!' : '') + value).join('+')).join('=') + ' ' + now + ' ' + zeros);
  const [left, right] = ['等式左边', '等式右边'];
  assert.deepEqual(told('3', place('5'), place('1,001', right), place(' ', right), place('－998', right)), [], 'not a number of a cell');
  assert.deepEqual(told('1002', place('5'), place('1,001', right), place('１', right), place('/', right)), ['1001+1+0=!1002 5 0']);
  assert.deepEqual(told('2', place(''), place('3', left), place('4', right), place('1', right)), ['!2+3=4+1 空白 0'], 'the mark is on the left');
  assert.deepEqual(told('2', place('9'), place('6', left), place('4', right)), ['!2+4=6 9 0'], 'the mark is on the right');
  assert.deepEqual(told('2', place('9'), place('6', left), place('4', right), place('7', left, '乙'), place('4', right, '乙')), ['!2+4=6 9 0'], 'one of two');
  assert.deepEqual(told('x', place('9'), place('6', left), place('4', right)), []);
  assert.deepEqual(equationsOf({ message: '', places: [place('1')], fixes: [] }), []);
});

onSample('a note is written with the mouse: the button stays where it is pressed', async (page) => {
  const card = page.locator('.card').nth(1);
  await card.locator('.noter summary').click();
  await page.keyboard.type('已与业务科室核实');
  const [links, field] = [await card.locator('.silencer summary').boundingBox(), await card.locator('textarea').boundingBox()];
  assert.ok(links.y < field.y, 'the other links stay above');
  const { x, y, width, height } = await card.locator('[data-keep]').boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.up();
  assert.equal(await card.locator('.noter').getAttribute('open'), null);
  assert.equal(await card.locator('.remark-words').textContent(), '已与业务科室核实');
  assert.ok(await card.locator('.remark').isVisible());
});

onSample('all certain fixes are taken at once, listed, and taken back in one step', async (page) => {
  const before = await codes(page);
  const text = await page.textContent('#report');
  assert.equal(await page.textContent('#certain'), '全部采用确定的改法（4）');
  await page.click('#certain');
  assert.equal(await page.textContent('#certain-title'), '已采用 4 条改法');
  // The year of the title may be the wrong one: that is for a person to say.
  assert.doesNotMatch(await page.textContent('#certain-list'), /2024/);
  await page.waitForFunction(() => document.querySelector('#status').textContent === '1 处错误，4 处存疑');
  await page.click('#certain-back');
  await page.waitForFunction((count) => document.querySelectorAll('.card').length === count, before.length);
  assert.equal(await page.textContent('#report'), text);
  assert.ok(await page.isDisabled('#undo'));
  await page.keyboard.press('Control+y');
  await page.waitForFunction(() => document.querySelector('#status').textContent === '1 处错误，4 处存疑');
});

onSample('the settings of the last visit are remembered', async (page) => {
  await page.locator('.filter').nth(2).click();
  await page.click('#setup-open');
  await page.selectOption('#profile', { index: 1 });
  const size = () => page.locator('#report p').first().evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
  const usual = await size();
  await page.check('#sizes [value=large]');
  assert.ok(await size() > usual);
  await page.reload();
  await openSample(page);
  assert.ok(await size() > usual);
  assert.equal(await page.locator('.filter').nth(2).getAttribute('aria-pressed'), 'false');
  assert.equal(await page.locator('.card[data-severity=hint]').count(), 0);
  await page.click('#setup-open');
  await page.waitForFunction(() => document.querySelector('#profile').selectedIndex === 1);
  assert.ok(await page.isChecked('#sizes [value=large]'));
  assert.deepEqual(Object.keys(await page.evaluate(() => ({ ...localStorage }))), ['gouji-settings'], 'and nothing of the report');
  await page.evaluate(() => localStorage.setItem('gouji-settings', '{"profile":7,"hidden":"x","size":[],"keep":"yes"}'));
  await page.reload();
  await openSample(page);
  assert.equal(await size(), usual, 'what is spoiled is as if it were not there');
});

async function keepDrafts(page) {
  await page.click('#setup-open');
  await page.check('#keep');
  await page.waitForFunction(() => document.querySelector('#keep-words').textContent.includes('已开始保留'));
  await page.keyboard.press('Escape');
}

/** Whether leaving the page would lose nothing, for then it does not ask. */
const asksNothing = () => window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
const leavesSafely = (page) => page.evaluate(asksNothing);
const settled = (page) => page.waitForFunction(asksNothing);

onSample('drafts are kept on request, and go on after a reload', async (page) => {
  assert.equal(await page.isVisible('#kept'), false);
  await keepDrafts(page);
  await page.setInputFiles('#chooser', REPORT('乙.html'));
  await page.waitForFunction(() => document.querySelectorAll('.file').length === 2);
  await page.locator('.file').first().click();
  await annotate(page, 'X101', '已核实');
  await ignore(page, 'N101');
  await page.click('#certain');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.querySelector('#status').textContent === '1 处错误，3 处存疑');
  const text = await page.textContent('#report');
  await settled(page);
  await page.waitForTimeout(300);
  await page.reload();
  await page.waitForSelector('#kept:not([hidden])');
  assert.match(await page.textContent('#kept'), /上次在本机浏览器里保留了 2 份草稿/);
  await page.click('#resume');
  await page.waitForFunction(() => document.querySelectorAll('.file').length === 2);
  await page.waitForFunction(() => document.querySelector('#status').textContent === '1 处错误，3 处存疑');
  assert.equal(await page.textContent('#report'), text);
  assert.equal(await noteOf(page, 'X101'), '已核实');
  assert.equal(await page.textContent('#left-out'), '已忽略 1 条');
  await page.click('#undo');
  await page.waitForFunction(() => document.querySelector('#status').textContent.includes('3 处错误'));
  await page.locator('[data-close]').last().click();
  await page.waitForFunction(() => document.querySelectorAll('.file').length === 1);
  await page.waitForTimeout(300);
  await page.reload();
  await page.waitForSelector('#kept:not([hidden])');
  assert.match(await page.textContent('#kept'), /1 份草稿/);
  await page.click('#drop-earlier');
  await page.waitForTimeout(300);
  await page.reload();
  await page.waitForTimeout(300);
  assert.equal(await page.isVisible('#kept'), false);
});

onSample('清除 leaves nothing', async (page) => {
  await keepDrafts(page);
  await page.waitForTimeout(500);
  await page.click('#setup-open');
  assert.ok(/本机文件/.test(await page.locator('#keep-about').innerText()) === page.url().startsWith('file:'));
  await page.click('#drop-kept');
  await page.waitForSelector('text=已清除');
  assert.ok(!await page.isChecked('#keep'));
  const left = await page.evaluate(() => new Promise((resolve) => {
    const request = indexedDB.open('gouji-drafts');
    request.onsuccess = () => {
      const all = request.result.transaction('drafts').objectStore('drafts').getAll();
      all.onsuccess = () => resolve(all.result.length);
    };
  }));
  assert.equal(left, 0);
});

test('a browser that keeps nothing is no obstacle, and is told of', async () => {
  const { page, errors, close } = await open(browser);
  try {
    // The first load is not cut off.
    await page.waitForLoadState('networkidle');
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => { throw new DOMException('refused', 'SecurityError'); };
      Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
      Storage.prototype.getItem = () => { throw new DOMException('refused', 'SecurityError'); };
    });
    await page.reload();
    await openSample(page);
    await page.locator('.filter').nth(2).click();
    assert.equal(await page.locator('.card[data-severity=hint]').count(), 0);
    await page.click('#setup-open');
    await page.locator('#keep').click();
    await page.waitForSelector('#keep-words >> text=浏览器不允许');
    assert.ok(!await page.isChecked('#keep'));
    assert.deepEqual(errors, []);
  } finally {
    await close();
  }
});

for (const colorScheme of ['light', 'dark']) {
  for (const viewport of [{ width: 1366, height: 768 }, { width: 390, height: 844 }]) {
    onSample(`axe finds nothing in notes, equations and settings, ${colorScheme}, ${viewport.width} wide`, async (page) => {
      await page.evaluate(AXE);
      const violations = async () => {
        await page.waitForTimeout(200);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing is wider than the window');
        return page.evaluate(async () => (await axe.run(document)).violations.map(({ id, nodes }) =>
          id + ': ' + nodes.slice(0, 3).map(({ html, failureSummary }) => html.slice(0, 120) + ' ' + failureSummary).join(' | ')));
      };
      await page.keyboard.press('F8');
      await cardOf(page, 'T101').locator('.message').click();
      assert.deepEqual(await violations(), [], 'an equation');
      await openNote(page, 'T101');
      await page.keyboard.type('已核实');
      assert.deepEqual(await violations(), [], 'a note being written');
      await page.keyboard.press('Control+Enter');
      await page.locator('.card.chosen .silencer summary').click();
      assert.deepEqual(await violations(), [], 'a note, and ways to ignore');
      await page.locator('.card.chosen [data-ignore]').click();
      await page.click('#setup-open');
      assert.deepEqual(await violations(), [], 'the settings');
      await page.keyboard.press('Escape');
      await page.click('#certain');
      assert.deepEqual(await violations(), [], 'what was changed');
    }, { forms: ['site'], colorScheme, viewport });
  }
}
