//! All numbers of a paragraph together: parts of a total, things told twice, and what 受理 means.
use super::{
    Block, Fact, Outcome, Received, Subject, Told,
    balance::{tell_answered_carried, tell_carried, tell_handled},
    ladder, received,
    record::{Candidate, is_received},
};

/// Drops what is a part or a variant of another number, and decides what 受理 means. `loose` are the sentences in
/// which a channel or an organ has a number without a verb.
pub(super) fn settle(found: &mut [Candidate], loose: &[usize], year: Option<u16>) {
    drop_other_years(found, year);
    tell_answered_carried(found);
    tell_carried(found);
    tell_handled(found);
    drop_new_of_answered(found);
    drop_both_of_new(found);
    drop_parts(found, loose, is_received);
    drop_weak(found);
    drop_parts(found, loose, |subject| subject == Subject::Answered);
    drop_doubled_results(found);
    drop_partial_answers(found);
    drop_implied(found);
    decide_received(found);
}

/// The candidates that are left of a group of subjects, with their indices.
pub(super) fn left(found: &[Candidate], group: impl Fn(Subject) -> bool) -> Vec<(usize, &Candidate)> {
    let all = found.iter().enumerate();
    all.filter(|(_, candidate)| !candidate.dropped && group(candidate.fact.subject)).collect()
}

/// The first value that is left of a group.
pub(super) fn value(found: &[Candidate], group: impl Fn(Subject) -> bool) -> Option<u64> {
    left(found, group).first().map(|(_, candidate)| candidate.fact.value)
}

pub(super) fn is(subject: Subject) -> impl Fn(Subject) -> bool {
    move |other| other == subject
}

pub(super) fn drop_all(found: &mut [Candidate], indices: impl IntoIterator<Item = usize>) {
    for index in indices {
        if let Some(candidate) = found.get_mut(index) {
            candidate.dropped = true;
        }
    }
}

/// 2022年收到31件，2023年收到22件: last year's number beside this year's. A wrong year alone is a slip of the pen.
fn drop_other_years(found: &mut [Candidate], year: Option<u16>) {
    let this = year.or(found.iter().filter_map(|candidate| candidate.year).max());
    let groups: [fn(Subject) -> bool; 4] = [
        is_received,
        |subject| subject == Subject::Answered,
        |subject| subject == Subject::Case(Block::Review, Outcome::Total),
        |subject| subject == Subject::Case(Block::Litigation, Outcome::Total),
    ];
    for group in groups {
        let (right, wrong): (Vec<_>, Vec<_>) = left(found, group)
            .into_iter()
            .partition(|(_, candidate)| candidate.year.is_none() || candidate.year == this);
        let wrong: Vec<_> = wrong.iter().map(|(index, _)| *index).collect();
        if !right.is_empty() {
            drop_all(found, wrong);
        }
    }
}

/// 办结84件，其中上年结转8件、本年新收76件，另有7件结转下年: the new ones that were answered, not all new ones.
fn drop_new_of_answered(found: &mut [Candidate]) {
    let carried_out = value(found, is(Subject::CarriedOut)).unwrap_or(0);
    let new = left(found, is(Subject::New)).into_iter().filter(|(_, told)| {
        let parent = told.listed.and_then(|at| found.get(at));
        // 办结29件（上年结转1件，本年收到31件）
        let part =
            |parent: &Candidate| parent.fact.subject == Subject::Answered && told.fact.value <= parent.fact.value;
        carried_out > 0 && parent.is_some_and(part)
    });
    let drop: Vec<_> = new.map(|(at, _)| at).collect();
    drop_all(found, drop);
}

/// 新收并办结58件，另有新收3件结转下年: the new ones that were answered.
fn drop_both_of_new(found: &mut [Candidate]) {
    let left_over = value(found, is(Subject::CarriedOut)).is_some_and(|carried_out| carried_out > 0);
    let answered = left(found, is(Subject::Answered));
    let both = left(found, is(Subject::New)).into_iter().filter_map(|(new, told)| {
        let same = answered.iter().find(|(_, answer)| answer.fact.span == told.fact.span)?;
        left_over.then_some([new, same.0])
    });
    let drop: Vec<_> = both.flatten().collect();
    drop_all(found, drop);
}

