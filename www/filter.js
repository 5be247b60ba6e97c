// Counts by severity, each a button that shows or hides its kind.
import { make, setAttribute } from './dom.js';
import { remember, remembered } from './memory.js';
import { SEVERITIES, SEVERITY_WORDS } from './words.js';

/** @typedef {import('./types.d.ts').Severity} Severity */

/** @type {Set<Severity>} */
const hidden = new Set(SEVERITIES.filter((severity) => remembered().hidden.includes(severity)));

/** On paper stands all. */
let printing = false;

/** @param {import('./types.d.ts').Opinion} opinion */
export function isShown({ finding }) {
  return printing || !hidden.has(finding.severity);
}

/**
 * @param {HTMLElement} place
 * @param {() => void} changed
 */
export function makeFilter(place, changed) {
  for (const event of ['beforeprint', 'afterprint']) window.addEventListener(event, () => {
    printing = event === 'beforeprint';
    if (hidden.size > 0) changed();
  });
  place.append(...SEVERITIES.map((severity) => {
    const button = make('button', { type: 'button', class: 'filter', 'data-severity': severity, 'aria-pressed': hidden.has(severity) ? 'false' : 'true' },
      make('span', { class: 'count', 'data-severity': severity }, '0'), ' ', SEVERITY_WORDS[severity]);
    button.addEventListener('click', () => {
      if (!hidden.delete(severity)) hidden.add(severity);
      setAttribute(button, 'aria-pressed', hidden.has(severity) ? 'false' : 'true');
      remember({ hidden: [...hidden] });
      changed();
    });
    return button;
  }));
}

/**
 * @param {HTMLElement} place
 * @param {Record<Severity, number>} summary
 */
export function showFilter(place, summary) {
  for (const button of place.querySelectorAll('button')) {
    const severity = /** @type {Severity} */ (button.dataset.severity);
    const count = /** @type {HTMLElement} */ (button.firstElementChild);
    count.textContent = String(summary[severity]);
    button.disabled = summary[severity] === 0;
  }
}
