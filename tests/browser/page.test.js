// A reviewer at work with the page, in a real browser: marks, opinions, editing, files.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { FORMS, launch, open } from './page.js';

/** @type {import('playwright-core').Browser} */
let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

/** Runs a test on a page of its own, which must not have complained in the end. */
function onPage(name, run, options = {}) {
  test(name + (options.form === 'file' ? '（单文件）' : ''), async () => {
    const opened = await open(browser, options);
    try {
      await run(opened.page, opened);
      assert.deepEqual(opened.errors, []);
    } finally {
      await opened.close();
    }
  });
}

const onSample = (name, run, options) => onPage(name, async (page, opened) => {
  await page.click('#sample');
  await page.waitForSelector('.card');
  await run(page, opened);
}, options);

const status = (page) => page.textContent('[role=status]');
const cards = (page) => page.getByRole('listitem', { name: /^意见/ });

/** The cell of a row (by what its label begins with) and the number of its column among the numbers, from 0. */
const number = (page, label, column) =>
  page.locator('tr', { has: page.locator('th', { hasText: label }) }).last().locator('td').nth(column);
const GRANTED = '（一）予以公开';
const grantedByPersons = (page) => number(page, GRANTED, 0);
/** The paragraph that tells the statistic period, with a wrong year. */
const period = (page) => page.locator('#report p', { hasText: '统计期限' });
const counts = async (page) => Object.fromEntries(await page.locator('.filter').evaluateAll((buttons) =>
  buttons.map((button) => [button.dataset.severity, Number(button.firstElementChild.textContent)])));
const total = async (page) => Object.values(await counts(page)).reduce((sum, count) => sum + count, 0);

async function waitForTotal(page, wanted) {
  await page.waitForFunction((count) => document.querySelectorAll('.card').length === count, wanted);
}

async function pasteFromClipboard(page, context, types) {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((offered) => navigator.clipboard.write([new ClipboardItem(Object.fromEntries(
    Object.entries(offered).map(([type, text]) => [type, new Blob([text], { type })])))]), types);
  await page.keyboard.press('Control+V');
}

const PAGE = '<h1>柳溪镇人民政府2025年政府信息公开工作年度报告</h1><h2>一、总体情况</h2><p>全年共收到申请26件。</p>'
  + '<table><tr><td rowspan="2">甲</td><td colspan="2">乙</td></tr><tr><td>1</td><td>2</td></tr></table>';
const textFile = (name, text) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

onPage('says in one sentence what it does, and waits', async (page) => {
  assert.match(await page.textContent('.lead'), /核对政府信息公开工作年度报告/);
  assert.ok(await page.isVisible('#choose'));
  assert.ok(!await page.isVisible('#report'));
  assert.equal(await page.locator('input[type=file][multiple]').count(), 1);
});

onSample('the sample shows its faults where they are', async (page) => {
  assert.equal(await grantedByPersons(page).getAttribute('aria-invalid'), 'true');
  assert.equal(await grantedByPersons(page).textContent(), '6');
  assert.equal(await number(page, '规章', 2).getAttribute('aria-invalid'), 'true');
  assert.equal(await page.locator('#report table').last().locator('td').nth(4).getAttribute('aria-invalid'), 'true');
  assert.equal(await number(page, '（二）部分公开', 0).getAttribute('aria-invalid'), null);
  const marks = await page.locator('#report mark').allTextContents();
  assert.ok(marks.some((words) => words.includes('2024')), marks.join());
  assert.equal(await cards(page).count(), await total(page));
  const { error, warning, hint } = await counts(page);
  const words = [[error, '处错误'], [warning, '处存疑'], [hint, '条提示']].filter(([count]) => count > 0);
  assert.equal(await status(page), words.map(([count, word]) => `${count} ${word}`).join('，'));
});

