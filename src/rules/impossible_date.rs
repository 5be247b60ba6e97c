use super::*;
use crate::report::dates::dates;

rule! {
    /// 没有的日期
    ///
    /// 日历上没有这一天，如 2 月 30 日、11 月 31 日、13 月。统计期限的起止日期由 Y204 核对，这里不重复。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 改为正确的日期。
    ///
    /// ```bad
    /// 【标题】
    /// 2024年，青石镇于⟦2月30日⟧召开政务公开工作会议。
    /// ```
    /// ```good
    /// 【标题】
    /// 【前言】
    /// 2024年，青石镇于2月29日召开政务公开工作会议，11月30日开展培训。
    /// ```
    Y205 "impossible-date" Warning
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    let year = report.year.map(|(year, _)| i64::from(year));
    let period = odd_period::stated(report).map(|(passage, from, to)| passage.place(from.span.join(to.span)));
    for passage in report.passages() {
        for date in dates(passage.figures()).into_iter().filter(|date| !date.exists(year)) {
            let place = passage.place(date.day_span);
            if period.is_none_or(|period| !period.contains(place)) {
                found.push(RULE.at(place, format!("没有 {} 月 {} 日这一天，请核对", date.month, date.day)));
            }
        }
    }
}
