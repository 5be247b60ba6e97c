use super::*;
use crate::report::ratios::{Bound, wrong_shares};

rule! {
    /// 占比与数目不符
    ///
    /// 句子里说了总数、其中一项和这一项所占的百分比的，按两个数重算。四舍五入和直接截去尾数都算相符；同一段里另有总数（如含上年结转的总数、办结数）能得出这个百分比的，不提出。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 核对两个数和百分比，改正写错的一个；是占别的总数的，写明占什么的百分之几。
    ///
    /// ```bad
    /// 2024年，青石镇收到各类咨询32件，其中网络咨询27件，占比84%，来信咨询5件，占比⟦26%⟧。
    /// 【三】
    /// ```
    /// ```good
    /// 2024年，青石镇公开信息43条，其中规划类4条占9.3%，业务类18条占41.8%，其他21条占48.84%。
    /// 【三】
    /// ```
    N104 "wrong-share" Warning
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    let wrong = report.passages().iter().flat_map(wrong_shares).filter(|wrong| wrong.bound == Bound::Exact);
    for wrong in wrong {
        let ((part, part_at), (total, total_at)) = (wrong.part, wrong.total);
        if contradicted(report, part_at) || contradicted(report, total_at) {
            continue;
        }
        let message = format!("{part} 占 {total} 的 {}%，写的是 {}，请核对", wrong.exact, report.str(wrong.span));
        let finding = RULE.at(wrong.span, message).also(part_at, "其中一项").also(total_at, "总数");
        let right = wrong.in_digits.then(|| format!("{}%", wrong.exact));
        found.push(right.into_iter().fold(finding, Finding::fix));
    }
}
