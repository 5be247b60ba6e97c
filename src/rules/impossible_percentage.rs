use super::*;
use crate::{
    report::{Passage, ratios::changes},
    text::number::Decimal,
};

rule! {
    /// 不可能的百分比
    ///
    /// 下降、减少最多 100%；占比、办结率、答复率、满意率、公开率也不会超过 100%。增长和完成率可以超过。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 核对后改正。
    ///
    /// ```bad
    /// 2024年，青石镇办理信访件较上年⟦下降120%⟧。
    /// 【三】
    /// ```
    /// ```bad
    /// 2024年，青石镇受理热线工单办结率⟦103%⟧。
    /// 【三】
    /// ```
    /// ```good
    /// 2024年，青石镇办理热线工单较上年上升241%，办结率100%，任务完成率120%。
    /// 【三】
    /// ```
    N109 "impossible-percentage" Warning
}

/// What no more than all can be.
const RATES: [&str; 14] = [
    "办结率", "答复率", "回复率", "办理率", "办复率", "处置率", "反馈率", "满意率", "公开率", "及时率", "覆盖率", "准确率",
    "知晓率", "占比",
];

fn check(report: &Report, found: &mut Vec<Finding>) {
    for passage in report.passages() {
        for (n, figure) in passage.figures().iter().enumerate() {
            if figure.unit != "%" || figure.value <= Decimal::integer(100) {
                continue;
            }
            let fall = changes(passage).into_iter().find(|change| change.figure == n);
            let written = &passage.text()[figure.whole.range()];
            match fall {
                Some(fall) if !fall.up => {
                    let message = format!("下降、减少最多 100%，写的是 {written}，请核对");
                    found.push(RULE.at(passage.place(fall.span), message));
                }
                None if is_rate(passage, n) => {
                    let message = format!("占比和这样的比率不会超过 100%，写的是 {written}，请核对");
                    found.push(RULE.at(passage.place(figure.whole), message));
                }
                _ => {}
            }
        }
    }
}

/// Whether the words before a percentage name such a rate, with nothing else between: 办结率达103%.
fn is_rate(passage: &Passage, n: usize) -> bool {
    let lead = passage.lead(n);
    let ends = |word: &str| {
        let behind = lead.rfind(word).map(|at| &lead[at + word.len()..]);
        behind.is_some_and(|behind| ["", "为", "达", "达到", "均为", "均达", "均达到", "是"].contains(&behind))
    };
    RATES.iter().any(|word| ends(word)) || lead.ends_with('占')
}
