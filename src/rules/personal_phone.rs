use super::*;
use crate::text::digits::is_mobile;

rule! {
    /// 公开了申请人的手机号码
    ///
    /// 与申请人写在一起的手机号码是个人信息。联系方式里的办公电话、手机号码不算。
    ///
    /// ## 依据
    /// 《政府信息公开条例》第十五条；《个人信息保护法》
    ///
    /// ## 怎么改
    /// 删去；确需保留的，遮盖中间各位。
    ///
    /// ```bad
    /// 【标题】
    /// 一、总体情况
    /// 申请人王某（电话⟦13800138000⟧）的申请已答复。
    /// ```
    /// ```good
    /// 【标题】
    /// 如有疑问，请与青石镇党政综合办公室联系（联系电话：13800138000）。申请人可以拨打13800138000咨询。
    /// ```
    P102 "personal-phone" Warning
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    for row in report.long_numbers().iter().filter(|row| is_mobile(&row.digits)) {
        if beside_applicant(report, row.span) {
            let masked = row.masked(row.digits.len() - 8, "****", 4);
            found.push(RULE.at(row.span, "这像是申请人的手机号码，属于个人信息，请删去或者遮盖").fix(masked));
        }
    }
}

/// Whether an applicant is named before a place, in the sentence and without being told to call or to write there.
pub fn beside_applicant(report: &Report, place: Span) -> bool {
    let sentence = report.sentence_of(place);
    let before = report.before(place, 40);
    let text = before.text();
    let text = text.rfind(['。', ';']).map_or(text, |at| &text[at..]);
    let persons = ["申请人", "申请者", "来电人", "信访人", "当事人", "村民", "居民", "业主", "群众"];
    let Some(at) = persons.iter().filter_map(|person| text.rfind(person)).max() else { return false };
    let told = ["可", "请", "拨打", "发至", "发送", "寄", "咨询", "联系", "向", "通过", "监督", "公布", "设立", "开通", "到"];
    let between = text[at..].replace("申请", "").replace("联系电话", "").replace("联系方式", "");
    !any::holds(&between, &told) && !report.str(sentence).contains("如有疑问")
}
