//! The catalogue of faults: for each rule at least one thing that goes wrong in real reports, done to a clean report.
//!
//! A file of this folder holds the faults of one family of rules. To add one: write a function that changes a draft and
//! says where the mark must stand, or `None` where that draft has nothing to break in this way, and list it.
mod basics;
mod demands;
mod identity;
mod numbers;
mod privacy;
mod setting;
mod structure;
mod told;
mod values;
mod wording;

use super::{
    Cell, Draft, Rng, Style, Which,
    draft::{Body, Piece},
};
use std::ops::Range;

pub use setting::{profile, suited, year_before};

/// A kind of fault.
#[derive(Clone, Copy)]
pub struct Kind {
    /// The name of the rule that must tell it.
    pub rule: &'static str,
    /// What is done, in a few words.
    pub what: &'static str,
    /// Does it to a clean draft.
    pub make: fn(&mut Draft, &mut Rng) -> Option<Spot>,
}

/// Where the mark must stand.
#[derive(Clone, Debug, PartialEq)]
pub enum Spot {
    /// At a number of a table.
    Cell(Cell),
    /// At the label of a row, or in the row.
    Row(Which, usize),
    /// In a table, wherever.
    Table(Which),
    /// Inside these words of a part of [`Draft::blocks`].
    Words {
        /// The number of the part.
        block: usize,
        /// The bytes of its text, as joined from its pieces.
        range: Range<usize>,
    },
    /// Anywhere: what is missing has no place.
    Anywhere,
}

/// All kinds, family by family.
pub fn kinds() -> Vec<Kind> {
    [
        basics::KINDS,
        demands::KINDS,
        structure::KINDS,
        values::KINDS,
        told::KINDS,
        numbers::KINDS,
        wording::KINDS,
        identity::KINDS,
        privacy::KINDS,
    ]
    .concat()
}

impl Spot {
    /// The bytes of a checked text where words stand, which are a part of `draft` as written in `style`; `None` for spots
    /// that are not words, and where the part is not read as it was written.
    pub fn words(&self, draft: &Draft, style: &Style, text: &str) -> Option<Range<usize>> {
        let Self::Words { block, range } = self else { return None };
        let page = Bare::new(text);
        // What stands before is looked for first: a paragraph may begin with the words of another.
        let above = draft.blocks[..*block].iter().map(|(_, body)| Bare::new(&style.words(&words_of(body))).text);
        let from =
            above.fold(0, |from, words| page.text[from..].find(&words).map_or(from, |at| from + at + words.len()));
        let whole = words_of(&draft.blocks[*block].1);
        let [before, inside, all] =
            [&whole[..range.start], &whole[range.clone()], &whole].map(|part| style.words(part));
        let origin = page.places.get(from).copied().unwrap_or(text.len());
        if let Some(at) = text[origin..].find(all.trim()) {
            let lost = all.len() - all.trim_start().len();
            let start = origin + at + before.len() - lost.min(before.len());
            return Some(start..start + inside.trim_end().len());
        }
        // Broken over lines, as titles are.
        let [before, inside, all] = [before, inside, all].map(|part| Bare::new(&part).text);
        let start = from + page.text[from..].find(&all)? + before.len();
        let last = page.places.get((start + inside.len()).checked_sub(1)?)?;
        Some(page.places[start]..last + 1)
    }
}

/// A text without its blanks.
struct Bare {
    text: String,
    /// Where each byte stood.
    places: Vec<usize>,
}

impl Bare {
    fn new(text: &str) -> Self {
        let mut bare = Self { text: String::new(), places: vec![] };
        for (at, c) in text.char_indices().filter(|(_, c)| !c.is_whitespace()) {
            bare.text.push(c);
            bare.places.extend(at..at + c.len_utf8());
        }
        bare
    }
}

/// The words of a part that is running text; nothing of a table.
fn words_of(body: &Body) -> String {
    match body {
        Body::Title(text) | Body::Heading(text) | Body::Subheading(text) | Body::Paragraph(text) => {
            text.iter().map(|piece| piece.text.as_str()).collect()
        }
        Body::Table(_) => String::new(),
    }
}

/// The text without its ⟦marks⟧, and what they stood around.
fn unmark(marked: &str) -> (String, Range<usize>) {
    let start = marked.find('⟦').expect("a fault says where the mark must stand");
    let end = marked.find('⟧').expect("a mark is closed") - '⟦'.len_utf8();
    (marked.replace(['⟦', '⟧'], ""), start..end)
}

fn piece(text: String) -> Piece {
    Piece { text, fact: None }
}

