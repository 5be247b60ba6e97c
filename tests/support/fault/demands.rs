//! Faults against the demands of a place, which are those of [`super::profile`].
use super::{Body, Draft, Kind, Rng, Spot, add_paragraph, at_heading};

pub const KINDS: &[Kind] = &[
    Kind { rule: "missing-phrase", what: "what a place demands is worded otherwise", make: phrase },
    Kind { rule: "too-long", what: "a section is longer than a place allows", make: long },
    Kind { rule: "late-report", what: "the date is after the last day that a place allows", make: late },
];

/// Writes other words for a phrase, wherever its section has it.
fn phrase(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let (section, others): (_, &[(&str, &str)]) = rng.pick(&[
        (1, &[("政府信息管理", "信息管理")][..]),
        (1, &[("政府信息管理", "政府信息的管理")]),
        (1, &[("平台载体建设", "载体建设"), ("平台建设", "平台的建设")]),
        (1, &[("监督保障", "监督与保障")]),
        (1, &[("监督保障", "保障监督")]),
        (5, &[("改进", "整改"), ("下一步", "今后"), ("重点做好", "做好")]),
    ]);
    for (_, body) in draft.blocks.iter_mut().filter(|(at, body)| *at == section && !matches!(body, Body::Heading(_))) {
        let (Body::Subheading(text) | Body::Paragraph(text)) = body else { continue };
        for piece in text {
            piece.text = others.iter().fold(piece.text.clone(), |text, (was, now)| text.replace(was, now));
        }
    }
    at_heading(draft, section)
}

/// Adds as many different sentences as it takes.
fn long(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    const WHO: [&str; 8] =
        ["党政办公室", "综合执法队", "便民服务窗口", "农业服务站", "文化站", "财政所", "社会事务科", "规划建设科"];
    const WHAT: [&str; 9] =
        ["政务动态", "通知公告", "办事指南", "救助名单", "村务台账", "预决算资料", "招聘启事", "安全提示", "惠民政策"];
    let (section, limit) = rng.pick(&[(1, 3000), (5, 1000), (6, 500)]);
    let (from, mut count) = (rng.below(72) as usize, 0);
    for turn in 0.. {
        let (who, what) = (WHO[(from + turn) % 8], WHAT[(from + turn) % 9]);
        let text = format!("第{}项由{who}牵头整理{what}，在规定的时限以内送审，经审定后发到栏目里面。", turn + 1);
        count += text.chars().count() - 2;
        add_paragraph(draft, section, &format!("⟦{text}⟧"))?;
        if count > limit {
            break;
        }
    }
    at_heading(draft, section)
}

fn late(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let (year, month, day) = (draft.model.year + 1, rng.range(4, 12), rng.range(1, 28));
    let date = rng.pick(&[format!("{year}年{month}月{day}日"), format!("{year}-{month:02}-{day:02}")]);
    match rng.below(4) {
        0 => add_paragraph(draft, 6, &format!("⟦{year}年{month}月{day}日⟧")),
        1 => add_paragraph(draft, 0, &format!("（⟦{year}年{month}月{day}日⟧）")),
        _ => {
            let label = rng.pick(&["发布日期", "发布时间", "公布日期", "公开日期"]);
            add_paragraph(draft, 0, &format!("{label}：⟦{date}⟧"))
        }
    }
}
