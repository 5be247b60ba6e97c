//! From bytes to a [`Document`]: tells the kind of a file by its content, and reads it.
//!
//! What is bounded, so that no input can take time or memory out of proportion: a file by [`MAX_BYTES`], the lines or
//! blocks of a document and the columns and cells of its tables by the constants in `builder`. What lies beyond is
//! left out and told in [`Document::notes`].
mod builder;
mod encoding;
mod foreign;
mod html;
mod text;

use crate::document::Document;
use std::fmt;

/// The largest file that is read, in bytes. A report has some 300 kB; a larger file is somebody's mistake.
pub const MAX_BYTES: usize = 32 << 20;

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
    if let Some(kind) = foreign::kind(bytes) {
        return Err(kind);
    }
    let decoded = encoding::decode(bytes)?;
    let mut document = read_str(&decoded.text)?;
    document.notes.splice(0..0, decoded.note);
    Ok(document)
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
    if let Some(kind) = foreign::kind(source.as_bytes()) {
        return Err(kind);
    }
    Ok(if html::is_html(source) { html::read(source) } else { text::read(source) })
}

fn check_size(bytes: usize) -> Result<(), ReadError> {
    if bytes > MAX_BYTES { Err(ReadError::TooLarge(bytes)) } else { Ok(()) }
}
