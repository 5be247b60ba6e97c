//! The parts of a ZIP file, as far as office files use it: stored or deflated, whole or damaged.
use super::{MAX_EXPANDED, ReadError};
use crate::document::Kind;
use miniz_oxide::inflate::{
    TINFLStatus,
    core::{DecompressorOxide, decompress, inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF},
};
use std::borrow::Cow;

/// A ZIP file.
pub struct Archive<'a> {
    bytes: &'a [u8],
    entries: Vec<Entry>,
    /// Whether the end of the file is missing, and parts with it.
    pub is_cut: bool,
    kind: Kind,
    /// How many bytes may still be unpacked.
    budget: usize,
    /// How many bytes may still be read for it: parts may lie over each other.
    effort: usize,
}

/// A part as its entry in the list of parts, or its own header, describes it.
#[derive(Clone, Debug)]
struct Entry {
    /// With `/` between folders.
    name: String,
    is_encrypted: bool,
    is_stored: bool,
    /// Where its own header begins.
    header: usize,
    /// Its packed size; 0 where it is not known.
    size: usize,
}

/// The content of a part.
pub struct Part<'a> {
    pub bytes: Cow<'a, [u8]>,
    /// Whether nothing was lost of it.
    pub is_whole: bool,
}

/// The headers of a part and of the list of parts.
const LOCAL: &[u8] = b"PK\x03\x04";
const CENTRAL: &[u8] = b"PK\x01\x02";
const END: &[u8] = b"PK\x05\x06";
/// How many parts are looked at. A report has some 20.
const MAX_ENTRIES: usize = 10_000;

impl<'a> Archive<'a> {
    /// Finds the parts: by the list at the end of the file, or, where that is damaged, by the header of each part.
    pub fn new(bytes: &'a [u8], kind: Kind) -> Self {
        let entries = listed(bytes).unwrap_or_else(|| scanned(bytes));
        let is_cut = end(bytes).is_none();
        Self { bytes, entries, is_cut, kind, budget: MAX_EXPANDED, effort: MAX_EXPANDED }
    }

    /// The names of all parts.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| entry.name.as_str())
    }

    /// Unpacks a part; none where there is no such part or nothing of it can be read. The name is compared without
    /// regard to case.
    ///
    /// # Errors
    /// Where it has a password, or where more than [`MAX_EXPANDED`] is unpacked in all.
    pub fn part(&mut self, name: &str) -> Result<Option<Part<'a>>, ReadError> {
        let name = name.trim_start_matches('/');
        let Some(entry) = self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name)) else {
            return Ok(None);
        };
        if entry.is_encrypted {
            return Err(ReadError::Encrypted(self.kind));
        }
        let bytes = self.bytes;
        let lengths = number(bytes, entry.header + 26, 2).zip(number(bytes, entry.header + 28, 2));
        let data = lengths.and_then(|(name, extra)| bytes.get(entry.header + 30 + name + extra..));
        let Some(data) = data else { return Ok(None) };
        if entry.is_stored {
            let size = if entry.size == 0 { find(data, b"PK").unwrap_or(data.len()) } else { entry.size };
            let is_whole = size <= data.len();
            let data = &data[..size.min(data.len())];
            self.effort = self.effort.checked_sub(data.len()).ok_or(ReadError::Expands(self.kind))?;
            return Ok(Some(Part { bytes: Cow::Borrowed(data), is_whole }));
        }
        let data = &data[..data.len().min(self.effort)];
        let unpacked = inflate(data, self.budget);
        self.effort -= unpacked.read;
        self.budget -= unpacked.bytes.len();
        match unpacked.status {
            TINFLStatus::HasMoreOutput => Err(ReadError::Expands(self.kind)),
            _ if self.effort == 0 => Err(ReadError::Expands(self.kind)),
            TINFLStatus::Done => Ok(Some(Part { bytes: Cow::Owned(unpacked.bytes), is_whole: true })),
            _ if unpacked.bytes.is_empty() => Ok(None),
            _ => Ok(Some(Part { bytes: Cow::Owned(unpacked.bytes), is_whole: false })),
        }
    }
}

struct Unpacked {
    bytes: Vec<u8>,
    /// How many packed bytes were read.
    read: usize,
    status: TINFLStatus,
}

