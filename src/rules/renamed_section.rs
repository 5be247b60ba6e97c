use super::*;
use crate::text::label::split_ordinal;

rule! {
    /// 部分的标题与格式不一致
    ///
    /// 六个部分的标题是规定的。“和”“及”之类的细小差别不算；改成别的说法，或者有错字漏字，应改回来。
    ///
    /// ## 依据
    /// 国办公开办函〔2021〕30号所附格式
    ///
    /// ## 怎么改
    /// 改用格式规定的标题。
    ///
    /// ```bad
    /// 【标题】
    /// 【前言】
    /// ⟦一、总结概述⟧
    /// 2024年，青石镇依法主动公开，办理依申请公开，加强政府信息管理、平台建设和监督保障。
    /// 【二】
    /// 【三】
    /// 【四】
    /// ⟦五、存在的主要问题及改情况⟧
    /// 主要问题是公开不够及时。下一步将加强培训，改进工作。
    /// 【六】
    /// ```
    S203 "renamed-section" Warning
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    for section in &report.sections {
        if !matches!(section.variant, Variant::Similar | Variant::Renamed) {
            continue;
        }
        let own = report.str(section.heading);
        let (number, heading) = (&section.section.number, &section.section.heading);
        let message = format!("“{own}”应为“{number}、{heading}”：标题是格式规定的");
        // The numeral stays as it is; only the words are mended.
        let words = split_ordinal(own).1;
        let words = Span::new(section.heading.end - words.len(), section.heading.end);
        let label = format!("标题改为“{number}、{heading}”");
        found.push(RULE.at(section.heading, message).fix_all(&label, std::iter::once((words, heading.clone()))));
    }
}
