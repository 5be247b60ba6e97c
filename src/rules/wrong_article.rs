use super::*;

rule! {
    /// 年度报告的依据写错了条款
    ///
    /// 编制、公布年度报告，依据的是《政府信息公开条例》第四十九条、第五十条。写成第四十条、第五十一条之类的，多半是笔误。别的事项引用别的条款，不作比较。
    ///
    /// ## 依据
    /// 《政府信息公开条例》第四十九条、第五十条
    ///
    /// ## 怎么改
    /// 改为“第五十条”。
    ///
    /// ```bad
    /// 根据《中华人民共和国政府信息公开条例》⟦第四十条⟧规定，编制本报告。
    /// ```
    /// ```good
    /// 【标题】
    /// 根据《中华人民共和国政府信息公开条例》（国务院令第711号）第四十九条、第五十条规定，编制本报告。依据《条例》第三十六条第（一）项答复申请，按照《条例》第二十条编制主动公开目录。
    /// ```
    D110 "wrong-article" Warning watch &["《条例》", "《政府信息公开条例》", "《中华人民共和国政府信息公开条例》"]
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    if report.year.is_some_and(|(year, _)| year < 2019) {
        return;
    }
    for (_, place) in seen(report, &RULE) {
        let behind = report.behind(place, 80);
        let text = behind.text().split('。').next().unwrap_or("");
        let list = if text.starts_with('(') { text.find(')').map_or("", |end| &text[end + 1..]) } else { text };
        let Some(end) = list.find('条').filter(|end| *end <= 21 && list.starts_with('第')) else { continue };
        // 按照第二十条主动公开年度报告: what it says is published, and not what it is made by.
        let makes = list.contains("报告") && (list.contains("编制") || list.contains("现公布"));
        if !makes || any::holds(list, &["四十九条", "五十条", "49条", "50条", "主动公开"]) {
            continue;
        }
        let start = text.len() - list.len();
        let finding = RULE.at(behind.span(start, start + end + '条'.len_utf8()), "编制年度报告的依据是第四十九条、第五十条，请核对");
        found.push(finding.fix("第五十条"));
    }
}
