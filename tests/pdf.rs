//! PDF: the numbers of real reports in their rows and columns, and reports printed by programs that are installed.
#[path = "support/judge.rs"]
mod judge;
mod support;

use gouji::{document::Document, render::json, report::Report};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};
use support::{Draft, Layout, Rng, Style, mutate, render};

fn read(path: &Path) -> Document {
    let bytes = fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    gouji::read::read(&bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The numbers of the tables, row by row as they are bound, without rows that the draft does not have.
fn rows(doc: &Document) -> Vec<(String, Vec<Vec<Value>>)> {
    let report = serde_json::to_value(json::report("报告", &Report::new(doc))).unwrap();
    let list = |value: &Value| value.as_array().unwrap().clone();
    let row = |row: &Value| list(&row["cells"]).iter().map(|cell| cell["value"].clone()).collect();
    let table = |table: &Value| {
        let found = list(&table["rows"]).into_iter().filter(|row| !row["found"].is_null());
        (table["table"].as_str().unwrap().to_owned(), found.map(|it| row(&it)).collect())
    };
    list(&report["tables"]).iter().map(table).collect()
}

/// What is said of a document: code, severity, message.
fn said(doc: &Document) -> Vec<String> {
    let file = serde_json::to_value(json::file("报告", doc, &gouji::check(doc))).unwrap();
    let findings = file["findings"].as_array().unwrap().iter();
    findings.map(|it| format!("{} {} {}", it["code"], it["severity"], it["message"])).collect()
}

/// The reports of the corpus whose numbers were read by eye.
fn corpus() -> Vec<(String, Document, Value)> {
    let Some(folder) = env::var_os("GOUJI_CORPUS").map(PathBuf::from) else {
        eprintln!("GOUJI_CORPUS is not set: the real reports are skipped");
        return vec![];
    };
    let truths = fs::read_dir(folder.join("truth")).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = truths.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let reports = paths.into_iter().filter_map(|truth| {
        let name = truth.file_stem()?.to_str()?.to_owned();
        let pdf = folder.join(format!("{name}.pdf"));
        let text = fs::read_to_string(&truth).unwrap();
        pdf.exists().then(|| (name, read(&pdf), serde_json::from_str(&text).unwrap()))
    });
    let reports: Vec<_> = reports.collect();
    assert!(!reports.is_empty(), "{}: no PDF with a truth", folder.display());
    reports
}

#[test]
fn every_number_of_a_real_report_is_in_its_row_and_column() {
    for (name, doc, truth) in corpus() {
        let two = truth["t2"].as_object().unwrap().values();
        let two: Vec<Value> = two.map(|row| if row.is_array() { row.clone() } else { json!([row]) }).collect();
        let three: Vec<Value> = truth["t3"].as_array().unwrap().iter().map(|row| row[1].clone()).collect();
        let expected = [("二", two), ("三", three), ("四", vec![truth["t4"].clone()])];
        let found = rows(&doc);
        let mut numbers = 0;
        for ((table, expected), (_, found)) in expected.iter().zip(&found) {
            assert_eq!(expected.len(), found.len(), "{name}: rows of table {table}");
            let mut unmatched = found.clone();
            for row in expected {
                let row = row.as_array().unwrap();
                let same = |other: &Vec<Value>| {
                    other.len() == row.len() && (0..row.len()).all(|n| other[n].as_f64() == row[n].as_f64())
                };
                // The truth of table two is not in order.
                let at = unmatched.iter().position(same);
                let at = at.unwrap_or_else(|| panic!("{name}: table {table} lacks {row:?}\n{unmatched:?}"));
                assert!(at == 0 || *table == "二", "{name}: table {table}, {row:?} is out of order");
                unmatched.remove(at);
                numbers += row.len();
            }
        }
        println!("{name}: {numbers} numbers");
    }
}

/// Each character stands where the page shows it: inside the page, and those of a paragraph below each other.
#[test]
fn every_character_has_its_place() {
    for (name, doc, _) in corpus() {
        let covered: usize = doc.origins.iter().map(|origin| origin.span.len()).sum();
        let paragraphs: usize = doc.paragraphs().map(|paragraph| paragraph.span.len()).sum();
        let cells: usize = doc.tables().flat_map(|table| &table.cells).map(|cell| cell.span.len()).sum();
        assert_eq!(covered, paragraphs + cells, "{name}: every character of every piece has an origin");
        for origin in &doc.origins {
            let gouji::document::FilePlace::Page { number, rect } = origin.at else { panic!("{name}: no page") };
            let inside = rect.left >= -2.0 && rect.right <= 600.0 && rect.top >= -2.0 && rect.bottom <= 850.0;
            assert!((1..=10).contains(&number) && inside && rect.left <= rect.right, "{name}: {origin:?}");
        }
    }
}

/// A program that makes PDFs from web pages.
struct Producer {
    name: &'static str,
    program: &'static str,
    print: fn(&str, &Path, &[PathBuf]),
}

const PRODUCERS: [Producer; 2] = [
    Producer { name: "chromium", program: "/usr/bin/chromium", print: chromium },
    Producer { name: "libreoffice", program: "/usr/bin/soffice", print: libreoffice },
];

fn run(command: &mut Command) {
    let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status();
    assert!(status.is_ok_and(|status| status.success()), "{command:?}");
}

fn chromium(program: &str, _: &Path, pages: &[PathBuf]) {
    for page in pages {
        let pdf = format!("--print-to-pdf={}", page.with_extension("pdf").display());
        run(Command::new(program).args(["--headless", "--no-sandbox", "--disable-gpu", &pdf]).arg(page));
    }
}

fn libreoffice(program: &str, folder: &Path, pages: &[PathBuf]) {
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let mut command = Command::new(program);
    command.args(["--headless", &profile, "--infilter=HTML (StarWriter)", "--convert-to", "pdf:writer_pdf_Export"]);
    run(command.arg("--outdir").arg(folder).args(pages));
}

/// A random report as a page to be printed: small sheets, so that every table goes over pages.
fn page(seed: u64) -> (Draft, String) {
    let mut draft = support::draft(seed);
    if seed % 2 == 1 {
        mutate::three(&mut draft, &mut Rng::new(seed));
    }
    let style = Style { spaced: false, ..Style::random(Layout::Html, &mut Rng::new(seed)) };
    let height = 120 + seed % 7 * 20;
    let css = format!(
        "<style>@page {{ size: 210mm {height}mm; margin: 15mm 20mm }} body {{ font-size: {}pt }} \
         table {{ border-collapse: {}; width: 100% }} td, th {{ border: 1px solid black; padding: 2px }}</style></head>",
        10 + seed % 3,
        if seed % 4 == 3 { "separate; border-spacing: 0" } else { "collapse" },
    );
    let source = render::render(&draft, &style).source.replacen("</head>", &css, 1);
    (draft, source)
}

/// How many reports each program prints.
const REPORTS: u64 = 12;

#[test]
fn a_printed_report_says_what_the_page_says() {
    let mut failures = vec![];
    for producer in &PRODUCERS {
        if !Path::new(producer.program).exists() {
            assert!(env::var_os("CI").is_none(), "{} is not installed", producer.name);
            eprintln!("{} is not installed: its PDFs are skipped", producer.name);
            continue;
        }
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("pdf-{}", producer.name));
        fs::create_dir_all(&folder).unwrap();
        let pages: Vec<PathBuf> = (0..REPORTS).map(|seed| folder.join(format!("{seed}.html"))).collect();
        for (path, seed) in pages.iter().zip(0..) {
            fs::write(path, page(seed).1).unwrap();
        }
        (producer.print)(producer.program, &folder, &pages);
        for path in &pages {
            let (page, pdf) = (read(path), read(&path.with_extension("pdf")));
            let name = format!("{} {}", producer.name, path.file_name().unwrap().to_string_lossy());
            for ((table, expected), (_, found)) in rows(&page).iter().zip(&rows(&pdf)) {
                if expected != found {
                    failures.push(format!("{name}: table {table}\n  {expected:?}\n  {found:?}"));
                }
            }
            let (expected, found) = (said(&page), said(&pdf));
            if expected != found {
                failures.push(format!("{name}: said\n  {}\n and not\n  {}", found.join("\n  "), expected.join("\n  ")));
            }
        }
    }
    assert!(failures.is_empty(), "{} failures\n{}", failures.len(), failures.join("\n"));
}
