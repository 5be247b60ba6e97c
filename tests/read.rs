//! What reading promises for any input: positions, texts that can be read again, no panic, bounded work.
use gouji::document::{Block, Document, Kind, Table};
use gouji::read::{MAX_BYTES, ReadError, read, read_str};
use gouji::text::Span;
use std::collections::HashSet;

/// A report as text; its tables have several layouts, so that broken ones come close to all of them.
const TEXT: &str = "花桥镇人民政府\n2022年政府信息公开工作年度报告\n\n一、总体情况\n2022年，花桥镇认真贯彻落实《条例》，全年公开信息164条。\n\
二、主动公开政府信息情况\n第二十条第（一）项 | ||||\n信息内容 | 本年制发件数 | 现行有效件数 |\n|---|---|---|\n规章 | 0 | ||\n｜行政规范性文件｜2｜3｜\n\
第二十条第（五）项\n行政许可\t0\n\"行政\n处罚\"\t１２\t\n- 3 -\n三、收到和处理政府信息公开申请情况\n自然人 法人 总计\n一、本年新收   3   0   3\n\
二、上年结转       0   0\n三\n本\n年\n（一）予以公开\n1\n\n3\n（二）部分公开（区分处理的，\n不计其他情形）\n若干\n0\n0\n四、结转下年度继续办理\n0,1,\"2\"\n\
四、政府信息公开行政复议、行政诉讼情况\n结果维持,总计\n0,1,1,2\n\u{3000}\u{3000}五、存在的主要问题及改进情况\r\n## 六、其他需要报告的事项\r无\n";

/// The same as a page, with what pages have around and between.
const PAGE: &str = "<!DOCTYPE html><html><head><meta charset=gbk><title>t</title><style>p{}</style></head><body><nav><a>首页</a></nav>\
<table><tr><td><form><h1>花桥镇<br>2022年年度报告</h1><p>&nbsp;&nbsp;一、总体<span style=\"display:none\">x</span>情况<p>正文，\n 一行。<br>二行|三行<o:p></o:p>\
<table border=1><thead><tr><th rowspan=2 colspan=2>勾稽<th colspan=3>申请人</thead><tr><td>自然人<td rowspan=0>法人<td><tr><td>总计</td></tr>\
<tbody><tr><td colspan=9>一、新收<td>1|2<td>&nbsp;<tr height=0><td><tr><td>a<table><tr><td>规章<td>0</table></table>\
<pre>行政许可\t0\n行政处罚\t1</pre><!--[if mso]><p>c<![endif]--><script>var a='<td>'</script><ul><li>甲<li>乙</ul><del>删</del></form></table>\
<select><option>市</select><footer>f</footer></body></html>";

fn spans(document: &Document) -> Vec<Span> {
    let of = |block: &Block| match block {
        Block::Paragraph(paragraph) => vec![paragraph.span],
        Block::Table(table) => table.cells.iter().map(|cell| cell.span).collect(),
    };
    document.blocks.iter().flat_map(of).collect()
}

/// Everything that the doc comments of `Document` promise.
fn check(document: &Document) {
    let text = &document.text;
    let spans = spans(document);
    for span in &spans {
        assert!(span.start <= span.end && text.get(span.range()).is_some(), "{span:?} in {text:?}");
        let piece = document.str(*span);
        assert_eq!(piece, piece.trim(), "{text:?}");
    }
    for pair in spans.windows(2) {
        assert!(pair[0].end < pair[1].start, "{pair:?} touch or are out of order in {text:?}");
    }
    for paragraph in document.paragraphs() {
        assert!(!paragraph.span.is_empty(), "{text:?}");
    }
    document.tables().for_each(|table| check_grid(table, text));
}

fn check_grid(table: &Table, text: &str) {
    let (first, last) = (table.cells.first().expect("a table has cells"), table.cells.last().unwrap());
    assert_eq!(table.span, first.span.join(last.span), "{text:?}");
    assert!(table.cells.is_sorted_by_key(|cell| (cell.row, cell.column)), "{text:?}");
    let mut places = HashSet::new();
    for cell in &table.cells {
        assert!(cell.row + cell.row_span <= table.rows && cell.column + cell.column_span <= table.columns, "{text:?}");
        for row in cell.row..cell.row + cell.row_span {
            for column in cell.column..cell.column + cell.column_span {
                assert!(places.insert((row, column)), "two cells at {row}, {column} in {text:?}");
            }
        }
    }
}

/// The texts of all cells that hold something, table after table.
fn cells(document: &Document) -> Vec<&str> {
    let cells = document.tables().flat_map(|table| &table.cells);
    cells.map(|cell| document.str(cell.span)).filter(|text| !text.is_empty()).collect()
}

/// Samples and what chance makes of them: cut, spliced, bytes changed. The same in every run.
fn broken_samples(count: u64) -> impl Iterator<Item = Vec<u8>> {
    let gbk: Vec<u8> = encoding_rs::GBK.encode(TEXT).0.into_owned();
    let utf16: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let samples = [TEXT.as_bytes().to_vec(), PAGE.as_bytes().to_vec(), gbk, utf16];
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut below = move |bound: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % bound.max(1)
    };
    const PIECES: [&str; 16] = [
        "|",
        "\t",
        "\n",
        " ",
        "<",
        ">",
        "</td>",
        "<table>",
        "<tr>",
        "<td colspan=3 rowspan=2>",
        "\"",
        "0",
        "、",
        "（",
        "\u{3000}",
        "\0",
    ];
    (0..count).map(move |_| {
        let mut bytes = samples[below(samples.len())].clone();
        for _ in 0..1 + below(6) {
            let at = below(bytes.len());
            match below(5) {
                0 => bytes.truncate(at),
                1 => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte = below(256) as u8),
                2 => drop(bytes.splice(at..at, PIECES[below(PIECES.len())].bytes())),
                3 => drop(bytes.drain(at..(at + below(40)).min(bytes.len()).max(at))),
                _ => {
                    let other = &samples[below(samples.len())];
                    let from = below(other.len());
                    bytes.splice(at..at, other[from..].iter().take(below(200)).copied());
                }
            }
        }
        bytes
    })
}

