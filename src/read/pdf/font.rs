//! Fonts: which characters the codes of a text stand for, and how far each goes.
use super::{budget::Budget, glyph_names, guard::Original, stream};
use crate::read::encoding;
use hayro_cmap::{BfString, CMap, WritingMode};
use hayro_syntax::object::{Array, Dict, MaybeRef, Name, Object, Stream};

/// A font as text needs it.
pub struct Font {
    codes: Codes,
    /// What the file says which characters the codes are.
    to_unicode: Option<CMap>,
    widths: Widths,
    /// For a text that goes downwards.
    pub vertical: Option<Vertical>,
}

/// How a string is divided into codes.
enum Codes {
    /// One byte each; holds which characters they usually are.
    Single(Box<[char; 256]>),
    /// Two bytes each, which say nothing of the character.
    Double,
    /// UTF-16, big-endian.
    Unicode,
    /// One byte, two, or four of GB 18030.
    Chinese,
    /// As the file says itself.
    Own(Box<CMap>),
}

/// How wide the codes are, in thousandths of the size.
struct Widths {
    ranges: Vec<Range>,
    other: f32,
}

/// Codes with the same measures.
struct Range {
    first: u32,
    last: u32,
    values: [f32; 3],
}

/// The measures of a text that goes downwards, in thousandths of the size.
pub struct Vertical {
    ranges: Vec<Range>,
    /// How far a character goes (downwards is negative), and how high its origin stands above its foot.
    usual: [f32; 2],
}

/// A code of a text.
pub struct Shown {
    /// What it stands for, mostly one character; none where the font does not say.
    pub text: BfString,
    /// How wide it is, in ems.
    pub width: f32,
    /// Where a text goes downwards: how far it goes, and where its origin stands above its left foot, in ems.
    pub down: Option<(f32, (f32, f32))>,
    /// Whether it is a blank of one byte, which can be stretched.
    pub blank: bool,
}

/// The most ranges of widths in a font.
const MAX_RANGES: usize = 70_000;
/// The most digits of a text that a code stands for: four for a character, two of these for a rare one.
const MAX_DIGITS: usize = 64;

impl Font {
    pub fn new(dict: &Dict, original: Original, budget: &mut Budget) -> Self {
        let mut cmap = |stream: Stream| {
            let mut content = stream::content(&stream, original, budget);
            shorten(&mut content);
            CMap::parse(&content, |_| None)
        };
        let to_unicode = dict.get::<Stream>("ToUnicode").and_then(&mut cmap);
        match dict.get::<Array>("DescendantFonts").and_then(|fonts| fonts.iter::<Dict>().next()) {
            Some(below) => Self::composite(dict, &below, to_unicode, cmap),
            None => Self::simple(dict, to_unicode),
        }
    }

    fn simple(dict: &Dict, to_unicode: Option<CMap>) -> Self {
        let mut chars = Box::new(glyph_names::usual());
        if let Some(differences) = dict.get::<Dict>("Encoding").and_then(|it| it.get::<Array>("Differences")) {
            let mut code = 0usize;
            for object in differences.iter::<Object>().take(MAX_RANGES) {
                match object {
                    Object::Number(number) => code = number.as_i64().clamp(0, 256) as usize,
                    Object::Name(name) => {
                        if let Some(char) = chars.get_mut(code) {
                            *char = glyph_names::character(&name).unwrap_or(char::REPLACEMENT_CHARACTER);
                        }
                        code += 1;
                    }
                    _ => {}
                }
            }
        }
        // A font whose shapes the file draws itself has its own unit.
        let unit = match dict.get::<Array>("FontMatrix").and_then(|matrix| matrix.iter::<f32>().next()) {
            Some(unit) if dict.get::<Name>("Subtype").is_some_and(|kind| &kind[..] == b"Type3") => unit.abs() * 1000.0,
            _ => 1.0,
        };
        let first = dict.get::<u32>("FirstChar").unwrap_or(0);
        let widths = dict.get::<Array>("Widths").map(|widths| widths.iter::<f32>().take(256).collect::<Vec<_>>());
        let ranges = widths.unwrap_or_default().into_iter().zip(first..);
        let ranges = ranges.map(|(width, code)| Range { first: code, last: code, values: [width * unit, 0.0, 0.0] });
        let missing = dict.get::<Dict>("FontDescriptor").and_then(|it| it.get::<f32>("MissingWidth"));
        let other = missing.filter(|&width| width > 0.0).unwrap_or(500.0);
        let widths = Widths { ranges: ranges.collect(), other };
        Self { codes: Codes::Single(chars), to_unicode, widths, vertical: None }
    }

