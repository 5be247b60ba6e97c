// Moving between the cells and paragraphs of the report by keyboard, as in a spreadsheet: a cell that one comes to is
// selected, and what is typed takes its place.
import { select, selected } from './caret.js';
import { isNumber, neighbour } from './grid.js';

/** To the right and down. @type {Record<string, [number, number]>} */
const STEPS = { ArrowDown: [0, 1], ArrowUp: [0, -1], ArrowRight: [1, 0], ArrowLeft: [-1, 0] };

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
export function selectAll(element) {
  if (document.activeElement === element) select(element, 0, (element.textContent || '').length);
}

/** @param {HTMLElement} element @returns {element is HTMLTableCellElement} */
export function isCell(element) {
  return element instanceof HTMLTableCellElement;
}

/**
 * Does what a key says about where the caret is to be.
 * @param {KeyboardEvent} event
 * @param {HTMLElement} element where it is
 * @returns {boolean} whether it says that, and not what is to be typed
 */
export function move(event, element) {
  const { key, shiftKey } = event;
  const next = key === 'Enter' ? below(element, shiftKey ? -1 : 1) : isCell(element) && !shiftKey ? beside(key, element) : undefined;
  if (key === 'F2' && isCell(element)) select(element, element.innerText.length, element.innerText.length);
  else if (next === undefined) return key in STEPS;
  else if (next) moveTo(next);
  event.preventDefault();
  return true;
}

/** Down the column of numbers, past the headings that stand between. @param {HTMLElement} element @param {number} step */
function below(element, step) {
  if (!isCell(element)) return paragraphBeside(element, step);
  return neighbour(element, 0, step, isNumber(element) ? isNumber : undefined);
}

/**
 * Where an arrow, Home or End leads from a cell; undefined where it moves the caret within its words, null for nowhere.
 * @param {string} key
 * @param {HTMLTableCellElement} cell
 * @returns {HTMLElement | null | undefined}
 */
function beside(key, cell) {
  const step = STEPS[key];
  if (step) return leaves(cell, ...step) ? neighbour(cell, ...step) : undefined;
  if ((key !== 'Home' && key !== 'End') || !isWhole(cell)) return undefined;
  /** @type {HTMLTableCellElement | null} */
  let last = null;
  for (let next = neighbour(cell, key === 'End' ? 1 : -1, 0, isNumber); next; next = neighbour(next, key === 'End' ? 1 : -1, 0, isNumber)) last = next;
  return last;
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
  const selector = '[data-piece="' + (Number(element.dataset.piece) + step) + '"]';
  return document.querySelector(selector);
}

/** Whether all of a cell is selected, or there is nothing in it. @param {HTMLElement} cell */
function isWhole(cell) {
  const range = selected(cell);
  return !range || (range.start === 0 && range.end === (cell.textContent || '').length);
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
  if (!range || isWhole(cell)) return true;
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
