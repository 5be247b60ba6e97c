//! A table of the form as the document has it, cell by cell.
use super::columns::{Header, HeaderCell};
use crate::{
    document::Document,
    form::{Column, Form, Labelled, Section, TableForm},
    text::{Span, cell::CellValue, label::Label},
};

/// A table of the form with what the document has for it.
#[derive(Debug)]
pub struct BoundTable {
    /// The edition whose rows and columns it has.
    pub edition: &'static Form,
    /// The section of the form that holds the table.
    pub section: &'static Section,
    /// The form's table.
    pub form: &'static TableForm,
    /// For each row of the form.
    pub rows: Vec<BoundRow>,
    /// For each block of the form, what the document has as labels of its columns.
    pub headers: Vec<Header>,
    /// Rows with numbers that the form does not have.
    pub foreign: Vec<ForeignRow>,
    /// The tables of the document that it was found in, by index, in order.
    pub tables: Vec<usize>,
    /// How well the form fits; to be compared between editions.
    pub fit: f32,
}

/// A row of the form in the document.
#[derive(Debug, Default)]
pub struct BoundRow {
    /// The label that the document has, where it has one.
    pub label: Option<Span>,
    /// Whether the row was found at all.
    pub found: bool,
    /// Whether the label is the form's, but for width, blanks and punctuation.
    pub exact: bool,
    /// Whether it stands elsewhere than the form has it.
    pub is_moved: bool,
    /// For each column of the form, the cell.
    pub cells: Vec<Option<BoundCell>>,
    /// Cells with a text that belong to no column of the form.
    pub surplus: Vec<Span>,
    /// Whether blanks at its end may have been lost: only the last columns are missing, tabs divide the cells, and
    /// editors take tabs off the ends of lines.
    pub is_trimmed: bool,
}

/// A cell of the document that is bound to one of the form.
#[derive(Clone, Debug)]
pub struct BoundCell {
    /// Where it stands.
    pub span: Span,
    /// What it holds.
    pub value: CellValue,
}

/// A row with numbers that the form does not have.
#[derive(Clone, Copy, Debug)]
pub struct ForeignRow {
    /// Its label, or its first cell.
    pub label: Span,
    /// The form's row that it stands behind, if any.
    pub after: Option<usize>,
}

impl BoundTable {
    /// The cell of a row and a column of the form.
    pub fn cell(&self, row: usize, column: usize) -> Option<&BoundCell> {
        self.rows[row].cells[column].as_ref()
    }

    /// The whole number in a cell; zero where it is blank or says that there is none.
    pub fn number(&self, row: usize, column: usize) -> Option<i64> {
        self.cell(row, column)?.value.as_i64()
    }

    /// All cells that were found, with their row and column.
    pub fn cells(&self) -> impl Iterator<Item = (usize, usize, &BoundCell)> {
        let rows = self.rows.iter().enumerate();
        rows.flat_map(|(row, bound)| {
            bound.cells.iter().enumerate().filter_map(move |(column, cell)| Some((row, column, cell.as_ref()?)))
        })
    }

    /// A cell in words: “（七）总计”行“自然人”列.
    pub fn name(&self, row: usize, column: usize) -> String {
        let line = &self.form.rows[row];
        let column = &self.form.columns(row)[column];
        // A label that stands several times in the table is named with the one above it.
        let several = |label: &str| self.form.columns(row).iter().filter(|other| other.label() == label).count() > 1;
        let name = match column.path() {
            [.., above, own] if several(own) || own == "其他" => format!("{above}·{own}"),
            path => path.last().cloned().unwrap_or_default(),
        };
        match line.path() {
            [] => format!("“{name}”"),
            [.., above, own] if own.ends_with("其他") => format!("“{above}·{own}”行“{name}”列"),
            [.., own] => format!("“{own}”行“{name}”列"),
        }
    }

    /// The row whose path ends with `label`.
    pub fn row(&self, label: &str) -> Option<usize> {
        self.form.rows.iter().position(|row| row.label() == label)
    }

