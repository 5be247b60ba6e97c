use super::*;
use crate::{form::Labelled, report::BoundTable};

rule! {
    /// 收费金额的单位不是万元
    ///
    /// 表二的收费金额以万元为单位。表头改成元的，数字会差一万倍。
    ///
    /// ## 依据
    /// 国办公开办函〔2021〕30号所附格式
    ///
    /// ## 怎么改
    /// 恢复“本年收费金额（单位：万元）”，数字折合成万元。
    ///
    /// ```bad
    /// | 信息内容 | ⟦本年收费金额（单位：元）⟧ |
    /// | 行政事业性收费 | 2600 |
    /// ```
    L105 "fee-unit" Warning
}

/// Where a table gives the amount in another unit, and what the column is called in the form.
pub fn wrong_unit(report: &Report, table: &BoundTable) -> Option<(Span, &'static str)> {
    table.headers.iter().zip(&table.form.blocks).find_map(|(header, block)| {
        let (cell, column) = header.columns.iter().zip(&block.columns).find(|(_, column)| column.label().contains("万元"))?;
        let cell = cell.filter(|cell| !cell.exact)?;
        let own = report.str(cell.span);
        (own.contains('元') && !own.contains('万')).then_some((cell.span, column.label()))
    })
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    for (place, label) in report.tables.iter().filter_map(|table| wrong_unit(report, table)) {
        let message = format!("“{}”应为“{label}”：按元填的数请折合成万元", report.str(place).split_whitespace().collect::<String>());
        found.push(RULE.at(place, message).fix(label));
    }
}
