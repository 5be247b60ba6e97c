//! Tables whose cells are divided by a character: bars, Markdown, tabs, commas.
use super::bare::Stretch;
use super::line::{is_bar, is_caption, is_label, is_leftover, is_main_heading, is_prose, is_section_heading, is_value};
use super::lines::{Line, trim};
use crate::document::{Cell, Table};
use crate::read::builder::{MAX_CELLS, MAX_COLUMNS};
use crate::text::Span;

/// What divides the cells of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Layout {
    Bars,
    Tabs,
    Commas,
}

/// How many lines that are not rows may stand between two rows of a table.
const MAX_GAP: usize = 6;

/// The table whose rows begin at the first of these lines, or the lines that look like rows and make none. Nothing
/// where they do not look like rows.
pub fn stretch(text: &str, lines: &[Line]) -> Option<Stretch> {
    let line = |at: usize| &text[lines[at].span.range()];
    let first = if is_caption(line(0)) && !line(0).contains(is_bar) { next_row(text, lines, 1)? } else { 0 };
    let layout = layout(text, &lines[first])?;
    let mut rows: Vec<Vec<Span>> = if first > 0 { vec![vec![lines[0].span]] } else { Vec::new() };
    let mut at = rows.len();
    let mut open = OpenEnds::default();
    while at < lines.len() && rows.len() < MAX_CELLS {
        if let Some(cells) = row(text, &lines[at], layout) {
            open.count(rows.len(), &text[lines[at].raw.range()], lines[at].span);
            rows.push(cells);
            at += 1;
            continue;
        }
        // What stands between two rows: nothing that counts, or a label that has the row for itself.
        let next = next_row(text, lines, at).filter(|&next| row(text, &lines[next], layout).is_some());
        let Some(next) = next else { break };
        let between = lines[at..next].iter().map(|line| line.span);
        let labels = between.filter(|span| !span.is_empty() && !is_leftover(&text[span.range()]));
        rows.extend(labels.map(|span| vec![span]));
        at = next;
    }
    open.add_last_cells(&mut rows, layout);
    let is_closed = layout == Layout::Bars && line(first).starts_with(is_bar) && line(first).ends_with(is_bar);
    match is_table(text, &rows, layout, is_closed) {
        true => Some(Stretch { lines: at, table: Some((ragged(&rows), 0..at)) }),
        // Commas may be those of numbers or labels, in a table of another layout.
        false if layout == Layout::Commas => None,
        false => Some(Stretch { lines: at, table: None }),
    }
}

/// Rows that end with a bar and do not begin with one: the bar divides off a last cell that is empty where a blank
/// stands behind it, or where most rows of the table end without a bar.
#[derive(Default)]
struct OpenEnds {
    /// The rows, the places behind their last bars, and whether a blank stands there.
    closed: Vec<(usize, Span, bool)>,
    open: usize,
}

impl OpenEnds {
    fn count(&mut self, row: usize, raw: &str, span: Span) {
        let line = raw.trim();
        match line.ends_with(is_bar) && !line.starts_with(is_bar) {
            true => self.closed.push((row, Span::new(span.end, span.end), raw.ends_with([' ', '\u{3000}', '\u{a0}']))),
            false => self.open += usize::from(!line.ends_with(is_bar)),
        }
    }

    fn add_last_cells(self, rows: &mut [Vec<Span>], layout: Layout) {
        let most_open = self.open > self.closed.len();
        for (row, end, blank) in self.closed {
            if layout == Layout::Bars && (blank || most_open) {
                rows[row].push(end);
            }
        }
    }
}

/// Whether rows make a table: two of them do, but for commas, which must have numbers between them, and one that
/// `is_closed` by bars at both ends.
fn is_table(text: &str, rows: &[Vec<Span>], layout: Layout, is_closed: bool) -> bool {
    let values = |row: &Vec<Span>| row.iter().filter(|cell| is_value(&text[cell.range()])).count();
    match rows {
        [only] if is_closed => only.len() > 1,
        [only] => only.len() > 2 && values(only) * 2 > only.len(),
        _ if layout == Layout::Commas => {
            rows.iter().any(|row| values(row) > 1) && rows.iter().map(values).sum::<usize>() > 3
        }
        _ => rows.len() > 1,
    }
}

/// Rows of cells as a table; the columns are counted in each row alone.
pub fn ragged(rows: &[Vec<Span>]) -> Table {
    let mut table = Table { rows: rows.len(), ..Table::default() };
    for (row, cells) in rows.iter().enumerate() {
        table.columns = table.columns.max(cells.len());
        let cell = |(column, &span): (usize, &Span)| Cell { span, row, column, row_span: 1, column_span: 1 };
        table.cells.extend(cells.iter().enumerate().map(cell));
    }
    if let (Some(first), Some(last)) = (table.cells.first(), table.cells.last()) {
        table.span = first.span.join(last.span);
    }
    table
}

