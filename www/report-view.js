// Shows a file as a report: headings, paragraphs, and tables with their merged cells.
import { make } from './dom.js';
import { tableName } from './words.js';

/** A label that covers so many rows and one column is set in a narrow column, one or two characters a line. */
const TALL_LABEL = 9;

/** More columns than this need small print on paper and a place to scroll on a telephone. */
const MANY_COLUMNS = 6;

const EDITABLE = editableValue();

/**
 * Fills `article` with the report.
 * @param {HTMLElement} article
 * @param {import('./types.d.ts').View} view
 * @returns {HTMLElement[]} the elements of the paragraphs and cells of the draft, in its order
 */
export function showReport(article, view) {
  /** @type {HTMLElement[]} */
  const elements = [];
  let level = 1;
  /** @param {HTMLElement} element @param {number} start @param {number} end */
  const fill = (element, start, end) => {
    element.textContent = view.text.slice(start, end);
    element.contentEditable = EDITABLE;
    element.spellcheck = false;
    element.dataset.piece = String(elements.length);
    elements.push(element);
  };
  article.replaceChildren(...view.blocks.map((block) => {
    if (block.type === 'table') return tableView(block, fill);
    // A heading that skips a level would be announced as a hole in the outline.
    if (block.level > 0) level = Math.min(block.level, level + 1);
    const tag = /** @type {'p'} */ (block.level > 0 ? 'h' + Math.min(6, level + 1) : 'p');
    const paragraph = make(tag, { class: block.level > 0 ? 'level-' + Math.min(block.level, 4) : null });
    fill(paragraph, block.start, block.end);
    return paragraph;
  }));
  return elements;
}

/**
 * @param {Extract<import('./types.d.ts').Block, { type: 'table' }>} block
 * @param {(element: HTMLElement, start: number, end: number) => void} fill
 */
function tableView(block, fill) {
  const name = block.table ? tableName(block.table) : '表格';
  const body = make('tbody', {}, ...block.rows.map((row) => {
    const scope = row.some((cell) => !cell.header) ? 'row' : 'col';
    return make('tr', {}, ...row.map((cell) => cellView(cell, scope, fill)));
  }));
  const kind = block.columns > MANY_COLUMNS ? 'wide' : 'narrow';
  const table = make('table', { class: 'columns-' + Math.min(block.columns, 15) + ' ' + kind, 'aria-label': name }, body);
  return make('div', { class: 'table' }, table);
}

/**
 * @param {import('./types.d.ts').Cell} cell
 * @param {'row' | 'col'} scope what its words are the heading of, if it is one
 * @param {(element: HTMLElement, start: number, end: number) => void} fill
 */
function cellView(cell, scope, fill) {
  const element = make(cell.header ? 'th' : 'td', {
    scope: cell.header && (cell.column_span > 1 && scope === 'col' ? 'colgroup' : scope),
    rowspan: cell.row_span > 1 && cell.row_span,
    colspan: cell.column_span > 1 && cell.column_span,
  });
  if (cell.header && cell.row_span >= TALL_LABEL && cell.column_span === 1) element.className = 'tall';
  if (cell.start !== undefined && cell.end !== undefined) {
    fill(element, cell.start, cell.end);
    // Tab goes from number to number; labels are reached by arrows, by mouse and by F8.
    if (cell.header) element.tabIndex = -1;
  } else if (cell.missing) {
    element.className = 'missing';
    element.title = '原稿没有这个数';
    element.append(make('span', { class: 'unseen' }, '缺'));
  } else {
    element.classList.add('supplied');
    element.title = '原稿没有写出，按规定格式补上';
    element.append(cell.label || '');
  }
  return element;
}

/** `plaintext-only` where the browser has it; elsewhere pasting and dropping are made plain by hand. */
function editableValue() {
  const probe = document.createElement('div');
  probe.setAttribute('contenteditable', 'plaintext-only');
  return probe.contentEditable === 'plaintext-only' ? 'plaintext-only' : 'true';
}
