// Compares gouji with other readers of PDF, in one run:  node tools/compare/pdf.mjs GLUE-FOLDER GOUJI TOOLS CORPUS
//
// CORPUS holds PDFs and, in truth/, the numbers of their tables, read by eye (NAME.pdf, truth/NAME.json). TOOLS is the
// folder that build.sh installs the others into; one that is missing is said to be. Times are medians in a warm process,
// but for pdftotext, which is a process each time. Nothing is asserted.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInThisContext } from 'node:vm';

const [glue, gouji, tools, corpus] = process.argv.slice(2);
const names = readdirSync(corpus).filter(name => name.endsWith('.pdf') && existsSync(truthOf(name)));
const paths = names.map(name => join(corpus, name));
const truths = names.map(name => rowsOfTruth(JSON.parse(readFileSync(truthOf(name), 'utf8'))));

console.log('各在其格：表内的数读到了它的行和列，占核对过的数的比例；没有表格的工具不计。');
console.log('依次出现：读出的文字里依次有多少应有的数（最长公共子序列），只说明文字读到了，不说明读进了哪一格。');
tell(['', ...names.flatMap(name => [name, '各在其格', '依次出现'])]);
for (const [name, read] of [
  ['gouji 本机程序，读取并核对', nativeGouji],
  ['gouji 网页模块，读取并核对', webGouji],
  ['pdftotext -layout', pdftotext],
  ['pdfplumber', pdfplumber],
  ['pdf.js，只取文字', () => pdfjs(false)],
  ['pdf.js，文字和线条', () => pdfjs(true)],
]) {
  try {
    const results = await read();
    tell([name, ...results.flatMap(({ ms, rows, text }, n) => [
      `${ms.toFixed(1)} ms`, rows ? share(inPlace(rows, truths[n]), truths[n]) : '没有表格', share(inOrder(text, truths[n]), truths[n]),
    ])]);
  } catch (error) {
    console.log(`${name}：没有安装，或不能运行（${String(error.message).split('\n')[0]}）`);
  }
}

function tell(cells) {
  const wide = text => [...text].reduce((sum, c) => sum + (c > '⺀' ? 2 : 1), 0);
  console.log(cells.map((cell, n) => (n ? ' '.repeat(Math.max(1, 18 - wide(cell))) + cell : cell + ' '.repeat(Math.max(1, 28 - wide(cell))))).join(''));
}

function truthOf(name) {
  return join(corpus, 'truth', name.replace(/pdf$/, 'json'));
}

/// The rows of all tables with a label and numbers, in order.
function rowsOfTruth({ t2, t3, t4 }) {
  const two = Object.entries(t2).map(([label, numbers]) => [label, [numbers].flat()]);
  const three = t3.map(([label, numbers]) => [label.split('/').at(-1), numbers]);
  return [...two, ...three, ['', t4]].map(([label, numbers]) => ({ label: words(label), numbers }));
}

function words(label) {
  return [...label.normalize('NFKC')].filter(c => /\p{Script=Han}/u.test(c)).join('');
}

