//! Whose report it is, and of which year: title, period of the numbers, and what the text itself says.
use crate::{
    document::Document,
    text::{Span, any, number::chinese},
};

/// The title of a report, of up to four lines.
#[derive(Clone, Debug)]
pub struct Title {
    /// From the first to the last line.
    pub span: Span,
    /// Its first line.
    pub first_line: Span,
    /// The organ it names, if any.
    pub organ: Option<Span>,
    /// The year it names, the four digits only, which may be Chinese ones.
    pub year: Option<(u16, Span)>,
    /// The year that it names once more, if it does.
    pub year_again: Option<(u16, Span)>,
}

impl Title {
    /// Whether it names two years that differ.
    pub fn has_two_years(&self) -> bool {
        matches!((self.year, self.year_again), (Some((year, _)), Some((again, _))) if year != again)
    }
}

/// The period that the numbers of a report cover.
#[derive(Clone, Copy, Debug)]
pub struct Period {
    /// The whole statement, from the first year to the last day.
    pub span: Span,
    /// The year of its first day, and its four digits.
    pub from: (u16, Span),
    /// The year of its last day, and its four digits, where it is told.
    pub to: Option<(u16, Span)>,
}

/// A title has at most this many characters.
const MAX_TITLE: usize = 80;

/// Finds the title among the paragraphs before the first section: up to four lines that together name the report.
pub fn title(doc: &Document, end: usize) -> Option<Title> {
    let lines: Vec<Span> =
        doc.paragraphs().map(|paragraph| paragraph.span).take_while(|span| span.start < end).take(60).collect();
    // The words alone, with the organ and the year in the lines above, are found last.
    let windows = (1..=4).flat_map(|size| lines.windows(size));
    windows
        .clone()
        .find_map(|window| title_of(doc, window, true))
        .or_else(|| windows.filter(|window| window.len() == 1).find_map(|window| title_of(doc, window, false)))
}

/// The other title of a report whose title is printed twice, as above a page and above its text. Three and more are
/// the list of some web page.
pub fn other_title(doc: &Document, end: usize, own: &Title) -> Option<Title> {
    let lines: Vec<Span> =
        doc.paragraphs().map(|paragraph| paragraph.span).take_while(|span| span.start < end).take(60).collect();
    let first =
        |lines: &[Span]| (1..=4).flat_map(|size| lines.windows(size)).find_map(|window| title_of(doc, window, true));
    let mut others = lines.split(|line| own.span.contains(*line)).filter_map(first);
    let (other, more) = (others.next()?, others.next());
    let below = lines.partition_point(|line| line.start < other.span.end.max(own.span.end));
    (more.is_none() && first(&lines[below..]).is_none()).then_some(other)
}

fn title_of(doc: &Document, lines: &[Span], strict: bool) -> Option<Title> {
    let first_line = *lines.first()?;
    let span = first_line.join(*lines.last()?);
    let text = doc.str(span);
    if text.chars().count() > MAX_TITLE || text.contains(['。', '；', '|', '>']) {
        return None;
    }
    // A line may end inside a word.
    let joined = text.replace('\n', "");
    let tail = joined.trim_end_matches(|c: char| "（）()年度20123456789〇○零一二三四五六七八九 　".contains(c));
    let core = tail.rfind("信息公开")?;
    let kind = &tail[core..];
    let core = text.match_indices('\n').fold(core, |core, (at, _)| core + usize::from(at <= core));
    if !(kind.ends_with("报告") || kind.ends_with("年报")) || text.starts_with(['《', '“']) {
        return None;
    }
    let mut years = years(text).map(|(year, digits)| (year, digits.shift(span.start)));
    let (year, year_again) = (years.next(), years.next());
    let organ = organ_in_title(text, core).map(|organ| organ.shift(span.start));
    // 政府信息公开年报 alone, or behind other such names, is a link of a portal.
    let bare = year.is_none() && organ.is_none_or(|organ| doc.str(organ).contains("信息公开"));
    if strict && (year.is_none() || organ.is_none()) || bare && kind.ends_with("年报") {
        return None;
    }
    Some(Title { span, first_line, organ, year, year_again })
}

/// The organ in a title: what stands before `政府信息公开`, without the year.
fn organ_in_title(text: &str, core: usize) -> Option<Span> {
    let head = text[..core].trim_end();
    // "某镇人民政府信息公开" has swallowed one of the two "政府".
    let head = match head.strip_suffix("政府") {
        Some(organ) if !organ.ends_with("人民") => organ,
        _ => head,
    };
    let mut span = Span::new(0, head.len()).trim(text);
    for _ in 0..2 {
        let part = &text[span.range()];
        if let Some((_, digits)) = years(part).next() {
            let behind = digits.end + prefix_len(&part[digits.end..], &["年度", "年"]);
            let before = Span::new(span.start, span.start + digits.start);
            span =
                if part[..digits.start].trim().is_empty() { Span::new(span.start + behind, span.end) } else { before };
            span = span.trim(text);
        }
        let part = &text[span.range()];
        let cut = any::strip_end(part, &["关于", "的"]).unwrap_or(part);
        span = Span::new(span.start, span.start + cut.len()).trim(text);
    }
    (!span.is_empty()).then_some(span)
}

