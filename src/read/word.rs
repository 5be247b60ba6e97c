//! What the older formats of word processors have in common: paragraphs one after the other, of which some end a cell
//! or a row of a table, and rows that each say for themselves where the edges of their cells are.
use super::builder::{Builder, MAX_BLOCKS, MAX_CELLS, MAX_COLUMNS, TOO_LONG};
use super::flow::{self, Item};
use super::grid::GridBuilder;
use crate::document::{Document, FilePlace, Kind};

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

/// A paragraph as it stands in the file.
#[derive(Clone, Debug)]
pub struct Text {
    /// Its text; a line break is one that the file asks for.
    pub text: String,
    pub at: FilePlace,
    /// The level of a heading.
    pub level: Option<u8>,
}

/// A table that is being read.
#[derive(Default)]
struct OpenTable {
    rows: Vec<(RowShape, Vec<Vec<Item>>)>,
    /// The finished cells of the row that is being read.
    row: Vec<Vec<Item>>,
    /// What stands in the cell that is being read.
    content: Vec<Item>,
}

/// Writes a document from paragraphs, cells and rows as they come.
pub struct Flow {
    builder: Builder,
    /// The open tables, each in a cell of the one before.
    tables: Vec<OpenTable>,
    /// How many paragraphs and cells may still come.
    room: usize,
}

/// What the user is told where a file ends before its text does.
pub const CUT_OFF: &str = "文件不完整，后面的内容没有读到。请用原来的软件打开，另存后再核对。";

/// How deep tables may stand in one another.
const MAX_DEPTH: usize = 16;
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

impl Flow {
    pub fn new(kind: Kind) -> Self {
        Self { builder: Builder::new(kind), tables: Vec::new(), room: MAX_BLOCKS + MAX_CELLS }
    }

    /// A paragraph ends. `depth`: in how many tables it stands.
    pub fn paragraph(&mut self, depth: usize, text: Text) {
        self.enter(depth);
        let mut flow = flow::Flow::new(self.has_room());
        for (n, line) in text.text.split('\n').enumerate() {
            if n > 0 {
                flow.line_break();
            }
            flow.push(line);
        }
        let keep = flow.is_kept;
        if !flow.end(text.level, Some(text.at), keep) && keep && !self.tables.is_empty() {
            // Tells where an empty cell stands.
            flow.items.push(Item::Paragraph { text: String::new(), level: None, at: Some(text.at) });
        }
        self.write(flow.items);
    }

    /// A paragraph ends and with it a cell.
    pub fn cell(&mut self, depth: usize, text: Text) {
        self.paragraph(depth.max(1), text);
        if let Some(table) = self.tables.last_mut()
            && table.row.len() < MAX_COLUMNS
        {
            table.row.push(std::mem::take(&mut table.content));
        }
    }

    /// A row ends.
    pub fn row(&mut self, depth: usize, shape: RowShape) {
        self.enter(depth.max(1));
        if let Some(table) = self.tables.last_mut() {
            table.end_row(shape);
        }
    }

    pub fn note(&mut self, note: &str) {
        self.builder.note(note);
    }

    pub fn finish(mut self) -> Document {
        self.enter(0);
        self.builder.finish()
    }

    /// Opens and closes tables, so that `depth` are open.
    fn enter(&mut self, depth: usize) {
        let depth = depth.min(MAX_DEPTH);
        while self.tables.len() > depth
            && let Some(mut table) = self.tables.pop()
        {
            table.end_row(RowShape::default());
            let items = grid(table.rows).finish();
            self.write(items);
        }
        self.tables.resize_with(depth, OpenTable::default);
    }

    /// Puts items where they belong: in the cell that is being read or in the document.
    fn write(&mut self, items: Vec<Item>) {
        match self.tables.last_mut() {
            Some(table) => table.content.extend(items),
            None => items.iter().for_each(|item| item.write(&mut self.builder)),
        }
    }

    fn has_room(&mut self) -> bool {
        if self.room == 0 {
            self.builder.note(TOO_LONG);
            return false;
        }
        self.room -= 1;
        true
    }
}

