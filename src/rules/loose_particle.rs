use super::*;

rule! {
    /// “的”应为“地”
    ///
    /// 修饰动作的用“地”，如“及时准确地更新信息”；写作“的”是常见的误用。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 改为“地”。
    ///
    /// ```bad
    /// 【一】
    /// 及时准确⟦的更新⟧网站内容，认真⟦的开展⟧自查。
    /// 【三】
    /// ```
    /// ```good
    /// 【一】
    /// 及时准确地更新网站内容，信息得到及时的更新和维护。
    /// 【三】
    /// ```
    W110 "loose-particle" Hint watch &WORDS
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    const MANNER: &str = "及时 准确 有效 认真 积极 扎实 深入 切实 顺利 严格 充分 更好 有序 稳步 不断 圆满 逐步 迅速 快速 自觉";
    for (n, span) in seen(report, &RULE) {
        let (before, behind) = around(report, span);
        let manner = before.char_indices().nth_back(1).is_some_and(|(at, _)| MANNER.contains(&before[at..]));
        let object = behind.chars().next().is_some_and(|c| is_ideograph(c) && !"和与及或工情是有率性力度作的".contains(c));
        if manner && object {
            let right = WORDS[n].replace('的', "地");
            found.push(RULE.at(span, "修饰动作的“的”宜改为“地”").fix(right));
        }
    }
}

const WORDS: [&str; 14] = [
    "的更新", "的推进", "的开展", "的落实", "的完成", "的做好", "的发布", "的公开", "的处理", "的回应", "的答复", "的解决", "的推动",
    "的履行",
];
