// What the page tells of its understanding: the outline, the tables beside the form, the numbers, the strip of marks.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { FORMS, launch, open } from './page.js';
import { pdf } from './files.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** @type {import('playwright-core').Browser} */
let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

/** Runs a test on the sample, in a page of its own, which must not have complained in the end. */
function onSample(name, run, options = {}) {
  test(name + (options.form === 'file' ? '（单文件）' : ''), async () => {
    const { page, errors, close } = await open(browser, options);
    try {
      await page.click('#sample');
      await page.waitForSelector('.card');
      await page.waitForSelector('#outline:not([hidden])', { state: 'attached' });
      await run(page);
      assert.deepEqual(errors, []);
    } finally {
      await close();
    }
  });
}

const file = (name, text) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
const part = (page, name) => page.locator('#outline button', { hasText: name });
const look = (page, name) => page.getByRole('button', { name, exact: true }).click();
const cell = (page, label, column) => page.locator('#report tr', { has: page.locator('th', { hasText: label }) }).last().locator('td').nth(column);
const card = (page, words) => page.getByRole('listitem', { name: /^意见/ }).filter({ hasText: words }).first();

/** Gives a cell of the report another number. */
async function type(page, label, column, text) {
  await cell(page, label, column).click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

for (const form of FORMS) {
  onSample('the outline tells how many opinions each part has, and goes there', async (page) => {
    const names = await page.locator('#outline button > span:first-child').allTextContents();
    assert.deepEqual(names, ['标题和前言', '一、总体情况', '二、主动公开', '表二', '三、申请办理', '表三', '四、复议诉讼', '表四', '五、问题及改进', '六、其他事项']);
    const told = await page.locator('#outline .count').allTextContents();
    const cards = await page.locator('.card').count();
    assert.equal(told.reduce((sum, count) => sum + Number(count), 0), cards);
    await part(page, '表四').click();
    await page.waitForFunction(() => window.scrollY > 1000);
    await page.waitForFunction(() => document.querySelector('#outline [aria-current]')?.textContent.startsWith('表四'));
    await page.waitForFunction(() => {
      const { top } = document.querySelector('#report table[aria-label^=表四]').getBoundingClientRect();
      return top > 56 && top < 768 / 2;
    });
  }, { form });
}

onSample('the outline follows the scrolling', async (page) => {
  const here = () => page.locator('#outline [aria-current]').allTextContents();
  assert.match((await here()).join(), /^标题和前言/);
  await page.evaluate(() => window.scrollTo(0, 1e6));
  await page.waitForFunction(() => document.querySelector('#outline [aria-current]')?.textContent.startsWith('六、'));
  await page.mouse.move(500, 400);
  await page.mouse.wheel(0, -1e6);
  await page.waitForFunction(() => document.querySelector('#outline [aria-current]')?.textContent.startsWith('标题'));
  assert.equal((await here()).length, 1);
  // What was gone to is marked, though it cannot come to the top of the window.
  await part(page, '五、').click();
  await page.waitForFunction(() => document.querySelector('#outline [aria-current]')?.textContent.startsWith('五、'));
  await page.waitForTimeout(900);
  assert.match((await here()).join(), /^五、/);
});

onSample('by keyboard the outline brings the caret to the part', async (page) => {
  await part(page, '五、').focus();
  await page.keyboard.press('Enter');
  assert.match(await page.evaluate(() => document.activeElement.textContent), /^五、存在的主要问题/);
  assert.ok(await page.evaluate(() => document.activeElement.isContentEditable));
});

test('the outline says which parts are missing, and knows when they come', async () => {
  const { page, close, errors } = await open(browser);
  try {
    await page.setInputFiles('#chooser', file('甲.txt', '柳溪镇人民政府2025年政府信息公开工作年度报告\n一、总体情况\n全年没有收到申请。\n'
      + '二、主动公开政府信息情况\n见附件。\n其他\n无。'));
    await page.waitForSelector('#outline:not([hidden])');
    assert.ok(await part(page, '三、').isDisabled() && await part(page, '表三').isDisabled());
    assert.match(await part(page, '三、').textContent(), /缺/);
    assert.ok(await part(page, '一、').isEnabled());
    await page.locator('#report [data-piece]', { hasText: '其他' }).click();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('六、其他需要报告的事项');
    await page.waitForFunction(() => !document.querySelector('#outline li:last-child button').disabled);
    await page.keyboard.press('Control+Z');
    await page.waitForFunction(() => document.querySelector('#outline li:last-child button').disabled);
    assert.deepEqual(errors, []);
  } finally {
    await close();
  }
});

onSample('on a telephone the outline is folded and opens by touch', async (page) => {
  assert.ok(!await part(page, '三、').isVisible());
  await page.locator('#outline-fold summary').tap();
  await part(page, '三、').tap();
  await page.waitForFunction(() => window.scrollY > 500);
  assert.ok(!await page.isVisible('.strip-mark'));
  for (const way of ['格式对照', '统计']) {
    await look(page, way);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), way);
  }
}, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