onSample('tables keep their merged cells', async (page) => {
  const corner = page.locator('th', { hasText: '勾稽关系' });
  assert.equal(await corner.getAttribute('rowspan'), '3');
  assert.equal(await corner.getAttribute('colspan'), '3');
  assert.equal(await page.locator('th', { hasText: '三、本年度办理结果' }).getAttribute('rowspan'), '22');
});

onSample('a badge covers no digit of any cell', async (page) => {
  const covered = await page.evaluate(() => {
    const words = [...document.querySelectorAll('#report td, #report th')].map((cell) => {
      const range = document.createRange();
      range.selectNodeContents(cell);
      return range.getBoundingClientRect();
    });
    return [...document.querySelectorAll('#report td[data-number], #report th[data-number]')].filter((cell) => {
      const [box, style] = [cell.getBoundingClientRect(), getComputedStyle(cell, '::before')];
      const left = box.left + parseFloat(style.left);
      const top = box.top + parseFloat(style.top);
      const [right, bottom] = [left + parseFloat(style.width), top + parseFloat(style.height)];
      return words.some((word) => word.width > 0 && word.left < right && left < word.right && word.top < bottom && top < word.bottom);
    }).length;
  });
  assert.equal(covered, 0);
});

onSample('correcting a cell takes its mark away at once, the caret and the scroll stay', async (page) => {
  const before = await total(page);
  const cell = grantedByPersons(page);
  await cell.click();
  await page.waitForTimeout(500);
  const scroll = await page.evaluate(() => window.scrollY);
  // A click selects the number, as in a spreadsheet: what is typed takes its place.
  await page.keyboard.type('9');
  await waitForTotal(page, before - 1);
  assert.equal(await cell.getAttribute('aria-invalid'), null);
  await page.keyboard.type('0');
  assert.equal(await cell.textContent(), '90');
  assert.equal(await page.evaluate(() => window.scrollY), scroll);
  await waitForTotal(page, before);
});

onSample('a click selects the number of a cell, a second one puts the caret', async (page) => {
  const cell = grantedByPersons(page);
  await cell.click();
  await page.keyboard.type('57');
  assert.equal(await cell.textContent(), '57');
  await cell.click();
  await page.keyboard.press('End');
  await page.keyboard.type('1');
  assert.equal(await cell.textContent(), '571');
});

onSample('on paper stand the opinions of all severities, whatever the screen shows', async (page) => {
  const all = await cards(page).count();
  await page.locator('.filter[data-severity=error]').click();
  await page.waitForFunction((count) => document.querySelectorAll('.card').length < count, all);
  const shown = await cards(page).count();
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  assert.equal(await cards(page).count(), all);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  assert.equal(await cards(page).count(), shown);
});

onSample('going on within a paragraph says the opinion that is come to', async (page) => {
  await page.setInputFiles('#chooser', { name: '丙.txt', mimeType: 'text/plain',
    buffer: Buffer.from('柳溪镇人民政府2024年政府信息公开工作年度报告\n一、总体情况\n全年公开信息386条，其中网站211条、微信174条。受理热线86件，办结80件，办结率100%。') });
  await page.waitForFunction(() => /丙/.test(document.title) && document.querySelectorAll('.card').length > 2);
  const said = [];
  for (let step = await cards(page).count(); step > 0; step--) {
    const before = await page.evaluate(() => document.activeElement.dataset.piece);
    await page.keyboard.press('F8');
    await page.waitForTimeout(60);
    const [now, words] = await page.evaluate(() => [document.activeElement.dataset.piece, document.querySelector('#said').textContent]);
    assert.equal(words !== '', now === before);
    if (words) said.push(words);
  }
  assert.match(said.join(), /意见 \d+：.*100%/);
});

