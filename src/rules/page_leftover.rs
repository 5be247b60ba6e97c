use super::*;

rule! {
    /// 正文里残留了网页的按钮、栏目
    ///
    /// “【打印】【关闭】”“浏览次数”之类是网页的内容，从网页复制时带了进来。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 从报告里删去；直接从网页复制来检查的，可以不管。
    ///
    /// ```bad
    /// 【标题】
    /// 一、总体情况
    /// 2024年，青石镇认真做好政府信息公开工作。⟦【打印】⟧【关闭】
    /// 二、主动公开政府信息情况
    /// ```
    /// ```good
    /// 【标题】
    /// 浏览次数：20　字号：大 中 小　打印本页
    /// 【前言】
    /// 【一】
    /// 【二】
    /// 【三】
    /// 【四】
    /// 【五】
    /// 【六】
    /// ```
    R106 "page-leftover" Hint watch &[
        "【打印】", "[打印]", "打印本页", "【关闭】", "[关闭]", "关闭窗口", "浏览次数:", "点击数:", "阅读次数:", "浏览量:", "字号:", "字体:",
        "责任编辑:", "分享到:", "上一篇:", "下一篇:", "当前位置:", "扫一扫在手机打开", "返回顶部",
    ]
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    // Before the first section and in the last one they are the page's frame, which is not what was written.
    let last = report.sections.last().map_or(0, |section| section.span.start);
    let inside = |place: &Span| place.start < last && report.section_at(place.start).is_some();
    let mut places = seen(report, &RULE).map(|(_, place)| place).filter(inside);
    if let Some(first) = places.next() {
        let finding = RULE.at(first, "这是网页的按钮、栏目，不是报告的内容，请删去");
        found.push(places.fold(finding, |finding, place| finding.also(place, "同样的内容")));
    }
}
