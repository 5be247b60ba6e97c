use super::*;
use crate::{
    form::{Column, Labelled, TableBlock},
    report::Header,
};

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
    /// ```bad
    /// | | 自然人 | ⟦公司⟧ | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
    /// | 一、本年新收政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
    /// | 二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
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
            replaced(report, header, block, found);
        }
    }
}

/// A column that is not found while its header has another word in its place, most columns being there.
fn replaced(report: &Report, header: &Header, block: &TableBlock, found: &mut Vec<Finding>) {
    let columns = header.columns.iter().zip(&block.columns);
    let missing: Vec<&Column> = columns.filter(|(cell, _)| cell.is_none()).map(|(_, column)| column).collect();
    if let ([column], [word]) = (&missing[..], &header.foreign[..])
        && block.columns.len() > 2
    {
        let own: String = report.str(*word).split_whitespace().collect();
        let message = format!("表头没有“{}”这一列，却有“{own}”，列的名称是格式规定的", column.label());
        found.push(RULE.at(*word, message).fix(column.label()));
    }
}
