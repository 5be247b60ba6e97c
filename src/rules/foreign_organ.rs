use super::*;
use crate::report::{Organ, OrganKind};

rule! {
    /// 前言里写的是别的机关
    ///
    /// “现公布某某局2024年政府信息公开工作年度报告”“本报告由某某局编制”之类的话，写的应是标题中的机关。是另一个机关的，多半是套用了别的单位的报告。简称、改名前后的名称、上级机关和内设机构不算。
    ///
    /// ## 依据
    /// 《政府信息公开条例》第四十九条、第五十条；审核惯例
    ///
    /// ## 怎么改
    /// 改为标题中的机关，并通读全文，看看有没有其他地方也是套用的。
    ///
    /// ```bad
    /// 【标题】
    /// 现公布⟦民族宗教事务局⟧2024年政府信息公开工作年度报告。
    /// ```
    /// ```bad
    /// 临江县水务局2024年政府信息公开工作年度报告
    /// 本报告由⟦临江县民政局⟧根据《中华人民共和国政府信息公开条例》编制。
    /// ```
    /// ```bad
    /// 东陵县松坡乡人民政府2024年政府信息公开工作年度报告
    /// 一、总体情况
    /// 2024年，⟦青石镇⟧认真贯彻落实各项要求。
    /// ```
    /// ```bad
    /// 云桥县青石镇人民政府2024年政府信息公开工作年度报告
    /// 如对本报告有疑问，请与⟦白沙镇⟧党政综合办公室联系。
    /// ```
    /// ```good
    /// 云桥县教育局2024年政府信息公开工作年度报告
    /// 如对本报告有疑问，请与县教育局办公室联系。技术问题请与云桥县政务服务中心联系。
    /// ```
    /// ```good
    /// 云桥县青石镇人民政府2024年政府信息公开工作年度报告
    /// 如对本报告有疑问，请与青石镇党政综合办公室联系。
    /// 现公布青石镇2024年政府信息公开工作年度报告。本报告由青石镇党政综合办公室根据《中华人民共和国政府信息公开条例》编制。
    /// ```
    /// ```good
    /// 云桥县教育体育局2024年政府信息公开工作年度报告
    /// 现公布县教体局2024年政府信息公开工作年度报告。
    /// ```
    /// ```good
    /// 云桥县工业和信息化局2024年政府信息公开工作年度报告
    /// 2024年，云桥县经济和信息化局深入贯彻落实各项要求，现将有关情况报告如下。
    /// ```
    I101 "foreign-organ" Warning watch WORDS
}

const WORDS: &[&str] = &[
        "年政府信息公开",
        "年度政府信息公开",
        "年政务公开",
        "认真",
        "坚持以",
        "深入",
        "严格",
        "全面",
        "扎实",
        "高度重视",
        "紧紧围绕",
        "在县委",
        "以习近平",
        "根据《",
        "按照《",
        "依据《",
        "联系",
    ];

fn check(report: &Report, found: &mut Vec<Finding>) {
    let title = report.title.as_ref().map_or(Span::default(), |title| title.span);
    if report.body.speaks_as().is_none() || title.is_empty() {
        return;
    }
    let mut finding: Option<Finding> = None;
    for (word, place) in seen(report, &RULE).filter(|(_, place)| !title.contains(*place)) {
        let before = report.before(place, 34);
        let Some(name) = said(before.text(), WORDS[word]) else { continue };
        let text = &before.text()[name.range()];
        let contact = WORDS[word] == "联系";
        if !is_other(&report.body, text) || contact && report.body.speaks_as().is_some_and(is_above_departments) {
            continue;
        }
        let mark = before.span(name.start, name.end);
        let message = format!("标题中的机关是“{}”，这里写的是“{text}”，请核对是不是套用了别的单位的报告", report.body.name);
        finding = Some(match finding {
            // A sentence about last year may be about another organ; what is published is one's own.
            None if report_or_maker(WORDS[word]) || contact && report.body.is_grassroots() => RULE.at(mark, message),
            None => RULE.at(mark, message).severity(Severity::Hint),
            Some(finding) => finding.also(mark, "同样的问题"),
        });
    }
    found.extend(finding);
}

/// Whether the word belongs to a statement of whose report it is, or who made it.
fn report_or_maker(word: &str) -> bool {
    word.starts_with('年') || word.ends_with('《')
}

