//! Which cell of a row belongs to which column of the form.
use super::rows::{RowCell, RowLabel, TableRow};
use crate::{
    document::Document,
    form::TableBlock,
    text::{Span, label::LIKE},
};

/// The header of a block in the document.
#[derive(Debug, Default)]
pub struct Header {
    /// For each column of the form, its label in the document.
    pub columns: Vec<Option<HeaderCell>>,
    /// Words in the header that are none of the form's labels.
    pub foreign: Vec<Span>,
    /// The first column of the form that stands before its predecessor, in one row.
    pub moved: Option<usize>,
    /// The share of the columns whose labels were found, weighed by their likeness: from 0 to 1.
    pub fit: f32,
    /// Blank cells behind the last label, where one row holds the labels of all columns: leftovers of merged cells,
    /// which the rows below have as well.
    padding: usize,
}

/// The label of a column in the document.
#[derive(Clone, Copy, Debug)]
pub struct HeaderCell {
    /// Where it stands.
    pub span: Span,
    /// Whether it is the form's label, but for width, blanks and punctuation.
    pub exact: bool,
    /// Its first column in the grid.
    grid: usize,
}

impl Header {
    /// The header of a block that the document does not have.
    pub fn absent(columns: usize) -> Self {
        Self { columns: vec![None; columns], ..Self::default() }
    }

    /// Finds the labels of the columns among the words above a block. Each is used once, in order: the form has the
    /// same label over several columns.
    pub(super) fn new(block: &TableBlock, cells: &[(&TableRow, &RowLabel)]) -> Self {
        let mut used = vec![false; cells.len()];
        let mut header = Self::absent(block.columns.len());
        let labels = || block.columns.iter().enumerate().filter_map(|(n, column)| Some((n, column.labels.last()?)));
        for least in [1.0, LIKE] {
            for (n, label) in labels().filter(|(_, label)| !label.body.is_empty()) {
                if header.columns[n].is_some() {
                    continue;
                }
                let like = |k: &usize| !used[*k] && label.likeness(&cells[*k].1.label) >= least;
                if let Some(k) = (0..cells.len()).find(like) {
                    used[k] = true;
                    let (row, found) = cells[k];
                    let grid = row.cells.get(found.end - 1).map_or(0, |cell| cell.column);
                    header.columns[n] = Some(HeaderCell { span: found.span, exact: least == 1.0, grid });
                    header.fit += label.likeness(&found.label) / block.columns.len() as f32;
                }
            }
        }
        header.padding = padding(&header, cells);
        header.moved = moved(&header, cells, block);
        let known = |found: &RowLabel| block.known.iter().any(|label| label.likeness(&found.label) >= LIKE);
        let foreign = cells.iter().zip(&used).filter(|((_, found), used)| !**used && !known(found));
        header.foreign = foreign.map(|((_, found), _)| found.span).collect();
        header
    }

    /// The grid columns of all columns of the form, where the document tells them and they differ.
    fn grid(&self) -> Option<Vec<usize>> {
        let grid: Vec<usize> = self.columns.iter().map(|cell| cell.map(|cell| cell.grid)).collect::<Option<_>>()?;
        let mut distinct = grid.clone();
        distinct.sort_unstable();
        distinct.dedup();
        (distinct.len() == grid.len()).then_some(grid)
    }
}

fn padding(header: &Header, cells: &[(&TableRow, &RowLabel)]) -> usize {
    let of = |cell: &Option<HeaderCell>| {
        let span = cell.as_ref()?.span;
        cells.iter().find(|(_, label)| label.span == span).map(|(row, label)| (*row, label.end))
    };
    let places: Option<Vec<_>> = header.columns.iter().map(of).collect();
    match places.as_deref() {
        Some([(first, _), .., (last, end)]) if std::ptr::eq(*first, *last) => last.cells.len() - end,
        _ => 0,
    }
}

/// The first column whose label, the only one of its kind, stands in its row before that of the column before.
fn moved(header: &Header, cells: &[(&TableRow, &RowLabel)], block: &TableBlock) -> Option<usize> {
    let place = |column: usize| {
        let (own, label) = (header.columns[column].filter(|cell| cell.exact)?, block.columns[column].labels.last()?);
        let alone = block.columns.iter().filter(|other| other.labels.last() == Some(label)).count() == 1;
        let (row, found) = cells.iter().find(|(_, found)| found.span == own.span).filter(|_| alone)?;
        Some((std::ptr::from_ref(*row), found.end))
    };
    // Labels of two levels may be written one after another.
    let above = |column: usize| block.columns[column].path.split_last().map(|(_, above)| above);
    (1..header.columns.len()).find(|&column| match (place(column - 1), place(column)) {
        (Some((row, before)), Some((same, own))) => row == same && own < before && above(column - 1) == above(column),
        _ => false,
    })
}

