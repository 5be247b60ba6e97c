//! Tables whose cells nothing divides but blanks and line breaks: finds them, and the words that are their cells.
//!
//! What is found is either in rows, a label and its numbers in a line (`aligned`), or has one cell a line
//! (`stacked`).
use super::line::{
    is_bar, is_blank, is_caption, is_leftover, is_main_heading, is_number, is_prose, is_row_label, is_section_heading,
    is_value, numbering,
};
use super::lines::Line;
use super::rows::{is_row, next_row, ragged};
use super::{aligned, stacked};
use crate::document::Table;
use crate::text::Span;
use std::ops::Range;

/// A cell as it stands in the text.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    pub span: Span,
    pub is_value: bool,
    /// The line that it stands in.
    pub line: usize,
}

/// A run of lines that may be a table, because none of them is running text or a heading.
pub struct Stretch {
    /// How many lines it takes; at least one.
    pub lines: usize,
    /// The table in it and the lines of that, if there is one.
    pub table: Option<(Table, Range<usize>)>,
}

/// As many lines as a row of empty cells can take.
const MAX_BLANKS: usize = 32;

/// Looks for a table in the lines that belong together.
pub fn stretch(text: &str, lines: &[Line]) -> Stretch {
    let count = extent(text, lines);
    Stretch { lines: count, table: if count > 1 { table(text, &lines[..count]) } else { None } }
}

fn table(text: &str, lines: &[Line]) -> Option<(Table, Range<usize>)> {
    let tokens = |in_rows: bool| -> Vec<Token> {
        let kept = |at: &usize| !is_leftover(&text[lines[*at].span.range()]);
        (0..lines.len()).filter(kept).flat_map(|at| tokens(text, &lines[at], at, in_rows)).collect()
    };
    let plain = tokens(false);
    let by_line = || plain.chunk_by(|a, b| a.line == b.line);
    let in_rows = by_line().filter(|line| line.iter().filter(|token| token.is_value).count() > 1).count();
    let alone = by_line().filter(|line| line.len() == 1 && line[0].is_value).count();
    let numbers = plain.iter().filter(|token| is_number(&text[token.span.range()])).count();
    // Two years in a menu are no table.
    if numbers < 3 || in_rows == 0 && alone < 3 || !plain.iter().any(|token| !token.is_value) {
        return None;
    }
    let mut rows = if in_rows * 2 > alone {
        aligned::rows(text, lines, &tokens(true))
    } else {
        stacked::rows(text, lines, &plain)
    };
    // Labels behind the last number are the text that follows.
    let is_last = |row: &Vec<Token>| row.iter().any(|token| token.is_value || is_row_label(&text[token.span.range()]));
    rows.truncate(rows.iter().rposition(is_last)? + 1);
    let spans: Vec<Vec<Span>> = rows.iter().map(|row| row.iter().map(|token| token.span).collect()).collect();
    let table = ragged(&spans);
    let begin = lines.partition_point(|line| line.raw.end < table.span.start);
    let end = lines.partition_point(|line| line.raw.start <= table.span.end);
    Some((table, begin..end))
}

/// How many lines belong together: up to running text, a heading, or a table of another kind.
fn extent(text: &str, lines: &[Line]) -> usize {
    let mut blanks = 0;
    let ends = |(at, line): (usize, &Line)| {
        let whole = &text[line.span.range()];
        blanks = if whole.is_empty() { blanks + 1 } else { 0 };
        blanks > MAX_BLANKS
            || is_prose(whole)
            || line.level.is_some()
            || is_section_heading(whole)
            || is_main_heading(whole) && !leads_to_values(text, &lines[at..])
            || whole.contains(is_bar)
            || is_row(text, line)
            || is_caption(whole) && next_row(text, lines, at + 1).is_some()
    };
    lines.iter().enumerate().position(ends).unwrap_or(lines.len()).max(1)
}

/// Whether a label has the values of a row: in its line, in the next, or behind one more label of the row
/// (三、本年度办理结果, （一）予以公开, 0).
fn leads_to_values(text: &str, lines: &[Line]) -> bool {
    let mut filled = lines.iter().take(MAX_BLANKS).map(|line| &text[line.span.range()]).filter(|line| !line.is_empty());
    let ends_in_value = |line: &str| line.split(is_blank).next_back().is_some_and(is_value);
    let is_values = |line: &str| line.split(is_blank).all(|word| word.is_empty() || is_value(word));
    filled.next().is_some_and(ends_in_value)
        || filled.next().is_some_and(|next| {
            let is_part = numbering(next) == Some(2);
            is_values(next) || is_part && (ends_in_value(next) || filled.next().is_some_and(is_values))
        })
}

/// The cells of a line: what wide blanks part, numbers at the end, numbered labels. In a table in rows, single blanks
/// part the labels of its head, too.
fn tokens(text: &str, line: &Line, at: usize, in_rows: bool) -> Vec<Token> {
    let words = words(text, line.span);
    let is_name = |word: &str| word.chars().nth(1).is_some() && numbering(word).is_none() && !is_value(word);
    let is_head =
        in_rows && !text[line.span.range()].contains('\n') && words.iter().all(|word| is_name(&text[word.range()]));
    let mut tokens: Vec<Token> = Vec::new();
    for piece in words.chunk_by(|&before, &after| !is_wide_gap(text, before, after)) {
        let whole = piece[0].join(piece[piece.len() - 1]);
        if is_value(&text[whole.range()]) {
            tokens.push(Token { span: whole, is_value: true, line: at });
            continue;
        }
        let values = piece.iter().rev().take_while(|&&word| is_value(&text[word.range()])).count();
        for (index, &span) in piece.iter().enumerate() {
            let is_value = index >= piece.len() - values;
            let begins = index == 0 || is_value || is_head || numbering(&text[span.range()]).is_some();
            match tokens.last_mut() {
                Some(label) if !begins => label.span = label.span.join(span),
                _ => tokens.push(Token { span, is_value, line: at }),
            }
        }
    }
    tokens
}

/// Whether the blanks between two words part cells. "其  他" is one word set wide.
fn is_wide_gap(text: &str, before: Span, after: Span) -> bool {
    let gap = &text[before.end..after.start];
    let single = |span: Span| text[span.range()].chars().nth(1).is_none() && !is_value(&text[span.range()]);
    gap.contains('\t') || gap.chars().nth(1).is_some() && !(single(before) && single(after))
}

/// The parts of a line between blanks.
fn words(text: &str, line: Span) -> Vec<Span> {
    let mut words = Vec::new();
    let mut start = line.start;
    for piece in text[line.range()].split_inclusive(is_blank) {
        let word = piece.trim_end_matches(is_blank);
        if !word.is_empty() {
            words.push(Span::new(start, start + word.len()));
        }
        start += piece.len();
    }
    words
}
