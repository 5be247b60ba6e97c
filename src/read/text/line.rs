//! What a line of a pasted report, or a cell of one, can be.
use crate::text::any;

/// Whether a character is as wide as a Chinese one, so that no blank stands beside it at a line break.
pub fn is_wide(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE4F}' | '\u{FF00}'..='\u{FFEF}'
        | '\u{20000}'..='\u{3FFFF}' | '\u{2014}' | '\u{2018}'..='\u{201D}' | '\u{2026}')
}

/// The width of a text in half characters.
pub fn width(text: &str) -> usize {
    text.chars().map(|c| if is_wide(c) { 2 } else { 1 }).sum()
}

/// White space, and what is as invisible as white space.
pub fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

pub fn trim(text: &str) -> &str {
    text.trim_matches(is_blank)
}

/// The bars that divide cells: half and full width, and those of drawn boxes.
pub fn is_bar(c: char) -> bool {
    matches!(c, '|' | '｜' | '│' | '┃' | '║')
}

/// Whether a cell holds what stands for a number: `12`, `３`, `-8`, `251000元`, `75.9260`, `/`, `无`, `○`.
pub fn is_value(cell: &str) -> bool {
    is_number(cell)
        || matches!(
            cell,
            "/" | "／"
                | "\\"
                | "-"
                | "－"
                | "−"
                | "–"
                | "—"
                | "——"
                | "--"
                | "无"
                | "○"
                | "〇"
                | "零"
                | "O"
                | "o"
                | "N/A"
        )
}

/// Whether a cell holds a number in digits, perhaps with a sign and a unit.
pub fn is_number(cell: &str) -> bool {
    const UNITS: [&str; 19] = [
        "", "件", "条", "项", "次", "个", "宗", "份", "起", "例", "封", "篇", "部", "元", "万元", "亿元", "万", "%",
        "％",
    ];
    let digit = |c: char| c.is_ascii_digit() || matches!(c, '０'..='９');
    let unsigned = cell.strip_prefix(['+', '-', '＋', '－', '−', '—', '减', '增']).unwrap_or(cell);
    let tail = unsigned.trim_start_matches(|c| digit(c) || matches!(c, ',' | '.' | '，' | '．'));
    let number = &unsigned[..unsigned.len() - tail.len()];
    number.starts_with(digit) && number.ends_with(digit) && number.len() <= 24 && UNITS.contains(&tail.trim())
}

/// How deep a label is numbered: 1 一、 2 （一） 3 `1.` 4 `（1）`.
pub fn numbering(text: &str) -> Option<u8> {
    let chinese = |c: char| "一二三四五六七八九十".contains(c);
    let (inner, bracket) = match text.strip_prefix(['（', '(']) {
        Some(inner) => (inner, true),
        None => (text, false),
    };
    let rest = inner.trim_start_matches(chinese);
    let (rest, is_chinese) = if rest.len() < inner.len() {
        (rest, true)
    } else {
        (inner.trim_start_matches(|c: char| c.is_ascii_digit()), false)
    };
    let digits = inner.len() - rest.len();
    let ends = match (bracket, is_chinese) {
        (true, _) => rest.starts_with(['）', ')']),
        (false, true) => rest.starts_with(['、', '.', '．', '，', ',']),
        // `1.5` and `1,234` are numbers.
        (false, false) => {
            rest.starts_with('、')
                || rest.starts_with(['.', '．']) && !rest.chars().nth(1).is_some_and(|c| c.is_ascii_digit())
        }
    };
    let level = match (bracket, is_chinese) {
        (false, true) => 1,
        (true, true) => 2,
        (false, false) => 3,
        (true, false) => 4,
    };
    (ends && (1..=9).contains(&digits)).then_some(level)
}

/// The text behind its numbering.
fn unnumbered(text: &str) -> &str {
    match numbering(text) {
        Some(_) => {
            let rest = text.trim_start_matches(['（', '(']);
            let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
            trim(rest.trim_start_matches(['、', '.', '．', '，', ',', '）', ')']))
        }
        None => text,
    }
}

/// Whether a line is surely the heading of one of the six sections.
pub fn is_section_heading(line: &str) -> bool {
    const TITLES: [&str; 6] = [
        "总体情况",
        "主动公开政府信息情况",
        "收到和处理政府信息公开申请情况",
        "政府信息公开行政复议、行政诉讼情况",
        "存在的主要问题及改进情况",
        "其他需要报告的事项",
    ];
    const WORDS: [&str; 10] =
        ["总体", "概述", "主动公开", "处理政府信息公开申请", "依申请", "复议", "诉讼", "问题", "改进", "需要报告"];
    if line.len() > 150 || line.contains('。') {
        return false;
    }
    let title = unnumbered(line);
    TITLES.contains(&title) || (is_main_heading(line) && any::holds(title, &WORDS))
}

