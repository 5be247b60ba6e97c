use super::*;
use crate::report::OrganKind;

rule! {
    /// 写的是别类机关的职责
    ///
    /// 镇的报告写“在上级公安机关指导下”，信访局的报告写“上级审计机关”，多半是套用了别的单位的报告。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 删去，或者改为本机关的上级、职责。确实如此的，可以不改。
    ///
    /// ```bad
    /// 【标题】
    /// 一、总体情况
    /// 在县委和⟦上级公安机关⟧指导下，青石镇推进政府信息公开。
    /// ```
    /// ```bad
    /// 云岭县信访局2024年政府信息公开工作年度报告
    /// 一、总体情况
    /// 2024年，局党组高度重视，在⟦上级审计机关⟧指导下推进政府信息公开。
    /// ```
    /// ```bad
    /// 【标题】
    /// 一、总体情况
    /// ⟦局党组⟧高度重视政府信息公开。
    /// ```
    /// ```good
    /// 云岭县公安局2024年政府信息公开工作年度报告
    /// 在上级公安机关指导下，局党组高度重视政府信息公开。
    /// ```
    /// ```good
    /// 【标题】
    /// 青石镇配合公安机关、税务机关做好工作，围绕民生工作公开信息，县水务局党组给予指导。
    /// ```
    I104 "foreign-duty" Warning watch WORDS
}

const WORDS: &[&str] = &[
    "公安机关", "审计机关", "税务机关", "检察机关", "司法行政机关", "统计机关", "海关", "监察机关",
    "公安工作", "审计工作", "税收工作", "司法行政工作", "统计工作", "市场监管工作", "信访工作", "住建工作", "医保工作",
    "局党组", "局党委", "局机关", "局属", "局领导班子", "局长办公会", "厅党组", "厅机关",
    "镇党委", "乡党委", "党工委", "镇机关",
    "参保群体", "部分地区还", "各级政府部门",
];

fn check(report: &Report, found: &mut Vec<Finding>) {
    let Some(kind) = report.body.kind else { return };
    let name = &report.body.name;
    let grassroots = report.body.is_grassroots();
    let department = matches!(kind, OrganKind::Bureau | OrganKind::Commission | OrganKind::Department);
    for (word, place) in seen(report, &RULE) {
        let before = report.before(place, 2);
        let text = before.text();
        let word = WORDS[word];
        let duty: String = word.chars().take(2).collect();
        let has_duty = name.contains(&duty);
        let alone = text.is_empty() || text.ends_with([',', '。', ';', ':', '由', '经']);
        let mark = match word {
            _ if word.starts_with('局') && alone && grassroots => place,
            _ if word.starts_with('厅') && alone && kind != OrganKind::Department => place,
            _ if word.starts_with(['镇', '乡', '党']) && alone && department => place,
            _ if word.starts_with(['局', '厅', '镇', '乡', '党']) => continue,
            "参保群体" | "部分地区还" if grassroots => place,
            "各级政府部门" if grassroots && alone => place,
            _ if text == "上级" && word.ends_with('关') && !has_duty && (grassroots || department) => before.span(0, text.len()).join(place),
            _ if word.ends_with("工作") && ["围绕", "立足", "结合"].contains(&text) && !has_duty && grassroots => before.span(0, text.len()).join(place),
            _ => continue,
        };
        let severity = if any::ends(word, &["工作", "群体", "地区还", "政府部门"]) { Severity::Hint } else { Severity::Warning };
        let message = format!("本报告的机关是“{name}”，这里说的像是别类机关，请核对是不是套用了别的单位的报告");
        found.push(RULE.at(mark, message).severity(severity));
    }
}