/// Words for a part or a variant count only where nothing else tells the same; a result that is told both by its
/// name and by a variant is the sum of the two, so neither is kept.
fn drop_weak(found: &mut [Candidate]) {
    let same = |one: Subject, other: Subject| one == other || is_received(one) && is_received(other);
    let mut drop = vec![];
    for (index, weak) in left(found, |_| true).into_iter().filter(|(_, candidate)| candidate.weak) {
        let subject = weak.fact.subject;
        let sums_up = !is_received(subject) && subject != Subject::Fee;
        // 按页收取480元，按件收取100元，合计580元
        let fees = left(found, is(Subject::Fee)).iter().map(|told| told.1.fact.value).fold(0, u64::saturating_add);
        if subject == Subject::Fee && weak.fact.value.saturating_mul(2) == fees {
            continue;
        }
        for (other, candidate) in left(found, |other| same(subject, other)).into_iter().filter(|told| told.0 != index) {
            // 按页计收480元，按件计收100元，合计580元
            let better = !candidate.weak || !sums_up && other < index;
            drop.extend((better || sums_up).then_some(index));
            drop.extend((sums_up && !candidate.weak && !candidate.sum && weak.fact.value > 0).then_some(other));
        }
    }
    drop_all(found, drop);
}

/// In one sentence: a number without a channel, applicant or organ is the total, those with one its parts; where all
/// have one, none is a total.
fn drop_parts(found: &mut [Candidate], loose: &[usize], group: fn(Subject) -> bool) {
    let carried_in = value(found, is(Subject::CarriedIn)).unwrap_or(0);
    let all = value(found, is_received).map(|received| received.saturating_add(carried_in));
    let mut told = left(found, group);
    told.retain(|(_, candidate)| candidate.fact.told == Told::Figure);
    let mut drop = vec![];
    for here in told.chunk_by(|one, other| one.1.sentence == other.1.sentence) {
        // 局机关共收到63件，受理61件: with 共 the greatest is no part, unless others are.
        let greatest = here.iter().map(|(_, candidate)| candidate.fact.value).max();
        let only = here.iter().filter(|(_, candidate)| candidate.part).count() == 1;
        let whole = |candidate: &Candidate| only && candidate.sum && Some(candidate.fact.value) == greatest;
        let (parts, whole): (Vec<_>, Vec<_>) =
            here.iter().partition(|(_, candidate)| candidate.part && !whole(candidate));
        let sentence = here.first().map_or(0, |(_, candidate)| candidate.sentence);
        // 公民、法人提交的申请42件，加上上年结转1件，共计43件: the sum of both is not what the 42 are a part of.
        // 系统收到申请12件，有效申请10件: nor is a smaller one.
        let most = parts.iter().map(|(_, part)| part.fact.value).max().unwrap_or(0);
        let holds_all = |candidate: &Candidate| {
            candidate.fact.subject != Subject::Total && (most <= candidate.fact.value || !candidate.weak)
        };
        let has_whole = whole.iter().any(|(_, candidate)| holds_all(candidate));
        if has_whole || parts.len() > 1 || loose.contains(&sentence) {
            drop.extend(parts.iter().map(|(index, _)| *index));
            // 网上收到15件，办结12件，当面收到8件，均已办结: the answers of the first part.
            let between = parts.first().zip(parts.last()).filter(|_| !has_whole).map(|(first, last)| first.0..last.0);
            let answers = left(found, is(Subject::Answered)).into_iter();
            drop.extend(
                answers.map(|(index, _)| index).filter(|at| between.as_ref().is_some_and(|range| range.contains(at))),
            );
        }
        drop.extend(not_the_total(&whole, all, carried_in));
    }
    drop_all(found, drop);
}

