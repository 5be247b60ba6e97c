use super::*;
use crate::text::number::Decimal;
use crate::{form::Labelled, report::facts::Fact};

rule! {
    /// 正文的信息处理费多于表二的收费
    ///
    /// 信息处理费是行政事业性收费，正文说收取了多少元的，表二“行政事业性收费”（单位万元）不应少于这个数。表二按保留的小数四舍五入的，不提出；表二的数大得多是正常的，还有其他收费。
    ///
    /// ## 依据
    /// 《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）；国办公开办函〔2021〕30号所附格式
    ///
    /// ## 怎么改
    /// 核对实收数，把信息处理费折合成万元计入表二，或者改正正文。
    ///
    /// ```bad
    /// 2024年，本机关依法收取信息处理费⟦1600⟧元。
    /// 【表二】
    /// ```
    /// ```good
    /// 2024年，本机关依法收取信息处理费1600元。
    /// 【表二：行政事业性收费=0.16】
    /// ```
    X108 "fee-told" Warning
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    let Some((fact, filled, cell)) = uncounted(report) else { return };
    let message = format!(
        "正文收取信息处理费 {} 元，表二行政事业性收费折合只有 {filled} 元；应计入表二，单位是万元",
        fact.value
    );
    found.push(RULE.at(fact.span, message).also(cell, "表格中的数"));
}

/// The largest fee told that table two cannot count, what table two has in 元, and its cell.
pub(super) fn uncounted<'r>(report: &'r Report) -> Option<(&'r Fact, Decimal, Span)> {
    let table = report.table("二")?;
    let row = table.row("行政事业性收费")?;
    if table.is_empty() || !table.form.columns(row).first().is_some_and(|column| column.label().contains("万元")) {
        return None;
    }
    let cell = table.cell(row, 0)?;
    let filled = cell.value.number?.times(10_000)?;
    // Half of the last decimal that is written may be lost; where nothing is written, nothing is.
    let decimals = cell.value.number.map_or(0, |number| number.scale());
    let lost = if filled == Decimal::integer(0) { 0.0 } else { 5_000.0 / 10f64.powi(decimals.into()) };
    let more = |fact: &&Fact| {
        fact.subject == Subject::Fee && fact.told == Told::Figure && fact.is_exact() && fact.value as f64 > filled.to_f64() + lost
    };
    let fact = report.told.iter().map(|told| &told.fact).filter(more).max_by_key(|fact| fact.value)?;
    Some((fact, filled, cell.span))
}
