use super::*;

rule! {
    /// 写的是别处的县、区
    ///
    /// 机关的名称里写明了所在的县（区、旗），正文里“在某某县委、县政府领导下”的应当是同一个县；区的机关不写“县委、县政府”，县的机关不写“区委、区政府”。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 核对是不是套用了别处的报告；行政区划改过名称的，可以不改。
    ///
    /// ```bad
    /// 云桥县青石镇人民政府2024年政府信息公开工作年度报告
    /// 一、总体情况
    /// 2024年，在⟦云岭县⟧委、县政府的领导下，青石镇认真做好政府信息公开工作。
    /// ```
    /// ```bad
    /// 云桥区教育局2024年政府信息公开工作年度报告
    /// 一、总体情况
    /// 2024年，在⟦县⟧委、县政府的领导下，我局认真做好政府信息公开工作。
    /// ```
    /// ```good
    /// 云桥县青石镇人民政府2024年政府信息公开工作年度报告
    /// 2024年，在省、市、县委和云桥县政府的领导下，青石镇认真做好政府信息公开工作。
    /// ```
    I106 "other-county" Hint watch &["县委", "区委", "旗委", "县政府", "区政府", "旗政府", "县人民政府", "区人民政府"]
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    let name = &report.body.name;
    let mut told = false;
    for (_, place) in seen(report, &RULE) {
        let Some(level) = report.str(place).chars().next() else { continue };
        let before = report.before(place, 6);
        let other = if !told && is_above_others(name, level) && is_bare(before.text()) {
            told = true;
            ""
        } else {
            let Some(other) = other(name, level, before.text()) else { continue };
            other
        };
        let start = before.text().len() - other.len();
        let mark = Span::new(before.span(start, before.text().len()).start, place.start + level.len_utf8());
        let message = format!("机关是“{name}”，这里写的是“{other}{level}”，请核对是不是套用了别处的报告");
        found.push(RULE.at(mark, message));
    }
}

/// The name of another county before its level word, behind words that name one's own.
fn other<'t>(name: &str, level: char, text: &'t str) -> Option<&'t str> {
    let at = name.char_indices().skip(2).find(|(_, c)| *c == level).map(|(at, _)| at)?;
    let leads = ["按照", "根据", "贯彻", "落实", "在", "受"];
    let lead = leads.iter().filter_map(|lead| text.rfind(lead).map(|at| at + lead.len())).max()?;
    let other = &text[lead..];
    let generic = other.contains(|c| "省市县区旗州各上级全本我中央及和与、,以当地".contains(c));
    ((2..=3).contains(&other.chars().count()) && !generic && !name[..at].ends_with(other)).then_some(other)
}

/// Whether an organ can belong to no county (or district), as its name tells that it belongs to a district (or county).
fn is_above_others(name: &str, level: char) -> bool {
    let own = if level == '县' { '区' } else { '县' };
    let several = ["自治", "发区", "园区", "新区", "景区", "分局"];
    name.contains(own) && !name.contains(level) && !any::holds(name, &several)
}

/// Whether the name of a county does not stand here, nor another level: 省、市、县政府.
fn is_bare(before: &str) -> bool {
    before.is_empty() || any::ends(before, &["在", "受", "按照", "根据", "落实", "由", ",", "。"])
}
