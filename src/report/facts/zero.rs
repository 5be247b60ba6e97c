//! What is told without a figure: 未收到申请, 无结转, 均已答复, 办结率100%.
use super::{
    Block, Outcome, Subject, Told,
    context::{FILLERS, Topic, is_filler, last_word},
    ladder::{self, Reading},
    reader::Reader,
    record::{is_received, span_of},
    scan::{Clause, Kind, Token, words},
    words::{Set, Word::*},
};

/// Words that may stand behind 未 or 无 while the thing itself stands before: 行政复议、行政诉讼均未发生.
const BARE: Set =
    Set::of(&[Neg, Received, NewlyReceived, Accepted, Handled, This, Link, Info, ThisYear, Done, And, All]);

/// Steps of a procedure: 未按期答复, 无逾期. They say nothing about numbers of applications.
const STEPS: Set = Set::of(&[Overdue, Handed, Except, Answered]);

impl Reader<'_, '_> {
    /// Reads `tokens`, which may deny something, as numbers that are zero. Whether they tell one.
    pub(super) fn zero(&mut self, tokens: &[Token], clause: Clause) -> bool {
        let Some(neg) = tokens.iter().position(|token| token.kind == Kind::Word(Neg)) else { return false };
        let (before, behind) = tokens.split_at(neg);
        let (all, denied) = (words(tokens), words(behind));
        if all.meets(ladder::OUTCOMES) || all.meets(STEPS) && !all.meets(ladder::BLOCKS) {
            return false;
        }
        // 未收到信函申请 denies one channel only; 未因申请引发复议 does not deny the application.
        let channel = all.has(Channel) && !all.has(All) && self.channel_limits(tokens);
        // 全年无此类申请: those that the text spoke of.
        let channel = channel || all.has(This) && (self.topic != Topic::Application || self.has_told(|_| true));
        let caused = denied.has(Cause) && denied.meets(ladder::BLOCKS);
        let mut told = things(behind, words(before), channel || caused);
        let bare = denied.without(BARE).is_empty() && behind.iter().all(|token| token.kind != Kind::Gap);
        // 未因处罚被申请复议: other cases.
        let other_cases = denied.has(Law) && !denied.has(Info);
        told.retain(|(subject, _)| !other_cases || !matches!(subject, Subject::Case(..)));
        let mut denial = span_of(behind.get(..1).unwrap_or(behind));
        if told.is_empty() && bare && !other_cases {
            told = things(before, Set::default(), channel);
            denial = span_of(behind);
        }
        for (subject, slot) in &told {
            let span = denial.join(span_of(slot));
            if *subject != Subject::New || !self.push_outside(clause) {
                self.push_words(*subject, 0, Told::None, span, clause);
                // 未收到书面申请: none, unless others are told.
                if let Some(last) = self.found.last_mut().filter(|_| *subject == Subject::New) {
                    last.weak = words(slot).has(Channel);
                }
            }
        }
        !told.is_empty()
    }

    /// 予以公开10件，部分公开2件，其他情形均为零: all results that the sentence does not tell.
    pub(super) fn zero_others(&mut self, clause: Clause, set: Set) -> bool {
        let tokens = self.scan.slice(clause.start, clause.end);
        let none = tokens.last().is_some_and(|last| match last.kind {
            Kind::Word(Neg) => true,
            Kind::Figure(figure) => figure.value.as_i64() == Some(0),
            _ => false,
        });
        let only = set.without(FILLERS.or(Set::of(&[Others, Neg]))).is_empty();
        let known = only && tokens.iter().all(|token| token.kind != Kind::Gap);
        let others = none && known && set.holds(Set::of(&[Others, All])) && self.results_told() > 1;
        for subject in ladder::RESULT_SUBJECTS.iter().filter(|_| others) {
            if !self.has_told(|told| told == *subject) {
                self.push_words(*subject, 0, Told::None, span_of(tokens), clause);
            }
        }
        others
    }

    /// Reads 均已答复, 按期办结, 均予以公开, 办结率100%: a number told by reference to the one before.
    pub(super) fn implied(&mut self, tokens: &[Token], clause: Clause) {
        let set = words(tokens);
        // 分别于3月、9月答复
        let veto = if set.has(Respectively) { ladder::VETO.without(Set::of(&[Slice])) } else { ladder::VETO };
        let vetoed = set.meets(veto.or(Set::of(&[Neg, Rest, Foreign, Outside, Law, Publishing])));
        if vetoed || set.meets(ladder::BLOCKS) || self.topic == Topic::Foreign {
            return;
        }
        let reading = match last_word(tokens) {
            _ if set.has(Rate) && self.says_all(tokens) => Reading::Counts(&[Subject::Answered]),
            Some(Answered) if is_done(tokens) => Reading::Counts(&[Subject::Answered]),
            None | Some(Answered | Rate | Handled | Accepted | Received) => return,
            Some(_) if !set.has(All) && !self.says_whole(tokens) && !self.ends_one(tokens) => return,
            Some(_) if self.topic == Topic::Cases => ladder::case(set, self.block),
            Some(_) => ladder::application(set),
        };
        // 尚未答复4件（均在法定时限内）: how those stand.
        if reading == Reading::Counts(&[Subject::CarriedOut]) && self.has_told(|told| told == Subject::CarriedOut) {
            return;
        }
        let bases = match reading {
            Reading::Case(..) => self.cases_of_sentence(),
            _ => self.last_received().into_iter().collect(),
        };
        if bases.is_empty() && set.has(Rate) && self.topic == Topic::Application {
            self.sentence.all_done = Some((span_of(tokens), clause));
        }
        for at in bases {
            let Some(base) = self.found.get(at).map(|candidate| candidate.fact) else { continue };
            let subject = match (reading, base.subject) {
                (Reading::Counts([subject]), _) if !is_received(*subject) => *subject,
                (Reading::Weak(subject), _) if ladder::RESULT_SUBJECTS.contains(&subject) => subject,
                (Reading::Case(_, outcome), Subject::Case(block, _)) if outcome != Outcome::Total => {
                    Subject::Case(block, outcome)
                }
                _ => continue,
            };
            if base.is_exact() && (base.value > 0 || self.has_told(|subject| subject == Subject::CarriedIn)) {
                self.push_implied(subject, at, span_of(tokens), clause);
            }
        }
    }

