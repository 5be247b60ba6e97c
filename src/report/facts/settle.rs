//! All numbers of a paragraph together: parts of a total, things told twice, and what 受理 means.
use super::{
    Received, Subject, Told,
    reader::{Candidate, is_received},
    received,
};

/// Drops what is a part or a variant of another number, and decides what 受理 means.
pub(super) fn settle(found: &mut [Candidate], parts: &[usize], year: Option<u16>) {
    drop_other_years(found, year);
    tell_carried(found);
    drop_weak(found);
    for group in [is_received as fn(Subject) -> bool, |subject| subject == Subject::Answered] {
        drop_parts(found, parts, group);
    }
    drop_doubled_results(found);
    drop_partial_answers(found);
    drop_implied(found);
    decide_received(found);
}

fn alive(found: &[Candidate]) -> impl Iterator<Item = (usize, &Candidate)> {
    found.iter().enumerate().filter(|(_, candidate)| !candidate.dropped)
}

fn drop_all(found: &mut [Candidate], indices: &[usize]) {
    for index in indices {
        if let Some(candidate) = found.get_mut(*index) {
            candidate.dropped = true;
        }
    }
}

/// 2022年收到31件，2023年收到22件: last year's number beside this year's. A wrong year alone is a slip of the pen.
fn drop_other_years(found: &mut [Candidate], year: Option<u16>) {
    let this = year.or(found.iter().filter_map(|candidate| candidate.year).max());
    for subject in [Subject::New, Subject::NewOrTotal, Subject::Answered] {
        let group = |candidate: &Candidate| {
            candidate.fact.subject == subject || is_received(subject) && is_received(candidate.fact.subject)
        };
        let right =
            alive(found).any(|(_, candidate)| group(candidate) && candidate.year.is_none_or(|told| Some(told) == this));
        let wrong: Vec<_> = alive(found)
            .filter(|(_, candidate)| group(candidate) && candidate.year.is_some_and(|told| Some(told) != this))
            .map(|(index, _)| index)
            .collect();
        if right {
            drop_all(found, &wrong);
        }
    }
}

/// 新收12件，结转3件，办结13件，结转2件: the identity tells which of the two was carried in.
fn tell_carried(found: &mut [Candidate]) {
    let facts: Vec<_> = alive(found).map(|(_, candidate)| candidate.fact).collect();
    let one = |subjects: &[Subject]| facts.iter().find(|fact| subjects.contains(&fact.subject)).map(|fact| fact.value);
    let told: Vec<_> = alive(found)
        .filter(|(_, candidate)| candidate.fact.subject == Subject::CarriedOut)
        .map(|(index, candidate)| (index, candidate.fact.value))
        .collect();
    let [(first, one_value), (second, other_value)] = told[..] else { return };
    if one(&[Subject::CarriedIn]).is_some() || one_value == other_value {
        return;
    }
    let received = one(&[Subject::New, Subject::NewOrTotal]);
    let balances = |carried_in: u64, carried_out: u64| {
        let all = received?.checked_add(carried_in)?;
        Some(all == one(&[Subject::Answered])?.checked_add(carried_out)?)
    };
    let carried_in = if balances(one_value, other_value) == Some(true) {
        first
    } else if balances(other_value, one_value) == Some(true) {
        second
    } else {
        return drop_all(found, &[first, second]);
    };
    if let Some(candidate) = found.get_mut(carried_in) {
        candidate.fact.subject = Subject::CarriedIn;
    }
}

/// Words for a part or a variant count only where nothing else tells the same; a result that is told both ways is
/// the sum of the two.
fn drop_weak(found: &mut [Candidate]) {
    let group = |one: Subject, other: Subject| one == other || is_received(one) && is_received(other);
    let mut drop = vec![];
    for (index, weak) in alive(found).filter(|(_, candidate)| candidate.weak) {
        for (other, candidate) in alive(found).filter(|(other, _)| *other != index) {
            if !group(weak.fact.subject, candidate.fact.subject) {
                continue;
            }
            let received = is_received(weak.fact.subject);
            if !candidate.weak || !received || other < index {
                drop.push(index);
            }
            if !candidate.weak && !received && weak.fact.subject != Subject::Fee && weak.fact.value > 0 {
                drop.push(other);
            }
        }
    }
    drop_all(found, &drop);
}

/// In one sentence: a number without a channel, applicant or organ is the total, those with one its parts; where all
/// have one, none is a total.
fn drop_parts(found: &mut [Candidate], loose: &[usize], group: fn(Subject) -> bool) {
    let sentences = found.last().map_or(0, |last| last.sentence);
    let mut drop = vec![];
    for sentence in 0..=sentences {
        let here: Vec<_> = alive(found)
            .filter(|(_, candidate)| {
                candidate.sentence == sentence && group(candidate.fact.subject) && candidate.fact.told == Told::Figure
            })
            .collect();
        let (parts, whole): (Vec<_>, Vec<_>) = here.iter().partition(|(_, candidate)| candidate.part);
        let parts: Vec<usize> = parts.iter().map(|(index, _)| *index).collect();
        if !whole.is_empty() || parts.len() > 1 || loose.contains(&sentence) {
            drop.extend(parts);
        }
        let Some((_, first)) = whole.first() else { continue };
        let listed = whole.iter().filter(|(_, candidate)| candidate.listed.is_some()).count();
        // 1份当场答复，其余1份按期答复: parts of all answers.
        let rest = whole.iter().any(|(_, candidate)| candidate.rest) && whole.len() > 1;
        let keep = whole.iter().find(|(_, candidate)| candidate.sum).map_or(first, |(_, candidate)| candidate);
        for (index, candidate) in &whole {
            let same = candidate.fact.value == keep.fact.value
                || candidate.fact.subject == Subject::Total
                || keep.fact.subject == Subject::Total;
            if !same
                || rest && !is_received(candidate.fact.subject)
                || listed > 1 && candidate.listed.is_some() && !is_received(candidate.fact.subject)
            {
                drop.push(*index);
            }
        }
    }
    drop_all(found, &drop);
}

