//! From bytes to a [`Document`]: tells the kind of a file by its content, and reads it.
mod encoding;
mod html;
mod text;

use crate::document::Document;

/// The largest file that is read, in bytes. A report has some 300 kB; a larger file is somebody's mistake.
pub const MAX_BYTES: usize = 32 << 20;

/// Why a file could not be read. Its [`Display`](std::fmt::Display) is the Chinese message for the user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// No byte, or nothing but white space.
    Empty,
    /// More than [`MAX_BYTES`]; holds the size in bytes.
    TooLarge(usize),
    /// A kind of file that gouji does not read; holds its Chinese name.
    Unsupported(&'static str),
    /// Not text in any encoding that is known.
    NotText,
}

/// Reads a file. The name is a help only where the content does not tell the kind.
///
/// # Errors
/// Says why this is not a file that can be read; never fails on what a readable file contains.
pub fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    todo!("{}", bytes.len())
}

/// Reads text that is already decoded: plain text, or the source of a web page.
///
/// # Errors
/// As [`read`].
pub fn read_str(source: &str) -> Result<Document, ReadError> {
    todo!("{}", source.len())
}
