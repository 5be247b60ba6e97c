use super::*;

rule! {
    /// 正文的许可、处罚、强制数与表格不一致
    ///
    /// 正文说全年作出行政许可、行政处罚、行政强制决定多少件的，可与表二“处理决定数量”对照。正文说的可能只是一部分，比表格少而没有说“全年”“共”的不提出；公示、公开的条数不是决定的件数，不比较。
    ///
    /// ## 依据
    /// 国办公开办函〔2021〕30号所附格式；审核惯例
    ///
    /// ## 怎么改
    /// 核对执法台账，改正写错的一处；口径不同的，在正文里说明。
    ///
    /// ```bad
    /// 2024年，本机关全年作出行政许可决定⟦12⟧件、行政处罚决定5件。
    /// 【表二：行政许可=10；行政处罚=5；行政强制=0】
    /// ```
    /// ```good
    /// 2024年，本机关作出行政许可决定10件，公示行政许可12件，办理食品类行政处罚3件。
    /// 【表二：行政许可=10；行政处罚=5；行政强制=0】
    /// ```
    X111 "decisions-told" Hint
    watch &["行政许可", "行政处罚", "行政强制"]
}

const ROWS: [&str; 3] = ["行政许可", "行政处罚", "行政强制"];
const BETWEEN: [&str; 9] = ["办理量", "处理决定", "决定", "案件", "措施", "事项", "数量", "共", "为"];

fn check(report: &Report, found: &mut Vec<Finding>) {
    let Some(table) = report.table("二").filter(|table| !table.is_empty()) else { return };
    for (n, word) in seen(report, &RULE).filter(|(_, word)| report.section_at(word.start) != Some("五")) {
        let Some(figure) = report.count_behind(word, &BETWEEN).filter(|one| ["件", "宗", "起", "份"].contains(&one.unit))
        else {
            continue;
        };
        let columns = ["本年处理决定数量", "处理决定数量"];
        let cell = table.row(ROWS[n]).and_then(|row| columns.iter().find_map(|column| table.written(row, column)));
        let (Some((cell, number)), Some(told)) = (cell, figure.value.as_i64()) else { continue };
        let lead = report.str(Span::new(report.sentence_at(word.start).start, word.start));
        let has = |words: &[&str]| any::holds(lead, words);
        let published = has(&["公示", "公开", "公布", "发布", "归集", "上传", "录入", "推送"]);
        let whole = told > number || has(&["全年", "共"]);
        if number != told && whole && !published && report.is_of_year(figure.span) {
            let message =
                format!("{}的决定：正文为 {told}，表格为 {number}；两处口径可能不同，请核对", ROWS[n]);
            found.push(RULE.at(figure.span, message).also(cell, "表格中的数"));
        }
    }
}
