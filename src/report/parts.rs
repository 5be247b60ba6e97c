//! A total and the parts that a sentence lists of it: 共164件，其中……。
//!
//! Lists of parts are often not complete, so that a sum alone proves little. What makes a list complete, and which
//! differences are worth a word, follows counts of 145 lists in real reports: those that close with 其他, that split by
//! channel, that stand in brackets right behind their total, were exact in nine cases of ten; of plain lists a fifth
//! fell short for good reasons, and those of four items or fewer say nothing.
use crate::text::{
    Span,
    fold::Folded,
    number::{Figure, FigureKind, figures},
};

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
    /// What comes of comparing the two.
    pub verdict: Verdict,
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

/// Words that open a list of parts.
const OPENERS: [&str; 9] = ["其中", "具体包括", "主要包括", "包括", "分别为", "分别是", "分别", "具体为", "涉及"];
/// Words that say that more is left out.
const OPEN: [&str; 4] = ["主要", "重点", "涉及", "等"];
/// What a total is split by when it is split by channel, or by who asked.
const CHANNELS: [&str; 33] = [
    "网站",
    "微信",
    "微博",
    "公众号",
    "公开栏",
    "公示栏",
    "宣传栏",
    "公告栏",
    "电子屏",
    "信函",
    "信件",
    "邮件",
    "邮寄",
    "当面",
    "现场",
    "网络",
    "网上",
    "在线",
    "传真",
    "平台",
    "新媒体",
    "客户端",
    "抖音",
    "头条",
    "电视",
    "报刊",
    "公报",
    "线上",
    "线下",
    "自然人",
    "法人",
    "其他方式",
    "其他渠道",
];
/// Words for the rest of a total.
const REST: [&str; 3] = ["其他", "其余", "其它"];
/// Words for what was carried over, which stands beside a total or in it.
const CARRIED: [&str; 6] = ["结转", "顺延", "转下年", "转结", "转接", "跨年"];
/// Words that begin another matter behind a list.
const STOPS: [&str; 8] = ["办结", "答复", "共计", "合计", "加上", "另有", "正在办理", "办理完毕"];
/// Units that lists of published information mix.
const MIXED: [&str; 7] = ["条", "件", "篇", "份", "个", "则", "项"];

/// Finds the totals of a text that have a list of parts. Spans are shifted by `base`.
pub fn breakdowns(text: &str, base: usize) -> Vec<Breakdown> {
    let folded = Folded::new(text);
    let whole = folded.text();
    let figures = figures(whole, 0);
    let mut found: Vec<Breakdown> = vec![];
    for (n, total) in figures.iter().enumerate().filter(|(_, figure)| figure.kind == FigureKind::Count) {
        // 同比增加30条，其中……: what is divided stands before it.
        let lead: String = whole[..total.span.start].chars().rev().take(4).collect();
        if ["加增", "少减", "长增", "降下", "升上", "多"].iter().any(|word| lead.starts_with(word)) {
            continue;
        }
        let Some(list) = list_behind(whole, total, figures.get(n + 1)) else { continue };
        let mut items = items(whole, &figures[n + 1..], total, &list);
        if items.len() < 2 {
            continue;
        }
        let Some(value) = total.value.as_i64() else { continue };
        items.truncate(complete(&items, value));
        let Some(sum) = items.iter().map(|item| item.figure.value.as_i64()).sum::<Option<i64>>() else { continue };
        let verdict = verdict(whole, total, value, sum, &items, &list);
        let place = |span| folded.source(span).shift(base);
        let items = items.iter().map(|item| place(item.figure.span)).collect();
        found.push(Breakdown { total: place(total.span), value, items, sum, verdict });
    }
    found
}

/// The text of a list.
struct List {
    span: Span,
    /// It stands in brackets or behind a colon, right behind its total.
    attached: bool,
    /// The opening word says that the list is open (主要包括) or complete (分别为).
    opener: &'static str,
}

/// An item of a list: a clause with one figure.
struct Item<'a> {
    clause: &'a str,
    figure: Figure,
    /// 、 stands before it.
    listed: bool,
}

