// Editing by keys and by paste: a block of cells, moving between cells, input methods, and where the focus goes.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { FORMS, launch, open } from './page.js';

/** @type {import('playwright-core').Browser} */
let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

/** Runs a test on the sample, in both forms of the page. */
function onSample(name, run, forms = FORMS) {
  for (const form of forms) {
    test(`${name}（${form}）`, async () => {
      const opened = await open(browser, { form });
      try {
        await opened.context.grantPermissions(['clipboard-read', 'clipboard-write']);
        await opened.page.click('#sample');
        await opened.page.waitForSelector('.card');
        await run(opened.page, opened);
        assert.deepEqual(opened.errors, []);
      } finally {
        await opened.close();
      }
    });
  }
}

/** The cells for numbers in a row, found by what one of its headings begins with. */
const row = (page, label) => page.locator('tr', { has: page.locator('th', { hasText: label }) }).last().locator('td');
const texts = (locator) => locator.allTextContents();
const focused = (page) => page.evaluate(() => {
  const { activeElement: active } = document;
  const card = active.closest('.card');
  return card ? card.getAttribute('aria-label') : active.id || active.textContent;
});
const count = (page) => page.locator('.card').count();
const settled = (page) => page.waitForTimeout(80);

/** Pastes text by the real clipboard, and what Excel puts beside it by an event: the clipboard of a test would clean it. */
async function paste(page, types, files = []) {
  if (!types['text/html']) await page.evaluate((text) => navigator.clipboard.writeText(text), types['text/plain']);
  if (!types['text/html']) await page.keyboard.press('Control+V');
  else {
    await page.evaluate(([offered, names]) => {
      const data = new DataTransfer();
      for (const [type, text] of Object.entries(offered)) data.setData(type, text);
      for (const name of names) data.items.add(new File(['x'], name, { type: 'image/png' }));
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }, [types, files]);
  }
  await settled(page);
}
const tsv = (rows) => rows.map((cells) => cells.join('\t')).join('\r\n') + '\r\n';
const html = (rows) => '<html><head><style>td { mso-x: 1 }</style></head><body><!--StartFragment--><table>'
  + rows.map((cells) => `<tr>${cells.map((cell) => (cell.startsWith('<') ? cell : `<td>${cell}</td>`)).join('')}</tr>`).join('') + '</table><!--EndFragment--></body></html>';

onSample('a block of cells is pasted from the focused cell on, as one step', async (page) => {
  const old = [await texts(row(page, '（一）予以公开')), await texts(row(page, '（二）部分公开'))];
  await row(page, '（一）予以公开').nth(0).click();
  await paste(page, { 'text/plain': tsv([[11, 12, 13], [21, '', '23']]) });
  assert.deepEqual((await texts(row(page, '（一）予以公开'))).slice(0, 4), ['11', '12', '13', old[0][3]]);
  assert.deepEqual((await texts(row(page, '（二）部分公开'))).slice(0, 4), ['21', '', '23', old[1][3]]);
  assert.match(await page.textContent('#notices'), /已粘贴 6 格/);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), '11');
  await page.keyboard.press('Control+Z');
  assert.deepEqual([await texts(row(page, '（一）予以公开')), await texts(row(page, '（二）部分公开'))], old);
  await page.keyboard.press('Control+Y');
  await settled(page);
  assert.equal(await row(page, '（二）部分公开').nth(2).textContent(), '23');
  assert.equal(await page.locator('#report td:empty').count() > 0, true);
  await page.keyboard.press('Control+Z');
  assert.ok(await page.isDisabled('#undo'));
});

onSample('the table of the clipboard goes before its text; headings of it are left out, merged cells count once', async (page) => {
  await row(page, '一、本年新收').nth(0).click();
  await paste(page, {
    'text/plain': tsv([[91, 92], [93, 94]]),
    'text/html': html([['<td colspan=2></td>', '<td colspan=2>申请人情况</td>'], ['<td colspan=2>一、本年新收</td>', '31', '32'],
      ['<td style="display:none">8</td>', '<td rowspan=2>二、</td>', '上年结转', ' 33 ', '<td><b>34</b></td>'], ['x', '<td rowspan=1 colspan=2>35</td>']]),
  });
  assert.deepEqual((await texts(row(page, '一、本年新收'))).slice(0, 2), ['31', '32']);
  assert.deepEqual((await texts(row(page, '二、上年结转'))).slice(0, 2), ['33', '34']);
  assert.equal(await row(page, '（一）予以公开').nth(0).textContent(), '35');
}, ['site']);

