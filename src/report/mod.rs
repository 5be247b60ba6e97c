//! The document laid over the form: what rules may ask.
pub mod facts;
pub mod parts;

/// Under construction.
#[derive(Debug)]
pub struct Report;
