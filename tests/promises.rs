//! What holds for every input, whatever it is.
mod support;

use gouji::{
    document::{Block, Document},
    finding::Finding,
    read::{read, read_str},
    render::{html, json, sarif, text, utf16::Utf16, view},
    text::Span,
};
use std::fs;

/// A report with faults, and what becomes of it when pieces are cut out, doubled and exchanged.
fn damaged() -> Vec<Vec<u8>> {
    let sample = fs::read("examples/青石镇-2024.txt").unwrap();
    let style = support::Style::random(support::Layout::Word, &mut support::Rng::new(3));
    let page = support::render::render(&support::draft(3), &style).source.into_bytes();
    let mut state = 7u64;
    let mut random = move |below: usize| {
        // The generator of Steele, Lea and Flood (2014), so that every run is the same.
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % below.max(1) as u64) as usize
    };
    let mut inputs = vec![sample.clone(), page.clone(), b"\xff\xfe".to_vec(), "⟦".repeat(9).into_bytes()];
    for n in 0..600 {
        let mut bytes = if n % 2 == 0 { sample.clone() } else { page.clone() };
        for _ in 0..=random(4) {
            let (a, b) = (random(bytes.len()), random(bytes.len()));
            let (start, end) = (a.min(b), a.max(b));
            match random(5) {
                0 => bytes.truncate(end),
                1 => drop(bytes.drain(start..end.min(start + 400))),
                2 => bytes[start] = random(256) as u8,
                3 => bytes.splice(end..end, b"9999999999999999999|".iter().copied()).for_each(drop),
                _ => {
                    let copy = bytes[start..end.min(start + 900)].to_vec();
                    bytes.splice(start..start, copy).for_each(drop);
                }
            }
            if bytes.is_empty() {
                bytes.push(b'0');
            }
        }
        inputs.push(bytes);
    }
    inputs
}

fn sound(doc: &Document, span: Span) {
    assert!(doc.text.get(span.range()).is_some(), "{span:?} is no place of the text");
}

/// The cells and paragraphs of a document.
fn pieces(doc: &Document) -> Vec<Span> {
    let of = |block: &Block| match block {
        Block::Paragraph(paragraph) => vec![paragraph.span],
        Block::Table(table) => table.cells.iter().map(|cell| cell.span).collect(),
    };
    doc.blocks.iter().flat_map(of).collect()
}

#[test]
fn every_place_lies_inside_the_text_and_every_edit_in_one_piece() {
    let mut findings = 0;
    for bytes in damaged() {
        let Ok(doc) = read(&bytes) else { continue };
        let pieces = pieces(&doc);
        for finding in gouji::check(&doc).findings {
            findings += 1;
            assert!(!finding.places.is_empty() && !finding.message.is_empty());
            finding.places.iter().for_each(|place| sound(&doc, place.span));
            for edit in finding.fixes.iter().flat_map(|fix| &fix.edits) {
                assert!(pieces.iter().any(|piece| piece.contains(edit.span)), "{}: {edit:?}", finding.rule.name);
            }
        }
    }
    assert!(findings > 1000);
}

#[test]
fn every_output_can_be_made_of_every_input() {
    for bytes in damaged() {
        let Ok(doc) = read(&bytes) else { continue };
        let checked = gouji::check(&doc);
        let file = json::file("报告.txt", &doc, &checked);
        let read = json::report("报告.txt", &checked.report);
        read_places(&read).into_iter().for_each(|span| sound(&doc, span));
        assert!(serde_json::to_string(&read).is_ok());
        let files = vec![json::CheckedFile::Checked(Box::new(file))];
        let output = json::CheckOutput { version: json::VERSION, files, groups: vec![] };
        assert!(text::check(&output).contains("报告.txt"));
        assert!(serde_json::to_string(&sarif::check(&output)).is_ok());
        let page = html::check(&[("报告.txt", &doc, checked)], &output);
        assert!(!page.contains("<script"), "text is escaped");
    }
}

/// All places of a report as it was understood.
fn read_places(read: &json::ReportJson) -> Vec<Span> {
    let mut places = vec![];
    let mut add = |start: Option<usize>, end: Option<usize>| {
        assert_eq!(start.is_some(), end.is_some());
        places.extend(start.zip(end).map(|(start, end)| Span { start, end }));
    };
    for table in &read.tables {
        let columns = table.blocks.iter().flat_map(|block| &block.columns);
        columns.for_each(|column| add(column.start, column.end));
        for row in &table.rows {
            assert_eq!(row.found.is_some(), row.start.is_some(), "{}", row.row);
            add(row.start, row.end);
            row.cells.iter().for_each(|cell| add(cell.start, cell.end));
        }
        table.foreign.iter().for_each(|part| add(Some(part.start), Some(part.end)));
    }
    places
}