/// For each row the cell of each column, and the cells that are left over.
type Bound = (Vec<Option<Span>>, Vec<Span>);

/// Gives the cells behind the labels of a block's rows to its columns.
///
/// As many cells as columns: by order. More: blanks before or behind them are leftovers of merged cells, on the side
/// where most rows have them. Otherwise by the grid, where it can be trusted, or by the labels in the header where
/// each has its cell; else from the left, and the rest is missing.
pub fn values(doc: &Document, tails: &[&[RowCell]], header: &Header, columns: usize, faithful: bool) -> Vec<Bound> {
    let blank = |cell: &RowCell| doc.str(cell.span).trim().is_empty();
    let leading = |tail: &[RowCell]| tail.iter().take_while(|cell| blank(cell)).count();
    let trailing = |tail: &[RowCell]| tail.iter().rev().take_while(|cell| blank(cell)).count();
    let padding =
        tails.iter().map(|tail| trailing(tail)).min().unwrap_or(0).min(if faithful { 0 } else { header.padding });
    let tails: Vec<&[RowCell]> = tails.iter().map(|tail| &tail[..tail.len() - padding]).collect();
    let excess = |tail: &[RowCell]| tail.len().saturating_sub(columns);
    let votes = |side: &dyn Fn(&[RowCell]) -> usize| {
        tails.iter().filter(|tail| excess(tail) > 0 && side(tail) >= excess(tail)).count()
    };
    let in_front = votes(&leading) > 0 && votes(&leading) >= votes(&trailing);
    let grid = header.grid().filter(|_| faithful);
    let present: Vec<usize> = (0..columns).filter(|&n| header.columns[n].is_some()).collect();
    let narrow = tails.iter().all(|tail| tail.len() == present.len());
    let row = |tail: &&[RowCell]| {
        let mut cells = *tail;
        for front in [in_front, !in_front] {
            let spare = excess(cells).min(if front { leading(cells) } else { trailing(cells) });
            cells = if front { &cells[spare..] } else { &cells[..cells.len() - spare] };
        }
        match &grid {
            Some(grid) if by_grid(tail, grid, columns == cells.len()) => place_by_grid(doc, tail, grid),
            _ if narrow => by_header(cells, &present, columns),
            _ => by_order(doc, cells, columns),
        }
    };
    tails.iter().map(row).collect()
}

/// Whether the grid decides: each column of the form has a cell of its own. With as many cells as columns it does only
/// where the columns stand in another order than in the form.
fn by_grid(tail: &[RowCell], grid: &[usize], complete: bool) -> bool {
    let own = |column: &usize| tail.iter().filter(|cell| cell.column == *column).count() == 1;
    let all = grid.iter().all(own);
    if complete {
        all && !grid.is_sorted()
    } else {
        all || grid.iter().filter(|column| own(column)).count() == tail.len()
    }
}

fn place_by_grid(doc: &Document, tail: &[RowCell], grid: &[usize]) -> Bound {
    let at = |column: &usize| tail.iter().find(|cell| cell.column == *column).map(|cell| cell.span);
    let surplus = tail.iter().filter(|cell| !grid.contains(&cell.column) && !doc.str(cell.span).trim().is_empty());
    (grid.iter().map(at).collect(), surplus.map(|cell| cell.span).collect())
}

/// All rows have as many cells as the header has labels of the form: the other columns are missing.
fn by_header(cells: &[RowCell], present: &[usize], columns: usize) -> Bound {
    let at = |column| present.iter().position(|&n| n == column).and_then(|n| cells.get(n)).map(|cell| cell.span);
    ((0..columns).map(at).collect(), vec![])
}

fn by_order(doc: &Document, cells: &[RowCell], columns: usize) -> Bound {
    let bound = (0..columns).map(|n| cells.get(n).map(|cell| cell.span)).collect();
    let surplus = cells.iter().skip(columns).map(|cell| cell.span).filter(|span| !doc.str(*span).trim().is_empty());
    (bound, surplus.collect())
}
