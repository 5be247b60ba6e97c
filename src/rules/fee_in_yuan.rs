use super::*;
use crate::text::number::{Decimal, FigureKind, figures};

rule! {
    /// 收费金额像是用了“元”
    ///
    /// “本年收费金额”的单位是万元。正文用“元”写的数与表格的数相同，或者乡镇一年收费上千万元、县级部门上亿元，多半是没有换算。
    ///
    /// ## 依据
    /// 国办公开办函〔2021〕30号所附格式
    ///
    /// ## 怎么改
    /// 把元换算成万元（除以 10000）；金额确有这样大的，可以不改。
    ///
    /// ```bad
    /// 青石镇人民政府2024年政府信息公开工作年度报告
    /// | 信息内容 | 本年收费金额（单位：万元） |
    /// | 行政事业性收费 | ⟦380⟧ |
    /// 六、其他需要报告的事项
    /// 2024年，本机关收取政府信息公开信息处理费380元。
    /// ```
    /// ```bad
    /// 云岭县水务局2024年政府信息公开工作年度报告
    /// 本年行政事业性收费共251000元，已全部上缴。
    /// | 信息内容 | 本年收费金额（单位：万元） |
    /// | 行政事业性收费 | ⟦251000⟧ |
    /// ```
    /// ```bad
    /// 青石镇人民政府2024年政府信息公开工作年度报告
    /// | 信息内容 | 本年收费金额（单位：万元） |
    /// | 行政事业性收费 | ⟦75900⟧ |
    /// ```
    /// ```good
    /// | 信息内容 | 本年收费金额（单位：万元） |
    /// | 行政事业性收费 | 0.038 |
    /// 2024年，本机关收取政府信息公开信息处理费380元。
    /// ```
    V301 "fee-in-yuan" Warning
    watch &["行政事业性收费"]
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    // Where the head of the column says 元, that is told.
    let table = report.table("二").filter(|table| fee_unit::wrong_unit(report, table).is_none());
    let cell = table.and_then(|table| table.written(table.row("行政事业性收费")?, "本年收费金额（单位：万元）"));
    let Some((span, amount)) = cell.filter(|(_, amount)| *amount >= 100) else { return };
    if let Some(told) = told_in_yuan(report, amount) {
        let message = format!("单位是万元，现为 {amount}；正文写的是 {amount} 元，没有换算成万元");
        let finding = RULE.at(span, message).severity(Severity::Error).also(told, "正文的金额，单位是元");
        found.push(finding.fix(in_ten_thousands(amount)));
        return;
    }
    let most = match report.body.level {
        Some(Level::Township) => 1_000,
        Some(Level::County) if report.body.is_department() => 10_000,
        _ => return,
    };
    if amount >= most {
        let message = format!(
            "单位是万元，{amount} 万元即 {} 亿元，{}一年不大会收这么多；请核对是不是以元填写",
            in_ten_thousands(amount),
            report.body.name
        );
        found.push(RULE.at(span, message));
    }
}

/// Where the text tells the same number in 元: as the 信息处理费 taken, or beside the name of the row.
fn told_in_yuan(report: &Report, amount: i64) -> Option<Span> {
    let fee = report.told.iter().map(|told| told.fact).find(|fact| {
        fact.subject == Subject::Fee && i64::try_from(fact.value) == Ok(amount) && report.body.is_grassroots()
    });
    if let Some(fact) = fee {
        return Some(fact.span);
    }
    let named: Vec<Span> = seen(report, &RULE).map(|(_, span)| span).collect();
    if named.is_empty() {
        return None;
    }
    let sentences = report.sentences().map(|(_, span)| span).filter(|sentence| named.iter().any(|span| sentence.contains(*span)));
    let figures = sentences.flat_map(|sentence| figures(report.str(sentence), sentence.start));
    let same = |figure: &crate::text::number::Figure| {
        figure.kind == FigureKind::Money && !figure.approximate && figure.value == Decimal::integer(amount)
    };
    figures.into_iter().find(same).map(|figure| figure.whole)
}

/// An amount in 元 as one in 万元: 380 is 0.038.
fn in_ten_thousands(amount: i64) -> String {
    let decimals = format!("{:04}", amount % 10_000);
    let decimals = decimals.trim_end_matches('0');
    let point = if decimals.is_empty() { "" } else { "." };
    format!("{}{point}{decimals}", amount / 10_000)
}
