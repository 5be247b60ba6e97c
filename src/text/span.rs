//! A place in a text.
use std::ops::Range;

/// A half-open range of bytes in the text of a [`Document`](crate::document::Document).
///
/// Both ends lie inside the text and on character boundaries; an empty span is a place between two characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte behind the last one.
    pub end: usize,
}

impl Span {
    /// The span from `start` to `end`; `end` is not before `start`.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end);
        Self { start, end }
    }

    /// The length in bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether the span holds no character.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `inner` lies in this span, its ends included.
    pub fn contains(self, inner: Span) -> bool {
        self.start <= inner.start && inner.end <= self.end
    }

    /// The smallest span that holds both.
    pub fn join(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The same span, `by` bytes further on.
    pub fn shift(self, by: usize) -> Span {
        Span { start: self.start + by, end: self.end + by }
    }

    /// The span without the white space at both ends of what it covers in `text`.
    pub fn trim(self, text: &str) -> Span {
        let whole = &text[self.range()];
        let start = self.start + (whole.len() - whole.trim_start().len());
        Span { start, end: start + whole.trim().len() }
    }

    /// For indexing a string.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }
}
