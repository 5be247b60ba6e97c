use super::*;
use crate::form::Labelled;

rule! {
    /// 本年新公开多于对外公开总数
    ///
    /// 2019 年格式的“对外公开总数量”包括本年新公开的，不会比“本年新公开数量”少。
    ///
    /// ## 依据
    /// 国办公开办函〔2019〕60号所附格式的指标含义
    ///
    /// ## 怎么改
    /// 对照文件目录核对两个数。
    ///
    /// ```bad
    /// 青石镇人民政府2020年政府信息公开工作年度报告
    /// | 信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |
    /// | 规章 | 0 | 0 | 0 |
    /// | 规范性文件 | 186 | 186 | ⟦86⟧ |
    /// ```
    /// ```good
    /// 青石镇人民政府2020年政府信息公开工作年度报告
    /// | 信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |
    /// | 规章 | 0 | 0 | 0 |
    /// | 规范性文件 | 4 | 5 | 5 |
    /// ```
    V203 "published-over-total" Warning
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    let Some(table) = report.table("二") else { return };
    for row in 0..table.rows.len() {
        let (Some((new_at, new)), Some((span, all))) =
            (table.written(row, "本年新公开数量"), table.written(row, "对外公开总数量"))
        else {
            continue;
        };
        if all >= 0 && new > all {
            let label = table.form.rows[row].label();
            let message =
                format!("“{label}”本年新公开 {new} 件，多于对外公开总数 {all} 件；总数包括新公开的，请核对");
            found.push(RULE.at(span, message).also(new_at, "本年新公开数量"));
        }
    }
}
