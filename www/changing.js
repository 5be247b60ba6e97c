// Changing the report: typing, fixes, 撤销 and 重做; and checking again after each.
import { changesOf, pieceText, rewrite } from './draft.js';
import { openStep, record, recordTyping, redo, undo } from './history.js';
import { checker, desk, notices, showFileListSoon, update } from './desk.js';
import { tellChecked } from './host.js';
import { enter } from './moving.js';
import { layOver } from './block.js';
import { bringIntoView, choose } from './going.js';
import { complain, forget, mention } from './notices.js';
import { Refusal } from './refusal.js';
import { restate } from './remarking.js';
import { sortOpinions } from './remarks.js';
import { optionsFor, settings } from './settings.js';
import { startWaiting } from './waiting.js';
import { byId } from './dom.js';

/** @typedef {import('./types.d.ts').Report} Report */
/** @typedef {import('./types.d.ts').Change} Change */

/**
 * Gives paragraphs and cells another text, here and in the worker, and checks again.
 * @param {Report} report
 * @param {Change[]} changes
 */
export function apply(report, changes) {
  for (const { piece, after } of changes) {
    const edit = rewrite(report.draft, piece, after);
    if (edit) report.waiting.push(edit);
    const element = report === desk.current ? desk.elements[piece] : null;
    const text = pieceText(report.draft, piece);
    if (!element || element.textContent === text) continue;
    element.textContent = text;
    if (element === document.activeElement) enter(element);
  }
  check(report);
}

/** One question at a time: what is typed meanwhile goes with the next one. @param {Report} report */
function check(report) {
  if (report.checking || !isBehind(report)) return;
  report.checking = ask(report).catch((error) => {
    if (error instanceof Refusal) return complain(notices, error.message);
    complain(notices, '核对程序出错，修改后的内容未能复核。请先复制全文，再刷新页面。');
    console.error(error);
  }).then(() => {
    report.checking = null;
    if (report === desk.current) update();
    showFileListSoon();
    for (const next of desk.reports) if (next.last === report.id) recheck(next);
  });
}

/** @param {Report} report */
async function ask(report) {
  while (isBehind(report)) {
    const options = report.stale ? optionsFor(report.silence) : undefined;
    report.stale = false;
    report.result = await checker.edit(report.id, report.waiting.splice(0), options, report.last);
  }
  tellChecked(report.result);
  sortOpinions(report);
}

/** Whether the worker does not know yet what was changed. @param {Report} report */
function isBehind(report) {
  return report.stale || report.waiting.length > 0;
}

/** Checks again, as the settings now say. @param {Report} report */
export function recheck(report) {
  report.stale = true;
  check(report);
}

/** @param {Report | null} report null for all */
export function recheckFor(report) {
  settings.changes++;
  if (report) return recheck(report);
  for (const each of desk.reports) each.stale = true;
  recheckStale();
}

/** One after the other, so that what is done meanwhile need not wait for all; first the one that is looked at. */
async function recheckStale() {
  const all = desk.reports.length;
  const waiting = startWaiting(byId('busy'), all);
  for (let report; (report = [desk.current, ...desk.reports].find((each) => each && each.stale));) {
    waiting.tell('正在重新核对…', all - desk.reports.filter(({ stale }) => stale).length);
    check(report);
    await report.checking;
  }
  waiting.end();
}

/** Silences a rule, or brings it back. @param {NonNullable<import('./types.d.ts').Step['rule']>} rule */
export function setRule({ code, report, silent }) {
  (report || settings).silence[silent ? 'add' : 'delete'](code);
  recheckFor(report);
}

/** @param {number} piece @param {string} text */
export function typed(piece, text) {
  if (!desk.current) return;
  const before = pieceText(desk.current.draft, piece);
  // What was put off while an input method was composing is due now.
  if (before === text) return update();
  apply(desk.current, [{ piece, before, after: text }]);
  recordTyping(desk.current.history, { piece, before, after: pieceText(desk.current.draft, piece) });
  forget(notices);
  update();
}

/**
 * Puts a block of cells over the table, as one step.
 * @param {HTMLTableCellElement} first the cell for the first number
 * @param {import('./block.js').CellBlock} block
 */
export function putBlock(first, block) {
  const report = desk.current;
  if (!report) return;
  const { texts, lost } = layOver(first, block);
  const changes = [...texts].map(([cell, after]) => {
    const piece = Number(cell.dataset.piece);
    return { piece, before: pieceText(report.draft, piece), after };
  }).filter(({ before, after }) => before !== after);
  if (changes.length > 0) record(report.history, changes);
  apply(report, changes);
  mention(notices, '已粘贴 ' + texts.size + ' 格' + (lost > 0 ? '，还有 ' + lost + ' 格超出表格，没有粘贴' : ''),
    changes.length > 0 ? { label: '撤销', act: takeBack } : undefined);
  update();
}

/** @param {number} piece */
export function revert(piece) {
  const step = desk.current && openStep(desk.current.history, piece);
  if (!desk.current || !step) return false;
  const { before } = step.changes[0];
  desk.current.history.done.pop();
  apply(desk.current, [{ piece, before: pieceText(desk.current.draft, piece), after: before }]);
  enter(desk.elements[piece]);
  update();
  return true;
}

/** How many fixes wait for the checker. */
let due = 0;

/**
 * Takes fixes of the current report once the checker is not at it: their offsets are those of its last answer.
 * @param {(report: Report) => void} take
 */
export async function takeFixes(take) {
  const report = desk.current;
  due++;
  while (report && report.checking) await report.checking;
  due--;
  if (report && report === desk.current) take(report);
}

/** @param {string} key @param {number} index */
export function fix(key, index) {
  const chosen = desk.current && desk.current.chosen;
  return takeFixes((report) => {
    const opinion = report.opinions.find((each) => each.key === key);
    if (!opinion || !opinion.finding.fixes[index]) return;
    const { label, edits } = opinion.finding.fixes[index];
    const changes = changesOf(report.draft, edits);
    record(report.history, changes);
    apply(report, changes);
    // Who has gone on meanwhile is not called back.
    if (report.chosen === chosen) {
      [desk.here, desk.from] = [opinion.piece, opinion.finding.places[0].start];
      bringIntoView(desk.elements[opinion.piece]);
    }
    mention(notices, '意见 ' + opinion.number + ' 已处理：' + label, { label: '撤销', act: takeBack });
  });
}

export const takeBack = () => goThrough(undo, '已撤销');
export const doAgain = () => goThrough(redo, '已重做');

/** @param {typeof undo} way @param {string} words */
async function goThrough(way, words) {
  // A fix that still waits was asked for before.
  while (due > 0 && desk.current && desk.current.checking) await desk.current.checking;
  if (desk.current) stepThrough(desk.current, way(desk.current.history), words);
}

/** @param {Report} report @param {import('./types.d.ts').Step | null} step @param {string} words */
function stepThrough(report, step, words) {
  if (!step) return;
  if (step.rule) {
    setRule(step.rule);
  } else if (step.remark) {
    const { code, place, message, again } = step.remark.after;
    restate(report.title, step.remark.after);
    const opinion = report.opinions.find(({ remark }) => remark.code === code && remark.place === place && remark.message === message && remark.again === again);
    if (opinion) choose(opinion.key);
  } else {
    apply(report, step.changes);
    const { piece } = step.changes[0];
    [desk.here, desk.from] = [piece, 0];
    bringIntoView(desk.elements[piece]);
    enter(desk.elements[piece]);
  }
  mention(notices, words);
  update();
}
