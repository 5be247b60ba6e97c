//! The lines of a text, where one that was broken in the middle of a table cell counts as one.
use super::line::{has_open_bracket, is_bar, is_blank, is_main_heading, is_row_label, is_section_heading, numbering};
use crate::read::builder::MAX_BLOCKS;
use crate::text::Span;

/// A line of the text; several of them where a cell has line breaks in it.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    /// From the first to the last character, line breaks at the end not counted.
    pub raw: Span,
    /// Without white space and Markdown's marks at the ends.
    pub span: Span,
    /// The level of a heading in Markdown: `## 一、总体情况`.
    pub level: Option<u8>,
}

/// How many lines a cell can have. Labels that stand upright have one a character.
const MAX_CELL_LINES: usize = 16;

/// The lines of a text, and whether there were more than are read.
pub fn lines(text: &str) -> (Vec<Line>, bool) {
    let mut start = 0;
    let mut physical: Vec<Line> = Vec::new();
    for line in text.split('\n').take(MAX_BLOCKS) {
        let raw = Span::new(start, start + line.len());
        physical.push(unmarked(text, raw));
        start = raw.end + 1;
    }
    let is_cut = start <= text.len();
    let mut lines = Vec::with_capacity(physical.len());
    let mut rest = &physical[..];
    while let Some(&first) = rest.first() {
        let broken = [upright, broken_bars, quoted, broken_label].iter().find_map(|broken| broken(text, rest));
        let count = broken.unwrap_or(1);
        let last = rest[count - 1];
        lines.push(Line { raw: first.raw.join(last.raw), span: first.span.join(last.span), level: first.level });
        rest = &rest[count..];
    }
    (lines, is_cut)
}

/// A span without what is blank at its ends.
pub fn trim(text: &str, span: Span) -> Span {
    let whole = &text[span.range()];
    let start = span.start + whole.len() - whole.trim_start_matches(is_blank).len();
    Span::new(start, start + whole.trim_matches(is_blank).len())
}

/// A line without the marks of Markdown, `## ` before a heading and `**` around what is bold, and without the bars
/// around a heading that has a row of a table for itself.
fn unmarked(text: &str, raw: Span) -> Line {
    let mut span = trim(text, raw);
    let marks = text[span.range()].bytes().take_while(|&b| b == b'#').count();
    let is_heading = (1..=6).contains(&marks) && text[span.start + marks..span.end].starts_with(' ');
    if is_heading {
        span = trim(text, Span::new(span.start + marks, span.end));
    }
    let bold = text[span.range()].strip_prefix("**").and_then(|rest| rest.strip_suffix("**"));
    if bold.is_some_and(|bold| !bold.trim().is_empty() && !bold.contains("**")) {
        span = trim(text, Span::new(span.start + 2, span.end - 2));
    }
    let framed = text[span.range()].trim_matches(|c| is_bar(c) || is_blank(c));
    if framed.len() < span.len() && !framed.contains(is_bar) && is_section_heading(framed) {
        let before = text[span.range()].chars().take_while(|&c| is_bar(c) || is_blank(c));
        let start = span.start + before.map(char::len_utf8).sum::<usize>();
        span = Span::new(start, start + framed.len());
    }
    Line { raw, span, level: is_heading.then_some(marks as u8) }
}

/// How many lines an upright label takes: one character a line, the last perhaps with the rest of the row. Browsers put
/// blank lines between.
fn upright(text: &str, lines: &[Line]) -> Option<usize> {
    const BLANKS: usize = 2;
    let mut characters = 0;
    let mut end = 0;
    for (at, line) in lines.iter().enumerate() {
        let line = &text[line.span.range()];
        if line.is_empty() && end > 0 && at - end < BLANKS {
            continue;
        }
        let is_part = |c: &char| matches!(c, '\u{4E00}'..='\u{9FFF}' | '、' | '（' | '）' | '(' | ')');
        let Some(rest) = line.chars().next().filter(is_part).map(|c| &line[c.len_utf8()..]) else { break };
        // `三、` may stand together.
        let is_alone = matches!(rest, "" | "、");
        let is_row = rest.starts_with('\t') || rest.trim_start_matches(' ').starts_with(is_bar);
        if characters == MAX_CELL_LINES || !(is_alone || is_row && characters > 0) {
            break;
        }
        characters += 1;
        end = at + 1;
        if !is_alone {
            break;
        }
    }
    (characters >= 3).then_some(end)
}

/// How many lines a row of bars takes that begins with a bar and ends with one, line breaks in its cells.
fn broken_bars(text: &str, lines: &[Line]) -> Option<usize> {
    let line = |line: &Line| &text[line.span.range()];
    let first = line(lines.first()?);
    if !first.starts_with(is_bar) || first.ends_with(is_bar) {
        return None;
    }
    for (at, next) in lines.iter().enumerate().take(MAX_CELL_LINES).skip(1) {
        let next = line(next);
        // A numbered label begins a row of its own, whose bars stand only between its cells.
        if next.is_empty() || next.starts_with(is_bar) || next.contains('。') || numbering(next).is_some() {
            return None;
        }
        if next.ends_with(is_bar) {
            return Some(at + 1);
        }
    }
    None
}

/// How many lines a row of a spreadsheet takes with a line break in a cell, which stands in quotes then.
fn quoted(text: &str, lines: &[Line]) -> Option<usize> {
    let quotes = |line: &Line| text[line.raw.range()].bytes().filter(|&b| b == b'"').count();
    let first = &text[lines.first()?.raw.range()];
    let opens = first.starts_with('"') || first.contains("\t\"");
    if !opens || quotes(&lines[0]) % 2 == 0 {
        return None;
    }
    let end = lines.iter().take(MAX_CELL_LINES).skip(1).position(|line| quotes(line) % 2 == 1)? + 2;
    lines[..end].iter().any(|line| text[line.raw.range()].contains('\t')).then_some(end)
}

/// How many lines a label takes that is broken in a bracket, or is one of table three only with the next line:
/// 三、本年度 / 办理结果.
fn broken_label(text: &str, lines: &[Line]) -> Option<usize> {
    let first = &text[lines.first()?.span.range()];
    let next = &text[lines.get(1)?.span.range()];
    let is_short = |line: &str| line.len() < 120 && !line.contains('。') && !line.contains(is_bar);
    if !is_short(first) || !is_short(next) || next.is_empty() || numbering(next).is_some() {
        return None;
    }
    let is_label = numbering(first).is_some() || first.starts_with(['（', '(']);
    let closes = next.contains(['）', ')']) && has_open_bracket(first) && !first.contains('\t');
    let is_start = is_main_heading(first) && !is_section_heading(first) && first.len() <= 30;
    let is_row = is_start && is_row_label(&format!("{first}{next}"));
    (is_label && closes || is_row).then_some(2)
}