/// Which of several numbers of one kind in one sentence are not its total: all but the one with 共, or the first. `all` are
/// the applications that there were to answer, `carried_in` those of the last year.
fn not_the_total(whole: &[(usize, &Candidate)], all: Option<u64>, carried_in: u64) -> Vec<usize> {
    // 近百件，准确数为97件: the exact one.
    let exact = || whole.iter().filter(|(_, candidate)| !candidate.fact.approximate);
    let Some((_, first)) = exact().next().or(whole.first()) else { return vec![] };
    let keep = exact().find(|(_, candidate)| candidate.sum).map_or(first, |(_, candidate)| candidate);
    let answers = !is_received(first.fact.subject);
    let listed = whole.iter().filter(|(_, candidate)| candidate.listed.is_some()).count() > 1;
    // 当场答复1件，其余1件按期答复: parts of all answers.
    let rest = whole.len() > 1 && whole.iter().any(|(_, candidate)| candidate.rest);
    // 统一答复2件，自行答复13件: a greater one behind the first, without 共; 收到17件，提前办结11件，按期办结6件
    let greater = whole.iter().any(|(_, candidate)| candidate.fact.value > keep.fact.value);
    let sum = whole.iter().map(|(_, candidate)| candidate.fact.value).fold(0, u64::saturating_add);
    let parts = !keep.sum && whole.len() > 1 && (greater || all == Some(sum));
    let total = |candidate: &Candidate| candidate.fact.subject == Subject::Total;
    // 收到57件（含上年结转1件），撤件38件，受理19件: those that were not withdrawn.
    let rests = |told: &Candidate| {
        told.fact.subject == Subject::NewOrTotal && told.fact.value.saturating_add(carried_in) != keep.fact.value
    };
    let other = |candidate: &&Candidate| {
        let differs = candidate.fact.value != keep.fact.value && !total(candidate);
        let differs = differs && (!total(keep) || rests(candidate));
        differs || answers && (rest || parts || listed && candidate.listed.is_some())
    };
    whole.iter().filter(|(_, candidate)| other(candidate)).map(|(index, _)| *index).collect()
}

/// A result told twice is told in parts (of this year's and of last year's applications), unless another sentence
/// only repeats it.
fn drop_doubled_results(found: &mut [Candidate]) {
    for subject in ladder::RESULT_SUBJECTS {
        let told = left(found, is(*subject));
        let Some((_, first)) = told.first().copied() else { continue };
        let repeats =
            |told: &&(usize, &Candidate)| told.1.fact.value == first.fact.value && told.1.sentence != first.sentence;
        if told.iter().skip(1).any(|told| !repeats(&told)) {
            let all: Vec<_> = told.iter().map(|(index, _)| *index).collect();
            drop_all(found, all);
        }
    }
}

