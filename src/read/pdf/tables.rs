//! Tables that go on over pages.
use super::areas::{SNAP, remap, rows, trim, united};
use super::layout::PageTable;
use crate::document::{FilePlace, Origin, Rect};
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

/// How much of its width a cell leaves at most where a line of it is full, in characters: one and what frames them.
const PADDED: f32 = 2.25;
/// The most rows that a table repeats on every page.
const MAX_HEADER: usize = 6;

impl Open {
    pub fn new(table: PageTable) -> Self {
        let (xs, open_bottom) = (table.grid.xs.clone(), most(&table.grid.open_bottom));
        let (cells, rows) = rows(table);
        Self { xs, cells, rows, open_bottom }
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
        let open_bottom = most(&table.grid.open_bottom);
        let (mut added, mut rows) = rows(table);
        remap(&mut added, &moved, &xs);
        self.xs = xs;
        let foot = self.rows - 1;
        trim(&mut self.cells, &mut self.rows, foot);
        trim(&mut added, &mut rows, 0);
        let outside = self.outside(&added);
        let header = self.repeated(&added);
        added.retain(|cell| cell.row >= header);
        added.iter_mut().for_each(|cell| cell.row -= header);
        self.append(added, rows - header, header == 0 && open_top);
        self.open_bottom = open_bottom;
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
        let joins = if self.is_cut(&first, open_top) {
            first.iter().map(|(_, above)| *above).collect()
        } else {
            self.labels(&first)
        };
        let cut = joins.len() == first.len() && joins.iter().all(Option::is_some);
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

    /// For the cells of a row on the next page that is not the rest of the last one, the cells above that go on in them.
    fn labels(&self, first: &[(&GridCell, Option<usize>)]) -> Vec<Option<usize>> {
        // Labels before the row's own: what stands in them began on the page before.
        let leading = first.iter().enumerate().take_while(|(n, (cell, above))| {
            let Some(above) = above.map(|n| &self.cells[n]) else { return false };
            let (begun, text) = (&above.text.text, &cell.text.text);
            let is_label = |(cell, _): &(&GridCell, _)| !cell.text.text.is_empty() && !is_number(&cell.text.text);
            let torn = cell.row_span > 1 || above.row_span > 1 || first[n + 1..].iter().any(is_label);
            is_words(text) && !begun.is_empty() && (text.is_empty() || (torn && (ordinal(begun) || is_open(begun))))
        });
        let leading = leading.count();
        // A row of which nothing begins here would be all labels.
        let leading = if leading == first.len() { 0 } else { leading };
        // Where a row is divided otherwise than the one above, those of its cells that are not are part of both: a head
        // has labels over several rows at any place.
        let otherwise = first.iter().any(|(_, above)| above.is_none());
        let goes_on = |cell: &GridCell, above: &usize| {
            let (begun, text) = (&self.cells[*above].text.text, &cell.text.text);
            otherwise && is_words(begun) && is_words(text) && !(begun.is_empty() && text.is_empty())
        };
        let cells = first.iter().enumerate();
        cells.map(|(n, (cell, above))| above.filter(|above| n < leading || goes_on(cell, above))).collect()
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
        let item = label.is_some_and(|(above, below)| ordinal(below) && !is_open(above));
        if item || pairs.iter().any(parted) {
            return false;
        }
        if open_top || self.open_bottom {
            return true;
        }
        let above = pairs.iter().any(|(above, _)| is_number(above));
        let below = pairs.iter().any(|(_, below)| is_number(below));
        let words = pairs.iter().filter(|(above, below)| !above.is_empty() && !below.is_empty()).count();
        match label {
            Some((above, _)) if is_open(above) => true,
            // The words of several labels go on, or those of the only one.
            _ if words > 1 || (pairs.len() == 1 && self.xs.len() > 2) => true,
            // All numbers stand on one side, and the label begins on the page before.
            Some((begun, _)) if ordinal(begun) => above != below,
            // A row without a number has a label at its head.
            Some(_) if above || below => false,
            Some(_) => pairs[0].1.is_empty() || first.iter().any(|(cell, above)| self.is_full(*above, cell)),
            None => !above && below,
        }
    }

    /// Whether a cell is so full that what stands in another had no room in its last line.
    fn is_full(&self, cell: Option<usize>, next: &GridCell) -> bool {
        let Some(cell) = cell.map(|cell| &self.cells[cell]).filter(|cell| !cell.text.text.is_empty()) else {
            return false;
        };
        let place = |origin: &Origin| match origin.at {
            FilePlace::Page { rect, .. } => Some(rect),
            _ => None,
        };
        let mut places = cell.text.origins.iter().rev().filter_map(place);
        let (Some(last), Some(first)) = (places.next(), next.text.origins.iter().find_map(place)) else { return false };
        let line = places.take_while(|it| (it.top - last.top).abs() < last.height() / 2.0).fold(last, Rect::join);
        let room = self.xs[cell.column + cell.column_span] - self.xs[cell.column] - line.width();
        !next.text.text.is_empty() && room < PADDED * first.width()
    }
}

/// Whether a text is neither a number nor an item of a list.
fn is_words(text: &str) -> bool {
    !is_number(text) && !ordinal(text)
}

/// Whether a bracket is not closed.
fn is_open(text: &str) -> bool {
    text.matches(['（', '(']).count() > text.matches(['）', ')']).count()
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

/// Adds what of a cell stands on the next page.
fn append_text(piece: &mut Piece, next: Piece) {
    for origin in &next.origins {
        if !origin.span.is_empty() {
            piece.push(&next.text[origin.span.range()], origin.at);
        }
    }
}