/// The list that stands behind a total: `，其中`, `。其中`, `（……）`, `：……`.
fn list_behind(text: &str, total: &Figure, next: Option<&Figure>) -> Option<List> {
    // What is counted may stand between: 277条政府信息公开申请，其中……
    let noun: usize =
        text[total.whole.end..].chars().take_while(|c| !",。;:()、".contains(*c)).take(16).map(char::len_utf8).sum();
    let noun_has_figure = next.is_some_and(|next| next.span.start < total.whole.end + noun);
    let rest = &text[total.whole.end + if noun_has_figure { 0 } else { noun }..];
    let bracket = rest.starts_with('(');
    let colon = rest.starts_with(':');
    let lead = rest.trim_start_matches([',', '。', ';', ':', '(', '、']);
    let start = text.len() - lead.len();
    // A new sentence may only go on with 其中; any other word begins another matter.
    let full_stop = rest.starts_with('。');
    let word = OPENERS.iter().find(|word| lead.starts_with(**word)).copied();
    let end = list_end(text, start, bracket);
    let list = |start, attached, opener| Some(List { span: Span::new(start, end), attached, opener });
    match word {
        Some(word) if !full_stop || word == "其中" => list(start + word.len(), bracket || colon, word),
        _ if (bracket || colon) && next.is_some_and(|next| next.span.start < end) => list(start, true, ""),
        _ => None,
    }
}

/// Where a list ends: at the full stop, or at the bracket that closes the one it stands in.
fn list_end(text: &str, start: usize, bracket: bool) -> usize {
    let mut depth = i32::from(bracket);
    for (at, c) in text[start..].char_indices() {
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
    text.len()
}

/// The items of a list: clause by clause, each with a count of the total's kind; the first clause that is none ends it.
/// What stands in brackets inside belongs to the item before.
fn items<'a>(text: &'a str, figures: &[Figure], total: &Figure, list: &List) -> Vec<Item<'a>> {
    let mut items: Vec<Item> = vec![];
    for clause in clauses(text, list.span) {
        let words = &text[clause.range()];
        let outside =
            |figure: &&Figure| clause.contains(figure.span) && depth(&text[clause.start..figure.span.start]) == 0;
        let inside: Vec<&Figure> = figures.iter().filter(outside).collect();
        let counts: Vec<&&Figure> = inside.iter().filter(|figure| counts_as(figure, total)).collect();
        let nested = !items.is_empty() && OPENERS.iter().any(|word| words.starts_with(word));
        let carried = CARRIED.iter().chain(&STOPS).any(|word| words.contains(word));
        // A figure with a list of its own is another total: 行政诉讼4件，其中……
        let lists_on = inside.last().is_some_and(|figure| {
            let behind = text[figure.whole.end..].trim_start_matches([',', ':', ';']);
            text[figure.whole.end..].starts_with([',', ':', ';']) && behind.starts_with("其中")
        });
        match counts[..] {
            _ if lists_on => break,
            [] if items.is_empty() && inside.is_empty() => {}
            [one] if !nested && !carried => {
                let listed = text[..clause.start].ends_with('、');
                items.push(Item { clause: words, figure: **one, listed });
            }
            _ => break,
        }
    }
    items
}

/// How many of the items are the list: where those that 、 joins add up to the total exactly, what stands behind a comma
/// is another matter (其中镇政府2件、党政办4件，现行有效12件). In a list with commas throughout the same may be chance.
fn complete(items: &[Item], value: i64) -> usize {
    let channel = |item: &Item| CHANNELS.iter().any(|word| item.clause.contains(word));
    let rest = |item: &Item| REST.iter().any(|word| item.clause.starts_with(word));
    let mut sum = Some(0i64);
    for (n, item) in items.iter().enumerate() {
        let joined = n >= 2 && items[1..n].iter().all(|item| item.listed);
        let goes_on = item.listed || rest(item) || items[..=n].iter().all(channel);
        if joined && value > 0 && sum == Some(value) && !goes_on {
            return n;
        }
        sum = sum.and_then(|sum| sum.checked_add(item.figure.value.as_i64()?));
    }
    items.len()
}

