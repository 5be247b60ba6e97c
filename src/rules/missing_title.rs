use super::*;

rule! {
    /// 没有报告标题
    ///
    /// 标题应写明机关全称和年度，如“某某镇人民政府2024年政府信息公开工作年度报告”。从网页复制时，标题常常漏掉。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 在正文之前补上标题。
    ///
    /// ```bad
    /// ⟦一、总体情况⟧
    /// 2024年，青石镇认真做好政府信息公开工作。
    /// 【二】
    /// 【三】
    /// ```
    /// ```good
    /// 青石镇人民政府
    /// 二〇二四年度政府信息公开
    /// 工作年度报告
    /// 【前言】
    /// 【一】
    /// 【二】
    /// 【三】
    /// 【四】
    /// 【五】
    /// 【六】
    /// ```
    S103 "missing-title" Hint
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    if report.is_whole() && report.title.is_none() {
        let message = "没有报告标题：标题应写明机关全称和年度，并以“政府信息公开工作年度报告”结尾";
        found.push(RULE.at(report.first_piece(), message));
    }
}
