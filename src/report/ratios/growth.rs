//! 较上年200条增长25%: what changed since last year, beside the two numbers it comes from.
use super::{agrees, percent};
use crate::{
    report::{Passage, parts::counts_as},
    text::{
        Span, any,
        number::{Decimal, Figure, FigureKind},
    },
};

/// A change that the text tells.
#[derive(Clone, Copy, Debug)]
pub struct Change {
    /// The number of the figure in its passage.
    pub figure: usize,
    /// What says it, a place of the folded text: 下降120%.
    pub span: Span,
    /// 增长, not 下降.
    pub up: bool,
    /// 是上年的2倍: the new number in the old one, not the difference.
    whole: bool,
}

/// A change that the numbers beside it contradict.
#[derive(Clone, Debug)]
pub struct WrongGrowth {
    /// What says it, in the document.
    pub span: Span,
    /// The number of this year.
    pub now: (i64, Span),
    /// The number of last year; none where only what was added is more than there is.
    pub before: Option<(i64, Span)>,
    /// What it is in truth, in words: 增长 20%.
    pub exact: String,
    /// What may stand in place of the figure with its unit, where only the figure is wrong: 7.5%.
    pub fix: Option<(Span, String)>,
}

const UP: [&str; 10] = ["增长", "上升", "增加", "提高", "提升", "上涨", "增幅", "增多", "升高", "多"];
const DOWN: [&str; 10] = ["下降", "减少", "降低", "下滑", "降幅", "回落", "减幅", "缩减", "下跌", "少"];
/// What may stand between such a word and its figure.
const BETWEEN: [&str; 12] = ["", "了", "为", "达", "约", "近", "超", "超过", "率为", "幅度为", "幅度达", "幅为"];
/// Words for the year before.
const LAST: [&str; 8] = ["上年", "上一年", "去年", "同期", "上年度", "上一年度", "前一年", "往年"];
/// Words that compare.
const COMPARES: [&str; 5] = ["较", "比", "同比", "相比", "与"];

/// The changes that a passage tells, in order.
pub fn changes(passage: &Passage) -> Vec<Change> {
    (0..passage.figures().len()).filter_map(|n| change(passage, n)).collect()
}

fn change(passage: &Passage, n: usize) -> Option<Change> {
    let figure = passage.figures().get(n)?;
    if !matches!(figure.kind, FigureKind::Share | FigureKind::Times | FigureKind::Count) || figure.unit == "成" {
        return None;
    }
    let text = passage.text();
    let lead = passage.lead(n);
    let last = |words: &[&str]| {
        let heads = BETWEEN.iter().filter_map(|between| lead.strip_suffix(*between));
        heads.flat_map(|head| words.iter().filter_map(move |word| head.strip_suffix(*word))).map(str::len).min()
    };
    let span = |at: usize| Span::new(figure.span.start - (lead.len() - at), figure.whole.end);
    let (up, at) = match (last(&UP), last(&DOWN)) {
        // 减少 ends with 少 as well, and begins earlier.
        (Some(up), None) => (true, up),
        (None, Some(down)) => (false, down),
        _ if figure.kind != FigureKind::Times => return None,
        _ => {
            let clause = passage.between(figure.span.start, &['。', ';', ',']);
            let words = &text[clause.start..figure.span.start];
            let is = words.ends_with('的') && any::holds(words, &["是", "为", "达到", "相当于"]);
            let last_year = any::holds(words, &LAST) || words.contains('年');
            let whole = is && last_year;
            return whole.then(|| Change { figure: n, span: span(lead.len()), up: true, whole });
        }
    };
    // 多30条 and 少 count only beside what is compared: 较上年多30条.
    let short = lead[at..].starts_with(['多', '少']);
    let compares = any::holds(&lead[..at], &COMPARES);
    let count = figure.kind == FigureKind::Count;
    // 到, 至 do not come here; 新增加12个栏目 is no comparison.
    let compared = compares || comparing(passage, n) || text[..span(at).start].ends_with("同比");
    (!short && !count || compared).then(|| Change { figure: n, span: span(at), up, whole: false })
}

