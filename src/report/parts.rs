//! A total and the list that divides it: `共164件。其中，机构职能0条，…`.
//!
//! Whether a list has to add up depends on how it is told. Of 145 lists of real reports 112 add up; of those that close
//! (with 其他, by channels, in brackets) nearly all do, of those that only name some parts many do not. So a list
//! that closes is a finding whenever it differs, any other one only where it very likely should add up.
use super::facts::{
    self, Subject,
    scan::{Clause, Kind, Scan, Token, words},
    words::{
        Set,
        Word::{self, *},
    },
};
use crate::text::{
    Span,
    number::{Figure, FigureKind},
};

/// A total with the list that divides it; a list inside the list is one of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breakdown {
    /// The figure that is divided.
    pub total: Part,
    /// The figures of the list, in order, without those of lists inside it.
    pub items: Vec<Part>,
    /// From the total to the last item.
    pub span: Span,
    /// Whether the list says that it is whole.
    pub closed: bool,
    /// What the items add up to.
    pub sum: u64,
    /// Whether that is right.
    pub verdict: Verdict,
}

/// A figure of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// The number.
    pub value: u64,
    /// The figure.
    pub span: Span,
}

/// Whether a list adds up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It does.
    Exact,
    /// It does not, but should: for certain, or unless classes overlap or some are left out.
    Differs {
        /// The list says that it is whole, and all is counted in the same way.
        certain: bool,
    },
    /// It does not and need not: some parts of many, rough numbers, things of different kinds.
    Silent,
}

/// What an item divides its total by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum By {
    /// 网站, 微信; 信函, 当面
    Channel,
    /// 自然人, 企业
    Party,
    /// 予以公开, 维持
    Result,
    /// 已办结, 结转: not a division of its own.
    Status,
    Class,
}

#[derive(Clone, Copy, Debug)]
struct Item {
    figure: Figure,
    value: u64,
    by: By,
    /// 其他, 其余
    rest: bool,
}

/// A list that is being read.
#[derive(Debug)]
struct List {
    total: Item,
    items: Vec<Item>,
    bracket: bool,
    /// 包括: it ends with 和.
    including: bool,
    /// 分别, or ended with 和.
    whole: bool,
    /// 等, 主要
    open: bool,
    /// A list inside it, without a bracket, takes the items that follow.
    cut: bool,
    /// It is such a list: what follows may be items of the outer one.
    loose: bool,
    /// The total counts applications or cases.
    applications: bool,
    /// Its items are kinds of cases.
    of_cases: bool,
}

/// Units of things that are published or handled; a list may mix them.
const DOCUMENTS: &[&str] =
    &["条", "件", "篇", "份", "则", "项", "个", "条次", "篇次", "件次", "件(次)", "条(次)", "宗", "起", "例"];

/// Channels that are not among the words of applications.
const MEDIA: &[&str] = &[
    "微博",
    "抖音",
    "新媒体",
    "公示栏",
    "公开栏",
    "宣传栏",
    "报纸",
    "报刊",
    "电视",
    "广播",
    "公报",
    "头条",
    "显示屏",
    "客户端",
    "APP",
    "媒体",
];

/// How many tokens around a figure, and between a total and its list, are looked at.
const NEAR: usize = 24;

const RESULTS: Set = Set::of(&[
    Granted,
    Partial,
    Denied,
    Unable,
    NotProcessed,
    OtherHandling,
    Withdrawn,
    NotHeld,
    Repeated,
    Upheld,
    Corrected,
    OtherOutcome,
    Undecided,
]);
const STATUS: Set = Set::of(&[Answered, Carry, Turn, Unfinished, Prior]);
const ASKED: Set =
    Set::of(&[Received, NewlyReceived, Accepted, Handled, Answered, Application, AllApplications, Review, Litigation]);
const CASES: Set = Set::of(&[Review, Litigation]);
const OTHER_FACTS: Set = Set::of(&[Received, NewlyReceived, Accepted, Answered, Review, Litigation]);

