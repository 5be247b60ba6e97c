//! Numbers that 分别 or 各 gives to several things named before: 复议、诉讼分别为4件、3件.
use super::{
    context::Context,
    ladder::{self, Reading},
    meaning::Beside,
    reader::Reader,
    scan::{Kind, Token, words},
    words::Word::*,
};

impl Reader<'_, '_> {
    /// What the first number behind 分别 counts; what the others count waits in the queue.
    pub(super) fn respective(&mut self, beside: &Beside) -> Reading {
        // 依次是公开31件、部分公开5件: the first of a list, not its names.
        let names = |token: &Token| matches!(token.kind, Kind::Word(Respectively | Each));
        let at = beside.before.iter().rposition(names).unwrap_or(0);
        let named = beside.before.get(at + 1..).unwrap_or(&[]);
        if words(named).meets(ladder::RESULTS.or(ladder::VERBS)) {
            return self.before(&Beside { before: named, ahead: Context::new(named, self.year), ..*beside });
        }
        let mut slots = self.slots(beside.before);
        if slots == [Reading::Silent] && beside.ahead.set.has(Info) {
            slots = self.of_cases();
        }
        self.sentence.queue = slots.into();
        // 复议、诉讼分别由上年的7件、3件降至4件、1件
        if self.comes_from(beside) {
            self.sentence.outset = !self.leads_on(beside);
            return Reading::Nothing;
        }
        self.sentence.queue.pop_front().unwrap_or(Reading::Nothing)
    }

    /// 由8件增至16件: where a change began.
    pub(super) fn is_outset(&self, beside: &Beside) -> bool {
        self.comes_from(beside) && self.leads_on(beside)
    }

    /// 各3件、1件
    pub(super) fn goes_on(&self, beside: &Beside) -> bool {
        let tokens = &self.scan.tokens;
        let behind = tokens.partition_point(|token| token.span.end <= beside.figure.whole.end);
        let next = |at: usize| tokens.get(behind + at).map(|token| token.kind);
        beside.behind.is_empty() && next(0) == Some(Kind::Mark('、')) && matches!(next(1), Some(Kind::Figure(_)))
    }

    /// 由上年的
    fn comes_from(&self, beside: &Beside) -> bool {
        let prior = |token: &&Token| matches!(token.kind, Kind::Word(Prior | Link) | Kind::Year(_));
        let outset = beside.before.iter().rev().find(|token| !prior(token));
        outset.is_some_and(|token| matches!(self.scan.text(token), "由" | "从"))
    }

    /// 增至
    pub(super) fn leads_on(&self, beside: &Beside) -> bool {
        beside.behind.last().is_some_and(|token| self.scan.text(token).ends_with(['至', '到', '为']))
    }

    /// The readings of words that 、 or 和 divide, in order.
    pub(super) fn slots(&self, tokens: &[Token]) -> Vec<Reading> {
        let divides = |token: &Token| matches!(token.kind, Kind::Mark('、') | Kind::Word(And));
        let read = |tokens: &[Token]| {
            let set = Context::new(tokens, self.year).set;
            if set.meets(ladder::BLOCKS) { ladder::case(set, self.block) } else { ladder::application(set) }
        };
        tokens.split(divides).filter(|slot| !slot.is_empty()).map(read).collect()
    }
}
