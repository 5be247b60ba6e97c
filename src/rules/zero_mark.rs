use super::*;
use crate::text::cell::Writing;

rule! {
    /// 用符号或文字代替 0
    ///
    /// “/”“-”“无”“○”之类，核对时按 0 计算。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 改为 0。
    ///
    /// ```bad
    /// | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
    /// | 规章 | ⟦/⟧ | / | 无 |
    /// | 行政规范性文件 | 0 | 0 | 0 |
    /// ```
    V103 "zero-mark" Hint
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    for table in &report.tables {
        let marks = table.cells().filter(|(.., cell)| cell.value.writing == Writing::Nothing);
        let marks: Vec<Span> = marks.map(|(.., cell)| cell.span).collect();
        let Some(&first) = marks.first() else { continue };
        let (own, number) = (report.str(first), &table.section.number);
        let message = format!("表{number}有 {} 个格子用“{own}”之类代替 0，应填 0", marks.len());
        let finding = marks[1..].iter().fold(RULE.at(first, message), |finding, &span| finding.also(span, "同样应填 0"));
        found.push(finding.fix_all("都改为 0", marks.iter().map(|&span| (span, "0".to_owned()))));
    }
}
