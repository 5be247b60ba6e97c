use super::*;
use crate::report::ratios::wrong_rates;

rule! {
    /// 办结率、答复率与件数不符
    ///
    /// 同一句里说了收到多少、办结（答复、回复）多少和办结率的，按两个数重算；办结多于收到的，把写明的上年结转算在收到之内。按时办结率、满意率另有计算的底数，不作核对；说明有正在办理、未到期的，写 100% 也不提出；说明有结转下年度的，写 100% 只作提示。“发现问题24个，整改20个，整改率……”之类，同一句只有两个数、后一个就是比率所说的，同样重算。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 核对两个数和比率，改正写错的一个；另有未到期、结转的，加以说明。
    ///
    /// ```bad
    /// 2024年，青石镇受理12345热线工单86件，办结80件，办结率⟦100%⟧。
    /// 【三】
    /// ```
    /// ```good
    /// 2024年，青石镇受理12345热线工单40件，办结36件，4件结转下年度，办结率90%，满意率97.6%。
    /// 【三】
    /// ```
    N107 "wrong-rate" Warning
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    for wrong in report.passages().iter().flat_map(wrong_rates) {
        let ((done, done_at), (received, received_at)) = (wrong.done, wrong.received);
        if contradicted(report, done_at) || contradicted(report, received_at) {
            continue;
        }
        if wrong.carried.is_some_and(|(_, place)| contradicted(report, place)) {
            continue;
        }
        let carried = wrong.carried.map_or(String::new(), |(carried, _)| format!("加上年结转 {carried} "));
        let said = report.str(wrong.span);
        let (doubt, severity) = match wrong.all_of_due {
            true => ("；如按应办结的计算，请确认口径", Severity::Hint),
            false => ("，请核对", RULE.severity),
        };
        let message =
            format!("按 {received}{carried}和 {done} 计算，比率是 {}%，写的是 {said}{doubt}", wrong.exact);
        let finding = RULE.at(wrong.span, message).also(received_at, "总数").also(done_at, "其中的").severity(severity);
        found.push(wrong.carried.into_iter().fold(finding, |finding, (_, place)| finding.also(place, "上年结转的")));
    }
}
