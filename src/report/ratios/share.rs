//! 占84%, 超八成, 过半: a share beside the number that it is the share of a total of.
use super::{agrees, percent};
use crate::{
    report::{Passage, parts::counts_as},
    text::{
        Span, any,
        number::{Decimal, Figure, FigureKind},
    },
};

/// A share that the text tells.
#[derive(Clone, Copy, Debug)]
pub struct Said {
    /// What says it, a place of the folded text: 84%, 超八成.
    pub span: Span,
    /// The percentage.
    pub value: Decimal,
    /// How exactly it is told.
    pub bound: Bound,
    /// How many figures stand before it.
    before: usize,
    /// Where the figure begins, behind 超 and the like.
    start: usize,
}

/// How exactly a share is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// 84%
    Exact,
    /// 超八成, 八成以上: no less.
    Over,
    /// 近九成: less, and not much less.
    Nearly,
    /// 不足三成: less.
    Under,
    /// 约三成, 三成: about.
    About,
}

/// A share that the numbers beside it contradict.
#[derive(Clone, Debug)]
pub struct WrongShare {
    /// What says it, in the document.
    pub span: Span,
    /// How exactly it is told.
    pub bound: Bound,
    /// The part.
    pub part: (i64, Span),
    /// The total.
    pub total: (i64, Span),
    /// The percentage that they give, with as many decimals as were told.
    pub exact: String,
    /// The percentage is written with digits and %, so that it may be replaced.
    pub in_digits: bool,
}

const OVER: [&str; 6] = ["超过", "超", "逾", "突破", "达到了", "高达"];
const NEARLY: [&str; 3] = ["接近", "将近", "近"];
const UNDER: [&str; 3] = ["不足", "不到", "低于"];
/// Words for a half, with what they say of it.
const HALVES: [(&str, Bound); 12] = [
    ("超过一半", Bound::Over),
    ("超过半数", Bound::Over),
    ("一半以上", Bound::Over),
    ("半数以上", Bound::Over),
    ("过半数", Bound::Over),
    ("超半数", Bound::Over),
    ("超一半", Bound::Over),
    ("过半", Bound::Over),
    ("近一半", Bound::Nearly),
    ("近半数", Bound::Nearly),
    ("不足一半", Bound::Under),
    ("不到一半", Bound::Under),
];

/// All shares that a passage tells, with or without the numbers they come from, in order.
pub fn said_shares(passage: &Passage) -> Vec<Said> {
    let text = passage.text();
    let figures = passage.figures().iter().enumerate();
    let mut said: Vec<Said> = figures.filter_map(|(n, figure)| of_figure(text, n, figure)).collect();
    if text.contains('半') {
        for (word, bound) in HALVES {
            // 超过半数 holds 过半数.
            let alone = |at: &usize| !said.iter().any(|other| other.span.start <= *at && *at < other.span.end);
            let places: Vec<usize> = text.match_indices(word).map(|(at, _)| at).filter(alone).collect();
            for at in places {
                let before = passage.figures().partition_point(|figure| figure.span.start < at);
                let span = Span::new(at, at + word.len());
                said.push(Said { span, value: Decimal::integer(50), bound, before, start: at });
            }
        }
        said.sort_by_key(|said| said.start);
    }
    said
}

fn of_figure(text: &str, n: usize, figure: &Figure) -> Option<Said> {
    let tenths = match figure.unit {
        "%" => false,
        // 组成、三成员
        "成" if !text[figure.whole.end..]
            .starts_with(['员', '立', '果', '效', '为', '功', '熟', '就', '绩', '本', '交']) =>
        {
            true
        }
        _ => return None,
    };
    let value = if tenths { figure.value.times(10)? } else { figure.value };
    let (lead, tail) = (&text[..figure.span.start], &text[figure.whole.end..]);
    let word = |words: &[&str]| words.iter().find(|word| lead.ends_with(**word)).map(|word| word.len());
    let rough = text[figure.span.end..figure.whole.end].contains(['余', '多', '来']);
    let (bound, length) = match (word(&OVER), word(&NEARLY), word(&UNDER)) {
        _ if tail.starts_with("以上") => (Bound::Over, 0),
        (Some(length), ..) => (Bound::Over, length),
        (_, Some(length), _) => (Bound::Nearly, length),
        (.., Some(length)) => (Bound::Under, length),
        _ if tenths || figure.approximate || rough => (Bound::About, 0),
        _ if lead.ends_with(['约', '以']) => (Bound::About, 0),
        _ => (Bound::Exact, 0),
    };
    let span = Span::new(figure.span.start - length, figure.whole.end);
    Some(Said { span, value, bound, before: n, start: span.start })
}

