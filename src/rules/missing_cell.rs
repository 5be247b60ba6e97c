use super::*;
use crate::form::Labelled;

rule! {
    /// 表格的一行少了数
    ///
    /// 一行里的数比格式规定的列少，说不清缺的是哪一列，后面的数就可能都错了位。
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
    for table in &report.tables {
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
        let message = format!(
            "{name}应有 {expected} 个数，只有 {} 个，缺{}；请补全，没有数据的填 0",
            expected - columns.len(),
            listed(&columns)
        );
        let mut finding = RULE.at(table.row_place(first), message);
        for &row in &rows[1..] {
            finding = finding.also(table.row_place(row), "同样缺数");
        }
        found.push(finding);
    }
}
