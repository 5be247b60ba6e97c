use super::*;
use crate::report::aspects;

rule! {
    /// 内容写在了别的标题之下
    ///
    /// 收到和处理申请、行政复议、行政诉讼的情况，属于“依申请公开”。写在“主动公开”“政府信息管理”“平台建设”之下的，或者写在第二部分的，读者找不到。
    ///
    /// ## 依据
    /// 国办公开办函〔2021〕30号所附格式
    ///
    /// ## 怎么改
    /// 移到“依申请公开”之下；监督保障中说明没有行政复议、行政诉讼的可不改。
    ///
    /// ```bad
    /// 一、总体情况
    /// （一）主动公开情况。公开信息86条。行政复议⟦2⟧件。
    /// （二）依申请公开情况。收到政府信息公开申请3件。
    /// ```
    /// ```bad
    /// 二、主动公开政府信息情况
    /// 2024年收到政府信息公开申请⟦3⟧件。
    /// 【表二】
    /// ```
    S403 "misplaced-topic" Hint
}

/// Whether a number is of applications or of disputes about them.
pub fn is_other(subject: Subject) -> bool {
    !matches!(subject, Subject::Fee)
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    let under: Vec<_> = aspects(report).into_iter().filter(|aspect| matches!(aspect.index, 0 | 2 | 3)).collect();
    let misplaced = report.told.iter().map(|told| told.fact).filter(|fact| is_other(fact.subject)).filter(|fact| {
        under.iter().any(|aspect| aspect.span.contains(fact.span)) || report.section_at(fact.span.start) == Some("二")
    });
    let misplaced: Vec<Span> = misplaced.map(|fact| fact.span).collect();
    let Some(&first) = misplaced.first() else { return };
    let message = "申请、行政复议、行政诉讼的情况应写在“依申请公开”之下，这里是别的标题";
    found.push(misplaced[1..].iter().fold(RULE.at(first, message), |finding, &span| finding.also(span, "也应移走")));
}
