// The findings of a report as opinions: numbered in its order, each with a key that outlives a re-check.
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
  return located.map(({ finding, piece }, index) => {
    const name = finding.code + ' ' + piece;
    const again = seen.get(name) || 0;
    seen.set(name, again + 1);
    return { finding, piece, number: index + 1, key: name + ' ' + again };
  });
}
