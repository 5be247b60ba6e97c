//! The document laid over the form: what rules may ask.

/// Under construction.
#[derive(Debug)]
pub struct Report;
