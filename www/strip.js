// The narrow strip beside the report that shows where in it the marks are. For eyes and mouse only: everybody else has the
// list of opinions.
import { byId, make, setAttribute } from './dom.js';
import { markOnPage } from './pages.js';
import { SEVERITIES } from './words.js';

/** @typedef {import('./types.d.ts').Opinion} Opinion */

/** The part of the screen whose length the strip stands for. */
let sheetShown = () => byId('report');

/** @type {{ opinion: Opinion, element: HTMLElement }[]} */
let stripMarks = [];
let stripFrame = 0;

/** What its marks say; most key strokes change nothing of it. */
let stripTold = '';

/**
 * @param {HTMLElement} strip
 * @param {import('./types.d.ts').Report | null} report
 * @param {{ shown: Opinion[], chosen: Opinion | null, elements: HTMLElement[] }} screen
 */
export function showStrip(strip, report, screen) {
  const original = report !== null && report.way === 'pages';
  strip.hidden = !report || !(original || report.way === 'report');
  sheetShown = () => byId(original ? 'pages' : 'report');
  stripMarks = [];
  for (const opinion of strip.hidden ? [] : screen.shown) {
    const element = original ? markOnPage(sheetShown(), opinion.key, 0) : screen.elements[opinion.piece];
    if (element) stripMarks.push({ opinion, element });
  }
  // Errors lie over the others.
  stripMarks.sort((left, right) => SEVERITIES.indexOf(right.opinion.finding.severity) - SEVERITIES.indexOf(left.opinion.finding.severity));
  const marks = stripMarks.map(({ opinion: { key, number, finding } }) => ({ class: 'strip-mark', 'data-key': key, 'data-severity': finding.severity,
    title: '意见 ' + number + '：' + finding.message, 'data-chosen': screen.chosen !== null && screen.chosen.key === key }));
  const told = JSON.stringify(marks);
  if (told !== stripTold) strip.replaceChildren(make('span', { class: 'strip-window' }), ...marks.map((mark) => make('span', mark)));
  stripTold = told;
  drawStrip(strip);
}

/**
 * @param {HTMLElement} strip
 * @param {(key: string) => void} choose
 */
export function watchStrip(strip, choose) {
  strip.addEventListener('click', ({ target }) => {
    const { key } = /** @type {HTMLElement} */ (target).dataset;
    if (key) choose(key);
  });
  const again = () => drawStrip(strip);
  window.addEventListener('scroll', again, { passive: true });
  window.addEventListener('resize', again);
  // A cell that grows moves what is below; pages come one after the other.
  const sizes = new ResizeObserver(again);
  for (const id of ['report', 'pages']) sizes.observe(byId(id));
}

/** Puts the marks where they belong, when the screen is next drawn and its layout is known anyway. @param {HTMLElement} strip */
function drawStrip(strip) {
  cancelAnimationFrame(stripFrame);
  if (strip.hidden) return;
  stripFrame = requestAnimationFrame(() => {
    const whole = sheetShown().getBoundingClientRect();
    const places = stripMarks.map(({ element }) => {
      const box = element.getBoundingClientRect();
      return (box.top + box.height / 2 - whole.top) / whole.height;
    });
    const top = strip.getBoundingClientRect().top;
    const length = Math.min(whole.height, window.innerHeight - top - 16);
    /** @param {number} share */
    const along = (share) => Math.round(Math.max(0, Math.min(1, share)) * length) + 'px';
    const [frame, ...marks] = /** @type {HTMLElement[]} */ ([...strip.children]);
    if (!frame) return;
    strip.style.setProperty('--length', along(1));
    setAttribute(frame, 'hidden', whole.height <= length);
    frame.style.top = along((top - whole.top) / whole.height);
    frame.style.height = along(length / whole.height);
    marks.forEach((mark, index) => { mark.style.top = along(places[index]); });
  });
}
