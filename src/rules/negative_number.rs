use super::*;
use crate::text::number::Decimal;

rule! {
    /// 不该有的负数
    ///
    /// 件数和金额不会是负数，只有 2019 年格式的“本年增/减”可以。能按勾稽关系推算出应填什么的，由 T101 指出。
    ///
    /// ## 依据
    /// 国办公开办函〔2021〕30号所附格式
    ///
    /// ## 怎么改
    /// 核对后改正。
    ///
    /// ```bad
    /// | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
    /// | 规章 | 0 | 0 | 0 |
    /// | 行政规范性文件 | ⟦-2⟧ | 0 | 9 |
    /// ```
    /// ```good
    /// 青石镇人民政府2020年政府信息公开工作年度报告
    /// | 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |
    /// | 行政处罚 | 12 | -8 | 2 |
    /// | 行政强制 | 3 | 0 | 2 |
    /// ```
    V107 "negative-number" Error
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    for (table, sums) in report.tables.iter().zip(&report.sums) {
        for (row, column, cell) in table.cells() {
            // One that the sums put right is told with its number by the rules of arithmetic.
            if sums.changes().any(|(place, _)| place == (row, column)) {
                continue;
            }
            let negative = cell.value.number.is_some_and(|number| number < Decimal::integer(0));
            if negative && !table.form.columns(row)[column].signed {
                let name = table.name(row, column);
                found.push(RULE.at(cell.span, format!("{name}不会是负数，现为 {}", report.str(cell.span))));
            }
        }
    }
}
