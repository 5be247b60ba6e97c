//! gouji (勾稽) checks the annual reports that Chinese public bodies publish on their disclosure of information
//! (政府信息公开工作年度报告).
//!
//! The way of a report, in one direction:
//!
//! ```text
//! bytes ─read→ Document ─bind(form)→ Report ─rules→ Findings ─render→ text · json · html · sarif
//! ```
//!
//! * [`read`] knows file formats and makes a [`document::Document`]: one text, and blocks over it;
//! * [`form`] holds the editions of the official form, as data;
//! * [`profile`] holds what a place demands beyond the form, as data; [`options`] what a person asks of a check;
//! * [`report`] lays the document over a form: organ, year, sections, tables cell by cell, numbers told in the text;
//! * [`rules`] look at a report and make [`finding`]s, of which one remains for each cause; [`repair`] finds which cell of
//!   a table is wrong;
//! * [`render`] turns findings into what people and programs read.
//!
//! The core does no I/O, has no clock and no randomness: the same bytes give the same findings on every machine.

// A module of the page has a part of the features, and then not all that they share is used.
#![cfg_attr(
    not(all(feature = "checker", feature = "office", feature = "legacy", feature = "pdf")),
    allow(dead_code, unused_variables)
)]
mod cause;
pub mod document;
pub mod finding;
pub mod form;
pub mod options;
pub mod profile;
pub mod read;
pub mod render;
pub mod repair;
pub mod report;
pub mod rules;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
pub mod wording;

use document::Document;
use finding::{Finding, Severity};
use options::Options;
use report::Report;
use text::Span;

/// A document that has been checked.
#[derive(Debug)]
pub struct Checked<'d> {
    /// The document as it was understood.
    pub report: Report<'d>,
    /// What is wrong with it, in reading order.
    pub findings: Vec<Finding>,
    /// What would be told as well, but for rules that are silenced; in reading order.
    pub silenced: Vec<Finding>,
}

/// Checks a document against the form of its year.
pub fn check(doc: &Document) -> Checked<'_> {
    static PLAIN: Options = Options { profile: None, choices: vec![] };
    check_with(Report::new(doc), "", &PLAIN)
}

/// Checks a report as is asked for; with [`Report::last_year`] set also against the year before. `file` is its name, to
/// which some options may be confined.
pub fn check_with<'d>(mut report: Report<'d>, file: &str, options: &'d Options) -> Checked<'d> {
    report.profile = options.profile.as_ref();
    let mut findings: Vec<Finding> = rules::ALL.iter().flat_map(|rule| rule.run(&report)).collect();
    // A label that is broken over several cells can be told, but not mended in one place.
    for finding in &mut findings {
        finding.fixes.retain(|fix| fix.edits.iter().all(|edit| report.doc.is_in_one_piece(edit.span)));
    }
    if report.doc.incomplete {
        findings.iter_mut().for_each(|finding| doubt_what_is_missing(&report, finding));
    }
    let (findings, silenced) = options.settle(file, cause::causes(findings));
    Checked { report, findings, silenced }
}

/// What is missing from a file of which a part could not be read may well stand in that part: what is not there, what is
/// empty, and what breaks off at the end.
fn doubt_what_is_missing(report: &Report, finding: &mut Finding) {
    const MISSING: [&str; 9] = [
        "missing-section",
        "missing-table",
        "missing-row",
        "missing-cell",
        "empty-table",
        "words-in-cell",
        "no-report",
        "wrong-edition",
        "mixed-edition",
    ];
    let place = finding.places.first().map_or_else(Span::default, |place| place.span);
    let is_last = report.doc.text[place.end..].trim_matches(['|', ' ', '\n']).is_empty();
    let may_be_there = MISSING.contains(&finding.rule.name) || place.is_empty() || is_last;
    if may_be_there && finding.severity == Severity::Error {
        finding.severity = Severity::Warning;
        finding.message += "；文件没有读全，请先对照原件";
    }
}
