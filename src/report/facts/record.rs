//! Taking down the numbers that were found, with what [`settle`](super::settle) has to know about them.
use super::{
    Fact, Outcome, Subject, Told,
    context::{PARTS, scope},
    ladder::{self, Reading},
    reader::Reader,
    scan::{Clause, Kind, Token},
    words::{Set, Word::*},
};
use crate::text::{Span, number::Figure};

/// A paragraph that tells more numbers is no prose; the others are left out, so that time stays in proportion.
pub(super) const MOST: usize = 300;

/// A number that was found, before all of them are looked at together. Spans are places in the folded text.
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
    /// The candidate that its list divides, or that 均已答复 refers to.
    pub listed: Option<usize>,
    /// The year that stands beside it.
    pub year: Option<u16>,
    /// 办结上年结转: carried in, and told to be answered as well.
    pub finished: bool,
    /// The unit, if no verb says what was done.
    pub verbless: Option<&'static str>,
    /// The numbers before it that begin a clause, stand in its list or are left out, and count something else.
    pub beside: u64,
    /// 撤回: the form counts it among the results, texts do not among the answered.
    pub withdrawn: bool,
    pub dropped: bool,
}

/// A figure and the words that tell what it counts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Telling {
    pub figure: Figure,
    pub set: Set,
    pub year: Option<u16>,
    /// 办结 stands behind it.
    pub finished: bool,
    pub clause: Clause,
}

pub(super) fn is_received(subject: Subject) -> bool {
    matches!(subject, Subject::New | Subject::NewOrTotal | Subject::Total)
}

impl Reader<'_, '_> {
    /// Takes down what a figure counts.
    pub(super) fn record(&mut self, reading: Reading, telling: Telling) {
        match reading {
            Reading::Counts(subjects) => subjects.iter().for_each(|subject| self.push(*subject, false, telling)),
            Reading::Weak(subject) => self.push(subject, true, telling),
            Reading::Case(block, outcome) => self.push(Subject::Case(block, outcome), false, telling),
            Reading::Joint | Reading::Nothing | Reading::Silent => self.unfresh(),
        }
    }

    /// Takes down one number, unless it only divides another.
    pub(super) fn push(&mut self, subject: Subject, weak: bool, telling: Telling) {
        let Telling { figure, set, year, finished, clause } = telling;
        let value = figure.value.as_i64().and_then(|value| u64::try_from(value).ok());
        let Some(value) = value.filter(|_| self.found.len() < MOST && self.stands_alone(subject, telling)) else {
            self.granted_upon_application(subject, set);
            return self.unfresh();
        };
        if self.ends_carried_in(subject, value) || subject == Subject::Granted && self.sentence.granted_elsewhere {
            return;
        }
        self.divide_parent(subject, value, set);
        if !is_received(subject) && subject != Subject::CarriedIn {
            self.unfresh();
        }
        if let Subject::Case(block, _) = subject {
            self.block = Some(block);
        }
        let clause = self.clause_span(clause);
        let approximate = figure.approximate;
        let fact =
            Fact { subject, value, span: figure.span, clause, told: Told::Figure, approximate, scope: scope(set) };
        self.found.push(Candidate {
            weak,
            part: set.meets(PARTS),
            sum: set.has(Sum),
            rest: set.meets(Set::of(&[Rest, Others])),
            listed: self.sentence.list.and_then(|list| list.parent),
            year,
            finished: subject == Subject::CarriedIn && (finished || set.has(Answered)),
            verbless: (!set.meets(ladder::VERBS.or(ladder::BLOCKS))).then_some(figure.unit),
            beside: self.sentence.unread,
            withdrawn: set.has(Withdrawn),
            ..Candidate::new(fact, self.sentence.number)
        });
        if let Some((span, clause)) = self.sentence.all_done.take_if(|_| is_received(subject)) {
            self.push_implied(Subject::Answered, self.found.len() - 1, span, clause);
        }
    }

    /// 其中已主动公开范围7件，依申请公开12件: granted are both together.
    fn granted_upon_application(&mut self, subject: Subject, set: Set) {
        let listed = self.sentence.list.and_then(|list| list.parent);
        if subject != Subject::New || set.meets(ladder::VERBS) || listed.is_none() {
            return;
        }
        let granted =
            |told: &&mut Candidate| told.fact.subject == Subject::Granted && told.weak && told.listed == listed;
        for told in self.found.iter_mut().skip(self.sentence.first).filter(granted) {
            told.dropped = true;
            self.sentence.granted_elsewhere = true;
        }
    }

    /// Whether a number is one of its own: a list of what was received divides it, and only 新收 in it is; of several
    /// years only this one's is; 其他处理3件（撤回1件） is told once.
    fn stands_alone(&self, subject: Subject, telling: Telling) -> bool {
        let parent = self.sentence.list.and_then(|list| self.found.get(list.parent?));
        if !is_received(subject) {
            // 上年结转的5件申请中，3件予以公开: how those ended, where nothing else is divided.
            let first = self.sentence.list.is_some_and(|list| list.parent == Some(self.sentence.first));
            let ends = |parent: &Candidate| {
                first && parent.fact.subject == Subject::CarriedIn && ladder::RESULT_SUBJECTS.contains(&subject)
            };
            return parent.is_none_or(|parent| parent.dropped || parent.fact.subject != subject && !ends(parent));
        }
        let Telling { set, year, .. } = telling;
        let new = subject == Subject::Total || set.has(NewlyReceived) || set.has(ThisYear) && set.meets(ladder::VERBS);
        match self.sentence.list {
            Some(list) => list.parent.is_none() || self.sentence.many_years || new,
            None => !self.sentence.cumulative && (!self.sentence.many_years || year.is_some() || set.has(ThisYear)),
        }
    }

