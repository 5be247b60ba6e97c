//! The stream of a workbook is a row of records; a long one goes on in further ones.
use crate::read::bytes::{slice, u8_at, u16_at, utf16_at, western};
use crate::read::encoding::gb18030;

/// A record.
#[derive(Clone, Copy, Debug)]
pub struct Record<'a> {
    pub kind: u16,
    pub data: &'a [u8],
}

/// A record that goes on with the one before.
const CONTINUE: u16 = 0x3C;

/// The records, as far as they are there.
#[derive(Clone)]
pub struct Records<'a> {
    bytes: &'a [u8],
}

impl<'a> Records<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes }
    }

    /// The records that go on with the one that came last.
    pub fn continued(&mut self) -> Vec<&'a [u8]> {
        let mut parts = Vec::new();
        while u16_at(self.bytes, 0) == Some(CONTINUE)
            && let Some(record) = self.next()
        {
            parts.push(record.data);
        }
        parts
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let (kind, length) = (u16_at(self.bytes, 0)?, usize::from(u16_at(self.bytes, 2)?));
        let data = slice(self.bytes, 4, length)?;
        self.bytes = &self.bytes[4 + length..];
        Some(Record { kind, data })
    }
}

/// Reads the strings of a record and of those it goes on in.
pub struct Strings<'a> {
    part: &'a [u8],
    more: std::vec::IntoIter<&'a [u8]>,
    /// Strings are bytes in the encoding of the office, as before Excel 97.
    is_old: bool,
}

impl<'a> Strings<'a> {
    pub fn new(part: &'a [u8], more: Vec<&'a [u8]>, is_old: bool) -> Self {
        Self { part, more: more.into_iter(), is_old }
    }

    /// A string behind its length, which takes one byte or two.
    pub fn string(&mut self, is_short: bool) -> Option<String> {
        if self.part.is_empty() {
            self.part = self.more.next()?;
        }
        let count =
            if is_short { u8_at(self.part, 0).map(usize::from) } else { u16_at(self.part, 0).map(usize::from) }?;
        self.part = &self.part[if is_short { 1 } else { 2 }..];
        if self.is_old {
            return Some(office(self.take(count)));
        }
        const WIDE: u8 = 1;
        const PHONETIC: u8 = 4;
        const FORMATTED: u8 = 8;
        let flags = *self.take(1).first()?;
        let runs = if flags & FORMATTED != 0 { u16_at(self.take(2), 0)? } else { 0 };
        let phonetic = if flags & PHONETIC != 0 { crate::read::bytes::usize_at(self.take(4), 0)? } else { 0 };
        let text = self.characters(count, flags & WIDE != 0);
        self.leave_out((4 * usize::from(runs)).saturating_add(phonetic));
        Some(text)
    }

    /// Characters, which go on in the next record behind a byte that says anew how wide they are.
    fn characters(&mut self, count: usize, mut is_wide: bool) -> String {
        let mut text = String::new();
        let mut left = count;
        loop {
            let width = if is_wide { 2 } else { 1 };
            let here = left.min(self.part.len() / width);
            let bytes = self.take(here * width);
            match is_wide {
                true => text.push_str(&utf16_at(bytes, 0, here).unwrap_or_default()),
                false => text.extend(bytes.iter().map(|&byte| char::from(byte))),
            }
            left -= here;
            if left == 0 {
                return text;
            }
            let Some([flags, rest @ ..]) = self.more.next() else { return text };
            (is_wide, self.part) = (flags & 1 != 0, rest);
        }
    }

    /// The next bytes of this record.
    fn take(&mut self, count: usize) -> &'a [u8] {
        let (taken, rest) = self.part.split_at(count.min(self.part.len()));
        self.part = rest;
        taken
    }

    fn leave_out(&mut self, count: usize) {
        let mut left = count - self.take(count).len();
        while left > 0
            && let Some(part) = self.more.next()
        {
            self.part = part;
            left -= self.take(left).len();
        }
    }
}

/// Text in the encoding of a Chinese office, or else of a Western one.
fn office(bytes: &[u8]) -> String {
    let text = gb18030(bytes);
    if text.contains(char::REPLACEMENT_CHARACTER) { bytes.iter().map(|&byte| western(byte)).collect() } else { text }
}
