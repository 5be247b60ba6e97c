//! From clause to clause: what each figure counts, by the words beside it and by what was spoken of before.
use std::collections::VecDeque;

use super::{
    Block, Fact, Outcome, Scope, Subject, Told,
    ladder::{self, Reading},
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

/// A number that was found, before [`settle`](super::settle) looks at all of them. Spans are places in the folded text.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub fact: Fact,
    /// The number of the sentence in the paragraph.
    pub sentence: usize,
    /// Counts only if nothing else in the paragraph tells the same.
    pub weak: bool,
    /// By a channel, an applicant, an organ: perhaps a part of another number.
    pub part: bool,
    /// 共, 总数 stands beside it.
    pub sum: bool,
    /// 其余 stands beside it.
    pub rest: bool,
    /// The candidate that its list divides.
    pub listed: Option<usize>,
    /// The year that stands beside it.
    pub year: Option<u16>,
    /// 办结上年结转: carried in, and told to be answered as well.
    pub finished: bool,
    /// The unit, if no verb says what was done.
    pub verbless: Option<&'static str>,
    /// 撤回: the form counts it among the results, texts do not among the answered.
    pub withdrawn: bool,
    pub dropped: bool,
}

/// What the text speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Topic {
    Unknown,
    Application,
    Publishing,
    Cases,
    Foreign,
}

/// A list that divides a number: 其中 …, or a bracket behind it.
#[derive(Clone, Copy, Debug)]
struct List {
    parent: Option<usize>,
    /// 其中, 含 stands there; a bare bracket may hold anything.
    opened: bool,
    /// Nothing but what was carried in or is new has stood in it yet.
    fresh: bool,
}

/// What is remembered inside one sentence.
#[derive(Debug, Default)]
struct Sentence {
    number: usize,
    /// The index of its first candidate.
    first: usize,
    list: Option<List>,
    brackets: Vec<Option<List>>,
    /// What the words of the clause before speak of.
    head: Option<Reading>,
    /// The tokens of the clause that stood before a bracket, if it had no figure.
    open: (usize, usize),
    last: (usize, usize),
    /// The unit of what was published.
    published: Option<&'static str>,
    /// Penalties and the like were counted.
    law: bool,
    /// 历年累计, 2021年至2024年
    many_years: bool,
    /// The clause itself says so.
    cumulative: bool,
    /// The things named before 分别, as yet without a figure.
    queue: VecDeque<Reading>,
    /// 除 n 件…外: the figure, and whether it was answered.
    outside: Option<(Figure, bool)>,
}

pub(super) struct Reader<'s, 't> {
    pub scan: &'s Scan<'t>,
    year: Option<u16>,
    pub found: Vec<Candidate>,
    /// The sentences that have figures of a channel or an organ without a verb.
    parts: Vec<usize>,
    sentence: Sentence,
    pub topic: Topic,
    pub block: Option<Block>,
}

/// The words beside a figure.
#[derive(Clone, Copy, Debug)]
struct Context {
    set: Set,
    head: Head,
    /// A year that does not tell where something is carried to.
    year: Option<u16>,
}

/// The last word before a figure that says something.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Head {
    None,
    Word(Word),
    Unknown,
}

/// Words that may stand between what is counted and its figure.
const FILLERS: Set = Set::of(&[
    Link,
    Info,
    Sum,
    Each,
    Respectively,
    All,
    ThisYear,
    Rest,
    And,
    To,
    Whole,
    Own,
    Done,
    List,
    This,
    Since,
    Cause,
]);

/// Words that say what the sentence is about.
const TOPICS: Set =
    Set::of(&[Application, AllApplications, Publishing, Foreign, Law, Review, Litigation, Direct, AfterReview]);

/// A paragraph that tells more numbers is no prose; reading ends there, so that time stays in proportion.
const MOST: usize = 300;

/// How far before a figure without a unit its word is looked for.
const NEAR: usize = 24;

/// Units that applications and cases are counted in.
const UNITS: &[&str] =
    &["件", "宗", "起", "条", "份", "次", "项", "例", "封", "个", "件次", "条次", "件(次)", "条(次)", "批", "笔"];

/// The candidates of a text, and the sentences that have parts without a verb beside them.
pub(super) fn read(scan: &Scan, year: Option<u16>) -> (Vec<Candidate>, Vec<usize>) {
    let sentence = Sentence::default();
    let mut reader = Reader { scan, year, found: vec![], parts: vec![], sentence, topic: Topic::Unknown, block: None };
    for clause in scan.clauses() {
        if reader.found.len() >= MOST {
            break;
        }
        reader.clause(clause);
    }
    (reader.found, reader.parts)
}