/// The shares of a passage whose part and total stand beside them and give another one.
pub fn wrong_shares(passage: &Passage) -> Vec<WrongShare> {
    let said = said_shares(passage);
    let pairs: Vec<(Said, usize, Option<usize>)> = said
        .iter()
        .enumerate()
        .filter_map(|(n, share)| part_of(passage, &said, n).map(|(part, total)| (*share, part, total)))
        .collect();
    let parts: Vec<usize> = pairs.iter().map(|(_, part, _)| *part).collect();
    let wrong = pairs.iter().filter_map(|&(share, part, total)| check(passage, share, part, total, &parts));
    let wrong: Vec<WrongShare> = wrong.collect();
    // Several shares that are all of another total: that one is not told here.
    let shares = |sentence: Span| pairs.iter().filter(|(said, ..)| sentence.contains(said.span)).count();
    let all_wrong = pairs.first().is_some_and(|(said, ..)| {
        let all = shares(passage.sentence(said.span.start));
        all >= 3 && all == wrong.len() && pairs.len() == all
    });
    if all_wrong { vec![] } else { wrong }
}

/// The figure that a share is told of, and the total where it is named with it (占总数32件的16%).
fn part_of(passage: &Passage, said: &[Said], n: usize) -> Option<(usize, Option<usize>)> {
    let (share, text, figures) = (said[n], passage.text(), passage.figures());
    let last = share.before.checked_sub(1)?;
    let is_count =
        |n: usize| figures.get(n).is_some_and(|figure| figure.kind == FigureKind::Count && !figure.approximate);
    let words = |n: usize, end: usize| text.get(figures[n].whole.end..end).unwrap_or("");
    if is_count(last) {
        let lead = words(last, share.start);
        if lead.contains("分别") && divides(lead) {
            // 27件、5件，分别占84%、26%: as many counts as there are shares in the row.
            let row = row(passage, said, n);
            let first = share.before.checked_sub(row)?;
            return (row > 1 && (first..share.before).all(is_count)).then_some((first, None));
        }
        if lead.starts_with('的') && last > 0 && is_count(last - 1) && ties(words(last - 1, figures[last].span.start))
        {
            return Some((last - 1, Some(last)));
        }
        // 362条，超七成。: nothing else that it could be a share of.
        let rough = !matches!(share.bound, Bound::Exact | Bound::About);
        let ends = text[share.span.end..].starts_with([',', '。']);
        let lone = rough && ends && words(last, share.span.start) == ",";
        return (lone || ties(lead)).then_some((last, None));
    }
    // The second of a row: its part is as far behind the first one's as the share is.
    let first =
        (0..n).rev().find(|&first| row(passage, said, first) > n - first && begins_row(passage, said, first))?;
    let count = row(passage, said, first);
    let start = said[first].before.checked_sub(count)?;
    (start..said[first].before).all(is_count).then_some((start + (n - first), None))
}

/// How many shares follow one another from the share `n` on, with nothing but 、 and the like between them.
fn row(passage: &Passage, said: &[Said], n: usize) -> usize {
    let joined = |pair: &[Said]| {
        let between = passage.text().get(pair[0].span.end..pair[1].span.start).unwrap_or("。");
        matches!(between, "、" | "," | "和" | "及" | "与" | ";")
    };
    1 + said[n..].windows(2).take_while(|pair| joined(pair)).count()
}

/// Whether the share `n` is the first of a row that 分别 opens.
fn begins_row(passage: &Passage, said: &[Said], n: usize) -> bool {
    let Some(last) = said[n].before.checked_sub(1) else { return false };
    let lead = passage.text().get(passage.figures()[last].whole.end..said[n].start).unwrap_or("");
    lead.contains("分别") && divides(lead)
}

/// Words that tell a share between a part and the percentage.
const SHARE: [&str; 4] = ["占", "比例", "比重", "比率"];
/// Words that name a total which stands elsewhere.
const OUTSIDE: [&str; 17] = [
    "全县", "全市", "全区", "全省", "全州", "全旗", "全镇", "全乡", "全国", "上年", "去年", "同期", "累计", "历年",
    "增", "提", "下降",
];

/// Whether the words between a number and a percentage say that it is the share of that number: `，占比`, `占`, `(占`.
fn ties(lead: &str) -> bool {
    let open = lead.trim_start_matches([',', ';', '(', '、']);
    let marked = open.len() < lead.len();
    if lead == "(" {
        return true;
    }
    let Some(at) = SHARE.iter().filter_map(|word| open.find(word)).min() else { return false };
    let before = &open[..at];
    let near = if marked {
        matches!(before, "" | "约" | "均" | "仅" | "总" | "大约" | "其")
    } else {
        before.chars().count() <= 10
    };
    // 其中5件为土地征收类，占比45.5%
    let named = before.strip_suffix(',').filter(|name| name.starts_with(['为', '是']));
    let words = if named.is_some() { &open[before.len()..] } else { open };
    near && divides(open) && !words.contains([',', ';', '(', ')', ':', '、'])
}

