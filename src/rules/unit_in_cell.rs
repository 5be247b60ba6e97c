use super::*;
use crate::{form::{Column, Labelled}, text::{cell::Writing, number::Decimal}};

rule! {
    /// 数字格里带了单位或文字
    ///
    /// 格子里只填数字；增减用正负号表示。
    ///
    /// ## 依据
    /// 国办公开办函〔2021〕30号所附格式
    ///
    /// ## 怎么改
    /// 去掉单位和文字；表头规定了单位的，先换算。
    ///
    /// ```bad
    /// | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
    /// | 规章 | 0 | 0 | 0 |
    /// | 行政规范性文件 | ⟦2件⟧ | 0 | 9 |
    /// ```
    /// ```bad
    /// 青石镇人民政府2020年政府信息公开工作年度报告
    /// | 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |
    /// | 行政处罚 | 12 | ⟦减4⟧ | 2 |
    /// | 行政强制 | 3 | ⟦增加1⟧ | 2 |
    /// ```
    V105 "unit-in-cell" Warning
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    for table in &report.tables {
        for (row, column, cell) in table.cells().filter(|(.., cell)| cell.value.writing == Writing::Worded) {
            let form = &table.form.columns(row)[column];
            let own = report.str(cell.span);
            // What cannot be negative is told as that.
            if form.unit || !form.signed && cell.value.number.is_some_and(|number| number < Decimal::integer(0)) {
                continue;
            }
            let finding = RULE.at(cell.span, format!("表{}的格子只填数字，请去掉单位和文字", table.section.number));
            // An amount of money may have to be converted; a count only loses its unit.
            let money = own.contains('元') || own.contains('万') || own.contains('%');
            let number = cell.value.number.filter(|_| !money && !form.decimal).and_then(|number| number.as_i64());
            let right = number.map(|number| number.to_string()).or_else(|| of_header(own, form));
            found.push(right.into_iter().fold(finding, |finding, right| finding.fix(&right)));
        }
    }
}

/// The number alone, where its unit is the one that the header has in brackets: 12.6万元 below 单位：万元.
fn of_header(own: &str, column: &Column) -> Option<String> {
    let number = own.trim().strip_suffix("万元").filter(|_| column.label().contains("万元"))?.trim_end();
    // Not as a float: reading those takes a table of ten kilobytes.
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|c| c.is_ascii_digit());
    number.split_once('.').map_or(digits(number), |(whole, rest)| digits(whole) && digits(rest)).then(|| number.to_owned())
}