/// Whether a line is numbered as a section (一、) and not as one of the rows of table three that are numbered so.
pub fn is_main_heading(line: &str) -> bool {
    line.len() <= 150 && numbering(line) == Some(1) && !is_row_label(line)
}

/// Whether a line is one of the four rows of table three that are numbered as sections are.
pub fn is_row_label(line: &str) -> bool {
    numbering(line) == Some(1) && any::holds(line, &["新收", "结转", "办理结果", "继续办理"])
}

/// Whether a line is running text, the title of a report, or so long that it must be the one or the other.
pub fn is_prose(line: &str) -> bool {
    line.contains('。')
        || line.contains("年度报告")
        || line.ends_with(['；', ';', '：', ':', '！', '？'])
        || line.ends_with(['，', ',']) && !has_open_bracket(line)
        || line.chars().filter(|&c| !is_blank(c)).nth(60).is_some()
}

/// Whether a bracket is open at the end of a line.
pub fn has_open_bracket(line: &str) -> bool {
    line.chars().fold(0_usize, |depth, c| match c {
        '（' | '(' => depth + 1,
        '）' | ')' => depth.saturating_sub(1),
        _ => depth,
    }) > 0
}

/// Whether a line can be a label of a table that stands alone in it.
pub fn is_label(line: &str) -> bool {
    !line.is_empty() && !is_prose(line) && !is_main_heading(line) && !is_section_heading(line) && !line.contains(is_bar)
}

/// Whether a line is the caption of a part of table two: 第二十条第（一）项.
pub fn is_caption(line: &str) -> bool {
    line.starts_with('第') && line.contains('条') && line.ends_with('项') && line.len() <= 60
}

/// Whether a line is a page number or a drawn line: nothing that anybody wrote.
pub fn is_leftover(line: &str) -> bool {
    let drawn = |c: char| matches!(c, '-' | '=' | '_' | '+' | ':' | '─'..='╿' | '—') || is_bar(c) || is_blank(c);
    if line.chars().all(drawn) {
        return line.chars().filter(|&c| !is_bar(c) && !is_blank(c)).count() > 2;
    }
    // "- 3 -", "第 3 页 共 8 页", "3/8".
    let kept: String = line.chars().filter(|&c| !is_blank(c)).collect();
    let digits = |text: &str| !text.is_empty() && text.len() <= 3 && text.bytes().all(|b| b.is_ascii_digit());
    let dashed = kept.strip_prefix(['-', '—', '－', '–']).and_then(|rest| rest.strip_suffix(['-', '—', '－', '–']));
    let page = kept.strip_prefix('第').and_then(|rest| rest.split_once('页')).map(|(page, _)| page);
    let of = kept.split_once('/').map(|(page, all)| digits(page) && digits(all));
    dashed.is_some_and(digits) || page.is_some_and(digits) && kept.len() <= 30 || of == Some(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values() {
        for value in ["0", "１２", "-8", "减4", "251000元", "75.9260", "1,234", "/", "无", "○", "3 件"] {
            assert!(is_value(value), "{value}");
        }
        for label in ["", "1.属于国家秘密", "2021年", "2022-01-12", "其他", "一", "1.", "10086-2"] {
            assert!(!is_value(label), "{label}");
        }
    }

    #[test]
    fn numbering_levels() {
        let levels =
            ["一、总体情况", "（十一）", "(一)予以公开", "1.属于", "12、成立", "（3）其他", "1.5", "一是", "2021年"];
        assert_eq!(levels.map(numbering), [Some(1), Some(2), Some(2), Some(3), Some(3), Some(4), None, None, None]);
    }

    #[test]
    fn headings_are_not_rows() {
        for heading in [
            "一、总体情况",
            "总体情况",
            "1、总体情况",
            "四、政府信息公开行政复议和行政诉讼情况",
            "五、存在问题及改进措施",
        ] {
            assert!(is_section_heading(heading), "{heading}");
        }
        for row in [
            "一、本年新收政府信息公开申请数量",
            "三、本年度办理结果",
            "四、结转下年度继续办理",
            "（一）予以公开",
            "行政复议",
        ] {
            assert!(!is_section_heading(row) && !is_main_heading(row), "{row}");
        }
    }

    #[test]
    fn leftovers() {
        for line in ["- 3 -", "—5—", "第 3 页", "第3页 共8页", "3/8", "|---|:--|", "+----+", "────"] {
            assert!(is_leftover(line), "{line}");
        }
        for line in ["3", "-", "—", "/", "0/0/0", "第二十条第（一）项", "| - | - |", "|  |  |"] {
            assert!(!is_leftover(line), "{line}");
        }
    }
}
