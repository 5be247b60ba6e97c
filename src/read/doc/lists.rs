//! The numbers of paragraphs that Word counts itself: they stand nowhere in the text.
use crate::read::bytes::{slice, u8_at, u16_at, u32_at, usize_at};
use crate::read::numbering::{self, NumberFormat};

const LEVELS: usize = 9;

/// The lists of a file and how far each has counted.
#[derive(Debug, Default)]
pub struct Lists {
    lists: Vec<List>,
    /// How paragraphs use the lists; a paragraph names one of these.
    uses: Vec<Use>,
}

#[derive(Debug, Default)]
struct List {
    id: u32,
    levels: Vec<Level>,
    /// How far each level has counted; none where it has yet to begin.
    counts: [Option<u32>; LEVELS],
}

#[derive(Clone, Debug, Default)]
struct Level {
    start: u32,
    format: NumberFormat,
    /// The text around the numbers; a level's number stands for the number of that level.
    text: Vec<u16>,
    /// All numbers in digits.
    in_digits: bool,
}

#[derive(Debug, Default)]
struct Use {
    list: u32,
    /// Where levels begin anew, when this use comes first.
    starts: Vec<(usize, u32)>,
}

impl Lists {
    /// Reads the lists, behind which their levels stand, and how they are used. `length`: of the lists without levels.
    pub fn read(lists: &[u8], length: usize, uses: &[u8]) -> Self {
        Self { lists: read_lists(lists, length).0, uses: read_uses(uses).unwrap_or_default() }
    }

    /// Counts a paragraph and gives the number before it.
    pub fn number(&mut self, of: u16, level: u8) -> Option<String> {
        let level = usize::from(level);
        let used = self.uses.get_mut(usize::from(of).checked_sub(1)?)?;
        let list = self.lists.iter_mut().find(|list| list.id == used.list)?;
        if let Some(n) = used.starts.iter().position(|start| start.0 == level) {
            let (_, start) = used.starts.swap_remove(n);
            list.counts[level] = Some(start);
        } else {
            let start = list.levels.get(level)?.start;
            list.counts[level] = Some(list.counts[level].map_or(start, |count| count.saturating_add(1)));
        }
        list.counts[level + 1..].fill(None);
        list.text(level)
    }
}

impl List {
    fn text(&self, level: usize) -> Option<String> {
        let shown = self.levels.get(level)?;
        if shown.format == NumberFormat::None {
            return None;
        }
        let mut text = String::new();
        for unit in char::decode_utf16(shown.text.iter().copied()) {
            let c = unit.unwrap_or(char::REPLACEMENT_CHARACTER);
            match self.levels.get(c as usize) {
                Some(other) if (c as usize) < LEVELS => {
                    let count = self.counts[c as usize].unwrap_or(other.start);
                    let format = if shown.in_digits { NumberFormat::Decimal } else { other.format };
                    text.push_str(&numbering::write(count, format));
                }
                _ => text.push(c),
            }
        }
        Some(text)
    }
}

/// The lists that can be read, and where what follows them stands.
fn read_lists(bytes: &[u8], length: usize) -> (Vec<List>, usize) {
    const SIMPLE: u8 = 1;
    const ENTRY: usize = 28;
    let mut at = length;
    let mut lists = Vec::new();
    for n in 0..usize::from(u16_at(bytes, 0).unwrap_or(0)) {
        let head = 2 + ENTRY * n;
        let (Some(id), Some(flags)) = (u32_at(bytes, head), u8_at(bytes, head + 26)) else { break };
        let mut list = List { id, ..List::default() };
        for _ in 0..if flags & SIMPLE != 0 { 1 } else { LEVELS } {
            let Some((level, next)) = read_level(bytes, at) else { return (lists, at) };
            list.levels.push(level);
            at = next;
        }
        lists.push(list);
    }
    (lists, at)
}

/// A level, and where the next begins.
fn read_level(bytes: &[u8], at: usize) -> Option<(Level, usize)> {
    let format = u8_at(bytes, at + 4)?;
    let flags = u8_at(bytes, at + 5)?;
    let properties = usize::from(u8_at(bytes, at + 24)?) + usize::from(u8_at(bytes, at + 25)?);
    let text_at = at + 28 + properties;
    let length = 2 * usize::from(u16_at(bytes, text_at)?);
    let text = slice(bytes, text_at + 2, length)?.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
    let level = Level {
        start: u32_at(bytes, at)?,
        format: NumberFormat::from_code(format),
        text: text.collect(),
        in_digits: flags & 0x04 != 0,
    };
    Some((level, text_at + 2 + length))
}

fn read_uses(bytes: &[u8]) -> Option<Vec<Use>> {
    const ENTRY: usize = 16;
    let count = usize_at(bytes, 0)?.min(bytes.len() / ENTRY);
    let mut at = 4 + ENTRY * count;
    let mut uses = Vec::new();
    for n in 0..count {
        let entry = 4 + ENTRY * n;
        let mut used = Use { list: u32_at(bytes, entry)?, starts: Vec::new() };
        // A position of no use comes before the levels that are changed.
        at += 4;
        for _ in 0..u8_at(bytes, entry + 12)?.min(LEVELS as u8) {
            let Some((start, next)) = read_change(bytes, at) else { break };
            used.starts.extend(start);
            at = next;
        }
        uses.push(used);
    }
    Some(uses)
}

/// A level that begins anew (the level, its first number), and where the next change stands.
fn read_change(bytes: &[u8], at: usize) -> Option<(Option<(usize, u32)>, usize)> {
    const STARTS: u32 = 0x10;
    const FORMATS: u32 = 0x20;
    let (start, flags) = (u32_at(bytes, at)?, u32_at(bytes, at + 4)?);
    let level = (flags & 0x0F) as usize;
    if flags & FORMATS != 0 {
        let (changed, next) = read_level(bytes, at + 8)?;
        return Some(((level < LEVELS).then_some((level, changed.start)), next));
    }
    Some(((flags & STARTS != 0 && level < LEVELS).then_some((level, start)), at + 8))
}
