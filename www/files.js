// The list of open files: their names and counts, to switch between them and to close them. It is one stop of the Tab key.
import { arrange, byId, make, setAttribute } from './dom.js';
import { summaryOf } from './remarks.js';
import { SEVERITIES, SEVERITY_WORDS, countsInWords } from './words.js';

/** @typedef {import('./types.d.ts').Report} Report */

const whichFiles = /** @type {HTMLSelectElement} */ (byId('files-which'));

/** 0 with errors, 1 with other opinions, 2 without any. @param {Report} report */
function kindOf(report) {
  const { error, warning, hint } = summaryOf(report);
  return error > 0 ? 0 : warning + hint > 0 ? 1 : 2;
}

/** Whether it is among those that are to be looked through. @param {Report} report */
export function isListed(report) {
  return kindOf(report) <= Number(whichFiles.value);
}

/**
 * @param {HTMLElement} list
 * @param {Report[]} reports
 * @param {Report | null} current
 */
export function showFiles(list, reports, current) {
  const old = /** @type {HTMLElement[]} */ ([...list.children]);
  const focused = old.findIndex((item) => item.contains(document.activeElement));
  const known = new Map(old.map((item) => [item.dataset.told, item]));
  const listed = reports.filter((report) => report === current || isListed(report));
  const before = list.querySelector('[aria-current]');
  const items = listed.map((report) => {
    const { organ, year } = report.result;
    const summary = summaryOf(report);
    const about = [year && year + '年', organ].filter(Boolean).join(' ');
    const told = JSON.stringify([report.id, about, summary]);
    const item = known.get(told) || make('li', { 'data-told': told }, ...makeFile(report, about, summary));
    setAttribute(fileIn(item), 'aria-current', report === current && 'true');
    fileIn(item).tabIndex = report === current ? 0 : -1;
    return item;
  });
  arrange(list, items);
  const item = items[listed.findIndex((report) => report === current)];
  if (focused >= 0 && items.length > 0 && !list.contains(document.activeElement)) fileIn(items[Math.min(focused, items.length - 1)]).focus();
  // Who goes on by F8 sees in the list where that leads; under the mouse it does not move.
  if (item && fileIn(item) !== before && fileIn(item) !== document.activeElement) list.scrollTo(item.offsetLeft, item.offsetTop - list.clientHeight / 2);
  const counts = [0, 0, 0];
  for (const report of reports) counts[kindOf(report)]++;
  byId('files-total').textContent = reports.length + ' 份：' + counts[0] + ' 份有错误，' + counts[1] + ' 份只有存疑或提示，' + counts[2] + ' 份未发现问题';
}

/** @param {Report} report @param {string} about @param {Record<import('./types.d.ts').Severity, number>} summary */
function makeFile({ id, name }, about, summary) {
  const counts = SEVERITIES.filter((severity) => summary[severity] > 0).map((severity) =>
    make('span', { class: 'count', 'data-severity': severity, title: SEVERITY_WORDS[severity] }, String(summary[severity])));
  return [
    make('button', { type: 'button', class: 'file', 'data-report': id },
      make('span', { class: 'file-name', title: name }, name),
      about ? make('span', { class: 'file-about', title: about }, about) : null,
      make('span', { class: 'counts', 'aria-hidden': 'true' }, ...(counts.length > 0 ? counts : [make('span', { class: 'count clean' }, '✓')])),
      make('span', { class: 'unseen' }, '，' + countsInWords(summary))),
    make('button', { type: 'button', class: 'close', 'data-close': id, tabindex: -1, 'aria-label': '关闭 ' + name, title: '关闭（Delete）' }, '×'),
  ];
}

/** @param {Element} item @returns {HTMLButtonElement} */
function fileIn(item) {
  return /** @type {HTMLButtonElement} */ (item.firstElementChild);
}

/**
 * @param {HTMLElement} list
 * @param {{ show: (id: number) => void, close: (id: number) => void, list: () => void }} actions
 */
export function watchFiles(list, actions) {
  list.addEventListener('click', (event) => {
    const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest('button'));
    if (button && button.dataset.report) actions.show(Number(button.dataset.report));
    if (button && button.dataset.close) actions.close(Number(button.dataset.close));
  });
  list.addEventListener('keydown', (event) => {
    const items = [...list.children];
    const at = items.findIndex((item) => item.contains(document.activeElement));
    const next = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: items.length - 1 }[event.key];
    if (event.key === 'Delete') actions.close(Number(fileIn(items[at]).dataset.report));
    if (next === undefined) return;
    event.preventDefault();
    if (!items[next]) return;
    for (const item of items) fileIn(item).tabIndex = item === items[next] ? 0 : -1;
    fileIn(items[next]).focus();
  });
  whichFiles.addEventListener('change', actions.list);
}
