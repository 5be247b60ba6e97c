use super::*;

rule! {
    /// 留有格式中的填写说明
    ///
    /// 格式里写给填报人看的话不是报告的内容，应当删去。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 删去这句话。
    ///
    /// ```bad
    /// ⟦该部分以表格形式报告⟧。表格如下：
    /// 【三】
    /// ```
    /// ```good
    /// 具体数字见下表。
    /// 【三】
    /// ```
    R101 "template-note" Warning watch &["该部分以表格形式报告", "主要报告本机关上一年度"]
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    for (_, span) in seen(report, &RULE) {
        found.push(RULE.at(span, "这是格式中的填写说明，不是报告的内容，请删去"));
    }
}
