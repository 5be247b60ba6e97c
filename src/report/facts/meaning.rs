//! What one figure counts: by the words before it, else by those behind it, else by the clause before.
use super::{
    Subject,
    context::{Context, FILLERS, Head, PARTS, TOPICS, Topic, is_filler, last_word},
    disclosure::{names_another_thing, names_documents},
    ladder::{self, Reading},
    reader::Reader,
    record::{Telling, is_received},
    scan::{Clause, Kind, Token, words},
    words::{Set, Word::*},
};
use crate::text::number::{Figure, FigureKind};

/// A figure, and the words on both sides of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Beside<'t> {
    pub figure: Figure,
    pub clause: Clause,
    pub before: &'t [Token],
    pub behind: &'t [Token],
    pub ahead: Context,
    pub after: Context,
    /// Whether the words behind it lead to another figure.
    pub leads: bool,
}

/// How far before a figure the verb of its clause is looked for.
const FAR: usize = 40;

/// Units that applications and cases are counted in.
const UNITS: &[&str] =
    &["件", "宗", "起", "条", "份", "次", "项", "例", "封", "个", "件次", "条次", "件(次)", "条(次)", "批", "笔"];

/// How an application may have ended for a case that is still open.
const CASE_WORDS: Set = ladder::OUTCOMES.or(Set::of(&[Unfinished]));

impl Beside<'_> {
    pub fn is_zero(&self) -> bool {
        self.figure.value.as_i64() == Some(0)
    }

    fn is_countable(&self) -> bool {
        UNITS.contains(&self.figure.unit) || self.figure.kind == FigureKind::Bare
    }

    /// What the figure and `set` tell.
    pub fn telling(&self, set: Set) -> Telling {
        let finished = self.after.set.has(Answered);
        Telling { figure: self.figure, set, year: self.ahead.year, finished, clause: self.clause }
    }
}

impl Reader<'_, '_> {
    /// What a figure counts, and whether the words behind it say so.
    pub(super) fn meaning(&mut self, beside: &Beside) -> (Reading, bool) {
        if let Some(reading) = self.attributive(beside) {
            return (reading, true);
        }
        let mut reading = if beside.is_countable() { self.before(beside) } else { Reading::Nothing };
        let mut figure_first = false;
        // 其余3件依法延期
        if reading == Reading::Silent && self.is_put_off(beside) {
            return (Reading::Counts(&[Subject::CarriedOut]), true);
        }
        // 8件分别为予以公开5件、不予公开3件: the whole of the list.
        if reading == Reading::Silent && beside.after.set.has(Respectively) && beside.leads {
            return (Reading::Nothing, false);
        }
        if reading == Reading::Silent {
            reading = self.behind(beside);
            figure_first = reading != Reading::Silent;
        }
        if reading == Reading::Silent {
            reading = self.inherited(beside);
        }
        if reading == Reading::Weak(Subject::New) && !figure_first && !beside.ahead.set.has(Respectively) {
            reading = self.governed(beside);
        }
        (self.of_disclosure(reading, beside), figure_first)
    }

    /// 12月收到的3件结转下年, 仍不明确的1件作其他处理: the words behind say what became of those that the words before only
    /// describe; 2023年收到的2件已答复: those were carried in.
    fn attributive(&mut self, beside: &Beside) -> Option<Reading> {
        let Beside { before, ahead, after, clause, .. } = beside;
        let describes = before.last().is_some_and(|token| self.scan.text(token).ends_with('的'));
        let ends = self.scan.tokens.get(clause.start..clause.end)?.last()?.span.end;
        let whole = beside.behind.last().is_some_and(|token| token.span.end == ends);
        let others = ladder::BLOCKS.or(Set::of(&[Foreign, Law]));
        let idle = matches!(self.topic, Topic::Foreign | Topic::Cases)
            || ahead.set.or(after.set).meets(others)
            || after.set.has(Neg);
        let received = ahead.set.meets(Set::of(&[Received, NewlyReceived, Accepted]));
        // 新收3件结转下年
        let carried = received && after.set.holds(Set::of(&[Carry, Next]));
        if !(describes || carried) || !whole || idle || !beside.is_countable() {
            return None;
        }
        // 2023年未办结的5件转入2024年办理
        if ladder::application(ahead.set) == Reading::Counts(&[Subject::CarriedIn]) {
            return None;
        }
        let earlier = ahead.set.has(Prior) || ahead.year.zip(self.year).is_some_and(|(year, this)| year < this);
        if received && earlier && after.set.has(Answered) {
            return Some(Reading::Counts(&[Subject::CarriedIn]));
        }
        match ladder::application(after.set.without(Set::of(&[Application, Open, Publishing, Prior, Handled]))) {
            reading @ Reading::Counts([Subject::CarriedOut]) => Some(reading),
            reading @ Reading::Counts([subject]) if !received && ladder::RESULT_SUBJECTS.contains(subject) => {
                Some(reading)
            }
            _ => None,
        }
    }

