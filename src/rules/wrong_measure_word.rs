use super::*;

rule! {
    /// 申请、复议、诉讼的量词应为“件”
    ///
    /// 政府信息公开申请、行政复议、行政诉讼以件计，表格也按件统计，不写“依申请公开3次”“行政复议0次”。学习、培训等活动的次数不提出。
    ///
    /// ## 依据
    /// 国办公开办函〔2021〕30号所附格式；审核惯例
    ///
    /// ## 怎么改
    /// 把“次”改为“件”。
    ///
    /// ```bad
    /// 2024年，依申请公开0⟦次⟧，行政复议0⟦次⟧。
    /// 【三】
    /// ```
    /// ```good
    /// 2024年，依申请公开0件，行政复议0件，开展依申请公开培训3次，组织学习依申请公开2次。
    /// 【三】
    /// ```
    X201 "wrong-measure-word" Hint
    watch &["依申请公开", "信息公开申请", "行政复议", "行政诉讼"]
}

const BETWEEN: [&str; 9] = ["申请", "事项", "案件", "数量", "共计", "共", "为", "发生", "受理"];

fn check(report: &Report, found: &mut Vec<Finding>) {
    for (_, word) in seen(report, &RULE) {
        let Some(figure) = report.count_behind(word, &BETWEEN).filter(|figure| figure.unit == "次") else { continue };
        let lead = report.str(Span::new(report.sentence_at(word.start).start, word.start));
        let clause = lead.rsplit(['，', ',', '；', ';', '、']).next().unwrap_or(lead);
        let unit = Span::new(figure.whole.end - "次".len(), figure.whole.end);
        let activity = ["学", "训", "会", "检查", "督", "宣传", "调研", "研究", "演练"];
        if report.str(unit) == "次" && !any::holds(clause, &activity) {
            let what = words(report, word);
            found.push(RULE.at(unit, format!("{what}以件计，量词应为“件”")).fix("件"));
        }
    }
}
