use super::*;
use crate::text::person::name;

rule! {
    /// 公开了申请人的姓名
    ///
    /// 年度报告只报告申请的数量和办理情况，不应写出申请人的姓名。隐去名字的“王某”“赵某某”可以。
    ///
    /// ## 依据
    /// 《政府信息公开条例》第十五条；《个人信息保护法》
    ///
    /// ## 怎么改
    /// 删去，或者隐去名字。申请人是单位、或者不是人名的，可以不改。
    ///
    /// ```bad
    /// 【标题】
    /// 一、总体情况
    /// 全年收到申请1件，申请人⟦王小明⟧的申请已按期答复。
    /// ```
    /// ```bad
    /// 【标题】
    /// 一、总体情况
    /// 3月收到村民⟦李建国⟧提出的政府信息公开申请，已答复。
    /// ```
    /// ```bad
    /// 【标题】
    /// 一、总体情况
    /// 原告⟦张伟⟧诉我镇政府信息公开一案，法院判决驳回诉讼请求。
    /// ```
    /// ```bad
    /// 【标题】
    /// 一、总体情况
    /// 3月5日⟦张建国⟧来信申请公开征地批文，已答复。
    /// ```
    /// ```good
    /// 【标题】
    /// 全年来信申请3件，高女士来函要求公开征地批文，文化馆来信询问。原告方诉求不成立，原告于某诉我镇一案已审结。对申请人王某、村民赵某某的申请及时答复，为申请人方便快捷地获取信息提供服务，做到申请人高度满意，居民高兴，群众易懂。
    /// ```
    P104 "applicant-name" Warning watch WORDS
}

const WORDS: &[&str] = &["申请人", "申请人:", "申请人姓名:", "申请者", "村民", "居民", "业主", "市民", "当事人", "信访人", "公民", "自然人", "原告", "上诉人", "起诉人", "来信", "来函", "(女,", "(男,"];

/// From this one on they stand behind the name.
const FIRST_BEHIND: usize = 15;

/// Those that sue; their names stand in what is told of 行政诉讼.
const SUES: [&str; 3] = ["原告", "上诉人", "起诉人"];

fn check(report: &Report, found: &mut Vec<Finding>) {
    for (word, place) in seen(report, &RULE) {
        let behind = report.behind(place, 8);
        let text = behind.text();
        // Behind 申请人 the end of a clause will do, as long as the name is one of three characters or announced by a
        // colon; others must be said to have asked.
        let applicant = WORDS[word].starts_with("申请");
        let party = SUES.contains(&WORDS[word]);
        let asks = ["申请", "提出", "提交", "要求公开", "要求获取", "来信", "来函"];
        let asked = |rest: &str| any::begins(rest, &asks);
        let colon = WORDS[word].ends_with(':');
        let listed = |rest: &str| {
            let long = text.len() - rest.len() == 3 * '某'.len_utf8();
            rest.starts_with('(') || (long || colon) && (rest.is_empty() || (rest.starts_with([',', '、', '。', ';', '的', '向', '通', '于']) || rest.starts_with("不服")))
        };
        let follows = |rest: &str| asked(rest) || party && any::begins(rest, &["诉", "不服", "起诉", "因", "与"]) || applicant && listed(rest);
        let mark = if word < FIRST_BEHIND {
            name(text, follows).map(|length| behind.span(0, length))
        } else {
            // 陈志强来信申请公开: the name stands before, and nothing else in its clause.
            let (wide, own) = (report.before(place, 4), report.before(place, 3));
            let (lead, length) = (wide.text().strip_suffix(own.text()).unwrap_or(""), own.text().len());
            let begins = !lead.ends_with(is_ideograph) || matches!(lead, "日" | "月");
            let says = WORDS[word].starts_with('(') || text.starts_with("申请") || text.starts_with("要求");
            (begins && says && length == 9 && name(own.text(), str::is_empty) == Some(length)).then(|| own.span(0, length))
        };
        let message = "这像是申请人的姓名，属于个人信息，请删去，或者隐去名字";
        found.extend(mark.map(|mark| RULE.at(mark, message)));
    }
}
