use super::*;

rule! {
    /// 模板的空位没有填
    ///
    /// “××镇”“（具体网址）”“____”“〔〕号”之类是模板里等待填写的空位。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 填上实际的内容；为保护隐私而隐去的，可以不改。
    ///
    /// ```bad
    /// 现公布⟦××⟧镇2024年政府信息公开工作情况，详见⟦（具体网址）⟧。
    /// ```
    /// ```bad
    /// 根据国办公开办函⟦〔〕⟧号文件，在⟦某某⟧镇公开信息⟦____⟧条。
    /// ```
    /// ```good
    /// 【标题】
    /// 国际标准ISO9001由区地名办公开，网址为http://www.xxgk.example.cn/xxgk/，申请人赵某某、XX（化名）的申请已答复，7×24小时服务。
    /// ```
    R102 "unfilled-slot" Warning watch WORDS
}

const WORDS: &[&str] = &[
    "XX", "××", "xx", "xX", "某某", "__", "〔〕", "[]号", "()号", "(具体网址)", "(网址)", "(单位名称)", "【单位名称】", "[单位名称]", "【单位全称】", "【机关名称】", "[机关名称]", "【年份】", "【数字】", "【具体内容】", "【日期】", "(机关名称)", "(单位全称)", "(机关全称)",
    "(填写单位)", "(联系电话)", "(联系方式)", "(具体数字)", "(数字)", "(具体时间)", "(具体地址)", "(具体内容)", "(填写具体内容)", "(日期)", "(年份)", "(单位盖章)", "(单位公章)",
    "○○", "〇〇", "***", "□□", "…条", "…件", "...条", "...件", "信息条,", "信息条。", "X", "×", "N件", "N条",
];

/// What one letter stands for the number or the name of.
const COUNTED: &str = "年月日镇乡县区市局街件条次篇份个";

fn check(report: &Report, found: &mut Vec<Finding>) {
    let mut told = 0;
    for (word, place) in seen(report, &RULE) {
        if place.start < told {
            continue;
        }
        let (before, behind) = (report.before(place, 1), report.behind(place, 40));
        let text = WORDS[word];
        let sign = text.chars().next().unwrap_or('X');
        // 某某, ____ and the like; else one letter stands for what is missing: X年.
        let single = matches!(text, "X" | "×");
        let repeated = !single && text.chars().all(|c| c == sign);
        // The whole row of signs is one slot.
        let row: usize = behind.text().chars().take_while(|c| repeated && *c == sign).map(char::len_utf8).sum();
        let (head, tail) = (before.text().chars().next_back(), behind.text()[row..].chars().next());
        if single && !tail.is_some_and(|c| COUNTED.contains(c)) {
            continue;
        }
        let near = [head, tail];
        let latin = near.iter().flatten().any(|c| c.is_ascii_alphanumeric() || "./:-_@".contains(*c));
        let masked = repeated && is_masked(head, &behind.text()[row..]);
        let zeros = "○〇".contains(sign) && !behind.text()[row..].starts_with(['镇', '县', '局', '乡', '街', '区', '市']);
        let number = ["信息", "申请", "公开", "受理", "收到", "办结", "共", "发布", "答复"];
        let ellipsis = text.starts_with(['…', '.'])
            && !(number.iter().any(|word| report.before(place, 4).text().trim_end_matches(['…', '.']).ends_with(word))
                && tail.is_none_or(|c| ",。;)、".contains(c)));
        let kept = text == "***" && near.iter().flatten().any(|c| matches!(c, '\u{4E00}'..='\u{9FFF}'));
        if latin && !"_([〔【".contains(sign) || masked || ellipsis || zeros || kept {
            continue;
        }
        let mark = place.join(behind.span(0, row));
        told = mark.end;
        // The level word of 某某镇 or X镇 shows what is missing, and is not missing itself.
        let shown = if "X×N".contains(sign) && !repeated { Span::new(mark.start, mark.start + report.str(mark).chars().next().map_or(0, char::len_utf8)) } else { mark };
        let named = repeated && ["路", "街", "巷", "项目", "规划", "小区", "地块", "工程"].iter().any(|name| behind.text()[row..].starts_with(name));
        // XX in quotation marks is spoken of, and not filled in; and so it is in the title of a form for others to fill in.
        let rest = &behind.text()[row..];
        let form = rest.split_once('》').is_some_and(|(title, _)| any::holds(title, &["范本", "样本", "模板"]));
        let quoted = matches!(head, Some('"' | '“')) || form;
        let severity = if named || quoted { Severity::Hint } else { Severity::Warning };
        found.push(RULE.at(shown, "这像是模板里没有填写的空位，请填上实际的内容").severity(severity));
    }
}

/// Whether signs hide a person: 赵某某, XX（化名）, 某某申请人.
fn is_masked(head: Option<char>, behind: &str) -> bool {
    head.is_some_and(|head| crate::text::person::SURNAMES.contains(head) || "*".contains(head))
        || any::begins(behind, &["(化名", "先生", "女士", "等人", "(身份", "申请", "提出"])
}