/// The totals with lists that a paragraph tells, in the order in which they stand; spans are shifted by `base`.
pub fn breakdowns(text: &str, base: usize) -> Vec<Breakdown> {
    let scan = Scan::new(text);
    let figures = scan.tokens.iter().filter(|token| matches!(token.kind, Kind::Figure(_))).count();
    if figures < 3 {
        return vec![];
    }
    let mut reader =
        Reader { scan: &scan, stack: vec![], last: None, before_bracket: vec![], asked: false, done: vec![] };
    for clause in scan.clauses() {
        reader.clause(clause);
    }
    reader.close_all();
    let mut carried_in = None;
    let mut carried = || *carried_in.get_or_insert_with(|| carried_in_of(text));
    let mut found: Vec<_> = reader.done.iter().flat_map(|list| judge(list, &mut carried)).collect();
    for breakdown in &mut found {
        let place = |span| scan.folded.source(span).shift(base);
        breakdown.total.span = place(breakdown.total.span);
        breakdown.span = place(breakdown.span);
        breakdown.items.iter_mut().for_each(|item| item.span = place(item.span));
    }
    found.sort_by_key(|breakdown| (breakdown.total.span, breakdown.span));
    found
}

/// What the paragraph says was carried in: a list of what was received may divide both together.
fn carried_in_of(text: &str) -> u64 {
    let told = facts::facts(text, 0, None);
    told.iter().find(|fact| fact.subject == Subject::CarriedIn).map_or(0, |fact| fact.value)
}

struct Reader<'s, 't> {
    scan: &'s Scan<'t>,
    stack: Vec<Option<List>>,
    /// The last figure, and the index of its token.
    last: Option<(Item, usize)>,
    /// The figures before the brackets that are open: 35件（含上年结转5件），其中… divides the 35.
    before_bracket: Vec<Option<(Item, usize)>>,
    /// Applications or cases are spoken of in the clause of the last figure.
    asked: bool,
    done: Vec<List>,
}

impl Reader<'_, '_> {
    fn clause(&mut self, clause: Clause) {
        let beside = self.last.filter(|(_, at)| at + 2 == clause.start).map(|(item, _)| item);
        match clause.mark {
            '。' | '!' | '?' => self.close_all(),
            '(' => {
                let list = beside.map(|total| List::new(total, true, self.asked));
                self.stack.push(list);
                self.before_bracket.push(self.last);
            }
            ')' => self.close_bracket(),
            ':' => self.stack.extend(beside.map(|total| Some(List::new(total, false, self.asked)))),
            ';' => {
                self.close_inner();
                self.close_behind_rest();
            }
            _ => {}
        }
        let tokens = self.scan.slice(clause.start, clause.end);
        let listed = tokens.iter().any(|token| matches!(token.kind, Kind::Word(Word::List)));
        if !listed && self.leaves_list(tokens) {
            self.close_lists();
        }
        let mut start = clause.start;
        for at in clause.start..clause.end {
            match self.scan.tokens.get(at).map(|token| token.kind) {
                Some(Kind::Word(Word::List)) => {
                    self.open(at);
                    start = at + 1;
                }
                Some(Kind::Figure(figure)) if self.figure(figure, at, start, clause) => start = at + 1,
                _ => {}
            }
        }
    }

    /// Whether a clause begins something else than an item of the list.
    fn leaves_list(&self, tokens: &[Token]) -> bool {
        let Some(Some(list)) = self.stack.last() else { return false };
        let first = tokens.first();
        let begins = matches!(first.map(|token| token.kind), Some(Kind::Word(Sum | ThisYear | Since)));
        let further = first.is_some_and(|token| self.scan.text(token).starts_with(['另', '此', '同', '还']));
        let set = words(tokens);
        let other = if list.applications { CASES } else { OTHER_FACTS };
        let other = set.meets(other) && !list.items.is_empty() && !list.of_cases;
        !list.bracket && (begins || further || other)
    }

