//! What a cell of a table holds, and how it is written.
use super::{Decimal, chinese};
use crate::text::fold::{half_width, is_blank};

/// What a cell of a table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellValue {
    /// Nothing, or only white space.
    Blank,
    /// One number, perhaps with words around it.
    Number(Written),
    /// A sign or word that stands for zero: `/`, `-`, `—`, `无`, `没有`, `○`, `O`.
    Nil,
    /// Words without a number, or several numbers, or a number too large to be one (over 18 digits).
    Words,
}

/// A number as a cell writes it. A plain one, such as `12` or `75.9260`, has no note set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    /// The number. A unit is not multiplied in: `0.12万元` is 0.12. `减4` and `负4` are −4.
    pub value: Decimal,
    /// Digits or signs are full-width: `１２`.
    pub full_width: bool,
    /// Thousands are separated: `1,234`.
    pub grouped: bool,
    /// A plus or minus sign stands before it, in any of its forms: `-8`, `−8`, `+5`.
    pub signed: bool,
    /// There are zeros before the first digit: `007`.
    pub leading_zeros: bool,
    /// There is white space between its digits: `1 2`, which may also be two numbers.
    pub spaced: bool,
    /// It is written in Chinese numerals: `十二`.
    pub chinese: bool,
    /// Something stands before or behind it: `251000元`, `12件`, `减4`, `约30`, `5.`.
    pub words: bool,
}

impl CellValue {
    /// The number, if there is one.
    pub fn number(self) -> Option<Decimal> {
        match self {
            Self::Number(written) => Some(written.value),
            _ => None,
        }
    }

    /// The whole number to calculate with: a sign that stands for zero counts as 0; `None` for a blank cell, words,
    /// and a number with decimals.
    pub fn as_i64(self) -> Option<i64> {
        match self {
            Self::Number(written) => written.value.as_i64(),
            Self::Nil => Some(0),
            Self::Blank | Self::Words => None,
        }
    }
}

impl Written {
    /// Whether it is written as the form wants it: half-width digits, decimals if need be, and nothing else.
    pub fn is_plain(&self) -> bool {
        let Self { value: _, full_width, grouped, signed, leading_zeros, spaced, chinese, words } = *self;
        !(full_width || grouped || signed || leading_zeros || spaced || chinese || words)
    }
}

/// Reads a cell of a table. Never fails: what is not one number is [`CellValue::Words`].
pub fn parse_cell(text: &str) -> CellValue {
    let text = text.trim_matches(is_blank);
    let folded: String = text.chars().map(half_width).collect();
    if text.is_empty() {
        return CellValue::Blank;
    }
    if is_nil(&folded) {
        return CellValue::Nil;
    }
    let read = if folded.contains(|c: char| c.is_ascii_digit()) { read_digits(&folded) } else { read_chinese(text) };
    match read {
        Some(written) => CellValue::Number(Written { full_width: written.full_width || folded != text, ..written }),
        None => CellValue::Words,
    }
}

/// The dashes that mean "minus" or "nothing".
const DASHES: &[char] = &['-', '–', '—', '−', '‐', '─', '_'];

/// Letters and signs that are written for a digit; beside one they make the number doubtful.
const LIKE_DIGITS: &[char] = &['O', 'o', '○', '◯', '〇', 'l', 'I'];

fn is_nil(text: &str) -> bool {
    matches!(text, "无" | "没有" | "○" | "◯" | "O" | "o")
        || text.chars().all(|c| DASHES.contains(&c) || c == '/' || c == '\\')
}

fn read_chinese(text: &str) -> Option<Written> {
    let (value, length) = chinese::read(text)?;
    let value = Decimal::integer(i64::try_from(value).ok()?);
    let rest = text.get(length..)?;
    // 一般, 三安全: a word, unless what follows is one sign, as a unit is.
    let words = !rest.is_empty();
    (rest.chars().count() <= 1).then_some(Written { value, chinese: true, words, ..Written::plain(value) })
}

/// Reads `text`, which holds an ASCII digit: words, sign, digits, decimals, words.
fn read_digits(text: &str) -> Option<Written> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let (before, rest) = text.split_at(start);
    let length = rest.find(|c: char| !(c.is_ascii_digit() || c == ',' || is_blank(c))).unwrap_or(rest.len());
    let (whole, rest) = rest.split_at(length);
    let decimals = rest.strip_prefix('.').unwrap_or("");
    let decimals = &decimals[..decimals.find(|c: char| !c.is_ascii_digit()).unwrap_or(decimals.len())];
    let after = if decimals.is_empty() { rest } else { &rest[1 + decimals.len()..] };
    // `12 件`, `12,`: what stands behind the last digit is not between digits.
    let tail = whole.trim_end_matches(|c: char| !c.is_ascii_digit());
    let (whole, tail) = whole.split_at(tail.len());
    let doubtful = before.ends_with(LIKE_DIGITS) || after.starts_with(LIKE_DIGITS);
    if doubtful || after.contains(|c: char| c.is_ascii_digit()) || !groups_are_right(whole) {
        return None;
    }
    let digits = whole.chars().filter(char::is_ascii_digit);
    let value = Decimal::from_digits(digits.clone(), decimals)?;

    let mut words = before.trim_end_matches(is_blank);
    let sign = words.chars().next_back().filter(|c| DASHES.contains(c) || *c == '+');
    words = &words[..words.len() - sign.map_or(0, char::len_utf8)];
    let minus = sign.is_some_and(|sign| sign != '+') || ["减", "减少", "负"].contains(&words);
    Some(Written {
        value: if minus { value.negated() } else { value },
        grouped: whole.contains(','),
        signed: sign.is_some(),
        leading_zeros: whole.len() > 1 && whole.starts_with('0'),
        spaced: whole.contains(is_blank),
        words: !words.is_empty() || !after.is_empty() || tail.contains(','),
        ..Written::plain(value)
    })
}

