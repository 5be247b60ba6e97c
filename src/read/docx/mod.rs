//! Word, since 2007 (Office Open XML).
//!
//! `body` reads the text with its tables, `properties` what its parts say of themselves; `styles` and `lists` tell what a
//! paragraph does not say itself: the level of a heading and the number that Word counts.
mod body;
mod lists;
mod properties;
mod styles;

use super::builder::Builder;
use super::package::Package;
use super::xml::Xml;
use super::{ReadError, xlsx};
use crate::document::{Document, Kind};
use lists::Lists;
use styles::Styles;

/// What the user is told of a damaged file, of which something could be read.
pub const DAMAGED: &str = "文件有损坏，只读出了其中一部分，请与原文核对。";

/// Reads such a file. The places of its paragraphs are those in `word/document.xml`: bytes of the part as it is, or of
/// its text in UTF-8 where the part is in UTF-16.
///
/// # Errors
/// Where the main text is missing or empty, has a password, or is larger unpacked than any report.
pub fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let mut package =
        Package::open(bytes, Kind::Docx, &["word/document.xml", "word/document2.xml", "xl/workbook.xml"])?;
    // A workbook that holds a Word document looks like one from afar.
    if package.main.starts_with("xl/") {
        return xlsx::read(bytes);
    }
    let main = package.main.clone();
    let text = package.text(&main)?.ok_or(ReadError::Damaged(Kind::Docx))?;
    let styles = Styles::read(package.related("styles")?.as_deref().unwrap_or_default());
    let lists = Lists::read(package.related("numbering")?.as_deref().unwrap_or_default(), &styles);
    let mut builder = Builder::new(Kind::Docx);
    let mut xml = Xml::new(&text);
    body::read(&mut xml, &styles, lists, &mut builder);
    builder.finish_file((package.is_damaged || xml.is_damaged()).then_some(DAMAGED))
}

#[cfg(test)]
mod tests;