    /// 其中: divides the nearest figure before it.
    fn open(&mut self, at: usize) {
        let word = self.scan.tokens.get(at).map_or("", |token| self.scan.text(token));
        let Some((total, place)) = self.last else { return };
        // 包括 may stand anywhere; only near its figure does it divide it.
        let near = self.scan.slice(place + 1, at.min(place + NEAR + 2));
        let marks = near.iter().filter(|token| matches!(token.kind, Kind::Mark(_))).count();
        // Behind a full stop it divides only where it begins the sentence.
        let stop = near.iter().rposition(|token| matches!(token.kind, Kind::Mark('。' | '!' | '?')));
        let inside = stop.is_some_and(|stop| stop + 1 < near.len());
        if inside || near.len() > NEAR || marks > if word == "其中" { 3 } else { 1 } {
            return;
        }
        let open = near.iter().any(|token| self.scan.text(token).contains("主要"));
        let inner = match self.stack.last_mut() {
            Some(Some(list)) if list.items.is_empty() && list.total.figure == total.figure => {
                list.open |= open;
                return;
            }
            // A list inside a list that no bracket ends.
            Some(Some(list)) => {
                list.cut = true;
                true
            }
            _ => false,
        };
        let list = List::new(total, false, self.asked);
        self.stack.push(Some(List { open, loose: inner, including: word != "其中", ..list }));
    }

    /// Takes up a figure: as an item of the list that is open, and as what the next list may divide.
    fn figure(&mut self, figure: Figure, at: usize, start: usize, clause: Clause) -> bool {
        let label = self.scan.slice(start, at);
        let next = self.scan.tokens.get(at + 1).filter(|_| at + 1 < clause.end);
        let ends = next.is_none_or(|token| matches!(token.kind, Kind::Mark(_)));
        let counted = figure.kind == FigureKind::Count || figure.kind == FigureKind::Bare && ends && !label.is_empty();
        let set = words(label);
        let value = figure.value.as_i64().and_then(|value| u64::try_from(value).ok());
        let Some(value) = value.filter(|_| counted && !set.has(Compare)) else { return false };
        let behind = self.scan.slice(at + 1, (at + 4).min(clause.end));
        let item = Item { figure, value, by: self.divides_by(label, behind), rest: self.is_rest(label) };
        // 174期603条: posts and issues of the same thing.
        let twin = self.last.filter(|(_, last)| last + 1 == at).map(|(item, _)| item);
        if twin.is_some_and(|twin| is_document(&twin) && !is_document(&item)) {
            return true;
        }
        if let Some(Some(list)) = self.stack.last_mut() {
            let last = list.including && matches!(label.first().map(|token| token.kind), Some(Kind::Word(And)));
            list.whole |= last || set.has(Respectively);
            list.open |= set.has(Each) || next.is_some_and(|token| self.scan.text(token) == "等");
            list.of_cases |= set.meets(CASES);
            if twin.is_some() {
                list.items.pop();
            }
            list.items.push(item);
        }
        // 新收30件，上年结转2件，其中…: what follows divides the 30, or both.
        let carried = item.by == By::Status && !set.has(Answered) && self.asked;
        let (from, to) = (clause.start.max(at.saturating_sub(NEAR)), clause.end.min(at + NEAR));
        self.asked = words(self.scan.slice(from, to)).meets(ASKED) || carried;
        if !carried || self.last.is_none() {
            self.last = Some((item, at));
        }
        true
    }

    fn divides_by(&self, label: &[Token], behind: &[Token]) -> By {
        let set = if label.is_empty() { words(behind) } else { words(label) };
        let media = |token: &Token| MEDIA.iter().any(|medium| self.scan.text(token).contains(medium));
        if set.meets(RESULTS) {
            By::Result
        } else if set.meets(STATUS) {
            By::Status
        } else if set.has(Channel) || label.iter().any(media) {
            By::Channel
        } else if set.has(Party) {
            By::Party
        } else {
            By::Class
        }
    }

    /// 其他…13条, 其余28条
    fn is_rest(&self, label: &[Token]) -> bool {
        let (Some(first), Some(last)) = (label.first(), label.last()) else { return false };
        let text = self.scan.folded.text().get(first.span.join(last.span).range()).unwrap_or("");
        text.contains("其他") || text.contains("其它") || words(label).has(Rest)
    }

    fn finish(&mut self, list: Option<Option<List>>) {
        self.done.extend(list.flatten().filter(|list| !list.items.is_empty()));
    }

