use super::*;

fn text(body: &str) -> String {
    read(
        format!("{{\\rtf1\\ansi\\ansicpg936\\deff0{{\\fonttbl{{\\f0\\fcharset134 \\'cb\\'ce\\'cc\\'e5;}}}}{body}}}")
            .as_bytes(),
    )
    .map(|document| document.text)
    .unwrap_or_default()
}

#[test]
fn characters_are_read_in_all_their_spellings() {
    assert_eq!(text(r"\'b1\'ed\u-26284?\uc2\u22235\'cb\'c4\uc1\par x\~y\_z\{1\}\emdash 2"), "表\u{9954}四\nx y-z{1}—2");
    assert_eq!(text(r"{\uc0\u20108}\u55360?\u56320?"), "二\u{20000}");
    // A sign of a Western font.
    assert_eq!(text(r"a\'b7 b"), "a· b");
}

#[test]
fn only_the_main_text_is_read() {
    let body = r"{\info{\title 题}}{\header 头}{\*\unknown 无}甲{\v 藏}{\deleted 删}{\field{\*\fldinst HYPERLINK}{\fldrslt 乙}}\par{\listtext\tab 一、\tab}丙\bin3 {{{\par{\pict 0123}丁";
    assert_eq!(
        text(
            &body
                .replace("甲", "\\u30002?")
                .replace("乙", "\\u20057?")
                .replace("丙", "\\u19993?")
                .replace("丁", "\\u19969?")
                .replace("一、", "\\u19968?\\u12289?")
        ),
        "甲乙\n一、丙\n丁"
    );
}

#[test]
fn headings_have_levels() {
    let document = read(br"{\rtf1 \pard\outlinelevel0 A\par\pard B\par}").unwrap();
    assert_eq!(document.paragraphs().map(|paragraph| paragraph.level).collect::<Vec<_>>(), [Some(1), None]);
}

const TABLE: &str = r"\trowd\trleft0\clvmgf\cellx1000\clmgf\cellx2000\clmrg\cellx3000\pard\intbl a\cell b\cell\cell\row
    \trowd\clvmrg\cellx1000\cellx2000\cellx3000 \intbl\cell c\par d\cell {e\cell\row}\pard f\par";

#[test]
fn tables_have_merged_cells() {
    let source = format!("{{\\rtf1 {TABLE}}}");
    let document = read(source.as_bytes()).unwrap();
    let table = document.tables().next().unwrap();
    let cells: Vec<_> =
        table.cells.iter().map(|c| (document.str(c.span), c.row, c.column, c.row_span, c.column_span)).collect();
    assert_eq!(cells, [("a", 0, 0, 2, 1), ("b", 0, 1, 1, 2), ("c d", 1, 1, 1, 1), ("e", 1, 2, 1, 1)]);
    let place = document.origin(table.cells[2].span);
    let Some(FilePlace::Paragraph { number: 5, start, end }) = place else { panic!("{place:?}") };
    assert_eq!(&source[start as usize..end as usize], "c");
}

#[test]
fn inner_tables_stand_in_their_cell() {
    let body = r"\trowd\cellx5000\pard\intbl x\par\pard\intbl\itap2 1\nestcell 2\nestcell{\*\nesttableprops\trowd\cellx900\cellx1800\nestrow}{\nonesttables\par}\pard\intbl y\cell\row";
    assert_eq!(text(body), "x\n| 1 | 2 |\ny");
}

#[test]
fn damaged_files_are_read_as_far_as_possible() {
    let whole =
        format!("{{\\rtf1\\ansicpg936{{\\fonttbl{{\\f0\\fcharset134 x;}}}}\\u19968?\\'b1\\'ed{TABLE}}}").into_bytes();
    for at in 1..whole.len() {
        let cut = read(&whole[..at]);
        assert!(cut.is_err() || !cut.unwrap().notes.is_empty(), "{at}");
        for change in [1, 2, 0x20, 0x80] {
            let mut damaged = whole.clone();
            damaged[at] ^= change;
            let _ = read(&damaged);
        }
    }
    let deep = [b"{\\rtf1 a".to_vec(), vec![b'{'; 1 << 16]].concat();
    assert_eq!(read(&deep).unwrap().text, "a");
    assert_eq!(read(br"{\rtf1}"), Err(ReadError::Empty));
}
