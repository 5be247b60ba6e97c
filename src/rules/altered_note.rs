use super::*;
use crate::text::label::Label;

rule! {
    /// 表三左上角的勾稽说明被改动
    ///
    /// 左上角的说明是格式规定的：“第一项加第二项之和，等于第三项加第四项之和”。改动之后，与表内的关系不符。“勾稽”写作“钩稽”的不算。
    ///
    /// ## 依据
    /// 国办公开办函〔2021〕30号所附格式
    ///
    /// ## 怎么改
    /// 恢复原来的说明。
    ///
    /// ```bad
    /// | ⟦（本列数据的勾稽关系为：第一项加第二项之和，等于第三项之和）⟧ | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
    /// | 一、本年新收政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
    /// | 二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
    /// | （一）予以公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
    /// | （七）总计 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
    /// | 四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
    /// ```
    L106 "altered-note" Hint
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    let Some(table) = report.table("三") else { return };
    let Some(corner) = table.form.blocks.first().map(|block| block.corner.as_str()) else { return };
    let cells = table.tables.iter().filter_map(|&n| report.doc.tables().nth(n)).flat_map(|table| table.cells.iter().take(40));
    let altered = cells.map(|cell| cell.span).find(|&span| {
        let text = report.str(span);
        text.contains("本列数据") && text.contains("等于") && !table.is_cut(report.doc, span, corner) && Label::new(text).body != Label::new(corner).body
    });
    if let Some(span) = altered {
        found.push(RULE.at(span, format!("勾稽说明与格式不同，应为“{corner}”")).fix(corner));
    }
}
