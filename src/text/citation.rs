//! The documents that every annual report cites, and how their numbers are read.
use super::Span;
use crate::text::any;

/// A document of the State that annual reports cite.
#[derive(Debug)]
pub struct Work {
    /// Words that no title but its own has.
    pub key: &'static str,
    /// The issuing office in its number: 国办公开办函. An order of the State Council has 令.
    pub issuer: &'static str,
    /// The year in its number; orders have none.
    pub year: Option<u16>,
    /// The number itself.
    pub serial: u16,
    /// Its title as it is cited.
    pub title: &'static str,
}

/// The regulation first, then the notices.
pub const WORKS: [Work; 5] = [
    Work {
        key: "政府信息公开条例",
        issuer: "令",
        year: None,
        serial: 711,
        title: "《中华人民共和国政府信息公开条例》",
    },
    Work {
        key: "年度报告格式",
        issuer: "国办公开办函",
        year: Some(2021),
        serial: 30,
        title: "《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》",
    },
    Work {
        key: "年度报告有关事项",
        issuer: "国办公开办函",
        year: Some(2019),
        serial: 60,
        title: "《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》",
    },
    Work {
        key: "信息公开平台有关事项",
        issuer: "国办公开办函",
        year: Some(2019),
        serial: 61,
        title: "《国务院办公厅政府信息与政务公开办公室关于规范政府信息公开平台有关事项的通知》",
    },
    Work {
        key: "信息处理费管理办法",
        issuer: "国办函",
        year: Some(2020),
        serial: 109,
        title: "《国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉的通知》",
    },
];

impl Work {
    /// Its number as it is written.
    pub fn number(&self) -> String {
        match self.year {
            Some(year) => format!("{}〔{year}〕{}号", self.issuer, self.serial),
            None => format!("第{}号", self.serial),
        }
    }

    /// Whether this is its number.
    pub fn has(&self, number: &Number) -> bool {
        (number.issuer == self.issuer || self.year.is_none() && number.is_order())
            && number.year == self.year
            && number.serial == self.serial
    }
}

/// A number of a document, as it stands in folded text: 国办公开办函〔2021〕30号, 国务院令第711号.
#[derive(Debug, PartialEq, Eq)]
pub struct Number<'a> {
    /// What stands before the year or before 第.
    pub issuer: &'a str,
    /// The year between brackets.
    pub year: Option<u16>,
    /// The brackets around the year.
    pub brackets: Option<(char, char)>,
    /// The number.
    pub serial: u16,
    /// All of it; of an order, from behind 令.
    pub span: Span,
    /// Where the year with its brackets stands.
    pub year_span: Span,
}

impl<'a> Number<'a> {
    /// The number that ends with the 号 at the byte `end` of `text` (which is 号 itself). `None` where there is none: no
    /// digits, or digits that run together with those of a year whose brackets were lost.
    pub fn ending(text: &'a str, end: usize) -> Option<Self> {
        let head = text.get(..end)?;
        let before = head.trim_end_matches(|c: char| c.is_ascii_digit());
        let serial = head[before.len()..].parse().ok().filter(|serial| *serial < 10_000)?;
        let whole = end + '号'.len_utf8();
        let before_order = before.strip_suffix('第').unwrap_or(before);
        let (rest, year, brackets) = year_before(before)
            .map_or((before_order, None, None), |(rest, year, marks)| (rest, Some(year), Some(marks)));
        let name = rest.trim_end_matches(|c: char| matches!(c, '\u{4E00}'..='\u{9FFF}'));
        // Words may run into the office: 见国办公开办函〔2021〕30号.
        let start = name.len() + rest[name.len()..].rfind("国办").unwrap_or(0);
        let issuer = &rest[start..];
        let start = if year.is_some() { start } else { rest.len() };
        (!issuer.is_empty()).then_some(Self {
            issuer,
            year,
            brackets,
            serial,
            span: Span::new(start, whole),
            year_span: Span::new(rest.len(), before.len()),
        })
    }

