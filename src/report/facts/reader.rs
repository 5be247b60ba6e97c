//! From clause to clause, remembering what the text speaks of.
use std::collections::VecDeque;

use super::{
    Block, Subject, Told,
    context::{Context, FILLERS, Head, Topic, latest_year, spans_years, topic_of, topic_word},
    ladder::{self, Reading},
    record::{Candidate, MOST, Telling, is_none, is_received, span_of},
    scan::{Clause, Kind, Scan, Token, words},
    words::{Set, Word, Word::*},
};
use crate::text::{Span, number::Figure};

/// A list that divides a number: 其中 …, or a bracket behind it.
#[derive(Clone, Copy, Debug)]
pub(super) struct List {
    pub parent: Option<usize>,
    /// 其中, 含 stands there; a bare bracket may hold anything.
    pub opened: bool,
    /// Nothing but what was carried in or is new has stood in it yet.
    pub fresh: bool,
}

impl List {
    /// A list that divides the number `parent`.
    pub fn of(parent: Option<usize>, opened: bool) -> Self {
        Self { parent, opened, fresh: true }
    }
}

/// What is remembered inside one sentence.
#[derive(Debug, Default)]
pub(super) struct Sentence {
    pub number: usize,
    /// The index of its first candidate.
    pub first: usize,
    pub list: Option<List>,
    /// The list and the topic before each bracket that is open.
    brackets: Vec<(Option<List>, Topic)>,
    /// What the words of the clause before speak of.
    pub head: Option<Reading>,
    /// The clause before, if it had no figure.
    pub words_before: Option<Clause>,
    /// The clause before the bracket, if it had no figure.
    pub before_bracket: Option<Clause>,
    /// The sum of its figures so far.
    pub tally: i64,
    /// The sum of its figures so far that begin a clause, stand in a list or are left out, and count something else.
    pub unread: u64,
    /// The unit of what was published.
    pub published: Option<&'static str>,
    /// What follows says what the applications are about: 主要涉及土地征收45件.
    pub about: bool,
    /// Penalties and the like were counted.
    pub law: bool,
    /// 历年累计, 2021年至2024年
    pub many_years: bool,
    /// The clause itself says so.
    pub cumulative: bool,
    /// The things named before 分别, as yet without a figure.
    pub queue: VecDeque<Reading>,
    /// 其中主动公开范围4件: what the form counts as granted, told under another name.
    pub granted_elsewhere: bool,
    /// 分别由7件、3件降至…: what those named before 分别 were.
    pub outset: bool,
    /// In a bracket behind last year: 与上年（18件）相比.
    aside: bool,
    /// The year that the sentence spoke of last: 2023年收到20件，办结20件.
    pub year: Option<u16>,
    /// 除政府信息公开案件外: what follows is of another kind.
    other_kind: bool,
    /// A figure that no words beside it explain: 6件因临近年底，结转下年.
    pub open: Option<Telling>,
    /// 办结率100%，全年申请35件: the words, and their clause, where the number stands behind them.
    pub all_done: Option<(Span, Clause)>,
    /// 除 n 件…外: the figure, and whether it was answered.
    pub outside: Option<(Figure, bool)>,
}

/// Reads a text from clause to clause.
pub(super) struct Reader<'s, 't> {
    pub scan: &'s Scan<'t>,
    /// The year of the report.
    pub year: Option<u16>,
    pub found: Vec<Candidate>,
    /// The sentences that have figures of a channel or an organ without a verb.
    pub parts: Vec<usize>,
    pub sentence: Sentence,
    pub topic: Topic,
    /// The kind of case that was spoken of last.
    pub block: Option<Block>,
}

