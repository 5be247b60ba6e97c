//! The document: one text, and blocks over it.
//!
//! Readers make it, nothing above them knows a file format. Every position is a byte range of the one text.
mod edit;
mod origin;
mod table;
mod wire;

use crate::text::Span;

pub use edit::EditError;
pub use origin::{FilePlace, Origin, Rect};
pub use table::{Cell, Table};
pub use wire::Wire;

/// A file as it was read: its whole text, and what the parts of it are.
///
/// The spans of paragraphs and of cells do not overlap or touch: at least one character that belongs to none of
/// them (a line break, a bar, a tab) stands between two of them, so that an empty one has a place of its own.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// The kind of file it was read from.
    pub kind: Kind,
    /// The whole text. All spans are byte ranges in it.
    pub text: String,
    /// Paragraphs and tables in reading order.
    pub blocks: Vec<Block>,
    /// What the reader had to guess or leave out, in Chinese, for the person who reads the report.
    pub notes: Vec<String>,
    /// Whether a part of the file could not be read, so that what is missing here may well stand there.
    pub incomplete: bool,
    /// Where in the file the text stands, in the order of the text and not overlapping; empty where the format has no
    /// such places.
    pub origins: Vec<Origin>,
    /// The names of the sheets of a workbook.
    pub sheets: Vec<String>,
    /// The pages as plain text, in which blanks keep the columns, where the tables have no rulings. Only on the way from
    /// the reader of a file to [`read::settle`](crate::read::settle).
    pub layout: Option<String>,
}

/// The kind of file a document was read from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Plain text in any of the layouts that tables are pasted in.
    #[default]
    Text,
    /// A web page, or what a browser or word processor puts on the clipboard.
    Html,
    /// Word, since 2007 (Office Open XML).
    Docx,
    /// Word 97 to 2003 and WPS (binary).
    Doc,
    /// Rich Text Format, which many a `.doc` really is.
    Rtf,
    /// Excel, since 2007 (Office Open XML).
    Xlsx,
    /// Excel 97 to 2003 and WPS (binary).
    Xls,
    /// A PDF with text.
    Pdf,
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A run of text that stands on its own.
    Paragraph(Paragraph),
    /// A table.
    Table(Table),
}

/// A run of text that stands on its own, without the line break behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// What it covers, without white space at its ends; not empty when it is read. Line breaks in it are those of a text
    /// that was broken at a fixed width.
    pub span: Span,
    /// The level of a heading, from 1, where the file itself says that this is one.
    pub level: Option<u8>,
}

impl Document {
    /// The text that `span` covers.
    pub fn str(&self, span: Span) -> &str {
        &self.text[span.range()]
    }

    /// The paragraphs in reading order.
    pub fn paragraphs(&self) -> impl Iterator<Item = &Paragraph> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Paragraph(paragraph) => Some(paragraph),
            Block::Table(_) => None,
        })
    }

    /// The part that a place stands in: a rule may ask for each of a hundred thousand places, so it is looked up.
    pub fn block_at(&self, place: Span) -> Option<&Block> {
        let behind = self.blocks.partition_point(|block| block.span().start <= place.start);
        self.blocks.get(behind.checked_sub(1)?).filter(|block| block.span().contains(place))
    }

    /// The tables in reading order.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Table(table) => Some(table),
            Block::Paragraph(_) => None,
        })
    }
}

impl Kind {
    /// The name that the JSON of the command line uses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Doc => "doc",
            Self::Rtf => "rtf",
            Self::Xlsx => "xlsx",
            Self::Xls => "xls",
            Self::Pdf => "pdf",
        }
    }

    /// What users call it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Text => "文本",
            Self::Html => "网页",
            Self::Docx => " Word 文档（.docx）",
            Self::Doc => " Word 或 WPS 文档（.doc、.wps）",
            Self::Rtf => " RTF 文档",
            Self::Xlsx => " Excel 工作簿（.xlsx）",
            Self::Xls => " Excel 或 WPS 表格（.xls、.et）",
            Self::Pdf => " PDF 文件",
        }
    }
}

impl Block {
    /// What the block covers.
    pub fn span(&self) -> Span {
        match self {
            Self::Paragraph(paragraph) => paragraph.span,
            Self::Table(table) => table.span,
        }
    }
}
