//! A page with all its files in one (MHTML, RFC 2557), which many a `.doc` really is.
use super::ReadError;
use crate::document::{Document, Kind};

/// Reads such a file.
pub fn read(_bytes: &[u8]) -> Result<Document, ReadError> {
    Err(ReadError::NoReader(Kind::Html))
}
