use super::*;

rule! {
    /// 采购项目数与采购金额矛盾
    ///
    /// 2019 年格式的“政府集中采购”一行，没有采购项目却有金额，或者有项目却没有金额，总有一个数漏填或错填。
    ///
    /// ## 依据
    /// 国办公开办函〔2019〕60号所附格式的指标含义
    ///
    /// ## 怎么改
    /// 核对后把两个数补全。
    ///
    /// ```bad
    /// 青石镇人民政府2020年政府信息公开工作年度报告
    /// | 信息内容 | 采购项目数量 | 采购总金额 |
    /// | 政府集中采购 | ⟦0⟧ | 52.15 |
    /// ```
    /// ```good
    /// 青石镇人民政府2020年政府信息公开工作年度报告
    /// | 信息内容 | 采购项目数量 | 采购总金额 |
    /// | 政府集中采购 | 2 | 251000元 |
    /// ```
    V206 "purchase-mismatch" Warning
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    let Some(table) = report.table("二") else { return };
    let Some(row) = table.row("政府集中采购") else { return };
    let Some((span, count)) = table.written(row, "采购项目数量") else { return };
    let Some(amount_at) = table.cell(row, 1) else { return };
    let Some(amount) = amount_at.value.to_f64() else { return };
    let message = match (count, amount > 0.0) {
        (0, true) => format!("采购项目数量为 0，采购总金额却为 {}：没有项目就没有金额，请核对", report.str(amount_at.span)),
        (1.., false) => format!("采购项目有 {count} 个，采购总金额却为 0：请核对金额是否漏填"),
        _ => return,
    };
    let (first, other, note) = match count {
        0 => (span, amount_at.span, "采购总金额"),
        _ => (amount_at.span, span, "采购项目数量"),
    };
    found.push(RULE.at(first, message).also(other, note));
}
