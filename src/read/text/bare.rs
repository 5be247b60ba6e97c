//! Tables whose cells nothing divides but blanks and line breaks: finds them, and the words that are their cells.
//!
//! What is found is either in rows, a label and its numbers in a line ([`aligned`]), or has one cell a line
//! ([`stacked`]).
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
    let mut rows =
        if in_rows * 2 > alone { aligned::rows(text, &tokens(true)) } else { stacked::rows(text, lines, &plain) };
    // Labels behind the last number are the text that follows.
    let is_last = |row: &Vec<Token>| row.iter().any(|token| token.is_value || is_row_label(&text[token.span.range()]));
    rows.truncate(rows.iter().rposition(is_last)? + 1);
    let begin = rows.first()?.first()?.line;
    let end = rows.last()?.last()?.line + 1;
    let spans: Vec<Vec<Span>> = rows.iter().map(|row| row.iter().map(|token| token.span).collect()).collect();
    Some((ragged(&spans), begin..end))
}

/// How many lines belong together: up to running text, a heading, or a table of another kind.
fn extent(text: &str, lines: &[Line]) -> usize {
    let mut end = 1;
    let mut blanks = 0;
    for (at, line) in lines.iter().enumerate() {
        let whole = &text[line.span.range()];
        if whole.is_empty() {
            blanks += 1;
            if blanks > MAX_BLANKS {
                break;
            }
            continue;
        }
        blanks = 0;
        let ends = is_prose(whole)
            || line.level.is_some()
            || is_section_heading(whole)
            || is_main_heading(whole) && !leads_to_values(text, &lines[at..])
            || whole.contains(is_bar)
            || is_row(text, line)
            || is_caption(whole) && next_row(text, lines, at + 1).is_some();
        if ends {
            break;
        }
        end = at + 1;
    }
    end
}

/// Whether the values of a row follow a label at once, or after one more label of the row: 三、本年度办理结果,
/// （一）予以公开, 0.
fn leads_to_values(text: &str, lines: &[Line]) -> bool {
    let mut filled = lines.iter().take(MAX_BLANKS).map(|line| &text[line.span.range()]).filter(|line| !line.is_empty());
    let ends_in_value = |line: &str| line.split(is_blank).next_back().is_some_and(is_value);
    let own = filled.next().is_some_and(ends_in_value);
    own || filled.next().is_some_and(|next| {
        ends_in_value(next) || numbering(next) == Some(2) && filled.next().is_some_and(ends_in_value)
    })
}

/// The cells of a line: what wide blanks part, numbers at the end, numbered labels. In a table in rows, single blanks
/// part the labels of its head, too.
fn tokens(text: &str, line: &Line, at: usize, in_rows: bool) -> Vec<Token> {
    let words = words(text, line.span);
    let word = |index: usize| &text[words[index].range()];
    let is_head = in_rows
        && words.len() > 1
        && (0..words.len()).all(|index| {
            word(index).chars().nth(1).is_some() && numbering(word(index)).is_none() && !is_value(word(index))
        });
    let mut tokens: Vec<Token> = Vec::new();
    let mut start = 0;
    while start < words.len() {
        let piece_end = (start + 1..words.len()).find(|&index| is_wide_gap(text, words[index - 1], words[index]));
        let end = piece_end.unwrap_or(words.len());
        let values = (start..end).rev().take_while(|&index| is_value(word(index))).count();
        for index in start..end {
            let is_value = index >= end - values;
            let begins = index == start || is_value || is_head || numbering(word(index)).is_some();
            match tokens.last_mut() {
                Some(label) if !begins => label.span = label.span.join(words[index]),
                _ => tokens.push(Token { span: words[index], is_value, line: at }),
            }
        }
        start = end;
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