    /// What 依申请公开 n 件 counts by what stands further off: 答复留言86条、依申请公开7件; 收费3200元，涉及申请8件.
    fn governed(&self, beside: &Beside) -> Reading {
        let tokens = &self.scan.tokens;
        let here = tokens.partition_point(|token| token.span.end <= beside.figure.span.start);
        let set = words(self.scan.slice(beside.clause.start.max(here.saturating_sub(FAR)), here));
        if self.sentence.head == Some(Reading::Counts(&[Subject::Fee])) {
            return Reading::Nothing;
        }
        match set.has(Answered) && !set.meets(Set::of(&[Received, NewlyReceived, Accepted])) {
            true => Reading::Counts(&[Subject::Answered]),
            false => Reading::Weak(Subject::New),
        }
    }

    /// What the words before a figure say.
    pub(super) fn before(&mut self, beside: &Beside) -> Reading {
        let Context { set, head, .. } = beside.ahead;
        if self.sentence.outset {
            self.sentence.outset = !self.leads_on(beside);
            return Reading::Nothing;
        }
        if !self.sentence.queue.is_empty() && set.without(FILLERS).is_empty() {
            return self.sentence.queue.pop_front().unwrap_or(Reading::Silent);
        }
        self.sentence.queue.clear();
        // `1 2件`: a number that a blank divides, or two.
        let divided = beside.before.last().is_some_and(|token| self.scan.text(token) == " ");
        // 不含上年结转的3件: that is told as well.
        let apart = set.holds(Set::of(&[Except, Carry, Prior]));
        // 征求意见后不予公开3件, 逾期不补正不再处理2件: the step before the result.
        let ended = matches!(head, Head::Word(word) if word == Unfinished || ladder::RESULTS.has(word) && word != Open);
        let veto = ladder::VETO.without(match (apart, ended) {
            (true, _) => Set::of(&[Except]),
            (_, true) => Set::of(&[Handed, Overdue]),
            // 共收到转办和自行受理的申请21件: both together.
            _ if set.holds(Set::of(&[Handed, And, Sum])) => Set::of(&[Handed]),
            _ => Set::default(),
        });
        if divided || set.meets(veto) || self.is_outset(beside) {
            return Reading::Nothing;
        }
        if set.has(Respectively) || set.has(Each) && self.goes_on(beside) {
            return self.respective(beside);
        }
        if head == Head::Unknown || set.without(FILLERS.or(PARTS)).is_empty() {
            return Reading::Silent;
        }
        let verb_only = !set.meets(TOPICS) && set.meets(ladder::VERBS);
        if verb_only && names_another_thing(beside.behind) {
            let case = last_word(beside.behind).is_some_and(|word| ladder::BLOCKS.has(word));
            return if case { Reading::Silent } else { Reading::Nothing };
        }
        if verb_only && self.topic == Topic::Unknown && self.is_far_fetched(beside.before) {
            self.topic = Topic::Foreign;
            return Reading::Nothing;
        }
        match self.read_set(beside) {
            Reading::Joint => self.each_of(beside),
            // 新收88件、结转6件，共办理94件
            Reading::Counts([Subject::NewOrTotal]) if set.has(Sum) && self.sums_up(beside) => {
                Reading::Counts(&[Subject::Total])
            }
            reading => reading,
        }
    }

    /// 行政复议、行政诉讼各1件, 均为0件: the number is told of each; else of all together, and of none.
    fn each_of(&mut self, beside: &Beside) -> Reading {
        let set = beside.ahead.set;
        let each = set.meets(Set::of(&[Each, All])) || beside.is_zero();
        if each && !set.meets(Set::of(&[Channel, Party])) {
            for reading in self.slots(beside.before) {
                self.record(reading, beside.telling(set));
            }
        }
        Reading::Nothing
    }

    /// What the words before a figure say, given what the text speaks of.
    fn read_set(&mut self, beside: &Beside) -> Reading {
        let set = beside.ahead.set;
        if set.meets(ladder::BLOCKS) || self.topic == Topic::Cases && set.meets(CASE_WORDS) {
            return self.read_case(beside);
        }
        // 答复公开15件
        let answer = if beside.ahead.head == Head::Word(Open) { Set::of(&[Answered]) } else { Set::default() };
        let reading = ladder::application(set.without(answer));
        let named = set.meets(Set::of(&[Application, AllApplications]));
        let marks_documents = !set.meets(ladder::VERBS) && self.sentence.published == Some(beside.figure.unit)
            || !beside.is_zero() && names_documents(beside);
        let nothing = match self.topic {
            Topic::Foreign => true,
            Topic::Cases | Topic::Publishing => !named || marks_documents,
            _ => {
                let unasked = set.has(Publishing)
                    || !self.has_application() && !self.tells_applicant(beside.before) && !self.lists_results(beside);
                marks_documents || reading == Reading::Weak(Subject::Granted) && unasked
            }
        };
        if nothing { Reading::Nothing } else { reading }
    }

