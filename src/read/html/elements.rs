//! Which elements are open: end tags that are missing, superfluous or crossed, mended as browsers mend them.

/// The name of an element, as far as it tells elements apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name([u8; 12]);

impl Name {
    pub fn new(name: &[u8]) -> Self {
        let mut bytes = [0; 12];
        bytes.iter_mut().zip(name).for_each(|(to, from)| *to = from.to_ascii_lowercase());
        Self(bytes)
    }

    pub fn as_str(&self) -> &str {
        let end = self.0.iter().position(|&b| b == 0).unwrap_or(self.0.len());
        std::str::from_utf8(&self.0[..end]).unwrap_or_default()
    }
}

/// What an element is for the structure of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Part of a line; not kept among the open elements unless it is hidden.
    Inline,
    /// Has no content.
    Void,
    /// Begins and ends a paragraph.
    Block,
    /// `table`, and the parts of one.
    Table,
    /// `thead`, `tbody`, `tfoot`.
    Group,
    /// `tr`.
    Row,
    /// `td`, `th`.
    Cell,
    /// The page as a whole: `html`, `body`. Its tags divide, but are not kept.
    Frame,
}

impl Role {
    pub fn of(name: &str) -> Self {
        match name {
            "table" => Self::Table,
            "thead" | "tbody" | "tfoot" => Self::Group,
            "tr" => Self::Row,
            "td" | "th" => Self::Cell,
            "html" | "head" | "body" => Self::Frame,
            "area" | "base" | "br" | "col" | "embed" | "frame" | "hr" | "img" | "input" | "link" | "meta" | "param"
            | "source" | "track" | "wbr" => Self::Void,
            "address" | "article" | "aside" | "blockquote" | "caption" | "center" | "dd" | "details" | "dialog"
            | "dir" | "div" | "dl" | "dt" | "fieldset" | "figcaption" | "figure" | "footer" | "form" | "h1" | "h2"
            | "h3" | "h4" | "h5" | "h6" | "header" | "legend" | "li" | "main" | "menu" | "nav" | "ol" | "p" | "pre"
            | "section" | "summary" | "ul" => Self::Block,
            _ => Self::Inline,
        }
    }
}

/// Whether an element is not part of what a reader of the page reads: controls, navigation, programs.
///
/// `form` stays: whole pages stand in one.
pub fn is_dropped(name: &str) -> bool {
    matches!(
        name,
        "aside"
            | "button"
            | "del"
            | "dialog"
            | "footer"
            | "header"
            | "iframe"
            | "math"
            | "nav"
            | "noscript"
            | "object"
            | "option"
            | "script"
            | "select"
            | "style"
            | "svg"
            | "template"
            | "textarea"
            | "title"
            | "xml"
    )
}

/// An element that is open.
#[derive(Clone, Copy, Debug)]
pub struct Open {
    pub name: Name,
    pub role: Role,
    /// It, or one around it, is not shown.
    pub hidden: bool,
    /// It, or one around it, keeps white space.
    pub preformatted: bool,
    /// How many elements are open inside of the innermost table or cell around it.
    depth: u8,
}

/// The open elements, the innermost last.
#[derive(Debug, Default)]
pub struct Elements {
    open: Vec<Open>,
    tables: usize,
}

/// How many elements may be open in one cell, and how many tables in each other. What is nested deeper counts as part
/// of what is around it.
const MAX_DEPTH: u8 = 60;
const MAX_TABLES: usize = 200;

impl Elements {
    pub fn last(&self) -> Option<&Open> {
        self.open.last()
    }

    pub fn is_hidden(&self) -> bool {
        self.last().is_some_and(|open| open.hidden)
    }

    pub fn is_preformatted(&self) -> bool {
        self.last().is_some_and(|open| open.preformatted)
    }

    pub fn has_table(&self) -> bool {
        self.tables > 0
    }

