//! The shorthand of the examples in the rules' pages: 【表三】 stands for a whole table filled with zeros.
use gouji::{
    form::{Form, Labelled},
    text::Span,
};

/// Takes the ⟦marks⟧ out of an example and returns the clean text and the marked spans.
pub fn unmark(marked: &str) -> (String, Vec<Span>) {
    let (mut text, mut spans, mut start) = (String::new(), vec![], 0);
    for c in marked.chars() {
        match c {
            '⟦' => start = text.len(),
            '⟧' => spans.push(Span::new(start, text.len())),
            c => text.push(c),
        }
    }
    (text, spans)
}

/// Writes the 【shorthand】 of an example out.
pub fn expand(example: &str) -> String {
    let mut out = String::new();
    for line in example.lines() {
        match line.strip_prefix('【').and_then(|line| line.strip_suffix('】')) {
            Some("上年" | "地方要求") | None => out += line,
            Some(name) => out += &part(name),
        }
        out.push('\n');
    }
    out
}

fn part(name: &str) -> String {
    let (name, changes) = name.split_once('：').unwrap_or((name, ""));
    let heading = |number: &str| {
        let section = Form::latest().section(number).unwrap_or_else(|| panic!("没有【{name}】"));
        format!("{number}、{}", section.heading)
    };
    match name {
        "标题" => "青石镇人民政府2024年政府信息公开工作年度报告".to_owned(),
        "前言" => {
            "本报告根据《中华人民共和国政府信息公开条例》编制，统计期限自2024年1月1日起至2024年12月31日止。".to_owned()
        }
        "一" => format!(
            "{}\n2024年，青石镇依法主动公开政府信息86条，规范办理依申请公开，加强政府信息管理，用好政府信息公开平台，做好监督保障，工作考核和社会评议结果良好，未发生责任追究。",
            heading(name)
        ),
        "五" => {
            format!("{}\n主要问题是政策解读形式单一。下一步将丰富解读形式，加强业务培训，改进工作。", heading(name))
        }
        "六" => format!("{}\n2024年，本机关未收取信息处理费。", heading(name)),
        "二" | "三" | "四" => format!("{}\n{}", heading(name), table(name, changes)),
        _ => table(name.strip_prefix('表').unwrap_or_else(|| panic!("没有【{name}】")), changes),
    }
}

/// A table of the newest edition with zeros, but for the changed rows: `label=1,2,3；label=删`.
fn table(number: &str, changes: &str) -> String {
    let form = Form::latest().section(number).and_then(|section| section.table.as_ref()).unwrap();
    let changes: Vec<(&str, &str)> = changes
        .split('；')
        .filter(|change| !change.is_empty())
        .map(|change| change.split_once('=').unwrap_or(("", change)))
        .collect();
    let bare = |text: &str| text.replace(['⟦', '⟧'], "");
    let mut out = String::new();
    for (block, head) in form.blocks.iter().enumerate() {
        let labels: Vec<&str> = head.columns.iter().map(Labelled::label).collect();
        if number == "四" {
            out += "| 行政复议 | 行政诉讼 |\n| 未经复议直接起诉 | 复议后起诉 |\n";
            out += &format!("| {} |\n", labels.join(" | "));
        } else {
            out += &format!("| {} | {} |\n", head.corner, labels.join(" | "));
        }
        for row in form.rows_of(block) {
            let joined = form.rows[row].joined();
            let change = changes.iter().find(|(name, _)| bare(name) == joined || bare(name) == form.rows[row].label());
            let label = change
                .filter(|(name, _)| name.contains('⟦'))
                .map_or(form.rows[row].label().to_owned(), |_| format!("⟦{}⟧", form.rows[row].label()));
            let values = match change {
                Some((_, "删")) => continue,
                Some((_, values)) => values.split(',').map(str::to_owned).collect(),
                None => vec!["0".to_owned(); head.columns.len()],
            };
            let label = if label.is_empty() { String::new() } else { format!("{label} | ") };
            out += &format!("| {label}{} |\n", values.join(" | "));
        }
    }
    out.pop();
    out
}
