//! A document on its way from one WebAssembly module to another: a text and numbers, which cost nothing to hand over.
//!
//! Readers of heavy formats are modules of their own, loaded when they are needed; the checker takes what they read.
use super::{Block, Cell, Document, FilePlace, Kind, Origin, Paragraph, Rect, Table};
use crate::text::Span;

/// A document as a text and numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wire {
    /// The text of the document, then its notes, the names of its sheets, and its layout.
    pub text: String,
    /// All that is not text, in the order in which [`Wire::document`] takes it.
    pub numbers: Vec<u32>,
}

const KINDS: [Kind; 8] = [Kind::Text, Kind::Html, Kind::Docx, Kind::Doc, Kind::Rtf, Kind::Xlsx, Kind::Xls, Kind::Pdf];

impl Wire {
    /// Packs a document. Its text is shorter than 4 GiB, as all readers ensure.
    pub fn new(document: &Document) -> Self {
        let mut wire = Self::default();
        wire.number(KINDS.iter().position(|&kind| kind == document.kind).unwrap_or(0));
        wire.texts(std::iter::once(&document.text));
        wire.texts(document.notes.iter());
        wire.texts(document.sheets.iter());
        wire.texts(document.layout.iter());
        wire.number(usize::from(document.incomplete));
        wire.number(document.blocks.len());
        document.blocks.iter().for_each(|block| wire.block(block));
        wire.number(document.origins.len());
        document.origins.iter().for_each(|origin| wire.origin(origin));
        wire
    }

    /// Unpacks the document; nothing where this is not what [`Wire::new`] made.
    pub fn document(&self) -> Option<Document> {
        let mut reader = Reader { text: &self.text, numbers: self.numbers.iter() };
        let document = Document {
            kind: *KINDS.get(reader.number()?)?,
            text: reader.texts()?.pop()?,
            notes: reader.texts()?,
            sheets: reader.texts()?,
            layout: reader.texts()?.pop(),
            incomplete: reader.number()? != 0,
            blocks: reader.list(Reader::block)?,
            origins: reader.list(Reader::origin)?,
        };
        let is_part = |span: Span| document.text.get(span.range()).is_some();
        let blocks = document.blocks.iter().map(Block::span).chain(document.pieces());
        let sound = blocks.chain(document.origins.iter().map(|origin| origin.span)).all(is_part);
        (sound && reader.numbers.next().is_none()).then_some(document)
    }

    fn number(&mut self, number: usize) {
        self.numbers.push(number as u32);
    }

    fn texts<'a>(&mut self, texts: impl ExactSizeIterator<Item = &'a String>) {
        self.number(texts.len());
        for text in texts {
            self.number(text.len());
            self.text.push_str(text);
        }
    }

    fn span(&mut self, span: Span) {
        self.number(span.start);
        self.number(span.end);
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(paragraph) => {
                self.number(0);
                self.span(paragraph.span);
                self.number(paragraph.level.map_or(0, |level| usize::from(level) + 1));
            }
            Block::Table(table) => {
                self.number(1);
                self.span(table.span);
                [table.rows, table.columns, usize::from(table.faithful), table.cells.len()]
                    .into_iter()
                    .for_each(|n| self.number(n));
                for cell in &table.cells {
                    self.span(cell.span);
                    [cell.row, cell.column, cell.row_span, cell.column_span].into_iter().for_each(|n| self.number(n));
                }
            }
        }
    }

    fn origin(&mut self, origin: &Origin) {
        self.span(origin.span);
        self.numbers.extend(match origin.at {
            FilePlace::Page { number, rect: Rect { left, top, right, bottom } } => {
                [0, number, left.to_bits(), top.to_bits(), right.to_bits(), bottom.to_bits()]
            }
            FilePlace::Sheet { sheet, row, column } => [1, sheet, row, column, 0, 0],
            FilePlace::Paragraph { number, start, end } => [2, number, start, end, 0, 0],
        });
    }
}

/// Takes the numbers one by one, and the texts off the front.
struct Reader<'a> {
    text: &'a str,
    numbers: std::slice::Iter<'a, u32>,
}

impl Reader<'_> {
    fn number(&mut self) -> Option<usize> {
        self.numbers.next().map(|&number| number as usize)
    }

    fn list<T>(&mut self, item: fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        // No capacity from the count: it may be nonsense.
        (0..self.number()?).map(|_| item(self)).collect()
    }

    fn texts(&mut self) -> Option<Vec<String>> {
        self.list(|reader| {
            let length = reader.number()?;
            let (text, rest) = reader.text.split_at_checked(length)?;
            reader.text = rest;
            Some(text.to_owned())
        })
    }

    fn span(&mut self) -> Option<Span> {
        let (start, end) = (self.number()?, self.number()?);
        (start <= end).then_some(Span { start, end })
    }

    fn block(&mut self) -> Option<Block> {
        if self.number()? == 0 {
            let (span, level) = (self.span()?, self.number()?);
            return Some(Block::Paragraph(Paragraph { span, level: level.checked_sub(1).map(|level| level as u8) }));
        }
        let span = self.span()?;
        let (rows, columns, faithful) = (self.number()?, self.number()?, self.number()? != 0);
        let cells = self.list(Reader::cell)?;
        Some(Block::Table(Table { span, rows, columns, cells, faithful }))
    }

    fn cell(&mut self) -> Option<Cell> {
        let (span, row, column) = (self.span()?, self.number()?, self.number()?);
        Some(Cell { span, row, column, row_span: self.number()?, column_span: self.number()? })
    }

    fn origin(&mut self) -> Option<Origin> {
        let span = self.span()?;
        let mut next = || self.numbers.next().copied();
        let [kind, a, b, c, d, e] = [next()?, next()?, next()?, next()?, next()?, next()?];
        let at = match kind {
            0 => {
                let [left, top, right, bottom] = [b, c, d, e].map(f32::from_bits);
                FilePlace::Page { number: a, rect: Rect { left, top, right, bottom } }
            }
            1 => FilePlace::Sheet { sheet: a, row: b, column: c },
            _ => FilePlace::Paragraph { number: a, start: b, end: c },
        };
        Some(Origin { span, at })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document() -> Document {
        let mut document =
            crate::read::read_str("<h1>甲</h1><p>乙</p><table><tr><td rowspan=2>1<td>2<tr><td></table>").unwrap();
        document.notes.push("丙".to_owned());
        document.incomplete = true;
        document.sheets.push("丁".to_owned());
        document.layout = Some("戊".to_owned());
        let rect = Rect { left: 1.5, top: 2.0, right: 3.0, bottom: 4.0 };
        let at = [
            FilePlace::Page { number: 2, rect },
            FilePlace::Sheet { sheet: 0, row: 3, column: 4 },
            FilePlace::Paragraph { number: 5, start: 6, end: 7 },
        ];
        document.origins = at.map(|at| Origin { span: Span::new(0, 3), at }).to_vec();
        document
    }

    #[test]
    fn a_document_arrives_as_it_was_sent() {
        let document = document();
        assert_eq!(Wire::new(&document).document(), Some(document));
    }

    #[test]
    fn nonsense_is_refused() {
        let wire = Wire::new(&document());
        for cut in 0..wire.numbers.len() {
            let numbers = wire.numbers[..cut].to_vec();
            assert_eq!(Wire { text: wire.text.clone(), numbers }.document(), None, "{cut}");
        }
        for at in 0..wire.numbers.len() {
            let mut broken = wire.clone();
            broken.numbers[at] = u32::MAX;
            _ = broken.document();
        }
    }
}
