// Opening and closing files.
import { Refusal } from './refusal.js';
import { ReaderMissing } from './readers.js';
import { makeDraft } from './draft.js';
import { isSaved, makeHistory } from './history.js';
import { tellChecked, tellHost } from './host.js';
import { checker, desk, notices, show, showFileList, showFileListSoon } from './desk.js';
import { recheck } from './changing.js';
import { complainOfAll, mention, withdraw } from './notices.js';
import { sortOpinions, titleOf } from './remarks.js';
import { optionsFor, settings } from './settings.js';
import { askDialog } from './shortcuts.js';
import { startWaiting } from './waiting.js';
import { byId } from './dom.js';

/** @typedef {import('./input.js').Offer} Offer */

/**
 * Opens one after the other and shows the first that can be read. What is open stays open whatever happens.
 * @param {Offer[]} offers
 */
export async function openOffers(offers) {
  const queue = [...offers];
  let begun = 0;
  const waiting = startWaiting(byId('busy'), offers.length, () => mention(notices, '已取消，还有 ' + queue.splice(begun).length + ' 份没有读取'));
  /** @type {{ offer: Offer, error: unknown }[]} */
  const failures = [];
  let first = true;
  for (const offer of queue) {
    begun++;
    // What is said of a file is what came of the last time it was opened.
    withdraw(notices, offer.name);
    const open = offer.stamp && desk.reports.find(({ stamp }) => stamp === offer.stamp);
    if (open) {
      if (first) show(open);
      first = false;
      mention(notices, '“' + offer.name + '”已经打开，显示的就是打开着的这一份');
      continue;
    }
    try {
      const report = await openOne(offer, (words) => waiting.tell(words, begun));
      desk.reports.push(report);
      if (offer.opened) offer.opened(report);
      tellHost('opened', { file: report.name });
      tellChecked(report.result);
      if (report.stale) recheck(report);
      if (first) show(report);
      first = false;
    } catch (error) {
      failures.push({ offer, error });
    }
    showFileListSoon();
  }
  showFileList();
  refuse(failures);
  waiting.end();
}

/** @param {{ offer: Offer, error: unknown }[]} failures */
function refuse(failures) {
  const missing = failures.filter(({ error }) => error instanceof ReaderMissing).map(({ offer }) => offer);
  complainOfAll(notices, failures.map(({ offer: { name }, error }) => {
    const known = error instanceof Refusal;
    if (!known) console.error(error);
    return { about: name, words: '“' + name + '”：' + (known ? error.message : '核对程序出错，未能打开。请刷新页面再试。') };
  }), missing.length > 0 ? { label: '重试', act: () => openOffers(missing) } : undefined);
}

/**
 * @param {Offer} offer
 * @param {(words: string) => void} tell
 * @returns {Promise<import('./types.d.ts').Report>}
 */
async function openOne({ name, stamp, sources }, tell) {
  for (const [index, source] of sources.entries()) {
    const { changes } = settings;
    try {
      tell('正在读取“' + name + '”…');
      const { id, view, result } = await checker.open(name, await source(), tell, optionsFor());
      const draft = makeDraft(view);
      /** @type {import('./types.d.ts').Report} */
      const report = {
        id, name, stamp, source, title: titleOf(name, result), view, draft, result, opinions: [], ignored: [],
        chosen: null, history: makeHistory(), waiting: [], stale: changes !== settings.changes, last: undefined, silence: new Set(), checking: null,
        way: 'report', scroll: { report: 0, reading: 0, figures: 0, pages: 0 }, reading: null,
      };
      sortOpinions(report);
      return report;
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