/// Whether the clause before a figure, or the bracket it stands in, compares with last year.
fn comparing(passage: &Passage, n: usize) -> bool {
    let start = passage.figures()[n].span.start;
    let clause = passage.between(start, &['。', ';', ',']);
    let words = &passage.text()[clause.start..start];
    any::holds(words, &COMPARES)
}

/// Whether the words before a figure say that it is last year's: 上年200条, 较2023年(24起.
fn names_last(passage: &Passage, n: usize, year: Option<u16>) -> bool {
    let lead = passage.lead(n);
    let years = passage.figures()[..n].iter().rev().take(1).filter(|figure| figure.kind == FigureKind::Year);
    let year_before = |figure: &Figure| {
        let told = figure.value.as_i64();
        let compared = COMPARES.iter().chain(&["由", "从"]).any(|word| lead.contains(word));
        lead.contains('年')
            && match year {
                Some(year) => told == Some(i64::from(year) - 1),
                None => compared,
            }
    };
    let named = any::holds(lead, &LAST) || years.into_iter().any(year_before);
    named && !lead.contains("结转") && !any::holds(lead, &COME_TO)
}

/// The changes of a passage that the two numbers beside them contradict; `year` is the year of the report.
pub fn wrong_growth(passage: &Passage, year: Option<u16>) -> Vec<WrongGrowth> {
    let changes = changes(passage);
    (0..changes.len()).filter_map(|n| check(passage, &changes, n, year)).collect()
}

fn check(passage: &Passage, changes: &[Change], n: usize, year: Option<u16>) -> Option<WrongGrowth> {
    let (change, figures) = (changes[n], passage.figures());
    let figure = &figures[change.figure];
    if figure.approximate || figure.value == Decimal::integer(0) {
        return None;
    }
    let points = figure.unit == "个百分点";
    let span = segment(passage, changes, n);
    let words = &passage.text()[span.range()];
    if any::holds(words, &["分别", "累计", "以来", "平均", "预计", "历年"]) {
        return None;
    }
    let is_change = |n: &usize| changes.iter().any(|change| change.figure == *n);
    // 98%，较上年的95%提高3个百分点: between two shares.
    let counted = |figure: &Figure| if points { figure.unit == "%" } else { figure.kind == FigureKind::Count };
    let counts = passage.figures_in(span).filter(|n| counted(&figures[*n]) && !is_change(n));
    let (mut last, own): (Vec<usize>, Vec<usize>) = counts.partition(|&n| names_last(passage, n, year));
    let value = |n: usize| figures[n].value.as_i64();
    let place = |n: usize| passage.place(figures[n].span);
    let exact = |n: &usize| !figures[*n].approximate;
    let mut own: Vec<usize> = own.into_iter().filter(|&n| !passage.lead(n).contains("结转")).collect();
    // 由210条增加到294条: the first is last year's, whether it says so or not.
    if let ([from, to], []) = (&own[..], &last[..]) {
        let comes = COME_TO.contains(&passage.lead(*to)) && passage.lead(*from).contains(['由', '从']);
        last.extend(comes.then(|| own.remove(0)));
    }
    if !own.iter().chain(&last).all(exact) {
        return None;
    }
    let wrong = |now: usize, before: Option<(i64, Span)>, exact: String, fix| {
        Some(WrongGrowth { span: passage.place(change.span), now: (value(now)?, place(now)), before, exact, fix })
    };
    let judge = |pick: usize, before: i64, at: Span| {
        let now = value(pick)?;
        if agrees_with(&change, figure, now, before) {
            return None;
        }
        let (exact, fix) = truth(&change, figure, now, before);
        let fix = fix.map(|text| (passage.place(figure.whole), text));
        wrong(pick, Some((before, at)), exact, fix)
    };
    let [last] = last[..] else {
        if let Some((now, base, at)) = from_difference(passage, changes, n, &own).filter(|_| last.is_empty() && !points)
        {
            return judge(now, base, passage.place(at));
        }
        // More was added than there is.
        let now = *own.last().filter(|_| last.is_empty())?;
        let near = passage.text().get(figures[now].whole.end..change.span.start)?;
        let more = change.up && figure.kind == FigureKind::Count && counts_as(figure, &figures[now]);
        let behind = near.strip_prefix([',', '(']).unwrap_or("");
        let compared = any::begins(behind, &COMPARES) && !behind.contains(',');
        let whole = figure.value.as_i64().zip(value(now)).is_some_and(|(more, now)| more <= now);
        return if more && compared && !whole { wrong(now, None, String::new(), None) } else { None };
    };
    own.retain(|&n| points || counts_as(&figures[n], &figures[last]));
    let before = value(last).filter(|before| *before > 0)?;
    let fits = |now: i64| agrees_with(&change, figure, now, before);
    let sum = own.iter().filter_map(|&n| value(n)).fold(0, i64::saturating_add);
    let pick = own.iter().rev().find(|&&n| n < last).or(own.first())?;
    if !speaks_of_one(passage, *pick, last, changes, n) {
        return None;
    }
    if own.iter().filter_map(|&n| value(n)).any(fits) || fits(sum) {
        return None;
    }
    judge(*pick, before, place(last))
}

