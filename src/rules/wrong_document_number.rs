use super::*;
use crate::text::citation::{Number, WORKS, Work};

rule! {
    /// 引用文件的文号不对
    ///
    /// 报告引用的几份国家文件，名称和文号是固定的：《政府信息公开条例》是国务院令第711号，《年度报告格式》是国办公开办函〔2021〕30号，年度报告“有关事项的通知”是国办公开办函〔2019〕60号，公开平台“有关事项的通知”是国办公开办函〔2019〕61号，《信息处理费管理办法》是国办函〔2020〕109号。地方转发、另行发文的文号不作比较。
    ///
    /// ## 依据
    /// 国务院令第711号；国办公开办函〔2021〕30号、〔2019〕60号、〔2019〕61号；国办函〔2020〕109号
    ///
    /// ## 怎么改
    /// 核对要引用的是哪一份文件，改正文号或者名称。
    ///
    /// ```bad
    /// 根据《中华人民共和国政府信息公开条例》（国务院令⟦第771号⟧）编制本报告。
    /// ```
    /// ```bad
    /// 【标题】
    /// 根据《关于政府信息公开工作年度报告有关事项的通知》（⟦国办公开办函〔2021〕30号⟧）编制本报告。
    /// ```
    /// ```bad
    /// 按照《中华人民共和国政府信息公开工作年度报告格式》（⟦国办发〔2021〕30号⟧）编制本报告。
    /// ```
    /// ```good
    /// 【标题】
    /// 根据《中华人民共和国政府信息公开条例》（国令第711号）、《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）和《云岭县关于政府信息公开工作年度报告有关事项的通知》（云政办函〔2025〕2号）编制本报告。
    /// ```
    D101 "wrong-document-number" Warning watch &[
        WORKS[0].key,
        WORKS[1].key,
        WORKS[2].key,
        WORKS[3].key,
        WORKS[4].key,
    ]
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    for (work, key) in seen(report, &RULE) {
        let behind = report.behind(key, 60);
        let Some(number) = number_behind(behind.text(), &WORKS[work], report.year.map(|(year, _)| year)) else { continue };
        let mark = behind.span(number.span.start, number.span.end);
        let right = WORKS[work].number();
        let owner = WORKS.iter().find(|work| work.has(&number));
        let message = match owner {
            Some(owner) => format!("{}是{}的文号，与前面的文件名称对不上", owner.number(), owner.title),
            None => format!("{}的文号应为{right}", WORKS[work].title),
        };
        let finding = RULE.at(mark, message).also(key, "文件名称");
        // The older notice with the number of the newer: it is the title that is out of date.
        let renewed = work == 2 && owner.is_some_and(|owner| owner.serial == WORKS[1].serial);
        found.push(if renewed { new_title(report, key, finding) } else { finding.fix(right) });
    }
}

/// The number in brackets behind a title, if it is of the State and not the title's.
fn number_behind<'a>(text: &'a str, work: &Work, year: Option<u16>) -> Option<Number<'a>> {
    let open = text.match_indices('(').map(|(at, _)| at).find(|at| !text[*at..].starts_with("(试行)"))?;
    let between = text[..open].replace("(试行)", "");
    if !between.chars().all(|c| "》〉>”’\"'的通知".contains(c)) {
        return None;
    }
    let stop = text.find(['。', '《']).unwrap_or(text.len());
    let ends = text[..stop].match_indices('号').map(|(at, _)| at).filter(|at| *at > open);
    let numbers: Vec<Number> = ends.filter_map(|end| Number::ending(text, end)).collect();
    let old_form = |number: &Number| {
        let trial = text.contains("(试行)") || year.is_some_and(|year| year <= 2020);
        work.serial == WORKS[1].serial && trial && WORKS[2].has(number)
    };
    if numbers.iter().any(|number| work.has(number) || old_form(number)) {
        return None;
    }
    // The regulation of 2007 is told by the rule about outdated documents.
    let of_state = |number: &Number| match number.year {
        Some(_) => number.issuer.starts_with("国办"),
        None => number.issuer.ends_with('令') && number.is_order() && number.serial != 492,
    };
    numbers.into_iter().next().filter(of_state)
}

/// Offers the title of the newer notice.
fn new_title(report: &Report, key: Span, finding: Finding) -> Finding {
    let (before, behind) = (report.before(key, 20), report.behind(key, 6));
    let (head, tail) = ("关于政府信息公开工作", "的通知");
    if !before.text().ends_with(head) || !behind.text().starts_with(tail) {
        return finding;
    }
    let start = before.span(before.text().len() - head.len(), before.text().len());
    let whole = start.join(behind.span(0, tail.len()));
    finding.fix_at(whole, "关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知")
}
