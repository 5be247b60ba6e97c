//! Compound files (MS-CFB), which hold the streams of Word, Excel and WPS files like a small file system.
//!
//! Reads what is there: a chain of sectors ends where the file or its tables end, and never goes in circles.
use super::bytes::{u16_at, u32_at, usize_at, utf16_at};

/// A compound file that was opened.
pub struct Compound<'a> {
    bytes: &'a [u8],
    /// The size of a sector is two to this.
    shift: u32,
    /// The sector that follows each sector.
    fat: Vec<u32>,
    /// The same for the small sectors of the mini stream.
    mini_fat: Vec<u32>,
    mini_stream: Vec<u8>,
    /// Streams smaller than this are in the mini stream.
    cutoff: usize,
    entries: Vec<Entry>,
}

/// An entry of the directory.
struct Entry {
    name: String,
    is_stream: bool,
    /// The entries before, behind and below this one in the directory's tree.
    links: [u32; 3],
    start: u32,
    size: usize,
}

/// The greatest number of a sector; greater ones have a meaning of their own.
const LAST_SECTOR: u32 = 0xFFFF_FFFA;
const MINI_SHIFT: u32 = 6;
const ENTRY_SIZE: usize = 128;

impl<'a> Compound<'a> {
    /// Opens a file; nothing where there is no directory.
    pub fn open(bytes: &'a [u8]) -> Option<Self> {
        let shift = u32::from(u16_at(bytes, 30)?);
        let cutoff = usize_at(bytes, 56)?;
        if !matches!(shift, 9 | 12) {
            return None;
        }
        let mut file = Self {
            bytes,
            shift,
            fat: Vec::new(),
            mini_fat: Vec::new(),
            mini_stream: Vec::new(),
            cutoff,
            entries: Vec::new(),
        };
        file.fat = file.read_fat();
        let directory = file.chain(u32_at(bytes, 48)?, usize::MAX);
        file.entries = directory.chunks_exact(ENTRY_SIZE).filter_map(Entry::read).collect();
        let (start, size) = file.entries.first().map(|root| (root.start, root.size))?;
        file.mini_stream = file.chain(start, size);
        file.mini_fat = numbers(&file.chain(u32_at(bytes, 60)?, usize::MAX)).collect();
        Some(file)
    }

    /// The content of a stream in the uppermost folder, as far as it is there.
    pub fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let is_it = |entry: &&Entry| entry.is_stream && entry.name.eq_ignore_ascii_case(name);
        // Embedded files have streams of the same names in folders of their own.
        let entry = self.top().find(is_it).or_else(|| self.entries.iter().find(is_it))?;
        Some(if entry.size < self.cutoff {
            follow(&self.mini_stream, 0, MINI_SHIFT, &self.mini_fat, entry.start, entry.size)
        } else {
            self.chain(entry.start, entry.size)
        })
    }

    /// The entries of the uppermost folder.
    fn top(&self) -> impl Iterator<Item = &Entry> {
        let mut seen = vec![false; self.entries.len()];
        let mut next: Vec<u32> = self.entries.first().map(|root| root.links[2]).into_iter().collect();
        std::iter::from_fn(move || {
            while let Some(id) = next.pop() {
                let Some(entry) = self.entries.get(id as usize) else { continue };
                if !std::mem::replace(&mut seen[id as usize], true) {
                    next.extend_from_slice(&entry.links[..2]);
                    return Some(entry);
                }
            }
            None
        })
    }

    /// The table of what follows each sector, from the sectors that the header and the sectors for more of it list.
    fn read_fat(&self) -> Vec<u32> {
        let sectors = (self.bytes.len() >> self.shift) + 1;
        let mut list: Vec<u32> = self.bytes.get(76..512).map(|header| numbers(header).collect()).unwrap_or_default();
        let mut more = u32_at(self.bytes, 68).unwrap_or(u32::MAX);
        while more < LAST_SECTOR && list.len() <= sectors {
            let mut part: Vec<u32> = numbers(self.sector(more)).collect();
            more = part.pop().unwrap_or(u32::MAX);
            list.append(&mut part);
        }
        let mut fat = Vec::new();
        for id in list.into_iter().filter(|&id| id < LAST_SECTOR) {
            if fat.len() >= sectors {
                break;
            }
            fat.extend(numbers(self.sector(id)));
        }
        fat
    }

    fn sector(&self, id: u32) -> &[u8] {
        sector(self.bytes, 1, self.shift, id)
    }

    fn chain(&self, start: u32, size: usize) -> Vec<u8> {
        follow(self.bytes, 1, self.shift, &self.fat, start, size)
    }
}

impl Entry {
    fn read(bytes: &[u8]) -> Option<Self> {
        let length = usize::from(u16_at(bytes, 64)?).min(64);
        let name = utf16_at(bytes, 0, (length / 2).saturating_sub(1))?;
        Some(Self {
            name,
            is_stream: bytes.get(66) == Some(&2),
            links: [u32_at(bytes, 68)?, u32_at(bytes, 72)?, u32_at(bytes, 76)?],
            start: u32_at(bytes, 116)?,
            size: usize_at(bytes, 120)?,
        })
    }
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.chunks_exact(4).map(|b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]))
}

