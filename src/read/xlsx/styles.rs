//! The number formats that the styles of the cells name (`styles.xml`).
use crate::read::workbook::formats::{Formats, MAX_STYLES};
use crate::read::xml::{Event, Xml};

/// The longest code of a format, in bytes: Excel takes 255 characters.
const MAX_CODE: usize = 1024;

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
            "numFmt" if codes.len() < MAX_STYLES => {
                let code = tag.get("formatCode").filter(|code| code.len() <= MAX_CODE);
                codes.push((id(), code.unwrap_or_default()));
            }
            "xf" if styles.len() < MAX_STYLES => styles.push(id()),
            _ => {}
        }
    }
    Formats::new(codes, styles, is_1904)
}
