use super::*;

rule! {
    /// 残留了网页或排版的符号
    ///
    /// “&nbsp;”“[图片]”“**”之类是网页、编辑软件的符号，不是报告的文字；半个尖括号多半是复制时断开的。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 删去这些符号。
    ///
    /// ```bad
    /// 2024年，青石镇⟦**⟧主动公开**政府信息30条。
    /// ```
    /// ```bad
    /// 表格如下：⟦20250101123456.png⟧
    /// ```
    /// ```bad
    /// 根据中华人民共和国政府信息公开工作年度报告格式⟦>⟧编制本报告。
    /// ```
    /// ```good
    /// 【标题】
    /// 根据《关于印发<中华人民共和国政府信息公开工作年度报告格式>的通知》编制本报告。
    /// ```
    R105 "stray-markup" Warning watch WORDS
}

const WORDS: &[&str] = &[
    "&nbsp;", "&nbsp", "&amp;", "&lt;", "&gt;", "&quot;", "&ldquo;", "&rdquo;", "&mdash;", "&middot;", "&emsp;", "&ensp;", "&#", "<br>", "<br/>",
    "<p>", "</p>", "<p ", "<b>", "</b>", "</a>", "<strong>", "</strong>", "<span", "</span>", "<div", "</div>", "<td", "</td>", "<img", "{{", "}}", "${", "**", "```", "\\n", "\\t", "\\r",
    "[图片]", "[表格]", "[链接]", "【图片】", "【表格】", "[object", "undefined", "#NAME?", "#REF!", "#VALUE!", "#DIV/0!", "错误!未", "格式>", "报告>",
    ".jpg", ".png", ".gif", ".jpeg", ".bmp", ".webp",
];

fn check(report: &Report, found: &mut Vec<Finding>) {
    let mut told = 0;
    for (word, place) in seen(report, &RULE) {
        let (before, behind) = (report.before(place, 60), report.behind(place, 1));
        let word = WORDS[word];
        let (mark, message) = match word {
            _ if place.start < told => continue,
            _ if word.starts_with('.') => {
                let name = before.text().len() - before.text().trim_end_matches(|c: char| c.is_ascii_alphanumeric() || "_-".contains(c)).len();
                let head = &before.text()[..before.text().len() - name];
                // An address of the net is no name of a file that should have been a picture.
                if name == 0 || head.ends_with(['/', '.']) {
                    continue;
                }
                (before.span(before.text().len() - name, before.text().len()).join(place), "这里是图片的文件名，图片没有显示出来；表格应当用文字")
            }
            "格式>" | "报告>" if before.text().contains(['<', '〈', '《']) => continue,
            "格式>" | "报告>" => (Span::new(place.end - 1, place.end), "前面没有与它成对的“<”，多半是复制时残留的"),
            // 138****1234 hides a number.
            "**" if behind.text().starts_with('*') || before.text().ends_with(|c: char| c.is_ascii_digit() || c == '*') => continue,
            _ => (place, "这是残留的网页或排版的符号，不是报告的文字，请删去"),
        };
        told = mark.end;
        match found.iter_mut().find(|finding: &&mut Finding| finding.message == message) {
            Some(finding) => finding.places.push(Place { span: mark, note: "同样的符号".to_owned() }),
            None => found.push(RULE.at(mark, message)),
        }
    }
}
