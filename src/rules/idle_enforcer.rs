use super::*;
use crate::report::BoundTable;

rule! {
    /// 执法部门的许可、处罚、强制都是 0
    ///
    /// 公安、市场监管、城管、交通、水利等部门一年里没有一件许可、处罚和强制，很少见，多半是漏填，或者把“处理决定数量”理解成了公开的件数。这三行填的是本年作出的全部决定，依法不公开的也算。
    ///
    /// ## 依据
    /// 国办公开办函〔2021〕30号所附格式的指标含义；审核惯例
    ///
    /// ## 怎么改
    /// 与行政执法统计年报核对后填写。职能已划转行政审批、综合执法机构，或以上级名义作出的，可以不改，最好在第六部分说明。
    ///
    /// ```bad
    /// 云岭县公安局2024年政府信息公开工作年度报告
    /// | 信息内容 | 本年处理决定数量 |
    /// | 行政许可 | ⟦0⟧ |
    /// | 信息内容 | 本年处理决定数量 |
    /// | 行政处罚 | 0 |
    /// | 行政强制 | 0 |
    /// | 信息内容 | 本年收费金额（单位：万元） |
    /// | 行政事业性收费 | 12.5 |
    /// ```
    /// ```good
    /// 云岭县信访局2024年政府信息公开工作年度报告
    /// 【表二】
    /// ```
    V207 "idle-enforcer" Hint
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    let (Some(certain), Some(organ)) = (report.body.enforces(), report.organ) else { return };
    let Some(cells) = report.table("二").and_then(BoundTable::decisions) else { return };
    if cells.iter().any(|(_, number)| *number != 0) {
        return;
    }
    let message = format!(
        "{}是执法部门，许可、处罚、强制却都是 0；应填本年全部决定，不只是公开了的，请与执法统计核对",
        report.body.name
    );
    let finding = RULE.at(cells[0].0, message).severity(if certain { Severity::Warning } else { RULE.severity });
    let finding = cells[1..].iter().fold(finding, |finding, (span, _)| finding.also(*span, "也是 0"));
    found.push(finding.also(organ, "本机关"));
}
