use super::*;
use crate::form::Labelled;

rule! {
    /// 列的名称与格式不一致
    ///
    /// 全角半角、标点、空格和换行的差别不算。
    ///
    /// ## 依据
    /// 国办公开办函〔2021〕30号所附格式
    ///
    /// ## 怎么改
    /// 改用格式规定的名称。
    ///
    /// ```bad
    /// | 信息内容 | 本年制发件数 | 本年废止件数 | ⟦现有效件数⟧ |
    /// | 规章 | 0 | 0 | 0 |
    /// | 行政规范性文件 | 1 | 0 | 9 |
    /// ```
    L102 "mislabelled-column" Warning
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    for table in &report.tables {
        let unit = fee_unit::wrong_unit(report, table).map(|(place, _)| place);
        for (header, block) in table.headers.iter().zip(&table.form.blocks) {
            let columns = header.columns.iter().zip(&block.columns);
            for (cell, column) in columns.filter_map(|(cell, column)| Some((cell.filter(|cell| !cell.exact)?, column))) {
                if unit == Some(cell.span) || table.is_cut(report.doc, cell.span, column.label()) {
                    continue;
                }
                let own: String = report.str(cell.span).split_whitespace().collect();
                let message = format!("“{own}”应为“{}”，列的名称是格式规定的", column.label());
                found.push(RULE.at(cell.span, message).fix(column.label()));
            }
        }
    }
}
