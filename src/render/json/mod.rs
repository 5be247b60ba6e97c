//! The JSON of the command line and of the JavaScript border: a contract that other people's scripts rely on.
mod read;

use super::utf16::Utf16;
use crate::{
    Checked,
    document::{Document, FilePlace},
    finding::{Finding, Place, Severity},
    report::Report,
    rules::Rule,
};
use serde::Serialize;

pub use read::{
    BlockJson, CellJson, ColumnJson, ForeignJson, Number, ReadFile, ReadOutput, ReportJson, RowJson, SectionJson,
    TableJson, report, report_in,
};

/// The version of the format.
pub const VERSION: u32 = 1;

/// What `check` gives.
#[derive(Debug, Serialize)]
pub struct CheckOutput {
    /// [`VERSION`].
    pub version: u32,
    /// One for each file, in the order they were given.
    pub files: Vec<CheckedFile>,
    /// Findings across files; their places stand in the first of the files.
    pub groups: Vec<FindingJson>,
}

/// A file that was checked, or why it could not be read.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum CheckedFile {
    /// It was read and checked.
    Checked(Box<FileFindings>),
    /// It could not be read.
    Failed(FailedFile),
}

/// A file that could not be read.
#[derive(Debug, Serialize)]
pub struct FailedFile {
    /// Its name, as it was given.
    pub file: String,
    /// Why, in Chinese.
    pub error: String,
}

/// The findings of a file.
#[derive(Debug, Serialize)]
pub struct FileFindings {
    /// Its name, as it was given.
    pub file: String,
    /// The kind of file: [`Kind::name`](crate::document::Kind::name).
    pub kind: &'static str,
    /// The organ, where it is told.
    pub organ: Option<String>,
    /// The report year, where it is told.
    pub year: Option<u16>,
    /// The edition that most of its tables follow.
    pub form: &'static str,
    /// The name of the place whose demands were checked as well, where one was chosen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub profile: Option<String>,
    /// What could not be read, or had to be guessed: without it the findings can mislead.
    pub notes: Vec<String>,
    /// How many findings of each severity.
    pub summary: Summary,
    /// How many findings are left out because their rules are silenced.
    pub silenced: usize,
    /// What is wrong, in reading order.
    pub findings: Vec<FindingJson>,
    /// The findings that are left out.
    #[serde(skip)]
    pub left_out: Vec<FindingJson>,
}

/// How many findings of each severity.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct Summary {
    /// Breaks the form or a relation that must hold.
    pub error: usize,
    /// Very likely wrong.
    pub warning: usize,
    /// Advice.
    pub hint: usize,
}

/// A finding.
#[derive(Debug, Serialize)]
pub struct FindingJson {
    /// The files that a finding across files is about; empty for others.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<String>,
    /// The code of the rule.
    pub code: &'static str,
    /// The name of the rule.
    pub name: &'static str,
    /// `error`, `warning` or `hint`.
    pub severity: &'static str,
    /// What, why, and what to do.
    pub message: String,
    /// Where the mark stands, then what explains it.
    pub places: Vec<PlaceJson>,
    /// Ways to mend it.
    pub fixes: Vec<FixJson>,
}

/// A place of a finding.
#[derive(Debug, Default, Serialize)]
pub struct PlaceJson {
    /// The numeral of the section.
    pub section: Option<String>,
    /// The numeral of the section whose table it stands in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub table: Option<String>,
    /// The official labels of the row, joined with `/`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<String>,
    /// The official labels of the column, joined with `/`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// What stands there.
    pub text: String,
    /// The first byte in the text of the document.
    pub start: usize,
    /// The byte behind the last one.
    pub end: usize,
    /// The line in the text of the document, from 1.
    pub line: usize,
    /// In a PDF the page, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
    /// Left, top, right and bottom edge in points from the top left corner of the page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rect: Option<[f64; 4]>,
    /// In a workbook the name of the sheet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// The cell: `B7`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cell: Option<String>,
    /// In a Word document the paragraph, from 1, counted over the whole main text, those in tables too.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paragraph: Option<u32>,
    /// What the place has to do with the fault.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// A way to mend a fault.
#[derive(Debug, Serialize)]
pub struct FixJson {
    /// What the button says.
    pub label: String,
    /// The changes.
    pub edits: Vec<EditJson>,
}

/// A replacement.
#[derive(Debug, Serialize)]
pub struct EditJson {
    /// The first byte.
    pub start: usize,
    /// The byte behind the last one.
    pub end: usize,
    /// What comes in its place.
    pub text: String,
}

/// Counts lines, each text once.
pub struct Lines(Vec<usize>);

impl Lines {
    /// Finds the line breaks of a text.
    pub fn new(text: &str) -> Self {
        Self(text.match_indices('\n').map(|(at, _)| at).collect())
    }

