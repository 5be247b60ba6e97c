//! A number format: the words that it adds to a number, or the date that it makes of one.
//!
//! What a format does to the value itself, rounding, thousands, signs, is left out: the text of a cell has exactly its
//! value.
use super::number::Decimal;

/// A number format.
#[derive(Clone, Debug, PartialEq)]
pub enum Format {
    /// The number alone.
    Plain,
    /// Words before and behind the number, which is shown times a hundred where there is a `%`.
    Words { before: String, behind: String, is_percent: bool },
    /// A date or a time.
    Date(Vec<Part>),
}

/// A part of a date.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    Year,
    ShortYear,
    /// These with the least number of digits.
    Month(usize),
    Day(usize),
    Hour(usize),
    Minute(usize),
    Second(usize),
    Literal(char),
}

/// A sign of a format.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Sign {
    /// The place of a digit, or of the whole number.
    Digit,
    Point,
    Comma,
    Percent,
    /// A letter of a date, small, and how often it stands there.
    Date(char, usize),
    Literal(char),
    /// What makes the number look different from its value: powers, elapsed hours, conditions.
    Strange,
}

impl Format {
    /// Reads the format of positive numbers from a code such as `0"件"` or `yyyy"年"m"月"`; other numbers are shown in
    /// it too, with their sign.
    pub fn new(code: &str) -> Self {
        let signs = signs(code);
        if signs.contains(&Sign::Strange) {
            return Self::Plain;
        }
        let place = |sign: &Sign| *sign == Sign::Digit;
        let first = signs.iter().position(place);
        let Some((first, last)) = first.zip(signs.iter().rposition(place)) else {
            return if signs.iter().any(|sign| matches!(sign, Sign::Date(..))) { date(&signs) } else { Self::Plain };
        };
        let words = |signs: &[Sign]| -> String {
            let literal = |sign: &Sign| if let Sign::Literal(c) = *sign { Some(c) } else { None };
            signs.iter().filter_map(literal).collect()
        };
        let (before, behind) = (words(&signs[..first]), words(&signs[last + 1..]));
        // 12,345 as 1.2万 or as 010-12345: the digits no longer say the value.
        let is_scaled = signs.get(last + 1) == Some(&Sign::Comma) || !words(&signs[first..last]).is_empty();
        let has_digits = before.chars().chain(behind.chars()).any(char::is_numeric);
        if is_scaled || has_digits {
            return Self::Plain;
        }
        let is_percent = signs.contains(&Sign::Percent);
        match (before.trim(), behind.trim()) {
            ("", "") if !is_percent => Self::Plain,
            (before, behind) => Self::Words { before: before.to_owned(), behind: behind.to_owned(), is_percent },
        }
    }

    /// A number in this format.
    pub fn shown(&self, number: &Decimal, is_1904: bool) -> String {
        let sign = if number.is_negative && !number.is_zero() { "-" } else { "" };
        match self {
            Self::Plain => [sign, &number.text()].concat(),
            Self::Words { before, behind, is_percent: true } => {
                [sign, before, &number.shifted(2).text(), "%", behind].concat()
            }
            Self::Words { before, behind, .. } => [sign, before, &number.text(), behind].concat(),
            Self::Date(parts) => match number.days() {
                Some((days, seconds)) => written(parts, days + if is_1904 { 1462 } else { 0 }, seconds),
                None => [sign, &number.text()].concat(),
            },
        }
    }
}

