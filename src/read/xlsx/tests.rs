use super::*;
use crate::document::{Block, FilePlace};
use crate::read::zip::tests::stored;

/// A workbook with these sheets, each with its name, its state and what is in `sheetData` and behind it.
fn file(sheets: &[(&str, &str, &str)], strings: &str, styles: &str) -> Vec<u8> {
    let (mut list, mut relations) = (String::new(), String::new());
    for (n, (name, state, _)) in sheets.iter().enumerate() {
        list += &format!("<sheet name='{name}' sheetId='{n}' state='{state}' r:id='r{n}'/>");
        relations += &format!("<Relationship Id='r{n}' Type='http://x/worksheet' Target='worksheets/s{n}.xml'/>");
    }
    let book = format!("<workbook><sheets>{list}</sheets></workbook>");
    let relations = format!("<Relationships>{relations}</Relationships>");
    let mut parts = vec![
        ("xl/workbook.xml".to_owned(), book),
        ("xl/_rels/workbook.xml.rels".to_owned(), relations),
        ("xl/sharedStrings.xml".to_owned(), format!("<sst>{strings}</sst>")),
        ("xl/styles.xml".to_owned(), format!("<styleSheet>{styles}</styleSheet>")),
    ];
    for (n, (_, _, cells)) in sheets.iter().enumerate() {
        parts.push((format!("xl/worksheets/s{n}.xml"), format!("<worksheet><sheetData>{cells}</worksheet>")));
    }
    let parts: Vec<_> = parts.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    stored(&parts)
}

/// One sheet with a text in each place of these rows; nothing in empty ones.
fn sheet(rows: &[&[&str]], merged: &[&str]) -> String {
    let mut cells = String::new();
    for (r, row) in rows.iter().enumerate() {
        cells += &format!("<row r='{}'>", r + 1);
        for (c, text) in row.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            let place = format!("{}{}", char::from(b'A' + c as u8), r + 1);
            cells += &match text.parse::<f64>() {
                Ok(_) => format!("<c r='{place}'><v>{text}</v></c>"),
                Err(_) => format!("<c r='{place}' t='inlineStr'><is><t>{text}</t></is></c>"),
            };
        }
        cells += "</row>";
    }
    let merged: String = merged.iter().map(|area| format!("<mergeCell ref='{area}'/>")).collect();
    format!("{cells}</sheetData><mergeCells>{merged}</mergeCells>")
}

