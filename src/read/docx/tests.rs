use super::*;
use crate::document::{Block, FilePlace};
use crate::read::zip::tests::stored;

const SPACE: &str = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'";

fn document(body: &str) -> String {
    ["<?xml version='1.0'?><w:document ", SPACE, "><w:body>", body, "<w:sectPr/></w:body></w:document>"].concat()
}

fn file(body: &str, styles: &str, numbering: &str) -> Vec<u8> {
    stored(&[
        ("word/document.xml", document(body).as_bytes()),
        ("word/styles.xml", ["<w:styles>", styles, "</w:styles>"].concat().as_bytes()),
        ("word/numbering.xml", ["<w:numbering>", numbering, "</w:numbering>"].concat().as_bytes()),
    ])
}

/// The blocks of a document, one a line: paragraphs with `#` for each level of a heading, rows with cells in brackets and
/// what they cover.
fn blocks(document: &Document) -> Vec<String> {
    let mut shown = Vec::new();
    for block in &document.blocks {
        match block {
            Block::Paragraph(paragraph) => {
                let marks = "#".repeat(usize::from(paragraph.level.unwrap_or(0)));
                shown.push(marks + document.str(paragraph.span));
            }
            Block::Table(table) => shown.extend((0..table.rows).map(|row| {
                let cell = |cell: &crate::document::Cell| {
                    let spans = match (cell.row_span, cell.column_span) {
                        (1, 1) => String::new(),
                        (rows, columns) => format!("{rows}x{columns}:"),
                    };
                    format!("[{}:{spans}{}]", cell.column, document.str(cell.span))
                };
                table.row(row).iter().map(cell).collect()
            })),
        }
    }
    shown
}

fn shown(body: &str) -> Vec<String> {
    blocks(&read(&file(body, "", "")).unwrap())
}

fn p(text: &str) -> String {
    ["<w:p><w:r><w:t xml:space='preserve'>", text, "</w:t></w:r></w:p>"].concat()
}

fn cell(properties: &str, text: &str) -> String {
    ["<w:tc><w:tcPr>", properties, "</w:tcPr>", &p(text), "</w:tc>"].concat()
}

#[test]
fn runs_are_joined_and_what_is_not_shown_is_left_out() {
    let body = "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>甲</w:t></w:r>\
        <w:ins><w:r><w:t>乙</w:t></w:r></w:ins><w:del><w:r><w:delText>删</w:delText><w:t>删</w:t></w:r></w:del>\
        <w:moveFrom><w:r><w:t>移</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>丙</w:t></w:r></w:moveTo>\
        <w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>丁</w:t></w:r>\
        <w:r><w:rPr><w:b/><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>戊</w:t></w:r>\
        <w:r><w:commentReference w:id='1'/><w:footnoteReference w:id='2'/></w:r>\
        <w:hyperlink><w:r><w:t>己</w:t></w:r></w:hyperlink><w:sdt><w:sdtPr><w:t>否</w:t></w:sdtPr><w:sdtContent>\
        <w:r><w:t>庚</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t>3</w:t><w:noBreakHyphen/><w:t>4</w:t>\
        <w:sym w:font='宋体' w:char='2460'/><w:sym w:font='Wingdings' w:char='F0FC'/><w:tab/><w:t>&lt;5&gt;</w:t></w:r>\
        <w:r><w:ruby><w:rt><w:r><w:t>xīn</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>辛</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>";
    assert_eq!(shown(body), ["甲乙丙丁戊己庚3-4① <5>辛"]);
}

#[test]
fn fields_show_their_result() {
    let mark = |kind: &str| format!("<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>");
    let (begin, separate, end) = (mark("begin"), mark("separate"), mark("end"));
    let body = format!(
        "<w:p>{begin}<w:r><w:instrText>=SUM(</w:instrText></w:r>{begin}<w:r><w:t>内</w:t></w:r>{separate}<w:r><w:t>内</w:t></w:r>\
         {end}{separate}<w:r><w:t>38</w:t></w:r>{end}<w:fldSimple w:instr='PAGE'><w:r><w:t>件</w:t></w:r></w:fldSimple></w:p>\
         <w:p>{begin}<w:r><w:instrText>坏</w:instrText></w:r></w:p>{}",
        p("其后照读")
    );
    assert_eq!(shown(&body), ["38件", "其后照读"]);
}

#[test]
fn a_line_break_divides_paragraphs_and_not_cells() {
    let lines = "<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:cr/><w:t>丙</w:t></w:r></w:p>";
    assert_eq!(shown(lines), ["甲", "乙", "丙"]);
    let table = format!("<w:tbl><w:tr><w:tc>{lines}{}{}</w:tc>{}</w:tr></w:tbl>", p("a"), p("b"), cell("", "7"));
    assert_eq!(shown(&table), ["[0:甲乙丙 a b][1:7]"]);
}

