// Opening and closing files.
import { Refusal } from './checker.js';
import { makeDraft } from './draft.js';
import { isSaved, makeHistory } from './history.js';
import { numberOpinions } from './opinions.js';
import { checker, desk, notices, show, showFileList } from './desk.js';
import { complain } from './notices.js';
import { askDialog } from './shortcuts.js';
import { byId, setAttribute } from './dom.js';

/** A wait that people notice, in milliseconds. */
const NOTICEABLE = 200;

/**
 * Opens one after the other and shows the first that can be read. What is open stays open whatever happens.
 * @param {import('./input.js').Offer[]} offers
 */
export async function openOffers(offers) {
  const slow = setTimeout(() => setAttribute(document.body, 'data-busy', true), NOTICEABLE);
  let first = true;
  for (const { name, sources } of offers) {
    try {
      const report = await openOne(name, sources);
      desk.reports.push(report);
      if (first) show(report);
      first = false;
    } catch (error) {
      complain(notices, '“' + name + '”：' + (error instanceof Refusal ? error.message : '核对程序出错，未能打开。请刷新页面再试。'));
      if (!(error instanceof Refusal)) console.error(error);
    }
    showFileList();
  }
  clearTimeout(slow);
  setAttribute(document.body, 'data-busy', false);
}

/**
 * @param {string} name
 * @param {import('./input.js').Offer['sources']} sources
 * @returns {Promise<import('./types.d.ts').Report>}
 */
async function openOne(name, sources) {
  for (const [index, source] of sources.entries()) {
    try {
      const { id, view, result } = await checker.open(name, await source());
      const draft = makeDraft(view);
      return {
        id, name, view, draft, result, opinions: numberOpinions(draft, result.findings),
        chosen: null, history: makeHistory(), waiting: [], checking: null, scroll: 0,
      };
    } catch (error) {
      if (index === sources.length - 1) throw error;
    }
  }
  throw new Refusal('没有可读的内容。');
}

/**
 * Closes a file; asks first where that would lose changes.
 * @param {number} id
 */
export async function closeFile(id) {
  const report = desk.reports.find((each) => each.id === id);
  if (!report) return;
  if (!isSaved(report.history) && !await askDialog(/** @type {HTMLDialogElement} */ (byId('closing')))) return;
  const index = desk.reports.indexOf(report);
  desk.reports.splice(index, 1);
  checker.close(id).catch(() => {});
  if (report === desk.current) show(desk.reports[Math.min(index, desk.reports.length - 1)] || null);
  else showFileList();
}
