use super::*;
use crate::report::ratios::wrong_growth;

rule! {
    /// 增减与两年的数不符
    ///
    /// 句子里说了本年、上年的数和增减的幅度（百分比、件数、倍数）的，按两个数重算，方向也要相符。“增长 1 倍”是上年的 2 倍。没有写上年数目的不核对，只看增加的数是不是比本年的总数还大。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 核对两年的数和幅度，改正写错的一个。
    ///
    /// ```bad
    /// 2024年，青石镇主动公开政府信息240条，较上年200条⟦增长25%⟧。
    /// 【三】
    /// ```
    /// ```bad
    /// 2024年，青石镇公开规划信息18条，较2023年（24条）⟦增长25%⟧。
    /// 【三】
    /// ```
    /// ```bad
    /// 2024年，青石镇公开规划信息18条，较上年⟦增加48条⟧。
    /// 【三】
    /// ```
    /// ```good
    /// 2024年，青石镇主动公开政府信息240条，较上年200条增加40条，增长20%；公开规划信息18条，较2023年（24条）下降25%。
    /// 【三】
    /// ```
    N108 "wrong-growth" Warning
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    let year = report.year.map(|(year, _)| year);
    for wrong in report.passages().iter().flat_map(|passage| wrong_growth(passage, year)) {
        let words: String = report.str(wrong.span).split_whitespace().collect();
        let (now, now_at) = wrong.now;
        if contradicted(report, now_at) {
            continue;
        }
        let Some((before, before_at)) = wrong.before else {
            let message = format!("说“{words}”，本年却只有 {now}：增加的数不会大于总数");
            found.push(RULE.at(wrong.span, message).also(now_at, "本年的数"));
            continue;
        };
        let message = format!("上年 {before}、本年 {now}，是{}，写的是“{words}”，请核对", wrong.exact);
        let finding = RULE.at(wrong.span, message).also(now_at, "本年的数").also(before_at, "上年的数");
        found.push(wrong.fix.into_iter().fold(finding, |finding, (span, text)| finding.fix_at(span, text)));
    }
}