/// Unpacks up to the end of the packed data, which tells itself where it ends, or up to the first damage.
fn inflate(mut packed: &[u8], limit: usize) -> Unpacked {
    let whole = packed.len();
    let mut state = Box::<DecompressorOxide>::default();
    let mut bytes = vec![0; (whole.saturating_mul(4)).clamp(1 << 10, 1 << 20).min(limit)];
    let mut end = 0;
    loop {
        let (status, read, written) =
            decompress(&mut state, packed, &mut bytes, end, TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF);
        packed = packed.get(read..).unwrap_or_default();
        end += written;
        if status != TINFLStatus::HasMoreOutput || bytes.len() >= limit {
            bytes.truncate(end);
            return Unpacked { bytes, read: whole - packed.len(), status };
        }
        bytes.resize(bytes.len().saturating_mul(2).min(limit), 0);
    }
}

/// Where the end of the list of parts stands.
fn end(bytes: &[u8]) -> Option<usize> {
    // A comment of at most 64 KiB may follow.
    let tail = bytes.len().saturating_sub((1 << 16) + 22);
    Some(tail + bytes[tail..].windows(4).rposition(|window| window == END)?)
}

/// The parts as the list at the end of the file has them; none where that is missing or wrong.
fn listed(bytes: &[u8]) -> Option<Vec<Entry>> {
    let end = end(bytes)?;
    let (size, start) = (number(bytes, end + 12, 4)?, number(bytes, end + 16, 4)?);
    // What stands before the archive shifts all its positions.
    let shift = end.checked_sub(size)?.checked_sub(start)?;
    let mut at = start + shift;
    let mut entries = Vec::new();
    while bytes.get(at..)?.starts_with(CENTRAL) && entries.len() < MAX_ENTRIES {
        let header = number(bytes, at + 42, 4)?.checked_add(shift)?;
        if !bytes.get(header..)?.starts_with(LOCAL) {
            return None;
        }
        let mut entry = entry(bytes, at + 8, at + 20, number(bytes, at + 28, 2)?, at + 46)?;
        entry.header = header;
        entries.push(entry);
        at += 46 + number(bytes, at + 28, 2)? + number(bytes, at + 30, 2)? + number(bytes, at + 32, 2)?;
    }
    (at == end && !entries.is_empty()).then_some(entries)
}

/// The parts as their own headers have them.
fn scanned(bytes: &[u8]) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut at = 0;
    while let Some(found) = bytes.get(at..).and_then(|rest| find(rest, LOCAL)) {
        let header = at + found;
        at = header + LOCAL.len();
        let found =
            number(bytes, header + 26, 2).and_then(|name| entry(bytes, header + 6, header + 18, name, header + 30));
        let Some(mut entry) = found else { continue };
        entry.header = header;
        // Inside of a part may lie another archive, whose parts are none of this one.
        at += bytes.get(at.saturating_add(entry.size)..).map_or(0, |_| entry.size);
        entries.push(entry);
        if entries.len() == MAX_ENTRIES {
            break;
        }
    }
    entries
}

/// Reads what both kinds of headers tell, each at another place.
fn entry(bytes: &[u8], flags: usize, size: usize, name_length: usize, name: usize) -> Option<Entry> {
    let name = bytes.get(name..name.checked_add(name_length)?)?;
    let flags_set = number(bytes, flags, 2)?;
    let size = number(bytes, size, 4)?;
    Some(Entry {
        name: String::from_utf8_lossy(name).replace('\\', "/").trim_start_matches('/').to_owned(),
        is_encrypted: flags_set & 1 != 0,
        is_stored: number(bytes, flags + 2, 2)? == 0,
        header: 0,
        // Sizes of 4 GiB stand elsewhere, as do those that were not known when the header was written.
        size: if size == 0xFFFF_FFFF { 0 } else { size },
    })
}

/// A number of up to four bytes, the lowest first.
fn number(bytes: &[u8], at: usize, length: usize) -> Option<usize> {
    let bytes = bytes.get(at..at.checked_add(length)?)?;
    Some(bytes.iter().rev().fold(0, |number, &byte| number << 8 | usize::from(byte)))
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}

#[cfg(test)]
pub mod tests;
