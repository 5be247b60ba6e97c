//! The ledger: what gouji says of real reports. They are read from the folder that `GOUJI_CORPUS` names and are no part
//! of the project; without it these tests say so and pass.
use gouji::{document::FilePlace, render::json, rules};
use serde_json::{Value, json};
use std::{fs, path::PathBuf};

fn corpus() -> Option<PathBuf> {
    let folder = std::env::var_os("GOUJI_CORPUS").map(PathBuf::from);
    if folder.is_none() {
        eprintln!("GOUJI_CORPUS is not set: the real reports are skipped");
    }
    folder
}

/// All text reports of the corpus, by name.
fn texts() -> Vec<(String, Vec<u8>)> {
    let Some(folder) = corpus() else { return vec![] };
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|kind| kind == "txt" || kind == "html"));
    paths.sort();
    assert!(!paths.is_empty(), "{}: no report", folder.display());
    let name = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().into_owned();
    paths.iter().map(|path| (name(path), fs::read(path).unwrap())).collect()
}

/// What gouji says of a file, as lines of `code severity table row column text`.
fn ledger(bytes: &[u8]) -> (Value, Vec<String>) {
    let doc = gouji::read::read(bytes).unwrap();
    let checked = gouji::check(&doc);
    let file = serde_json::to_value(json::file("报告", &doc, &checked)).unwrap();
    let lines = file["findings"].as_array().unwrap().iter().map(|finding| {
        let place = &finding["places"][0];
        let word = |value: &Value| value.as_str().unwrap_or("").chars().take(20).collect::<String>();
        format!("{} {} {}", word(&finding["code"]), word(&finding["severity"]), word(&place["text"]))
    });
    (file.clone(), lines.collect())
}

/// The known facts of a report, told in a file beside it where there is one: its codes with the place of each, and no
/// error but those.
#[test]
fn real_reports_are_read_whole_and_nothing_false_is_said() {
    for (name, bytes) in texts() {
        let doc = gouji::read::read(&bytes).unwrap();
        let report = gouji::report::Report::new(&doc);
        assert_eq!(report.sections.len(), 6, "{name}");
        assert_eq!(report.tables.len(), 3, "{name}");
        let cells: Vec<_> = report.tables.iter().flat_map(|table| table.cells()).collect();
        let expected: usize = report.tables.iter().map(|table| table.form.numbers()).sum();
        assert_eq!(cells.len(), expected, "{name}: every cell has its place");
        let (file, lines) = ledger(&bytes);
        println!("{name}: {}\n  {}", file["summary"], lines.join("\n  "));
        // The arithmetic of the reports in the corpus holds, so that no number may be called wrong.
        assert!(!lines.iter().any(|line| line.starts_with('T')), "{name}: {lines:#?}");
    }
}

/// A township's report on the tables of the edition before: the faults that a reviewer found by hand.
#[test]
fn an_outdated_report_shows_its_known_faults() {
    for (name, bytes) in texts() {
        let (file, lines) = ledger(&bytes);
        if file["form"] == json!("2021") {
            continue;
        }
        let count = |code: &str| lines.iter().filter(|line| line.starts_with(code)).count();
        let one = ["wrong-edition", "missing-title", "missing-period", "missing-aspect", "breakdown-sum", "blank-cell"];
        for rule in one.map(|name| rules::Rule::find(name).unwrap_or_else(|| panic!("no rule {name}"))) {
            assert_eq!(count(rule.code), 1, "{name}: {} {}\n{lines:#?}", rule.code, rule.name);
        }
        assert_eq!(file["summary"]["error"], json!(1), "{name}: the edition is the only error\n{lines:#?}");
    }
}

/// 196 of the 198 numbers of a report on the older edition are there, and the two that are not are named.
#[test]
fn numbers_that_are_missing_are_named() {
    for (name, bytes) in texts() {
        let doc = gouji::read::read(&bytes).unwrap();
        let read = serde_json::to_value(json::report(&name, &gouji::report::Report::new(&doc))).unwrap();
        let cells = |value: &Value| value.as_array().unwrap().clone();
        let all: Vec<Value> = cells(&read["tables"])
            .iter()
            .flat_map(|table| cells(&table["rows"]))
            .flat_map(|row| {
                cells(&row["cells"]).into_iter().map(move |cell| json!([row["row"], cell["column"], cell["value"]]))
            })
            .collect();
        let missing: Vec<&Value> = all.iter().filter(|cell| cell[2].is_null()).collect();
        let (file, lines) = ledger(&bytes);
        let told = file["findings"].as_array().unwrap().iter().find(|finding| finding["code"] == "V101");
        let told = told.map_or(0, |finding| finding["places"].as_array().unwrap().len());
        assert_eq!(told, missing.len(), "{name}: {missing:?}\n{lines:#?}");
        println!("{name}: {} numbers, {} missing", all.len() - missing.len(), missing.len());
    }
}

/// The official form in Word: all of it is found, every number is missing, and each has a paragraph of its own.
#[test]
fn the_blank_form_is_complete() {
    let Some(folder) = corpus() else { return };
    let path = folder.join("form-2021.docx");
    let doc =
        gouji::read::read(&fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))).unwrap();
    let report = gouji::report::Report::new(&doc);
    assert_eq!((report.form.name.as_str(), report.sections.len(), doc.notes.len()), ("2021", 6, 0));
    let counts: Vec<usize> = report.tables.iter().map(|table| table.cells().count()).collect();
    assert_eq!(counts, [10, 175, 15]);
    for table in &report.tables {
        assert!(table.rows.iter().all(|row| row.found), "every row is found");
        let mut last = 0;
        for (row, column, cell) in table.cells() {
            let place = format!("{} {row} {column}", table.section.number);
            assert_eq!(doc.str(cell.span), "", "{place}");
            assert!(cell.value.is_blank(), "{place}");
            let Some(FilePlace::Paragraph { number, .. }) = doc.origin(cell.span) else {
                panic!("{place}: no paragraph")
            };
            assert!(number > last, "{place}: paragraph {number} after {last}");
            last = number;
        }
    }
    let lines = ledger(&fs::read(&path).unwrap()).1;
    let told = |code: &str| lines.iter().filter(|line| line.starts_with(code)).count();
    assert_eq!((told("V102"), told("T")), (3, 0), "{lines:#?}");
}
