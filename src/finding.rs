//! What a rule says: where, what, and what to do about it.
use crate::{rules::Rule, text::Span};

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Breaks the form or a relation that must hold.
    Error,
    /// Very likely wrong; a person decides.
    Warning,
    /// Advice.
    Hint,
}

/// One fault, told once, whatever it breaks.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule that found it.
    pub rule: &'static Rule,
    /// Usually the rule's; lower where there is a known harmless reason.
    pub severity: Severity,
    /// What is wrong, why, and what to do, with the numbers, in Chinese.
    pub message: String,
    /// Where the mark stands, and then the places that explain it; never empty.
    pub places: Vec<Place>,
    /// Ways to mend it; each alone is enough. Offered, never applied unasked.
    pub fixes: Vec<Fix>,
}

/// A place of a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// What is marked.
    pub span: Span,
    /// What this place has to do with the fault, in Chinese; empty for the first one.
    pub note: String,
}

/// A way to mend a fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What the button says: `改为 7`.
    pub label: String,
    /// The changes, in order, none overlapping another.
    pub edits: Vec<Edit>,
}

/// A replacement of a part of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced; lies in one paragraph or cell.
    pub span: Span,
    /// What comes in its place.
    pub text: String,
}

impl Severity {
    /// All of them, the worst first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Hint];

    /// The name that the JSON of the command line uses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Hint => "hint",
        }
    }

    /// The word that people read.
    pub fn label(self) -> &'static str {
        match self {
            Self::Error => "错误",
            Self::Warning => "存疑",
            Self::Hint => "提示",
        }
    }
}

impl Finding {
    /// Where the mark stands.
    pub fn mark(&self) -> Span {
        self.places[0].span
    }

    /// The places that its first fix writes anew.
    pub(crate) fn rewritten(&self) -> impl Iterator<Item = Span> + '_ {
        self.fixes.first().into_iter().flat_map(|fix| &fix.edits).map(|edit| edit.span)
    }

    /// Adds a place that explains the fault.
    pub fn also(mut self, span: Span, note: impl Into<String>) -> Self {
        self.places.push(Place { span, note: note.into() });
        self
    }

    /// Offers to write `text` where the mark stands.
    pub fn fix(self, text: impl ToString) -> Self {
        let span = self.places[0].span;
        self.fix_at(span, text)
    }

    /// Offers to write `text` at `span`.
    pub fn fix_at(mut self, span: Span, text: impl ToString) -> Self {
        let text = text.to_string();
        let label = if text.is_empty() { "删去".to_owned() } else { format!("改为 {text}") };
        self.fixes.push(Fix { label, edits: vec![Edit { span, text }] });
        self
    }

    /// Offers several replacements at once.
    pub fn fix_all(mut self, label: &str, edits: impl Iterator<Item = (Span, String)>) -> Self {
        let edits = edits.map(|(span, text)| Edit { span, text }).collect();
        self.fixes.push(Fix { label: label.to_owned(), edits });
        self
    }

    /// Gives it another severity than its rule's.
    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }
}