/// A result told twice with different numbers is told in parts (of this year's and of last year's applications).
fn drop_doubled_results(found: &mut [Candidate]) {
    let results =
        [Subject::Granted, Subject::Partial, Subject::Denied, Subject::Unable, Subject::NotProcessed, Subject::Other];
    for subject in results {
        let told: Vec<_> = alive(found)
            .filter(|(_, candidate)| candidate.fact.subject == subject)
            .map(|(index, candidate)| (index, candidate.fact.value, candidate.sentence))
            .collect();
        let Some((_, value, sentence)) = told.first().copied() else { continue };
        if told.iter().any(|other| other.1 != value) || told.len() > 1 && told.iter().all(|other| other.2 == sentence) {
            let all: Vec<_> = told.iter().map(|other| other.0).collect();
            drop_all(found, &all);
        }
    }
}

/// Answers that are not all answers: a part of the answered, those left when some were withdrawn, those of the new
/// applications beside `上年结转的也已办结`.
fn drop_partial_answers(found: &mut [Candidate]) {
    let value = |group: fn(Subject) -> bool| {
        alive(found).find(|(_, candidate)| group(candidate.fact.subject)).map(|(_, candidate)| candidate.fact.value)
    };
    let new = value(is_received);
    let carried_out = value(|subject| subject == Subject::CarriedOut).unwrap_or(0);
    let finished = alive(found).any(|(_, candidate)| candidate.finished && candidate.listed.is_none());
    let mut drop = vec![];
    for (index, candidate) in alive(found).filter(|(_, candidate)| candidate.fact.subject == Subject::Answered) {
        let part_of = candidate
            .listed
            .and_then(|parent| found.get(parent))
            .is_some_and(|parent| parent.fact.subject == Subject::Answered);
        let withdrawn = alive(found)
            .any(|(_, other)| other.withdrawn && other.sentence == candidate.sentence && other.fact.value > 0);
        let of_new =
            finished && !candidate.sum && new.is_none_or(|new| candidate.fact.value.saturating_add(carried_out) == new);
        if part_of || withdrawn && candidate.rest || of_new && candidate.fact.told != Told::None {
            drop.push(index);
        }
    }
    drop_all(found, &drop);
}

/// 均已答复 counts only where no figure tells it; with what was carried in it is the sum.
fn drop_implied(found: &mut [Candidate]) {
    let mut drop = vec![];
    let mut sums = vec![];
    for (index, candidate) in alive(found).filter(|(_, candidate)| candidate.fact.told == Told::Implied) {
        let subject = candidate.fact.subject;
        let told = alive(found).any(|(other, another)| {
            other != index && another.fact.subject == subject && (another.fact.told == Told::Figure || other < index)
        });
        let carried = alive(found).any(|(_, other)| {
            other.fact.subject == Subject::CarriedOut && other.fact.value > 0 && subject == Subject::Answered
        });
        if told || carried {
            drop.push(index);
        } else if subject == Subject::Answered {
            let whole = alive(found).any(|(_, other)| other.fact.subject == Subject::Total);
            let before = alive(found)
                .find(|(_, other)| other.fact.subject == Subject::CarriedIn && other.fact.told == Told::Figure);
            sums.extend(before.filter(|_| !whole).map(|(_, other)| (index, other.fact.value)));
        }
    }
    for (index, carried_in) in sums {
        if let Some(candidate) = found.get_mut(index) {
            candidate.fact.value = candidate.fact.value.saturating_add(carried_in);
        }
    }
    drop_all(found, &drop);
}

/// 受理 is new where the identity says so, or where what was carried in is told beside it; 收到 is doubtful where the
/// identity says that it is the total.
fn decide_received(found: &mut [Candidate]) {
    let facts: Vec<_> = alive(found).map(|(_, candidate)| candidate.fact).collect();
    let carried_in = facts.iter().any(|fact| fact.subject == Subject::CarriedIn && fact.value > 0);
    let subject = match received(&facts) {
        Some(Received::New | Received::Either) => Subject::New,
        Some(Received::Total) => Subject::NewOrTotal,
        Some(Received::Neither) | None if carried_in => Subject::New,
        _ => return,
    };
    let total = subject == Subject::NewOrTotal;
    let bracket = |index: usize| {
        alive(found).any(|(_, other)| other.fact.subject == Subject::CarriedIn && other.listed == Some(index))
    };
    let unclear: Vec<bool> = (0..found.len()).map(|index| received(&facts).is_none() && bracket(index)).collect();
    let change = if total { Subject::New } else { Subject::NewOrTotal };
    for candidate in
        found.iter_mut().filter(|candidate| candidate.fact.subject == change && candidate.fact.told == Told::Figure)
    {
        candidate.fact.subject = subject;
    }
}