#[test]
fn a_deleted_end_joins_paragraphs() {
    let mark = "<w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>";
    let body = format!("<w:p>{mark}<w:r><w:t>一、总体</w:t></w:r></w:p>{}", p("情况"));
    assert_eq!(shown(&body), ["一、总体情况"]);
}

#[test]
fn merged_cells_keep_their_spans() {
    let down = |kind: &str| format!("<w:vMerge w:val='{kind}'/>");
    let rows = [
        cell("<w:gridSpan w:val='2'/><w:vMerge w:val='restart'/>", "三")
            + &cell(&down("restart"), "甲")
            + &cell("", "1"),
        cell("<w:gridSpan w:val='2'/><w:vMerge/>", "不看") + &cell(&down("continue"), "") + &cell("", "2"),
        "<w:trPr><w:gridBefore w:val='2'/></w:trPr>".to_owned() + &cell(&down("restart"), "") + &cell("", "3"),
        "<w:trPr><w:del w:id='1'/></w:trPr>".to_owned() + &cell(&down("restart"), "删") + &cell("", "9"),
        cell(&down("continue"), "无上") + &cell("", "") + &cell("", "4") + &cell("", "5"),
    ];
    let table = ["<w:tbl><w:tblGrid/><w:tr>", &rows.join("</w:tr><w:tr>"), "</w:tr></w:tbl>"].concat();
    let wanted = ["[0:2x2:三][2:2x1:甲][3:1]", "[3:2]", "[2:][3:3]", "[0:无上][1:][2:4][3:5]"];
    assert_eq!(shown(&table), wanted);
}

#[test]
fn a_table_that_only_lays_out_a_page_is_none() {
    let inner = ["<w:tbl><w:tr>", &cell("", "规章"), &cell("", "1"), "</w:tr></w:tbl>"].concat();
    let frame =
        ["<w:tbl><w:tr><w:tc>", &p("二、主动公开政府信息情况"), &inner, &p(""), "</w:tc></w:tr></w:tbl>"].concat();
    assert_eq!(shown(&frame), ["二、主动公开政府信息情况", "[0:规章][1:1]"]);
}

#[test]
fn text_boxes_are_read_once_behind_their_paragraph() {
    let text_box = |text: &str| ["<w:txbxContent>", &p(text), "</w:txbxContent>"].concat();
    let body = format!(
        "<w:p><w:r><w:t>前</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><a:t>画</a:t>{}\
         </w:drawing></mc:Choice><mc:Fallback><w:pict>{}</w:pict></mc:Fallback></mc:AlternateContent></w:r>\
         <w:r><w:t>后</w:t></w:r></w:p>{}",
        text_box("框"),
        text_box("框"),
        p("末")
    );
    let document = read(&file(&body, "", "")).unwrap();
    assert_eq!(blocks(&document), ["前后", "框", "末"]);
    let numbers = document.origins.iter().map(|origin| match origin.at {
        FilePlace::Paragraph { number, .. } => number,
        _ => 0,
    });
    assert_eq!(numbers.collect::<Vec<_>>(), [1, 2, 3]);
}

