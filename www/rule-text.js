// How the page of a rule, which is Markdown, is taken apart. Shared with the page of all rules, so it needs no browser.

/** What the first letter of a code stands for, in the order in which people read a report. @type {Record<string, string>} */
const FAMILIES = {
  S: '结构', L: '行列名称', V: '单元格', T: '表内关系', X: '正文与表格', N: '正文中的数', Y: '年度与格式', D: '引用的文件', I: '机关与地方',
  R: '模板残留', W: '措辞', P: '个人信息', E: '内容空泛', K: '地方要求', G: '与上年报告',
};

/**
 * The rules by family; a family without a name of its own comes last.
 * @template {{ code: string }} R
 * @param {R[]} rules
 * @returns {{ name: string, rules: R[] }[]}
 */
export function familiesOf(rules) {
  const others = rules.map(({ code }) => code[0]).filter((letter) => !(letter in FAMILIES));
  return [...new Set([...Object.keys(FAMILIES), ...others])]
    .map((letter) => ({ name: FAMILIES[letter] || '其他', rules: rules.filter(({ code }) => code[0] === letter) }))
    .filter((family) => family.rules.length > 0);
}

/**
 * The parts of a page, in order: headings, prose, and examples (bad or good) as they stand.
 * @param {string} page
 * @returns {{ kind: string, text: string }[]}
 */
export function partsOf(page) {
  return page.split(/^(```[^]*?^```)$/gm).flatMap((part) => {
    const fence = /^```(bad|good)\n([^]*)\n```$/.exec(part);
    return fence ? [{ kind: fence[1], text: fence[2] }] : proseParts(part);
  });
}

/** @param {string} prose */
function proseParts(prose) {
  const blocks = prose.replace(/^## .*$/gm, '$&\n').split(/\n\s*\n|\n(?=## )/).map((block) => block.trim());
  return blocks.filter((block) => block !== '').map((block) => ({
    kind: block.startsWith('## ') ? 'heading' : 'text',
    text: block.replace(/^## /, '').split('\n').map((line) => line.trim()).join(''),
  }));
}
