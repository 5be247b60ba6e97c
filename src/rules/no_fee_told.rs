use super::*;

rule! {
    /// 没有写信息处理费的收取情况
    ///
    /// 2021年起依申请公开可以收取信息处理费，第六部分应写明收取的金额，没有收取的写“未收取信息处理费”。以前年度的报告只作提示。表三有逾期未缴费的申请的，由 V304 指出。
    ///
    /// ## 依据
    /// 《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）；审核惯例
    ///
    /// ## 怎么改
    /// 在第六部分补写。
    ///
    /// ```bad
    /// 【标题】
    /// 【前言】
    /// 【一】
    /// 【二】
    /// 【三】
    /// 【四】
    /// 【五】
    /// ⟦六、其他需要报告的事项⟧
    /// 无其他需要报告的事项。
    /// ```
    E105 "no-fee-told" Warning yields &["V304"], watch &["信息处理费", "处理费", "收费", "费用", "收取", "缴费", "收到费", "收缴"]
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    let Some(section) = report.section("六").filter(|_| report.is_whole()) else { return };
    let told = seen(report, &RULE).any(|(word, span)| word == 0 || section.heading.end <= span.start && span.end <= section.span.end);
    if told || empty_section::is_unwritten(report, "六") || unpaid_without_fee::is_silent(report) {
        return;
    }
    let finding = RULE.at(section.heading, "没有写信息处理费的收取情况；没有收取的，写明“未收取信息处理费”");
    let due = report.year.is_some_and(|(year, _)| year >= 2021);
    found.push(if due { finding } else { finding.severity(Severity::Hint) });
}
