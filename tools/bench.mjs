// Measures the built page with a report and a long one, in node and in Chromium:
//   node tools/bench.mjs GLUE-FOLDER DIST REPORT LONG-REPORT
// Reports medians; nothing is asserted, for another machine has other times.
import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInThisContext } from 'node:vm';
import { launchChromium, measureLoading } from './bench-loading.mjs';

const [glue, dist, report, long] = process.argv.slice(2);
if (!long) throw new Error('usage: bench.mjs GLUE-FOLDER DIST REPORT LONG-REPORT');
const [bytes, longBytes] = [report, long].map(file => readFileSync(file));
await measureModule();
await measurePage(bytes.toString('utf8'), '');
await measurePage(longBytes.toString('utf8'), '（长报告）');
await measureLoading(dist);

function median(times) {
  return [...times].sort((a, b) => a - b)[times.length >> 1];
}

function tell(what, times) {
  console.log(`${median(times).toFixed(1).padStart(8)} ms  ${what}（${times.length} 次的中位数）`);
}

/// Runs `act` until a second is over, at least five times.
function repeat(act) {
  const times = [];
  for (const end = performance.now() + 1000; performance.now() < end || times.length < 5;) {
    const start = performance.now();
    act();
    times.push(performance.now() - start);
  }
  return times;
}

/// The module alone: a whole check, and what a keystroke costs when the draft is open already.
async function measureModule() {
  const gouji = runInThisContext(`${readFileSync(join(glue, 'gouji.js'), 'utf8')};gouji`);
  await gouji({ module_or_path: readFileSync(join(glue, 'gouji_bg.wasm')) });
  const name = basename(report);
  tell('node：核对一份报告', repeat(() => gouji.check([{ name, bytes }], {})));

  const draft = new gouji.Draft(name, bytes);
  const { text, blocks } = draft.view();
  const cells = blocks.flatMap(block => (block.type === 'table' ? block.rows.flat() : []));
  const cell = cells.find(({ start, end }) => start < end && /^\d+$/.test(text.slice(start, end)));
  if (!cell) return console.log('          报告中没有可改的数字，不测改数');
  let { start, end } = cell;
  let digit = 0;
  tell('node：改一个数并重新核对', repeat(() => {
    draft.edit(start, end, String(digit = (digit + 1) % 10));
    end = start + 1;
    draft.check();
  }));
  tellLong('node', timeCheck(gouji, basename(long), longBytes));
}

function tellLong(where, { length, times }) {
  tell(`${where}：核对一份 ${length} 字的报告`, times);
}

/// How long checking a report takes that is open already.
function timeCheck(gouji, name, bytes) {
  const draft = new gouji.Draft(name, bytes);
  return { length: draft.view().text.length, times: repeat(() => draft.check()) };
}

/// The page as people have it: from pasting to the marks, and from a keystroke to the new opinions.
async function measurePage(pasted, of) {
  const browser = await launchChromium();
  try {
    const pastes = [];
    let keystrokes = [];
    for (let round = 0; round < 9; round++) {
      const page = await browser.newPage();
      await page.addInitScript(watchAnswers);
      await page.goto(pathToFileURL(resolve(dist, 'gouji.html')).href);
      await page.evaluate(() => window.started);
      pastes.push(await page.evaluate(paste, pasted));
      keystrokes = keystrokes.concat(await page.evaluate(type, 20));
      await page.close();
    }
    tell(`Chromium：从粘贴到标出错误${of}`, pastes);
    tell(`Chromium：从键入到意见更新${of}`, keystrokes);
    if (!of) tellLong('Chromium', await timeLongIn(await browser.newPage()));
  } finally {
    await browser.close();
  }
}

/// The module alone in a browser.
function timeLongIn(page) {
  const [code, source] = [readFileSync(join(glue, 'gouji_bg.wasm')), longBytes].map(file => file.toString('base64'));
  return page.evaluate(`(async () => {
    ${readFileSync(join(glue, 'gouji.js'), 'utf8')}
    ${repeat}
    ${timeCheck}
    const bytesOf = text => Uint8Array.from(atob(text), c => c.charCodeAt(0));
    await gouji({ module_or_path: bytesOf('${code}') });
    return timeCheck(gouji, ${JSON.stringify(basename(long))}, bytesOf('${source}'));
  })()`);
}

/// In the page, before its scripts: `window.answered` is a promise of the worker's next answer, `window.started` of its
/// first one. They are kept when the page has dealt with the answer.
function watchAnswers() {
  let settle;
  const renew = () => { window.answered = new Promise(settled => { settle = settled; }); };
  renew();
  window.started = window.answered;
  window.Worker = class extends Worker {
    constructor(url) {
      super(url);
      this.addEventListener('message', () => setTimeout(() => {
        settle();
        renew();
      }));
    }
  };
}

/// In the page: how long from pasting until a mark is there.
function paste(report) {
  return new Promise((done, failed) => {
    setTimeout(failed, 20000, new Error('粘贴后没有出现标记'));
    const start = performance.now();
    new MutationObserver((_, observer) => {
      if (!document.querySelector('[aria-invalid="true"], mark')) return;
      observer.disconnect();
      done(performance.now() - start);
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
    const clipboardData = new DataTransfer();
    clipboardData.setData(/<\w+/.test(report) ? 'text/html' : 'text/plain', report);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
}

/// In the page: how long from each of `count` keystrokes in a number until its opinions stand there.
async function type(count) {
  const cell = [...document.querySelectorAll('td[contenteditable]')].find(one => /^\d+$/.test(one.textContent.trim()));
  cell.focus();
  const times = [];
  for (let i = 0; i < count; i++) {
    getSelection().selectAllChildren(cell);
    const start = performance.now();
    const answered = window.answered;
    document.execCommand('insertText', false, String((Number(cell.textContent) + 1) % 10)); // another one: no news, no answer
    await answered;
    times.push(performance.now() - start);
    await new Promise(rested => setTimeout(rested, 20));
  }
  return times;
}
