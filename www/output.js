// How a corrected report gets out: copied with its tables, saved as text, printed.
import { pieceText } from './draft.js';

/** @typedef {import('./types.d.ts').Report} Report */

/**
 * Copies the report as a document, for Word and WPS, and as text. Works on http too, where navigator.clipboard is missing.
 * @param {Report} report
 * @returns {boolean} whether the browser allowed it
 */
export function copyReport(report) {
  /** @param {ClipboardEvent} event */
  const fill = (event) => {
    if (!event.clipboardData) return;
    event.preventDefault();
    event.stopPropagation();
    event.clipboardData.setData('text/plain', report.draft.text);
    event.clipboardData.setData('text/html', reportHtml(report));
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
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  link.download = report.name.replace(/\.[a-z]{1,5}$/i, '') + (report.history.done.length > 0 ? '（已修改）' : '') + '.txt';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
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
