use super::*;
use crate::form::Labelled;

rule! {
    /// 本年减少的比上年的项目还多
    ///
    /// 2019 年格式的“本年增/减”是项目数的增减，减少的不会比“上一年项目数量”多。
    ///
    /// ## 依据
    /// 国办公开办函〔2019〕60号所附格式的指标含义
    ///
    /// ## 怎么改
    /// 核对上一年项目数量和本年增减，增加的填正数，减少的填负数。
    ///
    /// ```bad
    /// 青石镇人民政府2020年政府信息公开工作年度报告
    /// | 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |
    /// | 行政处罚 | 5 | ⟦-8⟧ | 2 |
    /// | 行政强制 | 3 | -3 | 0 |
    /// ```
    /// ```good
    /// 青石镇人民政府2020年政府信息公开工作年度报告
    /// | 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |
    /// | 行政处罚 | 8 | -8 | 2 |
    /// | 行政强制 | 3 | 0 | 2 |
    /// ```
    V205 "more-removed" Warning
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    let Some(table) = report.table("二") else { return };
    for row in 0..table.rows.len() {
        let (Some((items_at, items)), Some((span, change))) =
            (table.written(row, "上一年项目数量"), table.written(row, "本年增/减"))
        else {
            continue;
        };
        if items >= 0 && change.saturating_add(items) < 0 {
            let label = table.form.rows[row].label();
            let message = format!(
                "“{label}”上一年只有 {items} 项，本年不会减少 {} 项；请核对，增加的应填正数",
                change.unsigned_abs()
            );
            found.push(RULE.at(span, message).also(items_at, "上一年项目数量"));
        }
    }
}
