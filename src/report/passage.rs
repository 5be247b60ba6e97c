//! A paragraph made ready for reading its numbers: folded, with its figures. Rules share it, so that each paragraph is
//! folded once.
use crate::text::{
    Span,
    fold::Folded,
    number::{Figure, FigureKind, figures_of},
    sentence::around,
};

/// A paragraph, folded. Places in it are bytes of [`Self::text`] until [`Self::place`] finds them in the document.
#[derive(Debug)]
pub struct Passage<'d> {
    /// The numeral of the section that it stands in.
    pub section: Option<&'static str>,
    folded: Folded<'d>,
    figures: Vec<Figure>,
    base: usize,
    source_len: usize,
}

impl<'d> Passage<'d> {
    /// Reads `source`, a paragraph that begins at byte `base` of its document.
    pub fn new(section: Option<&'static str>, source: &'d str, base: usize) -> Self {
        let folded = Folded::new(source);
        let figures = figures_of(folded.text()).collect();
        Self { section, folded, figures, base, source_len: source.len() }
    }

    /// The whole paragraph in the document.
    pub fn span(&self) -> Span {
        Span::new(self.base, self.base + self.source_len)
    }

    /// The folded text.
    pub fn text(&self) -> &str {
        self.folded.text()
    }

    /// The figures of the text, in order; their spans are places of [`Self::text`].
    pub fn figures(&self) -> &[Figure] {
        &self.figures
    }

    /// The place in the document of a place in the text.
    pub fn place(&self, span: Span) -> Span {
        self.folded.source(span).shift(self.base)
    }

    /// The sentence around a place: what stands between two full stops.
    pub fn sentence(&self, at: usize) -> Span {
        self.between(at, &['。'])
    }

    /// What stands around a place between two of `marks`, without them.
    pub fn between(&self, at: usize, marks: &[char]) -> Span {
        around(self.text(), Span::new(at, at), marks)
    }

    /// The numbers of the figures that stand in a part of the text.
    pub fn figures_in(&self, span: Span) -> std::ops::Range<usize> {
        let first = self.figures.partition_point(|figure| figure.span.start < span.start);
        first..self.figures.partition_point(|figure| figure.span.end <= span.end).max(first)
    }

    /// The words from the mark or the figure that stands before a figure to that figure. Years and bare numbers (12345热线)
    /// are not figures here, and brackets are no marks: `较2023年(` before `24起`.
    pub fn lead(&self, figure: usize) -> &str {
        let Some(own) = self.figures.get(figure) else { return "" };
        let counts = |other: &&Figure| !matches!(other.kind, FigureKind::Year | FigureKind::Bare);
        let before = self.figures[..figure].iter().rev().find(counts);
        let start = before.map_or(0, |other| other.whole.end);
        let lead = &self.text()[start.min(own.span.start)..own.span.start];
        lead.rsplit([',', '、', ';', ':', '。']).next().unwrap_or(lead)
    }
}
