// What the person says of single opinions: that they are to be ignored, and notes. Kept by report and by what the
// opinion says and where, so that it is known again after a re-check and when the report is opened again.
import { numberOpinions } from './opinions.js';

/** @typedef {import('./types.d.ts').Remark} Remark */
/** @typedef {import('./types.d.ts').Report} Report */

/** The longest note, in characters. */
export const LONGEST_NOTE = 500;

/** By the title of the report and the name of the opinion. @type {Map<string, Map<string, Remark>>} */
const remarks = new Map();

/** Titles of the reports of which something is said that no file has yet. @type {Set<string>} */
export const unsavedRemarks = new Set();

/**
 * What a report is known by: whose it is and of which year, or the name of its file where it does not say.
 * @param {string} name
 * @param {import('./types.d.ts').FileResult} result
 */
export function titleOf(name, { organ, year }) {
  return organ && year ? organ + ' ' + year + ' 年' : name;
}

/** What an opinion says but for its numbers. @param {Remark} about */
function wordsOf({ message }) {
  return message.replace(/[\d.]+/g, '');
}

/** @param {{ code: string, place: string, message: string, again: number }} about */
function nameOf({ code, place, message, again }) {
  return [code, place, message, again].join('\n');
}

/**
 * What is said of an opinion by now.
 * @param {string} title of the report
 * @param {Remark} remark what was said of it once
 */
export function remarkNow(title, remark) {
  const said = remarks.get(title);
  return said && said.get(nameOf(remark)) || { ...remark, ignored: false, note: '' };
}

/**
 * Replaces what is said of an opinion.
 * @param {string} title of the report
 * @param {Remark} remark
 */
export function setRemark(title, remark) {
  const said = remarks.get(title) || new Map();
  remarks.set(title, said);
  if (remark.ignored || remark.note) said.set(nameOf(remark), remark);
  else said.delete(nameOf(remark));
}

/**
 * All that was said of a report.
 * @param {string} title
 */
export function remarksOn(title) {
  return [...(remarks.get(title) || new Map()).values()];
}

/** All that was said of any report. */
export function allRemarks() {
  return [...remarks.keys()].map((title) => ({ title, remarks: remarksOn(title) })).filter((each) => each.remarks.length > 0);
}

/**
 * Numbers the opinions of the last answer and puts those aside that are ignored.
 * @param {Report} report
 */
export function sortOpinions(report) {
  const all = numberOpinions(report.draft, report.result.findings).map((opinion) =>
    ({ ...opinion, remark: remarkNow(report.title, opinion.remark) }));
  keepNotes(report.title, all);
  report.ignored = all.filter(({ remark }) => remark.ignored);
  report.opinions = all.filter(({ remark }) => !remark.ignored).map((opinion, index) => ({ ...opinion, number: index + 1 }));
  if (!report.opinions.some(({ key }) => key === report.chosen)) report.chosen = null;
}

/** Two notes on one opinion: neither is lost. @param {string} own @param {string} other */
export function bothNotes(own, other) {
  return own.includes(other) ? own : [own, other].filter(Boolean).join('\n').slice(0, LONGEST_NOTE);
}

/**
 * A note stays with its opinion when that is worded anew: the only one of its rule in that place, or the only one of them
 * that says the same but for its numbers.
 * @param {string} title of the report
 * @param {import('./types.d.ts').Opinion[]} opinions
 */
function keepNotes(title, opinions) {
  const names = new Set(opinions.map(({ remark }) => nameOf(remark)));
  for (const old of remarksOn(title).filter((remark) => remark.note && !names.has(nameOf(remark)))) {
    const here = opinions.filter(({ remark }) => remark.code === old.code && remark.place === old.place);
    const heirs = here.length === 1 ? here : here.filter(({ remark }) => wordsOf(remark) === wordsOf(old));
    if (heirs.length !== 1) continue;
    setRemark(title, { ...old, note: '', ignored: false });
    heirs[0].remark = { ...heirs[0].remark, note: bothNotes(heirs[0].remark.note, old.note) };
    setRemark(title, heirs[0].remark);
  }
}

/**
 * How many opinions there are of each severity, without those that are ignored.
 * @param {Report} report
 */
export function summaryOf({ result, ignored }) {
  const summary = { ...result.summary };
  for (const { finding } of ignored) summary[finding.severity]--;
  return summary;
}
