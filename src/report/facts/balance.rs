//! What the identity of table three (新收 + 结转 = 办结 + 转下年) tells of numbers whose words leave it open.
use super::{
    Subject, Told,
    record::{Candidate, is_received},
    settle::{drop_all, is, left, value},
};

/// 答复88件，其中结转件6件，新收件82件: what makes up the answered with the new ones was carried in.
pub(super) fn tell_answered_carried(found: &mut [Candidate]) {
    let carried = left(found, is(Subject::CarriedOut)).into_iter().find_map(|(at, told)| {
        let whole = found.get(told.listed?).filter(|whole| whole.fact.subject == Subject::Answered)?;
        let new = left(found, is(Subject::New)).into_iter().find(|(_, new)| new.listed == told.listed)?;
        (new.1.fact.value.checked_add(told.fact.value) == Some(whole.fact.value)).then_some(at)
    });
    if let Some(candidate) = carried.and_then(|at| found.get_mut(at)) {
        candidate.fact.subject = Subject::CarriedIn;
    }
}

/// 新收12件，结转3件，办结13件，结转2件: the identity tells which of the two was carried in.
pub(super) fn tell_carried(found: &mut [Candidate]) {
    let carried: Vec<_> =
        left(found, is(Subject::CarriedOut)).iter().map(|(at, told)| (*at, told.fact.value)).collect();
    if let [(only, value)] = carried[..] {
        return tell_listed(found, only, value);
    }
    let [(first, early), (second, late)] = carried[..] else { return };
    if value(found, is(Subject::CarriedIn)).is_some() || early == late {
        return;
    }
    let balances = |carried_in: u64, carried_out: u64| {
        let all = value(found, is_received)?.checked_add(carried_in)?;
        Some(all == value(found, is(Subject::Answered))?.checked_add(carried_out)?)
    };
    let carried_in = match (balances(early, late), balances(late, early)) {
        (Some(true), _) => first,
        (_, Some(true)) => second,
        _ => return drop_all(found, [first, second]),
    };
    if let Some(candidate) = found.get_mut(carried_in) {
        candidate.fact.subject = Subject::CarriedIn;
    }
}

/// 收到10件，处理9件，还有1件未办结: the identity tells that what was handled was answered.
pub(super) fn tell_handled(found: &mut [Candidate]) {
    let received = left(found, is_received);
    let [(new_at, new), (at, handled)] = received[..] else { return };
    let told = (new.fact.subject, handled.fact.subject, value(found, is(Subject::Answered)));
    if told != (Subject::New, Subject::NewOrTotal, None) || handled.part || handled.sum {
        return;
    }
    let carried_in = value(found, is(Subject::CarriedIn)).unwrap_or(0);
    let carried_out = value(found, is(Subject::CarriedOut));
    let all = new.fact.value.checked_add(carried_in);
    let handled_all =
        carried_in == 0 && carried_out.is_none() && new.fact.value == handled.fact.value && handled.fact.value > 0;
    if carried_out.is_some_and(|out| handled.fact.value.checked_add(out) == all) {
        found[at].fact.subject = Subject::Answered;
    } else if handled_all {
        // 收到7件，办理7件: most likely all of them, as 均已办理 would say.
        found[at].fact.subject = Subject::Answered;
        found[at].fact.told = Told::Implied;
        found[at].listed = Some(new_at);
    }
}

/// 总数109件，其中新收103件，结转6件: what makes up the total with the new ones was carried in.
fn tell_listed(found: &mut [Candidate], only: usize, carried: u64) {
    let whole = found.get(only).and_then(|candidate| found.get(candidate.listed?));
    let whole = whole.filter(|whole| whole.fact.subject == Subject::Total).map(|whole| whole.fact.value);
    let whole = whole.or(value(found, is(Subject::Total)));
    let sum = value(found, is(Subject::New)).and_then(|new| new.checked_add(carried));
    let none = value(found, is(Subject::CarriedIn)).is_none();
    if let Some(candidate) = found.get_mut(only).filter(|_| none && whole.is_some() && whole == sum) {
        candidate.fact.subject = Subject::CarriedIn;
    }
}
