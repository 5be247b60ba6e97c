// Going from opinion to opinion: by its card, by its mark, by the keys for the next and the previous one.
import { cards, desk, keepScroll, look, pages, update } from './desk.js';
import { scrollToChosen } from './cards.js';
import { enter } from './editing.js';
import { markOnPage } from './pages.js';
import { isShown } from './filter.js';
import { pieceAt } from './draft.js';
import { byId } from './dom.js';

/**
 * Chooses an opinion, or none: its card and its marks stand out.
 * @param {string | null} key
 */
export function choose(key) {
  if (!desk.current) return;
  desk.current.chosen = key;
  const opinion = chosenOpinion();
  if (opinion) desk.here = opinion.piece;
  update();
  scrollToChosen(cards);
  if (opinion && coveringCard() && desk.elements[opinion.piece]) bringIntoView(desk.elements[opinion.piece]);
}

/** The chosen opinion of the current report. */
export function chosenOpinion() {
  const report = desk.current;
  return report && report.opinions.find(({ key }) => key === report.chosen) || null;
}

/**
 * Chooses an opinion and goes to one of its places: 0 is where its mark stands.
 * @param {string} key
 * @param {number} [index]
 */
export function goTo(key, index = 0) {
  choose(key);
  const opinion = chosenOpinion();
  const report = desk.current;
  const place = opinion && opinion.finding.places[index];
  if (!report || !opinion || !place) return;
  if (report.original) return goToMark(key, index);
  const piece = index === 0 ? opinion.piece : pieceAt(report.draft, place.start, place.end);
  const element = desk.elements[piece];
  if (!element) return;
  bringIntoView(element);
  const offset = report.draft.pieces[piece].start;
  const whole = element.nodeName === 'TD' || element.nodeName === 'TH' || place.start === place.end || report.checking !== null;
  enter(element, whole ? undefined : { start: place.start - offset, end: place.end - offset });
}

/** @param {string} key @param {number} index */
function goToMark(key, index) {
  const mark = markOnPage(pages, key, index);
  if (!mark) return;
  bringIntoView(mark);
  mark.focus({ preventScroll: true });
}

/**
 * Looks at the original pages of the current report, or at the report as it was read
 * where that was left; what is chosen stays in sight.
 * @param {boolean} original
 */
export async function lookAt(original) {
  const report = desk.current;
  if (!report || report.original === original) return;
  keepScroll();
  report.original = original;
  await look();
  const opinion = chosenOpinion();
  if (!opinion || report !== desk.current) return;
  const mark = original ? markOnPage(pages, opinion.key, 0) : desk.elements[opinion.piece];
  if (mark) bringIntoView(mark);
}

/**
 * The caret came to a paragraph or cell; what is said of it is chosen.
 * @param {number} piece
 */
export function arriveAt(piece) {
  desk.here = piece;
  const chosen = chosenOpinion();
  if (!desk.current || (chosen && chosen.piece === piece)) return;
  const opinion = desk.current.opinions.find((each) => each.piece === piece && isShown(each));
  if (opinion) choose(opinion.key);
}

/**
 * Goes to the next opinion or the one before, round the ends; from where the person is if none is chosen.
 * @param {1 | -1} step
 */
export function goBy(step) {
  const shown = desk.current ? desk.current.opinions.filter(isShown) : [];
  if (shown.length === 0) return;
  const chosen = chosenOpinion();
  let next = chosen ? shown.indexOf(chosen) + step : -1;
  if (!chosen || !shown.includes(chosen)) {
    const behind = shown.filter(({ piece }) => step > 0 ? piece < desk.here : piece <= desk.here).length;
    next = step > 0 ? behind : behind - 1;
  }
  goTo(shown[(next + shown.length) % shown.length].key);
}

/**
 * Scrolls only if an element cannot be seen, and then to the middle of the window.
 * @param {HTMLElement} element
 */
export function bringIntoView(element) {
  const box = element.getBoundingClientRect();
  const top = Math.max(0, ...['bar', 'ways'].map((id) => byId(id).getBoundingClientRect().bottom)) + 24;
  const card = coveringCard();
  const bottom = card ? card.getBoundingClientRect().top : window.innerHeight;
  const seen = box.top >= top && box.bottom <= bottom - 24 && box.left >= 0 && box.right <= window.innerWidth;
  if (seen) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: calm ? 'auto' : 'smooth' });
}

/** In a narrow window the chosen card lies over the foot of the report. */
function coveringCard() {
  const card = cards.querySelector('.chosen');
  return card && getComputedStyle(card).position === 'fixed' ? card : null;
}
