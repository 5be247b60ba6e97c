// Which fixes leave no choice and no doubt, so that they can be taken all at once.
import { byId } from './dom.js';
import { isOpen } from './equation.js';

/** @typedef {import('./types.d.ts').Opinion} Opinion */
/** @typedef {import('./types.d.ts').Edit} Edit */

/** One fix, no doubt about the opinion, and no other place that may be at fault. @param {Opinion} opinion */
function isCertain({ finding }) {
  return finding.severity !== 'warning' && finding.fixes.length === 1 && !isOpen(finding);
}

/**
 * The opinions whose fixes can be taken together: of two that change the same words, the first.
 * @param {Opinion[]} opinions
 */
export function certain(opinions) {
  /** @type {Edit[]} */
  const taken = [];
  /** @param {Edit} edit */
  const isFree = ({ start, end }) => taken.every((other) => start !== other.start && (start >= other.end || end <= other.start));
  return opinions.filter((opinion) => {
    const edits = isCertain(opinion) ? opinion.finding.fixes[0].edits : [];
    if (edits.length === 0 || !edits.every(isFree)) return false;
    taken.push(...edits);
    return true;
  });
}

/** How many fixes can be taken at once, on their button. @param {Opinion[]} opinions those that are shown */
export function showCertain(opinions) {
  const count = certain(opinions).length;
  byId('certain').hidden = count < 2;
  byId('certain').textContent = '全部采用确定的改法（' + count + '）';
}