onSample('a fix is applied, told, and can be undone and redone', async (page) => {
  const before = await total(page);
  const card = cards(page).filter({ hasText: GRANTED }).first();
  await card.getByRole('button', { name: '改为 9' }).click();
  await waitForTotal(page, before - 1);
  assert.equal(await grantedByPersons(page).textContent(), '9');
  assert.match(await page.textContent('#notices'), /已处理：改为 9/);
  await page.click('#undo');
  await waitForTotal(page, before);
  assert.equal(await grantedByPersons(page).textContent(), '6');
  await page.keyboard.press('Control+Y');
  await waitForTotal(page, before - 1);
  assert.equal(await grantedByPersons(page).textContent(), '9');
  await page.keyboard.press('Control+Z');
  await waitForTotal(page, before);
  await page.keyboard.press('Control+Shift+Z');
  await waitForTotal(page, before - 1);
});

onSample('a fix of words inside a paragraph changes only them', async (page) => {
  const paragraph = period(page);
  const text = await paragraph.textContent();
  await cards(page).filter({ hasText: '统计期限' }).locator('.fix').first().click();
  await page.waitForFunction((old) => document.querySelector('#report').textContent.includes(old) === false, text);
  assert.equal(await paragraph.textContent(), text.replace(/2024/g, '2025'));
});

onSample('after many edits before it, a fix lands where it belongs', async (page) => {
  for (const text of ['标题改短', '标题改得长了许多，还有𠮷字']) {
    await page.locator('.level-1').click();
    await page.keyboard.press('Control+A');
    await page.keyboard.type(text);
  }
  await number(page, '行政许可', 0).click();
  await page.keyboard.type('3456');
  await page.keyboard.press('Escape');
  await cards(page).filter({ hasText: GRANTED }).getByRole('button', { name: '改为 9' }).click();
  await page.waitForFunction(() => !document.querySelector('#undo').disabled);
  assert.equal(await grantedByPersons(page).textContent(), '9');
  assert.equal(await page.locator('.level-1').textContent(), '标题改得长了许多，还有𠮷字');
  assert.equal(await number(page, '行政许可', 0).textContent(), '126');
});

onSample('a blank cell is filled where its number stands', async (page) => {
  const cell = number(page, '规章', 2);
  const height = (await cell.boundingBox()).height;
  await cell.click();
  await page.keyboard.type('0');
  assert.equal(await cell.innerHTML(), '0');
  await page.waitForFunction(() => !document.activeElement.hasAttribute('aria-invalid'));
  await page.keyboard.press('Backspace');
  await page.waitForFunction(() => document.activeElement.hasAttribute('aria-invalid'));
  await page.keyboard.type('0');
  assert.equal(await cell.innerHTML(), '0');
  assert.equal((await cell.boundingBox()).height, height);
});

onSample('marks move no line: the report is as high with them as without', async (page) => {
  const height = () => page.evaluate(() => document.querySelector('#report').getBoundingClientRect().height);
  for (const width of [1366, 390]) {
    await page.setViewportSize({ width, height: 800 });
    const marked = await height();
    for (const button of await page.locator('.filter').all()) await button.click();
    assert.equal(await page.locator('#report [data-number]').count(), 0);
    assert.equal(await height(), marked);
    for (const button of await page.locator('.filter').all()) await button.click();
  }
});

onSample('typing in one cell is one step; Escape takes it back', async (page) => {
  const cell = number(page, '一、本年新收', 0);
  await cell.click();
  await page.keyboard.type('123');
  await page.keyboard.press('Escape');
  assert.equal(await cell.textContent(), '18');
  assert.ok(await page.isDisabled('#undo'));
  await page.keyboard.press('Control+A');
  await page.keyboard.type('21');
  await page.keyboard.press('Tab');
  await page.keyboard.type('4');
  await page.keyboard.press('Control+Z');
  assert.equal(await number(page, '一、本年新收', 1).textContent(), '3');
  assert.equal(await cell.textContent(), '21');
  await page.keyboard.press('Control+Z');
  assert.equal(await cell.textContent(), '18');
  assert.ok(await page.isDisabled('#undo'));
});

