use super::*;

rule! {
    /// 没有写明统计期限
    ///
    /// 报告一般在开头写明数据的统计期限，如“统计期限自2024年1月1日起至2024年12月31日止”。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 在开头补一句统计期限。
    ///
    /// ```bad
    /// ⟦青石镇人民政府2024年政府信息公开工作年度报告⟧
    /// 【一】
    /// 【二】
    /// 【三】
    /// 【四】
    /// 【五】
    /// 【六】
    /// ```
    /// ```good
    /// 【标题】
    /// 本报告的统计期限自二〇二四年一月一日起至二〇二四年十二月三十一日止。
    /// 【一】
    /// 【二】
    /// 【三】
    /// 【四】
    /// 【五】
    /// 【六】
    /// ```
    Y203 "missing-period" Hint
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    // One that is not the whole year is told by the rule about it.
    if report.is_whole() && report.period.is_none() && odd_period::stated(report).is_none() {
        let place = report.title.as_ref().map_or(report.first_piece(), |title| title.first_line);
        found.push(RULE.at(place, "没有写明统计期限，一般应在开头写明“自某年1月1日起至某年12月31日止”"));
    }
}