/// The page finds every cell and every paragraph of a draft in its view, at most once, and nothing else.
#[test]
fn the_view_shows_each_piece_at_most_once() {
    for bytes in damaged() {
        let Ok(doc) = read(&bytes) else { continue };
        let report = gouji::report::Report::new(&doc);
        let view = view::view(&report);
        let units = Utf16::new(&doc.text);
        let pieces: Vec<(usize, usize)> = pieces(&doc).into_iter().map(|span| units.span(span)).collect();
        let mut shown: Vec<(usize, usize)> = vec![];
        for block in &view.blocks {
            match block {
                view::ViewBlock::Paragraph { start, end, .. } => shown.push((*start, *end)),
                view::ViewBlock::Table { rows, .. } => {
                    shown.extend(rows.iter().flatten().filter_map(|cell| match cell {
                        view::ViewCell::Own { start, end, .. } => Some((*start, *end)),
                        view::ViewCell::Form { .. } => None,
                    }))
                }
            }
        }
        shown.sort_unstable();
        let twice: Vec<_> = shown.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect();
        let text: Vec<u16> = doc.text.encode_utf16().collect();
        let twice: Vec<_> = twice.iter().map(|&(start, end)| String::from_utf16_lossy(&text[start..end])).collect();
        assert!(twice.is_empty(), "shown twice: {twice:?}\n{}", doc.text);
        let within = |(start, end): &(usize, usize)| pieces.iter().any(|piece| piece.0 <= *start && *end <= piece.1);
        let joined = |(start, end): &(usize, usize)| {
            pieces.iter().any(|piece| piece.0 == *start) && pieces.iter().any(|piece| piece.1 == *end)
        };
        assert!(shown.iter().all(|piece| within(piece) || joined(piece)), "something else is shown");
    }
}

/// Changing a document in place and reading the changed text anew come to the same.
#[test]
fn an_edit_is_as_good_as_reading_anew() {
    let source = fs::read_to_string("examples/青石镇-2024.txt").unwrap();
    let mut doc = read_str(&source).unwrap();
    let told = |findings: &[Finding]| -> Vec<_> {
        findings.iter().map(|finding| (finding.rule.code, finding.places[0].span, finding.message.clone())).collect()
    };
    let mut rounds = 0;
    while let Some(edit) =
        gouji::check(&doc).findings.iter().flat_map(|finding| &finding.fixes).flat_map(|fix| fix.edits.clone()).next()
    {
        doc.edit(edit.span, &edit.text).unwrap();
        let anew = read_str(&doc.text).unwrap();
        assert_eq!(told(&gouji::check(&doc).findings), told(&gouji::check(&anew).findings), "after {edit:?}");
        rounds += 1;
        assert!(rounds < 50, "fixes must come to an end");
    }
    assert!(rounds > 3);
}

#[test]
fn an_edit_outside_of_a_piece_changes_nothing() {
    let mut doc = read_str("| 甲 | 乙 |\n| 1 | 2 |\n").unwrap();
    let before = doc.clone();
    for span in
        [Span { start: 0, end: 9 }, Span { start: 3, end: 4 }, Span { start: 99, end: 99 }, Span { start: 5, end: 2 }]
    {
        assert!(doc.edit(span, "x").is_err(), "{span:?}");
        assert_eq!(doc, before);
    }
}

/// What cannot be a report is told in Chinese, never with a panic.
#[test]
fn whatever_is_no_report_gets_a_message() {
    for bytes in [&b""[..], b"  \n\t ", b"%PDF-1.7", b"PK\x03\x04", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", &[0u8; 4096]] {
        let message = read(bytes).unwrap_err().to_string();
        assert!(message.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)), "{message}");
    }
    let large = vec![b'a'; gouji::read::MAX_BYTES + 1];
    assert!(read(&large).is_err());
    let doc = read_str("<html><body><p>欢迎访问本网站</p></body></html>").unwrap();
    let found = gouji::check(&doc).findings;
    assert_eq!(found.iter().map(|finding| finding.rule.name).collect::<Vec<_>>(), ["no-report"]);
}
