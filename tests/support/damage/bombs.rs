//! Files made to take time or memory out of proportion: nesting, loops, false claims, and packed nothing at 1:1000.
use super::Damaged;
use crate::files::{mhtml::mhtml, pdf, zip::zip};

type Bomb = (&'static str, fn() -> Vec<u8>);

/// All bombs.
pub fn bombs() -> impl Iterator<Item = Damaged> {
    let all = DOCX.iter().chain(XLSX).chain(PAGES).chain(OBJECTS).chain(STREAMS).chain(TEXTS);
    all.map(|(name, make)| Damaged { name: (*name).to_owned(), bytes: make() })
}

/// What a packed file becomes: 128 MiB from some 130 kB.
const LARGE: usize = 128 << 20;
/// What an unpacked file has: as much as is read at all.
const FULL: usize = 32 << 20;
const DEEP: usize = 200_000;

/// A text that is as long as `length`, with a beginning and an end.
fn filled(head: &str, piece: &str, length: usize, tail: &str) -> Vec<u8> {
    let times = length.saturating_sub(head.len() + tail.len()) / piece.len();
    [head, &piece.repeat(times), tail].concat().into_bytes()
}

const W: &str = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";
const W_END: &str = "</w:body></w:document>";

/// A Word document with this main part and, if any, these parts beside it.
fn docx(document: Vec<u8>, beside: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let parts = [&[("[Content_Types].xml", b"<Types/>".to_vec()), ("word/document.xml", document)], beside].concat();
    zip(&parts, false)
}

fn word(piece: &str, length: usize) -> Vec<u8> {
    docx(filled(W, piece, length, W_END), &[])
}

const DOCX: &[Bomb] = &[
    ("docx of blanks", || word(" ", LARGE)),
    ("docx of letters", || word("<w:p><w:r><w:t>a</w:t></w:r></w:p>", LARGE)),
    ("docx of one paragraph", || docx(filled(&format!("{W}<w:p><w:r><w:t>"), "一", LARGE, "</w:t></w:r></w:p>"), &[])),
    ("docx of paragraphs", || word("<w:p/>", LARGE)),
    ("docx of references", || docx(filled(&format!("{W}<w:p><w:r><w:t>"), "&amp;", LARGE / 4, ""), &[])),
    ("docx of nested tables", || word("<w:tbl><w:tr><w:tc>", DEEP * 19)),
    ("docx of nested paragraphs", || word("<w:p><w:r>", DEEP * 10)),
    ("docx of nested unknown elements", || word("<a>", DEEP * 10)),
    ("docx of cells", || docx(filled(&format!("{W}<w:tbl><w:tr>"), "<w:tc><w:p/></w:tc>", LARGE / 4, ""), &[])),
    ("docx of rows", || docx(filled(&format!("{W}<w:tbl>"), "<w:tr><w:tc><w:p/></w:tc></w:tr>", LARGE / 4, ""), &[])),
    ("docx of wide cells", || {
        let cell = "<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"4294967295\"/><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr>";
        docx(filled(&format!("{W}<w:tbl>"), cell, 4 << 20, ""), &[])
    }),
    ("docx of columns", || {
        docx(filled(&format!("{W}<w:tbl><w:tblGrid>"), "<w:gridCol w:w=\"1\"/>", LARGE / 8, ""), &[])
    }),
    ("docx of attributes", || docx(filled(&format!("{W}<w:p "), "a=\"1\" ", LARGE / 8, "/>"), &[])),
    ("docx of one attribute", || docx(filled(&format!("{W}<w:p a=\""), "1", LARGE, "\"/>"), &[])),
    ("docx of one comment", || docx(filled(&format!("{W}<!--"), "-", LARGE, "-->"), &[])),
    ("docx of entities", || {
        let entities: String = (1..40).map(|n| format!("<!ENTITY e{n} \"&e{0};&e{0};\">", n - 1)).collect();
        let head =
            format!("<!DOCTYPE w [<!ENTITY e0 \"x\">{entities}]>{W}<w:p><w:r><w:t>&e39;</w:t></w:r></w:p>{W_END}");
        docx(head.into_bytes(), &[])
    }),
    ("docx with large parts", || {
        let blank = filled("<a>", " ", LARGE, "</a>");
        let text = filled(W, "<w:p><w:r><w:t>a</w:t></w:r></w:p>", LARGE / 4, W_END);
        docx(text, &[("word/numbering.xml", blank.clone()), ("word/styles.xml", blank)])
    }),
    ("docx with styles in a loop", || {
        let styles = "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:style w:styleId=\"1\"><w:basedOn w:val=\"2\"/></w:style>\
            <w:style w:styleId=\"2\"><w:basedOn w:val=\"1\"/></w:style></w:styles>";
        let text = format!("{W}<w:p><w:pPr><w:pStyle w:val=\"1\"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>{W_END}");
        docx(text.into_bytes(), &[("word/styles.xml", styles.into())])
    }),
    ("docx with many counted levels", || {
        let numbering = "<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"4294967295\">\
            <w:start w:val=\"4294967295\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1%2%3%4%5%6%7%8%9\"/></w:lvl></w:abstractNum>\
            <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";
        let counted = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"4294967295\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>";
        docx(filled(W, counted, LARGE / 8, W_END), &[("word/numbering.xml", numbering.into())])
    }),
    ("docx of parts", || {
        let parts: Vec<(&str, Vec<u8>)> = (0..60_000).map(|_| ("word/document.xml", b"<a/>".to_vec())).collect();
        zip(&parts, false)
    }),
    ("docx whose main part claims 4 GB", || {
        let mut package = word("<w:p/>", 4096);
        let heads: Vec<usize> = (0..package.len() - 4).filter(|&at| package[at..].starts_with(b"PK\x01\x02")).collect();
        heads.iter().for_each(|at| package[at + 24..at + 28].fill(0xFF));
        package
    }),
];

/// A workbook with one sheet of this content.
fn xlsx(sheet: Vec<u8>, texts: Vec<u8>) -> Vec<u8> {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let book = format!(
        "<workbook xmlns:r=\"{office}\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    );
    let relations = format!(
        "<Relationships><Relationship Id=\"rId1\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet1.xml\"/>\
         <Relationship Id=\"rId2\" Type=\"{office}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
    );
    let parts = [
        ("[Content_Types].xml", b"<Types/>".to_vec()),
        ("xl/workbook.xml", book.into_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.into_bytes()),
        ("xl/sharedStrings.xml", texts),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    zip(&parts, false)
}

/// A workbook whose rows are all this piece.
fn rows(piece: &str, length: usize, tail: &str) -> Vec<u8> {
    let texts = filled("<sst count=\"4294967295\" uniqueCount=\"4294967295\">", "<si><t>一</t></si>", 1000, "</sst>");
    xlsx(filled("<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData>", piece, length, tail), texts)
}

const XLSX: &[Bomb] = &[
    ("xlsx of blanks", || rows(" ", LARGE, "")),
    ("xlsx of rows", || rows("<row/>", LARGE / 2, "")),
    ("xlsx of cells", || rows("<row><c><v>1</v></c></row>", LARGE / 2, "")),
    ("xlsx of cells in one row", || rows("<c><v>1</v></c>", LARGE / 2, "")),
    ("xlsx of one far cell", || {
        rows("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>", 60, "</sheetData></worksheet>")
    }),
    ("xlsx of far cells", || rows("<row r=\"4294967295\"><c r=\"ZZZZZZ4294967295\"><v>1</v></c></row>", 1 << 20, "")),
    ("xlsx of wide merged cells", || {
        rows(
            "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>",
            50,
            "</sheetData><mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells></worksheet>",
        )
    }),
    ("xlsx of merged cells", || {
        let merged = "<mergeCell ref=\"A1:XFD1048576\"/>".repeat(100_000);
        rows(
            "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>",
            50,
            &format!("</sheetData><mergeCells>{merged}</mergeCells></worksheet>"),
        )
    }),
    ("xlsx of merged rows", || {
        let merged: String = (1..60_000).map(|n| format!("<mergeCell ref=\"A{n}:XFD{n}\"/>")).collect();
        rows(
            "<row><c><v>1</v></c></row>",
            4 << 20,
            &format!("</sheetData><mergeCells>{merged}</mergeCells></worksheet>"),
        )
    }),
    ("xlsx of nested elements", || rows("<row><c>", DEEP * 8, "")),
    ("xlsx of one long text shown a million times", || {
        let texts = filled("<sst><si><t>", "一", 30_000, "</t></si></sst>");
        // Together with the texts no larger than what is unpacked at all.
        xlsx(filled("<worksheet><sheetData>", "<row><c t=\"s\"><v>0</v></c></row>", LARGE / 5, ""), texts)
    }),
    ("xlsx of one long blank shown a million times", || {
        let texts = filled("<sst><si><t>", " ", 30_000, "</t></si></sst>");
        xlsx(filled("<worksheet><sheetData>", "<row><c t=\"s\"><v>0</v></c></row>", LARGE / 5, ""), texts)
    }),
    ("xlsx of texts", || {
        let texts = filled("<sst>", "<si><t>一</t></si>", LARGE, "</sst>");
        xlsx(
            b"<worksheet><sheetData><row><c t=\"s\"><v>4294967295</v></c></row></sheetData></worksheet>".to_vec(),
            texts,
        )
    }),
];

/// A PDF with this content on its page and these objects from number 8 on.
fn page(content: Vec<u8>, more: &[Vec<u8>]) -> Vec<u8> {
    pdf::pdf(&[pdf::objects(content), more.to_vec()].concat())
}

fn drawn(content: &[u8]) -> Vec<u8> {
    page(pdf::stream("", content), &[])
}

/// A sound PDF with other objects in the place of some.
fn instead(objects: &[(usize, &str)]) -> Vec<u8> {
    let mut all = pdf::objects(pdf::stream("", &pdf::content()));
    for (number, object) in objects {
        all.resize(all.len().max(*number), b"null".to_vec());
        all[number - 1] = object.as_bytes().to_vec();
    }
    pdf::pdf(&all)
}

/// Content pages that take time.
const PAGES: &[Bomb] = &[
    ("pdf of glyphs", || drawn(&filled("BT /F1 9 Tf ", "<4E004E00> Tj ", FULL / 2, "ET"))),
    ("pdf of glyphs in one string", || drawn(&filled("BT /F1 9 Tf <", "4E00", FULL / 2, "> Tj ET"))),
    ("pdf of lines", || drawn(&filled("BT /F1 9 Tf 10 TL ", "<4E00> ' ", FULL / 4, "ET"))),
    ("pdf of rulings", || {
        let lines: String = (0..4000).map(|n| format!("{0} 0 m {0} 9000 l S 0 {0} m 9000 {0} l S ", n * 2)).collect();
        drawn(lines.as_bytes())
    }),
    ("pdf of rectangles", || drawn(&filled("", "10 10 50 20 re S ", FULL / 4, ""))),
    ("pdf of small boxes", || {
        let boxes: String = (0..100_000).map(|n| format!("{} {} 3 3 re f ", n % 300 * 4, n / 300 * 4)).collect();
        drawn(&[boxes.as_bytes(), &pdf::content()].concat())
    }),
    ("pdf of one path", || drawn(&filled("0 0 m ", "9 9 l 0 9 l ", FULL / 4, "S"))),
    ("pdf of saved states", || drawn(&filled("", "q ", FULL / 4, ""))),
    ("pdf of matrices", || drawn(&filled("", "9 0 0 9 0 0 cm ", 1 << 20, "BT /F1 9 Tf <4E00> Tj ET 0 0 9 9 re S"))),
    ("pdf with numbers out of range", || {
        let far = "1e38 -1e38 m 99999999999999999999999999999999999999999999 0 l S BT /F1 1e30 Tf 1e38 0 0 1e38 1e38 0 Tm <4E00> Tj ET ";
        drawn(&[far.as_bytes(), b"0 0 0 0 0 0 cm ", &pdf::content()].concat())
    }),
    ("pdf of nested arrays in the content", || drawn(&filled("", "[", DEEP, ""))),
    ("pdf of nested dictionaries in the content", || drawn(&filled("", "<<", DEEP * 2, ""))),
    ("pdf of brackets in a string", || drawn(&filled("", "(", FULL / 4, ""))),
    ("pdf of inline images", || drawn(&filled("", "BI /W 9 ID x ", FULL / 4, ""))),
    ("pdf of operands", || drawn(&filled("", "1 ", FULL / 4, "m"))),
    ("pdf of marks", || drawn(&filled("", "/P <</MCID 1>> BDC ", FULL / 4, "ET"))),
];

const OBJECTS: &[Bomb] = &[
    ("pdf with pages in a loop", || instead(&[(2, "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>")])),
    ("pdf with a page as its own child", || instead(&[(3, "<</Type/Pages/Parent 3 0 R/Kids[3 0 R 2 0 R]/Count 9>>")])),
    ("pdf with pages of 2^40", || {
        let tree: Vec<(usize, String)> = (9..50)
            .map(|n| (n, format!("<</Type/Pages/Kids[{0} 0 R {0} 0 R]/Count 99>>", if n == 49 { 3 } else { n + 1 })))
            .collect();
        let mut objects: Vec<(usize, &str)> = tree.iter().map(|(n, text)| (*n, text.as_str())).collect();
        objects.push((2, "<</Type/Pages/Kids[9 0 R]/Count 4294967295>>"));
        instead(&objects)
    }),
    ("pdf with 100,000 pages", || {
        let pages = format!("<</Type/Pages/Kids[{}]/Count 100000>>", "3 0 R ".repeat(100_000));
        instead(&[(2, &pages)])
    }),
    ("pdf with a page of 100,000 contents", || {
        let page = format!(
            "<</Type/Page/MediaBox[0 0 595 842]/Contents[{}]/Resources<</Font<</F1 5 0 R>>>>>>",
            "4 0 R ".repeat(100_000)
        );
        instead(&[(3, &page)])
    }),
    ("pdf that is its own catalogue's content", || {
        instead(&[(4, "1 0 R"), (1, "<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]/Contents 1 0 R>>")])
    }),
    ("pdf of references in a loop", || instead(&[(4, "8 0 R"), (8, "4 0 R"), (5, "5 0 R")])),
    ("pdf with a length in a loop", || instead(&[(4, "<</Length 4 0 R>>\nstream\nq Q\nendstream")])),
    ("pdf with a font in a loop", || {
        instead(&[(5, "<</Type/Font/Subtype/Type0/DescendantFonts[5 0 R]/Encoding 5 0 R/ToUnicode 5 0 R>>")])
    }),
    ("pdf with a parent in a loop", || instead(&[(3, "<</Type/Page/Parent 3 0 R/Contents 4 0 R>>")])),
    ("pdf of forms that call themselves", || {
        let form = "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 8 0 R/Y 9 0 R>>>>";
        page(
            pdf::stream("", b"/X Do /Y Do"),
            &[pdf::stream(form, b"/X Do /Y Do"), pdf::stream(form, b"/X Do /X Do /Y Do")],
        )
    }),
    ("pdf of forms that call 10^12 others", || {
        let form = |n: usize| {
            let own = format!(
                "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F1 5 0 R>>/XObject<</X {} 0 R>>>>",
                n + 1
            );
            pdf::stream(&own, "/X Do BT /F1 9 Tf <4E00> Tj ET ".repeat(10).as_bytes())
        };
        page(pdf::stream("", b"/X Do"), &(8..20).map(form).collect::<Vec<_>>())
    }),
    ("pdf of nested arrays", || instead(&[(4, &"[".repeat(DEEP))])),
    ("pdf of nested dictionaries", || instead(&[(4, &"<</A".repeat(DEEP))])),
    ("pdf of nested array in a page", || instead(&[(3, &format!("<</Type/Page/Contents {}", "[".repeat(DEEP)))])),
    ("pdf of objects", || pdf::pdf(&vec![b"<<>>".to_vec(); 400_000])),
    ("pdf of headers", || filled("%PDF-1.7\n", "1 0 obj <</Type/Page>> ", FULL / 2, "startxref 0 %%EOF")),
    ("pdf with tables in a loop", || {
        let mut file = pdf::sample();
        let start = file.windows(4).rposition(|four| four == b"xref").unwrap_or(0) - 5;
        file.extend(
            format!(
                "xref\n0 0\ntrailer <</Size 8/Root 1 0 R/Prev {0}/XRefStm {0}>>\nstartxref\n{0}\n%%EOF",
                file.len()
            )
            .bytes(),
        );
        file.extend(format!("\n{start}").bytes());
        file
    }),
    ("pdf with a table that claims 4294967295 objects", || {
        let file = String::from_utf8_lossy(&pdf::sample())
            .replace("xref\n0 8", "xref\n0 4294967295")
            .replace("/Size 8", "/Size 4294967295");
        file.into_bytes()
    }),
    ("pdf with odd boxes", || {
        instead(&[(
            3,
            "<</Type/Page/Parent 2 0 R/MediaBox[1e30 -1e30 0 0]/Rotate 45/UserUnit 0/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        )])
    }),
    ("pdf with nonsense of a password", || {
        String::from_utf8_lossy(&pdf::sample())
            .replace("/Root 1 0 R", "/Root 1 0 R/Encrypt<</Filter/Standard/V 4/R 4/O()/U()/P -1/Length 999999999>>")
            .into_bytes()
    }),
];

fn deflated(content: &[u8]) -> Vec<u8> {
    miniz_oxide::deflate::compress_to_vec_zlib(content, 6)
}

/// A stream object whose content is packed so many times.
fn packed(content: &[u8], times: usize, more: &str) -> Vec<u8> {
    let content = (0..times).fold(content.to_vec(), |content, _| deflated(&content));
    pdf::stream(&format!("/Filter[{}]{more}", "/FlateDecode".repeat(times)), &content)
}

const STREAMS: &[Bomb] = &[
    ("pdf with packed blanks", || page(packed(&filled("", " ", LARGE, ""), 1, ""), &[])),
    ("pdf with packed glyphs", || page(packed(&filled("BT /F1 9 Tf ", "<4E004E004E00> Tj ", LARGE, "ET"), 1, ""), &[])),
    ("pdf packed thrice", || page(packed(&filled("", "q Q ", LARGE, ""), 3, ""), &[])),
    ("pdf packed a hundred times", || page(packed(&pdf::content(), 100, ""), &[])),
    ("pdf with many packed contents", || {
        let contents: Vec<Vec<u8>> = vec![packed(&filled("", " ", LARGE / 4, ""), 1, ""); 40];
        let all: String = (8..48).map(|number| format!("{number} 0 R ")).collect();
        let mut objects = pdf::objects(pdf::stream("", b""));
        objects[2] = format!("<</Type/Page/MediaBox[0 0 595 842]/Contents[{all}]>>").into_bytes();
        pdf::pdf(&[objects, contents].concat())
    }),
    ("pdf with a predictor of 4294967295 columns", || {
        page(
            packed(
                &pdf::content(),
                1,
                "/DecodeParms<</Predictor 15/Columns 4294967295/Colors 4294967295/BitsPerComponent 4294967295>>",
            ),
            &[],
        )
    }),
    ("pdf with LZW nonsense", || {
        page(pdf::stream("/Filter/LZWDecode", &[0x80, 0x0B, 0x60, 0x50].repeat(1 << 20)), &[])
    }),
    ("pdf with runs", || page(pdf::stream("/Filter/RunLengthDecode", &[129, b' '].repeat(1 << 20)), &[])),
    ("pdf with z", || page(pdf::stream("/Filter/ASCII85Decode", &b"z".repeat(4 << 20)), &[])),
    ("pdf with packed characters", || {
        let mut objects = pdf::objects(pdf::stream("", &pdf::content()));
        objects[6] = packed(
            &filled("begincmap 9 beginbfrange ", "<0000> <FFFF> <4E00> ", LARGE / 4, "endbfrange endcmap"),
            1,
            "",
        );
        pdf::pdf(&objects)
    }),
    ("pdf with characters that are texts", || {
        let mut objects = pdf::objects(pdf::stream("", "BT /F1 9 Tf <4E00> Tj ET ".repeat(100_000).as_bytes()));
        objects[6] = packed(&filled("begincmap 1 beginbfchar <4E00> <", "4E00", 1 << 16, "> endbfchar endcmap"), 1, "");
        pdf::pdf(&objects)
    }),
    ("pdf with nested characters", || {
        let mut objects = pdf::objects(pdf::stream("", &pdf::content()));
        objects[6] = packed(&filled("begincmap 1 beginbfrange <0000> <FFFF> ", "[", DEEP, "endbfrange endcmap"), 1, "");
        pdf::pdf(&objects)
    }),
    ("pdf with packed objects that claim more", || {
        let objects = packed(
            &filled("", "9 0 ", LARGE / 8, "<<>>"),
            1,
            "/Type/ObjStm/N 4294967295/First 4294967295/Extends 8 0 R",
        );
        page(pdf::stream("", &pdf::content()), &[objects])
    }),
    ("pdf with a packed table that claims more", || {
        let claims = "/Type/XRef/Size 4294967295/Index[0 4294967295]/W[8 8 8]/Root 1 0 R";
        let mut file = b"%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 1 0 R>> endobj\n".to_vec();
        let start = file.len();
        file.extend(b"2 0 obj ");
        file.extend(packed(&vec![1; LARGE / 2], 1, claims));
        file.extend(format!("\nendobj\nstartxref\n{start}\n%%EOF").bytes());
        file
    }),
];

/// A report whose first section is the words that rules watch for, over and over, each with a number.
fn watched(end: &str) -> Vec<u8> {
    let words = gouji::rules::ALL.iter().flat_map(|rule| rule.watch);
    let piece: String = words.map(|word| format!("{word}3件{end}")).collect();
    let head = "云岭县水务局2024年政府信息公开工作年度报告\n一、总体情况\n";
    // A paragraph that ends behind the first two megabytes is not read at all.
    filled(head, &piece, 2000 << 10, "\n二、主动公开政府信息情况\n")
}

const TEXTS: &[Bomb] = &[
    ("text of words that rules watch for", || watched("")),
    ("sentences of words that rules watch for", || watched("。")),
    ("lines of words that rules watch for", || watched("\n")),
    ("rtf of braces", || filled("{\\rtf1 ", "{", FULL, "")),
    ("rtf of closing braces", || filled("{\\rtf1 ", "}", FULL, "")),
    ("rtf of text", || filled("{\\rtf1 ", "a", FULL, "}")),
    ("rtf of characters", || filled("{\\rtf1\\ansi ", "\\'d2\\'bb\\u19968?", FULL, "}")),
    ("rtf of paragraphs", || filled("{\\rtf1 ", "a\\par ", FULL, "}")),
    ("rtf of cells", || filled("{\\rtf1\\trowd\\intbl ", "a\\cell ", FULL, "\\row}")),
    ("rtf of rows", || filled("{\\rtf1 ", "\\trowd\\cellx1\\intbl a\\cell\\row ", FULL, "}")),
    ("rtf of rows that share 63 edges", || {
        let edges: String = (1..64).map(|n| format!("\\cellx{}", n * 100)).collect();
        filled(&format!("{{\\rtf1\\trowd{edges} "), "\\intbl a\\cell\\row ", FULL, "}")
    }),
    ("rtf of edges", || filled("{\\rtf1\\trowd ", "\\cellx1", FULL, "\\intbl a\\cell\\row}")),
    ("rtf of nested tables", || {
        filled("{\\rtf1 ", "\\itap2147483647\\nestcell\\nestrow{\\*\\nesttableprops\\trowd}", FULL / 4, "}")
    }),
    ("rtf of raw bytes that it has not", || {
        b"{\\rtf1 a\\bin4294967295 b\\bin-1 c\\bin99999999999999999999 d}".to_vec()
    }),
    ("rtf of fonts", || filled("{\\rtf1{\\fonttbl", "{\\f2147483647\\fcharset134 a;}", FULL / 4, "}a}")),
    ("rtf of ignored groups", || filled("{\\rtf1 ", "{\\*\\a{", FULL / 4, "")),
    ("mhtml of parts", || {
        filled(
            "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"a\"\r\n\r\n",
            "--a\r\nContent-Type: text/html\r\n\r\na\r\n",
            FULL / 2,
            "--a--",
        )
    }),
    ("mhtml without a boundary", || {
        filled("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"\"\r\n\r\n", "--\r\n", FULL / 2, "")
    }),
    ("mhtml of headers", || {
        filled("MIME-Version: 1.0\r\n", "Content-Type: multipart/mixed; boundary=a\r\n b\r\n", FULL / 2, "")
    }),
    ("mhtml of nested parts", || {
        filled(
            "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n",
            "--a\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n",
            FULL / 8,
            "",
        )
    }),
    ("mhtml of nested tables", || mhtml(&"<table><tr><td>".repeat(100_000), true)),
    ("html of nested tables", || filled("<html>", "<table><tr><td>", FULL / 8, "")),
    ("html of wide cells", || filled("<html><table>", "<tr><td rowspan=65534 colspan=1000>", FULL / 8, "")),
    ("ole of loops", || {
        // A table of sectors where each is its own next one, and all that the header names is sector 0.
        let mut file = vec![0; 512 * 40];
        file[..8].copy_from_slice(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
        file[24..32].copy_from_slice(&[0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0]);
        file[32] = 6;
        file[44] = 0xFF;
        file[56..60].copy_from_slice(&4096_u32.to_le_bytes());
        let name = "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0";
        file[1024..1024 + name.len()].copy_from_slice(name.as_bytes());
        file[1024 + 64] = 26;
        file[1024 + 66] = 2;
        file[1024 + 120..1024 + 124].fill(0xFF);
        file
    }),
];
