use super::*;
use crate::{form::Labelled, report::BoundTable};

rule! {
    /// 正文的答复理由件数与表格不一致
    ///
    /// 正文按理由说件数的，如“三类内部事务信息2件”“本机关不掌握相关政府信息3件”“重复申请1件”，应与表三的这一行一致。已经按不予公开、无法提供、不予处理的件数指出的，这里不重复。用语与表格不同，或者可能计在别的一行的，只作提示。
    ///
    /// ## 依据
    /// 国办公开办函〔2021〕30号所附格式；审核惯例
    ///
    /// ## 怎么改
    /// 核对台账，改正写错的一处；计在别的一行的，按答复所依据的条款归类。
    ///
    /// ```bad
    /// 2024年，属于行政查询事项⟦5⟧件。
    /// 【表三：一、本年新收政府信息公开申请数量=3,1,0,0,0,0,4；8.属于行政查询事项=3,1,0,0,0,0,4；（七）总计=3,1,0,0,0,0,4】
    /// ```
    /// ```good
    /// 2024年，本机关不掌握相关政府信息4件，属于重复申请的0件。
    /// 【表三：一、本年新收政府信息公开申请数量=3,1,0,0,0,0,4；1.本机关不掌握相关政府信息=3,1,0,0,0,0,4；（七）总计=3,1,0,0,0,0,4】
    /// ```
    X112 "subrow-told" Warning
    watch &WORDS
}

/// Words for a reason, the words that the label of its row has, and whether they are nearly those of the form.
const REASONS: [(&str, &str, bool); 18] = [
    ("属于国家秘密", "属于国家秘密", true),
    ("保护第三方合法权益", "第三方合法权益", true),
    ("三类内部事务信息", "三类内部事务", true),
    ("属于内部事务信息", "三类内部事务", false),
    ("四类过程性信息", "四类过程性", true),
    ("属于过程性信息", "四类过程性", false),
    ("行政执法案卷", "行政执法案卷", true),
    ("行政查询事项", "行政查询事项", true),
    ("本机关不掌握相关政府信息", "本机关不掌握", true),
    ("本机关不掌握", "本机关不掌握", false),
    ("没有现成信息需要另行制作", "没有现成信息", true),
    ("没有现成信息", "没有现成信息", false),
    ("补正后申请内容仍不明确", "补正后", true),
    ("补正后仍不明确", "补正后", false),
    ("信访举报投诉类", "信访举报投诉类", true),
    ("重复申请", "2.重复申请", true),
    ("要求提供公开出版物", "公开出版物", true),
    ("无正当理由大量反复申请", "大量反复申请", true),
];

const WORDS: [&str; REASONS.len()] = {
    let mut words = [""; REASONS.len()];
    let mut n = 0;
    while n < words.len() {
        words[n] = REASONS[n].0;
        n += 1;
    }
    words
};

const BETWEEN: [&str; 9] = ["的", "申请", "信息", "情形", "数量", "共", "为", "有", "”"];

fn check(report: &Report, found: &mut Vec<Finding>) {
    let Some(table) = report.table("三").filter(|table| !table.is_zero()) else { return };
    for (n, word) in seen(report, &RULE).filter(|(_, word)| report.section_at(word.start) != Some("五")) {
        let (_, label, official) = REASONS[n];
        let figure = report.count_behind(word, &BETWEEN).filter(|one| ["件", "宗", "份"].contains(&one.unit));
        let row = table.form.rows.iter().position(|row| row.label().contains(label));
        let (Some(figure), Some(row)) = (figure, row) else { continue };
        let (Some((cell, number)), Some(told)) = (table.written(row, "总计"), figure.value.as_i64()) else { continue };
        if number == told || is_told(report, cell) || contradicted(report, figure.span) || !report.is_of_year(figure.span) {
            continue;
        }
        // What is told may be counted in another row of the same kind.
        let certain = official && (number > 0 && told > number || told > group(table, row));
        let advice = if certain { "两处应当一致，请核对" } else { "可能计在别的一行，或者口径不同，请确认" };
        let message = format!("{}：正文为 {told}，表格为 {number}；{advice}", table.form.rows[row].label());
        let finding = RULE.at(figure.span, message).also(cell, "表格中的数");
        found.push(if certain { finding } else { finding.severity(Severity::Hint) });
    }
}

/// The sum of the rows of the same kind: 不予公开, 无法提供, 不予处理.
fn group(table: &BoundTable, row: usize) -> i64 {
    let above = |row: usize| table.form.rows[row].path().iter().rev().nth(1);
    let rows = (0..table.form.rows.len()).filter(|&other| above(other) == above(row));
    rows.filter_map(|row| Some(table.written(row, "总计")?.1)).fold(0, i64::saturating_add)
}

/// Whether another number of the text is told to contradict this cell.
fn is_told(report: &Report, cell: Span) -> bool {
    report.told.iter().any(|told| match &told.verdict {
        Verdict::Contradicts(number) | Verdict::Explained(_, number) => number.cells.contains(&cell),
        _ => false,
    })
}