onSample('Tab, Enter and the arrows go from cell to cell with the content selected', async (page) => {
  const here = () => page.evaluate(() => document.activeElement.textContent + '|' + getSelection());
  await number(page, '一、本年新收', 0).click();
  await page.keyboard.press('Tab');
  await page.waitForFunction(() => String(getSelection()) === '3');
  assert.equal(await here(), '3|3');
  await page.keyboard.press('ArrowLeft');
  assert.equal(await here(), '18|18');
  await page.keyboard.press('Enter');
  assert.equal(await here(), '2|2');
  await page.keyboard.press('ArrowDown');
  assert.equal(await here(), '6|6');
  await page.keyboard.press('Shift+Enter');
  assert.equal(await here(), '2|2');
  await page.keyboard.press('ArrowLeft');
  assert.equal((await here()).slice(0, 6), '二、上年结转');
});

onSample('F8 goes through the opinions in the order of the report, round the end, and back', async (page) => {
  const count = await total(page);
  const chosen = () => page.locator('.card.chosen').getAttribute('aria-label');
  const order = [];
  for (let step = 0; step < count; step++) {
    await page.keyboard.press('F8');
    order.push(Number(/^意见 (\d+)/.exec(await chosen())[1]));
  }
  assert.deepEqual(order, Array.from({ length: count }, (_, index) => index + 1));
  await page.keyboard.press('F8');
  assert.match(await chosen(), /^意见 1：/);
  await page.keyboard.press('Shift+F8');
  assert.ok((await chosen()).startsWith(`意见 ${count}：`));
});

onSample('F8 goes on behind what was mended in a paragraph that has opinions before it', async (page) => {
  const [chosen, count] = [page.locator('.card.chosen'), await total(page)];
  const paragraph = page.locator('#report p', { hasText: '全年共收到政府信息公开申请26件' });
  await paragraph.fill('工作重点更加凸出。' + await paragraph.textContent());
  await waitForTotal(page, count + 1);
  while (!/^本年新收：正文为 26/.test(await chosen.locator('.message').textContent({ timeout: 100 }).catch(() => ''))) await page.keyboard.press('F8');
  const before = Number(await chosen.locator('.badge').textContent());
  await page.keyboard.press('Control+Enter');
  await waitForTotal(page, count);
  await page.keyboard.press('F8');
  assert.match(await chosen.getAttribute('aria-label'), new RegExp(`^意见 ${before}：提示 第二部分`));
});

onSample('in a low window the fix of the chosen opinion is in sight', async (page) => {
  await page.setViewportSize({ width: 683, height: 384 });
  for (let step = 0; step < 7; step++) await page.keyboard.press('F8');
  const [card, fix] = await Promise.all(['.card.chosen', '.card.chosen .fix'].map((each) => page.locator(each).boundingBox()));
  assert.ok(fix.y >= card.y && fix.y + fix.height <= card.y + card.height, JSON.stringify([card, fix]));
});

onSample('F8 selects what is marked, so that typing puts it right', async (page) => {
  const before = await total(page);
  await page.keyboard.press('F8');
  assert.equal(await page.evaluate(() => String(getSelection())), await page.locator('mark.chosen').textContent());
  await page.keyboard.type('2025');
  assert.match(await period(page).textContent(), /统计期限为2025年1月1日至2024年12月31日/);
  await page.keyboard.press('Control+Z');
  await waitForTotal(page, before);
});

onSample('the whole report is put right with the keyboard alone', async (page) => {
  for (let left = await total(page); left > 0; left--) {
    await page.keyboard.press('F8');
    await page.keyboard.press('Control+Enter');
    await page.waitForTimeout(60);
  }
  const cardsLeft = await page.locator('.card').evaluateAll((all) => all.filter((card) => card.querySelector('.fix')).length);
  assert.equal(cardsLeft, 0);
});

