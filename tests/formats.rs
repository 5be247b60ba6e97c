//! The same report in every kind of file gives the same numbers and the same findings.
//!
//! Word documents, workbooks and pages are written by the tests themselves; LibreOffice and Chromium make the rest, where
//! they are installed. Every kind is held against the report as a page (HTML).
#[path = "support/files/mod.rs"]
mod files;
#[path = "support/judge.rs"]
mod judge;
mod support;

use files::{
    docx::{Numbering, docx},
    mhtml::mhtml,
    print, producers,
    xlsx::{Sheets, xlsx},
};
use gouji::{document::FilePlace, render::json};
use judge::Failures;
use serde_json::Value;
use support::{Draft, Layout, Rng, Style, draft::Body, mutate, render};

/// So many reports, each clean and with one fault.
const REPORTS: u64 = 50;

/// A report and the style of its words, by a number that chooses all.
struct Case {
    number: u64,
    draft: Draft,
    style: Style,
}

/// What was understood of a file.
#[derive(PartialEq)]
struct Understood {
    /// Organ, year, edition.
    about: String,
    /// `table row column: text` of every cell.
    cells: Vec<String>,
    /// Code, severity, place and fixes of every finding.
    findings: Vec<String>,
}

fn cases() -> Vec<Case> {
    let case = |number: u64| {
        let mut draft = support::draft(number / 2);
        if number % 2 == 1 {
            fault(&mut draft, number);
        }
        let style = Style::random(Layout::Html, &mut Rng::new(number ^ 0x5A));
        Case { number, draft, style }
    };
    (0..2 * REPORTS).map(case).collect()
}

/// One fault, of all kinds in turn.
fn fault(draft: &mut Draft, number: u64) {
    use support::Fact::{Answered, CarriedIn, CarriedOut, Listed, New};
    let rng = &mut Rng::new(number + 31);
    let done = match number / 2 % 8 {
        0 => Some(mutate::total_of_four(draft, rng)),
        1 => Some(mutate::blank(draft, rng)),
        2 => Some(mutate::notation(draft, rng)),
        3 => mutate::told(draft, &[New, CarriedIn, Answered, CarriedOut, Listed], rng),
        4 => Some(mutate::section(draft, (number / 16 % 6) as usize + 1)),
        5 => Some(mutate::row(draft, rng)),
        6 => mutate::period(draft),
        _ => None,
    };
    if done.is_none() {
        mutate::three(draft, rng);
    }
}

impl Case {
    fn page(&self) -> String {
        render::render(&self.draft, &self.style).source
    }

    /// The tables alone: what a workbook with a sheet for each has.
    fn tables(&self) -> Self {
        let mut draft = self.draft.clone();
        draft.blocks.retain(|(_, body)| matches!(body, Body::Table(_)));
        Self { number: self.number, draft, style: self.style.clone() }
    }
}

fn understood(bytes: &[u8]) -> Result<Understood, String> {
    let document = gouji::read::read(bytes).map_err(|error| error.to_string())?;
    let checked = gouji::check(&document);
    let word = |value: &Value| value.as_str().unwrap_or("–").to_owned();
    let file = serde_json::to_value(json::file("报告", &document, &checked)).expect("plain data");
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let mut findings: Vec<String> = list(&file["findings"])
        .iter()
        .map(|finding| {
            let place = &finding["places"][0];
            let at = ["section", "table", "row", "column"].map(|name| word(&place[name])).join(" · ");
            let fixes: Vec<String> = list(&finding["fixes"]).iter().map(|fix| word(&fix["label"])).collect();
            format!("{} {} {at} {}", word(&finding["code"]), word(&finding["severity"]), fixes.join("，"))
        })
        .collect();
    findings.sort();
    let read = serde_json::to_value(json::report("报告", &checked.report)).expect("plain data");
    let mut cells = vec![];
    for table in list(&read["tables"]) {
        for row in list(&table["rows"]) {
            for cell in list(&row["cells"]) {
                let at = [&table["table"], &table["form"], &row["row"], &cell["column"]].map(word).join(" · ");
                cells.push(format!("{at}: {} {}", word(&cell["text"]), cell["value"]));
            }
        }
    }
    let about = format!("{} {} {}", word(&read["organ"]), read["year"], word(&read["form"]));
    Ok(Understood { about, cells, findings })
}

/// Adds how what was understood of a file differs from what should be.
fn compare(kind: &str, case: &Case, wanted: &Understood, file: &[u8], failures: &mut Failures) {
    failures.tried += 1;
    let about = || format!("report {}, {:?}", case.number, case.style);
    match understood(file) {
        Err(error) => failures.add(&format!("{kind}: is not read"), || format!("{}: {error}", about())),
        Ok(found) => {
            if found.about != wanted.about {
                failures.add(&format!("{kind}: organ, year or edition differ"), || {
                    format!("{}: {} for {}", about(), found.about, wanted.about)
                });
            }
            for (name, found, wanted) in
                [("cells", found.cells, &wanted.cells), ("findings", found.findings, &wanted.findings)]
            {
                let differing = differing(&found, wanted);
                if !differing.is_empty() {
                    failures.add(&format!("{kind}: {name} differ"), || format!("{}\n{differing}", about()));
                }
            }
        }
    }
}