fn prefix_len(text: &str, words: &[&str]) -> usize {
    let blanks = text.len() - text.trim_start().len();
    words.iter().find(|word| text.trim_start().starts_with(**word)).map_or(0, |word| blanks + word.len())
}

/// The years 2000 to 2099 that a text names in four digits, Arabic (2024) or Chinese (二〇二四), each with its digits.
fn years(text: &str) -> impl Iterator<Item = (u16, Span)> {
    let mut last = ' ';
    text.char_indices().filter_map(move |(at, c)| {
        let alone = !last.is_ascii_digit();
        last = c;
        let length = match c {
            '2' if alone => (text[at..].bytes().take(5).take_while(u8::is_ascii_digit).count() == 4).then_some(4),
            '二' => chinese::year(&text[at..]).then_some(4 * '二'.len_utf8()),
            _ => None,
        };
        let digits = Span::new(at, at + length?);
        let number = &text[digits.range()];
        let year = number.parse().ok().or_else(|| u16::try_from(chinese::read(number)?.0).ok())?;
        (2000..2100).contains(&year).then_some((year, digits))
    })
}

/// Finds the statement of the period: from the first of January to the end of December, or words that say as much.
pub fn period(doc: &Document) -> Option<Period> {
    doc.paragraphs().find_map(|paragraph| {
        let text = doc.str(paragraph.span);
        period_in(text).map(|period| Period {
            span: period.span.shift(paragraph.span.start),
            from: (period.from.0, period.from.1.shift(paragraph.span.start)),
            to: period.to.map(|(year, span)| (year, span.shift(paragraph.span.start))),
        })
    })
}

fn period_in(text: &str) -> Option<Period> {
    years(text).find_map(|(from, digits)| {
        let first = date(&text[digits.end..], 1, 1)?;
        let rest = digits.end + first;
        // Between the two dates stand a few words at most: 起至、止、—.
        let near = text[rest..].char_indices().nth(12).map_or(text.len(), |(end, _)| rest + end);
        let to = years(&text[rest..near]).next().map(|(year, digits)| (year, digits.shift(rest)));
        let tail = to.map_or(rest, |(_, digits)| digits.end);
        let (end, _) = text[tail..].char_indices().take(12).find_map(|(n, _)| {
            let length = date(&text[tail + n..], 12, 31)?;
            Some((tail + n + length, length))
        })?;
        Some(Period { span: Span::new(digits.start, end), from: (from, digits), to })
    })
}

/// The length of `年 1 月 1 日`, or 年一月一日, with the given month and day at the start of a text; the 年 may be missing.
fn date(text: &str, month: u64, day: u64) -> Option<usize> {
    let mut rest = text.trim_start();
    rest = rest.strip_prefix(['年', '.', '-', '/']).unwrap_or(rest).trim_start();
    for (value, unit) in [(month, '月'), (day, '日')] {
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (told, length) = match rest[..digits].parse() {
            Ok(told) => (told, digits),
            Err(_) => chinese::read(rest)?,
        };
        if told != value {
            return None;
        }
        rest = rest[length..].trim_start();
        let dotted = unit == '月' && rest.starts_with(['.', '-', '/']);
        rest = match rest.strip_prefix(unit) {
            Some(rest) => rest,
            None if dotted => &rest[1..],
            None if unit == '日' => rest,
            None => return None,
        };
        rest = rest.trim_start();
    }
    Some(text.len() - rest.len())
}

/// The year that a report without title and period speaks of: the one that most of its paragraphs begin with or name.
pub fn year_of_text(doc: &Document) -> Option<(u16, Span)> {
    let mut counts: Vec<(u16, usize, Span)> = vec![];
    for paragraph in doc.paragraphs() {
        let text = doc.str(paragraph.span);
        for (year, digits) in years(text).filter(|(_, digits)| text[digits.end..].trim_start().starts_with('年')) {
            let weight = if digits.start == 0 { 3 } else { 1 };
            match counts.iter_mut().find(|(known, ..)| *known == year) {
                Some((_, count, _)) => *count += weight,
                None => counts.push((year, weight, digits.shift(paragraph.span.start))),
            }
        }
    }
    counts.into_iter().rev().max_by_key(|(_, count, _)| *count).map(|(year, _, span)| (year, span))
}

/// How the names of organs end, the longer ones first.
const ORGAN_ENDS: [&str; 14] = [
    "人民政府办公室",
    "人民政府办公厅",
    "人民政府",
    "街道办事处",
    "管理委员会",
    "管委会",
    "委员会",
    "办公室",
    "分局",
    "街道",
    "局",
    "镇",
    "乡",
    "厅",
];