    fn close_all(&mut self) {
        while let Some(list) = self.stack.pop() {
            self.finish(Some(list));
        }
    }

    /// Closes the lists that no bracket holds, up to the innermost bracket.
    fn close_lists(&mut self) {
        while self.stack.last().is_some_and(|list| list.as_ref().is_some_and(|list| !list.bracket)) {
            let list = self.stack.pop();
            self.finish(list);
        }
    }

    fn close_bracket(&mut self) {
        self.close_lists();
        let list = self.stack.pop();
        self.finish(list);
        self.last = self.before_bracket.pop().unwrap_or(self.last);
    }

    /// Nothing follows 其他 n 条 but a semicolon or the end.
    fn close_behind_rest(&mut self) {
        let ended = |list: &List| !list.bracket && list.items.last().is_some_and(|item| item.rest);
        if self.stack.last().is_some_and(|list| list.as_ref().is_some_and(ended)) {
            let list = self.stack.pop();
            self.finish(list);
        }
    }

    /// A semicolon ends a list inside a list.
    fn close_inner(&mut self) {
        let [.., Some(outer), Some(inner)] = &mut self.stack[..] else { return };
        if !inner.bracket {
            (outer.cut, inner.loose) = (false, false);
            let list = self.stack.pop();
            self.finish(list);
        }
    }
}

impl List {
    fn new(total: Item, bracket: bool, applications: bool) -> Self {
        Self {
            total,
            items: vec![],
            bracket,
            including: false,
            whole: false,
            open: false,
            cut: false,
            loose: false,
            applications,
            of_cases: false,
        }
    }
}

fn is_document(item: &Item) -> bool {
    item.figure.unit.is_empty() || DOCUMENTS.contains(&item.figure.unit)
}

/// The breakdowns of a list: one, or for applications one for each way in which they are divided.
fn judge(list: &List, carried_in: &mut impl FnMut() -> u64) -> Vec<Breakdown> {
    let of = |kinds: &[By]| list.items.iter().filter(|item| kinds.contains(&item.by)).copied().collect::<Vec<_>>();
    if !list.applications {
        return vec![verdict(list, &list.items)];
    }
    use By::*;
    // Ways to sort the items; the one with the most sums that are right, of several the last.
    let ways: [&[&[By]]; 4] = [
        &[&[Channel, Party, Class, Result]],
        &[&[Channel, Party, Class], &[Result]],
        &[&[Channel], &[Party], &[Class], &[Result]],
        &[&[Channel], &[Party], &[Class, Result]],
    ];
    let exact = |way: &&&[&[By]]| {
        let groups = way.iter().map(|kinds| of(kinds)).filter(|items| !items.is_empty());
        groups.filter(|items| verdict(list, items).verdict == Verdict::Exact).count()
    };
    let way = ways.iter().max_by_key(exact).copied().unwrap_or(&[]);
    let mut found = vec![];
    for items in way.iter().map(|kinds| of(kinds)).filter(|items| !items.is_empty()) {
        let mut told = verdict(list, &items);
        if told.verdict != Verdict::Exact {
            // What was received may be divided with what was carried in, its results with what is not answered yet.
            let status = add(list.items.iter().filter(|item| item.by == By::Status));
            let (sum, total) = (told.sum, told.total.value);
            let all = total.saturating_add(carried_in());
            if sum == all || sum.saturating_add(status) == all || sum.saturating_add(status) == total {
                told.verdict = Verdict::Silent;
            }
        }
        found.push(told);
    }
    found
}

fn add<'a>(items: impl Iterator<Item = &'a Item>) -> u64 {
    items.fold(0, |sum, item| sum.saturating_add(item.value))
}

