use super::*;
use crate::repair::Cause;

rule! {
    /// 总计没有填
    ///
    /// 各项都有数，总计却全部是空白或 0。应填的数可以由各项相加得出。
    ///
    /// ## 依据
    /// 国办公开办函〔2021〕30号所附格式：总计为各项之和
    ///
    /// ## 怎么改
    /// 填写总计。
    ///
    /// ```bad
    /// 【表三：一、本年新收政府信息公开申请数量=3,1,0,0,0,0,⟦0⟧；（一）予以公开=3,1,0,0,0,0,0；（七）总计=3,1,0,0,0,0,0】
    /// ```
    /// ```bad
    /// 【表三：一、本年新收政府信息公开申请数量=3,1,0,0,0,0,4；（一）予以公开=3,1,0,0,0,0,4；（七）总计=⟦⟧,,,,,,】
    /// ```
    T105 "totals-missing" Error
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    for (table, sums) in report.tables.iter().zip(&report.sums) {
        for cause in &sums.causes {
            let Cause::Untotalled(changes) = cause else { continue };
            let cells = changes.iter().filter_map(|change| {
                let (row, column) = sums.place(change.cell);
                Some((table.cell(row, column)?, table.name(row, column), change.value))
            });
            let cells: Vec<_> = cells.collect();
            let Some((first, name, value)) = cells.first() else { continue };
            // A blank says nothing wrong; the number is only missing.
            let blank = cells.iter().all(|(cell, ..)| cell.value.is_blank());
            let message = format!(
                "表{}有 {} 个总计没有填写，各项却有数：{name}应为 {value}，其余也可由各项相加得出",
                table.section.number,
                cells.len()
            );
            let finding = RULE.at(first.span, message).severity(if blank { Severity::Warning } else { RULE.severity });
            let finding = cells[1..].iter().fold(finding, |finding, (cell, _, value)| finding.also(cell.span, format!("应为 {value}")));
            found.push(finding.fix_all("填写总计", cells.iter().map(|(cell, _, value)| (cell.span, value.to_string()))));
        }
    }
}
