use super::*;

rule! {
    /// 表格里有格式之外的列
    ///
    /// 规定的表格不能增加列，如“小计”。
    ///
    /// ## 依据
    /// 国办公开办函〔2021〕30号所附格式
    ///
    /// ## 怎么改
    /// 删去多出的列。
    ///
    /// ```bad
    /// | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 | 备注 |
    /// | 规章 | 0 | 0 | 0 | ⟦5⟧ |
    /// | 行政规范性文件 | 1 | 0 | 9 | 5 |
    /// ```
    S305 "foreign-column" Warning
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    for table in &report.tables {
        let mut surplus = table.rows.iter().flat_map(|row| &row.surplus);
        if let Some(&first) = surplus.next() {
            let rows = table.rows.iter().filter(|row| !row.surplus.is_empty()).count();
            let message = format!("表{}有 {rows} 行的数比格式规定的列多，请对照格式核对列，删去多出的", table.section.number);
            found.push(surplus.fold(RULE.at(first, message), |finding, &span| finding.also(span, "也是多出的")));
        }
    }
}
