//! The figures of running text: what number, of what unit, and what is not a count at all.
use std::sync::LazyLock;

use super::{Decimal, chinese};
use crate::text::{Span, any, fold::Folded, lexicon::Lexicon};

/// A number in running text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The number itself, with its decimals, thousands separators and 万 or 亿.
    pub span: Span,
    /// The number with what stands for it before (约) and behind (余, the unit).
    pub whole: Span,
    /// The number; money is in 元, a share in percent (or percentage points).
    pub value: Decimal,
    /// The unit as it is written, 元 for every kind of money, empty where there is none.
    pub unit: &'static str,
    /// What kind of number it is.
    pub kind: FigureKind,
    /// 约, 近, 余, 多, 百件, or a count rounded to 万: not a number to compare exactly.
    pub approximate: bool,
}

/// What kind of number a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureKind {
    /// A count of things: 件, 条, 次, …
    Count,
    /// A count of persons or bodies: 人, 名, 家, 个自然人.
    People,
    /// An amount of money.
    Money,
    /// `%`, 个百分点, 百分之, 成.
    Share,
    /// 倍.
    Times,
    /// A calendar year: 2024年, 2024年度.
    Year,
    /// A month or a day, also where the 年 before it was lost (20241月1日).
    Date,
    /// Some other measure: 天, 个工作日, 页, 分, 号, 第三.
    Other,
    /// No unit that is known.
    Bare,
}

use FigureKind::*;

/// Units and what they count.
const UNITS: &[(&str, FigureKind)] = &[
    ("件(次)", Count),
    ("条(次)", Count),
    ("件次", Count),
    ("条次", Count),
    ("篇次", Count),
    ("期次", Count),
    ("场次", Count),
    ("人次", People),
    ("件", Count),
    ("宗", Count),
    ("起", Count),
    ("条", Count),
    ("份", Count),
    ("次", Count),
    ("项", Count),
    ("例", Count),
    ("封", Count),
    ("篇", Count),
    ("期", Count),
    ("批", Count),
    ("笔", Count),
    ("则", Count),
    ("部", Count),
    ("场", Count),
    ("幅", Count),
    ("张", Count),
    ("套", Count),
    ("卷", Count),
    ("册", Count),
    ("本", Count),
    ("处", Count),
    ("面", Count),
    ("个百分点", Share),
    ("个工作日", Other),
    ("个自然日", Other),
    ("个小时", Other),
    ("个月", Other),
    ("个自然人", People),
    ("个企业", People),
    ("个公民", People),
    ("个法人", People),
    ("个申请人", People),
    ("个单位", People),
    ("个部门", People),
    ("个", Count),
    ("人", People),
    ("名", People),
    ("位", People),
    ("户", People),
    ("家", People),
    ("元", Money),
    ("%", Share),
    ("‰", Other),
    ("倍", Times),
    ("成", Share),
    ("月", Date),
    ("日", Date),
    ("天", Other),
    ("周", Other),
    ("小时", Other),
    ("工作日", Other),
    ("分钟", Other),
    ("页", Other),
    ("字", Other),
    ("号", Other),
    ("分", Other),
    ("级", Other),
    ("度", Other),
];

static UNIT: LazyLock<Lexicon<(&str, FigureKind)>> =
    LazyLock::new(|| Lexicon::new(UNITS.iter().map(|unit| (unit.0, *unit))));

/// What makes a number before it a rough one.
const ABOUT: &[&str] = &["约", "近", "超", "超过", "逾", "突破", "破", "不足", "至少"];

/// Behind these, 一 is not a number: 统一, 每一件, 唯一.
const STUCK: &[char] = &['统', '每', '同', '逐', '唯', '某', '任', '之', '进', '单', '划', '归', '专', '万', '一'];

/// The figures of `text`, in order; spans are shifted by `base`.
pub fn figures(text: &str, base: usize) -> Vec<Figure> {
    let folded = Folded::new(text);
    let place = |span| folded.source(span).shift(base);
    let found = figures_of(folded.text());
    found.map(|figure| Figure { span: place(figure.span), whole: place(figure.whole), ..figure }).collect()
}

/// The figures of a folded text, in order.
pub fn figures_of(text: &str) -> impl Iterator<Item = Figure> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let c = text[at..].chars().next()?;
            let found = figure_at(text, at);
            at = found.map_or(at + c.len_utf8(), |figure| figure.whole.end);
            if found.is_some() {
                return found;
            }
        }
    })
}

/// The figure that begins at byte `at` of a folded text, if one does.
///
/// A run that only looks like numbers (a telephone number, 5·15, 2024.1.1) is one [`FigureKind::Bare`] figure.
pub fn figure_at(text: &str, at: usize) -> Option<Figure> {
    let (before, rest) = (text.get(..at)?, text.get(at..)?);
    let first = rest.chars().next().filter(|c| c.is_ascii_digit() || chinese::begins(*c))?;
    if first.is_ascii_digit() {
        let number = digits(before, rest);
        Some(number.map_or_else(|| run(before, rest), |number| finish(before, rest, number)))
    } else if let Some(share) = rest.strip_prefix("百分之") {
        let (value, length) = chinese::read(share)?;
        let end = at + "百分之".len() + length;
        let value = Decimal::integer(i64::try_from(value).ok()?);
        let span = Span::new(at, end);
        Some(Figure { span, whole: span, value, unit: "%", kind: Share, approximate: false })
    } else {
        numerals(before, rest)
    }
}

