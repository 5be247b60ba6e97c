use super::*;
use crate::report::ratios::{Bound, wrong_shares};

rule! {
    /// “超八成”“过半”等与数目不符
    ///
    /// 句子里说了总数和其中一项，又说这一项“超八成”“近九成”“过半”“不足三成”的，按两个数重算。“超”“以上”不应少于所说的成数，“近”“不足”不应多于，“近”也不应差半成以上。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 改用与数目相符的说法，或者核对数目。
    ///
    /// ```bad
    /// 2024年，青石镇共公开政府信息500条，其中网站362条，占比⟦超八成⟧。
    /// 【三】
    /// ```
    /// ```good
    /// 2024年，青石镇共公开政府信息500条，其中网站362条，占比超七成。
    /// 【三】
    /// ```
    N105 "wrong-share-word" Warning
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    let wrong = report.passages().iter().flat_map(wrong_shares).filter(|wrong| wrong.bound != Bound::Exact);
    for wrong in wrong {
        let ((part, part_at), (total, total_at)) = (wrong.part, wrong.total);
        if contradicted(report, part_at) || contradicted(report, total_at) {
            continue;
        }
        let message = format!("{part} 占 {total} 的 {}%，不能说“{}”", wrong.exact, report.str(wrong.span));
        found.push(RULE.at(wrong.span, message).also(part_at, "其中一项").also(total_at, "总数"));
    }
}
