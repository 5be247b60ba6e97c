//! Excel 5 to 2003 and WPS (binary, MS-XLS): a compound file with a stream of records.
//!
//! What the cells of the sheets become is as in the newer workbooks.
mod records;
#[cfg(test)]
mod tests;

use super::ReadError;
use super::builder::{Builder, TOO_LONG};
use super::bytes::{slice, u8_at, u16_at, u32_at, usize_at};
use super::ole::Compound;
use super::word::CUT_OFF;
use super::workbook::{
    MAX_SHEETS,
    formats::{Formats, MAX_FORMATS, MAX_STYLES},
    hidden, parts,
    sheet::{Area, Room, Sheet},
};
use crate::document::{Document, Kind};
use records::{Record, Records, Strings};

/// The most strings that a workbook has, by the limits of Excel.
const MAX_STRINGS: usize = 1 << 20;

/// Reads such a file.
///
/// # Errors
/// If it is encrypted, or nothing is written in it.
pub fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    const DAMAGED: ReadError = ReadError::Damaged(Kind::Xls);
    let file = Compound::open(bytes.trim_ascii_start()).ok_or(DAMAGED)?;
    let stream = file.stream("Workbook").or_else(|| file.stream("Book")).ok_or(DAMAGED)?;
    let book = Workbook::read(&stream)?;
    let mut builder = Builder::new(Kind::Xls);
    let mut room = Room::default();
    let mut is_whole = book.is_whole;
    for listed in &book.sheets {
        if listed.is_hidden {
            builder.note(&hidden(&listed.name));
            continue;
        }
        let end = book.sheets.iter().map(|other| other.start).filter(|&start| start > listed.start).min();
        let records = stream.get(listed.start..end.unwrap_or(stream.len()).min(stream.len())).unwrap_or_default();
        let (sheet, has_end) = book.sheet(Records::new(records), &mut room);
        is_whole &= has_end;
        parts::write(&sheet, &listed.name, &mut room, &mut builder);
    }
    if room.is_cut {
        builder.lost(TOO_LONG);
    }
    builder.finish_file((!is_whole).then_some(CUT_OFF))
}

/// What all sheets share.
#[derive(Default)]
struct Workbook {
    sheets: Vec<Listed>,
    strings: Vec<String>,
    formats: Formats,
    /// Before Excel 97.
    is_old: bool,
    /// Whether it has its end.
    is_whole: bool,
}

/// A sheet as the workbook lists it.
struct Listed {
    name: String,
    /// Where its records begin.
    start: usize,
    is_hidden: bool,
}

const BEGIN: u16 = 0x0809;
const END: u16 = 0x000A;

impl Workbook {
    fn read(stream: &[u8]) -> Result<Self, ReadError> {
        const PASSWORD: u16 = 0x002F;
        const DATES: u16 = 0x0022;
        const SHEET: u16 = 0x0085;
        const STYLE: u16 = 0x00E0;
        const STRINGS: u16 = 0x00FC;
        const FORMAT: u16 = 0x041E;
        let mut book = Self::default();
        let (mut codes, mut styles, mut is_1904) = (Vec::new(), Vec::new(), false);
        let mut records = Records::new(stream);
        while let Some(Record { kind, data }) = records.next() {
            match kind {
                BEGIN => book.is_old = u16_at(data, 0).is_some_and(|version| version < 0x0600),
                END => {
                    book.is_whole = true;
                    break;
                }
                PASSWORD => return Err(ReadError::Encrypted(Kind::Xls)),
                DATES => is_1904 = u16_at(data, 0) == Some(1),
                SHEET if book.sheets.len() < MAX_SHEETS => book.sheets.extend(book.listed(data)),
                STYLE if styles.len() < MAX_STYLES => styles.push(u16_at(data, 2).unwrap_or(0).into()),
                FORMAT if codes.len() < MAX_FORMATS => codes.extend(book.format(data)),
                STRINGS => {
                    let mut strings = Strings::new(data.get(8..).unwrap_or_default(), records.continued(), book.is_old);
                    // Many cells may name one that is long and blank.
                    let strings = std::iter::from_fn(|| strings.string(false)).take(MAX_STRINGS);
                    book.strings =
                        strings.map(|text| if text.trim().is_empty() { String::new() } else { text }).collect();
                }
                _ => {}
            }
        }
        book.formats = Formats::new(codes, styles, is_1904);
        Ok(book)
    }

    /// A sheet with cells; not a chart or a module.
    fn listed(&self, data: &[u8]) -> Option<Listed> {
        let (start, state, kind) = (usize_at(data, 0)?, u8_at(data, 4)?, u8_at(data, 5)?);
        let name = self.string(data, 6, true)?;
        let is_new = !self.sheets.iter().any(|other| other.start == start);
        (kind == 0 && is_new).then_some(Listed { name, start, is_hidden: state & 3 != 0 })
    }

    fn format(&self, data: &[u8]) -> Option<(usize, String)> {
        Some((u16_at(data, 0)?.into(), self.string(data, 2, self.is_old)?))
    }

    /// A string in a record.
    fn string(&self, data: &[u8], at: usize, is_short: bool) -> Option<String> {
        Strings::new(data.get(at..)?, Vec::new(), self.is_old).string(is_short)
    }