onSample('a column of numbers goes past the headings of table two; what does not fit is said', async (page) => {
  const cells = page.locator('#report table').first().locator('td');
  await cells.nth(0).click();
  const column = await page.evaluate(() => {
    const first = document.querySelector('#report td');
    return [...first.closest('table').rows].filter(({ cells }) => [...cells].some(({ nodeName }) => nodeName === 'TD')).length;
  });
  const numbers = Array.from({ length: column + 2 }, (_, index) => [String(700 + index)]);
  await paste(page, { 'text/plain': tsv(numbers) });
  const first = await page.evaluate(() => [...document.querySelector('#report table').rows].map(({ cells }) => [...cells].find(({ nodeName }) => nodeName === 'TD'))
    .filter(Boolean).map(({ textContent }) => textContent));
  assert.deepEqual(first, numbers.slice(0, column).map(([number]) => number));
  assert.match(await page.textContent('#notices'), new RegExp(`已粘贴 ${column} 格，还有 2 格超出表格，没有粘贴`));
  assert.equal(await page.locator('#report table').first().locator('th', { hasText: /^70/ }).count(), 0);
  // To the right of the last column there is nothing either.
  await row(page, '（一）予以公开').last().click();
  await paste(page, { 'text/plain': tsv([[1, 2, 3]]) });
  assert.equal(await row(page, '（一）予以公开').last().textContent(), '1');
  assert.match(await page.textContent('#notices'), /已粘贴 1 格，还有 2 格/);
}, ['site']);

onSample('a picture of the cells beside them is no report, and a report is no block', async (page) => {
  const cell = row(page, '（一）予以公开').nth(0);
  await cell.click();
  await paste(page, { 'text/html': html([['51', '52']]) }, ['image.png']);
  assert.equal(await cell.textContent(), '51');
  assert.equal(await page.locator('.file').count(), 1);
  await paste(page, { 'text/plain': '一、总体情况\n' + '正文。\n'.repeat(30), 'text/html': '<p>一、总体情况</p>' + html([['1', '2']]) });
  await page.waitForFunction(() => document.querySelectorAll('.file').length === 2);
}, ['site']);

onSample('Enter goes down the numbers, Home and End to the ends of the row, F2 into the cell, Escape back', async (page) => {
  const cells = page.locator('#report table').first().locator('td');
  await cells.nth(0).click();
  const seen = [];
  for (let step = 0; step < 9; step++) {
    await page.keyboard.press('Enter');
    seen.push(await page.evaluate(() => document.activeElement.nodeName));
  }
  assert.deepEqual([...new Set(seen)], ['TD']);
  const numbers = row(page, '一、本年新收');
  await numbers.nth(2).focus();
  await settled(page);
  await page.keyboard.press('End');
  assert.ok(await numbers.last().evaluate((cell) => cell === document.activeElement));
  await page.keyboard.press('Home');
  assert.ok(await numbers.first().evaluate((cell) => cell === document.activeElement));
  assert.equal(await page.evaluate(() => String(getSelection())), '18');
  await page.keyboard.press('F2');
  await page.keyboard.type('5');
  assert.equal(await numbers.first().textContent(), '185');
  await page.keyboard.press('Home');
  await page.keyboard.type('9');
  assert.equal(await numbers.first().textContent(), '9185');
  await page.keyboard.press('Escape');
  assert.equal(await numbers.first().textContent(), '18');
  // Out of the report and back.
  await page.keyboard.press('Escape');
  assert.equal(await focused(page), 'report-side');
  await page.keyboard.press('?');
  assert.ok(await page.isVisible('#help'));
  await page.keyboard.press('Escape');
  assert.equal(await focused(page), 'report-side');
  await page.keyboard.press('Tab');
  assert.ok(await numbers.first().evaluate((cell) => cell === document.activeElement));
  await page.keyboard.press('Tab');
  assert.ok(await numbers.nth(1).evaluate((cell) => cell === document.activeElement));
  await page.keyboard.press('Shift+Tab');
  assert.ok(await numbers.first().evaluate((cell) => cell === document.activeElement));
});

