//! Makes a file safe for the library that reads its structure, which unpacks streams without any bound.
//!
//! By itself that library unpacks only streams of objects and of cross-references. Those are looked at first; in a copy
//! of the file the names of the filters of all other streams are spelled otherwise, so that only `stream` unpacks them.
//! Packed bytes may look like such a name: `stream` unpacks what stood there before ([`Original`]).
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;

/// The most bytes that one stream of cross-references holds. A report has some 2,000.
const MAX_REFERENCES: usize = 1 << 20;
/// The most bytes that all streams of objects hold together.
const MAX_OBJECTS: usize = 32 << 20;
/// The most bytes that all streams of objects of an encrypted file take in the file: they cannot be looked into, and
/// grow a thousandfold at most.
const MAX_ENCRYPTED: usize = 256 << 10;
/// How far the dictionary of such a stream reaches.
const DICTIONARY: usize = 1 << 10;

/// The filters that can make much of little, each with the spelling that hides it.
const FILTERS: [(&[u8], &[u8]); 6] = [
    (b"FlateDecode", b"FlateDecodX"),
    (b"Fl", b"FX"),
    (b"LZWDecode", b"LZWDecodX"),
    (b"LZW", b"LZX"),
    (b"RunLengthDecode", b"RunLengthDecodX"),
    (b"RL", b"RX"),
];

/// A copy of the file in which no stream can be unpacked unseen.
pub fn guarded(bytes: &[u8]) -> Vec<u8> {
    let mut copy = bytes.to_vec();
    let mut encrypted = false;
    let mut filters: Vec<(usize, &[u8])> = vec![];
    let mut at = 0;
    while let Some(slash) = bytes[at..].iter().position(|&byte| byte == b'/').map(|n| at + n) {
        at = slash + 1;
        let name = name(&bytes[at..]);
        match name {
            b"Encrypt" => encrypted = true,
            b"W" if counts_nothing(&bytes[at + 1..]) => copy[at] = b'w',
            // A name may be spelled with numbers: no writer does so with these.
            _ if name.contains(&b'#') && is_watched(&spelled_out(name)) => {
                copy[at..at + name.len()].iter_mut().filter(|byte| **byte == b'#').for_each(|byte| *byte = b'x');
            }
            [b'F' | b'L' | b'R', ..] => {
                let known = FILTERS.iter().find(|(filter, _)| *filter == name);
                filters.extend(known.map(|(_, hidden)| (slash, *hidden)));
            }
            _ => {}
        }
    }
    let mut left = if encrypted { MAX_ENCRYPTED } else { MAX_OBJECTS };
    for (slash, hidden) in filters {
        if !is_sound(bytes, slash, encrypted, &mut left) {
            copy[slash + 1..slash + 1 + hidden.len()].copy_from_slice(hidden);
        }
    }
    copy
}

/// Tells what stood in the file where the copy may be spelled otherwise.
#[derive(Clone, Copy)]
pub struct Original<'a> {
    bytes: &'a [u8],
    copy: &'a [u8],
}

impl<'a> Original<'a> {
    /// Of a file and its copy, which are equally long.
    pub fn new(bytes: &'a [u8], copy: &'a [u8]) -> Self {
        Self { bytes, copy }
    }

    /// What stood where this part of the copy stands; none where it is no part of the copy.
    pub fn of(&self, part: &[u8]) -> Option<&'a [u8]> {
        let start = part.as_ptr().addr().checked_sub(self.copy.as_ptr().addr())?;
        self.bytes.get(start..start.checked_add(part.len())?)
    }
}

/// The name that a text begins with.
fn name(text: &[u8]) -> &[u8] {
    let end = text.iter().take(64).position(|byte| b" \t\r\n\x0C\0/<>[](){}%".contains(byte));
    &text[..end.unwrap_or(text.len().min(64))]
}

/// A name with its numbers (`#46`) turned into what they stand for.
fn spelled_out(name: &[u8]) -> Vec<u8> {
    let mut plain = vec![];
    let mut rest = name;
    while let [first, behind @ ..] = rest {
        let digits = behind.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
        let number = digits.filter(|_| *first == b'#').and_then(|digits| u8::from_str_radix(digits, 16).ok());
        plain.push(number.unwrap_or(*first));
        rest = if number.is_some() { &behind[2..] } else { behind };
    }
    plain
}

/// Whether a name is one of those that are looked for.
fn is_watched(name: &[u8]) -> bool {
    matches!(name, b"Encrypt" | b"W") || FILTERS.iter().any(|(filter, _)| *filter == name)
}

/// Whether the widths of the columns of cross-references add up to less than three bytes: then a few bytes, or none,
/// would be entries without end.
fn counts_nothing(behind: &[u8]) -> bool {
    let text = behind.trim_ascii_start();
    let Some(list) = text.strip_prefix(b"[") else { return text.starts_with(b"%") };
    let Some(end) = list.iter().take(64).position(|&byte| byte == b']') else { return false };
    let Ok(list) = std::str::from_utf8(&list[..end]) else { return true };
    let widths: Vec<Option<u32>> = list.split_ascii_whitespace().map(|width| width.parse().ok()).collect();
    let sum = widths.iter().try_fold(0u32, |sum, width| sum.checked_add((*width)?));
    !list.contains('[') && widths.len() <= 3 && sum.is_none_or(|sum| sum < 3)
}

