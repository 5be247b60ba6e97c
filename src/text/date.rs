//! Days of the calendar, as texts write them.
use super::number::chinese;

/// A day; compared by time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// 2000 to 2099.
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31; not compared with the month.
    pub day: u8,
}

/// The date at the beginning of a folded text, and how many bytes it takes: `2025年1月20日`, `2025-01-20`, `2025/1/20`,
/// `2025.1.20`, `二〇二五年一月二十日`.
pub fn date_at(text: &str) -> Option<(Date, usize)> {
    let mut at = 0;
    let mut number = |most: u64, behind: &[char]| {
        let rest = &text[at..];
        let digits = rest.bytes().take(5).take_while(u8::is_ascii_digit).count();
        let (value, length) = match digits {
            0 => chinese::read(rest)?,
            _ => (rest[..digits].parse().ok()?, digits),
        };
        let sign = rest[length..].chars().next().filter(|c| behind.contains(c));
        at += length + sign.map_or(0, char::len_utf8);
        ((1..=most).contains(&value) && (sign.is_some() || behind.is_empty())).then_some((value, sign))
    };
    let (year, sign) = number(2099, &['年', '-', '/', '.'])?;
    let (divides, ends): (&[char], &[char]) = match sign {
        Some('年') => (&['月'], &['日', '号']),
        Some('-') => (&['-'], &[]),
        Some('/') => (&['/'], &[]),
        _ => (&['.'], &[]),
    };
    let (month, _) = number(12, divides)?;
    let (day, _) = number(31, ends)?;
    let date = Date { year: u16::try_from(year).ok()?, month: u8::try_from(month).ok()?, day: u8::try_from(day).ok()? };
    (date.year >= 2000).then_some((date, at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_however_written() {
        for text in
            ["2025年1月20日", "2025-01-20", "2025/1/20 10:30", "2025.1.20", "二〇二五年一月二十日", "2025年01月20号。"]
        {
            let (date, length) = date_at(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(date, Date { year: 2025, month: 1, day: 20 }, "{text}");
            assert!(text.is_char_boundary(length));
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in [
            "",
            "2025",
            "2025年",
            "2025年13月1日",
            "2025-1/20",
            "25年1月20日",
            "2025年1月",
            "1999年1月1日",
            "99999999999",
        ] {
            assert_eq!(date_at(text), None, "{text}");
        }
    }
}
