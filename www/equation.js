// The broken relation that an opinion tells, as an equation: taken from the places of a finding, and shown only where
// it comes out even, so that what stands on the card is true.

/** @typedef {import('./types.d.ts').Finding} Finding */
/** @typedef {{ index: number, value: number }} Term the place that has the number, and the number as it should be */
/** @typedef {{ terms: Term[], sums: Term[], zeros: number, now: string, due: string }} Equation terms = sums; `zeros` that are not shown; `due` says what the number of the mark is */

/** With more terms on a side, those that are zero are only counted. */
const MANY_TERMS = 6;

/** What rules that do not know which side is wrong call the addends. */
const ADDENDS = ['其中一项', '等式中的一项'];
const OTHERWISE = '如果是这里有误，';

/**
 * @param {Finding} finding
 * @returns {Equation[]} none where there is no relation, or it cannot be told
 */
export function equationsOf(finding) {
  const { places: [first, ...others] } = finding;
  if (others.length === 0) return [];
  if (others.every(({ note }) => note && (isAddend(note) || note.startsWith(OTHERWISE)))) return sumOf(finding);
  if (!others.every(({ note }) => note && isSide(note))) return [];
  const due = dueOf(finding);
  const equations = relationsOf(finding).map(([left, right]) => {
    const suspect = { index: 0, value: due };
    const gap = total(right) - total(left);
    if (gap === due && (due !== 0 || left.length === 0)) return [[suspect, ...left], right];
    return gap === -due ? [left, [suspect, ...right]] : null;
  });
  const now = first.text.trim() || '空白';
  // Another fault in the same row or column: of that relation there is nothing true to show.
  return equations.filter(/** @returns {sides is Term[][]} */ (sides) => sides !== null).map((sides) => equation(sides, now, '应为'));
}

/** @param {string} note */
export function isSide(note) {
  return note === '等式左边' || note === '等式右边';
}

/** @param {string} note */
export function isAddend(note) {
  return ADDENDS.includes(note);
}

/** Whether a finding suspects other places as well. @param {Finding} finding */
export function isOpen({ places }) {
  return places.some(({ note }) => note !== undefined && note.startsWith(OTHERWISE));
}

/** Addends that do not come to their total. @param {Finding} finding @returns {Equation[]} */
function sumOf({ message, places: [first, ...others] }) {
  const terms = others.map(({ text }, index) => ({ index: index + 1, value: numberOf(text) }));
  const value = total(terms);
  if (!message.includes('之和为 ' + value) || numberOf(first.text) === value) return [];
  return [equation([terms, [{ index: 0, value }]], first.text.trim(), '各项之和为')];
}

/** What the place of the mark should be; NaN where the finding does not say. @param {Finding} finding */
function dueOf({ fixes }) {
  return fixes.length === 1 && fixes[0].edits.length === 1 ? numberOf(fixes[0].edits[0].text) : NaN;
}

/**
 * The two sides of each relation. They follow one another: in the row and then in the column, or the other way round.
 * @param {Finding} finding
 */
function relationsOf({ places }) {
  /** @type {[Term[], Term[]][]} */
  const relations = [];
  let last = { side: 0, inRow: false };
  places.forEach(({ note, row, text }, index) => {
    if (index === 0) return;
    const here = { side: note === '等式左边' ? 0 : 1, inRow: row === places[0].row };
    if (index === 1 || here.side < last.side || here.inRow !== last.inRow) relations.push([[], []]);
    relations[relations.length - 1][here.side].push({ index, value: numberOf(text) });
    last = here;
  });
  return relations;
}

/** The longer side first, as people add up. @param {Term[][]} sides @param {string} now @param {string} due @returns {Equation} */
function equation(sides, now, due) {
  const [terms, sums] = sides[0].length < sides[1].length ? [sides[1], sides[0]] : sides;
  const shown = terms.length > MANY_TERMS ? terms.filter(({ index, value }) => index === 0 || value !== 0) : terms;
  return { terms: shown, sums, zeros: terms.length - shown.length, now, due };
}

/** @param {Term[]} terms */
function total(terms) {
  return terms.reduce((sum, { value }) => sum + value, 0);
}

/** The number of a cell; empty cells and strokes are zero, as for the checker. @param {string} text */
function numberOf(text) {
  const digits = text.normalize('NFKC').replace(/[\s,]/g, '');
  if (/^[-—–/\\]*$/.test(digits)) return 0;
  return /^\d{1,12}$/.test(digits) ? Number(digits) : NaN;
}
