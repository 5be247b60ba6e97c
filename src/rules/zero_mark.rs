use super::*;
use crate::text::cell::Writing;

rule! {
    /// 用符号或文字代替 0
    ///
    /// “/”“-”“无”“○”之类，核对时按 0 计算。只写“一”的，可能是短横，也可能是数字 1，说不清应填几，请对照台账填写。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 改为 0；“一”确指 1 的，改为 1。
    ///
    /// ```bad
    /// | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
    /// | 规章 | ⟦/⟧ | / | 无 |
    /// | 行政规范性文件 | 0 | 0 | 0 |
    /// ```
    /// ```bad
    /// | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
    /// | 规章 | 0 | 0 | 0 |
    /// | 行政规范性文件 | ⟦一⟧ | 0 | 一 |
    /// ```
    V103 "zero-mark" Hint yields &["T104"],
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    for table in &report.tables {
        let marks = table.cells().filter(|(.., cell)| cell.value.writing == Writing::Nothing);
        // The Chinese one is also typed for a dash.
        let (ones, marks): (Vec<Span>, Vec<Span>) =
            marks.map(|(.., cell)| cell.span).partition(|&span| report.str(span).trim() == "一");
        let number = &table.section.number;
        if let Some(&first) = marks.first() {
            let own = report.str(first);
            let message = format!("表{number}有 {} 个格子用“{own}”之类代替 0，应填 0", marks.len());
            let finding =
                marks[1..].iter().fold(RULE.at(first, message), |finding, &span| finding.also(span, "同样应填 0"));
            found.push(finding.fix_all("都改为 0", marks.iter().map(|&span| (span, "0".to_owned()))));
        }
        if let Some(&first) = ones.first() {
            let message = format!(
                "表{number}有 {} 个格子写作“一”，可能是短横，也可能是数字 1（现按 0 计算）；请改填 0 或 1",
                ones.len()
            );
            found.push(ones[1..].iter().fold(RULE.at(first, message), |finding, &span| finding.also(span, "同样写作“一”")));
        }
    }
}
