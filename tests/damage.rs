//! No file makes gouji panic, hang, or take memory out of proportion: thousands that are damaged by chance, and bombs.
//!
//! How long each takes is told by `./build.sh bench` and not asserted here.
#[path = "support/damage/mod.rs"]
mod damage;
#[path = "support/files/mod.rs"]
mod files;
mod support;

use damage::{Outcome, bombs, damaged, examine_all};

/// What reading and checking one file may take of memory.
const MOST_MEMORY: u64 = 512 << 20;

fn none_does_harm(outcomes: &[Outcome], at_least: usize) {
    let wrong = |outcome: &Outcome| {
        let memory = outcome.memory.is_some_and(|bytes| bytes > MOST_MEMORY).then_some("takes too much memory");
        Some(format!("{}: {}", outcome.name, outcome.wrong.or(memory)?))
    };
    let wrong: Vec<String> = outcomes.iter().filter_map(wrong).collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), outcomes.len(), wrong.join("\n"));
    assert!(outcomes.len() >= at_least, "only {} were tried", outcomes.len());
}

/// One test, so that nothing else takes memory while the bombs are measured.
#[test]
fn no_file_does_harm() {
    none_does_harm(&examine_all(1, bombs()), 90);
    let mut outcomes = examine_all(2, damaged());
    // Two at a time take from one memory: nobody can say which took how much.
    outcomes.iter_mut().for_each(|outcome| outcome.memory = None);
    none_does_harm(&outcomes, 5000);
}
