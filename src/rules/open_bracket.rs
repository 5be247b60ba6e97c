use super::*;

rule! {
    /// 括号、引号不成对
    ///
    /// 括号、引号或书名号只有一半，另一半漏了或写成了别的符号。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 补上另一半，或者删去多余的一半。
    ///
    /// ```bad
    /// 根据⟦《⟧中华人民共和国政府信息公开条例要求编制本报告（联系电话：0500-2180018）。
    /// 【三】
    /// ```
    /// ```bad
    /// 严格执行三审三校⟦”⟧制度，收到申请3件⟦（⟧均为网络申请。
    /// 【三】
    /// ```
    /// ```good
    /// 【一】
    /// 根据《关于印发〈年度报告格式〉的通知》（国办公开办函〔2021〕30号）编制，坚持“以公开为常态”。
    /// 1）公开事项。
    /// 【三】
    /// ```
    W106 "open-bracket" Warning
}

/// The kind of a bracket or a quotation mark, the same for both halves in all widths, and whether it opens.
fn half(c: char) -> Option<(char, bool)> {
    Some(match c {
        '（' | '(' => ('(', true),
        '）' | ')' => ('(', false),
        '《' | '“' | '〔' | '〈' | '【' => (c, true),
        '》' => ('《', false),
        '”' => ('“', false),
        '〕' => ('〔', false),
        '〉' => ('〈', false),
        '】' => ('【', false),
        _ => return None,
    })
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    let mut lone: Vec<Span> = vec![];
    // What a paragraph leaves open may be closed at the beginning of the next: a paragraph that was torn apart.
    let mut left: Vec<(char, Span)> = vec![];
    // In the sections that hold tables, lines of a table that is not read as one are paragraphs as well.
    let prose = report.paragraphs().filter(|(section, _)| !matches!(section, Some("二" | "三" | "四")));
    for (_, paragraph) in prose {
        let mut open: Vec<(char, Span)> = vec![];
        let mut before = std::mem::take(&mut left);
        let text = report.str(paragraph);
        for (at, c) in text.char_indices() {
            let Some((kind, opens)) = half(c) else { continue };
            let span = Span::new(at, at + c.len_utf8()).shift(paragraph.start);
            if opens {
                open.push((kind, span));
            } else if let Some(partner) = open.iter().rposition(|(other, _)| *other == kind) {
                lone.extend(open.drain(partner..).skip(1).map(|(_, span)| span));
            } else if let Some(partner) = before.iter().rposition(|(other, _)| *other == kind) {
                before.remove(partner);
            } else if !(kind == '(' && numbers_item(&text[..at])) {
                lone.push(span);
            }
        }
        lone.extend(before.into_iter().map(|(_, span)| span));
        left = open;
    }
    lone.extend(left.into_iter().map(|(_, span)| span));
    lone.sort_unstable();
    for span in lone {
        found.push(RULE.at(span, format!("“{}”不成对，缺少另一半，请补上或删去", report.str(span))));
    }
}

/// Whether a closing bracket behind `before` belongs to the number of an item, as in 1）.
fn numbers_item(before: &str) -> bool {
    let number = |c: char| c.is_ascii_digit() || c.is_ascii_alphabetic() || "一二三四五六七八九十".contains(c);
    let rest = before.trim_end_matches(number);
    rest.len() < before.len() && rest.chars().next_back().is_none_or(|c| !is_ideograph(c))
}