/// What only one of two lists has, a line each.
fn differing(found: &[String], wanted: &[String]) -> String {
    let only = |mark: &str, own: &[String], other: &[String]| -> Vec<String> {
        own.iter().filter(|line| !other.contains(line)).take(8).map(|line| format!("      {mark} {line}")).collect()
    };
    let mut lines = [only("+", found, wanted), only("-", wanted, found)].concat();
    if lines.is_empty() && found.len() != wanted.len() {
        lines.push(format!("      {} instead of {}", found.len(), wanted.len()));
    }
    lines.join("\n")
}

/// Holds files against pages: one file for each case.
fn agree(kind: &str, cases: &[Case], files: &[Vec<u8>]) {
    let mut failures = Failures::default();
    for (case, file) in cases.iter().zip(files) {
        let wanted = understood(case.page().as_bytes()).expect("a page is read");
        compare(kind, case, &wanted, file, &mut failures);
    }
    failures.none_of(2 * REPORTS as usize);
}

/// Every cell and paragraph of a file knows where it stands.
fn places_are_told(files: &[Vec<u8>], fits: fn(FilePlace) -> bool) {
    for file in files {
        let document = gouji::read::read(file).expect("was read before");
        let cells = document.tables().flat_map(|table| table.cells.iter().map(|cell| cell.span));
        for span in cells.chain(document.paragraphs().map(|paragraph| paragraph.span)) {
            let place = document.origin(span);
            // What covers nothing on a page stands nowhere there.
            let nothing = span.is_empty() && place.is_none();
            assert!(nothing || place.is_some_and(fits), "{:?}: {place:?}", document.str(span));
        }
    }
}

#[test]
fn text() {
    let cases = cases();
    let files: Vec<Vec<u8>> = cases.iter().map(|case| plain(case).into_bytes()).collect();
    agree("txt", &cases, &files);
}

/// The report as text with bars, a place for every column.
fn plain(case: &Case) -> String {
    use render::{Covered, Merged};
    let layout = [Layout::Markdown, Layout::Pipes, Layout::Tabs][case.number as usize / 2 % 3];
    let (covered, vertical, group) = (Covered::Empty, Merged::Once, Merged::Once);
    render::render(&case.draft, &Style { layout, covered, vertical, group, ..case.style.clone() }).source
}

/// As copied from a program that shows pages: every line of running text is broken where it is full, within words and
/// numbers too.
#[test]
fn text_in_lines() {
    let cases = cases();
    let lines = |case: &Case| {
        let width = 24 + case.number as usize * 7 % 37;
        plain(case).lines().map(|line| broken(line, width) + "\n").collect::<String>().into_bytes()
    };
    agree("txt in lines", &cases, &cases.iter().map(lines).collect::<Vec<_>>());
}

/// A line in lines of so many characters; a row of a table is left as it is.
fn broken(line: &str, width: usize) -> String {
    if line.contains(['|', '\t']) {
        return line.to_owned();
    }
    let half = |c: char| if c.is_ascii() { 1 } else { 2 };
    let (mut broken, mut full) = (String::new(), 0);
    for c in line.chars() {
        if full + half(c) > 2 * width {
            broken.push('\n');
            full = 0;
        }
        broken.push(c);
        full += half(c);
    }
    broken
}

#[test]
fn pages_in_one_file() {
    let cases = cases();
    let files: Vec<Vec<u8>> = cases.iter().map(|case| mhtml(&case.page(), case.number % 4 < 2)).collect();
    agree("mhtml", &cases, &files);
}

fn documents(cases: &[Case], numbering: Numbering) -> Vec<Vec<u8>> {
    cases.iter().map(|case| docx(&case.draft, &case.style, numbering, case.number / 2)).collect()
}

fn in_word(place: FilePlace) -> bool {
    matches!(place, FilePlace::Paragraph { number: 1.., start, end } if start <= end)
}

#[test]
fn word_documents() {
    let cases = cases();
    let files = documents(&cases, Numbering::Typed);
    agree("docx", &cases, &files);
    places_are_told(&files, in_word);
}

#[test]
fn word_documents_whose_headings_word_counts() {
    let cases = cases();
    let files = documents(&cases, Numbering::Counted);
    agree("docx, counted headings", &cases, &files);
    places_are_told(&files, in_word);
}

fn workbooks(cases: &[Case], sheets: Sheets) -> Vec<Vec<u8>> {
    cases.iter().map(|case| xlsx(&case.draft, &case.style, sheets, case.number / 2)).collect()
}

