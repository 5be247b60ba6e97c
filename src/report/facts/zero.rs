//! What is told without a figure: 未收到申请, 无结转, 均已答复, 办结率100%.
use super::{
    Block, Outcome, Subject, Told,
    ladder::{self, Reading},
    reader::{Reader, Topic, is_filler, is_received, last_word},
    scan::{Clause, Kind, Token, words},
    words::{Set, Word::*},
};
use crate::text::Span;

/// Words that may stand behind 未 or 无 while the thing itself stands before: 行政复议、行政诉讼均未发生.
const BARE: Set =
    Set::of(&[Neg, Received, NewlyReceived, Accepted, Handled, This, Link, Info, ThisYear, Done, And, All]);

impl Reader<'_, '_> {
    /// Reads `tokens`, which deny something, as numbers that are zero. Whether they tell one.
    pub(super) fn zero(&mut self, tokens: &[Token], clause: Clause) -> bool {
        let Some(neg) = tokens.iter().position(|token| token.kind == Kind::Word(Neg)) else { return false };
        let (before, behind) = tokens.split_at(neg);
        let all = words(tokens);
        let steps = Set::of(&[Overdue, Handed, Except, Answered]);
        if all.meets(ladder::OUTCOMES) || all.meets(steps) && !all.meets(ladder::BLOCKS) {
            return false;
        }
        let channel = all.has(Channel) && !all.has(All) && channel_limits(tokens);
        let mut told = vec![];
        let caused = words(behind).has(Cause) && words(behind).meets(ladder::BLOCKS);
        for slot in behind.split(|token| matches!(token.kind, Kind::Mark('、') | Kind::Word(And))) {
            for subject in self.denied(slot, words(before), channel || caused) {
                told.push((subject, slot));
            }
        }
        if told.is_empty()
            && words(behind).without(BARE).is_empty()
            && behind.iter().all(|token| token.kind != Kind::Gap)
        {
            for slot in before.split(|token| matches!(token.kind, Kind::Mark('、') | Kind::Word(And))) {
                for subject in self.denied(slot, Set::default(), channel) {
                    told.push((subject, tokens));
                }
            }
        }
        for (subject, slot) in &told {
            let start = tokens.get(neg).map_or(Span::default(), |token| token.span);
            let span = slot
                .last()
                .map_or(start, |last| start.join(last.span))
                .join(slot.first().map_or(start, |first| first.span));
            match (subject, self.take_outside()) {
                (Subject::New, Some((figure, answered))) => self.push_outside(figure, answered, clause),
                _ => self.push_words(*subject, 0, Told::None, span, clause),
            }
        }
        !told.is_empty()
    }

    /// What a thing that is denied would have counted.
    fn denied(&self, slot: &[Token], before: Set, limited: bool) -> Vec<Subject> {
        let set = words(slot);
        if set.has(NotReceipt) {
            return vec![];
        }
        if set.has(Fee) {
            return vec![Subject::Fee];
        }
        if set.meets(ladder::BLOCKS) {
            let law = set.has(Law) && !set.has(Info);
            let blocks = [
                (Review, Block::Review),
                (Litigation, Block::Litigation),
                (Direct, Block::Direct),
                (AfterReview, Block::AfterReview),
            ];
            let named = blocks.iter().filter(|(word, _)| set.has(*word) && !law);
            return named.map(|(_, block)| Subject::Case(*block, Outcome::Total)).collect();
        }
        if set.meets(Set::of(&[Carry, Unfinished])) || set.has(Turn) && set.meets(Set::of(&[Prior, Next])) {
            let prior = set.or(before).has(Prior) && !set.has(Next);
            return vec![if prior { Subject::CarriedIn } else { Subject::CarriedOut }];
        }
        let application =
            matches!(last_word(slot), Some(Application | Channel | AllApplications)) && set.has(Application);
        let other = set.meets(ladder::RESULTS.or(Set::of(&[This, Law, Foreign, Prior])));
        if application && !other && !limited { vec![Subject::New] } else { vec![] }
    }

    /// Reads 均已答复, 按期办结, 均予以公开, 办结率100%: a number told by reference to the one before.
    pub(super) fn implied(&mut self, tokens: &[Token], clause: Clause) {
        let set = words(tokens);
        let vetoed = set.meets(ladder::VETO.or(Set::of(&[Neg, Rest, Foreign, Outside, Law, Publishing])));
        if vetoed || set.meets(ladder::BLOCKS) || self.topic == Topic::Foreign {
            return;
        }
        let rate = set.has(Rate) && self.says_hundred(tokens);
        let last = last_word(tokens);
        let answered = rate || last == Some(Answered) && is_done(tokens);
        let reading = match last {
            _ if answered => Reading::Counts(&[Subject::Answered]),
            Some(Answered | Rate | Handled | Accepted | Received) | None => return,
            Some(_) if self.topic == Topic::Cases && set.has(All) => ladder::case(set, self.block),
            Some(_) if set.has(All) => ladder::application(set),
            Some(_) => return,
        };
        let bases: Vec<usize> = match reading {
            Reading::Case(..) => self.cases_of_sentence(),
            _ => self.last_received().into_iter().collect(),
        };
        let span = self.words_span(tokens);
        for base in bases {
            let Some(base) = self.found.get(base).map(|candidate| candidate.fact) else { continue };
            let subject = match (reading, base.subject) {
                (Reading::Counts([subject]), _) if !is_received(*subject) => *subject,
                (Reading::Weak(Subject::Granted), _) => Subject::Granted,
                (Reading::Case(_, outcome), Subject::Case(block, _)) if outcome != Outcome::Total => {
                    Subject::Case(block, outcome)
                }
                _ => continue,
            };
            if base.is_exact() && base.value > 0 {
                self.push_words(subject, base.value, Told::Implied, span, clause);
            }
        }
    }

    fn words_span(&self, tokens: &[Token]) -> Span {
        match tokens {
            [first, .., last] => first.span.join(last.span),
            [only] => only.span,
            [] => Span::default(),
        }
    }

    fn says_hundred(&self, tokens: &[Token]) -> bool {
        tokens.iter().any(|token| {
            token.kind == Kind::Number && matches!(self.scan.text(token), "100%" | "100.0%" | "100.00%" | "百分之百")
        })
    }
}

/// Whether 答复 at the end is a thing done: 均 anywhere before it, or 已, 按期, 并 right before it.
fn is_done(tokens: &[Token]) -> bool {
    if words(tokens).has(All) {
        return true;
    }
    let near = tokens
        .iter()
        .rev()
        .take_while(|token| is_filler(token.kind) || matches!(token.kind, Kind::Word(Answered | Handled | Accepted)));
    let near: Vec<Token> = near.copied().collect();
    words(&near).meets(Set::of(&[Done])) || matches!(tokens.first().map(|token| token.kind), Some(Kind::Word(And)))
}

/// Whether the denial is of one channel only: 未收到信函申请, but not 未收到申请信函.
fn channel_limits(tokens: &[Token]) -> bool {
    let application = tokens.iter().position(|token| token.kind == Kind::Word(Application));
    let channel = tokens.iter().position(|token| token.kind == Kind::Word(Channel));
    match (channel, application) {
        (Some(channel), Some(application)) => channel < application,
        _ => false,
    }
}