    /// Reads a sheet, and whether it has its end.
    fn sheet(&self, records: Records, room: &mut Room) -> (Sheet, bool) {
        let mut sheet = Sheet::default();
        let mut cells = Cells { book: self, sheet: &mut sheet, room, formula: None };
        // Charts stand inside of the sheet.
        let mut depth = 0usize;
        let mut has_end = false;
        for record in records {
            match record.kind {
                BEGIN => depth += 1,
                END => depth = depth.saturating_sub(1),
                _ if depth == 1 => cells.record(record),
                _ => {}
            }
            if record.kind == END && depth == 0 {
                has_end = true;
                break;
            }
        }
        sheet.tidy();
        (sheet, has_end)
    }
}

/// Reads the cells of a sheet.
struct Cells<'a> {
    book: &'a Workbook,
    sheet: &'a mut Sheet,
    room: &'a mut Room,
    /// The cell of a formula whose text comes in the next record.
    formula: Option<(u16, u16)>,
}

impl Cells<'_> {
    fn record(&mut self, record: Record) {
        let data = record.data;
        if self.room.is_full() || self.cell(record.kind, data).is_none() {
            self.merged(record.kind, data);
        }
    }

    /// Reads a record that holds cells, if it is whole.
    fn cell(&mut self, kind: u16, data: &[u8]) -> Option<()> {
        const FORMULA: u16 = 0x0006;
        const MANY_NUMBERS: u16 = 0x00BD;
        const RICH_TEXT: u16 = 0x00D6;
        const SHARED_TEXT: u16 = 0x00FD;
        const NUMBER: u16 = 0x0203;
        const TEXT: u16 = 0x0204;
        const TRUTH: u16 = 0x0205;
        const TEXT_OF_FORMULA: u16 = 0x0207;
        const SHORT_NUMBER: u16 = 0x027E;
        let (row, column, style) = (u16_at(data, 0)?, u16_at(data, 2)?, u16_at(data, 4).unwrap_or(0));
        match kind {
            SHARED_TEXT => {
                let text = self.book.strings.get(usize_at(data, 6)?)?;
                self.put(row, column, text.clone());
            }
            TEXT | RICH_TEXT => self.put(row, column, self.book.string(data, 6, false)?),
            NUMBER => self.number(row, column, style, f64_at(data, 6)?),
            SHORT_NUMBER => self.number(row, column, style, short_number(u32_at(data, 6)?)),
            MANY_NUMBERS => {
                let numbers = data.get(4..data.len().checked_sub(2)?)?;
                for (number, column) in numbers.chunks_exact(6).zip(column..) {
                    self.number(row, column, u16_at(number, 0)?, short_number(u32_at(number, 2)?));
                }
            }
            TRUTH => {
                // Errors such as #DIV/0! say nothing that could be checked.
                let is_true = u8_at(data, 6)? != 0 && u8_at(data, 7)? == 0;
                self.put(row, column, if is_true { "TRUE" } else { "" }.to_owned());
            }
            FORMULA => {
                self.formula = Some((row, column));
                // Not a number: text, which follows, a truth value or an error.
                if u16_at(data, 12)? != u16::MAX {
                    self.number(row, column, style, f64_at(data, 6)?);
                }
            }
            TEXT_OF_FORMULA => {
                let (row, column) = self.formula.take()?;
                self.put(row, column, self.book.string(data, 0, false)?);
            }
            _ => return None,
        }
        Some(())
    }

    fn merged(&mut self, kind: u16, data: &[u8]) {
        const MERGED: u16 = 0x00E5;
        if kind != MERGED {
            return;
        }
        for area in data.get(2..).unwrap_or_default().chunks_exact(8) {
            let side = |at| u32::from(u16_at(area, at).unwrap_or(0));
            let area = Area { top: side(0), bottom: side(2), left: side(4), right: side(6) };
            self.sheet.merge(area, self.room);
        }
    }

    fn number(&mut self, row: u16, column: u16, style: u16, number: f64) {
        self.put(row, column, self.book.formats.shown(&decimal(number), style.into()));
    }

    fn put(&mut self, row: u16, column: u16, text: String) {
        self.sheet.put(row.into(), column.into(), text, self.room);
    }
}

fn f64_at(bytes: &[u8], at: usize) -> Option<f64> {
    slice(bytes, at, 8)?.try_into().ok().map(f64::from_le_bytes)
}

/// A number in four bytes: a whole one or the upper half of a fraction, and maybe a hundred times too large.
fn short_number(bits: u32) -> f64 {
    const HUNDREDFOLD: u32 = 1;
    const WHOLE: u32 = 2;
    let number =
        if bits & WHOLE != 0 { f64::from(bits as i32 >> 2) } else { f64::from_bits(u64::from(bits & !3) << 32) };
    if bits & HUNDREDFOLD != 0 { number / 100.0 } else { number }
}

/// A number in decimal digits, 15 of them, as Excel shows it: 96171.6.
fn decimal(number: f64) -> String {
    // Shorter than the general way to write fractions, which would come into the page for this alone.
    const PRECISION: f64 = 1e15;
    let size = number.abs();
    if !size.is_finite() {
        return String::new();
    }
    let (mut scaled, mut places) = (size, 0usize);
    while places < 15 && (scaled - scaled.round()).abs() > scaled / PRECISION && scaled * 10.0 < PRECISION {
        places += 1;
        scaled = size * 10f64.powi(places as i32);
    }
    // Larger numbers than this fits stand in no report.
    let mut digits = (scaled.round() as u64).to_string();
    if places > 0 {
        digits = "0".repeat((places + 1).saturating_sub(digits.len())) + &digits;
        digits.insert(digits.len() - places, '.');
    }
    if number < 0.0 { ["-", &digits].concat() } else { digits }
}