onSample('a mark and its card are chosen together', async (page) => {
  const cell = grantedByPersons(page);
  await cell.click();
  const card = page.locator('.card.chosen');
  assert.match(await card.getAttribute('aria-label'), new RegExp(GRANTED));
  assert.equal(await card.locator('.badge').textContent(), await cell.getAttribute('data-number'));
  assert.ok(await page.locator('td.involved').count() > 0);
  const last = cards(page).last();
  await last.locator('.card-head').click();
  await page.waitForTimeout(700);
  assert.ok(await last.evaluate((node) => node.classList.contains('chosen')));
  assert.ok(await page.locator('#report .chosen').isVisible());
  const mark = await page.locator('#report .chosen').boundingBox();
  assert.ok(mark.y > 56 && mark.y + mark.height < 768, JSON.stringify(mark));
  await page.locator('#report mark').first().click();
  assert.match(await page.locator('.card.chosen').getAttribute('aria-label'), /^意见 1：/);
});

onSample('a severity can be hidden, with its cards and marks', async (page) => {
  const before = await counts(page);
  const button = page.locator('#filter').getByRole('button', { name: /错误/ });
  assert.equal(await button.getAttribute('aria-pressed'), 'true');
  await button.click();
  assert.equal(await button.getAttribute('aria-pressed'), 'false');
  assert.equal(await page.locator('.card').count(), before.warning + before.hint);
  assert.equal(await grantedByPersons(page).getAttribute('aria-invalid'), null);
  assert.deepEqual(await counts(page), before);
  await page.keyboard.press('F8');
  assert.doesNotMatch(await page.locator('.card.chosen').getAttribute('aria-label'), /错误/);
  await button.click();
  assert.equal(await grantedByPersons(page).getAttribute('aria-invalid'), 'true');
});

onSample('words of a paragraph lose their marks while they are typed and get them back', async (page) => {
  const paragraph = period(page);
  const text = await paragraph.textContent();
  const marks = await paragraph.locator('mark').count();
  assert.ok(marks > 0);
  await paragraph.locator('mark').first().click();
  assert.equal(await paragraph.locator('mark').count(), marks);
  await page.keyboard.press('Home');
  await page.keyboard.type('今年，');
  assert.equal(await paragraph.locator('mark').count(), 0);
  await page.waitForFunction(() => document.querySelector('#report p[data-number]'));
  assert.equal(await paragraph.textContent(), '今年，' + text);
  await page.keyboard.press('Tab');
  await page.waitForFunction(() => [...document.querySelectorAll('#report mark')].some((mark) => mark.textContent.includes('2024')));
  assert.equal(await paragraph.textContent(), '今年，' + text);
  await page.keyboard.press('Control+Z');
  assert.equal(await paragraph.textContent(), text);
});

onSample('cutting and deleting inside marked words leaves the rest as it was', async (page, { context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const paragraph = period(page);
  const text = await paragraph.textContent();
  const marked = await paragraph.locator('mark').first().textContent();
  await cards(page).filter({ hasText: '统计期限' }).locator('.card-head').click();
  await page.keyboard.press('Control+X');
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), marked);
  assert.equal(await paragraph.textContent(), text.replace(marked, ''));
  await page.keyboard.press('Delete');
  assert.equal(await paragraph.textContent(), text.replace(marked + '年', ''));
  await page.keyboard.press('Control+Z');
  assert.equal(await paragraph.textContent(), text);
});

onSample('an input method is let finish', async (page, { context }) => {
  const before = await total(page);
  const cell = grantedByPersons(page);
  await cell.click();
  await page.keyboard.press('Control+A');
  const session = await context.newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'jiu', selectionStart: 3, selectionEnd: 3 });
  await page.waitForTimeout(100);
  assert.equal(await cell.textContent(), 'jiu');
  assert.equal(await page.locator('.card').count(), before);
  assert.ok(await page.isDisabled('#undo'));
  await session.send('Input.insertText', { text: '9' });
  await waitForTotal(page, before - 1);
  assert.equal(await cell.textContent(), '9');
  await cards(page).filter({ hasText: '统计期限' }).locator('.card-head').click();
  await session.send('Input.imeSetComposition', { text: 'er', selectionStart: 2, selectionEnd: 2 });
  await session.send('Input.insertText', { text: '二〇二五' });
  assert.match(await period(page).textContent(), /统计期限为二〇二五年1月1日至2024年/);
});

