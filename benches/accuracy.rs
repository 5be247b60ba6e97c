//! How good the rules are: `cargo bench --bench accuracy -- 10000`. Exit status 1 when they are not as good as they must
//! be; the failures are shown.
//!
//! With `GOUJI_CORPUS` also what is said of the real reports in that folder.
#[path = "../tests/support/accuracy/mod.rs"]
mod accuracy;
#[path = "../tests/support/judge.rs"]
mod judge;
#[path = "../tests/support/mod.rs"]
mod support;

use std::{env, path::Path, process::ExitCode};

fn main() -> ExitCode {
    let cases = env::args().find_map(|word| word.parse().ok()).unwrap_or(10_000);
    let tally = accuracy::run(cases, |done| {
        if done % 100 == 0 || done == cases {
            eprint!("\r{done} / {cases}");
        }
    });
    eprintln!();
    println!("{}", tally.tell());
    match env::var_os("GOUJI_CORPUS") {
        Some(folder) => println!("真实报告的意见条数：\n{}", accuracy::ledger::ledger(Path::new(&folder))),
        None => println!("没有设置 GOUJI_CORPUS，略过真实报告。"),
    }
    let misses = tally.misses();
    if misses.is_empty() {
        println!("全部达到要求。");
        return ExitCode::SUCCESS;
    }
    println!("{}\n没有达到要求：\n{}", tally.examples(), misses.join("\n"));
    ExitCode::FAILURE
}
