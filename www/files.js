// The list of open files: their names and counts, to switch between them and to close them.
import { arrange, make, setAttribute } from './dom.js';
import { summaryOf } from './remarks.js';
import { SEVERITIES, SEVERITY_WORDS, countsInWords } from './words.js';

/** @typedef {import('./types.d.ts').Report} Report */

/**
 * @param {HTMLElement} list
 * @param {Report[]} reports
 * @param {Report | null} current
 */
export function showFiles(list, reports, current) {
  const focused = [...list.querySelectorAll('button')].indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
  const old = /** @type {HTMLElement[]} */ ([...list.children]);
  arrange(list, reports.map((report) => {
    const { organ, year } = report.result;
    const summary = summaryOf(report);
    const about = [year && year + '年', organ].filter(Boolean).join(' ');
    const told = JSON.stringify([report.id, about, summary]);
    const same = old.find((item) => item.dataset.told === told);
    if (same) {
      setAttribute(/** @type {HTMLElement} */ (same.firstElementChild), 'aria-current', report === current && 'true');
      return same;
    }
    const counts = SEVERITIES.filter((severity) => summary[severity] > 0).map((severity) =>
      make('span', { class: 'count', 'data-severity': severity, title: SEVERITY_WORDS[severity] }, String(summary[severity])));
    const button = make('button', { type: 'button', class: 'file', 'data-report': report.id, 'aria-current': report === current && 'true' },
      make('span', { class: 'file-name', title: report.name }, report.name),
      about ? make('span', { class: 'file-about', title: about }, about) : null,
      make('span', { class: 'counts', 'aria-hidden': 'true' }, ...(counts.length > 0 ? counts : [make('span', { class: 'count clean' }, '✓')])),
      make('span', { class: 'unseen' }, '，' + countsInWords(summary)));
    const close = make('button', { type: 'button', class: 'close', 'data-close': report.id, 'aria-label': '关闭 ' + report.name, title: '关闭' }, '×');
    return make('li', { 'data-told': told }, button, close);
  }));
  const buttons = list.querySelectorAll('button');
  if (focused >= 0 && buttons.length > 0 && !list.contains(document.activeElement)) buttons[Math.min(focused, buttons.length - 1)].focus();
}

/**
 * @param {HTMLElement} list
 * @param {{ show: (id: number) => void, close: (id: number) => void }} actions
 */
export function watchFiles(list, actions) {
  list.addEventListener('click', (event) => {
    const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest('button'));
    if (button && button.dataset.report) actions.show(Number(button.dataset.report));
    if (button && button.dataset.close) actions.close(Number(button.dataset.close));
  });
}