for (const form of FORMS) {
  onSample('格式对照 shows the labels of the form beside those of the draft, and what is missing', async (page) => {
    await look(page, '格式对照');
    assert.ok(!await page.isVisible('#report'));
    const row = (label) => page.locator('#reading tr', { has: page.locator('th', { hasText: label }) }).last();
    const texts = (label) => row(label).locator('th, td').allTextContents();
    assert.deepEqual((await texts('行政规范性文件')).slice(1), ['规范性文件', '1', '0', '6']);
    assert.ok(await row('行政规范性文件').locator('.own .differs').isVisible());
    assert.deepEqual(await texts('规章'), ['规章', '相同', '0', '0', '空白']);
    assert.deepEqual((await texts('行政强制')).slice(2), ['/读作 0']);
    assert.deepEqual(await texts('六、其他需要报告的事项'), ['六、其他需要报告的事项', '六、其他需要汇报事项']);
    assert.deepEqual((await texts('（一）予以公开')).slice(2), ['6', '1', '0', '0', '1', '0', '11']);
    assert.match(await page.locator('#reading .facts').textContent(), /青禾镇.*2025年.*2024年1月1日.*2021年格式/);
    // Table four has one row without a name: each of its columns is a line.
    assert.equal(await page.locator('#reading table[aria-label^=表四] tbody .there').count(), 15);
  }, { form });
}

onSample('a row of 格式对照 goes to its place in the report, by mouse and by keyboard', async (page) => {
  await look(page, '格式对照');
  const row = page.locator('#reading tr', { has: page.locator('th', { hasText: '2.重复申请' }) }).last();
  await row.locator('td').nth(3).click();
  assert.ok(await page.isVisible('#report'));
  assert.equal(await page.getAttribute('#as-report', 'aria-pressed'), 'true');
  const focused = () => page.evaluate(() => [document.activeElement.closest('tr')?.textContent, document.activeElement.cellIndex]);
  const [text, column] = await focused();
  assert.match(text, /2\.重复申请/);
  assert.equal(column, 3);
  await look(page, '格式对照');
  await row.locator('button').focus();
  await page.keyboard.press('Enter');
  assert.match(await page.evaluate(() => document.activeElement.textContent), /2\.重复申请/);
  const box = await page.evaluate(() => document.activeElement.getBoundingClientRect().toJSON());
  await page.waitForTimeout(700);
  assert.ok(box.height > 0);
  const after = await page.evaluate(() => document.activeElement.getBoundingClientRect().toJSON());
  assert.ok(after.top > 56 && after.bottom < 768, JSON.stringify(after));
});

onSample('格式对照 follows a correction, and an opinion leads back to the report', async (page) => {
  await look(page, '格式对照');
  await card(page, '六、其他需要汇报事项').locator('.fix').first().click();
  await page.waitForFunction(() => /六、其他需要报告的事项相同/.test(document.querySelector('#reading').textContent));
  await card(page, '统计期限').locator('.card-head').click();
  assert.ok(await page.isVisible('#report'));
  await look(page, '统计');
  await page.keyboard.press('F8');
  assert.ok(await page.isVisible('#report .chosen'));
});

