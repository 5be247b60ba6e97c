// How a corrected report gets out: copied with its tables, saved as text, printed.
import { lastStep } from './history.js';
import { pieceText } from './draft.js';
import { summaryOf } from './remarks.js';
import { SEVERITY_WORDS, countsInWords, placeInWords } from './words.js';

/** @typedef {import('./types.d.ts').Report} Report */

/**
 * Copies the report as a document, for Word and WPS, and as text. Works on http too, where navigator.clipboard is missing.
 * @param {Report} report
 * @returns {boolean} whether the browser allowed it
 */
export function copyReport(report) {
  return copyWords(report.draft.text, reportHtml(report));
}

/**
 * @param {string} text
 * @param {string} [html]
 */
function copyWords(text, html) {
  /** @param {ClipboardEvent} event */
  const fill = (event) => {
    if (!event.clipboardData) return;
    event.preventDefault();
    event.stopPropagation();
    event.clipboardData.setData('text/plain', text);
    if (html) event.clipboardData.setData('text/html', html);
  };
  document.addEventListener('copy', fill, true);
  const copied = document.execCommand('copy');
  document.removeEventListener('copy', fill, true);
  return copied;
}

/**
 * Saves the text under a name that tells whether it was changed, as the old editors of office machines like it: with a mark that it is UTF-8, lines ending in CR LF.
 * @param {Report} report
 */
export function saveReport(report) {
  const text = '\uFEFF' + report.draft.text.replace(/\r?\n/g, '\r\n');
  saveFile(report.name.replace(/\.[a-z]{1,5}$/i, '') + (lastStep(report.history) ? '（已修改）' : '') + '.txt', text, 'text/plain');
}

/**
 * Gives the person a file.
 * @param {string} name
 * @param {string} text
 * @param {string} type
 */
export function saveFile(name, text, type) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: type + ';charset=utf-8' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

/**
 * Copies the list of the opinions with their notes, for a letter or a table of one's own.
 * @param {Report} report
 * @returns {boolean} whether the browser allowed it
 */
export function copyOpinions(report) {
  return copyWords(opinionsInWords(report));
}

/** @param {Report} report */
function opinionsInWords(report) {
  return [report.name + '：' + countsInWords(summaryOf(report)), ...report.opinions.map(opinionInWords)].join('\n') + ignoredInWords(report) + '\n';
}

/**
 * The ignored opinions with their notes, below the others in the copied list and on paper, and how many silenced rules would
 * have made; nothing where there are none.
 * @param {Report} report
 */
export function ignoredInWords({ ignored, result: { silenced } }) {
  const head = '已忽略 ' + (ignored.length + silenced) + ' 条' + (silenced > 0 ? '（' + silenced + ' 条所依规则不再提示，未列出）' : '') + '：';
  return ignored.length + silenced > 0 ? ['\n', head, ...ignored.map(opinionInWords)].join('\n') : '';
}

/** @param {import('./types.d.ts').Opinion} opinion @param {number} index */
function opinionInWords({ finding, remark }, index) {
  return [
    index + 1 + '. ' + SEVERITY_WORDS[finding.severity] + '（' + finding.code + '）' + placeInWords(finding.places[0]) + '：' + finding.message,
    ...finding.fixes.map(({ label }) => '   改法：' + label),
    ...(remark.note ? ['   备注：' + remark.note.replace(/\s+/g, ' ')] : []),
  ].join('\n');
}

/** @param {Report} report */
function reportHtml({ view, draft }) {
  let piece = 0;
  const next = () => escapeHtml(pieceText(draft, piece++));
  return view.blocks.map((block) => {
    if (block.type === 'paragraph') {
      const tag = block.level > 0 ? 'h' + Math.min(6, block.level) : 'p';
      return '<' + tag + '>' + next() + '</' + tag + '>';
    }
    const rows = block.rows.map((row) => '<tr>' + row.map((cell) => {
      const text = cell.start === undefined ? escapeHtml(cell.label || '') : next();
      return '<td rowspan="' + cell.row_span + '" colspan="' + cell.column_span + '">' + text + '</td>';
    }).join('') + '</tr>');
    return '<table border="1" cellspacing="0" cellpadding="4">' + rows.join('') + '</table>';
  }).join('\n');
}

/** @param {string} text */
function escapeHtml(text) {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
