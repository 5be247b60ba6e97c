//! The sentences on wording that are kept beside the corpus: what is wrong with them is found where it stands, and of
//! those that only look wrong nothing is said but hints.
//!
//! Set `GOUJI_CORPUS` to the folder of real reports; the sentences stand beside it in `sentences/`. Without it the test
//! says that it skips; with it, a file that is missing is a failure.
use std::{collections::BTreeMap, env, fs, ops::Range, path::Path};

use gouji::{finding::Severity, read::read_str};
use serde_json::Value;

fn items() -> Vec<Value> {
    let Some(corpus) = env::var_os("GOUJI_CORPUS") else {
        println!("skipped: GOUJI_CORPUS is not set");
        return vec![];
    };
    let path = Path::new(&corpus).join("../sentences/wording.json");
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A report of the organ and year that holds the sentence where one of its kind stands, and where the sentence is in it.
/// It has no tables: whether the numbers of the sentence agree with some is another test's question.
fn report(item: &Value) -> (String, Range<usize>) {
    let [text, organ, kind] = ["text", "organ", "kind"].map(|name| item[name].as_str().expect("a string"));
    let year = item["year"].as_u64().expect("a year");
    let title = format!("{organ}{year}年政府信息公开工作年度报告");
    let before = match (kind, text.starts_with("一、")) {
        ("title", _) => String::new(),
        ("period" | "citation" | "part-count", _) | (_, true) => format!("{title}\n"),
        _ => format!("{title}\n一、总体情况\n"),
    };
    let heading = if before.ends_with("情况\n") || text.starts_with("一、") { "" } else { "\n一、总体情况" };
    (format!("{before}{text}{heading}\n二、主动公开政府信息情况\n"), before.len()..before.len() + text.len())
}

#[test]
fn faults_of_wording_are_found_and_what_looks_wrong_is_left_alone() {
    let (mut faults, mut found, mut fine, mut accused) = (0, 0, 0, 0);
    let mut kinds: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for item in items() {
        let (text, sentence) = report(&item);
        let document = read_str(&text).expect("plain text can be read");
        let checked = gouji::check(&document);
        let said: Vec<_> = checked
            .findings
            .iter()
            .filter(|finding| {
                let place = finding.places[0].span;
                sentence.start <= place.start && place.end <= sentence.end && !place.is_empty()
            })
            .collect();
        let show = || {
            let lines = said.iter().map(|finding| {
                let words = &document.text[finding.places[0].span.range()];
                format!("\n    {} {} ⟦{words}⟧ {}", finding.rule.code, finding.severity.label(), finding.message)
            });
            lines.collect::<String>()
        };
        let kind = kinds.entry(item["kind"].as_str().unwrap_or("").to_owned()).or_default();
        if item["fault"] == true {
            let words = item["where"].as_str().expect("the words at fault");
            let start = text[sentence.clone()].find(words).map(|at| sentence.start + at).expect("they are there");
            let there = |finding: &&&gouji::finding::Finding| {
                // A list that does not add up may be marked at its total; its items are places of the finding as well.
                finding.places.iter().any(|place| place.span.start < start + words.len() && start < place.span.end)
            };
            faults += 1;
            kind.1 += 1;
            if said.iter().any(|finding| there(&finding)) {
                found += 1;
                kind.0 += 1;
            } else {
                println!("missed: ⟦{words}⟧ in {}{}", item["text"], show());
            }
        } else {
            fine += 1;
            if said.iter().any(|finding| finding.severity != Severity::Hint) {
                accused += 1;
                println!("accused: {} ({}){}", item["text"], item["note"], show());
            } else if !said.is_empty() {
                println!("hinted: {} ({}){}", item["text"], item["note"], show());
            }
        }
    }
    println!("{found} of {faults} faults found, {accused} of {fine} others accused; found by kind: {kinds:?}");
    assert!(found * 10 >= faults * 9, "{found} of {faults}");
    assert!(accused * 50 <= fine, "{accused} of {fine}");
}
