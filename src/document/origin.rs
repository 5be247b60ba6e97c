//! Where the text of a document stands in the file it was read from.
use super::Document;
use crate::text::Span;

/// A stretch of the text and where in the file it stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Origin {
    /// What it covers in the text; empty for an empty cell.
    pub span: Span,
    /// Where it stands.
    pub at: FilePlace,
}

/// A place in a file, in the terms of its format.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum FilePlace {
    /// In a PDF.
    Page {
        /// The page, from 1.
        number: u32,
        /// What it covers on the page.
        rect: Rect,
    },
    /// In a workbook.
    Sheet {
        /// The sheet: an index of [`Document::sheets`].
        sheet: u32,
        /// The row, from 0.
        row: u32,
        /// The column, from 0.
        column: u32,
    },
    /// In a Word document.
    Paragraph {
        /// The paragraph, from 1, counted over the whole main text, those in tables too.
        number: u32,
        /// Its first byte: in `word/document.xml` of a DOCX, in the text stream of a DOC.
        start: u32,
        /// The byte behind its last one.
        end: u32,
    },
}

/// A rectangle on a page as it is shown, in points (1/72 inch) from its top left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// The left edge.
    pub left: f32,
    /// The upper edge.
    pub top: f32,
    /// The right edge.
    pub right: f32,
    /// The lower edge.
    pub bottom: f32,
}

impl Rect {
    /// The smallest rectangle that holds both.
    pub fn join(self, other: Rect) -> Rect {
        Rect {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }
}

impl FilePlace {
    /// A place that goes on with `next`: on a page it grows as long as that is on the same page, elsewhere the first
    /// counts.
    fn join(self, next: FilePlace) -> FilePlace {
        match (self, next) {
            (Self::Page { number, rect }, Self::Page { number: same, rect: more }) if number == same => {
                Self::Page { number, rect: rect.join(more) }
            }
            _ => self,
        }
    }
}

impl Document {
    /// Where in the file a stretch of the text stands, at least its beginning; nothing where the format has no such
    /// places.
    pub fn origin(&self, span: Span) -> Option<FilePlace> {
        let first = self.origins.partition_point(|origin| origin.span.end < span.start);
        let touching = self.origins[first..].iter().take_while(|origin| origin.span.start <= span.end);
        let inside = |origin: &&Origin| origin.span.start < span.end && span.start < origin.span.end;
        let join = |all: Option<FilePlace>, next: &Origin| Some(all.map_or(next.at, |all| all.join(next.at)));
        // An empty place has nothing inside: what it touches tells where it is.
        touching.clone().filter(inside).fold(None, join).or_else(|| touching.take(1).fold(None, join))
    }

    /// Keeps the origins right when `span` becomes a text of `length` bytes: what is new stands where the old stood.
    pub(super) fn edit_origins(&mut self, span: Span, length: usize) {
        let moved = |byte: usize| byte - span.len() + length;
        let new = self.origin(span).map(|at| Origin { span: Span::new(span.start, span.start + length), at });
        let old = std::mem::take(&mut self.origins);
        let before = old.iter().filter(|origin| origin.span.start < span.start);
        let before =
            before.map(|&Origin { span: it, at }| Origin { span: Span::new(it.start, it.end.min(span.start)), at });
        let after = old.iter().filter(|origin| origin.span.end > span.end);
        let after = after.map(|&Origin { span: it, at }| Origin {
            span: Span::new(moved(it.start.max(span.end)), moved(it.end)),
            at,
        });
        self.origins = before.chain(new).chain(after).collect();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glyph(start: usize, left: f32) -> Origin {
        let rect = Rect { left, top: 0.0, right: left + 1.0, bottom: 1.0 };
        Origin { span: Span::new(start, start + 1), at: FilePlace::Page { number: 1, rect } }
    }

    fn columns(document: &Document, span: Span) -> Option<(f32, f32)> {
        match document.origin(span)? {
            FilePlace::Page { rect, .. } => Some((rect.left, rect.right)),
            _ => None,
        }
    }

    #[test]
    fn a_stretch_stands_where_its_characters_stand() {
        let document = Document { origins: (0..4).map(|n| glyph(n, n as f32)).collect(), ..Document::default() };
        assert_eq!(columns(&document, Span::new(1, 3)), Some((1.0, 3.0)));
        assert_eq!(columns(&document, Span::new(2, 2)), Some((1.0, 2.0)));
        assert_eq!(columns(&document, Span::new(9, 9)), None);
    }

    #[test]
    fn what_is_new_stands_where_the_old_stood() {
        let mut document = Document { origins: (0..4).map(|n| glyph(n, n as f32)).collect(), ..Document::default() };
        document.edit_origins(Span::new(1, 3), 5);
        assert_eq!(columns(&document, Span::new(1, 6)), Some((1.0, 3.0)));
        assert_eq!(columns(&document, Span::new(6, 7)), Some((3.0, 4.0)));
        document.edit_origins(Span::new(1, 6), 0);
        assert_eq!(columns(&document, Span::new(1, 2)), Some((3.0, 4.0)));
        assert_eq!(document.origins.len(), 3);
    }

    #[test]
    fn an_empty_cell_that_is_filled_keeps_its_place() {
        let at = FilePlace::Sheet { sheet: 0, row: 4, column: 1 };
        let mut document = Document { origins: vec![Origin { span: Span::new(2, 2), at }], ..Document::default() };
        document.edit_origins(Span::new(2, 2), 3);
        assert_eq!(document.origins, [Origin { span: Span::new(2, 5), at }]);
    }
}
