//! Sentences with truth in reports whose tables agree with them, and in reports whose tables contradict one of their
//! numbers: nothing but hints in the one case, a finding on that number in the other.
//!
//! The project's own sentences are `told/sentences.txt`; those kept beside the corpus join where `GOUJI_CORPUS` is set.
#[path = "example/mod.rs"]
#[allow(dead_code, reason = "the examples of rules use the rest")]
mod example;
#[path = "told/tables.rs"]
mod tables;

use std::{env, fs, ops::Range, path::Path};

use gouji::{finding::Severity, read::read_str, text::number::figures};
use serde_json::Value;
use tables::{Facts, Tables, agreeing, contradicting};

struct Sentence {
    text: String,
    facts: Facts,
    /// What makes the tables, where it is more than what is stated.
    derived: Facts,
    not: Vec<f64>,
}

/// The sentences of this project: `text | facts | numbers that are none`, one a line.
fn own() -> Vec<Sentence> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/told/sentences.txt");
    let text = fs::read_to_string(path).expect("the sentences are there");
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let parts: Vec<&str> = line.split('|').map(str::trim).collect();
            let [text, facts, rest @ ..] = &parts[..] else { panic!("no facts: {line}") };
            let pairs = |list: &str| {
                let pair = |fact: &str| {
                    let (key, value) = fact.split_once(' ').unwrap_or_else(|| panic!("{line}"));
                    (name(key), value.parse().unwrap_or_else(|_| panic!("{line}")))
                };
                list.split(',').map(str::trim).filter(|fact| !fact.is_empty()).map(pair).collect()
            };
            let not = rest.first().unwrap_or(&"");
            let not = not.split_whitespace().map(|number| number.parse().unwrap_or_else(|_| panic!("{line}")));
            Sentence {
                text: (*text).to_owned(),
                facts: pairs(facts),
                derived: pairs(rest.get(1).unwrap_or(&"")),
                not: not.collect(),
            }
        })
        .collect()
}

/// A key of the truth from its short form.
fn name(short: &str) -> String {
    match short {
        "any" => "new_or_total",
        "in" => "carried_in",
        "out" => "carried_out",
        "done" => "answered",
        "fee" => "fee_yuan",
        "none" => "not_processed",
        name => name,
    }
    .to_owned()
}

/// The sentences kept beside the corpus; none where there is no corpus.
fn kept() -> Vec<Sentence> {
    let Some(corpus) = env::var_os("GOUJI_CORPUS") else {
        println!("skipped: GOUJI_CORPUS is not set");
        return vec![];
    };
    let path = Path::new(&corpus).join("../sentences/numbers.json");
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let items: Vec<Value> = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let facts = |value: &Value| -> Facts {
        let pairs = value.as_object().into_iter().flatten();
        pairs.filter_map(|(key, value)| Some((key.clone(), value.as_u64()?))).collect()
    };
    let sentence = |item: &Value| Sentence {
        text: item["text"].as_str().expect("text").to_owned(),
        facts: facts(&item["facts"]),
        derived: facts(&item["derived"]),
        not: item["not"].as_array().expect("not").iter().filter_map(Value::as_f64).collect(),
    };
    items.iter().map(sentence).collect()
}

/// The report year that a sentence implies: in brackets at its end, by what it begins with, or by what it compares with.
fn year(text: &str) -> u16 {
    let at = |start: usize| text.get(start..start + 4)?.parse().ok();
    let bracket = text.rfind('(').filter(|_| text.ends_with("年度)")).and_then(|start| at(start + 1));
    bracket.or(at(0).filter(|_| text[4..].starts_with('年') && !text[7..].contains("2024年"))).unwrap_or(2024)
}

/// A report of an organ with the sentence in its first section, and where the sentence is in it.
fn report(sentence: &Sentence, organ: &str, tables: &Tables) -> (String, Range<usize>) {
    let year = year(&sentence.text);
    let before = format!("{organ}{year}年政府信息公开工作年度报告\n一、总体情况\n");
    let [two, three, four] = tables.lines();
    let tables = example::expand(&format!("{two}\n{three}\n{four}\n【五】"));
    let at = before.len()..before.len() + sentence.text.len();
    (format!("{before}{}\n{tables}六、其他需要报告的事项\n无其他需要报告的事项。\n", sentence.text), at)
}

