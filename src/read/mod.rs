//! From bytes to a [`Document`]: tells the kind of a file by its content, and reads it.
//!
//! What is bounded, so that no input can take time or memory out of proportion: a file by [`MAX_BYTES`], the lines or
//! blocks of a document and the columns and cells of its tables by the constants in `builder`. What lies beyond is
//! left out and told in [`Document::notes`].
mod builder;
mod bytes;
#[cfg(feature = "legacy")]
mod doc;
#[cfg(feature = "office")]
mod docx;
pub(crate) mod encoding;
mod flow;
mod grid;
mod html;
mod mhtml;
#[cfg(any(feature = "office", feature = "legacy"))]
mod numbering;
#[cfg(feature = "legacy")]
mod ole;
#[cfg(feature = "office")]
mod package;
#[cfg(feature = "pdf")]
mod pdf;
#[cfg(feature = "legacy")]
mod rtf;
mod sniff;
mod text;
mod unruled;
#[cfg(feature = "legacy")]
mod word;
#[cfg(any(feature = "office", feature = "legacy"))]
mod workbook;
#[cfg(feature = "legacy")]
mod xls;
#[cfg(feature = "office")]
mod xlsx;
#[cfg(feature = "office")]
mod xml;
#[cfg(feature = "office")]
mod zip;

use crate::document::{Document, Kind};
use sniff::What;
use std::fmt;

#[cfg(feature = "pdf")]
pub use pdf::{Flow, Glyph, Page, pages};
pub use unruled::settle;

/// The largest file that is read, in bytes. A report has some 300 kB; a larger file is somebody's mistake.
pub const MAX_BYTES: usize = 32 << 20;

/// How much of a packed file is unpacked, in bytes. A report has some 500 kB of text and its markup.
pub const MAX_EXPANDED: usize = 32 << 20;

/// Why a file could not be read. Its [`Display`](std::fmt::Display) is the Chinese message for the user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// No byte, or nothing but white space.
    Empty,
    /// More than [`MAX_BYTES`]; holds the size in bytes.
    TooLarge(usize),
    /// A kind of file that gouji does not read.
    Unsupported {
        /// What it is, in Chinese.
        kind: &'static str,
        /// What to do about it, in Chinese.
        advice: &'static str,
    },
    /// Not text in any encoding that is known.
    NotText,
    /// The file can only be opened with a password.
    Encrypted(Kind),
    /// It begins as such a file does, but nothing of it can be read.
    Damaged(Kind),
    /// What is packed in it is larger than any report, as in files that are made to do harm.
    Expands(Kind),
    /// A PDF without text: pages that are pictures.
    Scanned,
    /// A PDF whose text cannot be told, because its fonts do not say which characters they show.
    NoCharacters,
    /// This build has no reader for the kind; in the page a module of its own has it ([`module`]).
    NoReader(Kind),
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("内容为空，没有可核对的文字。请选择或粘贴年度报告全文。"),
            Self::TooLarge(bytes) => write!(
                f,
                "文件过大（约 {} MB，最多可读 {} MB）。年度报告通常不到 1 MB，请确认所选文件无误；正文中图片较多的，请复制正文文字后粘贴。",
                bytes.div_ceil(1 << 20),
                MAX_BYTES >> 20,
            ),
            Self::Unsupported { kind, advice } => write!(f, "这是{kind}，暂不支持直接读取。{advice}"),
            Self::Encrypted(kind) => {
                write!(f, "这份{}有打开密码，无法读取。请用原来的软件打开，取消密码后另存，再核对。", kind.label())
            }
            Self::Damaged(kind) => write!(
                f,
                "这份{}已损坏，读不出内容。请用原来的软件打开，另存后再核对；打不开的，请向提供的人重新索取。",
                kind.label(),
            ),
            Self::Expands(kind) => write!(
                f,
                "这份{}展开后过大（超过 {} MB），没有读取。年度报告通常不到 1 MB，请确认所选文件无误；文件无误的，请复制正文文字后粘贴。",
                kind.label(),
                MAX_EXPANDED >> 20,
            ),
            Self::Scanned => f.write_str(
                "这份 PDF 是扫描件，页面上只有图片，没有文字，无法核对。请使用由 Word、WPS 直接输出的 PDF，或核对原来的文档。",
            ),
            Self::NoCharacters => f.write_str(
                "这份 PDF 的字体没有说明各个字形是什么字，读不出文字。请核对原来的 Word、WPS 文档，或从中重新输出 PDF。",
            ),
            Self::NoReader(kind) => write!(f, "这是{}，没有装入读取它的模块。", kind.label()),
            Self::NotText => f.write_str(
                "不是可以识别的文字内容，文件可能已损坏或加密。请用原来的软件打开，复制全文后粘贴，或另存为网页（.html）、纯文本（.txt）后再核对。",
            ),
        }
    }
}

