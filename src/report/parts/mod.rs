//! A total and the parts that a sentence lists of it: 共164件，其中……。
//!
//! Lists of parts are often not complete, so that a sum alone proves little. What makes a list complete, and which
//! differences are worth a word, follows counts of 145 lists in real reports: those that close with 其他, that split by
//! channel, that stand in brackets right behind their total, were exact in nine cases of ten; of plain lists a fifth
//! fell short for good reasons, and those of four items or fewer say nothing.
mod closing;
mod list;
mod words;

use super::passage::Passage;
use crate::text::{
    Span, any,
    number::{Figure, FigureKind, figures},
    sentence::around,
};
use list::{Item, List, clauses, complete, items, list_behind, turns};
use words::{CARRIED, CHANNELS, KINDS, OPEN, REST};

pub(super) use list::counts_as;

/// A total and its parts.
#[derive(Clone, Debug)]
pub struct Breakdown {
    /// The figure of the total.
    pub total: Span,
    /// Its number.
    pub value: i64,
    /// The figures of the parts.
    pub items: Vec<Span>,
    /// The sum of the parts.
    pub sum: i64,
    /// The one part that is larger than the whole, where there is just one; see [`Verdict::TooMuch`].
    pub larger: Option<Larger>,
    /// What comes of comparing the two.
    pub verdict: Verdict,
}

/// A part that is larger than its whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Larger {
    /// Its figure.
    pub span: Span,
    /// Its number.
    pub value: i64,
}

/// What comes of comparing a total with its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// They agree.
    Exact,
    /// They do not, and the list says that it is complete.
    Wrong,
    /// The parts are more than the whole: one of them is wrong, or they overlap.
    TooMuch,
    /// The parts come near the whole without reaching it, in a list that seems complete.
    NearlyAll,
    /// The list is not complete, or the figures are rough: nothing can be said.
    Silent,
}

/// Finds the totals of a paragraph that have a list of parts.
pub fn breakdowns(passage: &Passage) -> Vec<Breakdown> {
    let counts = passage.figures().iter().enumerate().filter(|(_, figure)| figure.kind == FigureKind::Count);
    counts
        .filter_map(|(n, total)| breakdown(passage, n, total).or_else(|| closing::breakdown(passage, n, total)))
        .collect()
}

/// The parts that are listed behind the figure with the number `n`.
fn breakdown(passage: &Passage, n: usize, total: &Figure) -> Option<Breakdown> {
    let (text, figures) = (passage.text(), passage.figures());
    // 同比增加30条，其中……: what is divided stands before it.
    let lead = &text[..total.span.start];
    if any::ends(lead, &["增加", "减少", "增长", "下降", "上升", "多"]) {
        return None;
    }
    let list = list_behind(text, total, figures.get(n + 1))?;
    let mut items = items(text, &figures[n + 1..], total, &list);
    let value = total.value.as_i64()?;
    items.truncate(complete(&items, value));
    let numbers = || items.iter().filter_map(|item| item.figure.value.as_i64());
    let sum = numbers().try_fold(0i64, i64::checked_add).filter(|_| numbers().count() == items.len())?;
    let rough = total.approximate || items.iter().any(|item| item.figure.approximate);
    let mut over = items.iter().filter(|item| item.figure.value > total.value && !rough);
    let larger = over.next().filter(|item| over.next().is_none() && !item.clause.contains("累计"));
    if items.len() < 2 && (larger.is_none() || list.opener != "其中") {
        return None;
    }
    let larger = larger
        .and_then(|item| Some(Larger { span: passage.place(item.figure.span), value: item.figure.value.as_i64()? }));
    let before = &figures[figures.partition_point(|figure| figure.span.start < sentence_of(text, total, &list))..n];
    let verdict = verdict(text, total, before, sum, &items, &list);
    let items = items.iter().map(|item| passage.place(item.figure.span)).collect();
    Some(Breakdown { total: passage.place(total.span), value, items, sum, larger, verdict })
}

