use super::*;

rule! {
    /// 重要提法有误
    ///
    /// 领导人的姓名、职务和党的理论的名称写错，影响严重，应当首先改正。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 照权威的提法改正。
    ///
    /// ```bad
    /// 坚持以⟦习近平新时代中国特色社会主义⟧为指导，学习⟦习近平总书纪⟧重要讲话。
    /// 【三】
    /// ```
    /// ```good
    /// 【一】
    /// 坚持以习近平新时代中国特色社会主义思想为指导，学习习近平总书记重要讲话精神。
    /// 【三】
    /// ```
    W112 "garbled-leader" Warning watch &WORDS
}

const WORDS: [&str; 15] = [
    "习近平新时代中国特色社会主义", "习近平总书纪", "习近平总书计", "习近平总记", "习近平书记", "习进平", "习近评", "习近凭", "习近萍",
    "习近乎", "习平近", "习近总书记", "近平总书纪", "习近平新时代特色社会主义思想", "习近平总书记重要讲话",
];
const RIGHT: [&str; 14] = [
    "习近平新时代中国特色社会主义思想", "习近平总书记", "习近平总书记", "习近平总书记", "习近平总书记", "习近平", "习近平", "习近平",
    "习近平", "习近平", "习近平", "习近平总书记", "近平总书记", "习近平新时代中国特色社会主义思想",
];

fn check(report: &Report, found: &mut Vec<Finding>) {
    let mut end = 0;
    for (n, span) in seen(report, &RULE) {
        if n == RIGHT.len() {
            // 视察浙江习近平总书记重要讲话: the one who visited stands behind the visit.
            let before = report.before(span, 4);
            if before.text().starts_with("视察") {
                let mark = before.span(0, before.text().len()).join(span);
                found.push(RULE.at(mark, "词序颠倒，应为“习近平总书记视察……重要讲话”，请核对"));
            }
            continue;
        }
        let (_, behind) = around(report, span);
        let whole = n == 0 && behind.trim_start_matches(is_blank).starts_with('思');
        if !whole && span.start >= end {
            end = span.end;
            found.push(RULE.at(span, format!("重要提法有误，应为“{}”，请核对", RIGHT[n])).fix(RIGHT[n]));
        }
    }
}
