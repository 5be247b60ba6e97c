use super::*;

rule! {
    /// 没有规章制定权的机关填了规章
    ///
    /// 规章由国务院部门、省级人民政府和设区的市、自治州人民政府制定。县级人民政府、乡镇和街道，以及地方各级人民政府的部门，都没有规章，这一行应为 0；部门起草、由政府公布的规章，填在政府的报告里。
    ///
    /// ## 依据
    /// 《立法法》第九十一条、第九十三条
    ///
    /// ## 怎么改
    /// 改为 0；确有文件的，核对是不是行政规范性文件。
    ///
    /// ```bad
    /// 青石镇人民政府2024年政府信息公开工作年度报告
    /// | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
    /// | 规章 | 0 | 0 | ⟦6⟧ |
    /// | 行政规范性文件 | 0 | 0 | 0 |
    /// ```
    /// ```bad
    /// 云江市水务局2024年政府信息公开工作年度报告
    /// | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
    /// | 规章 | ⟦1⟧ | 0 | 3 |
    /// | 行政规范性文件 | 0 | 0 | 0 |
    /// ```
    /// ```good
    /// 云江市人民政府2024年政府信息公开工作年度报告
    /// | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
    /// | 规章 | 0 | 0 | 6 |
    /// | 行政规范性文件 | 0 | 0 | 0 |
    /// ```
    V201 "regulation-power" Error
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    let Some(organ) = report.organ.filter(|_| report.body.makes_no_regulations()) else { return };
    let Some(table) = report.table("二") else { return };
    let Some(row) = table.row("规章") else { return };
    let filled = table.cells().filter(|(n, .., cell)| *n == row && cell.value.as_i64().is_some_and(|value| value > 0));
    let filled: Vec<Span> = filled.map(|(.., cell)| cell.span).collect();
    let Some(&first) = filled.first() else { return };
    let message = format!("“规章”应为 0：{}没有规章制定权；若是行政规范性文件，请填在下一行", report.body.name);
    let finding = RULE.at(first, message).also(organ, "本机关");
    found.push(filled[1..].iter().fold(finding, |finding, &span| finding.also(span, "同样应为 0")));
}
