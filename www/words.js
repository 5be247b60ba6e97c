// What the page says about findings and about the form: counts, severities, parts and places in words.

/** @typedef {import('./types.d.ts').Severity} Severity */

/** In the order of their weight. @type {Severity[]} */
export const SEVERITIES = ['error', 'warning', 'hint'];

/** @type {Record<Severity, string>} */
export const SEVERITY_WORDS = { error: '错误', warning: '存疑', hint: '提示' };

/** @type {Record<Severity, string>} */
const COUNTED = { error: '处错误', warning: '处存疑', hint: '条提示' };

/** @param {import('./types.d.ts').Opinion[]} opinions @returns {Record<Severity, number>} how many of each severity */
export function countOf(opinions) {
  const summary = { error: 0, warning: 0, hint: 0 };
  for (const { finding } of opinions) summary[finding.severity]++;
  return summary;
}

/**
 * “3 处错误，1 处存疑”
 * @param {Record<Severity, number>} summary
 */
export function countsInWords(summary) {
  const told = SEVERITIES.filter((severity) => summary[severity] > 0);
  return told.map((severity) => summary[severity] + ' ' + COUNTED[severity]).join('，') || '未发现问题';
}

/** The headings of the form, which all its editions have. @type {Record<string, string>} */
export const SECTION_NAMES = {
  一: '总体情况',
  二: '主动公开政府信息情况',
  三: '收到和处理政府信息公开申请情况',
  四: '政府信息公开行政复议、行政诉讼情况',
  五: '存在的主要问题及改进情况',
  六: '其他需要报告的事项',
};

/** @param {string} number of the part that the table belongs to */
export function tableName(number) {
  return '表' + number + '　' + (SECTION_NAMES[number] || '');
}

/**
 * Where a place is, for people: “第三部分 · （三）不予公开 1.属于国家秘密 · 自然人”.
 * @param {import('./types.d.ts').Place} place
 */
export function placeInWords(place) {
  const parts = [place.section ? '第' + place.section + '部分' : '报告开头'];
  if (place.row) parts.push(rowInWords(place.row));
  // The columns of table four are told apart only by what stands above them.
  if (place.column) parts.push(place.table === '四' ? pathOf(place.column).join(' ') : lastPart(place.column));
  return parts.join(' · ');
}

/**
 * Where a place is in its file: “第 3 页”, “工作表“表三”B7”, “第 12 段”; empty where the format has no such places.
 * @param {import('./types.d.ts').Place} place
 */
export function filePlaceInWords({ page, sheet, cell, paragraph }) {
  if (page !== undefined) return '第 ' + page + ' 页';
  if (sheet !== undefined) return '工作表“' + sheet + '”' + (cell || '');
  return paragraph !== undefined ? '第 ' + paragraph + ' 段' : '';
}

/** @param {string} row */
function rowInWords(row) {
  const path = pathOf(row);
  // “1.属于国家秘密” says little without “（三）不予公开”.
  return path.slice(/^\d/.test(path[path.length - 1]) ? -2 : -1).join(' ');
}

/** @param {string} labels joined with “/” @returns {string[]} each of them; “本年增/减” is one */
export function pathOf(labels) {
  return labels.split(/\/(?!减)/);
}

/** @param {string} labels */
export function lastPart(labels) {
  return pathOf(labels).slice(-1)[0];
}