    fn composite(
        dict: &Dict,
        below: &Dict,
        to_unicode: Option<CMap>,
        mut cmap: impl FnMut(Stream) -> Option<CMap>,
    ) -> Self {
        let mut upright = false;
        let codes = match dict.get::<Object>("Encoding") {
            Some(Object::Name(name)) => {
                upright = name.ends_with(b"-V");
                match &name[..] {
                    b"GBK-EUC-H" | b"GBK-EUC-V" | b"GBKp-EUC-H" | b"GBKp-EUC-V" | b"GBK2K-H" | b"GBK2K-V"
                    | b"GB-EUC-H" | b"GB-EUC-V" | b"GBpc-EUC-H" | b"GBpc-EUC-V" => Codes::Chinese,
                    name if name.starts_with(b"Uni") => Codes::Unicode,
                    _ => Codes::Double,
                }
            }
            Some(Object::Stream(stream)) => {
                upright = stream.dict().get::<i32>("WMode") == Some(1);
                cmap(stream).map_or(Codes::Double, |own| {
                    upright |= own.metadata().writing_mode == Some(WritingMode::Vertical);
                    Codes::Own(Box::new(own))
                })
            }
            _ => Codes::Double,
        };
        let widths = Widths {
            ranges: below.get::<Array>("W").map(|it| ranges::<1>(&it)).unwrap_or_default(),
            other: below.get::<f32>("DW").unwrap_or(1000.0),
        };
        let vertical = upright.then(|| {
            let usual = below.get::<Array>("DW2").map(|it| it.iter::<f32>().collect::<Vec<_>>()).unwrap_or_default();
            Vertical {
                ranges: below.get::<Array>("W2").map(|it| ranges::<3>(&it)).unwrap_or_default(),
                usual: [usual.get(1).copied().unwrap_or(-1000.0), usual.first().copied().unwrap_or(880.0)],
            }
        });
        Self { codes, to_unicode, widths, vertical }
    }

    /// Divides a string into its codes.
    pub fn show(&self, mut bytes: &[u8], mut each: impl FnMut(Shown)) {
        while !bytes.is_empty() {
            let (length, own) = self.next(bytes);
            let (code, rest) = bytes.split_at(length.min(bytes.len()));
            bytes = rest;
            let value = code.iter().fold(0u32, |value, &byte| value << 8 | u32::from(byte));
            let cid = match &self.codes {
                Codes::Own(cmap) => cmap.lookup_cid_code(value, length as u8).unwrap_or(value),
                _ => value,
            };
            let known = self.to_unicode.as_ref().and_then(|cmap| cmap.lookup_bf_string(value));
            let text = known.or_else(|| own.map(BfString::Char));
            let width = match (&self.codes, length) {
                // The width goes by a number that only a table of the character set tells; Latin is half as wide.
                (Codes::Chinese, 1) => 0.5,
                (Codes::Unicode, _) if value < 0x80 => 0.5,
                (Codes::Chinese | Codes::Unicode, _) => self.widths.other / 1000.0,
                _ => find(&self.widths.ranges, cid).map_or(self.widths.other, |range| range.values[0]) / 1000.0,
            };
            each(Shown {
                text: text.unwrap_or(BfString::Char(char::REPLACEMENT_CHARACTER)),
                width,
                down: self.vertical.as_ref().map(|vertical| vertical.measure(cid, width)),
                blank: length == 1 && value == 32,
            });
        }
    }

