//! The rows of a document's tables as candidates for rows of the form: which cells may be its label, which its values.
use crate::{
    document::{Document, Table},
    text::{Span, cell::parse_cell, label::Label},
};

/// A row of a table in the document.
#[derive(Debug)]
pub struct TableRow {
    /// The index of the table among the tables of the document.
    pub table: usize,
    /// Words that stand before the first value: headers, group labels, and last the label of the row itself.
    pub labels: Vec<RowLabel>,
    /// All cells of the row, in order.
    pub cells: Vec<RowCell>,
    /// Whether it holds a value that is not blank.
    pub has_values: bool,
}

/// A cell of a row.
#[derive(Clone, Copy, Debug)]
pub struct RowCell {
    /// Its text.
    pub span: Span,
    /// Its first column in the grid.
    pub column: usize,
}

/// Words of a row that may be its label: one cell, or neighbours taken together.
#[derive(Debug)]
pub struct RowLabel {
    /// What they cover.
    pub span: Span,
    /// The words.
    pub label: Label,
    /// The index of the first cell behind them.
    pub end: usize,
    /// Whether they are one cell.
    pub single: bool,
}

/// The rows of all tables, in reading order.
pub fn rows(doc: &Document) -> Vec<TableRow> {
    doc.tables()
        .enumerate()
        .flat_map(|(n, table)| (0..table.rows).map(move |row| table_row(doc, table, n, row)))
        .collect()
}

fn table_row(doc: &Document, table: &Table, number: usize, row: usize) -> TableRow {
    let cells: Vec<RowCell> =
        table.row(row).iter().map(|cell| RowCell { span: cell.span, column: cell.column }).collect();
    let is_value = |cell: &RowCell| !cell.span.is_empty() && parse_cell(doc.str(cell.span)).is_value();
    let first_value = cells.iter().position(is_value);
    let lead = &cells[..first_value.unwrap_or(cells.len())];
    let mut labels = vec![];
    for (n, cell) in lead.iter().enumerate().filter(|(_, cell)| !cell.span.is_empty()) {
        // A label that was broken over cells: taken together with up to two cells before it.
        let before = lead[..n].iter().rev().take(2).take_while(|cell| !cell.span.is_empty());
        let mut text = doc.str(cell.span).to_owned();
        labels.push(RowLabel { span: cell.span, label: Label::new(&text), end: n + 1, single: true });
        for first in before {
            text.insert_str(0, doc.str(first.span));
            let span = first.span.join(cell.span);
            labels.push(RowLabel { span, label: Label::new(&text), end: n + 1, single: false });
        }
    }
    TableRow { table: number, labels, cells, has_values: first_value.is_some() }
}
