//! Words around a number which say that it is not what the tables count: another year's, another organ's, or some
//! applicants' only.
use super::facts::{Fact, Subject, Told};
use crate::{
    document::Document,
    text::{Span, any},
};

/// How far behind a number what others did is looked for, in bytes.
const REACH: usize = 300;
/// What marks the end of the sentence before.
const ENDS: [char; 4] = ['。', '；', ';', '\n'];

/// Whether the words around a number say that the tables do not count it: 2022年收到, 去年办结, 历年累计, 商业企业无申请.
/// `year` is the year of the report.
pub(super) fn is_elsewhere(doc: &Document, fact: &Fact, year: Option<u16>) -> bool {
    let lead = lead(doc, fact);
    // 上年结转 is told of this year.
    let carried = matches!(fact.subject, Subject::CarriedIn | Subject::CarriedOut) || lead.contains("结转");
    let since = lead.find("以来").is_some_and(|at| !lead[..at].ends_with(['年', '初']));
    // 近年来逐年上升，2024年收到58件
    let last = lead.rsplit([',', '，']).next().unwrap_or("");
    let recent = year.is_some_and(|year| last.starts_with(&format!("{year}年"))) && !last.contains("累计");
    let cumulative = since
        || lead.match_indices("年来").any(|(at, word)| {
            // 一年来 is the year of the report.
            !lead[..at].ends_with('一') && !lead[at + word.len()..].starts_with(['最', '首', '新', '之', '件', '信'])
        })
        || lead.contains("历年") && !lead.contains("及历年");
    !carried && (cumulative && !recent || is_of_last_year(&lead, year)) || is_narrowed(doc, fact)
}

/// The words of the sentence before a number, without blanks.
fn lead(doc: &Document, fact: &Fact) -> String {
    let before = &doc.text[..fact.span.start];
    let sentence = before.rsplit(ENDS).next().unwrap_or(before);
    let lead: String = sentence.chars().filter(|c| !c.is_whitespace()).collect();
    // 去年收到25件，今年收到30件: what stands before speaks of another year.
    let own = ["今年收", "今年受", "今年新", "今年共", "今年办", ",今年", "，今年", "，本年", ",本年"];
    let start = own.iter().filter_map(|word| lead.rfind(word)).max().unwrap_or(0);
    lead[start..].to_owned()
}

/// 去年我局共收到16件, unless the sentence names the year of the report as well.
fn is_of_last_year(lead: &str, year: Option<u16>) -> bool {
    let verbs = ["收到", "受理", "办结", "新收", "发生"];
    let told = ["上年", "上一年", "去年"].iter().any(|word| {
        lead.match_indices(word).any(|(at, _)| {
            let clause = lead[at + word.len()..].split([',', '，', '、', '(', '（']).next().unwrap_or("");
            let before = verbs.iter().filter_map(|verb| clause.find(verb)).min().and_then(|end| clause.get(..end));
            // 上年未办结, 比上年增加5件，收到: not what was received then.
            before.is_some_and(|before| !before.contains(['未', '转', '遗', '增', '减', '降', '升', '平', '年']))
        })
    });
    told && year.is_none_or(|year| !lead.contains(&year.to_string()))
}

/// Whether the last year that the sentence names before a number is not the report's. A case may well come of last
/// year's application: 因2023年度申请引发行政复议1件.
pub(super) fn names_other_year(doc: &Document, fact: &Fact, year: Option<u16>) -> bool {
    let lead = lead(doc, fact);
    let cause = matches!(fact.subject, Subject::Case(..)) && any::holds(&lead, &["申请", "答复"]);
    if cause || matches!(fact.subject, Subject::CarriedIn | Subject::CarriedOut) || lead.contains("结转") {
        return false;
    }
    let named = lead.rmatch_indices('年').find_map(|(at, _)| {
        let start = at.checked_sub(4)?;
        let year: u16 = lead.get(start..at)?.parse().ok()?;
        // 比2023年（8件）下降25%，办结2件: the year compared with is left behind with its clause.
        let compared = lead[..start].ends_with(['比', '较']) && lead[at..].contains([',', '，']);
        ((2000..2100).contains(&year) && !compared).then_some(year)
    });
    named.zip(year).is_some_and(|(named, own)| named != own)
}

/// A denial that is about some applicants or applications only: 未收到科研机构申请.
fn is_narrowed(doc: &Document, fact: &Fact) -> bool {
    let clause: String = doc.str(fact.clause).split_whitespace().collect();
    let narrow = ["科研", "公益", "商业企业", "法律服务", "大量", "反复", "重复"];
    let organisations = clause.contains("法人") && !any::holds(&clause, &["公民", "自然人", "个人", "群众", "公众"]);
    fact.told == Told::None && (organisations || any::holds(&clause, &narrow))
}

