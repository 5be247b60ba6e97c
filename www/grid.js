// Where the cells of a table stand, merged ones included, to move between them by keyboard and to paste a block over them.

/**
 * The next cell that can be edited in a direction, or null at the edge of the table.
 * @param {HTMLTableCellElement} cell
 * @param {number} right 1, 0 or -1
 * @param {number} down 1, 0 or -1
 * @param {(cell: HTMLTableCellElement) => boolean} [stops] others are gone past
 * @returns {HTMLTableCellElement | null}
 */
export function neighbour(cell, right, down, stops = () => true) {
  const table = cell.closest('table');
  if (!table) return null;
  const grid = layOut(table);
  let row = grid.findIndex((cells) => cells.includes(cell));
  let column = grid[row].indexOf(cell);
  let next = cell;
  while (next === cell || !next.isContentEditable || !stops(next)) {
    row += down;
    column += right;
    if (!grid[row] || !grid[row][column]) return null;
    next = grid[row][column];
  }
  return next;
}

/** Whether it is for a number, and no heading. @param {HTMLElement} cell */
export function isNumber(cell) {
  return cell.nodeName === 'TD' && cell.isContentEditable;
}

/**
 * @param {HTMLTableElement} table
 * @returns {HTMLTableCellElement[][]} a merged cell stands in every place that it covers
 */
export function layOut(table) {
  /** @type {HTMLTableCellElement[][]} */
  const grid = [...table.rows].map(() => []);
  [...table.rows].forEach((row, top) => {
    let left = 0;
    for (const cell of row.cells) {
      while (grid[top][left]) left++;
      for (let y = top; y < Math.min(grid.length, top + cell.rowSpan); y++) {
        for (let x = left; x < left + cell.colSpan; x++) grid[y][x] = cell;
      }
    }
  });
  return grid;
}
