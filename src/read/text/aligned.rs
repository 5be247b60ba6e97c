//! Tables in rows that blanks divide: `规章  0  0  0`, as they come from PDF viewers and terminals.
use super::bare::Token;
use super::line::{is_blank, numbering, width};
use super::lines::Line;
use super::stacked::mode;
use crate::text::Span;
use std::ops::Range;

/// A label that goes on in the next line is longer than this many characters; the labels that stand over others
/// (三、本年度办理结果) are shorter.
const SHORT_LABEL: usize = 10;

/// The rows of a table: one a line, but for labels that are broken over two.
pub fn rows(text: &str, lines: &[Line], tokens: &[Token]) -> Vec<Vec<Token>> {
    let mut rows = broken_rows(text, tokens);
    if let Some(columns) = columns(text, lines, &rows) {
        rows.iter_mut().for_each(|row| fill(text, lines, row, &columns));
    }
    rows
}

fn broken_rows(text: &str, tokens: &[Token]) -> Vec<Vec<Token>> {
    let mut rows: Vec<Vec<Token>> = Vec::new();
    for line in tokens.chunk_by(|a, b| a.line == b.line) {
        let before = rows.pop_if(|row| row.len() == 1 && is_numbered(text, &row[0]));
        let Some(label) = before.as_ref().and_then(|row| row.first()) else {
            rows.push(line.to_vec());
            continue;
        };
        let (first, rest) = (&line[0], &line[1..]);
        let is_long = text[label.span.range()].chars().nth(SHORT_LABEL).is_some();
        if first.is_value {
            // The numbers have a line of their own.
            rows.push([&[*label], line].concat());
        } else if !is_numbered(text, first) && (rest.is_empty() || is_long && rest.iter().all(|token| token.is_value)) {
            let whole = Token { span: label.span.join(first.span), ..*first };
            rows.push([&[whole], rest].concat());
        } else {
            rows.extend(before);
            rows.push(line.to_vec());
        }
    }
    rows
}

fn is_numbered(text: &str, token: &Token) -> bool {
    !token.is_value && numbering(&text[token.span.range()]).is_some()
}

/// Where the numbers of the table stand in their lines, in half characters, if they stand in columns.
fn columns(text: &str, lines: &[Line], rows: &[Vec<Token>]) -> Option<Vec<Range<usize>>> {
    let values = |row: &[Token]| row.iter().filter(|token| token.is_value).count();
    let width = mode(rows.iter().map(|row| values(row)).filter(|&count| count > 2), false)?;
    let mut columns: Vec<Range<usize>> = Vec::new();
    for row in rows.iter().filter(|row| values(row) == width) {
        for (at, token) in row.iter().filter(|token| token.is_value).enumerate() {
            let place = place(text, lines, token);
            match columns.get_mut(at) {
                Some(column) => *column = column.start.min(place.start)..column.end.max(place.end),
                None => columns.push(place),
            }
        }
    }
    columns.windows(2).all(|pair| pair[0].end < pair[1].start).then_some(columns)
}

/// Puts empty cells into a row where the other rows have numbers.
fn fill(text: &str, lines: &[Line], row: &mut Vec<Token>, columns: &[Range<usize>]) {
    let labels = row.iter().take_while(|token| !token.is_value).count();
    let (labels, values) = row.split_at(labels);
    if values.is_empty() || values.len() >= columns.len() {
        return;
    }
    let mut filled = labels.to_vec();
    let mut values = values.iter().peekable();
    for (at, column) in columns.iter().enumerate() {
        let next = columns.get(at + 1).map_or(usize::MAX, |next| (column.end + next.start) / 2);
        if let Some(value) = values.next_if(|value| place(text, lines, value).start < next) {
            filled.push(*value);
        } else if let Some(value) = values.peek()
            && let Some(start) = blank_at(text, &lines[value.line], column)
            && filled.last().is_none_or(|before| before.span.end < start)
        {
            filled.push(Token { span: Span::new(start, start), ..**value });
        }
    }
    if values.next().is_none() {
        *row = filled;
    }
}

/// Where a cell stands in its line, in half characters.
fn place(text: &str, lines: &[Line], token: &Token) -> Range<usize> {
    let begin = lines[token.line].raw.start;
    let start = width(&text[begin..token.span.start]);
    start..start + width(&text[token.span.range()])
}

/// The place in a line where a cell of a column would stand, between two blanks.
fn blank_at(text: &str, line: &Line, column: &Range<usize>) -> Option<usize> {
    let whole = &text[line.raw.range()];
    let middle = (column.start + column.end) / 2;
    let mut reached = 0;
    let (at, _) = whole.char_indices().find(|&(_, c)| {
        let here = reached >= middle;
        reached += width(c.encode_utf8(&mut [0; 4]));
        here
    })?;
    let is_free = whole[..at].ends_with(is_blank) && whole[at..].starts_with(is_blank);
    is_free.then_some(line.raw.start + at)
}
