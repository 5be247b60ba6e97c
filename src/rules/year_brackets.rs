use super::*;
use crate::text::citation::Number;

rule! {
    /// 文号的年份没有用六角括号
    ///
    /// 文号里的年份用六角括号“〔〕”。
    ///
    /// ## 依据
    /// 《党政机关公文格式》（GB/T 9704—2012）
    ///
    /// ## 怎么改
    /// 改用“〔〕”。
    ///
    /// ```bad
    /// 根据国办公开办函⟦[2021]⟧30号文件编制本报告。
    /// ```
    /// ```good
    /// 【标题】
    /// 根据国办公开办函〔2021〕30号、云政办函﹝2025﹞2号文件编制本报告。咨询地址：云岭县镇兴路（2024）号楼。
    /// ```
    D106 "year-brackets" Hint watch &["号"]
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    let mut finding: Option<Finding> = None;
    let mut fixes = vec![];
    for (_, place) in seen(report, &RULE) {
        let before = report.before(place, 40);
        let text = format!("{}号", before.text());
        let Some(number) = Number::ending(&text, before.text().len()) else { continue };
        let (Some(year), Some((open, _))) = (number.year, number.brackets) else { continue };
        if matches!(open, '〔' | '﹝') {
            continue;
        }
        let mark = before.span(number.year_span.start, number.year_span.end);
        fixes.push((mark, format!("〔{year}〕")));
        finding = Some(match finding {
            None => RULE.at(mark, "文号里的年份用六角括号“〔〕”"),
            Some(finding) => finding.also(mark, "同样的写法"),
        });
    }
    found.extend(finding.map(|finding| finding.fix_all("改用〔〕", fixes.into_iter())));
}
