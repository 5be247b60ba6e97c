use super::*;

rule! {
    /// 缺少规定的部分
    ///
    /// 年度报告由六个部分组成，缺一不可；某一部分没有情况，也要保留标题并说明。
    ///
    /// ## 依据
    /// 国办公开办函〔2021〕30号所附格式；《政府信息公开条例》第五十条
    ///
    /// ## 怎么改
    /// 按格式补上缺少的部分。
    ///
    /// ```bad
    /// 【标题】
    /// 【前言】
    /// 【一】
    /// 【二】
    /// 【三】
    /// 【四】
    /// ⟦五、存在的主要问题及改进情况⟧
    /// 主要问题是公开不够及时。下一步将加强培训，改进工作。
    /// ```
    /// ```bad
    /// ⟦青石镇人民政府2024年政府信息公开工作年度报告⟧
    /// 2024年，青石镇认真做好政府信息公开工作。
    /// 【表二】
    /// 【表三】
    /// 【表四】
    /// 主要问题是公开不够及时。下一步将加强培训，改进工作。
    /// ```
    /// ```good
    /// 【标题】
    /// 目录
    /// 一、总体情况
    /// 二、主动公开政府信息情况
    /// 三、收到和处理政府信息公开申请情况
    /// 四、政府信息公开行政复议、行政诉讼情况
    /// 五、存在的主要问题及改进情况
    /// 六、其他需要报告的事项
    /// 【前言】
    /// 【一】
    /// 【二】
    /// 【三】
    /// 【四】
    /// 【五】
    /// 【六】
    /// ```
    S201 "missing-section" Error
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    if !report.is_whole() {
        return;
    }
    let sections = &report.form.sections;
    if report.sections.is_empty() {
        let names: Vec<String> = sections.iter().map(|section| format!("“{}、{}”", section.number, section.heading)).collect();
        let place = report.title.as_ref().map_or_else(|| report.first_piece(), |title| title.span);
        // Headings may also be pictures, or lost by copying.
        let message = format!("没有六个部分的标题，应依次写明{}", names.concat());
        found.push(RULE.at(place, message).severity(Severity::Warning));
        return;
    }
    let mut missing: Vec<(Span, &str, String)> = vec![];
    for (n, section) in sections.iter().enumerate().filter(|(_, section)| report.section(&section.number).is_none()) {
        let after = sections[n + 1..].iter().find_map(|next| report.section(&next.number));
        let before = sections[..n].iter().rev().find_map(|previous| report.section(&previous.number));
        let (place, side) = match (before, after) {
            (Some(before), None) => (before.heading, "之后"),
            (_, Some(after)) => (after.heading, "之前"),
            (None, None) => continue,
        };
        let name = format!("“{}、{}”", section.number, section.heading);
        match missing.last_mut() {
            Some((last, its, names)) if (*last, *its) == (place, side) => *names += &name,
            _ => missing.push((place, side, name)),
        }
    }
    for (place, side, names) in missing {
        let message = format!("缺少{names}，应在“{}”{side}", report.str(place));
        found.push(RULE.at(place, message));
    }
}
