use super::*;

rule! {
    /// 标题里写了两次年份
    ///
    /// 标题只写一个年份，即报告年度。两次写的不同，必有一个不对；相同的，多半是修改标题时没有删净。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 留下报告年度，删去另一个。
    ///
    /// ```bad
    /// ⟦2025⟧云岭县松坡乡2025年度政府信息公开工作年度报告
    /// ```
    /// ```bad
    /// 青石镇人民政府⟦2023⟧年政府信息公开工作年度报告（2024年）
    /// ```
    S105 "two-title-years" Warning
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    let Some(title) = &report.title else { return };
    let (Some((year, first)), Some((again, second))) = (title.year, title.year_again) else { return };
    let finding = if year == again {
        RULE.at(first, format!("标题里 {year} 写了两次，请删去一个")).severity(Severity::Hint)
    } else {
        RULE.at(first, format!("标题里既有 {year} 年，又有 {again} 年，请核对是哪一年度的报告"))
    };
    found.push(finding.also(second, "标题里的另一个年份"));
}
