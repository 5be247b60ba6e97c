//! The properties of text in a DOC are lists of changes to the usual ones (Prl: an operation and its operand).
use crate::read::bytes::{u8_at, u16_at};

/// A change of a property.
#[derive(Clone, Copy, Debug)]
pub struct Sprm<'a> {
    /// What it changes.
    pub code: u16,
    /// How; without a length before it.
    pub operand: &'a [u8],
}

/// How the cells of a row stand; its length takes two bytes.
pub const TABLE_DEFINITION: u16 = 0xD608;
const CHANGE_TABS: u16 = 0xC615;

impl Sprm<'_> {
    pub fn flag(&self) -> bool {
        self.number() & 1 == 1
    }

    /// The operand, or the first two bytes of it.
    pub fn number(&self) -> u16 {
        u16_at(self.operand, 0).or_else(|| u8_at(self.operand, 0).map(u16::from)).unwrap_or(0)
    }
}

/// The changes of a list, as far as it can be read.
pub fn sprms(mut list: &[u8]) -> impl Iterator<Item = Sprm<'_>> {
    std::iter::from_fn(move || {
        let code = u16_at(list, 0)?;
        let rest = &list[2..];
        let (skip, length) = match code >> 13 {
            0 | 1 => (0, 1),
            2 | 4 | 5 => (0, 2),
            3 => (0, 4),
            7 => (0, 3),
            _ => match (code, u8_at(rest, 0)?) {
                (TABLE_DEFINITION, _) => (2, usize::from(u16_at(rest, 0)?).checked_sub(1)?),
                (CHANGE_TABS, 255) => {
                    let deleted = usize::from(u8_at(rest, 1)?);
                    let added = usize::from(u8_at(rest, 2 + 4 * deleted)?);
                    (1, 2 + 4 * deleted + 3 * added)
                }
                (_, length) => (1, usize::from(length)),
            },
        };
        let operand = rest.get(skip..skip + length)?;
        list = &rest[skip + length..];
        Some(Sprm { code, operand })
    })
}
