use super::*;
use crate::text::fold::Folded;

rule! {
    /// 没有写地方要求写明的内容
    ///
    /// 地方对某一部分或全文规定了必须写明的内容，按规定的字样查找，全角半角、空格和换行的差别不算。选用了地方要求时才核对。
    ///
    /// ## 依据
    /// 所选的地方要求
    ///
    /// ## 怎么改
    /// 补写；确已写明、只是说法不同的可不改。
    ///
    /// ```bad
    /// 【标题】
    /// ⟦一、总体情况⟧
    /// 2024年，青石镇制发规范性文件3件，依法主动公开政府信息。
    /// 【地方要求】
    /// # 云岭省
    /// 依据：云岭省年度报告编制要求
    /// ## 一、总体情况
    /// - 须写明：规章、行政规范性文件
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
    /// - 须写明：政府信息管理 或 信息管理
    /// ```
    K101 "missing-phrase" Warning
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    let Some(profile) = report.profile.filter(|_| report.is_report()) else { return };
    for demand in &profile.demands {
        let Some((place, body)) = demanded(report, demand) else { continue };
        let text = Folded::new(report.str(body));
        let written = |phrase: &String| text.text().contains(Folded::new(phrase).text());
        let missing = demand.phrases.iter().filter(|phrases| !phrases.iter().any(written));
        let wanted: Vec<String> = missing.map(|phrases| format!("“{}”", phrases.join("”或“"))).collect();
        if !wanted.is_empty() {
            let (part, wanted) = (part_of(demand), wanted.join("；"));
            found.push(RULE.at(place, format!("{}要求{part}写明{wanted}，没有找到", profile.name)));
        }
    }
}
