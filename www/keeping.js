// 保留草稿: brings what is kept in this browser in line with the files on the desk, if the person wants that.
import { desk, followDesk, notices } from './desk.js';
import { byId } from './dom.js';
import { remember, remembered } from './memory.js';
import { complain } from './notices.js';
import { openOffers } from './opening.js';
import { resume, stateOf } from './resuming.js';
import { dropAllKept, dropKept, keepFile, keepState, keptFile, keptNames, keptState } from './store.js';

/** @typedef {import('./types.d.ts').Report} Report */

/** A season of reports; they are rarely as large as this, but for scans, which cannot be read anyway. */
const MOST_DRAFTS = 300;
const MOST_BYTES_OF_DRAFT = 8 * 2 ** 20;

const wanted = /** @type {HTMLInputElement} */ (byId('keep'));

/** Under which name a report is kept and what was written of it; no name if that failed. @type {Map<number, { name: string, state: string }>} */
const written = new Map();

/** One writes after the other. */
let queue = Promise.resolve();

/** Names of what was kept by earlier visits. @type {string[]} */
let earlier = [];

/**
 * Whether all that was done with a report is kept.
 * @param {Report} report
 */
export function isKept(report) {
  const kept = written.get(report.id);
  return kept !== undefined && kept.name !== '' && remembered().keep && kept.state === stateOf(report);
}

export function watchKeeping() {
  followDesk(() => {
    // Another window may have ended it.
    if (remembered().keep) queue = queue.then(keepAll);
  });
  wanted.addEventListener('change', () => (wanted.checked ? begin() : end()));
  byId('drop-kept').addEventListener('click', end);
  byId('drop-earlier').addEventListener('click', dropEarlier);
  byId('resume').addEventListener('click', resumeEarlier);
  byId('keep-as-file').hidden = location.protocol !== 'file:';
  if (!remembered().keep) return;
  wanted.checked = true;
  keptNames().then((names) => {
    earlier = names;
    byId('kept').hidden = names.length === 0;
    byId('kept-count').textContent = String(names.length);
  }).catch(refused);
}

async function begin() {
  try {
    await keptNames();
    if (!remember({ keep: true })) throw new Error('localStorage');
    tell('已开始保留。');
    queue = queue.then(keepAll);
  } catch (error) {
    wanted.checked = false;
    refused(error);
  }
}

/** Nothing is kept any more, and nothing will be. */
async function end() {
  wanted.checked = false;
  remember({ keep: false });
  byId('kept').hidden = true;
  await queue;
  written.clear();
  await dropAllKept().then(() => tell('已清除，本机浏览器里没有草稿。'), refused);
}

/** @param {string} words */
function tell(words) {
  byId('keep-words').textContent = words;
}

/** @param {unknown} error */
function refused(error) {
  const words = '浏览器不允许在本机保留草稿（可能是无痕窗口，或者磁盘空间不足）。核对不受影响，请及时下载或复制。';
  tell(words);
  complain(notices, words);
  console.warn(error);
}

async function keepAll() {
  for (const report of desk.reports) {
    const before = written.get(report.id);
    const state = stateOf(report);
    if (before && (before.state === state || before.name === '')) continue;
    const kept = { name: before ? before.name : await keepNew(report), state };
    if (kept.name !== '') await keepState(kept.name, state).catch((error) => {
      kept.name = '';
      refused(error);
    });
    written.set(report.id, kept);
  }
  for (const [id, { name }] of written) {
    if (desk.reports.some((report) => report.id === id)) continue;
    written.delete(id);
    if (name !== '') await dropKept(name).catch(refused);
  }
}

/** @param {Report} report @returns {Promise<string>} its name, empty where it cannot be kept */
async function keepNew(report) {
  try {
    const source = await report.source();
    const size = typeof source === 'string' ? source.length * 2 : source.byteLength;
    if (size > MOST_BYTES_OF_DRAFT || written.size + earlier.length >= MOST_DRAFTS) {
      complain(notices, '“' + report.name + '”没有保留在本机浏览器里：最多保留 ' + MOST_DRAFTS + ' 份，每份不超过 8 MB。');
      return '';
    }
    const name = Date.now() + '-' + Math.random().toString(36).slice(2);
    await keepFile(name, { name: report.name, source });
    return name;
  } catch (error) {
    refused(error);
    return '';
  }
}

async function dropEarlier() {
  byId('kept').hidden = true;
  for (const name of earlier.splice(0)) await dropKept(name).catch(refused);
}

/** Opens what earlier visits kept, each with all that was done with it. */
async function resumeEarlier() {
  byId('kept').hidden = true;
  try {
    const offers = [];
    for (const name of earlier.splice(0)) {
      const file = await keptFile(name);
      const state = await keptState(name);
      if (!file) continue;
      offers.push({
        name: file.name,
        // Read again each time, because what the worker gets is gone from here.
        sources: [async () => (await keptFile(name)).source],
        opened: (/** @type {Report} */ report) => {
          const whole = resume(report, state);
          if (!whole) complain(notices, '“' + report.name + '”：有些修改未能恢复，请对照原稿检查。', { about: report.name });
          written.set(report.id, { name, state: stateOf(report) });
        },
      });
    }
    await openOffers(offers);
  } catch (error) {
    refused(error);
  }
}