/// A number that was read, before its unit.
struct Number {
    value: Decimal,
    /// How many bytes it takes.
    length: usize,
    chinese: bool,
}

/// Reads ASCII digits; `None` if they are part of a run that is not a number.
fn digits(before: &str, rest: &str) -> Option<Number> {
    let count = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let mut length = count(rest);
    if length <= 3 {
        while let Some(group) = rest[length..].strip_prefix(',').filter(|group| count(group) == 3) {
            length += 1 + count(group);
        }
    }
    let whole = rest[..length].chars().filter(|c| *c != ',');
    let decimals = rest[length..].strip_prefix('.').map_or("", |tail| &tail[..count(tail)]);
    let value = Decimal::from_digits(whole, decimals)?;
    length += if decimals.is_empty() { 0 } else { 1 + decimals.len() };
    let mut tail = rest[length..].chars();
    let joined = tail.next().is_some_and(joins) && tail.next().is_some_and(|c| c.is_ascii_digit());
    let behind = before.ends_with(|c: char| c.is_ascii_alphabetic() || c == '@');
    (!joined && !behind).then_some(Number { value, length, chinese: false })
}

/// What stands inside telephone numbers, dates and the like.
fn joins(c: char) -> bool {
    matches!(c, '.' | '-' | '/' | ':' | '·' | '•' | '—' | '~' | '–')
}

/// A run of digits and what joins them.
fn run(before: &str, rest: &str) -> Figure {
    let digits_end = |text: &str| text.find(|c: char| !(c.is_ascii_digit() || joins(c))).unwrap_or(text.len());
    let mut end = digits_end(rest);
    end = rest[..end].trim_end_matches(joins).len();
    let unit = ["年", "月", "日"].into_iter().find(|unit| rest[end..].starts_with(unit));
    end += unit.map_or(0, str::len);
    let span = Span::new(before.len(), before.len() + end);
    Figure { span, whole: span, value: Decimal::integer(0), unit: "", kind: Bare, approximate: true }
}

/// Reads Chinese numerals; they count only with a unit, or as 零 and the like behind 为.
fn numerals(before: &str, rest: &str) -> Option<Figure> {
    let first = rest.chars().next().filter(|c| chinese::begins(*c))?;
    let (value, length) = chinese::read(rest)?;
    let value = Decimal::integer(i64::try_from(value).ok()?);
    let figure = finish(before, rest, Number { value, length, chinese: true });
    let tail = &rest[figure.whole.end - before.len()..];
    let none = before.ends_with('为') && tail.chars().next().is_none_or(|c| !c.is_alphanumeric());
    let word = match figure.unit {
        "" => !none,
        "件" => tail.starts_with('事'),
        "次" => tail.starts_with('性'),
        _ => false,
    };
    let stuck =
        first == '一' && before.ends_with(STUCK) || "十百千万".contains(first) && before.ends_with(['数', '几']);
    // 单位：万元, 千人: a unit, not a number; 百件 is one.
    let alone = length == first.len_utf8() && !rest[length..].starts_with(['余', '多']);
    let scale = alone && ("千万".contains(first) || first == '百' && figure.kind != Count);
    (!word && !stuck && !scale).then_some(figure)
}

