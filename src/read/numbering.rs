//! The numbers that a word processor counts itself, as they are shown: 一、 ① Ⅳ.

/// How a number is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NumberFormat {
    /// 1 2 3, and every kind that is not known.
    #[default]
    Decimal,
    /// 01 02 03.
    LeadingZero,
    /// １ ２ ３.
    FullWidth,
    /// ① ② ③, to 50.
    Circled,
    /// ⒈ ⒉ ⒊, to 20.
    FullStop,
    /// ⑴ ⑵ ⑶, to 20.
    Bracketed,
    /// ㈠ ㈡ ㈢, to 10.
    ChineseBracketed,
    /// 一 二 十一 一百零五.
    Chinese,
    /// 一 二 一一 一〇五.
    ChineseDigits,
    /// 壹 贰 壹拾壹 壹佰零伍.
    ChineseLegal,
    /// 甲 乙 丙, to 10.
    Stem,
    /// 子 丑 寅, to 12.
    Branch,
    /// I II III.
    UpperRoman,
    /// i ii iii.
    LowerRoman,
    /// A B C.
    UpperLetter,
    /// a b c.
    LowerLetter,
    /// Nothing that counts: a dot, or no number at all.
    None,
}

impl NumberFormat {
    /// The format by its number in the binary formats of Word and in RTF (MSONFC).
    pub fn from_code(code: u8) -> Self {
        match code {
            1 => Self::UpperRoman,
            2 => Self::LowerRoman,
            3 => Self::UpperLetter,
            4 => Self::LowerLetter,
            10 | 36 => Self::ChineseDigits,
            11 | 33 | 35 | 37 | 39 => Self::Chinese,
            14 | 19 => Self::FullWidth,
            16 | 34 | 38 => Self::ChineseLegal,
            18 | 28 => Self::Circled,
            22 => Self::LeadingZero,
            23 | 255 => Self::None,
            26 => Self::FullStop,
            27 => Self::Bracketed,
            29 => Self::ChineseBracketed,
            30 => Self::Stem,
            31 => Self::Branch,
            _ => Self::Decimal,
        }
    }
}

/// Writes a number; where the format has no sign for it, in digits.
pub fn write(n: u32, format: NumberFormat) -> String {
    let one_of = |first: char, count: u32| {
        let sign = (1..=count).contains(&n).then(|| char::from_u32(u32::from(first) + n - 1)).flatten();
        sign.map_or_else(|| n.to_string(), String::from)
    };
    let listed = |signs: &str| (n as usize).checked_sub(1).and_then(|n| signs.chars().nth(n)).map(String::from);
    match format {
        NumberFormat::None => String::new(),
        NumberFormat::LeadingZero if n < 10 => ['0', digit(n, "0123456789")].iter().collect(),
        NumberFormat::Decimal | NumberFormat::LeadingZero => n.to_string(),
        NumberFormat::FullWidth => digits(n, "０１２３４５６７８９"),
        NumberFormat::ChineseDigits => digits(n, "〇一二三四五六七八九"),
        NumberFormat::Circled if n > 35 => listed_from(n, 36, '㊱', 15),
        NumberFormat::Circled if n > 20 => listed_from(n, 21, '㉑', 15),
        NumberFormat::Circled => one_of('①', 20),
        NumberFormat::FullStop => one_of('⒈', 20),
        NumberFormat::Bracketed => one_of('⑴', 20),
        NumberFormat::ChineseBracketed => one_of('㈠', 10),
        NumberFormat::Chinese => chinese(n, "零一二三四五六七八九", "十百千", true),
        NumberFormat::ChineseLegal => chinese(n, "零壹贰叁肆伍陆柒捌玖", "拾佰仟", false),
        NumberFormat::Stem => listed("甲乙丙丁戊己庚辛壬癸").unwrap_or_else(|| n.to_string()),
        NumberFormat::Branch => listed("子丑寅卯辰巳午未申酉戌亥").unwrap_or_else(|| n.to_string()),
        NumberFormat::UpperRoman => roman(n).to_ascii_uppercase(),
        NumberFormat::LowerRoman => roman(n),
        NumberFormat::UpperLetter => letters(n, b'A'),
        NumberFormat::LowerLetter => letters(n, b'a'),
    }
}

