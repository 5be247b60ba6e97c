//! The cells of a sheet and which of them are merged.
use super::formats::Formats;
use super::strings::{Strings, rich_text};
use crate::read::builder::MAX_CELLS;
use crate::read::xml::{Event, Tag, Xml};

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
    /// Whether something was left out.
    pub is_cut: bool,
}

impl Default for Room {
    fn default() -> Self {
        Self { filled: MAX_CELLS, cells: MAX_CELLS, text: 16 << 20, is_cut: false }
    }
}

/// The limits of Excel.
const MAX_ROW: u32 = 1 << 20;
const MAX_COLUMN: u32 = 1 << 14;

impl Sheet {
    /// Reads the part.
    pub fn read(xml: &mut Xml, strings: &Strings, formats: &Formats, room: &mut Room) -> Self {
        let mut sheet = Self::default();
        // Where the next cell stands that does not say so.
        let (mut row, mut column) = (0, 0);
        while let Some(event) = xml.next() {
            let Event::Open(tag) = event else { continue };
            match tag.name {
                "row" => {
                    let number = tag.get("r").and_then(|number| number.trim().parse::<u32>().ok());
                    (row, column) = (number.map_or(row + u32::from(column > 0), |number| number.saturating_sub(1)), 0);
                }
                "c" => {
                    if let Some(place) = tag.get("r").and_then(|place| place_of(&place)) {
                        (row, column) = place;
                    }
                    let text = text(&tag, xml, strings, formats);
                    if row < MAX_ROW && column < MAX_COLUMN && !text.trim().is_empty() && room.take(&text) {
                        sheet.cells.push(Cell { row, column, text });
                    }
                    column += 1;
                }
                "mergeCell" if sheet.merged.len() < MAX_CELLS => {
                    sheet.merged.extend(tag.get("ref").and_then(|area| area_of(&area)));
                }
                _ => {}
            }
        }
        sheet.tidy();
        sheet
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
    pub fn take(&mut self, text: &str) -> bool {
        let has_room = self.filled > 0 && self.text >= text.len();
        if has_room {
            self.filled -= 1;
            self.text -= text.len();
        }
        self.is_cut |= !has_room;
        has_room
    }
}

/// What is shown in a cell that has just begun.
fn text(tag: &Tag, xml: &mut Xml, strings: &Strings, formats: &Formats) -> String {
    let depth = xml.depth();
    let kind = tag.get("t").unwrap_or_default();
    let style = tag.get("s").and_then(|style| style.trim().parse().ok()).unwrap_or(0);
    let (mut value, mut inline) = (String::new(), String::new());
    let mut is_value = false;
    while xml.depth() >= depth {
        match xml.next() {
            Some(Event::Open(tag)) if tag.name == "is" => inline = rich_text(xml),
            Some(Event::Open(tag)) => is_value = tag.name == "v",
            Some(Event::Close) => is_value = false,
            Some(Event::Text(text)) if is_value => value.push_str(&text),
            Some(Event::Text(_)) => {}
            None => break,
        }
    }
    match kind.as_str() {
        "s" => value.trim().parse().ok().and_then(|at| strings.get(at)).unwrap_or_default().to_owned(),
        "inlineStr" => inline,
        "b" => if value.trim() == "1" { "TRUE" } else { "FALSE" }.to_owned(),
        "str" | "e" | "d" => value,
        _ if value.trim().is_empty() => inline,
        _ => formats.shown(&value, style),
    }
}

/// The row and column of `B7`, from 0.
fn place_of(name: &str) -> Option<(u32, u32)> {
    let name = name.trim().replace('$', "");
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic).count();
    if letters == 0 || letters > 3 {
        return None;
    }
    let column =
        name[..letters].bytes().fold(0, |column, letter| column * 26 + u32::from(letter.to_ascii_uppercase() - b'@'));
    let row: u32 = name[letters..].parse().ok().filter(|row| (1..=MAX_ROW).contains(row))?;
    Some((row - 1, column - 1))
}

fn area_of(names: &str) -> Option<Area> {
    let (first, last) = names.split_once(':')?;
    let ((top, left), (bottom, right)) = (place_of(first)?, place_of(last)?);
    let area = Area { top: top.min(bottom), left: left.min(right), bottom: top.max(bottom), right: left.max(right) };
    Some(area).filter(|area| area.top < area.bottom || area.left < area.right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_read() {
        assert_eq!(place_of("A1"), Some((0, 0)));
        assert_eq!(place_of("$B$7"), Some((6, 1)));
        assert_eq!(place_of("xfd1048576"), Some((1_048_575, 16_383)));
        for none in ["", "A", "7", "A0", "A1048577", "ABCD1", "A-1", "甲1"] {
            assert_eq!(place_of(none), None, "{none}");
        }
        assert_eq!(area_of("B3:A1"), Some(Area { top: 0, left: 0, bottom: 2, right: 1 }));
        assert_eq!(area_of("A1:A1"), None);
    }
}
