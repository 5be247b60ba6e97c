use super::*;

rule! {
    /// 表格没有填写
    ///
    /// 整张表格没有一个数字；或者全部是 0，而正文说了好几个数，多半是忘了填，作为存疑提出。
    ///
    /// ## 依据
    /// 国办公开办函〔2021〕30号所附格式
    ///
    /// ## 怎么改
    /// 填写表格，没有数据的填 0；表格没有错的，改正文。
    ///
    /// ```bad
    /// | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
    /// | ⟦规章⟧ | | | |
    /// | 行政规范性文件 | | | |
    /// ```
    /// ```bad
    /// 2024年，收到政府信息公开申请5件，办结4件，结转下年度1件。
    /// 【表三：⟦一、本年新收政府信息公开申请数量⟧=0,0,0,0,0,0,0】
    /// ```
    /// ```good
    /// 2024年，收到政府信息公开申请0件，办结0件，结转下年度0件。
    /// 【表三】
    /// ```
    V102 "empty-table" Error
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    for table in &report.tables {
        let number = &table.section.number;
        if table.is_empty() {
            let message = format!("表{number}没有填写：一个数字也没有，没有数据的应填 0");
            found.push(RULE.at(table.first(), message));
            continue;
        }
        let cells: Vec<Span> = table.cells().map(|(.., cell)| cell.span).collect();
        let told = report.told.iter().filter_map(|told| match &told.verdict {
            Verdict::Unfilled(number) if number.cells.iter().any(|cell| cells.contains(cell)) => Some((told.fact, number)),
            _ => None,
        });
        let told: Vec<_> = told.collect();
        if told.is_empty() {
            continue;
        }
        let numbers: Vec<String> =
            told.iter().take(4).map(|(fact, number)| format!("{} {}", number.name, fact.value)).collect();
        let message = format!(
            "表{number}全部是 0，正文却有 {} 个数（{}）：表格可能没有填写，请核对",
            told.len(),
            numbers.join("、") + if told.len() > 4 { "等" } else { "" }
        );
        let finding = RULE.at(table.first(), message).severity(Severity::Warning);
        found.push(told.iter().fold(finding, |finding, (fact, _)| finding.also(fact.span, "正文的数")));
    }
}
