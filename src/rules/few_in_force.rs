use super::*;
use crate::form::Labelled;

rule! {
    /// 现行有效少于本年制发减废止
    ///
    /// 本年制发的文件，除去废止的，年底都应现行有效，再加上以前年度的，现行有效件数不会比“制发－废止”少。常见的是只填了制发件数，现行有效没有算上本年的。
    ///
    /// ## 依据
    /// 国办公开办函〔2021〕30号所附格式的指标含义；审核惯例
    ///
    /// ## 怎么改
    /// 对照文件目录核对三个数。本年制发又在本年失效而没有列入废止的，可以不改。
    ///
    /// ```bad
    /// | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
    /// | 规章 | 0 | 0 | 0 |
    /// | 行政规范性文件 | 5 | 1 | ⟦2⟧ |
    /// ```
    /// ```good
    /// | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
    /// | 规章 | 0 | 0 | 0 |
    /// | 行政规范性文件 | 5 | 3 | 2 |
    /// ```
    V202 "few-in-force" Warning
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    let Some(table) = report.table("二") else { return };
    for row in 0..table.rows.len() {
        let number = |label| table.written(row, label);
        let (Some((made_at, made)), Some((_, repealed)), Some((span, valid))) =
            (number("本年制发件数"), number("本年废止件数"), number("现行有效件数"))
        else {
            continue;
        };
        let label = table.form.rows[row].label();
        // What stands in a row that must be zero is told of that row.
        let void = label == "规章" && report.body.makes_no_regulations();
        let least = made.saturating_sub(repealed);
        if valid >= 0 && valid < least && !void {
            let message = format!(
                "“{label}”制发 {made} 件、废止 {repealed} 件，现行有效至少应有 {least} 件，现为 {valid}；请对照文件目录核对"
            );
            found.push(RULE.at(span, message).also(made_at, "本年制发件数"));
        }
    }
}
