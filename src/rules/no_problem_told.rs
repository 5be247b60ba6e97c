use super::*;

rule! {
    /// 第五部分没有写出问题
    ///
    /// 只表态、只写打算，没有写出存在什么问题。这里按常用的说法（“不足”“不够”“有待”等）查找，可能用了别的说法。
    ///
    /// ## 依据
    /// 《政府信息公开条例》第五十条
    ///
    /// ## 怎么改
    /// 写明具体的问题，再写改进措施；确已写了的可不改。
    ///
    /// ```bad
    /// 【标题】
    /// 【前言】
    /// 【一】
    /// ⟦五、存在的主要问题及改进情况⟧
    /// 我镇将以更高的站位、更实的举措，奋力开创政府信息公开工作新局面。
    /// 【六】
    /// ```
    E103 "no-problem-told" Hint watch &[
        "问题", "不足", "不够", "有待", "欠缺", "薄弱", "差距", "不高", "不强", "单一", "滞后", "不及时", "不到位", "不平衡", "不全", "缺乏", "偏少", "短板", "困难",
        "较少", "不多", "不深", "不规范", "不完善", "不熟", "需加强", "需要加强", "需进一步", "需要进一步", "需提", "亟", "不充分", "不丰富", "较弱", "弱项", "缺少", "不均", "偏低", "不严", "不细", "不实", "不准",
    ]
}

/// Whether section five names a problem.
pub fn is_told(report: &Report) -> bool {
    let Some(section) = report.section("五") else { return false };
    let heading = |span| report.before(span, 4).text().ends_with("存在的主要") || report.before(span, 4).text().ends_with("存在主要");
    seen(report, &RULE).any(|(word, span)| (word > 0 || !heading(span)) && section.heading.end <= span.start && span.end <= section.span.end)
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    let Some(section) = report.section("五").filter(|_| report.is_whole()) else { return };
    if report.running("五").next().is_some() && no_problems::denial(report).is_none() && !is_told(report) {
        found.push(RULE.at(section.heading, "第五部分没有写出存在什么问题，请写明具体的问题和改进措施"));
    }
}
