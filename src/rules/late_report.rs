use super::*;
use crate::text::fold::Folded;
use crate::text::date::{Date, date_at};

rule! {
    /// 日期晚于规定的公布期限
    ///
    /// 地方对各类机关规定了公布年度报告的期限。把文中写明的发布日期、落款日期与期限比较；文中没有写的不核对。选用了地方要求时才核对。
    ///
    /// ## 依据
    /// 《中华人民共和国政府信息公开条例》第四十九条；所选的地方要求
    ///
    /// ## 怎么改
    /// 日期写错的，改正；确已逾期的，今后按期公布。
    ///
    /// ```bad
    /// 青石镇人民政府2024年政府信息公开工作年度报告
    /// 发布日期：⟦2025-02-10⟧ 来源：青石镇
    /// 【一】
    /// 【地方要求】
    /// # 云岭省
    /// 依据：云岭省年度报告编制要求
    /// ## 公布期限
    /// - 乡镇街道：1月31日
    /// ```
    /// ```good
    /// 青石镇人民政府2024年政府信息公开工作年度报告
    /// （2025年1月31日）
    /// 【前言】
    /// 【一】
    /// 【二】
    /// 【三】
    /// 【四】
    /// 【五】
    /// 【六】
    /// 【地方要求】
    /// # 云岭省
    /// 依据：云岭省年度报告编制要求
    /// ## 公布期限
    /// - 乡镇街道：1月31日
    /// ```
    K103 "late-report" Warning
}

/// What stands before the day of publishing on a page of a site.
const LABELS: [&str; 6] = ["发布日期", "发布时间", "公布日期", "公布时间", "公开日期", "发文日期"];

fn check(report: &Report, found: &mut Vec<Finding>) {
    let Some((profile, (year, _))) = report.profile.zip(report.year) else { return };
    let Some(limit) = profile.deadline(&report.body) else { return };
    let due = Date { year: year + 1, month: limit.month, day: limit.day };
    // A report of the same year that is years later is another one, or its year is wrong.
    let late = dates(report).find(|(date, _)| *date > due && date.year <= year + 2);
    if let Some((Date { year, month, day }, place)) = late {
        let told = format!("文中的日期是 {year} 年 {month} 月 {day} 日");
        let whose = if limit.organs.label() == "其他" { String::new() } else { limit.organs.label().to_owned() };
        let due = format!("{}规定的{whose}公布期限 {} 年 {} 月 {} 日", profile.name, due.year, due.month, due.day);
        found.push(RULE.at(place, format!("{told}，晚于{due}")));
    }
}

/// The dates above the first section and in the last that tell when the report was made public.
fn dates<'r>(report: &'r Report) -> impl Iterator<Item = (Date, Span)> + 'r {
    let body = report.sections.first().map_or(usize::MAX, |first| first.heading.start);
    // The date below the name of the organ; behind it a page may have a foot of its own.
    let foot = report.sections.last().map_or(0, |last| last.heading.end);
    let places = report.paragraphs().map(|(_, paragraph)| paragraph);
    places.filter(move |paragraph| paragraph.start < body || paragraph.start >= foot).filter_map(|paragraph| {
        let text = Folded::new(report.str(paragraph));
        let all = text.text();
        let labelled = LABELS.iter().find_map(|label| Some(all.find(label)? + label.len()));
        let start = labelled.unwrap_or(0);
        let start = start + all[start..].len() - all[start..].trim_start_matches([':', '(', ' ']).len();
        let (date, length) = date_at(&all[start..])?;
        let alone = all[start + length..].trim_end_matches(')').is_empty();
        let place = text.source(Span::new(start, start + length)).shift(paragraph.start);
        (labelled.is_some() || alone).then_some((date, place))
    })
}
