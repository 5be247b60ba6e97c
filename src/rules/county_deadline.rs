use super::*;

rule! {
    /// 乡镇、街道引用了县级以上的期限
    ///
    /// 条例第四十九条的 3 月 31 日，是县级以上人民政府的公开工作主管部门公布本级政府年度报告的期限，不是乡镇、街道的。
    ///
    /// ## 依据
    /// 《政府信息公开条例》第四十九条
    ///
    /// ## 怎么改
    /// 删去这一期限，或者改为县（市、区）规定的日期。
    ///
    /// ```bad
    /// 【标题】
    /// 根据《中华人民共和国政府信息公开条例》第四十九条“每年⟦3月31日⟧前向社会公布”的要求，编制本报告。
    /// ```
    /// ```good
    /// 云岭县人民政府2024年政府信息公开工作年度报告
    /// 根据《中华人民共和国政府信息公开条例》第四十九条“每年3月31日前向社会公布”的要求，编制本报告。
    /// ```
    D108 "county-deadline" Hint watch &["3月31日", "三月三十一日"]
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    if !report.body.is_grassroots() {
        return;
    }
    for (_, place) in seen(report, &RULE) {
        let sentence = report.str(report.sentence_of(place));
        let digit = report.before(place, 2).text().ends_with(|c: char| c.is_ascii_digit() || c == '十');
        if !digit && any::holds(sentence, &["条例", "四十九条", "每年"]) {
            let message = "3月31日是县级以上人民政府公布本级政府年度报告的期限，乡镇、街道的期限由当地规定";
            found.push(RULE.at(place, message));
        }
    }
}
