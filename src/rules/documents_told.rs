use super::*;
use crate::{form::Labelled, text::number::figures};

rule! {
    /// 正文的行政规范性文件数与表格不一致
    ///
    /// 正文说制发、废止、现行有效行政规范性文件多少件的，应与表二一致。“政策性文件”“规范性文件公开多少条”等不是同一件事，不比较。
    ///
    /// ## 依据
    /// 国办公开办函〔2021〕30号所附格式；审核惯例
    ///
    /// ## 怎么改
    /// 核对文件目录，改正写错的一处；口径不同的，在正文里说明。
    ///
    /// ```bad
    /// 2024年，本机关制发行政规范性文件⟦4⟧件。
    /// 【表二：行政规范性文件=3,0,9】
    /// ```
    /// ```good
    /// 2024年，本机关制发行政规范性文件3件，现行有效行政规范性文件9件，公开政策性文件11件。
    /// 【表二：行政规范性文件=3,0,9】
    /// ```
    X109 "documents-told" Warning
    watch &["行政规范性文件"]
}

/// Words right before 行政规范性文件 that say what was done, and the columns that count it.
const COLUMNS: [(&str, &[&str]); 3] = [
    ("本年制发件数", &["制发", "制定", "新制发", "新制定", "出台", "制定出台", "印发", "制定印发"]),
    ("本年废止件数", &["废止", "宣布废止", "宣布失效"]),
    ("现行有效件数", &["现行有效", "现行有效的"]),
];

fn check(report: &Report, found: &mut Vec<Finding>) {
    let Some((table, row)) = report.table("二").and_then(|table| Some((table, table.row("行政规范性文件")?))) else {
        return;
    };
    for (_, word) in seen(report, &RULE).filter(|(_, word)| report.section_at(word.start) != Some("五")) {
        let text = &report.doc.text;
        let before = text[..word.start].trim_end();
        let column = COLUMNS.iter().find(|(_, verbs)| verbs.iter().any(|verb| before.ends_with(verb)));
        let behind: String = text[word.end..].chars().take_while(|c| !"，,。；;、（(\n".contains(*c)).take(8).collect();
        let [figure] = figures(&behind, word.end)[..] else { continue };
        let (Some((name, _)), Some(told)) = (column, figure.value.as_i64()) else { continue };
        if figure.whole.start > word.end + '共'.len_utf8() || !["件", "份", "部"].contains(&figure.unit) || figure.approximate {
            continue;
        }
        let Some(column) = table.form.columns(row).iter().position(|column| column.label() == *name) else { continue };
        let (Some(cell), Some(number)) = (table.cell(row, column), table.number(row, column)) else { continue };
        // A blank is told as one.
        if number != told && !cell.value.is_blank() {
            let message = format!("行政规范性文件{name}：正文为 {told}，表格为 {number}；两处应当一致，请核对");
            found.push(RULE.at(figure.span, message).also(cell.span, "表格中的数"));
        }
    }
}
