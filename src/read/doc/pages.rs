//! Which properties the text has at a position of the text stream: pages of 512 bytes (FKP), each for a stretch.
use crate::read::bytes::{slice, u8_at, u32_at};

const PAGE: usize = 512;

/// The pages for paragraphs or for characters.
pub struct Pages<'a> {
    stream: &'a [u8],
    /// Positions, one more than pages, then the number of each page (PlcBte).
    list: &'a [u8],
    /// How many bytes each entry of a page has.
    entry: usize,
}

/// A stretch of the text stream with the same properties.
#[derive(Clone, Copy, Debug, Default)]
pub struct Run<'a> {
    pub start: usize,
    pub end: usize,
    /// What is changed in it.
    pub properties: &'a [u8],
}

impl<'a> Pages<'a> {
    pub fn of_paragraphs(stream: &'a [u8], list: &'a [u8]) -> Self {
        Self { stream, list, entry: 13 }
    }

    pub fn of_characters(stream: &'a [u8], list: &'a [u8]) -> Self {
        Self { stream, list, entry: 1 }
    }

    /// The stretch around a position.
    pub fn run(&self, position: usize) -> Option<Run<'a>> {
        let count = (self.list.len().checked_sub(4)?) / 8;
        let page = last_at(count, position, |n| u32_at(self.list, 4 * n))?;
        // The number of a page has 22 bits.
        let number = u32_at(self.list, 4 * (count + 1) + 4 * page)? & 0x3F_FFFF;
        let page = slice(self.stream, number as usize * PAGE, PAGE)?;
        let count = usize::from(page[PAGE - 1]);
        let n = last_at(count, position, |n| u32_at(page, 4 * n))?;
        let (start, end) = (u32_at(page, 4 * n)? as usize, u32_at(page, 4 * n + 4)? as usize);
        let at = 2 * usize::from(u8_at(page, 4 * (count + 1) + self.entry * n)?);
        let properties = if at == 0 { &[][..] } else { self.properties(page, at)? };
        (position < end).then_some(Run { start, end, properties })
    }

    fn properties(&self, page: &'a [u8], at: usize) -> Option<&'a [u8]> {
        let length = usize::from(u8_at(page, at)?);
        match (self.entry, length) {
            (1, _) => slice(page, at + 1, length),
            // Paragraphs count in two bytes, the byte with the count included where it is not a zero that pads.
            (_, 0) => slice(page, at + 2, 2 * usize::from(u8_at(page, at + 1)?)),
            (_, _) => slice(page, at + 1, 2 * length - 1),
        }
    }
}

/// The last of `count` positions that is not behind the one that is looked for.
fn last_at(count: usize, position: usize, at: impl Fn(usize) -> Option<u32>) -> Option<usize> {
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = low.midpoint(high);
        if at(middle).is_some_and(|found| found as usize <= position) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low.checked_sub(1)
}
