use super::*;

rule! {
    /// 正文的规章、规范性文件数与表格不一致
    ///
    /// 正文说制发、废止、现行有效规章或者行政规范性文件多少件的，应与表二一致。“规章制度”“政策性文件”“规范性文件公开多少条”等不是同一件事，不比较。
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
    /// ```bad
    /// 2024年，本市制定政府规章⟦2⟧件，废止规章1件。
    /// 【表二：规章=1,1,9】
    /// ```
    /// ```good
    /// 2024年，制定规章制度5件，现行有效规章9件。
    /// 【表二：规章=1,1,9】
    /// ```
    /// ```good
    /// 2024年，本机关制发行政规范性文件3件，现行有效行政规范性文件9件，公开政策性文件11件。
    /// 【表二：行政规范性文件=3,0,9】
    /// ```
    X109 "documents-told" Warning
    watch &["规章", "行政规范性文件"]
}

/// The rows of table two, by the words that are watched.
const ROWS: [&str; 2] = ["规章", "行政规范性文件"];
/// Words right before those that say what was done, and the columns that count it.
const COLUMNS: [(&str, &[&str]); 3] = [
    ("本年制发件数", &["制发", "制定", "新制发", "新制定", "出台", "制定出台", "印发", "制定印发"]),
    ("本年废止件数", &["废止", "宣布废止", "宣布失效"]),
    ("现行有效件数", &["现行有效", "现行有效的"]),
];

fn check(report: &Report, found: &mut Vec<Finding>) {
    let Some(table) = report.table("二") else { return };
    for (n, word) in seen(report, &RULE).filter(|(_, word)| report.section_at(word.start) != Some("五")) {
        let before = report.doc.text[..word.start].trim_end();
        let before = any::strip_end(before, &["地方政府", "市政府", "省政府", "政府"]).unwrap_or(before);
        let column = COLUMNS.iter().find(|(_, verbs)| any::ends(before, verbs));
        let Some(figure) = report.count_behind(word, &["共"]).filter(|one| ["件", "份", "部"].contains(&one.unit)) else {
            continue;
        };
        let (Some((name, _)), Some(told)) = (column, figure.value.as_i64()) else { continue };
        // A blank is told as one.
        let Some((cell, number)) = table.row(ROWS[n]).and_then(|row| table.written(row, name)) else { continue };
        // A negative number of documents is told as that.
        if number != told && number >= 0 {
            let message = format!("{}{name}：正文为 {told}，表格为 {number}；两处应当一致，请核对", ROWS[n]);
            found.push(RULE.at(figure.span, message).also(cell, "表格中的数"));
        }
    }
}
