// Going from opinion to opinion: by its card, by its mark, by the keys for the next and the previous one.
import { cards, desk, keepScroll, look, notices, pages, show, update } from './desk.js';
import { scrollToChosen } from './cards.js';
import { enter } from './moving.js';
import { markOnPage } from './pages.js';
import { isListed } from './files.js';
import { isShown } from './filter.js';
import { mention } from './notices.js';
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
  if (opinion) [desk.here, desk.from] = [opinion.piece, opinion.finding.places[0].start];
  update();
  const reveal = () => {
    scrollToChosen(cards);
    if (opinion && opinion === chosenOpinion() && coveringCard() && desk.elements[opinion.piece]) bringIntoView(desk.elements[opinion.piece]);
  };
  reveal();
  // Its card stands out when the checker has answered.
  if (desk.current.checking) desk.current.checking.then(reveal);
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
  if (report.way === 'pages') return goToMark(key, index);
  backToReport();
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
 * Looks at the current report in another way, where that was left; what is chosen stays in sight.
 * @param {import('./types.d.ts').Way} way
 */
export async function lookAt(way) {
  const report = desk.current;
  if (!report || report.way === way) return;
  keepScroll();
  report.way = way;
  await look();
  const opinion = chosenOpinion();
  if (!opinion || report !== desk.current) return;
  const mark = way === 'pages' ? markOnPage(pages, opinion.key, 0) : way === 'report' ? desk.elements[opinion.piece] : null;
  if (mark) bringIntoView(mark);
}

/** Shows the report itself, where that was left, without a wait. */
function backToReport() {
  if (!desk.current || desk.current.way === 'report') return;
  keepScroll();
  desk.current.way = 'report';
  look();
}

/**
 * Goes to a place that the checker read something from.
 * @param {{ start: number, end: number }} place in the text of the last reading
 * @param {{ whole: boolean, byKeyboard: boolean }} how whether its whole part or table comes into view, from the top;
 *   by keyboard the caret goes there too
 */
export function goToRead({ start, end }, { whole, byKeyboard }) {
  const report = desk.current;
  if (!report || !report.reading) return;
  backToReport();
  const element = desk.elements[pieceAt(report.reading, start, end)];
  if (!element) return;
  if (byKeyboard || !whole) enter(element);
  if (!whole) return bringIntoView(element);
  (element.closest('.table') || element).scrollIntoView({ block: 'start', behavior: scrolling() });
}

/**
 * The caret came to a paragraph or cell; what is said of it is chosen.
 * @param {number} piece
 */
export function arriveAt(piece) {
  desk.here = piece;
  const chosen = chosenOpinion();
  if (!desk.current || (chosen && chosen.piece === piece)) return;
  desk.from = 0;
  const opinion = desk.current.opinions.find((each) => each.piece === piece && isShown(each));
  if (opinion) choose(opinion.key);
}

/**
 * Goes to the next opinion or the one before, from where the person is if none is chosen; behind the last on to the next
 * report that has any, round the ends.
 * @param {1 | -1} step
 */
export function goBy(step) {
  const shown = desk.current ? desk.current.opinions.filter(isShown) : [];
  const chosen = chosenOpinion();
  let next = chosen ? shown.indexOf(chosen) + step : -1;
  if (!chosen || !shown.includes(chosen)) {
    const behind = shown.filter(({ piece, finding: { places: [{ start }] } }) => piece < desk.here
      || piece === desk.here && (step < 0 && !desk.from || start < desk.from)).length;
    next = step > 0 ? behind : behind - 1;
  }
  if (shown[next]) goAndTell(shown[next]);
  else goOn(step);
}

/** @param {import('./types.d.ts').Opinion} opinion of the current report */
function goAndTell({ key, number, finding }) {
  const before = document.activeElement;
  goTo(key);
  // Coming to another paragraph is told with what is said of it.
  byId('said').textContent = before === document.activeElement ? '意见 ' + number + '：' + finding.message : '';
}

/** To the first opinion of the next report that has any, or the last of the one before. @param {1 | -1} step */
function goOn(step) {
  const { reports, current } = desk;
  const here = reports.findIndex((report) => report === current);
  for (let far = 1; far <= reports.length; far++) {
    const at = (here + step * far + reports.length) % reports.length;
    const shown = reports[at].opinions.filter(isShown);
    if (shown.length === 0 || at !== here && !isListed(reports[at])) continue;
    const opinion = shown[step > 0 ? 0 : shown.length - 1];
    if (at === here) return goAndTell(opinion);
    // The pages of a PDF come with a wait.
    show(reports[at]).then(() => { if (desk.current === reports[at]) goAndTell(opinion); });
    return mention(notices, '第 ' + (at + 1) + ' 份，共 ' + reports.length + ' 份：“' + reports[at].name + '”');
  }
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
  element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: scrolling() });
}

/** @returns {ScrollBehavior} */
function scrolling() {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
}

/** In a narrow window the chosen card lies over the foot of the report. */
function coveringCard() {
  const card = cards.querySelector('.chosen');
  return card && getComputedStyle(card).position === 'fixed' ? card : null;
}
