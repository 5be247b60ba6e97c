// Editing in place: typing, input methods and pasting in the cells and paragraphs of the report.
import { selected } from './caret.js';
import { clearWords } from './marks.js';
import { blockOf } from './block.js';
import { isNumber } from './grid.js';
import { isCell, move, selectAll } from './moving.js';

/**
 * @typedef {object} EditingActions
 * @property {(piece: number, text: string) => void} typed the text of a paragraph or cell is another now
 * @property {(piece: number) => boolean} revert takes back what was typed since the caret came; false if there is nothing
 * @property {(piece: number) => void} entered the caret came
 * @property {(piece: number) => void} left the caret went
 * @property {() => void} leave the person wants to be out of the report
 * @property {(cell: HTMLTableCellElement, block: import('./block.js').CellBlock) => void} pasted a block of cells, over this one and those beside and below
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

/** The last way to reach a cell: by Tab its content is selected; by mouse that of a number, and a second click puts the caret. */
let byKeyboard = false;

/** A cell that was reached and whose content is still to be selected: the browser puts its own caret there first. @type {HTMLElement | null} */
let reached = null;

/** While the button is down the browser looks for the caret in the nodes that were hit: they must stay. */
let pressed = false;

/**
 * Whether the words of this paragraph are just being changed.
 * @param {HTMLElement} element
 */
export function isChanging(element) {
  return element === changing;
}

/** Whether an input method is composing: until it has ended nothing on the screen is to change. */
export function isComposing() {
  // Whoever opens another report in the middle of it does not get to its end.
  return composing && document.activeElement instanceof HTMLElement && document.activeElement.isContentEditable;
}

/**
 * @param {HTMLElement} article
 * @param {EditingActions} actions
 */
export function watchEditing(article, actions) {
  document.addEventListener('keydown', () => {
    // A key pressed before that must find it selected, and what the key does must stay.
    selectReached();
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
    if (byKeyboard && isCell(element)) {
      reached = element;
      setTimeout(selectReached);
    }
    const entered = () => {
      if (document.activeElement === element) actions.entered(pieceOf(element));
    };
    if (!pressed) return entered();
    document.addEventListener('mouseup', () => {
      // As in a spreadsheet: what is typed takes the place of the number.
      const range = isCell(element) && isNumber(element) && selected(element);
      if (range && range.start === range.end) reached = element;
      setTimeout(() => {
        entered();
        selectReached();
      });
    }, { once: true });
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
  let composedOver = '';
  article.addEventListener('compositionstart', (event) => {
    const element = editableOf(event);
    composing = true;
    composedOver = element && element.textContent || '';
    beginChange(element);
  });
  article.addEventListener('compositionend', (event) => {
    const element = editableOf(event);
    composing = false;
    // Given up, it leaves what was selected before.
    if (element && isCell(element) && !event.data && !element.textContent) element.textContent = composedOver;
    commit(element, actions);
  });
  article.addEventListener('input', (event) => {
    if (!composing) commit(editableOf(event), actions);
  });
  article.addEventListener('paste', (event) => onPaste(event, actions));
}

/** @param {Event} event @returns {HTMLElement | null} */
function editableOf(event) {
  const target = /** @type {Element | null} */ (event.target);
  return target && target.closest('[data-piece]');
}

function selectReached() {
  if (reached) selectAll(reached);
  reached = null;
}

/** @param {HTMLElement} element */
function pieceOf(element) {
  return Number(element.dataset.piece);
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
  // 229: the key that ends a composition, in browsers that tell of the end before it.
  const inComposition = event.isComposing || (event.keyCode === 229 && event.key !== 'Process');
  if (!element || inComposition || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape') {
    event.preventDefault();
    if (!actions.revert(pieceOf(element))) actions.leave();
  } else if (!move(event, element) && !/^(Tab|Shift|Control|Alt|Meta|Home|End|Page.*|F\d+)$/.test(event.key)) {
    // Also for 'Process': an input method is about to compose.
    beginChange(element);
  }
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

/**
 * @param {ClipboardEvent} event
 * @param {EditingActions} actions
 */
function onPaste(event, actions) {
  const element = editableOf(event);
  if (!element || !event.clipboardData) return;
  // First, for Excel puts a picture of the cells beside them.
  const block = isCell(element) && isNumber(element) ? blockOf(event.clipboardData) : null;
  if (block) {
    event.preventDefault();
    return actions.pasted(/** @type {HTMLTableCellElement} */ (element), block);
  }
  if (event.clipboardData.files.length > 0) return;
  const text = event.clipboardData.getData('text/plain');
  // Left to whoever opens what is pasted on the page.
  if (text.split('\n').length > LINES_OF_A_REPORT) return;
  event.preventDefault();
  beginChange(element);
  // The one way to insert text that works, with its events, in every browser and keeps the caret.
  document.execCommand('insertText', false, text.trim().replace(/\s*[\r\n\t]\s*/g, ' '));
}
