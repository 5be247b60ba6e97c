use crate::document::Document;

/// The blocks of a text, one a line: a paragraph as it stands, a row of a table with its cells in brackets. Line breaks
/// inside of them are shown as ⏎.
fn shown(source: &str) -> Vec<String> {
    let document = super::read(source);
    let mut shown = Vec::new();
    for block in &document.blocks {
        match block {
            crate::document::Block::Paragraph(paragraph) => shown.push(document.str(paragraph.span).replace('\n', "⏎")),
            crate::document::Block::Table(table) => {
                assert!(!table.faithful);
                shown.extend((0..table.rows).map(|row| cells(&document, table.row(row))));
            }
        }
    }
    shown
}

fn cells(document: &Document, cells: &[crate::document::Cell]) -> String {
    cells.iter().map(|cell| format!("[{}]", document.str(cell.span).replace('\n', "⏎"))).collect()
}

/// A table three in small, as rows.
const ROWS: [&[&str]; 9] = [
    &["（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "申请人情况"],
    &["自然人", "法人或其他组织", "总计"],
    &["一、本年新收政府信息公开申请数量", "3", "1,204", "1207"],
    &["二、上年结转政府信息公开申请数量", "0", "/", "０"],
    &["三、本年度办理结果", "（一）予以公开", "2", "1", "3"],
    &["（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "0", "-1", "0"],
    &["（三）不予公开", "1.属于国家秘密", "0", "0", "0"],
    &["2.其他法律行政法规禁止公开", "0", "251000元", "0.5"],
    &["四、结转下年度继续办理", "0", "0", "0"],
];

/// A report around the table: headings and running text that must not become part of it.
fn report(table: impl IntoIterator<Item = String>) -> String {
    let table = table.into_iter().collect::<Vec<_>>().join("\n");
    format!(
        "镇2022年政府信息公开工作年度报告\n（一）主动公开\n公开12条。\n三、收到和处理政府信息公开申请情况\n{table}\n四、政府信息公开行政复议、行政诉讼情况\n（一）存在问题\n五、改进\n不足。"
    )
}

fn expected(rows: &[&[&str]]) -> Vec<String> {
    let rows = rows.iter().map(|row| row.iter().map(|cell| format!("[{cell}]")).collect());
    let before =
        ["镇2022年政府信息公开工作年度报告", "（一）主动公开", "公开12条。", "三、收到和处理政府信息公开申请情况"];
    let after = ["四、政府信息公开行政复议、行政诉讼情况", "（一）存在问题", "五、改进", "不足。"];
    before.map(str::to_owned).into_iter().chain(rows).chain(after.map(str::to_owned)).collect()
}

#[test]
fn every_layout_that_divides_cells_gives_the_same_table() {
    let layouts: [fn(&[&str]) -> String; 9] = [
        |row| row.join(" | ") + " |",
        |row| format!("| {} |", row.join(" | ")),
        |row| format!("|{}|", row.join("|")),
        |row| format!("｜{}｜", row.join("｜")),
        |row| format!("│ {} │", row.join(" │ ")),
        |row| row.join("\t"),
        |row| row.iter().map(|cell| format!("\"{cell}\"")).collect::<Vec<_>>().join("\t"),
        |row| row.iter().map(|cell| format!("\"{cell}\"")).collect::<Vec<_>>().join(","),
        |row| row.join("   "),
    ];
    for layout in layouts {
        let source = report(ROWS.iter().map(|row| layout(row)));
        assert_eq!(shown(&source), expected(&ROWS), "{source}");
    }
}

/// Spreadsheets give every line as many commas as the widest one has.
#[test]
fn commas_at_the_end_of_a_line_divide_empty_cells() {
    let source = "行政许可,46,,\n第二十条第（六）项,,,\n信息内容,本年处理决定数量,,\n行政处罚,3,1,\n行政强制,0,0,2";
    let rows = ["[行政许可][46][][]", "[第二十条第（六）项][][][]", "[信息内容][本年处理决定数量][][]"];
    assert_eq!(shown(source), [&rows[..], &["[行政处罚][3][1][]", "[行政强制][0][0][2]"]].concat());
}

#[test]
fn single_blanks_divide_the_rows_of_a_table() {
    assert_eq!(shown(&report(ROWS.iter().map(|row| row.join(" ")))), expected(&ROWS));
}

#[test]
fn one_cell_a_line() {
    let head: Vec<&str> = ROWS[..2].concat();
    let rows: Vec<&[&str]> = std::iter::once(&head[..]).chain(ROWS[2..].iter().copied()).collect();
    for between in ["\n", "\n\n", "\n \t\n", "\n\n\t\n"] {
        let source = report([ROWS.concat().join(between)]);
        assert_eq!(shown(&source), expected(&rows), "{source}");
    }
}

#[test]
fn one_cell_a_line_with_captions_and_short_rows() {
    let source = "二、主动公开政府信息情况\n第二十条第（一）项\n信息内容\n本年制发件数\n本年废止件数\n规章\n0\n1\n行政规范性文件\n2\n3\n\
                  第二十条第（五）项\n信息内容\n本年处理决定数量\n行政许可\n4";
    let rows = [
        "二、主动公开政府信息情况",
        "[第二十条第（一）项]",
        "[信息内容][本年制发件数][本年废止件数]",
        "[规章][0][1]",
        "[行政规范性文件][2][3]",
        "[第二十条第（五）项]",
        "[信息内容][本年处理决定数量]",
        "[行政许可][4]",
    ];
    assert_eq!(shown(source), rows);
}

#[test]
fn the_row_of_table_four_has_no_label() {
    let source = "行政复议\n行政诉讼\n结果维持\n其他结果\n总计\n结果维持\n其他结果\n总计\n1\n2\n3\n4\n5\n9";
    let head = "[行政复议][行政诉讼][结果维持][其他结果][总计][结果维持][其他结果][总计]";
    assert_eq!(shown(source), [head, "[1][2][3][4][5][9]"]);
}

#[test]
fn blank_lines_among_values_are_empty_cells() {
    let table = "（一）甲\n1\n2\n3\n（二）乙\n4\n\n6\n（三）丙\n\n8\n9\n（四）丁\n1\n2\n\n（五）戊\n\n\n\n（六）己\n1\n2\n3\n（七）庚\n\n\n3";
    let expected = [
        "[（一）甲][1][2][3]",
        "[（二）乙][4][][6]",
        "[（三）丙][][8][9]",
        "[（四）丁][1][2][]",
        "[（五）戊][][][]",
        "[（六）己][1][2][3]",
        "[（七）庚][][][3]",
    ];
    assert_eq!(shown(table), expected);
    assert_eq!(shown(&table.replace('\n', "\n\n")), expected);
}

#[test]
fn an_empty_cell_is_found_wherever_it_is() {
    const TABLES: [&[&[&str]]; 3] = [
        &[
            &["第二十条第（一）项"],
            &["信息内容", "本年制发件数", "本年废止件数"],
            &["规章", "0", "1"],
            &["行政规范性文件", "2", "3"],
            &["第二十条第（五）项"],
            &["信息内容", "本年处理决定数量"],
            &["行政许可", "4"],
            &["行政强制", "5"],
        ],
        &[
            &["申请人情况", "自然人", "法人", "总计"],
            &["一、本年新收", "3", "1", "4"],
            &["三、本年度办理结果", "（一）予以公开", "2", "1", "3"],
            &["（二）部分公开", "0", "1", "0"],
            &["四、结转下年度继续办理", "0", "0", "0"],
        ],
        &[&["行政复议", "行政诉讼", "维持", "其他", "总计", "维持", "其他", "总计"], &["1", "2", "3", "4", "5", "9"]],
    ];
    for (table, between) in TABLES.iter().flat_map(|table| [(table, "\n"), (table, "\n\n")]) {
        let cells: Vec<(usize, usize)> =
            (0..table.len()).flat_map(|row| (0..table[row].len()).map(move |at| (row, at))).collect();
        for (row, at) in cells.into_iter().filter(|&(row, at)| table[row][at].parse::<u8>().is_ok()) {
            let mut rows: Vec<Vec<&str>> = table.iter().map(|row| row.to_vec()).collect();
            rows[row][at] = "";
            let source = format!("前。\n{}\n五、改进", rows.concat().join(between));
            let rows = rows.iter().map(|row| row.iter().map(|cell| format!("[{cell}]")).collect::<String>());
            let expected: Vec<String> =
                ["前。".to_owned()].into_iter().chain(rows).chain(["五、改进".to_owned()]).collect();
            assert_eq!(shown(&source), expected, "{source}");
        }
    }
}

#[test]
fn blank_lines_between_rows_are_no_cells() {
    let source = "（一）甲\n1\n2\n\n（二）乙\n4\n5\n\n（三）丙\n6\n7";
    assert_eq!(shown(source), ["[（一）甲][1][2]", "[（二）乙][4][5]", "[（三）丙][6][7]"]);
}

#[test]
fn a_word_for_a_number_stays_in_its_row() {
    let source =
        "（一）甲\n1\n若干\n3\n（二）乙\n没有\n5\n6\n（三）丙\n7\n8\n许多\n（四）丁\n1\n2\n3\n（五）戊\n1\n2\n3";
    let expected =
        ["[（一）甲][1][若干][3]", "[（二）乙][没有][5][6]", "[（三）丙][7][8][许多]", "[（四）丁][1][2][3]"];
    assert_eq!(shown(source)[..4], expected);
}

#[test]
fn numbers_in_columns_leave_room_for_empty_cells() {
    let source = "规章         0     1     22\n规范性文件   3           4\n行政许可           5     6";
    assert_eq!(shown(source), ["[规章][0][1][22]", "[规范性文件][3][][4]", "[行政许可][][5][6]"]);
}

#[test]
fn upright_labels_are_one_cell() {
    let upright = "三\n、\n本\n年\n度\n结\n果";
    let cell = format!("[{}][（一）公开][0][1]", upright.replace('\n', "⏎"));
    for source in [
        format!("（零）无\t0\t1\n{upright}\t（一）公开\t0\t1\n（二）不\t2\t3"),
        format!("（零）无 | 0 | 1 |\n{upright} | （一）公开 | 0 | 1 |\n（二）不 | 2 | 3 |"),
        format!("| （零）无 | 0 | 1 |\n| {upright} | （一）公开 | 0 | 1 |\n| （二）不 | 2 | 3 |"),
        format!("（零）无\n0\n1\n{upright}\n（一）公开\n0\n1\n（二）不\n2\n3"),
        format!("（零）无\n\n0\n\n1\n\n{upright}\n\n（一）公开\n\n0\n\n1\n\n（二）不\n\n2\n\n3"),
    ] {
        assert_eq!(shown(&source), ["[（零）无][0][1]", &cell, "[（二）不][2][3]"], "{source}");
    }
}

#[test]
fn labels_broken_over_lines_are_one_cell() {
    let source = "三、本年度\n办理结果\n（二）部分公开（区分处理的，\n不计其他情形） 0 0 0\n（三）不予\n公开\n2.其他法律行政法规禁\n止公开 0 0 1";
    let expected = [
        "[三、本年度⏎办理结果]",
        "[（二）部分公开（区分处理的，⏎不计其他情形）][0][0][0]",
        "[（三）不予⏎公开]",
        "[2.其他法律行政法规禁⏎止公开][0][0][1]",
    ];
    assert_eq!(shown(source), expected);
    let quoted = "\"三、本年度\n办理结果\"\t（一）公开\t0\n\t（二）不\t1";
    assert_eq!(shown(quoted), ["[三、本年度⏎办理结果][（一）公开][0]", "[][（二）不][1]"]);
}

#[test]
fn a_broken_label_at_either_end_of_a_table() {
    let source = "（三）不予\n公开\n1.属于秘密 0 0 1\n2.其他法律行政法规禁止\n公开的信息 0 0 1";
    let expected = ["[（三）不予⏎公开]", "[1.属于秘密][0][0][1]", "[2.其他法律行政法规禁止⏎公开的信息][0][0][1]"];
    assert_eq!(shown(source), expected);
}

#[test]
fn headings_end_every_layout() {
    for (divided, heading) in [
        ("规章\t0\n许可\t1", "三、收到和处理政府信息公开申请情况\t\t"),
        ("| 规章 | 0 |\n| 许可 | 1 |", "| 三、收到和处理政府信息公开申请情况 |  |"),
        ("规章,0,1\n许可,1,2", "三、收到和处理政府信息公开申请情况"),
        ("规章\n0\n1\n许可\n1\n2", "三、收到和处理政府信息公开申请情况"),
        ("规章 0 1\n许可 1 2", "三、申请的处理"),
    ] {
        let source = format!("{divided}\n{heading}\n{divided}");
        let shown = shown(&source);
        assert_eq!(shown.len(), 5, "{shown:?}");
        assert_eq!(shown[2], heading.trim_matches(['|', '\t', ' ']), "{shown:?}");
    }
}

#[test]
fn merged_cells_stay_empty_and_delimiters_go() {
    let source = "第二十条第(一)项 | ||||\n信息内容 | 本年新 | | |\n|---|:--|--:|\n规章 | 0 || 0 |\n\n- 3 -\n\n许可<br>二 | | 1 |";
    let expected = ["[第二十条第(一)项][][][][]", "[信息内容][本年新][][]", "[规章][0][][0]", "[许可 二][][1]"];
    assert_eq!(shown(source), expected);
}

#[test]
fn a_caption_alone_in_its_line_belongs_to_the_table() {
    let source = "二、主动公开政府信息情况\n第二十条第（一）项\n规章\t0\n第二十条第（五）项\n\n行政许可\t1\n注：无";
    let expected = [
        "二、主动公开政府信息情况",
        "[第二十条第（一）项]",
        "[规章][0]",
        "[第二十条第（五）项]",
        "[行政许可][1]",
        "注：无",
    ];
    assert_eq!(shown(source), expected);
}

#[test]
fn running_text_is_no_table() {
    for line in [
        "来源：镇政府 | 发布时间：2022-01-12 | 字号：大 中 小",
        "联系电话：0570—1 | 传真",
        "\t根据《条例》，\t公开信息。",
        "机构职能0条,领导信息0条,工作进展104条",
        "2021\n2020\n2019",
        "六、其他需要报告的事项\n无",
        "行政许可 3",
        "一、总体情况\n（一）主动公开\n1.公开\n2.解读\n二、主动公开政府信息情况",
    ] {
        assert_eq!(shown(line).join("\n"), line.trim(), "{line}");
    }
}

#[test]
fn text_broken_at_a_fixed_width_is_joined() {
    let line = "花桥镇认真贯彻落实《条例》以及上级统一部署，不断健全政务信息";
    let joined = format!("{line}{line}公开。");
    let source = format!(
        "一、总体情况\n{line}\n{line}\n公开。\n{line}\n（一）主动公开\n\u{3000}\u{3000}{line}\n{line}\n公开。\n\u{3000}\u{3000}{line}"
    );
    assert_eq!(shown(&source), ["一、总体情况", &joined, line, "（一）主动公开", &joined, line]);
}

#[test]
fn lines_of_different_length_are_paragraphs() {
    let lines = ["甲".repeat(30), "乙".repeat(45), "丙".repeat(28), "丁".repeat(60), "戊".repeat(38), "己".repeat(30)];
    assert_eq!(shown(&lines.join("\n")), lines);
}

#[test]
fn marks_of_markdown_are_not_text() {
    let document = super::read("## 一、总体情况\n**二、主动公开**\n#号 正文");
    let shown: Vec<_> = document.paragraphs().map(|p| (document.str(p.span), p.level)).collect();
    assert_eq!(shown, [("一、总体情况", Some(2)), ("二、主动公开", None), ("#号 正文", None)]);
}

#[test]
fn what_markdown_borrows_from_web_pages_is_no_text_but_what_was_left_in_prose_is() {
    assert_eq!(shown("&nbsp;&nbsp;一是加强领导。<br>\n"), ["一是加强领导。"]);
    assert_eq!(shown("一是加强领导。&nbsp;二是完善制度。\n"), ["一是加强领导。&nbsp;二是完善制度。"]);
    assert!(!shown("| 甲<br>乙 | 1&nbsp; |\n|---|---|\n| 丙 | 2 |\n").concat().contains(['<', '&']));
}
