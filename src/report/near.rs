//! The words around a place: what rules look at once a word they watch for was seen.
use super::{Passage, Report};
use crate::{
    document::Block,
    text::{Span, fold::Folded, sentence::around},
};

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
        let own = Span::new(place.start - paragraph.start, place.end - paragraph.start);
        around(self.str(paragraph), own, &['。', '！', '？', '；', ';']).shift(paragraph.start)
    }

    /// The paragraph that a place stands in; the place itself where it is no running text.
    fn paragraph_of(&self, place: Span) -> Span {
        match self.doc.block_at(place) {
            Some(Block::Paragraph(paragraph)) => paragraph.span,
            Some(Block::Table(_)) | None => place,
        }
    }

    /// The paragraph that a place of running text stands in, ready for reading its numbers.
    pub fn passage_at(&self, place: Span) -> Option<&Passage<'d>> {
        let behind = self.passages().partition_point(|passage| passage.span().start <= place.start);
        self.passages().get(behind.checked_sub(1)?).filter(|passage| passage.span().contains(place))
    }
}
