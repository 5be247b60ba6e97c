use super::*;

rule! {
    /// 正文的行政复议数与表格不一致
    ///
    /// 行政复议的件数和结果，应与表四一致。正文不含尚未审结的，只作提示。
    ///
    /// ## 依据
    /// 国办公开办函〔2021〕30号所附格式；审核惯例
    ///
    /// ## 怎么改
    /// 核对台账，改正写错的一处；口径不同的，在正文里说明。
    ///
    /// ```bad
    /// 因政府信息公开引发行政复议⟦3⟧件。
    /// 【表四：1,1,0,0,2,0,0,0,0,0,1,0,0,0,1】
    /// ```
    /// ```good
    /// 因政府信息公开引发行政复议2件，其中结果维持1件，结果纠正1件。
    /// 【表四：1,1,0,0,2,0,0,0,0,0,1,0,0,0,1】
    /// ```
    X106 "review-told" Warning
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    let concerns = |subject| matches!(subject, Subject::Case(Block::Review, _));
    told(report, &RULE, concerns, found);
}
