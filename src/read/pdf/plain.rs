//! Tables without rulings: the pages as plain text, in which blanks keep the columns, are read as such a text is.
use super::lines::lines;
use super::page::Page;
use crate::document::{Document, Kind};
use crate::read::text::{self, is_number, is_wide};

/// What the user is told where tables were read so.
const BY_PLACE: &str = "PDF 里的表格没有框线，是按文字的位置读成表格的，可能读错，请对照原件核对表格。";
/// With fewer numbers in its tables a document has those of the report elsewhere.
const FEW_NUMBERS: usize = 10;
/// No page is wider, in half characters.
const MAX_COLUMN: usize = 400;

/// The document itself, or, where its tables have no rulings, the same pages read as text.
pub fn with_tables_of_text(document: Document, pages: &[Page]) -> Document {
    if numbers(&document) >= FEW_NUMBERS {
        return document;
    }
    let mut plain = text::read(&pages.iter().map(layout).collect::<String>());
    if numbers(&plain) < numbers(&document) + FEW_NUMBERS {
        return document;
    }
    plain.kind = Kind::Pdf;
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

/// A page line by line; what stands apart in a line stands where it does on the page.
fn layout(page: &Page) -> String {
    let mut lines = lines(page.glyphs.iter().copied());
    lines.sort_by(|a, b| a.rect.centre().1.total_cmp(&b.rect.centre().1));
    let smallest = lines.iter().map(|line| line.size).fold(f32::MAX, f32::min).max(4.0);
    let mut text = String::new();
    for line in &lines {
        let mut column = 0;
        for (n, letter) in line.letters.iter().enumerate() {
            if n == 0 || letter.spaced {
                let place = ((letter.glyph.rect.left / smallest * 2.0) as usize).min(MAX_COLUMN);
                let blanks = place.saturating_sub(column).max(n.min(1));
                text.extend(std::iter::repeat_n(' ', blanks));
                column += blanks;
            }
            text.push(letter.glyph.char);
            column += if is_wide(letter.glyph.char) { 2 } else { 1 };
        }
        text.push('\n');
    }
    text
}
