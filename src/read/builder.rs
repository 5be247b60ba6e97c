//! Builds the document of a file that has a structure of its own: writes the one text and remembers where things stand.
use super::ReadError;
use crate::document::{Block, Cell, Document, FilePlace, Kind, Origin, Paragraph, Table};
use crate::text::Span;

/// The most columns that a table has. The widest official table has 15.
pub const MAX_COLUMNS: usize = 64;
/// The most cells that the tables of a document have together. A report has some 400.
pub const MAX_CELLS: usize = 100_000;
/// The most blocks or lines that a document has. A report has some 400, a page around it some thousand.
pub const MAX_BLOCKS: usize = 50_000;

/// What the user is told where something lies beyond a limit.
pub const TOO_LONG: &str = "内容过长，超出部分没有读取。年度报告通常没有这样长，请确认文件无误。";

/// The text of a paragraph or cell before it is written, and where its parts stand in the file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Piece {
    pub text: String,
    /// The spans are ranges of `text`, in order, not overlapping.
    pub origins: Vec<Origin>,
}

/// A cell before the text is written: its text (one line), and what it covers in the grid.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GridCell {
    pub text: Piece,
    pub row: usize,
    pub column: usize,
    pub row_span: usize,
    pub column_span: usize,
}

impl Piece {
    /// Adds text that stands at a place of the file. An empty text is added too: it tells where an empty cell is.
    pub fn push(&mut self, text: &str, at: FilePlace) {
        let start = self.text.len();
        self.text.push_str(text);
        let span = Span::new(start, self.text.len());
        match self.origins.last_mut() {
            Some(last) if last.at == at && last.span.end == start => last.span.end = span.end,
            _ => self.origins.push(Origin { span, at }),
        }
    }
}

impl From<String> for Piece {
    fn from(text: String) -> Self {
        Self { text, origins: vec![] }
    }
}

/// Writes a document from its parts, in reading order.
pub struct Builder {
    document: Document,
    /// How many empty places may still be written for merged cells, so that huge spans cannot make huge texts.
    gaps: usize,
}

impl Builder {
    pub fn new(kind: Kind) -> Self {
        Self { document: Document { kind, ..Document::default() }, gaps: 4 * MAX_CELLS }
    }

    /// Adds a paragraph, unless it is blank or there are too many.
    pub fn paragraph(&mut self, piece: &Piece, level: Option<u8>) {
        if piece.text.trim().is_empty() || !self.has_room() {
            return;
        }
        let span = self.write(piece, |c| c);
        self.document.text.push('\n');
        self.document.blocks.push(Block::Paragraph(Paragraph { span, level }));
    }

    /// Adds a table. The cells are sorted by row and column and cover no place twice.
    ///
    /// In the text a row is a line, and a place that a merged cell covers is an empty one: `| 三 | 四 |  |`.
    pub fn table(&mut self, cells: &[GridCell]) {
        if cells.is_empty() || !self.has_room() {
            return;
        }
        let mut table = Table { faithful: true, ..Table::default() };
        let mut covered: Vec<usize> = Vec::new();
        for row in cells.chunk_by(|a, b| a.row == b.row) {
            self.document.text.push('|');
            let mut column = 0;
            for cell in row {
                self.gap(cell.column.saturating_sub(column));
                self.document.text.push(' ');
                // A bar would divide the cell when the text is read again.
                let span = self.write(&cell.text, |c| if matches!(c, '|' | '｜') { '¦' } else { c });
                self.document.text.push_str(" |");
                self.gap(cell.column_span.saturating_sub(1));
                column = cell.column + cell.column_span;
                let GridCell { row, column, row_span, column_span, .. } = *cell;
                table.cells.push(Cell { span, row, column, row_span, column_span });
                table.rows = table.rows.max(row + row_span);
                if row_span > 1 {
                    covered.resize(covered.len().max(column + column_span), 0);
                    covered[column..column + column_span].fill(row + row_span);
                }
            }
            let row = row.first().map_or(0, |cell| cell.row);
            let reach = covered.iter().rposition(|&end| end > row).map_or(0, |last| last + 1);
            self.gap(reach.saturating_sub(column));
            table.columns = table.columns.max(column).max(reach);
            self.document.text.push('\n');
        }
        let (first, last) = (table.cells[0].span, table.cells[table.cells.len() - 1].span);
        table.span = first.join(last);
        self.document.blocks.push(Block::Table(table));
    }

