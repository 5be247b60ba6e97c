//! Numbers written in Chinese numerals.

/// The digit that a numeral stands for.
fn digit(c: char) -> Option<u64> {
    match c {
        '零' | '〇' | '○' => Some(0),
        '一' | '壹' => Some(1),
        '二' | '两' | '贰' => Some(2),
        '三' | '叁' => Some(3),
        '四' | '肆' => Some(4),
        '五' | '伍' => Some(5),
        '六' | '陆' => Some(6),
        '七' | '柒' => Some(7),
        '八' | '捌' => Some(8),
        '九' | '玖' => Some(9),
        _ => None,
    }
}

/// What a numeral multiplies by.
fn multiplier(c: char) -> Option<u64> {
    match c {
        '十' | '拾' => Some(10),
        '百' | '佰' => Some(100),
        '千' | '仟' => Some(1000),
        '万' => Some(10_000),
        '亿' => Some(100_000_000),
        _ => None,
    }
}

/// No number that one counts with is longer; also bounds the time that a run of numerals without sense takes.
const LONGEST: usize = 32;

/// Whether a Chinese number may begin with `c`.
pub fn begins(c: char) -> bool {
    digit(c).is_some() || multiplier(c).is_some_and(|by| by <= 10_000)
}

/// Whether `text` begins with the four digits of a year in this century and no fifth: 二〇二四.
pub fn year(text: &str) -> bool {
    let digits = text.chars().take_while(|c| digit(*c).is_some());
    digits.clone().take(5).count() == 4 && digits.take(2).filter_map(digit).eq([2, 0])
}

/// The number at the beginning of `text` and how many bytes it takes: 二十, 一百零五, 两千, 二〇二四, 一万二千.
///
/// `None` if there is none, if it is not a number that one may count with (三四 is a guess, 一二三 a row), or if it
/// is too large.
pub fn read(text: &str) -> Option<(u64, usize)> {
    let numerals = text.chars().take_while(|c| digit(*c).is_some() || multiplier(*c).is_some());
    let numerals = numerals.take(LONGEST + 1);
    let length = numerals.clone().map(char::len_utf8).sum();
    if numerals.clone().count() > LONGEST {
        return None;
    }
    let value = if numerals.clone().any(|c| multiplier(c).is_some()) {
        with_multipliers(numerals)?
    } else {
        in_a_row(numerals)?
    };
    Some((value, length))
}

/// 二〇二四: the digits of a number in a row.
fn in_a_row(numerals: impl Iterator<Item = char> + Clone) -> Option<u64> {
    let count = numerals.clone().count();
    if count > 1 && !numerals.clone().any(|c| digit(c) == Some(0)) && count != 4 {
        return None;
    }
    let value = numerals.filter_map(digit).try_fold(0u64, |value, digit| value.checked_mul(10)?.checked_add(digit));
    value.filter(|_| count > 0)
}

/// 一万二千三百零五: digits before the power of ten that they count.
fn with_multipliers(numerals: impl Iterator<Item = char>) -> Option<u64> {
    let (mut total, mut section, mut pending) = (0u64, 0u64, None);
    for numeral in numerals {
        if let Some(value) = digit(numeral) {
            if pending.is_some_and(|before| before != 0) {
                return None;
            }
            pending = Some(value);
            continue;
        }
        let by = multiplier(numeral)?;
        if by >= 10_000 {
            let count = section.checked_add(pending.unwrap_or(0))?;
            let count = if count == 0 && total == 0 { 1 } else { count };
            total = total.checked_add(count.checked_mul(by)?)?;
            section = 0;
        } else {
            section = section.checked_add(pending.filter(|digit| *digit > 0).unwrap_or(1).checked_mul(by)?)?;
        }
        pending = None;
    }
    total.checked_add(section)?.checked_add(pending.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_are_read() {
        for (text, value) in [
            ("〇件", 0),
            ("零", 0),
            ("两件", 2),
            ("十件", 10),
            ("十八件", 18),
            ("二十件", 20),
            ("一百零五", 105),
            ("一百一十", 110),
            ("百余", 100),
            ("两千零四十", 2040),
            ("一万二千三百四十五", 12345),
            ("三亿零五万", 300_050_000),
            ("叁佰陆拾元", 360),
            ("二〇二四年", 2024),
            ("二○二四年", 2024),
            ("一九九八年", 1998),
        ] {
            assert_eq!(read(text).map(|found| found.0), Some(value), "{text}");
        }
    }

    #[test]
    fn guesses_and_what_is_too_large_are_none() {
        let long = "九".repeat(40) + "〇";

        for text in ["三四件", "一二三", "件", "", &long] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
