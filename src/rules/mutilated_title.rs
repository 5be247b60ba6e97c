use super::*;
use crate::{
    rules::unknown_document::is_unknown,
    text::citation::{quoted, slip},
};

rule! {
    /// 文件或发文机关的名称写得不对
    ///
    /// 所引用的国家文件，名称应当与原文一致：漏了“关于印发”“政府”，多了、错了几个字，多半是复制或成批替换时弄坏的。发文机关是“国务院办公厅政府信息与政务公开办公室”。
    ///
    /// ## 依据
    /// 国务院令第711号；国办公开办函〔2021〕30号、〔2019〕60号、〔2019〕61号；国办函〔2020〕109号
    ///
    /// ## 怎么改
    /// 照原文改正名称。引用的是另一份文件的，可以不改。
    ///
    /// ```bad
    /// 根据《政府信⟦息管理⟧条例》编制本报告。
    /// ```
    /// ```bad
    /// 根据《国务院办公厅政府信息与⟦政府信息⟧公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》编制本报告。
    /// ```
    /// ```bad
    /// 根据《国务院办公厅政府信息与政务公开办公⟦室⟧〈中华人民共和国政府信息公开工作年度报告格式〉的通知》编制本报告。
    /// ```
    /// ```bad
    /// 根据国务院办公厅⟦政府信息与政府信息公开办公室⟧的要求编制本报告。
    /// ```
    /// ```good
    /// 【标题】
    /// 根据《国务院办公厅政府信息与政务公开办公室关于印发《中华人民共和国政府信息公开工作年度报告格式》的通知》和《关于做好政府信息公开工作年度报告有关事项的通知》编制本报告。
    /// ```
    D105 "mutilated-title" Warning watch &[
        "《",
        "政府信息与政府信息公开办公室",
        "政府信息与政务信息公开办公室",
        "政府信息与公开办公室",
        "政务信息与政务公开办公室",
        "政府信息和政务公开办公室",
        "政府信息公开与政务公开办公室",
        "政府信息与政务公开办公厅",
        "政务公开与政府信息公开办公室",
    ]
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    let mut told = Span::default();
    for (word, place) in seen(report, &RULE) {
        if told.contains(place) {
            continue;
        }
        if word > 0 {
            found.push(RULE.at(place, "应为“政府信息与政务公开办公室”").fix("政府信息与政务公开办公室"));
            continue;
        }
        let behind = report.behind(Span::new(place.start, place.start), 90);
        let Some(title) = quoted(behind.text()) else { continue };
        let after = &behind.text()['《'.len_utf8() * 2 + title.len()..];
        let Some(slip) = slip(title, after.starts_with("(国办")).filter(|_| !is_unknown(title)) else { continue };
        let start = '《'.len_utf8();
        let mark = behind.span(start + slip.span.start, start + slip.span.end);
        told = behind.span(0, start + title.len());
        let message = format!("文件的名称与原文不一致：“{}”应为“{}”", &title[slip.span.range()], slip.right);
        let severity = if slip.lost { Severity::Hint } else { Severity::Warning };
        found.push(RULE.at(mark, message).fix(slip.right).severity(severity));
    }
}
