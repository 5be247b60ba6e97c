use super::*;
use crate::form::Labelled;

rule! {
    /// 行列名称不完整
    ///
    /// 粘贴的文字里，行或列的名称只有格式规定的前半。多半是复制或转换时截断的，原文件未必有错。
    ///
    /// ## 依据
    /// 国办公开办函〔2021〕30号所附格式
    ///
    /// ## 怎么改
    /// 看原文件；原文件也不完整的，改用格式规定的名称。
    ///
    /// ```bad
    /// | 信息内容 | ⟦本年制发⟧ | 本年废止 | 现行有效件数 |
    /// | 规章 | 0 | 0 | 0 |
    /// | 行政规范性文件 | 1 | 0 | 9 |
    /// ```
    L103 "cut-label" Hint yields &["Y101"],
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    for table in &report.tables {
        let rows = table.rows.iter().zip(&table.form.rows).map(|(bound, row)| (bound.label, row.label()));
        let columns = table.headers.iter().zip(&table.form.blocks).flat_map(|(header, block)| {
            header.columns.iter().map(|cell| cell.map(|cell| cell.span)).zip(block.columns.iter().map(Labelled::label))
        });
        let labels = columns.chain(rows).filter_map(|(span, label)| Some((span?, label)));
        let mut cut: Vec<(Span, &str)> = labels.filter(|(span, label)| table.is_cut(report.doc, *span, label)).collect();
        cut.sort_unstable();
        let Some(&(first, label)) = cut.first() else { continue };
        let own: String = report.str(first).split_whitespace().collect();
        let message = format!(
            "表{}有 {} 处行列名称不完整，如“{own}”应为“{label}”；请对照原文件",
            table.section.number,
            cut.len()
        );
        let finding = cut[1..].iter().fold(RULE.at(first, message), |finding, (span, label)| finding.also(*span, format!("应为“{label}”")));
        found.push(finding.fix_all("都改为规定的名称", cut.iter().map(|(span, label)| (*span, (*label).to_owned()))));
    }
}
