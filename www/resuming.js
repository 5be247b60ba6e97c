// What was done with a report, as words that can be kept, and doing it again with the report opened anew.
import { apply } from './changing.js';
import { pieceText } from './draft.js';
import { record } from './history.js';
import { remarksOn, setRemark, sortOpinions } from './remarks.js';
import { isRemark } from './record.js';

/** @typedef {import('./types.d.ts').Report} Report */

/**
 * @param {Report} report
 * @returns {string} JSON
 */
export function stateOf({ title, history, silence }) {
  return JSON.stringify({ steps: history.done.map(({ changes }) => changes).filter(({ length }) => length > 0), silence: [...silence], remarks: remarksOn(title) });
}

/**
 * @param {Report} report as it was opened
 * @param {unknown} state
 * @returns {boolean} whether all could be done again
 */
export function resume(report, state) {
  const { steps, silence, remarks } = parseState(state);
  for (const remark of remarks) if (isRemark(remark)) setRemark(report.title, remark);
  for (const code of silence) report.silence.add(String(code));
  report.stale = report.stale || silence.length > 0;
  sortOpinions(report);
  for (const changes of steps) {
    for (const change of changes) {
      if (!report.draft.pieces[change.piece] || pieceText(report.draft, change.piece) !== change.before) return false;
      apply(report, [change]);
    }
    record(report.history, changes);
  }
  return true;
}

/** @param {unknown} state @returns {{ steps: import('./types.d.ts').Change[][], silence: string[], remarks: any[] }} */
function parseState(state) {
  try {
    const { steps, silence, remarks } = JSON.parse(String(state));
    if (steps.flat().every((/** @type {any} */ { after }) => typeof after === 'string') && steps.every(Array.isArray)) return { steps, silence: [...silence], remarks: [...remarks] };
  } catch (_) {
    // As if nothing had been done.
  }
  return { steps: [], silence: [], remarks: [] };
}
