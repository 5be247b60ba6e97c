use super::*;

rule! {
    /// 总体情况缺少规定的方面
    ///
    /// 第一部分主要写五个方面：主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障。这里按各方面常用的词语查找，可能用了别的说法。
    ///
    /// ## 依据
    /// 国办公开办函〔2021〕30号所附格式
    ///
    /// ## 怎么改
    /// 补写缺少的方面；确已写了的可不改。
    ///
    /// ```bad
    /// 【标题】
    /// 【前言】
    /// ⟦一、总体情况⟧
    /// 2024年，青石镇主动公开政府信息，加强政府信息管理和网站平台建设，开展培训和考核。
    /// 【二】
    /// 【三】
    /// 【四】
    /// 【五】
    /// 【六】
    /// ```
    S401 "missing-aspect" Hint
}

/// The five aspects, and words that show that one is written about.
const ASPECTS: [(&str, &[&str]); 5] = [
    ("主动公开", &["主动公开", "主动发布", "公开政府信息", "发布信息", "公开信息"]),
    ("依申请公开", &["依申请公开", "依申请", "公开申请", "申请公开", "信息申请", "申请件"]),
    ("政府信息管理", &["信息管理", "规范性文件", "管理机制", "管理制度", "保密审查", "公开审查", "发布审核", "审核"]),
    ("政府信息公开平台建设", &["平台", "网站", "专栏", "公众号", "新媒体", "公报", "公开栏"]),
    ("监督保障", &["监督", "保障", "考核", "评议", "培训", "责任追究"]),
];

fn check(report: &Report, found: &mut Vec<Finding>) {
    let Some(section) = report.section("一").filter(|_| report.is_whole()) else { return };
    let body = report.str(Span::new(section.heading.end, section.span.end));
    // A mere mention of the name in a list (“健全依申请公开、保密审查等制度”) is not yet writing about it.
    let listed_only = |at: usize, word: &str| {
        let beside = body[..at].ends_with('、') || body[at + word.len()..].starts_with('、');
        beside && ["主动公开", "依申请公开", "依申请", "申请公开"].contains(&word)
    };
    let told = |word: &&str| body.match_indices(*word).any(|(at, word)| !listed_only(at, word));
    let missing = ASPECTS.iter().filter(|(_, words)| !words.iter().any(told));
    let missing: Vec<&str> = missing.map(|(aspect, _)| *aspect).collect();
    if !missing.is_empty() {
        let message = format!("总体情况没有写到{}；五个方面都应写到", listed(&missing));
        found.push(RULE.at(section.heading, message));
    }
}
