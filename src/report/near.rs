//! The words around a place: what rules look at once a word they watch for was seen.
use super::Report;
use crate::text::{Span, fold::Folded};

/// Words before or behind a place, folded, and the way back to the document.
#[derive(Debug)]
pub struct Near<'d> {
    folded: Folded<'d>,
    start: usize,
}

impl Near<'_> {
    /// The folded words.
    pub fn text(&self) -> &str {
        self.folded.text()
    }

    /// The place in the document of a part of [`Self::text`], given in bytes on character boundaries.
    pub fn span(&self, start: usize, end: usize) -> Span {
        self.folded.source(Span::new(start, end)).shift(self.start)
    }
}

impl<'d> Report<'d> {
    /// The words before a place of running text: of the same paragraph, at most `most` characters.
    pub fn before(&self, place: Span, most: usize) -> Near<'d> {
        let paragraph = self.paragraph_of(place);
        let text = &self.doc.text[paragraph.start..place.start];
        let start = text.char_indices().rev().take(most).last().map_or(text.len(), |(at, _)| at);
        Near { folded: Folded::new(&text[start..]), start: paragraph.start + start }
    }

    /// The words behind a place of running text: of the same paragraph, at most `most` characters.
    pub fn behind(&self, place: Span, most: usize) -> Near<'d> {
        let paragraph = self.paragraph_of(place);
        let text = &self.doc.text[place.end..paragraph.end];
        let end = text.char_indices().nth(most).map_or(text.len(), |(at, _)| at);
        Near { folded: Folded::new(&text[..end]), start: place.end }
    }

    /// The sentence of running text that a place stands in.
    pub fn sentence_of(&self, place: Span) -> Span {
        let paragraph = self.paragraph_of(place);
        let ends = ['。', '！', '？', '；', ';'];
        let before = &self.doc.text[paragraph.start..place.start];
        let start = before.rfind(ends).map_or(0, |at| at + before[at..].chars().next().map_or(0, char::len_utf8));
        let behind = &self.doc.text[place.end..paragraph.end];
        let end = behind.find(ends).unwrap_or(behind.len());
        Span::new(paragraph.start + start, place.end + end)
    }

    /// The paragraph that a place stands in; the place itself where it is no running text.
    fn paragraph_of(&self, place: Span) -> Span {
        let own = self.doc.paragraphs().find(|paragraph| paragraph.span.contains(place));
        own.map_or(place, |paragraph| paragraph.span)
    }
}
