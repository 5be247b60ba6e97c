//! The rows and columns that the cells of a part of a table cover.
use super::grid::Area;
use super::layout::PageTable;
use crate::read::builder::{GridCell, Piece};

/// How far the edges of columns on two pages may be apart.
pub const SNAP: f32 = 4.0;

/// The cells of a table, and how many rows they have: without those in which nothing but an empty cell begins beside
/// others that go on. The columns of a torn table may end at different heights.
pub fn rows(table: PageTable) -> (Vec<GridCell>, usize) {
    let (rows, columns) = (table.grid.ys.len() - 1, table.grid.xs.len() - 1);
    let mut empty = vec![0; rows];
    for (cell, text) in table.grid.cells.iter().zip(&table.texts) {
        // Columns that are more than there are tell that something begins.
        empty[cell.row] += if cell.row_span > 1 || !text.text.is_empty() { columns } else { cell.column_span };
    }
    let kept = empty.iter().map(|empty| usize::from(*empty >= columns));
    // How many rows are kept before each, and altogether.
    let place: Vec<usize> = std::iter::once(0)
        .chain(kept.scan(0, |sum, kept| {
            *sum += kept;
            Some(*sum)
        }))
        .collect();
    let cell = |(area, text): (&Area, Piece)| GridCell {
        text,
        row: place[area.row],
        column: area.column,
        row_span: place[area.row + area.row_span] - place[area.row],
        column_span: area.column_span,
    };
    let mut cells: Vec<GridCell> = table.grid.cells.iter().zip(table.texts).map(cell).collect();
    cells.retain(|cell| cell.row_span > 0);
    (cells, place[rows])
}

/// Takes off a row at the edge of a page in which nothing stands: what is in it stands on the other page.
pub fn trim(cells: &mut Vec<GridCell>, rows: &mut usize, row: usize) {
    let own = |cell: &GridCell| cell.row == row && cell.row_span == 1;
    if *rows < 2 || !cells.iter().any(own) || cells.iter().any(|cell| own(cell) && !cell.text.text.is_empty()) {
        return;
    }
    cells.retain(|cell| !own(cell));
    for cell in cells.iter_mut() {
        if cell.row > row {
            cell.row -= 1;
        } else if cell.row + cell.row_span > row {
            cell.row_span -= 1;
        }
    }
    cells.sort_by_key(|cell| (cell.row, cell.column));
    *rows -= 1;
}

/// The edges of both, those near each other once.
pub fn united(a: &[f32], b: &[f32]) -> Vec<f32> {
    let mut xs = a.to_vec();
    xs.extend(b.iter().filter(|x| !a.iter().any(|other| (*x - other).abs() <= SNAP)));
    xs.sort_by(f32::total_cmp);
    xs
}

/// Moves cells from some columns to more of them.
pub fn remap(cells: &mut [GridCell], from: &[f32], to: &[f32]) {
    let nearest = |x: f32| {
        let distance = |n: &usize| (to[*n] - x).abs();
        (0..to.len()).min_by(|a, b| distance(a).total_cmp(&distance(b))).unwrap_or(0)
    };
    let map: Vec<usize> = from.iter().map(|x| nearest(*x)).collect();
    for cell in cells {
        let end = map[cell.column + cell.column_span];
        cell.column = map[cell.column];
        cell.column_span = end - cell.column;
    }
}
