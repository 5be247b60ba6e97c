//! Plain text: lines become paragraphs and, in whatever layout they were pasted, tables.
mod line;
mod lines;
mod rows;

use super::builder::{MAX_CELLS, TOO_LONG};
use crate::document::{Block, Document, Kind, Paragraph};
pub use line::is_wide;

/// Reads plain text.
pub fn read(source: &str) -> Document {
    let text: String = source.replace("\r\n", "\n").replace(['\r', '\u{B}', '\u{C}', '\u{2028}', '\u{2029}'], "\n");
    let (lines, is_cut) = lines::lines(&text);
    let mut blocks = Vec::new();
    let mut room = MAX_CELLS;
    let mut rest = &lines[..];
    while let Some(first) = rest.first() {
        let table = if first.span.is_empty() || room == 0 { None } else { rows::table(&text, rest) };
        if let Some((table, count)) = table {
            room = room.saturating_sub(table.cells.len());
            blocks.push(Block::Table(table));
            rest = &rest[count..];
            continue;
        }
        if !first.span.is_empty() {
            blocks.push(Block::Paragraph(Paragraph { span: first.span, level: None }));
        }
        rest = &rest[1..];
    }
    let notes = if is_cut { vec![TOO_LONG.to_owned()] } else { Vec::new() };
    Document { kind: Kind::Text, text, blocks, notes }
}
