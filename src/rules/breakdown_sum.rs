use super::*;
use crate::report::parts::Verdict;

rule! {
    /// “其中”各项之和与总数不符
    ///
    /// 句子先说总数，再列各项，各项相加应等于总数。列明“其他”、按渠道划分、写在括号里的，视为列全；列了“等”“主要”、数目是约数的，不作比较；用顿号并列的各项之和正好等于总数的，逗号后面另说一事；同一句前面另有数目、各项是划分那个数目的，不提出。各项之和超过总数的，也可能是分类有重叠。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 核对总数和各项，改正写错的数；没有列全的，加“等”字；分类有重叠的，加以说明。
    ///
    /// ```bad
    /// 2024年，青石镇主动公开政府信息⟦100⟧条，其中工作动态41条，公示公告35条，其他28条。
    /// 【三】
    /// ```
    /// ```good
    /// 2024年，青石镇主动公开政府信息100条，同比增加30条，其中工作动态41条，公示公告35条，其他24条。
    /// 【三】
    /// ```
    /// ```good
    /// 2024年，青石镇主动公开政府信息100条，其中机构职能10条，领导信息20条，工作进展30条，公告30条，总结9条，其余通过公示栏公开。
    /// 【三】
    /// ```
    /// ```good
    /// 2024年，青石镇主动公开政府信息104条，其中工作动态41条，公示公告35条，其他28条。
    /// 【三】
    /// ```
    /// ```good
    /// 2024年，青石镇收到政府信息公开申请37件，上年结转3件，办结38件，结转下年度继续办理2件。其中自然人申请32件、法人或其他组织申请5件。
    /// 【表三：一、本年新收政府信息公开申请数量=32,5,0,0,0,0,37；二、上年结转政府信息公开申请数量=3,0,0,0,0,0,3；（一）予以公开=33,5,0,0,0,0,38；（七）总计=33,5,0,0,0,0,38；四、结转下年度继续办理=2,0,0,0,0,0,2】
    /// ```
    /// ```good
    /// 2024年，青石镇制定行政规范性文件6件，其中镇政府2件、镇党政办4件，现行有效12件。
    /// 【三】
    /// ```
    N101 "breakdown-sum" Warning
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    // A part that is larger than the whole is told by the rule about it.
    for breakdown in report.breakdowns().iter().filter(|one| one.larger.is_none()) {
        // A number that contradicts the table is told already; the others may add up.
        let told = |place: &Span| contradicted(report, *place);
        if told(&breakdown.total) || breakdown.items.iter().any(told) {
            continue;
        }
        let (value, sum) = (breakdown.value, breakdown.sum);
        let (advice, severity) = match breakdown.verdict {
            Verdict::Exact | Verdict::Silent => continue,
            Verdict::Wrong => ("总数或其中一项有误", Severity::Warning),
            Verdict::TooMuch => ("总数或其中一项有误，或者分类有重叠", Severity::Warning),
            Verdict::NearlyAll => ("可能漏列了一项，请确认", Severity::Hint),
        };
        let message = format!("总数为 {value}，所列 {} 项之和为 {sum}：{advice}", breakdown.items.len());
        let finding = RULE.at(breakdown.total, message).severity(severity);
        found.push(breakdown.items.iter().fold(finding, |finding, &item| finding.also(item, "其中一项")));
    }
}