/// 410条，比上年减少90条，下降22%: this year's number, last year's, and the words that tell the difference.
fn from_difference(passage: &Passage, changes: &[Change], n: usize, own: &[usize]) -> Option<(usize, i64, Span)> {
    let (text, figures, rate) = (passage.text(), passage.figures(), changes[n]);
    let told = changes[n.checked_sub(1)?];
    let difference = &figures[told.figure];
    let &[now] = own else { return None };
    let joined = matches!(text.get(told.span.end..rate.span.start)?, "," | "、" | "(" | ",同比");
    let near = text.get(figures[now].whole.end..told.span.start)?.strip_prefix([',', '('])?;
    let compared = any::begins(near, &COMPARES) && !near.contains([',', ';']);
    let counted =
        difference.kind == FigureKind::Count && !difference.approximate && counts_as(difference, &figures[now]);
    if !joined || !compared || !counted || figures[rate.figure].kind != FigureKind::Share || told.up != rate.up {
        return None;
    }
    let more = difference.value.as_i64()?;
    let this_year = figures[now].value.as_i64()?;
    let base = if told.up { this_year.checked_sub(more) } else { this_year.checked_add(more) };
    Some((now, base.filter(|base| *base > 0)?, told.span))
}

/// Words before a number that what grew has come to.
const COME_TO: [&str; 12] =
    ["增至", "升至", "降至", "减至", "增长到", "增加到", "下降到", "减少到", "上升到", "增加至", "下降至", "减少至"];

/// Whether no other subject comes between this year's number, last year's and the change: 公开信息240条，政策解读较上年
/// （20条）增长50% tells nothing of the 240.
fn speaks_of_one(passage: &Passage, now: usize, last: usize, changes: &[Change], n: usize) -> bool {
    let (text, figures) = (passage.text(), passage.figures());
    let marks = [',', ';', '(', ')', '、', ':'];
    if now > last {
        let words = |n: usize| -> String {
            let lead = passage.lead(n).trim_start_matches(marks);
            let lead = lead.rsplit(['年', '度']).next().unwrap_or(lead);
            ["今", "本", "共", "为", "的"].iter().fold(lead.to_owned(), |lead, word| lead.replace(word, ""))
        };
        let (own, before) = (words(now), words(last));
        // 由2次增加到5次，参训人数增长1.2倍.
        let clause = text[figures[now].whole.end..changes[n].span.start].rsplit(marks).next().unwrap_or("");
        let own = any::ends(&own, &COME_TO) || own.ends_with(&before) || before.ends_with(&own);
        return own && !clause.ends_with(['数', '次', '量']);
    }
    let between = &text[figures[now].whole.end..figures[last].span.start];
    let words = COMPARES.iter().chain(&LAST).filter_map(|word| between.find(word)).min();
    let year = between.find(|c: char| c.is_ascii_digit());
    let Some(at) = words.into_iter().chain(year).min() else { return false };
    let lead = &between[..at];
    let own = lead.rsplit(marks).next().unwrap_or(lead);
    let near = if own.len() < lead.len() {
        matches!(own, "" | "是" | "为" | "达到" | "相当于" | "而")
    } else {
        own.chars().count() <= 10
    };
    let first = changes[..=n].iter().find(|change| change.figure > last).copied().unwrap_or(changes[n]);
    let behind = text.get(figures[last].whole.end..first.span.start).unwrap_or("");
    let behind = ["相比", "同比", "比", "的", "下", "有"]
        .iter()
        .fold(behind.replace(marks, ""), |words, word| words.replace(word, ""));
    near && behind.is_empty()
}

