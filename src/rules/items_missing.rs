use super::*;
use crate::{form::Axis, repair::Cause};

rule! {
    /// 只填了总计，各项没有填
    ///
    /// 总计都有数，组成它的各项却全部是空白或 0，等式都不成立。这不是哪一格错了，是整块没有填写。
    ///
    /// ## 依据
    /// 国办公开办函〔2021〕30号所附格式
    ///
    /// ## 怎么改
    /// 按台账把各项补全，没有数据的填 0。
    ///
    /// ```bad
    /// 【表三：一、本年新收政府信息公开申请数量=0,0,0,0,0,0,⟦4⟧；（一）予以公开=0,0,0,0,0,0,4；（七）总计=0,0,0,0,0,0,4】
    /// ```
    /// ```bad
    /// 【表三：一、本年新收政府信息公开申请数量=3,1,0,0,0,0,4；（七）总计=⟦3⟧,1,0,0,0,0,4】
    /// ```
    T104 "items-missing" Error
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    for (table, sums) in report.tables.iter().zip(&report.sums) {
        for cause in &sums.causes {
            let Cause::Unitemised(equations) = cause else { continue };
            let lines = equations.iter().filter_map(|&n| {
                let equation = &sums.grid.equations[n];
                let (row, column) = sums.place(*equation.left.first()?);
                Some((equation.law, table.cell(row, column)?.span))
            });
            let lines: Vec<_> = lines.collect();
            let Some(&(law, first)) = lines.first() else { continue };
            let (line, items) = match table.form.relations[law].axis {
                Axis::Row => ("行", "各类申请人的数"),
                Axis::Column => ("列", "各项办理结果"),
            };
            let message = format!(
                "表{}有 {} {line}只填了总计，{items}全部是空白或 0；请按台账补全，没有数据的填 0",
                table.section.number,
                lines.len()
            );
            let finding = RULE.at(first, message);
            found.push(lines[1..].iter().fold(finding, |finding, (_, span)| finding.also(*span, "同样只有总计")));
        }
    }
}