/// The signs of the first section of a code.
fn signs(code: &str) -> Vec<Sign> {
    let mut signs = Vec::new();
    let mut rest = code.strip_prefix("[$-F800]").map_or(code, |_| "yyyy年m月d日");
    while let Some(c) = rest.chars().next() {
        let general = ["General", "GENERAL", "general", "G/通用格式"].iter().find(|name| rest.starts_with(**name));
        let half_days = ["AM/PM", "am/pm", "A/P", "上午/下午"].iter().find(|name| rest.starts_with(**name));
        let mut length = c.len_utf8();
        match c {
            _ if general.is_some() => {
                length = general.map_or(0, |name| name.len());
                signs.push(Sign::Digit);
            }
            _ if half_days.is_some() => length = half_days.map_or(0, |name| name.len()),
            ';' => break,
            '"' => {
                let quoted = rest[1..].split('"').next().unwrap_or_default();
                signs.extend(quoted.chars().map(Sign::Literal));
                length = (quoted.len() + 2).min(rest.len());
            }
            '[' => {
                let inside = rest[1..].split(']').next().unwrap_or_default();
                length = (inside.len() + 2).min(rest.len());
                bracket(inside, &mut signs);
            }
            // What follows stands for itself, is as wide as a blank, or fills the cell.
            '\\' | '!' | '_' | '*' => {
                let next = rest[1..].chars().next();
                signs.extend(next.filter(|_| c == '\\' || c == '!').map(Sign::Literal));
                length += next.map_or(0, char::len_utf8);
            }
            '0' | '#' | '?' => signs.push(Sign::Digit),
            '.' => signs.push(Sign::Point),
            ',' => signs.push(Sign::Comma),
            '%' => signs.push(Sign::Percent),
            'E' | 'e' if rest[1..].starts_with(['+', '-']) => signs.push(Sign::Strange),
            'y' | 'Y' | 'm' | 'M' | 'd' | 'D' | 'h' | 'H' | 's' | 'S' | 'a' | 'A' | 'e' => {
                let count = rest.chars().take_while(|next| next.eq_ignore_ascii_case(&c)).count();
                length = count;
                signs.push(Sign::Date(c.to_ascii_lowercase(), count));
            }
            '@' => {}
            c => signs.push(Sign::Literal(c)),
        }
        rest = &rest[length..];
    }
    signs
}

/// What stands in brackets: a currency, a colour, a condition, elapsed time.
fn bracket(inside: &str, signs: &mut Vec<Sign>) {
    let is_elapsed = !inside.is_empty() && inside.chars().all(|c| matches!(c, 'h' | 'H' | 'm' | 'M' | 's' | 'S'));
    if let Some(currency) = inside.strip_prefix('$') {
        signs.extend(currency.split('-').next().unwrap_or_default().chars().map(Sign::Literal));
    } else if is_elapsed || inside.starts_with(['<', '>', '=']) {
        signs.push(Sign::Strange);
    }
}

fn date(signs: &[Sign]) -> Format {
    let mut parts = Vec::new();
    for (at, sign) in signs.iter().enumerate() {
        let is_time = |sign: Option<&Sign>, letter| matches!(sign, Some(Sign::Date(found, _)) if *found == letter);
        let mut before = signs[..at].iter().rev().filter(|sign| matches!(sign, Sign::Date(..)));
        let mut behind = signs[at + 1..].iter().filter(|sign| matches!(sign, Sign::Date(..)));
        parts.push(match *sign {
            Sign::Date('y', 1 | 2) => Part::ShortYear,
            Sign::Date('y' | 'e', _) => Part::Year,
            Sign::Date('m', digits) if is_time(before.next(), 'h') || is_time(behind.next(), 's') => {
                Part::Minute(digits)
            }
            // Names of months are in English, or numbers in Chinese.
            Sign::Date('m', digits) => Part::Month(if digits == 2 { 2 } else { 1 }),
            Sign::Date('d', digits @ (1 | 2)) => Part::Day(digits),
            Sign::Date('h', digits) => Part::Hour(digits),
            Sign::Date('s', digits) => Part::Second(digits),
            Sign::Literal(c) => Part::Literal(c),
            _ => continue,
        });
    }
    Format::Date(parts)
}

