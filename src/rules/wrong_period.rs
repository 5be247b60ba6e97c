use super::*;

rule! {
    /// 统计期限的年份不对
    ///
    /// 报告的统计期限是报告年度的 1 月 1 日至 12 月 31 日。年份不对，多半是沿用了上一年的报告。
    ///
    /// ## 依据
    /// 《政府信息公开条例》第四十九条、第五十条（上一年度）；国办公开办函〔2021〕30号
    ///
    /// ## 怎么改
    /// 改正年份，并核对文中其他数字是不是也沿用了上一年的。
    ///
    /// ```bad
    /// 青石镇人民政府2024年政府信息公开工作年度报告
    /// 本报告的统计期限自⟦2023⟧年1月1日起至2023年12月31日止。
    /// ```
    /// ```good
    /// 青石镇人民政府2024年政府信息公开工作年度报告
    /// 本报告的统计期限自2024年1月1日起至12月31日止。
    /// ```
    Y201 "wrong-period" Error
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    let (Some(period), Some((title_year, title))) = (report.period, report.title.as_ref().and_then(|title| title.year))
    else {
        return;
    };
    let years = [Some(period.from), period.to].into_iter().flatten();
    let wrong: Vec<(u16, Span)> = years.filter(|(year, _)| *year != title_year).collect();
    let Some(&(year, first)) = wrong.first() else { return };
    let message = format!("统计期限写的是 {year} 年，标题写的是 {title_year} 年，两处应当一致");
    let finding = RULE.at(first, message).also(title, "标题的年度");
    let finding = wrong[1..].iter().fold(finding, |finding, (_, span)| finding.also(*span, "统计期限的年度"));
    found.push(finding.fix_all(&format!("改为 {title_year} 年"), wrong.iter().map(|(_, span)| (*span, title_year.to_string()))));
}