/// The sign of `n` in a row of `count` signs that begins with that of `base`.
fn listed_from(n: u32, base: u32, first: char, count: u32) -> String {
    let sign = (n - base < count).then(|| char::from_u32(u32::from(first) + n - base)).flatten();
    sign.map_or_else(|| n.to_string(), String::from)
}

fn digit(n: u32, digits: &str) -> char {
    digits.chars().nth((n % 10) as usize).unwrap_or('0')
}

fn digits(n: u32, digits: &str) -> String {
    n.to_string().bytes().map(|b| digit(u32::from(b - b'0'), digits)).collect()
}

/// 一百零五. `short`: 十一 for 一十一, as one counts. Numbers of more than four digits are none that a list has.
fn chinese(n: u32, digits: &str, units: &str, short: bool) -> String {
    if n == 0 || n > 9999 {
        return if n == 0 { digit(0, digits).into() } else { n.to_string() };
    }
    let mut text = String::new();
    let mut skipped = false;
    for power in (0..4u32).rev() {
        let value = n / 10u32.pow(power) % 10;
        if value == 0 {
            skipped = !text.is_empty();
            continue;
        }
        if std::mem::take(&mut skipped) {
            text.push(digit(0, digits));
        }
        if !(short && power == 1 && value == 1 && text.is_empty()) {
            text.push(digit(value, digits));
        }
        text.extend(power.checked_sub(1).and_then(|unit| units.chars().nth(unit as usize)));
    }
    text
}

fn roman(n: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    if n == 0 || n > 9999 {
        return n.to_string();
    }
    let mut rest = n;
    let mut text = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            text.push_str(sign);
            rest -= value;
        }
    }
    text
}

/// a … z, aa, bb …, as word processors count.
fn letters(n: u32, first: u8) -> String {
    if n == 0 || n > 26 * 30 {
        return n.to_string();
    }
    let letter = char::from(first + ((n - 1) % 26) as u8);
    std::iter::repeat_n(letter, n.div_ceil(26) as usize).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_word_processors_write_them() {
        for (n, format, text) in [
            (7, NumberFormat::Decimal, "7"),
            (7, NumberFormat::LeadingZero, "07"),
            (12, NumberFormat::FullWidth, "１２"),
            (20, NumberFormat::Circled, "⑳"),
            (21, NumberFormat::Circled, "㉑"),
            (50, NumberFormat::Circled, "㊿"),
            (51, NumberFormat::Circled, "51"),
            (10, NumberFormat::ChineseBracketed, "㈩"),
            (10, NumberFormat::Chinese, "十"),
            (11, NumberFormat::Chinese, "十一"),
            (20, NumberFormat::Chinese, "二十"),
            (105, NumberFormat::Chinese, "一百零五"),
            (110, NumberFormat::Chinese, "一百一十"),
            (1001, NumberFormat::Chinese, "一千零一"),
            (11, NumberFormat::ChineseLegal, "壹拾壹"),
            (105, NumberFormat::ChineseDigits, "一〇五"),
            (2, NumberFormat::Stem, "乙"),
            (11, NumberFormat::Stem, "11"),
            (14, NumberFormat::UpperRoman, "XIV"),
            (28, NumberFormat::LowerLetter, "bb"),
            (3, NumberFormat::None, ""),
        ] {
            assert_eq!(write(n, format), text, "{n} {format:?}");
        }
    }

    #[test]
    fn every_number_has_a_text_in_every_format() {
        for code in 0..=255 {
            let format = NumberFormat::from_code(code);
            for n in [0, 1, 9, 10, 26, 27, 99, 100, 9999, 10_000, u32::MAX] {
                assert!(format == NumberFormat::None || !write(n, format).is_empty(), "{n} {format:?}");
            }
        }
    }
}
