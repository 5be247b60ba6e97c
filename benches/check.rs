//! How long one report takes natively: reading it, checking it, and checking again after a keystroke; and checking one that
//! is as long as the limit of time is about, which is written to the file that `GOUJI_LONG` names, for the page.
//!
//! `GOUJI_REPORT=FILE cargo bench`. Medians of a second each, told and not asserted: a benchmark harness would bring forty
//! packages into the lock file for no more than that.
#[path = "../tests/support/mod.rs"]
mod support;

use gouji::{document::Document, read::read, text::Span};
use std::{
    collections::BTreeSet,
    hint::black_box,
    time::{Duration, Instant},
};
use support::{Layout, Rng, Style, draft::Body};

fn main() {
    let Some(file) = std::env::var_os("GOUJI_REPORT") else {
        return println!("GOUJI_REPORT does not name a report: nothing is measured");
    };
    let bytes = std::fs::read(file).expect("the report can be opened");
    let mut doc = read(&bytes).expect("the report is one that gouji reads");
    tell("读取一份报告", || read(&bytes));
    tell("核对一份报告", || gouji::check(&doc).findings.len());
    // tools/compare/pdf.mjs looks for this line.
    tell("读取并核对一份报告", || read(&bytes).map(|doc| gouji::check(&doc).findings.len()));
    if let Some(digit) = digit(&doc) {
        let mut digits = ["1", "2"].into_iter().cycle();
        tell("改一个数并重新核对", || {
            doc.edit(digit, digits.next().unwrap_or("1")).expect("a digit of a cell can be edited");
            gouji::check(&doc).findings.len()
        });
    }
    let long = long_report();
    let doc = read(long.as_bytes()).expect("a page is read");
    tell(&format!("核对一份 {} 字的报告", doc.text.chars().count()), || gouji::check(&doc).findings.len());
    if let Some(file) = std::env::var_os("GOUJI_LONG") {
        std::fs::write(file, long).expect("the long report can be written");
    }
}

/// A web page of a report of some 8,000 characters, as few are longer: a generated one, with what others write in sections
/// one and five besides.
fn long_report() -> String {
    let style = Style::random(Layout::Html, &mut Rng::new(1));
    let mut draft = support::draft(1);
    let mut written: BTreeSet<String> = BTreeSet::new();
    for seed in 2.. {
        let length =
            read(support::render::render(&draft, &style).source.as_bytes()).map_or(0, |doc| doc.text.chars().count());
        if length >= 7900 {
            break;
        }
        for (section, body) in support::draft(seed).blocks.into_iter().filter(|(section, _)| matches!(section, 1 | 5)) {
            let Body::Paragraph(text) = &body else { continue };
            let words: String = text.iter().map(|piece| piece.text.as_str()).collect();
            // Numbers of other tables and of other lists would be faults here.
            let alone =
                text.iter().all(|piece| piece.fact.is_none()) && !words.starts_with(|c| "（(一二三四五".contains(c));
            if alone && !words.contains(|c: char| c.is_ascii_digit()) && written.insert(words) {
                let end = draft.blocks.iter().rposition(|(own, _)| *own == section).map_or(0, |at| at + 1);
                draft.blocks.insert(end, (section, body));
                break;
            }
        }
    }
    support::render::render(&draft, &style).source
}

/// The first digit in a table.
fn digit(doc: &Document) -> Option<Span> {
    let mut cells = doc.tables().flat_map(|table| &table.cells);
    let start = cells.find(|cell| doc.str(cell.span).starts_with(|c: char| c.is_ascii_digit()))?.span.start;
    Some(Span { start, end: start + 1 })
}

/// Prints the median of the times that `act` takes within a second, and of five at least.
fn tell<T>(what: &str, mut act: impl FnMut() -> T) {
    let mut times: Vec<Duration> = vec![];
    let begin = Instant::now();
    while begin.elapsed() < Duration::from_secs(1) || times.len() < 5 {
        let start = Instant::now();
        black_box(act());
        times.push(start.elapsed());
    }
    times.sort_unstable();
    let median = times[times.len() / 2].as_secs_f64() * 1000.0;
    println!("{median:8.2} ms  {what}（{} 次的中位数）", times.len());
}
