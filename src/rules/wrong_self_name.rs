use super::*;
use crate::report::OrganKind;

rule! {
    /// 自称与机关不符
    ///
    /// 镇的报告自称“我局”、局的报告自称“我镇”，多半是套用了别的单位的报告。局、办公室说“我县”“我市”指所在的地方，不算；“我单位”“本机关”总是可以。全文只有一处、又没有别的自称可以对照的，可能是转述，作为提示。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 改为本机关的自称，并通读全文，看看有没有其他地方也是套用的。
    ///
    /// ```bad
    /// 【标题】
    /// 一、总体情况
    /// 2024年，⟦我局⟧主动公开政府信息30条。
    /// ```
    /// ```bad
    /// 东陵县松坡乡人民政府2024年政府信息公开工作年度报告
    /// 结合2024年⟦我县⟧政府信息公开工作编制本报告。
    /// ```
    /// ```bad
    /// 【标题】
    /// 一、总体情况
    /// 2024年，⟦乡政府⟧认真做好政府信息公开工作。
    /// ```
    /// ```bad
    /// 云桥区人民政府2024年政府信息公开工作年度报告
    /// 2024年，⟦全县⟧各级各部门认真贯彻落实条例。
    /// ```
    /// ```bad
    /// 云岭县公共资源交易中心2024年政府信息公开工作年度报告
    /// 2024年，⟦我街道⟧高度重视政府信息公开工作。
    /// ```
    /// ```good
    /// 云岭县水务局2024年政府信息公开工作年度报告
    /// 我局认真落实我县政务公开工作要点，为我县水利事业服务，接受县委、县政府领导，倾听自我镇上来的意见。
    /// ```
    /// ```good
    /// 【标题】
    /// 我镇按照我县政府信息公开工作领导小组的部署，指导各乡政府、街道交流经验，深化“我为群众办实事”。
    /// ```
    I102 "wrong-self-name" Warning watch WORDS
}

const WORDS: &[&str] = &[
    "我镇", "本镇", "我乡", "本乡", "我街道", "本街道", "我局", "本局", "我委", "我厅", "本厅", "我院", "我校",
    "我公司", "我村", "我社区", "我县", "我区", "我市", "我省", "我旗", "我州", "全县", "本委", "全乡", "全镇", "乡政府", "乡党委", "镇政府", "镇党委", "我办",
];

/// What is wrong for an organ: the first of the words, and the word that takes its place.
fn wrong(kind: OrganKind, name: &str) -> (&'static [&'static str], &'static str) {
    use OrganKind::*;
    match kind {
        Town => (&["我乡", "本乡", "全乡", "我街道", "本街道", "我局", "本局", "我委", "我厅", "本厅", "我院", "我校", "我公司", "我村", "我社区"], "我镇"),
        Township => (&["我镇", "本镇", "全镇", "我街道", "本街道", "我局", "本局", "我委", "我厅", "本厅", "我院", "我校", "我公司", "我村", "我社区"], "我乡"),
        Street => (&["我镇", "本镇", "全镇", "我乡", "本乡", "全乡", "我局", "本局", "我委", "我厅", "本厅", "我院", "我校", "我公司", "我村", "我社区"], "我街道"),
        Bureau if name.ends_with('局') => (&["我镇", "本镇", "我乡", "本乡", "我街道", "本街道", "我委", "本委", "我厅", "本厅", "我校", "我公司", "我村", "我社区"], "我局"),
        Bureau => (&["我镇", "本镇", "我乡", "本乡", "我街道", "本街道", "我厅", "我校", "我公司", "我村", "我社区"], "我单位"),
        Commission => (&["我镇", "本镇", "我乡", "本乡", "我街道", "本街道", "我局", "本局", "我厅", "本厅", "我校", "我公司", "我村", "我社区"], "我委"),
        Department => (&["我镇", "本镇", "我乡", "本乡", "我街道", "本街道", "我局", "本局", "我委", "我校", "我公司", "我村", "我社区"], "我厅"),
        Government | Office => (&["我镇", "本镇", "我乡", "本乡", "我街道", "本街道", "我局", "本局", "我厅", "本厅", "我校", "我公司", "我村", "我社区"], "我单位"),
        Zone => (&["我镇", "本镇", "我乡", "本乡", "我厅", "我校", "我村", "我社区"], "我单位"),
    }
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    let Some(kind) = report.body.speaks_as() else { return };
    let (wrong, right) = wrong(kind, &report.body.name);
    let mut places: Vec<(Span, Severity)> = vec![];
    for (word, place) in seen(report, &RULE) {
        let word = WORDS[word];
        let severity = match word {
            _ if wrong.contains(&word) && is_self(report, place, word) => Severity::Warning,
            // The office that writes the report may speak of itself.
            "我办" if !matches!(kind, OrganKind::Office | OrganKind::Government | OrganKind::Zone) && is_self(report, place, word) => Severity::Hint,
            "我县" | "全县" if in_district(kind, &report.body.name) => Severity::Hint,
            "我县" | "我区" | "我旗" if kind == OrganKind::Government && is_foreign(report, word) => Severity::Hint,
            "我县" | "我区" | "我市" | "我省" | "我旗" | "我州" if is_foreign(report, word) && speaks_of_own_report(report, place) => Severity::Hint,
            "乡政府" | "乡党委" | "镇政府" | "镇党委" if kind == OrganKind::Street && begins_clause(report, place) => Severity::Hint,
            "乡政府" | "乡党委" if kind == OrganKind::Town && begins_clause(report, place) => Severity::Warning,
            "镇政府" | "镇党委" if kind == OrganKind::Township && begins_clause(report, place) => Severity::Warning,
            _ => continue,
        };
        places.push((place, severity));
    }
    // One word that nothing in the text contradicts may be quoted.
    let contradicted = places.len() > 1 || seen(report, &RULE).any(|(word, place)| {
        let own = WORDS[word].starts_with('我') && !wrong.contains(&WORDS[word]);
        own && is_self(report, place, WORDS[word])
    });
    let worst = places.iter().map(|(_, severity)| *severity).min();
    let mut finding: Option<Finding> = None;
    for &(place, severity) in &places {
        let words = report.str(place);
        let message = format!("本报告的机关是“{}”，这里自称“{words}”，请核对是不是套用了别的单位的报告", report.body.name);
        let note = |finding: Finding| finding.also(place, "同样的问题");
        finding = Some(finding.map_or_else(|| RULE.at(place, message).severity(if contradicted { worst.unwrap_or(severity) } else { Severity::Hint }), note));
    }
    let edits: Vec<_> = places.iter().map(|&(place, _)| (place, replacement(report.str(place), right, &report.body.name))).collect();
    let label = edits.first().map(|(_, text)| format!("改为{text}")).unwrap_or_default();
    found.extend(finding.map(|finding| finding.fix_all(&label, edits.into_iter())));
}

