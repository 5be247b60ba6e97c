//! What a figure counts that has no words of its own: what the clause before spoke of, or a sum of what was told before.
use super::{
    Block, Outcome, Subject,
    context::{Context, FILLERS, Head, Topic},
    ladder::{self, Reading},
    meaning::Beside,
    reader::{List, Reader},
    record::is_received,
    scan::{Kind, Token},
    words::{Set, Word::*},
};

impl Reader<'_, '_> {
    /// What a figure counts that has no words of its own: 申请件数与上年持平，为7件; 其中2024年58件.
    pub(super) fn inherited(&self, beside: &Beside) -> Reading {
        let Context { set, head, year } = beside.ahead;
        if beside.behind.is_empty() && set.has(Rest) && set.without(FILLERS).is_empty() && self.is_left(beside) {
            return Reading::Counts(&[Subject::CarriedOut]);
        }
        let sum = set.has(Sum) && set.without(FILLERS).is_empty();
        let whole = sum && beside.figure.value.as_i64() == Some(self.sentence.tally);
        if let Some(reading) = self.summed().filter(|_| whole) {
            return reading;
        }
        // 予以公开13件、不予公开5件、无法提供8件、其他5件
        let others = set == Set::of(&[Others]) && beside.behind.is_empty() && self.results_told() > 2;
        if others {
            return Reading::Weak(Subject::Other);
        }
        let Some(reading) = self.sentence.head.filter(|_| !self.is_share(beside)) else { return Reading::Silent };
        let other_year = year.is_some() && year != self.year;
        if head == Head::Unknown || !set.without(FILLERS).is_empty() || self.topic == Topic::Foreign || other_year {
            return Reading::Silent;
        }
        // 新收15件，结转2件，共计17件: the sum of both.
        let carried = self.has_told(|subject| subject == Subject::CarriedIn);
        if set.has(Sum) && (carried || self.sums_up(beside)) {
            return Reading::Counts(&[Subject::Total]);
        }
        let follows_words = self.sentence.words_before.is_some();
        // 占全县总量（88件）的35%
        let whole =
            beside.clause.mark == '(' && self.sentence.before_bracket.is_some_and(|words| self.is_share_of(words));
        let told = match (self.sentence.list, reading) {
            (Some(_), _) if whole && set.has(Sum) => is_received_reading(reading),
            (_, Reading::Counts([Subject::Fee])) => false,
            // 在申请的信息中，予以公开的占60%，为12件
            (Some(List { parent: None, .. }), _) if !is_received_reading(reading) => follows_words,
            (Some(_), _) => self.sentence.many_years && (year.is_some() || set.has(ThisYear)),
            (None, Reading::Case(..)) if set.has(ThisYear) || self.is_result(beside.before) => true,
            (None, _) if !is_received_reading(reading) => follows_words,
            (None, _) => !beside.before.is_empty() && !set.has(Rest) || follows_words && beside.clause.mark != ';',
        };
        if told { reading } else { Reading::Silent }
    }

    /// What a sum of all numbers of the sentence counts, where these are cases of one kind: 一审2件，二审1件，共3件.
    fn summed(&self) -> Option<Reading> {
        // 公民提出17件、企业提出4件，合计21件
        // 市本级受理61件，区县受理207件，全市合计268件
        let here = || self.found.iter().skip(self.sentence.first);
        if self.topic == Topic::Application && here().all(|told| told.part && is_received(told.fact.subject)) {
            let parts = self.parts.last() == Some(&self.sentence.number);
            let spoken = self.sentence.head.filter(|head| here().next().is_some() && is_received_reading(*head));
            return spoken.or(parts.then_some(Reading::Counts(&[Subject::NewOrTotal])));
        }
        if self.topic != Topic::Cases && self.results_told() > 2 && here().count() == self.results_told() {
            return Some(Reading::Counts(&[Subject::Answered]));
        }
        let blocks = self.found.iter().skip(self.sentence.first).map(|told| match told.fact.subject {
            Subject::Case(Block::Direct | Block::AfterReview, _) => Some(Block::Litigation),
            Subject::Case(block, outcome) => (outcome != Outcome::Total).then_some(block),
            _ => None,
        });
        let mut blocks: Vec<_> = blocks.collect();
        if let (true, Some(Reading::Case(block, _))) = (blocks.is_empty(), self.sentence.head) {
            blocks.push(Some(block));
        }
        let block = blocks.first().copied().flatten()?;
        blocks.iter().all(|other| *other == Some(block)).then_some(Reading::Case(block, Outcome::Total))
    }

