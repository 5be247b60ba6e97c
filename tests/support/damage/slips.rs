//! Damage of chance, by what the bytes are.
use crate::support::Rng;

/// Numbers that programs trip over.
const NUMBERS: [&str; 12] =
    ["0", "-1", "1", "2", "7", "255", "65535", "65536", "2147483647", "4294967295", "99999999999999999999", "1e30"];

/// Damages any file; where its kind is known, half of the times what such a file stands on. Says what was done.
pub fn any(bytes: &mut Vec<u8>, other: &[u8], rng: &mut Rng) -> &'static str {
    if rng.chance(50) {
        if bytes.starts_with(b"PK") {
            return zip(bytes, rng);
        } else if bytes.starts_with(b"%PDF") || bytes.starts_with(b"{\\rtf") {
            return words(bytes, rng);
        } else if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
            return ole(bytes, rng);
        }
    }
    plain(bytes, other, rng)
}

fn place(bytes: &[u8], rng: &mut Rng) -> usize {
    rng.below(bytes.len().max(1) as u64) as usize
}

/// A range of at most `most` bytes.
fn range(bytes: &[u8], most: u64, rng: &mut Rng) -> std::ops::Range<usize> {
    let start = place(bytes, rng);
    start..(start + 1 + rng.below(most) as usize).min(bytes.len()).max(start)
}

fn plain(bytes: &mut Vec<u8>, other: &[u8], rng: &mut Rng) -> &'static str {
    let at = place(bytes, rng);
    match rng.below(7) {
        0 => {
            bytes.truncate(at);
            "cut"
        }
        1 | 2 => {
            for _ in 0..=rng.below(20) {
                let at = place(bytes, rng);
                bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1 << rng.below(8));
            }
            "bits flipped"
        }
        3 => {
            let range = range(bytes, 600, rng);
            bytes[range].fill(rng.pick(&[0, 0xFF, b'<', b'0']));
            "overwritten"
        }
        4 => {
            bytes.drain(range(bytes, 2000, rng));
            "a piece lost"
        }
        5 => {
            let twice = bytes[range(bytes, 4000, rng)].to_vec();
            bytes.splice(at..at, twice);
            "a piece twice"
        }
        _ => {
            let piece = other[range(other, 2000, rng)].to_vec();
            bytes.splice(at..at, piece);
            "a piece of another file"
        }
    }
}

/// Damages the source of a part: numbers, tags, names.
pub fn xml(bytes: &mut Vec<u8>, rng: &mut Rng) -> &'static str {
    if rng.chance(60) {
        return words(bytes, rng);
    }
    let own = bytes.clone();
    plain(bytes, &own, rng)
}

/// Puts other numbers and words for those that are there, and breaks nesting.
fn words(bytes: &mut Vec<u8>, rng: &mut Rng) -> &'static str {
    let from = place(bytes, rng);
    let is_digit = |byte: &u8| byte.is_ascii_digit();
    let is_bracket = |byte: &u8| b"<>{}[]()/\\".contains(byte);
    let find =
        |bytes: &[u8], wanted: &dyn Fn(&u8) -> bool| bytes[from..].iter().position(wanted).map(|found| from + found);
    match rng.below(4) {
        0 | 1 => {
            let Some(start) = find(bytes, &is_digit) else { return "nothing" };
            let length = bytes[start..].iter().take_while(|byte| is_digit(byte)).count();
            bytes.splice(start..start + length, rng.pick(&NUMBERS).bytes());
            "a number changed"
        }
        2 => {
            let Some(start) = find(bytes, &is_bracket) else { return "nothing" };
            let times = rng.pick(&[0, 2, 2, 3000]);
            let bracket = bytes[start];
            bytes.splice(start..=start, std::iter::repeat_n(bracket, times));
            "brackets"
        }
        _ => {
            // A word from elsewhere in the file in the place of another.
            let word = |bytes: &[u8], rng: &mut Rng| {
                let start = place(bytes, rng);
                let skipped = bytes[start..].iter().take_while(|byte| !byte.is_ascii_alphabetic()).count();
                let length = bytes[start + skipped..].iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
                start + skipped..start + skipped + length
            };
            let taken = bytes[word(bytes, rng)].to_vec();
            bytes.splice(word(bytes, rng), taken);
            "a word changed"
        }
    }
}

/// Overwrites a field of a header of a package.
fn zip(bytes: &mut [u8], rng: &mut Rng) -> &'static str {
    let heads: Vec<usize> = (0..bytes.len().saturating_sub(46)).filter(|&at| bytes[at..].starts_with(b"PK")).collect();
    if heads.is_empty() {
        return "nothing";
    }
    let at = rng.pick(&heads) + 4 + rng.below(40) as usize;
    let any = rng.bits() as u32;
    let number = rng.pick(&[0, 1, 0xFFFF, 0xFFFF_FFFF, 0x7FFF_FFFF, heads[0] as u32, any]);
    let width = rng.pick(&[1, 2, 4]);
    bytes[at..at + width].copy_from_slice(&number.to_le_bytes()[..width]);
    "a field of the package changed"
}

/// Overwrites a number in the header, in a table of sectors, in the directory, or in the head of the first stream.
fn ole(bytes: &mut [u8], rng: &mut Rng) -> &'static str {
    let number = |bytes: &[u8], at: usize| {
        bytes.get(at..at + 4).map_or(0, |four| u32::from_le_bytes([four[0], four[1], four[2], four[3]]) as usize)
    };
    let sectors = bytes.len() as u64 / 512;
    // Where the table of sectors, the directory and the table of small sectors begin.
    let sector = [number(bytes, 76), number(bytes, 48), number(bytes, 60), 0][rng.below(4) as usize];
    let start = if rng.chance(20) { 24 } else { (sector + 1) * 512 };
    let at = start + 4 * rng.below(128) as usize;
    let now = rng.pick(&[
        0,
        1,
        rng.clone().below(sectors.max(1)) as u32,
        sector as u32,
        0xFFFF_FFFE,
        0xFFFF_FFFF,
        0x7FFF_FFFF,
        0x10_0000,
    ]);
    if let Some(four) = bytes.get_mut(at..at + 4) {
        four.copy_from_slice(&now.to_le_bytes());
    }
    "a number of the container changed"
}
