use super::*;
use crate::report::{BoundTable, OrganKind};

rule! {
    /// 一级政府或省级部门全部填 0
    ///
    /// 许可、处罚、强制、申请、复议、诉讼全部是 0，对县级以上人民政府或省级部门来说极少见，常常是只填了政府办公室自己的数，没有汇总，或者根本没有填写。数字之间都对得上，所以别的规则查不出来。
    ///
    /// ## 依据
    /// 审核惯例；《条例》第五十条
    ///
    /// ## 怎么改
    /// 与依申请公开台账、执法统计、复议机关的案件登记核对，需要汇总的汇总所属部门；确实没有的，可以不改。
    ///
    /// ```bad
    /// 云岭县人民政府2024年政府信息公开工作年度报告
    /// | 信息内容 | 本年处理决定数量 |
    /// | 行政许可 | ⟦0⟧ |
    /// | 信息内容 | 本年处理决定数量 |
    /// | 行政处罚 | 0 |
    /// | 行政强制 | 0 |
    /// | 信息内容 | 本年收费金额（单位：万元） |
    /// | 行政事业性收费 | 0 |
    /// 【三】
    /// 【四】
    /// ```
    V209 "all-zero" Hint
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    let large = match report.body.kind {
        Some(OrganKind::Government) => !report.body.is_grassroots(),
        Some(OrganKind::Department) => report.body.enforces().is_none(),
        _ => false,
    };
    let unfilled = report.told.iter().any(|told| matches!(told.verdict, Verdict::Unfilled(_)));
    let (true, false, Some(cells)) = (large, unfilled, report.table("二").and_then(BoundTable::decisions)) else { return };
    let zero = |number| report.table(number).is_some_and(BoundTable::is_zero);
    if cells.iter().all(|(_, number)| *number == 0) && zero("三") && zero("四") {
        let message = format!(
            "{}的许可、处罚、强制、申请、复议、诉讼全部是 0，极少见；请与台账、执法统计核对",
            report.body.name
        );
        found.push(RULE.at(cells[0].0, message));
    }
}