onSample('nothing on the screen changes within a composition, and no character is lost', async (page, { context }) => {
  const session = await context.newCDPSession(page);
  const compose = (text) => session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  const commit = (text) => session.send('Input.insertText', { text });
  const paragraph = page.locator('#report p', { hasText: '统计期限' });
  const before = await paragraph.textContent();
  await paragraph.click();
  await page.keyboard.press('End');
  await page.evaluate(() => {
    window.changes = 0;
    new MutationObserver((all) => { window.changes += all.length; }).observe(document.querySelector('#opinions'), { childList: true, subtree: true, attributes: true });
    new MutationObserver((all) => { window.changes += all.filter(({ target }) => target.nodeName === 'TD').length; }).observe(document.querySelector('#report'), { attributes: true, subtree: true });
  });
  // A digit is under way to the checker when the composition begins: its answer must wait.
  await page.keyboard.type('在2023年');
  await compose('qi');
  await page.evaluate(() => { window.changes = 0; });
  await compose('qita');
  await page.waitForTimeout(300);
  assert.equal(await page.evaluate(() => window.changes), 0);
  assert.ok((await paragraph.textContent()).endsWith('在2023年qita'));
  await commit('其他');
  await compose('shi');
  await commit('事项');
  assert.equal(await paragraph.textContent(), before + '在2023年其他事项');
  await page.keyboard.press('Control+Z');
  assert.equal(await paragraph.textContent(), before);
  // One that is cut off by another report holds nothing up.
  await paragraph.click();
  await compose('qi');
  await page.setInputFiles('#chooser', { name: '乙.txt', mimeType: 'text/plain', buffer: Buffer.from('一、总体情况') });
  await page.waitForFunction(() => /乙/.test(document.title) && document.querySelectorAll('.card').length === 1);
  await page.locator('.file').first().click();
  await page.waitForFunction(() => document.querySelectorAll('.card').length > 1);
  await page.keyboard.press('Control+Z');
  // A composition that is given up leaves what was there.
  const cell = row(page, '一、本年新收').nth(0);
  await cell.click();
  await compose('er');
  await compose('');
  assert.equal(await cell.textContent(), '18');
  assert.ok(await page.isDisabled('#undo'));
});

onSample('Alt+Enter goes from a mark to its card and back', async (page) => {
  assert.equal(await focused(page), 'status');
  await page.keyboard.press('F8');
  await page.keyboard.press('F8');
  await page.waitForTimeout(400);
  const mark = await page.evaluate(() => document.activeElement.dataset.piece);
  await page.keyboard.press('Alt+Enter');
  assert.match(await focused(page), /^意见 2：/);
  assert.equal(await page.locator('.card.chosen').getAttribute('aria-label'), await focused(page));
  assert.ok(await page.evaluate(() => document.activeElement.matches('.fix, .card-head')));
  await page.keyboard.press('Alt+Enter');
  assert.equal(await page.evaluate(() => document.activeElement.dataset.piece), mark);
  // With nothing chosen: the next card from where one is.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('.card.chosen').count(), 0);
  await page.keyboard.press('Alt+Enter');
  assert.match(await focused(page), /^意见 2：/);
});

onSample('from the first key to no error by keyboard alone, and the focus is never lost', async (page) => {
  // As after loading: the sample was opened by mouse, so the keys to open it are counted apart.
  let keys = 0;
  const press = async (key) => {
    keys += 1;
    await page.keyboard.press(key);
    await settled(page);
    assert.notEqual(await page.evaluate(() => document.activeElement.nodeName), 'BODY', `after ${key}, ${keys}`);
  };
  const before = await count(page);
  await press('Alt+Enter');
  while (await count(page) > 0) {
    assert.ok(keys < 4 * before, 'too many keys');
    if (await page.evaluate(() => document.activeElement.matches('.fix'))) {
      await press('Enter');
    } else {
      // No fix: put aside, after looking at it.
      await press('Tab');
      while (!await page.evaluate(() => document.activeElement.matches('.silencer summary'))) await press('Tab');
      await press('Enter');
      await press('Tab');
      await press('Enter');
    }
  }
  assert.equal(await focused(page), 'status');
  assert.match(await page.textContent('#status'), /未发现问题|没有待处理/);
  console.log(`# ${before} opinions, ${keys} keys`);
  assert.ok(keys <= 2 * before + 1, String(keys));
});

