use super::*;
use crate::{
    report::{Passage, ratios::{Change, changes}},
    text::number::FigureKind,
};

rule! {
    /// 件数的增减用了百分点
    ///
    /// “百分点”是两个百分比相减的差，只用于比率。件数、条数的增减用百分比，如“较上年增长 5%”。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 改为“%”；说的是某个比率的，写明是什么比率。
    ///
    /// ```bad
    /// 2024年，青石镇主动公开政府信息461条，较上年⟦提升5个百分点⟧。
    /// 【三】
    /// ```
    /// ```good
    /// 2024年，青石镇主动公开政府信息461条，网站占比62%，较上年提升5个百分点，满意率提高2个百分点。
    /// 【三】
    /// ```
    N111 "points-of-count" Warning
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    for passage in report.passages() {
        if !passage.figures().iter().any(|figure| figure.unit == "个百分点") {
            continue;
        }
        for change in changes(passage) {
            if let Some(count) = counted(passage, &change) {
                let percent = &passage.text()[change.span.range()].replace("个百分点", "%");
                let message = format!("件数的增减不用百分点，应写作“{percent}”；说的是比率的，写明是什么比率");
                found.push(RULE.at(passage.place(change.span), message).also(passage.place(count), "这是件数"));
            }
        }
    }
}

/// The count right before a change in percentage points, if no rate is spoken of.
fn counted(passage: &Passage, change: &Change) -> Option<Span> {
    let (text, figures) = (passage.text(), passage.figures());
    let before = change.figure.checked_sub(1).and_then(|n| figures.get(n))?;
    if figures[change.figure].unit != "个百分点" || before.kind != FigureKind::Count {
        return None;
    }
    let sentence = passage.between(change.span.start, &['。', ';']);
    let lead = text[sentence.start..change.span.start].replace("年度", "年");
    let rate = any::holds(&lead, &["率", "占", "比重", "比例", "%", "度", "指数", "分"]);
    let between = text.get(before.whole.end..change.span.start)?;
    let clause = between.rsplit([',', '(']).next().unwrap_or(between);
    let compares = any::begins(clause, &["较", "比", "同比", "与"]) || clause.is_empty();
    (sentence.start <= before.span.start && !rate && compares).then_some(before.span)
}
