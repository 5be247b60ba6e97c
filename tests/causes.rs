//! One cause, one finding: what one slip of the pen makes several rules see is told once.
mod example;

use example::{expand, unmark};
use gouji::{finding::Severity, read::read_str};

/// The codes and severities of all findings on an example.
fn found(example: &str) -> Vec<(&'static str, Severity)> {
    codes(&unmark(&expand(example)).0)
}

fn codes(text: &str) -> Vec<(&'static str, Severity)> {
    let doc = read_str(text).unwrap_or_else(|error| panic!("{error}"));
    gouji::check(&doc).findings.iter().map(|finding| (finding.rule.code, finding.severity)).collect()
}

#[test]
fn a_negative_number_that_the_sums_put_right_is_told_once() {
    let example = "【表三：一、本年新收政府信息公开申请数量=-1,1,0,0,0,0,4；（一）予以公开=3,1,0,0,0,0,4；（七）总计=3,1,0,0,0,0,4】";
    assert_eq!(found(example), [("T101", Severity::Error)]);
    assert_eq!(found("【表二：行政许可=-1】"), [("V107", Severity::Error)]);
}

#[test]
fn a_table_of_zeros_is_told_once_for_all_numbers_of_the_text() {
    let text = "2024年，收到政府信息公开申请5件，上年结转1件，办结4件，结转下年度2件。\n";
    assert_eq!(found(&format!("{text}【表三】")), [("V102", Severity::Warning)]);
    // One number may as well be wrong itself.
    assert_eq!(found("2024年，收到政府信息公开申请5件。\n【表三】"), [("X101", Severity::Warning)]);
}

/// The text agrees with what is written; that this is wrong is told of the cell.
#[test]
fn a_number_that_the_text_has_from_a_wrong_cell_is_told_once() {
    let table = "【表三：一、本年新收政府信息公开申请数量=3,1,0,0,0,0,6；（一）予以公开=3,1,0,0,0,0,4；（七）总计=3,1,0,0,0,0,4】";
    let text = |told: u8| format!("2024年，收到政府信息公开申请{told}件。\n{table}");
    assert_eq!(found(&text(6)), [("T101", Severity::Error)]);
    assert_eq!(found(&text(4)), [("T101", Severity::Error)]);
    let doc = read_str(&unmark(&expand(&text(5))).0).unwrap_or_else(|error| panic!("{error}"));
    let messages: Vec<_> = gouji::check(&doc).findings.into_iter().map(|finding| finding.message).collect();
    assert!(messages.iter().any(|message| message.contains("正文为 5，表格按勾稽关系应为 4")), "{messages:?}");
}

#[test]
fn a_blank_table_is_told_once() {
    let (table, _) = unmark(&expand("【表三】"));
    assert_eq!(codes(&table.replace("| 0", "| ")), [("V102", Severity::Error)]);
    let text = "2024年，收到政府信息公开申请5件，办结4件，结转下年度1件。\n";
    assert_eq!(codes(&format!("{text}{}", table.replace("| 0", "| "))), [("V102", Severity::Error)]);
}

/// Editors take tabs off the ends of lines, and the blank cells with them.
#[test]
fn blanks_at_the_end_of_a_row_with_tabs_are_a_doubt() {
    let (table, _) = unmark(&expand("【表四】"));
    let tabs = |table: &str| table.replace(" | ", "\t").replace("| ", "").replace(" |", "");
    assert_eq!(codes(&tabs(&table)), []);
    let tabs = tabs(&table);
    let cut = tabs.trim_end().strip_suffix("\t0").unwrap_or_default();
    assert_eq!(codes(cut), [("S303", Severity::Warning)]);
}

/// What is missing from a file that could not be read whole may stand in the rest of it.
#[test]
fn a_file_that_was_not_read_whole_is_not_accused_of_what_is_missing() {
    let (text, _) = unmark(&expand("【标题】\n【前言】\n【一】"));
    let mut doc = read_str(&text).unwrap_or_else(|error| panic!("{error}"));
    let errors =
        |doc: &_| gouji::check(doc).findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    assert!(errors(&doc) > 0);
    doc.incomplete = true;
    assert_eq!(errors(&doc), 0);
}

/// What one rule says in the same words is one finding, with a fix for all places.
#[test]
fn a_habit_is_told_once_with_all_its_places() {
    let text = "收到申请24件，。按期办结24件、。结转0件。。";
    let doc = read_str(text).unwrap_or_else(|error| panic!("{error}"));
    let codes: Vec<_> = gouji::check(&doc).findings.iter().map(|finding| finding.rule.code).collect();
    assert_eq!(codes, ["S101"], "of what is no report nothing else is told");
    let doc =
        read_str(&format!("青石镇2024年政府信息公开工作年度报告\n{text}")).unwrap_or_else(|error| panic!("{error}"));
    let findings = gouji::check(&doc).findings;
    let marks: Vec<_> = findings.iter().filter(|finding| finding.rule.code == "W107").collect();
    assert_eq!(marks.iter().map(|finding| finding.places.len()).collect::<Vec<_>>(), [2, 1], "{marks:#?}");
    assert!(marks[0].message.ends_with("（共 2 处）"), "{marks:#?}");

    let doc = read_str("申请人张三，手机13812345678。另一申请人李四，手机13912345678。")
        .unwrap_or_else(|error| panic!("{error}"));
    let findings = gouji::check(&doc).findings;
    let phones: Vec<_> = findings.iter().filter(|finding| finding.rule.code == "P102").collect();
    assert_eq!((phones.len(), phones[0].places.len(), phones[0].fixes.len()), (1, 2, 1), "{phones:#?}");
    assert_eq!(phones[0].fixes[0].edits.len(), 2, "one fix mends all places");
}

/// A number that cannot be right is the cause of what contradicts it.
#[test]
fn what_rests_on_a_wrong_number_is_not_told_beside_it() {
    let text = "2024年，制发行政规范性文件5件。\n【表二：行政规范性文件=-2,0,9】";
    assert_eq!(found(text), [("V107", Severity::Error)]);
    let text = "2024年，现行有效行政规范性文件12件。\n【表二：行政规范性文件=5,0,2】";
    assert_eq!(found(text), [("V202", Severity::Warning)]);
}

/// A fix that writes the words anew mends what is wrong inside them.
#[test]
fn what_the_fix_of_another_finding_mends_is_not_told_beside_it() {
    let report = "【标题】\n【前言】\n一、总体总体情况\n【二】\n【三】\n【四】\n【五】\n【六】";
    let codes: Vec<_> = found(report).into_iter().map(|(code, _)| code).collect();
    assert!(codes.contains(&"S203") && !codes.contains(&"W104"), "{codes:?}");
}

/// Of a title with two years it is not known which is right, so that nothing is measured by one of them.
#[test]
fn a_title_with_two_years_is_told_once() {
    let text = "2023青石镇人民政府2024年政府信息公开工作年度报告\n2024年，我镇公开信息8条。2024年，我镇开展培训2次。\n【表三】";
    assert_eq!(found(text), [("S105", Severity::Warning)]);
}
