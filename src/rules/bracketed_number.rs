use super::*;

rule! {
    /// 数字还在模板的括号里
    ///
    /// “公开信息（1386）条”的括号是模板的空位，填了数字以后应当去掉。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 去掉括号，只留数字。
    ///
    /// ```bad
    /// 2024年，青石镇主动公开政府信息⟦（1386）⟧条，收到申请⟦（3）⟧件。
    /// ```
    /// ```good
    /// 【标题】
    /// 2024年，青石镇主动公开政府信息1386条：（1）条目清晰；（2）件件有回应。收到申请3件（另有咨询2件）。
    /// ```
    R108 "bracketed-number" Hint watch &[")条", ")件", ")次", ")篇", ")个", ")份", ")期", ")人次", ")场", ")元", ")余条"]
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    for (_, place) in seen(report, &RULE) {
        let before = report.before(place, 12);
        let text = before.text();
        let head = text.trim_end_matches(|c: char| c.is_ascii_digit());
        let digits = &text[head.len()..];
        let Some(lead) = head.strip_suffix('(').filter(|_| !digits.is_empty() && digits.len() <= 7) else { continue };
        // (1) at the beginning of a clause numbers an item of a list; 第(3)条 is an article.
        if lead.is_empty() || lead.ends_with([',', '。', ';', ':', '、', '第', '.']) {
            continue;
        }
        let close = report.str(place).chars().next().map_or(1, char::len_utf8);
        let mark = Span::new(before.span(lead.len(), lead.len() + 1).start, place.start + close);
        let finding = RULE.at(mark, "数字外面的括号像是模板的空位，请去掉括号");
        found.push(finding.fix(digits));
    }
}