test('格式对照 says which rows, tables and parts a draft lacks, and which it has of its own', async () => {
  const { page, close, errors } = await open(browser);
  try {
    await page.setInputFiles('#chooser', file('乙.html', '<h1>柳溪镇人民政府2025年政府信息公开工作年度报告</h1><h2>二、主动公开政府信息情况</h2><table>'
      + '<tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr><tr><td>规章</td><td>0</td><td>0</td><td>0</td></tr>'
      + '<tr><td>行政规范性文件</td><td>1</td><td>１２</td></tr>' + '<tr><td>自设文件</td><td>7</td><td>7</td><td>7</td></tr>'.repeat(30)
      + '<tr><td>信息内容</td><td>本年处理决定数量</td></tr><tr><td>行政许可</td><td>三十</td></tr></table>'));
    await page.waitForSelector('.card');
    await page.waitForSelector('#outline:not([hidden])', { state: 'attached' });
    await look(page, '格式对照');
    const text = await page.locator('#reading').innerText();
    assert.match(text, /没有找到这一部分/);
    assert.match(text, /原稿里没有找到这张表/);
    assert.match(text, /行政处罚\s+没有找到这一行\s+缺/);
    assert.match(text, /多出的行：\s*自设文件/);
    assert.match(text, /１２\s*读作 12/);
    assert.match(text, /等，共 30 处/);
    assert.equal(await page.locator('#reading .foreign button').count(), 20);
    await page.locator('#reading .foreign button').first().click();
    assert.match(await page.evaluate(() => document.activeElement.textContent), /自设文件/);
    await look(page, '统计');
    assert.match(await page.locator('#figures').innerText(), /表三没有找到，或者没有填写。\s*表四没有找到/);
    assert.deepEqual(errors, []);
  } finally {
    await close();
  }
});

test('a label that has a stroke in it is one label', async () => {
  const { page, close, errors } = await open(browser);
  try {
    await page.setInputFiles('#chooser', file('丁.html', '<h1>柳溪镇人民政府2020年政府信息公开工作年度报告</h1><h2>二、主动公开政府信息情况</h2><table>'
      + '<tr><td>信息内容</td><td>上一年项目数量</td><td>本年增/减</td><td>处理决定数量</td></tr><tr><td>行政许可</td><td>1</td><td>0</td><td>x</td></tr>'
      + '<tr><td>其他对外管理服务事项</td><td>1</td><td>y</td><td>0</td></tr></table>'));
    await page.waitForSelector('.card');
    await page.waitForSelector('#outline:not([hidden])', { state: 'attached' });
    await look(page, '格式对照');
    assert.ok(await page.locator('#reading thead th', { hasText: /^本年增\/减$/ }).count() > 0);
    assert.equal(await page.locator('#reading .outer', { hasText: '本年增' }).count(), 0);
    assert.deepEqual(errors, []);
  } finally {
    await close();
  }
});

