use super::*;
use crate::text::fold::Folded;

rule! {
    /// 两处标题不一致
    ///
    /// 页面上方和正文开头常常各有一个标题，年份、机关名称、用语应当相同。年份不同，多半有一处是上年留下的。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 改成一致，机关用全称；只是简称和全称之别的可不改。
    ///
    /// ```bad
    /// 青石镇人民政府2024年政府信息公开工作年度报告
    /// ⟦青石镇人民政府2023年政府信息公开工作年度报告⟧
    /// 【前言】
    /// ```
    /// ```good
    /// 青石镇人民政府 2024 年政府信息公开工作年度报告
    /// 青石镇人民政府
    /// 2024年政府信息公开工作年度报告
    /// 【前言】
    /// 【一】
    /// 【二】
    /// 【三】
    /// 【四】
    /// 【五】
    /// 【六】
    /// ```
    S106 "differing-titles" Warning
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    let (Some(own), Some(other)) = (&report.title, report.other_title()) else { return };
    let words = |span: Span| Folded::new(report.str(span)).text().to_owned();
    if words(own.span) == words(other.span) {
        return;
    }
    let (above, below) = if own.span < other.span { (own, &other) } else { (&other, own) };
    let finding = match (above.year, below.year) {
        (Some((first, _)), Some((second, _))) if first != second => {
            RULE.at(below.span, format!("两处标题的年份不同：一处是 {first} 年，一处是 {second} 年，应当一致"))
        }
        _ => RULE.at(below.span, "两处标题的写法不同，应当一致").severity(Severity::Hint),
    };
    found.push(finding.also(above.span, "另一处标题"));
}