impl OpenTable {
    fn end_row(&mut self, shape: RowShape) {
        if !self.content.iter().all(Item::is_blank) {
            self.row.push(std::mem::take(&mut self.content));
        }
        self.content.clear();
        if !self.row.is_empty() {
            self.rows.push((shape, std::mem::take(&mut self.row)));
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
fn grid(rows: Vec<(RowShape, Vec<Vec<Item>>)>) -> GridBuilder {
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

#[cfg(test)]
mod tests {
    use super::*;

    /// A row of cells: text, right edge, merged across, merged down.
    type Row<'a> = &'a [(&'a str, i32, Merge, Merge)];

    fn text(text: &str) -> Text {
        Text { text: text.to_owned(), at: FilePlace::Paragraph { number: 1, start: 0, end: 0 }, level: Option::None }
    }

    fn table(rows: &[Row]) -> Vec<(String, usize, usize, usize, usize)> {
        let mut flow = Flow::new(Kind::Doc);
        for row in rows {
            row.iter().for_each(|cell| flow.cell(1, text(cell.0)));
            let cells = row.iter().map(|&(_, right, across, down)| CellShape { right, across, down }).collect();
            flow.row(1, RowShape { left: 0, cells });
        }
        let document = flow.finish();
        let cells = document.tables().flat_map(|table| &table.cells);
        let cell = |cell: &crate::document::Cell| {
            (document.str(cell.span).to_owned(), cell.row, cell.column, cell.row_span, cell.column_span)
        };
        cells.map(cell).collect()
    }

    use Merge::{Continued, First, None};

    #[test]
    fn columns_are_the_edges_of_all_rows() {
        let cells = table(&[
            &[("甲", 3000, None, None), ("乙", 6000, None, None)],
            // Drawn by hand: not quite where the edge above is.
            &[("丙", 1000, None, None), ("丁", 3012, None, None), ("戊", 5991, None, None)],
        ]);
        let spans: Vec<_> = cells.iter().map(|cell| (cell.0.as_str(), cell.2, cell.4)).collect();
        assert_eq!(spans, [("甲", 0, 2), ("乙", 2, 1), ("丙", 0, 1), ("丁", 1, 1), ("戊", 2, 1)]);
    }

    #[test]
    fn merged_cells_are_one() {
        let cells = table(&[
            &[("甲", 1000, None, First), ("乙", 2000, First, None), ("", 3000, Continued, None)],
            &[("", 1000, None, Continued), ("丙", 2000, None, None), ("丁", 3000, None, None)],
            &[("戊", 1000, None, First), ("己", 2000, None, None), ("庚", 3000, None, None)],
        ]);
        let spans: Vec<_> = cells.iter().map(|cell| (cell.0.as_str(), cell.1, cell.2, cell.3, cell.4)).collect();
        let one = |text, row, column| (text, row, column, 1, 1);
        let expected = [
            ("甲", 0, 0, 2, 1),
            ("乙", 0, 1, 1, 2),
            one("丙", 1, 1),
            one("丁", 1, 2),
            one("戊", 2, 0),
            one("己", 2, 1),
            one("庚", 2, 2),
        ];
        assert_eq!(spans, expected);
    }

    #[test]
    fn a_cell_that_goes_on_with_nothing_above_it_is_a_cell() {
        let cells = table(&[&[("甲", 1000, None, Continued), ("乙", 2000, None, None)]]);
        assert_eq!(cells.len(), 2);
    }

    #[test]
    fn a_table_in_a_cell_stands_where_the_cell_stands() {
        let mut flow = Flow::new(Kind::Doc);
        flow.paragraph(0, text("前"));
        flow.paragraph(1, text("里"));
        flow.cell(2, text("一"));
        flow.cell(2, text("二"));
        flow.row(2, RowShape::default());
        flow.cell(1, text("后"));
        flow.cell(1, text(""));
        flow.row(1, RowShape::default());
        flow.paragraph(0, text("末"));
        assert_eq!(flow.finish().text, "前\n里\n| 一 | 二 |\n后\n末");
    }
}
