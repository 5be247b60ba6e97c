//! From clause to clause, remembering what the text speaks of.
use std::collections::VecDeque;

use super::{
    Block, Subject, Told,
    context::{Context, FILLERS, Head, PARTS, Topic, last_word, latest_year, spans_years, topic_of, topic_word},
    ladder::{self, Reading},
    meaning::Beside,
    record::{Candidate, MOST, Telling, is_none, span_of},
    scan::{Clause, Kind, Scan, Token, words},
    words::{Set, Word::*},
};
use crate::text::{
    Span,
    number::{Figure, FigureKind},
};

/// A list that divides a number: 其中 …, or a bracket behind it.
#[derive(Clone, Copy, Debug)]
pub(super) struct List {
    pub parent: Option<usize>,
    /// 其中, 含 stands there; a bare bracket may hold anything.
    pub opened: bool,
    /// Nothing but what was carried in or is new has stood in it yet.
    pub fresh: bool,
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
    before_bracket: Option<Clause>,
    /// The sum of its figures so far.
    pub tally: i64,
    /// The unit of what was published.
    pub published: Option<&'static str>,
    /// Penalties and the like were counted.
    pub law: bool,
    /// 历年累计, 2021年至2024年
    pub many_years: bool,
    /// The clause itself says so.
    pub cumulative: bool,
    /// The things named before 分别, as yet without a figure.
    pub queue: VecDeque<Reading>,
    /// In a bracket behind last year: 与上年（18件）相比.
    aside: bool,
    /// The year that the sentence spoke of last: 2023年收到20件，办结20件.
    year: Option<u16>,
    /// 除政府信息公开案件外: what follows is of another kind.
    other_kind: bool,
    /// A figure that no words beside it explain: 6件因临近年底，结转下年.
    open: Option<Telling>,
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
    parts: Vec<usize>,
    pub sentence: Sentence,
    pub topic: Topic,
    /// The kind of case that was spoken of last.
    pub block: Option<Block>,
}

