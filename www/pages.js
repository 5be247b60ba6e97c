// The original pages of a PDF: a sheet for each, drawn when it comes near the window, and the marks on them.
import { drawPage } from './facsimile.js';
import { make, setAttribute } from './dom.js';
import { SEVERITY_WORDS, placeInWords } from './words.js';

/** @typedef {import('./types.d.ts').Opinion} Opinion */
/** @typedef {import('./types.d.ts').Place} Place */

/** How far below and above the window pages are drawn, so that people rarely see one come. */
const NEAR = '600px';

/** How far a mark reaches beyond its characters, in points. */
const MARGIN = 2;

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
 * Marks the places of opinions on the pages; a mark stays the same node as long as its opinion does.
 * @param {HTMLElement} place
 * @param {Opinion[]} opinions those that are shown
 * @param {Opinion | null} chosen
 */
export function showPageMarks(place, opinions, chosen) {
  const old = new Map(Array.from(place.querySelectorAll('button'), (mark) => [mark.dataset.key, mark]));
  for (const trace of place.querySelectorAll('.trace')) trace.remove();
  for (const opinion of opinions) {
    const [first] = opinion.finding.places;
    const mark = old.get(opinion.key) || make('button', { type: 'button', class: 'page-mark', 'data-key': opinion.key });
    if (!putOnPage(place, mark, first)) continue;
    old.delete(opinion.key);
    const { severity, message } = opinion.finding;
    setAttribute(mark, 'data-severity', severity);
    setAttribute(mark, 'data-number', opinion.number);
    setAttribute(mark, 'aria-label', '意见 ' + opinion.number + '：' + SEVERITY_WORDS[severity] + ' ' + placeInWords(first) + '。' + message);
    setAttribute(mark, 'aria-pressed', opinion === chosen ? 'true' : 'false');
  }
  for (const mark of old.values()) mark.remove();
  const places = chosen ? chosen.finding.places : [];
  places.forEach((each, index) => {
    if (index > 0) putOnPage(place, make('span', { class: 'trace', 'data-place': index }), each);
  });
}

/**
 * The mark of an opinion, or of another place of the chosen opinion.
 * @param {HTMLElement} place
 * @param {string} key
 * @param {number} index 0 is the mark
 * @returns {HTMLElement | null}
 */
export function markOnPage(place, key, index) {
  const marks = [...place.querySelectorAll('button')];
  return index === 0 ? marks.find((mark) => mark.dataset.key === key) || null : place.querySelector('[data-place="' + index + '"]');
}

/**
 * @param {HTMLElement} place
 * @param {(key: string) => void} choose
 */
export function watchPages(place, choose) {
  place.addEventListener('click', ({ target }) => {
    if (target instanceof HTMLButtonElement && target.dataset.key) choose(target.dataset.key);
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
