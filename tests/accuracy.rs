//! The rules are as good as they must be, over a share of the cases that `./build.sh accuracy` runs, and no rule is without
//! a fault that tries it.
#[path = "support/accuracy/mod.rs"]
mod accuracy;
#[path = "support/judge.rs"]
mod judge;
mod support;

/// Rules that no fault tries yet.
const UNTRIED: &[&str] = &[
    "L103", "N101", "N102", "S301", "W109", "X101", "X102", "X103", "X104", "X105", "X106", "X107", "Y102", "Y201",
    "Y202", "Y203",
];

#[test]
fn faults_are_found_on_the_spot_and_clean_reports_are_left_alone() {
    let tally = accuracy::run(1500, |_| ());
    println!("{}\n{}", tally.tell(), tally.examples());
    assert_eq!(tally.misses(), Vec::<String>::new(), "\n{}", tally.examples());
    let mut untried = tally.untried();
    untried.retain(|code| !UNTRIED.contains(code));
    assert!(untried.is_empty(), "rules without a fault that tries them: {untried:?}");
}