impl Reader<'_, '_> {
    fn clause(&mut self, clause: Clause) {
        match clause.mark {
            '。' | '!' | '?' => self.end_sentence(),
            '(' => {
                let parent = self.last_count();
                self.sentence.brackets.push(self.sentence.list);
                self.sentence.open = self.sentence.last;
                self.sentence.list = Some(List { parent, opened: false, fresh: true });
            }
            ')' => self.sentence.list = self.sentence.brackets.pop().unwrap_or(self.sentence.list),
            _ => {}
        }
        let scan = self.scan;
        let tokens = scan.slice(clause.start, clause.end);
        if tokens.is_empty() {
            return;
        }
        let set = words(tokens);
        let many_years = set.has(Since) || spans_years(tokens);
        self.sentence.many_years |= many_years;
        self.sentence.cumulative = many_years;
        if set.has(List) && !matches!(self.sentence.list, Some(List { opened: false, .. })) {
            let parent = self.last_count().or(self.last_of_sentence_before(clause.mark));
            self.sentence.list = Some(List { parent, opened: true, fresh: true });
        } else if let Some(list) = self.sentence.list.as_mut().filter(|_| set.has(List)) {
            list.opened = true;
        } else if set.has(Sum) && set.has(Application) && set.meets(ladder::VERBS) {
            self.sentence.list = self.sentence.list.filter(|list| !list.opened);
        }
        let counts: Vec<usize> = (clause.start..clause.end).filter(|at| self.is_count(*at, clause)).collect();
        let negated_one = self.negated_one(&counts, clause);
        if counts.is_empty() || negated_one {
            self.words_only(clause, set);
        } else {
            self.figures(clause, &counts);
        }
        self.sentence.last = if counts.is_empty() { (clause.start, clause.end) } else { (0, 0) };
    }

    fn end_sentence(&mut self) {
        self.sentence = Sentence { number: self.sentence.number + 1, first: self.found.len(), ..Sentence::default() };
    }

    /// The last number of the sentence that a list may divide.
    fn last_count(&self) -> Option<usize> {
        let last = self.found.len().checked_sub(1)?;
        (last >= self.sentence.first).then_some(last)
    }

    /// The last number of the sentence before, for a list that begins a sentence: 共164件。其中，…
    fn last_of_sentence_before(&self, mark: char) -> Option<usize> {
        let last = self.found.len().checked_sub(1)?;
        let before = self.found.get(last)?.sentence + 1 == self.sentence.number;
        (mark == '。' && before).then_some(last)
    }

    /// Whether the token is a figure that may count something; one without a unit must stand right behind its word.
    fn is_count(&self, at: usize, clause: Clause) -> bool {
        let tokens = &self.scan.tokens;
        let Some(Token { kind: Kind::Figure(figure), .. }) = tokens.get(at) else { return false };
        if figure.kind != FigureKind::Bare {
            return true;
        }
        let before = self.scan.slice(clause.start.max(at.saturating_sub(NEAR)), at);
        let named = matches!(head(before), Head::Word(word) if !Set::of(&[word]).meets(FILLERS));
        let listed = !self.sentence.queue.is_empty() || words(before).has(Respectively);
        let behind = match tokens.get(at + 1).filter(|_| at + 1 < clause.end).map(|token| token.kind) {
            None | Some(Kind::Mark(_)) => true,
            Some(Kind::Word(word)) => matches!(word, Application | And),
            _ => false,
        };
        behind && (named || listed)
    }

    /// 未发生一起行政复议: the only figure is a one that is denied.
    fn negated_one(&self, counts: &[usize], clause: Clause) -> bool {
        let [only] = counts else { return false };
        let one = matches!(self.scan.tokens.get(*only).map(|token| token.kind),
            Some(Kind::Figure(figure)) if figure.value.as_i64() == Some(1));
        let set = words(self.scan.slice(clause.start, *only));
        one && set.has(Neg) && !set.has(Outside) && !set.has(Answered)
    }

