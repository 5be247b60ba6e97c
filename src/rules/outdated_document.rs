use super::*;
use crate::text::citation::{Number, WORKS};

rule! {
    /// 引用的文件已被新的代替
    ///
    /// 2021 年度起的报告按国办公开办函〔2021〕30号的格式编制，〔2019〕60号的格式（试行）只用于 2019、2020 年度，只引用后者的，多半是沿用了旧报告。2007 年的《政府信息公开条例》（国务院令第492号）自 2019 年 5 月 15 日起由国务院令第711号代替。
    ///
    /// ## 依据
    /// 国务院令第711号；国办公开办函〔2021〕30号
    ///
    /// ## 怎么改
    /// 改为现行的文件，并核对报告的格式是不是也要换；确实需要提到旧文件的，可以不改。
    ///
    /// ```bad
    /// 【标题】
    /// 根据《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作⟦年度报告有关事项⟧的通知》（国办公开办函〔2019〕60号）编制本报告。
    /// ```
    /// ```bad
    /// 【标题】
    /// 根据《中华人民共和国政府信息公开条例》（国务院令第⟦492号⟧）编制本报告。
    /// ```
    /// ```good
    /// 青石镇人民政府2020年政府信息公开工作年度报告
    /// 根据《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2019〕60号）编制本报告。
    /// ```
    /// ```good
    /// 【标题】
    /// 根据《中华人民共和国政府信息公开条例》（2007年国务院令第492号公布，2019年国务院令第711号修订）编制本报告。
    /// ```
    D103 "outdated-document" Hint watch WORDS
}

const WORDS: &[&str] = &["年度报告有关事项", "60号", "492号", "30号", "年度报告格式", "711号"];

fn check(report: &Report, found: &mut Vec<Finding>) {
    let Some((year, _)) = report.year else { return };
    let words: Vec<(usize, Span)> = seen(report, &RULE).collect();
    let has = |wanted: usize, fits: &dyn Fn(Span) -> bool| words.iter().any(|(word, place)| *word == wanted && fits(*place));
    let newer = has(3, &|place| is_notice(report, place, 2021))
        || has(4, &|place| !report.behind(place, 4).text().starts_with("(试行)"));
    if year >= 2021 && !newer {
        let cited = words.iter().filter(|(word, place)| match word {
            0 => !has_other_number(report, *place),
            1 => is_notice(report, *place, 2019) && !has_other_title(report, *place),
            _ => false,
        });
        let places: Vec<Span> = cited.map(|(_, place)| *place).collect();
        if let Some((&first, more)) = places.split_first() {
            let message = format!("国办公开办函〔2019〕60号只用于 2019、2020 年度；{year} 年度应依国办公开办函〔2021〕30号");
            found.push(more.iter().fold(RULE.at(first, message), |finding, &place| finding.also(place, "同一份文件")));
        }
    }
    let old = words.iter().find(|(word, place)| *word == 2 && number(report, *place, |number| number.is_order()));
    if let Some(&(_, place)) = old.filter(|_| year >= 2019 && !has(5, &|_| true)) {
        let message = "国务院令第492号是原来的条例，2019 年 5 月 15 日起由第711号代替，请改正文号";
        found.push(RULE.at(place, message).severity(Severity::Warning).fix("711号"));
    }
}

/// Whether a number that ends here is that of a notice of the State Council's offices of this year.
fn is_notice(report: &Report, place: Span, year: u16) -> bool {
    number(report, place, |number| number.year == Some(year) && number.issuer.starts_with("国办"))
}

fn number(report: &Report, place: Span, fits: impl Fn(&Number) -> bool) -> bool {
    let before = report.before(Span::new(place.end, place.end), 40);
    let end = before.text().len().saturating_sub('号'.len_utf8());
    Number::ending(before.text(), end).is_some_and(|number| fits(&number))
}

/// Whether the number of another notice stands behind the title: the rule about wrong numbers tells it.
fn has_other_number(report: &Report, title: Span) -> bool {
    let behind = report.behind(title, 24);
    behind.text().contains("国办") && !behind.text().contains("60号")
}

/// Whether the title of another document stands before the number.
fn has_other_title(report: &Report, number: Span) -> bool {
    let before = report.before(number, 36);
    WORKS.iter().any(|work| work.serial != 60 && before.text().contains(work.key))
}
