use super::*;
use crate::text::digits::{is_card, is_identity};

rule! {
    /// 公开了银行卡号
    ///
    /// 16 至 19 位、校验码正确，旁边又写了“卡”“账号”的，是银行卡号。单位收费的账号写了开户银行和户名的，只作提示。
    ///
    /// ## 依据
    /// 《政府信息公开条例》第十五条；《个人信息保护法》
    ///
    /// ## 怎么改
    /// 删去；确需保留的，遮盖中间各位。
    ///
    /// ```bad
    /// 申请人的银行卡号⟦6222021234567890128⟧已登记。
    /// ```
    /// ```good
    /// 【标题】
    /// 银行卡号、账号等隐私内容已模糊处理，如6222****0128。
    /// ```
    P103 "bank-card" Warning
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    for row in report.long_numbers().iter().filter(|row| is_card(&row.digits) && !is_identity(&row.digits)) {
        let before = report.before(row.span, 20);
        let text = before.text();
        let own = any::holds(text, &["卡", "个人账", "存折", "工资账"]);
        let account = any::holds(text, &["账号", "帐号", "账户", "帐户"]);
        if own || account {
            let severity = if own { Severity::Warning } else { Severity::Hint };
            let finding = RULE.at(row.span, "这像是银行卡号，属于个人信息，请删去或者遮盖").severity(severity);
            found.push(finding.fix(row.masked(4, "****", 4)));
        }
    }
}