/// The organ that a report without a title speaks of: the name behind the year in a sentence (`2021年，某镇认真…`), or
/// the one who made the report (`本报告由某局编制`).
pub fn organ_of_text(doc: &Document) -> Option<Span> {
    doc.paragraphs().find_map(|paragraph| {
        let text = doc.str(paragraph.span);
        let starts = ["年,", "年，", "年度,", "年度，", "本报告由", "本年报由", "年度报告由"];
        starts.iter().find_map(|start| {
            let at = text.find(start)? + start.len();
            let organ = organ_at(&text[at..])?;
            Some(organ.shift(paragraph.span.start + at))
        })
    })
}

/// The name of an organ at the start of a text.
fn organ_at(text: &str) -> Option<Span> {
    let word: String = text.chars().take_while(|c| ('\u{4e00}'..='\u{9fff}').contains(c)).take(24).collect();
    if any::begins(&word, &["我", "本", "全", "各", "在", "为", "根据", "按照"]) {
        return None;
    }
    let ends = ORGAN_ENDS.iter().filter_map(|end| word.find(end).filter(|at| *at >= 6).map(|at| at + end.len()));
    // The shortest name, unless a longer ending begins inside it: 镇 in 镇人民政府.
    let end = ends.clone().min()?;
    let end = ends.filter(|longer| *longer <= end + "人民政府办公室".len()).max().unwrap_or(end);
    Some(Span::new(0, end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Block, Paragraph};

    fn document(lines: &[&str]) -> Document {
        let mut doc = Document::default();
        for line in lines {
            let start = doc.text.len();
            doc.text.push_str(line);
            doc.blocks.push(Block::Paragraph(Paragraph { span: Span::new(start, doc.text.len()), level: None }));
            doc.text.push('\n');
        }
        doc
    }

    fn named(lines: &[&str]) -> (Option<String>, Option<u16>) {
        let doc = document(lines);
        let title = title(&doc, doc.text.len()).unwrap();
        (title.organ.map(|organ| doc.str(organ).to_owned()), title.year.map(|year| year.0))
    }

    #[test]
    fn titles_name_organ_and_year() {
        for (lines, organ) in [
            (&["云岭县水务局2024年政府信息公开工作年度报告"][..], "云岭县水务局"),
            (&["云岭县人民政府", "2024年政府信息公开工作年度报告"], "云岭县人民政府"),
            (&["云岭县人民政府2024 年度政府信息公开", "工作年度报告"], "云岭县人民政府"),
            (&["2024年云岭县水务局政府信息公开工作年度报告"], "云岭县水务局"),
            (&["青石镇人民政府信息公开工作2024年年度报告"], "青石镇人民政府"),
            (&["青石镇人民政府政府信息公开工作年度报告（2024年）"], "青石镇人民政府"),
            (&["云岭县水务局关于2024年政府信息公开工作的年度报告"], "云岭县水务局"),
            (&["首页", "云岭县水务局2024年信息公开年报"], "云岭县水务局"),
            (&["云岭县水务局二〇二四年政府信息公开工作年度报告"], "云岭县水务局"),
            (&["云岭县水务局", "二○二四年政府信息公开", "工作年度报告"], "云岭县水务局"),
            (&["云岭县水务局", "2024年度", "政府信息公开工作", "年度报告"], "云岭县水务局"),
            (&["云岭县水务局政府信息公开工作年度报告（二零二四年）"], "云岭县水务局"),
            (&["云岭县水务局", "2024年政府信息公", "开工作年度报告"], "云岭县水务局"),
            (&["云岭县水务局2024年政", "府信息公开工作年度报告"], "云岭县水务局"),
        ] {
            assert_eq!(named(lines), (Some(organ.to_owned()), Some(2024)), "{lines:?}");
        }
        assert!(title(&document(&["根据《中华人民共和国政府信息公开条例》编制本报告。"]), 999).is_none());
    }

    #[test]
    fn periods_of_all_spellings() {
        let period = |text| period_in(text).map(|period| (period.from.0, period.to.map(|to| to.0)));
        assert_eq!(period("统计期限自2024年1月1日起至2024年12月31日止"), Some((2024, Some(2024))));
        assert_eq!(period("从 2024 年 1 月 1 日到 12 月 31 日"), Some((2024, None)));
        assert_eq!(period("2023年1月1日—2024年12月31日"), Some((2023, Some(2024))));
        assert_eq!(period("2024.1.1-12.31"), Some((2024, None)));
        assert_eq!(period("自二〇二四年一月一日起至二〇二四年十二月三十一日止"), Some((2024, Some(2024))));
        assert_eq!(period("二○二四年1月1日至12月31日"), Some((2024, None)));
        assert_eq!(period("2024年1月17日公布"), None);
        assert_eq!(period("20241年1月1日至12月31日"), None);
    }

    #[test]
    fn a_report_without_title_still_names_its_organ() {
        let organ = |text: &str| organ_of_text(&document(&[text])).map(|span| text[span.range()].to_owned());
        assert_eq!(organ("2024年,青石镇认真贯彻"), Some("青石镇".to_owned()));
        assert_eq!(organ("2024年，云岭县水务局认真"), Some("云岭县水务局".to_owned()));
        assert_eq!(organ("2024年，我局认真"), None);
    }
}
