//! Excel, since 2007 (Office Open XML).
//!
//! `strings` and `styles` are what the cells of all sheets share, `sheet` reads the cells of one.
mod sheet;
mod strings;
mod styles;

use super::ReadError;
use super::builder::{Builder, TOO_LONG};
use super::docx::DAMAGED;
use super::package::Package;
use super::workbook::{MAX_SHEETS, hidden, parts, sheet::Room};
use super::xml::{Event, Xml};
use crate::document::{Document, Kind};
use strings::Strings;

/// Reads such a file.
///
/// # Errors
/// Where nothing is written in it, it has a password, or is larger unpacked than any report.
pub fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let mut package = Package::open(bytes, Kind::Xlsx, &["xl/workbook.xml", "xl/workbook.bin"])?;
    if package.main.ends_with(".bin") {
        let advice = "请用 Excel 打开，另存为 Excel 工作簿（.xlsx）后再核对。";
        return Err(ReadError::Unsupported { kind: " Excel 二进制工作簿（.xlsb）", advice });
    }
    let main = package.main.clone();
    let book = Workbook::read(&package.text(&main)?.unwrap_or_default());
    let strings = Strings::read(&package.related("sharedStrings")?.unwrap_or_default());
    let formats = styles::read(&package.related("styles")?.unwrap_or_default(), book.is_1904);
    let mut builder = Builder::new(Kind::Xlsx);
    let mut room = Room::default();
    let mut is_damaged = book.sheets.is_empty();
    for listed in &book.sheets {
        let Some((kind, target)) = package.target(&listed.id) else {
            is_damaged = true;
            continue;
        };
        if kind != "worksheet" {
            continue;
        }
        if listed.is_hidden {
            builder.note(&hidden(&listed.name));
            continue;
        }
        let target = target.to_owned();
        let Some(text) = package.text(&target)? else {
            is_damaged = true;
            continue;
        };
        let mut xml = Xml::new(&text);
        let sheet = sheet::read(&mut xml, &strings, &formats, &mut room);
        is_damaged |= xml.is_damaged();
        parts::write(&sheet, &listed.name, &mut room, &mut builder);
    }
    if room.is_cut {
        builder.lost(TOO_LONG);
    }
    builder.finish_file((is_damaged || package.is_damaged).then_some(DAMAGED))
}

/// What the main part tells.
#[derive(Default)]
struct Workbook {
    sheets: Vec<Listed>,
    /// Whether days are counted from 1904 on and not from 1900.
    is_1904: bool,
}

/// A sheet as the workbook lists it.
struct Listed {
    name: String,
    id: String,
    is_hidden: bool,
}

impl Workbook {
    fn read(text: &str) -> Self {
        let mut xml = Xml::new(text);
        let mut book = Self::default();
        while let Some(event) = xml.next() {
            let Event::Open(tag) = event else { continue };
            match tag.name {
                "workbookPr" => book.is_1904 = tag.get("date1904").is_some_and(|value| value == "1" || value == "true"),
                "sheet" if book.sheets.len() < MAX_SHEETS => book.sheets.push(Listed {
                    name: tag.get("name").unwrap_or_default(),
                    id: tag.get("id").unwrap_or_default(),
                    is_hidden: tag.get("state").is_some_and(|state| state != "visible"),
                }),
                _ => {}
            }
        }
        book
    }
}

#[cfg(test)]
mod tests;
