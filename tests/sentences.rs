//! The sentences with truth that are kept beside the corpus: what they state is found, what they warn of is not.
//!
//! Set `GOUJI_CORPUS` to the folder of real reports; the sentences stand beside it in `sentences/`. Without it the
//! tests say that they skip; with it, a file that is missing is a failure.
use std::{env, fs, path::Path};

use gouji::report::{
    Passage,
    facts::{Block, Fact, Outcome, Subject, facts},
    parts::{Verdict, breakdowns},
};
use serde_json::Value;

/// The items of a file, or nothing where there is no corpus.
fn items(name: &str) -> Vec<Value> {
    let Some(corpus) = env::var_os("GOUJI_CORPUS") else {
        println!("skipped: GOUJI_CORPUS is not set");
        return vec![];
    };
    let path = Path::new(&corpus).join("../sentences").join(name);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The subjects that satisfy a key of the truth. 受理 that is found to be new by the other numbers of the sentence
/// is a closer reading of the same number, so `New` satisfies `new_or_total`; `new` is satisfied by `New` only.
fn wanted(key: &str) -> Vec<Subject> {
    let case = |block| vec![Subject::Case(block, Outcome::Total)];
    match key {
        "new" => vec![Subject::New],
        "new_or_total" => vec![Subject::NewOrTotal, Subject::New],
        "carried_in" => vec![Subject::CarriedIn],
        "answered" => vec![Subject::Answered],
        "carried_out" => vec![Subject::CarriedOut],
        "granted" => vec![Subject::Granted],
        "partial" => vec![Subject::Partial],
        "denied" => vec![Subject::Denied],
        "unable" => vec![Subject::Unable],
        "not_processed" => vec![Subject::NotProcessed],
        "other" => vec![Subject::Other],
        "review" => case(Block::Review),
        "litigation" => case(Block::Litigation),
        "fee_yuan" => vec![Subject::Fee],
        _ => panic!("a key that the test does not know: {key}"),
    }
}

/// Whether a fact claims to be one of the kinds that the truth knows. It does not know outcomes of cases (of which
/// it lists the numbers among those that are not 复议 or 诉讼) nor totals with those carried in (which are among those that
/// are not new); and a rough number is never compared.
fn claims(fact: &Fact) -> bool {
    let known = match fact.subject {
        Subject::Total => false,
        Subject::Case(block, outcome) => {
            matches!(block, Block::Review | Block::Litigation) && outcome == Outcome::Total
        }
        _ => true,
    };
    known && fact.is_exact()
}

/// The report year that a sentence of the file gives in brackets at its end, as `(2024年度)`.
fn year(text: &str) -> Option<u16> {
    let start = text.rfind('(')?;
    text[start + 1..].strip_suffix("年度)")?.parse().ok()
}

#[test]
fn stated_numbers_are_found_and_others_are_not() {
    let (mut stated, mut found_of_them, mut claimed) = (0, 0, vec![]);
    for item in items("numbers.json") {
        let text = item["text"].as_str().expect("text");
        let found = facts(&Passage::new(None, text, 0), year(text));
        let told: Vec<_> = found.iter().map(|fact| format!("{:?} {}", fact.subject, fact.value)).collect();
        for (key, value) in item["facts"].as_object().expect("facts") {
            let Some(value) = value.as_u64() else { continue };
            stated += 1;
            let right = |fact: &Fact| wanted(key).contains(&fact.subject) && fact.value == value && fact.is_exact();
            if found.iter().any(right) {
                found_of_them += 1;
            } else {
                println!("missing {key} {value}: {text}\n    {told:?}");
            }
        }
        for number in item["not"].as_array().expect("not") {
            let wrong = |fact: &Fact| claims(fact) && Some(fact.value as f64) == number.as_f64();
            if found.iter().any(wrong) {
                claimed.push(format!("claimed {number}: {text}\n    {told:?}"));
            }
        }
    }
    println!("{found_of_them} of {stated} stated numbers found, {} claimed wrongly", claimed.len());
    assert!(claimed.is_empty(), "{}", claimed.join("\n"));
    assert!(found_of_them * 100 >= stated * 97, "{found_of_them} of {stated}");
}

#[test]
fn lists_that_do_not_add_up_are_told_from_those_that_need_not() {
    let mut wrong = vec![];
    for item in items("wording.json").iter().filter(|item| item["kind"] == "其中-sum") {
        let text = item["text"].as_str().expect("text");
        let found = breakdowns(&Passage::new(None, text, 0));
        let differs = found.iter().find(|told| matches!(told.verdict, Verdict::Wrong | Verdict::TooMuch));
        let place = item["where"].as_str().and_then(|words| text.find(words).map(|start| start..start + words.len()));
        // The words at fault are the total or the list, whichever the author chose: the finding has to touch them.
        let right = match (differs, place) {
            (Some(told), Some(place)) => {
                let span = told.items.iter().fold(told.total, |span, item| span.join(*item));
                span.start < place.end && place.start < span.end
            }
            (found, place) => found.is_none() && place.is_none(),
        };
        if !right {
            wrong.push(format!("{text}\n    {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
