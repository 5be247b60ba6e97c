//! Renders a draft in the layouts that reports arrive in, and says where each number stands.
mod chrome;
pub mod grid;
mod html;
mod text;

use super::{Cell, Draft, Fact, Rng, draft::Body};
use std::ops::Range;

/// How the report was pasted or saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// `a | b | c`, one row a line, merged cells as empty ones or lost.
    Pipes,
    /// A Markdown table.
    Markdown,
    /// Cells with a tab between them.
    Tabs,
    /// One cell a line.
    Lines,
    /// A plain page with tables as the official form has them.
    Html,
    /// What Word or WPS puts on the clipboard.
    Word,
    /// A page of a portal: navigation, scripts, layout tables, a foot.
    Portal,
}

/// Brackets, commas and colons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// （一），
    Full,
    /// (一)，
    HalfBrackets,
    /// (一),
    Half,
}

/// A merged label in plain text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Merged {
    /// On its first row.
    Once,
    /// On each of its rows.
    Repeated,
    /// Nowhere.
    Lost,
}

/// What plain text has in the places that a merged cell covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Covered {
    /// Nothing there, and empty cells at the end of the row.
    Padded,
    /// Empty cells.
    Empty,
    /// Nothing.
    Dropped,
}

/// What differs from one pasted report to the next in the same layout.
#[derive(Clone, Debug)]
pub struct Style {
    /// The layout.
    pub layout: Layout,
    /// The width of punctuation.
    pub width: Width,
    /// The label 三、本年度办理结果.
    pub vertical: Merged,
    /// The labels （三）不予公开 and so on; never lost.
    pub group: Merged,
    /// The places that merged cells cover.
    pub covered: Covered,
    /// 规　章
    pub spaced: bool,
    /// 1、属于国家秘密 and 钩稽
    pub loose: bool,
    /// Headers of table two cut to three characters: a slip, so never by chance.
    pub cut: bool,
    /// Two blanks before each paragraph.
    pub indented: bool,
    /// An empty line between paragraphs.
    pub airy: bool,
    /// The title on two lines.
    pub broken_title: bool,
    /// Windows line ends.
    pub crlf: bool,
    /// Small differences within a layout, from 0 to 3.
    pub variant: u64,
}

/// A report as it arrives, and where its numbers stand.
#[derive(Clone, Debug, Default)]
pub struct Rendered {
    /// The text, or the source of the page.
    pub source: String,
    /// Where each number of the tables stands in the source; an empty range for a blank.
    pub cells: Vec<(Cell, Range<usize>)>,
    /// Where each told fact stands, in the order of [`Draft::told_mut`].
    pub told: Vec<(Fact, Range<usize>)>,
}

impl Layout {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Pipes, Self::Markdown, Self::Tabs, Self::Lines, Self::Html, Self::Word, Self::Portal];

    /// Whether it is a web page, whose merged cells are told.
    pub fn is_html(self) -> bool {
        matches!(self, Self::Html | Self::Word | Self::Portal)
    }
}

impl Style {
    /// A style of chance.
    pub fn random(layout: Layout, rng: &mut Rng) -> Self {
        let covered = match layout {
            Layout::Pipes | Layout::Tabs => rng.pick(&[Covered::Padded, Covered::Empty, Covered::Dropped]),
            Layout::Markdown => rng.pick(&[Covered::Padded, Covered::Empty]),
            _ => Covered::Dropped,
        };
        Self {
            layout,
            width: rng.pick(&[Width::Full, Width::Full, Width::HalfBrackets, Width::Half]),
            vertical: rng.pick(&[Merged::Once, Merged::Once, Merged::Repeated, Merged::Lost]),
            group: rng.pick(&[Merged::Once, Merged::Once, Merged::Repeated]),
            covered,
            spaced: rng.chance(20),
            loose: rng.chance(10),
            cut: false,
            indented: rng.chance(40),
            airy: rng.chance(30),
            broken_title: rng.chance(25),
            crlf: rng.chance(15),
            variant: rng.below(4),
        }
    }

    /// Words in the punctuation of this style.
    pub fn words(&self, text: &str) -> String {
        let half = |mark| match (self.width, mark) {
            (Width::Full, _) => mark,
            (_, '（') => '(',
            (_, '）') => ')',
            (Width::Half, '，') => ',',
            (Width::Half, '；') => ';',
            (Width::Half, '：') => ':',
            _ => mark,
        };
        text.chars().map(half).collect()
    }
}

/// Renders a draft.
pub fn render(draft: &Draft, style: &Style) -> Rendered {
    let mut out = Rendered::default();
    if style.layout.is_html() {
        html::render(draft, style, &mut out);
    } else {
        text::render(draft, style, &mut out);
    }
    if style.crlf {
        out.with_crlf();
    }
    out
}

/// Renders a draft in a layout, in a style that follows from the seed.
pub fn random(draft: &Draft, layout: Layout, seed: u64) -> (Style, Rendered) {
    let style = Style::random(layout, &mut Rng::new(seed));
    let rendered = render(draft, &style);
    (style, rendered)
}

/// The paragraph that a told number stands in, as written in this style, and where it stands there: the number is the
/// `index`th of [`Draft::told_mut`].
pub fn paragraph_of(draft: &Draft, style: &Style, index: usize) -> (String, Range<usize>) {
    let mut left = index;
    for text in draft.blocks.iter().filter_map(|(_, body)| paragraph(body)) {
        let mut at = String::new();
        let mut found = None;
        for piece in text {
            let start = at.len();
            at += &style.words(&piece.text);
            if piece.fact.is_some() {
                if left == 0 && found.is_none() {
                    found = Some(start..at.len());
                }
                left = left.wrapping_sub(1);
            }
        }
        if let Some(range) = found {
            return (at, range);
        }
    }
    panic!("the draft does not tell {index} numbers");
}

/// The running text of a part, if it is no table.
fn paragraph(body: &Body) -> Option<&super::draft::Text> {
    match body {
        Body::Title(text) | Body::Heading(text) | Body::Subheading(text) | Body::Paragraph(text) => Some(text),
        Body::Table(_) => None,
    }
}

impl Rendered {
    fn push(&mut self, text: &str) {
        self.source.push_str(text);
    }

    /// Writes a number of a table.
    fn value(&mut self, cell: Cell, text: &str) {
        let start = self.source.len();
        self.source.push_str(text);
        self.cells.push((cell, start..self.source.len()));
    }

    /// Writes a told number, `text` being its form in this style.
    fn fact(&mut self, fact: Fact, text: &str) {
        let start = self.source.len();
        self.source.push_str(text);
        self.told.push((fact, start..self.source.len()));
    }

    /// Where a number of a table stands.
    pub fn at(&self, cell: Cell) -> Option<Range<usize>> {
        self.cells.iter().find(|(found, _)| *found == cell).map(|(_, range)| range.clone())
    }

    fn with_crlf(&mut self) {
        let breaks: Vec<usize> = self.source.match_indices('\n').map(|(at, _)| at).collect();
        let ranges = self.cells.iter_mut().map(|(_, range)| range).chain(self.told.iter_mut().map(|(_, range)| range));
        for range in ranges {
            let before = breaks.partition_point(|&at| at < range.start);
            *range = range.start + before..range.end + before;
        }
        self.source = self.source.replace('\n', "\r\n");
    }
}
