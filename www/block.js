// A block of cells: as Excel, WPS and web pages put it on the clipboard, and as it fits into a table of the report.
import { isNumber, layOut } from './grid.js';

/** Row by row; null is what a merged cell covers. @typedef {(string | null)[][]} CellBlock */

/**
 * What is on the clipboard, without the headings above and before its numbers.
 * @param {DataTransfer} data
 * @returns {CellBlock | null} null where that is no block of numbers
 */
export function blockOf(data) {
  const block = tableBlock(data.getData('text/html')) || textBlock(data.getData('text/plain'));
  if (!block) return null;
  const top = block.findIndex((row) => !isHeading(row));
  if (top < 0) return null;
  const rows = block.slice(top);
  const columns = Math.max(...rows.map((row) => row.length));
  let left = 0;
  while (left < columns && isHeading(rows.map((row) => row[left]))) left++;
  const numbers = rows.map((row) => row.slice(left));
  return numbers.flat().length > 1 ? numbers : null;
}

/** The cells of a table that stands alone; with other words around it, it is part of a report. @param {string} html */
function tableBlock(html) {
  // Styles are forbidden to this page; as other attributes they still tell what is hidden.
  const plain = html.replace(/<style[^]*?<\/style>/gi, '').replace(/\sstyle=/gi, ' data-look=');
  const { body } = new DOMParser().parseFromString(plain, 'text/html');
  const tables = body.querySelectorAll('table');
  if (tables.length !== 1) return null;
  for (const hidden of body.querySelectorAll('[data-look*="display:none"], [data-look*="mso-hide:all"]')) hidden.remove();
  const cells = layOut(tables[0]);
  tables[0].remove();
  if ((body.textContent || '').trim() !== '') return null;
  const seen = new Set();
  return cells.map((row) => Array.from(row, (cell) => {
    if (!cell || seen.has(cell)) return null;
    seen.add(cell);
    return clean(cell.textContent || '');
  }));
}

/** Lines of equally many cells; of one cell each only where all are numbers. @param {string} text @returns {CellBlock | null} */
function textBlock(text) {
  const rows = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n').map((line) => line.split('\t').map(clean));
  const isEven = rows.every((row) => row.length === rows[0].length);
  return isEven && (rows[0].length > 1 || rows.every(([cell]) => cell === '' || saysNumber(cell))) ? rows : null;
}

/** @param {string} text */
function clean(text) {
  return text.trim().replace(/\s+/g, ' ');
}

/** Strokes stand for no number. @param {string | null} text */
function saysNumber(text) {
  return text !== null && /^[-–—/／.．,，%％()（）\s\d０-９]+$/.test(text);
}

/** Words, and no number among them. @param {(string | null)[]} row */
function isHeading(row) {
  return row.some(Boolean) && !row.some(saysNumber);
}

/**
 * Lays a block over a table: row on row and column on column, but past the headings that stand between.
 * @param {HTMLTableCellElement} first the cell for the first number
 * @param {CellBlock} block
 * @returns {{ texts: Map<HTMLTableCellElement, string>, lost: number }} what the cells get, and how much there is no cell for
 */
export function layOver(first, block) {
  const grid = layOut(/** @type {HTMLTableElement} */ (first.closest('table')));
  let y = grid.findIndex((cells) => cells.includes(first));
  const left = grid[y].indexOf(first);
  /** @type {Map<HTMLTableCellElement, string>} */
  const texts = new Map();
  let lost = 0;
  for (const row of block) {
    const cellsAt = () => grid[y] && row.map((_, x) => grid[y][left + x]);
    const hasNone = () => grid[y] && !cellsAt().some((cell) => cell && isNumber(cell));
    if (isHeading(row)) {
      if (hasNone()) y++;
      continue;
    }
    while (hasNone()) y++;
    const cells = cellsAt() || [];
    row.forEach((text, x) => {
      const cell = cells[x];
      if (text === null) return;
      if (cell && isNumber(cell) && !texts.has(cell)) texts.set(cell, text);
      else if (text !== '') lost++;
    });
    y++;
  }
  return { texts, lost };
}