onSample('统计 gives the main numbers, and says of those that do not agree instead of drawing them', async (page) => {
  await look(page, '统计');
  const tiles = await page.locator('.tiles > div').evaluateAll((all) => all.map((tile) => [tile.querySelector('dt').firstChild.textContent, tile.querySelector('dd').textContent]));
  const told = Object.fromEntries(tiles);
  assert.equal(told['本年新收申请'], '23 件');
  assert.equal(told['结转下年度'], '2 件');
  assert.equal(told['行政许可'], '126');
  assert.equal(told['规章'], '空白');
  assert.match(await page.locator('#figures').textContent(), /表三有 \d+ 处错误/);
  assert.match(await page.locator('.trio .refusal').textContent(), /各项结果相加是 2，总计填的是 1/);
  assert.equal(await page.getByRole('img', { name: /去向/ }).count(), 1);
  await look(page, '报告');
  await type(page, '（一）予以公开', 6, '8');
  await type(page, '一、本年新收', 6, '33');
  await look(page, '统计');
  await page.waitForFunction(() => document.querySelectorAll('.refusal').length === 3);
  const [flow, applicants] = await page.locator('.refusal').allTextContents();
  assert.match(flow, /33 \+ 上年结转 2 = 35，总计 23 \+ 结转下年度 2 = 25，两边不相等；各项办理结果相加是 20，总计填的是 23。/);
  assert.match(applicants, /各类申请人相加是 23，总计填的是 33/);
  assert.equal(await page.getByRole('img', { name: /去向|申请人/ }).count(), 0);
  await look(page, '报告');
  await cell(page, '一、本年新收', 6).click();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await look(page, '统计');
  await page.locator('.refusal', { hasText: '各类申请人相加是 23，总计没有填' }).waitFor();
  await page.locator('.refusal', { hasText: '本年新收 空白 + 上年结转 2 = 2' }).waitFor();
  await page.locator('.refusal button').first().click();
  assert.ok(await page.isVisible('#report table[aria-label^=表三]'));
});

for (const [form, width] of [['site', 1366], ['file', 1366], ['site', 360]]) {
  onSample(`统计 draws what became of the applications, and who made them, ${width} wide`, async (page) => {
    await look(page, '统计');
    const flow = page.getByRole('img', { name: /去向/ });
    await flow.waitFor();
    assert.match(await flow.getAttribute('aria-label'), /^本年新收 23 件，上年结转 2 件，共 25 件；去向：予以公开 11 件，部分公开 2 件，不予公开 3 件，无法提供 5 件，不予处理 1 件，其他处理 1 件，结转下年度 2 件$/);
    // Two come in, seven go out; each is as thick as its share.
    assert.equal(await flow.locator('path').count(), 9);
    const ends = await flow.locator('rect').evaluateAll((all) => all.map((rect) => Math.round(rect.getAttribute('height') * 25 / 190)));
    assert.deepEqual(ends, [23, 2, 11, 2, 3, 5, 1, 1, 2, 25]);
    const labels = await flow.locator('text').allTextContents();
    assert.ok(labels.includes('予以公开 11') && labels.includes('共 25'), labels.join());
    assert.match(await page.getByRole('img', { name: /申请人/ }).getAttribute('aria-label'), /自然人 18 件，商业企业 3 件.*其他组织 0 件/);
    // No words lie over each other or out of the picture.
    const boxes = await flow.locator('text').evaluateAll((all) => all.map((text) => text.getBoundingClientRect().toJSON()));
    const frame = await flow.boundingBox();
    const bars = await flow.locator('rect').evaluateAll((all) => all.map((rect) => rect.getBoundingClientRect().toJSON()));
    for (const [index, one] of boxes.entries()) {
      for (const bar of bars) assert.ok(one.right <= bar.left || bar.right <= one.left || one.bottom <= bar.top + 4 || bar.bottom <= one.top, labels[index]);
      assert.ok(one.left >= frame.x - 1 && one.right <= frame.x + frame.width + 1, JSON.stringify(one));
      for (const other of boxes.slice(index + 1)) {
        assert.ok(one.right <= other.left || other.right <= one.left || one.bottom <= other.top + 4 || other.bottom <= one.top + 4, labels[index]);
      }
    }
  }, { form, viewport: { width, height: 768 } });
}