/// Whether the filter at a place is that of a stream of objects or cross-references that holds no more than it may.
fn is_sound(bytes: &[u8], filter: usize, encrypted: bool, left: &mut usize) -> bool {
    let before = &bytes[filter.saturating_sub(DICTIONARY)..filter];
    let behind = &bytes[filter..bytes.len().min(filter + DICTIONARY)];
    let (Some(start), Some(end)) = (find_last(before, b"obj"), find(behind, b"stream")) else { return false };
    let dictionary = &bytes[filter - (before.len() - start)..filter + end];
    let references = find(dictionary, b"/XRef").is_some();
    if !references && find(dictionary, b"/ObjStm").is_none() || !has_sound_parameters(dictionary) {
        return false;
    }
    let data = bytes[filter + end + b"stream".len()..].trim_ascii_start();
    if encrypted && !references {
        let length = find(data, b"endstream").unwrap_or(data.len());
        let sound = length <= *left;
        *left = left.saturating_sub(length);
        return sound;
    }
    let limit = if references { MAX_REFERENCES } else { *left };
    // Of a damaged stream comes what could be read, which is what the library makes of it.
    let unpacked = decompress_to_vec_zlib_with_limit(data, limit).unwrap_or_else(|damaged| damaged.output);
    if !references {
        *left -= unpacked.len().min(*left);
    }
    unpacked.len() < limit && (references || find(&unpacked, b"Decode").is_none())
}

/// Whether a dictionary has one filter, with such parameters as make sense.
fn has_sound_parameters(dictionary: &[u8]) -> bool {
    let number = |key: &[u8], most: u32| match find(dictionary, key) {
        None => true,
        Some(at) => {
            let digits = dictionary[at + key.len()..].trim_ascii_start();
            let digits = &digits[..digits.iter().take_while(|byte| byte.is_ascii_digit()).count()];
            let value = std::str::from_utf8(digits).ok().and_then(|digits| digits.parse::<u32>().ok());
            value.is_some_and(|value| (1..=most).contains(&value))
        }
    };
    let filters = [b"Decode".as_slice(), b"/Fl", b"/LZW", b"/RL", b"/A85", b"/AHx"];
    let filters: usize = filters.iter().map(|filter| count(dictionary, filter)).sum();
    // The name of the one filter, and perhaps of its parameters; /Flate counts twice.
    let parameters = count(dictionary, b"/DecodeParms");
    let direct = find(dictionary, b"/DecodeParms")
        .is_none_or(|at| dictionary[at + b"/DecodeParms".len()..].trim_ascii_start().starts_with(b"<<"));
    filters - parameters == 2
        && parameters <= 1
        && direct
        && find(dictionary, b"/DP").is_none()
        && !dictionary.contains(&b'#')
        && number(b"/Columns", 1 << 12)
        && number(b"/Colors", 4)
        && number(b"/BitsPerComponent", 8)
        && number(b"/Predictor", 15)
}

fn find(text: &[u8], word: &[u8]) -> Option<usize> {
    text.windows(word.len()).position(|window| window == word)
}

fn find_last(text: &[u8], word: &[u8]) -> Option<usize> {
    text.windows(word.len()).rposition(|window| window == word)
}

fn count(text: &[u8], word: &[u8]) -> usize {
    text.windows(word.len()).filter(|window| *window == word).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use miniz_oxide::deflate::compress_to_vec_zlib;

    /// Whether the filters of a file with one stream are hidden.
    fn hides(dictionary: &str, content: &[u8]) -> bool {
        let packed = compress_to_vec_zlib(content, 6);
        let file = [format!("1 0 obj<<{dictionary}>>stream\n").as_bytes(), &packed, b"\nendstream"].concat();
        find(&guarded(&file), b"/FlateDecode").is_none()
    }

    #[test]
    fn only_small_streams_of_objects_are_left_to_the_library() {
        let objects = "/Type/ObjStm/N 1/First 4/Filter/FlateDecode";
        assert!(!hides(objects, b"1 0 <<>>"));
        assert!(hides("/Filter/FlateDecode", b"1 0 <<>>"));
        assert!(hides(objects, &vec![b' '; MAX_OBJECTS + 1]));
        assert!(hides(objects, b"1 0 /FlateDecode"));
        assert!(hides("/Type/ObjStm/Filter[/FlateDecode/FlateDecode]", b"1 0 <<>>"));
        assert!(hides("/Type/ObjStm/Filter/FlateDecode/DecodeParms<</Predictor 2/Columns 0>>", b"1 0 <<>>"));
        assert!(!hides("/Type/XRef/W[1 2 1]/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 4>>", b"12341234"));
        assert!(hides("/Type/XRef/Filter/FlateDecode", &vec![0; MAX_REFERENCES]));
    }

    #[test]
    fn entries_of_no_bytes_and_names_in_numbers_are_spoiled() {
        assert_eq!(
            guarded(b"/W [0 0 0] /W[1 2 1] /W [1 [500]] /F#6cateDecode /A#e5#41 /#57"),
            b"/w [0 0 0] /W[1 2 1] /W [1 [500]] /Fx6cateDecode /A#e5#41 /x57"
        );
    }

    #[test]
    fn what_stood_there_is_told() {
        let file = b"/Fl is spelled otherwise";
        let copy = guarded(file);
        assert_ne!(copy, file);
        let original = Original::new(file, &copy);
        assert_eq!(original.of(&copy[1..5]), Some(&b"Fl i"[..]));
        assert_eq!(original.of(&file[1..5]), None);
    }
}
