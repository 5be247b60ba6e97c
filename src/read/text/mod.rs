//! Plain text: lines become paragraphs and, in whatever layout they were pasted, tables.
//!
//! A table is in rows that a character divides (`rows`), or in lines that are nothing but labels and numbers
//! (`bare`). A heading or running text ends it. What belongs to no table is paragraphs (`wrap`).
mod aligned;
mod bare;
mod line;
mod lines;
mod rows;
mod stacked;
mod wrap;

use super::builder::{MAX_CELLS, TOO_LONG};
use crate::document::{Block, Document, Kind, Table};
use crate::text::any;
pub use line::{is_blank, is_number, is_section_heading, is_wide};
use lines::Line;
use wrap::Wrap;

/// Reads plain text, and joins its lines to paragraphs.
pub fn read(source: &str) -> Document {
    let mut document = parts(source);
    wrap::join(&mut document);
    document
}

/// Finds the parts of a plain text, in which every line is as it was.
pub fn parts(source: &str) -> Document {
    let text = plain(source);
    let (lines, is_cut) = lines::lines(&text);
    let wrap = Wrap::measure(&text, &lines);
    let mut blocks = Vec::new();
    let mut cells = 0;
    let mut begin = 0;
    let mut at = 0;
    // The lines from `begin` to `at` belong to no table.
    while at < lines.len() {
        let (table, from, to) = if cells < MAX_CELLS { table_at(&text, &lines, at) } else { (None, at, lines.len()) };
        if let Some(table) = table {
            blocks.extend(wrap.paragraphs(&text, &lines[begin..from]).map(Block::Paragraph));
            cells += table.cells.len();
            blocks.push(Block::Table(table));
            begin = to;
        }
        at = to;
    }
    blocks.extend(wrap.paragraphs(&text, &lines[begin..]).map(Block::Paragraph));
    let incomplete = is_cut || cells >= MAX_CELLS;
    let notes = if incomplete { vec![TOO_LONG.to_owned()] } else { Vec::new() };
    Document { kind: Kind::Text, text, blocks, notes, incomplete, ..Document::default() }
}

/// The text with one kind of line break, and without what Markdown borrows from web pages: in tables anywhere, else at
/// the ends of a line. Within a line of prose it was left over, and a rule tells it.
fn plain(source: &str) -> String {
    let text = source.replace("\r\n", "\n").replace(['\r', '\u{B}', '\u{C}', '\u{2028}', '\u{2029}'], "\n");
    if !any::holds(&text, &BORROWED) {
        return text;
    }
    text.split_inclusive('\n').map(without_borrowed).collect()
}

const BORROWED: [&str; 4] = ["<br>", "<br/>", "<br />", "&nbsp;"];

fn without_borrowed(line: &str) -> String {
    if line.contains('|') {
        return BORROWED.iter().fold(line.to_owned(), |line, tag| line.replace(tag, " "));
    }
    let (mut words, end) = line.strip_suffix('\n').map_or((line, ""), |words| (words, "\n"));
    while let Some(rest) = BORROWED.iter().find_map(|tag| words.strip_prefix(tag).or(words.strip_suffix(tag))) {
        words = rest.trim();
    }
    [words, end].concat()
}

/// The table that stands in the lines from `at`, and from where to where; without one, the lines that have none.
fn table_at(text: &str, lines: &[Line], at: usize) -> (Option<Table>, usize, usize) {
    if lines[at].span.is_empty() {
        return (None, at, at + 1);
    }
    let stretch = rows::stretch(text, &lines[at..]).unwrap_or_else(|| bare::stretch(text, &lines[at..]));
    match stretch.table {
        Some((table, lines)) => (Some(table), at + lines.start, at + lines.end),
        None => (None, at, at + stretch.lines),
    }
}

#[cfg(test)]
mod tests;
