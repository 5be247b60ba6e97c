//! What the words beside a figure say that it counts: ordered rows, first match wins.
use super::{
    Block, Outcome, Subject,
    words::{Set, Word, Word::*},
};

/// What words say that a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// This, or these at once (受理并答复).
    Counts(&'static [Subject]),
    /// This, unless something else says it better: the word names a part, a variant, or stands without a verb.
    Weak(Subject),
    /// A case before a reviewing body or court.
    Case(Block, Outcome),
    /// Several things together: 公开或部分公开.
    Joint,
    /// Something that must not be taken for any of them.
    Nothing,
    /// The words do not say.
    Silent,
}

use Reading::*;

/// Words that make every figure behind them in the clause something else.
pub(super) const VETO: Set = Set::of(&[Compare, Except, Handed, Overdue, Slice]);

/// Words that name a result of an application.
pub(super) const RESULTS: Set =
    Set::of(&[Granted, Open, Partial, Denied, Unable, NotHeld, NotProcessed, Repeated, OtherHandling, Withdrawn]);

/// The subjects of results.
pub(super) const RESULT_SUBJECTS: &[Subject] =
    &[Subject::Granted, Subject::Partial, Subject::Denied, Subject::Unable, Subject::NotProcessed, Subject::Other];

/// Words that name a kind of case, and how it ended.
pub(super) const BLOCKS: Set = Set::of(&[Review, Litigation, Direct, AfterReview]);
pub(super) const OUTCOMES: Set = Set::of(&[Upheld, Corrected, OtherOutcome, Undecided, Lost]);

/// Words that say what was done with applications.
pub(super) const VERBS: Set = Set::of(&[Received, NewlyReceived, Accepted, Handled, Answered]);

/// One row: the words that must all be there, those that must not, and what they say together.
struct Row(Set, Set, Reading);

const fn row(all: &[Word], unless: &[Word], says: Reading) -> Row {
    Row(Set::of(all), Set::of(unless), says)
}

const ROWS: &[Row] = &[
    // 新收和上年结转共 n 件; 上年结转 24, in brackets 17; 结转下年 38
    row(&[Carry, Prior, Received, And], &[], Counts(&[Subject::Total])),
    row(&[Carry, Prior], &[], Counts(&[Subject::CarriedIn])),
    row(&[Turn, Prior], &[], Counts(&[Subject::CarriedIn])),
    row(&[Unfinished, Prior], &[], Counts(&[Subject::CarriedIn])),
    row(&[PriorCase, Carry], &[], Counts(&[Subject::CarriedIn])),
    row(&[PriorCase, Answered], &[], Counts(&[Subject::CarriedIn])),
    row(&[Carry], &[], Counts(&[Subject::CarriedOut])),
    row(&[Turn, Next], &[], Counts(&[Subject::CarriedOut])),
    // 将于2025年答复
    row(&[Next, Answered], &[], Counts(&[Subject::CarriedOut])),
    row(&[Next, Handled], &[], Counts(&[Subject::CarriedOut])),
    // 在办申请总量80件: what is left or all that there was.
    row(&[Unfinished, AllApplications], &[], Nothing),
    row(&[Due], &[], Counts(&[Subject::Total])),
    row(&[Unfinished], &[], Counts(&[Subject::CarriedOut])),
    row(&[Undecided], &[], Counts(&[Subject::CarriedOut])),
    row(&[Turn], &[], Nothing),
    // Last year's figures 15
    row(&[Prior], &[], Nothing),
    row(&[PriorCase], &[], Nothing),
    // 26 paragraphs
    row(&[Granted], &[], Counts(&[Subject::Granted])),
    row(&[Partial], &[], Counts(&[Subject::Partial])),
    row(&[Denied], &[], Counts(&[Subject::Denied])),
    row(&[Unable], &[], Counts(&[Subject::Unable])),
    row(&[NotProcessed], &[], Counts(&[Subject::NotProcessed])),
    row(&[OtherHandling], &[], Counts(&[Subject::Other])),
    row(&[NotHeld], &[], Weak(Subject::Unable)),
    row(&[Repeated], &[], Weak(Subject::NotProcessed)),
    row(&[Withdrawn], &[], Weak(Subject::Other)),
    row(&[Rate], &[], Nothing),
    // 未按期答复, 未受理
    row(&[Answered, Neg], &[], Nothing),
    row(&[Accepted, Neg], &[], Nothing),
    row(&[Handled, Neg], &[], Nothing),
    row(&[Received, Neg], &[], Nothing),
    // One number for two facts 8; 收到的申请已办结 n 件: of the new ones only
    row(&[Accepted, Answered, ThisYear], &[And], Nothing),
    row(&[Accepted, Answered, And], &[], Counts(&[Subject::NewOrTotal, Subject::Answered])),
    row(&[Received, Answered, And], &[], Counts(&[Subject::New, Subject::Answered])),
    row(&[Received, Answered], &[], Nothing),
    row(&[Answered], &[], Counts(&[Subject::Answered])),
    row(&[Open], &[], Weak(Subject::Granted)),
    // 收到 75, 受理 38, 办理 14
    row(&[Received], &[], Counts(&[Subject::New])),
    row(&[Accepted], &[], Counts(&[Subject::NewOrTotal])),
    row(&[Handled], &[], Counts(&[Subject::NewOrTotal])),
    row(&[AllApplications], &[], Counts(&[Subject::NewOrTotal])),
    row(&[Publishing], &[], Nothing),
    // 收取信息处理费的申请 n 件
    row(&[Fee, Application], &[], Nothing),
    // 依申请公开 n 件, without a verb 4
    row(&[Application], &[], Weak(Subject::New)),
];

