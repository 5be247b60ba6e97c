use super::*;

rule! {
    /// 不规范的用语
    ///
    /// “转结”应为“结转”，“统计年限”应为“统计期限”，“依法申请公开”应为“依申请公开”，“监督保证”应为“监督保障”。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 改用规范的说法；所指不同的可以不改。
    ///
    /// ```bad
    /// ⟦上年转结⟧3件，⟦转结下⟧年度2件。⟦统计年限⟧为2024年。
    /// 【三】
    /// ```
    /// ```good
    /// 【一】
    /// 按期完成统计，做好依申请公开和监督保障工作。
    /// 【三】
    /// ```
    W103 "loose-words" Hint watch &WORDS
}

const WORDS: [&str; 16] = [
    "转结下", "上年转结", "上年度转结", "年转结", "转结至", "接转下年", "接转下一", "上年接转", "上年度接转", "接转上年", "统计年限",
    "依法申请公开", "监督保证", "规范行文件", "规范化文件", "即时公开",
];
const RIGHT: [&str; 16] = [
    "结转下", "上年结转", "上年度结转", "年结转", "结转至", "结转下年", "结转下一", "上年结转", "上年度结转", "结转上年", "统计期限",
    "依申请公开", "监督保障", "规范性文件", "规范性文件", "及时公开",
];

fn check(report: &Report, found: &mut Vec<Finding>) {
    let mut end = 0;
    for (n, span) in seen(report, &RULE) {
        // Of words that overlap one is told.
        if span.start >= end {
            end = span.end;
            let message = format!("“{}”一般应为“{}”，请核对", WORDS[n], RIGHT[n]);
            found.push(RULE.at(span, message).fix(RIGHT[n]));
        }
    }
}
