use super::*;
use crate::report::parts::Verdict as Sum;

rule! {
    /// “其中”的一项大于总数
    ///
    /// 总数之后列出的一项比总数还大，其余各项没有这样大的，多半是这一项或者总数多写、漏写了一位。单位不同的不作比较；同一句前面另有更大的数目、单位相同的，这一项可能属于那个数目，不提出。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 核对总数和这一项，改正写错的一个；这一项不属于这个总数的，另起一句，不用“其中”。
    ///
    /// ```bad
    /// 2024年，青石镇主动公开政府信息382条，其中工作动态⟦2443⟧条，公示公告100条，其他38条。
    /// 【三】
    /// ```
    /// ```bad
    /// 2024年，青石镇主动公开政府信息30条，其中微信公众号⟦50⟧条。
    /// 【三】
    /// ```
    /// ```good
    /// 2024年，青石镇主动公开政府信息30条，其中微信公众号20条，阅读量5000次。
    /// 【三】
    /// ```
    /// ```good
    /// 2024年，青石镇开设专栏3个，其中政策解读专栏发布信息86条；制定制度2项，其中修订公开目录158条。
    /// 【三】
    /// ```
    N103 "part-over-whole" Warning
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    for breakdown in report.breakdowns().iter().filter(|one| one.verdict != Sum::Silent) {
        let Some(larger) = breakdown.larger else { continue };
        if contradicted(report, breakdown.total) || contradicted(report, larger.span) {
            continue;
        }
        let message = format!(
            "所列的一项为 {}，大于总数 {}：一项不会大于总数，可能多写或漏写了一位",
            larger.value, breakdown.value
        );
        found.push(RULE.at(larger.span, message).also(breakdown.total, "总数"));
    }
}
