use super::*;
use crate::text::{cell::Writing, number::Decimal};

rule! {
    /// 数字写法不规范
    ///
    /// 全角数字、数字中间的空格、千分位逗号、数字前面多余的 0、件数后面的“.0”，不便于汇总和机器读取。
    ///
    /// ## 依据
    /// 审核惯例；《出版物上数字用法》（GB/T 15835）
    ///
    /// ## 怎么改
    /// 改用半角数字，不加空格和逗号，去掉多余的 0。
    ///
    /// ```bad
    /// | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
    /// | 规章 | 0 | 0 | 0 |
    /// | 行政规范性文件 | ⟦１２⟧ | 0 | 1,234 |
    /// ```
    /// ```bad
    /// | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
    /// | 规章 | 0 | 0 | 0 |
    /// | 行政规范性文件 | ⟦05⟧ | 0 | 12.0 |
    /// ```
    /// ```good
    /// | 信息内容 | 本年收费金额（单位：万元） |
    /// | 行政事业性收费 | 0.50 |
    /// ```
    V106 "odd-digits" Hint
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    for table in &report.tables {
        let odd = table.cells().filter(|(row, column, cell)| match cell.value.writing {
            Writing::Wide | Writing::Grouped => true,
            Writing::Plain => is_padded(report.str(cell.span), table.form.columns(*row)[*column].decimal),
            _ => false,
        });
        let number = |number: Decimal| number.as_i64().map_or_else(|| number.to_string(), |whole| whole.to_string());
        let odd: Vec<(Span, String)> =
            odd.filter_map(|(.., cell)| Some((cell.span, number(cell.value.number?)))).collect();
        let Some(&(first, _)) = odd.first() else { continue };
        let message = format!("表{}有 {} 个数用了全角、空格、逗号，或多写了 0，应写作普通的半角数字", table.section.number, odd.len());
        let finding = odd[1..].iter().fold(RULE.at(first, message), |finding, (span, _)| finding.also(*span, "同样的写法"));
        // Digits with a blank between them may be two numbers in one cell.
        let sure = odd.iter().filter(|(span, _)| !report.str(*span).contains(char::is_whitespace));
        let sure: Vec<_> = sure.cloned().collect();
        found.push(if sure.is_empty() { finding } else { finding.fix_all("都改为半角数字", sure.into_iter()) });
    }
}

/// `05`, and of a count `12.0`.
fn is_padded(text: &str, decimal: bool) -> bool {
    let mut digits = text.trim().chars();
    let leading = digits.next() == Some('0') && digits.next().is_some_and(|c| c.is_ascii_digit());
    let trailing = || text.trim().split_once('.').is_some_and(|(_, rest)| rest.chars().all(|c| c == '0'));
    leading || (!decimal && trailing())
}
