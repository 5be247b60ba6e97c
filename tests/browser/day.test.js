// A reviewer's day, with the real keys and mouse of every browser that the page must work in, old and new.
import { after, before, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DIST, FORMS } from './page.js';
import { browsers } from './engines/driver.js';
import { person } from './engines/person.js';
import { docx, pdf, xlsx } from './files.js';
import { serve } from './server.js';

const REPORT = readFileSync(join(DIST, 'sample.html'), 'utf8');
const NOTE = '已与业务科室核实';

/** Twenty drafts as they come in: most copied from the web, some as Word, Excel, PDF and text. @type {string[]} */
let drafts;
let folder = '';
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'gouji-day-'));
  const title = '柳溪镇人民政府2025年政府信息公开工作年度报告';
  const files = Object.fromEntries(Array.from({ length: 16 }, (_, index) => [`第${index + 1}镇.html`, REPORT.replace(/青禾镇/g, `第${index + 1}镇`)]));
  Object.assign(files, { '甲.docx': docx(), '乙.xlsx': xlsx(), '丙.pdf': pdf([[{ text: title, left: 150, top: 90 }]]), '丁.txt': title + '\n一、总体情况\n没有申请。' });
  drafts = Object.entries(files).map(([name, content]) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  });
});
after(() => rmSync(folder, { recursive: true }));

// A browser waits for the other half of its time.
describe('审核人员的一天', { concurrency: 2 }, () => {
  for (const { name, start, missing } of browsers) {
    for (const form of FORMS) {
      test(`${name}${form === 'file' ? '，单文件' : ''}`, { skip: missing }, async (t) => {
        const driver = await start();
        const server = form === 'site' ? await serve(DIST) : null;
        const at = (path) => (server ? server.url + path : pathToFileURL(join(DIST, path)).href);
        t.diagnostic(`版本 ${driver.version}`);
        try {
          const places = server ? { source: at('sample.html'), page: at('site/'), portal: at('site/embedded.html') } : { source: at('sample.html'), page: at('gouji.html') };
          await day(t, person(driver, (words) => t.diagnostic(words)), { ...places, disconnect: server ? server.close : null });
        } finally {
          await driver.close();
          if (server) server.close();
        }
      });
    }
  }
});

/**
 * @param {import('node:test').TestContext} t
 * @param {ReturnType<typeof person>} me
 * @param {{ source: string, page: string, portal?: string, disconnect: (() => void) | null }} places a report to copy, the page, one that embeds it
 */
