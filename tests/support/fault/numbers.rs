//! Faults of numbers inside the text.
use super::Kind;

pub const KINDS: &[Kind] = &[];
