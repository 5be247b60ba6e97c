use super::*;
use crate::{report::BoundTable, text::number::Figure};

rule! {
    /// 正文的自然人、法人申请数与表格不一致
    ///
    /// 正文把申请分成自然人的、法人或其他组织的，应与表三“自然人”列和法人各列一致：新收的、新收与上年结转之和、办理结果总计，与其中之一相符就不提出。正文只说一类，或者两类之和不是表格的新收数，或者表格全部计在一列的，口径可能不同，只作提示。“公民、法人和其他组织”合在一起说的是全部申请，不比较。
    ///
    /// ## 依据
    /// 国办公开办函〔2021〕30号所附格式；审核惯例
    ///
    /// ## 怎么改
    /// 核对台账，改正写错的一处；口径不同的，在正文里说明。
    ///
    /// ```bad
    /// 2024年，收到政府信息公开申请4件，其中自然人申请⟦2⟧件，法人或其他组织申请2件。
    /// 【表三：一、本年新收政府信息公开申请数量=3,1,0,0,0,0,4；（一）予以公开=3,1,0,0,0,0,4；（七）总计=3,1,0,0,0,0,4】
    /// ```
    /// ```good
    /// 2024年，收到政府信息公开申请4件，其中自然人申请3件，法人或其他组织申请1件。收到3名自然人提出的申请4件。
    /// 【表三：一、本年新收政府信息公开申请数量=3,1,0,0,0,0,4；（一）予以公开=3,1,0,0,0,0,4；（七）总计=3,1,0,0,0,0,4】
    /// ```
    X110 "applicants-told" Warning
    watch &["自然人", "法人"]
}

/// What may stand between the kind of applicants and their number.
const BETWEEN: [&str; 16] = [
    "或其他组织", "或者其他组织", "及其他组织", "和其他组织", "、其他组织", "组织", "政府信息公开", "提交", "提出", "申请", "的", "共", "为", "有", "占",
    "数量",
];

fn check(report: &Report, found: &mut Vec<Finding>) {
    let Some(table) = report.table("三") else { return };
    let told: Vec<(usize, Figure)> = seen(report, &RULE)
        .filter(|(_, word)| matches!(report.section_at(word.start), None | Some("一" | "三")) && !is_in_list(report, *word))
        .filter_map(|(kind, word)| Some((kind, report.count_behind(word, &BETWEEN)?)))
        .collect();
    let Some(&(kind, first)) = told.first() else { return };
    let sentence = report.sentence_at(first.span.start);
    // A kind that is told twice is told of two things.
    let rest = &told[1..];
    if rest.iter().any(|other| other.0 == kind)
        || !report.str(sentence).contains("申请")
        || !report.is_of_year(first.span)
        || !["件", "宗", "份"].contains(&first.unit)
    {
        return;
    }
    let other = rest.iter().map(|(_, figure)| *figure).find(|figure| sentence.contains(figure.span));
    let Some(own) = first.value.as_i64() else { return };
    let second = other.and_then(|figure| figure.value.as_i64());
    let Some(rows) = splits(table) else { return };
    // Where one kind agrees or the row does not add up, a cell of the table is at fault, which is told there.
    let agrees = |split: &[i64; 2]| split[kind] == own;
    let sums_up = table.row(NEW).and_then(|row| table.number(row, 6)) == Some(rows[0][0] + rows[0][1]);
    let contradicts = |figure: Figure| contradicted(report, figure.span);
    if !sums_up || rows.iter().any(agrees) || table.is_zero() || contradicts(first) || other.is_some_and(contradicts) {
        return;
    }
    let new = rows[0];
    let both = second.is_some_and(|second| own.checked_add(second) == Some(new[0] + new[1]));
    let names = ["自然人", "法人或其他组织"];
    let mut message = format!("新收申请中{}的：正文为 {own}，表格为 {}；", names[kind], new[kind]);
    let certain = both && new[0] > 0 && new[1] > 0;
    message += if certain { "两处应当一致，请核对" } else { "两处口径可能不同，请确认" };
    let mut finding = RULE.at(first.span, message);
    if !certain {
        finding = finding.severity(Severity::Hint);
    }
    if let Some(figure) = other {
        finding = finding.also(figure.span, "另一类申请人的数");
    }
    found.push(match table.row(NEW).and_then(|row| table.cell(row, 0)) {
        Some(cell) => finding.also(cell.span, "表格的“自然人”列"),
        None => finding,
    });
}

/// Whether a kind ends the list of all that there are: 公民、法人和其他组织提出的申请 are all applications.
fn is_in_list(report: &Report, word: Span) -> bool {
    let before = report.before(word, 4);
    let first = before.text().trim_end_matches(['、', ',', '和', '与', '或', '及', '者']);
    first.len() < before.text().len() && any::ends(first, &["公民", "自然人", "个人", "群众"])
}

const NEW: &str = "一、本年新收政府信息公开申请数量";

/// The applications of persons and of bodies that the table has: the new ones, with those carried in, the answered.
fn splits(table: &BoundTable) -> Option<[[i64; 2]; 3]> {
    let split = |label| {
        let row = table.row(label)?;
        let bodies = (1..6).try_fold(0i64, |sum, column| sum.checked_add(table.number(row, column)?))?;
        Some([table.number(row, 0)?, bodies])
    };
    let (new, carried) = (split(NEW)?, split("二、上年结转政府信息公开申请数量")?);
    let sum = |n: usize| new[n].checked_add(carried[n]);
    new[0].checked_add(new[1])?;
    Some([new, [sum(0)?, sum(1)?], split("（七）总计")?])
}
