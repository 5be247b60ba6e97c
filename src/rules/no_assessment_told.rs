use super::*;

rule! {
    /// 没有写考核、评议和责任追究
    ///
    /// 各级人民政府（含乡镇）的报告，监督保障应包括工作考核、社会评议和责任追究结果情况；部门不作要求。考核、评议、追究一类的说法一处也没有时才提。
    ///
    /// ## 依据
    /// 《政府信息公开条例》第五十条第四项
    ///
    /// ## 怎么改
    /// 在“监督保障”中补写；没有责任追究的，写明没有。
    ///
    /// ```bad
    /// 【标题】
    /// 【前言】
    /// ⟦一、总体情况⟧
    /// 2024年，青石镇主动公开政府信息86条，规范办理依申请公开，加强政府信息管理、平台建设和监督保障。
    /// 【二】
    /// 【三】
    /// 【四】
    /// 【五】
    /// 【六】
    /// ```
    E107 "no-assessment-told" Hint watch &[
        "考核", "考评", "评估", "评议", "评价", "测评", "追究", "追责", "问责", "督查", "监测", "绩效", "社会监督", "通报", "督导",
    ]
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    let Some(section) = report.section("一").filter(|_| report.is_full() && report.body.is_government()) else { return };
    // A report that says nothing of 监督保障 at all is told by the rule about missing aspects.
    let text = report.str(section.span);
    // What section five promises has not been done.
    let told = seen(report, &RULE).any(|(_, place)| report.section_at(place.start) != Some("五"));
    if !told && any::holds(text, &["监督", "保障", "培训"]) {
        let message = "没有看到工作考核、社会评议和责任追究结果情况，各级人民政府应在监督保障中写明";
        found.push(RULE.at(section.heading, message));
    }
}
