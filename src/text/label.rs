//! Labels and headings: what is the same in spite of width, punctuation, blanks and small slips.
use super::fold::{half_width, is_ideograph};

/// A label reduced to what tells it apart: the ordinal before it, and its letters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label {
    /// The ordinal that it begins with.
    pub ordinal: Option<Ordinal>,
    /// Letters and digits after the ordinal, half-width, without blanks and punctuation.
    pub body: Vec<char>,
}

/// An ordinal before a label or a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ordinal {
    /// How it is written.
    pub style: OrdinalStyle,
    /// From 1.
    pub number: u32,
}

/// How an ordinal is written; the order is that of the levels in official documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OrdinalStyle {
    /// `一、`
    Chinese,
    /// `（一）`
    ChineseInBrackets,
    /// `1.` or `1、`
    Arabic,
    /// `（1）`
    ArabicInBrackets,
}

/// The [likeness](Label::likeness) of a label to a mistyped one is this at least.
pub const LIKE: f32 = 0.6;

impl Label {
    /// Reduces a text to a label.
    pub fn new(text: &str) -> Self {
        let (ordinal, rest) = split_ordinal(text.trim());
        let mut body = Vec::with_capacity(rest.len() / 3 + 1);
        body.extend(rest.chars().filter_map(letter));
        Self { ordinal, body }
    }

    /// Whether nothing is left of it.
    pub fn is_empty(&self) -> bool {
        self.ordinal.is_none() && self.body.is_empty()
    }

    /// Whether both are the same label for every reader: the letters agree, and so do the ordinals where both have one.
    pub fn same(&self, other: &Label) -> bool {
        let ordinals = match (self.ordinal, other.ordinal) {
            (Some(a), Some(b)) => a.number == b.number,
            _ => true,
        };
        // Most differ in the first letter.
        ordinals && self.body.first() == other.body.first() && self.body == other.body
    }

    /// How alike the letters are: 1 the same, 0 less than [`LIKE`]. A label that is cut short is rather like the whole.
    pub fn likeness(&self, other: &Label) -> f32 {
        let (short, long) = if self.body.len() <= other.body.len() { (self, other) } else { (other, self) };
        if short.body.is_empty() {
            return 0.0;
        }
        let (whole, shorter) = (long.body.len() as f32, long.body.len() - short.body.len());
        let like = |distance: usize| Some(1.0 - distance as f32 / whole).filter(|like| *like >= LIKE);
        // Most pairs have too few letters in common, which takes less to see than their distance.
        let mut gone = 0;
        for letter in &short.body {
            gone += usize::from(!long.body.contains(letter));
            if gone > 0 && like(shorter + gone).is_none() {
                return 0.0;
            }
        }
        if short.body == long.body {
            return 1.0;
        }
        if short.body.len() >= 3 && (long.body.starts_with(&short.body) || long.body.ends_with(&short.body)) {
            return 0.7 + 0.25 * (short.body.len() as f32 / whole);
        }
        like(shorter + gone).and_then(|_| like(distance(&short.body, &long.body))).unwrap_or(0.0)
    }
}

/// A character as labels count it: half-width; nothing for blanks and punctuation.
fn letter(c: char) -> Option<char> {
    let c = half_width(c);
    let c = if c == '钩' { '勾' } else { c };
    // Most are ideographs, which take the longest to look up.
    (is_ideograph(c) || c.is_alphanumeric()).then_some(c)
}

/// The value of one Chinese digit up to ten.
fn chinese_digit(c: char) -> Option<u32> {
    let digits = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
    digits.iter().position(|digit| *digit == c).map(|n| n as u32 + 1)
}

/// Takes the ordinal off the front of a text: `（一）予以公开` is the first of its kind, and `予以公开`.
pub fn split_ordinal(text: &str) -> (Option<Ordinal>, &str) {
    let open = text.starts_with(['（', '(']);
    let inner = text.trim_start_matches(['（', '(']).trim_start();
    let end = inner.find(|c: char| chinese_digit(c).is_none() && !half_width(c).is_ascii_digit());
    let (digits, rest) = inner.split_at(end.unwrap_or(inner.len()));
    let Some((chinese, number)) = ordinal_number(digits) else { return (None, text) };
    let rest = rest.trim_start();
    let rest = if open { rest.strip_prefix(['）', ')']) } else { rest.strip_prefix(['、', '.', '．', '，', ',']) };
    let Some(rest) = rest.or(None) else { return (None, text) };
    // "1.5" is a number and not the first item "5".
    if !open && !chinese && rest.starts_with(|c: char| half_width(c).is_ascii_digit()) {
        return (None, text);
    }
    let style = match (chinese, open) {
        (true, false) => OrdinalStyle::Chinese,
        (true, true) => OrdinalStyle::ChineseInBrackets,
        (false, false) => OrdinalStyle::Arabic,
        (false, true) => OrdinalStyle::ArabicInBrackets,
    };
    (Some(Ordinal { style, number }), rest.trim_start())
}

/// Reads up to two digits of one kind: `十二` or `12`.
fn ordinal_number(digits: &str) -> Option<(bool, u32)> {
    if let Ok(number) = digits.chars().map(half_width).collect::<String>().parse::<u32>() {
        return (1..100).contains(&number).then_some((false, number));
    }
    let mut values = digits.chars().map(chinese_digit);
    let number = match (values.next()??, values.next(), values.next()) {
        (n, None, _) => n,
        (10, Some(n), None) => 10 + n?,
        _ => return None,
    };
    Some((true, number))
}

/// The edit distance: how many letters to change, add or drop.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let change = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = change.min(row[j] + 1).min(row[j + 1] + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinals_of_every_style_are_taken_off() {
        let ordinal = |text| split_ordinal(text).0.map(|ordinal| (ordinal.style, ordinal.number));
        assert_eq!(ordinal("一、总体情况"), Some((OrdinalStyle::Chinese, 1)));
        assert_eq!(ordinal("（十二）其他"), Some((OrdinalStyle::ChineseInBrackets, 12)));
        assert_eq!(ordinal("(三)不予公开"), Some((OrdinalStyle::ChineseInBrackets, 3)));
        assert_eq!(ordinal("１．属于国家秘密"), Some((OrdinalStyle::Arabic, 1)));
        assert_eq!(ordinal("（2）项"), Some((OrdinalStyle::ArabicInBrackets, 2)));
        for text in ["一般情况", "1.5万条", "三安全一稳定", "2024年", "十二三、"] {
            assert_eq!(ordinal(text), None, "{text}");
        }
    }

    #[test]
    fn width_blanks_and_punctuation_do_not_matter() {
        let same = |a, b| Label::new(a).same(&Label::new(b));
        assert!(same("3.危及“三安全一稳定”", "3、危及\"三安全 一稳定\""));
        assert!(same("（一）予以公开", "(一)予以公开"));
        assert!(same("本列数据的钩稽关系", "本列数据的勾稽关系"));
        assert!(!same("1.重复申请", "2.重复申请"));
    }

    #[test]
    fn likeness_tells_slips_from_other_labels() {
        let alike = |a, b| Label::new(a).likeness(&Label::new(b));
        assert!(alike("2.其他法律行政止公开", "2.其他法律行政法规禁止公开") > 0.7);
        assert!(alike("本年新", "本年新制作数量") > 0.7);
        // Too few letters in common, the same in another order, none.
        for other in ["行政处罚", "许可行政", ""] {
            assert_eq!(alike(other, "行政许可"), 0.0, "{other}");
        }
    }
}
