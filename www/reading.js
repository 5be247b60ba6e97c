// 格式对照: every part, row and column of the form beside what was found for it in the draft, so that a doubt about the
// reading can be settled.
import { common } from './draft.js';
import { make } from './dom.js';
import { SECTION_NAMES, lastPart, pathOf, tableName } from './words.js';

/** @typedef {import('./types.d.ts').Bound} Bound */
/** @typedef {import('./types.d.ts').ReadCell} ReadCell */
/** @typedef {import('./types.d.ts').ReadTable} ReadTable */

/** @type {Record<'row' | 'column' | 'cell', string>} */
const FOREIGN_WORDS = { row: '多出的行：', column: '表头中多出的文字：', cell: '多出的单元格：' };

/** A table that is none of the form's can have thousands of rows. */
const MOST_FOREIGN = 20;

/** The rule that says that the draft has another edition of the form than its year asks for. */
const WRONG_EDITION = 'Y101';

/**
 * @param {HTMLElement} place
 * @param {import('./types.d.ts').Reading} reading
 * @param {import('./types.d.ts').FileResult} result
 */
export function showReading(place, { title, organ, year, period, form, sections, tables }, { findings }) {
  const wrong = findings.find(({ code }) => code === WRONG_EDITION);
  const facts = [['标题', title], ['机关', organ], ['年度', year && year + '年'], ['统计期限', period], ['原稿的格式', form + '年格式']];
  const parts = Object.keys(SECTION_NAMES).map((number) => {
    const found = sections.find((section) => section.number === number);
    return boundLine({ name: number + '、' + SECTION_NAMES[number], lack: '没有找到这一部分' },
      found ? { ...found, end: found.start, found: found.heading } : absent(), []);
  });
  place.replaceChildren(
    make('p', { class: 'understood-words' }, '规定格式的名称在左，原稿中与它对应的名称和数在右，不同的地方有底色。对应错了，数就会读错。单击一行，到报告里看原文。'),
    make('dl', { class: 'facts' }, ...facts.map(([name, value]) =>
      make('div', {}, make('dt', {}, String(name)), make('dd', { class: value ? null : 'differs' }, value ? String(value) : '没有找到')))),
    make('h2', {}, '六个部分'),
    make('div', { class: 'sheet-table' }, make('table', { 'aria-label': '六个部分' }, columnHeads(['规定的标题', '原稿的标题']), make('tbody', {}, ...parts))),
    ...tables.flatMap(tableReading));
  if (wrong) /** @type {Element} */ (place.querySelector('.facts > :last-child > dd')).append('，', make('span', { class: 'differs' }, wrong.message.split('；')[0]));
}

/** @param {ReadTable} table */
function tableReading(table) {
  const { rows, blocks, foreign } = table;
  const columns = blocks.flatMap((block) => block.columns);
  const name = tableName(table.table);
  const heading = make('h2', {}, name);
  if (rows.every((row) => row.found === null)) {
    return [heading, make('p', { class: 'understood-words' }, make('span', { class: 'differs' }, '原稿里没有找到这张表'))];
  }
  const labels = rows.filter(({ row }) => row !== '');
  const cells = rows.flatMap((row) => row.found === null ? [] : row.cells);
  const told = [
    [howMany(labels, ({ found }) => found === null), '行没有找到'], [howMany(labels, ({ found, exact }) => found !== null && !exact), '行名称不同'],
    [howMany(columns, ({ found }) => found === null), '列没有找到'], [howMany(columns, ({ found, exact }) => found !== null && !exact), '列名称不同'],
    [howMany(cells, ({ start }) => start === null), '格缺数'],
  ].filter(([number]) => number).map(([number, words]) => number + ' ' + words);
  let first = 0;
  const groups = blocks.flatMap((block) => {
    const own = rows.slice(first, first += block.rows);
    return own.length === 1 && own[0].row === '' ? [oneRow(block, own[0])] : [manyRows(block, own)];
  });
  return [heading,
    make('p', { class: 'understood-words' }, '依' + table.form + '年格式。' + (told.length > 0 ? told.join('，') + '。' : '行、列都找到了，名称与格式相同。')),
    make('div', { class: 'sheet-table' }, ...groups.map((group, index) =>
      make('table', { 'aria-label': name, class: blocks[index].columns.length > 4 && rows.length > 1 ? 'many' : null }, ...group))),
    foreign.length > 0 ? make('ul', { class: 'foreign' }, ...foreign.slice(0, MOST_FOREIGN).map(({ what, text, start, end }) =>
      make('li', {}, FOREIGN_WORDS[what], make('button', { type: 'button', class: 'link', 'data-start': start, 'data-end': end }, text || '空白'))),
    foreign.length > MOST_FOREIGN ? make('li', {}, '等，共 ' + foreign.length + ' 处') : '') : '',
  ];
}