    /// Whether it is the number of an order of the State Council.
    pub fn is_order(&self) -> bool {
        self.year.is_none() && (self.issuer.ends_with("国务院令") || self.issuer.ends_with("国令"))
    }
}

/// What is wrong in a title that is nearly one of those that reports cite.
#[derive(Debug, PartialEq, Eq)]
pub struct Slip {
    /// The bytes of the title that are not right, at least one character.
    pub span: Span,
    /// What should stand there.
    pub right: String,
    /// Whether words are only missing.
    pub lost: bool,
}

/// The office that issued three of the notices, and how its name is cut short.
const OFFICES: [&str; 4] = ["", "国务院办公厅政府信息与政务公开办公室", "国务院办公厅", "国办公开办"];
/// The titles without the office and without marks, as they are rightly cited.
const TITLES: [&str; 11] = [
    "中华人民共和国政府信息公开条例",
    "政府信息公开条例",
    "中华人民共和国政府信息公开工作年度报告格式",
    "政府信息公开工作年度报告格式",
    "中华人民共和国政府信息公开工作年度报告格式(试行)",
    "关于印发中华人民共和国政府信息公开工作年度报告格式的通知",
    "关于印发政府信息公开工作年度报告格式的通知",
    "关于政府信息公开工作年度报告有关事项的通知",
    "关于规范政府信息公开平台有关事项的通知",
    "关于印发政府信息公开信息处理费管理办法的通知",
    "政府信息公开信息处理费管理办法",
];

/// What is wrong in `title`, folded and without its outer marks, if it is nearly one of the known ones: words are
/// missing, added or others in one place. `state` tells that something else shows it to be of the State: notices of other
/// offices have titles that are much alike.
pub fn slip(title: &str, state: bool) -> Option<Slip> {
    if !any::holds(title, &["公开", "信息", "年度报告"]) {
        return None;
    }
    let marks = |c: char| "《》〈〉<>“”\"'‘’".contains(c);
    let chars: Vec<(usize, char)> = title.char_indices().filter(|(_, c)| !marks(*c)).collect();
    let state = state || title.starts_with("国务院");
    let mut best: Option<(usize, Slip)> = None;
    for (office, body) in OFFICES.iter().flat_map(|office| TITLES.iter().map(move |body| (*office, *body))) {
        let right: Vec<char> = office.chars().chain(body.chars()).collect();
        let same = |(own, right): &(&(usize, char), &char)| own.1 == **right;
        let most = chars.len().min(right.len());
        let head = chars.iter().zip(&right).take_while(same).count();
        let tail = chars.iter().rev().zip(right.iter().rev()).take(most - head).take_while(same).count();
        let (wrong, due) = (chars.len() - head - tail, right.len() - head - tail);
        if wrong + due == 0 {
            return None;
        }
        let near = wrong <= 4 && due <= 4 || wrong == 0 && due * 3 <= right.len();
        let whole = (head + tail) * 3 >= right.len() * 2 && head > 0 && tail > 0;
        let known = state || !body.ends_with("通知");
        if near && whole && known && best.as_ref().is_none_or(|(distance, _)| wrong + due < *distance) {
            best = Some((wrong + due, changed(&chars, &right, head, tail)));
        }
    }
    best.map(|(_, slip)| slip)
}

/// The slip between `head` and `tail` characters that are right. One right character before it is marked with it, so
/// that there is something to mark where words are missing.
fn changed(chars: &[(usize, char)], right: &[char], head: usize, tail: usize) -> Slip {
    let (from, to) = (head - 1, chars.len() - tail);
    let end = chars.get(to - 1).map_or(0, |(at, c)| at + c.len_utf8());
    Slip {
        span: Span::new(chars[from].0, end),
        right: right[from..right.len() - tail].iter().collect(),
        lost: to == head,
    }
}

/// The title in marks that `text` begins with, without the marks; titles may stand in it.
pub fn quoted(text: &str) -> Option<&str> {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices() {
        match c {
            '《' => depth += 1,
            '》' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return text.get('《'.len_utf8()..at);
        }
    }
    None
}

