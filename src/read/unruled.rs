//! Tables without rulings: the pages as plain text, in which blanks keep the columns, are read as such a text is.
//!
//! In the page this is left to the checker, which has the reader of text anyway.
use super::text::{self, is_number};
use crate::document::Document;

/// What the user is told where tables were read so.
const BY_PLACE: &str = "PDF 里的表格没有框线，是按文字的位置读成表格的，可能读错，请对照原件核对表格。";
/// With fewer numbers in its tables a document has those of the report elsewhere.
const FEW_NUMBERS: usize = 10;

/// Whether a document has its tables elsewhere.
#[cfg(feature = "pdf")]
pub fn lacks_tables(document: &Document) -> bool {
    numbers(document) < FEW_NUMBERS
}

/// A document as a reader made it, or, where it brings its [layout](Document::layout) and that has more of the tables,
/// what the reader of text makes of that.
pub fn settle(mut document: Document) -> Document {
    let Some(layout) = document.layout.take() else { return document };
    let mut plain = text::read(&layout);
    if numbers(&plain) < numbers(&document) + FEW_NUMBERS {
        return document;
    }
    plain.kind = document.kind;
    plain.incomplete = true;
    plain.notes.splice(0..0, document.notes);
    plain.notes.push(BY_PLACE.to_owned());
    plain
}

/// How many cells hold numbers.
fn numbers(document: &Document) -> usize {
    let cells = document.tables().flat_map(|table| &table.cells);
    cells.filter(|cell| is_number(document.str(cell.span))).count()
}
