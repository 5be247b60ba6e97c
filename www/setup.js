// The dialog of the settings: whose demands are checked, and which rules are silenced.
import { checker, desk } from './desk.js';
import { byId, make } from './dom.js';
import { Refusal } from './refusal.js';
import { settings, silencedRules } from './settings.js';
import { demand, restore } from './silencing.js';
import { openDialog } from './shortcuts.js';

/** Those to choose from; `source` is what the checker is given. @type {{ label: string, basis: string, source: string }[]} */
const choices = [{ label: '只按国家格式', basis: '', source: '' }];

/** Whether those that gouji brings are among them. */
let complete = false;

const chosenProfile = /** @type {HTMLSelectElement} */ (byId('profile'));

export async function openSetup() {
  openDialog(/** @type {HTMLDialogElement} */ (byId('setup')));
  if (!complete) {
    complete = true;
    const builtIn = await checker.profiles();
    choices.push(...builtIn.map(({ name, basis }) => ({ label: name + '（示例）', basis, source: name })));
  }
  showProfiles();
  await showSilenced();
}

export function watchSetup() {
  chosenProfile.addEventListener('change', () => {
    demand(choices[chosenProfile.selectedIndex].source);
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

/** @param {File} file */
async function openProfile(file) {
  try {
    // A name alone would be looked up among those that gouji brings.
    await adoptProfile(new TextDecoder().decode(await file.arrayBuffer()) + '\n', file.name);
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
