//! What the older formats of word processors have in common: paragraphs one after the other, of which some end a cell
//! or a row of a table, and rows that each say for themselves where the edges of their cells are.
mod rows;
#[cfg(test)]
mod tests;

use super::ReadError;
use super::builder::{Builder, MAX_BLOCKS, MAX_CELLS, MAX_COLUMNS, TOO_LONG};
use super::flow::{self, Item};
use crate::document::{Document, FilePlace, Kind};
use rows::grid;

pub use rows::{CellShape, Merge, RowShape};

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
        // Rows of cells that are left out would still take memory, each for its shape.
        if self.room > 0
            && let Some(table) = self.tables.last_mut()
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

    /// Tells that a part of the file could not be read.
    pub fn lost(&mut self, note: &str) {
        self.builder.lost(note);
    }

    /// The file ends; `is_whole` tells whether all of it was there.
    ///
    /// # Errors
    /// Where nothing was read.
    pub fn finish(mut self, is_whole: bool) -> Result<Document, ReadError> {
        self.enter(0);
        self.builder.finish_file((!is_whole).then_some(CUT_OFF))
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
            self.builder.lost(TOO_LONG);
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