/// Adds a paragraph at the end of a section (0 is before the first heading). The mark must stand inside ⟦⟧.
pub fn add_paragraph(draft: &mut Draft, section: usize, marked: &str) -> Option<Spot> {
    let (text, range) = unmark(marked);
    let block = draft.blocks.iter().rposition(|(at, _)| *at == section)? + 1;
    draft.blocks.insert(block, (section, Body::Paragraph(vec![piece(text)])));
    Some(Spot::Words { block, range })
}

/// Adds a sentence at the end of a paragraph of chance in a section.
pub fn add_sentence(draft: &mut Draft, rng: &mut Rng, section: usize, marked: &str) -> Option<Spot> {
    let (text, range) = unmark(marked);
    let is_paragraph = |(at, body): &(usize, Body)| *at == section && matches!(body, Body::Paragraph(_));
    let paragraphs: Vec<usize> = (0..draft.blocks.len()).filter(|&n| is_paragraph(&draft.blocks[n])).collect();
    let block = if paragraphs.is_empty() { return None } else { rng.pick(&paragraphs) };
    let Body::Paragraph(pieces) = &mut draft.blocks[block].1 else { return None };
    let before: usize = pieces.iter().map(|piece| piece.text.len()).sum();
    pieces.push(piece(text));
    Some(Spot::Words { block, range: before + range.start..before + range.end })
}

/// Writes other words for some that running text has; which of several places is chance. The mark must stand inside ⟦⟧.
/// Numbers that tell facts are no part of such words.
pub fn replace_words(draft: &mut Draft, rng: &mut Rng, was: &str, marked: &str) -> Option<Spot> {
    let (now, range) = unmark(marked);
    let mut places = vec![];
    for (block, (_, body)) in draft.blocks.iter().enumerate() {
        let (Body::Title(text) | Body::Heading(text) | Body::Subheading(text) | Body::Paragraph(text)) = body else {
            continue;
        };
        for (number, piece) in text.iter().enumerate().filter(|(_, piece)| piece.fact.is_none()) {
            places.extend(piece.text.match_indices(was).map(|(at, _)| (block, number, at)));
        }
    }
    let (block, number, at) = if places.is_empty() { return None } else { rng.pick(&places) };
    let (Body::Title(text) | Body::Heading(text) | Body::Subheading(text) | Body::Paragraph(text)) =
        &mut draft.blocks[block].1
    else {
        return None;
    };
    text[number].text.replace_range(at..at + was.len(), &now);
    let before: usize = text[..number].iter().map(|piece| piece.text.len()).sum::<usize>() + at;
    Some(Spot::Words { block, range: before + range.start..before + range.end })
}

/// Writes a sentence from which nothing follows for what such paragraphs say. Their ordinals and headings stay, so that no
/// list has a gap.
fn hush_where(draft: &mut Draft, such: impl Fn(usize, &[Piece]) -> bool) {
    const NEUTRAL: [&str; 5] = [
        "各项工作有序开展。",
        "有关任务均已完成。",
        "具体做法与往年相同。",
        "分工明确，责任到人。",
        "要求逐级传达到位。",
    ];
    for (block, (section, body)) in draft.blocks.iter_mut().enumerate() {
        let Body::Paragraph(text) = body else { continue };
        if such(*section, text) {
            let head = text.first().map_or("", |piece| head(&piece.text));
            *text = vec![piece(format!("{head}{}", NEUTRAL[block % NEUTRAL.len()]))];
        }
    }
}

/// The ordinal of a paragraph and the heading behind it: `（一）主动公开情况。`, or `一是`.
fn head(text: &str) -> &str {
    let number = |c: char| c.is_ascii_digit() || "一二三四五六".contains(c);
    let rest = text.trim_start_matches('（').trim_start_matches(number);
    let ends = if text.starts_with('（') { ['）'; 3] } else { ['.', '、', '是'] };
    if rest.len() == text.len() || !rest.starts_with(ends) {
        return "";
    }
    let ordinal = text.len() - rest.trim_start_matches(ends).len();
    let heading = text.find('。').filter(|at| text[..*at].chars().count() < 20);
    &text[..heading.map_or(ordinal, |at| at + '。'.len_utf8())]
}

/// The number of the part that is this section's heading.
pub fn heading(draft: &Draft, section: usize) -> Option<usize> {
    draft.blocks.iter().position(|(at, body)| *at == section && matches!(body, Body::Heading(_)))
}

/// The mark stands at a heading.
fn at_heading(draft: &Draft, section: usize) -> Option<Spot> {
    let block = heading(draft, section)?;
    let range = 0..words_of(&draft.blocks[block].1).len();
    Some(Spot::Words { block, range })
}
