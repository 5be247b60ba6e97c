//! Excel, since 2007 (Office Open XML).
use super::ReadError;
use crate::document::{Document, Kind};

/// Reads such a file.
pub fn read(_bytes: &[u8]) -> Result<Document, ReadError> {
    Err(ReadError::NoReader(Kind::Xlsx))
}
