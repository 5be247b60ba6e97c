// What the checker understood of the current report: asked for when nobody is typing, and the parts of the screen that tell
// it. The marks of a key stroke never wait for it.
import { byId } from './dom.js';
import { showOutline, watchOutline } from './outline.js';
import { showReading } from './reading.js';
import { showFigures } from './figures.js';
import { showStrip, watchStrip } from './strip.js';

/** @typedef {import('./types.d.ts').Report} Report */
/** @typedef {import('./types.d.ts').Opinion} Opinion */
/** @typedef {{ shown: Opinion[], chosen: Opinion | null, elements: HTMLElement[] }} Screen */

/** So long nothing must have changed, in milliseconds, before the checker is asked again. */
const PAUSE = 250;

/** What is on the screen. @type {{ report: Report | null, screen: Screen }} */
let onScreen = { report: null, screen: { shown: [], chosen: null, elements: [] } };

/** What the view of the reading or of the figures was made of. @type {unknown[]} */
let madeOf = [];
let pause = 0;

/**
 * Brings what is told of a report up to date, at once or as soon as the checker has been asked.
 * @param {Report | null} report
 * @param {import('./types.d.ts').Checker} checker
 * @param {Screen} screen
 */
export function understand(report, checker, screen) {
  onScreen = { report, screen };
  clearTimeout(pause);
  tellReading();
  if (!report || (report.reading && report.reading.text === report.draft.text)) return;
  pause = window.setTimeout(() => askReading(report, checker).catch(console.error), report.reading ? PAUSE : 0);
}

/** @param {Report} report @param {import('./types.d.ts').Checker} checker */
async function askReading(report, checker) {
  const understood = await checker.read(report.id);
  // What was typed meanwhile is checked now, and then it is asked again.
  if (understood.text !== report.draft.text) return;
  report.reading = { ...understood, pieces: report.draft.pieces.map((piece) => ({ ...piece })) };
  if (report === onScreen.report) tellReading();
}

function tellReading() {
  const { report, screen } = onScreen;
  showStrip(byId('strip'), report, screen);
  if (!report) return;
  showOutline(byId('outline'), report, screen);
  const parts = [report.way, report.reading, report.result];
  if (!report.reading || parts.every((part, index) => part === madeOf[index])) return;
  madeOf = parts;
  if (report.way === 'reading') showReading(byId('reading'), report.reading, report.result);
  if (report.way === 'figures') showFigures(byId('figures'), report.reading, report.result);
}

/**
 * @param {object} actions
 * @param {(place: { start: number, end: number }, how: { whole: boolean, byKeyboard: boolean }) => void} actions.go to where
 *   something was read from
 * @param {(key: string) => void} actions.choose an opinion
 */
export function watchUnderstanding({ go, choose }) {
  for (const place of ['outline', 'reading', 'figures'].map(byId)) {
    place.addEventListener('click', (event) => {
      const hit = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest('[data-start]'));
      if (!hit) return;
      const { start, end, whole } = hit.dataset;
      go({ start: Number(start), end: Number(end) }, { whole: whole !== undefined, byKeyboard: event.detail === 0 });
    });
  }
  watchOutline(byId('outline'));
  watchStrip(byId('strip'), choose);
  // The charts are as wide as the paper, with letters of one size.
  let width = window.innerWidth;
  window.addEventListener('resize', () => {
    if (window.innerWidth === width) return;
    width = window.innerWidth;
    if (madeOf[0] === 'figures') madeOf = [];
    tellReading();
  });
}
