use super::*;

rule! {
    /// 标点重复
    ///
    /// 两个标点连在一起，如“，。”“、，”“。。”，其中一个多余。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 留下一个，删去另一个。
    ///
    /// ```bad
    /// 收到申请24件⟦，。⟧按期办结24件⟦。。⟧
    /// 【三】
    /// ```
    /// ```good
    /// 【一】
    /// 举办培训，参加人员较多。“以公开为常态。”，网址：https://www.example.cn。
    /// 【三】
    /// ```
    W107 "doubled-marks" Warning
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    let is_mark = |c: char| matches!(c, '，' | ',' | '。' | '、' | '；' | ';' | '：' | ':');
    for (_, paragraph) in report.paragraphs() {
        let mut before: Option<(usize, char)> = None;
        for (at, c) in report.str(paragraph).char_indices().filter(|(_, c)| !is_blank(*c)) {
            if let Some((start, first)) = before.filter(|_| is_mark(c)) {
                let span = Span::new(start, at + c.len_utf8()).shift(paragraph.start);
                let finding = RULE.at(span, "两个标点连用，请留下一个");
                found.push(if first == c { finding.fix(c) } else { finding });
            }
            // A colon with nothing behind it is a field that is not filled in.
            before = (is_mark(c) && !matches!(c, '：' | ':')).then_some((at, c));
        }
    }
}