/// A sector as far as it is there. The header takes the place of `before` sectors.
fn sector(bytes: &[u8], before: usize, shift: u32, id: u32) -> &[u8] {
    let start = (id as usize).checked_add(before).and_then(|n| n.checked_mul(1 << shift)).unwrap_or(usize::MAX);
    let rest = bytes.get(start..).unwrap_or_default();
    &rest[..rest.len().min(1 << shift)]
}

/// The sectors from `start` one after the other, `size` bytes of them.
fn follow(bytes: &[u8], before: usize, shift: u32, fat: &[u32], start: u32, size: usize) -> Vec<u8> {
    let mut content = Vec::new();
    let mut id = start;
    // No chain is longer than the file, so a circle ends.
    while id < LAST_SECTOR && content.len() < size.min(bytes.len()) {
        let part = sector(bytes, before, shift, id);
        if part.is_empty() {
            break;
        }
        content.extend_from_slice(&part[..part.len().min(size - content.len())]);
        // Where the table was cut off with the end of the file, the sectors mostly follow one another.
        id = fat.get(id as usize).copied().unwrap_or(id + 1);
    }
    content
}

#[cfg(test)]
pub mod tests {
    use super::*;

    const SECTOR: usize = 512;

    /// A file with some streams, for the tests of what reads them. None is in the mini stream.
    pub fn compound(streams: &[(&str, Vec<u8>)]) -> Vec<u8> {
        let count = |length: usize| length.div_ceil(SECTOR).max(1);
        let used = 2 + streams.iter().map(|(_, content)| count(content.len())).sum::<usize>();
        let (fat_size, directory_size) = (count(4 * (used + 64)), count(128 * (streams.len() + 1)));
        let mut fat = vec![0xFFFF_FFFDu32; fat_size];
        let mut content = Vec::new();
        let mut directory = Vec::new();
        let mut chain = |content: &mut Vec<u8>, bytes: &[u8], sectors: usize| {
            let start = fat.len() as u32;
            (1..sectors as u32).for_each(|n| fat.push(start + n));
            fat.push(0xFFFF_FFFE);
            content.extend_from_slice(bytes);
            content.resize(content.len().next_multiple_of(SECTOR).max(SECTOR), 0);
            start
        };
        let entry = |name: &str, kind: u8, links: [u32; 3], start: u32, size: usize| {
            let mut entry = vec![0; ENTRY_SIZE];
            let name: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
            entry[..name.len()].copy_from_slice(&name);
            entry[64] = name.len() as u8;
            entry[66] = kind;
            links
                .iter()
                .enumerate()
                .for_each(|(n, link)| entry[68 + 4 * n..72 + 4 * n].copy_from_slice(&link.to_le_bytes()));
            entry[116..120].copy_from_slice(&start.to_le_bytes());
            entry[120..124].copy_from_slice(&(size as u32).to_le_bytes());
            entry
        };
        directory.extend(entry("Root Entry", 5, [u32::MAX, u32::MAX, 1], 0xFFFF_FFFE, 0));
        for (n, (name, bytes)) in streams.iter().enumerate() {
            let mut part = Vec::new();
            let start = chain(&mut part, bytes, count(bytes.len()));
            content.append(&mut part);
            let next = if n + 1 < streams.len() { n as u32 + 2 } else { u32::MAX };
            directory.extend(entry(name, 2, [u32::MAX, next, u32::MAX], start, bytes.len()));
        }
        let start = chain(&mut content, &directory, directory_size);
        let mut file = vec![0; SECTOR];
        file[..8].copy_from_slice(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
        (file[26], file[28], file[29], file[30], file[32]) = (3, 0xFE, 0xFF, 9, 6);
        file[48..52].copy_from_slice(&start.to_le_bytes());
        file[60..64].copy_from_slice(&0xFFFF_FFFEu32.to_le_bytes());
        file[68..72].copy_from_slice(&0xFFFF_FFFEu32.to_le_bytes());
        for n in 0..109 {
            let id = if n < fat_size { n as u32 } else { u32::MAX };
            file[76 + 4 * n..80 + 4 * n].copy_from_slice(&id.to_le_bytes());
        }
        fat.resize(fat_size * SECTOR / 4, u32::MAX);
        file.extend(fat.iter().flat_map(|id| id.to_le_bytes()));
        file.extend(content);
        file
    }

    #[test]
    fn streams_are_found_and_whole() {
        let long: Vec<u8> = (0..5000u32).map(|n| (n % 251) as u8).collect();
        let file = compound(&[("0Table", b"short".to_vec()), ("WordDocument", long.clone())]);
        let file = Compound::open(&file).unwrap();
        assert_eq!(file.stream("worddocument"), Some(long));
        assert_eq!(file.stream("0Table").as_deref(), Some(&b"short"[..]));
        assert_eq!(file.stream("1Table"), None);
    }

    #[test]
    fn circles_and_missing_sectors_end() {
        let whole = compound(&[("WordDocument", vec![7; 3000])]);
        for at in (512..1024).chain(76..100) {
            for value in [0, 1, 5, 0xFF] {
                let mut file = whole.clone();
                file[at] = value;
                let length =
                    Compound::open(&file).and_then(|file| file.stream("WordDocument")).map_or(0, |bytes| bytes.len());
                assert!(length <= 3000);
            }
        }
        for end in (0..whole.len()).step_by(100) {
            let _ = Compound::open(&whole[..end]).and_then(|file| file.stream("WordDocument"));
        }
    }
}