    fn figures(&mut self, clause: Clause, counts: &[usize]) {
        let scan = self.scan;
        let mut start = clause.start;
        for (index, at) in counts.iter().enumerate() {
            let next = counts.get(index + 1).copied().unwrap_or(clause.end);
            let before = scan.slice(start, *at);
            let tail = scan.slice(at + 1, next);
            let comma = tail.iter().position(|token| token.kind == Kind::Mark('、'));
            let after = &tail[..comma.unwrap_or(tail.len())];
            let Some(Token { kind: Kind::Figure(figure), .. }) = scan.tokens.get(*at).copied() else { continue };
            let before = if before.is_empty() && index == 0 && clause.mark == ')' {
                scan.slice(self.sentence.open.0, self.sentence.open.1)
            } else {
                before
            };
            let figure_first = self.figure(figure, before, after, clause);
            start = match comma {
                Some(comma) => at + 1 + comma + 1,
                None if figure_first => next,
                None => at + 1,
            };
            if next == clause.end && !figure_first {
                self.told_behind(scan.slice(at + 1, next), clause);
            }
        }
    }

    /// What one figure counts. Whether the words behind it said so.
    fn figure(&mut self, figure: Figure, before: &[Token], after: &[Token], clause: Clause) -> bool {
        let context = self.context(before);
        if figure.kind == FigureKind::Money {
            self.fee(figure, after, clause);
            return false;
        }
        let behind = self.context(after);
        if context.set.has(Outside) && !context.set.meets(Set::of(&[Carry, Turn])) && !behind.set.has(Carry) {
            self.sentence.outside = Some((figure, behind.set.has(Answered)));
            return true;
        }
        self.note_topic(figure, context, before, after);
        let mut reading = if UNITS.contains(&figure.unit) || figure.kind == FigureKind::Bare {
            self.before(figure, context, before, after)
        } else {
            Reading::Nothing
        };
        let mut figure_first = false;
        if reading == Reading::Silent {
            reading = self.behind(figure, context, behind, after);
            figure_first = reading != Reading::Silent;
        }
        if reading == Reading::Silent {
            reading = self.inherited(context, before, clause);
        }
        if reading == Reading::Silent && context.set.has(Info) || reading == Reading::Weak(Subject::New) {
            reading = self.of_disclosure(reading, before);
        }
        let both = context.set.or(if figure_first { behind.set } else { Set::default() });
        if reading == Reading::Silent && both.meets(PARTS) && self.sentence.list.is_none() {
            self.parts.push(self.sentence.number);
        }
        let finished = words(after).has(Answered);
        self.record(reading, figure, Context { set: both, ..context }, clause, finished);
        if !figure_first {
            self.sentence.head = match without_veto(context.set, self.block) {
                Reading::Silent => self.sentence.head,
                _ if matches!(context.head, Head::Unknown) => None,
                told => Some(told),
            };
        }
        figure_first
    }

    /// Takes over what the words beside a figure speak of.
    fn note_topic(&mut self, figure: Figure, context: Context, before: &[Token], after: &[Token]) {
        let verb = context.set.meets(ladder::VERBS);
        let mut named = topic_word(before);
        if named.is_none() && (verb || context.set.is_empty()) {
            // 收到3件来信: the thing stands behind its number.
            named = topic_word(after).filter(|word| !Set::of(&[*word]).meets(ladder::BLOCKS) || is_final(after, *word));
        }
        let unknown_behind = verb
            && named.is_none()
            && after.first().is_some_and(|token| token.kind == Kind::Gap)
            && !words(after).has(Info);
        let unknown = verb && context.head == Head::Unknown || unknown_behind;
        match named {
            Some(word) => self.topic = topic_of(word),
            None if unknown && self.sentence.list.is_none() => self.topic = Topic::Foreign,
            None => {}
        }
        if named == Some(Law) {
            self.sentence.law = true;
        }
        if self.topic == Topic::Publishing && context.set.has(Publishing) {
            self.sentence.published = Some(figure.unit);
            // 依申请公开15条，主动公开300条: how documents are marked, not applications.
            let first = self.sentence.first;
            for candidate in
                self.found.iter_mut().skip(first).filter(|candidate| candidate.verbless == Some(figure.unit))
            {
                candidate.dropped = true;
            }
        }
    }

