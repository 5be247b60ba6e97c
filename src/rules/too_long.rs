use super::*;
use crate::text::count;

rule! {
    /// 超过地方规定的字数
    ///
    /// 地方对某一部分或全文规定了字数上限。汉字和标点各算一字，连写的数字或字母合算一字，与文字处理软件的“字数”大致相同；表格和本部分的标题不算。选用了地方要求时才核对。
    ///
    /// ## 依据
    /// 所选的地方要求
    ///
    /// ## 怎么改
    /// 删去与政府信息公开无关的内容和套话。
    ///
    /// ```bad
    /// 【标题】
    /// ⟦一、总体情况⟧
    /// 2024年，青石镇依法主动公开政府信息，规范办理依申请公开。
    /// 【地方要求】
    /// # 云岭省
    /// 依据：云岭省年度报告编制要求
    /// ## 一、总体情况
    /// - 不超过：20字
    /// ```
    /// ```good
    /// 【标题】
    /// 【前言】
    /// 【一】
    /// 【二】
    /// 【三】
    /// 【四】
    /// 【五】
    /// 【六】
    /// 【地方要求】
    /// # 云岭省
    /// 依据：云岭省年度报告编制要求
    /// ## 一、总体情况
    /// - 不超过：100字
    /// ```
    K102 "too-long" Warning
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    let Some(profile) = report.profile.filter(|_| report.is_report()) else { return };
    for demand in &profile.demands {
        let (Some(limit), Some((place, body))) = (demand.limit, demanded(report, demand)) else { continue };
        let text = report.paragraphs().filter_map(|(_, paragraph)| {
            let inside = Span { start: paragraph.start.max(body.start), end: paragraph.end.min(body.end) };
            (inside.start < inside.end).then(|| count::words(report.str(inside)))
        });
        let words: usize = text.sum();
        if words > limit {
            let part = part_of(demand);
            found.push(RULE.at(place, format!("{}要求{part}不超过 {limit} 字，现约 {words} 字", profile.name)));
        }
    }
}
