use super::*;

rule! {
    /// 2021 年以前收取了信息处理费
    ///
    /// 信息处理费从 2021 年 1 月 1 日起才可以收取，2019 年、2020 年的报告一般不会有这笔收费。
    ///
    /// ## 依据
    /// 《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）
    ///
    /// ## 怎么改
    /// 核对收费的时间和名目；不是本年的删去，不是信息处理费的写明是什么费用。
    ///
    /// ```bad
    /// 青石镇人民政府2020年政府信息公开工作年度报告
    /// 六、其他需要报告的事项
    /// 2020年，本机关收取政府信息公开信息处理费⟦380⟧元。
    /// ```
    /// ```good
    /// 青石镇人民政府2021年政府信息公开工作年度报告
    /// 2021年，本机关收取政府信息公开信息处理费380元。
    /// ```
    V305 "early-fee" Warning
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    let Some((year, _)) = report.year.filter(|(year, _)| *year < 2021) else { return };
    if let Some(fact) = fees(report).next() {
        let message = format!("信息处理费从 2021 年起才可以收取，{year} 年却写了 {} 元；请核对时间和名目", fact.value);
        found.push(RULE.at(fact.span, message));
    }
}
