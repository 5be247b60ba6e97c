use super::*;
use crate::form::Labelled;

rule! {
    /// 行的名称与格式不一致
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
    /// | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
    /// | 规章 | 0 | 0 | 0 |
    /// | ⟦规范性文件⟧ | 1 | 0 | 9 |
    /// ```
    /// ```good
    /// | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
    /// | 规章 | 0 | 0 | 0 |
    /// | 行政规范性 文件 | 1 | 0 | 9 |
    /// ```
    L101 "mislabelled-row" Warning
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    for table in &report.tables {
        for (bound, row) in table.rows.iter().zip(&table.form.rows) {
            if let Some(label) = bound.label.filter(|label| !bound.exact && !table.is_cut(report.doc, *label, row.label())) {
                let own: String = report.str(label).split_whitespace().collect();
                let message = format!("“{own}”应为“{}”，行的名称是格式规定的", row.label());
                found.push(RULE.at(label, message).fix(row.label()));
            }
        }
    }
}
