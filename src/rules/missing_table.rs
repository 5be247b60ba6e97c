use super::*;
use crate::form::Labelled;
use std::collections::BTreeSet;

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
    for (section, table) in report.form.tables() {
        let missing = report.is_whole() && report.table(&section.number).is_none();
        if let Some(own) = report.section(&section.number).filter(|_| missing) {
            let number = &section.number;
            let labels = table.blocks.iter().flat_map(|block| block.columns.iter().map(Labelled::label));
            let labels: BTreeSet<&str> = table.rows.iter().map(Labelled::label).chain(labels).collect();
            let known = labels.into_iter().filter(|label| report.mentions(number, label)).count();
            let words = report.str(own.span).split_whitespace();
            let numbers = words.filter(|word| word.bytes().all(|byte| byte.is_ascii_digit())).count();
            found.push(if known >= 3 || numbers * 2 >= table.numbers() {
                let message = format!("第{number}部分的表格没有读懂；请连同表格一起复制，或改用原来的 Word、Excel 文件");
                RULE.at(own.heading, message).severity(Severity::Warning)
            } else {
                RULE.at(own.heading, format!("第{number}部分没有找到规定的表格，可能缺少，或者是图片"))
            });
        }
    }
}