    /// Adds a sheet of a workbook. Gives its index, for the places that stand in it.
    pub fn sheet(&mut self, name: &str) -> u32 {
        self.document.sheets.push(name.to_owned());
        self.document.sheets.len() as u32 - 1
    }

    /// Adds something the user should know, once.
    pub fn note(&mut self, note: &str) {
        if !self.document.notes.iter().any(|known| known == note) {
            self.document.notes.push(note.to_owned());
        }
    }

    /// Tells that a part of the file could not be read.
    pub fn lost(&mut self, note: &str) {
        self.document.incomplete = true;
        self.note(note);
    }

    /// The document of a file that may be damaged: `damage` tells the user so where a part of it could not be read.
    ///
    /// # Errors
    /// Where nothing was read.
    pub fn finish_file(mut self, damage: Option<&str>) -> Result<Document, ReadError> {
        if let Some(note) = damage {
            self.lost(note);
        }
        let document = self.finish();
        match damage {
            _ if !document.blocks.is_empty() => Ok(document),
            Some(_) => Err(ReadError::Damaged(document.kind)),
            None => Err(ReadError::Empty),
        }
    }

    pub fn finish(mut self) -> Document {
        let end = self.document.text.trim_end_matches('\n').len();
        self.document.text.truncate(end);
        self.document
    }

    fn has_room(&mut self) -> bool {
        let room = self.document.blocks.len() < MAX_BLOCKS;
        if !room {
            self.lost(TOO_LONG);
        }
        room
    }

    fn gap(&mut self, places: usize) {
        let places = places.min(self.gaps);
        self.gaps -= places;
        (0..places).for_each(|_| self.document.text.push_str("  |"));
    }

    /// Writes a piece without the white space at its ends, each character as `turn` has it.
    fn write(&mut self, piece: &Piece, turn: fn(char) -> char) -> Span {
        let inner = Span::new(0, piece.text.len()).trim(&piece.text);
        let start = self.document.text.len();
        self.document.text.extend(piece.text[inner.range()].chars().map(turn));
        let span = Span::new(start, self.document.text.len());
        // The origins come in order, so where a byte of the piece went is counted on from the one before.
        let (mut from, mut to) = (inner.start, start);
        let mut written = |byte: usize| {
            let part = piece.text.get(from..byte.min(inner.end)).unwrap_or("");
            to += part.chars().map(|c| turn(c).len_utf8()).sum::<usize>();
            from += part.len();
            to
        };
        for origin in &piece.origins {
            let moved = Span::new(written(origin.span.start), written(origin.span.end));
            if !moved.is_empty() || span.is_empty() {
                self.document.origins.push(Origin { span: moved, at: origin.at });
            }
        }
        span
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_keeps_its_place_in_the_file() {
        let at = |column| FilePlace::Sheet { sheet: 0, row: 0, column };
        let cell = |column: u32, texts: &[&str]| {
            let mut text = Piece::default();
            texts.iter().enumerate().for_each(|(n, part)| text.push(part, at(10 * column + n as u32)));
            GridCell { text, row: 0, column: column as usize, row_span: 1, column_span: 1 }
        };
        let mut builder = Builder::new(Kind::Xlsx);
        builder.table(&[cell(0, &[" ", " 甲|", "｜乙 "]), cell(1, &[""]), cell(2, &["丙"])]);
        let document = builder.finish();
        let found: Vec<_> = document.origins.iter().map(|origin| (document.str(origin.span), origin.at)).collect();
        assert_eq!(found, [("甲¦", at(1)), ("¦乙", at(2)), ("", at(10)), ("丙", at(20))]);
        assert_eq!(document.text, "| 甲¦¦乙 |  | 丙 |");
    }
}