fn blocks(document: &Document) -> Vec<String> {
    let mut shown = Vec::new();
    for block in &document.blocks {
        match block {
            Block::Paragraph(paragraph) => shown.push(document.str(paragraph.span).to_owned()),
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

fn shown(rows: &[&[&str]], merged: &[&str]) -> Vec<String> {
    blocks(&read(&file(&[("Sheet1", "visible", &sheet(rows, merged))], "", "")).unwrap())
}

#[test]
fn tables_and_text_are_told_apart() {
    let rows: [&[&str]; 9] = [
        &["某镇2024年政府信息公开工作年度报告"],
        &["二、主动公开政府信息情况"],
        &["第二十条第（一）项"],
        &["信息内容", "制发", "废止"],
        &["规章", "0", "1"],
        &["三、收到和处理政府信息公开申请情况"],
        &["单位：件"],
        &["", "自然人", "总计"],
        &["新收", "", "7"],
    ];
    let wanted = [
        "某镇2024年政府信息公开工作年度报告",
        "二、主动公开政府信息情况",
        "[0:1x3:第二十条第（一）项]",
        "[0:信息内容][1:制发][2:废止]",
        "[0:规章][1:0][2:1]",
        "三、收到和处理政府信息公开申请情况",
        "单位：件",
        "[0:][1:自然人][2:总计]",
        "[0:新收][1:][2:7]",
    ];
    assert_eq!(shown(&rows, &["A1:C1", "A3:C3"]), wanted);
}

#[test]
fn a_blank_row_divides_unless_a_merged_cell_runs_over_it() {
    let rows: [&[&str]; 5] = [&["甲", "1"], &[], &["乙", "2"], &["", ""], &["丙", "3"]];
    let first = read(&file(&[("Sheet1", "visible", &sheet(&rows, &["A1:A3"]))], "", "")).unwrap();
    assert_eq!(blocks(&first), ["[0:3x1:甲][1:1]", "[1:]", "[1:2]", "[0:丙][1:3]"]);
    assert_eq!(first.tables().count(), 2);
    let places: Vec<_> = first.origins.iter().map(|origin| (first.str(origin.span), origin.at)).collect();
    let at = |row, column| FilePlace::Sheet { sheet: 0, row, column };
    assert_eq!(places[..4], [("甲", at(0, 0)), ("1", at(0, 1)), ("", at(1, 1)), ("2", at(2, 1))]);
}

#[test]
fn every_kind_of_value_is_read() {
    let strings = "<si><t>规章</t></si><si><r><rPr/><t>行政</t></r><r><t xml:space='preserve'>许可_x000D_\n（件）</t></r><rPh><t>xk</t></rPh></si>";
    let styles = "<numFmts><numFmt numFmtId='200' formatCode='0&quot;件&quot;'/></numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>\
        <cellXfs><xf numFmtId='0'/><xf numFmtId='200'/><xf numFmtId='31'/><xf numFmtId='2'/></cellXfs>";
    let cells = "<row><c t='s'><v>0</v></c><c t='s'><v>1</v></c><c s='1'><v>164</v></c><c s='2'><v>45296</v></c></row>\
        <row><c s='3'><f>A1*2</f><v>96171.600000000006</v></c><c t='b'><v>1</v></c><c t='e'><v>#REF!</v></c>\
        <c t='str'><f>x</f><v>文&amp;字</v></c><c t='s'><v>99</v></c></row></sheetData>";
    let document = read(&file(&[("甲", "visible", cells)], strings, styles)).unwrap();
    assert_eq!(
        blocks(&document),
        ["[0:规章][1:行政许可（件）][2:164件][3:2024年1月5日]", "[0:96171.6][1:TRUE][2:#REF!][3:文&字]"]
    );
    assert_eq!(document.sheets, ["甲"]);
}

#[test]
fn sheets_are_read_in_order() {
    let table = sheet(&[&["规章", "1"]], &[]);
    let own = sheet(&[&["三、收到和处理政府信息公开申请情况"], &["新收", "2"]], &[]);
    let name = "三、收到和处理政府信息公开申请情况";
    let sheets =
        [("二、主动公开政府信息情况", "visible", &*table), ("草稿", "hidden", &table), (name, "visible", &own)];
    let document = read(&file(&sheets, "", "")).unwrap();
    assert_eq!(blocks(&document), ["二、主动公开政府信息情况", "[0:规章][1:1]", name, "[0:新收][1:2]"]);
    assert_eq!(document.notes, ["工作表“草稿”是隐藏的，没有读取。"]);
    assert!(matches!(document.origins.last().unwrap().at, FilePlace::Sheet { sheet: 1, row: 1, column: 1 }));
}

#[test]
fn places_far_away_are_bounded() {
    let far = "<row r='1'><c r='A1'><v>1</v></c><c r='XFD1'><v>2</v></c></row>\
        <row r='1048576'><c r='B1048576'><v>3</v></c><c r='C1048576'><v>4</v></c></row></sheetData>\
        <mergeCells><mergeCell ref='A1:XFD1048576'/><mergeCell ref='B1048576:XFD1048576'/></mergeCells>";
    let document = read(&file(&[("甲", "visible", far)], "", "")).unwrap();
    assert!(document.notes.contains(&TOO_LONG.to_owned()));
    assert!(document.text.len() < 10 << 20);
    let long = format!("<si><t>{}</t></si>", "长".repeat(1 << 15));
    let cells = "<c t='s'><v>0</v></c>".repeat(2000) + "</sheetData>";
    let document = read(&file(&[("甲", "visible", &cells)], &long, "")).unwrap();
    assert!(document.text.len() < 17 << 20 && document.notes.contains(&TOO_LONG.to_owned()));
}

#[test]
fn nothing_to_read_is_told() {
    assert_eq!(read(&file(&[("甲", "visible", "</sheetData>")], "", "")).err(), Some(ReadError::Empty));
    let binary = stored(&[("xl/workbook.bin", b"")]);
    assert!(read(&binary).err().unwrap().to_string().contains(".xlsb"));
}

#[test]
fn no_damage_is_a_crash() {
    let cells = sheet(&[&["规章", "1.5"], &["许可", "2"]], &["A1:A2"]);
    let whole = file(&[("甲", "visible", &cells)], "<si><t>规_x000D_章</t></si>", "<xf numFmtId='14'/>");
    for at in 0..whole.len() {
        _ = read(&whole[..at]);
        for flipped in [1, 4, 0x20, 0x80, 0xFF] {
            let mut damaged = whole.clone();
            damaged[at] ^= flipped;
            _ = read(&damaged);
        }
    }
}