    pub fn has(&self, name: &str) -> bool {
        self.open.iter().rev().take(usize::from(MAX_DEPTH)).any(|open| open.name.as_str() == name)
    }

    /// Opens an element. Says whether there was room for it.
    pub fn push(&mut self, name: Name, role: Role, hidden: bool) -> bool {
        let depth = match self.last() {
            Some(Open { role: Role::Table | Role::Cell, .. }) | None => 0,
            Some(open) => open.depth + 1,
        };
        if depth > MAX_DEPTH || (role == Role::Table && self.tables >= MAX_TABLES) {
            return false;
        }
        self.tables += usize::from(role == Role::Table);
        let hidden = hidden || self.is_hidden();
        let preformatted = name.as_str() == "pre" || self.is_preformatted();
        self.open.push(Open { name, role, hidden, preformatted, depth });
        true
    }

    pub fn pop(&mut self) -> Option<Open> {
        let open = self.open.pop()?;
        self.tables -= usize::from(open.role == Role::Table);
        Some(open)
    }

    /// How many elements must close so that the innermost one that `wanted` accepts is closed too, or `None` where
    /// there is none before one that `barrier` accepts.
    pub fn upto(&self, wanted: impl Fn(&Open) -> bool, barrier: impl Fn(&Open) -> bool) -> Option<usize> {
        for (above, open) in self.open.iter().rev().enumerate() {
            if wanted(open) {
                return Some(above + 1);
            }
            if barrier(open) {
                return None;
            }
        }
        None
    }

    /// How many elements must close before one named `name` may begin.
    pub fn before(&self, name: &str, role: Role) -> usize {
        let table = |open: &Open| open.role == Role::Table;
        let edge = |open: &Open| matches!(open.role, Role::Table | Role::Cell);
        let closed = match (role, name) {
            // Up to, and not including, the table, group or row that it belongs into.
            (Role::Group, _) => self.upto(table, |_| false).map(|count| count - 1),
            (Role::Row, _) => {
                self.upto(|open| matches!(open.role, Role::Table | Role::Group), |_| false).map(|count| count - 1)
            }
            (Role::Cell, _) => self
                .upto(|open| matches!(open.role, Role::Table | Role::Group | Role::Row), |_| false)
                .map(|count| count - 1),
            // A table cannot stand in a table, only in a cell of one.
            (Role::Table, _) => self.upto(table, |open| open.role == Role::Cell),
            (_, "li") => self.upto(|open| open.name.as_str() == "li", |open| edge(open) || is_list(open)),
            (_, "dt" | "dd") => self.upto(|open| matches!(open.name.as_str(), "dt" | "dd"), edge),
            (Role::Block, _) => self.upto(|open| open.name.as_str() == "p", edge),
            _ => None,
        };
        // A heading ends the heading before it.
        let heading = self.last().is_some_and(|open| is_heading(open.name.as_str())) && is_heading(name);
        closed.unwrap_or(usize::from(heading))
    }

    /// How many elements the end tag of `name` closes.
    pub fn ended(&self, name: Name, role: Role) -> usize {
        let edge = |open: &Open| match role {
            Role::Table | Role::Group | Role::Row | Role::Cell => open.role == Role::Table,
            _ => matches!(open.role, Role::Table | Role::Cell),
        };
        let heading = is_heading(name.as_str());
        self.upto(|open| open.name == name || heading && is_heading(open.name.as_str()), edge).unwrap_or(0)
    }
}

fn is_list(open: &Open) -> bool {
    matches!(open.name.as_str(), "ul" | "ol" | "menu" | "dir")
}

/// Whether this is `h1` to `h6`.
pub fn is_heading(name: &str) -> bool {
    heading_level(name).is_some()
}

/// The level of `h1` to `h6`.
pub fn heading_level(name: &str) -> Option<u8> {
    match name.as_bytes() {
        [b'h', digit @ b'1'..=b'6'] => Some(digit - b'0'),
        _ => None,
    }
}
