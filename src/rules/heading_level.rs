use super::*;
use crate::text::label::{OrdinalStyle, split_ordinal};

rule! {
    /// 部分标题的序号层级不对
    ///
    /// 六个部分的标题是第一层，序号写“一、”“二、”，不写“1、”或“（一）”。
    ///
    /// ## 依据
    /// 国办公开办函〔2021〕30号所附格式
    ///
    /// ## 怎么改
    /// 改用“一、”这一级的序号。
    ///
    /// ```bad
    /// 【标题】
    /// 【前言】
    /// ⟦1、⟧总体情况
    /// 2024年，青石镇依法主动公开政府信息。
    /// 【二】
    /// 【三】
    /// 【四】
    /// （五）存在的主要问题及改进情况
    /// 主要问题是公开不够及时。下一步将加强培训，改进工作。
    /// 【六】
    /// ```
    S204 "heading-level" Warning
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    let wrong = report.sections.iter().filter_map(|section| {
        let text = report.str(section.heading);
        let (ordinal, words) = split_ordinal(text);
        let ordinal = ordinal.filter(|ordinal| ordinal.style != OrdinalStyle::Chinese)?;
        let place = Span::new(section.heading.start, section.heading.end - words.len()).trim(&report.doc.text);
        Some((place, section, ordinal))
    });
    let wrong: Vec<_> = wrong.collect();
    let Some((first, section, _)) = wrong.first().filter(|_| report.is_whole()) else { return };
    let message = format!("“{}”的序号应为“{}、”：六个部分的标题用这一级的序号", section.section.heading, section.section.number);
    let finding = wrong[1..].iter().fold(RULE.at(*first, message), |finding, (place, section, _)| {
        finding.also(*place, format!("应为“{}、”", section.section.number))
    });
    found.push(finding.fix_all("改用这一级的序号", wrong.iter().map(|(place, section, _)| (*place, format!("{}、", section.section.number)))));
}
