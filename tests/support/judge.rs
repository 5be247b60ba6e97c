//! Sends generated reports through the crate and collects what it says of them, in the JSON of its contract.
#![allow(dead_code, reason = "each test crate uses another part of this module")]
use crate::support::{Cell, Draft, Fault, Style, render};
use gouji::{options::Options, profile::Profile, report::Report};
use serde_json::Value;
use std::collections::BTreeMap;

/// A report as the checker sees it: the text that positions refer to, and the findings.
pub struct Judged {
    /// The text of the document.
    pub text: String,
    /// The findings, as the JSON of the command line has them.
    pub findings: Vec<Value>,
}

/// Sends a draft through the whole crate. Reports come in all encodings that are usual.
pub fn judge(draft: &Draft, style: &Style, seed: u64) -> Judged {
    judge_beside(draft, None, None, style, seed)
}

/// The same, with the report of the year before and the demands of a place beside it.
pub fn judge_beside(
    draft: &Draft,
    last: Option<&Draft>,
    profile: Option<&Profile>,
    style: &Style,
    seed: u64,
) -> Judged {
    let source = render::render(draft, style).source;
    let bytes = match seed % 8 {
        0 => encoding_rs::GB18030.encode(&source.replace("charset=utf-8", "charset=gb2312")).0.into_owned(),
        1 => [b"\xEF\xBB\xBF", source.as_bytes()].concat(),
        2 => std::iter::once(0xFEFF).chain(source.encode_utf16()).flat_map(u16::to_le_bytes).collect(),
        _ => source.into_bytes(),
    };
    let document = gouji::read::read(&bytes).unwrap_or_else(|error| panic!("{seed} {style:?}: {error}"));
    let last = last.map(|last| gouji::read::read_str(&render::render(last, style).source).expect("it can be read"));
    let last = last.as_ref().map(Report::new);
    let mut report = Report::new(&document);
    report.last_year = last.as_ref().filter(|last| report.follows(last));
    let options = Options { profile: profile.cloned(), choices: vec![] };
    let checked = gouji::check_with(report, "", &options);
    let file = serde_json::to_value(gouji::render::json::file("报告", &document, &checked)).expect("plain data");
    let findings = file["findings"].as_array().expect("the file could be read").clone();
    Judged { text: document.text, findings }
}

impl Judged {
    /// The findings that another report does not have.
    pub fn beyond(&self, clean: &Self) -> Vec<&Value> {
        let mut known = BTreeMap::new();
        clean.findings.iter().for_each(|finding| *known.entry(key(finding)).or_insert(0) += 1);
        let fresh = self.findings.iter().filter(|finding| {
            let left = known.entry(key(finding)).or_insert(0);
            *left -= 1;
            *left < 0
        });
        fresh.collect()
    }

    /// A finding in one line, with the words around its place.
    pub fn show(&self, finding: &Value) -> String {
        let place = &finding["places"][0];
        let [start, end] = ["start", "end"].map(|name| place[name].as_u64().unwrap_or(0) as usize);
        let before: String = self.text[..start].chars().rev().take(20).collect::<Vec<_>>().into_iter().rev().collect();
        let after: String = self.text[end..].chars().take(20).collect();
        let around = format!("{before}⟦{}⟧{after}", &self.text[start..end]).replace('\n', "⏎");
        let word = |value: &Value| value.as_str().unwrap_or("").to_owned();
        format!(
            "{} {} {}\n      {around}",
            word(&finding["code"]),
            word(&finding["severity"]),
            word(&finding["message"])
        )
    }
}

/// What makes two findings of two versions of a report the same: not where they stand, which moves.
pub fn key(finding: &Value) -> String {
    let place = &finding["places"][0];
    [&finding["code"], &place["section"], &place["table"], &place["row"], &place["column"]]
        .map(Value::to_string)
        .concat()
}

/// Whether the first place of a finding is the cell.
pub fn is_at(finding: &Value, draft: &Draft, cell: Cell) -> bool {
    let place = &finding["places"][0];
    let edition = draft.edition();
    place["table"] == cell.table.numeral()
        && place["row"] == edition.row(cell.table, cell.row).as_str()
        && place["column"] == edition.column(cell).as_str()
}

/// The texts that a fix writes at the first place of its finding.
pub fn fixes(finding: &Value) -> Vec<&str> {
    let place = &finding["places"][0];
    let fixes = finding["fixes"].as_array().into_iter().flatten();
    let edits = fixes.filter_map(|fix| fix["edits"].as_array()).filter(|edits| edits.len() == 1);
    let there = edits.filter(|edits| edits[0]["start"] == place["start"] && edits[0]["end"] == place["end"]);
    there.filter_map(|edits| edits[0]["text"].as_str()).collect()
}

/// Failures, of which the first few are shown and all are counted by kind.
#[derive(Default)]
pub struct Failures {
    kinds: BTreeMap<String, usize>,
    shown: String,
    /// How many cases were tried.
    pub tried: usize,
}

impl Failures {
    /// Adds one.
    pub fn add(&mut self, kind: &str, shown: impl FnOnce() -> String) {
        let count = self.kinds.entry(kind.to_owned()).or_insert(0);
        *count += 1;
        if *count <= 3 {
            self.shown += &format!("\n* {kind}: {}\n", shown());
        }
    }

    /// Fails if there is one, or if less was tried than meant.
    pub fn none_of(self, at_least: usize) {
        assert!(self.kinds.is_empty(), "{:#?} of {}\n{}", self.kinds, self.tried, self.shown);
        assert!(self.tried >= at_least, "only {} were tried", self.tried);
    }
}

/// A fault and what was found, for people.
pub fn about(number: u64, style: &Style, fault: &Fault, judged: &Judged, found: &[&Value]) -> String {
    let found: Vec<String> = found.iter().map(|finding| judged.show(finding)).collect();
    format!("report {number} {style:?}\n   {fault:?}\n   {}", found.join("\n   "))
}
