//! Running text: pieces of it become paragraphs, with white space as a browser shows it.
use super::builder::{Builder, Piece};
use super::grid::Grid;
use super::text::is_wide;
use crate::document::FilePlace;

/// What stands in a page or in a cell, in reading order.
#[derive(Debug)]
pub enum Item {
    /// A paragraph, and where in the file it stands; a line break in it is one that the page asks for. A blank one keeps
    /// the place of an empty cell.
    Paragraph { text: String, level: Option<u8>, at: Option<FilePlace> },
    /// A table.
    Table(Grid),
}

/// What has been read of a page or a cell so far.
#[derive(Debug, Default)]
pub struct Flow {
    pub items: Vec<Item>,
    /// Whether it belongs to the page, or to a cell that the table had no room for.
    pub is_kept: bool,
    /// The paragraph that has begun.
    text: String,
    /// White space that is shown only if something follows.
    space: Space,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
enum Space {
    #[default]
    None,
    /// A line break of the source: nothing between Chinese characters, else a blank.
    Line,
    Blank,
}

impl Flow {
    pub fn new(is_kept: bool) -> Self {
        Self { is_kept, ..Self::default() }
    }

    /// Adds text of the source, white space collapsed.
    pub fn push(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                ' ' | '\t' | '\u{A0}' => self.space = Space::Blank.max_of(self.space),
                '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{2028}' | '\u{2029}' => {
                    self.space = Space::Line.max_of(self.space)
                }
                // Invisible: zero-width characters and soft hyphens.
                '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' => {}
                c => {
                    self.settle(c);
                    self.text.push(c);
                }
            }
        }
    }

    /// Adds text of the source as it stands.
    pub fn push_preformatted(&mut self, text: &str) {
        self.space = Space::None;
        self.text.push_str(text);
    }

    /// A line break that the page asks for.
    pub fn line_break(&mut self) {
        self.space = Space::None;
        self.text.push('\n');
    }

    /// Puts the number of a list before the paragraph that has begun, unless that is blank.
    pub fn number(&mut self, number: &str) {
        if !self.text.trim().is_empty() {
            self.text.insert_str(0, number);
        }
    }

    /// Ends the paragraph, and keeps it or not. Says whether there was one.
    pub fn end(&mut self, level: Option<u8>, at: Option<FilePlace>, keep: bool) -> bool {
        self.space = Space::None;
        let is_paragraph = !self.text.trim().is_empty();
        let text = std::mem::take(&mut self.text);
        if is_paragraph && keep {
            self.items.push(Item::Paragraph { text, level, at });
        }
        is_paragraph
    }

    fn settle(&mut self, next: char) {
        let last = self.text.chars().next_back();
        let shown = match (self.space, last) {
            // Word sets blanks behind the number of a list: 一、  总体情况.
            (Space::None, _) | (_, None | Some('\n' | '、')) => false,
            (Space::Blank, _) => true,
            (Space::Line, Some(last)) => !(is_wide(last) && is_wide(next)),
        };
        if shown {
            self.text.push(' ');
        }
        self.space = Space::None;
    }
}

impl Space {
    /// A line break among blanks is a line break: sources are indented.
    fn max_of(self, before: Self) -> Self {
        if self == Self::Line || before == Self::Line { Self::Line } else { self }
    }
}

impl Item {
    /// Writes it. Each line of a paragraph becomes one of its own.
    pub fn write(&self, builder: &mut Builder) {
        match self {
            Item::Paragraph { text, level, at } => {
                for line in text.split(['\n', '\r']) {
                    let mut piece = Piece::default();
                    add(&mut piece, line, *at);
                    builder.paragraph(&piece, *level);
                }
            }
            Item::Table(grid) => builder.table(&grid.cells()),
        }
    }

    /// Whether nothing is to be seen of it.
    pub fn is_blank(&self) -> bool {
        matches!(self, Item::Paragraph { text, .. } if text.trim().is_empty())
    }
}

/// The lines of a cell in one: nothing between Chinese characters, else a blank.
pub fn one_line(items: &[Item]) -> Piece {
    let mut whole = Piece::default();
    for item in items {
        let Item::Paragraph { text, at, .. } = item else { continue };
        let mut lines = text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty()).peekable();
        if lines.peek().is_none() && whole.text.is_empty() {
            add(&mut whole, "", *at);
        }
        for line in lines {
            let divided = match (whole.text.chars().next_back(), line.chars().next()) {
                (Some(last), Some(next)) => !(is_wide(last) && is_wide(next)),
                _ => false,
            };
            if divided {
                whole.text.push(' ');
            }
            add(&mut whole, &line.replace('\t', " "), *at);
        }
    }
    whole
}

fn add(piece: &mut Piece, text: &str, at: Option<FilePlace>) {
    match at {
        Some(at) => piece.push(text, at),
        None => piece.text.push_str(text),
    }
}
