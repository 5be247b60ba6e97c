//! Tables that go on over pages.
use super::layout::PageTable;
use crate::read::builder::{GridCell, Piece};
use crate::text::label::split_ordinal;

/// A table that may go on on the next page.
pub struct Open {
    /// Where its columns begin, and where the last one ends.
    xs: Vec<f32>,
    pub cells: Vec<GridCell>,
    rows: usize,
    /// Whether most of it has no rule below its last row.
    open_bottom: bool,
}

/// How far the edges of columns on two pages may be apart.
const SNAP: f32 = 4.0;
/// The most rows that a table repeats on every page.
const MAX_HEADER: usize = 6;

impl Open {
    pub fn new(table: PageTable) -> Self {
        let (cells, open_bottom) = (cells(table.grid.cells.iter().zip(table.texts)), most(&table.grid.open_bottom));
        Self { rows: table.grid.ys.len() - 1, xs: table.grid.xs, cells, open_bottom }
    }

    /// Adds what stands on the next page, or gives it back where it is another table.
    pub fn add(&mut self, table: PageTable) -> Option<PageTable> {
        let (Some(&first), Some(&last)) = (self.xs.first(), self.xs.last()) else { return Some(table) };
        let (Some(&left), Some(&right)) = (table.grid.xs.first(), table.grid.xs.last()) else { return Some(table) };
        // Left and right pages may have different margins. A merged cell at the edge may be left without any rule.
        let near = |x: f32| self.xs.iter().any(|edge| (edge - x).abs() <= SNAP);
        let shift = first - left;
        let same = ((last - first) - (right - left)).abs() <= SNAP && shift.abs() <= (last - first) / 4.0;
        let part = near(left) && near(right) && (shift.abs() <= SNAP || (last - right).abs() <= SNAP);
        if !same && !part {
            return Some(table);
        }
        let shift = if same { shift } else { 0.0 };
        let moved: Vec<f32> = table.grid.xs.iter().map(|x| x + shift).collect();
        let xs = united(&self.xs, &moved);
        remap(&mut self.cells, &self.xs, &xs);
        let open_top = most(&table.grid.open_top);
        let rows = table.grid.ys.len() - 1;
        let mut added = cells(table.grid.cells.iter().zip(table.texts));
        remap(&mut added, &moved, &xs);
        self.xs = xs;
        let outside = self.outside(&added);
        let header = self.repeated(&added);
        added.retain(|cell| cell.row >= header);
        added.iter_mut().for_each(|cell| cell.row -= header);
        self.append(added, rows - header, header == 0 && open_top);
        self.open_bottom = most(&table.grid.open_bottom);
        for (row, column) in outside {
            let rows = self.rows;
            let cell = self.cells.iter_mut().find(|cell| (cell.row, cell.column) == (row, column));
            cell.into_iter().for_each(|cell| cell.row_span = rows - cell.row);
        }
        None
    }

    /// The cells at the foot in whose columns nothing stands on the next page.
    fn outside(&self, added: &[GridCell]) -> Vec<(usize, usize)> {
        let from = added.iter().map(|cell| cell.column).min().unwrap_or(0);
        let to = added.iter().map(|cell| cell.column + cell.column_span).max().unwrap_or(0);
        let foot = self.cells.iter().filter(|cell| cell.row + cell.row_span == self.rows);
        let foot = foot.filter(|cell| cell.column + cell.column_span <= from || cell.column >= to);
        foot.map(|cell| (cell.row, cell.column)).collect()
    }

    /// How many rows of the table on the next page are those that it begins with.
    fn repeated(&self, added: &[GridCell]) -> usize {
        let row = |cells: &[GridCell], n: usize| -> Vec<(usize, usize, usize, String)> {
            let own = cells.iter().filter(|cell| cell.row == n);
            own.map(|cell| (cell.column, cell.column_span, cell.row_span, cell.text.text.clone())).collect()
        };
        let same = |n: &usize| {
            let own = row(&self.cells, *n);
            own.iter().any(|cell| !cell.3.is_empty()) && own == row(added, *n)
        };
        (0..MAX_HEADER.min(self.rows)).take_while(same).count()
    }