onSample('what is pasted into a cell becomes one line of plain text; a whole report opens beside', async (page, { context }) => {
  const cell = grantedByPersons(page);
  await cell.click();
  await page.keyboard.press('Control+A');
  await pasteFromClipboard(page, context, { 'text/plain': ' 7\r\n8\t', 'text/html': '<b>7</b><br>8' });
  assert.equal(await cell.innerHTML(), '7 8');
  await page.evaluate(() => navigator.clipboard.writeText('一行\n'.repeat(40)));
  await page.keyboard.press('Control+V');
  await page.waitForFunction(() => document.querySelectorAll('.file').length === 2);
});

onPage('a web page is pasted with its merged cells, in preference to its text', async (page, { context }) => {
  await pasteFromClipboard(page, context, { 'text/plain': '甲 乙\n1 2', 'text/html': PAGE });
  await page.waitForSelector('#report table');
  assert.equal(await page.locator('#report [rowspan="2"]').textContent(), '甲');
  assert.equal(await page.textContent('.level-1'), '柳溪镇人民政府2025年政府信息公开工作年度报告');
});

onPage('text is pasted', async (page, { context }) => {
  await pasteFromClipboard(page, context, { 'text/plain': '一、总体情况\n全年共收到申请26件。' });
  await page.waitForSelector('#report');
  assert.equal(await page.locator('#report [data-piece]').count(), 2);
});

onPage('what is dropped anywhere is opened', async (page) => {
  const data = await page.evaluateHandle((html) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([html], '柳溪镇.html', { type: 'text/html' }));
    return transfer;
  }, PAGE);
  await page.dispatchEvent('body', 'dragover', { dataTransfer: data });
  assert.ok(await page.isVisible('#curtain'));
  await page.dispatchEvent('body', 'drop', { dataTransfer: data });
  await page.waitForSelector('#report table');
  assert.ok(!await page.isVisible('#curtain'));
});

onPage('several files are listed with their counts; one that cannot be read is told and spoils nothing', async (page) => {
  await page.setInputFiles('input[type=file]', [
    { name: '甲镇.html', mimeType: 'text/html', buffer: Buffer.from(PAGE) }, textFile('空.txt', ' \n'), textFile('乙镇.txt', '一、总体情况\n没有申请。')]);
  await page.waitForFunction(() => document.querySelectorAll('.file').length === 2);
  assert.match(await page.locator('[role=alert]').textContent(), /^“空\.txt”：.*空/);
  assert.equal(await page.locator('.file[aria-current]').locator('.file-name').textContent(), '甲镇.html');
  await page.locator('#report p', { hasText: '26件' }).click();
  await page.keyboard.press('End');
  await page.keyboard.type('其他。');
  await page.locator('.file', { hasText: '乙镇' }).click();
  assert.match(await page.textContent('#report'), /没有申请/);
  assert.ok(await page.isDisabled('#undo'));
  await page.locator('.file', { hasText: '甲镇' }).click();
  assert.match(await page.textContent('#report'), /26件。其他。/);
  await page.keyboard.press('Control+Z');
  assert.doesNotMatch(await page.textContent('#report'), /其他/);
  await page.getByRole('button', { name: '关闭 乙镇.txt' }).click();
  assert.equal(await page.locator('.file').count(), 1);
});

