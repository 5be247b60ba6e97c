//! The number formats that the styles of the cells name (`styles.xml`).
use crate::read::workbook::formats::{Formats, MAX_FORMATS, MAX_STYLES};
use crate::read::xml::{Event, Xml};

/// Reads the part.
pub fn read(text: &str, is_1904: bool) -> Formats {
    let mut xml = Xml::new(text);
    let mut codes: Vec<(usize, String)> = Vec::new();
    let mut styles: Vec<usize> = Vec::new();
    while let Some(event) = xml.next() {
        let Event::Open(tag) = event else { continue };
        let id = || tag.get("numFmtId").and_then(|id| id.trim().parse().ok()).unwrap_or(0);
        match tag.name {
            // Formats of conditions, and styles that others are made of.
            "dxfs" | "cellStyleXfs" => xml.skip(),
            "numFmt" if codes.len() < MAX_FORMATS => codes.push((id(), tag.get("formatCode").unwrap_or_default())),
            "xf" if styles.len() < MAX_STYLES => styles.push(id()),
            _ => {}
        }
    }
    Formats::new(codes, styles, is_1904)
}
