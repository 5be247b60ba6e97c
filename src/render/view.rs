//! What the page shows: the blocks of a document, with its tables as tables, in UTF-16 offsets.
//!
//! Plain text has lost the merged cells of its tables. Such a table is laid out as the form lays it out, with the
//! draft's own words and numbers in the places they were bound to; what the draft does not spell out is shown as the
//! form has it, and marked as such.
use super::utf16::Utf16;
use crate::{
    document::{Block, Paragraph, Table},
    form::{Column, TableBlock},
    report::{BoundTable, Report},
    text::Span,
};
use serde::Serialize;

/// A document as the page shows it. All offsets count UTF-16 units, as JavaScript does.
#[derive(Debug, Serialize)]
pub struct View {
    /// The text that all offsets refer to.
    pub text: String,
    /// Paragraphs and tables, in reading order.
    pub blocks: Vec<ViewBlock>,
    /// What the reader had to guess.
    pub notes: Vec<String>,
}

/// A paragraph or a table.
#[derive(Debug, Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum ViewBlock {
    /// Running text or a heading.
    Paragraph {
        /// The first UTF-16 unit.
        start: usize,
        /// The unit behind the last one.
        end: usize,
        /// 0 running text, 1 the title, 2 the heading of a section, 3 and more those inside of it.
        level: u8,
    },
    /// A table.
    Table {
        /// The numeral of the section of the form whose table it is.
        table: Option<&'static str>,
        /// The number of grid columns.
        columns: usize,
        /// The cells of each row that begin in it.
        rows: Vec<Vec<ViewCell>>,
    },
}

/// A cell of a table.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum ViewCell {
    /// A cell of the draft.
    Own {
        /// The first UTF-16 unit.
        start: usize,
        /// The unit behind the last one.
        end: usize,
        /// The number of grid rows it covers.
        row_span: usize,
        /// The number of grid columns it covers.
        column_span: usize,
        /// Whether it is a label.
        header: bool,
    },
    /// A label of the form that the draft does not spell out, or the place of a number that the draft does not have.
    Form {
        /// The label; empty for a number.
        label: String,
        /// Whether a number is missing here.
        missing: bool,
        /// The number of grid rows it covers.
        row_span: usize,
        /// The number of grid columns it covers.
        column_span: usize,
        /// Whether it is a label.
        header: bool,
    },
}

/// Makes the view of a report.
pub fn view(report: &Report) -> View {
    let units = Utf16::new(&report.doc.text);
    let mut blocks = vec![];
    let mut number = 0;
    let mut laid_out: Vec<&'static str> = vec![];
    for block in &report.doc.blocks {
        match block {
            Block::Paragraph(paragraph) => blocks.push(paragraph_view(report, &units, paragraph)),
            Block::Table(table) => {
                let bound = report.tables.iter().find(|bound| bound.tables.contains(&number));
                number += 1;
                match bound {
                    Some(bound) if can_be_laid_out(report, bound) => {
                        if !laid_out.contains(&bound.section.number.as_str()) {
                            laid_out.push(&bound.section.number);
                            blocks.push(by_form(&units, bound));
                        }
                    }
                    bound => blocks.push(as_is(report, &units, table, bound)),
                }
            }
        }
    }
    View { text: report.doc.text.clone(), blocks, notes: report.notes() }
}

/// Whether the form's layout can stand for all tables that a bound one was found in: nothing of them would be lost.
fn can_be_laid_out(report: &Report, bound: &BoundTable) -> bool {
    let plain =
        report.doc.tables().enumerate().filter(|(n, _)| bound.tables.contains(n)).all(|(_, table)| !table.faithful);
    let shared = report.tables.iter().filter(|other| other.section.number != bound.section.number);
    let alone = shared.flat_map(|other| &other.tables).all(|table| !bound.tables.contains(table));
    let surplus = bound.rows.iter().any(|row| !row.surplus.is_empty());
    plain && alone && !surplus && bound.foreign.is_empty() && !bound.is_excerpt()
}

fn paragraph_view(report: &Report, units: &Utf16, paragraph: &Paragraph) -> ViewBlock {
    let span = paragraph.span;
    let heading = report.sections.iter().any(|found| span == found.heading);
    let title = report.title.as_ref().is_some_and(|title| title.span.contains(span));
    let short = report.str(span).chars().count() <= 30 && !report.str(span).ends_with(['。', '；', '，']);
    let inner = short && crate::text::label::split_ordinal(report.str(span)).0.is_some();
    let level = match (title, heading) {
        (true, _) => 1,
        (_, true) => 2,
        _ if inner => 3,
        _ => 0,
    };
    let (start, end) = units.span(span);
    ViewBlock::Paragraph { start, end, level }
}

/// A table in its own grid.
fn as_is(report: &Report, units: &Utf16, table: &Table, bound: Option<&BoundTable>) -> ViewBlock {
    let row = |row| {
        let cells = table.row(row).iter().map(|cell| {
            let (start, end) = units.span(cell.span);
            let value = crate::text::cell::parse_cell(report.str(cell.span));
            let header = !value.is_value() && !value.is_blank();
            ViewCell::Own { start, end, row_span: cell.row_span, column_span: cell.column_span, header }
        });
        cells.collect()
    };
    let name = bound.map(|bound| bound.section.number.as_str());
    ViewBlock::Table { table: name, columns: table.columns, rows: (0..table.rows).map(row).collect() }
}

