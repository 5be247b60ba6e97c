//! Word 97 to 2003 and WPS (binary).
use super::ReadError;
use crate::document::{Document, Kind};

/// Reads such a file.
pub fn read(_bytes: &[u8]) -> Result<Document, ReadError> {
    Err(ReadError::NoReader(Kind::Doc))
}
