use super::*;
use crate::form::Labelled;

rule! {
    /// 表格的一行少了数
    ///
    /// 一行里的数比格式规定的列少，说不清缺的是哪一列，后面的数就可能都错了位。用制表符分隔的文字，行末的空白格容易在复制、保存时丢失，只缺行末几个数的，作为存疑提出。
    ///
    /// ## 依据
    /// 国办公开办函〔2021〕30号所附格式
    ///
    /// ## 怎么改
    /// 对照格式的列，把缺少的数补上；没有数据的填 0。
    ///
    /// ```bad
    /// | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
    /// | ⟦规章⟧ | 0 | 0 |
    /// | 行政规范性文件 | 0 | 0 | 0 |
    /// ```
    /// ```good
    /// | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
    /// | 规章 | 0 | 0 | 0 |
    /// | 行政规范性文件 | 0 | 0 | 0 |
    /// ```
    S303 "missing-cell" Error
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    // A table without a number is told as a whole.
    for table in report.tables.iter().filter(|table| !table.is_empty()) {
        let short = |&row: &usize| table.rows[row].found && table.rows[row].cells.iter().any(Option::is_none);
        let rows: Vec<usize> = (0..table.rows.len()).filter(short).collect();
        let Some(&first) = rows.first() else { continue };
        let missing = |row: usize| {
            let columns = table.form.columns(row).iter().zip(&table.rows[row].cells);
            columns.filter(|(_, cell)| cell.is_none()).map(|(column, _)| column.label()).collect::<Vec<_>>()
        };
        let labels: Vec<&str> = rows.iter().map(|&row| table.form.rows[row].label()).collect();
        let name = if labels[0].is_empty() { format!("表{}", table.section.number) } else { listed(&labels) };
        let columns = missing(first);
        let expected = table.form.columns(first).len();
        let trimmed = rows.iter().all(|&row| table.rows[row].is_trimmed);
        let message = format!(
            "{name}应有 {expected} 个数，只有 {} 个，缺{}；{}，没有数据的填 0",
            expected - columns.len(),
            listed(&columns),
            if trimmed { "行末的空白格可能在复制时丢失，请对照原文件补全" } else { "请补全" }
        );
        let severity = if trimmed { Severity::Warning } else { RULE.severity };
        let mut finding = RULE.at(table.row_place(first), message).severity(severity);
        for &row in &rows[1..] {
            finding = finding.also(table.row_place(row), "同样缺数");
        }
        found.push(finding);
    }
}
