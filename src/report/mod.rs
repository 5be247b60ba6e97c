//! The document laid over the form: what rules may ask.
pub mod facts;

/// Under construction.
#[derive(Debug)]
pub struct Report;
