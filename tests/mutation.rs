//! Clean reports give no error and no warning; one fault gives one finding, on the spot, with the right value.

#[path = "support/judge.rs"]
mod judge;
mod support;

use judge::{Failures, Judged, about, fixes, is_at, judge};
use serde_json::Value;
use support::{Draft, Fact, Fault, Layout, Rng, Style, mutate, render};

/// A draft, its style and its clean judgement, by a number that chooses all three.
fn case(number: u64) -> (Draft, Style, Judged) {
    let layout = Layout::ALL[(number % 7) as usize];
    let mut style = Style::random(layout, &mut Rng::new(number ^ 0xA5A5));
    style.cut = number % 11 == 5;
    let draft = support::draft(number);
    let clean = judge(&draft, &style, number);
    (draft, style, clean)
}

#[test]
fn clean_reports_are_clean() {
    let mut failures = Failures::default();
    for seed in 0..200 {
        let draft = support::draft(seed);
        for (index, layout) in Layout::ALL.into_iter().enumerate() {
            let style = Style::random(layout, &mut Rng::new(seed * 7 + index as u64));
            let judged = judge(&draft, &style, seed);
            failures.tried += 1;
            for finding in judged.findings.iter().filter(|finding| finding["severity"] != "hint") {
                let kind = format!("{layout:?} {}", finding["code"].as_str().unwrap_or(""));
                failures.add(&kind, || format!("report {seed} {style:?}\n   {}", judged.show(finding)));
            }
        }
    }
    failures.none_of(1400);
}

/// The first place is the cell, the fix the right value, and nothing else is said.
#[test]
fn a_wrong_cell_of_table_three_is_named() {
    let mut failures = Failures::default();
    for number in 0..525 {
        let (clean, style, before) = case(number);
        for turn in 0..2 {
            let mut draft = clean.clone();
            let fault = mutate::three(&mut draft, &mut Rng::new(number * 2 + turn));
            let Fault::Cell { cell, was, .. } = &fault else { unreachable!() };
            let judged = judge(&draft, &style, number);
            let found = judged.beyond(&before);
            failures.tried += 1;
            let kind = match found.iter().find(|finding| is_at(finding, &draft, *cell)) {
                None => "the cell is not named",
                Some(finding) if !fixes(finding).contains(&was.as_str()) => "the right value is not offered",
                Some(finding) if finding["severity"] != "error" => "it is no error",
                Some(_) if found.len() > 1 => "more is said",
                Some(_) => continue,
            };
            failures.add(&format!("{:?}: {kind}", style.layout), || about(number, &style, &fault, &judged, &found));
        }
    }
    failures.none_of(1000);
}

/// Faults of one cell that are found where they stand, whatever is said of them.
fn found_at_the_cell(name: &str, count: u64, fault: impl Fn(&mut Draft, &mut Rng) -> Fault) {
    let mut failures = Failures::default();
    for number in 0..count {
        let (mut draft, style, before) = case(number);
        let fault = fault(&mut draft, &mut Rng::new(number + 77));
        let Fault::Cell { cell, .. } = &fault else { unreachable!() };
        let judged = judge(&draft, &style, number);
        let found = judged.beyond(&before);
        failures.tried += 1;
        let kind = match found.len() {
            _ if !found.iter().any(|finding| is_at(finding, &draft, *cell)) => "is not named",
            1 => continue,
            _ => "more is said",
        };
        failures.add(&format!("{:?}: {name} {kind}", style.layout), || about(number, &style, &fault, &judged, &found));
    }
    failures.none_of(count as usize);
}

#[test]
fn a_broken_total_of_table_four_is_named() {
    found_at_the_cell("total of table four", 140, mutate::total_of_four);
}

#[test]
fn a_blank_is_named() {
    found_at_the_cell("blank", 210, mutate::blank);
}

#[test]
fn what_is_no_number_is_named() {
    found_at_the_cell("notation", 210, mutate::notation);
}

/// Another number for one of these facts is marked where it stands, and no other place gets more than a hint.
fn told_otherwise(facts: &[Fact], count: u64, at_least: usize) {
    let mut failures = Failures::default();
    for number in 0..count {
        let (mut draft, style, before) = case(number);
        let Some(fault) = mutate::told(&mut draft, facts, &mut Rng::new(number + 5)) else { continue };
        let Fault::Told { index, fact, .. } = &fault else { unreachable!() };
        let judged = judge(&draft, &style, number);
        let (paragraph, range) = render::paragraph_of(&draft, &style, *index);
        let Some(start) = judged.text.find(paragraph.trim()) else {
            failures.add("the paragraph is not read as it was written", || format!("{number} {style:?}"));
            continue;
        };
        let told = start + range.start..start + range.end;
        let whole = start..start + paragraph.trim().len();
        let found = judged.beyond(&before);
        failures.tried += 1;
        let marks = |finding: &&&Value| {
            let at = |name| finding["places"][0][name].as_u64().unwrap_or(0) as usize;
            let marked = at("start")..at("end");
            // Which number of a list is wrong nobody can say: the mark may stand at any of them.
            match fact {
                Fact::Listed => whole.start <= marked.start && marked.end <= whole.end,
                _ => marked.start <= told.start && told.end <= marked.end,
            }
        };
        let kind = match found.iter().find(marks) {
            None if found.is_empty() => "nothing is found",
            None => "another place is marked",
            Some(finding) if finding["severity"] == "hint" => "it is only a hint",
            Some(_) if found.iter().filter(|finding| finding["severity"] != "hint").count() > 1 => "more is said",
            Some(_) => continue,
        };
        failures.add(&format!("{fact:?}: {kind}"), || {
            format!("{}\n   {paragraph}", about(number, &style, &fault, &judged, &found))
        });
    }
    failures.none_of(at_least);
}