/// Adds 万, 余, the unit, and what they say about the number.
fn finish(before: &str, rest: &str, number: Number) -> Figure {
    let start = before.len();
    let mut end = number.length;
    let mut value = number.value;
    let mut approximate = any::ends(before, ABOUT);
    approximate |= number.chinese && matches!(&rest[..end], "百" | "千" | "万");
    let mut more = |end: &mut usize| {
        let word = ["余", "多", "来"].into_iter().find(|word| rest[*end..].starts_with(word));
        *end += word.map_or(0, str::len);
        approximate |= word.is_some();
    };
    let mut figure_end = end;
    more(&mut end);
    let mut rounded = false;
    for (word, factor) in [("万", 10_000), ("亿", 100_000_000), ("千", 1000)] {
        if !number.chinese && rest[end..].starts_with(word) {
            let Some(product) = value.times(factor) else { continue };
            (value, rounded) = (product, true);
            end += word.len();
            figure_end = end;
        }
    }
    more(&mut end);
    let (mut kind, mut unit) = (Bare, "");
    if let Some(((found, what), _)) = UNIT.longest(&rest[end..]) {
        (unit, kind) = (found, *what);
        end += unit.len();
    } else if rest[end..].starts_with('年') {
        let year = value.as_i64().is_some_and(|year| (1900..2100).contains(&year));
        (unit, kind) = (
            "年",
            if year {
                Year
            } else if end <= 3 {
                Other
            } else {
                Date
            },
        );
        end += ["年度", "年"].into_iter().find(|word| rest[end..].starts_with(word)).map_or(0, str::len);
    }
    if before.ends_with('第') || before.ends_with("人民法院") {
        kind = Other;
    }
    approximate |= rounded && kind != Money || any::begins(&rest[end..], &["左右", "以上", "以内"]);
    let whole = Span::new(start, start + end);
    Figure { span: Span::new(start, start + figure_end), whole, value, unit, kind, approximate }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each figure as "words=value unit kind".
    fn read(text: &str) -> Vec<String> {
        let line = |figure: &Figure| {
            let words = &text[figure.span.range()];
            let about = if figure.approximate { "~" } else { "" };
            format!("{words}={about}{} {} {:?}", figure.value, figure.unit, figure.kind)
        };
        figures(text, 0).iter().map(line).collect()
    }

    #[test]
    fn counts_are_read_in_every_writing() {
        for (text, figure) in [
            ("受理申请16件", "16=16 件 Count"),
            ("受理申请 １６ 件", "１６=16 件 Count"),
            ("办结1,234件", "1,234=1234 件 Count"),
            ("办结1，234宗", "1，234=1234 宗 Count"),
            ("收到二十件", "二十=20 件 Count"),
            ("收到一百零五件", "一百零五=105 件 Count"),
            ("复议两起", "两=2 起 Count"),
            ("申请〇件", "〇=0 件 Count"),
            ("均为零。", "零=0  Bare"),
            ("受理12件(次)", "12=12 件(次) Count"),
            ("办件30件次", "30=30 件次 Count"),
            ("发布约30条", "30=~30 条 Count"),
            ("发布5500余条", "5500=~5500 条 Count"),
            ("发布 5500 余条", "5500=~5500 条 Count"),
            ("发布百余条", "百=~100 条 Count"),
            ("首破百件", "百=~100 件 Count"),
            ("发布4.14万条", "4.14万=~41400 条 Count"),
            ("发布3万多条", "3万=~30000 条 Count"),
            ("阅读1.2亿次", "1.2亿=~120000000 次 Count"),
            ("办结一万二千件", "一万二千=12000 件 Count"),
            ("约2.5万元", "2.5万=~25000 元 Money"),
            ("收取0.12万元", "0.12万=1200 元 Money"),
            ("收取380元", "380=380 元 Money"),
            ("收到30件左右", "30=~30 件 Count"),
            ("3名自然人", "3=3 名 People"),
            ("3个自然人", "3=3 个自然人 People"),
            ("占18.67%", "18.67=18.67 % Share"),
            ("占１８．６７％", "１８．６７=18.67 % Share"),
            ("提高5个百分点", "5=5 个百分点 Share"),
            ("百分之九十", "百分之九十=90 % Share"),
            ("1.5倍", "1.5=1.5 倍 Times"),
            ("受理6申请公开", "6=6  Bare"),
        ] {
            assert_eq!(read(text), [figure], "{text}");
        }
    }

    #[test]
    fn what_is_no_count_is_told_apart() {
        for (text, found) in [
            ("2024年度", vec!["2024=2024 年 Year"]),
            ("二〇二四年", vec!["二〇二四=2024 年 Year"]),
            ("近3年", vec!["3=~3 年 Other"]),
            ("〔2021〕30号", vec!["2021=2021  Bare", "30=30 号 Other"]),
            ("第711号", vec!["711=711 号 Other"]),
            ("第二十条", vec!["二十=20 条 Other"]),
            ("12345热线", vec!["12345=12345  Bare"]),
            ("20241月1日", vec!["20241=20241 月 Date", "1=1 日 Date"]),
            ("5·15", vec!["5·15=~0  Bare"]),
            ("0517-87222589", vec!["0517-87222589=~0  Bare"]),
            ("2024.1.1-12.31", vec!["2024.1.1-12.31=~0  Bare"]),
            ("1-12月", vec!["1-12月=~0  Bare"]),
            ("3-5件", vec!["3-5=~0  Bare"]),
            ("1.其他", vec!["1=1  Bare"]),
            ("20个工作日", vec!["20=20 个工作日 Other"]),
            ("单位：万元，万件、千人", vec![]),
            ("一是、二是、三审三校、五公开、一图读懂、两微一端、统一、进一步", vec![]),
            ("高效办成一件事、一次性告知、每一件、数十件、几百条", vec![]),
            ("99999999999999999999件", vec!["99999999999999999999=~0  Bare"]),
        ] {
            assert_eq!(read(text), found, "{text}");
        }
    }

    #[test]
    fn lists_are_not_taken_for_thousands() {
        assert_eq!(read("分别为10,4,1条").len(), 3);
        assert_eq!(read("2,30件").len(), 2);
        assert_eq!(read("12,345,67件").len(), 2);
    }

    #[test]
    fn places_are_those_of_the_source() {
        let text = "全年 约 １６ 余 件。";
        let figure = figures(text, 100)[0];
        assert_eq!(&text[figure.span.shift(0).start - 100..figure.span.end - 100], "１６");
        assert_eq!(&text[figure.whole.start - 100..figure.whole.end - 100], "１６ 余 件");
    }
}