    /// What the words before a figure say.
    fn before(&mut self, figure: Figure, context: Context, before: &[Token], after: &[Token]) -> Reading {
        let set = context.set;
        if !self.sentence.queue.is_empty() && set.without(FILLERS).is_empty() {
            return self.sentence.queue.pop_front().unwrap_or(Reading::Silent);
        }
        self.sentence.queue.clear();
        // `1 2件`: a number that a blank divides, or two.
        let divided = before.last().is_some_and(|token| self.scan.text(token) == " ");
        if divided || set.meets(ladder::VETO) {
            return Reading::Nothing;
        }
        if set.has(Respectively) {
            self.sentence.queue = self.slots(before).into();
            return self.sentence.queue.pop_front().unwrap_or(Reading::Nothing);
        }
        if context.head == Head::Unknown || set.without(FILLERS.or(PARTS)).is_empty() {
            return Reading::Silent;
        }
        // 一起 after anything but what it counts is "together".
        let verb_only = !set.meets(TOPICS) && set.meets(ladder::VERBS);
        if verb_only && self.names_another_thing(after) {
            return if is_final(after, Review) || is_final(after, Litigation) {
                Reading::Silent
            } else {
                Reading::Nothing
            };
        }
        if figure.value.as_i64() != Some(0) && !set.has(Info) && set.meets(ladder::VERBS) && applies_for_review(before)
        {
            return Reading::Nothing;
        }
        if self.topic == Topic::Unknown && verb_only && self.is_far_fetched(before) {
            self.topic = Topic::Foreign;
            return Reading::Nothing;
        }
        match self.read_set(set, figure) {
            Reading::Joint => {
                let each = set.meets(Set::of(&[Each, All])) || figure.value.as_i64() == Some(0);
                let split = set.meets(Set::of(&[Channel, Party]));
                let slots = if each && !split { self.slots(before) } else { vec![] };
                for reading in slots {
                    self.record(reading, figure, context, Clause { start: 0, end: 0, mark: ',' }, false);
                }
                Reading::Nothing
            }
            reading => reading,
        }
    }

    /// Where nothing has spoken of applications yet, 窗口受理300件 is about something else; the name of the organ is not.
    fn is_far_fetched(&self, before: &[Token]) -> bool {
        let organ = |token: &Token| {
            self.scan.text(token).ends_with(['局', '委', '办', '镇', '乡', '府', '区', '县', '市', '处', '院', '厅'])
        };
        before.iter().any(|token| token.kind == Kind::Gap && !organ(token))
    }

    /// Whether a verb before a figure has its object behind it, and that is not an application: 收到3件来信.
    fn names_another_thing(&self, after: &[Token]) -> bool {
        let set = words(after);
        if set.meets(Set::of(&[Application, Info])) {
            return false;
        }
        matches!(after.first().map(|token| token.kind), Some(Kind::Gap | Kind::Word(Foreign | Law | Publishing)))
            || set.meets(ladder::BLOCKS) && set.without(FILLERS.or(ladder::BLOCKS)).is_empty()
    }

    /// What the words behind a figure say, where those before it do not: 2件正在办理.
    fn behind(&self, figure: Figure, context: Context, behind: Context, after: &[Token]) -> Reading {
        let first = after.iter().map(|token| token.kind).find(|kind| !is_filler(*kind));
        let set = behind.set.without(Set::of(&[Accepted, Handled, Received, NewlyReceived]));
        if self.topic == Topic::Foreign
            || figure.unit == "起" && figure.value.as_i64() == Some(1) && context.set.is_empty()
        {
            return Reading::Silent;
        }
        let cases =
            set.meets(ladder::BLOCKS) && last_word(after).is_some_and(|word| Set::of(&[word]).meets(ladder::BLOCKS));
        if cases || self.topic == Topic::Cases && set.meets(ladder::OUTCOMES.or(Set::of(&[Unfinished]))) {
            return ladder::case(set.without(if cases { Set::default() } else { ladder::BLOCKS }), self.block);
        }
        if set.meets(ladder::BLOCKS) || self.topic == Topic::Cases {
            return Reading::Silent;
        }
        let told = ladder::application(set.without(Set::of(&[Application, Open, Publishing, Neg])));
        let answered = told == Reading::Counts(&[Subject::Answered]);
        // 抽查的20件答复均合格, 未按期答复: not what was answered.
        let told = if answered && (set.has(Neg) || behind.head == Head::Unknown) { Reading::Nothing } else { told };
        match (told, first) {
            (Reading::Silent, Some(Kind::Word(Open))) if self.has_application() => Reading::Weak(Subject::Granted),
            (Reading::Silent, Some(Kind::Word(Application))) if self.sentence.list.is_none() => {
                Reading::Weak(Subject::New)
            }
            (Reading::Joint, _) => Reading::Nothing,
            (told, _) => told,
        }
    }