#[test]
fn numbers_are_counted_as_word_counts_them() {
    let level = |at: usize, format: &str, text: &str, more: &str| {
        format!(
            "<w:lvl w:ilvl='{at}'><w:start w:val='1'/><w:numFmt w:val='{format}'/>{more}<w:lvlText w:val='{text}'/></w:lvl>"
        )
    };
    let numbering = [
        "<w:abstractNum w:abstractNumId='7'>",
        &level(0, "chineseCounting", "%1、", "<w:pStyle w:val='h1'/>"),
        &level(1, "japaneseCounting", "（%2）", "<w:pStyle w:val='h2'/>"),
        &level(2, "decimal", "%1.%2.%3", "<w:isLgl/>"),
        "</w:abstractNum><w:abstractNum w:abstractNumId='8'>",
        &level(0, "bullet", "●", ""),
        &level(1, "decimalEnclosedCircle", "%2", "<w:suff w:val='nothing'/>"),
        "</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='7'/></w:num>",
        "<w:num w:numId='2'><w:abstractNumId w:val='7'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride></w:num>",
        "<w:num w:numId='3'><w:abstractNumId w:val='8'/></w:num>",
    ]
    .concat();
    let styles = "<w:style w:type='paragraph' w:styleId='h1'><w:name w:val='heading 1'/><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>\
        <w:style w:type='paragraph' w:styleId='h2'><w:basedOn w:val='h1'/><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr><w:outlineLvl w:val='1'/></w:pPr></w:style>\
        <w:style w:type='paragraph' w:styleId='own'><w:basedOn w:val='h1'/></w:style>";
    let by_style = |style: &str, text: &str| {
        format!("<w:p><w:pPr><w:pStyle w:val='{style}'/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
    };
    let direct = |list: usize, level: usize, text: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list}'/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
        )
    };
    let body = [
        by_style("h1", "总体情况"),
        by_style("h2", "主动公开"),
        by_style("h2", "依申请公开"),
        direct(1, 2, "收件"),
        by_style("own", "主动公开情况"),
        by_style("h2", "又一"),
        direct(3, 0, "点"),
        direct(3, 1, "圈"),
        "<w:p><w:pPr><w:pStyle w:val='h1'/><w:numPr><w:numId w:val='0'/></w:numPr></w:pPr><w:r><w:t>不编号</w:t></w:r></w:p>".to_owned(),
        direct(2, 0, "另起"),
        direct(2, 0, "接着"),
    ];
    let document = read(&file(&body.concat(), styles, &numbering)).unwrap();
    let wanted = [
        "#一、总体情况",
        "##（一）主动公开",
        "##（二）依申请公开",
        "1.2.1 收件",
        "#二、主动公开情况",
        "##（一）又一",
        "点",
        "①圈",
        "#不编号",
        "五、另起",
        "六、接着",
    ];
    assert_eq!(blocks(&document), wanted);
}

#[test]
fn every_paragraph_keeps_its_place() {
    let body = format!("{}<w:p/><w:tbl><w:tr>{}{}</w:tr></w:tbl>{}", p("甲"), cell("", ""), cell("", "乙"), p("丙"));
    let source = document(&body);
    for mark in ["", "\u{FEFF}"] {
        let part = format!("{mark}{source}");
        let document = read(&stored(&[("word/document.xml", part.as_bytes())])).unwrap();
        let places = document.origins.iter().map(|origin| match origin.at {
            FilePlace::Paragraph { number, start, end } => {
                let element = &part[start as usize..end as usize];
                assert!(element.starts_with("<w:p>") && element.ends_with("</w:p>"), "{element}");
                assert!(element.contains(document.str(origin.span)));
                (number, document.str(origin.span).to_owned())
            }
            _ => panic!(),
        });
        let wanted = [(1, "甲"), (3, ""), (4, "乙"), (5, "丙")].map(|(number, text)| (number, text.to_owned()));
        assert_eq!(places.collect::<Vec<_>>(), wanted);
    }
    let utf16: Vec<u8> = source.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(blocks(&read(&stored(&[("word/document.xml", &utf16)])).unwrap()), ["甲", "[0:][1:乙]", "丙"]);
}

#[test]
fn an_object_of_another_program_is_told() {
    let body = p("甲") + "<w:p><w:r><w:object><o:OLEObject ProgID='Excel.Sheet.12'/></w:object></w:r></w:p>";
    assert_eq!(read(&file(&body, "", "")).unwrap().notes, [body::OBJECT]);
}

#[test]
fn nothing_to_read_is_told() {
    assert_eq!(read(&file("<w:p/>", "", "")).err(), Some(ReadError::Empty));
    assert_eq!(read(&stored(&[("word/other.xml", b"")])).err(), Some(ReadError::Damaged(Kind::Docx)));
    assert_eq!(read(&stored(&[("word/document.xml", b"<w:document")])).err(), Some(ReadError::Damaged(Kind::Docx)));
}

#[test]
fn no_damage_is_a_crash_and_what_is_left_is_read() {
    let table =
        ["<w:tbl><w:tr>", &cell("<w:vMerge w:val='restart'/>", "规章"), &cell("", "1"), "</w:tr></w:tbl>"].concat();
    let whole = file(&[p("甲"), table, p("乙")].concat(), "<w:style w:styleId='a'/>", "<w:num w:numId='1'/>");
    for at in 0..whole.len() {
        _ = read(&whole[..at]);
        for flipped in [1, 0x20, 0x80, 0xFF] {
            let mut damaged = whole.clone();
            damaged[at] ^= flipped;
            _ = read(&damaged);
        }
    }
    let source = document(&[p("甲"), p("乙"), p("丙")].concat());
    let cut = &source[..source.find("丙").unwrap()];
    let document = read(&stored(&[("word/document.xml", cut.as_bytes())])).unwrap();
    assert_eq!(blocks(&document), ["甲", "乙"]);
    assert_eq!(document.notes, [DAMAGED]);
}
