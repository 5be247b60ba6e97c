use super::*;

rule! {
    /// 用了上级才用的范围
    ///
    /// 镇说“组织推动全省政府信息公开工作”，县局说“指导全国政务公开工作”，都不是自己的职责，多半是套用了上级的报告。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 改为本机关负责的范围。说的是上级的工作的，可以不改。
    ///
    /// ```bad
    /// 【标题】
    /// 一、总体情况
    /// 2024年，青石镇组织推动⟦全省⟧政府信息公开工作。
    /// ```
    /// ```good
    /// 【标题】
    /// 青石镇参加全县政务公开工作培训，在全省政务公开考核中名列前茅。
    /// ```
    I103 "wrong-level-word" Warning watch WORDS
}

const WORDS: &[&str] = &["全国", "全省", "全州", "全市", "全县", "全旗", "全区", "全自治区"];
const LEVELS: [Level; 8] = [
    Level::State,
    Level::Province,
    Level::Prefecture,
    Level::County,
    Level::County,
    Level::County,
    Level::County,
    Level::Province,
];

fn check(report: &Report, found: &mut Vec<Finding>) {
    let Some(own) = report.body.level else { return };
    for (word, place) in seen(report, &RULE).filter(|(word, _)| LEVELS[*word] < own) {
        let behind = report.behind(place, 16);
        let clause = behind.text().split([',', '。', ';', '、']).next().unwrap_or("");
        let work = any::begins(clause, &["政府信息公开", "政务公开", "信息公开"]);
        let above = ["要点", "会议", "培训", "考核", "排名", "部署", "要求", "评估", "测评", "领导", "先进", "示范", "方案", "推进会", "前列", "标准"];
        if !work || any::holds(clause, &above) {
            continue;
        }
        let before = report.before(place, 6);
        let does = ["推动", "推进", "统筹", "组织", "指导", "协调", "抓好", "做好", "负责", "牵头", "加强", "深化", "规范", "部署", "引领"];
        if !any::ends(before.text(), &does) {
            continue;
        }
        // What a county asks its towns to do is often told in its words.
        let severity = if LEVELS[word] <= Level::Province { Severity::Warning } else { Severity::Hint };
        let message = format!("本报告的机关是“{}”，{}的政府信息公开工作不由它负责", report.body.name, WORDS[word]);
        found.push(RULE.at(place, message).severity(severity));
    }
}
