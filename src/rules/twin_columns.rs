use super::*;
use crate::form::Labelled;

rule! {
    /// 两列数字完全相同
    ///
    /// 表三两类申请人的数字逐行相同，行数又多，多半是把一列复制到了另一列，或者填错了列。两列都错时，勾稽关系仍然可以成立。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 对照台账，改正其中一列；确实恰好相同的，可以不改。
    ///
    /// ```bad
    /// 【表三：一、本年新收政府信息公开申请数量=⟦9⟧,9,0,0,0,0,18；（一）予以公开=4,4,0,0,0,0,8；（二）部分公开（区分处理的，只计这一情形，不计其他情形）=2,2,0,0,0,0,4；1.本机关不掌握相关政府信息=3,3,0,0,0,0,6；（七）总计=9,9,0,0,0,0,18】
    /// ```
    /// ```good
    /// 【表三：一、本年新收政府信息公开申请数量=2,2,0,0,0,0,4；（一）予以公开=2,2,0,0,0,0,4；（七）总计=2,2,0,0,0,0,4】
    /// ```
    T106 "twin-columns" Warning
}

/// With fewer rows or applications two columns are alike by chance.
const ROWS: usize = 5;
const MANY: i64 = 4;

fn check(report: &Report, found: &mut Vec<Finding>) {
    let Some(table) = report.sound_table("三") else { return };
    let columns = table.form.columns(0).len();
    let numbers = |column: usize| (0..table.rows.len()).map(move |row| table.number(row, column).unwrap_or(0));
    for left in 0..columns {
        let filled = numbers(left).filter(|number| *number != 0).count();
        if filled < ROWS || numbers(left).max() < Some(MANY) {
            continue;
        }
        // 总计 is the same as the only column that is filled.
        let twin = (left + 1..columns.saturating_sub(1)).find(|&right| numbers(left).eq(numbers(right)));
        let row = numbers(left).position(|number| number != 0);
        if let (Some(right), Some(row)) = (twin, row)
            && let (Some(cell), Some(other)) = (table.cell(row, left), table.cell(row, right))
        {
            let [one, two] = [left, right].map(|column| table.form.columns(row)[column].label());
            let message = format!("“{one}”“{two}”两列有 {filled} 行数字完全相同，可能填错了列，请对照台账核对");
            found.push(RULE.at(cell.span, message).also(other.span, "与它相同的一列"));
        }
    }
}
