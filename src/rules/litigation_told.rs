use super::*;

rule! {
    /// 正文的行政诉讼数与表格不一致
    ///
    /// 行政诉讼的件数和结果，应与表四一致；没有分开说的，与“未经复议直接起诉”和“复议后起诉”之和比较。
    ///
    /// ## 依据
    /// 国办公开办函〔2021〕30号所附格式；审核惯例
    ///
    /// ## 怎么改
    /// 核对台账，改正写错的一处；口径不同的，在正文里说明。
    ///
    /// ```bad
    /// 因政府信息公开引发行政诉讼⟦3⟧件。
    /// 【表四：1,1,0,0,2,0,0,0,0,0,1,0,0,0,1】
    /// ```
    /// ```good
    /// 因政府信息公开引发行政诉讼1件。除政府信息公开案件外，本机关行政应诉3件。
    /// 【表四：1,1,0,0,2,0,0,0,0,0,1,0,0,0,1】
    /// ```
    /// ```good
    /// 因政府信息公开引发行政诉讼1件。
    /// 【表四：1,1,0,0,2,0,0,0,0,0,1,0,0,0,1】
    /// ```
    X107 "litigation-told" Warning
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    let concerns = |subject| matches!(subject, Subject::Case(Block::Litigation | Block::Direct | Block::AfterReview, _));
    told(report, &RULE, concerns, found);
}
