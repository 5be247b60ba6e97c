use super::*;
use crate::report::{
    Passage,
    dates::{Date, dates},
};

rule! {
    /// 报告的日期早于年度结束
    ///
    /// 年度报告在次年编制、公布，落款和公布的日期应在报告年度结束之后。一月编制的报告，落款常误写成上一年。
    ///
    /// ## 依据
    /// 《政府信息公开条例》第四十九条、第五十条；审核惯例
    ///
    /// ## 怎么改
    /// 核对日期，一般是年份少写了一年。
    ///
    /// ```bad
    /// 【标题】
    /// 【前言】
    /// 【一】
    /// 【二】
    /// 【三】
    /// 【四】
    /// 【五】
    /// 【六】
    /// 青石镇人民政府
    /// ⟦2024年1月15日⟧
    /// ```
    /// ```good
    /// 【标题】
    /// （2025年1月15日）
    /// 【前言】
    /// 【一】
    /// 【二】
    /// 【三】
    /// 【四】
    /// 【五】
    /// 【六】
    /// ```
    Y206 "early-date" Hint watch &["公布日期", "发布日期", "成文日期", "公布时间", "发布时间", "落款日期"]
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    let Some((year, told)) = report.year else { return };
    let year = i64::from(year);
    let early = |date: &Date| date.exists(None) && date.year.is_some_and(|told| told < year || told == year && !date.is(12, 31));
    let labels: Vec<Span> = seen(report, &RULE).map(|(_, span)| span).collect();
    let labelled = |passage: &Passage, date: &Date| {
        let start = passage.place(date.span).start;
        let before = &labels[..labels.partition_point(|label| label.start < start)];
        let near = |label: &Span| label.end <= start && report.str(Span::new(label.end, start)).chars().nth(3).is_none();
        before.iter().rev().take(RULE.watch.len()).any(near)
    };
    for passage in report.passages() {
        // A paragraph that is nothing but a date, and the name of the organ: under the title or at the end.
        let short = passage.text().chars().count() <= 40 && matches!(passage.section, None | Some("六"));
        let date = dates(passage.figures()).into_iter().rev().find(|date| {
            let behind = passage.text()[date.span.end..].trim_matches([')', '。']);
            let before = &passage.text()[..date.span.start];
            let alone = short && behind.is_empty() && (before.is_empty() || before == "(" || before == report.body.name);
            alone || labelled(passage, date)
        });
        if let Some(date) = date.filter(early) {
            let message = format!("报告的日期早于 {year} 年结束，年度报告在次年编制，请核对年份");
            found.push(RULE.at(passage.place(date.span), message).also(told, "报告年度"));
        }
    }
}