/// The organ of which a statement before one of the words speaks.
fn said(text: &str, word: &str) -> Option<Span> {
    let (report, maker, contact) = (word.starts_with('年'), word.ends_with('《'), word == "联系");
    let leads: &[&str] = match (report, maker) {
        (true, _) => &["现公布", "现发布", "现将", "现公开", "现向社会公布", "现向社会公开", "社会公布", "社会公开"],
        (_, true) => &["报告由", "报告是由"],
        _ if contact => &["请与", "请同", "请直接与", "可与"],
        _ => &["年,", "年度,", "年以来,"],
    };
    let start = leads.iter().filter_map(|lead| text.rfind(lead).map(|at| at + lead.len())).max()?;
    let name = match report {
        true => text[start..].trim_end_matches(|c: char| c.is_ascii_digit() || "二〇○零一三四五六七八九".contains(c)),
        // Whoever answers is an office of the organ.
        false if contact => text[start..].split_once(['党', '办']).map_or(&text[start..], |(organ, _)| organ),
        false => &text[start..],
    };
    // A sentence that begins with a year, and not a year within one.
    let begins = report || maker || contact || {
        let head = text[..start].trim_end_matches(',').trim_end_matches(['年', '度', '以', '来']);
        let head = head.trim_end_matches(|c: char| c.is_ascii_digit());
        head.is_empty() || head.ends_with('。')
    };
    (begins && name.chars().all(|c| matches!(c, '\u{4E00}'..='\u{9FFF}'))).then(|| Span::new(start, start + name.len()))
}

/// Whether a name is certainly that of an organ that is neither `own` nor above, below or before it.
fn is_other(own: &Organ, name: &str) -> bool {
    let other = Organ::new(name);
    let Some((own_kind, kind)) = own.speaks_as().zip(other.kind) else { return false };
    // The report of a centre may be made by the department that it belongs to.
    if own.kind.is_none() && is_department(kind) {
        return false;
    }
    let office = ["办公室", "办公厅", "办", "中心", "科", "股"].iter().any(|end| name.ends_with(end));
    if office || ["各", "全", "本", "我", "该", "和", "与", "及"].iter().any(|word| name.contains(word)) {
        return false;
    }
    let (mine, theirs) = (core(&own.name), core(name));
    if within(&theirs, &mine) || within(&mine, &theirs) || mine.is_empty() || theirs.len() < 3 {
        return false;
    }
    match (is_department(own_kind), is_department(kind)) {
        // The government above a department, and 人民政府 beside its 办公室 or a zone.
        (true, false) if kind == OrganKind::Government => false,
        (true, true) => {
            let ([place, duty], [their_place, their_duty]) = (divide(&mine), divide(&theirs));
            let shared = duty.iter().any(|c| their_duty.contains(c));
            let places = !place.is_empty() && !their_place.is_empty() && apart(&place, &their_place);
            !duty.is_empty() && !their_duty.is_empty() && (!shared || places)
        }
        (false, false) if kind == OrganKind::Government && own_kind != OrganKind::Government => false,
        (false, false) if matches!(own_kind, OrganKind::Office | OrganKind::Zone) || kind == OrganKind::Zone => false,
        (false, false) => {
            let [mine, theirs] = [&mine, &theirs].map(|name| divide(&name[..name.len() - 1])[1].clone());
            !mine.is_empty() && !theirs.is_empty() && apart(&mine, &theirs)
        }
        _ => !matches!(own_kind, OrganKind::Office | OrganKind::Zone),
    }
}

/// The name without the words that all of its kind end with.
fn core(name: &str) -> Vec<char> {
    let ends = ["人民政府", "办事处", "政府", "管理委员会", "委员会", "管委会", "办公室"];
    let name = ends.iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name);
    name.chars().collect()
}

/// Whether the characters of `short` stand in `long`, in their order.
fn within(short: &[char], long: &[char]) -> bool {
    let mut rest = long.iter();
    short.iter().all(|c| rest.any(|other| other == c))
}

/// Whether two names have no character in common.
fn apart(one: &[char], two: &[char]) -> bool {
    let level = |c: &char| "省市县区旗州镇乡".contains(*c);
    !one.iter().filter(|c| !level(c)).any(|c| two.contains(c))
}

/// The place, and what stands behind its level word, without the last character of 局 and the like.
fn divide(name: &[char]) -> [Vec<char>; 2] {
    let end = name.iter().skip(1).rposition(|c| "省市县区旗州".contains(*c)).map_or(0, |at| at + 2);
    let tail: Vec<char> = name[end..].iter().copied().filter(|c| !"局委厅事务管理和".contains(*c)).collect();
    [name[..end].to_vec(), tail]
}

/// Whether a department may well answer for it.
fn is_above_departments(kind: OrganKind) -> bool {
    matches!(kind, OrganKind::Government | OrganKind::Office | OrganKind::Zone)
}

fn is_department(kind: OrganKind) -> bool {
    matches!(kind, OrganKind::Bureau | OrganKind::Commission | OrganKind::Department)
}
