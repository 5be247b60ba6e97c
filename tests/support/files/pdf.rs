//! PDF files by hand, uncompressed, so that a test can break each part of them.

/// A file of these objects, numbered from 1; the first is the catalogue.
pub fn pdf(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n".to_vec();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (number, object) in objects.iter().enumerate() {
        table += &format!("{:010} 00000 n \n", file.len());
        file.extend(format!("{} 0 obj\n", number + 1).bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    let start = file.len();
    let trailer = format!("trailer\n<</Size {}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1);
    file.extend(table.bytes());
    file.extend(trailer.bytes());
    file
}

/// An object that is a stream, with these entries besides its length.
pub fn stream(entries: &str, content: &[u8]) -> Vec<u8> {
    let head = format!("<<{entries}/Length {}>>\nstream\n", content.len());
    [head.as_bytes(), content, b"\nendstream"].concat()
}

/// The objects of a file with one page: catalogue, pages, page, content, font, descendant font, characters. What is
/// added stands from object 8 on.
pub fn objects(content: Vec<u8>) -> Vec<Vec<u8>> {
    let text = |text: &str| text.as_bytes().to_vec();
    vec![
        text("<</Type/Catalog/Pages 2 0 R>>"),
        text("<</Type/Pages/Kids[3 0 R]/Count 1>>"),
        text(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>/XObject<</X 8 0 R/Y 9 0 R>>>>>>",
        ),
        content,
        text("<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 7 0 R>>"),
        text(
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/Song/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000>>",
        ),
        stream(
            "",
            b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n\
              1 begincodespacerange <0000> <FFFF> endcodespacerange\n\
              2 beginbfrange <0000> <7FFF> <0000> <8000> <D7FF> <8000> endbfrange endcmap end end",
        ),
    ]
}

/// The content of a page: a heading, a paragraph, and a ruled table with a merged cell.
pub fn content() -> Vec<u8> {
    let mut content = String::new();
    let mut show = |x: usize, y: usize, text: &str| {
        let codes: String = text.encode_utf16().map(|code| format!("{code:04X}")).collect();
        content += &format!("BT /F1 12 Tf 1 0 0 1 {x} {y} Tm <{codes}> Tj ET\n");
    };
    show(60, 780, "青石镇人民政府2024年政府信息公开工作年度报告");
    show(60, 750, "二、主动公开政府信息情况");
    let rows = ["第二十条第（一）项", "信息内容", "规章", "行政规范性文件"];
    for (row, label) in rows.iter().enumerate() {
        let y = 700 - 24 * row;
        show(64, y, label);
        let cells = [["", "", ""], ["本年制发件数", "本年废止件数", "现行有效件数"], ["0", "0", "0"], ["2", "1", "9"]];
        cells[row].iter().enumerate().for_each(|(column, cell)| show(190 + 120 * column, y, cell));
    }
    for row in 0..=4 {
        content += &format!("60 {0} m 540 {0} l S\n", 716 - 24 * row);
    }
    for x in [60, 180, 300, 420, 540] {
        content += &format!("{x} 620 m {x} {} l S\n", if x == 60 || x == 540 { 716 } else { 692 });
    }
    content.into_bytes()
}

/// The file of the page.
pub fn sample() -> Vec<u8> {
    pdf(&objects(stream("", &content())))
}
