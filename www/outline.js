// The outline beside the report: its parts and tables, which of them are missing, and how many opinions each has.
import { make, setAttribute } from './dom.js';
import { pieceAt } from './draft.js';
import { SECTION_NAMES, SEVERITIES, SEVERITY_WORDS, countOf, countsInWords, tableName } from './words.js';

/** @typedef {import('./types.d.ts').Report} Report */
/** @typedef {import('./types.d.ts').Opinion} Opinion */

/** A slim list has no room for the headings of the form. @type {Record<string, string>} */
const SHORT_NAMES = { 一: '总体情况', 二: '主动公开', 三: '申请办理', 四: '复议诉讼', 五: '问题及改进', 六: '其他事项' };

/** How far below the upper edge of the window the heading of what is read stands at most, in pixels. */
const READING_LINE = 150;

/** Where an outline has its place beside the report, it is open from the start. */
const WIDE = '(min-width: 1181px)';

/**
 * What stands before the first part has no number.
 * @typedef {{ number: string | null, table: boolean, button: HTMLButtonElement }} Entry
 */

/** @type {Entry[]} */
const outlineEntries = [];

/** The paragraph or cell that each entry begins with; null for what is missing. @type {(HTMLElement | null)[]} */
let partStarts = [];

/** The entry that was last gone to by the outline, until the person moves: its part may be too near the end to come to the top. */
let goneTo = -1;

/** @param {HTMLElement} list */
export function watchOutline(list) {
  const parts = Object.keys(SHORT_NAMES).map((number) => [entryOf(number, false), '二三四'.includes(number) ? entryOf(number, true) : null]);
  for (const entry of [entryOf(null, false), ...parts.flat()]) if (entry) outlineEntries.push(entry);
  list.append(...outlineEntries.map(({ button }) => make('li', {}, button)));
  const wide = matchMedia(WIDE);
  const fold = () => { /** @type {HTMLDetailsElement} */ (list.parentElement).open = wide.matches; };
  fold();
  wide.addEventListener('change', fold);
  for (const move of ['wheel', 'touchmove', 'keydown', 'pointerdown']) document.addEventListener(move, () => { goneTo = -1; }, { passive: true });
  list.addEventListener('click', ({ target }) => {
    goneTo = outlineEntries.findIndex(({ button }) => button.contains(/** @type {Node} */ (target)));
  });
  window.addEventListener('scroll', () => requestAnimationFrame(showHere), { passive: true });
}

/** @param {string | null} number @param {boolean} table @returns {Entry} */
function entryOf(number, table) {
  const name = number === null ? '标题和前言' : table ? '表' + number : number + '、' + SHORT_NAMES[number];
  const title = number === null ? null : table ? tableName(number) : number + '、' + SECTION_NAMES[number];
  const button = make('button', { type: 'button', class: table ? 'part part-table' : 'part', title, 'data-whole': true },
    make('span', {}, name), make('span', { class: 'counts' }));
  return { number, table, button };
}

/**
 * @param {HTMLElement} list
 * @param {Report} report
 * @param {{ shown: Opinion[], elements: HTMLElement[] }} screen
 */
export function showOutline(list, { reading }, { shown, elements }) {
  list.hidden = reading === null;
  if (!reading) return;
  partStarts = outlineEntries.map(({ number, table, button }) => {
    const place = number === null ? { start: 0, end: 0 } : table ? tableStart(reading, number)
      : reading.sections.find((section) => section.number === number);
    const own = shown.filter(({ finding: { places: [first] } }) =>
      table ? first.table === number : !first.table && first.section === number);
    setAttribute(button, 'data-start', place && place.start);
    setAttribute(button, 'data-end', place && place.start);
    button.disabled = !place;
    showCounts(/** @type {HTMLElement} */ (button.lastElementChild), own, !place);
    return place ? elements[pieceAt(reading, place.start, place.start)] || null : null;
  });
  requestAnimationFrame(showHere);
}

/**
 * @param {import('./types.d.ts').Reading} reading
 * @param {string} number
 */
function tableStart({ tables }, number) {
  const table = tables.find((each) => each.table === number);
  const found = table ? table.rows.map(({ start }) => start).filter(/** @returns {start is number} */ (start) => start !== null) : [];
  return found.length > 0 ? { start: Math.min(...found) } : undefined;
}

/** @param {HTMLElement} place @param {Opinion[]} opinions @param {boolean} missing */
function showCounts(place, opinions, missing) {
  const summary = countOf(opinions);
  const told = (missing ? '，缺' : '') + (opinions.length > 0 ? '，' + countsInWords(summary) : '');
  if (place.dataset.told === told) return;
  place.dataset.told = told;
  const counts = SEVERITIES.filter((severity) => summary[severity] > 0).map((severity) =>
    make('span', { class: 'count', 'data-severity': severity, title: SEVERITY_WORDS[severity], 'aria-hidden': 'true' }, String(summary[severity])));
  place.replaceChildren(...counts, missing ? make('span', { class: 'absent', 'aria-hidden': 'true' }, '缺') : '',
    make('span', { class: 'unseen' }, told));
}

/** Marks the entry of the part that is being read. */
function showHere() {
  const rest = document.documentElement.scrollHeight - window.innerHeight - window.scrollY;
  // What is read stands at the top, but in the last window that can be any of its lines.
  const line = Math.max(READING_LINE, window.innerHeight - rest);
  const tops = partStarts.map((element) => element && element.offsetParent ? element.getBoundingClientRect().top : Infinity);
  const above = tops.filter((top) => top <= line);
  const here = above.length > 0 ? Math.max(...above) : Math.min(...tops);
  const current = here === Infinity ? -1 : goneTo >= 0 ? goneTo : tops.lastIndexOf(here);
  outlineEntries.forEach(({ button }, index) => setAttribute(button, 'aria-current', index === current && 'true'));
}
