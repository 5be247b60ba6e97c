//! Faults of the whole: what is no report or more than one, sections that are missing, moved or renamed, aspects of section
//! one, numbers that do not follow from last year's report.
use super::{Kind, Spot, heading, piece, words_of};
use crate::support::{
    Cell, Draft, Fact, Rng, Which,
    draft::{Body, Text},
};

pub const KINDS: &[Kind] = &[
    Kind {
        rule: "carried-from-last-year",
        what: "more is carried in than last year's report carried out",
        make: carried,
    },
    Kind { rule: "no-report", what: "the file is no report", make: no_report },
    Kind { rule: "second-report", what: "the report stands there twice", make: twice },
    Kind { rule: "missing-title", what: "the title is missing", make: no_title },
    Kind { rule: "missing-section", what: "a section is left out", make: left_out },
    Kind { rule: "missing-section", what: "no section has its heading", make: without_headings },
    Kind { rule: "section-order", what: "two sections are exchanged", make: exchanged },
    Kind { rule: "renamed-section", what: "a heading is worded otherwise", make: renamed },
    Kind { rule: "missing-aspect", what: "an aspect of section one is not written about", make: no_aspect },
];

/// Carries some more applications of natural persons in and grants them all, in the table and in the text.
fn carried(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    if draft.model.value(Fact::CarriedIn) == 0 {
        return None;
    }
    let (more, edition) = (rng.range(1, 9), draft.edition());
    let raise = |number: &mut String| number.parse::<u64>().ok().map(|value| *number = (value + more).to_string());
    for row in [1, 2, edition.total_row()] {
        for column in [0, 6] {
            raise(draft.cell_mut(Cell { table: Which::Three, row, column }))?;
        }
    }
    for told in draft.told_mut() {
        if matches!(told.fact, Some(Fact::CarriedIn | Fact::All | Fact::Answered | Fact::Kind(0))) {
            raise(&mut told.text)?;
        }
    }
    Some(Spot::Cell(Cell { table: Which::Three, row: 1, column: 0 }))
}

fn no_report(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let title = rng.pick(&["关于召开座谈会的通知", "值班安排表", "关于开展安全生产检查的工作方案", "会议签到表"]);
    let text = rng.pick(&[
        "请各单位派员参加，并于会前报送名单。",
        "请相关人员按时到岗，不得擅自离岗。",
        "现将有关事项明确如下，请遵照执行。",
    ]);
    let paragraph = |text: &str| (0, Body::Paragraph(vec![piece(text.to_owned())]));
    draft.blocks =
        vec![(0, Body::Title(vec![piece(title.to_owned())])), paragraph(text), paragraph("联系人：办公室。")];
    Some(Spot::Anywhere)
}

fn twice(draft: &mut Draft, _: &mut Rng) -> Option<Spot> {
    let again: Vec<_> = draft.blocks.iter().filter(|(section, _)| *section > 0).cloned().collect();
    let block = draft.blocks.len();
    draft.blocks.extend(again);
    spot(draft, block)
}

fn no_title(draft: &mut Draft, _: &mut Rng) -> Option<Spot> {
    draft.blocks.retain(|(_, body)| !matches!(body, Body::Title(_)));
    Some(Spot::Anywhere)
}

/// The mark stands at the heading of the section behind, at the last one before it where there is none.
fn left_out(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let section = rng.range(1, 6) as usize;
    draft.blocks.retain(|(at, _)| *at != section);
    let beside = if section == 6 { 5 } else { section + 1 };
    let block = heading(draft, beside)?;
    spot(draft, block)
}

fn without_headings(draft: &mut Draft, _: &mut Rng) -> Option<Spot> {
    draft.blocks.retain(|(_, body)| !matches!(body, Body::Heading(_)));
    Some(Spot::Anywhere)
}

/// The mark stands at the one that comes too late.
fn exchanged(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let late = rng.range(1, 5) as usize;
    let first = heading(draft, late)?;
    let (before, behind) = (heading(draft, late + 1)?, heading(draft, late + 2).unwrap_or(draft.blocks.len()));
    draft.blocks[first..behind].rotate_left(before - first);
    let block = heading(draft, late)?;
    spot(draft, block)
}

fn renamed(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let (section, name) = rng.pick(&[
        (1, "总结概述"),
        (1, "工作概述"),
        (1, "总体清况"),
        (2, "主动公开政府信息情"),
        (2, "主动公开政府信急情况"),
        (3, "收到和处理政府信息公开申情况"),
        (3, "依申请公开政府信息办理情况"),
        (4, "政府信息公开行政复义、行政诉讼情况"),
        (5, "存在的主要问题及改情况"),
        (5, "存在的主要问题和下一步打算"),
        (6, "其他需要报告的事顶"),
    ]);
    let block = heading(draft, section)?;
    let number = ["一", "二", "三", "四", "五", "六"][section - 1];
    *text(&mut draft.blocks[block].1)? = vec![piece(format!("{number}、{name}"))];
    spot(draft, block)
}

/// Writes section one anew, with four of the five aspects.
fn no_aspect(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    const ASPECTS: [&str; 5] = [
        "通过多种形式主动公开各类文件和通知312条。",
        "规范依申请公开的办理流程，修订指南2处。",
        "落实保密审查制度，先审查后发布，审查稿件96篇。",
        "完善政务公开栏和公众号的栏目设置。",
        "组织业务培训，纳入年度考核。",
    ];
    let heading = heading(draft, 1)?;
    draft.blocks.retain(|(section, body)| *section != 1 || matches!(body, Body::Heading(_)));
    let spared = rng.below(5) as usize;
    let told = ASPECTS.iter().enumerate().filter(|(aspect, _)| *aspect != spared);
    let told: String = told.map(|(_, words)| *words).collect();
    draft.blocks.insert(heading + 1, (1, Body::Paragraph(vec![piece(told)])));
    spot(draft, heading)
}

/// The words of a part as a spot.
fn spot(draft: &Draft, block: usize) -> Option<Spot> {
    let words = words_of(&draft.blocks[block].1);
    Some(Spot::Words { block, range: 0..words.len() })
}

fn text(body: &mut Body) -> Option<&mut Text> {
    match body {
        Body::Title(text) | Body::Heading(text) | Body::Subheading(text) | Body::Paragraph(text) => Some(text),
        Body::Table(_) => None,
    }
}
