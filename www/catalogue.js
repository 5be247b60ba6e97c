// The dialog of the rules: one of them, or the list of all, from one to the other.
import { checker } from './desk.js';
import { byId } from './dom.js';
import { isSingleFile } from './resources.js';
import { showRule, showRuleIndex } from './rule-page.js';
import { openDialog } from './shortcuts.js';

const dialog = /** @type {HTMLDialogElement} */ (byId('rule'));
const body = byId('rule-body');
const alone = /** @type {HTMLAnchorElement} */ (byId('rules-alone'));

/** @param {string} [code] without it the list of all rules */
export async function openCatalogue(code) {
  const rules = await checker.rules();
  const rule = rules.find((each) => each.code === code);
  if (rule) showRule(body, rule);
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
