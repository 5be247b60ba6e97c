//! Tables with one cell a line: labels, and then the values of the row. A blank line may be an empty cell.
use super::bare::Token;
use super::line::{is_blank, is_caption, is_leftover, numbering};
use super::lines::Line;
use crate::read::builder::MAX_COLUMNS;
use crate::text::{Span, any};

/// The rows of a table. A new one begins at a label that follows a value; the labels of the head, which stand before
/// those of the first row, make a row of their own.
pub fn rows(text: &str, lines: &[Line], tokens: &[Token]) -> Vec<Vec<Token>> {
    let blanks = Blanks::measure(text, lines, tokens);
    let lengths = runs(tokens).map(|(_, values)| blanks.length(values)).filter(|&length| length > 0);
    let width = mode(lengths, true).unwrap_or(0);
    let mut tokens = with_words(text, tokens, &blanks, width);
    words_of_table_two(text, &mut tokens);
    let end = Token { span: Span::default(), is_value: false, line: lines.len() };
    let runs: Vec<(&[Token], &[Token])> = runs(&tokens).collect();
    let mut rows = Rows { text, blanks, width, head: None, rows: Vec::new() };
    for (at, (labels, values)) in runs.iter().enumerate() {
        rows.run(labels, values, runs.get(at + 1).and_then(|next| next.0.first()).unwrap_or(&end));
    }
    rows.rows
}

/// Labels and the values behind them, in turn.
fn runs(tokens: &[Token]) -> impl Iterator<Item = (&[Token], &[Token])> {
    let runs = tokens.chunk_by(|a, b| !a.is_value || b.is_value);
    runs.map(|run| run.split_at(run.iter().position(|token| token.is_value).unwrap_or(run.len())))
}

/// Takes a word for a value where a row with a number before its label lacks just the values that the word and those
/// behind it are: somebody wrote "若干" for a number.
fn with_words(text: &str, tokens: &[Token], blanks: &Blanks, width: usize) -> Vec<Token> {
    let mut marked = tokens.to_vec();
    let mut at = 0;
    let mut before = 0;
    let is_numbered = |label: &Token| numbering(word(text, label)).is_some();
    for (labels, values) in runs(tokens) {
        let length = blanks.length(values);
        let wanted = match labels {
            // In the middle of a row, at its begin, at its end.
            [only] if before > 0 && before + 1 + length == width && width > 2 => Some((at, only)),
            [.., row, last] if is_numbered(row) && length > 0 && length + 1 == width => {
                Some((at + labels.len() - 1, last))
            }
            [first, next, ..] if is_numbered(next) && before > 0 && before + 1 == width => Some((at, first)),
            _ => None,
        };
        if let Some((at, label)) = wanted.filter(|(_, label)| !is_numbered(label)) {
            marked[at] = Token { is_value: true, ..*label };
        }
        at += labels.len() + values.len();
        before = if labels.last().is_some_and(is_numbered) { length } else { 0 };
    }
    marked
}

/// Takes words for values in the rows of table two, which have no numbers before their labels: where the columns of the
/// part are more than the values of the row.
fn words_of_table_two(text: &str, tokens: &mut [Token]) {
    const COLUMNS: [&str; 5] = ["数量", "件数", "金额", "增/减", "万元"];
    const ROWS: [&str; 5] = ["规章", "文件", "行政", "采购", "事项"];
    let has = |label: &str, words: &[&str]| any::holds(label, words);
    // The columns of the part, as long as its head may go on; the values of the row, once there is one.
    let (mut columns, mut in_head, mut row) = (0, false, None);
    for at in 0..tokens.len() {
        let label: String = word(text, &tokens[at]).chars().filter(|&c| !is_blank(c)).collect();
        match row {
            Some(length) if tokens[at].is_value => row = Some(length + 1),
            _ if label == "信息内容" => (columns, in_head, row) = (0, true, None),
            _ if in_head && has(&label, &COLUMNS) => columns += 1,
            _ if has(&label, &ROWS) && !is_caption(&label) => (in_head, row) = (false, Some(0)),
            Some(length) if numbering(&label).is_none() && !is_caption(&label) => {
                let behind = tokens[at + 1..].iter().take(columns).take_while(|token| token.is_value).count();
                tokens[at].is_value = length + 1 + behind <= columns;
                row = tokens[at].is_value.then_some(length + 1);
            }
            _ => (in_head, row) = (false, None),
        }
    }
}

fn word<'a>(text: &'a str, token: &Token) -> &'a str {
    &text[token.span.range()]
}

/// The rows that have been read so far.
struct Rows<'a> {
    text: &'a str,
    blanks: Blanks<'a>,
    /// How many values most rows have; of several numbers the largest.
    width: usize,
    /// How many values the head of the table has columns for, as far as its labels tell.
    head: Option<usize>,
    rows: Vec<Vec<Token>>,
}

