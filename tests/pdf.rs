//! PDF: the numbers of real reports in their rows and columns, and reports printed by programs that are installed.
mod support;

use gouji::document::{Block, Document, Kind};
use gouji::read::{Flow, ReadError};
use gouji::{render::json, report::Report};
use miniz_oxide::deflate::compress_to_vec_zlib;
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

/// What stands in the paragraphs and cells, without blanks; in the order of the file.
fn texts(doc: &Document) -> Vec<String> {
    let spans = doc.blocks.iter().flat_map(|block| match block {
        Block::Paragraph(paragraph) => vec![paragraph.span],
        Block::Table(table) => table.cells.iter().map(|cell| cell.span).collect(),
    });
    let texts = spans.map(|span| doc.str(span).split_whitespace().collect::<String>());
    texts.filter(|text| !text.is_empty()).collect()
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
            let (expected, found) = (texts(&page), texts(&pdf));
            if let Some(n) = (0..expected.len().max(found.len())).find(|n| expected.get(*n) != found.get(*n)) {
                failures.push(format!("{name}: text\n  {:?}\n and not\n  {:?}", found.get(n), expected.get(n)));
            }
            let (expected, found) = (said(&page), said(&pdf));
            if expected != found {
                failures.push(format!("{name}: said\n  {}\n and not\n  {}", found.join("\n  "), expected.join("\n  ")));
            }
        }
    }
    assert!(failures.is_empty(), "{} failures\n{}", failures.len(), failures.join("\n"));
}

/// A file of one page: what the page has besides its content and fonts, its content, and further objects from 6 on.
/// Without a table of its objects, which readers can do without.
fn file(page: &str, content: &[u8], more: &[&str]) -> Vec<u8> {
    let font =
        "5 0 obj<</Type/Font/Subtype/TrueType/FirstChar 32/Widths[250]/FontDescriptor<</MissingWidth 500>>>>endobj";
    let head = format!(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
         3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R\
         /Resources<</Font<</A 5 0 R/B 6 0 R>>/XObject<</X 7 0 R>>>>{page}>>endobj\n{font}\n"
    );
    let stream = format!("4 0 obj<</Length {}>>stream\n", content.len());
    let tail = format!("\nendstream endobj\n{}\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n", more.join("\n"));
    [head.as_bytes(), stream.as_bytes(), content, tail.as_bytes()].concat()
}

fn text(bytes: &[u8]) -> String {
    gouji::read::read(bytes).unwrap_or_else(|error| panic!("{error}")).text
}

#[test]
fn files_without_text_say_why() {
    let picture = "7 0 obj<</Subtype/Image/Width 1/Height 1/Length 1>>stream\n0\nendstream endobj";
    let read = |content: &[u8], more: &[&str]| gouji::read::read(&file("", content, more)).err();
    assert_eq!(read(b"q 200 0 0 100 0 0 cm /X Do Q", &[picture]), Some(ReadError::Scanned));
    let dumb = "6 0 obj<</Type/Font/Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</DW 1000>>]>>endobj";
    assert_eq!(read(b"BT /B 10 Tf 20 50 Td <000100020003> Tj ET", &[dumb]), Some(ReadError::NoCharacters));
    assert_eq!(gouji::read::read(b"%PDF-1.7 and nothing else").err(), Some(ReadError::Damaged(Kind::Pdf)));
    let mut locked = file("", b"BT /A 10 Tf (1) Tj ET", &[]);
    let end = format!(
        "xref\n0 1\n0000000000 65535 f \ntrailer<</Root 1 0 R/Size 1/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -4\
         /O<{o}>/U<{o}>>>>>\nstartxref\n{}\n%%EOF",
        locked.len(),
        o = "00".repeat(32),
    );
    locked.extend(end.as_bytes());
    assert_eq!(gouji::read::read(&locked).err(), Some(ReadError::Encrypted(Kind::Pdf)));
}

