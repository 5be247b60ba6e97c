//! Characters that the source writes as references: `&nbsp;`, `&#160;`.
use crate::{read::bytes::western, text::lexicon::Lexicon};
use std::{borrow::Cow, sync::LazyLock};

/// A number, and the names of the character that has it and of those behind it. All of HTML 4, which editors write, and
/// punctuation of HTML 5; the two thousand others, signs of mathematics, stand in no report.
const LINES: &str = include_str!("references.txt");

static NAMES: LazyLock<Lexicon<char>> = LazyLock::new(|| {
    Lexicon::new(LINES.lines().flat_map(|line| {
        let (first, names) = line.split_once(' ').unwrap_or_default();
        let names = names.split(' ').zip(first.parse().unwrap_or(0)..);
        names.filter_map(|(name, number)| Some((name, char::from_u32(number)?)))
    }))
});

/// The longest of the names that need no semicolon.
const LONGEST_OLD: usize = 6;

/// The text that a piece of the source stands for. In an attribute, an ampersand that looks like one of an address stays.
pub fn decode(source: &str, in_attribute: bool) -> Cow<'_, str> {
    if !source.contains('&') {
        return with_plain_lines(source);
    }
    let mut text = String::with_capacity(source.len());
    let mut pieces = source.split('&');
    text += &with_plain_lines(pieces.next().unwrap_or_default());
    for piece in pieces {
        let (character, length) = reference(piece, in_attribute).unwrap_or(('&', 0));
        text.push(character);
        text += &with_plain_lines(piece.get(length..).unwrap_or_default());
    }
    Cow::Owned(text)
}

/// Every line break as one character.
pub fn with_plain_lines(source: &str) -> Cow<'_, str> {
    if !source.contains('\r') {
        return Cow::Borrowed(source);
    }
    Cow::Owned(source.replace("\r\n", "\n").replace('\r', "\n"))
}

/// The character of a reference, and the length of what stands behind its ampersand.
fn reference(source: &str, in_attribute: bool) -> Option<(char, usize)> {
    if let Some(number) = source.strip_prefix('#') {
        return numbered(number).map(|(character, length)| (character, length + 1));
    }
    NAMES.all(source).find_map(|(&character, length)| match source.as_bytes().get(length) {
        Some(b';') => Some((character, length + 1)),
        Some(behind) if in_attribute && (*behind == b'=' || behind.is_ascii_alphanumeric()) => None,
        _ => (length <= LONGEST_OLD && is_old(character)).then_some((character, length)),
    })
}

/// Whether the names of a character are older than the semicolon.
fn is_old(character: char) -> bool {
    matches!(character, '"' | '&' | '<' | '>' | '\u{A0}'..='\u{FF}')
}

/// A character by the number behind `#`.
fn numbered(source: &str) -> Option<(char, usize)> {
    let (digits, radix) = source.strip_prefix(['x', 'X']).map_or((source, 10), |digits| (digits, 16));
    let values = || digits.chars().map_while(|digit| digit.to_digit(radix));
    let count = values().count();
    let number = values().fold(0_u32, |number, digit| number.saturating_mul(radix).saturating_add(digit));
    let character = match number {
        0 => char::REPLACEMENT_CHARACTER,
        0x80..=0x9F => western(number as u8),
        _ => char::from_u32(number).unwrap_or(char::REPLACEMENT_CHARACTER),
    };
    let semicolon = usize::from(digits.as_bytes().get(count) == Some(&b';'));
    (count > 0).then_some((character, source.len() - digits.len() + count + semicolon))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As the standard says, by the library whose table is whole.
    #[test]
    fn references_stand_for_what_the_standard_says() {
        for line in LINES.lines() {
            for name in line.split(' ').skip(1) {
                for source in [format!("&{name};"), format!("a&{name}9x;"), format!("&{name}"), format!("&{name}=1")] {
                    assert_eq!(decode(&source, false), super::super::tokens::tests::text(&source), "{source}");
                }
            }
        }
    }
}