    /// How many numbers of the sentence are results.
    pub(super) fn results_told(&self) -> usize {
        let told = self.found.iter().skip(self.sentence.first);
        told.filter(|told| ladder::RESULT_SUBJECTS.contains(&told.fact.subject)).count()
    }

    /// 征地批文共27件，占申请总数的60%: the clause behind says that the number is a part.
    fn is_share(&self, beside: &Beside) -> bool {
        let behind = self.scan.tokens.get(beside.clause.end + 1..).unwrap_or(&[]);
        let mut clause = behind.iter().take_while(|token| !matches!(token.kind, Kind::Mark(_)));
        let shares = clause.next().is_some_and(|token| self.scan.text(token) == "占");
        shares && clause.any(|token| matches!(token.kind, Kind::Word(AllApplications | Application | Sum)))
    }

    /// The first number of the sentence with one of these subjects.
    pub(super) fn first_told(&self, group: fn(Subject) -> bool) -> Option<i64> {
        let told = self.found.iter().skip(self.sentence.first).find(|told| group(told.fact.subject));
        told.and_then(|told| i64::try_from(told.fact.value).ok())
    }

    /// 新收35件、结转4件，共39件: what was carried from some year, and the new ones.
    pub(super) fn sums_up(&self, beside: &Beside) -> bool {
        let new = |told| told == Subject::New;
        let carried = |told| matches!(told, Subject::CarriedIn | Subject::CarriedOut);
        let parts = self.first_told(new).zip(self.first_told(carried)).zip(beside.figure.value.as_i64());
        parts.is_some_and(|((new, carried), sum)| new.checked_add(carried) == Some(sum))
    }

    /// Whether what is left of the applications was neither answered nor ended otherwise: 其余3件依法延期.
    pub(super) fn is_put_off(&self, beside: &Beside) -> bool {
        let rest = beside.ahead.set.has(Rest) && beside.ahead.set.without(FILLERS).is_empty();
        let open = beside.after.set.meets(Set::of(&[Turn, Handled]));
        let ended = beside.after.set.meets(ladder::RESULTS.or(Set::of(&[Answered, Neg])));
        rest && open && !ended && self.is_left(beside)
    }

    /// 收到30件，办结29件，剩余1件: what is not answered, with no other word.
    fn is_left(&self, beside: &Beside) -> bool {
        let carried = self.first_told(|told| told == Subject::CarriedIn).unwrap_or(0);
        let parts = self.first_told(is_received).zip(self.first_told(|told| told == Subject::Answered));
        let all = parts.zip(beside.figure.value.as_i64()).map(|((new, done), left)| (new, done.checked_add(left)));
        all.is_some_and(|(new, all)| all == Some(new) || all == new.checked_add(carried))
    }

    /// 行政复议比上年减少2件，为1件
    fn is_result(&self, before: &[Token]) -> bool {
        before.first().is_some_and(|token| self.scan.text(token).ends_with(['为', '达', '到', '至']))
    }
}

fn is_received_reading(reading: Reading) -> bool {
    match reading {
        Reading::Counts(subjects) => subjects.iter().any(|subject| is_received(*subject)),
        Reading::Weak(subject) => is_received(subject),
        _ => false,
    }
}
