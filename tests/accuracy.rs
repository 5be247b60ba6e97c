//! The rules are as good as they must be, over a share of the cases that `./build.sh accuracy` runs, and no rule is without
//! a fault that tries it.
#[path = "support/accuracy/mod.rs"]
mod accuracy;
#[path = "support/judge.rs"]
mod judge;
mod support;

#[test]
fn faults_are_found_on_the_spot_and_clean_reports_are_left_alone() {
    let tally = accuracy::run(1500, |_| ());
    println!("{}\n{}", tally.tell(), tally.examples());
    assert_eq!(tally.misses(), Vec::<String>::new(), "\n{}", tally.examples());
    assert!(tally.untried().is_empty(), "rules without a fault that tries them: {:?}", tally.untried());
}
