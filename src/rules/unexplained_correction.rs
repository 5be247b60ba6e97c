use super::*;
use crate::{form::Labelled, report::BoundCell, text::fold::Folded};

rule! {
    /// 有被纠正的案件，问题部分没有说
    ///
    /// 复议、诉讼结果为“纠正”，说明答复确有不当。第五部分是写主要问题的，却一句也没有提到依申请公开或复议、诉讼。
    ///
    /// ## 依据
    /// 《条例》第五十条（五）；审核惯例
    ///
    /// ## 怎么改
    /// 在第五部分写明被纠正的原因和改进的办法。
    ///
    /// ```bad
    /// 【四：0,⟦1⟧,0,0,1,0,0,0,0,0,0,0,0,0,0】
    /// 【五】
    /// ```
    /// ```good
    /// 【四：0,1,0,0,1,0,0,0,0,0,0,0,0,0,0】
    /// 五、存在的主要问题及改进情况
    /// 主要问题是个别答复不够规范，在行政复议中被纠正。下一步将加强业务培训，改进工作。
    /// ```
    V211 "unexplained-correction" Hint yields &["E101", "E103", "E104"],
}

/// A section five with one of these speaks of it.
const WORDS: [&str; 6] = ["复议", "诉讼", "纠", "败诉", "申请", "答复"];

fn check(report: &Report, found: &mut Vec<Finding>) {
    let (Some(table), Some(section)) = (report.sound_table("四"), report.section("五")) else { return };
    let corrected = |(row, column, _): &(usize, usize, &BoundCell)| {
        table.form.columns(*row)[*column].label() == "结果纠正" && table.number(*row, *column) > Some(0)
    };
    let cells: Vec<Span> = table.cells().filter(corrected).map(|(.., cell)| cell.span).collect();
    let Some(&first) = cells.first() else { return };
    let body = Span::new(section.heading.end, section.span.end.max(section.heading.end));
    let text = Folded::new(report.str(body));
    if !text.text().is_empty() && !any::holds(text.text(), &WORDS) {
        let message = "有案件的结果是纠正，第五部分却没有提到申请、复议或诉讼；请写明原因和改进办法";
        let finding = RULE.at(first, message);
        found.push(cells[1..].iter().fold(finding, |finding, &span| finding.also(span, "也是纠正")));
    }
}
