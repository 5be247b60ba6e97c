use super::*;

rule! {
    /// 缺少规定的表格
    ///
    /// 第二、三、四部分各有一张规定的表格。只有标题、没有表格，多半是把表格贴成了图片，或者复制时丢了表格。
    ///
    /// ## 依据
    /// 国办公开办函〔2021〕30号所附格式
    ///
    /// ## 怎么改
    /// 补上表格；没有数据的也要列表填 0，不能用图片代替。
    ///
    /// ```bad
    /// 【标题】
    /// 【前言】
    /// 【一】
    /// 【二】
    /// ⟦三、收到和处理政府信息公开申请情况⟧
    /// 详见附件。
    /// 【四】
    /// 【五】
    /// 【六】
    /// ```
    S301 "missing-table" Error
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    for (section, _) in report.form.tables() {
        let missing = report.is_whole() && report.table(&section.number).is_none();
        if let Some(own) = report.section(&section.number).filter(|_| missing) {
            let message = format!("第{}部分没有找到规定的表格，可能缺少，或者是图片", section.number);
            found.push(RULE.at(own.heading, message));
        }
    }
}