/// The part of the sentence that a change is told of: from the change before, which may be the same one told in another
/// way (增加40件，增长20%), to its end and the bracket behind it.
fn segment(passage: &Passage, changes: &[Change], n: usize) -> Span {
    let (text, own) = (passage.text(), changes[n]);
    let sentence = passage.between(own.span.start, &['。', ';']);
    let mut first = n;
    let chained = |before: Change, behind: Change| {
        let between = text.get(before.span.end..behind.span.start).unwrap_or("。");
        matches!(between, "," | "、" | ",同比" | "(" | ",比上年" | ",较上年")
    };
    while first > 0 && chained(changes[first - 1], changes[first]) {
        first -= 1;
    }
    let start = first.checked_sub(1).map_or(sentence.start, |before| changes[before].span.end.max(sentence.start));
    let behind = &text[own.span.end..sentence.end];
    let end = match behind.strip_prefix('(') {
        Some(inner) => own.span.end + 1 + inner.find(')').unwrap_or(inner.len()),
        None if any::begins(behind, &["至", "到"]) => own.span.end + behind.find([',', ')']).unwrap_or(behind.len()),
        None => own.span.end,
    };
    Span::new(start.min(own.span.start), end)
}

/// Whether a change leads from one number to the other.
fn agrees_with(change: &Change, figure: &Figure, now: i64, before: i64) -> bool {
    let difference = now.saturating_sub(before);
    let right_way = if change.up { difference >= 0 } else { difference <= 0 };
    match figure.kind {
        _ if figure.kind == FigureKind::Count || figure.unit == "个百分点" => {
            right_way && figure.value.as_i64() == Some(difference.saturating_abs())
        }
        FigureKind::Times => {
            let times = if change.whole { now } else { difference.saturating_abs() } as f64 / before as f64;
            let unit = 0.1f64.powi(figure.value.scale().into());
            (change.whole || right_way) && (times - figure.value.to_f64()).abs() < unit.min(0.5)
        }
        _ => right_way && agrees(figure.value, difference.saturating_abs(), before),
    }
}

/// What the change is in truth, and what the figure should be where the direction is right.
fn truth(change: &Change, figure: &Figure, now: i64, before: i64) -> (String, Option<String>) {
    let difference = now.saturating_sub(before);
    let size = difference.saturating_abs();
    let (number, unit) = match figure.kind {
        _ if figure.kind == FigureKind::Count || figure.unit == "个百分点" => {
            (size.to_string(), format!(" {}", figure.unit))
        }
        FigureKind::Times => {
            let times = if change.whole { now } else { size } as f64 / before as f64;
            (Decimal::rounded(times, 1).to_string().trim_end_matches(".0").to_owned(), " 倍".to_owned())
        }
        _ => (percent(size, before, figure.value.scale()), "%".to_owned()),
    };
    let fix = [number.as_str(), unit.trim_start()].concat();
    if change.whole {
        return (format!("{number}{unit}"), Some(fix));
    }
    let right_way = if change.up { difference > 0 } else { difference < 0 };
    let word = match difference {
        0 => return ("没有增减".to_owned(), None),
        1.. => "增加",
        _ => "减少",
    };
    (format!("{word} {number}{unit}"), right_way.then_some(fix))
}