    /// What a figure counts that has no words of its own: 申请件数与上年持平，为7件; 其中2024年58件.
    fn inherited(&self, context: Context, before: &[Token], clause: Clause) -> Reading {
        let Some(head) = self.sentence.head else { return Reading::Silent };
        if context.head == Head::Unknown || !context.set.without(FILLERS).is_empty() || self.topic == Topic::Foreign {
            return Reading::Silent;
        }
        // 新收15件，结转2件，共计17件: the sum of both, or nothing that is known.
        let carried = self.in_sentence().iter().any(|candidate| candidate.fact.subject == Subject::CarriedIn);
        if context.set.has(Sum) && carried {
            return Reading::Counts(&[Subject::Total]);
        }
        if matches!(head, Reading::Counts([Subject::CarriedIn | Subject::CarriedOut])) && self.sentence.last == (0, 0) {
            return Reading::Silent;
        }
        if context.year.is_some() && context.year != self.year {
            return Reading::Silent;
        }
        let this_year = context.year.is_some() || context.set.has(ThisYear);
        let told = match self.sentence.list {
            Some(_) => self.sentence.many_years && this_year,
            None => !before.is_empty() && !context.set.has(Rest) || self.sentence.last != (0, 0) && clause.mark != ';',
        };
        if told { head } else { Reading::Silent }
    }

    /// 行政复议45件，其中涉及政府信息公开3件; 收到各类申请56件，其中政府信息公开申请3件: only the part counts.
    fn of_disclosure(&mut self, reading: Reading, before: &[Token]) -> Reading {
        let scan = self.scan;
        let discloses = |text: &str| text.contains("公开");
        let Some(list) = self.sentence.list.filter(|list| list.opened) else { return reading };
        let Some(parent) = list.parent.and_then(|parent| self.found.get_mut(parent)) else { return reading };
        let whole = scan.folded.text().get(parent.fact.clause.range()).unwrap_or("");
        if !list.fresh || discloses(whole) || !before.iter().any(|token| discloses(scan.text(token))) {
            return reading;
        }
        match parent.fact.subject {
            Subject::Case(block, Outcome::Total) => {
                parent.dropped = true;
                Reading::Case(block, Outcome::Total)
            }
            subject if is_received(subject) && reading != Reading::Silent => {
                parent.dropped = true;
                self.sentence.list = None;
                reading
            }
            _ => reading,
        }
    }

    /// The reading of the words beside a figure, given what the text speaks of.
    fn read_set(&mut self, set: Set, figure: Figure) -> Reading {
        let zero = figure.value.as_i64() == Some(0);
        if set.meets(ladder::BLOCKS)
            || self.topic == Topic::Cases && set.meets(ladder::OUTCOMES.or(Set::of(&[Unfinished])))
        {
            let disclosed = set.meets(Set::of(&[Info, Application])) || zero;
            let reviewer = set.meets(Set::of(&[Accepted, Handled, Answered]));
            let law = set.has(Law) || self.sentence.law;
            let other = law || reviewer || set.meets(Set::of(&[Carry, Turn, Prior]));
            self.sentence.law |= law && !disclosed;
            return if other && !disclosed { Reading::Nothing } else { ladder::case(set, self.block) };
        }
        let reading = ladder::application(set);
        let named = set.meets(Set::of(&[Application, AllApplications]));
        let verbless = !set.meets(ladder::VERBS);
        match self.topic {
            Topic::Foreign | Topic::Cases if !named => Reading::Nothing,
            Topic::Foreign => Reading::Nothing,
            Topic::Publishing if !named => Reading::Nothing,
            _ if verbless && self.sentence.published == Some(figure.unit) => Reading::Nothing,
            _ if reading == Reading::Weak(Subject::Granted) && !self.has_application() => Reading::Nothing,
            _ => reading,
        }
    }

    /// Whether the sentence has told a number of applications.
    pub(super) fn has_application(&self) -> bool {
        self.found[self.sentence.first..]
            .iter()
            .any(|candidate| is_received(candidate.fact.subject) || candidate.fact.subject == Subject::Answered)
    }

    /// The readings of words that 、 or 和 divide, in order.
    fn slots(&self, tokens: &[Token]) -> Vec<Reading> {
        let divides = |token: &Token| matches!(token.kind, Kind::Mark('、') | Kind::Word(And));
        let read = |tokens: &[Token]| {
            let set = self.context(tokens).set;
            if set.meets(ladder::BLOCKS) { ladder::case(set, self.block) } else { ladder::application(set) }
        };
        tokens.split(divides).filter(|slot| !slot.is_empty()).map(read).collect()
    }

