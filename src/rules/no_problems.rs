use super::*;
use crate::text::fold::Folded;

rule! {
    /// 第五部分说没有问题
    ///
    /// 存在的主要问题和改进情况都是规定要报告的内容，不能以“无问题”代替。
    ///
    /// ## 依据
    /// 《政府信息公开条例》第五十条
    ///
    /// ## 怎么改
    /// 查找工作中的不足，写明问题和改进措施。
    ///
    /// ```bad
    /// 五、存在的主要问题及改进情况
    /// 2024年，我镇政府信息公开工作总体良好，⟦不存在问题⟧。
    /// ```
    /// ```bad
    /// 【标题】
    /// 五、存在的主要问题及改进情况
    /// ⟦无。⟧
    /// 【六】
    /// ```
    /// ```good
    /// 五、存在的主要问题及改进情况
    /// 主要问题是更新不及时，不存在的栏目未清理。下一步将加强培训，确保同类问题没有反弹。
    /// 【六】
    /// ```
    E101 "no-problems" Warning watch &[
        "不存在问题", "没有问题", "无问题", "未发现问题", "暂无问题", "无存在问题", "没有存在问题", "不存在任何问题", "无明显问题",
        "不存在主要问题", "没有发现问题", "不存在明显问题", "无主要问题", "暂未发现问题", "不存在突出问题", "无突出问题",
        "主要问题。无", "主要问题:无", "主要问题。暂无", "主要问题:暂无", "主要问题。没有", "主要问题:没有",
    ]
}

/// Where section five says so.
pub fn denial(report: &Report) -> Option<Span> {
    // 主要问题:无, and not 主要问题:无法…
    let ends = |span: &Span| !report.str(*span).contains(['。', ':', '：']) || report.behind(*span, 1).text().trim_start_matches(['。', ';', ',']).is_empty();
    let inside = |span: &Span| report.section("五").is_some_and(|section| section.heading.end <= span.start && span.end <= section.span.end);
    // The longest words come first where several begin at one place.
    let told = seen(report, &RULE).map(|(_, span)| span).find(|span| inside(span) && ends(span));
    told.or_else(|| {
        let mut body = report.running("五");
        let only = body.next().filter(|_| body.next().is_none())?;
        let folded = Folded::new(report.str(only));
        let words = folded.text().trim_end_matches(['。', '.']);
        ["无", "暂无", "没有", "无情况"].contains(&words).then_some(only)
    })
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    if let Some(span) = denial(report) {
        found.push(RULE.at(span, "存在的问题和改进情况是规定要报告的，不能说没有；请写明不足和改进措施"));
    }
}
