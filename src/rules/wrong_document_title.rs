use super::*;
use crate::{
    rules::unknown_document::is_unknown,
    text::citation::{Number, WORKS, slip},
};

rule! {
    /// 文号与文件名称对不上
    ///
    /// 书名号里的名称，与后面括号里的文号不是同一份文件。只看报告常引用的几份国家文件；名称用“《条例》”“《通知》”之类简称的，不算问题。
    ///
    /// ## 依据
    /// 国务院令第711号；国办公开办函〔2021〕30号、〔2019〕60号、〔2019〕61号；国办函〔2020〕109号
    ///
    /// ## 怎么改
    /// 核对要引用的是哪一份文件，改正名称或者文号。
    ///
    /// ```bad
    /// 根据《⟦政府信息公开工作考核办法⟧》（国务院令第711号）编制本报告。
    /// ```
    /// ```bad
    /// 根据《⟦国务院办公厅关于印发2024年政务公开工作要点的通知⟧》（国办公开办函〔2021〕30号）编制本报告。
    /// ```
    /// ```good
    /// 【标题】
    /// 根据《中华人民共和国政府信息公开条例》（国务院令第711号，以下简称《条例》）和《通知》（国办公开办函〔2021〕30号）编制本报告。
    /// ```
    D102 "wrong-document-title" Warning watch &["711号", "30号", "60号", "61号", "109号"]
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    for (_, seen) in seen(report, &RULE) {
        let before = report.before(Span::new(seen.end, seen.end), 120);
        let text = before.text();
        let Some(number) = Number::ending(text, text.len().saturating_sub('号'.len_utf8())) else { continue };
        let Some(work) = WORKS.iter().find(|work| work.has(&number)) else { continue };
        let Some(head) = text[..number.span.start].rfind('(').map(|at| &text[..at]) else { continue };
        let Some(start) = title_before(head) else { continue };
        let title = &head[start..head.len() - '》'.len_utf8()];
        let plain = title.trim_matches(|c| "《》〈〉<>".contains(c));
        let known = WORKS.iter().any(|work| plain.contains(work.key)) || slip(title, true).is_some() || is_unknown(plain);
        if known || plain.chars().count() <= 8 {
            continue;
        }
        let message = format!("{}是{}的文号，与书名号里的名称对不上", work.number(), work.title);
        let mark = before.span(number.span.start, number.span.end);
        found.push(RULE.at(before.span(start, start + title.len()), message).also(mark, "文号"));
    }
}

/// Where the title begins that ends with the last character of `text`.
fn title_before(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices().rev() {
        match c {
            '》' => depth += 1,
            '《' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return (c == '《').then_some(at + c.len_utf8());
        }
    }
    None
}
