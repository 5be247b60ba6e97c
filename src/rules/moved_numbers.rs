use super::*;
use crate::repair::Cause;

rule! {
    /// 数字填错了位置
    ///
    /// 几个数互换，或者整体错开一格，所有等式就都成立，说明数字本身没有错，只是填错了行或列。
    ///
    /// ## 依据
    /// 国办公开办函〔2021〕30号所附格式
    ///
    /// ## 怎么改
    /// 对照原始台账，把数字移回各自的行和列。
    ///
    /// ```bad
    /// 【表三：一、本年新收政府信息公开申请数量=3,4,0,0,0,0,7；三、本年度办理结果/（一）予以公开=⟦4⟧,3,0,0,0,0,7；（七）总计=3,4,0,0,0,0,7】
    /// ```
    T103 "moved-numbers" Error
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    for (table, sums) in report.tables.iter().zip(&report.sums) {
        for cause in &sums.causes {
            let Cause::Wrong(changes) = cause else { continue };
            if changes.len() < 2 {
                continue;
            }
            let cells: Vec<_> = changes
                .iter()
                .filter_map(|change| {
                    let (row, column) = sums.place(change.cell);
                    Some((table.cell(row, column)?.span, table.name(row, column), change.value))
                })
                .collect();
            let Some((first, ..)) = cells.first() else { continue };
            let names: Vec<String> = cells.iter().map(|(_, name, value)| format!("{name}应为 {value}")).collect();
            let proof = sums.proof(table, changes[0].cell);
            let message = format!("几个数填错了位置：{}；现在{proof}", names.join("，"));
            let finding = RULE.at(*first, message);
            let finding = cells[1..].iter().fold(finding, |finding, (span, _, value)| finding.also(*span, format!("应为 {value}")));
            found.push(finding.fix_all("移回原位", cells.iter().map(|(span, _, value)| (*span, value.to_string()))));
        }
    }
}
