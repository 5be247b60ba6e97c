//! How good the rules are, as a number: every kind of fault is done to many clean reports, and what is said of the clean
//! and of the faulty one is counted. Everything follows from the number of the case.
#![allow(dead_code, reason = "each crate uses another part of this module")]
pub mod ledger;
mod score;
mod tally;

use crate::{
    judge::{Judged, judge_beside},
    support::{
        self, Draft, Layout, Rng, Style,
        fault::{self, Kind, Spot},
    },
};
use gouji::{profile::Profile, rules::Rule};
use std::{
    sync::atomic::{AtomicU64, Ordering},
    thread,
};

pub use tally::Tally;

/// How many clean drafts are tried until one can have a fault of the kind.
const DRAFTS: u64 = 600;

/// A clean report, the same with one fault, and how both are written.
pub struct Case {
    number: u64,
    kind: Kind,
    clean: Draft,
    faulty: Draft,
    spot: Spot,
    style: Style,
    /// The report of the year before, for the rules that look at two.
    last: Option<Draft>,
    /// The demands of a place, for the rules that look at them.
    profile: Option<Profile>,
}

impl Case {
    /// The case of this number; `None` where no draft that was tried can have its fault.
    fn new(number: u64, kinds: &[Kind]) -> Option<Self> {
        let kind = kinds[(number % kinds.len() as u64) as usize];
        // The kinds come round; the layouts must not come round with them.
        let layout = Layout::ALL[((number / kinds.len() as u64 + number) % Layout::ALL.len() as u64) as usize];
        let style = fault::suited(kind.rule, Style::random(layout, &mut Rng::new(number ^ 0x5A5A)));
        (0..DRAFTS).find_map(|turn| {
            let clean = support::draft(number + turn * 1_000_003);
            let mut faulty = clean.clone();
            let spot = (kind.make)(&mut faulty, &mut Rng::new(number + turn))?;
            let last = is_of('G', kind.rule).then(|| fault::year_before(&clean));
            let profile = is_of('K', kind.rule).then(fault::profile);
            Some(Self { number, kind, clean, faulty, spot, style: style.clone(), last, profile })
        })
    }

    fn judge(&self, draft: &Draft) -> Judged {
        judge_beside(draft, self.last.as_ref(), self.profile.as_ref(), &self.style, self.number)
    }
}

/// Whether a rule is of this family.
fn is_of(family: char, rule: &str) -> bool {
    Rule::find(rule).is_some_and(|rule| rule.code.starts_with(family))
}

/// Judges the cases from 0 on, on all cores; `progress` is called with the number of those that are done.
pub fn run(cases: u64, progress: impl Fn(u64) + Sync) -> Tally {
    let kinds = fault::kinds();
    let (next, done) = (AtomicU64::new(0), AtomicU64::new(0));
    let work = || {
        let mut tally = Tally::default();
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number >= cases {
                return tally;
            }
            match Case::new(number, &kinds) {
                Some(case) => tally.add(&case),
                None => tally.impossible(kinds[(number % kinds.len() as u64) as usize]),
            }
            progress(done.fetch_add(1, Ordering::Relaxed) + 1);
        }
    };
    let workers = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let threads: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        let tallies = threads.into_iter().map(|thread| thread.join().expect("a case does not panic"));
        tallies.fold(Tally::default(), Tally::with)
    })
}
