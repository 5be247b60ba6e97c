use super::*;
use crate::report::facts::{Received, Scope, received};

rule! {
    /// 一段话里的收办数字不平衡
    ///
    /// 同一段话里说了收到、上年结转、办结和结转下年度的，收到与上年结转之和应等于办结与结转下年度之和（收到数含上年结转的，收到数应等于后两项之和）。与表格不一致的数另行指出，这里只在各数与表格都相符，或者没有表格可比时提出。
    ///
    /// ## 依据
    /// 国办公开办函〔2021〕30号所附格式：第一项加第二项之和，等于第三项加第四项之和
    ///
    /// ## 怎么改
    /// 核对四个数，改正写错的一个。
    ///
    /// ```bad
    /// 青石镇人民政府2022年政府信息公开工作年度报告
    /// 2022年，新收政府信息公开申请⟦783⟧件，上年结转8件，办结788件，结转下年度2件。
    /// ```
    /// ```good
    /// 青石镇人民政府2022年政府信息公开工作年度报告
    /// 2022年，新收政府信息公开申请783件，上年结转8件，办结789件，结转下年度2件。
    /// ```
    /// ```good
    /// 云桥市水务局2022年政府信息公开工作年度报告
    /// 2022年，局机关收到政府信息公开申请46件，上年结转5件，办结48件，结转下年度3件；全系统共收到812件。
    /// ```
    N102 "unbalanced-sentence" Warning
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    for (_, paragraph) in report.paragraphs() {
        let told = report.told.iter().filter(|told| paragraph.contains(told.fact.span));
        if told.clone().any(|told| matches!(told.verdict, Verdict::Contradicts(_) | Verdict::Explained(..))) {
            continue;
        }
        let facts: Vec<_> = told.map(|told| told.fact).collect();
        if received(&facts) != Some(Received::Neither) {
            continue;
        }
        let one = |subjects: &[Subject]| facts.iter().find(|fact| subjects.contains(&fact.subject));
        let (Some(new), Some(carried), Some(answered), Some(left)) = (
            one(&[Subject::New, Subject::NewOrTotal]),
            one(&[Subject::CarriedIn]),
            one(&[Subject::Answered]),
            one(&[Subject::CarriedOut]),
        ) else {
            continue;
        };
        // 市本级收到…件，办结…件；全市收到…件: those of all are another number.
        if new.scope == Scope::Whole && new.span.start > answered.span.start {
            continue;
        }
        let message = format!(
            "收到 {} 加上年结转 {} 是 {}，办结 {} 加结转下年度 {} 是 {}，应当相等，请核对",
            new.value,
            carried.value,
            new.value.saturating_add(carried.value),
            answered.value,
            left.value,
            answered.value.saturating_add(left.value)
        );
        let finding = RULE.at(new.span, message);
        let finding = finding.also(carried.span, "上年结转").also(answered.span, "办结");
        found.push(finding.also(left.span, "结转下年度"));
    }
}
