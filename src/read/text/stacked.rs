//! Tables with one cell a line: labels, and then the values of the row. A blank line may be an empty cell.
use super::bare::Token;
use super::line::{is_caption, is_leftover, numbering};
use super::lines::Line;
use crate::text::Span;
use std::cmp::Reverse;

/// The rows of a table. A new one begins at a label that follows a value; the labels of the head, which stand before
/// those of the first row, make a row of their own.
pub fn rows(text: &str, lines: &[Line], tokens: &[Token]) -> Vec<Vec<Token>> {
    let blanks = Blanks::measure(text, lines, tokens);
    // How many values a row has in most rows; more rather than less.
    let lengths = runs(tokens).map(|(_, values)| blanks.length(values)).filter(|&length| length > 0);
    let width = mode(lengths.map(Reverse)).map_or(0, |width| width.0);
    let mut tokens = with_words(text, tokens, &blanks, width);
    // The last row can have empty cells behind it, too.
    tokens.push(Token { span: Span::default(), is_value: false, line: lines.len() });
    let runs: Vec<(&[Token], &[Token])> = runs(&tokens).collect();
    let mut rows = Vec::new();
    for (at, &(labels, values)) in runs.iter().enumerate() {
        let mut labels = labels;
        // Rows without any number: as many blank lines behind the label as the other rows have values.
        let is_blank_row = |pair: &[Token]| width > 0 && blanks.extra(&pair[0], &pair[1]) >= width;
        while let Some(last) = labels.windows(2).position(is_blank_row) {
            let empty: Vec<Token> = blanks.cells(&labels[last], width).collect();
            push(&mut rows, text, &labels[..=last], &empty);
            labels = &labels[last + 1..];
        }
        if at + 1 == runs.len() {
            labels = &labels[..labels.len() - 1];
        }
        // At its ends a row gets only as many empty cells as it lacks: there blank lines may part rows.
        let lacks = width.saturating_sub(blanks.length(values));
        let next = runs.get(at + 1).and_then(|next| next.0.first());
        let behind = values.last().zip(next).map_or(0, |(last, next)| blanks.extra(last, next)).min(lacks);
        let before = labels.last().zip(values.first()).map_or(0, |(label, first)| blanks.extra(label, first));
        let before = before.min(lacks - behind);
        let mut filled: Vec<Token> = labels.last().into_iter().flat_map(|label| blanks.cells(label, before)).collect();
        for (index, value) in values.iter().enumerate() {
            filled.push(*value);
            let empty = values.get(index + 1).map_or(behind, |next| blanks.extra(value, next));
            filled.extend(blanks.cells(value, empty));
        }
        push(&mut rows, text, labels, &filled);
    }
    rows
}

/// Labels and the values behind them, in turn.
fn runs(tokens: &[Token]) -> impl Iterator<Item = (&[Token], &[Token])> {
    let runs = tokens.chunk_by(|a, b| !a.is_value || b.is_value);
    runs.map(|run| run.split_at(run.iter().position(|token| token.is_value).unwrap_or(run.len())))
}

/// Takes a word for a value where a row lacks just the values that it and those behind it are: somebody wrote "若干"
/// for a number.
fn with_words(text: &str, tokens: &[Token], blanks: &Blanks, width: usize) -> Vec<Token> {
    let mut marked = tokens.to_vec();
    let mut at = 0;
    let mut before = 0;
    for (labels, values) in runs(tokens) {
        let length = blanks.length(values);
        let is_numbered = |label: &Token| numbering(word(text, label)).is_some();
        let lacked = match labels {
            [_] => before > 0 && before + 1 + length == width,
            [.., row, _] => is_numbered(row) && length > 0 && 1 + length == width,
            [] => false,
        };
        if let Some(last) = labels.last().filter(|last| lacked && !is_numbered(last)) {
            marked[at + labels.len() - 1] = Token { is_value: true, ..*last };
        }
        let ended = before > 0 && before + 1 == width;
        if let [first, next, ..] = labels
            && ended
            && !is_numbered(first)
            && is_numbered(next)
        {
            marked[at] = Token { is_value: true, ..*first };
        }
        at += labels.len() + values.len();
        before = length;
    }
    marked
}

