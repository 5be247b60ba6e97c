//! The names that fonts of one byte a character give their glyphs, and the characters that the bytes usually are.

/// The names of the printable ASCII characters that are no letters, in order of the characters.
const ASCII: &str = "space exclam quotedbl numbersign dollar percent ampersand quotesingle parenleft parenright asterisk \
plus comma hyphen period slash zero one two three four five six seven eight nine colon semicolon less equal greater \
question at bracketleft backslash bracketright asciicircum underscore grave braceleft bar braceright asciitilde";

/// Other names, each with its character.
const OTHERS: [(&str, char); 17] = [
    ("bullet", '•'),
    ("ellipsis", '…'),
    ("emdash", '—'),
    ("endash", '–'),
    ("fi", 'ﬁ'),
    ("fl", 'ﬂ'),
    ("minus", '−'),
    ("multiply", '×'),
    ("nbspace", ' '),
    ("nonbreakingspace", ' '),
    ("periodcentered", '·'),
    ("quotedblleft", '“'),
    ("quotedblright", '”'),
    ("quoteleft", '‘'),
    ("quoteright", '’'),
    ("section", '§'),
    ("sfthyphen", '-'),
];

/// The bytes 0x80 to 0x9F as Windows has them.
const WINDOWS: [char; 32] = [
    '€', '•', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '•', 'Ž', '•', '•', '‘', '’', '“', '”', '•', '–',
    '—', '˜', '™', 'š', '›', 'œ', '•', 'ž', 'Ÿ',
];

/// The characters that single bytes usually are: all encodings have the same in ASCII, most the others of Windows.
pub fn usual() -> [char; 256] {
    std::array::from_fn(|byte| match byte {
        0x80..0xA0 => WINDOWS[byte - 0x80],
        0xA0 => ' ',
        _ => char::from(byte as u8),
    })
}

/// The character of a glyph with a name.
pub fn character(name: &[u8]) -> Option<char> {
    let name = std::str::from_utf8(name).ok()?;
    // A variant: one.tnum.
    let name = name.split('.').next().filter(|base| !base.is_empty())?;
    if let &[letter] = name.as_bytes() {
        return letter.is_ascii_alphabetic().then_some(char::from(letter));
    }
    let mut symbols = (' '..='~').filter(|c| !c.is_ascii_alphabetic());
    if let Some(n) = ASCII.split_ascii_whitespace().position(|known| known == name) {
        return symbols.nth(n);
    }
    if let Some((_, char)) = OTHERS.iter().find(|(known, _)| *known == name) {
        return Some(*char);
    }
    let digits = name.strip_prefix("uni").and_then(|digits| digits.get(..4)).or_else(|| name.strip_prefix('u'))?;
    u32::from_str_radix(digits, 16).ok().and_then(char::from_u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_characters() {
        let named = ["space", "one", "nine", "asciitilde", "A", "z", "seven.tnum", "uni4E00", "u4E00", "quotedblleft"];
        let found: String = named.iter().filter_map(|name| character(name.as_bytes())).collect();
        assert_eq!(found, " 19~Az7一一“");
        assert_eq!([character(b"g12"), character(b".notdef"), character(b"")], [None; 3]);
    }
}