#[test]
fn positions_are_right() {
    let text = read_str(TEXT).unwrap();
    let page = read_str(PAGE).unwrap();
    assert_eq!((text.kind, page.kind), (Kind::Text, Kind::Html));
    assert!(text.tables().count() > 2 && page.tables().count() > 1);
    check(&text);
    check(&page);
}

#[test]
fn broken_input_is_read_or_refused() {
    let mut read_count = 0;
    for bytes in broken_samples(2000) {
        if let Ok(document) = read(&bytes) {
            check(&document);
            read_count += 1;
        }
    }
    assert!(read_count > 1500, "only {read_count} could be read");
}

#[test]
fn the_text_of_a_page_read_again_has_the_same_cells() {
    for bytes in std::iter::once(PAGE.as_bytes().to_vec()).chain(broken_samples(600)) {
        let Ok(page) = read(&bytes) else { continue };
        if page.kind == Kind::Html && page.tables().all(|table| table.faithful && table.cells.len() > 1) {
            let again = read_str(&page.text);
            let again = again.as_ref().map(cells).unwrap_or_default();
            let wanted = cells(&page);
            let mut again = again.iter();
            assert!(wanted.iter().all(|cell| again.any(|other| other == cell)), "{wanted:?} in {:?}", page.text);
        }
    }
}

#[test]
fn every_encoding_gives_the_same_document() {
    let plain = read_str(TEXT).unwrap();
    let utf16 = |bytes: fn(u16) -> [u8; 2]| TEXT.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    let marked = |mark: &[u8], bytes: Vec<u8>| [mark, &bytes].concat();
    for bytes in [
        TEXT.as_bytes().to_vec(),
        marked(b"\xEF\xBB\xBF", TEXT.as_bytes().to_vec()),
        encoding_rs::GBK.encode(TEXT).0.into_owned(),
        utf16(u16::to_le_bytes),
        marked(b"\xFF\xFE", utf16(u16::to_le_bytes)),
        marked(b"\xFE\xFF", utf16(u16::to_be_bytes)),
    ] {
        assert_eq!(read(&bytes), Ok(plain.clone()));
    }
    let page = PAGE.to_owned();
    assert_eq!(read(&encoding_rs::GBK.encode(&page).0), read_str(&page));
}

#[test]
fn what_cannot_be_read_is_told() {
    assert_eq!(read(b""), Err(ReadError::Empty));
    assert_eq!(read(" \r\n\u{3000}\u{FEFF}".as_bytes()), Err(ReadError::Empty));
    assert_eq!(read(&vec![b'a'; MAX_BYTES + 1]), Err(ReadError::TooLarge(MAX_BYTES + 1)));
    assert!(matches!(read(b"\x89PNG\r\n\x1A\n"), Err(ReadError::Unsupported { .. })));
    assert_eq!(read(b"%PDF-1.7\n%\xE2\xE3"), Err(ReadError::Damaged(Kind::Pdf)));
    assert_eq!(read(b"PK\x03\x04word/document.xml"), Err(ReadError::Damaged(Kind::Docx)));
    let noise: Vec<u8> = (0..5000_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 11) as u8).collect();
    assert_eq!(read(&noise), Err(ReadError::NotText));
}

/// Documents that are nothing but one piece: what is made of them stays in proportion.
#[test]
fn huge_input_gives_a_bounded_document() {
    let heads = [
        ("", "<table>"),
        ("<table><tr>", "<td rowspan=65534>"),
        ("<table>", "<tr><td rowspan=65534 colspan=1000>"),
        ("", "<table><tr><td>"),
        ("", "<div>"),
        ("<p>", "<span hidden>"),
        ("", "<p>a"),
        ("", "|"),
        ("", "||\n"),
        ("", "a,b\n"),
        ("", "规章\n0\n"),
        ("", "规章 0 0\n"),
        ("", "第二十条第（一）项\n"),
        ("", "一、（a\n"),
        ("", "\"a\t\n"),
    ];
    for (head, piece) in heads {
        let source = head.to_owned() + &piece.repeat((100 << 10) / piece.len());
        let document = read_str(&source).unwrap();
        assert!(document.blocks.len() <= 50_000, "{piece}: {} blocks", document.blocks.len());
        assert!(spans(&document).len() <= 200_000, "{piece}: {} pieces", spans(&document).len());
        assert!(document.text.len() <= 4 * source.len(), "{piece}: {} bytes", document.text.len());
    }
}

#[test]
fn a_table_nested_a_hundred_deep_is_read() {
    let source = "<table><tr><td>".repeat(100) + "<table><tr><td>规章<td>0</table>" + &"</table>".repeat(100);
    let document = read_str(&source).unwrap();
    assert_eq!(cells(&document), ["规章", "0"]);
}
