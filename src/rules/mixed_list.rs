use super::*;
use crate::text::label::split_ordinal;

rule! {
    /// 列举的序号和“是”混用
    ///
    /// “1、2、3、”和“一是、二是、三是”是两种写法。前一项写“1、”，后面写“2、是”，是改写时没有改净。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 统一写法：都删去“是”，或者都改为“一是”“二是”。
    ///
    /// ```bad
    /// 1、信息分类不够准确，需要加强培训。
    /// ⟦2、是⟧信息的质量有待提高。
    /// 3、是工作机制不够完善。
    /// ```
    /// ```bad
    /// 一是更新不够及时；⟦2、是⟧人员变动频繁。
    /// 【三】
    /// ```
    /// ```good
    /// 1.是否及时公开，由各科室自查。
    /// 2.是否准确，由办公室核对。
    /// 【表四】
    /// ```
    S207 "mixed-list" Hint watch &["2、是", "3、是", "4、是", "2.是", "3.是", "4.是"]
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    let mut plain = None;
    let mut mixed = vec![];
    for (_, paragraph) in report.paragraphs() {
        let (Some(ordinal), rest) = split_ordinal(report.str(paragraph)) else { continue };
        let start = paragraph.end - rest.len();
        let is = rest.starts_with('是') && !any::begins(rest, &["是否", "是指", "是非"]);
        if !is {
            plain = Some(ordinal.style);
        } else if plain == Some(ordinal.style) && ordinal.number > 1 {
            mixed.push((Span::new(paragraph.start, start + '是'.len_utf8()), Span::new(start, start + '是'.len_utf8())));
        }
    }
    let inside = |place: &Span| {
        let (before, behind) = (report.before(*place, 200), report.behind(*place, 1));
        let text = before.text();
        text.ends_with([';', '。', ',']) && text.contains("一是") && !behind.text().starts_with(['否', '指', '非'])
    };
    for (n, place) in seen(report, &RULE).filter(|(_, place)| inside(place)) {
        let right = ["二是", "三是", "四是"][n % 3];
        let message = format!("“{}”与前一项的写法不同，前面写的是“一是”，请统一", report.str(place));
        found.push(RULE.at(place, message).fix(right));
    }
    let Some((first, _)) = mixed.first() else { return };
    let message = format!("“{}”与前一项的写法不同：序号后面有的写“是”，有的不写，请统一", report.str(*first));
    let finding = mixed[1..].iter().fold(RULE.at(*first, message), |finding, (place, _)| finding.also(*place, "同样的写法"));
    found.push(finding.fix_all("删去“是”", mixed.iter().map(|(_, is)| (*is, String::new()))));
}