function number(text) {
  const plain = (text ?? '').replace(/[\s,，]/g, '');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/// How many numbers of the truth stand in their row, found by its label in order, and there in their column.
function inPlace(rows, truth) {
  let from = 0;
  let right = 0;
  for (const { label, numbers } of truth) {
    const fits = row => (label ? row.label.endsWith(label) : row.numbers.length >= numbers.length);
    const at = rows.findIndex((row, n) => n >= from && fits(row));
    if (at < 0) continue;
    from = at + 1;
    right += numbers.filter((value, n) => rows[at].numbers[n] === value).length;
  }
  return right;
}

/// The length of the longest common subsequence of the numbers of the text and those of the truth.
function inOrder(text, truth) {
  const found = (text.match(/\d+(\.\d+)?/g) ?? []).map(Number);
  let best = new Array(found.length + 1).fill(0);
  for (const value of truth.flatMap(({ numbers }) => numbers)) {
    const next = [0];
    found.forEach((other, n) => next.push(other === value ? best[n] + 1 : Math.max(best[n + 1], next[n])));
    best = next;
  }
  return best.at(-1);
}

function share(right, truth) {
  const all = truth.flatMap(({ numbers }) => numbers).length;
  return `${right}/${all}`;
}

function median(times) {
  return [...times].sort((a, b) => a - b)[times.length >> 1];
}

/// The median time of an act, repeated for a second, five times at least.
async function time(act) {
  const times = [];
  for (const end = performance.now() + 1000; performance.now() < end || times.length < 5;) {
    const start = performance.now();
    await act();
    times.push(performance.now() - start);
  }
  return median(times);
}

/// The rows of the tables as gouji's JSON of reading has them.
function rowsOfGouji({ tables }) {
  return tables.flatMap(({ rows }) => rows.filter(row => row.found !== null).map(({ row, found, cells }) => (
    { label: row && words(found), numbers: cells.map(cell => cell.value) })));
}

function nativeGouji() {
  const read = JSON.parse(execFileSync(gouji, ['read', '--format', 'json', ...paths], { encoding: 'utf8' }));
  return paths.map((path, n) => {
    const told = execFileSync('cargo', ['bench', '--quiet', '--bench', 'check'], {
      encoding: 'utf8', env: { ...process.env, GOUJI_REPORT: path }, stdio: ['ignore', 'pipe', 'ignore'],
    });
    const file = read.files[n];
    return { ms: Number(told.match(/([\d.]+) ms {2}读取并核对/)[1]), rows: rowsOfGouji(file), text: file.text };
  });
}

/// The module that reads PDF hands the document to the module that checks, as in the page.
async function webGouji() {
  const script = name => readFileSync(join(glue, `${name}.js`), 'utf8');
  const [reader, checker] = runInThisContext(`${script('gouji-pdf')};${script('gouji')};[gouji_pdf, gouji]`);
  await reader({ module_or_path: readFileSync(join(glue, 'gouji-pdf_bg.wasm')) });
  await checker({ module_or_path: readFileSync(join(glue, 'gouji_bg.wasm')) });
  const results = [];
  for (const [n, path] of paths.entries()) {
    const bytes = readFileSync(path);
    const ms = await time(() => {
      const draft = new checker.Draft(names[n], reader.read_document(bytes));
      draft.check();
      draft.free();
    });
    const { text } = reader.read_document(bytes);
    // The rows are those of the native program: a test holds the two against each other.
    const read = JSON.parse(execFileSync(gouji, ['read', '--format', 'json', path], { encoding: 'utf8' }));
    results.push({ ms, rows: read.files[0].text === text ? rowsOfGouji(read.files[0]) : [], text });
  }
  return results;
}

async function pdftotext() {
  const run = path => execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const results = [];
  for (const path of paths) results.push({ ms: await time(() => run(path)), text: run(path) });
  return results;
}

function pdfplumber() {
  const python = join(tools, 'venv/bin/python');
  const script = new URL('pdfplumber_tables.py', import.meta.url).pathname;
  const results = JSON.parse(execFileSync(python, [script, ...paths], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  return results.map(({ ms, rows, text }) => ({ ms, text, rows: rows.map(rowOfCells) }));
}

/// The label is the last words before the numbers.
function rowOfCells(cells) {
  const filled = cells.filter(cell => cell);
  const first = filled.findIndex(cell => number(cell) !== null);
  const [labels, numbers] = first < 0 ? [filled, []] : [filled.slice(0, first), filled.slice(first).map(number)];
  return { label: words(labels.at(-1) ?? ''), numbers };
}

async function pdfjs(rulings) {
  const { getDocument } = await import(pathToFileURL(join(tools, 'node_modules/pdfjs-dist/legacy/build/pdf.mjs')).href);
  const read = async bytes => {
    const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
    const document = await task.promise;
    let text = '';
    for (let n = 1; n <= document.numPages; n++) {
      const page = await document.getPage(n);
      const { items } = await page.getTextContent();
      text += items.map(({ str, hasEOL }) => str + (hasEOL ? '\n' : ' ')).join('');
      if (rulings) await page.getOperatorList();
    }
    await task.destroy();
    return text;
  };
  const results = [];
  for (const path of paths) {
    const bytes = readFileSync(path);
    results.push({ ms: await time(() => read(bytes)), text: await read(bytes) });
  }
  return results;
}
