//! Word 97 to 2003 and WPS (binary, MS-DOC): a compound file with a stream of text and a stream of tables about it.
//!
//! `fib` says where everything stands, `pieces` where the text does, `pages` which properties a stretch of it has;
//! `properties` reads these with `sprm` and `styles`, `lists` counts the numbers that are not in the text.
mod fib;
mod lists;
mod pages;
mod pieces;
mod properties;
mod sprm;
mod styles;
#[cfg(test)]
mod tests;

use super::ReadError;
use super::builder::TOO_LONG;
use super::ole::Compound;
use super::word::{Flow, Text};
use crate::document::{Document, FilePlace, Kind};
use fib::{Fib, Part};
use lists::Lists;
use pages::Pages;
use properties::Properties;
use styles::Styles;

/// Reads such a file.
///
/// # Errors
/// If it is encrypted, older than Word 97, or has lost its text.
pub fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    const DAMAGED: ReadError = ReadError::Damaged(Kind::Doc);
    // A program may have set white space before the file.
    let file = Compound::open(bytes.trim_ascii_start()).ok_or(DAMAGED)?;
    let stream = file.stream("WordDocument").ok_or(DAMAGED)?;
    let fib = Fib::read(&stream)?;
    let table = file.stream(fib.table_stream).ok_or(DAMAGED)?;
    let data = file.stream("Data").unwrap_or_default();
    let styles = Styles::read(fib.part(Part::Styles, &table));
    let properties = Properties::new(
        Pages::of_paragraphs(&stream, fib.part(Part::ParagraphPages, &table)),
        Pages::of_characters(&stream, fib.part(Part::CharacterPages, &table)),
        &data,
        styles,
    );
    let lists = fib.part_and_rest(Part::Lists, &table);
    let lists = Lists::read(lists, fib.length(Part::Lists), fib.part(Part::ListUses, &table));
    let mut reader = Reader {
        flow: Flow::new(Kind::Doc),
        properties,
        lists,
        paragraph: Open::default(),
        number: 1,
        fields: Vec::new(),
    };
    let is_whole = reader.read(&stream, &pieces::pieces(fib.part_and_rest(Part::Pieces, &table), fib.characters));
    reader.flow.finish(is_whole)
}

/// Fields may stand in one another no deeper.
const MAX_FIELDS: usize = 64;

struct Reader<'a> {
    flow: Flow,
    properties: Properties<'a>,
    lists: Lists,
    paragraph: Open,
    /// The number of the paragraph that is being read.
    number: u32,
    /// For each open field, whether its instruction is being read, which is not shown; its result is.
    fields: Vec<bool>,
}

/// The paragraph that is being read.
#[derive(Default)]
struct Open {
    units: Vec<u16>,
    /// Where in the stream it begins and ends, once it has a character.
    place: Option<(usize, usize)>,
    /// Whether something in it is hidden.
    hides: bool,
}

impl Reader<'_> {
    /// Reads the pieces one after the other. Says whether all of them are there.
    fn read(&mut self, stream: &[u8], pieces: &[pieces::Piece]) -> bool {
        // Pieces of a sound file do not overlap, so its text is no longer than the stream.
        let mut room = stream.len();
        for piece in pieces {
            for n in 0..piece.length {
                let Some(unit) = piece.unit(stream, n) else { return self.end(false) };
                if room == 0 {
                    self.flow.lost(TOO_LONG);
                    return self.end(true);
                }
                room -= 1;
                self.unit(unit, piece.position(n), piece.width());
            }
        }
        self.end(!pieces.is_empty())
    }

    /// The text ends: so does a paragraph that has lost its mark.
    fn end(&mut self, is_whole: bool) -> bool {
        let text = self.take_text(Default::default());
        self.flow.paragraph(0, text);
        is_whole
    }

    /// Reads a character (Word has control characters of its own).
    fn unit(&mut self, unit: u16, position: usize, width: usize) {
        const CELL: u16 = 0x07;
        let open = &mut self.paragraph;
        let (start, _) = open.place.unwrap_or((position, position));
        let is_mark = matches!(unit, CELL | 0x0D | 0x0C);
        // The mark itself does not belong to the text.
        open.place = Some((start, if is_mark { position } else { position + width }));
        match unit {
            0x13 if self.fields.len() < MAX_FIELDS => self.fields.push(true),
            0x14 => self.fields.last_mut().into_iter().for_each(|instruction| *instruction = false),
            0x15 => drop(self.fields.pop()),
            _ if is_mark => {
                // An instruction stands in one paragraph: a field without an end swallows no more.
                self.fields.retain(|instruction| !instruction);
                self.mark(position, unit == CELL);
            }
            _ if self.fields.contains(&true) => {}
            0..=0x1F if !matches!(unit, 0x09 | 0x0B | 0x0E | 0x1E) => {}
            _ if self.properties.is_hidden(position) => self.paragraph.hides = true,
            0x0B | 0x0E => self.paragraph.units.push(0x0A),
            0x1E => self.paragraph.units.push(u16::from(b'-')),
            unit => self.paragraph.units.push(unit),
        }
    }

    /// Ends the paragraph, and the cell or row that it ends.
    fn mark(&mut self, position: usize, is_cell: bool) {
        let mark = self.properties.mark(position).unwrap_or_default();
        if mark.ends_row && (is_cell || mark.depth > 1) {
            self.paragraph = Open::default();
            self.flow.row(mark.depth, mark.shape);
            return;
        }
        let text = self.take_text(mark.outline);
        // A cell of a table whose marks are lost is a paragraph.
        if mark.depth > 0 && (is_cell || mark.ends_cell) {
            self.flow.cell(mark.depth, text);
        } else {
            self.flow.paragraph(mark.depth, text);
        }
    }

    /// The text of the paragraph that ends, with the number that Word shows before it.
    fn take_text(&mut self, outline: styles::Outline) -> Text {
        let open = std::mem::take(&mut self.paragraph);
        let mut text: String =
            char::decode_utf16(open.units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
        let is_blank = text.trim().is_empty();
        // A paragraph that is wholly deleted counts no more.
        if let Some(list) = outline.list
            && !(is_blank && open.hides)
            && let Some(mut number) = self.lists.number(list, outline.list_level.unwrap_or(0))
            && !is_blank
        {
            if number.ends_with(|c: char| c.is_ascii_alphanumeric()) {
                number.push(' ');
            }
            text.insert_str(0, &number);
        }
        let number = self.number;
        self.number += 1;
        let (start, end) = open.place.unwrap_or_default();
        let at = FilePlace::Paragraph { number, start: start as u32, end: end.max(start) as u32 };
        Text { text, at, level: outline.level.filter(|&level| level > 0) }
    }
}
