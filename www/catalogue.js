// The dialog of the rules: one of them, or the list of all, from one to the other.
import { checker } from './desk.js';
import { byId } from './dom.js';
import { isSingleFile, resource } from './resources.js';
import { showRule, showRuleIndex } from './rule-page.js';
import { openDialog } from './shortcuts.js';

const dialog = /** @type {HTMLDialogElement} */ (byId('rule'));
const body = byId('rule-body');
const alone = /** @type {HTMLAnchorElement} */ (byId('rules-alone'));

/** In milliseconds: a page that comes within it is not announced. */
const SOON = 300;
/** The page of each rule by its code, once one was asked for. @type {Promise<Map<string, string>> | null} */
let manual = null;

/** @param {string} [code] without it the list of all rules */
export async function openCatalogue(code) {
  const rules = await checker.rules();
  const rule = rules.find((each) => each.code === code);
  if (rule) await showPage(rule);
  else showRuleIndex(body, rules);
  byId('all-rules').hidden = !rule;
  // The single file has no other page; on a site there is one that can be searched and printed.
  alone.hidden = isSingleFile();
  alone.href = 'rules.html' + (rule ? '#' + rule.code : '');
  openDialog(dialog);
  dialog.scrollTop = 0;
}

export function watchCatalogue() {
  byId('all-rules').addEventListener('click', async () => {
    await openCatalogue();
    const title = body.querySelector('h2');
    if (title) title.focus();
  });
  body.addEventListener('click', ({ target }) => {
    if (target instanceof HTMLButtonElement && target.dataset.rule) openCatalogue(target.dataset.rule).then(() => byId('all-rules').focus());
  });
}

/**
 * The page of a rule; on a slow line the words that it is coming, and then the page, if it is still looked at.
 * @param {import('./types.d.ts').Rule} rule
 */
async function showPage(rule) {
  const page = pageOf(rule.code);
  /** @type {Promise<string>} */
  const patience = new Promise((end) => { setTimeout(end, SOON, '正在载入说明…'); });
  const words = await Promise.race([page, patience]);
  showRule(body, rule, words);
  page.then((late) => { if (late !== words && body.dataset.code === rule.code) showRule(body, rule, late); });
}

/**
 * The page of a rule in Markdown, or why it is missing.
 * @param {string} code
 */
async function pageOf(code) {
  try {
    manual = manual || loadManual();
    return (await manual).get(code) || '';
  } catch (error) {
    manual = null;
    console.error(error);
    return '规则的说明未能载入。可能是网络中断，或者本工具的文件不完整；请检查网络后重试，或重新下载本工具。';
  }
}

/** @returns {Promise<Map<string, string>>} */
async function loadManual() {
  const { rules } = JSON.parse(new TextDecoder().decode(await resource('rules.json')));
  return new Map(rules.map((/** @type {{ code: string, page: string }} */ { code, page }) => [code, page]));
}
