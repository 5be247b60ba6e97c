// A report to try the page with: a made-up township, the official tables, and nine faults that are common in real ones.

export const SAMPLE_NAME = '示例：青禾镇2025年年报';

/** 自然人, five kinds of organisations, 总计. @type {[string, number[]][]} */
const RESULTS = [
  ['（一）予以公开', [6, 1, 0, 0, 1, 0, 11]],
  ['（二）部分公开（区分处理的，只计这一情形，不计其他情形）', [2, 0, 0, 0, 0, 0, 2]],
  ['（三）不予公开/1.属于国家秘密', []],
  ['/2.其他法律行政法规禁止公开', []],
  ['/3.危及“三安全一稳定”', []],
  ['/4.保护第三方合法权益', [1, 0, 0, 0, 0, 0, 1]],
  ['/5.属于三类内部事务信息', []],
  ['/6.属于四类过程性信息', [1, 0, 0, 0, 0, 0, 1]],
  ['/7.属于行政执法案卷', []],
  ['/8.属于行政查询事项', [1, 0, 0, 0, 0, 0, 1]],
  ['（四）无法提供/1.本机关不掌握相关政府信息', [2, 1, 0, 0, 1, 0, 4]],
  ['/2.没有现成信息需要另行制作', [1, 0, 0, 0, 0, 0, 1]],
  ['/3.补正后申请内容仍不明确', []],
  ['（五）不予处理/1.信访举报投诉类申请', [1, 0, 0, 0, 0, 0, 1]],
  ['/2.重复申请', []],
  ['/3.要求提供公开出版物', []],
  ['/4.无正当理由大量反复申请', []],
  ['/5.要求行政机关确认或重新出具已获取信息', []],
  ['（六）其他处理/1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', [1, 0, 0, 0, 0, 0, 1]],
  ['/2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请', []],
  ['/3.其他', []],
];

/** How many detail rows a group of results has. @type {Record<string, number>} */
const GROUP_ROWS = { '（三）不予公开': 8, '（四）无法提供': 3, '（五）不予处理': 5, '（六）其他处理': 3 };

/** The source of the sample, as a web page. */
export function sampleReport() {
  return '<h1>云溪县青禾镇人民政府2025年政府信息公开工作年度报告</h1>' + PREAMBLE + SECTION_ONE
    + '<h2>二、主动公开政府信息情况</h2>' + tableTwo()
    + '<h2>三、收到和处理政府信息公开申请情况</h2>' + tableThree()
    + '<h2>四、政府信息公开行政复议、行政诉讼情况</h2>' + tableFour()
    + SECTION_FIVE + SECTION_SIX;
}

const PREAMBLE = `
<p>本报告根据《中华人民共和国政府信息公开条例》（国务院令第711号）和《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）编制。全文包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项等六个部分。</p>
<p>本报告所列数据的统计期限为2024年1月1日至2024年12月31日。如对本报告有疑问，请与青禾镇党政综合办公室联系（地址：云溪县青禾镇人民路1号）。</p>`;

const SECTION_ONE = `
<h2>一、总体情况</h2>
<p>2025年，青禾镇坚持以公开为常态、不公开为例外，围绕全镇中心工作推进政府信息公开，保障群众的知情权、参与权和监督权。</p>
<h3>（一）主动公开</h3>
<p>全年主动公开政府信息共412条，其中工作动态218条、通知公告96条、财政预决算12条、乡村振兴35条、民生保障27条、其他21条。制发行政规范性文件1件，废止0件，现行有效6件。</p>
<h3>（二）依申请公开</h3>
<p>全年共收到政府信息公开申请26件，上年结转2件；办结23件，均在法定期限内答复，结转下年度继续办理2件。因政府信息公开被申请行政复议2件，提起行政诉讼1件。</p>
<h3>（三）政府信息管理</h3>
<p>落实信息发布三审三校制度，动态调整主动公开目录，对已公开的信息定期清理，确保内容准确、表述规范。</p>
<h3>（四）政府信息公开平台建设</h3>
<p>依托县政府门户网站青禾镇专栏和“青禾发布”公众号发布信息，在镇便民服务中心设立政务公开专区，为群众查阅信息提供便利。</p>
<h3>（五）监督保障</h3>
<p>把政府信息公开纳入年度工作考核，全年组织业务培训2次。开展社会评议，群众总体满意。本年度未发生责任追究情形。</p>`;

