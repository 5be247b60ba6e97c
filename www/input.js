// How reports get in: chosen, dropped or pasted anywhere on the page.
import { byId } from './dom.js';
import { isBeside, readFolders } from './folders.js';
import { mention } from './notices.js';
import { Refusal } from './refusal.js';

/**
 * Something to open. What the clipboard offers in two forms has two sources; the second is for when the first is no use.
 * `opened` is told of the report before it is shown; `stamp` tells a file from others and from what it was before.
 * @typedef {{ name: string, stamp?: string, sources: (() => Promise<ArrayBuffer | string>)[], opened?: (report: import('./types.d.ts').Report) => void }} Offer
 */

/** Some hundred times a report; the checker would refuse it too, but only after it has been copied about. */
const MOST_BYTES = 32 * 2 ** 20;

/** A line shorter than this, in characters, is no report. */
const SHORT = 50;

/** Pasted reports have no name. */
let pasted = 0;

/**
 * @param {HTMLInputElement} chooser
 * @param {HTMLElement} curtain shown while something is dragged over the page
 * @param {(offers: Offer[]) => void} open
 */
export function watchInput(chooser, curtain, open) {
  chooser.addEventListener('change', () => {
    open(offersOfFiles([...(chooser.files || [])]));
    // So that choosing the same file again is a change.
    chooser.value = '';
  });
  document.addEventListener('paste', (event) => {
    if (event.defaultPrevented || !event.clipboardData || document.querySelector('dialog[open]')) return;
    const offers = offersOf(event.clipboardData);
    if (offers.length === 0) return;
    event.preventDefault();
    open(offers);
  });
  watchDrops(curtain, open);
}

/**
 * @param {HTMLElement} curtain
 * @param {(offers: Offer[]) => void} open
 */
function watchDrops(curtain, open) {
  /** Words that are moved within the report are not for us. @param {DragEvent} event */
  const isOurs = ({ dataTransfer, target }) => dataTransfer !== null
    && (dataTransfer.types.includes('Files') || !(target instanceof Element && target.closest('[data-piece]')));
  /** @param {boolean} shown */
  const show = (shown) => { curtain.hidden = !shown; };
  document.addEventListener('dragover', (event) => {
    if (!isOurs(event) || !event.dataTransfer) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    if (event.dataTransfer.types.includes('Files')) show(true);
  });
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) show(false);
  });
  document.addEventListener('drop', (event) => {
    show(false);
    if (!isOurs(event) || !event.dataTransfer) return;
    event.preventDefault();
    const files = [...event.dataTransfer.files];
    const inFolders = readFolders([...event.dataTransfer.items]);
    // That a folder cannot be opened as a file is told, and what to do.
    if (inFolders) inFolders.catch(() => files).then((found) => open(offersOfFiles(found)));
    else open(offersOf(event.dataTransfer));
  });
}

/** @param {File[]} files */
function offersOfFiles(files) {
  return files.filter(({ name }) => !isBeside(name)).map(fileOffer);
}

/** @param {DataTransfer} data @returns {Offer[]} */
function offersOf(data) {
  // Excel puts a picture of the cells beside them; of a picture alone the checker says that it cannot read it.
  const files = [...data.files];
  const documents = files.filter(({ type }) => !type.startsWith('image/'));
  if (documents.length > 0) return offersOfFiles(documents);
  const html = data.getData('text/html');
  const text = data.getData('text/plain');
  // Only HTML keeps merged cells; without a table it is but wrapping around the text.
  const sources = /<table/i.test(html) ? [html, text] : [text, html];
  const useful = sources.filter((source) => source.trim() !== '');
  if (useful.length === 0) return files.map(fileOffer);
  if (document.body.hasAttribute('data-open') && sources[0] === text && text.trim().length < SHORT && !text.trim().includes('\n')) {
    mention(byId('notices'), '剪贴板里的文字太短，不像一份报告');
    return [];
  }
  pasted += 1;
  return [{ name: '粘贴的报告 ' + pasted, sources: useful.map((source) => async () => source) }];
}

/** @param {File} file @returns {Offer} */
export function fileOffer(file) {
  return {
    name: file.name,
    stamp: [file.name, file.size, file.lastModified].join(),
    sources: [async () => {
      if (file.size > MOST_BYTES) throw new Refusal('文件有 ' + Math.round(file.size / 2 ** 20) + ' MB，不像是一份年度报告，请核对是否选错。');
      return file.arrayBuffer().catch(() => { throw new Refusal('无法读取。是文件夹的，请打开文件夹，全选其中的文件再拖进来；是文件的，可能正被其他程序占用。'); });
    }],
  };
}
