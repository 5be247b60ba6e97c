//! A total behind its parts: 当面申请3件，网络申请15件，信函申请9件，共计27件。
use super::list::{clauses, is_part};
use super::words::{CARRIED, CLOSERS, OPENERS, STOPS};
use super::{Breakdown, Verdict};
use crate::{
    report::passage::Passage,
    text::{
        Span,
        number::{Figure, FigureKind},
        sentence::around,
    },
};

/// The fewest parts from which it is sure that they are meant; two are where 、 joins them.
const FEWEST: usize = 3;

/// The parts that stand before the figure with the number `n`, if it closes a list: at least three clauses of the same
/// sentence right before it, each with one count of the same unit or with the share of the one before.
pub(super) fn breakdown(passage: &Passage, n: usize, total: &Figure) -> Option<Breakdown> {
    let (text, figures) = (passage.text(), passage.figures());
    let sentence = around(text, total.span, &['。']);
    let list = clauses(text, Span::new(sentence.start, total.span.start));
    let (own, parts) = list.split_last()?;
    if total.approximate || !CLOSERS.contains(&&text[own.start..total.span.start]) {
        return None;
    }
    let value = total.value.as_i64()?;
    let mut items: Vec<&Figure> = vec![];
    let mut stop = None;
    let mut joined = false;
    for clause in parts.iter().rev() {
        let words = &text[clause.range()];
        let inside: Vec<&Figure> = figures[..n].iter().filter(|figure| clause.contains(figure.span)).collect();
        match inside[..] {
            [share] if share.kind == FigureKind::Share && words.starts_with('占') => {}
            [one] if is_part(one, total) && !one.approximate && !tells_more(words) => {
                joined |= items.is_empty() && text[..clause.start].ends_with('、');
                items.push(one);
            }
            _ => {
                stop = inside.last().and_then(|figure| figure.value.as_i64());
                break;
            }
        }
    }
    let numbers: Option<Vec<i64>> = items.iter().map(|item| item.value.as_i64()).collect();
    let numbers = numbers.filter(|numbers| numbers.len() >= if joined { 2 } else { FEWEST })?;
    // 收到20件，其中……: those nearest to the total may be all of it.
    let sums = numbers.iter().scan(0i64, |sum, number| {
        *sum = sum.saturating_add(*number);
        Some(*sum)
    });
    let sums: Vec<i64> = sums.collect();
    // 答复类型依次是公开31件、…: the first part may stand behind other words.
    if stop.is_some_and(|stop| sums.last().and_then(|sum| sum.checked_add(stop)) == Some(value)) {
        return None;
    }
    let verdict = if sums.contains(&value) { Verdict::Exact } else { Verdict::Wrong };
    let sum = if verdict == Verdict::Exact { value } else { *sums.last()? };
    let items = items.iter().rev().map(|item| passage.place(item.span)).collect();
    Some(Breakdown { total: passage.place(total.span), value, items, sum, larger: None, verdict })
}

/// Whether a clause tells of something else than a part: of what was carried over or settled, or opens a list of its own.
fn tells_more(clause: &str) -> bool {
    let words = CARRIED.iter().chain(&STOPS).chain(&OPENERS);
    words.into_iter().any(|word| clause.contains(word))
}