/// Whether an organ lies in a district, where no county can be meant. A zone may well lie in a county.
fn in_district(kind: OrganKind, name: &str) -> bool {
    let others = ["县", "旗", "开发区", "园区", "新区", "自治区", "示范区", "景区", "林区", "矿区", "保税区", "社区"];
    kind != OrganKind::Zone && name.contains('区') && !any::holds(name, &others)
}

/// 镇政府 for 乡政府, 全区 for 全县, else the self-name.
fn replacement(words: &str, right: &str, name: &str) -> String {
    match words.chars().last() {
        Some('乡' | '镇') if words.starts_with('全') => right.replace('我', "全"),
        Some('县') if words.starts_with('全') || name.ends_with("区人民政府") => words.replace('县', "区"),
        Some('府' | '委') if !words.starts_with('我') => {
            let tail: String = words.chars().skip(1).collect();
            format!("{}{tail}", right.trim_start_matches('我'))
        }
        _ => right.to_owned(),
    }
}

/// Whether it is a name for oneself, and not a part of other words: 自我镇…, 我乡村, 我委托.
fn is_self(report: &Report, place: Span, word: &str) -> bool {
    let (before, behind) = (report.before(place, 1), report.behind(place, 2));
    let other: &[&str] = match word.chars().last() {
        Some('乡') => &["村", "镇", "亲", "土", "里"],
        Some('镇') => &["静", "定", "乡"],
        Some('委') => &["托", "办", "派", "员"],
        Some('局') => &["限", "部", "面", "势"],
        Some('村') => &["民"],
        Some('院') => &["落"],
        Some('办') => &["理", "事", "公", "实", "好", "学", "案", "结"],
        _ => &[],
    };
    !before.text().ends_with(['自', '"', '基', '版', '根', '成']) && !any::begins(behind.text(), other)
}

/// Whether a place is not the one that the organ speaks for: 我县 of a town, or of a city.
fn is_foreign(report: &Report, word: &str) -> bool {
    let place = report.body.name.strip_suffix("人民政府");
    report.body.is_grassroots() || place.is_some_and(|place| !place.ends_with(&word["我".len()..]))
}

/// Whether an organ says 我县 where it speaks of its own disclosure.
fn speaks_of_own_report(report: &Report, place: Span) -> bool {
    let behind = report.behind(place, 24);
    let text = behind.text();
    let own = ["政府信息公开", "政务公开", "信息公开工作", "主动公开", "累计", "共收到", "未收到", "收到政府信息公开", "共公开", "全年", "高度重视", "认真", "严格", "扎实", "坚持", "深入", "未收取", "没有收取", "未发生"];
    let above = ["要点", "领导小组", "办", "平台", "网", "部署", "要求", "会议", "培训", "考核", "指南", "制度", "规定", "专栏", "目录", "标准", "方案", "通知", "测评", "评估"];
    let clause = text.split([',', '。', ';', '、']).next().unwrap_or("");
    any::begins(text, &own) && !any::holds(clause, &above)
}

/// Whether nothing that could name whose it is stands right before.
fn begins_clause(report: &Report, place: Span) -> bool {
    let before = report.before(place, 1);
    let text = before.text();
    text.is_empty() || text.ends_with([',', '。', ';', ':', '、', '由', '在', '经'])
}
