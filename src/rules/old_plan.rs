use super::*;
use crate::text::citation::quoted;

rule! {
    /// 引用的是往年的工作要点或通知
    ///
    /// 政务公开工作要点和编制年度报告的通知每年一份。书名号里的年份早于报告年度的，多半是沿用了上一年的报告。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 改为报告年度的文件；本年没有新的文件、仍按往年文件执行的，可以不改。
    ///
    /// ```bad
    /// 【标题】
    /// 一、总体情况
    /// 2024年，青石镇认真落实《云岭县⟦2022⟧年政务公开工作要点》。
    /// ```
    /// ```good
    /// 【标题】
    /// 2024年，青石镇认真落实《2024年政务公开工作要点》，按照《关于做好2024年政府信息公开工作年度报告的通知》编制本报告。
    /// ```
    D107 "old-plan" Hint watch &["《"]
}

/// What such documents are about.
const ABOUT: [&str; 5] = ["公开工作要点", "公开要点", "信息公开工作年度报告", "信息公开年度报告", "公开工作实施方案"];

fn check(report: &Report, found: &mut Vec<Finding>) {
    let Some((report_year, _)) = report.year else { return };
    for (_, place) in seen(report, &RULE) {
        let behind = report.behind(Span::new(place.start, place.start), 60);
        let Some(title) = quoted(behind.text()).filter(|title| any::holds(title, &ABOUT)) else {
            continue;
        };
        let published = title.ends_with("年度报告") || title.ends_with("年报");
        // 年度报告 is no year.
        let years = title.replace("年度报告", "");
        let Some(at) = title.find("年").filter(|_| !published) else { continue };
        let digits = title[..at].len() - title[..at].trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let year = title[at - digits..at].parse::<u16>().ok().filter(|year| digits == 4 && (2008..report_year).contains(year));
        // 2023年…，2024年…: more than one year is a plan for several.
        let Some(year) = year.filter(|_| years.matches('年').count() == 1 && !title[..at - digits].ends_with(['-', '—', '至'])) else { continue };
        let start = '《'.len_utf8() + at - digits;
        let message = format!("报告年度是 {report_year} 年，引用的文件是 {year} 年的，请核对是不是沿用了往年的报告");
        found.push(RULE.at(behind.span(start, start + digits), message));
    }
}
