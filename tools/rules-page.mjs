// The page of all rules: one that needs no script, with an anchor for each rule.

const SEVERITIES = { error: '错误', warning: '存疑', hint: '提示' };
const EXAMPLES = { bad: '错误的例子', good: '正确的例子' };

/// `template` with the rules, by family, in the places of its comments; `text` is the module rule-text.js.
export function rulesPage(template, rules, { familiesOf, partsOf }) {
  const families = familiesOf(rules);
  const index = families.map(({ name, rules }) =>
    `<h3>${escape(name)}</h3>\n<ul>\n${rules.map(({ code, title }) => `<li><a href="#${code}">${code} ${escape(title)}</a></li>\n`).join('')}</ul>\n`);
  const entries = families.map(({ name, rules }) => `<section>\n<h2>${escape(name)}</h2>\n${rules.map(rule => entry(rule, partsOf)).join('')}</section>\n`);
  const filled = { count: String(rules.length), index: index.join(''), rules: entries.join('') };
  return template.replace(/<!-- (count|index|rules) -->/g, (_, what) => filled[what]);
}

function entry({ code, name, severity, title, page }, partsOf) {
  const parts = partsOf(page).map(({ kind, text }) => {
    if (kind in EXAMPLES) return `<h4>${EXAMPLES[kind]}</h4>\n<pre>${escape(text).replace(/⟦(.*?)⟧/gs, '<mark data-severity="error">$1</mark>')}</pre>\n`;
    return kind === 'heading' ? `<h4>${escape(text)}</h4>\n` : `<p>${escape(text)}</p>\n`;
  });
  return `<article id="${code}">\n<h3>${code} ${escape(title)}</h3>\n`
    + `<p class="rule-head" data-severity="${severity}"><span class="severity">${SEVERITIES[severity]}</span> ${name}</p>\n${parts.join('')}`
    + `<h4>不提示</h4>\n<p>在网页的意见上按“忽略”；在命令行里加 --silence ${code}。</p>\n</article>\n`;
}

function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
