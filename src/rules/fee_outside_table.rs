use super::*;
use crate::text::number::Decimal;

rule! {
    /// 信息处理费没有计入收费金额
    ///
    /// 信息处理费是行政事业性收费。正文说收取了信息处理费，表二的收费金额（万元）就不会比它少。
    ///
    /// ## 依据
    /// 《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）；国办公开办函〔2021〕30号所附格式
    ///
    /// ## 怎么改
    /// 把信息处理费换算成万元，计入“本年收费金额”，例如 380 元是 0.038 万元。金额按四舍五入填写的，可以不改。
    ///
    /// ```bad
    /// | 信息内容 | 本年收费金额（单位：万元） |
    /// | 行政事业性收费 | ⟦0⟧ |
    /// 六、其他需要报告的事项
    /// 2024年，本机关收取政府信息公开信息处理费380元。
    /// ```
    /// ```good
    /// | 信息内容 | 本年收费金额（单位：万元） |
    /// | 行政事业性收费 | 0.04 |
    /// 六、其他需要报告的事项
    /// 2024年，本机关收取政府信息公开信息处理费380元。
    /// ```
    V303 "fee-outside-table" Warning
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    let Some(table) = report.table("二") else { return };
    let cell = table.row("行政事业性收费").and_then(|row| table.cell(row, 0)).filter(|cell| !cell.value.is_blank());
    let (Some(cell), "2021") = (cell, table.edition.name.as_str()) else { return };
    let Some(fact) = fees(report).max_by_key(|fact| fact.value) else { return };
    let (Some(number), Ok(told)) = (cell.value.number, i64::try_from(fact.value)) else { return };
    // The last digit of the cell may be rounded; a zero without decimals says that there was no fee.
    let places = u32::from(number.scale().min(4));
    let unit = if number == Decimal::integer(0) && places == 0 { 1 } else { 10i64.pow(4 - places) };
    let Some(amount) = number.times(10_000).filter(|amount| *amount >= Decimal::integer(0)) else { return };
    if Decimal::integer(told.saturating_sub(unit)) >= amount {
        let message = format!(
            "正文说收取信息处理费 {told} 元，合 {} 万元，这里的收费金额为 {}，没有把它算进去；请核对",
            told as f64 / 10_000.0,
            report.str(cell.span).trim()
        );
        found.push(RULE.at(cell.span, message).also(fact.span, "正文的信息处理费"));
    }
}
