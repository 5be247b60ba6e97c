//! The parts of a sheet: tables, and the text above, between and below them.
//!
//! A blank row ends a table, and so does a row that holds nothing but a heading or running text.
use super::sheet::{Area, Cell, Room, Sheet};
use crate::document::FilePlace;
use crate::read::builder::{Builder, MAX_COLUMNS, Piece};
use crate::read::flow::{Flow, Item};
use crate::read::grid::{GridBuilder, is_running_text};
use crate::read::text::is_section_heading;

/// Writes a sheet.
pub fn write(sheet: &Sheet, name: &str, room: &mut Room, builder: &mut Builder) {
    if sheet.cells.is_empty() {
        return;
    }
    let index = builder.sheet(name);
    // The name of a sheet may be the only heading that its table has.
    if is_section_heading(name.trim()) && !sheet.cells.iter().any(|cell| is_section_heading(cell.text.trim())) {
        builder.paragraph(&Piece::from(name.to_owned()), None);
    }
    let parts = Parts { sheet, index };
    for stretch in parts.stretches() {
        parts.write(stretch, room, builder);
    }
}

struct Parts<'s> {
    sheet: &'s Sheet,
    index: u32,
}

impl<'s> Parts<'s> {
    /// The cells between blank rows.
    fn stretches(&self) -> impl Iterator<Item = &'s [Cell]> + '_ {
        // The last row of the merged cells so far.
        let mut reach = 0;
        self.sheet.cells.chunk_by(move |cell, next| {
            reach = reach.max(self.merged(cell).bottom);
            next.row <= cell.row + 1 || next.row <= reach
        })
    }

    /// Writes the cells between two blank rows.
    fn write(&self, stretch: &[Cell], room: &mut Room, builder: &mut Builder) {
        // From here to the row that is looked at there is a table.
        let mut start = 0;
        let mut at = 0;
        for row in stretch.chunk_by(|a, b| a.row == b.row) {
            let end = at + row.len();
            if let [cell] = row
                && self.is_text(cell, start == at, &stretch[start..])
            {
                self.table(&stretch[start..at], room, builder);
                self.item(cell.row, cell.column, &cell.text).write(builder);
                start = end;
            }
            at = end;
        }
        self.table(&stretch[start..], room, builder);
    }

    /// Whether the only cell of a row is text and no part of a table. `is_first`: no row of a table stands above.
    fn is_text(&self, cell: &Cell, is_first: bool, table: &[Cell]) -> bool {
        let area = self.merged(cell);
        if area.bottom > area.top {
            return false;
        }
        let text = cell.text.trim();
        // 第二十条第（一）项 stands over the columns of table two and belongs to it.
        let is_article = text.starts_with('第') && text.contains('条') && text.chars().count() <= 20;
        let is_last = table.last().is_some_and(|last| last.row == cell.row);
        let is_whole_width =
            || area.right > area.left && table.iter().all(|cell| self.merged(cell).right <= area.right);
        is_running_text(&[self.item(cell.row, cell.column, text)])
            || !is_article && (is_first || is_last && is_whole_width())
    }

    fn table(&self, cells: &[Cell], room: &mut Room, builder: &mut Builder) {
        let (Some(first), Some(last)) = (cells.first(), cells.last()) else { return };
        let left = cells.iter().map(|cell| cell.column).min().unwrap_or(0);
        let right = cells.iter().map(|cell| self.merged(cell).right).max().unwrap_or(0);
        let width = (right - left) as usize + 1;
        room.is_cut |= width > MAX_COLUMNS;
        let mut grid = GridBuilder::default();
        let mut rest = cells;
        for row in first.row..=last.row {
            grid.row();
            while let Some(column) = grid.next_column().filter(|&column| column < width) {
                if room.cells == 0 {
                    room.is_cut = true;
                    break;
                }
                let column = left + column as u32;
                let behind = rest.partition_point(|cell| (cell.row, cell.column) < (row, column));
                rest = &rest[behind..];
                let cell = rest.first().filter(|cell| (cell.row, cell.column) == (row, column));
                let area = self.area(row, column);
                let rows = area.bottom.min(last.row) - row + 1;
                let columns = area.right.min(right) - column + 1;
                if !grid.cell(rows as usize, columns as usize) {
                    break;
                }
                room.cells -= 1;
                grid.end_cell(vec![self.item(row, column, cell.map_or("", |cell| &cell.text))]);
            }
        }
        grid.finish().iter().for_each(|item| item.write(builder));
    }

    /// What stands in a cell. A line break in it is one that its writer made.
    fn item(&self, row: u32, column: u32, text: &str) -> Item {
        let at = Some(FilePlace::Sheet { sheet: self.index, row, column });
        let mut flow = Flow::new(true);
        for (n, line) in text.split('\n').enumerate() {
            if n > 0 {
                flow.line_break();
            }
            flow.push(line);
        }
        flow.end(None, at, true);
        flow.items.pop().unwrap_or(Item::Paragraph { text: String::new(), level: None, at })
    }

    /// What a cell covers.
    fn merged(&self, cell: &Cell) -> Area {
        self.area(cell.row, cell.column)
    }

    /// What the cell covers that begins at a place.
    fn area(&self, top: u32, left: u32) -> Area {
        let merged = &self.sheet.merged;
        let found = merged.binary_search_by_key(&(top, left), |area| (area.top, area.left));
        found.map_or(Area { top, left, bottom: top, right: left }, |found| merged[found])
    }
}
