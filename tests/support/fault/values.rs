//! Faults of cells and the relations between them.
use super::Kind;

pub const KINDS: &[Kind] = &[];