    /// The line of a position, from 1.
    pub fn line(&self, position: usize) -> usize {
        self.0.partition_point(|&at| at < position) + 1
    }
}

/// A checked file in the shape of the contract.
pub fn file(name: &str, doc: &Document, checked: &Checked) -> FileFindings {
    let report = &checked.report;
    let lines = Lines::new(&doc.text);
    FileFindings {
        file: name.to_owned(),
        kind: doc.kind.name(),
        organ: report.organ.map(|organ| one_line(report.str(organ))),
        year: report.year.map(|(year, _)| year),
        form: &report.form.name,
        profile: report.profile.map(|profile| profile.name.clone()),
        notes: report.notes(),
        summary: Summary::of(&checked.findings),
        silenced: checked.silenced.len(),
        findings: checked.findings.iter().map(|finding| finding_json(report, &lines, finding)).collect(),
        left_out: checked.silenced.iter().map(|finding| finding_json(report, &lines, finding)).collect(),
    }
}

impl FileFindings {
    /// Turns all offsets from bytes into UTF-16 units.
    pub fn count_in_utf16(&mut self, units: &Utf16) {
        let turn = |start: &mut usize, end: &mut usize| (*start, *end) = (units.of_byte(*start), units.of_byte(*end));
        for finding in &mut self.findings {
            finding.places.iter_mut().for_each(|place| turn(&mut place.start, &mut place.end));
            let edits = finding.fixes.iter_mut().flat_map(|fix| &mut fix.edits);
            edits.for_each(|edit| turn(&mut edit.start, &mut edit.end));
        }
    }
}

impl Summary {
    /// Counts findings.
    pub fn of(findings: &[Finding]) -> Self {
        let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
        Self { error: count(Severity::Error), warning: count(Severity::Warning), hint: count(Severity::Hint) }
    }
}

/// A finding in the shape of the contract.
pub fn finding_json(report: &Report, lines: &Lines, finding: &Finding) -> FindingJson {
    let edit =
        |edit: &crate::finding::Edit| EditJson { start: edit.span.start, end: edit.span.end, text: edit.text.clone() };
    let fix =
        |fix: &crate::finding::Fix| FixJson { label: fix.label.clone(), edits: fix.edits.iter().map(edit).collect() };
    FindingJson {
        files: vec![],
        code: finding.rule.code,
        name: finding.rule.name,
        severity: finding.severity.name(),
        message: finding.message.clone(),
        places: finding.places.iter().map(|place| place_json(report, lines, place)).collect(),
        fixes: finding.fixes.iter().map(fix).collect(),
    }
}

fn place_json(report: &Report, lines: &Lines, place: &Place) -> PlaceJson {
    let address = report.address(place.span);
    let mut json = PlaceJson {
        section: address.section,
        table: address.table,
        row: address.row,
        column: address.column,
        text: report.str(place.span).to_owned(),
        start: place.span.start,
        end: place.span.end,
        line: lines.line(place.span.start),
        note: place.note.clone(),
        ..PlaceJson::default()
    };
    match report.doc.origin(place.span) {
        Some(FilePlace::Page { number, rect }) => {
            let rounded = |edge: f32| (f64::from(edge) * 10.0).round() / 10.0;
            json.page = Some(number);
            json.rect = Some([rect.left, rect.top, rect.right, rect.bottom].map(rounded));
        }
        Some(FilePlace::Sheet { sheet, row, column }) => {
            json.sheet = report.doc.sheets.get(sheet as usize).cloned();
            json.cell = Some(format!("{}{}", column_name(column), row.saturating_add(1)));
        }
        Some(FilePlace::Paragraph { number, .. }) => json.paragraph = Some(number),
        None => {}
    }
    json
}

/// The letters of a column, counted from 0, as spreadsheets name it.
fn column_name(column: u32) -> String {
    let letter = char::from(b'A' + (column % 26) as u8);
    match column / 26 {
        0 => letter.to_string(),
        more => format!("{}{letter}", column_name(more - 1)),
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect()
}

/// What `rules` gives.
#[derive(Debug, Serialize)]
pub struct RulesOutput {
    /// [`VERSION`].
    pub version: u32,
    /// The rules in the order of their codes.
    pub rules: Vec<RuleJson>,
}

/// A rule.
#[derive(Debug, Serialize)]
pub struct RuleJson {
    /// Stable, never reused.
    pub code: &'static str,
    /// Stable, describes the fault.
    pub name: &'static str,
    /// How bad its findings usually are.
    pub severity: &'static str,
    /// One line.
    pub title: &'static str,
    /// The page of the rule, as Markdown; none without the feature `manual`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
}

/// The catalogue, or the given rules of it.
pub fn rules(rules: &[&'static Rule]) -> RulesOutput {
    let rule = |rule: &&'static Rule| RuleJson {
        code: rule.code,
        name: rule.name,
        severity: rule.severity.name(),
        title: rule.title(),
        page: cfg!(feature = "manual").then(|| rule.page()),
    };
    RulesOutput { version: VERSION, rules: rules.iter().map(rule).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_in_spreadsheets() {
        let names = [0, 1, 25, 26, 51, 52, 701, 702, 16_383].map(column_name);
        assert_eq!(names, ["A", "B", "Z", "AA", "AZ", "BA", "ZZ", "AAA", "XFD"]);
    }
}
