use super::*;
use crate::report::{
    Passage,
    dates::{Date, dates},
};

rule! {
    /// 统计期限不是全年
    ///
    /// 统计期限应为报告年度的 1 月 1 日至 12 月 31 日。起止写成 1 月 2 日、12 月 30 日、11 月 31 日的，多半是笔误；从年中开始的，可能是新成立的机关，只作提示。
    ///
    /// ## 依据
    /// 《政府信息公开条例》第五十条（上一年度）；国办公开办函〔2021〕30号
    ///
    /// ## 怎么改
    /// 改为 1 月 1 日至 12 月 31 日；机关成立、撤并使期限不足一年的，写明原因。
    ///
    /// ```bad
    /// 青石镇人民政府2024年政府信息公开工作年度报告
    /// 本报告的统计期限自2024年1月1日起至2024年⟦12月30日⟧止。
    /// ```
    /// ```bad
    /// 青石镇人民政府2024年政府信息公开工作年度报告
    /// 本报告所列数据的统计期限为2024年1月1日至⟦11月31日⟧。
    /// ```
    /// ```good
    /// 青石镇人民政府2024年政府信息公开工作年度报告
    /// 本报告的统计期限自2024年1月1日起至12月31日止（新网站自4月1日起至12月30日统计）。
    /// ```
    Y204 "odd-period" Warning watch &["统计期", "统计时", "统计日期", "统计起止", "起止时间", "数据时限", "统计数据自", "统计数据时", "统计数据期", "数据时间", "统计区间", "统计周期"]
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    let Some((passage, from, to)) = stated(report) else { return };
    let slip = |date: &Date, month: i64, days: std::ops::RangeInclusive<i64>| date.month == month && days.contains(&date.day);
    let near = (from.is(1, 1) || slip(&from, 1, 2..=3)) && (to.month == 12 || slip(&to, 11, 30..=31))
        || to.is(12, 31) && (from.month == 1 || !from.exists(None));
    let (date, right) = if from.is(1, 1) { (to, "12月31日") } else { (from, "1月1日") };
    let message = match near {
        true => format!("统计期限应为 1 月 1 日至 12 月 31 日，这里写的是 {} 月 {} 日", date.month, date.day),
        false => "统计期限一般为 1 月 1 日至 12 月 31 日；不足一年的，请写明原因".to_owned(),
    };
    let finding = RULE.at(passage.place(date.day_span), message);
    found.push(if near { finding.fix(right) } else { finding.severity(Severity::Hint) });
}

/// How many figures behind the words that announce a period may hold it: two days with their years, and some to spare.
const MOST: usize = 9;

/// The period that the text states, where it is not the whole of a year.
pub(super) fn stated<'r>(report: &'r Report) -> Option<(&'r Passage<'r>, Date, Date)> {
    if report.period.is_some() {
        return None;
    }
    seen(report, &RULE).find_map(|(_, word)| {
        let passage = report.passage_at(word)?;
        let behind = passage.figures().partition_point(|figure| passage.place(figure.span).start < word.end);
        let figures = &passage.figures()[behind..];
        let [from, to, ..] = dates(&figures[..figures.len().min(MOST)])[..] else { return None };
        let (lead, between) = (Span::new(word.end, passage.place(from.span).start), &passage.text()[from.span.end..to.span.start]);
        let near = !report.str(lead).contains('。') && between.chars().count() <= 8;
        let joined = any::holds(between, &["至", "到", "止", "-", "—"]);
        (near && joined).then_some((passage, from, to))
    })
}
