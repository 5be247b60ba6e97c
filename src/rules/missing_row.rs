use super::*;
use crate::form::Labelled;

rule! {
    /// 表格缺少规定的行
    ///
    /// 文字里有行的名称、只是读不成一行的，多半是复制时打乱了，作为存疑提出。
    ///
    /// ## 依据
    /// 国办公开办函〔2021〕30号所附格式
    ///
    /// ## 怎么改
    /// 按格式补上缺少的行，没有数据的填 0。
    ///
    /// ```bad
    /// 【表三：⟦一、本年新收政府信息公开申请数量⟧=0,0,0,0,0,0,0；3.补正后申请内容仍不明确=删】
    /// ```
    /// ```good
    /// 【表三】
    /// ```
    S302 "missing-row" Error
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    for table in &report.tables {
        if table.is_excerpt() && !report.is_whole() {
            continue;
        }
        let rows = table.rows.iter().zip(&table.form.rows);
        let missing: Vec<&str> = rows.filter(|(bound, _)| !bound.found).map(|(_, row)| row.label()).collect();
        if missing.is_empty() {
            continue;
        }
        let (number, rows) = (&table.section.number, missing.len());
        let jumbled = missing.iter().any(|label| report.mentions(number, label));
        found.push(if jumbled {
            let message = format!(
                "表{number}有 {rows} 行没有读成表格：{}；请连同表格一起复制，或改用原来的 Word、Excel 文件",
                listed(&missing)
            );
            RULE.at(table.first(), message).severity(Severity::Warning)
        } else {
            RULE.at(table.first(), format!("表{number}缺少 {rows} 行：{}", listed(&missing)))
        });
    }
}
