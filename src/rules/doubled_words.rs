use super::*;

rule! {
    /// 词语重复
    ///
    /// 同一个词语紧接着写了两遍，如“信息信息”“主动公开主动公开”。“人民政府政府信息公开”“现将年度报告报告如下”之类是正常的。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 删去重复的词语。
    ///
    /// ```bad
    /// 健全监督⟦保障保障⟧措施，⟦主动公开主动公开⟧政府信息32条，⟦进一步进一步⟧规范流程，回应群众关心⟦的的⟧问题。
    /// 【三】
    /// ```
    /// ```good
    /// 【一】
    /// 青石镇人民政府政府信息公开工作领导小组认真履职，现将年度报告报告如下。进一步规范流程，进一步压实责任，逐条逐项梳理，一件一件落实，的的确确见到成效。
    /// 【三】
    /// ```
    W104 "doubled-words" Warning
}

/// Words that stand rightly behind themselves, and the characters that then follow: all where there are none.
const RIGHT: &[(&str, &str)] = &[
    ("政府", ""),
    ("报告", "如给于了后前的"),
    ("公开", "指目年制栏平专事清内标渠"),
    ("工作", "机要方制专组小领总计"),
    ("机构", "名代"),
    ("街道", ""),
    ("社区", ""),
    ("信息", "化"),
    ("研究", ""),
    ("讨论", ""),
];

/// Names of things that as often end a word of two parts as they begin one.
const BOTH: &str = "事项 部门 单位 项目 平台 对象 企业 数据 资金 网站 人员 保险 机关 中心 学校 社会 服务";

/// The longest repetition that is looked for, in characters.
const LONGEST: usize = 8;

fn check(report: &Report, found: &mut Vec<Finding>) {
    let mut text: Vec<(usize, char)> = vec![];
    for (_, paragraph) in report.paragraphs() {
        text.clear();
        text.extend(report.str(paragraph).char_indices().filter(|(_, c)| !is_blank(*c)));
        let mut at = 0;
        while at < text.len() {
            let Some(length) = repeated(&text, at) else {
                at += 1;
                continue;
            };
            let (start, middle) = (text[at].0, text[at + length - 1]);
            let (last, c) = text[at + 2 * length - 1];
            let once = Span::new(start, middle.0 + middle.1.len_utf8()).shift(paragraph.start);
            let both = Span::new(start, last + c.len_utf8()).shift(paragraph.start);
            let word = words(report, once);
            // One may end what stands before, and the other begin another word: 主管部门部门网站, 网格网格化.
            let behind = text.get(at + 2 * length).is_some_and(|(_, c)| *c == '化');
            let divided = at > 0 && is_ideograph(text[at - 1].1) && (behind || BOTH.contains(&word));
            let severity = if divided { Severity::Hint } else { Severity::Warning };
            found.push(RULE.at(both, format!("“{word}”写了两遍，请删去一个")).fix(word).severity(severity));
            at += 2 * length;
        }
    }
}

/// How many characters stand at `at` twice in a row.
fn repeated(text: &[(usize, char)], at: usize) -> Option<usize> {
    let first = text[at].1;
    // Few characters come again so soon.
    let ahead = &text[at + 1..text.len().min(at + 1 + LONGEST)];
    if !is_ideograph(first) || !ahead.iter().any(|(_, c)| *c == first) {
        return None;
    }
    // Of single characters only this one never stands rightly behind itself: 进行了了解, 在在线平台.
    if first == '的' && ahead[0].1 == '的' {
        return (!text.get(at + 2).is_some_and(|(_, c)| "确士".contains(*c))).then_some(1);
    }
    let same = |length: usize| {
        let twice = text.get(at..at + 2 * length)?;
        let (one, two) = twice.split_at(length);
        let plain = one.iter().all(|(_, c)| is_ideograph(*c)) && one.iter().any(|(_, c)| *c != first);
        (plain && one.iter().zip(two).all(|(one, two)| one.1 == two.1)).then_some(length)
    };
    let length = (2..=LONGEST).rev().find_map(same).filter(|_| !"一二两三四五六七八九十".contains(first))?;
    let word: String = text[at..at + length].iter().map(|(_, c)| c).collect();
    let next = text.get(at + 2 * length).map(|(_, c)| *c);
    let right = |(name, behind): &(&str, &str)| {
        *name == word && (behind.is_empty() || next.is_some_and(|next| behind.contains(next)))
    };
    // 逐栏逐条 behind 公示栏.
    (!word.contains('逐') && !RIGHT.iter().any(right)).then_some(length)
}