async function day(t, me, { source, page, portal, disconnect }) {
  let failed = false;
  const step = (words, act) => t.test(words, { skip: failed && '前面的没有做成' }, async (its) => {
    failed = true;
    await act(its);
    assert.deepEqual(await me.complaints(), []);
    failed = false;
  });
  let text = '';

  if (portal) {
    await step('在嵌入勾稽的网页里', async () => {
      await me.open(portal);
      assert.match(await me.text('#results li'), /：3 处错误，4 处存疑，2 条提示$/);
    });
  }

  await step('粘贴：网页里全选、复制，到这里粘贴', async () => {
    await me.open(source);
    await me.press('Control+A');
    await me.press('Control+C');
    await me.open(page);
    await me.see(isReady);
    await me.press('Control+V');
    await me.see(hasCards, 9);
    assert.equal(await me.text('#status'), '3 处错误，4 处存疑，2 条提示');
    assert.equal(await me.evaluate(() => document.querySelectorAll('#report table').length), 3);
    assert.equal(await me.evaluate(() => document.querySelectorAll('#report [aria-invalid]').length > 2 && document.querySelectorAll('#report mark').length), 4);
    text = await me.text('#report');
  });

  await step('只用键盘，改到没有错误', async () => {
    const typed = [];
    for (let opinions = 0; await me.evaluate(() => /处错误/.test(document.querySelector('#status').textContent)); opinions++) {
      assert.ok(opinions < 30, '改不完');
      const before = await me.evaluate(() => { const card = document.querySelector('.card.chosen'); return card && card.dataset.key; });
      await me.press('F8');
      const card = await me.see(chosenAfter, before);
      if (card.severity !== 'error') continue;
      // The number that is due is typed once; the other fixes are taken.
      if (card.due && typed.length === 0) {
        typed.push(card.due);
        await me.type(card.due);
      } else {
        await me.press('Control+Enter');
      }
      await me.see((count) => document.querySelectorAll('.card').length === count - 1, card.count);
    }
    assert.deepEqual(typed, ['9']);
    assert.equal(await me.text('#status'), '4 处存疑，2 条提示');
    assert.match(await me.text('#report'), /统计期限为2025年1月1日至2025年12月31日/);
  });

  await step('写一条备注，忽略这条意见', async () => {
    await me.click('.card[aria-label^="意见 1："] .noter summary');
    await me.see(() => document.activeElement.nodeName === 'TEXTAREA');
    await me.type(NOTE);
    await me.press('Control+Enter');
    assert.equal(await me.text('.card[aria-label^="意见 1："] .remark-words'), NOTE);
    await me.click('.card[aria-label^="意见 1："] .silencer summary');
    await me.click('.card[aria-label^="意见 1："] [data-ignore]');
    await me.see(hasCards, 5);
    assert.equal(await me.text('#left-out'), '已忽略 1 条');
  });

  await step('全部撤销，再重做', async () => {
    await me.click('#report .level-1');
    await me.press('Escape');
    let steps = 0;
    for (; await me.evaluate(() => !document.querySelector('#undo').disabled); steps++) await me.press('Control+Z');
    await me.see(hasCards, 9);
    assert.equal(await me.text('#report'), text);
    assert.equal(await me.text('#status'), '3 处错误，4 处存疑，2 条提示');
    assert.equal(steps, 5, '三处修改，一条备注，一条忽略');
    for (; steps > 0; steps--) await me.click('#redo');
    await me.see(hasCards, 5);
  });

  await step('看统计、格式对照，回到报告', async () => {
    await me.click('#as-figures');
    await me.see(() => [...document.querySelectorAll('#figures svg[role=img]')].some((chart) => chart.getBoundingClientRect().height > 100));
    await me.click('#as-reading');
    await me.see(() => document.querySelectorAll('#reading table').length >= 3);
    await me.click('#as-report');
    await me.see(() => document.querySelector('#report').getClientRects().length > 0);
  });

  await step('放入二十份文件', async () => {
    await me.drop(drafts);
    await me.see(() => document.querySelectorAll('.file').length === 21);
    for (const name of ['甲.docx', '乙.xlsx', '丙.pdf', '丁.txt', '第16镇.html']) {
      await openFile(me, name);
      await me.see((wanted) => document.title.startsWith(wanted), name);
    }
    assert.equal(await me.text('#status'), '3 处错误，4 处存疑，2 条提示');
    assert.equal(await me.evaluate(() => document.querySelectorAll('[role=alert]').length), 0);
  });

  await step('打印成 PDF，放回来读得出', async (its) => {
    if (!me.print) return its.skip(me.cannot.print);
    const file = join(folder, '打印.pdf');
    const messages = await me.evaluate(messagesOfCards);
    writeFileSync(file, await me.print());
    await me.choose('#chooser', [file]);
    await me.see(() => document.title.startsWith('打印.pdf'));
    if (me.cannot.read) its.diagnostic(me.cannot.read);
    else {
      const read = (await me.text('#report')).replace(/\s/g, '');
      assert.ok(read.startsWith('云溪县第16镇人民政府2025年政府信息公开工作年度报告'), read);
      assert.ok(!read.includes('各项之和为'), '打印的意见不是报告：\n' + read);
      assert.equal(await me.text('#status'), '3 处错误，4 处存疑，2 条提示');
      assert.deepEqual(await me.evaluate(messagesOfCards), messages);
      assert.match(await me.text('#notes-list'), /打印的意见没有读入。/);
    }
    await me.click('#as-pages');
    const pages = await me.see(() => document.querySelectorAll('[data-page]').length);
    assert.ok(pages >= 4 && pages <= 6, `${pages} 页`);
    await me.evaluate(scrollToFile, '打印.pdf');
    await me.click('.file[aria-current] + .close');
    await me.see(() => document.querySelectorAll('.file').length === 21);
  });

  await step(disconnect ? '保留草稿，断网，刷新，接着做' : '保留草稿，刷新，接着做', async () => {
    await me.click('#setup-open');
    await me.click('#keep');
    await me.see(() => document.querySelector('#keep-words').textContent === '已开始保留。');
    await me.press('Escape');
    await openFile(me, '');
    await me.see(hasCards, 5);
    await me.click('.card[data-severity=hint] .fix');
    await me.see(hasCards, 4);
    // What the page asks itself before it lets the person go: whether all is kept.
    await me.see(() => window.dispatchEvent(new Event('beforeunload', { cancelable: true })));
    if (disconnect) {
      await me.see(() => navigator.serviceWorker.controller !== null);
      disconnect();
    }
    await me.reload();
    await me.see(isReady);
    await me.see(() => document.querySelector('#kept-count').textContent === '21');
    await me.click('#resume');
    await me.see(() => document.querySelectorAll('.file').length === 21);
    // Until the last is read the list moves under the mouse.
    await me.see(() => document.querySelector('#busy').textContent === '');
    await openFile(me, '');
    await me.see(hasCards, 4);
    assert.equal(await me.text('#left-out'), '已忽略 1 条');
    await me.click('.card[data-severity=hint] .fix');
    await me.see(hasCards, 3);
    while (await me.evaluate(() => !document.querySelector('#undo').disabled)) await me.press('Control+Z');
    await me.see(() => document.querySelector('#status').textContent.startsWith('3 处错误'));
    assert.equal(await me.text('#report'), text);
  });
}

/** Scrolls the list to a file and clicks it; no name is the first. */
async function openFile(me, name) {
  await me.evaluate(scrollToFile, name);
  await me.click('.file', name);
}

// What follows runs in the page.

function scrollToFile(name) {
  [...document.querySelectorAll('.file')].find((file) => file.textContent.includes(name)).scrollIntoView({ block: 'nearest' });
}

/** The page is started when it has taken away the word to owners of browsers that cannot start it. */
function isReady() {
  return document.readyState === 'complete' && !document.querySelector('#old-browser');
}

function hasCards(count) {
  return document.querySelectorAll('.card').length === count;
}

function messagesOfCards() {
  return [...document.querySelectorAll('.card .message')].map((message) => message.textContent);
}

function chosenAfter(before) {
  const card = document.querySelector('.card.chosen');
  if (!card || card.dataset.key === before) return null;
  const due = /应为 (\d+)/.exec(card.querySelector('.message').textContent);
  return { severity: card.dataset.severity, due: due && due[1], count: document.querySelectorAll('.card').length };
}
