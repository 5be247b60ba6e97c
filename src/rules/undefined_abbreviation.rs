use super::*;

rule! {
    /// 《条例》的简称没有交代
    ///
    /// 用“《条例》”指《中华人民共和国政府信息公开条例》的，第一次应写全称并注明“以下简称《条例》”，注明一次即可。前面写过全称、只是没有注明简称的，看得明白，不提出。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 在第一次写全称的地方加上“（以下简称《条例》）”；重复交代的，删去后面的一处。
    ///
    /// ```bad
    /// 【标题】
    /// 一、总体情况
    /// 2024年，青石镇认真贯彻⟦《条例》⟧。
    /// ```
    /// ```bad
    /// 【标题】
    /// 根据《中华人民共和国政府信息公开条例》（以下简称《条例》）编制本报告。
    /// 一、总体情况
    /// 2024年，青石镇认真贯彻《中华人民共和国政府信息公开条例》（以下简⟦称《条例》⟧）。
    /// ```
    /// ```good
    /// 【标题】
    /// 根据《中华人民共和国政府信息公开条例》（国令第711号，以下简称《条例》）编制本报告，统计期限自2024年1月1日起至2024年12月31日止。
    /// 【一】
    /// 【二】
    /// 【三】
    /// 【四】
    /// 五、存在的主要问题及改进情况
    /// 主要问题是对《条例》学习不够。下一步将加强业务培训，改进工作。
    /// 【六】
    /// ```
    D109 "undefined-abbreviation" Hint watch &["《条例》", "称《条例》", "称“条例”", "称\"条例\"", "称条例", "称为《条例》", "政府信息公开条例》"]
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    if !report.is_whole() {
        return;
    }
    let words: Vec<(usize, Span)> = seen(report, &RULE).collect();
    let of = |wanted: std::ops::RangeInclusive<usize>| words.iter().filter(move |(word, _)| wanted.contains(word));
    let introduced: Vec<Span> = of(1..=5).map(|(_, place)| *place).collect();
    match introduced.split_first() {
        Some((&first, [second, ..])) => {
            found.push(RULE.at(*second, "简称已经交代过，不必再写").also(first, "第一次交代"));
        }
        Some(_) => {}
        None => {
            // 国务院《条例》（国务院令第711号） tells which one.
            let plain = of(0..=0).map(|(_, place)| *place).filter(|place| !report.behind(*place, 1).text().starts_with('('));
            let Some(place) = plain.into_iter().next() else { return };
            // Who has read the full name knows which one is meant.
            if of(6..=6).all(|(_, full)| full.start > place.start) {
                found.push(RULE.at(place, "没有交代《条例》是哪一部条例的简称，第一次写全称时应注明“以下简称《条例》”"));
            }
        }
    }
}
