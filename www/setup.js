// The dialog of the settings: whose demands are checked, and which rules are silenced.
import { checker, desk, notices } from './desk.js';
import { byId, make, setAttribute } from './dom.js';
import { remember, remembered } from './memory.js';
import { complain } from './notices.js';
import { Refusal } from './refusal.js';
import { settings, silencedRules } from './settings.js';
import { showIgnored } from './remarking.js';
import { demand, restore } from './silencing.js';
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

export function watchSetup() {
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
    restore(target.dataset.code, desk.reports.find(({ id }) => String(id) === target.dataset.report) || null);
    showSilenced().then(() => (byId('silenced-rules').querySelector('button') || byId('open-profile')).focus());
  });
}

/** Whose demands the person wants to be checked, from now on. @param {string} profile */
function choosePlace(profile) {
  demand(profile);
  remember({ profile });
}

/** @param {File} file */
async function openProfile(file) {
  try {
    // A name alone would be looked up among those that gouji brings.
    const source = new TextDecoder().decode(await file.arrayBuffer()) + '\n';
    await adoptProfile(source, file.name);
    remember({ profile: source });
    showProfiles();
  } catch (error) {
    byId('profile-words').textContent = '“' + file.name + '”未能采用：' + (error instanceof Refusal ? error.message : '读不了这个文件。');
  }
}

/** @param {string} source Markdown @param {string} from where it is from */
export async function adoptProfile(source, from) {
  const [{ name, basis }] = await checker.profiles(source);
  choices.push({ label: name + '（' + from + '）', basis, source });
  demand(source);
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
