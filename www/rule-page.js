// The page of a rule: what it looks at, on what basis, what to do, with examples; and the list of all rules.
import { make } from './dom.js';
import { familiesOf, partsOf } from './rule-text.js';
import { SEVERITY_WORDS } from './words.js';

/** @typedef {import('./types.d.ts').Rule} Rule */

/**
 * @param {HTMLElement} body
 * @param {Rule} rule
 * @param {string} page in Markdown
 */
export function showRule(body, rule, page) {
  const parts = partsOf(page);
  const isExample = (/** @type {{ kind: string }} */ { kind }) => kind === 'bad' || kind === 'good';
  const examples = parts.filter(isExample).flatMap(({ kind, text }) =>
    [make('p', { class: 'example-kind' }, kind === 'bad' ? '错误：' : '正确：'), make('pre', {}, ...marked(text))]);
  body.replaceChildren(
    make('p', { class: 'rule-head', 'data-severity': rule.severity }, make('span', { class: 'severity' }, SEVERITY_WORDS[rule.severity]), ' 规则 ' + rule.code),
    make('h2', { id: 'rule-title' }, rule.title),
    ...parts.filter((part) => !isExample(part)).map(({ kind, text }) => make(kind === 'heading' ? 'h3' : 'p', {}, text)),
    ...(examples.length > 0 ? [make('details', { class: 'examples' }, make('summary', {}, '例子'), ...examples)] : []),
    make('h3', {}, '不提示'),
    make('p', {}, '在意见上按“忽略”；在命令行里加 --silence ' + rule.code + '。'));
  body.dataset.code = rule.code;
}

/**
 * @param {HTMLElement} body
 * @param {Rule[]} rules
 */
export function showRuleIndex(body, rules) {
  body.replaceChildren(make('h2', { id: 'rule-title', tabindex: -1 }, '全部规则（' + rules.length + ' 条）'), ...familiesOf(rules).flatMap((family) => [
    make('h3', {}, family.name),
    make('ul', { class: 'rule-list' }, ...family.rules.map(({ code, title }) =>
      make('li', {}, make('button', { type: 'button', class: 'link', 'data-rule': code }, code + ' ' + title))))]));
  delete body.dataset.code;
}

/** The words of an example; what is between ⟦ and ⟧ is where the rule finds fault. @param {string} text */
function marked(text) {
  return text.split(/⟦(.*?)⟧/s).map((words, index) => index % 2 ? make('mark', { 'data-severity': 'error' }, words) : document.createTextNode(words));
}
