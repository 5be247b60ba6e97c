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

fn harm(outcomes: &[Outcome]) -> impl Iterator<Item = String> + '_ {
    outcomes.iter().filter_map(|outcome| {
        let memory = outcome.memory.is_some_and(|bytes| bytes > MOST_MEMORY).then_some("takes too much memory");
        Some(format!("{}: {}", outcome.name, outcome.wrong.or(memory)?))
    })
}

/// One test, so that nothing else takes memory while the bombs are measured.
#[test]
fn no_file_does_harm() {
    let bombs = examine_all(1, bombs());
    let mut damaged = examine_all(2, damaged());
    // Two at a time take from one memory: nobody can say which took how much.
    damaged.iter_mut().for_each(|outcome| outcome.memory = None);
    let harm: Vec<String> = harm(&bombs).chain(harm(&damaged)).collect();
    assert!(harm.is_empty(), "{} files:\n{}", harm.len(), harm.join("\n"));
    assert!(bombs.len() > 90 && damaged.len() > 5000, "only {} and {} were tried", bombs.len(), damaged.len());
}