/// A table laid out by the form.
fn by_form(units: &Utf16, table: &BoundTable) -> ViewBlock {
    let labels = table.form.rows.iter().map(|row| row.path.len()).max().unwrap_or(0);
    let width = table.form.blocks.iter().map(|block| block.columns.len()).max().unwrap_or(0);
    let layout = Layout { units, table, labels, width };
    let rows = (0..table.form.blocks.len()).flat_map(|block| layout.block(block)).collect();
    ViewBlock::Table { table: Some(&table.section.number), columns: labels + width, rows }
}

struct Layout<'a> {
    units: &'a Utf16,
    table: &'a BoundTable,
    /// The number of grid columns for labels.
    labels: usize,
    /// The number of grid columns for numbers.
    width: usize,
}

impl Layout<'_> {
    fn block(&self, number: usize) -> Vec<Vec<ViewCell>> {
        let block = &self.table.form.blocks[number];
        let mut rows = self.head(number, block);
        let range = self.table.form.rows_of(number);
        for row in range.clone() {
            let mut cells = self.row_labels(row, range.start);
            let columns = block.columns.len();
            for column in 0..columns {
                let spread = self.spread(column, columns);
                cells.push(match self.table.cell(row, column) {
                    Some(cell) => self.own(cell.span, 1, spread, false),
                    None => form_cell("", true, 1, spread, false),
                });
            }
            rows.push(cells);
        }
        rows
    }

    /// The caption, the corner and the labels of the columns, merged where neighbours share them.
    fn head(&self, number: usize, block: &TableBlock) -> Vec<Vec<ViewCell>> {
        let depth = block.columns.iter().map(|column| column.path.len()).max().unwrap_or(0);
        let mut rows: Vec<Vec<ViewCell>> = vec![];
        let mut corner_rows = depth;
        if !block.caption.is_empty() {
            let beside = block.caption_beside_corner;
            let span = if beside { self.width } else { self.labels + self.width };
            rows.push(vec![form_cell(&block.caption, false, 1, span, true)]);
            corner_rows += usize::from(beside);
        }
        let first = rows.len();
        for level in 0..depth {
            rows.push(self.head_row(number, &block.columns, level, depth));
        }
        if self.labels > 0 {
            let at = if block.caption_beside_corner { 0 } else { first };
            rows[at].insert(0, form_cell(&block.corner, false, corner_rows, self.labels, true));
        }
        rows
    }

    fn head_row(&self, number: usize, columns: &[Column], level: usize, depth: usize) -> Vec<ViewCell> {
        let mut cells = vec![];
        let mut n = 0;
        while n < columns.len() {
            let column = &columns[n];
            let same = |other: &&Column| other.path.get(..=level) == column.path.get(..=level);
            let run = columns[n..].iter().take_while(same).count().max(1);
            let leaf = column.path.len() == level + 1;
            let spread = (n..n + run).map(|k| self.spread(k, columns.len())).sum();
            if let Some(label) = column.path.get(level) {
                let rows = if leaf { depth - level } else { 1 };
                let found = self.table.headers[number].columns[n].filter(|_| leaf);
                cells.push(match found {
                    Some(found) => self.own(found.span, rows, spread, true),
                    None => form_cell(label, false, rows, spread, true),
                });
            }
            n += run;
        }
        cells
    }

    /// The labels that begin in a row: its own, and those of the groups that it opens.
    fn row_labels(&self, row: usize, first: usize) -> Vec<ViewCell> {
        let rows = &self.table.form.rows;
        let path = &rows[row].path;
        let mut cells = vec![];
        for level in 0..path.len() {
            let same = |other: usize| rows[other].path.get(..=level) == path.get(..=level);
            if row > first && same(row - 1) {
                continue;
            }
            let run = (row..rows.len()).take_while(|&other| same(other)).count();
            let last = level + 1 == path.len();
            let spread = if last { self.labels - level } else { 1 };
            cells.push(match self.table.rows[row].label.filter(|_| last) {
                Some(found) => self.own(found, run, spread, true),
                None => form_cell(&path[level], false, run, spread, true),
            });
        }
        cells
    }

    /// The last column of a narrow block takes the width that is left.
    fn spread(&self, column: usize, columns: usize) -> usize {
        if column + 1 == columns { self.width + 1 - columns } else { 1 }
    }

    fn own(&self, span: Span, row_span: usize, column_span: usize, header: bool) -> ViewCell {
        let (start, end) = self.units.span(span);
        ViewCell::Own { start, end, row_span, column_span, header }
    }
}

fn form_cell(label: &str, missing: bool, row_span: usize, column_span: usize, header: bool) -> ViewCell {
    ViewCell::Form { label: label.to_owned(), missing, row_span, column_span, header }
}