#[test]
fn text_is_read_as_it_is_shown() {
    let bold = b"BT /A 10 Tf 20 50 Td (12 7) Tj ET BT /A 10 Tf 20.3 50 Td (12 7) Tj ET";
    assert_eq!(text(&file("", bold, &[])), "12 7", "what is drawn twice to look bold is there once");
    let spaced = b"BT /A 10 Tf 20 50 Td [(1) -100 (2) 0 (3)] TJ 0 -20 Td (4) ' (5) Tj ET";
    assert_eq!(text(&file("", spaced, &[])).replace('\n', ""), "12345");
    let form = "7 0 obj<</Subtype/Form/Matrix[1 0 0 1 50 0]/Length 32>>stream\nBT /A 10 Tf 20 50 Td (34) Tj ET  \nendstream endobj";
    assert_eq!(text(&file("", b"BT /A 10 Tf 20 50 Td (1) Tj ET /X Do", &[form])), "1 34");
    let upright = "6 0 obj<</Type/Font/Subtype/Type0/Encoding/UniGB-UCS2-V/DescendantFonts[<</DW 1000>>]>>endobj";
    let label = b"BT /B 10 Tf 20 80 Td <4E094E00672C> Tj ET";
    assert_eq!(text(&file("", label, &[upright])), "三一本");
    let chinese = "6 0 obj<</Type/Font/Subtype/Type0/Encoding/GBK-EUC-H/DescendantFonts[<</DW 1000>>]>>endobj";
    assert_eq!(text(&file("", b"BT /B 10 Tf 20 80 Td <D5FEB8AE3132> Tj ET", &[chinese])), "政府12");
    let marked = b"/Span<</ActualText<FEFF6C11>>>BDC BT /A 10 Tf 20 50 Td (x) Tj ET EMC";
    assert_eq!(text(&file("", marked, &[])), "民");
}

/// What is looked for to be spelled otherwise before the file is read stands in packed bytes by chance.
#[test]
fn text_that_looks_like_a_filter_stays_what_it_is() {
    let odd = "/Fl /LZW /F#6c /W[0 0 0] /a#41";
    let content = format!("BT /A 10 Tf 10 50 Td ({odd}) Tj ET");
    assert_eq!(text(&file("", content.as_bytes(), &[])), odd);
    // Packed, but so that the letters are there as they are.
    let packed = compress_to_vec_zlib(content.as_bytes(), 0);
    let head = format!("4 0 obj<</Filter/FlateDecode/Length {}>>stream\n", packed.len());
    let bytes = [&file("", b"", &[]), head.as_bytes(), &packed, b"\nendstream endobj"].concat();
    assert_eq!(text(&bytes), odd);
}

/// A page may hold nothing but the title, and then no line shows where the text ends.
#[test]
fn a_heading_begins_a_paragraph() {
    let show = |x: u32, y: u32, text: &str| {
        let codes: String = text.encode_utf16().map(|unit| format!("{unit:04X}")).collect();
        format!("BT /B 10 Tf {x} {y} Td <{codes}> Tj ET ")
    };
    let next = show(20, 80, "一、总体情况") + &show(40, 60, "本年度无。");
    let more = [
        "6 0 obj<</Type/Font/Subtype/Type0/Encoding/UniGB-UCS2-H/DescendantFonts[<</DW 1000>>]>>endobj",
        "2 0 obj<</Type/Pages/Kids[3 0 R 8 0 R]/Count 2/MediaBox[0 0 200 100]\
         /Resources<</Font<</B 6 0 R>>>>>>endobj",
        "8 0 obj<</Type/Page/Parent 2 0 R/Contents 9 0 R>>endobj",
        &format!("9 0 obj<</Length {}>>stream\n{next}\nendstream endobj", next.len()),
    ];
    let bytes = file("", show(20, 50, "青石镇信息公开年度报告").as_bytes(), &more);
    assert_eq!(text(&bytes), "青石镇信息公开年度报告\n一、总体情况\n本年度无。");
}

