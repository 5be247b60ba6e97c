//! A table: a grid whose cells may cover several rows and columns.
use crate::text::Span;

/// A grid of cells.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// From the first to the last cell.
    pub span: Span,
    /// The number of grid rows.
    pub rows: usize,
    /// The number of grid columns.
    pub columns: usize,
    /// The cells by row, then column. Two cells never cover the same place of the grid; a place may have no cell.
    pub cells: Vec<Cell>,
    /// Whether the source told the grid (a web page, Word, Excel), so that a column can be trusted. In plain text the
    /// merged cells are lost and the cells of a row may stand in other columns than those of its header.
    pub faithful: bool,
}

/// A cell: what it covers in the text and in the grid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Its text, without white space at its ends; in plain text it may hold line breaks, as in a label that stands upright.
    /// Empty for an empty cell, and then a place where text can be put.
    pub span: Span,
    /// The first grid row, from 0.
    pub row: usize,
    /// The first grid column, from 0.
    pub column: usize,
    /// The number of grid rows it covers, from 1.
    pub row_span: usize,
    /// The number of grid columns it covers, from 1.
    pub column_span: usize,
}

impl Table {
    /// The cells that begin in a grid row, from left to right.
    pub fn row(&self, row: usize) -> &[Cell] {
        let start = self.cells.partition_point(|cell| cell.row < row);
        let end = self.cells.partition_point(|cell| cell.row <= row);
        &self.cells[start..end]
    }
}
