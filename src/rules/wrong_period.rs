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
    /// ```bad
    /// 青石镇人民政府2024年政府信息公开工作年度报告
    /// 统计期限自⟦二〇二三⟧年一月一日起至二〇二三年十二月三十一日止。
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
    // Of a title with two years it is not known which is right; two-title-years tells it.
    if report.title.as_ref().is_some_and(Title::has_two_years) {
        return;
    }
    let years = [Some(period.from), period.to].into_iter().flatten();
    let wrong: Vec<(u16, Span)> = years.filter(|(year, _)| *year != title_year).collect();
    let Some(&(year, first)) = wrong.first() else { return };
    let message = format!("统计期限写的是 {year} 年，标题写的是 {title_year} 年，两处应当一致");
    // The title may be the one that is wrong: nobody should take the fix unseen.
    let finding = RULE.at(first, message).also(title, format!("如果是这里有误，应为 {year} 年"));
    let finding = wrong[1..].iter().fold(finding, |finding, (_, span)| finding.also(*span, "统计期限的年度"));
    let written = |span: Span| match report.str(span).is_ascii() {
        true => title_year.to_string(),
        false => chinese_digits(title_year),
    };
    found.push(finding.fix_all(&format!("改为 {title_year} 年"), wrong.iter().map(|(_, span)| (*span, written(*span)))));
}

/// A year as it stands beside 二〇二三年.
fn chinese_digits(year: u16) -> String {
    let digits = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    year.to_string().bytes().filter_map(|digit| digits.get(usize::from(digit - b'0'))).collect()
}