/// Writes a day, counted from the end of 1899 as Excel counts, and a time of it.
fn written(parts: &[Part], day: u32, seconds: u32) -> String {
    let (year, month, day) = civil(day);
    let mut text = String::new();
    for part in parts {
        let (number, digits) = match *part {
            Part::Year => (year, 4),
            Part::ShortYear => (year % 100, 2),
            Part::Month(digits) => (month, digits),
            Part::Day(digits) => (day, digits),
            Part::Hour(digits) => (seconds / 3600, digits.min(2)),
            Part::Minute(digits) => (seconds / 60 % 60, digits.min(2)),
            Part::Second(digits) => (seconds % 60, digits.min(2)),
            Part::Literal(c) => {
                text.push(c);
                continue;
            }
        };
        let number = number.to_string();
        text.extend((number.len()..digits).map(|_| '0'));
        text.push_str(&number);
    }
    text.trim().to_owned()
}

/// The year, month and day of a day, counted so that 1900-03-01 is day 61: Excel takes 1900 for a leap year, so that
/// the two months before are a day off.
fn civil(day: u32) -> (u32, u32, u32) {
    const CYCLE: u32 = 146_097;
    // From the first of March of the year 0 on, whose year ends with the day that leap years have more.
    let day = day + 693_899;
    let (cycle, of_cycle) = (day / CYCLE, day % CYCLE);
    let of_year = (of_cycle - of_cycle / 1460 + of_cycle / 36_524 - of_cycle / 146_096) / 365;
    let rest = of_cycle - (365 * of_year + of_year / 4 - of_year / 100);
    let month = (5 * rest + 2) / 153;
    let day = rest - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (cycle * 400 + of_year + u32::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(code: &str, stored: &str) -> String {
        Format::new(code).shown(&Decimal::new(stored).unwrap(), false)
    }

    #[test]
    fn the_value_is_never_changed() {
        for code in [
            "General",
            "0",
            "0.00",
            "#,##0",
            "#,##0.00_ ;[Red]-#,##0.00",
            "0,",
            "0!.0,\"万\"",
            "0.00E+00",
            "@",
            "_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"_ ;_ @_ ",
            "000\\-0000",
            "[>9]0\"多\";0",
            "# ?/?",
            "\"第1次\"0",
            "[h]:mm",
        ] {
            assert_eq!(shown(code, "96171.600000000006"), "96171.6", "{code}");
            assert_eq!(shown(code, "0"), "0", "{code}");
        }
        assert_eq!(shown("0;(0)", "-5"), "-5");
    }

    #[test]
    fn words_of_the_format_are_shown() {
        for (code, stored, text) in [
            ("0\"件\"", "164", "164件"),
            ("0\"年\"", "2024", "2024年"),
            ("General\"件\"", "1.5", "1.5件"),
            ("G/通用格式\"件\"", "7", "7件"),
            ("#,##0\\ \"万元\"", "1234.5", "1234.5万元"),
            ("[$¥-804]#,##0.00;[$¥-804]-#,##0.00", "-12.3", "-¥12.3"),
            ("0.0%", "0.1234", "12.34%"),
            ("0%", "1", "100%"),
        ] {
            assert_eq!(shown(code, stored), text, "{code}");
        }
    }

    #[test]
    fn dates_are_shown() {
        for (code, stored, text) in [
            ("yyyy\"年\"m\"月\"d\"日\";@", "45296", "2024年1月5日"),
            ("yyyy-mm-dd", "45296", "2024-01-05"),
            ("yyyy/m/d h:mm", "45296.5", "2024/1/5 12:00"),
            ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "45657", "2024年12月31日"),
            ("[DBNum1][$-804]yyyy\"年\"m\"月\"", "45351", "2024年2月"),
            ("yyyy-mm-dd", "45351", "2024-02-29"),
            ("yyyy-mm-dd", "61", "1900-03-01"),
            ("yyyy-mm-dd", "2958465", "9999-12-31"),
            ("h:mm:ss", "0.75", "18:00:00"),
        ] {
            assert_eq!(shown(code, stored), text, "{code}");
        }
        assert_eq!(Format::new("yyyy-mm-dd").shown(&Decimal::new("0").unwrap(), true), "1904-01-01");
    }
}