fn in_sheet(place: FilePlace) -> bool {
    matches!(place, FilePlace::Sheet { .. })
}

#[test]
fn workbooks_with_one_sheet() {
    let cases = cases();
    let files = workbooks(&cases, Sheets::One);
    agree("xlsx, one sheet", &cases, &files);
    places_are_told(&files, in_sheet);
}

/// Such a workbook has no text, so it is held against a page that has only the tables.
#[test]
fn workbooks_with_a_sheet_for_each_table() {
    let cases: Vec<Case> = cases().iter().map(Case::tables).collect();
    let files = workbooks(&cases, Sheets::PerTable);
    agree("xlsx, a sheet for each table", &cases, &files);
    places_are_told(&files, in_sheet);
}

#[test]
fn old_workbooks() {
    let cases = cases();
    let sources = workbooks(&cases, Sheets::One);
    let Some(files) = producers::libreoffice("xls", "xlsx", "xls", &sources) else { return };
    agree("xls", &cases, &files);
    places_are_told(&files, in_sheet);
}

/// Headings are counted in every other one.
fn some_counted(cases: &[Case]) -> Vec<Vec<u8>> {
    let numbering =
        |case: &Case| if (case.number / 2).is_multiple_of(2) { Numbering::Typed } else { Numbering::Counted };
    cases.iter().map(|case| docx(&case.draft, &case.style, numbering(case), case.number / 2)).collect()
}

#[test]
fn old_word_documents() {
    let cases = cases();
    let Some(files) = producers::libreoffice("doc", "docx", "doc", &some_counted(&cases)) else { return };
    agree("doc", &cases, &files);
    places_are_told(&files, in_word);
}

#[test]
fn rich_text() {
    let cases = cases();
    let Some(files) = producers::libreoffice("rtf", "docx", "rtf", &some_counted(&cases)) else { return };
    agree("rtf", &cases, &files);
}

fn on_a_page(place: FilePlace) -> bool {
    matches!(place, FilePlace::Page { number: 1.., rect } if rect.left < rect.right && rect.top < rect.bottom)
}

/// Printed tables run over pages, or the files would prove less than they should.
fn tables_are_broken(files: &[Vec<u8>]) {
    for file in files {
        let document = gouji::read::read(file).expect("was read before");
        for table in gouji::report::Report::new(&document).tables {
            let parts = table.tables.iter().filter_map(|&part| document.tables().nth(part));
            let cells = parts.flat_map(|part| &part.cells).filter_map(|cell| document.origin(cell.span));
            let pages: Vec<_> = cells
                .map(|place| match place {
                    FilePlace::Page { number, .. } => number,
                    _ => 0,
                })
                .collect();
            assert!(pages.iter().min() < pages.iter().max(), "table {} stands on one page", table.section.number);
        }
    }
}

#[test]
fn printed_by_libreoffice() {
    let cases = cases();
    let Some(files) = producers::libreoffice("pdf", "docx", "pdf", &some_counted(&cases)) else { return };
    agree("pdf by LibreOffice", &cases, &files);
    places_are_told(&files, on_a_page);
    tables_are_broken(&files);
}

#[test]
fn printed_by_chromium() {
    let cases = cases();
    let pages: Vec<String> = cases.iter().map(|case| print::page(&case.draft, &case.style, case.number / 2)).collect();
    let Some(files) = producers::chromium("chromium", &pages) else { return };
    agree("pdf by Chromium", &cases, &files);
    places_are_told(&files, on_a_page);
    tables_are_broken(&files);
}

/// Where nothing but blanks divides the cells of a printed table, what is read of it is right, and most of it is read.
#[test]
fn printed_without_rulings() {
    let cases: Vec<Case> = cases().into_iter().step_by(10).collect();
    let style = "<style>body { font: 12pt/1.6 serif } td, th { padding: 4px 8px; font-size: 10pt }
        table, td, th { border: none !important }</style>";
    let bare = |case: &Case| case.page().replacen("</head>", &[style, "</head>"].concat(), 1);
    let Some(files) = producers::chromium("bare", &cases.iter().map(bare).collect::<Vec<_>>()) else { return };
    for (case, file) in cases.iter().zip(files) {
        let wanted = understood(case.page().as_bytes()).expect("a page is read").cells;
        let found = understood(&file).expect("the print is read").cells;
        let wrong = found.iter().filter(|cell| !cell.ends_with("null") && !wanted.contains(cell)).count();
        let read = found.iter().filter(|cell| wanted.contains(cell)).count();
        assert!(
            wrong == 0 && read * 10 >= wanted.len() * 8,
            "{}: {read} of {}, {wrong} wrong",
            case.number,
            wanted.len()
        );
        let notes = gouji::read::read(&file).expect("was read before").notes;
        assert!(notes.iter().any(|note| note.contains("没有框线")), "{notes:?}");
    }
}
