use super::*;

rule! {
    /// 前言列的是旧格式的各部分
    ///
    /// 2018年度以前的报告分为概述、依申请公开和不予公开、收费及减免等部分，2019年度起改为现在的六个部分。前言还照旧列举的，与正文不符。
    ///
    /// ## 依据
    /// 国办公开办函〔2019〕60号、国办公开办函〔2021〕30号
    ///
    /// ## 怎么改
    /// 改为现在的六个部分，或者删去这一句。
    ///
    /// ```bad
    /// 【标题】
    /// 本报告由概述、主动公开政府信息情况、⟦依申请公开政府信息和不予公开⟧政府信息的情况、收费及减免情况、行政复议和行政诉讼情况、存在的主要问题及改进情况组成。统计期限自2024年1月1日起至2024年12月31日止。
    /// 【一】
    /// 【二】
    /// 【三】
    /// ```
    S108 "outdated-parts" Warning watch &[
        "依申请公开政府信息和不予公开", "依申请公开和不予公开", "依申请公开政府信息的情况和不予公开", "收费及减免", "收费和减免", "收费、减免",
    ]
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    if report.year.is_some_and(|(year, _)| year < 2019) {
        return;
    }
    let old = seen(report, &RULE).map(|(_, span)| span).find(|span| {
        if report.section_at(span.start).is_some() {
            return false;
        }
        let text = report.str(report.sentence_of(*span));
        (text.contains("概述") || text.contains("主动公开")) && any::holds(text, &["组成", "部分", "包括"])
    });
    if let Some(span) = old {
        found.push(RULE.at(span, "这里列的是 2018 年度以前报告的部分，与现行格式和正文都不符，请改为现在的六个部分"));
    }
}
