use super::*;

rule! {
    /// 括号、书名号里是空的
    ///
    /// 空的括号，多半是模板的空位没有填，或者复制时丢了里面的内容。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 补上内容；没有内容的，删去括号。
    ///
    /// ```bad
    /// 本报告可在县政府网站下载⟦（）⟧，依据⟦《》⟧编制。
    /// ```
    /// ```good
    /// 【标题】
    /// 本报告可在县政府网站（青石镇专栏）下载。
    /// ```
    R103 "empty-brackets" Warning watch &["()", "《》", "<>", "〈〉", "“”", "【】", "{}", "[]"]
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    for (_, place) in seen(report, &RULE) {
        // A number of a document lacks its year: that is told as a slot; a box to be ticked has its word before it.
        let behind = report.behind(place, 1);
        let ticked = report.before(place, 1).text().ends_with(['是', '否']) && report.str(place).contains(char::is_whitespace);
        if !behind.text().starts_with('号') && !ticked {
            found.push(RULE.at(place, "里面是空的，请补上内容，或者删去").fix(""));
        }
    }
}