/// Whether `items`, those of `list` or some of them, add up to its total.
fn verdict(list: &List, items: &[Item]) -> Breakdown {
    let part = |item: &Item| Part { value: item.value, span: item.figure.span };
    let unit = list.total.figure.unit;
    let (total, sum) = (list.total.value, add(items.iter()));
    let documents = add(items.iter().filter(|item| is_document(item)));
    let several = items.len() > 1;
    let all_by = |by: By| items.iter().all(|item| item.by == by);
    let split = all_by(By::Channel) || all_by(By::Party);
    let rest = items.iter().any(|item| item.rest);
    // The official names close a list only where most of them are there.
    let closes = if all_by(By::Result) { items.len() >= 4 } else { rest || split || list.whole || list.bracket };
    let closed = several && !list.open && closes;

    let rough = list.total.figure.approximate || items.iter().any(|item| item.figure.approximate);
    let kind = |item: &Item| if is_document(&list.total) { is_document(item) } else { item.figure.unit == unit };
    let other_kinds = !items.iter().all(kind);
    let one_unit = items.iter().all(|item| items.first().is_some_and(|first| first.figure.unit == item.figure.unit));
    let near = sum.saturating_mul(10) >= total.saturating_mul(9);
    let verdict = match () {
        () if sum == total || documents == total && several => Verdict::Exact,
        () if rough || list.loose || list.cut && sum < total || other_kinds || !several => Verdict::Silent,
        () if closed => Verdict::Differs { certain: one_unit && (rest || near) },
        () if !list.open && one_unit && sum > total => Verdict::Differs { certain: false },
        () if !list.open && near && items.len() >= 5 => Verdict::Differs { certain: false },
        () => Verdict::Silent,
    };
    let last = items.last().map_or(list.total.figure.whole, |item| item.figure.whole);
    Breakdown {
        total: part(&list.total),
        items: items.iter().map(part).collect(),
        span: list.total.figure.span.join(last),
        closed,
        sum,
        verdict,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each breakdown on one line: `61 = 34+27 exact`.
    fn read(text: &str) -> Vec<String> {
        let line = |told: &Breakdown| {
            let items: Vec<_> = told.items.iter().map(|item| item.value.to_string()).collect();
            let verdict = match told.verdict {
                Verdict::Exact => "exact",
                Verdict::Differs { certain: true } => "wrong",
                Verdict::Differs { certain: false } => "doubtful",
                Verdict::Silent => "silent",
            };
            assert_eq!(told.sum, told.items.iter().map(|item| item.value).sum());
            format!("{} = {} {verdict}", told.total.value, items.join("+"))
        };
        breakdowns(text, 0).iter().map(line).collect()
    }

    fn check(cases: &[(&str, &[&str])]) {
        for (text, lists) in cases {
            assert_eq!(read(text), *lists, "{text}");
        }
    }

    #[test]
    fn lists_that_close_have_to_add_up() {
        check(&[
            ("公开信息18条，其中规划类4条，业务类3条，其他11条。", &["18 = 4+3+11 exact"]),
            ("公开信息18条，其中规划类4条，业务类3条；其他类12条。", &["18 = 4+3+12 wrong"]),
            ("发布信息300条，其中网站200条、微信公众号90条。", &["300 = 200+90 wrong"]),
            ("收到申请52件，其中信函43件、电子邮件8件、当面1件。", &["52 = 43+8+1 exact"]),
            ("主动公开信息26条，包括政策文件20条、工作动态2条和公告5条。", &["26 = 20+2+5 wrong"]),
            ("承办提案34件（主办12件，会办12件）。", &["34 = 12+12 doubtful"]),
            ("全年公开信息总数17条：动态12条，预算4条，其他1条。", &["17 = 12+4+1 exact"]),
            ("公开信息11条，其中政策8条、文件2件、其他1件。", &["11 = 8+2+1 exact"]),
            ("公开信息20条，内有文件10、通知4、公告1、其他5；公开指南1份。", &["20 = 10+4+1+5 exact"]),
        ]);
    }

    #[test]
    fn lists_that_do_not_close_are_doubted_or_left() {
        check(&[
            ("公开信息48条，其中动态28条，公告11条，解读10条。", &["48 = 28+11+10 doubtful"]),
            ("公开信息100条，其中甲类50条，乙类20条，丙类10条，丁类10条，戊类5条。", &["100 = 50+20+10+10+5 doubtful"]),
            ("公开信息743条，其中政策文件26条，政策解读19条。", &["743 = 26+19 silent"]),
            ("公开信息512条，其中处罚公示307条、动态信息258条等。", &["512 = 307+258 silent"]),
            ("公开信息40条，主要包括动态28条、公告20条。", &["40 = 28+20 silent"]),
            ("公开信息260余条，其中网站110余条，其他50余条。", &["260 = 110+50 silent"]),
            ("发布信息4.1万条，其中网站2万条，微信2万条。", &["41000 = 20000+20000 silent"]),
            ("公众号推送91期386条，其中普法信息55条。", &["386 = 55 silent"]),
            ("公开信息200条，其中阅读量10000次、其他2条。", &["200 = 10000+2 silent"]),
        ]);
    }

    #[test]
    fn a_list_is_found_where_it_stands() {
        check(&[
            ("公开信息共164件。其中，机构职能0条，工作进展104条，其他103条。", &["164 = 0+104+103 wrong"]),
            ("公开信息96条。其中：资金45条，职能38条，其他13条。债券信息另有7条。", &["96 = 45+38+13 exact"]),
            ("公开信息9条，其中规划4条，其他5条；共维护专栏13个。", &["9 = 4+5 exact"]),
            ("公开信息9条，其中规划4条，其他5条，收到申请3件。", &["9 = 4+5 exact"]),
            ("新收申请30件，上年结转3件，已办结31件，结转下年2件。", &[]),
            ("公开信息16条。加强管理，其中规划8条、公告9条。", &[]),
            ("公开信息9条，较上年8条增加1条，其中规划4条，其他5条。", &["9 = 4+5 exact"]),
            ("公开43条，其中规划类4条占9.3%，业务类18条占41.86%，其他21条占48.84%。", &["43 = 4+18+21 exact"]),
        ]);
    }

    #[test]
    fn a_list_inside_a_list_is_one_of_its_own() {
        check(&[
            (
                "公开364条，其中：网站204条（其中领导信息3条，公告80条，其他130条）；微信160条。",
                &["364 = 204+160 exact", "204 = 3+80+130 wrong"],
            ),
            (
                "公开300条，其中网站200条，其中政策50条，动态150条；微信100条。",
                &["300 = 200+100 exact", "200 = 50+150 exact"],
            ),
            ("公开300条，其中政策100条，其中文件3条，动态200条。", &["300 = 100 silent", "100 = 3+200 silent"]),
            ("公开382条，包括网站35条，微信2443条，其中党建58条。", &["382 = 35+2443 wrong", "2443 = 58 silent"]),
            ("办理35件（含上年5件），其中网上30件，来信5件。", &["35 = 30+5 exact"]),
        ]);
    }

    #[test]
    fn applications_are_divided_in_several_ways() {
        check(&[
            ("受理申请30件，其中网络申请20件，信函申请10件，办结29件，结转1件。", &["30 = 20+10 exact"]),
            (
                "受理申请30件，其中自然人25件，企业5件；予以公开20件，部分公开10件。",
                &["30 = 25+5 exact", "30 = 20+10 exact"],
            ),
            // Those carried in, or not answered yet, explain the difference.
            ("新收申请30件，上年结转2件，其中网络21件、信函11件。", &["30 = 21+11 silent"]),
            ("收到申请30件，其中予以公开10件，部分公开18件，结转下年2件。", &["30 = 10+18 silent"]),
            ("办结30件，其中予以公开10件，部分公开6件，不予公开5件，无法提供10件。", &["30 = 10+6+5+10 wrong"]),
            ("收到申请8份，其中予以公开4件，过程性信息1件，其他3件。", &["8 = 4+1+3 exact"]),
            (
                "收到申请15件，其中征地类6件、其他9件，予以公开10件，部分公开5件。",
                &["15 = 6+9 exact", "15 = 10+5 exact"],
            ),
            ("行政复议9件，其中维持4件，纠正1件，其他结果2件，尚未审结1件；行政诉讼2件。", &["9 = 4+1+2+1 wrong"]),
        ]);
    }

    #[test]
    fn any_text_gives_a_result() {
        for text in ["", "其中", "（（（5件）））", "5件：5件：5件；；；", "其中5件其中5件其中5件其中5件（其中5件"]
        {
            let _ = read(text);
        }
        let long = "公开5条，其中3条（其中2条，".repeat(3000);
        assert!(read(&long).len() > 100);
    }
}