onPage('many complaints stay in their place, and one goes when its file is opened', async (page) => {
  const empty = Array.from({ length: 12 }, (_, index) => textFile(`空${index}.txt`, ' '));
  for (const [width, height] of [[1366, 768], [390, 844]]) {
    await page.setViewportSize({ width, height });
    await page.setInputFiles('input[type=file]', [...empty, textFile('甲.txt', '一、总体情况')]);
    await page.getByText('12 个文件未能打开').click();
    const [box, bar] = [await page.locator('#notices').boundingBox(), await page.locator('#bar').boundingBox()];
    assert.ok(box.height <= height * 0.34 && box.y >= bar.y + bar.height && box.y + box.height <= height, JSON.stringify(box));
    await page.setInputFiles('input[type=file]', textFile('空3.txt', '一、总体情况'));
    await page.getByText('11 个文件未能打开').waitFor();
    assert.doesNotMatch(await page.textContent('#notices'), /空3/);
    // Of the others there is more to say than of one.
    await page.setInputFiles('input[type=file]', textFile('另.txt', ' '));
    const close = page.getByRole('button', { name: '全部关闭' });
    await close.waitFor();
    const button = await close.boundingBox();
    assert.ok(button.y >= box.y && button.y + button.height <= box.y + box.height, JSON.stringify(button));
    await close.click();
    assert.equal(await page.locator('[role=alert]').count(), 0);
    assert.ok(!await close.isVisible());
  }
});

onPage('a changed report is not closed without asking', async (page) => {
  await page.setInputFiles('input[type=file]', [textFile('甲.txt', '一、总体情况'), textFile('乙.txt', '一、总体情况')]);
  await page.waitForFunction(() => document.querySelectorAll('.file').length === 2);
  await page.locator('#report [data-piece]').first().click();
  await page.keyboard.type('改');
  await page.getByRole('button', { name: '关闭 甲.txt' }).click();
  await page.getByRole('button', { name: '不关闭' }).click();
  assert.equal(await page.locator('.file').count(), 2);
  await page.getByRole('button', { name: '关闭 甲.txt' }).click();
  await page.locator('#closing [data-agree]').click();
  await page.waitForFunction(() => document.querySelectorAll('.file').length === 1);
});

onSample('the corrected report is copied with its tables, and saved as text', async (page, { context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await grantedByPersons(page).click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('9876');
  await page.click('#copy');
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return Promise.all(['text/html', 'text/plain'].map(async (type) => (await item.getType(type)).text()));
  });
  assert.match(copied[0], /<td[^>]*>9876<\/td>/);
  assert.match(copied[0], /rowspan="22"/);
  assert.match(copied[1], /9876/);
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#save')]);
  assert.match(download.suggestedFilename(), /青禾镇.*\.txt$/);
});

onSample('the keys are told by "?" outside the report, and typed inside', async (page) => {
  await page.keyboard.press('?');
  assert.ok(await page.isVisible('#help'));
  await page.keyboard.press('Escape');
  assert.ok(!await page.isVisible('#help'));
  await grantedByPersons(page).click();
  await page.keyboard.type('?');
  assert.ok(!await page.isVisible('#help'));
  assert.match(await grantedByPersons(page).textContent(), /\?/);
});

onSample('on paper: the report with its numbers, then the opinions with what to do, nothing to press', async (page) => {
  await page.emulateMedia({ media: 'print' });
  assert.ok(!await page.isVisible('#bar'));
  assert.ok(await page.locator('.fix').first().isVisible());
  assert.ok(await page.locator('.severity').first().isVisible());
  assert.ok(!await page.locator('.card-more').first().isVisible());
  // Numbers that stand aslant are left out when the print is read.
  const turned = () => getComputedStyle(document.querySelector('#report td[data-number]'), '::before').transform;
  assert.match(await page.evaluate(turned), /^matrix/);
  const [report, opinions] = [await page.locator('#report').boundingBox(), await page.locator('#opinions').boundingBox()];
  assert.ok(opinions.y >= report.y + report.height);
});

onSample('on a telephone a fix leaves the person where the words were changed', async (page) => {
  await page.locator('mark', { hasText: '2024' }).first().click();
  await page.locator('.card.chosen .fix').click();
  await page.waitForSelector('.notice >> text=已处理');
  await page.waitForTimeout(800);
  const { y, height } = await period(page).boundingBox();
  assert.ok(y > 0 && y + height < 844, `${y}`);
  const [notice, ways] = [await page.locator('.notice').boundingBox(), await page.locator('#ways').boundingBox()];
  assert.ok(notice.y >= ways.y + ways.height || notice.y + notice.height <= ways.y, 'the ways to look at it can be pressed');
}, { viewport: { width: 390, height: 844 } });

