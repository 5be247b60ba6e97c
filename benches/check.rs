//! How long one report takes natively: reading it, checking it, and checking again after a keystroke; and checking it when
//! it is as long as the limit of time is about.
//!
//! `GOUJI_REPORT=FILE cargo bench`. Medians of a second each, told and not asserted: a benchmark harness would bring forty
//! packages into the lock file for no more than that.
use gouji::document::Document;
use gouji::read::read;
use gouji::text::Span;
use std::hint::black_box;
use std::time::{Duration, Instant};

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
    lengthen(&mut doc);
    let long = format!("核对它重复至 {} 字", doc.text.chars().count());
    tell(&long, || gouji::check(&doc).findings.len());
}

/// Says each paragraph of running text several times, so that the document comes near 8,000 characters.
fn lengthen(doc: &mut Document) {
    let length = |text: &str| text.chars().count() as f64;
    let mut paragraphs: Vec<Span> = doc.paragraphs().map(|paragraph| paragraph.span).collect();
    paragraphs.retain(|span| length(doc.str(*span)) > 40.0);
    let mut prose: f64 = paragraphs.iter().map(|span| length(doc.str(*span))).sum();
    let mut missing = 8000.0 - length(&doc.text);
    for span in paragraphs.into_iter().rev() {
        let own = doc.str(span).to_owned();
        let again = (missing / prose).round().max(0.0);
        doc.edit(Span { start: span.end, end: span.end }, &own.repeat(again as usize)).expect("text can be added");
        (missing, prose) = (missing - again * length(&own), prose - length(&own));
    }
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
