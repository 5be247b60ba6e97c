// The two ways to look at a PDF: the report as it was read, and the pages as they are in the file.
import { byId, setAttribute } from './dom.js';
import { showPages } from './pages.js';

/**
 * Brings the screen to the way in which a report is looked at.
 * @param {import('./types.d.ts').Report | null} report
 * @param {import('./types.d.ts').Checker} checker
 */
export async function showWay(report, checker) {
  const original = report !== null && report.original;
  byId('ways').hidden = !report || report.result.kind !== 'pdf';
  setAttribute(document.body, 'data-original', original);
  setAttribute(byId('as-report'), 'aria-pressed', original ? 'false' : 'true');
  setAttribute(byId('as-pages'), 'aria-pressed', original ? 'true' : 'false');
  const place = byId('pages');
  if (!report || !original || place.dataset.report === String(report.id)) return;
  place.dataset.report = String(report.id);
  place.replaceChildren();
  const sizes = await checker.pages(report.id);
  if (place.dataset.report === String(report.id)) showPages(place, sizes, (number) => checker.page(report.id, number));
}
