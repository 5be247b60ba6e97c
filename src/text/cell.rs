//! What a cell of a table holds: a number, and how it is written.
use super::{fold::half_width, number::Decimal};

/// The number in a cell and how it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CellValue {
    /// The number; none for words without one.
    pub number: Option<Decimal>,
    /// How it is written.
    pub writing: Writing,
}

/// How a cell is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writing {
    /// Nothing. Counts as zero in sums.
    Blank,
    /// Half-width digits, perhaps with a sign or decimals.
    Plain,
    /// Digits some of which are full-width, or with blanks between them.
    Wide,
    /// Digits grouped by separators: `1,234`.
    Grouped,
    /// A mark for nothing: `/`, `-`, `无`, `○`. Counts as zero.
    Nothing,
    /// A number with its unit or other words: `251000元`, `减4`.
    Worded,
    /// Words without a number.
    Words,
}

impl CellValue {
    /// Whether there is nothing in the cell.
    pub fn is_blank(&self) -> bool {
        self.writing == Writing::Blank
    }

    /// Whether it is what stands in cells for numbers, and not a label.
    pub fn is_value(&self) -> bool {
        !matches!(self.writing, Writing::Blank | Writing::Words)
    }

    /// The whole number that counts in sums: zero for a blank and for a mark that says that there is nothing.
    pub fn as_i64(&self) -> Option<i64> {
        self.number?.as_i64()
    }

    /// The number that is written, zero for a mark that says that there is nothing; none for a blank.
    pub fn to_f64(&self) -> Option<f64> {
        self.number.filter(|_| !self.is_blank()).map(Decimal::to_f64)
    }
}

/// Marks that people put where there is nothing to count.
const NOTHING: [&str; 19] =
    ["/", "\\", "-", "--", "---", "—", "——", "–", "－", "―", "一", "无", "○", "〇", "O", "o", "零", "Ｏ", "／"];

/// Words that may stand around a number in a cell: units, and what people write for a sign.
const UNITS: [&str; 16] =
    ["元", "万元", "件", "条", "个", "项", "份", "宗", "起", "次", "亿元", "人次", "件次", "%", "余", "千元"];

/// Reads a cell. Total: any text gives a value.
pub fn parse_cell(text: &str) -> CellValue {
    let value = |number, writing| CellValue { number, writing };
    let zero = Decimal::integer(0);
    let trimmed = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}' || c == '\u{200b}');
    if trimmed.is_empty() {
        return value(Some(zero), Writing::Blank);
    }
    if let Some(number) = decimal(trimmed) {
        return value(Some(number), Writing::Plain);
    }
    if NOTHING.contains(&trimmed) {
        return value(Some(zero), Writing::Nothing);
    }
    if !trimmed.chars().any(|c| half_width(c).is_ascii_digit()) {
        return value(None, Writing::Words);
    }
    let half: String = trimmed.chars().map(half_width).map(|c| if "－—−–".contains(c) { '-' } else { c }).collect();
    let compact: String = half.chars().filter(|c| !c.is_whitespace()).collect();
    if let Some(number) = decimal(&compact) {
        return value(Some(number), Writing::Wide);
    }
    if let Some(number) = grouped(&compact) {
        return value(Some(number), Writing::Grouped);
    }
    match worded(&compact) {
        Some(number) => value(Some(number), Writing::Worded),
        None => value(None, Writing::Words),
    }
}

/// Half-width digits with perhaps a sign and decimals. None where there is anything else, or too many digits.
fn decimal(text: &str) -> Option<Decimal> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty() || (digits.contains('.') && decimals.is_empty()) {
        return None;
    }
    let number = Decimal::from_digits(whole.chars(), decimals)?;
    Some(if text.starts_with('-') { number.negated() } else { number })
}

/// `1,234,567.8`: groups of three digits behind the first.
fn grouped(text: &str) -> Option<Decimal> {
    let whole = text.split('.').next()?.trim_start_matches(['-', '+']);
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let regular = (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3) && whole.contains(',');
    if regular { decimal(&text.replace(',', "")) } else { None }
}

/// `251000元`, `减4`, `增加 3 件`: one number, and nothing else but a unit and a word for its sign.
fn worded(text: &str) -> Option<Decimal> {
    let start = text.find(|c: char| c.is_ascii_digit() || c == '-')?;
    let rest = &text[start..];
    let end = rest.find(|c: char| !(c.is_ascii_digit() || "-.,".contains(c))).unwrap_or(rest.len());
    let (before, after) = (&text[..start], &rest[end..]);
    let number = decimal(&rest[..end]).or_else(|| grouped(&rest[..end]))?;
    let known_after = after.is_empty() || UNITS.contains(&after.trim_matches(['(', ')', '约']));
    let sign = match before {
        "" | "约" | "共" | "增" | "增加" | "新增" => true,
        "减" | "减少" | "负" => false,
        _ => return None,
    };
    let number = if sign { number } else { number.negated() };
    known_after.then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_of_writing_is_told() {
        let read = |text| {
            let cell = parse_cell(text);
            (cell.number.map(Decimal::to_f64), cell.writing)
        };
        assert_eq!(read("12"), (Some(12.0), Writing::Plain));
        assert_eq!(read("-8"), (Some(-8.0), Writing::Plain));
        assert_eq!(read("75.9260"), (Some(75.926), Writing::Plain));
        assert_eq!(read(" \u{3000}"), (Some(0.0), Writing::Blank));
        assert_eq!(read("１２"), (Some(12.0), Writing::Wide));
        assert_eq!(read("1 2"), (Some(12.0), Writing::Wide));
        assert_eq!(read("1,234,567"), (Some(1_234_567.0), Writing::Grouped));
        assert_eq!(read("/"), (Some(0.0), Writing::Nothing));
        assert_eq!(read("无"), (Some(0.0), Writing::Nothing));
        assert_eq!(read("251000元"), (Some(251_000.0), Writing::Worded));
        assert_eq!(read("减4"), (Some(-4.0), Writing::Worded));
        for words in
            ["自然人", "1.属于国家秘密", "第二十条第（一）项", "12,34", "1-2", "99999999999999999999", "见附件3"]
        {
            assert_eq!(read(words), (None, Writing::Words), "{words}");
        }
    }

    #[test]
    fn whole_numbers_are_whole_however_written() {
        assert_eq!(parse_cell("3.0").as_i64(), Some(3));
        assert_eq!(parse_cell("3.5").as_i64(), None);
        assert_eq!(parse_cell("").as_i64(), Some(0));
        assert_eq!(parse_cell("").to_f64(), None);
    }
}