/// Adds the row of some values, and before it the rows of the head that its labels begin with.
fn push(rows: &mut Vec<Vec<Token>>, text: &str, labels: &[Token], values: &[Token]) {
    let (head, own) = labels.split_at(labels.len() - own_labels(text, labels, values));
    rows.extend(head.chunk_by(|a, b| !is_caption(word(text, a)) && !is_caption(word(text, b))).map(<[Token]>::to_vec));
    if !own.is_empty() || !values.is_empty() {
        rows.push([own, values].concat());
    }
}

fn word<'a>(text: &'a str, token: &Token) -> &'a str {
    &text[token.span.range()]
}

/// How many of the labels before values belong to the row of the values, not to the head of the table.
fn own_labels(text: &str, labels: &[Token], values: &[Token]) -> usize {
    let Some((last, before)) = labels.split_last().filter(|_| !values.is_empty()) else { return 0 };
    // Labels that stand upright are those of several rows, too.
    let numbered = |token: &Token| numbering(word(text, token)).is_some() || word(text, token).contains('\n');
    // The row of table four has no label: the last one before it is that of a column.
    let is_column = !numbered(last)
        && (before.iter().any(|label| word(text, label) == word(text, last))
            || labels.len() > 3 && matches!(word(text, last), "总计" | "合计"));
    if is_column { 0 } else { 1 + before.iter().rev().take_while(|label| numbered(label)).count() }
}

/// The blank lines between the cells of a table.
struct Blanks<'a> {
    text: &'a str,
    lines: &'a [Line],
    /// How many usually stand between two cells of a row.
    in_row: usize,
    /// How many usually stand before the label of a row.
    before_row: usize,
}

impl<'a> Blanks<'a> {
    fn measure(text: &'a str, lines: &'a [Line], tokens: &[Token]) -> Self {
        let mut blanks = Self { text, lines, in_row: 0, before_row: 0 };
        let usual = |wanted: fn(&Token, &Token) -> bool| {
            let pairs = tokens.windows(2).filter(|pair| wanted(&pair[0], &pair[1]));
            mode(pairs.map(|pair| blanks.between(&pair[0], &pair[1])))
        };
        let in_row = usual(|a, b| a.is_value && b.is_value).or_else(|| usual(|_, _| true)).unwrap_or(0);
        let before_row = usual(|a, b| a.is_value && !b.is_value).unwrap_or(in_row);
        (blanks.in_row, blanks.before_row) = (in_row, before_row);
        blanks
    }

    fn between(&self, before: &Token, after: &Token) -> usize {
        let lines = self.lines.get(before.line + 1..after.line).unwrap_or_default();
        // At the end of a page blank lines tell nothing.
        let is_page_end = lines.iter().any(|line| is_leftover(&self.text[line.span.range()]));
        if is_page_end { 0 } else { lines.len() }
    }

    /// How many cells the blank lines between two others make, beyond those that usually stand there.
    fn extra(&self, before: &Token, after: &Token) -> usize {
        let usual = if before.is_value && !after.is_value { self.before_row } else { self.in_row };
        self.between(before, after).saturating_sub(usual) / self.step()
    }

    /// How many values these are, with the empty ones between them.
    fn length(&self, values: &[Token]) -> usize {
        values.len() + values.windows(2).map(|pair| self.extra(&pair[0], &pair[1])).sum::<usize>()
    }

    /// How many lines a cell takes, the blank ones before it included.
    fn step(&self) -> usize {
        self.in_row + 1
    }

    /// Empty cells on the blank lines behind another.
    fn cells(&self, before: &Token, count: usize) -> impl Iterator<Item = Token> {
        (1..=count).filter_map(move |index| {
            let line = before.line + index * self.step();
            let start = self.lines.get(line)?.raw.start;
            Some(Token { span: Span::new(start, start), is_value: true, line })
        })
    }
}

/// The most frequent one; of several the smallest.
pub fn mode<T: Ord + Copy>(all: impl Iterator<Item = T>) -> Option<T> {
    let mut all: Vec<T> = all.collect();
    all.sort_unstable();
    all.chunk_by(|a, b| a == b).rev().max_by_key(|group| group.len()).map(|group| group[0])
}
