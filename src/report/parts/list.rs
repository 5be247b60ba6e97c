//! Where a list of parts stands behind its total, and what its items are.
use super::words::{ATTRIBUTES, CARRIED, CHANNELS, DEEDS, MIXED, OPENERS, REST, STOPS};
use crate::text::{
    Span, any,
    fold::is_ideograph,
    number::{Figure, FigureKind},
    sentence::REACH,
};

/// The text of a list.
pub(super) struct List {
    pub span: Span,
    /// It stands in brackets or behind a colon, right behind its total.
    pub attached: bool,
    /// The opening word says that the list is open (主要包括) or complete (分别为).
    pub opener: &'static str,
}

/// An item of a list: a clause with one figure.
pub(super) struct Item<'a> {
    pub clause: &'a str,
    pub figure: Figure,
    /// What stands before it.
    mark: Option<char>,
}

/// The list that stands behind a total: `，其中`, `。其中`, `（……）`, `：……`.
pub(super) fn list_behind(text: &str, total: &Figure, next: Option<&Figure>) -> Option<List> {
    // What is counted may stand between: 277条政府信息公开申请，其中……
    let noun: usize =
        text[total.whole.end..].chars().take_while(|c| !",。;:()、".contains(*c)).take(16).map(char::len_utf8).sum();
    let noun_has_figure = next.is_some_and(|next| next.span.start < total.whole.end + noun);
    let rest = &text[total.whole.end + if noun_has_figure { 0 } else { noun }..];
    // 在主动公开的206条信息中，……
    let among = !noun_has_figure && text[..text.len() - rest.len()].ends_with('中') && rest.starts_with(',');
    let bracket = rest.starts_with('(');
    let colon = rest.starts_with(':');
    let lead = rest.trim_start_matches([',', '。', ';', ':', '(', '、']);
    let start = text.len() - lead.len();
    // A new sentence may only go on with 其中; any other word begins another matter.
    let full_stop = rest.starts_with('。');
    let word = OPENERS.iter().find(|word| lead.starts_with(**word)).copied();
    // ，按类别分：……
    let divided = lead
        .strip_prefix('按')
        .and_then(|words| words.find([':', '。', ',', ';']).filter(|at| words[*at..].starts_with(':')));
    // 网络31件，当面4件；按申请人分：……: of what stands further ahead.
    if let (Some(at), false) = (divided, full_stop || rest.starts_with(';')) {
        let start = start + '按'.len_utf8() + at + 1;
        return Some(List { span: Span::new(start, list_end(text, start, false)), attached: true, opener: "" });
    }
    let end = list_end(text, start, bracket);
    let list = |start, attached, opener| Some(List { span: Span::new(start, end), attached, opener });
    match word {
        Some(word) if !full_stop || word == "其中" => list(start + word.len(), bracket || colon, word),
        _ if among => list(start, false, "其中"),
        _ if (bracket || colon) && next.is_some_and(|next| next.span.start < end) => {
            // (含公路建设38条、运输服务41条): some of them.
            list(start, !lead.starts_with('含'), "")
        }
        _ => None,
    }
}

/// Where a list ends: at the full stop, or at the bracket that closes the one it stands in; without either where it gets
/// too long for a sentence.
fn list_end(text: &str, start: usize, bracket: bool) -> usize {
    let mut depth = i32::from(bracket);
    let last = text.ceil_char_boundary((start + REACH).min(text.len()));
    for (at, c) in text[start..last].char_indices() {
        match c {
            '(' => depth += 1,
            ')' => {
                depth -= 1;
                if depth < 0 || (bracket && depth == 0) {
                    return start + at;
                }
            }
            '。' => return start + at,
            _ => {}
        }
    }
    last
}

