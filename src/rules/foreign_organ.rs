use super::*;
use crate::report::{Organ, OrganKind, Passage};

rule! {
    /// 文中写的是别的机关
    ///
    /// “现公布某某局2024年政府信息公开工作年度报告”“本报告由某某局编制”之类的话、文末的落款，写的应是标题中的机关。乡镇、街道的报告里，“某某镇认真落实……”“某某镇便民服务中心”也应是本镇。是另一个机关的，多半是套用了别的单位的报告。简称、改名前后的名称、上级机关和内设机构不算；到别处学习、与别处合作的不算。
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
    /// ```bad
    /// 云桥县青石镇人民政府2024年政府信息公开工作年度报告
    /// 一、总体情况
    /// 2024年，公开政府信息30条，⟦白沙镇⟧严格落实“三审三校”制度，以县政府门户网站青石镇专栏为主要平台。
    /// ```
    /// ```bad
    /// 云桥县教育局2024年政府信息公开工作年度报告
    /// 一、总体情况
    /// 2024年，认真开展政府信息公开工作，调整⟦县水利局⟧政府信息公开工作领导小组。
    /// ```
    /// ```bad
    /// 云桥县青石镇人民政府2024年政府信息公开工作年度报告
    /// 六、其他需要报告的事项
    /// 2024年，未收取信息处理费。
    /// ⟦云桥县民政局⟧
    /// 2025年1月10日
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
    /// ```good
    /// 云桥县青石镇人民政府2024年政府信息公开工作年度报告
    /// 赴白沙镇学习政务公开经验，与松坡乡政务公开专区交流，县教育局积极配合。各乡镇认真落实，青石镇党政综合办公室牵头。
    /// ```
    I101 "foreign-organ" Warning watch WORDS
}

const WORDS: &[&str] = &[
    "年政府信息公开", "年度政府信息公开", "年政务公开", "认真", "坚持", "深入", "严格", "全面", "扎实", "高度重视", "紧紧围绕", "在县委", "以习近平",
    "根据《", "按照《", "依据《", "联系", "积极", "及时", "持续", "切实", "政府信息公开", "政务公开", "专栏", "便民服务中心", "党政", "共公开", "主动公开", "收到", "未收", "畅通", "推进",
    "落实", "开展", "加强", "组织", "制定", "健全", "地址",
];
/// How many of them a statement about the report or its organ may stand before.
const STATEMENTS: usize = 17;

fn check(report: &Report, found: &mut Vec<Finding>) {
    let title = report.title.as_ref().map_or(Span::default(), |title| title.span);
    if report.body.speaks_as().is_none() || title.is_empty() {
        return;
    }
    let mut others: Vec<(Span, Severity)> = vec![];
    for (word, place) in seen(report, &RULE).filter(|(_, place)| !title.contains(*place)) {
        let stated = (word < STATEMENTS).then(|| stated(report, WORDS[word], place)).flatten();
        let other = stated.or_else(|| mentioned(report, WORDS[word], place));
        let other = other.or_else(|| (WORDS[word] == "地址").then(|| housed(report, place)).flatten());
        others.extend(other.filter(|(mark, _)| others.iter().all(|(other, _)| other != mark)));
    }
    others.extend(signature(report).map(|mark| (mark, Severity::Warning)));
    let worst = others.iter().map(|(_, severity)| *severity).min();
    let Some(&(first, severity)) = others.iter().find(|(_, severity)| Some(*severity) == worst) else { return };
    let (own, other) = (&report.body.name, words(report, first));
    let message = format!("标题中的机关是“{own}”，这里写的是“{other}”，请核对是不是套用了别的单位的报告");
    let finding = RULE.at(first, message).severity(severity);
    let rest = others.iter().filter(|(mark, _)| *mark != first);
    found.push(rest.fold(finding, |finding, (mark, _)| finding.also(*mark, "同样的问题")));
}

/// The other organ that a statement about the report, or one that a sentence begins with, names before a word.
fn stated(report: &Report, word: &str, place: Span) -> Option<(Span, Severity)> {
    let before = report.before(place, 34);
    let name = said(before.text(), word)?;
    let text = &before.text()[name.range()];
    let contact = word == "联系";
    if !is_other(&report.body, text) || contact && report.body.speaks_as().is_some_and(is_above_departments) {
        return None;
    }
    // A sentence about last year may be about another organ; what is published is one's own.
    let sure = report_or_maker(word) || report.body.is_grassroots() && (contact || Organ::new(text).level == Some(Level::Township));
    Some((before.span(name.start, name.end), if sure { Severity::Warning } else { Severity::Hint }))
}

