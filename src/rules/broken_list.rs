use super::*;
use crate::text::label::{OrdinalStyle, split_ordinal};

rule! {
    /// 列举的序号重复或跳号
    ///
    /// “一是……二是……三是”“（一）（二）（三）”“1.2.3.”应从一开始，逐一接下去。缺一个、重一个，多半是删改时留下的；从网页复制时也可能丢失。节选的文字从第二项开始的，只作提示。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 重排序号，或补上漏掉的一项。
    ///
    /// ```bad
    /// 一是加强组织领导；⟦三是⟧强化业务培训。
    /// ```
    /// ```bad
    /// 五、存在的主要问题及改进情况
    /// （一）存在的主要问题。⟦二是⟧政策解读形式单一。
    /// （三）改进措施。一是丰富解读形式；二是加强业务培训。
    /// ```
    /// ```good
    /// 要做到三点：第一，健全制度；二是加强培训；三是严格考核。统一是前提。
    /// 【六】
    /// 【表四】
    /// ```
    /// ```good
    /// 五、存在的主要问题及改进情况
    /// （一）问题。一是解读形式单一；二是更新不及时。
    /// 1.一是抓培训，二是抓考核。
    /// 2.继续完善制度。
    /// （二）措施。一是丰富形式。
    /// 二是及时更新。
    /// 【六】
    /// ```
    S206 "broken-list" Warning yields &["S207"], watch &["一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "九是", "十是"]
}

/// Kinds of marks, besides the four of ordinals: 一是 at the start of a paragraph, and inside one.
const AT_START: u8 = 4;
const INSIDE: u8 = 5;

/// What stands behind a numeral that counts or belongs to a word (一人, 一般, 一致), and numbers no item.
const NOT_AN_ITEM: &str = "是、项年月件条次个）).人名些般定系步站批律致方时直期级类家篇份场套度图键并旦起同再切道岗线手天日周处村户网体业书窗门对目点";

/// The lists that are open at a place of the text, the innermost last: the kind of marks, the last number, and its place.
type Open = Vec<(u8, u32, Span)>;

fn check(report: &Report, found: &mut Vec<Finding>) {
    let mut words = seen(report, &RULE).peekable();
    let (mut open, mut within): (Open, _) = (vec![], None);
    let mut broken: Vec<(Span, Severity, String)> = vec![];
    for (section, paragraph) in report.paragraphs() {
        if section != within {
            (open, within) = (vec![], section);
        }
        let tabular = matches!(section, Some("二" | "三" | "四"));
        let text = report.str(paragraph);
        let (ordinal, rest) = split_ordinal(text);
        let ordinal = ordinal.filter(|ordinal| section.is_some() && !tabular && ordinal.style != OrdinalStyle::Chinese);
        if let Some(ordinal) = ordinal {
            let place = Span::new(paragraph.start, paragraph.end - rest.len()).trim(&report.doc.text);
            broken.extend(next(report, &mut open, ordinal.style as u8 - 1, ordinal.number, place));
        }
        while let Some((number, place)) = words.next_if(|(_, place)| place.start < paragraph.end) {
            let before = report.doc.text[paragraph.start..place.start].trim_end();
            let begins = before.is_empty() || before.ends_with(|c: char| "。；，：、:;,.！？!?)）”".contains(c));
            if begins && !tabular {
                let kind = if before.is_empty() { AT_START } else { INSIDE };
                broken.extend(next(report, &mut open, kind, number as u32 + 1, place));
            }
        }
    }
    let (Some((first, _, message)), Some(worst)) = (broken.first(), broken.iter().map(|one| one.1).min()) else { return };
    let finding = RULE.at(*first, message.clone()).severity(worst);
    found.push(broken[1..].iter().fold(finding, |finding, (place, _, message)| finding.also(*place, message.clone())));
}

/// Takes a mark into the open lists; tells what is wrong with it.
fn next(report: &Report, open: &mut Open, kind: u8, number: u32, place: Span) -> Option<(Span, Severity, String)> {
    let at = open.iter().rposition(|(own, ..)| *own == kind);
    let last = at.map(|at| open[at]);
    // 一是 may stand behind words and the others at the starts of paragraphs, or the other way round.
    let other = open.iter().rposition(|(own, before, _)| kind >= AT_START && *own == AT_START + INSIDE - kind && before + 1 == number);
    let turned = other.is_some() && other > at;
    if let Some(at) = at {
        open.truncate(at);
    }
    let follows = number == 1 || last.is_some_and(|(_, before, _)| before + 1 == number) || turned;
    open.push((kind, number, place));
    if follows {
        return None;
    }
    let own = report.str(place);
    let text = &report.doc.text;
    let repeated = last.is_some_and(|last| last.1 >= number);
    let from = last.map_or(place.start.saturating_sub(600), |last| last.2.end);
    let from = (from..place.start).find(|&at| text.is_char_boundary(at)).unwrap_or(place.start);
    // A line that begins with 12. is no twelfth item.
    let stray = last.is_none() && kind < AT_START && number > 3;
    if stray || !repeated && told_otherwise(&text[from..place.start], number - 1, kind < AT_START) {
        return None;
    }
    // Of a list at the begin of an excerpt the first item may stand before it.
    let severity = if last.is_none() && (!report.is_whole() || report.sections.len() < 3) { Severity::Hint } else { RULE.severity };
    let message = match last {
        Some((_, before, _)) if before >= number => format!("“{own}”与前面的序号重复或颠倒，请重排"),
        Some((.., before)) => format!("“{own}”接在“{}”之后，中间缺了序号，请补上或重排", report.str(before)),
        None => format!("列举从“{own}”开始，前面没有第一项，请补上或重排"),
    };
    Some((place, severity, message))
}

/// Whether the number is there in another spelling: 第一, 一要, 首先; for ordinals, （一） or 1. inside a paragraph.
fn told_otherwise(text: &str, number: u32, ordinal: bool) -> bool {
    let Some(chinese) = "一二三四五六七八九十".chars().nth(number as usize - 1) else { return true };
    let last = |at: usize| text[..at].trim_end().chars().next_back();
    let next = |at: usize| text[at..].trim_start().chars().next();
    let in_words = |(at, word): (usize, &str)| {
        let divided = last(at).is_some_and(|c| "。；，：、:;,.！？第其".contains(c));
        divided && next(at + word.len()).is_some_and(|c| !NOT_AN_ITEM.contains(c))
    };
    let in_brackets = |(at, word): (usize, &str)| {
        matches!((last(at), next(at + word.len())), (Some('（' | '('), Some('）' | ')')))
    };
    let dotted = |(at, word): (usize, &str)| {
        last(at).is_none_or(|c| !c.is_ascii_digit()) && matches!(next(at + word.len()), Some('.' | '．' | '、'))
    };
    let arabic = number.to_string();
    // 一方面 with 另一方面 behind it is a list of its own.
    let opens = |(word, next): (&str, &str)| text.contains(word) && !text.contains(next);
    let first = number == 1 && [("首先", "其次"), ("一方面", "另一方面")].into_iter().any(opens);
    first
        || text.match_indices(chinese).any(|found| in_words(found) || ordinal && in_brackets(found))
        || ordinal && text.match_indices(&arabic).any(|found| in_brackets(found) || dotted(found))
}