/// What `set`, the words beside a figure, says that it counts, if it is not a case.
pub(super) fn application(set: Set) -> Reading {
    let mut set = set;
    if set.has(NewlyReceived) {
        set.insert(Received);
    }
    // 公开 beside a whole name (依申请公开的信息不予公开) says nothing of its own, unless 或 joins them.
    for (name, part) in [(Unable, NotHeld), (NotProcessed, Repeated)] {
        set = if set.has(name) { set.without(Set::of(&[part])) } else { set };
    }
    let results = set.and(RESULTS);
    if results.count() > 1 && set.has(And) {
        return Joint;
    }
    if results.count() > 1 {
        set = set.without(Set::of(&[Open]));
    }
    if set.and(RESULTS).count() > 1 {
        return Joint;
    }
    ROWS.iter().find(|row| set.holds(row.0) && !set.meets(row.1)).map_or(Silent, |row| row.2)
}

/// What the words speak of, whatever they say about the number itself: 去年申请16件 speaks of applications.
pub(super) fn spoken_of(set: Set, block: Option<Block>) -> Reading {
    if set.meets(BLOCKS) {
        return case(set.and(BLOCKS), block);
    }
    let mut spoken = set;
    if set.has(PriorCase) {
        spoken.insert(Application);
    }
    let carried = set.meets(Set::of(&[Carry, Turn]));
    application(if carried { spoken } else { spoken.without(Set::of(&[Prior, PriorCase, Next])) })
}

/// What `set` says if it speaks of cases; `block` is the one that the text spoke of last.
pub(super) fn case(set: Set, block: Option<Block>) -> Reading {
    let mut blocks = set.and(BLOCKS);
    if blocks.meets(Set::of(&[Direct, AfterReview])) {
        blocks = blocks.without(Set::of(&[Review, Litigation]));
    }
    let named = [
        (Review, Block::Review),
        (Litigation, Block::Litigation),
        (Direct, Block::Direct),
        (AfterReview, Block::AfterReview),
    ];
    let block = match blocks.count() {
        0 => block,
        1 => named.iter().find(|(word, _)| blocks.has(*word)).map(|(_, block)| *block),
        _ => return Joint,
    };
    let outcomes = set.and(OUTCOMES);
    let pending = !set.meets(OUTCOMES) && set.has(Unfinished);
    let outcome = [
        (Upheld, Outcome::Upheld),
        (Corrected, Outcome::Corrected),
        (OtherOutcome, Outcome::Other),
        (Undecided, Outcome::Pending),
    ];
    let outcome = match outcomes.count() {
        0 if pending => Some(Outcome::Pending),
        0 if blocks.is_empty() => return Silent,
        0 => Some(Outcome::Total),
        1 => outcome.iter().find(|(word, _)| outcomes.has(*word)).map(|(_, outcome)| *outcome),
        _ => return Joint,
    };
    match (block, outcome) {
        (Some(block), Some(outcome)) => Case(block, outcome),
        _ => Nothing,
    }
}
