//! Faults of organs' names, level words, years.
use super::Kind;

pub const KINDS: &[Kind] = &[];
