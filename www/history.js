// 撤销 and 重做: every step knows the text before and after. A run of typing in one cell is one step.

/** @typedef {import('./types.d.ts').History} History */
/** @typedef {import('./types.d.ts').Change} Change */
/** @typedef {import('./types.d.ts').Step} Step */

/** @returns {History} */
export function makeHistory() {
  return { done: [], undone: [], saved: null };
}

/**
 * Something was done at once: a fix, a paste, a remark, a rule silenced.
 * @param {History} history
 * @param {Change[]} changes
 * @param {Pick<Step, 'remark' | 'rule'>} [said]
 */
export function record(history, changes, said) {
  closeStep(history);
  history.done.push({ changes, ...said, open: false });
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
 * What takes the last step back; null where there is none.
 * @param {History} history
 * @returns {Step | null}
 */
export function undo(history) {
  closeStep(history);
  const step = history.done.pop();
  if (!step) return null;
  history.undone.push(step);
  const changes = step.changes.map(({ piece, before, after }) => ({ piece, before: after, after: before })).reverse();
  const { remark, rule } = step;
  return { changes, remark: remark && { before: remark.after, after: remark.before }, rule: rule && { ...rule, silent: !rule.silent }, open: false };
}

/**
 * What does the last undone step again; null where there is none.
 * @param {History} history
 * @returns {Step | null}
 */
export function redo(history) {
  const step = history.undone.pop();
  if (!step) return null;
  history.done.push(step);
  return step;
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

/** The last that changed the text. @param {History} history */
export function lastStep(history) {
  return history.done.filter(({ changes }) => changes.length > 0).pop() || null;
}
