// The dialog of the settings: whose demands are checked, and which rules are silenced.
import { checker, desk, notices } from './desk.js';
import { byId, make, setAttribute } from './dom.js';
import { remember, remembered } from './memory.js';
import { complain } from './notices.js';
import { Refusal } from './refusal.js';
import { settings, silencedRules } from './settings.js';
import { showIgnored } from './remarking.js';
import { decide, demand } from './silencing.js';
import { openDialog } from './shortcuts.js';

/** Those to choose from; `source` is what the checker is given. @type {{ label: string, basis: string, source: string }[]} */
const choices = [{ label: '只按国家格式', basis: '', source: '' }];

/** Whether those that gouji brings are among them. */
let complete = false;
/** @type {HTMLInputElement[]} */
const sizes = [...byId('sizes').querySelectorAll('input')];

const chosenProfile = /** @type {HTMLSelectElement} */ (byId('profile'));

export async function openSetup() {
  openDialog(/** @type {HTMLDialogElement} */ (byId('setup')));
  if (!complete) {
    complete = true;
    const builtIn = await checker.profiles();
    choices.push(...builtIn.map(({ name, basis }) => ({ label: name + '（示例）', basis, source: name })));
  }
  if (settings.profile && !choices.some(({ source }) => source === settings.profile)) {
    const [{ name, basis }] = await checker.profiles(settings.profile);
    choices.push({ label: name + '（上次选用）', basis, source: settings.profile });
  }
  showProfiles();
  showIgnored();
  await showSilenced();
}

/** Brings back what the browser remembers of the last visit. */
function bringBack() {
  const { profile, size } = remembered();
  setAttribute(document.body, 'data-size', size);
  for (const choice of sizes) choice.checked = choice.value === size;
  if (!profile) return;
  checker.profiles(profile).then(() => { if (!settings.profile) demand(profile); }, () => {
    remember({ profile: '' });
    complain(notices, '上次选用的地方要求已不能使用，请在“设置”里重新选用。');
  });
}

/** Opens what is no profile. @type {(files: File[]) => void} */
let openFiles = () => {};

/** @param {(files: File[]) => void} open opens files that are something else */
export function watchSetup(open) {
  openFiles = open;
  bringBack();
  byId('sizes').addEventListener('change', () => {
    const { value } = sizes.find(({ checked }) => checked) || sizes[1];
    setAttribute(document.body, 'data-size', value);
    remember({ size: value });
  });
  chosenProfile.addEventListener('change', () => {
    choosePlace(choices[chosenProfile.selectedIndex].source);
    showProfiles();
  });
  byId('open-profile').addEventListener('click', () => {
    const chooser = make('input', { type: 'file', accept: '.md,.txt' });
    chooser.addEventListener('change', () => { if (chooser.files && chooser.files[0]) openProfile(chooser.files[0]); });
    chooser.click();
  });
  byId('silenced-rules').addEventListener('click', ({ target }) => {
    if (!(target instanceof HTMLButtonElement) || !target.dataset.code) return;
    decide({ code: target.dataset.code, report: desk.reports.find(({ id }) => String(id) === target.dataset.report) || null, silent: false });
    showSilenced().then(() => (byId('silenced-rules').querySelector('button') || byId('open-profile')).focus());
  });
}

/** Whose demands the person wants to be checked, from now on. @param {string} profile */
function choosePlace(profile) {
  demand(profile);
  remember({ profile });
}

/**
 * Takes the demands of a place among what is offered as reports.
 * @param {import('./input.js').Offer[]} offers
 * @returns {Promise<{ others: import('./input.js').Offer[], taken: string }>} the others, and the name of the place that was taken last
 */
export async function openProfiles(offers) {
  const others = [];
  let taken = '';
  for (const offer of offers) {
    const text = /\.(md|txt)$/i.test(offer.name) ? await offer.sources[0]().then(textOf, () => '') : '';
    if (!/^\s*# .*\s+依据：/.test(text)) others.push(offer);
    else await takeProfile(text, offer.name).then((name) => { taken = name; },
      (error) => complain(notices, '“' + offer.name + '”是地方要求，但未能采用：' + error.message, { about: offer.name }));
  }
  return { others, taken };
}

/** @param {ArrayBuffer | string} content */
function textOf(content) {
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}

/** @param {string} text @param {string} from @returns {Promise<string>} its name */
async function takeProfile(text, from) {
  // A name alone would be looked up among those that gouji brings.
  const source = text + '\n';
  const name = await adoptProfile(source, from);
  remember({ profile: source });
  return name;
}

/** @param {File} file */
async function openProfile(file) {
  if (!/\.(md|txt)$/i.test(file.name)) {
    byId('profile-words').textContent = '“' + file.name + '”不是地方要求（.md 文件），已作为' + (/\.json$/i.test(file.name) ? '意见处理记录' : '年度报告') + '打开。';
    return openFiles([file]);
  }
  try {
    await takeProfile(textOf(await file.arrayBuffer()), file.name);
    showProfiles();
  } catch (error) {
    byId('profile-words').textContent = '“' + file.name + '”未能采用：' + (error instanceof Refusal ? error.message : '读不了这个文件。');
  }
}

/** @param {string} source Markdown @param {string} from where it is from @returns {Promise<string>} its name */
export async function adoptProfile(source, from) {
  const [{ name, basis }] = await checker.profiles(source);
  choices.push({ label: name + '（' + from + '）', basis, source });
  demand(source);
  return name;
}

function showProfiles() {
  chosenProfile.replaceChildren(...choices.map(({ label }) => make('option', {}, label)));
  chosenProfile.selectedIndex = choices.findIndex(({ source }) => source === settings.profile);
  const { basis } = choices[chosenProfile.selectedIndex];
  byId('profile-words').textContent = basis ? '依据：' + basis : '选用后，同时核对地方规定写明的内容、字数、可增加的行和公布期限。';
}

async function showSilenced() {
  const titles = new Map((await checker.rules()).map(({ code, title }) => [code, title]));
  const items = silencedRules(desk.reports).map(({ code, report }) => make('li', {},
    make('span', {}, code + ' ' + titles.get(code), make('span', { class: 'scope' }, report ? report.name : '所有报告')),
    make('button', { type: 'button', 'data-code': code, 'data-report': report && report.id, 'aria-label': '恢复 ' + code }, '恢复')));
  byId('silenced-rules').replaceChildren(...items);
  byId('nothing-silenced').hidden = items.length > 0;
}
