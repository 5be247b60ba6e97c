// Editing in place: keys, typing, input methods and pasting in the cells and paragraphs of the report.
import { clearWords } from './marks.js';
import { neighbour } from './grid.js';
import { select, selected } from './caret.js';

/**
 * @typedef {object} EditingActions
 * @property {(piece: number, text: string) => void} typed the text of a paragraph or cell is another now
 * @property {(piece: number) => boolean} revert takes back what was typed since the caret came; false if there is nothing
 * @property {(piece: number) => void} entered the caret came
 * @property {(piece: number) => void} left the caret went
 * @property {(key: string) => void} markClicked
 * @property {() => void} undo
 * @property {() => void} redo
 */

/** Pasted into a cell, so much is another report. */
const LINES_OF_A_REPORT = 20;

/** The paragraph whose words are being changed; its marks are out until the caret leaves. @type {HTMLElement | null} */
let changing = null;

/** An input method is composing; the text is not yet what the person means. */
let composing = false;

/** The last way to reach a cell: by Tab its content is selected, by mouse the caret stands where one clicked. */
let byKeyboard = false;

/** While the button is down the browser looks for the caret in the nodes that were hit: they must stay. */
let pressed = false;

/**
 * Whether the words of this paragraph are just being changed.
 * @param {HTMLElement} element
 */
export function isChanging(element) {
  return element === changing;
}

/**
 * @param {HTMLElement} article
 * @param {EditingActions} actions
 */
export function watchEditing(article, actions) {
  document.addEventListener('keydown', () => {
    byKeyboard = true;
    pressed = false;
  }, true);
  document.addEventListener('mousedown', () => {
    byKeyboard = false;
    pressed = true;
  }, true);
  document.addEventListener('mouseup', () => { pressed = false; }, true);
  article.addEventListener('focusin', (event) => {
    const element = editableOf(event);
    if (!element) return;
    if (byKeyboard && isCell(element)) setTimeout(() => selectAll(element));
    const entered = () => {
      if (document.activeElement === element) actions.entered(pieceOf(element));
    };
    if (pressed) document.addEventListener('mouseup', () => setTimeout(entered), { once: true });
    else entered();
  });
  article.addEventListener('focusout', (event) => {
    const element = editableOf(event);
    if (!element) return;
    if (composing) commit(element, actions);
    composing = false;
    changing = null;
    actions.left(pieceOf(element));
  });
  article.addEventListener('click', (event) => {
    const mark = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest('mark'));
    if (mark && mark.dataset.finding) actions.markClicked(mark.dataset.finding);
  });
  article.addEventListener('keydown', (event) => onKey(event, actions));
  article.addEventListener('beforeinput', (event) => onBeforeInput(/** @type {InputEvent} */ (event), actions));
  article.addEventListener('compositionstart', (event) => {
    composing = true;
    beginChange(editableOf(event));
  });
  article.addEventListener('compositionend', (event) => {
    composing = false;
    commit(editableOf(event), actions);
  });
  article.addEventListener('input', (event) => {
    if (!composing) commit(editableOf(event), actions);
  });
  article.addEventListener('paste', onPaste);
}

/**
 * Puts the caret into a paragraph or cell without scrolling; into a cell with its content selected.
 * @param {HTMLElement} element
 * @param {{ start: number, end: number }} [words] what to select of it
 */
export function enter(element, words) {
  // On a touch screen the keyboard would come up and cover what is to be seen.
  const typing = document.activeElement instanceof HTMLElement && document.activeElement.isContentEditable;
  if (!typing && matchMedia('(pointer: coarse)').matches) return;
  element.focus({ preventScroll: true });
  if (words) select(element, words.start, words.end);
  else if (isCell(element)) selectAll(element);
}

/** @param {HTMLElement} element */
function selectAll(element) {
  if (document.activeElement === element) select(element, 0, (element.textContent || '').length);
}

/** @param {Event} event @returns {HTMLElement | null} */
function editableOf(event) {
  const target = /** @type {Element | null} */ (event.target);
  return target && target.closest('[data-piece]');
}

/** @param {HTMLElement} element */
function pieceOf(element) {
  return Number(element.dataset.piece);
}

/** @param {HTMLElement} element @returns {element is HTMLTableCellElement} */
function isCell(element) {
  return element instanceof HTMLTableCellElement;
}

