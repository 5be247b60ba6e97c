//! The pages as plain text, in which blanks keep the columns.
use super::lines::lines;
use super::page::Page;
use crate::read::text::is_wide;

/// No page is wider, in half characters.
const MAX_COLUMN: usize = 400;

/// All pages, one after another.
pub fn layout(pages: &[Page]) -> String {
    pages.iter().map(of_page).collect()
}

/// A page line by line; what stands apart in a line stands where it does on the page.
fn of_page(page: &Page) -> String {
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
