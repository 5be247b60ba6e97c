use super::*;

rule! {
    /// 各部分的次序不对
    ///
    /// ## 依据
    /// 国办公开办函〔2021〕30号所附格式
    ///
    /// ## 怎么改
    /// 把这一部分连同内容移到规定的位置。
    ///
    /// ```bad
    /// 【标题】
    /// 【前言】
    /// 【一】
    /// 【二】
    /// 【四】
    /// ⟦三、收到和处理政府信息公开申请情况⟧
    /// 【表三】
    /// 【五】
    /// 【六】
    /// ```
    S202 "section-order" Error
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    let number = |found: &FoundSection| report.form.sections.iter().position(|s| s.number == found.section.number);
    let mut latest: Option<&FoundSection> = None;
    for section in &report.sections {
        match latest {
            Some(before) if number(section) < number(before) => {
                let (own, other) = (report.str(section.heading), report.str(before.heading));
                found.push(RULE.at(section.heading, format!("“{own}”应在“{other}”之前")));
            }
            _ => latest = Some(section),
        }
    }
}