/// Whether a figure can be a part of a total: the same unit, or one that lists of the same matter mix.
fn counts_as(figure: &Figure, total: &Figure) -> bool {
    let mixed = |unit: &str| MIXED.contains(&unit);
    let same =
        figure.unit == total.unit || (mixed(figure.unit) && mixed(total.unit)) || figure.kind == FigureKind::Bare;
    same && matches!(figure.kind, FigureKind::Count | FigureKind::Bare)
}

/// The clauses of a list, divided outside of brackets.
fn clauses(text: &str, list: Span) -> Vec<Span> {
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

fn verdict(text: &str, total: &Figure, value: i64, sum: i64, items: &[Item], list: &List) -> Verdict {
    let tail = items.last().map_or("", |item| item.clause);
    let behind = &text[items.last().map_or(list.span.end, |item| item.figure.whole.end)..];
    let open = OPEN.iter().any(|word| list.opener.contains(word)) || behind.starts_with('等') || tail.contains("等等");
    // 其余通过公示栏公开: a part without a number.
    let untold = items.last().map_or("", |item| &text[item.figure.whole.end.min(list.span.end)..list.span.end]);
    let open = open || ["其余", "其他", "其它", "余下"].iter().any(|word| untold.contains(word));
    let rough = total.approximate || items.iter().any(|item| item.figure.approximate);
    if sum == value {
        return Verdict::Exact;
    }
    if rough || open || explained_by_carried(text, value, sum, total, list) {
        return Verdict::Silent;
    }
    // 其他处理, 其他结果 are kinds of their own.
    let kind = ["处理", "结果"].iter().any(|word| REST.iter().any(|rest| tail.contains(&[*rest, *word].concat())));
    let rest = !kind && REST.iter().any(|word| tail.contains(word));
    let channels = items.iter().all(|item| CHANNELS.iter().any(|word| item.clause.contains(word)));
    if rest || channels || list.attached || list.opener.starts_with("分别") {
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
    let start = text[..total.span.start].rfind('。').map_or(0, |at| at + '。'.len_utf8());
    let end = text[list.span.end..].find('。').map_or(text.len(), |at| list.span.end + at);
    let carried = clauses(text, Span::new(start, end)).into_iter().map(|clause| &text[clause.range()]);
    let carried = carried.filter(|clause| CARRIED.iter().any(|word| clause.contains(word)));
    let numbers = carried.flat_map(|clause| figures(clause, 0)).filter_map(|figure| figure.value.as_i64());
    numbers.into_iter().any(|other| other == (sum - value).abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdicts(text: &str) -> Vec<(i64, i64, Verdict)> {
        breakdowns(text, 0).iter().map(|one| (one.value, one.sum, one.verdict)).collect()
    }

    #[test]
    fn complete_lists_must_add_up() {
        for text in [
            "共公开信息100条，其中工作动态41条、公示公告35条；其他28条。",
            "收到申请52件，其中信函43件、电子邮件8件、在线2件。",
            "承办提案34件（主办12件，会办12件）。",
            "公开信息30条：网站12条，微信公众号10条。",
            "行政复议、诉讼共9件，分别为维持4件、纠正2件。",
        ] {
            assert!(matches!(verdicts(text)[..], [(_, _, Verdict::Wrong)]), "{text} {:?}", verdicts(text));
        }
    }

    #[test]
    fn open_and_rough_lists_say_nothing() {
        for text in [
            "发布信息743条，其中政策文件26条，政策解读19条，回应关切61条。",
            "发布信息512条，其中行政处罚207条、动态信息158条等。",
            "公开信息260余条，其中网站110余条，新媒体90余条，其他方式50余条。",
            "发布信息100条，主要包括动态90条、公告8条、通知1条、公示1条、简介1条。",
            "受理申请40件，其中信函20件、网络25件，另含上年结转5件。",
        ] {
            assert!(verdicts(text).iter().all(|(_, _, verdict)| *verdict == Verdict::Silent), "{text}");
        }
        assert_eq!(verdicts("全年推送91期386条，其中普法信息55条。"), []);
    }

    #[test]
    fn parts_that_exceed_the_whole_are_told() {
        assert_eq!(verdicts("公开信息48条，其中动态28条，公告11条，征集9条，解读10条。"), [(48, 58, Verdict::TooMuch)]);
        assert_eq!(
            verdicts("公开信息100件。其中，机构职能10条，领导信息20条，工作进展30条，公告30条，总结9条。"),
            [(100, 99, Verdict::NearlyAll)]
        );
    }

    #[test]
    fn each_level_of_a_nested_list_stands_alone() {
        let text = "公开364条，其中：政府网站204条（其中领导信息3条，预算18条，公告9条，提案62条，其他121条）；微信公众号160条。";
        assert_eq!(verdicts(text), [(364, 364, Verdict::Exact), (204, 213, Verdict::Wrong)]);
        let text = "提案61件，其中建议34件（主办12件，会办22件），提案27件（主办9件，会办18件）。";
        assert!(verdicts(text).iter().all(|(_, _, verdict)| *verdict == Verdict::Exact), "{:?}", verdicts(text));
    }

    #[test]
    fn what_is_counted_may_stand_behind_the_figure() {
        let text =
            "收到277条政府信息公开申请，其中网络申请152条、信函申请70条、当面申请56条，加上上年结转29条，共计306条。";
        assert_eq!(verdicts(text), [(277, 278, Verdict::Wrong)]);
        let text =
            "公开信息563条。其中，通过政府门户网站公开112条，通过政务新媒体公开452条。开展活动2次，邀请代表64人次。";
        assert_eq!(verdicts(text), [(563, 564, Verdict::Wrong)]);
        let text = "新收政府信息公开申请40件，其中自然人申请32件，法人或其他组织申请8件，已办结36件。";
        assert_eq!(verdicts(text), [(40, 40, Verdict::Exact)]);
    }

    #[test]
    fn another_total_ends_a_list() {
        let text = "行政复议2件，其中结果维持0件、结果纠正1件、其他结果1件、尚未审结0件；行政诉讼4件，其中直接起诉1件、复议后起诉3件。";
        assert!(verdicts(text).iter().all(|(_, _, verdict)| *verdict == Verdict::Exact), "{:?}", verdicts(text));
        for text in [
            "收到申请4件，其中网络申请7件、信函申请1件、当面申请2件，已全部办结。",
            "收到申请7件,其中网络申请3件、信函申请2件、当面申请1件,上年结转0件。",
        ] {
            assert!(matches!(verdicts(text)[..], [(_, _, Verdict::Wrong)]), "{text} {:?}", verdicts(text));
        }
    }

    #[test]
    fn what_follows_the_list_is_no_part_of_it() {
        assert_eq!(
            verdicts("公开信息96条。其中：资金分配45条，机构职能38条，其他13条。另有债券信息7条。"),
            [(96, 96, Verdict::Exact)]
        );
        assert_eq!(verdicts("新收申请30件，上年结转3件，已办结31件，结转下年2件。"), []);
        for text in [
            "制定行政规范性文件6件，其中镇政府2件、镇党政办4件，现行有效12件。",
            "公开信息300条，其中网站200条、微信100条，回应关切15条。",
            "公开信息300条，其中网站200条、微信100条，办理留言60件。",
            "公开财政预算信息23条，其中部门预算22条、政府预算1条，公开决算21条。",
        ] {
            assert!(matches!(verdicts(text)[..], [(_, _, Verdict::Exact)]), "{text} {:?}", verdicts(text));
        }
        for text in [
            "公开信息300条，其中网站200条、微信100条，公开栏15条。",
            "公开信息6条，其中公告2条、动态4条、解读3条。",
            "公开信息6条，其中公告2条，动态4条，解读3条。",
            "公开信息6条，其中公告2条、动态4条，其他3条。",
            "收到申请0件，其中信函0件、网络0件，个人3件。",
        ] {
            assert!(
                matches!(verdicts(text)[..], [(_, _, Verdict::Wrong | Verdict::TooMuch)]),
                "{text} {:?}",
                verdicts(text)
            );
        }
    }
}