for (const width of [901, 1024, 1180, 1366]) {
  onSample(`what is told covers no opinion, ${width} wide`, async (page) => {
    await page.setInputFiles('#chooser', [textFile('甲.pdf', '%PDF-1.4'), textFile('乙.pdf', '%PDF-1.4')]);
    await page.waitForFunction(() => document.querySelectorAll('.notice.bad li').length === 2);
    await page.locator('.card .fix').first().click();
    await page.waitForSelector('.notice >> text=已处理');
    const [notices, opinions] = [await page.locator('#notices').boundingBox(), await page.locator('#opinions-side').boundingBox()];
    assert.ok(notices.x + notices.width <= opinions.x);
  }, { viewport: { width, height: 768 } });
}

onSample('fits a telephone: nothing but the tables scrolls sideways', async (page) => {
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
  await page.keyboard.press('F8');
  assert.ok(await page.locator('.card.chosen').isVisible());
  await page.locator('.card.chosen .dismiss').click();
  assert.equal(await page.locator('.card.chosen').count(), 0);
}, { viewport: { width: 390, height: 844 } });

const quiet = (form) => onPage('asks for nothing after it has loaded', async (page, { asked, requests }) => {
  await page.waitForLoadState('networkidle');
  // The site is the page, its style, its script, the worker's and the module; the single file is itself.
  assert.equal(requests.length, form === 'site' ? 5 : 1, requests.join());
  const [askedBefore, requestsBefore] = [asked.length, requests.length];
  await page.click('#sample');
  await page.waitForSelector('.card');
  await page.locator('.fix').first().click();
  await page.setInputFiles('input[type=file]', textFile('含链接.html', PAGE + '<img src="/x.png"><a href="/y">z</a><script src="/z.js"></script>'));
  await page.waitForFunction(() => document.querySelectorAll('.file').length === 2);
  await page.click('#keys');
  await page.waitForTimeout(200);
  assert.deepEqual(asked.slice(askedBefore), []);
  assert.deepEqual(requests.slice(requestsBefore), []);
}, { form });
FORMS.forEach(quiet);

onSample('the single file by double-click: fix, undo, edit', async (page) => {
  const before = await total(page);
  await cards(page).filter({ hasText: GRANTED }).getByRole('button', { name: '改为 9' }).click();
  await waitForTotal(page, before - 1);
  await page.keyboard.press('Control+Z');
  await waitForTotal(page, before);
  await page.keyboard.type('9');
  await waitForTotal(page, before - 1);
}, { form: 'file' });

onPage('files and the clipboard', async (page, { context }) => {
  await page.setInputFiles('input[type=file]', [
    { name: '甲镇.html', mimeType: 'text/html', buffer: Buffer.from(PAGE) }, textFile('空.txt', ' \n')]);
  await page.waitForSelector('#report table');
  await page.waitForSelector('[role=alert]');
  await pasteFromClipboard(page, context, { 'text/html': PAGE });
  await page.waitForFunction(() => document.querySelectorAll('.file').length === 2);
}, { form: 'file' });

test('tells when the checker cannot start', async () => {
  const { page, close } = await open(browser);
  try {
    await page.route('**/gouji.wasm?*', (route) => route.abort());
    await page.reload();
    await page.click('#sample');
    assert.match(await page.textContent('[role=alert]'), /未能启动/);
    assert.ok(await page.isVisible('#choose'));
  } finally {
    await close();
  }
});

onSample('the page of a rule tells its basis', async (page) => {
  await page.locator('.card .code').first().click();
  await page.waitForSelector('#rule[open]');
  assert.match(await page.textContent('#rule'), /依据/);
  await page.keyboard.press('Escape');
  assert.ok(!await page.isVisible('#rule'));
});
