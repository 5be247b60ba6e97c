//! Tables with one cell a line: labels, and then the values of the row. A blank line may be an empty cell.
use super::bare::Token;
use super::line::{is_caption, is_leftover, numbering};
use super::lines::Line;
use crate::text::Span;

/// The rows of a table. A new one begins at a label that follows a value; the labels of the head, which stand before
/// those of the first row, make a row of their own.
pub fn rows(text: &str, lines: &[Line], tokens: &[Token]) -> Vec<Vec<Token>> {
    let tokens = with_empty_cells(text, lines, tokens);
    let mut rows = Vec::new();
    for run in tokens.chunk_by(|a, b| !a.is_value || b.is_value) {
        let labels = run.iter().take_while(|token| !token.is_value).count();
        let (labels, values) = run.split_at(labels);
        let (head, own) = labels.split_at(labels.len() - own_labels(text, labels, values));
        for part in head.chunk_by(|a, b| is_caption(word(text, a)) == is_caption(word(text, b))) {
            rows.push(part.to_vec());
        }
        rows.push([own, values].concat());
    }
    rows.retain(|row| !row.is_empty());
    rows
}

fn word<'a>(text: &'a str, token: &Token) -> &'a str {
    &text[token.span.range()]
}

/// How many of the labels before values belong to the row of the values, not to the head of the table.
fn own_labels(text: &str, labels: &[Token], values: &[Token]) -> usize {
    let Some((last, before)) = labels.split_last().filter(|_| !values.is_empty()) else { return 0 };
    let numbered = |token: &Token| numbering(word(text, token)).is_some();
    // The row of table four has no label: the last one before it is that of a column.
    let is_column = !numbered(last)
        && (before.iter().any(|label| word(text, label) == word(text, last))
            || labels.len() > 3 && matches!(word(text, last), "总计" | "合计"));
    if is_column { 0 } else { 1 + before.iter().rev().take_while(|label| numbered(label)).count() }
}

/// Puts in the empty cells that blank lines tell of: blank lines between two values that other values do not have
/// between them, and at the ends of a row only as many as it lacks.
fn with_empty_cells(text: &str, lines: &[Line], tokens: &[Token]) -> Vec<Token> {
    let gaps: Vec<Gap> = tokens.windows(2).map(|pair| Gap::between(text, lines, &pair[0], &pair[1])).collect();
    let usual = |kind: fn(&Gap) -> bool| mode(gaps.iter().filter(|gap| kind(gap)).map(|gap| gap.lines)).unwrap_or(0);
    let between_values = usual(|gap| gap.after_value && gap.before_value);
    let between_labels = usual(|gap| !gap.after_value && !gap.before_value);
    let before_label = usual(|gap| gap.after_value && !gap.before_value);
    let before_value = usual(|gap| !gap.after_value && gap.before_value);
    let step = between_values + 1;
    let inner = |gap: &Gap| gap.lines.saturating_sub(between_values) / step;
    // How many values the rows have, what is empty among them included.
    let mut lengths: Vec<usize> = Vec::new();
    let mut row_of: Vec<usize> = Vec::with_capacity(tokens.len());
    for (at, token) in tokens.iter().enumerate() {
        let goes_on = at > 0 && tokens[at - 1].is_value;
        if token.is_value && goes_on {
            *lengths.last_mut().unwrap_or(&mut 0) += 1 + inner(&gaps[at - 1]);
        } else if token.is_value {
            lengths.push(1);
        }
        row_of.push(lengths.len());
    }
    let width = mode(lengths.iter().copied()).unwrap_or(0);
    let mut filled = Vec::with_capacity(tokens.len());
    for (at, token) in tokens.iter().enumerate() {
        filled.push(*token);
        let Some(gap) = gaps.get(at) else { break };
        let over = |usual: usize| gap.lines.saturating_sub(usual) / step;
        let row = row_of[at];
        let lacks = |row: usize, lengths: &[usize]| {
            row.checked_sub(1).and_then(|row| lengths.get(row)).map_or(0, |&length| width.saturating_sub(length))
        };
        let empty = match (gap.after_value, gap.before_value) {
            (true, true) => inner(gap),
            (true, false) => over(before_label).min(lacks(row, &lengths)),
            (false, true) => over(before_value).min(lacks(row + 1, &lengths)),
            (false, false) if over(between_labels) >= width => width,
            (false, false) => 0,
        };
        let fills = if gap.before_value && !gap.after_value { row + 1 } else { row };
        if let Some(length) =
            fills.checked_sub(1).and_then(|row| lengths.get_mut(row)).filter(|_| gap.after_value != gap.before_value)
        {
            *length += empty;
        }
        let places = (0..empty).filter_map(|index| lines.get(token.line + step * (index + 1)));
        for (index, line) in places.enumerate() {
            let line_at = token.line + step * (index + 1);
            filled.push(Token { span: Span::new(line.raw.start, line.raw.start), is_value: true, line: line_at });
        }
    }
    filled
}

/// The blank lines between two cells.
struct Gap {
    lines: usize,
    after_value: bool,
    before_value: bool,
}

impl Gap {
    fn between(text: &str, lines: &[Line], before: &Token, after: &Token) -> Self {
        let between = lines.get(before.line + 1..after.line).unwrap_or_default();
        // At the end of a page blank lines tell nothing.
        let broken = between.iter().any(|line| is_leftover(&text[line.span.range()]));
        let lines = if broken { 0 } else { between.len() };
        Self { lines, after_value: before.is_value, before_value: after.is_value }
    }
}

/// The most frequent number; of several the smallest.
fn mode(numbers: impl Iterator<Item = usize>) -> Option<usize> {
    let mut numbers: Vec<usize> = numbers.collect();
    numbers.sort_unstable();
    numbers.chunk_by(|a, b| a == b).rev().max_by_key(|group| group.len()).map(|group| group[0])
}