test('the keys to open the sample, and what comes after a dialog, a notice and the last file', async () => {
  const { page, close, errors } = await open(browser);
  try {
    for (let step = 0; step < 6 && await focused(page) !== 'sample'; step++) await page.keyboard.press('Tab');
    assert.equal(await focused(page), 'sample');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.card');
    assert.equal(await focused(page), 'status');
    await page.focus('#certain');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#certain-dialog[open]');
    await page.keyboard.press('Escape');
    await settled(page);
    assert.equal(await focused(page), 'status');
    await page.setInputFiles('#chooser', { name: '空.txt', mimeType: 'text/plain', buffer: Buffer.from(' ') });
    await page.waitForSelector('.notice.bad');
    await page.focus('.notice.bad .quiet');
    await page.keyboard.press('Enter');
    assert.equal(await focused(page), 'status');
    await page.setInputFiles('#chooser', { name: '空.txt', mimeType: 'text/plain', buffer: Buffer.from(' ') });
    await page.waitForSelector('.notice.bad');
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('.notice.bad').count(), 0);
    await page.setInputFiles('#chooser', { name: '乙.txt', mimeType: 'text/plain', buffer: Buffer.from('一、总体情况') });
    await page.waitForFunction(() => document.querySelectorAll('.file').length === 2);
    await page.getByRole('button', { name: '关闭 乙.txt' }).focus();
    await page.keyboard.press('Enter');
    assert.notEqual(await page.evaluate(() => document.activeElement.nodeName), 'BODY');
    assert.deepEqual(errors, []);
  } finally {
    await close();
  }
});

onSample('what is said of an opinion is undone and redone like a change of the text', async (page) => {
  const all = await count(page);
  const first = () => page.locator('.card').first();
  await row(page, '一、本年新收').nth(0).click();
  await page.keyboard.type('1');
  await settled(page);
  const changed = await count(page);
  await first().locator('.silencer summary').click();
  await first().locator('[data-ignore]').click();
  assert.equal(await count(page), changed - 1);
  await first().locator('.noter summary').click();
  await page.keyboard.type('已核实');
  await page.keyboard.press('Control+Enter');
  assert.equal(await first().locator('.remark-words').textContent(), '已核实');
  await page.click('#undo');
  assert.ok(!await first().locator('.remark').isVisible());
  await page.keyboard.press('Control+Z');
  assert.equal(await count(page), changed);
  assert.equal(await page.locator('.card.chosen').getAttribute('aria-label'), await first().getAttribute('aria-label'));
  await page.keyboard.press('Control+Y');
  assert.equal(await count(page), changed - 1);
  await page.click('#redo');
  assert.equal(await first().locator('.remark-words').textContent(), '已核实');
  for (let step = 0; step < 3; step++) await page.keyboard.press('Control+Z');
  await page.waitForFunction((wanted) => document.querySelectorAll('.card').length === wanted, all);
  assert.ok(await page.isDisabled('#undo'));
});

onSample('keys that come before the checker has answered are taken in their turn', async (page) => {
  const cell = row(page, '一、本年新收').nth(0);
  await cell.click();
  // Faster than anybody types: a digit, the next opinion, its fix, the opinion behind it, and that fix taken back.
  const typed = await page.evaluate(() => {
    const press = (key, ctrlKey = false) => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true }));
    document.execCommand('insertText', false, '7');
    const text = document.querySelector('#report').textContent;
    for (const [key, ctrl] of [['F8'], ['Enter', true], ['F8'], ['z', true]]) press(key, ctrl);
    return text;
  });
  await page.waitForSelector('#redo:enabled');
  await settled(page);
  assert.equal(await page.textContent('#report'), typed);
  const list = await page.locator('#opinions').boundingBox();
  const card = await page.locator('.card.chosen').boundingBox();
  assert.ok(card.y >= list.y && card.y + card.height <= list.y + list.height, 'what was chosen meanwhile is in sight');
  await page.keyboard.press('Control+Z');
  assert.ok(await page.isDisabled('#undo'), 'what was typed is the only step');
});

onSample('from a card the next key leads to the next opinion, and what is typed goes there', async (page) => {
  await page.keyboard.press('F8');
  await page.keyboard.press('Alt+Enter');
  assert.match(await page.evaluate(() => document.activeElement.className), /fix/);
  await page.keyboard.press('F8');
  assert.equal(await page.evaluate(() => String(getSelection())), '412');
  await page.keyboard.type('409');
  await page.locator('#report p', { hasText: '信息共409条' }).waitFor();
  assert.equal(await page.locator('#report p', { hasText: '2024年1月1日' }).count(), 1);
});
