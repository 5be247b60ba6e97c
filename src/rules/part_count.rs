use super::*;
use crate::text::{fold::Folded, number::chinese};

rule! {
    /// 前言说的部分数不对
    ///
    /// 前言说“由……六个部分组成”的，数一数列出的名称：个数应当与所说的相同。“行政复议、行政诉讼情况”是一个部分。没有列出名称的，与报告实有的部分比较。
    ///
    /// ## 依据
    /// 国办公开办函〔2021〕30号所附格式
    ///
    /// ## 怎么改
    /// 改数字，或者补上漏列的部分。
    ///
    /// ```bad
    /// 本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况和其他需要报告的事项⟦7个部分⟧组成。
    /// ```
    /// ```bad
    /// 本报告包括总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况，存在的主要问题及改进情况以及其他需要报告的事项等⟦六部分⟧。
    /// ```
    /// ```bad
    /// 全文共⟦7部分⟧，包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议诉讼情况、存在的主要问题及改进情况、其他需要报告的事项。
    /// ```
    /// ```bad
    /// 全文共分为⟦五部分⟧：总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况，政府信息公开行政复议、行政诉讼情况，存在的主要问题及改进情况，其他需要报告的事项。
    /// ```
    /// ```bad
    /// 【标题】
    /// 本报告由⟦七个部分⟧组成，统计期限自2024年1月1日起至2024年12月31日止。
    /// 【一】
    /// 【二】
    /// 【三】
    /// 【四】
    /// 【五】
    /// 【六】
    /// ```
    /// ```good
    /// 【标题】
    /// 本报告由“总体情况”、“主动公开政府信息情况”、“收到和处理政府信息公开申请情况”、“因政府信息公开工作被申请行政复议、提起行政诉讼情况”、“存在的主要问题和改进情况”及“其他需要报告的事项”六部分组成，统计期限自2024年1月1日起至2024年12月31日止。
    /// 【一】
    /// 【二】
    /// 【三】
    /// 【四】
    /// 【五】
    /// 【六】
    /// ```
    S107 "part-count" Warning watch &["部分", "方面", "项内容"]
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    let mut read = Span::default();
    for (_, noun) in seen(report, &RULE) {
        // Of each paragraph the first number of parts.
        let Some(passage) = report.passage_at(noun).filter(|passage| passage.span() != read) else { continue };
        let (section, paragraph) = (passage.section, passage.span());
        let Some((told, number)) = number_before(report, paragraph, noun).filter(|_| matches!(section, None | Some("一"))) else { continue };
        read = paragraph;
        let folded = Folded::new(&report.doc.text[paragraph.start..number.start]);
        let sentence = folded.text().rsplit(['。', '!', ';']).next().unwrap_or("");
        // A list that is divided with semicolons is longer than its last piece.
        let sentence = if sentence.contains("由") || sentence.contains("包括") { sentence } else { folded.text().rsplit('。').next().unwrap_or("") };
        let place = number.join(noun);
        let behind = Folded::new(report.str(Span::new(noun.end, paragraph.end)));
        let list = Some(list_before(sentence)).filter(|list| items(list) >= 3).unwrap_or_else(|| list_behind(behind.text()));
        let items = items(list);
        if items >= 3 {
            if items != told && list.contains("主动公开") {
                let real = report.is_full() && report.top_headings().len() as u64 == items;
                let advice = if real { "报告也有这些，请改数字" } else { "请改数字或补上漏列的部分" };
                let finding = RULE.at(place, format!("前言说有 {told} 个部分，列出的是 {items} 个，{advice}"));
                let right = if report.str(number).is_ascii() { items.to_string() } else { NUMERALS.chars().nth(items as usize).into_iter().collect() };
                found.push(if real && !right.is_empty() { finding.fix_at(number, right) } else { finding });
            }
            return;
        }
        let real = report.top_headings().len() as u64;
        if section.is_none() && sentence.contains("报告") && report.is_full() && told != real && report.str(Span::new(noun.end, paragraph.end)).starts_with("组成") {
            found.push(RULE.at(place, format!("前言说有 {told} 个部分，报告实有 {real} 个")));
            return;
        }
    }
}

const NUMERALS: &str = "〇一二三四五六七八九十";

/// The number in 六个部分 and where it stands.
fn number_before(report: &Report, paragraph: Span, noun: Span) -> Option<(u64, Span)> {
    let before = report.doc.text[paragraph.start..noun.start].trim_end();
    let before = before.strip_suffix(['个', '大']).unwrap_or(before).trim_end();
    let digits = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    let start = before.trim_end_matches(digits).len();
    let text = &before[start..];
    let value = text.parse().ok().or_else(|| Some(chinese::read(text)?.0))?;
    (2..=12).contains(&value).then_some((value, Span::new(start, before.len()).shift(paragraph.start)))
}

/// The list before the number, 本报告由……六部分组成.
fn list_before(sentence: &str) -> &str {
    let verb = ["包括", "包含", "分为", "由"].iter().filter_map(|verb| Some(sentence.rfind(verb)? + verb.len())).max();
    verb.map_or("", |start| sentence[start..].trim_end_matches(|c| "等共一计总为有,:、".contains(c)))
}

/// How many parts a list names.
fn items(list: &str) -> u64 {
    if list.is_empty() {
        return 0;
    }
    let mut count = 0;
    let mut before = "";
    for item in list.split(|c| "、,;:”".contains(c)) {
        let item = item.trim_matches(|c| "“”\"《》".contains(c));
        if matches!(item, "" | "组成" | "构成") {
            continue;
        }
        let is_second_half = before.ends_with("行政复议") && (item.starts_with("行政") || item.starts_with("提起"));
        let is_numeral = item.chars().all(|c| "(一二三四五六七八九十)".contains(c));
        if is_numeral || is_second_half {
            before = item;
            continue;
        }
        count += 1 + u64::from(holds_two(item));
        before = item;
    }
    count
}

/// The list behind it, 全文共六部分，包括……; empty unless its last part tells that it is complete.
fn list_behind(text: &str) -> &str {
    let sentence = text.split('。').next().unwrap_or("");
    let verbs = ["内容", "组成", "构成", ",", ":", "具体", "主要", "分别", "依次", "包括", "包含", "即", "为", "是", "由", ":"];
    let list = verbs.iter().fold(sentence, |list, verb| list.strip_prefix(verb).unwrap_or(list));
    let opens = !matches!(&sentence[..sentence.len() - list.len()], "" | "," | "内容" | "组成" | "构成");
    let last = list.rsplit(['、', ',', ';']).next().unwrap_or("");
    let whole = last.contains("其他") && (list.contains("总体") || list.contains("概述"));
    if opens && whole { list } else { "" }
}

/// Whether an item is the last two: 存在的主要问题及改进情况和其他需要报告的事项.
fn holds_two(item: &str) -> bool {
    let starts = ["附", "其他", "其它", "需要报告", "存在", "收到", "主动公开", "政府信息公开行政复议", "因政府"];
    ["以及", "和", "及", "与"].iter().any(|and| {
        item.match_indices(and).any(|(at, _)| {
            let behind = item[at + and.len()..].trim_start_matches(['“', '"']);
            at > 0 && any::begins(behind, &starts)
        })
    })
}
