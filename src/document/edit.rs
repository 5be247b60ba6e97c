//! Changing a piece of a document and keeping all positions right.
use super::{Block, Document};
use crate::text::Span;

/// Why an edit was refused; the document is unchanged then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditError {
    /// The range is not inside the text or not on character boundaries.
    OutOfText,
    /// The range is not inside one paragraph or one cell.
    NotInOneBlock,
}

impl Document {
    /// Puts `text` in the place of what `span` covers. The span lies in one paragraph or cell, its ends included;
    /// line breaks in `text` become blanks, because the blocks stay what they are.
    ///
    /// # Errors
    /// Refuses a span that is not inside one paragraph or one cell.
    pub fn edit(&mut self, span: Span, text: &str) -> Result<(), EditError> {
        if span.start > span.end || self.text.get(span.range()).is_none() {
            return Err(EditError::OutOfText);
        }
        if !self.is_in_one_piece(span) {
            return Err(EditError::NotInOneBlock);
        }
        let text = text.replace(['\r', '\n', '\t'], " ");
        self.edit_origins(span, text.len());
        self.text.replace_range(span.range(), &text);
        let moved = |piece: &mut Span| {
            if piece.contains(span) {
                piece.end = piece.end - span.len() + text.len();
            } else if piece.start >= span.end {
                *piece =
                    Span { start: piece.start - span.len() + text.len(), end: piece.end - span.len() + text.len() };
            }
        };
        for block in &mut self.blocks {
            match block {
                Block::Paragraph(paragraph) => moved(&mut paragraph.span),
                Block::Table(table) => {
                    moved(&mut table.span);
                    table.cells.iter_mut().for_each(|cell| moved(&mut cell.span));
                }
            }
        }
        Ok(())
    }

    /// Whether a span lies in one paragraph or cell, so that it can be edited.
    pub fn is_in_one_piece(&self, span: Span) -> bool {
        match self.block_at(span) {
            Some(Block::Paragraph(_)) => true,
            Some(Block::Table(table)) => table.cells.iter().any(|cell| cell.span.contains(span)),
            None => false,
        }
    }

    /// The spans of all paragraphs and cells.
    pub(super) fn pieces(&self) -> impl Iterator<Item = Span> {
        self.blocks.iter().flat_map(|block| {
            let (paragraph, cells) = match block {
                Block::Paragraph(paragraph) => (Some(paragraph.span), &[][..]),
                Block::Table(table) => (None, &table.cells[..]),
            };
            paragraph.into_iter().chain(cells.iter().map(|cell| cell.span))
        })
    }
}
