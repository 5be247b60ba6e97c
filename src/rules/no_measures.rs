use super::*;
use crate::text::sentence::clauses;

rule! {
    /// 第五部分没有改进措施
    ///
    /// 写了问题，还要写改进情况。这里按常用的说法（“下一步”“加强”“完善”等）查找，可能用了别的说法。
    ///
    /// ## 依据
    /// 《政府信息公开条例》第五十条
    ///
    /// ## 怎么改
    /// 针对问题逐项写明改进措施；确已写了的可不改。
    ///
    /// ```bad
    /// 【标题】
    /// 【前言】
    /// 【一】
    /// ⟦五、存在的主要问题及改进情况⟧
    /// 一是政策解读形式单一；二是工作人员业务能力有待进一步提升。
    /// 【六】
    /// ```
    E102 "no-measures" Warning watch &[
        "下一步", "下步", "将", "措施", "整改", "拟", "计划", "今后", "已经", "要求", "通过", "为此", "力争", "努力", "逐步", "改正", "采取", "争取",
    ]
}

/// How a clause begins that tells what is done.
const DONE: [&str; 37] = [
    "加强", "完善", "强化", "提高", "提升", "优化", "健全", "规范", "推进", "推动", "落实", "加大", "拓宽", "拓展", "丰富", "严格", "严把", "组织", "开展", "建立",
    "深化", "创新", "细化", "明确", "压实", "聚焦", "对照", "统筹", "改进", "做好", "抓好", "定期", "增强", "扩大", "配强", "充实", "围绕",
];
/// What may stand before it.
const BEFORE: [&str; 19] = [
    "是", "要", "继续", "进一步", "切实", "不断", "持续", "着力", "大力", "全面", "深入", "积极", "认真", "及时", "扎实", "已", "并", "重点", "充分",
];

fn check(report: &Report, found: &mut Vec<Finding>) {
    let Some(section) = report.section("五").filter(|_| report.is_whole()) else { return };
    let inside = |span: Span| section.heading.end <= span.start && span.end <= section.span.end;
    let told = seen(report, &RULE).any(|(_, span)| inside(span));
    if told || no_problems::denial(report).is_some() || !no_problem_told::is_told(report) {
        return;
    }
    let measure = |clause: &str| {
        // 一是, （一）, 1.
        let mut clause = clause.trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十（）()、.．".contains(c));
        while let Some(rest) = any::strip_start(clause, &BEFORE) {
            clause = rest;
        }
        any::begins(clause, &DONE)
    };
    let done = report.running("五").any(|paragraph| {
        let text = report.str(paragraph);
        clauses(text).any(|clause| measure(&text[clause.range()]))
    });
    if !done {
        found.push(RULE.at(section.heading, "第五部分写了问题，没有看到改进措施，请逐项补写"));
    }
}
