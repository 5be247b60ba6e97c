use super::*;

rule! {
    /// 写的是别处的县、区
    ///
    /// 机关的名称里写明了所在的县（区、旗），正文里“在某某县委、县政府领导下”的应当是同一个县。
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
    /// ```good
    /// 云桥县青石镇人民政府2024年政府信息公开工作年度报告
    /// 2024年，在省、市、县委和云桥县政府的领导下，青石镇认真做好政府信息公开工作。
    /// ```
    I106 "other-county" Hint watch &["县委", "区委", "旗委", "县政府", "区政府", "旗政府", "县人民政府", "区人民政府"]
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    let name = &report.body.name;
    for (_, place) in seen(report, &RULE) {
        let Some(level) = report.str(place).chars().next() else { continue };
        let Some(at) = name.char_indices().skip(2).find(|(_, c)| *c == level).map(|(at, _)| at) else { continue };
        let before = report.before(place, 6);
        let leads = ["按照", "根据", "贯彻", "落实", "在", "受"];
        let lead = leads.iter().filter_map(|lead| before.text().rfind(lead).map(|at| at + lead.len())).max();
        let Some(other) = lead.map(|lead| &before.text()[lead..]) else { continue };
        let characters = other.chars().count();
        let generic = other.contains(|c| "省市县区旗州各上级全本我中央及和与、,以当地".contains(c));
        if !(2..=3).contains(&characters) || generic || name[..at].ends_with(other) {
            continue;
        }
        let start = before.text().len() - other.len();
        let mark = Span::new(before.span(start, before.text().len()).start, place.start + level.len_utf8());
        let message = format!("机关是“{name}”，这里写的是“{other}{level}”，请核对是不是套用了别处的报告");
        found.push(RULE.at(mark, message));
    }
}
