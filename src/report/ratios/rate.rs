//! 办结率90%: a rate beside how many came in and how many were dealt with.
use super::{agrees, percent};
use crate::{
    report::{Passage, parts::counts_as},
    text::{
        Span, any,
        number::{Decimal, Figure, FigureKind},
    },
};

/// A rate that the numbers of its sentence contradict.
#[derive(Clone, Debug)]
pub struct WrongRate {
    /// The percentage, in the document.
    pub span: Span,
    /// What was dealt with.
    pub done: (i64, Span),
    /// What came in.
    pub received: (i64, Span),
    /// What was carried in, where more was dealt with than came in.
    pub carried: Option<(i64, Span)>,
    /// The percentage that they give, with as many decimals as were told.
    pub exact: String,
    /// The sentence says that some went over to the next year: 100% may be that of those that were due.
    pub all_of_due: bool,
}

/// What a rate of cases is called; that of content citizens (满意率) has another base.
const RATES: [&str; 9] = ["办结率", "答复率", "回复率", "办理率", "办复率", "处置率", "处理率", "回应率", "反馈率"];
const RECEIVED: [&str; 13] =
    ["收到", "受理", "接收", "接到", "承办", "新收", "交办", "转办", "申请中", "留言", "来信", "诉求", "咨询"];
const DONE: [&str; 8] = ["办结", "答复", "回复", "办复", "处置", "处理", "反馈", "回应"];
/// Words for what went over to the next year.
const CARRIED_OUT: [&str; 4] = ["结转", "转结", "顺延", "转下年"];
/// Words that say that those were not due, or not counted.
const UNCOUNTED: [&str; 6] = ["正在", "在办", "未到", "除", "尚", "上年"];
/// Words that say that not all were due.
const DUE: [&str; 8] = ["按时", "按期", "及时", "限时", "法定", "时限", "规定", "如期"];

/// The rates of a passage that are not those of the two numbers in the same sentence.
pub fn wrong_rates(passage: &Passage) -> Vec<WrongRate> {
    let figures = passage.figures().iter().enumerate();
    let rates = figures.filter(|(_, figure)| figure.unit == "%" && !figure.approximate);
    rates.filter_map(|(n, figure)| check(passage, n, figure)).collect()
}

fn check(passage: &Passage, n: usize, rate: &Figure) -> Option<WrongRate> {
    let (text, figures) = (passage.text(), passage.figures());
    let lead = passage.lead(n);
    let name = RATES.iter().find_map(|name| lead.find(name).map(|at| &lead[..at]));
    let (known, name) = (name.is_some(), name.unwrap_or_default());
    if rate.value > Decimal::integer(100) {
        return None;
    }
    // A semicolon divides what is told of applications from what is told of letters.
    let around = passage.between(rate.span.start, &['。', ';']);
    let near = passage.figures_in(around);
    let counted = |n: &usize| match figures[*n].kind {
        FigureKind::Count => true,
        FigureKind::People => !known,
        _ => false,
    };
    let counts: Vec<usize> = near.filter(counted).collect();
    // The verb may follow its number: 36件申请中，32件按期答复.
    let words = |n: usize| match passage.lead(n) {
        "" => text[figures[n].whole.end..].split(',').next().unwrap_or(""),
        lead => lead,
    };
    let told = |verbs: &[&str]| {
        let mut told = counts.iter().copied().filter(|&n| any::holds(words(n), verbs));
        told.next().filter(|_| told.next().is_none())
    };
    let (received, done) = if known { (told(&RECEIVED)?, told(&DONE)?) } else { named(passage, n, &counts)? };
    // 按期答复率 is that of what was answered in time.
    let due: Vec<&&str> = DUE.iter().filter(|word| name.contains(**word)).collect();
    let whole = rate.value == Decimal::integer(100);
    if due.iter().any(|word| whole || !words(done).contains(**word)) {
        return None;
    }
    let comparable = (counts_as(&figures[done], &figures[received]) || figures[done].unit == figures[received].unit)
        && !figures[received].approximate
        && !figures[done].approximate;
    if received >= done || done > n || !comparable {
        return None;
    }
    let numbers: Vec<i64> = counts.iter().filter_map(|&n| figures[n].value.as_i64()).take(12).collect();
    let sentence = &text[around.range()];
    let uncounted = any::holds(sentence, &UNCOUNTED);
    let carried = uncounted || any::holds(sentence, &CARRIED_OUT);
    let all_of_due = carried && whole;
    let (all, some) = (figures[received].value.as_i64()?, figures[done].value.as_i64()?);
    let wrong = |carried: Option<(i64, Span)>| WrongRate {
        span: passage.place(rate.whole),
        done: (some, passage.place(figures[done].span)),
        received: (all, passage.place(figures[received].span)),
        carried,
        exact: percent(some, all.saturating_add(carried.map_or(0, |(value, _)| value)), rate.value.scale()),
        all_of_due,
    };
    // 排查310处，整改45处，整改率100%: all of those that had to be.
    if !known && whole && some < all / 2 {
        return None;
    }
    if some > all {
        let carried = carried_in(passage, &counts).filter(|&n| counts_as(&figures[n], &figures[received]))?;
        let value = figures[carried].value.as_i64()?;
        let base = all.checked_add(value).filter(|base| some <= *base)?;
        // The rate of all, or of those of this year alone.
        let explained =
            [(some, base), (some.saturating_sub(value), all)].iter().any(|&(some, of)| agrees(rate.value, some, of));
        let told = explained || rate.value == Decimal::integer(100);
        return (!told).then(|| wrong(Some((value, passage.place(figures[carried].span)))));
    }
    let sums = |of: i64| numbers.iter().map(move |number| of.saturating_add(*number)).chain([of]);
    let explained =
        sums(all).any(|all| sums(some).chain(numbers.iter().copied()).any(|some| agrees(rate.value, some, all)));
    let doubtful = all_of_due && !uncounted && !any::holds(sentence, &DUE);
    let settled = carried && (explained || whole || !due.is_empty()) && !doubtful;
    if agrees(rate.value, some, all) || settled || all <= 0 {
        return None;
    }
    Some(wrong(None))
}

/// 发现问题24个，已整改20个，整改率90%: a rate that the second of two numbers gives its name, the only ones before it in its
/// sentence. What not all need, and what those say who were asked, has another base.
fn named(passage: &Passage, n: usize, counts: &[usize]) -> Option<(usize, usize)> {
    let name = passage.lead(n).trim_end_matches(['为', '达', '到', '是']).strip_suffix('率')?;
    let [received, done] = counts[..counts.partition_point(|&count| count < n)] else { return None };
    let (all, some) = (passage.lead(received), passage.lead(done).strip_suffix(name)?);
    let plain = matches!(some, "" | "已" | "其中" | "其中已") && !name.is_empty() && !any::holds(name, &DUE);
    // 应公开96家，已公开94家; else documents need not be published nor explained.
    let other = all.contains(name) || "满意 知晓 公开 解读".contains(name);
    (plain && (!other || all.contains('应'))).then_some((received, done))
}

/// The one number of the sentence that was carried in exactly: 上年结转3件.
fn carried_in(passage: &Passage, counts: &[usize]) -> Option<usize> {
    let last = |lead: &str| lead.contains("结转") && any::holds(lead, &["上年", "去年", "上一年"]);
    let mut told = counts.iter().copied().filter(|&n| last(passage.lead(n)));
    told.next().filter(|&n| told.next().is_none() && !passage.figures()[n].approximate)
}
