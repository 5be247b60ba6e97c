use super::*;

rule! {
    /// 统计期限跨了年度
    ///
    /// 统计期限的起止应在同一年度。
    ///
    /// ## 依据
    /// 《政府信息公开条例》第五十条；国办公开办函〔2021〕30号
    ///
    /// ## 怎么改
    /// 改正写错的年份。
    ///
    /// ```bad
    /// 本报告的统计期限自2023年1月1日起至⟦2024⟧年12月31日止。
    /// 【三】
    /// ```
    Y202 "split-period" Error
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    // With a title the year that differs from it is told by wrong-period.
    let titled = report.title.as_ref().is_some_and(|title| title.year.is_some());
    let Some(period) = report.period.filter(|_| !titled) else { return };
    if let Some((to, span)) = period.to.filter(|(to, _)| *to != period.from.0) {
        let message = format!("统计期限从 {} 年到 {to} 年，起止应在同一年度", period.from.0);
        found.push(RULE.at(span, message).also(period.from.1, "起始的年份"));
    }
}
