// 统计: the main numbers of a report, what became of the applications, who made them, and the disputes. Numbers that do not
// agree are said to, and not drawn.
import { barChart, flowChart, amountInWords } from './charts.js';
import { make } from './dom.js';
import { lastPart, pathOf } from './words.js';

/** @typedef {import('./types.d.ts').ReadTable} ReadTable */
/** @typedef {import('./types.d.ts').Reading} Reading */
/** @typedef {import('./charts.js').Value} Value */
/** @typedef {{ name: string, value: Value }} Figure */

/**
 * @param {HTMLElement} place
 * @param {Reading} reading
 * @param {import('./types.d.ts').FileResult} result
 */
export function showFigures(place, { tables }, { findings }) {
  const [two, three, four] = ['二', '三', '四'].map((number) => tables.find((each) => each.table === number && isFilled(each)));
  /** @param {string} number */
  const errors = (number) => findings.filter(({ severity, places }) => severity === 'error' && places[0].table === number).length;
  const doubted = ['二', '三', '四'].filter((number) => errors(number) > 0).map((number) => '表' + number + '有 ' + errors(number) + ' 处错误');
  const width = Math.max(280, place.clientWidth - 2 * parseFloat(getComputedStyle(place).paddingLeft));
  place.replaceChildren(
    make('p', { class: 'understood-words' }, '数字都照原稿，相加时空白和“/”按 0 计。' + (doubted.length > 0 ? doubted.join('，') + '，改正后这里随之改变。' : '')),
    make('h2', {}, '主要数字'),
    make('dl', { class: 'tiles' }, ...keyFigures(two, three, four).map(({ name, about, value }) =>
      make('div', {}, make('dt', {}, name, about ? make('small', {}, about) : null),
      make('dd', {}, amountInWords(value), about || typeof value !== 'number' ? null : make('small', {}, ' 件'))))),
    ...(three ? [...flowOfApplications(three, width), ...applicants(three, width)] : [lack('表三')]),
    ...(four ? disputes(four, width) : [lack('表四')]));
}

/** @param {string} name of a table */
function lack(name) {
  return make('p', { class: 'refusal' }, name + '没有找到，或者没有填写。');
}

/** Whether anything was written into the cells of a table. @param {ReadTable} table */
function isFilled({ rows }) {
  return rows.some(({ cells }) => cells.some(({ text }) => text !== null && text.trim() !== ''));
}

/**
 * @param {ReadTable | undefined} two
 * @param {ReadTable | undefined} three
 * @param {ReadTable | undefined} four
 * @returns {(Figure & { about?: string })[]}
 */
function keyFigures(two, three, four) {
  const { received, carriedIn, settled, carriedOut } = resultsOf(three);
  const kinds = disputeKinds(four);
  const suits = kinds.slice(1).map(({ total }) => total);
  return [
    { name: '本年新收申请', value: received }, { name: '上年结转申请', value: carriedIn },
    { name: '本年办结申请', value: settled }, { name: '结转下年度', value: carriedOut },
    { name: '行政复议', value: kinds.length > 0 ? kinds[0].total : null },
    { name: '行政诉讼', value: sumOf(suits) },
    // The last column of each row: 现行有效件数, 处理决定数量, 收费金额.
    ...(two ? two.rows : []).map(({ row, cells }) => {
      const last = cells[cells.length - 1];
      return { name: lastPart(row), about: lastPart(last.column), value: valueOf(last) };
    }),
  ];
}

/** @param {ReadTable} table @param {number} width */
function flowOfApplications(table, width) {
  const { received, carriedIn, results, settled, carriedOut } = resultsOf(table);
  const [came, told, gone] = [[received, carriedIn], results.map(({ value }) => value), [settled, carriedOut]].map(totalOf);
  const heading = make('h2', {}, '申请的去向');
  if (came === null || told === null || gone === null) return [heading, refusal(table, '表三“总计”列没有读全，图未画出。')];
  const faults = [
    came === gone ? '' : '本年新收 ' + amountInWords(received) + ' + 上年结转 ' + amountInWords(carriedIn) + ' = ' + came + '，总计 ' + amountInWords(settled) + ' + 结转下年度 ' + amountInWords(carriedOut) + ' = ' + gone + '，两边不相等',
    told === (settled || 0) ? '' : '各项办理结果相加是 ' + told + '，总计' + filledIn(settled),
  ].filter(Boolean);
  if (faults.length > 0) return [heading, refusal(table, '“总计”列的数对不上，图未画出：' + faults.join('；') + '。')];
  if (came === 0) return [heading, make('p', {}, '本年没有申请。')];
  const sources = [{ name: '本年新收', value: received || 0 }, { name: '上年结转', value: carriedIn || 0 }];
  const ends = [...results.map(({ name, value }) => ({ name, value: value || 0 })), { name: '结转下年度', value: carriedOut || 0 }];
  return [heading, flowChart(sources, ends, came, width)];
}

