//! One cause, one finding: of what several rules say about one slip the cause is told, and of what one rule says in the
//! same words at many places all of it at once.
//!
//! A rule looks at a report as if it were the only one. That another one knows better is mostly seen here from what both
//! say, so that rules need not know each other; where that does not show it, the rule lists the other one in
//! [`Rule::yields`](crate::rules::Rule::yields).
use crate::{
    finding::{Edit, Finding, Fix, Place, Severity},
    text::Span,
};
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

/// Leaves the causes, in reading order.
pub(crate) fn causes(mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.sort_by_key(|finding| (finding.mark(), finding.rule.code));
    let told: BTreeSet<&str> = findings.iter().map(|finding| finding.rule.code).collect();
    // Of what is no report nothing else matters but what must not be published.
    let none = told.contains("S101");
    findings.retain(|finding| !none || matches!(finding.rule.code.as_bytes(), [b'P', ..] | b"S101"));
    findings.retain(|finding| !finding.rule.yields.iter().any(|code| told.contains(code)));
    let mut follows = leaning(&findings).into_iter().zip(mended(&findings));
    findings.retain(|_| !matches!(follows.next(), Some((leaning, mended)) if leaning || mended));
    gather(findings)
}

/// Which findings rest on a place that another one calls wrong: a number of the text contradicts a cell that cannot be
/// right, the parts of a sum do not add up because one of them is not that of the table.
fn leaning(findings: &[Finding]) -> Vec<bool> {
    let mut marked: BTreeMap<Span, Vec<&Finding>> = BTreeMap::new();
    // What the sums put right is compared as it should be, so that a contradiction with it is another fault.
    let calls_wrong = |finding: &&Finding| finding.severity < Severity::Hint && !finding.rule.code.starts_with('T');
    for finding in findings.iter().filter(calls_wrong) {
        marked.entry(finding.mark()).or_default().push(finding);
    }
    let rests = |one: &Finding, other: &Finding| one.places[1..].iter().any(|place| place.span == other.mark());
    let leans = |own: &Finding| {
        let mut others = own.places[1..].iter().filter_map(|place| marked.get(&place.span)).flatten();
        // Of two that rest on each other neither is the cause.
        others.any(|other| other.rule.code != own.rule.code && other.severity <= own.severity && !rests(other, own))
    };
    findings.iter().map(leans).collect()
}

/// Which findings are mended by the way when another one is, because its fix writes anew what they mark.
fn mended(findings: &[Finding]) -> Vec<bool> {
    let mut edits: Vec<(Span, &Finding)> =
        findings.iter().flat_map(|finding| finding.rewritten().map(move |span| (span, finding))).collect();
    edits.sort_by_key(|(span, _)| span.start);
    // The edits are walked along with the marks; those that have ended are left behind.
    let (mut next, mut open) = (0, vec![]);
    let mended = |own: &Finding| {
        let mark = own.mark();
        while edits.get(next).is_some_and(|(span, _)| span.start <= mark.start) {
            open.push(edits[next]);
            next += 1;
        }
        open.retain(|(span, _)| span.end > mark.start);
        let rank = |finding: &Finding| (finding.severity, Reverse(finding.mark().len()), finding.rule.code);
        let by = |other: &Finding| {
            let mutual = own.rewritten().any(|span| span.contains(other.mark()));
            other.severity <= own.severity && (!mutual || rank(other) < rank(own))
        };
        // What has several places is not mended with one of them.
        let alone = own.places.len() == 1 && !mark.is_empty();
        let others = open.iter().filter(|(span, other)| span.contains(mark) && other.rule.code != own.rule.code);
        alone && others.into_iter().any(|(_, other)| by(other))
    };
    findings.iter().map(mended).collect()
}

/// Makes one finding of those that a rule says in the same words.
fn gather(findings: Vec<Finding>) -> Vec<Finding> {
    let mut groups: BTreeMap<(&str, String, usize), usize> = BTreeMap::new();
    let mut gathered: Vec<(Finding, Vec<Finding>)> = vec![];
    for finding in findings {
        let key = (finding.rule.code, finding.severity.name().to_owned() + &finding.message, finding.fixes.len());
        match groups.get(&key).filter(|_| finding.fixes.len() <= 1) {
            Some(&n) => gathered[n].1.push(finding),
            None => {
                groups.insert(key, gathered.len());
                gathered.push((finding, vec![]));
            }
        }
    }
    gathered
        .into_iter()
        .map(|(first, others)| if others.is_empty() { first } else { together(first, others) })
        .collect()
}

/// One finding of several that have at most one fix each.
fn together(mut first: Finding, others: Vec<Finding>) -> Finding {
    let count = others.len() + 1;
    first.message += &format!("（共 {count} 处）");
    let mut fixes: Vec<Fix> = std::mem::take(&mut first.fixes);
    // Many may rest on one cell, which is shown once.
    let mut shown: BTreeSet<Span> = first.places.iter().map(|place| place.span).collect();
    for other in others {
        fixes.extend(other.fixes);
        let mark = Place { span: other.places[0].span, note: "同样的问题".to_owned() };
        let further = std::iter::once(mark).chain(other.places.into_iter().skip(1));
        first.places.extend(further.filter(|place| shown.insert(place.span)));
    }
    first.fixes.extend(all_at_once(fixes));
    first
}

/// One fix of several, unless they are in each other's way.
fn all_at_once(fixes: Vec<Fix>) -> Option<Fix> {
    let label = &fixes.first()?.label;
    let label = if fixes.iter().all(|fix| fix.label == *label) { label } else { "全部改正" };
    let label = format!("{label}（{} 处）", fixes.len());
    let mut edits: Vec<Edit> = fixes.into_iter().flat_map(|fix| fix.edits).collect();
    edits.sort_by_key(|edit| edit.span);
    let apart = edits.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start);
    apart.then_some(Fix { label, edits })
}
