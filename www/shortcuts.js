// The keys that work everywhere on the page, and the dialog that tells them.
import { keepFocus } from './focus.js';

/**
 * @typedef {object} ShortcutActions
 * @property {() => void} next
 * @property {() => void} previous
 * @property {() => void} across goes from a mark to its card, or back
 * @property {() => void} accept takes the first fix of the chosen opinion
 * @property {() => void} undo
 * @property {() => void} redo
 * @property {() => void} help
 * @property {() => void} dismiss
 */

/** @param {ShortcutActions} actions */
export function watchShortcuts(actions) {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return;
    const action = shortcut(event, actions);
    if (!action) return;
    event.preventDefault();
    action();
  });
}

/**
 * @param {KeyboardEvent} event
 * @param {ShortcutActions} actions
 */
function shortcut(event, actions) {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (event.ctrlKey || event.metaKey) {
    if (event.altKey) return null;
    if (key === 'z') return event.shiftKey ? actions.redo : actions.undo;
    if (key === 'y') return actions.redo;
    return key === 'Enter' ? actions.accept : null;
  }
  if (key === 'F8') return event.shiftKey ? actions.previous : actions.next;
  if (event.altKey && key === 'Enter') return actions.across;
  const typing = event.target instanceof HTMLElement && event.target.isContentEditable;
  if (typing || event.altKey) return null;
  // Chinese input methods give the full-width question mark.
  if (key === '?' || key === '？') return actions.help;
  return key === 'Escape' ? actions.dismiss : null;
}

/**
 * Shows a dialog, and closes it by its button or by a click beside it; Escape is the browser's.
 * @param {HTMLDialogElement} dialog
 */
export function openDialog(dialog) {
  if (dialog.open) return;
  dialog.onclick = (event) => {
    const target = /** @type {Element} */ (event.target);
    if (target === dialog || target.closest('[data-dismiss]')) dialog.close();
  };
  dialog.onclose = keepFocus;
  dialog.showModal();
}

/**
 * Asks, and tells whether the answer was the button with `data-agree`.
 * @param {HTMLDialogElement} dialog
 * @returns {Promise<boolean>}
 */
export function askDialog(dialog) {
  return new Promise((resolve) => {
    dialog.onclick = (event) => {
      const target = /** @type {Element} */ (event.target);
      if (!target.closest('button')) return;
      dialog.close();
      resolve(target.closest('[data-agree]') !== null);
    };
    // By Escape. It is told late, and somebody may have asked again.
    dialog.onclose = () => {
      keepFocus();
      if (!dialog.open) resolve(false);
    };
    dialog.showModal();
  });
}