/// Whether the clause of a number speaks of another government than the organ that reports: 县政府收到申请120件 in the
/// report of a town.
pub(super) fn is_another_bodys(doc: &Document, fact: &Fact, organ: &str) -> bool {
    let clause: String =
        doc.str(Span::new(fact.clause.start.min(fact.span.end), fact.span.end)).split_whitespace().collect();
    let own = any::holds(&clause, &["我", "本镇", "本乡", "本街道", "本局", "本机关", "本单位"]);
    let names = |level: &&str| {
        let named = [format!("{level}政府"), format!("{level}人民政府")];
        // 全县政府信息公开申请 names no government.
        let spoken = |name: &String| {
            clause.match_indices(name.as_str()).any(|(at, name)| !clause[at + name.len()..].starts_with("信息"))
        };
        let offices = ["", "办公室", "办公厅"];
        let reports = named.iter().any(|name| offices.iter().any(|office| organ.ends_with(&format!("{name}{office}"))));
        named.iter().any(spoken) && !reports
    };
    !own && ["省", "自治区", "市", "州", "盟", "县", "区", "旗"].iter().any(names)
}

/// Whether applications that another organ handed over are told apart in the same sentence: 转来5件，本机关收到32件.
pub(super) fn is_beside_handed(doc: &Document, fact: &Fact) -> bool {
    // 自行受理9件，上级转办5件: behind it as well.
    let lead = lead(doc, fact);
    let behind = doc.text.get(fact.span.end..).unwrap_or("");
    let behind = behind[..behind.floor_char_boundary(REACH)].split(ENDS).next().unwrap_or("");
    let handed = [
        "转来",
        "转办",
        "转交",
        "转送",
        "交办",
        "移交",
        "移送",
        "代市",
        "代区",
        "代县",
        "代省",
        "代政府",
        "名义",
        "协助",
        "批转",
        "转部门",
        "转各",
        "转街",
        "转镇",
    ];
    handed.iter().any(|word| lead.contains(word) || behind.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        read::read_str,
        report::{Passage, facts::facts},
    };

    /// Whether the first number of a text is told of something else, in a report of 2024.
    fn elsewhere(text: &str) -> bool {
        let doc = read_str(text).unwrap();
        let fact = facts(&Passage::new(None, text, 0), Some(2024))
            .into_iter()
            .next()
            .unwrap_or_else(|| panic!("no number: {text}"));
        is_elsewhere(&doc, &fact, Some(2024)) || names_other_year(&doc, &fact, Some(2024))
    }

    #[test]
    fn numbers_of_other_years() {
        for text in [
            "2022年，我局收到政府信息公开申请16件。",
            "2024年平稳。2023年我局共收到政府信息公开申请16件。",
            "自条例实施以来，我局办结政府信息公开申请16件。",
        ] {
            assert!(elsewhere(text), "{text}");
        }
        for text in [
            "2024年，我局收到政府信息公开申请16件。",
            "我局收到政府信息公开申请16件，比2023年减少2件。",
            "比2023年（8件）有所下降，收到政府信息公开申请6件。",
            "2023年收到的都已办结；2024年收到政府信息公开申请16件。",
            "2023年结转政府信息公开申请2件。",
        ] {
            assert!(!elsewhere(text), "{text}");
        }
    }

    #[test]
    fn denials_about_some_applicants_only() {
        assert!(elsewhere("未收到科研机构提出的政府信息公开申请。"));
        assert!(!elsewhere("未收到公民、法人提出的政府信息公开申请。"));
    }

    #[test]
    fn numbers_of_other_governments() {
        let another = |text: &str, organ: &str| {
            let doc = read_str(text).unwrap();
            is_another_bodys(&doc, &facts(&Passage::new(None, text, 0), Some(2024))[0], organ)
        };
        assert!(another("县政府收到政府信息公开申请120件。", "云桥县青石镇人民政府"));
        assert!(another("市人民政府收到政府信息公开申请120件。", "云桥县人民政府"));
        assert!(!another("县政府收到政府信息公开申请120件。", "云桥县人民政府"));
        assert!(!another("县政府收到政府信息公开申请120件。", "云桥县人民政府办公室"));
        assert!(!another("全县政府信息公开申请120件。", "云桥县水务局"));
        assert!(!another("我镇收到向县政府提出的政府信息公开申请12件。", "云桥县青石镇人民政府"));
    }
}
