//! Characters that stand in one line, in the order of reading.
use super::page::{Flow, Glyph};
use crate::document::{FilePlace, Rect};
use crate::read::builder::Piece;

/// Characters that stand in one line; never none.
#[derive(Clone, Debug)]
pub struct Line {
    pub letters: Vec<Letter>,
    pub rect: Rect,
    /// The size of most of its characters.
    pub size: f32,
}

/// A character that can be seen.
#[derive(Clone, Copy, Debug)]
pub struct Letter {
    pub glyph: Glyph,
    /// Whether a blank stands before it.
    pub spaced: bool,
}

/// How far from the middle of a line the middle of a character may be, in sizes: text that a table sets 2 points
/// higher than its neighbour is still in the same row.
const SAME_LINE: f32 = 0.45;
/// What of its width a character may be away from the same one to be drawn twice.
const SAME_PLACE: f32 = 0.4;

/// Divides characters into lines, in the order of reading.
pub fn lines(glyphs: impl Iterator<Item = Glyph>) -> Vec<Line> {
    let mut glyphs: Vec<Glyph> = glyphs.filter(|glyph| glyph.flow != Flow::Slanted).collect();
    let upright = glyphs.iter().filter(|glyph| glyph.flow == Flow::Down).count();
    if upright * 2 > glyphs.len() {
        // Digits lie level in an upright label.
        glyphs.iter_mut().filter(|glyph| glyph.flow == Flow::Right).for_each(|glyph| glyph.flow = Flow::Down);
    }
    glyphs.sort_by(|a, b| (a.flow as u8).cmp(&(b.flow as u8)).then(a.across().total_cmp(&b.across())));
    let mut lines = vec![];
    let mut rest = &glyphs[..];
    while let Some(first) = rest.first() {
        // The first character may be a small one: the line is where the largest of those near it stands.
        let near = |middle: &Glyph| {
            let (flow, across, reach) = (middle.flow, middle.across(), middle.size * SAME_LINE);
            move |glyph: &&Glyph| glyph.flow == flow && glyph.across() - across <= reach
        };
        let count = rest.iter().take_while(near(first)).count();
        let largest = rest[..count].iter().max_by(|a, b| a.size.total_cmp(&b.size)).unwrap_or(first);
        let count = count.max(rest.iter().take_while(near(largest)).count());
        let (own, behind) = rest.split_at(count);
        lines.extend(Line::new(own));
        rest = behind;
    }
    lines
}

impl Line {
    /// The line of some characters; none where all are blank.
    fn new(glyphs: &[Glyph]) -> Option<Self> {
        let mut glyphs = glyphs.to_vec();
        glyphs.sort_by(|a, b| a.along().0.total_cmp(&b.along().0));
        let mut letters: Vec<Letter> = Vec::with_capacity(glyphs.len());
        let mut blank = false;
        for glyph in glyphs {
            if glyph.char.is_whitespace() || glyph.char.is_control() {
                blank = true;
                continue;
            }
            let (start, end) = glyph.along();
            if let Some(last) = letters.last() {
                let (before, from) = last.glyph.along();
                if last.glyph.char == glyph.char && start - before < SAME_PLACE * (end - start) {
                    continue;
                }
                // Words of Latin letters stand apart by a quarter of the size, others by more than a character.
                let latin = last.glyph.char.is_ascii_alphanumeric() && glyph.char.is_ascii_alphanumeric();
                blank |= start - from > glyph.size * if latin { 0.2 } else { 1.0 };
            }
            letters.push(Letter { glyph, spaced: blank && !letters.is_empty() });
            blank = false;
        }
        let rect = letters.iter().map(|letter| letter.glyph.rect).reduce(Rect::join)?;
        let mut sizes: Vec<f32> = letters.iter().map(|letter| letter.glyph.size).collect();
        sizes.sort_by(f32::total_cmp);
        let size = sizes[sizes.len() / 2];
        Some(Self { letters, rect, size })
    }

    pub fn text(&self) -> String {
        self.letters
            .iter()
            .flat_map(|letter| letter.spaced.then_some(' ').into_iter().chain([letter.glyph.char]))
            .collect()
    }

    pub fn first(&self) -> char {
        self.letters.first().map_or(' ', |letter| letter.glyph.char)
    }

    pub fn last(&self) -> char {
        self.letters.last().map_or(' ', |letter| letter.glyph.char)
    }

    /// Adds the line to a text; a blank goes between words of Latin letters only.
    pub fn write(&self, piece: &mut Piece, page: u32) {
        let mut char = [0; 4];
        let words = piece.text.ends_with(|c: char| c.is_ascii_alphabetic() || c == ',' || c == '.')
            && self.first().is_ascii_alphabetic();
        for (n, letter) in self.letters.iter().enumerate() {
            let at = FilePlace::Page { number: page, rect: letter.glyph.rect };
            if letter.spaced || (n == 0 && words) {
                piece.push(" ", at);
            }
            piece.push(letter.glyph.char.encode_utf8(&mut char), at);
        }
    }
}
