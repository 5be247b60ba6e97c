use super::*;

rule! {
    /// 联系方式有项目没有填
    ///
    /// 写了“联系电话：”“邮编：”，后面却没有内容。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 补上内容，或者删去这一项。
    ///
    /// ```bad
    /// 请与青石镇党政综合办公室联系（地址：青石镇镇兴路18号，⟦邮编：⟧，联系电话：0500-2180018）。
    /// ```
    /// ```good
    /// 【标题】
    /// 请与青石镇党政综合办公室联系（地址：青石镇镇兴路18号，邮编：300999，传真：无，联系电话：0500-2180018）。
    /// ```
    R104 "empty-field" Warning watch &["电话:", "邮编:", "邮政编码:", "传真:", "邮箱:", "地址:", "网址:", "信箱:", "联系人:"]
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    for (_, place) in seen(report, &RULE) {
        let behind = report.behind(place, 2);
        // At the end of a line what follows may only be on the next one.
        if behind.text().starts_with([',', ';', '。', ')', '、']) {
            found.push(RULE.at(place, "后面没有内容，请补上，或者删去这一项"));
        }
    }
}