    /// The length of the next code, and the character where it tells that itself. The bytes are not none.
    fn next(&self, bytes: &[u8]) -> (usize, Option<char>) {
        match &self.codes {
            Codes::Single(chars) => (1, Some(chars[usize::from(bytes[0])])),
            Codes::Double => (2, None),
            Codes::Unicode => {
                let length = if matches!(bytes[0], 0xD8..=0xDB) { 4 } else { 2 };
                let units = bytes.chunks_exact(2).take(length / 2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
                (length, char::decode_utf16(units).next().and_then(Result::ok))
            }
            Codes::Chinese => {
                let length = match bytes {
                    [..0x80, ..] => 1,
                    [_, 0x30..=0x39, ..] => 4,
                    _ => 2,
                };
                (length, encoding::gb18030(&bytes[..length.min(bytes.len())]).chars().next())
            }
            Codes::Own(cmap) => {
                let mut code = 0u32;
                let known = bytes.iter().take(4).zip(1u8..).position(|(&byte, length)| {
                    code = code << 8 | u32::from(byte);
                    cmap.lookup_cid_code(code, length).is_some()
                });
                (known.map_or(2, |n| n + 1), None)
            }
        }
    }
}

/// Leaves out what is too much of texts (`<4E00 …>`): it would be copied each time that its code is shown.
fn shorten(cmap: &mut Vec<u8>) {
    let mut digits = None;
    cmap.retain(|byte| {
        digits = match (byte, digits) {
            (b'<', _) => Some(0),
            (b'>' | b'/' | b'(', _) => None,
            (_, Some(count)) if byte.is_ascii_hexdigit() => Some(count + 1),
            _ => digits,
        };
        digits.is_none_or(|count| count <= MAX_DIGITS) || !byte.is_ascii_hexdigit()
    });
}

impl Vertical {
    fn measure(&self, cid: u32, width: f32) -> (f32, (f32, f32)) {
        match find(&self.ranges, cid) {
            Some(Range { values: [far, x, y], .. }) => (far / 1000.0, (x / 1000.0, y / 1000.0)),
            None => (self.usual[0] / 1000.0, (width / 2.0, self.usual[1] / 1000.0)),
        }
    }
}

fn find(ranges: &[Range], code: u32) -> Option<&Range> {
    let behind = ranges.partition_point(|range| range.first <= code);
    ranges[..behind].last().filter(|range| code <= range.last)
}

/// Reads `first [values …]` and `first last values`, with N values for each code, sorted by code.
fn ranges<const N: usize>(array: &Array) -> Vec<Range> {
    let mut ranges: Vec<Range> = vec![];
    let mut numbers: Vec<f32> = vec![];
    let values = |numbers: &[f32]| std::array::from_fn(|n| numbers.get(n).copied().unwrap_or(0.0));
    for item in array.raw_iter() {
        let object = match item {
            MaybeRef::NotRef(object) => Some(object),
            MaybeRef::Ref(_) => None,
        };
        match object {
            Some(Object::Number(number)) => numbers.push(number.as_f32()),
            Some(Object::Array(list)) => {
                let list: Vec<f32> = list.iter::<f32>().take(MAX_RANGES).collect();
                let first = numbers.last().copied().unwrap_or(0.0) as u32;
                let each = list.chunks_exact(N).zip(first..);
                ranges.extend(each.map(|(own, code)| Range { first: code, last: code, values: values(own) }));
                numbers.clear();
            }
            _ => {}
        }
        if numbers.len() == N + 2 {
            let (first, last) = (numbers[0] as u32, numbers[1] as u32);
            ranges.push(Range { first, last, values: values(&numbers[2..]) });
            numbers.clear();
        }
        if ranges.len() > MAX_RANGES {
            break;
        }
    }
    ranges.sort_by_key(|range| range.first);
    ranges
}