impl std::error::Error for ReadError {}

/// Reads a file, whose kind its content tells.
///
/// # Errors
/// Says why this is not a file that can be read; never fails on what a readable file contains.
pub fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    check_size(bytes.len())?;
    if bytes.trim_ascii().is_empty() {
        return Err(ReadError::Empty);
    }
    match sniff::sniff(bytes) {
        Some(&What::Known(Kind::Html)) => mhtml::read(bytes),
        Some(&What::Known(kind)) => read_as(kind, bytes).map(settle),
        Some(&What::Foreign { kind, advice }) => Err(ReadError::Unsupported { kind, advice }),
        None => {
            let decoded = encoding::decode(bytes)?;
            let mut document = read_str(&decoded.text)?;
            document.notes.splice(0..0, decoded.note);
            Ok(document)
        }
    }
}

/// Reads text that is already decoded: plain text, or the source of a web page.
///
/// # Errors
/// As [`read`].
pub fn read_str(source: &str) -> Result<Document, ReadError> {
    check_size(source.len())?;
    let source = source.strip_prefix('\u{FEFF}').unwrap_or(source);
    if source.chars().all(text::is_blank) {
        return Err(ReadError::Empty);
    }
    match sniff::sniff(source.as_bytes()) {
        Some(&What::Known(Kind::Html)) => mhtml::read(source.as_bytes()),
        Some(&What::Known(kind)) => read_as(kind, source.as_bytes()).map(settle),
        Some(&What::Foreign { kind, advice }) => Err(ReadError::Unsupported { kind, advice }),
        None if html::is_html(source) => Ok(html::read(source)),
        None => Ok(text::read(source)),
    }
}

/// Reads a file of one of the kinds of which [`module`] tells, as the reader modules of the page do. Text and web pages
/// are left to the checker, so that these modules need not hold their readers; it also has to [`settle`] what this gives.
///
/// # Errors
/// As [`read`]; [`ReadError::NoReader`] for a kind that this build does not have.
pub fn read_heavy(bytes: &[u8]) -> Result<Document, ReadError> {
    check_size(bytes.len())?;
    match sniff::sniff(bytes) {
        Some(&What::Known(kind)) => read_as(kind, bytes),
        _ => Err(ReadError::NotText),
    }
}

/// Reads a file of a kind that has a reader of its own.
fn read_as(kind: Kind, bytes: &[u8]) -> Result<Document, ReadError> {
    match kind {
        #[cfg(feature = "office")]
        Kind::Docx => docx::read(bytes),
        #[cfg(feature = "legacy")]
        Kind::Doc => doc::read(bytes),
        #[cfg(feature = "legacy")]
        Kind::Rtf => rtf::read(bytes),
        #[cfg(feature = "office")]
        Kind::Xlsx => xlsx::read(bytes),
        #[cfg(feature = "pdf")]
        Kind::Pdf => pdf::read(bytes),
        #[cfg(feature = "legacy")]
        Kind::Xls => xls::read(bytes),
        kind => Err(ReadError::NoReader(kind)),
    }
}

/// The module of the page that reads a file, where the checker itself does not: `office`, `legacy` or `pdf`.
pub fn module(bytes: &[u8]) -> Option<&'static str> {
    match sniff::sniff(bytes)? {
        What::Known(Kind::Docx | Kind::Xlsx) => Some("office"),
        What::Known(Kind::Doc | Kind::Rtf | Kind::Xls) => Some("legacy"),
        What::Known(Kind::Pdf) => Some("pdf"),
        _ => None,
    }
}

fn check_size(bytes: usize) -> Result<(), ReadError> {
    if bytes > MAX_BYTES { Err(ReadError::TooLarge(bytes)) } else { Ok(()) }
}
