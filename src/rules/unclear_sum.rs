use super::*;
use crate::repair::Cause;

rule! {
    /// 勾稽关系不成立
    ///
    /// 等式两边不相等，但从表格本身看不出是哪一格填错：可能是总计，也可能是其中一项。
    ///
    /// ## 依据
    /// 国办公开办函〔2021〕30号所附格式
    ///
    /// ## 怎么改
    /// 核对等式里的每一个数，改正填错的一个；“改为”给出的是按各项推算的数。
    ///
    /// ```bad
    /// 【表四：10,1,0,0,⟦12⟧,0,0,0,0,0,0,0,0,0,0】
    /// ```
    /// ```good
    /// 【表四：10,1,0,0,11,0,0,0,0,0,0,0,0,0,0】
    /// ```
    T102 "unclear-sum" Error
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    for (table, sums) in report.tables.iter().zip(&report.sums) {
        for cause in &sums.causes {
            let Cause::Unclear { equations, candidates } = cause else { continue };
            let [first, others @ ..] = &equations[..] else { continue };
            let equation = &sums.grid.equations[*first];
            let (left, right) = sums.sides(equation);
            let place = |cell| {
                let (row, column) = sums.place(cell);
                Some((table.cell(row, column)?.span, table.name(row, column)))
            };
            // The total, or the last term of the carried numbers, is where a reader looks first.
            let Some((span, name)) = equation.left.last().and_then(|&cell| place(cell)) else { continue };
            let total = equation.left.len() == 1;
            let numbers = sums.numbers(table, equation);
            let message = if total {
                format!("{name}为 {left}，各项之和为 {right}，相差 {}：总计或其中一项有误", left.abs_diff(right))
            } else {
                format!("{name}所在的等式不成立：{numbers}，相差 {}", left.abs_diff(right))
            };
            let more: Vec<String> =
                others.iter().map(|&n| sums.numbers(table, &sums.grid.equations[n])).collect();
            let message = match more.len() {
                0 => message,
                n => format!("{message}；相关的还有 {n} 个等式不成立：{}", more[..n.min(3)].join("；")),
            };
            let mut finding = RULE.at(span, message);
            if total && others.is_empty() {
                finding = finding.fix(right);
            }
            for cell in equation.cells() {
                let Some((other, _)) = place(cell).filter(|(other, _)| *other != span) else { continue };
                let note = match candidates.iter().find(|change| change.cell == cell) {
                    Some(change) => format!("如果是这里有误，应为 {}", change.value),
                    None => "等式中的一项".to_owned(),
                };
                finding = finding.also(other, note);
            }
            found.push(finding);
        }
    }
}
