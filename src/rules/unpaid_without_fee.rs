use super::*;

rule! {
    /// 有逾期未缴费的申请，正文没有说收费
    ///
    /// 表三（六）2 填了数，说明本年发出过收费通知。报告却没有一句话提到收费，或者说没有发出收费通知，两处矛盾；也可能是该行填错，应填在相邻的行。
    ///
    /// ## 依据
    /// 《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）；国办公开办函〔2021〕30号所附格式
    ///
    /// ## 怎么改
    /// 核对这一行；没有错的，在第六部分写明发出收费通知的件数和收取的金额。
    ///
    /// ```bad
    /// 【表三：一、本年新收政府信息公开申请数量=1,0,0,0,0,0,1；2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请=1,0,0,0,0,0,⟦1⟧；（七）总计=1,0,0,0,0,0,1】
    /// 六、其他需要报告的事项
    /// 无。
    /// ```
    /// ```good
    /// 【表三：一、本年新收政府信息公开申请数量=1,0,0,0,0,0,1；2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请=1,0,0,0,0,0,1；（七）总计=1,0,0,0,0,0,1】
    /// 六、其他需要报告的事项
    /// 本年度发出收费通知1件，申请人逾期未缴纳，未收取信息处理费。
    /// ```
    V304 "unpaid-without-fee" Warning
    watch &["收费", "费用", "处理费", "缴费", "未发出收费通知", "没有发出收费通知", "未发收费通知", "无收费通知"]
}

/// The number of words that only speak of fees; the others deny that a notice was sent.
const SPEAKING: usize = 4;

/// The number of applications that were closed for want of payment, and where it stands.
fn unpaid(report: &Report) -> Option<(Span, i64)> {
    let is_written = report.section("六").is_some() && !empty_section::is_unwritten(report, "六");
    let table = report.sound_table("三").filter(|_| is_written)?;
    let row = table.row("2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请")?;
    table.written(row, "总计").filter(|(_, unpaid)| *unpaid > 0)
}

/// Whether there are such applications, and the text has no word of fees.
pub(super) fn is_silent(report: &Report) -> bool {
    unpaid(report).is_some() && seen(report, &RULE).next().is_none()
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    let Some((span, unpaid)) = unpaid(report) else { return };
    let said: Vec<(usize, Span)> = seen(report, &RULE).collect();
    let name = format!("（六）2 有 {unpaid} 件因逾期未缴费不再处理，说明发出过收费通知");
    if let Some((_, denied)) = said.iter().find(|(word, _)| *word >= SPEAKING) {
        let message = format!("{name}，正文却说没有发出；请核对这一行和正文");
        found.push(RULE.at(span, message).also(*denied, "正文的说法"));
    } else if said.is_empty() {
        let message = format!("{name}，正文却没有提到收费；请核对这一行，没有错的在第六部分写明收费情况");
        found.push(RULE.at(span, message));
    }
}
