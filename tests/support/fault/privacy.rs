//! Faults of residue of templates and of personal data.
use super::{Kind, add_sentence};

pub const KINDS: &[Kind] = &[Kind {
    rule: "template-note",
    what: "the note of the form is left in the text",
    make: |draft, rng| add_sentence(draft, rng, 1, "⟦该部分以表格形式报告⟧。表格如下："),
}];
