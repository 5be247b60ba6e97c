use super::*;
use crate::report::facts::Fact;

rule! {
    /// 信息处理费前后说法不一
    ///
    /// 两个部分都说到信息处理费，数却不同：一处说收取了，一处说没有收取，或者两处的金额不同。同一件事在表格里有数的，由正文与表格的规则指出。
    ///
    /// ## 依据
    /// 《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）；国办公开办函〔2021〕30号所附格式：第六部分应报告收取信息处理费的情况
    ///
    /// ## 怎么改
    /// 核对实收数，改正写错的一处。
    ///
    /// ```bad
    /// 【标题】
    /// 【前言】
    /// 【一】
    /// 2024年，收取信息处理费1600元。
    /// 【二：行政事业性收费=0.16】
    /// 【三】
    /// 【四】
    /// 【五】
    /// 六、其他需要报告的事项
    /// 2024年，本机关⟦未收取信息处理费⟧。
    /// ```
    /// ```good
    /// 【标题】
    /// 【前言】
    /// 【一】
    /// 2024年，收取信息处理费1600元。
    /// 【二：行政事业性收费=0.16】
    /// 【三】
    /// 【四】
    /// 【五】
    /// 六、其他需要报告的事项
    /// 2024年，本机关收取信息处理费1600元。
    /// ```
    N110 "told-twice" Warning
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    // A fee that table two does not count is told of the table.
    if fee_told::uncounted(report).is_some() {
        return;
    }
    let fees = report.told.iter().map(|told| &told.fact).filter(|fact| fact.subject == Subject::Fee && fact.is_exact());
    let fees: Vec<(&Fact, Option<&str>)> = fees.map(|fact| (fact, report.section_at(fact.span.start))).collect();
    // Several amounts in one section are parts and their sum.
    let Some(((first, section), rest)) = fees.split_first() else { return };
    let once = |section: &Option<&str>| fees.iter().filter(|(_, other)| other == section).count() == 1;
    let other = rest.iter().find(|(fact, other)| other != section && fact.value != first.value && once(other));
    let Some((fact, _)) = other.filter(|_| once(section)) else { return };
    let said = |fact: &Fact| if fact.value == 0 { "没有收取".to_owned() } else { format!("收取 {} 元", fact.value) };
    let message = format!("信息处理费：这里说{}，前面说{}，请核对", said(fact), said(first));
    found.push(RULE.at(fact.span, message).also(first.span, "前面的说法"));
}