/// What comes of comparing `total` with the `items` of its `list`; `before` are the figures before it in its sentence.
fn verdict(text: &str, total: &Figure, before: &[Figure], sum: i64, items: &[Item], list: &List) -> Verdict {
    let value = total.value.as_i64().unwrap_or(sum);
    let tail = items.last().map_or("", |item| item.clause);
    let behind = &text[items.last().map_or(list.span.end, |item| item.figure.whole.end)..];
    let open = any::holds(list.opener, &OPEN) || behind.starts_with('等') || tail.contains("等等");
    // 其余通过公示栏公开: a part without a number; 其余1件结转下年度 has one.
    let untold = items.last().map_or("", |item| &text[item.figure.whole.end.min(list.span.end)..list.span.end]);
    let without_number =
        |word: &&str| untold.split(*word).skip(1).any(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()));
    let open = open || ["其余", "其他", "其它", "余下"].iter().any(without_number);
    let rough = total.approximate || items.iter().any(|item| item.figure.approximate);
    if sum == value {
        return Verdict::Exact;
    }
    let explained = || {
        explained_by_carried(text, value, sum, total, list)
            || !list.attached
                && (explained_by_before(text, before, total, sum) || is_further_ahead(before, total, items, sum))
    };
    if rough || open || !list.attached && turns(items) || explained() {
        return Verdict::Silent;
    }
    // 其他处理, 其他结果 are kinds of their own.
    let kind = ["处理", "结果"].iter().any(|word| REST.iter().any(|rest| tail.contains(&[*rest, *word].concat())));
    let rest = !kind && any::holds(tail, &REST);
    let channels = items.iter().all(|item| any::holds(item.clause, &CHANNELS));
    let kinds = KINDS.iter().any(|kinds| kinds.iter().all(|kind| items.iter().any(|item| item.clause.contains(kind))));
    if rest || channels || kinds || list.attached || list.opener.starts_with('分') {
        return Verdict::Wrong;
    }
    match sum > value {
        true => Verdict::TooMuch,
        // Nine tenths and five items: the list looks complete and is not.
        false if items.len() >= 5 && sum * 10 >= value * 9 => Verdict::NearlyAll,
        false => Verdict::Silent,
    }
}

/// Lists of applications may count those carried over that their total leaves out, and the other way round.
fn explained_by_carried(text: &str, value: i64, sum: i64, total: &Figure, list: &List) -> bool {
    let carried = clauses(text, around(text, total.span.join(list.span), &['。']))
        .into_iter()
        .map(|clause| &text[clause.range()]);
    let carried = carried.filter(|clause| any::holds(clause, &CARRIED));
    let numbers = carried.flat_map(|clause| figures(clause, 0)).filter_map(|figure| figure.value.as_i64());
    numbers.into_iter().any(|other| other == (sum - value).abs())
}

/// Where the sentence of a total begins: a semicolon divides two matters, unless a new sentence goes on with 其中.
fn sentence_of(text: &str, total: &Figure, list: &List) -> usize {
    let closed = text[total.whole.end..list.span.start].contains('。');
    let marks: &[char] = if closed { &['。'] } else { &['。', ';'] };
    around(text, total.span, marks).start
}

/// 收到申请37件，办结38件，结转2件，其中信函12件、网络25件: a list may divide a number further ahead than the nearest one, alone or
/// with what was carried over. More than the nearest number holds is one of a greater number that stands before it; what
/// the nearest could hold tells of another only where it adds up to that.
fn explained_by_before(text: &str, before: &[Figure], total: &Figure, sum: i64) -> bool {
    let alike = before.iter().filter(|figure| figure.kind == FigureKind::Count && figure.unit == total.unit);
    let numbers: Vec<i64> = alike.filter_map(|figure| figure.value.as_i64()).collect();
    let over = total.value.as_i64().is_some_and(|value| sum > value);
    // 建议11件、提案9件，其中A类15件: of both together.
    let beside = before.last().filter(|figure| {
        figure.unit == total.unit
            && text
                .get(figure.whole.end..total.span.start)
                .is_some_and(|between| between.starts_with(['、', '和', '及']))
    });
    if over
        && beside
            .and_then(|figure| figure.value.as_i64()?.checked_add(total.value.as_i64()?))
            .is_some_and(|both| sum <= both)
    {
        return true;
    }
    let pair = |n: usize| numbers[..n].iter().any(|other| other.saturating_add(numbers[n]) == sum);
    (0..numbers.len()).any(|n| numbers[n] == sum || over && (numbers[n] > sum || pair(n)))
}

/// 发布信息860条，依申请公开13件。其中门户网站发布320条: of what was counted in the same unit before.
fn is_further_ahead(before: &[Figure], total: &Figure, items: &[Item], sum: i64) -> bool {
    let Some(unit) = items.first().map(|item| item.figure.unit).filter(|unit| *unit != total.unit) else {
        return false;
    };
    before.iter().any(|figure| figure.unit == unit && figure.value.as_i64().is_some_and(|value| value >= sum))
}

#[cfg(test)]
mod tests;
