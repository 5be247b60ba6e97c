// The findings of a report as opinions: numbered in its order, each with a key that outlives a re-check, and with the
// words by which it is known again when the report is opened another time.
import { pieceAt } from './draft.js';

/**
 * @param {import('./types.d.ts').Draft} draft
 * @param {import('./types.d.ts').Finding[]} findings
 * @returns {import('./types.d.ts').Opinion[]}
 */
export function numberOpinions(draft, findings) {
  const located = findings.map((finding) => {
    const [{ start, end }] = finding.places;
    return { finding, piece: pieceAt(draft, start, end) };
  });
  located.sort((left, right) => left.finding.places[0].start - right.finding.places[0].start);
  const seen = new Map();
  /** How many of the same name came before. @param {string} name */
  const count = (name) => {
    const again = seen.get(name) || 0;
    seen.set(name, again + 1);
    return again;
  };
  return located.map(({ finding, piece }, index) => {
    const { code, message, places: [{ section, table, row, column }] } = finding;
    const name = code + ' ' + piece;
    const place = [section, table, row, column].map((part) => part || '').join('|');
    const remark = { code, place, message, again: count(place + code + message), ignored: false, note: '' };
    return { finding, piece, number: index + 1, key: name + ' ' + count(name), remark };
  });
}
