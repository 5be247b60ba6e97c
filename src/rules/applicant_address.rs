use super::*;
use crate::rules::personal_phone::beside_applicant;

rule! {
    /// 公开了申请人的住址
    ///
    /// 与申请人写在一起的家庭住址、邮箱是个人信息。机关的地址、邮箱不算。
    ///
    /// ## 依据
    /// 《政府信息公开条例》第十五条；《个人信息保护法》
    ///
    /// ## 怎么改
    /// 删去。
    ///
    /// ```bad
    /// 【标题】
    /// 一、总体情况
    /// 申请人王某（⟦家住青石镇和平路12号3单元⟧）的申请已答复。
    /// ```
    /// ```bad
    /// 【标题】
    /// 一、总体情况
    /// 已向申请人王某的邮箱wang⟦@⟧example.com答复。
    /// ```
    /// ```good
    /// 【标题】
    /// 申请人可以将申请表发送至qingshi@example.com，或者寄到镇兴路18号；申请人住址变更的，请及时告知。
    /// ```
    P105 "applicant-address" Warning watch &["家住", "住址", "家庭地址", "现住", "居住于", "住在", "户籍地", "@", "人住", "(住"]
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    for (_, place) in seen(report, &RULE) {
        let behind = report.behind(place, 30);
        let text = behind.text().split(['。', ';']).next().unwrap_or("");
        if text.starts_with(['房', '宅', '院', '户', '建', '所', '宿']) {
            continue;
        }
        let mail = report.str(place) == "@";
        let house = text.contains(|c: char| c.is_ascii_digit()) && any::holds(text, &["号", "室", "单元", "栋", "幢", "组", "村"]);
        if (mail || house) && beside_applicant(report, Span::new(place.end, place.end)) {
            let end = if mail { 0 } else { text.find([')', ',', '(']).unwrap_or(0) };
            let place = place.join(behind.span(0, end));
            let what = if mail { "邮箱" } else { "住址" };
            found.push(RULE.at(place, format!("这像是申请人的{what}，属于个人信息，请删去")));
        }
    }
}
