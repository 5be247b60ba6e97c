// 撤销 and 重做: every step knows the text before and after. A run of typing in one cell is one step.

/** @typedef {import('./types.d.ts').History} History */
/** @typedef {import('./types.d.ts').Change} Change */

/** @returns {History} */
export function makeHistory() {
  return { done: [], undone: [], saved: null };
}

/**
 * Something was done at once: a fix, a paste.
 * @param {History} history
 * @param {Change[]} changes
 */
export function record(history, changes) {
  closeStep(history);
  history.done.push({ changes, open: false });
  history.undone = [];
}

/**
 * A person types.
 * @param {History} history
 * @param {Change} change
 */
export function recordTyping(history, change) {
  const step = openStep(history, change.piece);
  if (!step) {
    closeStep(history);
    history.done.push({ changes: [change], open: true });
  } else if (step.changes[0].before === change.after) {
    history.done.pop();
  } else {
    step.changes[0].after = change.after;
  }
  history.undone = [];
}

/**
 * The step that typing in this paragraph or cell would add to.
 * @param {History} history
 * @param {number} piece
 */
export function openStep(history, piece) {
  const step = history.done[history.done.length - 1];
  return step && step.open && step.changes[0].piece === piece ? step : null;
}

/**
 * What is typed from now on is another step.
 * @param {History} history
 */
export function closeStep(history) {
  const step = history.done[history.done.length - 1];
  if (step) step.open = false;
}

/**
 * The changes that take the last step back.
 * @param {History} history
 * @returns {Change[]}
 */
export function undo(history) {
  closeStep(history);
  const step = history.done.pop();
  if (!step) return [];
  history.undone.push(step);
  return step.changes.map(({ piece, before, after }) => ({ piece, before: after, after: before })).reverse();
}

/**
 * The changes that do the last undone step again.
 * @param {History} history
 * @returns {Change[]}
 */
export function redo(history) {
  const step = history.undone.pop();
  if (!step) return [];
  history.done.push(step);
  return step.changes;
}

/**
 * The text as it is now was copied or saved.
 * @param {History} history
 */
export function markSaved(history) {
  closeStep(history);
  history.saved = lastStep(history);
}

/**
 * @param {History} history
 */
export function isSaved(history) {
  return history.saved === lastStep(history);
}

/** @param {History} history */
function lastStep(history) {
  return history.done[history.done.length - 1] || null;
}