    /// What the words behind a figure say, where those before it do not: 2件正在办理.
    fn behind(&self, beside: &Beside) -> Reading {
        let Beside { figure, behind, ahead, after, .. } = beside;
        let mut set = after.set.without(Set::of(&[Accepted, Handled, Received, NewlyReceived]));
        // 其中2件为上年结转、64件为本年新收, 64件是本年度受理
        let this_year = after.set.has(ThisYear)
            && after.set.meets(Set::of(&[Received, Accepted]))
            && !after.set.meets(ladder::VETO.or(Set::of(&[Answered])))
            && self.divides_received();
        if self.sentence.list.is_some() && after.set.has(NewlyReceived) || this_year {
            set.insert(NewlyReceived);
        }
        // 一起 means "together" where nothing is counted before it.
        let together = figure.unit == "起" && figure.value.as_i64() == Some(1) && ahead.set.is_empty();
        if self.topic == Topic::Foreign || together {
            return Reading::Silent;
        }
        if set.meets(ladder::BLOCKS) && last_word(behind).is_some_and(|word| ladder::BLOCKS.has(word)) {
            return ladder::case(set, self.block);
        }
        if self.topic == Topic::Cases && set.meets(CASE_WORDS) {
            return ladder::case(set.without(ladder::BLOCKS), self.block);
        }
        if set.meets(ladder::BLOCKS) || self.topic == Topic::Cases {
            return Reading::Silent;
        }
        let earlier = after.set.has(Prior) || after.year.is_some_and(|year| self.year.is_some_and(|this| year < this));
        if self.sentence.list.is_some()
            && earlier
            && after.set.meets(Set::of(&[Received, NewlyReceived, Accepted, Handed]))
        {
            // 答复29件，其中2件为上年收到
            return Reading::Counts(&[Subject::CarriedIn]);
        }
        // 两项占办结数的55%
        if behind.first().is_some_and(|token| self.scan.text(token) == "占") {
            return Reading::Nothing;
        }
        let first = behind.iter().map(|token| token.kind).find(|kind| !is_filler(*kind));
        match ladder::application(set.without(Set::of(&[Application, Open, Publishing, Neg]))) {
            Reading::Joint => Reading::Nothing,
            // 抽查的20件答复均合格, 未按期答复: not what was answered.
            Reading::Counts([Subject::Answered]) if set.has(Neg) || after.head == Head::Unknown => Reading::Nothing,
            Reading::Silent if first == Some(Kind::Word(Open)) && self.has_application() => {
                Reading::Weak(Subject::Granted)
            }
            // 5件申请所涉信息已主动公开
            Reading::Silent if last_word(behind) == Some(Open) && first == Some(Kind::Word(Application)) => {
                Reading::Weak(Subject::Granted)
            }
            // 对1件申请收取信息处理费, 2件申请于12月底收到: not all of them.
            Reading::Silent
                if first == Some(Kind::Word(Application))
                    && self.sentence.list.is_none()
                    && !set.meets(ladder::VETO.or(Set::of(&[Fee])))
                    && self.sentence.head != Some(Reading::Counts(&[Subject::Fee])) =>
            {
                Reading::Weak(Subject::New)
            }
            reading => reading,
        }
    }

    /// 已主动公开并告知获取途径的8件: nobody else is told.
    fn tells_applicant(&self, tokens: &[Token]) -> bool {
        tokens.iter().any(|token| token.kind == Kind::Word(Open) && self.scan.text(token).starts_with("告知"))
    }

    /// 公开9件、部分公开2件, 公开类13件，不公开类2件: how applications ended, as only their kinds are told apart so.
    fn lists_results(&self, beside: &Beside) -> bool {
        let behind = self.scan.tokens.get(beside.clause.start..).unwrap_or(&[]);
        let mut sentence = behind.iter().take(FAR).take_while(|token| token.kind != Kind::Mark('。'));
        self.topic != Topic::Publishing
            && sentence.any(|token| matches!(token.kind, Kind::Word(Partial | Unable | NotHeld)))
    }

    fn has_application(&self) -> bool {
        let applied = |subject| is_received(subject) || subject == Subject::Answered;
        // 均按时答复。其中3件公开
        let parent = self.sentence.list.and_then(|list| self.found.get(list.parent?));
        self.has_told(applied) || parent.is_some_and(|parent| applied(parent.fact.subject))
    }
}