    /// 办结4件；上年结转1件，予以公开1件: how the one ended, and so not among the 4.
    fn ends_carried_in(&mut self, subject: Subject, value: u64) -> bool {
        let answered = self.has_told(|subject| subject == Subject::Answered);
        let result = ladder::RESULT_SUBJECTS.contains(&subject);
        let Some(last) = self.found.last_mut().filter(|last| last.sentence == self.sentence.number) else {
            return false;
        };
        let ends = answered
            && result
            && last.fact.subject == Subject::CarriedIn
            && last.listed.is_none()
            && value <= last.fact.value;
        last.finished |= ends;
        ends
    }

    /// 受理30件，其中新收26件、上年结转4件: the 30 are all applications. A bare bracket leaves it open.
    fn divide_parent(&mut self, subject: Subject, value: u64, set: Set) {
        let Some(list) = self.sentence.list else { return };
        let parent = list.parent.and_then(|parent| self.found.get_mut(parent));
        let Some(parent) = parent.filter(|parent| is_received(parent.fact.subject)) else { return };
        if subject == Subject::Total {
            return;
        }
        if is_received(subject) && !self.sentence.many_years {
            parent.fact.subject = Subject::Total;
        } else if subject == Subject::CarriedIn && value > 0 && list.fresh {
            let said = list.opened || set.has(List);
            parent.fact.subject = if said { Subject::Total } else { Subject::NewOrTotal };
        }
    }

    fn unfresh(&mut self) {
        if let Some(list) = &mut self.sentence.list {
            list.fresh = false;
        }
    }

    /// Takes down a number that words tell; `span` covers them.
    pub(super) fn push_words(&mut self, subject: Subject, value: u64, told: Told, span: Span, clause: Clause) {
        if self.found.len() >= MOST {
            return;
        }
        if let Subject::Case(block, _) = subject {
            self.block = Some(block);
        }
        let (clause, scope) = (self.clause_span(clause), super::Scope::Plain);
        let fact = Fact { subject, value, span, clause, told, approximate: false, scope };
        self.found.push(Candidate::new(fact, self.sentence.number));
    }

    /// Takes down what 均已答复 and the like say of the number `base`.
    pub(super) fn push_implied(&mut self, subject: Subject, base: usize, span: Span, clause: Clause) {
        let Some(value) = self.found.get(base).map(|candidate| candidate.fact.value) else { return };
        self.push_words(subject, value, Told::Implied, span, clause);
        if let Some(implied) = self.found.last_mut() {
            implied.listed = Some(base);
            implied.withdrawn = subject == Subject::Other;
        }
    }

    /// Takes down the applications that 除 n 件…外 leaves, if the sentence had it.
    pub(super) fn push_outside(&mut self, clause: Clause) -> bool {
        let Some((figure, answered)) = self.sentence.outside.take() else { return false };
        let telling = Telling { figure, set: Set::default(), year: None, finished: false, clause };
        self.push(Subject::New, false, telling);
        if answered {
            self.push(Subject::Answered, false, telling);
        }
        true
    }

    fn clause_span(&self, clause: Clause) -> Span {
        span_of(self.scan.slice(clause.start, clause.end))
    }

    /// The last number of the sentence that a list may divide.
    pub(super) fn last_count(&self) -> Option<usize> {
        let last = self.found.len().checked_sub(1)?;
        (last >= self.sentence.first).then_some(last)
    }

    /// The last number of the sentence before, for a list that begins a sentence: 共164件。其中，…
    pub(super) fn last_of_sentence_before(&self, mark: char) -> Option<usize> {
        let last = self.found.len().checked_sub(1)?;
        let before = self.found.get(last)?.sentence + 1 == self.sentence.number;
        (mark == '。' && before).then_some(last)
    }

    /// The number that 均已答复 speaks of: the last one that was received, in this sentence or in the one before.
    pub(super) fn last_received(&self) -> Option<usize> {
        let earlier = self.found.len() == self.sentence.first;
        let last = self.found.iter().rposition(|candidate| is_received(candidate.fact.subject))?;
        (earlier || last >= self.sentence.first).then_some(last)
    }

    /// The numbers of cases that this sentence tells.
    pub(super) fn cases_of_sentence(&self) -> Vec<usize> {
        let subject = |at: &usize| self.found.get(*at).map(|told| told.fact.subject);
        let case = |at: &usize| matches!(subject(at), Some(Subject::Case(_, Outcome::Total)));
        (self.sentence.first..self.found.len()).filter(case).collect()
    }

    /// Whether the sentence has told a number with one of these subjects.
    pub(super) fn has_told(&self, group: impl Fn(Subject) -> bool) -> bool {
        self.found.iter().skip(self.sentence.first).any(|candidate| group(candidate.fact.subject))
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
            beside: 0,
            withdrawn: false,
            dropped: false,
        }
    }
}

/// What `tokens` cover.
pub(super) fn span_of(tokens: &[Token]) -> Span {
    match (tokens.first(), tokens.last()) {
        (Some(first), Some(last)) => first.span.join(last.span),
        _ => Span::default(),
    }
}

/// Whether `tokens` are one word that denies: 行政复议：无.
pub(super) fn is_none(tokens: &[Token]) -> bool {
    matches!(tokens, [only] if only.kind == Kind::Word(Neg))
}
