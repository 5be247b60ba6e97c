//! Findings as a person reads them in a terminal.
use super::json::{
    CellJson, CheckOutput, CheckedFile, FileFindings, FindingJson, PlaceJson, ReadFile, ReadOutput, ReportJson,
    RowJson, RulesOutput, Summary,
};
use crate::finding::Severity;
use std::fmt::Write;

/// The longest excerpt, in characters.
const EXCERPT: usize = 36;

/// The findings of all files.
pub fn check(output: &CheckOutput) -> String {
    let mut out = String::new();
    for checked in &output.files {
        match checked {
            CheckedFile::Checked(checked) => {
                let compared = output.groups.iter().any(|group| group.files.first() == Some(&checked.file));
                file(&mut out, checked, compared);
            }
            CheckedFile::Failed(failed) => drop(writeln!(out, "{}  未能核对：{}\n", failed.file, failed.error)),
        }
    }
    for group in &output.groups {
        let _ = writeln!(out, "{}  与上年报告比较", group.files.join("、"));
        one(&mut out, 1, group);
        out.push('\n');
    }
    out
}

/// The findings of a file; `compared` if comparing it with last year's report found something as well.
fn file(out: &mut String, file: &FileFindings, compared: bool) {
    let place = file.profile.as_ref().map_or(String::new(), |name| format!("和{name}的要求"));
    let identity = identity(file.organ.as_deref(), file.year);
    let _ = writeln!(out, "{}  {identity}  按 {} 年格式{place}核对", file.file, file.form);
    notes(out, &file.notes);
    for (n, finding) in file.findings.iter().enumerate() {
        one(out, n + 1, finding);
    }
    let _ = writeln!(out, "\n  {}\n", summary_of(file, compared));
}

fn identity(organ: Option<&str>, year: Option<u16>) -> String {
    format!("{}  {}", organ.unwrap_or("未写明机关"), year.map_or("年度不明".to_owned(), |year| format!("{year} 年")))
}

fn one(out: &mut String, number: usize, finding: &FindingJson) {
    let severity = severity(finding.severity);
    let Some(place) = finding.places.first() else { return };
    let _ = writeln!(out, "\n{number:>4}. {severity}  {}", finding.message);
    let _ = writeln!(out, "      {}{}", whereabouts(place), excerpt(place));
    for fix in &finding.fixes {
        let _ = writeln!(out, "      可以：{}", fix.label);
    }
    let _ = writeln!(out, "      规则：{} {}", finding.code, finding.name);
}

/// `第 57 行，第三部分`, with row and column where the place is in a table; in place of the line what the file has.
pub fn whereabouts(place: &PlaceJson) -> String {
    let mut text = match (place.page, &place.sheet, &place.cell, place.paragraph) {
        (Some(page), ..) => format!("第 {page} 页"),
        (_, Some(sheet), Some(cell), _) => format!("工作表“{sheet}”{cell}"),
        (.., Some(paragraph)) => format!("第 {paragraph} 段"),
        _ => format!("第 {} 行", place.line),
    };
    match (&place.table, &place.section) {
        (Some(table), _) => text += &format!("，表{table}"),
        (None, Some(section)) => text += &format!("，第{section}部分"),
        _ => {}
    }
    for label in [&place.row, &place.column].into_iter().flatten().filter(|label| !label.is_empty()) {
        text += &format!("，{label}");
    }
    text
}

fn excerpt(place: &PlaceJson) -> String {
    let text: String = place.text.split_whitespace().collect();
    match text.chars().count() {
        0 => String::new(),
        n if n <= EXCERPT => format!("：“{text}”"),
        _ => format!("：“{}……”", text.chars().take(EXCERPT).collect::<String>()),
    }
}

/// The counts in words: `3 处错误，1 处存疑`.
pub fn summary(summary: Summary) -> String {
    let counts = [(summary.error, "处错误"), (summary.warning, "处存疑"), (summary.hint, "条提示")];
    let told: Vec<String> = counts.iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{n} {what}")).collect();
    if told.is_empty() { "未发现问题".to_owned() } else { told.join("，") }
}