impl Rows<'_> {
    /// Adds the rows of some labels and the values behind them; `next` is the label that follows.
    fn run(&mut self, mut labels: &[Token], values: &[Token], next: &Token) {
        // Rows without any number: behind the label as many blank lines as it should have values.
        while let Some(end) = (1..labels.len()).find(|&end| self.is_blank_row(&labels[..end], &labels[end])) {
            let (row, rest) = labels.split_at(end);
            self.row(row, &[], &rest[0]);
            labels = rest;
        }
        if values.is_empty() && !self.is_blank_row(labels, next) {
            self.rows.push(labels.to_vec());
        } else {
            self.row(labels, values, next);
        }
    }

    fn is_blank_row(&self, labels: &[Token], next: &Token) -> bool {
        let Some(last) = labels.last().filter(|last| self.width > 0 && self.blanks.extra(last, next) > 0) else {
            return false;
        };
        // Heads are not longer; a run of labels can be.
        let (head, own) = self.divide(&labels[labels.len().saturating_sub(32)..]);
        let wanted = self.wanted(head, own);
        (wanted > 2 || !self.is_numbered(last)) && self.blanks.extra(last, next) >= wanted.max(1)
    }

    /// Adds a row of values, and before it the rows of the head that its labels begin with.
    fn row(&mut self, labels: &[Token], values: &[Token], next: &Token) {
        let text = self.text;
        let is_caption = |token: &Token| is_caption(word(text, token));
        let (head, own) = self.divide(labels);
        self.rows.extend(head.chunk_by(|a, b| !is_caption(a) && !is_caption(b)).map(<[Token]>::to_vec));
        // At its ends a row gets only as many empty cells as it lacks: there blank lines may part rows.
        let lacks = self.wanted(head, own).saturating_sub(self.blanks.length(values));
        if !head.is_empty() {
            self.head = self.columns(head, own);
        }
        let last = values.last().or(labels.last());
        let behind = last.map_or(0, |last| self.blanks.extra(last, next)).min(lacks);
        let before = labels.last().zip(values.first()).map_or(0, |(label, first)| self.blanks.extra(label, first));
        let mut row = own.to_vec();
        let empty = |after: &Token, count: usize| self.blanks.cells(after, count).collect::<Vec<_>>();
        row.extend(labels.last().map(|label| empty(label, before.min(lacks - behind))).unwrap_or_default());
        for pair in values.windows(2) {
            row.push(pair[0]);
            row.extend(empty(&pair[0], self.blanks.extra(&pair[0], &pair[1])));
        }
        row.extend(values.last());
        row.extend(last.map(|last| empty(last, behind)).unwrap_or_default());
        self.rows.push(row);
    }

    /// How many values a row should have behind these labels.
    fn wanted(&self, head: &[Token], own: &[Token]) -> usize {
        match own.last() {
            Some(label) if self.is_numbered(label) => self.width,
            _ if head.is_empty() => self.head.unwrap_or(self.width),
            _ => self.columns(head, own).unwrap_or(self.width),
        }
    }

    /// Labels that stand upright are those of several rows, as numbered ones are.
    fn is_numbered(&self, label: &Token) -> bool {
        numbering(word(self.text, label)).is_some() || word(self.text, label).contains('\n')
    }

    /// Divides the labels before values in those of the head of the table and those of the row.
    fn divide<'t>(&self, labels: &'t [Token]) -> (&'t [Token], &'t [Token]) {
        let Some((last, before)) = labels.split_last() else { return (labels, &[]) };
        let same = |label: &Token| word(self.text, label) == word(self.text, last);
        // The row of table four has no label: the last one before it is that of a column.
        let is_total = matches!(word(self.text, last), "总计" | "合计") && labels.len() > 3;
        if !self.is_numbered(last) && (is_total || before.iter().any(same)) {
            return (labels, &[]);
        }
        let own = 1 + before.iter().rev().take_while(|label| self.is_numbered(label)).count();
        labels.split_at(labels.len() - own)
    }

    /// How many columns of values a head tells of: one for each label but the first, or, over a row without a label,
    /// one for each label that stands under several others.
    fn columns(&self, head: &[Token], own: &[Token]) -> Option<usize> {
        let head = head.rsplit(|label| is_caption(word(self.text, label))).next()?;
        if !own.is_empty() {
            return head.len().checked_sub(1).filter(|&columns| columns > 0);
        }
        let same =
            |label: &&Token| head.iter().filter(|other| word(self.text, other) == word(self.text, label)).count() > 1;
        (head.len() <= MAX_COLUMNS).then(|| head.iter().filter(same).count())
    }
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
            mode(pairs.map(|pair| blanks.between(&pair[0], &pair[1])), false)
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
        let usual = match (before.is_value, after.is_value) {
            // Behind the table nothing is usual.
            _ if after.line == self.lines.len() => 0,
            (true, false) => self.before_row,
            _ => self.in_row,
        };
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

/// The most frequent number, with the larger or the smaller of several; numbers over a hundred count as a hundred.
pub fn mode(numbers: impl Iterator<Item = usize>, larger: bool) -> Option<usize> {
    let mut counts = [0_usize; 101];
    numbers.for_each(|number| counts[number.min(100)] += 1);
    let key = |&number: &usize| (counts[number], if larger { number } else { 100 - number });
    (0..=100).filter(|&number| counts[number] > 0).max_by_key(key)
}