/// Answers that are not all answers: a part of the answered, those left when some were withdrawn, those of the new
/// applications beside 上年结转的也已办结.
fn drop_partial_answers(found: &mut [Candidate]) {
    let carried_out = value(found, is(Subject::CarriedOut)).unwrap_or(0);
    let carried_in = left(found, is(Subject::CarriedIn));
    let own = |subject| matches!(subject, Subject::New | Subject::NewOrTotal);
    let apart = |listed: usize| found.get(listed).is_none_or(|whole| own(whole.fact.subject));
    let finished = carried_in.iter().any(|(_, candidate)| candidate.finished && candidate.listed.is_none_or(apart));
    let carried_in = carried_in.first().map_or(0, |(_, candidate)| candidate.fact.value);
    let received = value(found, is_received);
    let partial = |candidate: &Candidate| {
        let parent = candidate.listed.and_then(|parent| found.get(parent));
        let part = parent.is_some_and(|parent| parent.fact.subject == Subject::Answered);
        let withdrawn = found.iter().filter(|other| other.withdrawn && other.sentence == candidate.sentence);
        let withdrawn: u64 = withdrawn.map(|other| other.fact.value).fold(0, u64::saturating_add);
        let done = candidate.fact.value.saturating_add(carried_out);
        let all = received.map(|received| received.saturating_add(carried_in));
        let without_withdrawn = withdrawn > 0 && (candidate.rest || all == Some(done.saturating_add(withdrawn)));
        // 其中1件转为信访事项，4件依法答复: those that ended otherwise.
        let beside = candidate.beside.saturating_add(withdrawn);
        let without_others = candidate.beside > 0 && all == Some(done.saturating_add(beside));
        // 8件中1件不予重复处理，7件均已答复: the other results.
        let results = found.iter().filter(|other| {
            let result = ladder::RESULT_SUBJECTS.contains(&other.fact.subject);
            let own = other.listed.and_then(|at| found.get(at)).is_none_or(|whole| is_received(whole.fact.subject));
            result && own && other.sentence == candidate.sentence && other.fact.span.start < candidate.fact.span.start
        });
        let results: u64 = results.map(|other| other.fact.value).fold(0, u64::saturating_add);
        let others = results > 0 && all == Some(done.saturating_add(results));
        let of_new = finished && !candidate.sum && all != Some(done);
        // 有3件重复申请，不予处理；其他11件均已答复
        let rest = candidate.rest && all.is_some_and(|all| all > done);
        part || without_withdrawn || without_others || others || of_new || rest
    };
    let answers = left(found, is(Subject::Answered));
    let drop: Vec<_> = answers.iter().filter(|(_, told)| partial(told)).map(|(index, _)| *index).collect();
    drop_all(found, drop);
}

/// 均已答复 counts only where no figure tells it and nothing is carried out; with what was carried in it is the sum.
fn drop_implied(found: &mut [Candidate]) {
    let implied = |candidate: &Candidate| candidate.fact.told == Told::Implied;
    let whole = value(found, is(Subject::Total)).is_some();
    let carried_in = value(found, is(Subject::CarriedIn)).filter(|_| !whole).unwrap_or(0);
    let carried_out = value(found, is(Subject::CarriedOut)).unwrap_or(0);
    let indices: Vec<_> = left(found, |_| true).iter().filter(|(_, told)| implied(told)).map(|told| told.0).collect();
    for index in indices {
        let Some(subject) = found.get(index).map(|candidate| candidate.fact.subject) else { continue };
        let answered = subject == Subject::Answered;
        let told =
            left(found, is(subject)).iter().any(|(other, told)| *other != index && (!implied(told) || *other < index));
        let base = found.get(index).and_then(|candidate| found.get(candidate.listed?));
        let baseless = base.is_none_or(|base| base.dropped);
        let Some(candidate) = found.get_mut(index) else { continue };
        candidate.dropped = baseless || told || answered && carried_out > 0;
        if answered {
            candidate.fact.value = candidate.fact.value.saturating_add(carried_in);
        }
    }
}

/// 受理 is new where the identity says so, or where what was carried in is told beside it; 收到 is doubtful where the
/// identity says that it is the total.
fn decide_received(found: &mut [Candidate]) {
    let facts: Vec<Fact> = left(found, |_| true).iter().map(|(_, candidate)| candidate.fact).collect();
    let carried_in: Vec<_> =
        left(found, is(Subject::CarriedIn)).iter().map(|(_, told)| (told.fact.value, told.listed)).collect();
    let beside = carried_in.iter().any(|(value, _)| *value > 0);
    let decided = received(&facts);
    let (from, to) = match decided {
        Some(Received::Total) => (Subject::New, Subject::NewOrTotal),
        Some(Received::New | Received::Either) => (Subject::NewOrTotal, Subject::New),
        Some(Received::Neither) | None if beside => (Subject::NewOrTotal, Subject::New),
        _ => return,
    };
    for (index, candidate) in found.iter_mut().enumerate() {
        // 收到35件（上年结转4件）: the bracket may hold a part of the 35, or not.
        let unclear = decided.is_none() && carried_in.iter().any(|(_, listed)| *listed == Some(index));
        if candidate.fact.subject == from && candidate.fact.told == Told::Figure && !unclear {
            candidate.fact.subject = to;
        }
    }
}
