use super::*;

rule! {
    /// 只列表格的部分写了正文
    ///
    /// 第二、三、四部分按格式只列表格，情况写在第一部分。表格的注、说明不算。
    ///
    /// ## 依据
    /// 国办公开办函〔2021〕30号所附格式
    ///
    /// ## 怎么改
    /// 把文字移到第一部分的相应方面，或者删去；当地要求写的可不改。
    ///
    /// ```bad
    /// 二、主动公开政府信息情况
    /// ⟦2024年，我镇围绕重点工作，不断拓宽公开渠道，主动公开各类政府信息，提高工作透明度。⟧
    /// 【表二】
    /// ```
    /// ```good
    /// 【二】
    /// 注：以上数据由各科室报送，经党政办公室汇总核对后填列，截至2024年12月31日。
    /// ```
    S306 "text-beside-table" Hint yields &["S201"],
}

/// Shorter paragraphs are remarks on the table.
const LEAST: usize = 25;

fn check(report: &Report, found: &mut Vec<Finding>) {
    let mut beside: Vec<Span> = vec![];
    for number in ["二", "三", "四"].into_iter().filter(|number| report.table(number).is_some()) {
        beside.extend(report.running(number).filter(|&paragraph| {
            let text = report.str(paragraph);
            let is_note = text.contains("下表") || text.trim_start_matches(['（', '(', '*']).starts_with(['注', '备', '说']);
            let other = report.told.iter().any(|told| number == "二" && misplaced_topic::is_other(told.fact.subject) && paragraph.contains(told.fact.span));
            !is_note && !other && text.contains('。') && text.chars().count() >= LEAST && seen(report, &template_note::RULE).all(|(_, note)| !paragraph.contains(note))
        }));
    }
    let Some(&first) = beside.first() else { return };
    let number = report.section_at(first.start).unwrap_or_default();
    let message = format!("第{number}部分按格式只列表格，这段文字应移到第一部分或者删去");
    found.push(beside[1..].iter().fold(RULE.at(first, message), |finding, &span| finding.also(span, "也是表格之外的文字")));
}
