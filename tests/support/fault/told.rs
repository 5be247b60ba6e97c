//! Faults of text against tables.
use super::Kind;

pub const KINDS: &[Kind] = &[];
