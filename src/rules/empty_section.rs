use super::*;

rule! {
    /// 第五、六部分只有标题
    ///
    /// 标题下面没有内容。没有读到图片里的文字，内容是图片的也会这样。
    ///
    /// ## 依据
    /// 国办公开办函〔2021〕30号所附格式；《政府信息公开条例》第五十条
    ///
    /// ## 怎么改
    /// 补写内容；第六部分没有其他事项的，写明收取信息处理费的情况和“无其他需要报告的事项”。
    ///
    /// ```bad
    /// 【标题】
    /// 【前言】
    /// 【一】
    /// 【二】
    /// 【三】
    /// 【四】
    /// ⟦五、存在的主要问题及改进情况⟧
    /// 【六】
    /// ```
    E104 "empty-section" Warning
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    for number in ["五", "六"] {
        let Some(section) = report.section(number).filter(|_| report.is_whole()) else { continue };
        let has_table = report.doc.tables().any(|table| section.span.contains(table.span));
        if is_unwritten(report, number) && !has_table {
            found.push(RULE.at(section.heading, format!("第{number}部分只有标题，没有内容，请补写")));
        }
    }
}

/// Whether nothing stands below the heading of a section.
pub(super) fn is_unwritten(report: &Report, number: &'static str) -> bool {
    report.running(number).next().is_none()
}