/// The items of a list: clause by clause, each with a count of the total's kind; the first clause that is none ends it.
/// What stands in brackets inside belongs to the item before.
pub(super) fn items<'a>(text: &'a str, figures: &[Figure], total: &Figure, list: &List) -> Vec<Item<'a>> {
    let mut items: Vec<Item> = vec![];
    for clause in clauses(text, list.span) {
        let words = &text[clause.range()];
        let outside =
            |figure: &&Figure| clause.contains(figure.span) && depth(&text[clause.start..figure.span.start]) == 0;
        let first = figures.partition_point(|figure| figure.span.start < clause.start);
        let own = figures[first..].iter().take_while(|figure| figure.span.start < clause.end);
        let inside: Vec<&Figure> = own.filter(outside).collect();
        let counts: Vec<&&Figure> =
            inside.iter().filter(|figure| counts_as(figure, total) && !counts_else(text, figure)).collect();
        let nested = !items.is_empty() && any::begins(words, &OPENERS);
        let carried = CARRIED.iter().chain(&STOPS).any(|word| words.contains(word));
        // A figure with a list of its own is another total: 行政诉讼4件，其中……
        let lists_on = inside.last().is_some_and(|figure| {
            let behind = text[figure.whole.end..].trim_start_matches([',', ':', ';']);
            text[figure.whole.end..].starts_with([',', ':', ';']) && behind.starts_with("其中")
        });
        // 26件（2023年为31件，2022年为28件）: other years beside this one, not parts of it.
        let years = list.opener.is_empty() && inside.iter().any(|figure| figure.kind == FigureKind::Year);
        match counts[..] {
            _ if lists_on || years => break,
            [] if items.is_empty() && inside.is_empty() => {}
            [one] if !nested && !carried => {
                let mark = text[..clause.start].chars().next_back();
                items.push(Item { clause: words, figure: **one, mark });
            }
            _ => break,
        }
    }
    items
}

/// How many of the items are the list: where those before one add up to the total exactly, that one may be about another
/// matter: 、 joins those before and a comma divides it from them (其中镇政府2件、党政办4件，现行有效12件), or it begins with
/// words for something that no total is divided by. With commas throughout the sum alone may be chance.
pub(super) fn complete(items: &[Item], value: i64) -> usize {
    let channel = |item: &Item| any::holds(item.clause, &CHANNELS);
    let begins = |item: &Item, words: &[&str]| any::begins(item.clause, words);
    let mut sum = Some(0i64);
    for (n, item) in items.iter().enumerate() {
        let listed = |item: &Item| item.mark == Some('、');
        let joined = items[1..n.max(1)].iter().all(listed);
        let goes_on = listed(item) || begins(item, &REST) || items[..=n].iter().all(channel);
        let another = begins(item, &ATTRIBUTES) && !begins(&items[0], &ATTRIBUTES);
        // 不予公开2件，其中…1件，…1件；无法提供29件: what is divided is itself an item of a list, or is divided once more.
        let above = item.mark == Some(';') && items[1..n.max(1)].iter().all(|item| item.mark != Some(';'));
        if n >= 2 && value > 0 && sum == Some(value) && (another || above || joined && !goes_on) {
            return n;
        }
        sum = sum.and_then(|sum| sum.checked_add(item.figure.value.as_i64()?));
    }
    items.len()
}

/// Whether the list may go on to another matter: 其中要闻180条、图片66条；双微发布信息430条, where a semicolon brings a verb
/// that no item before has.
pub(super) fn turns(items: &[Item]) -> bool {
    let deed = |item: &Item| any::holds(item.clause, &DEEDS);
    let first = items.iter().position(deed);
    first.is_some_and(|n| n > 0 && items[n].mark == Some(';'))
}

/// Whether a figure can be a part of a total: the same unit, or one of those that count the same things.
pub(in crate::report) fn counts_as(figure: &Figure, total: &Figure) -> bool {
    let mixed = |units: &&[&str]| [figure.unit, total.unit].iter().all(|unit| units.contains(unit));
    let same = figure.unit == total.unit || MIXED.iter().any(mixed) || figure.kind == FigureKind::Bare;
    same && matches!(figure.kind, FigureKind::Count | FigureKind::Bare)
}

/// 电脑3台: a figure whose unit is none that is known counts other things.
fn counts_else(text: &str, figure: &Figure) -> bool {
    let behind = text[figure.whole.end..].chars().next();
    figure.kind == FigureKind::Bare && behind.is_some_and(|c| is_ideograph(c) && !matches!(c, '等' | '为' | '是'))
}

/// The clauses of a list, divided outside of brackets.
pub(super) fn clauses(text: &str, list: Span) -> Vec<Span> {
    let mut clauses = vec![];
    let (mut start, mut depth) = (list.start, 0i32);
    for (at, c) in text[list.range()].char_indices() {
        match c {
            '(' | '《' => depth += 1,
            ')' | '》' => depth -= 1,
            ',' | '、' | ';' | ':' if depth <= 0 => {
                clauses.push(Span::new(start, list.start + at));
                start = list.start + at + c.len_utf8();
            }
            _ => {}
        }
    }
    clauses.push(Span::new(start, list.end));
    clauses.retain(|clause| !clause.is_empty());
    clauses
}

/// How many brackets are open at the end of a text.
fn depth(text: &str) -> i32 {
    text.chars().map(|c| i32::from(c == '(') - i32::from(c == ')')).sum()
}
