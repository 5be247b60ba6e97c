use super::*;

rule! {
    /// 留有写作软件的答话
    ///
    /// “以下是为您撰写的……”“希望以上内容对您有帮助”是写作软件对使用者说的话，不是报告的内容。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 删去，并逐句核对软件写的内容是不是本机关的事实。
    ///
    /// ```bad
    /// ⟦以下是根据您⟧提供的信息撰写的年度报告：
    /// ```
    /// ```good
    /// 【标题】
    /// 以下是具体情况，希望以上措施对群众有帮助。
    /// ```
    R109 "chat-residue" Warning watch &[
        "以下是根据您", "以下是为您", "以下为您", "以下是一份", "以下是一篇", "作为一个人工智能", "作为人工智能", "作为AI", "作为一个AI", "希望以上内容",
        "希望这份报告", "希望对您有帮助", "您可以根据实际", "可根据实际情况修改", "可根据实际情况调整", "根据您提供的", "如需进一步修改", "如需进一步调整", "如果您需要", "您可以根据需要",
        "以上内容仅供参考", "以上仅供参考", "好的,以下", "请注意,以上",
    ]
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    let mut places = seen(report, &RULE).map(|(_, place)| place);
    let Some(first) = places.next() else { return };
    let finding = RULE.at(first, "这是写作软件的答话，不是报告的内容，请删去，并核对全文是否属实");
    let others = places.filter(|place| place.start >= first.end);
    found.push(others.fold(finding, |finding, place| finding.also(place, "同样的答话")));
}