/// The next line with cells, where only blanks, page numbers and single labels stand before it.
pub fn next_row(text: &str, lines: &[Line], from: usize) -> Option<usize> {
    for (at, line) in lines.iter().enumerate().skip(from).take(MAX_GAP) {
        let whole = &text[line.span.range()];
        if layout(text, line).is_some() {
            return Some(at);
        }
        if !whole.is_empty() && !is_leftover(whole) && !is_label(whole) {
            return None;
        }
    }
    None
}

/// Whether a line surely has cells that a character divides. Commas stand in labels, too.
pub fn is_row(text: &str, line: &Line) -> bool {
    layout(text, line).is_some_and(|layout| {
        let values = |cells: Vec<Span>| cells.iter().filter(|cell| is_value(&text[cell.range()])).count();
        layout != Layout::Commas || row(text, line, layout).is_some_and(|cells| values(cells) > 1)
    })
}

/// What divides the cells of this line, if it is a row.
fn layout(text: &str, line: &Line) -> Option<Layout> {
    [Layout::Bars, Layout::Tabs, Layout::Commas].into_iter().find(|&layout| row(text, line, layout).is_some())
}

/// The cells of a line in a layout, if it is a row in it.
fn row(text: &str, line: &Line, layout: Layout) -> Option<Vec<Span>> {
    let whole = &text[line.span.range()];
    let cells = match layout {
        Layout::Bars if whole.contains(is_bar) && !is_leftover(whole) => by_bars(text, line.span),
        Layout::Tabs if text[line.raw.range()].contains('\t') && !whole.is_empty() => by_tabs(text, line.raw),
        Layout::Commas if whole.contains(',') && !whole.contains(is_bar) && line.level.is_none() => {
            by_commas(text, line.span)
        }
        _ => return None,
    };
    let filled = || cells.iter().map(|cell| &text[cell.range()]).filter(|cell| !cell.is_empty());
    let is_row = match layout {
        Layout::Bars => {
            let closed = whole.starts_with(is_bar) || whole.ends_with(is_bar);
            // Rows of two are common where merged cells are gone: `行政许可 | 0`.
            let pair = cells.len() == 2 && whole.len() < 120 && !whole.contains(['，', '。', '；']);
            (closed || pair || cells.len() > 2) && (filled().count() > 1 || !filled().any(|cell| cell.contains('。')))
        }
        Layout::Tabs => {
            let alone = filled().count() < 2;
            !filled().any(|cell| {
                cell.contains('。') || alone && (is_main_heading(cell) || is_section_heading(cell) || is_prose(cell))
            })
        }
        Layout::Commas => {
            let prose = filled().any(is_prose);
            cells.len() > 1 && !prose && !is_main_heading(whole) && !is_value(whole)
        }
    };
    is_row.then_some(cells)
}

fn by_bars(text: &str, line: Span) -> Vec<Span> {
    let whole = &text[line.range()];
    let inner = whole.strip_prefix(is_bar).unwrap_or(whole);
    let start = line.end - inner.len();
    let inner = inner.strip_suffix(is_bar).unwrap_or(inner);
    split(text, Span::new(start, start + inner.len()), is_bar)
}

/// Quotes hold cells with line breaks together, and are not part of them.
fn by_tabs(text: &str, line: Span) -> Vec<Span> {
    let mut cells: Vec<Span> = Vec::new();
    let mut start = line.start;
    let mut quoted = false;
    for (at, c) in text[line.range()].char_indices() {
        quoted ^= c == '"';
        if c == '\t' && !quoted {
            cells.push(cell(text, Span::new(start, line.start + at)));
            start = line.start + at + 1;
        }
    }
    cells.push(cell(text, Span::new(start, line.end)));
    cells.truncate(MAX_COLUMNS);
    cells.into_iter().map(|cell| unquoted(text, cell)).collect()
}

/// Commas in brackets and in quotes divide nothing.
fn by_commas(text: &str, line: Span) -> Vec<Span> {
    let mut depth = 0_usize;
    let mut quoted = false;
    let divides = |c: char| {
        match c {
            '"' => quoted = !quoted,
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        c == ',' && depth == 0 && !quoted
    };
    split(text, line, divides).into_iter().map(|cell| unquoted(text, cell)).collect()
}

fn unquoted(text: &str, cell: Span) -> Span {
    match text[cell.range()].strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        Some(_) => trim(text, Span::new(cell.start + 1, cell.end - 1)),
        None => cell,
    }
}

fn split(text: &str, span: Span, divides: impl FnMut(char) -> bool) -> Vec<Span> {
    let mut start = span.start;
    let pieces = text[span.range()].split(divides).take(MAX_COLUMNS);
    pieces
        .map(|piece| {
            let whole = Span::new(start, start + piece.len());
            let next = text[whole.end..].chars().next().map_or(0, char::len_utf8);
            start = whole.end + next;
            cell(text, whole)
        })
        .collect()
}

/// A cell without the blanks around it. An empty one stands behind the first blank, to look right when it is filled.
fn cell(text: &str, whole: Span) -> Span {
    let inner = trim(text, whole);
    if inner.is_empty() {
        let blank = text[whole.range()].chars().next().map_or(0, char::len_utf8);
        return Span::new(whole.start + blank, whole.start + blank);
    }
    inner
}
