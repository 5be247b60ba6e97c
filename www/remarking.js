// 忽略 and 备注: saying something of an opinion, seeing all that was said, and keeping it in a file.
import { desk, notices, showFileList, update } from './desk.js';
import { byId, make } from './dom.js';
import { record } from './history.js';
import { complain, mention } from './notices.js';
import { saveFile } from './output.js';
import { readRecord, writeRecord } from './record.js';
import { LONGEST_NOTE, allRemarks, bothNotes, remarkNow, setRemark, sortOpinions, unsavedRemarks } from './remarks.js';
import { placeInWords } from './words.js';

/** @typedef {import('./types.d.ts').Opinion} Opinion */
/** @typedef {import('./types.d.ts').Report} Report */

/** @param {string} key of an opinion of the current report */
function find(key) {
  const report = desk.current;
  return report && [...report.opinions, ...report.ignored].find((opinion) => opinion.key === key);
}

/**
 * Ignores one opinion of the current report.
 * @param {string} key
 */
export function ignore(key) {
  const report = desk.current;
  const opinion = find(key);
  if (!report || !opinion) return;
  say(report, opinion, { ignored: true });
  mention(notices, '意见 ' + opinion.number + ' 已忽略', { label: '恢复', act: () => say(report, opinion, { ignored: false }) });
}

/**
 * Keeps a note beside an opinion of the current report; an empty one is none.
 * @param {string} key
 * @param {string} words
 */
export function annotate(key, words) {
  const opinion = find(key);
  if (desk.current && opinion) say(desk.current, opinion, { note: words.trim().slice(0, LONGEST_NOTE) });
}

/** @param {Report} report @param {Opinion} opinion @param {{ ignored?: boolean, note?: string }} more */
function say(report, opinion, more) {
  const before = remarkNow(report.title, opinion.remark);
  const after = { ...before, ...more };
  record(report.history, [], { remark: { before, after } });
  restate(report.title, after);
}

/**
 * Replaces what is said of an opinion, wherever the report is open.
 * @param {string} title of the report
 * @param {import('./types.d.ts').Remark} remark
 */
export function restate(title, remark) {
  unsavedRemarks.add(title);
  setRemark(title, remark);
  refresh(desk.reports.filter((report) => report.title === title));
}

/** @param {Report[]} reports */
function refresh(reports) {
  for (const report of reports) {
    // While the checker is at it, its answer will be sorted.
    if (!report.checking) sortOpinions(report);
  }
  update();
  showFileList();
}

/** Fills the list of what is ignored in the open reports. */
export function showIgnored() {
  const items = desk.reports.flatMap((report) => report.ignored.map((opinion) => {
    const back = make('button', { type: 'button', 'aria-label': '恢复：' + opinion.finding.message }, '恢复');
    back.addEventListener('click', () => {
      say(report, opinion, { ignored: false });
      showIgnored();
      (byId('ignored').querySelector('button') || byId('open-record')).focus();
    });
    const about = [desk.reports.length > 1 ? report.name : '', placeInWords(opinion.finding.places[0]), opinion.remark.note && '备注：' + opinion.remark.note];
    return make('li', {}, make('span', {}, opinion.finding.message, make('span', { class: 'scope' }, about.filter(Boolean).join('　'))), back);
  }));
  byId('ignored').replaceChildren(...items);
  byId('nothing-ignored').hidden = items.length > 0;
  /** @type {HTMLButtonElement} */ (byId('save-record')).disabled = allRemarks().length === 0;
}

/** 意见处理记录: all that was said, as a file. */
export function saveRecord() {
  saveFile('意见处理记录.json', writeRecord(allRemarks()), 'application/json');
  unsavedRemarks.clear();
}

/**
 * Takes the records among what is offered.
 * @param {import('./input.js').Offer[]} offers
 * @returns {import('./input.js').Offer[]} the others
 */
export function openRecords(offers) {
  const isRecord = (/** @type {import('./input.js').Offer} */ { name }) => /\.json$/i.test(name);
  for (const { name, sources: [source] } of offers.filter(isRecord)) {
    source().then((content) => openRecord(name, content), (error) => complain(notices, '“' + name + '”：' + error.message, { about: name }));
  }
  return offers.filter((offer) => !isRecord(offer));
}

/**
 * Takes over what a record says.
 * @param {string} name
 * @param {ArrayBuffer | string} source
 */
function openRecord(name, source) {
  const said = readRecord(source);
  if (typeof said === 'string') return complain(notices, '“' + name + '”：' + said, { about: name });
  for (const { title, remarks } of said) for (const remark of remarks) {
    const own = remarkNow(title, remark);
    setRemark(title, { ...remark, ignored: own.ignored || remark.ignored, note: bothNotes(own.note, remark.note) });
  }
  const known = desk.reports.filter(({ title }) => said.some((each) => each.title === title));
  refresh(known);
  showIgnored();
  const count = said.reduce((sum, { remarks }) => sum + remarks.length, 0);
  mention(notices, '已读入意见处理记录，共 ' + count + ' 条' + (known.length > 0 ? '' : '；打开相应的报告后生效'));
}
