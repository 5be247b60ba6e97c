// The desk: which reports are open, which one is shown, and bringing the screen up to date with it.
import { startChecker } from './checker.js';
import { byId, make, setAttribute } from './dom.js';
import { showReport } from './report-view.js';
import { showMarks } from './marks.js';
import { showCards } from './cards.js';
import { isChanging, isComposing } from './editing.js';
import { showCertain } from './certain.js';
import { isShown, showFilter } from './filter.js';
import { showFiles } from './files.js';
import { keepFocus } from './focus.js';
import { forget } from './notices.js';
import { ignoredInWords } from './output.js';
import { showPageMarks } from './pages.js';
import { summaryOf } from './remarks.js';
import { showWay } from './ways.js';
import { understand } from './understanding.js';
import { countsInWords } from './words.js';

/** @typedef {import('./types.d.ts').Report} Report */

export const article = byId('report');
export const cards = byId('opinions');
export const pages = byId('pages');
export const notices = byId('notices');
export const checker = startChecker();

export const desk = {
  /** @type {Report[]} */
  reports: [],
  /** @type {Report | null} */
  current: null,
  /** The paragraphs and cells of the current report. @type {HTMLElement[]} */
  elements: [],
  /** The paragraph or cell where the person is, to find what comes next; -1 is before the first. */
  here: -1,
  /** Where in the text of the report that is; 0 is the beginning of the paragraph. */
  from: 0,
};

/** What the window is called while no report is open. */
const TITLE = document.title;

/** @param {Report | null} report @returns {Promise<void>} until it can be seen */
export function show(report) {
  keepScroll();
  // What is just being written belongs to the report that goes.
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement && article.contains(activeElement)) activeElement.blur();
  desk.current = report;
  // It offers to undo what was done in the other report.
  forget(notices);
  desk.here = -1;
  setAttribute(document.body, 'data-open', report !== null);
  desk.elements = report ? showReport(article, asItStands(report)) : [];
  const notes = report ? report.view.notes : [];
  byId('notes').hidden = notes.length === 0;
  byId('notes-list').replaceChildren(...notes.map((note) => make('li', {}, note)));
  const looked = look();
  showFileList();
  cards.scrollTop = 0;
  keepFocus();
  return looked;
}

/** Remembers how far down the current report is left, before something else is shown. */
export function keepScroll() {
  if (desk.current) desk.current.scroll[desk.current.way] = window.scrollY;
}

/** Shows the current report in the way in which it is looked at, where it was left. */
export function look() {
  const report = desk.current;
  const way = report && report.way;
  const settle = () => {
    if (report !== desk.current || report && report.way !== way) return;
    update();
    window.scrollTo(0, report ? report.scroll[report.way] : 0);
  };
  const shown = showWay(report, checker);
  settle();
  if (report && report.way === 'pages') return shown.then(settle);
  return shown;
}

/** Shows what the checker says now; what is right already on the screen is left alone. */
export function update() {
  if (isComposing()) return;
  const report = desk.current;
  setAttribute(byId('undo'), 'disabled', !report || report.history.done.length === 0);
  setAttribute(byId('redo'), 'disabled', !report || report.history.undone.length === 0);
  // What the checker said of an earlier text stands at offsets that are no longer right; its answer is under way.
  if (report && (report.checking || report.stale || report.waiting.length > 0)) return;
  const status = byId('status');
  const shown = report ? report.opinions.filter(isShown) : [];
  const chosen = shown.find(({ key }) => report !== null && key === report.chosen) || null;
  const { activeElement } = document;
  showCertain(shown);
  // The answer may come when the focus is back on this button.
  if (activeElement && activeElement.id === 'certain') keepFocus();
  if (report) showMarks(desk.elements, report.draft, shown, chosen, isChanging);
  if (report && report.way === 'pages') showPageMarks(pages, shown, chosen);
  showCards(cards, shown, chosen && chosen.key, status);
  const summary = report ? summaryOf(report) : { error: 0, warning: 0, hint: 0 };
  const leftOut = report ? report.result.silenced + report.ignored.length : 0;
  const settled = report !== null && report.opinions.length === 0;
  status.textContent = settled && leftOut > 0 ? '没有待处理的意见' : report ? countsInWords(summary) : '';
  setAttribute(status, 'data-clean', settled && leftOut === 0);
  setAttribute(status, 'data-settled', settled);
  showFilter(byId('filter'), summary);
  byId('ignored-words').textContent = report && ignoredInWords(report);
  byId('left-out').hidden = leftOut === 0;
  byId('left-out').textContent = '已忽略 ' + leftOut + ' 条';
  understand(report, checker, { shown, chosen, elements: desk.elements });
  document.title = report ? report.name + ' · 勾稽' : TITLE;
}

/** @type {(() => void)[]} */
const followers = [];

/**
 * Tells whenever a report came, went, was changed and checked again, or is spoken of otherwise.
 * @param {() => void} follow
 */
export function followDesk(follow) {
  followers.push(follow);
}

/** @type {number | undefined} */
let listing;

/** What many answers change is shown at once. */
export function showFileListSoon() {
  listing = listing || window.setTimeout(showFileList, 100);
}

export function showFileList() {
  clearTimeout(listing);
  listing = undefined;
  followers.forEach((follow) => follow());
  setAttribute(document.body, 'data-many', desk.reports.length > 1);
  showFiles(byId('files'), desk.reports, desk.current);
}

/**
 * The view with the offsets and the text of now.
 * @param {Report} report
 */
function asItStands({ view, draft }) {
  let piece = 0;
  /** @template T @param {T} part @returns {T} */
  const moved = (part) => ({ ...part, ...draft.pieces[piece++] });
  const blocks = view.blocks.map((block) => block.type === 'paragraph' ? moved(block)
    : { ...block, rows: block.rows.map((cells) => cells.map((cell) => cell.start === undefined ? cell : moved(cell))) });
  return { ...view, text: draft.text, blocks };
}
