use super::*;

rule! {
    /// 表格里有格式之外的行
    ///
    /// 规定的表格不能增加行；所选的地方要求允许增加的除外。自设的办理结果应归入格式已有的项目，如“不属于本机关公开范围”归入“（四）无法提供”“1.本机关不掌握相关政府信息”。
    ///
    /// ## 依据
    /// 国办公开办函〔2021〕30号所附格式
    ///
    /// ## 怎么改
    /// 把这一行的数归入格式已有的行，再删去这一行。
    ///
    /// ```bad
    /// | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
    /// | 规章 | 0 | 0 | 0 |
    /// | 行政规范性文件 | 1 | 0 | 9 |
    /// | ⟦其他主动公开文件⟧ | 30 | 0 | 30 |
    /// ```
    /// ```good
    /// | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
    /// | 规章 | 0 | 0 | 0 |
    /// | 行政规范性文件 | 1 | 0 | 9 |
    /// | 其他主动公开文件 | 30 | 0 | 30 |
    /// 【地方要求】
    /// # 云岭省
    /// 依据：云岭省年度报告编制要求
    /// ## 二、主动公开政府信息情况
    /// - 可增加行：其他主动公开文件
    /// ```
    S304 "foreign-row" Warning
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    for table in &report.tables {
        for row in &table.foreign {
            let label: String = report.str(row.label).split_whitespace().collect();
            let allowed = report.profile.is_some_and(|profile| profile.allows_row(&table.section.number, &label));
            // Kinds of results of an author's own are told by the rule that knows where they belong.
            if allowed || table.section.number == "三" && own_result_kind::official(&label).is_some() {
                continue;
            }
            let message = format!("表{}没有“{label}”这一行，请归入格式已有的项目", table.section.number);
            found.push(RULE.at(row.label, message));
        }
    }
}
