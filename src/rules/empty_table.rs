use super::*;

rule! {
    /// 表格没有填写
    ///
    /// 整张表格没有一个数字。
    ///
    /// ## 依据
    /// 国办公开办函〔2021〕30号所附格式
    ///
    /// ## 怎么改
    /// 填写表格，没有数据的填 0。
    ///
    /// ```bad
    /// | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
    /// | ⟦规章⟧ | | | |
    /// | 行政规范性文件 | | | |
    /// ```
    V102 "empty-table" Error
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    for table in report.tables.iter().filter(|table| table.is_empty()) {
        let message = format!("表{}没有填写：一个数字也没有，没有数据的应填 0", table.section.number);
        found.push(RULE.at(table.first(), message));
    }
}