/// What is said inside the sentence: the words that are marked, their place in the sentence, the severity, the message.
fn said(sentence: &Sentence, organ: &str, tables: &Tables) -> Vec<(Range<usize>, Severity, String)> {
    let (text, at) = report(sentence, organ, tables);
    let document = read_str(&text).expect("plain text can be read");
    assert_eq!(&document.text[at.clone()], sentence.text, "the text is read as it stands");
    // The sentences are cut out of other reports: （二） is no fault of theirs.
    let findings = gouji::check(&document).findings.into_iter();
    let findings = findings.filter(|finding| finding.rule.name != "broken-list");
    let inside = findings.filter_map(|finding| {
        let span = finding.places[0].span;
        let inside = at.start <= span.start && span.end <= at.end && !span.is_empty();
        let message = format!("{} ⟦{}⟧ {}", finding.rule.code, document.str(span), finding.message);
        inside.then(|| (span.start - at.start..span.end - at.start, finding.severity, message))
    });
    inside.collect()
}

/// Whether a finding marks a number with this value, or words that tell one: 均已答复, 未收到申请.
fn marks(sentence: &Sentence, span: &Range<usize>, value: u64) -> bool {
    let figures = figures(&sentence.text, 0);
    let mut touched = figures.iter().filter(|figure| span.start < figure.span.end && figure.span.start < span.end);
    let words =
        sentence.text.get(span.clone()).is_some_and(|words| words.contains(['均', '全', '未', '无', '都', '率']));
    words || touched.clone().next().is_none() || touched.any(|figure| figure.value.to_f64() == value as f64)
}

/// Organs in whose reports each sentence is tried.
const ORGANS: [&str; 2] = ["云桥市人民政府", "云桥县水务局"];

#[derive(Default)]
struct Score {
    quiet: usize,
    agreeing: usize,
    found: usize,
    contradicted: usize,
    accused: usize,
}

fn measure(sentences: &[Sentence]) -> Score {
    let mut score = Score::default();
    for sentence in sentences {
        for organ in ORGANS {
            agree(sentence, organ, &mut score);
            for key in sentence.facts.keys() {
                contradict(sentence, organ, key, &mut score);
            }
        }
    }
    score
}

fn agree(sentence: &Sentence, organ: &str, score: &mut Score) {
    let mut facts = sentence.facts.clone();
    facts.extend(sentence.derived.clone());
    for tables in agreeing(&facts) {
        let loud: Vec<_> =
            said(sentence, organ, &tables).into_iter().filter(|(_, severity, _)| *severity != Severity::Hint).collect();
        score.agreeing += 1;
        score.quiet += usize::from(loud.is_empty());
        for (.., message) in loud {
            println!("accused: {organ} {}\n    {tables:?}\n    {message}", sentence.text);
        }
    }
}

fn contradict(sentence: &Sentence, organ: &str, key: &str, score: &mut Score) {
    // That no fee is told contradicts no table: other fees stand there as well.
    let value = sentence.facts[key];
    let all =
        if key == "fee_yuan" && value == 0 { vec![] } else { contradicting(&sentence.facts, &sentence.derived, key) };
    for tables in all {
        let said = said(sentence, organ, &tables);
        score.contradicted += 1;
        let there = said.iter().any(|(span, ..)| marks(sentence, span, value));
        score.found += usize::from(there);
        if !there {
            println!("missed {key} {value}: {organ} {}\n    {tables:?}\n    {said:?}", sentence.text);
        }
        for (span, severity, message) in &said {
            let none = |not: &f64| {
                figures(&sentence.text, 0).iter().any(|one| one.value.to_f64() == *not && one.span.start == span.start)
            };
            let stated = sentence.facts.values().any(|fact| marks(sentence, span, *fact));
            if sentence.not.iter().any(none) && !stated && *severity != Severity::Hint {
                score.accused += 1;
                println!("accused in vain: {organ} {}\n    {message}", sentence.text);
            }
        }
    }
}

fn hold(sentences: &[Sentence]) {
    let score = measure(sentences);
    let percent = |part: usize, all: usize| 100.0 * part as f64 / all.max(1) as f64;
    println!(
        "{} sentences: quiet in {} of {} reports that agree ({:.1} %); found in {} of {} that contradict ({:.1} %), {} other numbers accused",
        sentences.len(),
        score.quiet,
        score.agreeing,
        percent(score.quiet, score.agreeing),
        score.found,
        score.contradicted,
        percent(score.found, score.contradicted),
        score.accused
    );
    assert_eq!(score.quiet, score.agreeing);
    assert!(score.found * 100 >= score.contradicted * 97, "{} of {}", score.found, score.contradicted);
    assert_eq!(score.accused, 0);
}

#[test]
fn own_sentences() {
    let own = own();
    assert!(own.len() >= 150, "{}", own.len());
    hold(&own);
}

#[test]
fn kept_sentences() {
    hold(&kept());
}