/**
 * Before the first change of a paragraph its marks go: the browser must not split or stretch them.
 * @param {HTMLElement | null} element
 */
function beginChange(element) {
  if (!element || isCell(element) || changing === element) return;
  changing = element;
  clearWords(element);
}

/**
 * @param {HTMLElement | null} element
 * @param {EditingActions} actions
 */
function commit(element, actions) {
  if (!element) return;
  // Without plaintext-only, or by dropping, markup can get in. A lone <br> is how browsers keep an empty line open.
  if (element.querySelector(':not(br):not(mark)')) clearWords(element);
  actions.typed(pieceOf(element), element.textContent || '');
}

/**
 * @param {KeyboardEvent} event
 * @param {EditingActions} actions
 */
function onKey(event, actions) {
  const element = editableOf(event);
  if (!element || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const steps = /** @type {Record<string, [number, number]>} */ ({
    Enter: [0, event.shiftKey ? -1 : 1],
    ArrowDown: [0, 1],
    ArrowUp: [0, -1],
    ArrowRight: [1, 0],
    ArrowLeft: [-1, 0],
  });
  const step = steps[event.key];
  if (event.key === 'Escape') {
    event.preventDefault();
    if (!actions.revert(pieceOf(element))) element.blur();
  } else if (event.key === 'Enter') {
    event.preventDefault();
    const next = isCell(element) ? neighbour(element, ...step) : paragraphBeside(element, step[1]);
    if (next) moveTo(next);
  } else if (step && !event.shiftKey && isCell(element) && leaves(element, ...step)) {
    event.preventDefault();
    const next = neighbour(element, ...step);
    if (next) moveTo(next);
  } else if (!step && !/^(Tab|Shift|Control|Alt|Meta|Home|End|Page.*|F\d+)$/.test(event.key)) {
    // Also for 'Process': an input method is about to compose.
    beginChange(element);
  }
}

/** @param {HTMLElement} element */
function moveTo(element) {
  enter(element);
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/**
 * @param {HTMLElement} element
 * @param {number} step
 * @returns {HTMLElement | null}
 */
function paragraphBeside(element, step) {
  const selector = '[data-piece="' + (pieceOf(element) + step) + '"]';
  return document.querySelector(selector);
}

/**
 * Whether an arrow key leads out of a cell: nothing of its text is left in that direction, or all of it is selected.
 * @param {HTMLElement} cell
 * @param {number} right
 * @param {number} down
 */
function leaves(cell, right, down) {
  const range = selected(cell);
  const length = (cell.textContent || '').length;
  if (!range || (range.start === 0 && range.end === length)) return true;
  if (range.start !== range.end) return false;
  if (right) return range.start === (right > 0 ? length : 0);
  const selection = window.getSelection();
  const caret = selection && selection.rangeCount > 0 && selection.getRangeAt(0).getClientRects()[0];
  const all = document.createRange();
  all.selectNodeContents(cell);
  const box = all.getBoundingClientRect();
  if (!caret) return true;
  return down > 0 ? box.bottom - caret.bottom < caret.height / 2 : caret.top - box.top < caret.height / 2;
}

/**
 * @param {InputEvent} event
 * @param {EditingActions} actions
 */
function onBeforeInput(event, actions) {
  if (event.inputType === 'historyUndo' || event.inputType === 'historyRedo') {
    event.preventDefault();
    if (event.inputType === 'historyUndo') actions.undo();
    else actions.redo();
  } else if (/^format|^insertParagraph$|^insertLineBreak$/.test(event.inputType)) {
    // A paragraph stays one paragraph.
    event.preventDefault();
  } else {
    beginChange(editableOf(event));
  }
}

/** @param {ClipboardEvent} event */
function onPaste(event) {
  const element = editableOf(event);
  if (!element || !event.clipboardData || event.clipboardData.files.length > 0) return;
  const text = event.clipboardData.getData('text/plain');
  // Left to whoever opens what is pasted on the page.
  if (text.split('\n').length > LINES_OF_A_REPORT) return;
  event.preventDefault();
  beginChange(element);
  // The one way to insert text that works, with its events, in every browser and keeps the caret.
  document.execCommand('insertText', false, text.trim().replace(/\s*[\r\n\t]\s*/g, ' '));
}
