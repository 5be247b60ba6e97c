use super::*;

rule! {
    /// 标题没有写年度
    ///
    /// 年度报告的标题应写明是哪一年的，如“青石镇人民政府2024年政府信息公开工作年度报告”。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 在标题里补上年度。
    ///
    /// ```bad
    /// ⟦青石镇人民政府政府信息公开工作年度报告⟧
    /// 【前言】
    /// ```
    /// ```good
    /// 【标题】
    /// 【前言】
    /// ```
    Y303 "yearless-title" Hint
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    if let Some(title) = report.title.as_ref().filter(|title| title.year.is_none()) {
        found.push(RULE.at(title.span, "标题没有写明年度，一般写作“某机关某年政府信息公开工作年度报告”"));
    }
}
