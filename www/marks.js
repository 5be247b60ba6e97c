// Marks what the opinions speak of: whole cells by an attribute and a badge, words by <mark>.
import { make, setAttribute } from './dom.js';
import { pieceAt, pieceText } from './draft.js';
import { keepCaret } from './caret.js';
import { SEVERITIES } from './words.js';

/** @typedef {import('./types.d.ts').Opinion} Opinion */
/** @typedef {import('./types.d.ts').Draft} Draft */
/**
 * Words of one paragraph that are marked, or only involved in the chosen opinion.
 * @typedef {{ start: number, end: number, opinion: Opinion | null }} Range
 */
/** @typedef {{ opinions: Opinion[], ranges: Range[], involved: boolean }} Marking */

/**
 * @param {HTMLElement[]} elements the paragraphs and cells, as the view made them
 * @param {Draft} draft
 * @param {Opinion[]} opinions those that are shown
 * @param {Opinion | null} chosen
 * @param {(element: HTMLElement) => boolean} isBusy whether its words are just being changed
 */
export function showMarks(elements, draft, opinions, chosen, isBusy) {
  const markings = collect(draft, opinions, chosen);
  elements.forEach((element, piece) => {
    const marking = markings.get(piece);
    const isCell = element.nodeName === 'TD' || element.nodeName === 'TH';
    if (!isCell) markWords(element, marking ? marking.ranges : [], chosen, isBusy(element));
    const whole = marking ? marking.opinions.filter((opinion) => isCell || !hasWords(marking, opinion)) : [];
    // While its words carry no marks the paragraph carries the numbers, beside it.
    const badge = marking && isBusy(element) ? marking.opinions : whole;
    setAttribute(element, 'aria-invalid', whole.length > 0 && 'true');
    setAttribute(element, 'aria-describedby', marking && describedBy(marking.opinions));
    setAttribute(element, 'data-number', badge.length > 0 && badge.map(({ number }) => number).join('·'));
    setAttribute(element, 'data-severity', badge.length > 0 && worst(badge));
    element.classList.toggle('chosen', chosen !== null && whole.includes(chosen));
    element.classList.toggle('involved', Boolean(marking && marking.involved));
  });
}

/**
 * Takes the marks out of a paragraph whose words are going to change, under the caret.
 * @param {HTMLElement} element
 */
export function clearWords(element) {
  if (!element.firstElementChild) return;
  keepCaret(element, () => element.replaceChildren(element.textContent || ''));
}

/**
 * @param {Opinion[]} opinions
 * @returns {string | null} the ids of their messages
 */
function describedBy(opinions) {
  return opinions.map(({ number }) => 'message-' + number).join(' ') || null;
}

/** @param {Marking} marking @param {Opinion} opinion */
function hasWords(marking, opinion) {
  return marking.ranges.some((range) => range.opinion === opinion);
}

/** The heaviest severity. @param {Opinion[]} opinions */
export function worst(opinions) {
  return SEVERITIES.find((severity) => opinions.some(({ finding }) => finding.severity === severity));
}

/**
 * @param {Draft} draft
 * @param {Opinion[]} opinions
 * @param {Opinion | null} chosen
 */
function collect(draft, opinions, chosen) {
  /** @type {Map<number, Marking>} */
  const markings = new Map();
  /** @param {number} piece */
  const at = (piece) => {
    const marking = markings.get(piece) || { opinions: [], ranges: [], involved: false };
    markings.set(piece, marking);
    return marking;
  };
  /** @param {number} piece @param {import('./types.d.ts').Place} place @param {Opinion | null} opinion */
  const addRange = (piece, place, opinion) => {
    const offset = draft.pieces[piece].start;
    const length = pieceText(draft, piece).length;
    const start = Math.max(0, place.start - offset);
    const end = Math.min(length, place.end - offset);
    if (start < end) at(piece).ranges.push({ start, end, opinion });
  };
  for (const opinion of opinions) {
    if (opinion.piece < 0) continue;
    at(opinion.piece).opinions.push(opinion);
    addRange(opinion.piece, opinion.finding.places[0], opinion);
  }
  if (chosen) {
    for (const place of chosen.finding.places.slice(1)) {
      const piece = pieceAt(draft, place.start, place.end);
      if (piece < 0) continue;
      at(piece).involved = true;
      addRange(piece, place, null);
    }
  }
  return markings;
}

/**
 * @param {HTMLElement} element
 * @param {Range[]} ranges
 * @param {Opinion | null} chosen
 * @param {boolean} busy
 */
function markWords(element, ranges, chosen, busy) {
  if (busy) return clearWords(element);
  const text = element.textContent || '';
  const parts = split(ranges, text.length).map(({ start, end, over }) => {
    const words = text.slice(start, end);
    const opinions = over.map(({ opinion }) => opinion).filter(/** @returns {opinion is Opinion} */ (opinion) => opinion !== null);
    if (over.length === 0) return words;
    if (opinions.length === 0) return make('span', { class: 'involved' }, words);
    const begins = over.filter((range) => range.start === start && range.opinion);
    return make('mark', {
      'data-severity': worst(opinions),
      'data-finding': opinions[0].key,
      'data-number': begins.map(({ opinion }) => opinion && opinion.number).join('·') || null,
      class: chosen && opinions.includes(chosen) ? 'chosen' : null,
    }, words);
  });
  const fragment = make('div', {}, ...parts);
  if (fragment.innerHTML === element.innerHTML) return;
  keepCaret(element, () => element.replaceChildren(...fragment.childNodes));
}

/**
 * Cuts a text where a range begins or ends.
 * @param {Range[]} ranges
 * @param {number} length
 */
function split(ranges, length) {
  const cuts = new Set([0, length]);
  for (const { start, end } of ranges) cuts.add(start).add(end);
  const ordered = [...cuts].sort((left, right) => left - right);
  return ordered.slice(1).map((end, index) => {
    const start = ordered[index];
    return { start, end, over: ranges.filter((range) => range.start <= start && end <= range.end) };
  });
}
