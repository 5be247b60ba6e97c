// The original pages of a PDF: a sheet for each, drawn when it comes near the window, and the marks on them.
import { drawPage } from './facsimile.js';
import { make, setAttribute } from './dom.js';
import { worst } from './marks.js';
import { SEVERITY_WORDS, placeInWords } from './words.js';

/** @typedef {import('./types.d.ts').Opinion} Opinion */
/** @typedef {import('./types.d.ts').Place} Place */

/** How far below and above the window pages are drawn, so that people rarely see one come. */
const NEAR = '600px';

/** How far a mark reaches beyond its characters, in points. */
const MARGIN = 2;

/** The keys of the opinions that a mark carries. @type {WeakMap<HTMLElement, string[]>} */
const carried = new WeakMap();

/**
 * @param {HTMLElement} place
 * @param {Float32Array} sizes width and height of each page in points
 * @param {(number: number) => Promise<import('./types.d.ts').PageContent>} content of a page, from 1
 */
export function showPages(place, sizes, content) {
  const near = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      const number = Number(/** @type {HTMLElement} */ (target).dataset.page);
      content(number).then((drawn) => {
        const [width, height] = sizes.subarray(number * 2 - 2, number * 2);
        target.prepend(drawPage(width, height, drawn));
      }).catch(console.error);
    }
  }, { rootMargin: NEAR });
  const count = sizes.length / 2;
  place.replaceChildren(...Array.from({ length: count }, (_, index) => {
    const [width, height] = [sizes[index * 2], sizes[index * 2 + 1]];
    const words = '第 ' + (index + 1) + ' 页，共 ' + count + ' 页';
    const sheet = make('section', { class: 'sheet', 'data-page': index + 1, 'data-width': width, 'data-height': height, 'aria-label': words },
      make('p', { class: 'sheet-number', 'aria-hidden': 'true' }, String(index + 1)));
    // Room for the page before it is drawn, in old browsers too, which do not know aspect-ratio.
    sheet.style.paddingTop = height / width * 100 + '%';
    near.observe(sheet);
    return sheet;
  }));
}

/**
 * Marks the places of opinions on the pages. A mark stays the same node as long as there is something to say of its place.
 * @param {HTMLElement} place
 * @param {Opinion[]} opinions those that are shown
 * @param {Opinion | null} chosen
 */
export function showPageMarks(place, opinions, chosen) {
  const old = new Map(Array.from(place.querySelectorAll('button'), (mark) => [mark.dataset.at, mark]));
  for (const trace of place.querySelectorAll('.trace')) trace.remove();
  for (const [at, here] of byPlace(opinions)) {
    const mark = old.get(at) || make('button', { type: 'button', class: 'page-mark', 'data-at': at });
    if (!putOnPage(place, mark, here[0].finding.places[0])) continue;
    old.delete(at);
    carried.set(mark, here.map(({ key }) => key));
    setAttribute(mark, 'data-severity', worst(here));
    setAttribute(mark, 'data-number', here.map(({ number }) => number).join('·'));
    setAttribute(mark, 'aria-label', here.map(inWords).join(''));
    setAttribute(mark, 'aria-pressed', chosen && here.includes(chosen) ? 'true' : 'false');
  }
  for (const mark of old.values()) mark.remove();
  const places = chosen ? chosen.finding.places : [];
  places.forEach((each, index) => {
    if (index > 0) putOnPage(place, make('span', { class: 'trace', 'data-place': index }), each);
  });
}

/** @param {Opinion[]} opinions @returns {Map<string, Opinion[]>} those of one place, which one mark carries, by that place */
function byPlace(opinions) {
  const places = new Map();
  for (const opinion of opinions) {
    const { page, rect } = opinion.finding.places[0];
    const at = page + ' ' + rect;
    places.set(at, [...(places.get(at) || []), opinion]);
  }
  return places;
}

/** @param {Opinion} opinion */
function inWords({ number, finding }) {
  return '意见 ' + number + '：' + SEVERITY_WORDS[finding.severity] + ' ' + placeInWords(finding.places[0]) + '。' + finding.message + '。';
}

/**
 * The mark of an opinion, or of another place of the chosen opinion.
 * @param {HTMLElement} place
 * @param {string} key
 * @param {number} index 0 is the mark
 * @returns {HTMLElement | null}
 */
export function markOnPage(place, key, index) {
  if (index > 0) return place.querySelector('[data-place="' + index + '"]');
  return [...place.querySelectorAll('button')].find((mark) => (carried.get(mark) || []).includes(key)) || null;
}

/**
 * @param {HTMLElement} place
 * @param {(key: string) => void} choose
 */
export function watchPages(place, choose) {
  place.addEventListener('click', ({ target }) => {
    const keys = target instanceof HTMLButtonElement && carried.get(target);
    if (keys) choose(keys[0]);
  });
}

/**
 * @param {HTMLElement} place
 * @param {HTMLElement} mark
 * @param {Place} where
 * @returns {boolean} whether the file has that place
 */
function putOnPage(place, mark, { page, rect }) {
  const sheet = /** @type {HTMLElement | undefined} */ (page && place.children[page - 1]);
  if (!sheet || !rect) return false;
  const [width, height] = [Number(sheet.dataset.width), Number(sheet.dataset.height)];
  const [left, top, right, bottom] = rect;
  /** @param {number} points @param {number} whole */
  const share = (points, whole) => points / whole * 100 + '%';
  mark.style.left = share(left - MARGIN, width);
  mark.style.top = share(top - MARGIN, height);
  mark.style.width = share(right - left + 2 * MARGIN, width);
  mark.style.height = share(bottom - top + 2 * MARGIN, height);
  if (mark.parentNode !== sheet) sheet.append(mark);
  return true;
}