/// How far before a figure its words are looked for where a clause is very long.
const NEAR: usize = 24;

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
        if self.sentence.other_kind {
            // Nothing here is compared.
        } else if counts.is_empty() || self.denies_one(&counts, clause) {
            self.words_only(clause, set);
        } else {
            self.figures(clause, &counts);
        }
        self.sentence.words_before = (counts.is_empty() && !self.sentence.other_kind).then_some(clause);
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
                self.sentence.list = Some(List { parent: self.last_count(), opened: false, fresh: true });
            }
            // 不予处理7件：信访类申请4件，重复申请3件
            ':' if sentence.list.is_none() => {
                let named = clause.start.checked_sub(2).and_then(|at| self.scan.tokens.get(at)).map(|token| token.span);
                let parent = self.last_count();
                let told = parent.and_then(|at| self.found.get(at)).map(|told| told.fact.span.start);
                if named.is_some_and(|named| told.is_some_and(|told| named.start <= told && told < named.end)) {
                    self.sentence.list = Some(List { parent, opened: true, fresh: true });
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
            self.sentence.list = Some(List { parent, opened: true, fresh: true });
        } else if let Some(list) = self.sentence.list.as_mut().filter(|_| set.has(List)) {
            list.opened = true;
        } else if !bracket && set.has(Sum) && set.has(Application) && set.meets(ladder::VERBS) {
            self.sentence.list = None;
        }
    }

    /// Whether the token is a figure that may count something; one without a unit must stand right behind its word.
    fn is_count(&self, at: usize, clause: Clause) -> bool {
        let tokens = &self.scan.tokens;
        let Some(Token { kind: Kind::Figure(figure), .. }) = tokens.get(at) else { return false };
        if figure.kind != FigureKind::Bare {
            return true;
        }
        let behind = match tokens.get(at + 1).filter(|_| at + 1 < clause.end).map(|token| token.kind) {
            None | Some(Kind::Mark(_)) => true,
            Some(Kind::Word(word)) => matches!(word, Application | And),
            _ => false,
        };
        let before = Context::new(self.scan.slice(clause.start.max(at.saturating_sub(NEAR)), at), self.year);
        let named = matches!(before.head, Head::Word(word) if !FILLERS.has(word)) || self.is_entry(at, clause);
        behind && (named || !self.sentence.queue.is_empty() || before.set.has(Respectively))
    }

    /// 申请总数：44; a telephone number or a list mark is none.
    fn is_entry(&self, at: usize, clause: Clause) -> bool {
        let entry = clause.mark == ':' && at == clause.start && at + 1 == clause.end;
        let label = self.sentence.words_before.filter(|_| entry).map(|label| self.scan.slice(label.start, label.end));
        let known = ladder::VERBS.or(ladder::RESULTS).or(Set::of(&[Application, AllApplications, Carry]));
        matches!(label.map(last_word), Some(Some(word)) if known.has(word))
    }

    /// 未发生一起行政复议: the only figure is a one that is denied.
    fn denies_one(&self, counts: &[usize], clause: Clause) -> bool {
        let [only] = counts else { return false };
        let kind = self.scan.tokens.get(*only).map(|token| token.kind);
        let one = matches!(kind, Some(Kind::Figure(figure)) if figure.value.as_i64() == Some(1));
        let set = words(self.scan.slice(clause.start, *only));
        one && set.has(Neg) && !set.meets(Set::of(&[Outside, Answered]))
    }

    /// The figures of a clause, each with the words up to the figures beside it; 、 divides them.
    fn figures(&mut self, clause: Clause, counts: &[usize]) {
        let scan = self.scan;
        let mut start = clause.start;
        for (index, at) in counts.iter().enumerate() {
            let Some(Token { kind: Kind::Figure(figure), .. }) = scan.tokens.get(*at).copied() else { continue };
            let next = counts.get(index + 1).copied().unwrap_or(clause.end);
            let tail = scan.slice(at + 1, next);
            let comma = tail.iter().position(|token| token.kind == Kind::Mark('、'));
            let behind = tail.get(..comma.unwrap_or(tail.len())).unwrap_or(tail);
            let before = match (scan.slice(start, *at), self.sentence.before_bracket) {
                ([], Some(words)) if clause.mark == ')' && index == 0 => scan.slice(words.start, words.end),
                (before, _) => before,
            };
            let (ahead, after) = (Context::new(before, self.year), Context::new(behind, self.year));
            let figure_first = self.figure(Beside { figure, clause, before, behind, ahead, after });
            start = match comma {
                Some(comma) => at + comma + 2,
                None if figure_first => next,
                None => at + 1,
            };
            if next == clause.end && !figure_first {
                self.told_behind(tail, clause);
            }
        }
        // 不予公开的12件中，…: what follows divides it.
        let last = scan.slice(clause.start, clause.end).last().map(|token| scan.text(token));
        if self.sentence.list.is_none() && matches!(last, Some("中" | "里")) {
            self.sentence.list = Some(List { parent: self.last_count(), opened: true, fresh: true });
        }
    }

    /// Takes down what one figure counts. Whether the words behind it said so.
    fn figure(&mut self, beside: Beside) -> bool {
        let Beside { figure, ahead, after, .. } = beside;
        if figure.kind == FigureKind::Money {
            self.fee(&beside);
            self.sentence.head =
                Some(Reading::Counts(&[Subject::Fee])).filter(|_| ahead.set.has(Fee)).or(self.sentence.head);
            return false;
        }
        let carries = ahead.set.or(after.set).meets(Set::of(&[Carry, Turn]));
        if ahead.set.has(Outside) && !carries {
            self.sentence.outside = Some((figure, after.set.has(Answered)));
            return true;
        }
        self.note_topic(&beside);
        let (reading, figure_first) = self.meaning(&beside);
        self.sentence.tally = self.sentence.tally.saturating_add(figure.value.as_i64().unwrap_or(0));
        let set = if figure_first { ahead.set.or(after.set) } else { ahead.set };
        if reading == Reading::Silent && set.meets(PARTS) && self.sentence.list.is_none() {
            self.parts.push(self.sentence.number);
        }
        if ahead.set.has(ThisYear) {
            self.sentence.year = None;
        } else if ahead.set.meets(ladder::VERBS) && !ahead.set.meets(ladder::VETO) {
            self.sentence.year = ahead.year.or(self.sentence.year);
        }
        let telling = Telling { year: ahead.year.or(self.sentence.year), ..beside.telling(set) };
        let unread = reading == Reading::Silent || figure_first && reading == Reading::Nothing;
        let open = unread && self.topic == Topic::Application;
        self.sentence.open = (open && ahead.set.without(FILLERS).is_empty()).then_some(telling);
        self.record(reading, telling);
        if ahead.set.or(after.set).has(Fee) && !ahead.set.has(NotReceipt) {
            self.sentence.head = Some(Reading::Counts(&[Subject::Fee]));
        } else if !figure_first {
            self.note_head(ladder::spoken_of(ahead.set, self.block), ahead.head);
        }
        figure_first
    }

    /// 收取信息处理费360元, but not what the tariff, a notice or another fee says.
    fn fee(&mut self, beside: &Beside) {
        let scan = self.scan;
        let before = scan.tokens.partition_point(|token| token.span.end <= beside.figure.span.start);
        let set = words(scan.slice(beside.clause.start.max(before.saturating_sub(NEAR)), before));
        let per = beside.behind.first().is_some_and(|token| scan.text(token).starts_with('/'));
        let spoken = self.sentence.head == Some(Reading::Counts(&[Subject::Fee]));
        if (set.has(Fee) || spoken) && !per && !set.meets(Set::of(&[NotReceipt, Foreign])) {
            self.push(Subject::Fee, !set.has(Fee), beside.telling(set));
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
        if is_none(tokens) && clause.mark == ':' {
            self.none_behind_colon(clause);
        } else if !self.zero(tokens, clause) && !self.explained(tokens) {
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
            self.sentence.list = Some(List { parent: None, opened: true, fresh: false });
        } else {
            self.note_head(ladder::spoken_of(set, self.block), Head::None);
        }
        self.sentence.law |= set.has(Law) && !set.has(Info);
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
