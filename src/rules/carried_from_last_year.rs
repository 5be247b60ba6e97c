use super::*;
use crate::form::Labelled;

rule! {
    /// 上年结转与上年报告对不上
    ///
    /// 本年的“二、上年结转政府信息公开申请数量”，应与上年报告的“四、结转下年度继续办理”逐列相等。给出上年报告时才核对。
    ///
    /// ## 依据
    /// 国办公开办函〔2021〕30号所附格式
    ///
    /// ## 怎么改
    /// 核对两年的台账。机构改革或上年报告更正的，在第六部分说明。
    ///
    /// ```bad
    /// 青石镇人民政府2024年政府信息公开工作年度报告
    /// | 三、本年度办理结果 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
    /// | 二、上年结转政府信息公开申请数量 | ⟦1⟧ | 0 | 0 | 0 | 0 | 0 | 1 |
    /// 【上年】
    /// 青石镇人民政府2023年政府信息公开工作年度报告
    /// | 三、本年度办理结果 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
    /// | 四、结转下年度继续办理 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
    /// ```
    /// ```good
    /// 青石镇人民政府2024年政府信息公开工作年度报告
    /// | 三、本年度办理结果 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
    /// | 二、上年结转政府信息公开申请数量 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
    /// 【上年】
    /// 青石镇人民政府2023年政府信息公开工作年度报告
    /// | 三、本年度办理结果 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
    /// | 四、结转下年度继续办理 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
    /// ```
    G101 "carried-from-last-year" Error
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    let Some(last) = report.last_year else { return };
    for table in &report.tables {
        let Some(before) = last.table(&table.section.number) else { continue };
        let (Some((own, _)), Some((_, theirs))) = (table.form.carried, before.form.carried) else { continue };
        let differing: Vec<(Span, &str, i64, i64)> = table
            .form
            .columns(own)
            .iter()
            .enumerate()
            .filter_map(|(n, column)| {
                let (now, then) = (table.number(own, n)?, before.number(theirs, n)?);
                (now != then).then_some((table.cell(own, n)?.span, column.label(), now, then))
            })
            .collect();
        let Some(&(first, ..)) = differing.first() else { continue };
        let told: Vec<String> =
            differing.iter().map(|(_, column, now, then)| format!("“{column}”{now}，上年报告为 {then}")).collect();
        let message =
            format!("“{}”与上年报告结转的数不一致：{}", table.form.rows[own].label(), told.join("；"));
        let finding = RULE.at(first, message);
        let finding = differing[1..].iter().fold(finding, |finding, (span, _, _, then)| finding.also(*span, format!("上年报告为 {then}")));
        // A reform of the organ is the known harmless reason.
        found.push(if report.doc.text.contains("机构改革") { finding.severity(Severity::Warning) } else { finding });
    }
}