/// Whether every comma of `whole` stands before three digits and behind at least one.
fn groups_are_right(whole: &str) -> bool {
    let mut groups = whole.split(',');
    let first = groups.next().is_some_and(|group| whole.len() == group.len() || (1..=3).contains(&group.len()));
    first && groups.all(|group| group.len() == 3 && group.bytes().all(|byte| byte.is_ascii_digit()))
}

impl Written {
    fn plain(value: Decimal) -> Self {
        Self {
            value,
            full_width: false,
            grouped: false,
            signed: false,
            leading_zeros: false,
            spaced: false,
            chinese: false,
            words: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How a cell reads: its number and the notes that are set.
    fn read(text: &str) -> String {
        match parse_cell(text) {
            CellValue::Blank => "blank".into(),
            CellValue::Nil => "nil".into(),
            CellValue::Words => "words".into(),
            CellValue::Number(written) => {
                let notes = [
                    (written.full_width, "full"),
                    (written.grouped, "grouped"),
                    (written.signed, "signed"),
                    (written.leading_zeros, "zeros"),
                    (written.spaced, "spaced"),
                    (written.chinese, "chinese"),
                    (written.words, "words"),
                ];
                assert_eq!(written.is_plain(), notes.iter().all(|note| !note.0));
                let notes = notes.iter().filter(|note| note.0).map(|note| format!(" {}", note.1));
                notes.fold(written.value.to_string(), |line, note| line + &note)
            }
        }
    }

    #[test]
    fn cells_are_read_as_they_are_written() {
        for (cell, as_read) in [
            ("", "blank"),
            (" \u{3000}\n\u{FEFF}", "blank"),
            ("0", "0"),
            (" 12 ", "12"),
            ("75.9260", "75.9260"),
            ("１２", "12 full"),
            ("１，２３４", "1234 full grouped"),
            ("1,234,567.5", "1234567.5 grouped"),
            ("1,23", "words"),
            ("1234,567", "words"),
            ("1,2345", "words"),
            ("1,", "1 words"),
            ("-8", "-8 signed"),
            ("−8", "-8 signed"),
            ("－8", "-8 full signed"),
            ("—8", "-8 signed"),
            ("+5", "5 signed"),
            ("减4", "-4 words"),
            ("负 4", "-4 words"),
            ("增4", "4 words"),
            ("251000元", "251000 words"),
            ("52.15 万元", "52.15 words"),
            ("12件", "12 words"),
            ("约30", "30 words"),
            ("12.", "12 words"),
            ("(5)", "5 words"),
            ("007", "7 zeros"),
            ("00", "0 zeros"),
            ("0.5", "0.5"),
            ("1 2", "12 spaced"),
            ("29\n23", "2923 spaced"),
            ("十二", "12 chinese"),
            ("〇", "0 chinese"),
            ("三件", "3 chinese words"),
            ("一般公共预算", "words"),
            ("/", "nil"),
            ("／", "nil"),
            ("-", "nil"),
            ("——", "nil"),
            ("无", "nil"),
            ("○", "nil"),
            ("O", "nil"),
            ("Ｏ", "nil"),
            ("规章", "words"),
            ("1O", "words"),
            ("○5", "words"),
            ("3/4", "words"),
            ("1-2", "words"),
            ("1.2.3", "words"),
            ("99999999999999999999999", "words"),
            ("0.0000000000000000000000001", "words"),
        ] {
            assert_eq!(read(cell), as_read, "{cell:?}");
        }
    }

    #[test]
    fn calculation_takes_nil_for_zero_but_not_a_blank() {
        assert_eq!(parse_cell("/").as_i64(), Some(0));
        assert_eq!(parse_cell("减4").as_i64(), Some(-4));
        assert_eq!(parse_cell("3.0").as_i64(), Some(3));
        assert_eq!(parse_cell("3.5").as_i64(), None);
        assert_eq!(parse_cell("").as_i64(), None);
        assert_eq!(parse_cell("略").as_i64(), None);
        assert_eq!(parse_cell("/").number(), None);
    }
}