/// Whether words before a percentage speak of a share of what is told here.
fn divides(lead: &str) -> bool {
    any::holds(lead, &SHARE) && !any::holds(lead, &OUTSIDE)
}

fn check(passage: &Passage, share: Said, part: usize, named: Option<usize>, parts: &[usize]) -> Option<WrongShare> {
    let figures = passage.figures();
    let value = |n: usize| figures[n].value.as_i64();
    let own = value(part)?;
    let total = named.or_else(|| total_of(passage, share, part, parts))?;
    let whole = value(total).filter(|whole| *whole > 0 && !figures[total].approximate)?;
    let fits = |whole: i64| fits(&share, own, whole);
    if fits(whole)
        || share.value > Decimal::integer(100)
        || named.is_none() && explained(passage, share, part, parts, &fits)
    {
        return None;
    }
    let place = |n: usize| passage.place(figures[n].span);
    let written = &passage.text()[share.span.range()];
    Some(WrongShare {
        span: passage.place(share.span),
        bound: share.bound,
        part: (own, place(part)),
        total: (whole, place(total)),
        exact: percent(own, whole, if share.bound == Bound::Exact { share.value.scale() } else { 1 }),
        in_digits: written.starts_with(|c: char| c.is_ascii_digit()),
    })
}

/// Whether another number of the paragraph, the sum of two of the sentence, or of all parts explains a share.
fn explained(passage: &Passage, share: Said, part: usize, parts: &[usize], fits: &dyn Fn(i64) -> bool) -> bool {
    let figures = passage.figures();
    let counts = |range: std::ops::Range<usize>| -> Vec<i64> {
        let counts = range.filter(|&n| n != part && counts_as(&figures[n], &figures[part]));
        counts.filter_map(|n| figures[n].value.as_i64()).collect()
    };
    let near = passage.figures_in(passage.sentence(share.start));
    let of_sentence = counts(near.clone());
    let sum = parts.iter().filter(|n| near.contains(n)).filter_map(|&n| figures[n].value.as_i64());
    let sum = sum.fold(0, i64::saturating_add);
    let pairs = of_sentence.iter().take(24).enumerate();
    let mut pairs = pairs.flat_map(|(n, a)| of_sentence[n + 1..].iter().take(24).map(move |b| a.saturating_add(*b)));
    // More than half of something is nearly every number.
    if share.bound != Bound::Exact {
        return of_sentence.iter().any(|number| fits(*number));
    }
    counts(0..figures.len()).into_iter().any(fits) || (parts.len() > 1 && fits(sum)) || pairs.any(fits)
}

/// Words before a number that make it a total.
const TOTALS: [&str; 16] = [
    "共", "总", "合计", "累计", "收到", "受理", "公开", "发布", "办理", "答复", "办结", "新收", "接到", "推送", "制发",
    "承办",
];
/// Words before a number that is no total of this year.
const NO_TOTAL: [&str; 8] = ["上年", "去年", "同期", "结转", "较", "增加", "减少", "以来"];

/// The total of a part: the nearest number of its kind before it in the sentence that is told as one, or one behind.
fn total_of(passage: &Passage, share: Said, part: usize, parts: &[usize]) -> Option<usize> {
    let (figures, text) = (passage.figures(), passage.text());
    let sentence = passage.figures_in(passage.sentence(share.start));
    let fits = |n: &usize| {
        let lead = passage.lead(*n);
        counts_as(&figures[*n], &figures[part])
            && figures[*n].kind == FigureKind::Count
            && figures[*n].value >= figures[part].value
            && !parts.contains(n)
            && !any::holds(lead, &NO_TOTAL)
    };
    let divided = |n: usize| {
        let behind = &text[figures[n].whole.end..figures[part].span.start];
        behind.contains("其中") || behind.contains("中,")
    };
    let told = |n: &usize| {
        let lead = passage.lead(*n);
        !lead.starts_with("其中") && any::holds(lead, &TOTALS)
    };
    let before = (sentence.start..part).rev().filter(fits).find(|n| told(n) || divided(*n));
    let behind = || {
        let closes = |n: &usize| any::begins(passage.lead(*n), &["共", "合计", "总计", "总数"]);
        (part + 1..sentence.end).filter(fits).find(closes)
    };
    before.or_else(behind)
}

/// Whether a share may be told of a part in a total.
fn fits(share: &Said, part: i64, whole: i64) -> bool {
    if whole <= 0 || part > whole {
        return false;
    }
    let exact = part as f64 * 100.0 / whole as f64;
    let said = share.value.to_f64();
    match share.bound {
        Bound::Exact => agrees(share.value, part, whole),
        Bound::Over => exact >= said - 0.05,
        Bound::Nearly => exact <= said + 0.05 && exact >= said - 5.05,
        Bound::Under => exact <= said + 0.05,
        Bound::About => (said - 5.0..=said + 10.0).contains(&exact),
    }
}