    /// The words of `tokens`; a year beside 结转 becomes 上年 or 下年.
    fn context(&self, tokens: &[Token]) -> Context {
        let mut context = Context { set: words(tokens), head: head(tokens), year: None };
        let carry = |token: &Token| matches!(token.kind, Kind::Word(Carry | Turn | Unfinished));
        let passes = |token: &&Token| !matches!(token.kind, Kind::Word(Link | To | Application));
        for (at, token) in tokens.iter().enumerate() {
            let Kind::Year(year) = token.kind else { continue };
            let behind_carry = tokens[..at].iter().rev().find(passes).is_some_and(carry);
            let before_carry = tokens[at + 1..].iter().find(passes).is_some_and(carry);
            let earlier = self.year.map(|report| year < report);
            match (behind_carry, before_carry) {
                (true, _) => context.set.insert(if earlier == Some(true) { Prior } else { Next }),
                (_, true) => context.set.insert(if earlier == Some(false) { Next } else { Prior }),
                _ => context.year = Some(year),
            }
        }
        context
    }

    fn record(&mut self, reading: Reading, figure: Figure, context: Context, clause: Clause, finished: bool) {
        let (subjects, weak) = match reading {
            Reading::Counts(subjects) => (subjects, false),
            Reading::Weak(subject) => {
                self.push(subject, true, figure, context, clause, false);
                return;
            }
            Reading::Case(block, outcome) => {
                self.block = Some(block);
                self.push(Subject::Case(block, outcome), false, figure, context, clause, false);
                return;
            }
            Reading::Joint | Reading::Nothing | Reading::Silent => {
                if let Some(list) = &mut self.sentence.list {
                    list.fresh = false;
                }
                return;
            }
        };
        for subject in subjects {
            self.push(*subject, weak, figure, context, clause, finished);
        }
    }

    fn push(&mut self, subject: Subject, weak: bool, figure: Figure, context: Context, clause: Clause, finished: bool) {
        let set = context.set;
        let Some(value) = figure.value.as_i64().and_then(|value| u64::try_from(value).ok()) else { return };
        let received = is_received(subject);
        let list = self.sentence.list;
        let parent = list.and_then(|list| list.parent);
        if let (true, Some(parent)) = (received && subject != Subject::Total, parent) {
            // A list divides what was received; only 新收 and 上年结转 are facts of their own in it.
            let whole = self.sentence.many_years;
            let new = set.has(NewlyReceived) || set.has(ThisYear) && set.meets(ladder::VERBS);
            if !whole && !new {
                self.unfresh();
                return;
            }
            if !whole && let Some(parent) = self.found.get_mut(parent).filter(|parent| is_received(parent.fact.subject))
            {
                parent.fact.subject = Subject::Total;
            }
        } else if received && list.is_none() {
            let this_year = context.year.is_some() || set.has(ThisYear);
            if self.sentence.cumulative || self.sentence.many_years && !this_year {
                return;
            }
        }
        if subject == Subject::CarriedIn && value > 0 && list.is_some_and(|list| list.fresh) {
            let opened = list.is_some_and(|list| list.opened);
            if let Some(parent) =
                parent.and_then(|parent| self.found.get_mut(parent)).filter(|parent| is_received(parent.fact.subject))
            {
                parent.fact.subject = if opened { Subject::Total } else { Subject::NewOrTotal };
            }
        }
        if !received && subject != Subject::CarriedIn {
            self.unfresh();
        }
        let fact = Fact {
            subject,
            value,
            span: figure.span,
            clause: self.clause_span(clause),
            told: Told::Figure,
            approximate: figure.approximate,
            scope: scope(set),
        };
        let mut candidate = Candidate::new(fact, self.sentence.number);
        candidate.weak = weak;
        candidate.part = set.meets(PARTS);
        candidate.sum = set.has(Sum);
        candidate.rest = set.has(Rest);
        candidate.listed = parent;
        candidate.year = context.year;
        candidate.finished = subject == Subject::CarriedIn && (finished || set.has(Answered));
        let by_topic = set.meets(ladder::VERBS.or(ladder::BLOCKS));
        candidate.verbless = (!by_topic).then_some(figure.unit);
        candidate.withdrawn = set.has(Withdrawn);
        self.found.push(candidate);
    }

    fn unfresh(&mut self) {
        if let Some(list) = &mut self.sentence.list {
            list.fresh = false;
        }
    }

    /// Records a number that words tell: `span` covers them.
    pub(super) fn push_words(&mut self, subject: Subject, value: u64, told: Told, span: Span, clause: Clause) {
        let approximate = false;
        let fact =
            Fact { subject, value, span, clause: self.clause_span(clause), told, approximate, scope: Scope::Plain };
        if let Subject::Case(block, _) = subject {
            self.block = Some(block);
        }
        self.found.push(Candidate::new(fact, self.sentence.number));
    }