/** @param {ReadTable} table @param {number} width */
function applicants(table, width) {
  const [first] = table.rows;
  const members = first.cells.slice(0, -1).map((cell) => ({ name: lastPart(cell.column).replace(/^其他$/, '其他组织'), value: valueOf(cell) }));
  const [total, told] = [valueOf(first.cells[first.cells.length - 1]), totalOf(members.map(({ value }) => value))];
  const heading = make('h2', {}, '本年新收申请的申请人');
  if (total === null || told === null) return [heading, refusal(table, '表三“本年新收”一行没有读全，图未画出。')];
  if (told !== (total || 0)) return [heading, refusal(table, '“本年新收”一行的数对不上，图未画出：各类申请人相加是 ' + told + '，总计' + filledIn(total) + '。')];
  return [heading, !total ? make('p', {}, '本年没有新收申请。') : barChart('本年新收申请的申请人', members, total, Math.min(width, 560))];
}

/** @param {ReadTable} table @param {number} width */
function disputes(table, width) {
  const kinds = disputeKinds(table);
  const most = Math.max(1, ...kinds.flatMap(({ results }) => results.map(({ value }) => value || 0)));
  const abreast = width > 640;
  const own = abreast ? Math.floor((width - 2 * 28) / 3) : width;
  const parts = kinds.map(({ name, results, total }) => {
    const told = totalOf(results.map(({ value }) => value));
    const words = total === null || told === null ? '没有读全，图未画出。' : '各项结果相加是 ' + told + '，总计' + filledIn(total) + '，图未画出。';
    return make('div', {}, make('h3', {}, name, make('span', {}, typeof total === 'number' ? total + ' 件' : '')),
      total === null || told !== (total || 0) ? refusal(table, words) : barChart(name, results, most, own));
  });
  return [make('h2', {}, '行政复议、行政诉讼'), make('div', { class: abreast ? 'trio abreast' : 'trio' }, ...parts)];
}

/** What cannot be drawn, and why. @param {ReadTable} table @param {string} words */
function refusal({ rows }, words) {
  const there = rows.map(({ start }) => start).filter((start) => start !== null);
  return make('p', { class: 'refusal' }, words, there.length === 0 ? null
    : make('button', { type: 'button', class: 'link', 'data-start': there[0], 'data-end': there[0], 'data-whole': true }, '到表格'));
}

/**
 * The column 总计 of table three. Of a group of results the sum counts.
 * @param {ReadTable | undefined} table
 */
function resultsOf(table) {
  /** @type {Map<string, Value[]>} */
  const groups = new Map();
  for (const { row, cells } of table ? table.rows : []) {
    const [top, second] = pathOf(row);
    // “（三）不予公开”, “（二）部分公开（区分处理的，…）”; the other three are known by their numerals.
    const name = second ? second.replace(/^（.）|（区分.*/g, '') : top[0];
    groups.set(name, [...(groups.get(name) || []), valueOf(cells[cells.length - 1])]);
  }
  /** @param {string} name */
  const take = (name) => {
    const values = groups.get(name);
    groups.delete(name);
    return values ? sumOf(values) : null;
  };
  const [received, carriedIn, settled, carriedOut] = ['一', '二', '总计', '四'].map(take);
  return { received, carriedIn, settled, carriedOut, results: [...groups].map(([name, values]) => ({ name, value: sumOf(values) })) };
}

/**
 * 行政复议 and the two kinds of 行政诉讼, each with its results and its 总计.
 * @param {ReadTable | undefined} table
 */
function disputeKinds(table) {
  /** @type {Map<string, Figure[]>} */
  const kinds = new Map();
  for (const cell of table ? table.rows[0].cells : []) {
    const path = pathOf(cell.column);
    const name = path[path.length - 2];
    kinds.set(name, [...(kinds.get(name) || []), { name: path[path.length - 1], value: valueOf(cell) }]);
  }
  return [...kinds].map(([name, figures]) => ({
    name, results: figures.slice(0, -1), total: figures[figures.length - 1].value }));
}

/** @param {import('./types.d.ts').ReadCell} cell @returns {Value} */
function valueOf({ text, value }) {
  return value === null && text !== null && text.trim() === '' ? undefined : value;
}

/** What the report has as a total. @param {Value} total */
function filledIn(total) {
  return total === undefined ? '没有填' : '填的是 ' + total;
}

/** @param {Value[]} values @returns {Value} null unless all are known; a blank counts as nothing among others */
function sumOf(values) {
  if (values.length === 0 || values.includes(null)) return null;
  return values.every((value) => value === undefined) ? undefined : values.reduce((/** @type {number} */ sum, value) => sum + (value || 0), 0);
}

/** @param {Value[]} values @returns {number | null} null unless all are known; blanks count as nothing */
function totalOf(values) {
  const sum = sumOf(values);
  return sum === undefined ? 0 : sum;
}
