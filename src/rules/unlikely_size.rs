use super::*;

rule! {
    /// 数字大得不合常理
    ///
    /// 一个乡镇、街道一年办理十万件以上，或者任何机关一年办理一千万件以上，多半是多打了数字、漏了小数点，或者填成了别的指标。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 对照台账核对；确实如此的，可以不改。
    ///
    /// ```bad
    /// 青石镇人民政府2024年政府信息公开工作年度报告
    /// | 信息内容 | 本年处理决定数量 |
    /// | 行政许可 | ⟦1264533⟧ |
    /// | 信息内容 | 本年处理决定数量 |
    /// | 行政处罚 | 0 |
    /// | 行政强制 | 0 |
    /// ```
    V210 "unlikely-size" Warning
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    let most = if report.body.is_grassroots() { 100_000 } else { 10_000_000 };
    for (table, sums) in report.tables.iter().zip(&report.sums) {
        let large = table.cells().find(|(row, column, cell)| {
            let is_count = !table.form.columns(*row)[*column].decimal;
            // One that the sums put right is told by them.
            is_count && cell.value.as_i64().is_some_and(|number| number > most) && !sums.explains(*row, *column)
        });
        if let Some((row, column, cell)) = large.filter(|(row, column, _)| !sums.is_unclear(*row, *column)) {
            let name = table.name(row, column);
            found.push(RULE.at(cell.span, format!("{name}有 {} 件，大得不合常理，请核对", report.str(cell.span).trim())));
        }
    }
}