    fn clause_span(&self, clause: Clause) -> Span {
        match self.scan.slice(clause.start, clause.end) {
            [first, .., last] => first.span.join(last.span),
            [only] => only.span,
            [] => self.scan.tokens.first().map_or(Span::default(), |token| token.span),
        }
    }

    /// 收取信息处理费360元, but not what the tariff, a notice or another fee says.
    fn fee(&mut self, figure: Figure, after: &[Token], clause: Clause) {
        let clause_words =
            self.scan.slice(clause.start, clause.end).iter().take_while(|token| token.span.end <= figure.span.start);
        let set = words(&clause_words.copied().collect::<Vec<_>>());
        let per = after.first().is_some_and(|token| self.scan.text(token).starts_with('/'));
        let named = set.has(Fee);
        let fee = named || self.sentence.head == Some(Reading::Counts(&[Subject::Fee]));
        if fee && !per && !set.has(NotReceipt) && !set.has(Foreign) {
            self.push(Subject::Fee, !named, figure, Context { set, head: Head::None, year: None }, clause, false);
        }
    }

    /// What stands behind the last figure of a clause without a comma: 收到申请5件均已答复, …未发生行政复议.
    fn told_behind(&mut self, tail: &[Token], clause: Clause) {
        let set = words(tail);
        if set.has(Neg) {
            self.zero(tail, clause);
        } else if set.meets(Set::of(&[All, Done, And])) {
            self.implied(tail, clause);
        }
    }

    /// A clause without a figure: what it says in words, and what it speaks of.
    fn words_only(&mut self, clause: Clause, set: Set) {
        let tokens = self.scan.slice(clause.start, clause.end);
        if let Some(word) = topic_word(tokens) {
            self.topic = topic_of(word);
        }
        let told = set.has(Neg) && (self.zero(tokens, clause) || self.none_behind_colon(tokens, clause));
        if !told {
            self.implied(tokens, clause);
        }
        let fee = set.has(Fee) && !set.has(NotReceipt);
        self.sentence.head = match without_veto(set, self.block) {
            _ if fee => Some(Reading::Counts(&[Subject::Fee])),
            _ if set.has(Foreign) => None,
            Reading::Silent if self.sentence.list.is_some() => self.sentence.head,
            Reading::Silent => self.sentence.head,
            reading => Some(reading),
        };
        if set.has(Law) {
            self.sentence.law |= set.has(Law) && !set.has(Info);
        }
    }

    /// 行政复议：无
    fn none_behind_colon(&mut self, tokens: &[Token], clause: Clause) -> bool {
        let [Token { kind: Kind::Word(Neg), span }] = tokens else { return false };
        let subject = match self.sentence.head {
            Some(Reading::Weak(Subject::New)) => Subject::New,
            Some(Reading::Case(block, _)) => Subject::Case(block, Outcome::Total),
            Some(Reading::Counts([subject])) => *subject,
            _ => return false,
        };
        if clause.mark == ':' {
            self.push_words(subject, 0, Told::None, *span, clause);
        }
        clause.mark == ':'
    }

    /// 除 n 件…外, if the sentence had it.
    pub(super) fn take_outside(&mut self) -> Option<(Figure, bool)> {
        self.sentence.outside.take()
    }

    /// Records the applications that 除 n 件…外 leaves.
    pub(super) fn push_outside(&mut self, figure: Figure, answered: bool, clause: Clause) {
        let context = Context { set: Set::default(), head: Head::None, year: None };
        let both: &[Subject] = &[Subject::New, Subject::Answered];
        for subject in &both[..if answered { 2 } else { 1 }] {
            self.push(*subject, false, figure, context, clause, false);
        }
    }

    /// The number that 均已答复 speaks of: the last one that was received, in this sentence or in the one before.
    pub(super) fn last_received(&self) -> Option<usize> {
        let earlier = self.found.len() == self.sentence.first;
        let last = self.found.iter().rposition(|candidate| {
            is_received(candidate.fact.subject) && !candidate.weak
                || candidate.weak && candidate.fact.subject == Subject::New
        })?;
        (earlier || last >= self.sentence.first).then_some(last)
    }

