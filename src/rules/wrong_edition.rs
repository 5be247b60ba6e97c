use super::*;
use crate::{
    form::{Labelled, TableForm},
    report::BoundTable,
};

rule! {
    /// 表格用了其他年度的格式
    ///
    /// 2019、2020 年度的报告用 2019 年印发的试行格式，2021 年度起用 2021 年印发的格式。两种格式的表二差别很大，表三只差在
    /// “（六）其他处理”：试行格式是一行，现行格式分三行。
    ///
    /// ## 依据
    /// 国办公开办函〔2019〕60号、国办公开办函〔2021〕30号
    ///
    /// ## 怎么改
    /// 下载本年度适用的格式，重新填表。
    ///
    /// ```bad
    /// 青石镇人民政府2024年政府信息公开工作年度报告
    /// | 信息内容 | ⟦上一年项目数量⟧ | 本年增/减 | 处理决定数量 |
    /// | 行政许可 | 3 | 0 | 2 |
    /// | 其他对外管理服务事项 | 3 | 0 | 2 |
    /// ```
    /// ```good
    /// 青石镇人民政府2020年政府信息公开工作年度报告
    /// | 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |
    /// | 行政许可 | 3 | 0 | 2 |
    /// | 其他对外管理服务事项 | 3 | 0 | 2 |
    /// ```
    Y101 "wrong-edition" Error
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    let (Some(due), Some((year, told))) = (report.due, report.sure_year()) else { return };
    let of_due = |table: &BoundTable| due.section(&table.section.number).and_then(|section| section.table.as_ref());
    let mut wrong = vec![];
    for table in report.tables.iter().filter(|table| table.edition.name != due.name) {
        let Some(right) = of_due(table) else { continue };
        let (added, lacking) = differences(table.form, right);
        // Rows whose words are there were only not read; that is told by the rule about missing rows.
        let jumbled = !lacking.is_empty() && lacking.iter().filter(|label| label.chars().count() > 6).all(|label| report.mentions(&table.section.number, label));
        if (!added.is_empty() || !lacking.is_empty()) && !jumbled {
            wrong.push((table, added, lacking));
        }
    }
    let Some((first, ..)) = wrong.first() else { return };
    let names: Vec<String> = wrong.iter().map(|(table, ..)| format!("表{}", table.section.number)).collect();
    let mut message = format!(
        "{year} 年度的报告应使用 {} 年格式（{}），{}用的是 {} 年格式，请换用规定的表重新填写",
        due.name,
        due.basis,
        names.join("、"),
        first.edition.name
    );
    for ((_, added, lacking), name) in wrong.iter().zip(&names) {
        message += &format!("；{name}：");
        if !added.is_empty() {
            message += &format!("应去掉{}", named(added));
        }
        if !lacking.is_empty() {
            message += if added.is_empty() { "应有" } else { "，应有" };
            message += &named(lacking);
        }
    }
    let place = |table: &BoundTable, added: &[&str]| table.label_place(added).unwrap_or(table.first());
    let finding = RULE.at(place(wrong[0].0, &wrong[0].1), message).also(told, "报告年度");
    let others = wrong[1..].iter().map(|(table, added, _)| place(table, added));
    found.push(others.fold(finding, |finding, span| finding.also(span, "也是其他年度的格式")));
}

/// The labels that only the one and only the other table has.
fn differences(own: &'static TableForm, right: &'static TableForm) -> (Vec<&'static str>, Vec<&'static str>) {
    let labels = |table: &'static TableForm| -> Vec<&'static str> {
        let columns = table.blocks.iter().flat_map(|block| block.columns.iter().map(Labelled::label));
        let mut labels: Vec<&str> = table.rows.iter().map(Labelled::label).chain(columns).collect();
        let mut seen = vec![];
        labels.retain(|label| !seen.contains(label) && { seen.push(label); true });
        labels
    };
    let (own, right) = (labels(own), labels(right));
    let only = |these: &[&'static str], those: &[&'static str]| {
        these.iter().filter(|label| !those.contains(label)).copied().collect()
    };
    (only(&own, &right), only(&right, &own))
}

/// Labels as they stand in the message, which names two of them: the form has some of thirty characters.
fn named(labels: &[&str]) -> String {
    const SHOWN: usize = 2;
    const LONGEST: usize = 14;
    let short = |label: &&str| match label.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("“{}…”", &label[..end]),
        None => format!("“{label}”"),
    };
    let names: String = labels.iter().take(SHOWN).map(short).collect();
    if labels.len() > SHOWN { format!("{names}等 {} 项", labels.len()) } else { names }
}
