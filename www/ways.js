// The ways to look at a report: as it was read, its tables beside the form, its numbers, the pages of a PDF.
import { byId, setAttribute } from './dom.js';
import { showPages } from './pages.js';

/** @type {import('./types.d.ts').Way[]} */
export const WAYS = ['report', 'reading', 'figures', 'pages'];

/**
 * Brings the screen to the way in which a report is looked at.
 * @param {import('./types.d.ts').Report | null} report
 * @param {import('./types.d.ts').Checker} checker
 */
export async function showWay(report, checker) {
  const now = report ? report.way : 'report';
  setAttribute(document.body, 'data-way', now);
  for (const way of WAYS) setAttribute(byId(`as-${way}`), 'aria-pressed', way === now ? 'true' : 'false');
  byId('as-pages').hidden = !report || report.result.kind !== 'pdf';
  const place = byId('pages');
  if (!report || now !== 'pages' || place.dataset.report === String(report.id)) return;
  place.dataset.report = String(report.id);
  place.replaceChildren();
  const sizes = await checker.pages(report.id);
  if (place.dataset.report === String(report.id)) showPages(place, sizes, (number) => checker.page(report.id, number));
}
