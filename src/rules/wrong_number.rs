use super::*;
use crate::repair::{Cause, slip};

rule! {
    /// 表内数字有误
    ///
    /// 表格里的数字互相牵制：每行之和、每列之和、新收与结转的关系，一格填错，会同时打破几个等式。据此可以指出是哪一格，
    /// 并推算出应填的数。
    ///
    /// ## 依据
    /// 国办公开办函〔2021〕30号所附格式：“本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和”；总计为各项之和。
    ///
    /// ## 怎么改
    /// 核对原始台账。确是此格填错的，改为推算出的数；原始数据如此的，逐一核对同行、同列的其他数字。
    ///
    /// ```bad
    /// 【表三：一、本年新收政府信息公开申请数量=3,1,0,0,0,0,⟦5⟧；三、本年度办理结果/（一）予以公开=3,1,0,0,0,0,4；（七）总计=3,1,0,0,0,0,4】
    /// ```
    /// ```bad
    /// 【表三：一、本年新收政府信息公开申请数量=8,6,0,0,0,0,14；（一）予以公开=⟦⟧,1,0,0,0,0,4；（二）部分公开（区分处理的，只计这一情形，不计其他情形）=2,⟦⟧,0,0,0,0,5；1.属于国家秘密=⟦⟧,1,0,0,0,0,3；7.属于行政执法案卷=1,⟦⟧,0,0,0,0,2；（七）总计=8,6,0,0,0,0,⟦41⟧】
    /// ```
    /// ```good
    /// 【表三：一、本年新收政府信息公开申请数量=3,1,0,0,0,0,4；三、本年度办理结果/（一）予以公开=3,1,0,0,0,0,4；（七）总计=3,1,0,0,0,0,4】
    /// ```
    T101 "wrong-number" Error
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    for (table, sums) in report.tables.iter().zip(&report.sums) {
        for cause in &sums.causes {
            let Cause::Wrong(changes) = cause else { continue };
            let [change] = changes[..] else { continue };
            let (row, column) = sums.place(change.cell);
            let Some(cell) = table.cell(row, column) else { continue };
            let wrong = sums.grid.values[change.cell].unwrap_or(0);
            let doubt = slip(wrong, change.value).map(|slip| format!("（疑为{}）", slip.label())).unwrap_or_default();
            let shown = if cell.value.is_blank() { "为空".to_owned() } else { format!("为 {wrong}") };
            let name = table.name(row, column);
            let proof = sums.proof(table, change.cell);
            let message = format!("{name}应为 {}，现{shown}{doubt}：{proof}", change.value);
            let mut finding = RULE.at(cell.span, message).fix(change.value);
            for (span, note) in sums.involved(table, change.cell) {
                finding = finding.also(span, note);
            }
            found.push(finding);
        }
    }
}