/// The counts in words, with a hint at what comparing with last year's report found, which is told apart.
/// and with the count of what is silenced.
pub fn summary_of(file: &FileFindings, compared: bool) -> String {
    let told = match (compared, file.findings.len()) {
        (false, _) => summary(file.summary),
        (true, 0) => "这份报告本身未发现问题；与上年报告不衔接，见下".to_owned(),
        (true, _) => format!("{}；与上年报告不衔接，见下", summary(file.summary)),
    };
    match file.silenced {
        0 => told,
        silenced => format!("{told}；另按要求忽略 {silenced} 条"),
    }
}

/// The reports as they were understood.
pub fn read(output: &ReadOutput) -> String {
    let mut out = String::new();
    for file in &output.files {
        match file {
            ReadFile::Read(file) => report(&mut out, file),
            ReadFile::Failed(failed) => drop(writeln!(out, "{}  读不了：{}\n", failed.file, failed.error)),
        }
    }
    out
}

/// What could not be read stands first: it explains much of what follows.
fn notes(out: &mut String, notes: &[String]) {
    for note in notes {
        let _ = writeln!(out, "  说明：{note}");
    }
}

fn report(out: &mut String, report: &ReportJson) {
    let _ =
        writeln!(out, "{}  {}  {} 年格式", report.file, identity(report.organ.as_deref(), report.year), report.form);
    notes(out, &report.notes);
    for section in &report.sections {
        let _ = writeln!(out, "  第{}部分：{}", section.number, section.heading);
    }
    for table in &report.tables {
        let cells = table.rows.iter().flat_map(|row| &row.cells);
        let (all, read) = (cells.clone().count(), cells.filter(|cell| cell.value.is_some()).count());
        let _ = writeln!(out, "\n  表{}（{} 年格式）：应有 {all} 个数，读到 {read} 个", table.table, table.form);
        table.rows.iter().for_each(|line| row(out, line));
    }
    out.push('\n');
}

fn row(out: &mut String, row: &RowJson) {
    let label = if row.row.is_empty() { "数据行" } else { &row.row };
    if row.found.is_none() {
        let _ = writeln!(out, "    {label}：未找到");
        return;
    }
    let text = |cell: &CellJson| match cell.text.as_deref() {
        None => "〔缺〕".to_owned(),
        Some("") => "〔空〕".to_owned(),
        Some(text) => text.to_owned(),
    };
    let _ = writeln!(out, "    {label}：{}", row.cells.iter().map(text).collect::<Vec<_>>().join(" "));
    let missing: Vec<&str> =
        row.cells.iter().filter(|cell| cell.value.is_none()).map(|cell| cell.column.as_str()).collect();
    if !missing.is_empty() {
        let _ = writeln!(out, "      没有数：{}", missing.join("、"));
    }
}

/// The catalogue, or the whole pages of some rules.
pub fn rules(output: &RulesOutput, pages: bool) -> String {
    let mut out = String::new();
    for rule in &output.rules {
        let severity = severity(rule.severity);
        let _ = writeln!(out, "{}  {severity}  {}  {}", rule.code, rule.title, rule.name);
        if pages {
            let _ = writeln!(out, "\n{}\n", rule.page.as_deref().unwrap_or_default());
        }
    }
    out
}

fn severity(name: &str) -> &'static str {
    let all = [Severity::Error, Severity::Warning, Severity::Hint];
    all.into_iter().find(|severity| severity.name() == name).map_or("", Severity::label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_last_years_report_tells_is_not_passed_over() {
        let doc = crate::read::read_str("没有申请。").unwrap();
        let checked = crate::check(&doc);
        let mut file = crate::render::json::file("甲.txt", &doc, &checked);
        assert_eq!(summary_of(&file, true), "1 处错误；与上年报告不衔接，见下");
        (file.summary, file.findings) = (Summary::default(), vec![]);
        assert_eq!(summary_of(&file, false), "未发现问题");
        assert!(!summary_of(&file, true).starts_with("未发现问题"));
        file.silenced = 3;
        assert_eq!(summary_of(&file, false), "未发现问题；另按要求忽略 3 条");
    }
}
