use super::*;
use crate::{report::Passage, text::number::FigureKind};

rule! {
    /// 正文说的是另一年的事
    ///
    /// 标题写的是一年，正文却几乎都说另一年，没有一句以标题的年度开头。可能是标题的年度写错了，也可能整篇沿用了别的年度的报告。统计期限也不对的，由 Y201 指出。
    ///
    /// ## 依据
    /// 《政府信息公开条例》第五十条；审核惯例
    ///
    /// ## 怎么改
    /// 核对标题的年度；正文是沿用的，逐段改写并核对数字。
    ///
    /// ```bad
    /// 青石镇人民政府⟦2024⟧年政府信息公开工作年度报告
    /// 一、总体情况
    /// 2023年，青石镇认真开展政府信息公开工作。2023年，主动公开信息100条。
    /// 2023年，开展培训2次。
    /// 【三】
    /// ```
    /// ```good
    /// 青石镇人民政府2024年政府信息公开工作年度报告
    /// 【前言】
    /// 一、总体情况
    /// 2024年，青石镇认真开展政府信息公开工作，公开信息100条。
    /// 按时办理依申请公开，加强政府信息管理和平台建设，开展监督考核。
    /// 【二】
    /// 【三】
    /// 【四】
    /// 【五】
    /// 【六】
    /// ```
    Y302 "copied-report" Warning
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    let (Some((other, places)), Some((year, title))) = (copied(report), title_year(report)) else { return };
    let message = format!("标题写的是 {year} 年，正文说的却都是 {other} 年，请核对是不是沿用了别的年度的报告");
    let finding = RULE.at(title, message);
    found.push(places.iter().take(8).fold(finding, |finding, &place| finding.also(place, "正文的年度")));
}

/// The year of the title; none where it names two, which is told by itself.
fn title_year(report: &Report) -> Option<(u16, Span)> {
    // Of a title with two years it is not known which is right; two-title-years tells it.
    report.title.as_ref().filter(|title| !title.has_two_years())?.year
}

/// The year that the text speaks of all along, where it is not that of the title, and the places that begin with it.
pub(super) fn copied(report: &Report) -> Option<(u16, Vec<Span>)> {
    let (year, _) = title_year(report)?;
    let titled = report.title.as_ref()?.span;
    // A period of another year is told already.
    if report.period.is_some_and(|period| period.from.0 != year) {
        return None;
    }
    let (mut begins, mut own, mut others): (Vec<(u16, Span)>, usize, usize) = (vec![], 0, 0);
    // A date below the title, which is that of the publication, is no word about the year.
    let dated = |passage: &Passage| passage.section.is_none() && passage.text().chars().count() <= 20;
    let speaks = |passage: &&Passage| !titled.contains(passage.span()) && passage.section != Some("五") && !dated(passage);
    for passage in report.passages().iter().filter(speaks) {
        let text = passage.text();
        for figure in passage.figures().iter().filter(|figure| figure.kind == FigureKind::Year) {
            let Some(told) = figure.value.as_i64().and_then(|told| u16::try_from(told).ok()) else { continue };
            let own_year = told == year;
            own += usize::from(own_year);
            others += usize::from(!own_year);
            let lead = &text[passage.sentence(figure.span.start).start..figure.span.start];
            if lead.is_empty() && (own_year || text[figure.whole.end..].starts_with([',', '全'])) {
                begins.push((told, passage.place(figure.span)));
            }
        }
    }
    let (other, _) = *begins.first()?;
    let same = begins.iter().all(|(told, _)| *told == other);
    let copied = same && other != year && begins.len() >= 2 && others > 2 * own;
    copied.then(|| (other, begins.into_iter().map(|(_, place)| place).collect()))
}