onSample('the strip shows where the marks are, and leads there', async (page) => {
  assert.equal(await page.locator('.strip-mark').count(), await page.locator('.card').count());
  assert.equal(await page.getAttribute('#strip', 'aria-hidden'), 'true');
  assert.equal(await page.locator('#strip').locator('button, a, [tabindex]').count(), 0);
  // Marks stand in the order of the report.
  const marks = await page.locator('.strip-mark').evaluateAll((all) => all.map((mark) => [Number(mark.title.match(/\d+/)[0]), parseFloat(mark.style.top)]));
  const ordered = [...marks].sort(([left], [right]) => left - right).map(([, top]) => top);
  for (const [index, top] of ordered.slice(1).entries()) assert.ok(top >= ordered[index] - 12, ordered.join());
  assert.ok(ordered[ordered.length - 1] - ordered[0] > 300);
  const last = page.locator('.strip-mark').nth(marks.indexOf(marks.reduce((low, mark) => mark[1] > low[1] ? mark : low)));
  const number = (await last.getAttribute('title')).match(/\d+/)[0];
  await last.click();
  assert.match(await page.locator('.card.chosen').getAttribute('aria-label'), new RegExp('^意见 ' + number + '：'));
  await page.waitForFunction(() => window.scrollY > 1000);
  const before = marks.length;
  await page.locator('.card.chosen .fix').first().click();
  await page.waitForFunction((count) => document.querySelectorAll('.strip-mark').length < count, before);
  await page.locator('.filter').first().click();
  assert.equal(await page.locator('.strip-mark[data-severity=error]').count(), 0);
  await look(page, '统计');
  assert.ok(!await page.isVisible('#strip'));
});

test('the strip stands beside the original pages too', async () => {
  const { page, close, errors } = await open(browser);
  try {
    const lines = ['柳溪镇人民政府2025年政府信息公开工作年度报告', '一、总体情况', '本报告统计期限为2024年1月1日至12月31日。'];
    await page.setInputFiles('#chooser', { name: '年报.pdf', mimeType: 'application/pdf', buffer: pdf([[], [], lines.map((text, index) => ({ text, left: 90, top: 90 + 40 * index }))]) });
    await page.waitForSelector('.card');
    await look(page, '原页');
    await page.locator('.page-mark').first().waitFor();
    await page.waitForFunction(() => [...document.querySelectorAll('.strip-mark')].some((mark) => parseFloat(mark.style.top) > 300));
    await page.locator('.strip-mark').last().click();
    await page.waitForFunction(() => window.scrollY > 500);
    assert.ok(await page.isVisible('.sheet'));
    assert.deepEqual(errors, []);
  } finally {
    await close();
  }
});

onSample('what is printed is the report, whatever is looked at', async (page) => {
  for (const way of ['统计', '格式对照']) {
    await look(page, way);
    await page.emulateMedia({ media: 'print' });
    assert.ok(await page.isVisible('#report'));
    for (const hidden of ['#figures', '#reading', '#strip', '#outline', '#ways']) assert.ok(!await page.isVisible(hidden), hidden);
    await page.emulateMedia({ media: 'screen' });
  }
});

for (const colorScheme of ['light', 'dark']) {
  for (const viewport of [{ width: 1366, height: 768 }, { width: 390, height: 844 }]) {
    onSample(`axe finds nothing in what is understood, ${colorScheme}, ${viewport.width} wide`, async (page) => {
      await page.evaluate(AXE);
      const violations = async () => {
        await page.waitForTimeout(200);
        return page.evaluate(async () => (await axe.run(document)).violations.map(({ id, nodes }) =>
          id + ': ' + nodes.slice(0, 3).map(({ html, failureSummary }) => html.slice(0, 120) + ' ' + failureSummary).join(' | ')));
      };
      await page.evaluate(() => { document.querySelector('#outline-fold').open = true; });
      assert.deepEqual(await violations(), [], 'the outline');
      await look(page, '格式对照');
      assert.deepEqual(await violations(), [], '格式对照');
      await look(page, '统计');
      assert.deepEqual(await violations(), [], '统计');
      await look(page, '报告');
      await type(page, '（一）予以公开', 6, '8');
      await look(page, '统计');
      await page.waitForFunction(() => document.querySelectorAll('.refusal').length === 2);
      assert.deepEqual(await violations(), [], 'numbers that do not agree');
    }, { colorScheme, viewport });
  }
}