const SECTION_FIVE = `
<h2>五、存在的主要问题及改进情况</h2>
<p>存在的主要问题：一是政策解读形式比较单一，图表、视频类解读较少；二是个别站所对公开时限把握不准，信息更新不够及时。</p>
<p>改进情况：一是拓展解读形式，对惠农补贴等重点政策制作图文解读；二是健全信息员队伍，按月通报更新情况，发现问题及时督促整改。</p>`;

const SECTION_SIX = `
<h2>六、其他需要汇报事项</h2>
<p>本年度未收取政府信息公开信息处理费。无其他需要报告的事项。</p>`;

function tableTwo() {
  /** @param {string} clause @param {string[]} heads @param {string[][]} rows */
  const part = (clause, heads, rows) => row(cell(clause, 4))
    + row(cell('信息内容'), ...heads.map((head) => cell(head, heads.length > 1 ? 1 : 3)))
    + rows.map((numbers) => row(...numbers.map((text, index) => cell(text, index > 0 && heads.length === 1 ? 3 : 1)))).join('');
  return table(
    part('第二十条第（一）项', ['本年制发件数', '本年废止件数', '现行有效件数'], [['规章', '0', '0', ''], ['规范性文件', '1', '0', '6']]),
    part('第二十条第（五）项', ['本年处理决定数量'], [['行政许可', '126']]),
    part('第二十条第（六）项', ['本年处理决定数量'], [['行政处罚', '4'], ['行政强制', '/']]),
    part('第二十条第（八）项', ['本年收费金额（单位：万元）'], [['行政事业性收费', '0']]),
  );
}

function tableThree() {
  const results = RESULTS.map(([label, numbers], index) => {
    const [group, detail] = label.split('/');
    const labels = detail === undefined ? cell(group, 2) : (group && cell(group, 1, GROUP_ROWS[group])) + cell(detail);
    return row((index === 0 ? cell('三、本年度办理结果', 1, RESULTS.length + 1) : '') + labels, ...numberCells(numbers));
  });
  return table(
    row(cell('（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', 3, 3), cell('申请人情况', 7)),
    row(cell('自然人', 1, 2), cell('法人或其他组织', 5), cell('总计', 1, 2)),
    row(...['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'].map((head) => cell(head))),
    row(cell('一、本年新收政府信息公开申请数量', 3), ...numberCells([18, 3, 0, 0, 2, 0, 23])),
    row(cell('二、上年结转政府信息公开申请数量', 3), ...numberCells([2, 0, 0, 0, 0, 0, 2])),
    ...results,
    row(cell('（七）总计', 2), ...numberCells([19, 2, 0, 0, 2, 0, 23])),
    row(cell('四、结转下年度继续办理', 3), ...numberCells([1, 1, 0, 0, 0, 0, 2])),
  );
}

function tableFour() {
  const outcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  return table(
    row(cell('行政复议', 5), cell('行政诉讼', 10)),
    row(...outcomes.map((head) => cell(head, 1, 2)), cell('未经复议直接起诉', 5), cell('复议后起诉', 5)),
    row(...outcomes.concat(outcomes).map((head) => cell(head))),
    row(...[1, 0, 1, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1].map((number) => cell(String(number)))),
  );
}

/** @param {number[]} numbers none stands for seven zeros */
function numberCells(numbers) {
  return (numbers.length > 0 ? numbers : [0, 0, 0, 0, 0, 0, 0]).map((number) => cell(String(number)));
}

/** @param {string} text @param {number} [columns] @param {number} [rows] */
function cell(text, columns = 1, rows = 1) {
  return '<td colspan="' + columns + '" rowspan="' + rows + '">' + text + '</td>';
}

/** @param {...string} cells */
function row(...cells) {
  return '<tr>' + cells.join('') + '</tr>';
}

/** @param {...string} rows */
function table(...rows) {
  return '<table>' + rows.join('') + '</table>';
}
