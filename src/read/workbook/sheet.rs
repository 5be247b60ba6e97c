//! The cells of a sheet and which of them are merged.
use crate::read::builder::MAX_CELLS;

/// A sheet.
#[derive(Debug, Default)]
pub struct Sheet {
    /// The cells in which something is written, by row and column.
    pub cells: Vec<Cell>,
    /// The merged cells, by row and column.
    pub merged: Vec<Area>,
}

/// A cell; row and column from 0.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    pub row: u32,
    pub column: u32,
    pub text: String,
}

/// A rectangle of cells, its last row and column included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Area {
    pub top: u32,
    pub left: u32,
    pub bottom: u32,
    pub right: u32,
}

/// How much may still be read of a workbook.
#[derive(Debug)]
pub struct Room {
    /// Cells in which something is written.
    filled: usize,
    /// Cells of tables.
    pub cells: usize,
    /// Bytes of text: many cells may show the same long string.
    text: usize,
    /// Whether a cell had no room.
    is_full: bool,
    /// Whether something was left out.
    pub is_cut: bool,
}

impl Default for Room {
    fn default() -> Self {
        Self { filled: MAX_CELLS, cells: MAX_CELLS, text: 16 << 20, is_full: false, is_cut: false }
    }
}

/// The limits of Excel.
pub const MAX_ROW: u32 = 1 << 20;
pub const MAX_COLUMN: u32 = 1 << 14;
/// How many merged cells a sheet has. A report has some 30.
const MAX_MERGED: usize = 10_000;

impl Sheet {
    /// Adds a cell in which something is written, if there is room for it.
    pub fn put(&mut self, row: u32, column: u32, text: String, room: &mut Room) {
        if row < MAX_ROW && column < MAX_COLUMN && !text.trim().is_empty() && room.take(&text) {
            self.cells.push(Cell { row, column, text });
        }
    }

    /// Adds merged cells, whatever the order of their corners, if there is room for them.
    pub fn merge(&mut self, area: Area, room: &mut Room) {
        let Area { top, left, bottom, right } = area;
        let area =
            Area { top: top.min(bottom), left: left.min(right), bottom: top.max(bottom), right: left.max(right) };
        let is_more = area.top < area.bottom || area.left < area.right;
        if is_more && self.merged.len() < MAX_MERGED {
            self.merged.push(area);
        } else {
            room.is_cut |= is_more;
        }
    }

    /// Puts cells and areas in the order of the sheet, whatever that of the file; of two in one place the first counts.
    pub fn tidy(&mut self) {
        self.cells.sort_by_key(|cell| (cell.row, cell.column));
        self.cells.dedup_by_key(|cell| (cell.row, cell.column));
        self.merged.sort_by_key(|area| (area.top, area.left));
    }
}

impl Room {
    /// Takes the room for a cell in which something is written, if there is any.
    fn take(&mut self, text: &str) -> bool {
        self.is_full |= self.filled == 0 || self.text < text.len();
        self.is_cut |= self.is_full;
        if !self.is_full {
            self.filled -= 1;
            self.text -= text.len();
        }
        !self.is_full
    }

    /// Whether a cell had no room, so that the text of further ones need not be made: it may be long.
    pub fn is_full(&self) -> bool {
        self.is_full
    }
}
