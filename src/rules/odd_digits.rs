use super::*;
use crate::text::cell::Writing;

rule! {
    /// 数字写法不规范
    ///
    /// 全角数字、数字中间的空格和千分位逗号，不便于汇总和机器读取。
    ///
    /// ## 依据
    /// 审核惯例；《出版物上数字用法》（GB/T 15835）
    ///
    /// ## 怎么改
    /// 改用半角数字，不加空格和逗号。
    ///
    /// ```bad
    /// | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
    /// | 规章 | 0 | 0 | 0 |
    /// | 行政规范性文件 | ⟦１２⟧ | 0 | 1,234 |
    /// ```
    V106 "odd-digits" Hint
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    for table in &report.tables {
        let odd = table.cells().filter(|(.., cell)| matches!(cell.value.writing, Writing::Wide | Writing::Grouped));
        let odd: Vec<(Span, String)> =
            odd.filter_map(|(.., cell)| Some((cell.span, cell.value.number?.to_string()))).collect();
        let Some(&(first, _)) = odd.first() else { continue };
        let message = format!("表{}有 {} 个数用了全角、空格或逗号，应写作半角数字", table.section.number, odd.len());
        let finding = odd[1..].iter().fold(RULE.at(first, message), |finding, (span, _)| finding.also(*span, "同样的写法"));
        // Digits with a blank between them may be two numbers in one cell.
        let sure = odd.iter().filter(|(span, _)| !report.str(*span).contains(char::is_whitespace));
        let sure: Vec<_> = sure.cloned().collect();
        found.push(if sure.is_empty() { finding } else { finding.fix_all("都改为半角数字", sure.into_iter()) });
    }
}
