//! Numbers of other matters: penalties that were reviewed, letters that were received, documents that were published.
use super::{
    Fact, Subject,
    context::{FILLERS, applies_for_review, last_word},
    ladder::{self, Reading},
    meaning::Beside,
    reader::Reader,
    record::{Candidate, is_received},
    scan::{Kind, Token, words},
    words::{Set, Word::*},
};

/// Ends of the names of organs, and of what was done before: 电话告知后线上答复12件.
const ORGANS: &[char] = &['后', '局', '委', '办', '镇', '乡', '府', '区', '县', '市', '处', '院'];

impl Reader<'_, '_> {
    /// 行政复议45件，其中涉及政府信息公开3件; 收到各类申请56件，其中政府信息公开申请3件: only the part counts.
    pub(super) fn of_disclosure(&mut self, reading: Reading, beside: &Beside) -> Reading {
        let part = reading == Reading::Silent && beside.ahead.set.has(Info) || reading == Reading::Weak(Subject::New);
        let parent = match self.sentence.list {
            Some(list) => list.parent.filter(|_| list.opened && list.fresh),
            // 行政复议25件，涉及政府信息公开的2件
            None => {
                self.last_count().filter(|_| beside.before.first().is_some_and(|token| self.scan.text(token) == "涉及"))
            }
        };
        let Some(parent) = parent.filter(|_| part).and_then(|at| self.found.get_mut(at)) else { return reading };
        let discloses = |text: &str| text.contains("公开");
        let whole = self.scan.folded.get(parent.fact.clause.range()).unwrap_or("");
        if discloses(whole) || !beside.before.iter().any(|token| discloses(self.scan.text(token))) {
            return reading;
        }
        match parent.fact.subject {
            Subject::Case(block, outcome) => {
                parent.dropped = true;
                Reading::Case(block, outcome)
            }
            subject if is_received(subject) && reading != Reading::Silent => {
                parent.dropped = true;
                self.sentence.list = None;
                reading
            }
            _ => reading,
        }
    }

    /// 复议25件、诉讼14件，涉及政府信息公开的分别为2件、1件: only the parts count.
    pub(super) fn of_cases(&mut self) -> Vec<Reading> {
        let mut parts = vec![];
        for at in self.cases_of_sentence() {
            let Some(Candidate { fact: Fact { subject: Subject::Case(block, outcome), .. }, dropped, .. }) =
                self.found.get_mut(at)
            else {
                continue;
            };
            *dropped = true;
            parts.push(Reading::Case(*block, *outcome));
        }
        parts
    }

    /// A number of cases, unless they are about penalties and the like, or the organ is the one that reviews.
    pub(super) fn read_case(&mut self, beside: &Beside) -> Reading {
        let set = beside.ahead.set;
        let reviews = set.meets(ladder::VERBS) && applies_for_review(beside.before);
        // 司法局办理政府信息公开行政复议案件33件
        let office = set.meets(Set::of(&[Accepted, Handled]))
            && beside.before.iter().any(|token| self.scan.text(token).contains("司法"));
        if (office || reviews && !set.has(Info)) && !beside.is_zero() {
            return Reading::Nothing;
        }
        // 因2022年答复引起的诉讼1件
        let of_answer = set.holds(Set::of(&[Cause, Answered]));
        let disclosed = of_answer || set.meets(Set::of(&[Info, Application])) || beside.is_zero();
        if !disclosed && names_other_cause(beside.before) {
            return Reading::Nothing;
        }
        // 全年办理行政复议案件136件，行政应诉案件48件: of all kinds.
        let of_office = set.meets(Set::of(&[Accepted, Handled])) && !beside.after.set.meets(Set::of(&[Info]));
        self.sentence.law |= (set.has(Law) || of_office) && !disclosed;
        let other = set.meets(Set::of(&[Accepted, Handled, Answered, Carry, Turn, Prior]));
        if (other || self.sentence.law) && !disclosed { Reading::Nothing } else { ladder::case(set, self.block) }
    }

    /// Where nothing has spoken of applications yet, 大厅受理300件 is about something else; an organ's name is not.
    pub(super) fn is_far_fetched(&self, before: &[Token]) -> bool {
        before.iter().any(|token| token.kind == Kind::Gap && !self.scan.text(token).ends_with(ORGANS))
    }
}

/// Whether a verb before a figure has its object behind it, and that is not an application: 收到3件来信.
pub(super) fn names_another_thing(behind: &[Token]) -> bool {
    let set = words(behind);
    // 收到2起因政府信息公开引发的行政复议
    let ends_case = last_word(behind).is_some_and(|word| ladder::BLOCKS.has(word));
    let named = set.meets(Set::of(&[Application, Info])) && !(ends_case && set.has(Cause));
    let first = behind.first().map(|token| token.kind);
    let other = matches!(first, Some(Kind::Gap | Kind::Word(Foreign | Law | Publishing)));
    let case = ends_case && set.without(FILLERS.or(ladder::BLOCKS).or(Set::of(&[Application]))).is_empty();
    !named && (other || case)
}

/// 因征地补偿被诉3次: a cause that the lexicon does not know, and that is not disclosure.
fn names_other_cause(before: &[Token]) -> bool {
    let cause = before.iter().position(|token| token.kind == Kind::Word(Cause));
    let block = before.iter().position(|token| matches!(token.kind, Kind::Word(word) if ladder::BLOCKS.has(word)));
    let between = cause.zip(block).and_then(|(cause, block)| before.get(cause..block)).unwrap_or(&[]);
    between.iter().any(|token| token.kind == Kind::Gap) && !words(between).meets(Set::of(&[Answered, Handled]))
}

/// 依申请公开信息2件: what was published upon application, not all that was applied for.
pub(super) fn names_documents(beside: &Beside) -> bool {
    let pair = |two: &[Token]| matches!(two, [one, other] if one.kind == Kind::Word(Application) && other.kind == Kind::Word(Info));
    let verb = beside.ahead.set.meets(ladder::VERBS);
    !verb && beside.before.windows(2).any(pair)
}
