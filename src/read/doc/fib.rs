//! The head of the text stream, which says where everything stands (File Information Block).
use crate::document::Kind;
use crate::read::ReadError;
use crate::read::bytes::{slice, u16_at, u32_at, usize_at};

/// Where in the list of positions a part stands.
#[derive(Clone, Copy)]
pub enum Part {
    Styles = 1,
    CharacterPages = 12,
    ParagraphPages = 13,
    Pieces = 33,
    Lists = 73,
    ListUses = 74,
}

/// What is read of it.
pub struct Fib<'a> {
    bytes: &'a [u8],
    /// Where the list of positions begins.
    positions: usize,
    /// How many characters the main text has; notes, heads and feet come behind it.
    pub characters: u32,
    /// The stream that holds the tables of the file.
    pub table_stream: &'static str,
}

const WORD_97: u16 = 0x00C1;

impl<'a> Fib<'a> {
    /// Reads the head of the text stream.
    pub fn read(bytes: &'a [u8]) -> Result<Self, ReadError> {
        Self::head(bytes)?.ok_or(ReadError::Damaged(Kind::Doc))
    }

    fn head(bytes: &'a [u8]) -> Result<Option<Self>, ReadError> {
        let (Some(mark), Some(version), Some(flags)) = (u16_at(bytes, 0), u16_at(bytes, 2), u16_at(bytes, 10)) else {
            return Ok(None);
        };
        if !matches!(mark, 0xA5EC | 0xA5DC) {
            return Ok(None);
        }
        if flags & 0x0100 != 0 {
            return Err(ReadError::Encrypted(Kind::Doc));
        }
        if version < WORD_97 {
            return Err(ReadError::Unsupported {
                kind: " Word 95 或更早的文档",
                advice: "请用 Word 或 WPS 打开，另存为 Word 文档（.docx）后再核对。",
            });
        }
        let fib = || {
            // Three lists, each behind its length.
            let words = 32 + 2;
            let longs = words + 2 * usize::from(u16_at(bytes, 32)?);
            let positions = longs + 2 + 4 * usize::from(u16_at(bytes, longs)?) + 2;
            let characters = u32_at(bytes, longs + 2 + 12)?;
            let table_stream = if flags & 0x0200 != 0 { "1Table" } else { "0Table" };
            Some(Self { bytes, positions, characters, table_stream })
        };
        Ok(fib())
    }

    /// A part of the table stream; empty where the file has none.
    pub fn part<'t>(&self, part: Part, table: &'t [u8]) -> &'t [u8] {
        self.position(part).and_then(|(at, length)| slice(table, at, length)).unwrap_or_default()
    }

    /// The part and all that follows it.
    pub fn part_and_rest<'t>(&self, part: Part, table: &'t [u8]) -> &'t [u8] {
        let at = self.position(part).filter(|&(_, length)| length > 0).map_or(usize::MAX, |(at, _)| at);
        table.get(at..).unwrap_or_default()
    }

    fn position(&self, part: Part) -> Option<(usize, usize)> {
        let at = self.positions + 8 * part as usize;
        Some((usize_at(self.bytes, at)?, usize_at(self.bytes, at + 4)?))
    }

    /// Where the part ends that [`Self::part_and_rest`] gives.
    pub fn length(&self, part: Part) -> usize {
        self.position(part).map_or(0, |(_, length)| length)
    }
}
