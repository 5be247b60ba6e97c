use super::*;

rule! {
    /// 信息处理费的金额不合收费标准
    ///
    /// 信息处理费按件或按量计收，每件 100 元，或每页 10 元、20 元、40 元，总额都是 10 元的整倍数。
    ///
    /// ## 依据
    /// 《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）
    ///
    /// ## 怎么改
    /// 与收费通知、缴费凭证核对；误把邮寄、复印等费用算进来的，去掉。
    ///
    /// ```bad
    /// 2024年，本机关收取政府信息公开信息处理费⟦385⟧元。
    /// ```
    /// ```good
    /// 【三】
    /// 【六】
    /// ```
    V302 "odd-fee" Warning
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    if report.year.is_some_and(|(year, _)| year < 2021) {
        return;
    }
    // An amount that table two does not have is told already.
    let told = fee_told::uncounted(report).map(|(fact, ..)| fact.span);
    for fact in fees(report).filter(|fact| fact.value % 10 != 0 && Some(fact.span) != told) {
        let message = format!(
            "信息处理费 {} 元不合收费标准：按件每件 100 元，按量每页 10、20、40 元，请核对",
            fact.value
        );
        found.push(RULE.at(fact.span, message));
    }
}
