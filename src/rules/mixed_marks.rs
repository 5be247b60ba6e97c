use super::*;

rule! {
    /// 全角、半角标点混用
    ///
    /// 多数标点是全角的，少数夹在汉字中间的是半角的。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 统一用全角标点；不影响意思的可以不改。
    ///
    /// ```bad
    /// 【一】
    /// 一是加强培训，二是加强审核，三是加强保障，四是加强监督，五是改进服务⟦,⟧六是优化流程。
    /// 【三】
    /// ```
    /// ```good
    /// 【一】
    /// 一是加强培训,二是加强审核,三是加强保障。
    /// 【三】
    /// ```
    W109 "mixed-marks" Hint
}

/// With so many full-width commas to each half-width one, the half-width ones are slips.
const MOST: usize = 5;

fn check(report: &Report, found: &mut Vec<Finding>) {
    let mut narrow = vec![];
    for (_, paragraph) in report.paragraphs() {
        let text = report.str(paragraph);
        for (at, _) in text.bytes().enumerate().filter(|(_, byte)| matches!(byte, b',' | b';')) {
            let between = |c: Option<char>| c.is_some_and(is_ideograph);
            if between(text[..at].chars().next_back()) && between(text[at + 1..].chars().next()) {
                narrow.push(Span::new(at, at + 1).shift(paragraph.start));
            }
        }
    }
    let wide = || report.paragraphs().map(|(_, paragraph)| report.str(paragraph).matches('，').count()).sum::<usize>();
    if !narrow.is_empty() && wide() >= MOST * narrow.len() {
        found.extend(together(&RULE, narrow, "汉字中间用了半角标点，与其他标点不一致，宜改用全角", "半角标点"));
    }
}
