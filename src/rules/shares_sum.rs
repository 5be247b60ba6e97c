use super::*;
use crate::text::number::Decimal;
use crate::report::{
    Passage,
    ratios::{Bound, Said, said_shares, wrong_shares},
};

rule! {
    /// 各项占比之和不是 100%
    ///
    /// 一句话列出各项占比，最后是“其他”“其余”的，视为列全，相加应为 100%；四舍五入或截去尾数带来的出入不计。“分别占”各项之和超过 100% 的也提出。各项带有件数的，先按件数逐项核对。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 核对各项占比；各项有重叠的，加以说明。
    ///
    /// ```bad
    /// 2024年，青石镇主动公开的信息中，网站占62%，微信占25%，其他占⟦23%⟧。
    /// 【三】
    /// ```
    /// ```good
    /// 2024年，青石镇主动公开的信息中，网站占62.3%，微信占25.3%，其他占12.3%。
    /// 【三】
    /// ```
    /// ```good
    /// 2024年，青石镇主动公开的信息中，网站占62%，微信占25%，政策类信息占73%。
    /// 【三】
    /// ```
    N106 "shares-sum" Warning
}

const REST: [&str; 3] = ["其他", "其余", "其它"];

fn check(report: &Report, found: &mut Vec<Finding>) {
    for passage in report.passages() {
        let said: Vec<Said> = said_shares(passage).into_iter().filter(|said| is_share(passage, said)).collect();
        if said.len() < 2 || !wrong_shares(passage).is_empty() {
            continue;
        }
        for list in said.chunk_by(|one, next| one_list(passage, one, next)).filter(|list| list.len() > 1) {
            found.extend(sum(passage, list));
        }
    }
}

/// Whether a percentage is an exact one of a share: 占62%, or one of a row behind 占.
fn is_share(passage: &Passage, said: &Said) -> bool {
    let lead = &passage.text()[passage.between(said.span.start, &['。', ';', ',']).start..said.span.start];
    let share = lead.contains('占') && !any::holds(lead, &["增", "升", "降", "提高", "同期", "上年"]);
    share && said.bound == Bound::Exact && said.value.to_f64() <= 100.0
}

fn one_list(passage: &Passage, one: &Said, next: &Said) -> bool {
    let between = passage.text().get(one.span.end..next.span.start).unwrap_or("。");
    !between.contains(['。', ';']) && !between.contains("其中")
}

fn sum(passage: &Passage, list: &[Said]) -> Option<Finding> {
    let last = list.last()?;
    let text = passage.text();
    let closes = any::holds(&text[list[list.len() - 2].span.end..last.span.start], &REST);
    let row = text[..list[0].span.start].ends_with("分别占") || text[..list[0].span.start].ends_with("占比分别为");
    let total: f64 = list.iter().map(|said| said.value.to_f64()).sum();
    let loose: f64 = list.iter().map(|said| 0.1f64.powi(said.value.scale().into())).sum::<f64>() + 1e-9;
    let mut before = 0.0;
    // 网站占80%，微信占20%，自然人占70%，其他占30%: two lists.
    let two = list[..list.len() - 1].iter().any(|said| {
        before += said.value.to_f64();
        (before - 100.0).abs() <= loose
    });
    let wrong = closes && (total - 100.0).abs() > loose || row && total > 100.0 + loose;
    if two || !wrong {
        return None;
    }
    let total = Decimal::rounded(total, 2).to_string();
    let total = total.trim_end_matches('0').trim_end_matches('.');
    let finding = RULE.at(passage.place(last.span), format!("所列 {} 项占比之和为 {total}%，应为 100%", list.len()));
    Some(list[..list.len() - 1].iter().fold(finding, |finding, said| finding.also(passage.place(said.span), "其中一项")))
}
