//! The text of a DOC is in pieces, which stand in any order in the text stream.
use crate::read::bytes::{u16_at, u32_at, usize_at, western};

/// Characters that stand together.
#[derive(Clone, Copy, Debug)]
pub struct Piece {
    /// Where in the stream it begins.
    start: usize,
    /// How many characters it has.
    pub length: usize,
    /// A byte for each character (Windows-1252), not two (UTF-16).
    is_narrow: bool,
}

impl Piece {
    /// Where in the stream a character stands.
    pub fn position(&self, n: usize) -> usize {
        self.start + n * self.width()
    }

    pub fn width(&self) -> usize {
        if self.is_narrow { 1 } else { 2 }
    }

    /// A character as a unit of UTF-16; none where the stream ends before.
    pub fn unit(&self, stream: &[u8], n: usize) -> Option<u16> {
        let at = self.position(n);
        if self.is_narrow { stream.get(at).map(|&byte| u32::from(western(byte)) as u16) } else { u16_at(stream, at) }
    }
}

/// The pieces of the first `characters` characters, as far as they can be read.
pub fn pieces(clx: &[u8], characters: u32) -> Vec<Piece> {
    const PROPERTIES: u8 = 1;
    const TABLE: u8 = 2;
    let mut rest = clx;
    while let [PROPERTIES, tail @ ..] = rest {
        let length = u16_at(tail, 0).map_or(usize::MAX, |length| 2 + usize::from(length));
        rest = tail.get(length..).unwrap_or_default();
    }
    let [TABLE, rest @ ..] = rest else { return Vec::new() };
    let length = usize_at(rest, 0).unwrap_or(0);
    let table = rest.get(4..).unwrap_or_default();
    // A file that was cut off has fewer pieces than it says: those at the beginning of the list are right.
    let count = length.saturating_sub(4) / 12;
    let piece = |n: usize| {
        let (from, to) = (u32_at(table, 4 * n)?, u32_at(table, 4 * n + 4)?.min(characters));
        let word = u32_at(table, 4 * (count + 1) + 8 * n + 2)?;
        let is_narrow = word & 0x4000_0000 != 0;
        let start = (word & 0x3FFF_FFFF) as usize;
        let start = if is_narrow { start / 2 } else { start };
        Some(Piece { start, length: to.saturating_sub(from) as usize, is_narrow })
    };
    (0..count.min(table.len() / 12)).map_while(piece).collect()
}