    /// Whether the words are nothing but how the only application ended: 收到申请1件，予以公开.
    fn ends_one(&self, tokens: &[Token]) -> bool {
        let one = self.last_received().and_then(|at| self.found.get(at)).is_some_and(|told| told.fact.value == 1);
        let named = Set::of(&[Granted, Partial, Denied, Unable, NotProcessed, Withdrawn, Handled]);
        let gap = tokens.iter().any(|token| token.kind == Kind::Gap && self.scan.text(token) != "后");
        one && !gap && words(tokens).without(FILLERS.or(named)).is_empty()
    }

    /// 全部公开
    fn says_whole(&self, tokens: &[Token]) -> bool {
        tokens.iter().any(|token| self.scan.text(token).ends_with("全部公开"))
    }

    fn says_all(&self, tokens: &[Token]) -> bool {
        let hundred = |token: &Token| matches!(self.scan.text(token), "100%" | "100.0%" | "100.00%" | "百分之百");
        tokens.iter().any(hundred)
    }

    /// Whether the denial is of one channel only: 未收到信函申请, but not 未收到申请信函, 未收到书面申请, 未收到任何渠道的申请.
    fn channel_limits(&self, tokens: &[Token]) -> bool {
        if tokens.iter().any(|token| self.scan.text(token) == "任何") {
            return false;
        }
        let place = |word| tokens.iter().position(|token| token.kind == Kind::Word(word));
        let written = |at: usize| tokens.get(at).is_some_and(|token| self.scan.text(token) == "书面");
        matches!((place(Channel), place(Application)), (Some(channel), Some(application)) if channel < application && !written(channel))
    }
}

/// What the things that 、 or 和 divide would have counted, each with the words that name it.
fn things(tokens: &[Token], before: Set, limited: bool) -> Vec<(Subject, &[Token])> {
    let divides = |token: &Token| matches!(token.kind, Kind::Mark('、') | Kind::Word(And));
    let slots = tokens.split(divides);
    slots.flat_map(|slot| thing(slot, before, limited).into_iter().map(move |subject| (subject, slot))).collect()
}

/// What a thing that is denied would have counted; `limited` if an application is not denied as such.
fn thing(slot: &[Token], before: Set, limited: bool) -> Vec<Subject> {
    let set = words(slot);
    if set.meets(Set::of(&[NotReceipt, Notice])) {
        return vec![];
    }
    if set.has(Fee) {
        return vec![Subject::Fee];
    }
    if set.meets(ladder::BLOCKS) {
        let blocks = [
            (Review, Block::Review),
            (Litigation, Block::Litigation),
            (Direct, Block::Direct),
            (AfterReview, Block::AfterReview),
        ];
        let named = blocks.iter().filter(|(word, _)| set.has(*word));
        return named.map(|(_, block)| Subject::Case(*block, Outcome::Total)).collect();
    }
    if set.meets(Set::of(&[Carry, Unfinished])) || set.has(Turn) && set.meets(Set::of(&[Prior, Next])) {
        let prior = set.or(before).has(Prior) && !set.has(Next);
        return vec![if prior { Subject::CarriedIn } else { Subject::CarriedOut }];
    }
    let last = last_word(slot);
    let results = set.and(ladder::RESULTS);
    if results.count() == 1 && slot.iter().all(|token| token.kind != Kind::Gap) {
        let denied = [(Denied, Subject::Denied), (Partial, Subject::Partial), (NotProcessed, Subject::NotProcessed)];
        let only = set.without(FILLERS.or(results).or(Set::of(&[Neg, Application]))).is_empty();
        return denied.iter().filter(|(word, _)| only && last == Some(*word)).map(|(_, subject)| *subject).collect();
    }
    let named =
        set.has(Application) && matches!(last, Some(Application | Channel | Handled)) || last == Some(AllApplications);
    let other = set.meets(ladder::RESULTS.or(Set::of(&[Law, Foreign, Prior])));
    if named && !other && !limited { vec![Subject::New] } else { vec![] }
}

/// Whether 答复 at the end is a thing done: 均 anywhere before it, or 已, 按期 right before it, or 并 at the beginning.
fn is_done(tokens: &[Token]) -> bool {
    let near = |token: &&Token| {
        is_filler(token.kind) || matches!(token.kind, Kind::Word(Answered | Handled | Accepted | Channel | Open))
    };
    // 已公开答复 is done as well.
    let done = tokens.iter().rev().take_while(near).any(|token| matches!(token.kind, Kind::Word(Done | Open)));
    let and = tokens.first().is_some_and(|token| token.kind == Kind::Word(And));
    words(tokens).has(All) || done || and
}
