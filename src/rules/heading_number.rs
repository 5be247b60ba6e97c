use super::*;
use crate::text::label::{OrdinalStyle, split_ordinal};

rule! {
    /// 部分标题的序号重复或跳号
    ///
    /// 六个部分都在，次序也对，但序号写错了，如两个“二、”。自己增加了部分而序号连续的不算。
    ///
    /// ## 依据
    /// 国办公开办函〔2021〕30号所附格式
    ///
    /// ## 怎么改
    /// 改为规定的序号。
    ///
    /// ```bad
    /// 【标题】
    /// 【前言】
    /// 【一】
    /// 【二】
    /// ⟦二、⟧收到和处理政府信息公开申请情况
    /// 【表三】
    /// 【四】
    /// 【五】
    /// 【六】
    /// ```
    /// ```good
    /// 【标题】
    /// 【前言】
    /// 【一】
    /// 【二】
    /// 【三】
    /// 【四】
    /// 【五】
    /// 六、下一步工作打算
    /// 加强业务培训，规范公开流程。
    /// 七、其他需要报告的事项
    /// 2024年，本机关未收取信息处理费。
    /// ```
    S205 "heading-number" Warning
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    if !report.is_full() {
        return;
    }
    let in_order = report.sections.iter().zip(&report.form.sections).all(|(own, due)| own.section.number == due.number);
    let wrong = report.sections.iter().zip(1..).filter_map(|(section, number)| {
        let (ordinal, words) = split_ordinal(report.str(section.heading));
        ordinal.filter(|ordinal| ordinal.style == OrdinalStyle::Chinese && ordinal.number != number)?;
        let place = Span::new(section.heading.start, section.heading.end - words.len()).trim(&report.doc.text);
        Some((place, section))
    });
    let wrong: Vec<_> = wrong.filter(|_| in_order).collect();
    let Some((first, section)) = wrong.first() else { return };
    // With a section missing or another one added, other numbers may well be consistent.
    if report.top_headings().len() > report.sections.len() {
        return;
    }
    let message = format!("“{}”的序号应为“{}”，现为“{}”：序号重复或跳号", section.section.heading, section.section.number, report.str(*first).trim_end_matches(['、', '.', '，', ',']));
    let finding = wrong[1..].iter().fold(RULE.at(*first, message), |finding, (place, section)| {
        finding.also(*place, format!("应为“{}、”", section.section.number))
    });
    found.push(finding.fix_all("改为规定的序号", wrong.iter().map(|(place, section)| (*place, format!("{}、", section.section.number)))));
}
