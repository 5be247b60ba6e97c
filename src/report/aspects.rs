//! The five aspects of section one, found by their headings.
use super::Report;
use crate::text::{
    Span, any,
    label::{OrdinalStyle, split_ordinal},
};

/// A part of section one that is headed with one of the five aspects.
#[derive(Clone, Copy, Debug)]
pub struct Aspect {
    /// Which of the five, from 0.
    pub index: usize,
    /// Its heading, with the ordinal.
    pub heading: Span,
    /// From the heading to the next heading of the same level.
    pub span: Span,
}

impl Aspect {
    /// The names of the aspects, in the order of the form.
    pub const NAMES: [&str; 5] = ["主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障"];
}

/// How the headings of the aspects end, without 情况 and the like.
const ENDS: [&[&str]; 5] = [
    &["主动公开", "主动公开政府信息"],
    &["申请公开", "依申请公开办理", "申请公开政府信息"],
    &["信息管理"],
    &["平台建设"],
    &["监督保障", "监督和保障"],
];

/// The longest heading, in characters.
const MAX_HEADING: usize = 20;

/// The aspects that have a numbered heading, in the order of the text.
pub fn aspects(report: &Report) -> Vec<Aspect> {
    let Some(section) = report.section("一") else { return vec![] };
    let mut found: Vec<Aspect> = vec![];
    let mut level: Option<OrdinalStyle> = None;
    let mut open = false;
    for paragraph in report.running("一") {
        let text = report.str(paragraph);
        let (Some(ordinal), rest) = split_ordinal(text) else { continue };
        let index = aspect_of(rest);
        if index.is_some() {
            level.get_or_insert(ordinal.style);
        }
        if level != Some(ordinal.style) {
            continue;
        }
        if let Some(last) = found.last_mut().filter(|_| open) {
            last.span.end = paragraph.start;
        }
        open = index.is_some();
        if let Some(index) = index {
            let end = paragraph.end - rest.len() + head(rest).len();
            let span = Span::new(paragraph.start, section.span.end);
            found.push(Aspect { index, heading: Span::new(paragraph.start, end), span });
        }
    }
    found
}

/// What stands before the first stop.
fn head(text: &str) -> &str {
    text.split(['。', '：', ':', '；', '，', ',', '\n']).next().unwrap_or(text).trim_end()
}

fn aspect_of(text: &str) -> Option<usize> {
    let head = head(text);
    if head.chars().nth(MAX_HEADING).is_some() {
        return None;
    }
    let name = ["情况", "方面", "工作", "情况"].iter().fold(head, |name, tail| name.trim_end_matches(tail));
    ENDS.iter().position(|ends| any::ends(name, ends))
}
