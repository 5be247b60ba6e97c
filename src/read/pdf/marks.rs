//! Texts of several characters that a file puts in the place of what it draws.
use super::page::{Flow, Glyph};
use crate::document::Rect;

/// The most characters that one code or one mark stands for.
pub const MAX_CHARS: usize = 64;

/// Divides what glyphs cover together among them.
pub fn divide(glyphs: &mut [Glyph]) {
    let count = glyphs.len() as f32;
    for (glyph, n) in glyphs.iter_mut().zip(0u8..) {
        let Rect { left, top, right, bottom } = glyph.rect;
        let (from, to) = (f32::from(n) / count, f32::from(n + 1) / count);
        let part = |start: f32, end: f32| (start + (end - start) * from, start + (end - start) * to);
        match glyph.flow {
            Flow::Right | Flow::Slanted => (glyph.rect.left, glyph.rect.right) = part(left, right),
            Flow::Left => (glyph.rect.right, glyph.rect.left) = part(right, left),
            Flow::Down => (glyph.rect.top, glyph.rect.bottom) = part(top, bottom),
            Flow::Up => (glyph.rect.bottom, glyph.rect.top) = part(bottom, top),
        }
    }
}

/// What a mark says the text is, in UTF-16 with a mark of its own or in single bytes.
pub fn actual_text(bytes: &[u8]) -> Option<String> {
    match bytes.strip_prefix(b"\xFE\xFF") {
        Some(units) => {
            let units: Vec<u16> = units.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            String::from_utf16(&units).ok()
        }
        None => bytes.is_ascii().then(|| bytes.iter().map(|&byte| char::from(byte)).collect()),
    }
}
