use super::*;
use crate::report::{BoundCell, BoundTable};

rule! {
    /// 没有申请却有复议、诉讼
    ///
    /// 表三全部是 0，表四却有案件。案件由以前年度的申请引起的，并不奇怪；不是的，表三可能漏填。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 核对依申请公开台账，漏填的补上；是以前年度的申请引起的，最好在正文写明。
    ///
    /// ```bad
    /// 【表三】
    /// 【四：1,0,0,0,⟦1⟧,0,0,0,0,0,0,0,0,0,0】
    /// ```
    T107 "cases-without-applications" Hint
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    let (Some(three), Some(four)) = (report.sound_table("三"), report.sound_table("四")) else { return };
    // Where the text tells applications, the empty table is told already.
    let unfilled = report.told.iter().any(|told| matches!(told.verdict, Verdict::Unfilled(_) | Verdict::Contradicts(_)));
    if !three.is_zero() || unfilled {
        return;
    }
    let columns = &four.form.columns(0);
    let total = |(_, column, _): &(usize, usize, &BoundCell)| columns[*column].path.last().is_some_and(|name| name == "总计");
    let cases = four.cells().filter(total).find(|(row, column, _)| four.number(*row, *column) > Some(0));
    let Some((.., cell)) = cases else { return };
    let before = report.last_year.and_then(|last| last.table("三")).is_some_and(BoundTable::is_zero);
    let (years, severity) = if before { ("本年和上年", Severity::Warning) } else { ("本年", RULE.severity) };
    let message = format!("表四有复议或诉讼案件，表三{years}却没有申请；不是以前年度的申请引起的，请核对表三是否漏填");
    found.push(RULE.at(cell.span, message).severity(severity));
}
