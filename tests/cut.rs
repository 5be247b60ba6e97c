//! A file whose end is missing says so, or is not read; what may stand in the missing part is doubted, no error.
#[path = "support/files/mod.rs"]
mod files;
mod support;

use files::{
    docx::{Numbering, docx},
    mhtml::mhtml,
    print, producers,
    xlsx::{Sheets, xlsx},
};
use gouji::finding::Severity;
use support::{Draft, Layout, Rng, Style, render};

/// So many clean reports.
const REPORTS: u64 = 6;

fn reports() -> impl Iterator<Item = (u64, Draft, Style)> {
    (0..REPORTS).map(|n| (n, support::draft(n), Style::random(Layout::Html, &mut Rng::new(n ^ 0x5A))))
}

/// Cuts each file at every twentieth of it, and looks at what is said of it.
fn cut(kind: &str, files: &[Vec<u8>]) {
    let mut read = 0;
    for (n, file) in files.iter().enumerate() {
        for part in 1..20 {
            let Ok(document) = gouji::read::read(&file[..file.len() * part / 20]) else { continue };
            read += 1;
            let about = format!("{kind} {n}, {part} of 20 parts");
            assert!(document.incomplete && !document.notes.is_empty(), "{about}: {:?}", document.notes);
            let checked = gouji::check(&document);
            let errors = checked.findings.iter().filter(|finding| finding.severity == Severity::Error);
            let errors: Vec<_> = errors.map(|finding| (finding.rule.code, &finding.message)).collect();
            assert!(errors.is_empty(), "{about}: {errors:?}");
        }
    }
    assert!(read > 0, "{kind}: no file was read");
}

#[test]
fn word_documents() {
    let files: Vec<_> = reports().map(|(n, draft, style)| docx(&draft, &style, Numbering::Typed, n)).collect();
    cut("docx", &files);
    if let Some(files) = producers::libreoffice("cut-rtf", "docx", "rtf", &files) {
        cut("rtf", &files);
    }
}

#[test]
fn workbooks() {
    cut("xlsx", &reports().map(|(n, draft, style)| xlsx(&draft, &style, Sheets::One, n)).collect::<Vec<_>>());
}

#[test]
fn pages() {
    let page = |(_, draft, style): (u64, Draft, Style)| render::render(&draft, &style).source;
    let pages: Vec<String> = reports().map(page).collect();
    cut("mhtml", &pages.iter().map(|page| mhtml(page, false)).collect::<Vec<_>>());
    cut("html", &pages.into_iter().map(String::into_bytes).collect::<Vec<_>>());
    let pages: Vec<String> = reports().map(|(n, draft, style)| print::page(&draft, &style, n)).collect();
    if let Some(files) = producers::chromium("cut-chromium", &pages) {
        cut("pdf by Chromium", &files);
    }
}
