use super::*;
use crate::form::Labelled;

rule! {
    /// 处理决定数量像是项目数量
    ///
    /// 2019 年格式中，前两列是事项的项目数，“处理决定数量”是本年作出决定的件数，两者没有加减关系。它恰好等于“上一年项目数量＋本年增/减”的，多半是误解了指标。
    ///
    /// ## 依据
    /// 国办公开办函〔2019〕60号所附格式的指标含义
    ///
    /// ## 怎么改
    /// 按本年实际作出的决定填写件数；件数恰好如此的，可以不改。
    ///
    /// ```bad
    /// 青石镇人民政府2020年政府信息公开工作年度报告
    /// | 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |
    /// | 行政处罚 | 61 | 36 | ⟦97⟧ |
    /// | 行政强制 | 3 | 0 | 20 |
    /// ```
    /// ```good
    /// 青石镇人民政府2020年政府信息公开工作年度报告
    /// | 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |
    /// | 行政处罚 | 61 | 36 | 0 |
    /// | 行政强制 | 0 | 0 | 0 |
    /// ```
    V204 "items-not-cases" Warning
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    let Some(table) = report.table("二") else { return };
    let alike = |row: usize| {
        let number = |label| table.written(row, label);
        let (_, items) = number("上一年项目数量")?;
        let (_, change) = number("本年增/减")?;
        let (span, cases) = number("处理决定数量")?;
        (cases > 0 && items.checked_add(change) == Some(cases)).then_some((row, span, items, change, cases))
    };
    let rows: Vec<_> = (0..table.rows.len()).filter_map(alike).collect();
    let Some(&(row, span, items, change, cases)) = rows.first() else { return };
    let label = table.form.rows[row].label();
    let sign = if change < 0 { "－" } else { "＋" };
    let message = format!(
        "“{label}”的处理决定数量 {cases} 恰好是上一年项目数量与增减之和（{items}{sign}{}）；应填本年决定的件数，请核对",
        change.unsigned_abs()
    );
    // One row without a change may be as many cases as items by chance.
    let chance = rows.len() == 1 && change == 0;
    let finding = RULE.at(span, message).severity(if chance { Severity::Hint } else { RULE.severity });
    found.push(rows[1..].iter().fold(finding, |finding, row| finding.also(row.1, "同样等于项目数之和")));
}
