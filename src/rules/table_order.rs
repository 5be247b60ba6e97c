use super::*;
use crate::form::Labelled;

rule! {
    /// 表格行列的次序不对
    ///
    /// 行和列的次序是格式规定的。次序不同的，汇总时容易对错行、对错列；有时只是名称写颠倒了，数字没有动。
    ///
    /// ## 依据
    /// 国办公开办函〔2021〕30号所附格式
    ///
    /// ## 怎么改
    /// 按格式的次序排列，并核对这几行、这几列的数字。
    ///
    /// ```bad
    /// | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
    /// | ⟦行政规范性文件⟧ | 1 | 0 | 9 |
    /// | 规章 | 0 | 0 | 0 |
    /// ```
    /// ```bad
    /// | 信息内容 | ⟦本年废止件数⟧ | 本年制发件数 | 现行有效件数 |
    /// | 规章 | 0 | 0 | 0 |
    /// | 行政规范性文件 | 0 | 1 | 9 |
    /// ```
    /// ```good
    /// | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
    /// | 规章 | 0 | 0 | 0 |
    /// | 行政规范性文件 | 1 | 0 | 9 |
    /// ```
    S307 "table-order" Warning
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    for table in &report.tables {
        let order = |what, own: &str, before: Option<&str>, place| {
            let right = before.map_or("最前面".to_owned(), |before| format!("“{before}”之后"));
            RULE.at(place, format!("“{own}”一{what}应在{right}，次序是格式规定的；请核对是{what}放错了，还是名称写颠倒了"))
        };
        let moved = (0..table.rows.len()).filter(|&row| table.rows[row].is_moved);
        let row = |row: usize| {
            let before = row.checked_sub(1).map(|before| table.form.rows[before].label());
            order("行", table.form.rows[row].label(), before, table.row_place(row))
        };
        found.extend(moved.map(row));
        for (header, block) in table.headers.iter().zip(&table.form.blocks) {
            let moved = header.moved.and_then(|column| Some((column, header.columns[column]?.span)));
            found.extend(moved.map(|(column, place)| {
                order("列", block.columns[column].label(), Some(block.columns[column - 1].label()), place)
            }));
        }
    }
}