    fn append(&mut self, added: Vec<GridCell>, rows: usize, open_top: bool) {
        if rows == 0 {
            return;
        }
        let bottom = self.rows;
        let above = |cells: &[GridCell], cell: &GridCell| {
            cells.iter().position(|it| {
                it.row + it.row_span == bottom && (it.column, it.column_span) == (cell.column, cell.column_span)
            })
        };
        let first: Vec<(&GridCell, Option<usize>)> =
            added.iter().filter(|cell| cell.row == 0).map(|cell| (cell, above(&self.cells, cell))).collect();
        let cut = self.is_cut(&first, open_top);
        // Labels before the row's own: what stands in them began on the page before.
        let leading = first.iter().take_while(|(cell, above)| {
            let Some(above) = above.map(|n| &self.cells[n]) else { return false };
            let grown = cell.row_span > 1 || above.row_span > 1;
            !is_number(&cell.text.text)
                && !ordinal(&cell.text.text)
                && !above.text.text.is_empty()
                && (cell.text.text.is_empty() || (grown && ordinal(&above.text.text)))
        });
        let leading = if cut { first.len() } else { leading.count() };
        // A row of which nothing begins here would be all labels.
        let leading = if !cut && leading == first.len() { 0 } else { leading };
        let joins: Vec<Option<usize>> = first.iter().take(leading).map(|(_, above)| *above).collect();
        let offset = if cut { bottom - 1 } else { bottom };
        for (n, mut cell) in added.into_iter().enumerate() {
            match joins.get(n).copied().flatten() {
                Some(above) => {
                    let above = &mut self.cells[above];
                    above.row_span = offset + cell.row_span - above.row;
                    append_text(&mut above.text, cell.text);
                }
                None => {
                    cell.row += offset;
                    self.cells.push(cell);
                }
            }
        }
        self.rows = offset + rows;
        self.cells.sort_by_key(|cell| (cell.row, cell.column));
    }

    /// Whether the first row on the next page is the rest of the last one: where no rule divides them, or where what is
    /// in it tells. A rule proves nothing, since some programs draw it at the end of every page.
    fn is_cut(&self, first: &[(&GridCell, Option<usize>)], open_top: bool) -> bool {
        let pairs: Option<Vec<(&str, &str)>> = first
            .iter()
            .map(|(cell, above)| Some((&self.cells[(*above)?].text.text[..], &cell.text.text[..])))
            .collect();
        let Some(pairs) = pairs else { return false };
        // A number and another number, or a number under words, are cells of two rows.
        let parted = |(above, below): &(&str, &str)| {
            !above.is_empty() && (is_number(below) || is_number(above) && !below.is_empty())
        };
        let label = pairs.iter().find(|(_, below)| !below.is_empty() && !is_number(below));
        if pairs.iter().any(parted) || label.is_some_and(|(_, below)| ordinal(below)) {
            return false;
        }
        if open_top || self.open_bottom {
            return true;
        }
        let open = |text: &str| text.matches(['（', '(']).count() > text.matches(['）', ')']).count();
        let above = pairs.iter().any(|(above, _)| is_number(above));
        let below = pairs.iter().any(|(_, below)| is_number(below));
        let words = pairs.iter().filter(|(above, below)| !above.is_empty() && !below.is_empty()).count();
        match label {
            Some((above, _)) if open(above) => true,
            // The words of several labels go on.
            _ if words > 1 => true,
            // All numbers stand on one side, and the label begins on the page before.
            Some((begun, _)) => ordinal(begun) && above != below,
            None => !above && below,
        }
    }
}

/// Whether a text is a number, and not an item of a list.
fn is_number(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit()) && !ordinal(text)
}

fn ordinal(text: &str) -> bool {
    split_ordinal(text).0.is_some()
}

fn most(columns: &[bool]) -> bool {
    columns.iter().filter(|open| **open).count() * 2 > columns.len()
}

fn cells<'a>(cells: impl Iterator<Item = (&'a super::grid::Area, Piece)>) -> Vec<GridCell> {
    let cell = |(area, text): (&super::grid::Area, Piece)| GridCell {
        text,
        row: area.row,
        column: area.column,
        row_span: area.row_span,
        column_span: area.column_span,
    };
    cells.map(cell).collect()
}

/// The edges of both, those near each other once.
fn united(a: &[f32], b: &[f32]) -> Vec<f32> {
    let mut xs = a.to_vec();
    xs.extend(b.iter().filter(|x| !a.iter().any(|other| (*x - other).abs() <= SNAP)));
    xs.sort_by(f32::total_cmp);
    xs
}

/// Moves cells from some columns to more of them.
fn remap(cells: &mut [GridCell], from: &[f32], to: &[f32]) {
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

/// Adds what of a cell stands on the next page.
fn append_text(piece: &mut Piece, next: Piece) {
    for origin in &next.origins {
        if !origin.span.is_empty() {
            piece.push(&next.text[origin.span.range()], origin.at);
        }
    }
}
