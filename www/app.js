// The start of the page: connects the parts of the screen.
import { article, cards, checker, desk, notices, pages, show, showFileList, update } from './desk.js';
import { closeFile, openOffers } from './opening.js';
import { arriveAt, choose, chosenOpinion, goBy, goTo, goToRead, lookAt } from './going.js';
import { goAcross, leaveReport, watchLeaving } from './across.js';
import { doAgain, fix, putBlock, revert, takeBack, typed } from './changing.js';
import { closeStep, isSaved, markSaved } from './history.js';
import { watchCards } from './cards.js';
import { watchEditing } from './editing.js';
import { isShown, makeFilter } from './filter.js';
import { watchFiles } from './files.js';
import { fileOffer, watchInput } from './input.js';
import { watchPages } from './pages.js';
import { copyOpinions, copyReport, saveReport } from './output.js';
import { clearNotices, complain, mention, withdraw } from './notices.js';
import { openDialog, watchShortcuts } from './shortcuts.js';
import { openCatalogue, watchCatalogue } from './catalogue.js';
import { openProfiles, openSetup, watchSetup } from './setup.js';
import { silence } from './silencing.js';
import { fixCertain, watchCertain } from './fix-all.js';
import { annotate, ignore, openRecords, saveRecord } from './remarking.js';
import { unsavedRemarks } from './remarks.js';
import { isKept, watchKeeping } from './keeping.js';
import { SAMPLE_NAME, sampleReport } from './sample.js';
import { keepOffline } from './offline.js';
import { watchHost } from './embedding.js';
import { WAYS } from './ways.js';
import { watchUnderstanding } from './understanding.js';
import { watchYears } from './years.js';
import { byId } from './dom.js';

/** @param {string} id @param {() => void} act */
function onClick(id, act) {
  byId(id).addEventListener('click', act);
}

/** @param {(report: import('./types.d.ts').Report) => void} act */
function withReport(act) {
  return () => { if (desk.current) act(desk.current); };
}

const chooser = /** @type {HTMLInputElement} */ (byId('chooser'));
const showHelp = () => openDialog(/** @type {HTMLDialogElement} */ (byId('help')));

/** Reports, records and the demands of a place: each is told by what it is. @param {import('./input.js').Offer[]} offers */
async function openAny(offers) {
  const { others, taken } = await openProfiles(offers);
  await openOffers(openRecords(others));
  if (taken) mention(notices, '已选用地方要求“' + taken + '”，可在“设置”里更换');
}

watchInput(chooser, byId('curtain'), openAny);
watchFiles(byId('files'), { show: (id) => show(desk.reports.find((report) => report.id === id) || null), close: closeFile, list: showFileList });
makeFilter(byId('filter'), update);
watchCards(cards, { choose: goTo, fix, showPlace: goTo, showRule: openCatalogue, silence, ignore, annotate, dismiss: () => choose(null) });
watchEditing(article, {
  typed,
  revert,
  entered: arriveAt,
  left() {
    if (desk.current) closeStep(desk.current.history);
    update();
  },
  leave: leaveReport,
  pasted: putBlock,
  markClicked: choose,
  undo: takeBack,
  redo: doAgain,
});
watchLeaving();
watchPages(pages, choose);
watchCatalogue();
watchSetup((files) => openAny(files.map(fileOffer)));
watchCertain();
watchKeeping();
watchYears();
watchShortcuts({
  next: () => goBy(1),
  previous: () => goBy(-1),
  across: goAcross,
  accept() {
    const opinion = chosenOpinion();
    if (opinion) fix(opinion.key, 0);
  },
  undo: takeBack,
  redo: doAgain,
  help: showHelp,
  dismiss() {
    const cancel = byId('busy').querySelector('button');
    if (cancel) cancel.click();
    else if (!clearNotices(notices)) choose(null);
  },
});
/** @param {import('./types.d.ts').Way} way */
const tryLookingAt = (way) => lookAt(way).catch((error) => {
  complain(notices, '原页未能画出，请看“报告”。');
  console.error(error);
});

for (const way of WAYS) onClick(`as-${way}`, () => tryLookingAt(way));
watchUnderstanding({ go: goToRead, choose: goTo });
for (const id of ['open', 'choose']) onClick(id, () => chooser.click());
onClick('sample', () => openOffers([{ name: SAMPLE_NAME, sources: [async () => sampleReport()] }]));
onClick('undo', takeBack);
onClick('redo', doAgain);
onClick('copy', withReport((report) => {
  if (!copyReport(report)) return complain(notices, '浏览器不允许复制，请改用“下载”。');
  markSaved(report.history);
  mention(notices, '全文已复制，可粘贴到 Word 或 WPS。');
}));
onClick('save', withReport((report) => {
  saveReport(report);
  markSaved(report.history);
}));
onClick('print', () => window.print());
onClick('keys', showHelp);
onClick('setup-open', openSetup);
onClick('left-out', () => {
  openSetup();
  /** @type {HTMLElement | null} */ (document.querySelector('#ignored button, #silenced-rules button'))?.focus();
});
onClick('setup-rules', () => {
  /** @type {HTMLDialogElement} */ (byId('setup')).close();
  openCatalogue();
});
onClick('certain', () => fixCertain(isShown));
onClick('copy-opinions', withReport((report) => {
  if (copyOpinions(report)) mention(notices, '意见已复制，可粘贴到 Word 或 WPS。');
  else complain(notices, '浏览器不允许复制。');
}));
onClick('save-record', saveRecord);
onClick('open-record', () => chooser.click());
onClick('close-notices', () => withdraw(notices));
window.addEventListener('beforeunload', (event) => {
  const changesSafe = desk.reports.every((report) => isSaved(report.history) || isKept(report));
  const remarksSafe = [...unsavedRemarks].every((title) => desk.reports.some((report) => report.title === title && isKept(report)));
  if (changesSafe && remarksSafe) return;
  event.preventDefault();
  event.returnValue = '';
});
watchHost();
keepOffline(notices, checker.ready);
const { early } = byId('old-browser').dataset;
byId('old-browser').remove();
// It was clicked before it could do anything. See hosted.js.
if (early) byId(early).click();
