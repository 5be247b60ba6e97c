use super::*;
use crate::text::label::split_ordinal;

rule! {
    /// 段末没有句号
    ///
    /// 一段话以逗号、顿号结束，或者别的句子都有句号，最后一句没有。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 段末改用句号；下文还有内容的，检查是否有遗漏。
    ///
    /// ```bad
    /// 【一】
    /// 严格落实信息发布审核制度，全年没有发生失泄密事件⟦，⟧
    /// 【三】
    /// ```
    /// ```good
    /// 【一】
    /// 严格落实信息发布审核制度，全年没有发生失泄密事件。
    /// 【三】
    /// ```
    W108 "open-end" Hint yields &["R106"],
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    // In the sections that hold tables, lines of a table that is not read as one are paragraphs as well.
    let prose = report.paragraphs().filter(|(section, _)| !matches!(section, Some("二" | "三" | "四")));
    let mut prose = prose.peekable();
    let mut ends = vec![];
    while let Some((section, paragraph)) = prose.next() {
        // What goes on without a number of its own may be the other half of a paragraph that a page tore.
        let goes_on = prose.peek().is_some_and(|(next, behind)| {
            *next == section && split_ordinal(report.str(*behind)).0.is_none()
        });
        let text = report.str(paragraph);
        let bare = |c: char| is_ideograph(c) && section.is_some() && text.contains('。') && !text.ends_with('表');
        let dot = |c: char| c == '.' && text.trim_end_matches('.').ends_with(is_ideograph);
        let mark = text.chars().next_back().filter(|c| !goes_on && ("，,、".contains(*c) || bare(*c) || dot(*c)));
        ends.extend(mark.map(|mark| Span::new(paragraph.end - mark.len_utf8(), paragraph.end)));
    }
    found.extend(together(&RULE, ends, "段末应当用句号，请检查是否写完", "段末"));
}
