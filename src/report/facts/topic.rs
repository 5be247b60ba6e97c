//! What the text speaks of, as the words beside a figure tell it: applications, publishing, cases, something else.
use super::{
    Subject,
    context::{Head, Topic, topic_of, topic_word},
    ladder::{self, Reading},
    meaning::Beside,
    reader::Reader,
    record::is_received,
    scan::{Kind, Token},
    words::{Set, Word::*},
};

impl Reader<'_, '_> {
    /// Remembers what the words of a clause speak of, for a figure that has none of its own.
    pub(super) fn note_head(&mut self, reading: Reading, head: Head) {
        self.sentence.head = match reading {
            Reading::Silent => self.sentence.head,
            _ if head == Head::Unknown => None,
            reading => Some(reading),
        };
    }

    /// Takes over what the words beside a figure speak of.
    pub(super) fn note_topic(&mut self, beside: &Beside) {
        let Beside { figure, before, behind, ahead, after, .. } = beside;
        let verb = ahead.set.meets(ladder::VERBS);
        let mut named = topic_word(before);
        if named.is_none() && (verb || ahead.set.without(Set::of(&[Link])).is_empty()) {
            // 收到3件来信: the thing stands behind its number.
            let last = after.head;
            named = topic_word(behind).filter(|word| !ladder::BLOCKS.has(*word) || last == Head::Word(*word));
        }
        let gap_behind = behind.first().is_some_and(|token| token.kind == Kind::Gap) && !after.set.has(Info);
        let unknown = verb && (ahead.head == Head::Unknown || gap_behind);
        match named {
            // 信访类不予处理2件: why, not what.
            Some(Foreign)
                if ahead.set.has(NotProcessed) && self.has_told(|told| ladder::RESULT_SUBJECTS.contains(&told)) => {}
            Some(Law | Foreign) if self.sentence.about => {}
            // 房屋征收类占37件, 其中投诉类申请29件: a matter of theirs.
            Some(Law | Foreign) if self.topic == Topic::Application && self.names_class(before) => {}
            // 其中涉及土地确权2件、拆迁安置3件
            Some(Law) if self.topic == Topic::Application && self.divides_application() => {}
            // 办结95件，其中主动公开范围内的22件: among the answers.
            Some(Publishing) if self.topic == Topic::Application && self.divides_application() => {
                self.sentence.granted_elsewhere = true;
            }
            Some(word) => self.topic = topic_of(word),
            None if unknown && self.sentence.list.is_none() => self.topic = Topic::Foreign,
            None => {}
        }
        self.sentence.law |= named == Some(Law);
        if self.topic == Topic::Publishing && ahead.set.has(Publishing) {
            self.sentence.published = Some(figure.unit);
            // 依申请公开15条，主动公开300条: how documents are marked, not applications.
            let here = self.found.iter_mut().skip(self.sentence.first);
            here.filter(|told| told.verbless == Some(figure.unit)).for_each(|told| told.dropped = true);
        }
    }

    /// What the number counts that a list divides.
    fn divided(&self) -> Option<Subject> {
        Some(self.found.get(self.sentence.list?.parent?)?.fact.subject)
    }

    /// Whether a list divides a number of applications.
    fn divides_application(&self) -> bool {
        self.divides_received() || self.divided() == Some(Subject::Answered)
    }

    /// Whether a list divides what was received.
    pub(super) fn divides_received(&self) -> bool {
        self.divided().is_some_and(is_received)
    }

    /// 征收类, in a list 投诉类申请: a kind of applications.
    fn names_class(&self, tokens: &[Token]) -> bool {
        let named = |token: &Token| matches!(token.kind, Kind::Word(Law | Foreign));
        let Some(at) = tokens.iter().rposition(named) else { return false };
        let law = tokens.get(at).is_some_and(|token| token.kind == Kind::Word(Law));
        let listed = law || self.sentence.list.is_some();
        let (name, behind) = (tokens.get(at), tokens.get(at + 1..).unwrap_or(&[]));
        let class = behind.iter().take(2).any(|token| self.scan.text(token).starts_with('类'));
        listed && (class || name.is_some_and(|token| self.scan.text(token).contains("类申请")))
    }
}
