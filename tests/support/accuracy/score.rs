//! What is said of one case: whether the fault is found, where the mark stands, and what else is said.
use super::Case;
use crate::{
    judge::{Judged, is_at, key},
    support::fault::Spot,
};
use gouji::rules::Rule;
use serde_json::Value;
use std::collections::BTreeSet;

/// The outcome of a case.
pub struct Outcome<'a> {
    /// Whether the rule says something that it does not say of the clean report.
    pub found: bool,
    /// Whether its mark stands at the fault.
    pub placed: bool,
    /// Findings above hint beside that one: the fault is told twice.
    pub beside: Vec<&'a Value>,
    /// Hints beside it.
    pub hints: Vec<&'a Value>,
}

impl<'a> Outcome<'a> {
    /// Compares what is said of the clean and of the faulty report.
    pub fn new(case: &Case, rule: &Rule, clean: &Judged, faulty: &'a Judged) -> Self {
        // A finding that gathers places says another message when there is one more of them.
        let whole = |finding: &Value| key(finding) + &finding["message"].to_string();
        let known: BTreeSet<String> = clean.findings.iter().map(whole).collect();
        let own = |finding: &&Value| finding["code"] == rule.code;
        let fresh: Vec<&Value> =
            faulty.findings.iter().filter(own).filter(|finding| !known.contains(&whole(finding))).collect();
        let gathers = clean.findings.iter().any(|finding| own(&finding));
        let words = case.spot.words(&case.faulty, &case.style, &faulty.text);
        let stands = |finding: &&Value| {
            let places = finding["places"].as_array().map_or(&[][..], Vec::as_slice);
            let first = if gathers { places.len() } else { 1 };
            places.iter().take(first).any(|place| match (&case.spot, &words) {
                (Spot::Words { .. }, Some(words)) => {
                    let at = |name| place[name].as_u64().unwrap_or(0) as usize;
                    words.start <= at("start") && at("end") <= words.end
                }
                (Spot::Words { .. }, None) => false,
                (Spot::Cell(cell), _) => is_at(finding, &case.faulty, *cell),
                (Spot::Row(which, row), _) => {
                    place["table"] == which.numeral()
                        && place["row"] == case.faulty.edition().row(*which, *row).as_str()
                }
                (Spot::Table(which), _) => place["table"] == which.numeral() || place["section"] == which.numeral(),
                (Spot::Anywhere, _) => true,
            })
        };
        let mut others = faulty.beyond(clean);
        // One of its own is the fault; any more tell it again.
        if let Some(first) = others.iter().position(own) {
            others.remove(first);
        }
        let (hints, beside) = others.into_iter().partition(|finding| finding["severity"] == "hint");
        Self { found: !fresh.is_empty(), placed: fresh.iter().any(stands), beside, hints }
    }
}
