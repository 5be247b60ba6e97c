//! Faults of parts, headings, tables, documents cited.
use super::Kind;

pub const KINDS: &[Kind] = &[];