/// 新收, 上年结转, 办结, 结转下年度, and 复议 and 诉讼, told otherwise than in the tables.
#[test]
fn a_wrong_number_in_the_text_is_marked() {
    use Fact::*;
    told_otherwise(&[New, All, CarriedIn, Answered, CarriedOut, Review, Litigation], 700, 500);
}

/// 共164条，其中…: an item or the total of a list that claims to be whole.
#[test]
fn a_list_that_does_not_add_up_is_marked() {
    told_otherwise(&[Fact::Listed], 300, 100);
}

#[test]
fn a_missing_section_is_named() {
    let names = ["总体情况", "主动公开", "申请情况", "行政复议", "问题", "其他需要报告"];
    let mut failures = Failures::default();
    for number in 0..84 {
        let (mut draft, style, before) = case(number);
        let section = (number / 7 % 6) as usize + 1;
        let fault = mutate::section(&mut draft, section);
        let judged = judge(&draft, &style, number);
        let found = judged.beyond(&before);
        failures.tried += 1;
        let named = |finding: &&Value| {
            let message = finding["message"].as_str().unwrap_or("");
            finding["severity"] == "error" && message.contains(names[section - 1])
        };
        if !found.iter().any(named) {
            failures
                .add(&format!("section {section} is not missed"), || about(number, &style, &fault, &judged, &found));
        }
    }
    failures.none_of(84);
}

#[test]
fn a_missing_row_is_named() {
    let mut failures = Failures::default();
    for number in 0..140 {
        let (mut draft, style, before) = case(number);
        let fault = mutate::row(&mut draft, &mut Rng::new(number));
        let Fault::Row(table, row) = fault else { unreachable!() };
        let label = draft.edition().row(table, row);
        let name = label.rsplit('/').next().unwrap_or("").to_owned();
        let judged = judge(&draft, &style, number);
        let found = judged.beyond(&before);
        failures.tried += 1;
        if !found.iter().any(|finding| finding["message"].as_str().is_some_and(|message| message.contains(&name))) {
            failures.add("the row is not missed", || about(number, &style, &fault, &judged, &found));
        }
    }
    failures.none_of(140);
}

#[test]
fn a_wrong_period_is_marked() {
    let mut failures = Failures::default();
    for number in 0..120 {
        let (mut draft, style, before) = case(number);
        let Some(fault) = mutate::period(&mut draft) else { continue };
        let Fault::Period { now, .. } = &fault else { unreachable!() };
        let judged = judge(&draft, &style, number);
        let found = judged.beyond(&before);
        failures.tried += 1;
        let marked = |finding: &&Value| {
            finding["severity"] != "hint"
                && finding["places"][0]["text"].as_str().is_some_and(|text| text.contains(&now.to_string()))
        };
        if !found.iter().any(marked) {
            failures.add("the period is not marked", || about(number, &style, &fault, &judged, &found));
        }
    }
    failures.none_of(80);
}

/// Tables of 2019 in a report of a later year: one finding, not one a row.
#[test]
fn an_outdated_form_is_one_finding() {
    let mut failures = Failures::default();
    for number in 0..70 {
        let layout = Layout::ALL[(number % 7) as usize];
        let style = Style::random(layout, &mut Rng::new(number));
        let draft = support::outdated(number);
        let judged = judge(&draft, &style, number);
        let found: Vec<&Value> = judged.findings.iter().filter(|finding| finding["severity"] == "error").collect();
        failures.tried += 1;
        if found.len() != 1 {
            let found: Vec<String> = found.iter().map(|finding| judged.show(finding)).collect();
            failures.add(&format!("{} errors", found.len()), || {
                format!("report {number} {style:?}\n   {}", found.join("\n   "))
            });
        }
    }
    failures.none_of(70);
}

/// A number one column too far right: one finding, or one for each of the two columns that no longer add up.
#[test]
fn a_shifted_number_is_explained() {
    let mut failures = Failures::default();
    for number in 0..300 {
        let (mut draft, style, before) = case(number);
        let Some([from, to]) = mutate::shifted(&mut draft, &mut Rng::new(number)) else { continue };
        let judged = judge(&draft, &style, number);
        let found = judged.beyond(&before);
        failures.tried += 1;
        if found.is_empty() {
            failures.add("nothing is found", || about(number, &style, &from, &judged, &found));
        } else if found.len() > 2 {
            failures.add("more than two findings", || about(number, &style, &to, &judged, &found));
        }
    }
    failures.none_of(100);
}
