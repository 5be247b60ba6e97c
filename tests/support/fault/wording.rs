//! Faults of words and marks.
use super::Kind;

pub const KINDS: &[Kind] = &[];
