//! Byte offsets and UTF-16 offsets, which JavaScript counts in.
use crate::text::Span;

/// The UTF-16 offsets of a text: one number for every block of bytes, so that a look-up reads a block at most.
#[derive(Debug)]
pub struct Utf16 {
    text: String,
    /// The UTF-16 offset of each block's first character boundary, with its byte.
    blocks: Vec<(usize, usize)>,
}

const BLOCK: usize = 64;

impl Utf16 {
    /// Counts a text once.
    pub fn new(text: &str) -> Self {
        let mut blocks = vec![];
        let (mut units, mut next) = (0, 0);
        for (byte, c) in text.char_indices() {
            if byte >= next {
                blocks.push((byte, units));
                next = byte - byte % BLOCK + BLOCK;
            }
            units += c.len_utf16();
        }
        if blocks.is_empty() {
            blocks.push((0, 0));
        }
        Self { text: text.to_owned(), blocks }
    }

    /// The UTF-16 offset of a byte offset on a character boundary.
    pub fn of_byte(&self, byte: usize) -> usize {
        let (start, units) = self.blocks[self.blocks.partition_point(|&(first, _)| first <= byte).saturating_sub(1)];
        let between = self.text.get(start..byte.min(self.text.len())).unwrap_or("");
        units + between.chars().map(char::len_utf16).sum::<usize>()
    }

    /// The byte offset of a UTF-16 offset; one inside a character counts as its beginning, one behind the text as its
    /// end.
    pub fn to_byte(&self, unit: usize) -> usize {
        let block = self.blocks.partition_point(|&(_, units)| units <= unit).saturating_sub(1);
        let (start, mut units) = self.blocks[block];
        for (byte, c) in self.text[start..].char_indices() {
            if units + c.len_utf16() > unit {
                return start + byte;
            }
            units += c.len_utf16();
        }
        self.text.len()
    }

    /// Both ends of a span.
    pub fn span(&self, span: Span) -> (usize, usize) {
        (self.of_byte(span.start), self.of_byte(span.end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_go_there_and_back() {
        for text in ["", "abc", "一、总体情况", "a😀b", &"甲a😀".repeat(100)] {
            let units = Utf16::new(text);
            for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
                let unit = text[..byte].encode_utf16().count();
                assert_eq!(units.of_byte(byte), unit);
                assert_eq!(units.to_byte(unit), byte);
            }
            assert_eq!(units.to_byte(usize::MAX), text.len());
        }
    }
}
