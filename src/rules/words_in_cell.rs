use super::*;
use crate::text::cell::Writing;

rule! {
    /// 应填数字的格子里是文字
    ///
    /// ## 依据
    /// 国办公开办函〔2021〕30号所附格式
    ///
    /// ## 怎么改
    /// 改填数字，没有数据的填 0；需要说明的写在第六部分。
    ///
    /// ```bad
    /// | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
    /// | 规章 | 0 | ⟦见附件⟧ | 0 |
    /// | 行政规范性文件 | 0 | 0 | 0 |
    /// ```
    /// ```bad
    /// | 信息内容 | 本年处理决定数量 |
    /// | 行政许可 | ⟦12x⟧ |
    /// | 信息内容 | 本年处理决定数量 |
    /// | 行政处罚 | ⟦一百二十六⟧ |
    /// | 行政强制 | ⟦#REF!⟧ |
    /// | 信息内容 | 本年收费金额（单位：万元） |
    /// | 行政事业性收费 | 0 |
    /// ```
    V104 "words-in-cell" Error
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    for table in &report.tables {
        for (row, column, cell) in table.cells().filter(|(.., cell)| cell.value.writing == Writing::Words) {
            let name = table.name(row, column);
            found.push(RULE.at(cell.span, format!("{name}应填数字，现为“{}”", report.str(cell.span))));
        }
    }
}
