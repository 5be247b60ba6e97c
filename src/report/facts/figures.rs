//! The figures of a clause: which of them may count something, and each with the words on both sides of it.
use super::{
    Subject,
    context::{Context, FILLERS, Head, PARTS, Topic, last_word},
    ladder::{self, Reading},
    meaning::Beside,
    reader::{List, Reader},
    record::{Candidate, Telling, is_received},
    scan::{Clause, Kind, Token, words},
    words::{Set, Word::*},
};
use crate::text::number::{Figure, FigureKind};

/// How far before a figure its words are looked for where a clause is very long.
const NEAR: usize = 24;

impl Reader<'_, '_> {
    /// Whether the token is a figure that may count something; one without a unit must stand right behind its word.
    pub(super) fn is_count(&self, at: usize, clause: Clause) -> bool {
        let tokens = &self.scan.tokens;
        let Some(Token { kind: Kind::Figure(figure), .. }) = tokens.get(at) else { return false };
        if figure.kind != FigureKind::Bare {
            // 申请、答复两项数据分别为45件、44件
            let listed = || {
                tokens.get(at + 1..clause.end).is_some_and(|behind| {
                    let mut behind =
                        behind.iter().take(NEAR).skip_while(|token| token.kind != Kind::Word(Respectively));
                    behind.any(|token| matches!(token.kind, Kind::Figure(_)))
                })
            };
            return !matches!(figure.unit, "项" | "个") || !listed();
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
        let known = ladder::VERBS.or(ladder::RESULTS).or(ladder::BLOCKS).or(Set::of(&[
            Application,
            AllApplications,
            Carry,
            Next,
        ]));
        matches!(label.map(last_word), Some(Some(word)) if known.has(word))
    }

    /// 未发生一起行政复议: the only figure is a one that is denied.
    pub(super) fn denies_one(&self, counts: &[usize], clause: Clause) -> bool {
        let [only] = counts else { return false };
        let kind = self.scan.tokens.get(*only).map(|token| token.kind);
        let one = matches!(kind, Some(Kind::Figure(figure)) if figure.value.as_i64() == Some(1));
        let set = words(self.scan.slice(clause.start, *only));
        one && set.has(Neg) && !set.meets(Set::of(&[Outside, Answered]))
    }

    /// The figures of a clause, each with the words up to the figures beside it; 、 divides them.
    pub(super) fn figures(&mut self, clause: Clause, counts: &[usize]) {
        let scan = self.scan;
        let mut start = clause.start;
        for (index, at) in counts.iter().enumerate() {
            let Some(Token { kind: Kind::Figure(figure), .. }) = scan.tokens.get(*at).copied() else { continue };
            let next = counts.get(index + 1).copied().unwrap_or(clause.end);
            let tail = scan.slice(at + 1, next);
            let comma = tail.iter().position(|token| token.kind == Kind::Mark('、'));
            let behind = tail.get(..comma.unwrap_or(tail.len())).unwrap_or(tail);
            let whole = |words: &Clause| last_word(scan.slice(words.start, words.end)) == Some(AllApplications);
            let named = match clause.mark {
                ')' => self.sentence.before_bracket,
                // 占申请总数（45件）的60%
                '(' => self.sentence.words_before.filter(|words| whole(words) || self.is_share_of(*words)),
                _ => None,
            };
            let before = match (scan.slice(start, *at), named) {
                ([], Some(words)) if index == 0 => scan.slice(words.start, words.end),
                (before, _) => before,
            };
            let (mut ahead, after) = (Context::new(before, self.year), Context::new(behind, self.year));
            // 占全区收到申请52件的25%: all of them.
            let share = behind.first().is_some_and(|token| scan.text(token) == "的");
            if named.or(Some(clause).filter(|_| share)).is_some_and(|words| self.is_share_of(words)) {
                ahead.set.insert(Sum);
            }
            let figure_first = self.figure(Beside {
                figure,
                clause,
                before,
                behind,
                ahead,
                after,
                leads: comma.is_none() && next < clause.end,
            });
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
            self.sentence.list = Some(List::of(self.last_count(), true));
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
        let carries = ahead.set.or(after.set).meets(Set::of(&[Carry, Turn, Unfinished]));
        if ahead.set.has(Outside) && !carries {
            self.sentence.outside = Some((figure, after.set.has(Answered)));
            return true;
        }
        self.note_topic(&beside);
        let (reading, figure_first) = self.meaning(&beside);
        self.sentence.tally = self.sentence.tally.saturating_add(figure.value.as_i64().unwrap_or(0));
        let set = if figure_first { ahead.set.or(after.set) } else { ahead.set };
        let divided = self.sentence.list.is_some_and(|list| list.parent.is_some());
        if reading == Reading::Silent && set.meets(PARTS) && !divided {
            self.parts.push(self.sentence.number);
        }
        if ahead.set.has(ThisYear) {
            self.sentence.year = None;
        } else if ahead.set.meets(ladder::VERBS) && !ahead.set.meets(ladder::VETO) {
            self.sentence.year = ahead.year.or(self.sentence.year);
        }
        let telling = Telling { year: ahead.year.or(self.sentence.year), ..beside.telling(set) };
        let unread = reading == Reading::Silent || figure_first && reading == Reading::Nothing;
        let named = self.sentence.list.is_some() || beside.before.is_empty() || ahead.set.has(Except);
        if named && matches!(reading, Reading::Silent | Reading::Nothing) && !ahead.set.has(Compare) {
            let value = figure.value.as_i64().map_or(0, i64::unsigned_abs);
            self.sentence.unread = self.sentence.unread.saturating_add(value);
        }
        let open = unread && self.topic == Topic::Application;
        self.sentence.open = (open && ahead.set.without(FILLERS).is_empty()).then_some(telling);
        self.record(reading, telling);
        if reading == Reading::Nothing && set.holds(Set::of(&[Turn, Answered])) {
            self.joins_answered(figure);
        }
        if ahead.set.or(after.set).has(Fee) && !ahead.set.has(NotReceipt) {
            self.sentence.head = Some(Reading::Counts(&[Subject::Fee]));
        } else if !figure_first {
            self.note_head(ladder::spoken_of(ahead.set, self.block), ahead.head);
        }
        figure_first
    }

    /// 收到16件，已答复15件，延期答复1件: whether the one was answered as well is not told.
    fn joins_answered(&mut self, figure: Figure) {
        let all = self.first_told(is_received);
        let here = self.found.iter_mut().skip(self.sentence.first);
        let answered = here.filter(|told| told.fact.subject == Subject::Answered).last();
        let both = |told: &&mut Candidate| {
            let told = i64::try_from(told.fact.value).ok().zip(figure.value.as_i64());
            told.and_then(|(told, more)| told.checked_add(more)) == all
        };
        if let Some(answered) = answered.filter(both) {
            answered.dropped = true;
        }
    }

    /// 收取信息处理费360元, but not what the tariff, a notice or another fee says.
    fn fee(&mut self, beside: &Beside) {
        let scan = self.scan;
        let before = scan.tokens.partition_point(|token| token.span.end <= beside.figure.span.start);
        let set = words(scan.slice(beside.clause.start.max(before.saturating_sub(NEAR)), before));
        // 行政许可收费28万元
        let named = beside.before.iter().any(|token| scan.text(token).ends_with("处理费"));
        let other = Set::of(if named { &[NotReceipt, Notice, Foreign] } else { &[NotReceipt, Notice, Foreign, Law] });
        let per = beside.behind.first().is_some_and(|token| scan.text(token).starts_with('/'));
        let spoken = self.sentence.head == Some(Reading::Counts(&[Subject::Fee]));
        if (set.has(Fee) || spoken) && !per && !set.meets(other) {
            self.push(Subject::Fee, !set.has(Fee), beside.telling(set));
        }
    }

    /// Whether a clause begins with 占.
    pub(super) fn is_share_of(&self, clause: Clause) -> bool {
        self.scan.tokens.get(clause.start).is_some_and(|token| self.scan.text(token) == "占")
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
}
