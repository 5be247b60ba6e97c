use super::*;

rule! {
    /// 表格里有空白格
    ///
    /// 没有数据的格子应填 0。空白的格子核对时按 0 计算，但读者分不清是没有，还是漏填。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 填上数字，没有数据的填 0。
    ///
    /// ```bad
    /// | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
    /// | 规章 | 0 | ⟦⟧ | 0 |
    /// | 行政规范性文件 | 0 | 0 | |
    /// ```
    V101 "blank-cell" Hint
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    for (n, table) in report.tables.iter().enumerate() {
        if table.is_empty() {
            continue;
        }
        // A blank that must be a number is told with its number by the rules of arithmetic.
        let blank = table.cells().filter(|(row, column, cell)| cell.value.is_blank() && !report.sums[n].explains(*row, *column));
        let blank: Vec<Span> = blank.map(|(.., cell)| cell.span).collect();
        let Some(&first) = blank.first() else { continue };
        let message = format!("表{}有 {} 个格子空白，没有数据的应填 0", table.section.number, blank.len());
        let finding = blank[1..].iter().fold(RULE.at(first, message), |finding, &span| finding.also(span, "也是空白"));
        found.push(finding.fix_all("空白处填 0", blank.iter().map(|&span| (span, "0".to_owned()))));
    }
}
