//! How long gouji takes at most for a file that is damaged or made to do harm, and how much memory.
//!
//! `cargo bench --bench damage`; told and not asserted: `tests/damage.rs` asserts what does not depend on the machine.
#[path = "../tests/support/damage/mod.rs"]
mod damage;
#[path = "../tests/support/files/mod.rs"]
mod files;
#[path = "../tests/support/mod.rs"]
mod support;

use damage::{Outcome, bombs, damaged, examine_all};

fn main() {
    // Panics are told below.
    std::panic::set_hook(Box::new(|_| {}));
    tell("炸弹文件", examine_all(1, bombs()));
    tell("损坏文件", examine_all(1, damaged()));
}

/// Prints the slowest files, the one that takes the most memory, and what went wrong.
fn tell(kind: &str, mut outcomes: Vec<Outcome>) {
    let milliseconds = |outcome: &Outcome| outcome.time.as_secs_f64() * 1000.0;
    println!("{kind} {} 个", outcomes.len());
    for outcome in outcomes.iter().filter(|outcome| outcome.wrong.is_some()) {
        println!("          {}：{}", outcome.wrong.unwrap_or(""), outcome.name);
    }
    outcomes.sort_by_key(|outcome| std::cmp::Reverse(outcome.time));
    for outcome in outcomes.iter().take(5) {
        println!("{:8.1} ms  最慢的几个：{}", milliseconds(outcome), outcome.name);
    }
    outcomes.sort_by_key(|outcome| std::cmp::Reverse(outcome.memory));
    for outcome in outcomes.iter().take(3) {
        match outcome.memory {
            Some(bytes) => {
                println!("{:8.1} MB  占用内存最多的几个：{}", bytes as f64 / f64::from(1 << 20), outcome.name)
            }
            None => return println!("          本机不能测量内存"),
        }
    }
}
