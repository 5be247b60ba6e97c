// The page of a rule: what it looks at, on what basis, and what to do.
import { make, setAttribute } from './dom.js';
import { SEVERITY_WORDS } from './words.js';

/**
 * @param {HTMLElement} dialog
 * @param {string} code
 * @param {import('./types.d.ts').Rule[]} rules
 * @returns {boolean} whether there is such a rule
 */
export function fillRulePage(dialog, code, rules) {
  const rule = rules.find((each) => each.code === code);
  const body = dialog.querySelector('.rule-body');
  if (!rule || !body) return false;
  const head = make('p', { class: 'rule-head' }, make('span', { class: 'severity' }, SEVERITY_WORDS[rule.severity]), ' 规则 ' + code);
  setAttribute(head, 'data-severity', rule.severity);
  body.replaceChildren(head, make('h2', { id: 'rule-title' }, rule.title), ...proseOf(rule.page));
  return true;
}

/**
 * The prose of a page. Its examples are written for the tests of the rule, in a notation of their own.
 * @param {string} page
 */
function proseOf(page) {
  const blocks = page.replace(/^```[^]*?^```$/gm, '').split(/\n(?=## )|\n\s*\n/).map((block) => block.trim());
  return blocks.filter((block) => block !== '').flatMap((block) => {
    const [, heading, rest] = /^(?:## *([^\n]*))?([^]*)$/.exec(block) || [];
    const text = (rest || '').split('\n').map((line) => line.trim()).join('');
    return [heading ? make('h3', {}, heading) : null, text ? make('p', {}, text) : null].filter((part) => part !== null);
  });
}