    /// The whole number that is written in the column with this label, and where; none where the cell is blank.
    pub fn written(&self, row: usize, label: &str) -> Option<(Span, i64)> {
        let column = self.form.columns(row).iter().position(|column| column.label() == label)?;
        let cell = self.cell(row, column).filter(|cell| !cell.value.is_blank())?;
        Some((cell.span, cell.value.as_i64()?))
    }

    /// The decisions on licences, penalties and coercion with their places; none unless all three are written.
    pub fn decisions(&self) -> Option<Vec<(Span, i64)>> {
        let number = |label| {
            let row = self.row(label)?;
            self.written(row, "本年处理决定数量").or_else(|| self.written(row, "处理决定数量"))
        };
        ["行政许可", "行政处罚", "行政强制"].into_iter().map(number).collect()
    }

    /// Where a mark for a whole row stands: its label, or its first cell.
    pub fn row_place(&self, row: usize) -> Span {
        let row = &self.rows[row];
        row.label.or_else(|| row.cells.iter().flatten().next().map(|cell| cell.span)).unwrap_or(self.first())
    }

    /// The labels of the rows that were found, or their first cells.
    pub(super) fn row_places(&self) -> impl Iterator<Item = Span> {
        let found = (0..self.rows.len()).filter(|&row| self.rows[row].found);
        found.map(|row| self.row_place(row))
    }

    /// Whether all cells that were found are blank.
    pub fn is_empty(&self) -> bool {
        self.cells().all(|(.., cell)| cell.value.is_blank())
    }

    /// Whether all cells hold a zero.
    pub fn is_zero(&self) -> bool {
        self.cells().all(|(.., cell)| !cell.value.is_blank() && cell.value.as_i64() == Some(0))
    }

    /// Whether a label is only cut short: plain text loses the ends of labels where a page or a column ended.
    pub fn is_cut(&self, doc: &Document, found: Span, label: &str) -> bool {
        let faithful = || doc.tables().any(|table| table.faithful && table.span.contains(found));
        let short = || {
            let (own, whole) = (Label::new(doc.str(found)).body, Label::new(label).body);
            own.len() < whole.len() && whole.starts_with(&own)
        };
        doc.str(found) != label && !faithful() && short()
    }

    /// Where the document has one of these labels of the form.
    pub fn label_place(&self, labels: &[&str]) -> Option<Span> {
        let blocks = self.headers.iter().zip(&self.form.blocks);
        let columns = blocks.flat_map(|(header, block)| {
            header.columns.iter().map(|cell| cell.map(|cell| cell.span)).zip(block.columns.iter().map(Labelled::label))
        });
        let rows = self.rows.iter().map(|row| row.label).zip(self.form.rows.iter().map(Labelled::label));
        columns.chain(rows).filter(|(_, label)| labels.contains(label)).filter_map(|(span, _)| span).min()
    }

    /// The first cell or label that the document has of the table: where a mark for all of it stands.
    pub fn first(&self) -> Span {
        let spans = self
            .rows
            .iter()
            .flat_map(|row| row.label.into_iter().chain(row.cells.iter().flatten().map(|cell| cell.span)));
        spans.min().unwrap_or_default()
    }

    /// The column whose label in the header covers a span.
    pub(super) fn column_at(&self, span: Span) -> Option<&'static Column> {
        let blocks = self.headers.iter().zip(&self.form.blocks);
        blocks.into_iter().find_map(|(header, block)| {
            let hit = |cell: &Option<HeaderCell>| cell.is_some_and(|cell| cell.span.contains(span));
            Some(&block.columns[header.columns.iter().position(hit)?])
        })
    }

    /// Whether less than half of the rows are there: an excerpt, whose missing rows are no fault.
    pub fn is_excerpt(&self) -> bool {
        self.rows.iter().filter(|row| row.found).count() * 2 < self.rows.len()
    }
}
