use super::*;

rule! {
    /// 留有待办的批注
    ///
    /// “（待核实）”“（此处补充）”“批注[1]”之类，是写作时留给自己或同事的话。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 办完之后删去。
    ///
    /// ```bad
    /// 2024年，青石镇主动公开政府信息30条⟦（待核实）⟧。
    /// ```
    /// ```bad
    /// 2024年，青石镇收到申请⟦？？？⟧件。
    /// ```
    /// ```good
    /// 【标题】
    /// 青石镇的申请人身份有待核实，相关信息待补充后公开。
    /// ```
    R107 "unfinished-note" Warning watch &[
        "(待核实)", "(待补充)", "(待定)", "(待确认)", "(待核)", "(待填)", "(待完善)", "(待改)", "(请核实)", "(请核对)", "(请补充)", "(请确认)",
        "(需核实)", "(需补充)", "(此处补充)", "(此处待补充)", "(数据待核实)", "(数据待补充)", "(数字待核实)", "(存疑)", "【待补充】", "【待核实】",
        "【待定】", "???", "批注[", "[批注", "(批注", "【批注", "(修改意见", "【修改", "TODO",
    ]
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    let mut told = 0;
    for (_, place) in seen(report, &RULE).filter(|(_, place)| !place.is_empty()) {
        if place.start >= told {
            told = place.end;
            let closed = report.str(place).ends_with([')', '）', '】']);
            let finding = RULE.at(place, "这像是写作时留下的批注，请办完之后删去");
            found.push(if closed { finding.fix("") } else { finding });
        }
    }
}
