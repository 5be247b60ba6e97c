//! The six sections of a report, found by their headings.
use crate::{
    document::{Block, Document, Paragraph},
    form::{Form, Section},
    text::{
        Span,
        label::{LIKE, Label, OrdinalStyle, split_ordinal},
    },
};

/// A section of the form in the document.
#[derive(Clone, Debug)]
pub struct FoundSection {
    /// The section of the form.
    pub section: &'static Section,
    /// Its heading; with the text behind it where both are one paragraph, only the heading.
    pub heading: Span,
    /// From the heading to the next section.
    pub span: Span,
    /// How the heading differs from the form's.
    pub variant: Variant,
}

/// How a heading differs from the form's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variant {
    /// It is the form's, but for blanks, punctuation and width.
    Official,
    /// Another wording that is in use and harmless.
    Accepted,
    /// The words are alike.
    Similar,
    /// Known by its numeral and its place only.
    Renamed,
}

/// What may be a heading, whatever it says.
pub struct Heading {
    /// The index of its block.
    block: usize,
    span: Span,
    label: Label,
}

/// A heading that may be that of a section.
struct Candidate {
    block: usize,
    heading: Span,
    score: u32,
    variant: Variant,
}

/// The longest heading, in characters; a longer paragraph is running text.
const MAX_HEADING: usize = 40;

/// All that may be headings, in the order of the document.
pub fn headings(doc: &Document) -> Vec<Heading> {
    let blocks = doc.blocks.iter().enumerate();
    let headings = blocks.filter_map(|(block, kind)| {
        let Block::Paragraph(paragraph) = kind else { return None };
        let span = heading_of(doc, paragraph)?;
        Some(Heading { block, span, label: Label::new(doc.str(span)) })
    });
    headings.collect()
}

/// Finds the sections, in the order of the document.
pub fn sections(doc: &Document, headings: &[Heading], form: &'static Form) -> Vec<FoundSection> {
    let mut found: Vec<(usize, FoundSection)> = vec![];
    let of = |section| candidates(doc, headings, section, form);
    let candidates: Vec<Vec<Candidate>> = form.sections.iter().map(of).collect();
    let mut blocks: Vec<usize> = candidates.iter().flatten().map(|candidate| candidate.block).collect();
    blocks.sort_unstable();
    let is_heading = |block: usize| blocks.binary_search(&block).is_ok();
    for (section, candidates) in form.sections.iter().zip(candidates) {
        // Headings in a table of contents stand directly above one another; the true one has something below it.
        let rank = |candidate: &Candidate| {
            let followed = !is_heading(candidate.block + 1);
            // Four and more of them in a row are a list of contents.
            let before = (1..6).take_while(|n| candidate.block.checked_sub(*n).is_some_and(is_heading)).count();
            let after = (1..6).take_while(|n| is_heading(candidate.block + n)).count();
            let listed = before + after >= 3;
            let score = candidate.score + if followed { 50 } else { 0 };
            (if listed { 0 } else { score }, std::cmp::Reverse(candidate.block))
        };
        if let Some(best) = candidates.into_iter().max_by_key(rank) {
            let section = FoundSection { section, heading: best.heading, span: best.heading, variant: best.variant };
            found.push((best.block, section));
        }
    }
    found.sort_by_key(|(block, _)| *block);
    if found.len() >= 2 {
        add_renamed(doc, form, &mut found);
    }
    let ends: Vec<usize> = found.iter().skip(1).map(|(_, next)| next.heading.start).chain([doc.text.len()]).collect();
    for ((_, section), end) in found.iter_mut().zip(ends) {
        section.span = Span::new(section.heading.start, end).trim(&doc.text);
    }
    found.into_iter().map(|(_, section)| section).collect()
}

fn candidates(doc: &Document, headings: &[Heading], section: &Section, form: &Form) -> Vec<Candidate> {
    let own = Label::new(&section.heading);
    let variants: Vec<Label> = section.variants.iter().map(|variant| Label::new(variant)).collect();
    let number = form.sections.iter().position(|other| other.number == section.number).unwrap_or(0) as u32 + 1;
    let candidate = |&Heading { block, span: heading, ref label }: &Heading| {
        let top = label.ordinal.is_some_and(|ordinal| ordinal.style == OrdinalStyle::Chinese);
        let numbered = top && label.ordinal.is_some_and(|ordinal| ordinal.number == number);
        // （三）… is a heading inside a section, whatever it says.
        let inner = label.ordinal.is_some_and(|ordinal| ordinal.style != OrdinalStyle::Chinese);
        let (variant, score) = if label.body == own.body {
            (Variant::Official, 100)
        } else if variants.iter().any(|variant| variant.body == label.body) {
            (Variant::Accepted, 90)
        } else if own.likeness(label) >= LIKE
            && (numbered || own.likeness(label) >= 0.8 && !announces(doc.str(heading)))
        {
            (Variant::Similar, 60)
        } else {
            return None;
        };
        let score = score + if numbered { 20 } else { 0 };
        (!inner || score >= 100).then_some(Candidate { block, heading, score, variant })
    };
    headings.iter().filter_map(candidate).collect()
}

