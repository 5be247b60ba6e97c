use super::*;

rule! {
    /// 意思重复的说法
    ///
    /// “同比”已经是与上年相比，不必再说“较去年”；“约”与“左右”只用一个；“可通过可以通过”重复。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 删去重复的部分。
    ///
    /// ```bad
    /// 【一】
    /// 公开政府信息386条，⟦较去年同比⟧增长12.0%，阅读量⟦约5万次左右⟧。
    /// 【三】
    /// ```
    /// ```good
    /// 【一】
    /// 公开政府信息386条，同比增长12.0%，阅读量约5万次。
    /// 【三】
    /// ```
    W111 "redundant-words" Hint watch &WORDS
}

const WORDS: [&str; 13] = [
    "左右", "较去年同比", "较上年同比", "较上年度同比", "比上年同比", "比去年同比", "同比去年", "同比上年", "同比较去年", "同比较上年",
    "可通过可以通过", "可以通过可通过", "信息公开政务信息工作",
];

fn check(report: &Report, found: &mut Vec<Finding>) {
    for (n, span) in seen(report, &RULE) {
        if n > 0 {
            found.push(RULE.at(span, format!("“{}”意思重复，请删去一部分", words(report, span))));
            continue;
        }
        // 约100条左右: nothing but a number and its unit stands between.
        let (before, _) = around(report, span);
        let near = before.char_indices().rev().take(12).take_while(|(_, c)| !"，。；、,;".contains(*c));
        let Some((at, _)) = near.filter(|(_, c)| "约近".contains(*c)).last() else { continue };
        let between = &before[at..];
        if between.chars().nth(1).is_some_and(|c| c.is_ascii_digit() || "一二三四五六七八九十百".contains(c)) {
            let span = Span::new(span.start - between.len(), span.end);
            found.push(RULE.at(span, "“约”“近”与“左右”意思重复，用一个即可"));
        }
    }
}