/// The candidates of a text, and the sentences that have parts without a verb beside them.
pub(super) fn read(scan: &Scan, year: Option<u16>) -> (Vec<Candidate>, Vec<usize>) {
    let year = year.or_else(|| latest_year(&scan.tokens));
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
        self.mark(clause);
        let tokens = self.scan.slice(clause.start, clause.end);
        if tokens.is_empty() || self.sentence.aside {
            return;
        }
        let set = words(tokens);
        let matter = self.topic == Topic::Application && !set.meets(ladder::VERBS.or(ladder::BLOCKS));
        self.sentence.about = matter && (self.sentence.about || self.says_what(tokens));
        self.note_origin(clause);
        self.sentence.cumulative =
            set.has(Since) && !self.ranks(tokens) || spans_years(tokens) || self.names_years(clause);
        self.sentence.many_years |= self.sentence.cumulative;
        self.note_list(clause, set);
        let counts: Vec<usize> = (clause.start..clause.end).filter(|at| self.is_count(*at, clause)).collect();
        let disclosure = set.meets(Set::of(&[Info, Application]));
        self.sentence.other_kind = match set.has(Outside) && counts.is_empty() {
            true => disclosure,
            false => self.sentence.other_kind && !disclosure,
        };
        if self.sentence.other_kind || self.zero_others(clause, set) {
            // Nothing here is compared, or all of it is told.
        } else if counts.is_empty() || self.denies_one(&counts, clause) {
            self.words_only(clause, set);
        } else {
            self.figures(clause, &counts);
        }
        self.sentence.words_before = (counts.is_empty() && !self.sentence.other_kind).then_some(clause);
    }

    /// 主要涉及土地征收、投诉举报: what the applications are about.
    fn says_what(&self, tokens: &[Token]) -> bool {
        let says = |token: &Token| ["涉及", "集中在", "集中于"].iter().any(|word| self.scan.text(token).contains(word));
        tokens.iter().take(3).any(says) && self.last_received().is_some()
    }

    /// 结转2件（上年）: the bracket says from where.
    fn note_origin(&mut self, clause: Clause) {
        let origin = Context::new(self.scan.slice(clause.start, clause.end), self.year);
        let only =
            clause.mark == '(' && origin.set.without(FILLERS) == Set::of(&[Prior]) && origin.head != Head::Unknown;
        let last = self.last_count().filter(|_| only).and_then(|at| self.found.get_mut(at));
        if let Some(last) = last.filter(|last| last.fact.subject == Subject::CarriedOut) {
            last.fact.subject = Subject::CarriedIn;
        }
    }

    /// 近五年最高, 三年来最多: this year's number among others.
    fn ranks(&self, tokens: &[Token]) -> bool {
        let top = |text: &str| text.starts_with(['最', '首', '新', '之']);
        let pair = |two: &[Token]| matches!(two, [since, rank] if since.kind == Kind::Word(Since) && top(self.scan.text(rank)));
        tokens.windows(2).any(pair)
    }

    /// 2021—2024年: a year behind a dash behind another.
    fn names_years(&self, clause: Clause) -> bool {
        let text = self.scan.folded;
        let text = text.get(span_of(self.scan.slice(clause.start, clause.end)).range()).unwrap_or("");
        let digits = |text: &str| text.len() >= 4 && text.bytes().rev().take(4).all(|byte| byte.is_ascii_digit());
        text.match_indices('年').any(|(at, _)| {
            let last = text.get(..at).filter(|text| digits(text)).and_then(|text| text.get(..at - 4)).unwrap_or("");
            let first = last.trim_end_matches(['—', '-', '~', '–']);
            first.len() < last.len() && digits(first)
        })
    }

    /// What the mark before a clause ends or begins.
    fn mark(&mut self, clause: Clause) {
        let sentence = &mut self.sentence;
        match clause.mark {
            '。' | '!' | '?' => {
                let (number, first) = (sentence.number + 1, self.found.len());
                self.sentence = Sentence { number, first, ..Sentence::default() };
            }
            '(' => {
                sentence.brackets.push((sentence.list, self.topic));
                sentence.before_bracket = sentence.words_before;
                // 与上年度（申请18件，办结18件）相比: last year's figures.
                let named = clause.start.checked_sub(2).and_then(|at| self.scan.tokens.get(at)).map(|token| token.kind);
                self.sentence.aside = matches!(named, Some(Kind::Word(Prior)));
                // 占全区收到申请（52件）的25%: no part of what stands before.
                let share = self.sentence.before_bracket.is_some_and(|words| self.is_share_of(words));
                let parent = self.last_count().filter(|_| !share);
                self.sentence.list = Some(List::of(parent, false));
            }
            // 不予处理7件：信访类申请4件，重复申请3件
            ':' if sentence.list.is_none() => {
                let named = clause.start.checked_sub(2).and_then(|at| self.scan.tokens.get(at)).map(|token| token.span);
                let parent = self.last_count();
                let told = parent.and_then(|at| self.found.get(at)).map(|told| told.fact.span.start);
                if named.is_some_and(|named| told.is_some_and(|told| named.start <= told && told < named.end)) {
                    self.sentence.list = Some(List::of(parent, true));
                }
            }
            ')' => {
                sentence.aside = false;
                if let Some((list, topic)) = sentence.brackets.pop() {
                    (sentence.list, self.topic) = (list, topic);
                }
            }
            _ => {}
        }
    }

    /// 其中 opens a list, or says that a bracket is one; 共收到申请 ends it.
    fn note_list(&mut self, clause: Clause, set: Set) {
        let bracket = self.sentence.list.is_some_and(|list| !list.opened);
        // 其他处理4件，分别为撤回3件、…
        let first = self.scan.slice(clause.start, clause.end).first().map(|token| token.kind);
        let divided = first == Some(Kind::Word(Respectively)) && self.sentence.words_before.is_none();
        if (set.has(List) || divided && self.last_count().is_some()) && !bracket {
            let parent = self.last_count().or(self.last_of_sentence_before(clause.mark));
            self.sentence.list = Some(List::of(parent, true));
        } else if let Some(list) = self.sentence.list.as_mut().filter(|_| set.has(List)) {
            list.opened = true;
        } else if !bracket && set.has(Sum) && set.has(Application) && set.meets(ladder::VERBS) {
            self.sentence.list = None;
        }
    }

    /// A clause without a figure: what it says in words, and what it speaks of.
    fn words_only(&mut self, clause: Clause, set: Set) {
        let tokens = self.scan.slice(clause.start, clause.end);
        // 收到申请12件，内容集中于土地征收（5件）、旧房拆迁（2件）: what they are about.
        let about = matches!(clause.mark, ',' | ')') && self.topic == Topic::Application && self.has_told(is_received);
        let matter =
            |word: &Word| *word == Law && (about || self.sentence.about) || *word == Foreign && self.sentence.about;
        if let Some(word) = topic_word(tokens).filter(|word| !matter(word)) {
            self.topic = topic_of(word);
        }
        // 行政复议3件，均不涉及政府信息公开
        if set.holds(Set::of(&[All, Neg, Info])) && !set.meets(ladder::BLOCKS) {
            self.of_cases();
        }
        if is_none(tokens) && clause.mark == ':' {
            self.none_behind_colon(clause);
        } else if !self.zero(tokens, clause) && (clause.mark == ';' || !self.explained(tokens)) {
            self.implied(tokens, clause);
        }
        if set.has(Fee) && !set.has(NotReceipt) {
            self.sentence.head = Some(Reading::Counts(&[Subject::Fee]));
        } else if set.has(Foreign) {
            self.sentence.head = None;
        } else if tokens
            .last()
            .is_some_and(|last| last.kind != Kind::Word(List) && self.scan.text(last).ends_with('中'))
        {
            // 在收到的申请中，2件需补正: parts, not all of them.
            self.sentence.head = None;
            self.sentence.list = Some(List { fresh: false, ..List::of(None, true) });
        } else {
            self.note_head(ladder::spoken_of(set, self.block), Head::None);
        }
        self.sentence.law |= set.has(Law) && !set.has(Info);
        self.drop_other_cases(clause, set);
    }

    /// Drops the cases of the clause before, where this one says that they are about something else:
    /// 行政复议1起，为对行政处罚不服提起.
    fn drop_other_cases(&mut self, clause: Clause, set: Set) {
        let other = set.holds(Set::of(&[Law, Cause])) && !set.meets(Set::of(&[Info, Application, Neg]));
        let Some(last) = self.last_count().filter(|_| other && clause.mark == ',') else { return };
        let Some(told) = self.found.get(last).map(|told| told.fact.clause) else { return };
        for at in self.cases_of_sentence() {
            let case = self.found.get_mut(at).filter(|case| set.has(All) || case.fact.clause == told);
            case.into_iter().for_each(|case| case.dropped = true);
        }
    }

    /// Takes down the figure of the clause before, if this clause says how it ended: 6件因临近年底，结转下年.
    fn explained(&mut self, tokens: &[Token]) -> bool {
        let set = Context::new(tokens, self.year).set;
        // 将在2025年答复 is no answer of this year.
        let answer = if set.has(Next) { Set::default() } else { Set::of(&[Answered]) };
        let reading = ladder::application(set.without(Set::of(&[Application, Open]).or(answer)));
        let ends = match reading {
            Reading::Counts([subject]) => *subject == Subject::CarriedOut || ladder::RESULT_SUBJECTS.contains(subject),
            _ => false,
        };
        let telling = self.sentence.open.filter(|_| ends && !set.meets(Set::of(&[All, Neg])));
        if let Some(telling) = telling {
            self.sentence.open = None;
            self.record(reading, telling);
        }
        telling.is_some()
    }

    /// 行政复议：无
    fn none_behind_colon(&mut self, clause: Clause) {
        let subject = match self.sentence.head {
            Some(Reading::Weak(subject) | Reading::Counts(&[subject])) => subject,
            Some(Reading::Case(block, outcome)) => Subject::Case(block, outcome),
            _ => return,
        };
        let span = span_of(self.scan.slice(clause.start, clause.end));
        self.push_words(subject, 0, Told::None, span, clause);
    }
}