/// Whether a line announces the table below it (主动公开政府信息情况详见下表) and is no heading, as like one as it looks.
fn announces(line: &str) -> bool {
    line.contains(['表', '见']) || line.contains("如下")
}

/// The headings of the level of the sections, with their numbers, in the order of the document: those of the sections, and
/// others that an author added between them.
pub fn top_headings(doc: &Document, sections: &[FoundSection]) -> Vec<(u32, Span)> {
    let Some(first) = sections.first() else { return vec![] };
    let known: Vec<(Span, Label)> =
        sections.iter().map(|found| (found.heading, Label::new(doc.str(found.heading)))).collect();
    let numbered = |paragraph: &Paragraph| {
        split_ordinal(doc.str(paragraph.span)).0.filter(|ordinal| ordinal.style == OrdinalStyle::Chinese)?;
        let span = heading_of(doc, paragraph)?;
        let label = Label::new(doc.str(span));
        let ordinal = label.ordinal?;
        let is_section = known.iter().any(|(heading, _)| *heading == span);
        // A sentence is none, nor is a heading of a list of contents.
        let alone = span == paragraph.span && !doc.str(span).ends_with(['，', ',', '.']);
        let again = known.iter().any(|(_, known)| known.body == label.body);
        (is_section || alone && !again).then_some((ordinal.number, span))
    };
    doc.paragraphs().filter(|paragraph| paragraph.span.end >= first.heading.start).filter_map(numbered).collect()
}

/// The part of a paragraph that can be a heading: all of it, or what stands before the first stop.
fn heading_of(doc: &Document, paragraph: &Paragraph) -> Option<Span> {
    let text = doc.str(paragraph.span);
    let start = text.len() - split_ordinal(text).1.len();
    let stops = |&(at, c): &(usize, char)| at >= start && matches!(c, '。' | '：' | ':' | '\n');
    let mut chars = text.char_indices();
    let stop = chars.by_ref().take(MAX_HEADING).find(stops).map(|(at, _)| at);
    let end = stop.or_else(|| chars.next().is_none().then_some(text.len()))?;
    (end > 0).then(|| Span::new(paragraph.span.start, paragraph.span.start + end))
}

/// A section whose words are other ones is known by its numeral, between its neighbours.
fn add_renamed(doc: &Document, form: &'static Form, found: &mut Vec<(usize, FoundSection)>) {
    for (n, section) in form.sections.iter().enumerate() {
        if found.iter().any(|(_, other)| other.section.number == section.number) {
            continue;
        }
        let block_of =
            |number: &str| found.iter().find(|(_, other)| other.section.number == number).map(|found| found.0);
        let before = form.sections[..n].iter().rev().find_map(|other| block_of(&other.number));
        let after = form.sections[n + 1..].iter().find_map(|other| block_of(&other.number));
        let range = before.map_or(0, |block| block + 1)..after.unwrap_or(doc.blocks.len());
        let heading = range.filter_map(|block| match &doc.blocks.get(block)? {
            Block::Paragraph(paragraph) => Some((block, paragraph.span)),
            Block::Table(_) => None,
        });
        let numbered = |(_, span): &(usize, Span)| {
            let text = doc.str(*span);
            let ordinal = split_ordinal(text).0;
            ordinal.is_some_and(|ordinal| ordinal.style == OrdinalStyle::Chinese && ordinal.number as usize == n + 1)
                && text.chars().count() <= 25
                && !text.ends_with(['。', '；', '，', ';', ','])
        };
        if let Some((block, heading)) = heading.into_iter().find(numbered) {
            found.push((block, FoundSection { section, heading, span: heading, variant: Variant::Renamed }));
            found.sort_by_key(|(block, _)| *block);
        }
    }
}

/// The heading at which a second report begins: most of the sections have a second heading that is numbered and has a
/// table or running text below it, as those in a table of contents have not.
pub fn second_report(doc: &Document, headings: &[Heading], form: &'static Form) -> Option<Span> {
    let again = form.sections.iter().filter_map(|section| {
        let own = Label::new(&section.heading);
        let same = headings.iter().filter(|found| found.label.ordinal.is_some() && found.label.body == own.body);
        let numbered = same.filter_map(|found| {
            let below = doc.blocks.get(found.block + 1)?;
            let listed = matches!(below, Block::Paragraph(next) if doc.str(next.span).chars().count() < 20);
            (!listed).then_some(doc.blocks[found.block].span())
        });
        numbered.into_iter().nth(1)
    });
    let again: Vec<Span> = again.collect();
    if again.len() >= 3 { again.into_iter().min() } else { None }
}