/// The other organ that is named as one's own right before a word: 白沙镇严格落实, 县水利局政府信息公开工作领导小组.
fn mentioned(report: &Report, word: &str, place: Span) -> Option<(Span, Severity)> {
    let ends = ['镇', '乡', '道', '府', '处', '局'];
    if !report.doc.text[..place.start].trim_end().ends_with(ends) || report.body.speaks_as().is_some_and(is_above_departments) {
        return None;
    }
    let before = report.before(place, 20);
    let text = before.text();
    let run = text.rfind(|c: char| !is_ideograph(c)).map_or(text, |at| text[at..].trim_start_matches(|c| !is_ideograph(c)));
    let leads = ["按照", "根据", "落实", "门户网站", "网站", "平台", "调整", "成立", "完善", "依托", "利用", "通过", "更新", "现将", "在", "由", "以", "对"];
    let start = leads.iter().filter_map(|lead| Some(run.rfind(lead)? + lead.len())).max().unwrap_or(0);
    let name = &run[start..];
    // Those it learns from, those it is compared with, and what an author left open.
    if any::holds(name, &["赴", "到", "与", "同", "和", "及", "向", "给", "比", "各", "等", "某", "原"]) {
        return None;
    }
    let mark = before.span(text.len() - name.len(), text.len());
    if name.ends_with('局') {
        let tail = report.behind(place, 6);
        let group = word.starts_with('政') && any::begins(tail.text(), &["领导小组", "工作领导小组"]);
        let alike = report.body.is_department() && core(&report.body.name).iter().any(|c| !"省市县区局".contains(*c) && name.contains(*c));
        return (group && !alike && is_other(&report.body, name)).then_some((mark, Severity::Warning));
    }
    is_other_town(report, name).then_some((mark, Severity::Warning))
}

/// Whether a grass-roots organ reports, and this is the name of another.
fn is_other_town(report: &Report, name: &str) -> bool {
    let short = any::strip_end(name, &["人民政府", "政府", "办事处"]).unwrap_or(name);
    let Some(stem) = any::strip_end(short, &["镇", "乡", "街道"]) else { return false };
    let stem = stem.rsplit(['省', '市', '县', '区', '旗', '州']).next().unwrap_or(stem);
    // 试点镇, 所辖乡 and the like are none.
    let plain = ["全", "本", "我", "该", "乡", "镇", "集", "城", "村", "小", "古", "辖", "点", "心", "色", "范", "制", "族", "分", "他", "有关", "相关", "家"];
    let named = (2..=3).contains(&stem.chars().count()) && !any::ends(stem, &plain);
    let own = within(&stem.chars().collect::<Vec<_>>(), &core(&report.body.name));
    named && !own && report.body.is_grassroots() && is_other(&report.body, short)
}

/// The other town in which a grass-roots organ is said to have its office; some have it in their neighbour's.
fn housed(report: &Report, place: Span) -> Option<(Span, Severity)> {
    let behind = report.behind(place, 24);
    let text = behind.text().split([',', ';', '。', ')']).next().unwrap_or("");
    let start = text.char_indices().filter(|(_, c)| "省市县区旗州:".contains(*c)).map(|(at, c)| at + c.len_utf8()).next_back()?;
    let end = ["镇", "乡", "街道"].iter().filter_map(|end| Some(start + text[start..].find(end)? + end.len())).min()?;
    is_other_town(report, &text[start..end]).then(|| (behind.span(start, end), Severity::Hint))
}

/// The other organ that signs at the end. A list of organs there is a portal's.
fn signature(report: &Report) -> Option<Span> {
    let own = report.body.speaks_as()?;
    let line = |passage: &&Passage| {
        let text = passage.text();
        passage.section.is_some() && text.len() < 90 && text.chars().all(is_ideograph) && Organ::new(text).kind.is_some()
    };
    let mut lines = report.passages().iter().rev().take(6).filter(line);
    let signed = lines.next().filter(|_| lines.next().is_none())?;
    let outranks = is_above_departments(own) && Organ::new(signed.text()).is_department();
    (!outranks && is_other(&report.body, signed.text())).then(|| signed.span())
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
    let office = any::ends(name, &["办公室", "办公厅", "办", "中心", "科", "股"]);
    if office || any::holds(name, &["各", "全", "本", "我", "该", "和", "与", "及"]) {
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
    let name = any::strip_end(name, &ends).unwrap_or(name);
    name.chars().collect()
}

/// Whether the characters of `short` stand in `long`, in their order.
fn within(short: &[char], long: &[char]) -> bool {
    let mut rest = long.iter();
    short.iter().all(|c| rest.any(|other| other == c))
}

/// Whether two names have no character in common.
fn apart(one: &[char], two: &[char]) -> bool {
    let level = |c: &char| "省市县区旗州镇乡街".contains(*c);
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
