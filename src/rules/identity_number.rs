use super::*;
use crate::text::digits::{has_birth_date, is_identity};

rule! {
    /// 公开了身份证号码
    ///
    /// 18 位、校验码正确的，是身份证号码；15 位的旧号码和校验码不对的，旁边写了“身份证”才算。统一社会信用代码不算。
    ///
    /// ## 依据
    /// 《政府信息公开条例》第十五条；《个人信息保护法》
    ///
    /// ## 怎么改
    /// 删去；确需保留的，遮盖中间各位。
    ///
    /// ```bad
    /// 申请人赵某强（身份证号⟦11010519491231002X⟧）的申请已答复。
    /// ```
    /// ```bad
    /// 已答复身份证号为⟦110105491231002⟧的申请人。
    /// ```
    /// ```good
    /// 【标题】
    /// 对身份证、银行卡等隐私内容模糊处理，如110105********002X；机构的统一社会信用代码为113208000142789010。
    /// ```
    P101 "identity-number" Error
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    for row in report.long_numbers() {
        let named = || any::holds(report.before(row.span, 14).text(), &["身份证", "证件号", "身份号"]);
        let certain = is_identity(&row.digits);
        if certain || matches!(row.digits.len(), 15 | 18) && (has_birth_date(&row.digits) || row.digits.len() == 18) && named() {
            let severity = if certain { Severity::Error } else { Severity::Warning };
            let finding = RULE.at(row.span, "这像是身份证号码，属于个人信息，请删去或者遮盖").severity(severity);
            found.push(finding.fix(row.masked(6, "********", 1)));
        }
    }
}