/// Each page has margins of its own, and what the page printed behind a report is no part of it.
#[test]
fn pages_of_other_margins_do_not_part_lines_and_printed_opinions_are_left_out() {
    let show = |x: usize, y: usize, text: &str| {
        let codes: String = text.encode_utf16().map(|unit| format!("{unit:04X}")).collect();
        format!("BT /B 10 Tf {x} {y} Td <{codes}> Tj ET ")
    };
    let paragraph = |x: usize, wide: usize, of: &str| {
        let full = |n: usize| show(x, 85 - 15 * n, &of.repeat(wide));
        show(x + 20, 85, &of.repeat(wide - 2)) + &full(1) + &full(2) + &full(3) + &show(x, 25, &of.repeat(5))
    };
    let opinions = show(10, 85, "核对意见（勾稽所列，不属于报告）") + &show(10, 70, "本年新收：正文为二");
    let stream =
        |id: u32, content: &str| format!("{id} 0 obj<</Length {}>>stream\n{content}\nendstream endobj", content.len());
    let more = [
        "6 0 obj<</Type/Font/Subtype/Type0/Encoding/UniGB-UCS2-H/DescendantFonts[<</DW 1000>>]>>endobj",
        "2 0 obj<</Type/Pages/Kids[3 0 R 8 0 R 10 0 R]/Count 3/MediaBox[0 0 200 100]\
         /Resources<</Font<</B 6 0 R>>>>>>endobj",
        "8 0 obj<</Type/Page/Parent 2 0 R/Contents 9 0 R>>endobj",
        "10 0 obj<</Type/Page/Parent 2 0 R/Contents 11 0 R>>endobj",
        &stream(9, &paragraph(10, 18, "无")),
        &stream(11, &opinions),
    ];
    let document = gouji::read::read(&file("", paragraph(40, 12, "有").as_bytes(), &more)).unwrap();
    assert_eq!(document.text, format!("{}\n{}", "有".repeat(51), "无".repeat(75)));
    assert_eq!(document.notes, ["打印的意见没有读入。"]);
}

/// A page is shown turned and cut, and that is where its places count from.
#[test]
fn places_count_from_the_corner_of_the_page_as_shown() {
    let content = b"BT /A 10 Tf 20 50 Td (1) Tj ET 0 0 0 rg 10 40 100 0.5 re f 1 1 1 rg 10 20 100 0.5 re f";
    let page = |more: &str| gouji::read::pages(&file(more, content, &[])).unwrap().remove(0);
    let plain = page("");
    assert_eq!((plain.width, plain.height, plain.rulings.len()), (200.0, 100.0, 1));
    let rect = plain.glyphs[0].rect;
    assert!((rect.left - 20.0).abs() < 0.1 && (rect.right - 25.0).abs() < 0.1 && rect.top > 40.0 && rect.bottom < 52.0);
    let turned = page("/Rotate 90");
    assert_eq!((turned.width, turned.height, turned.glyphs[0].flow), (100.0, 200.0, Flow::Down));
    assert!((turned.glyphs[0].rect.top - 20.0).abs() < 0.1, "{:?}", turned.glyphs[0]);
    let cut = page("/CropBox[10 10 110 90]");
    assert_eq!((cut.width, cut.height), (100.0, 80.0));
    assert!((cut.glyphs[0].rect.left - 10.0).abs() < 0.1);
}

/// A stream that grows a thousandfold is read as far as the bounds go, wherever it stands.
#[test]
fn bombs_do_not_burst() {
    let zeros = vec![b' '; 1 << 20];
    let packed = compress_to_vec_zlib(&compress_to_vec_zlib(&vec![b' '; 100 << 20], 6), 6);
    for (filters, data) in [("/FlateDecode", compress_to_vec_zlib(&zeros, 6)), ("[/FlateDecode/FlateDecode]", packed)] {
        for kind in ["", "/Type/ObjStm/N 1/First 4", "/Type/XRef/W[0 0 0]/Size 4000000000"] {
            let mut bytes = file("", b"BT /A 10 Tf 20 50 Td (1) Tj ET", &[]);
            for number in 10..40 {
                let head = format!("\n{number} 0 obj<<{kind}/Filter{filters}/Length {}>>stream\n", data.len());
                bytes.extend([head.as_bytes(), &data, b"\nendstream endobj"].concat());
            }
            assert_eq!(text(&bytes), "1", "{kind} {filters}");
            let end = format!("\n4 0 obj<</Filter{filters}/Length {}>>stream\n", data.len());
            bytes.extend([end.as_bytes(), &data, b"\nendstream endobj"].concat());
            _ = gouji::read::read(&bytes);
        }
    }
}