/// A year in brackets at the end of a text: what stands before it, the year, the brackets.
fn year_before(text: &str) -> Option<(&str, u16, (char, char))> {
    let close = text.chars().next_back().filter(|c| "〕]﹞)】》>".contains(*c))?;
    let inner = text.strip_suffix(close)?;
    let rest = inner.trim_end_matches(|c: char| c.is_ascii_digit());
    let year = inner[rest.len()..].parse().ok().filter(|year| (1990..2100).contains(year))?;
    let open = rest.chars().next_back().filter(|c| "〔[﹝(【《<".contains(*c))?;
    Some((rest.strip_suffix(open)?, year, (open, close)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_backwards() {
        let read = |text: &str| {
            let number = Number::ending(text, text.find('号')?)?;
            Some((number.issuer.to_owned(), number.year, number.serial, text[number.span.range()].to_owned()))
        };
        let told = |issuer: &str, year, serial, span: &str| Some((issuer.to_owned(), year, serial, span.to_owned()));
        let whole = "国办公开办函〔2021〕30号";
        assert_eq!(read("(国办公开办函〔2021〕30号)"), told("国办公开办函", Some(2021), 30, whole));
        assert_eq!(read("(国务院令第711号)"), told("国务院令", None, 711, "第711号"));
        assert_eq!(read("(国令711号)"), told("国令", None, 711, "711号"));
        assert_eq!(read("国办发[2021]30号"), told("国办发", Some(2021), 30, "国办发[2021]30号"));
        assert_eq!(read("国办公开办函〔202130号"), None);
        assert_eq!(read("(号)"), None);
        assert_eq!(read("〔2021〕30号"), None);
    }

    #[test]
    fn a_title_that_is_nearly_right_is_told() {
        let told =
            |title: &str, state| slip(title, state).map(|slip| (title[slip.span.range()].to_owned(), slip.right));
        for right in [
            "中华人民共和国政府信息公开条例",
            "国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知",
            "国务院办公厅政府信息与政务公开办公室关于印发《中华人民共和国政府信息公开工作年度报告格式》的通知",
            "关于印发政府信息公开工作年度报告格式的通知",
            "政府投资条例",
            "中华人民共和国政府采购法实施条例",
            "企业信息公示暂行条例",
            "云边省政府信息公开条例",
            "关于印发云岭县政府信息公开工作年度报告格式的通知",
            "国务院办公厅关于印发2024年政务公开工作要点的通知",
            "信息公开条例",
        ] {
            assert_eq!(told(right, false), None, "{right}");
        }
        for (wrong, part, right) in [
            ("政府信息管理条例", "息管理", "息公开"),
            ("中华人民共和国信息公开条例", "国", "国政府"),
            ("中华人民共和国政务公开条例", "政务", "政府信息"),
            (
                "国务院办公厅政府信息与政府信息公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知",
                "政府信息",
                "政务",
            ),
            (
                "国务院办公厅政府信息与政务公开办公室〈中华人民共和国政府信息公开工作年度报告格式〉的通知",
                "室",
                "室关于印发",
            ),
        ] {
            assert_eq!(told(wrong, false), Some((part.to_owned(), right.to_owned())), "{wrong}");
        }
        let lost = "关于工作年度报告有关事项的通知";
        assert_eq!(told(lost, false), None);
        assert_eq!(told(lost, true), Some(("于".to_owned(), "于政府信息公开".to_owned())));
    }

    #[test]
    fn quoted_titles_may_hold_titles() {
        assert_eq!(quoted("《甲《乙》丙》丁"), Some("甲《乙》丙"));
        assert_eq!(quoted("《甲"), None);
        assert_eq!(quoted("甲"), None);
    }

    #[test]
    fn works_know_their_numbers() {
        for work in &WORKS {
            let text = format!("国务院令{}", work.number()).replace("国务院令国办", "国办");
            let number = Number::ending(&text, text.find('号').unwrap()).unwrap();
            assert!(work.has(&number), "{text}");
            assert!(work.title.contains(work.key), "{text}");
        }
    }
}
