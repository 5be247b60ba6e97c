use super::*;
use crate::text::fold::Folded;

rule! {
    /// 标题的用语不规范
    ///
    /// 标题一般写作“机关全称＋年份＋政府信息公开工作年度报告”。这里看有没有“政府”“工作”“年度报告”，不计年份的位置、换行和空格。“政府信息公开年度报告”“政府信息公开工作报告”“关于……工作的年度报告”和“2024年度政府信息公开工作年度报告”也常用，不提。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 改成“政府信息公开工作年度报告”；当地另有规定的可不改。
    ///
    /// ```bad
    /// 青石镇人民政府2024年⟦信息公开年报⟧
    /// ```
    /// ```bad
    /// 云岭县水务局关于2024年度⟦政府信息公开情况的报告⟧
    /// ```
    /// ```good
    /// 青石镇人民政府2024年度政府信息公开工作报告
    /// 【前言】
    /// 【一】
    /// 【二】
    /// 【三】
    /// 【四】
    /// 【五】
    /// 【六】
    /// ```
    S104 "title-wording" Hint
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    let Some(title) = &report.title else { return };
    let folded = Folded::new(report.str(title.span));
    let text = folded.text();
    let Some(core) = text.rfind("信息公开") else { return };
    let (before, behind) = (&text[..core], &text[core + "信息公开".len()..]);
    let mut wrong = vec![];
    if !before.ends_with("政府") {
        wrong.push("缺“政府”");
    }
    if !behind.starts_with("工作") {
        wrong.push("缺“工作”");
    }
    if !behind.contains("年度报告") {
        wrong.push(if behind.contains("年报") { "“年报”应写“年度报告”" } else { "缺“年度”" });
    }
    if behind.contains('的') {
        wrong.push("“的”是多余的");
    }
    // Many write a report without 工作, without the second 年度, or with 的.
    if wrong.is_empty() || ["缺“工作”", "缺“年度”", "“的”是多余的"].contains(&wrong.concat().as_str()) {
        return;
    }
    let start = if before.ends_with("政府") && !before.ends_with("人民政府") { core - "政府".len() } else { core };
    let end = behind.find(['(', '2']).unwrap_or(behind.len());
    let end = core + "信息公开".len() + end;
    let place = folded.source(Span::new(start, end)).shift(title.span.start);
    let message = format!("标题{}：一般写作“政府信息公开工作年度报告”", wrong.join("，"));
    found.push(RULE.at(place, message));
}
