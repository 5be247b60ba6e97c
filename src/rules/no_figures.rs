use super::*;
use crate::text::number::{FigureKind, figures};

rule! {
    /// 总体情况没有一个数字
    ///
    /// 第一部分应写明公开了多少信息、收到多少申请等。通篇没有数字的，多半是套话。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 补写本机关的实际数字。
    ///
    /// ```bad
    /// 【标题】
    /// 【前言】
    /// ⟦一、总体情况⟧
    /// 2024年，青石镇依法主动公开政府信息，规范办理依申请公开，加强政府信息管理、平台建设和监督保障。
    /// 【二】
    /// 【三】
    /// 【四】
    /// 【五】
    /// 【六】
    /// ```
    E106 "no-figures" Hint
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    use FigureKind::{Count, Money, People, Share};
    let Some(section) = report.section("一").filter(|_| report.is_full()) else { return };
    let mut paragraphs = report.running("一").peekable();
    if paragraphs.peek().is_none() {
        return;
    }
    let has_figure = paragraphs.any(|paragraph| {
        figures(report.str(paragraph), 0).iter().any(|figure| matches!(figure.kind, Count | Money | People | Share))
    });
    if !has_figure {
        found.push(RULE.at(section.heading, "总体情况里没有一个数字，请写明公开信息、收到申请等的实际数量"));
    }
}
