use super::*;

rule! {
    /// 错别字：与常用词语差一字
    ///
    /// 文中的词与政府信息公开工作的常用词语只差一个字：写成了同音、形近的字，漏了字，多了字，或者颠倒了次序，而照现在的写法不成词。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 改为常用的词语；确是另一个意思的，可以不改。
    ///
    /// ```bad
    /// 做好⟦保蜜审查⟧工作，全年⟦累公开⟧信息32条。
    /// 【三】
    /// ```
    /// ```bad
    /// 成立⟦政府信信息⟧公开领导小组，由专人负责依⟦请申公开⟧工作。
    /// 【三】
    /// ```
    /// ```good
    /// 【一】
    /// 做好保密审查，累计公开信息32条，成立领导小组，由专人负责依申请公开工作。
    /// 【三】
    /// ```
    W101 "misspelt-term" Warning
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    // Words with a rule of their own are left to it, and so are headings.
    let mut told: Vec<Span> = [&confused_words::RULE, &loose_words::RULE, &garbled_leader::RULE]
        .into_iter()
        .flat_map(|rule| seen(report, rule).map(|(_, span)| span))
        .collect();
    told.extend(report.sections.iter().map(|section| section.heading));
    for (_, paragraph) in report.paragraphs() {
        for miss in near_misses(report.str(paragraph)) {
            let span = miss.span.shift(paragraph.start);
            if told.iter().any(|told| told.start < span.end && span.start < told.end) {
                continue;
            }
            let what = match miss.slip {
                Slip::Changed => "有错字",
                Slip::Lost => "漏了字",
                Slip::Added => "多了字",
                Slip::Swapped => "字的次序颠倒",
            };
            let message = format!("“{}”疑{what}，应为“{}”，请核对", words(report, span), miss.right);
            found.push(RULE.at(span, message).fix(&miss.right));
        }
    }
}
