use super::*;

rule! {
    /// 表格的格式新旧混用
    ///
    /// 文中看不出是哪一年度的报告，但几张表格用的不是同一年的格式，至少有一张用错了。
    ///
    /// ## 依据
    /// 国办公开办函〔2019〕60号、国办公开办函〔2021〕30号
    ///
    /// ## 怎么改
    /// 统一使用本年度适用的格式。
    ///
    /// ```bad
    /// | 信息内容 | 本年处理决定数量 |
    /// | ⟦行政许可⟧ | 2 |
    /// | 行政处罚 | 2 |
    /// | 行政强制 | 2 |
    ///
    /// | 三、本年度办理结果 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
    /// | 5.要求行政机关确认或重新出具已获取信息 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
    /// | （六）其他处理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
    /// | （七）总计 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
    /// ```
    Y102 "mixed-edition" Error
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    let odd = report.tables.iter().find(|table| table.edition.name != report.tables[0].edition.name);
    if let (None, Some(odd)) = (report.due, odd) {
        let first = &report.tables[0];
        let message = format!(
            "表{}用的是 {} 年格式，表{}用的是 {} 年格式，请统一使用本年度适用的格式",
            first.section.number, first.edition.name, odd.section.number, odd.edition.name
        );
        found.push(RULE.at(first.first(), message).also(odd.first(), "格式与此不同"));
    }
}