    /// The numbers of cases that this sentence tells.
    pub(super) fn cases_of_sentence(&self) -> Vec<usize> {
        let case = |at: &usize| {
            matches!(self.found.get(*at).map(|told| told.fact.subject), Some(Subject::Case(_, Outcome::Total)))
        };
        (self.sentence.first..self.found.len()).filter(case).collect()
    }

    /// The candidates of this sentence.
    fn in_sentence(&self) -> &[Candidate] {
        self.found.get(self.sentence.first..).unwrap_or(&[])
    }
}

impl Candidate {
    fn new(fact: Fact, sentence: usize) -> Self {
        Self {
            fact,
            sentence,
            weak: false,
            part: false,
            sum: false,
            rest: false,
            listed: None,
            year: None,
            finished: false,
            verbless: None,
            withdrawn: false,
            dropped: false,
        }
    }
}

/// Words that make a number a part of another: a channel, an applicant, an organ.
const PARTS: Set = Set::of(&[Channel, Party, Level, Organ]);

pub(super) fn is_received(subject: Subject) -> bool {
    matches!(subject, Subject::New | Subject::NewOrTotal | Subject::Total)
}

pub(super) fn is_filler(kind: Kind) -> bool {
    match kind {
        Kind::Word(word) => Set::of(&[word]).meets(FILLERS),
        Kind::Year(_) | Kind::Number | Kind::Mark(_) | Kind::Month => true,
        Kind::Figure(_) => true,
        Kind::Gap => false,
    }
}

fn head(tokens: &[Token]) -> Head {
    match tokens.iter().rev().map(|token| token.kind).find(|kind| !is_filler(*kind)) {
        Some(Kind::Word(Unknown)) | Some(Kind::Gap) => Head::Unknown,
        Some(Kind::Word(word)) => Head::Word(word),
        _ => Head::None,
    }
}

/// The last word that says something; none if it is unknown.
pub(super) fn last_word(tokens: &[Token]) -> Option<Word> {
    match head(tokens) {
        Head::Word(word) => Some(word),
        _ => None,
    }
}

fn is_final(tokens: &[Token], word: Word) -> bool {
    last_word(tokens) == Some(word)
}

/// The last word of `tokens` that says what they are about; in 行政复议申请 and 行政许可申请 that is not 申请.
fn topic_word(tokens: &[Token]) -> Option<Word> {
    let owns = |token: &Token| matches!(token.kind, Kind::Word(word) if Set::of(&[word]).meets(ladder::BLOCKS.or(Set::of(&[Law]))));
    let word = |at: usize, token: &Token| match token.kind {
        Kind::Word(Application) if at > 0 && tokens.get(at - 1).is_some_and(owns) => None,
        Kind::Word(word) if Set::of(&[word]).meets(TOPICS) => Some(word),
        _ => None,
    };
    tokens.iter().enumerate().rev().find_map(|(at, token)| word(at, token))
}

/// 行政复议申请: who receives these is the reviewing body.
fn applies_for_review(tokens: &[Token]) -> bool {
    tokens
        .windows(2)
        .any(|two| matches!(two, [Token { kind: Kind::Word(Review), .. }, Token { kind: Kind::Word(Application), .. }]))
}

fn topic_of(word: Word) -> Topic {
    match word {
        Application | AllApplications => Topic::Application,
        Publishing => Topic::Publishing,
        Review | Litigation | Direct | AfterReview => Topic::Cases,
        _ => Topic::Foreign,
    }
}

/// What the words speak of, whatever they say about the number itself: 去年申请16件 speaks of applications.
fn without_veto(set: Set, block: Option<Block>) -> Reading {
    if set.meets(ladder::BLOCKS) {
        return ladder::case(set.and(ladder::BLOCKS), block);
    }
    let mut set = set;
    if set.has(PriorCase) {
        set.insert(Application);
    }
    let carried = set.meets(Set::of(&[Carry, Turn]));
    ladder::application(if carried { set } else { set.without(Set::of(&[Prior, PriorCase, Next])) })
}

fn scope(set: Set) -> Scope {
    if set.has(Behalf) {
        Scope::Behalf
    } else if set.has(Whole) {
        Scope::Whole
    } else if set.meets(Set::of(&[Own, Level])) {
        Scope::Own
    } else {
        Scope::Plain
    }
}

/// 2021年至2024年
fn spans_years(tokens: &[Token]) -> bool {
    tokens.windows(3).any(|three| match three {
        [
            Token { kind: Kind::Year(first), .. },
            Token { kind: Kind::Word(To | And), .. },
            Token { kind: Kind::Year(last), .. },
        ] => first < last,
        _ => false,
    })
}
