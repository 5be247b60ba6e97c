use super::*;
use crate::report::OrganKind;

rule! {
    /// 机关名称不完整
    ///
    /// 街道、镇、乡的名称要写自己的名字：“云桥区街道办事处”缺了街道的名字。“青石镇（区）”这样一个机关写两级，也不对。
    ///
    /// ## 依据
    /// 审核惯例：标题写机关全称
    ///
    /// ## 怎么改
    /// 补上名字，或者删去多写的一级。
    ///
    /// ```bad
    /// ⟦云桥区街道办事处⟧2024年政府信息公开工作年度报告
    /// ```
    /// ```bad
    /// 【标题】
    /// 2024年，青石⟦镇（区）⟧认真做好政府信息公开工作。
    /// ```
    /// ```good
    /// 云桥区新区街道办事处2024年政府信息公开工作年度报告
    /// 全区各镇（街道）和县直部门加强交流。
    /// ```
    I105 "incomplete-name" Hint watch WORDS
}

const WORDS: &[&str] = &["镇(区)", "镇(县)", "镇(市)", "镇(乡)", "乡(镇)", "乡(县)", "街道(区)", "街道(镇)", "镇(街道)", "人民政府"];

/// Parts of cities that streets are called after.
const AREAS: [&str; 12] =
    ["新区", "城区", "矿区", "园区", "郊区", "老区", "市区", "库区", "景区", "山区", "开发区", "高新区"];

fn check(report: &Report, found: &mut Vec<Finding>) {
    if let Some(organ) = report.organ.filter(|_| is_nameless(&report.body.name, report.body.kind)) {
        let message = format!("“{}”没有写出街道、镇、乡自己的名字，请写全称", report.body.name);
        found.push(RULE.at(organ, message));
    }
    let name = &report.body.name;
    let level = name.char_indices().find(|(at, c)| *at >= 6 && "市县区旗".contains(*c)).filter(|(at, _)| *at <= 9);
    for (_, place) in seen(report, &RULE).filter(|(word, _)| WORDS[*word] == "人民政府") {
        if level.is_some_and(|(at, _)| report.before(place, 4).text().ends_with(&name[..at])) {
            found.push(RULE.at(place, "地名后面缺“市”“县”“区”之类的字"));
        }
    }
    if !report.body.is_grassroots() {
        return;
    }
    // The two characters of the organ's own name before 镇 tell that it is meant, and not towns in general.
    let short = any::strip_end(&report.body.name, &["人民政府", "办事处"]).unwrap_or(&report.body.name);
    let stem: String = short.trim_end_matches("街道").trim_end_matches(['镇', '乡']).chars().rev().take(2).collect();
    for (word, place) in seen(report, &RULE) {
        let before: String = report.before(place, 4).text().chars().rev().take(2).collect();
        if !stem.is_empty() && before == stem && !report.body.name.contains(WORDS[word]) {
            found.push(RULE.at(place, "一个机关的名称里写了两级，请只写自己的一级"));
        }
    }
}

/// Whether a name has only a level word before 街道, 镇 or 乡.
fn is_nameless(name: &str, kind: Option<OrganKind>) -> bool {
    let end = match kind {
        Some(OrganKind::Street) => "街道",
        Some(OrganKind::Town) => "镇人民政府",
        Some(OrganKind::Township) => "乡人民政府",
        _ => return false,
    };
    let Some(place) = name.rfind(end).map(|at| &name[..at]) else { return false };
    let length = place.chars().count();
    let level = place.ends_with(['县', '区', '旗']) && length > 2;
    place.is_empty() || level && !any::ends(place, &AREAS)
}
