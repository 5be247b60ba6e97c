use super::*;

rule! {
    /// 同一句话写了两遍
    ///
    /// 同一部分里，十五个字以上的句子一字不差地写了两遍，多半是重复粘贴。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 删去一处；有意重复的可以不改。
    ///
    /// ```bad
    /// 【一】
    /// 严格落实信息发布审核制度，做到先审查后公开。全年没有发生失泄密事件。⟦严格落实信息发布审核制度，做到先审查后公开。⟧
    /// 【三】
    /// ```
    /// ```good
    /// 【一】
    /// 严格落实信息发布审核制度，做到先审查后公开。
    /// 【三】
    /// ```
    W105 "repeated-sentence" Hint yields &["S102"],
}

/// The shortest sentence that is looked at, in bytes: fifteen characters.
const SHORTEST: usize = 45;

fn check(report: &Report, found: &mut Vec<Finding>) {
    // Above section one stands what a portal prints twice.
    let long = report.sentences().filter(|(section, span)| section.is_some() && span.len() >= SHORTEST);
    let mut sentences: Vec<_> = long.map(|(section, span)| (report.str(span), section, span.start)).collect();
    // Most differ in their length, which takes less to see than their words.
    sentences.sort_unstable_by_key(|&(words, section, start)| (words.len(), words, section, start));
    for pair in sentences.windows(2).filter(|pair| (pair[0].0, pair[0].1) == (pair[1].0, pair[1].1)) {
        let span = |start: usize| Span::new(start, start + pair[0].0.len());
        let finding = RULE.at(span(pair[1].2), "这句话在同一部分里写了两遍，请核对是否重复");
        found.push(finding.also(span(pair[0].2), "前一处"));
    }
}
