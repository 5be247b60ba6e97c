// Does what the page that shows this one in a frame asks for. See gouji-checker.js.
import { checker, notices } from './desk.js';
import { hostPage, tellHost } from './host.js';
import { complain } from './notices.js';
import { openOffers } from './opening.js';
import { Refusal } from './refusal.js';
import { SAMPLE_NAME, sampleReport } from './sample.js';
import { settings } from './settings.js';
import { adoptProfile } from './setup.js';
import { demand } from './silencing.js';

/** @typedef {{ name: string, content: ArrayBuffer | string }} Sent */

export function watchHost() {
  if (!hostPage) return;
  let before = Promise.resolve();
  window.addEventListener('message', ({ source, origin, data }) => {
    if (source !== hostPage || origin !== location.origin || !data) return;
    before = before.then(() => obey(data)).catch((error) => complain(notices, error instanceof Refusal ? error.message : String(error)));
  });
  tellHost('ready');
}

/** @param {any} data */
async function obey({ gouji, detail }) {
  if (gouji === 'configure') await configure(detail);
  if (gouji === 'sample') await openOffers([{ name: SAMPLE_NAME, sources: [async () => sampleReport()] }]);
  if (gouji === 'open') await openOffers(detail.map((/** @type {Sent} */ { name, content }) => ({ name, sources: [async () => content] })));
}

/** @param {{ profile: string, silence: string, severity: string }} wishes as the attributes say them */
async function configure({ profile, silence, severity }) {
  const words = (/** @type {string} */ list) => list.split(/[\s,，、]+/).filter(Boolean);
  const levels = Object.fromEntries(words(severity).map((word) => [...word.split('='), '']));
  const options = { profile, silence: words(silence), severity: levels };
  try {
    await checker.approve(options);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const message = '本网站给出的设置有误，没有采用：' + error.message;
    tellHost('failed', message);
    throw new Refusal(message);
  }
  settings.silence = new Set(options.silence);
  settings.severity = levels;
  // A name is of one line.
  if (profile.includes('\n')) await adoptProfile(profile, '本网站');
  else demand(profile);
}
