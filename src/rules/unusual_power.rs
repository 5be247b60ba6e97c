use super::*;
use crate::report::BoundTable;

rule! {
    /// 没有执法职能的机关有许可、处罚
    ///
    /// 信访、机关事务、政策研究、招商等机关一般没有行政许可、处罚、强制的职权，却填了不少件，可能是误把别的事项算了进来，或者照抄了其他单位的数。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 核对权责清单；确有这项职权的，可以不改。
    ///
    /// ```bad
    /// 云岭县信访局2024年政府信息公开工作年度报告
    /// | 信息内容 | 本年处理决定数量 |
    /// | 行政许可 | 0 |
    /// | 信息内容 | 本年处理决定数量 |
    /// | 行政处罚 | ⟦126⟧ |
    /// | 行政强制 | 0 |
    /// ```
    V208 "unusual-power" Hint
}

/// Fewer may be cases of its own that have that name, as a fine for lost papers.
const MANY: i64 = 20;

fn check(report: &Report, found: &mut Vec<Finding>) {
    if !report.body.is_housekeeping() {
        return;
    }
    let many: Vec<(Span, i64)> =
        report.table("二").and_then(BoundTable::decisions).into_iter().flatten().filter(|(_, number)| *number >= MANY).collect();
    let Some(&(first, number)) = many.first() else { return };
    let message =
        format!("{}一般没有许可、处罚、强制的职权，这里却有 {number} 件；请对照权责清单核对", report.body.name);
    found.push(many[1..].iter().fold(RULE.at(first, message), |finding, (span, _)| finding.also(*span, "同样少见")));
}
