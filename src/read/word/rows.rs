//! Rows that each say where the edges of their cells are, as one grid.
use crate::read::builder::MAX_COLUMNS;
use crate::read::flow::Item;
use crate::read::grid::GridBuilder;

/// Whether a cell is merged with its neighbour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Merge {
    #[default]
    None,
    /// The first of the merged cells.
    First,
    /// A further one.
    Continued,
}

/// Where a cell ends, and how it is merged.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct CellShape {
    /// The right edge, in twentieths of a point.
    pub right: i32,
    /// With the cell before it in the row.
    pub across: Merge,
    /// With the cell above it.
    pub down: Merge,
}

/// What a row says of its cells.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RowShape {
    /// The left edge of the first cell, in twentieths of a point.
    pub left: i32,
    pub cells: Vec<CellShape>,
}

/// Edges that are nearer, in twentieths of a point, are one: edges are drawn by hand.
const NEAR: i32 = 20;

impl RowShape {
    /// Adds a cell, unless a table cannot have so many.
    pub fn push(&mut self, cell: CellShape) {
        if self.cells.len() < MAX_COLUMNS {
            self.cells.push(cell);
        }
    }
}

/// A cell between its edges.
struct Edged {
    left: i32,
    right: i32,
    down: Merge,
    content: Vec<Item>,
}

/// The cells of a row between their edges; those merged across are one.
fn edged(shape: &RowShape, contents: Vec<Vec<Item>>) -> Vec<Edged> {
    let mut cells: Vec<Edged> = Vec::new();
    let mut left = shape.left;
    for (n, content) in contents.into_iter().enumerate() {
        // A row that says nothing of a cell has cells of one inch.
        let known = shape.cells.get(n).copied();
        let known = known.unwrap_or(CellShape { right: left.saturating_add(1440), ..CellShape::default() });
        let right = known.right.max(left);
        match cells.last_mut() {
            Some(last) if known.across == Merge::Continued => last.right = right,
            _ => cells.push(Edged { left, right, down: known.down, content }),
        }
        left = right;
    }
    cells
}

/// Puts the cells of a table in a grid, whose columns begin at all edges that some row has.
pub fn grid(rows: Vec<(RowShape, Vec<Vec<Item>>)>) -> GridBuilder {
    let rows: Vec<Vec<Edged>> = rows.into_iter().map(|(shape, contents)| edged(&shape, contents)).collect();
    let edges = edges(&rows);
    let column = |edge: i32| edges.partition_point(|&other| other <= edge).saturating_sub(1);
    let mut grid = GridBuilder::default();
    for cells in rows {
        grid.row();
        let mut at = 0;
        for Edged { left, right, down, content } in cells {
            let (start, end) = (column(left), column(right));
            if start == end {
                continue; // of no width, so it cannot be seen
            }
            grid.skip(start.saturating_sub(at));
            at = end;
            if !(down == Merge::Continued && grid.go_on()) && grid.cell(1, end - start) {
                grid.end_cell(content);
            }
        }
    }
    grid
}

/// The edges of all rows, those that are near one another once.
fn edges(rows: &[Vec<Edged>]) -> Vec<i32> {
    let cells = || rows.iter().flatten();
    let narrowest = cells().map(|cell| cell.right.saturating_sub(cell.left)).filter(|&width| width > 0).min();
    let near = NEAR.min(narrowest.unwrap_or(0) / 2);
    let mut edges: Vec<i32> = cells().flat_map(|cell| [cell.left, cell.right]).collect();
    edges.sort_unstable();
    edges.dedup_by(|next, last| *next <= last.saturating_add(near));
    edges
}
