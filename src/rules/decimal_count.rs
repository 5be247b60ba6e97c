use super::*;

rule! {
    /// 件数带了小数
    ///
    /// 件数是整数；只有收费金额、采购金额可以有小数。
    ///
    /// ## 依据
    /// 国办公开办函〔2021〕30号所附格式
    ///
    /// ## 怎么改
    /// 核对后改为整数。
    ///
    /// ```bad
    /// | 信息内容 | 本年处理决定数量 |
    /// | 行政处罚 | ⟦2.5⟧ |
    /// | 行政强制 | 0 |
    /// ```
    /// ```good
    /// | 信息内容 | 本年收费金额（单位：万元） |
    /// | 行政事业性收费 | 75.9260 |
    /// ```
    V108 "decimal-count" Error
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    for table in &report.tables {
        for (row, column, cell) in table.cells() {
            let whole = cell.value.number.is_none_or(|number| number.as_i64().is_some());
            if !whole && !table.form.columns(row)[column].decimal {
                let name = table.name(row, column);
                found.push(RULE.at(cell.span, format!("{name}是件数，应为整数，现为 {}", report.str(cell.span))));
            }
        }
    }
}
