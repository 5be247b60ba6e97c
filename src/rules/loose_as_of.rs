use super::*;

rule! {
    /// “截止”应为“截至”
    ///
    /// “截至”后面跟时间，如“截至12月31日”；“截止”是到期停止的意思，后面不带时间。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 改为“截至”；“截止到”可以不改。
    ///
    /// ```bad
    /// 【一】
    /// ⟦截止⟧2024年12月31日，公开信息386条。⟦截止⟧目前，没有发生行政诉讼。
    /// 【三】
    /// ```
    /// ```good
    /// 【一】
    /// 截至2024年12月31日，公开信息386条，数据截止日期为12月31日，截止到年底没有发生行政诉讼。
    /// 【三】
    /// ```
    W114 "loose-as-of" Hint watch &["截止"]
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    for (_, span) in seen(report, &RULE) {
        let (_, behind) = around(report, span);
        let behind = behind.trim_start_matches(is_blank);
        let time = behind.starts_with(|c: char| half_width(c).is_ascii_digit() || "二本去今年目当".contains(c));
        if time {
            found.push(RULE.at(span, "后面跟时间的用“截至”").fix("截至"));
        }
    }
}
