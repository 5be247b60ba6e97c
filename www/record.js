// 意见处理记录: the ignored opinions and the notes of some reports as a small file, written and read with distrust.
import { LONGEST_NOTE } from './remarks.js';

/** @typedef {{ title: string, remarks: import('./types.d.ts').Remark[] }} Said what is said of a report */

const KIND = '勾稽意见处理记录';

/** Far more than a person writes in a season of reports. */
const MOST_BYTES_OF_RECORD = 4 * 2 ** 20;
const MOST_REPORTS = 2000;
const MOST_REMARKS = 2000;
const LONGEST_WORDS = 4000;

/**
 * @param {Said[]} reports
 * @returns {string}
 */
export function writeRecord(reports) {
  return JSON.stringify({ kind: KIND, version: 1, reports }, null, 1) + '\n';
}

/**
 * @param {ArrayBuffer | string} source
 * @returns {Said[] | string} what it says, or in Chinese why it is no record
 */
export function readRecord(source) {
  const size = typeof source === 'string' ? source.length : source.byteLength;
  if (size > MOST_BYTES_OF_RECORD) return '文件太大，不是意见处理记录。';
  const record = parse(typeof source === 'string' ? source : new TextDecoder().decode(source));
  if (!record || record.kind !== KIND) return '不是意见处理记录。';
  if (record.version !== 1) return '这份意见处理记录由更新版本的勾稽写成，请改用新版本打开。';
  if (!isList(record.reports, MOST_REPORTS) || !record.reports.every(isSaid)) return '意见处理记录已损坏，未读入。';
  return record.reports;
}

/** @param {string} text @returns {any} */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch (_) {
    return null;
  }
}

/** @param {any} value @param {number} most */
function isList(value, most) {
  return Array.isArray(value) && value.length <= most;
}

/** @param {any} value @param {number} [most] */
function isWords(value, most = LONGEST_WORDS) {
  return typeof value === 'string' && value.length <= most;
}

/** @param {any} said */
function isSaid(said) {
  return said && isWords(said.title) && isList(said.remarks, MOST_REMARKS) && said.remarks.every(isRemark);
}

/**
 * Whether something read from outside is what is said of an opinion.
 * @param {any} remark
 */
export function isRemark(remark) {
  return remark && isWords(remark.code) && isWords(remark.place) && isWords(remark.message) && isWords(remark.note, LONGEST_NOTE)
    && Number.isSafeInteger(remark.again) && typeof remark.ignored === 'boolean';
}