/** A table of one row without a name is told column by column. @param {ReadTable['blocks'][0]} block @param {ReadTable['rows'][0]} row */
function oneRow({ columns }, row) {
  const lines = columns.map((column, index) => boundLine({ name: lastPart(column.column), lack: '没有找到这一列' },
    column.found === null ? { ...column, start: row.cells[index].start, end: row.cells[index].end } : column, [row.cells[index]]));
  return [columnHeads(['规定的列名', '原稿的列名', '数']), make('tbody', {}, ...withGroups(columns.map(({ column }) => column), lines, 3))];
}

/** @param {ReadTable['blocks'][0]} block @param {ReadTable['rows']} rows */
function manyRows({ columns }, rows) {
  const lines = rows.map((row) => boundLine({ name: lastPart(row.row), lack: '没有找到这一行' }, row, row.cells));
  const found = make('tr', { class: 'own-heads' }, make('th', { colspan: 2, scope: 'row' }, '原稿的列名'), ...columns.map((column) =>
    make('td', offsets(column), foundLabel(lastPart(column.column), column, '没有'))));
  const head = columnHeads(['规定的行名', '原稿的行名', ...columns.map(({ column }) => lastPart(column))]);
  return [head, make('tbody', {}, found, ...withGroups(rows.map(({ row }) => row), lines, columns.length + 2))];
}

/**
 * Puts the outer labels of the form above the lines that share them.
 * @param {string[]} paths
 * @param {HTMLElement[]} lines
 * @param {number} width
 */
function withGroups(paths, lines, width) {
  let last = '';
  return lines.flatMap((each, index) => {
    const group = pathOf(paths[index]).slice(0, -1).join(' ');
    const opens = group !== '' && group !== last;
    last = group;
    return opens ? [make('tr', {}, make('th', { colspan: width, scope: 'rowgroup', class: 'outer' }, group)), each] : [each];
  });
}

/** @param {string[]} names */
function columnHeads(names) {
  return make('thead', {}, make('tr', {}, ...names.map((name) => make('th', { scope: 'col' }, name))));
}

/**
 * @param {{ name: string, lack: string }} official its name, and what is said where the draft does not have it
 * @param {Bound} bound
 * @param {ReadCell[]} cells
 */
function boundLine({ name, lack }, bound, cells) {
  const there = bound.start !== null;
  return make('tr', { class: there ? 'there' : null, ...offsets(bound) },
    make('th', { scope: 'row' }, there ? make('button', { type: 'button', class: 'link' }, name) : name),
    make('td', { class: 'own' }, foundLabel(name, bound, lack)),
    ...(bound.found === null && !there ? cells.map(() => make('td', { class: 'number differs' }, '缺')) : cells.map(readNumber)));
}

/** @param {import('./types.d.ts').MaybePlace} place */
function offsets({ start, end }) {
  return { 'data-start': start, 'data-end': end };
}

/** @param {string} name @param {Bound} bound @param {string} lack */
function foundLabel(name, { found, exact }, lack) {
  if (found === null) return make('span', { class: 'differs' }, lack);
  if (exact || found === '') return make('span', { class: 'same' }, found === '' ? '没有写出' : '相同');
  const { head, tail } = common(name, found);
  const end = Math.max(head, found.length - tail);
  return make('span', { class: 'differs' }, found.slice(0, head), make('strong', {}, found.slice(head, end)), found.slice(end));
}

/** @param {ReadCell} cell */
function readNumber(cell) {
  const { start, text, value } = cell;
  if (start === null || text === null) return make('td', { class: 'number differs' }, '缺');
  const written = text.trim();
  if (written === '') return make('td', { class: 'number same', ...offsets(cell) }, '空白');
  const read = value === null ? '不是数' : written === String(value) ? null : '读作 ' + value;
  return make('td', { class: read ? 'number differs' : 'number', ...offsets(cell) }, written, read ? make('small', {}, read) : null);
}

/** @returns {Bound} */
function absent() {
  return { found: null, exact: false, start: null, end: null };
}

/** @template T @param {T[]} list @param {(each: T) => boolean} test */
function howMany(list, test) {
  return list.filter(test).length;
}
