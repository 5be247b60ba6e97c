//! The page as it is read: takes start tags, end tags and text in turn.
use super::elements::{Elements, Name, Open, Role, heading_level, is_dropped};
use super::references::decode;
use crate::read::builder::{Builder, MAX_BLOCKS, MAX_CELLS, TOO_LONG};
use crate::read::flow::Flow;
use crate::read::grid::GridBuilder;

/// The attributes that matter.
#[derive(Clone, Copy, Debug, Default)]
pub struct Attributes {
    row_span: Option<usize>,
    column_span: Option<usize>,
    hidden: bool,
    /// Of a row that only sets the widths of columns.
    is_flat: bool,
}

impl Attributes {
    /// Takes an attribute as it stands in the source, or, with an empty value, the mention of one.
    pub fn set(&mut self, name: &str, value: &str) {
        let value = || decode(value, true);
        let number = || {
            let value = value();
            let digits = value.trim_ascii_start().bytes().take_while(u8::is_ascii_digit).take(9);
            digits.fold(None, |number, digit| Some(number.unwrap_or(0) * 10 + usize::from(digit - b'0')))
        };
        match Name::new(name.as_bytes()).as_str() {
            "rowspan" => self.row_span = number(),
            "colspan" => self.column_span = number(),
            "hidden" => self.hidden = true,
            "height" => self.is_flat = number() == Some(0),
            "style" => {
                let style: String =
                    value().chars().filter(|c| !c.is_ascii_whitespace()).map(|c| c.to_ascii_lowercase()).collect();
                // The last: the comments of Word, which stand behind the text.
                self.hidden |= ["display:none", "visibility:hidden", "mso-hide:all", "mso-element:comment"]
                    .iter()
                    .any(|rule| style.contains(rule));
            }
            // What Word puts into the text in the place of a comment.
            "class" => {
                self.hidden |= value().as_bytes().windows(12).any(|class| class.eq_ignore_ascii_case(b"msocomanchor"))
            }
            _ => {}
        }
    }
}

/// A page that is being read.
#[derive(Default)]
pub struct Page {
    elements: Elements,
    /// The page, and the cells that are open in it, the innermost last.
    page: Flow,
    cells: Vec<Flow>,
    /// The tables that are open, the innermost last.
    tables: Vec<GridBuilder>,
    cell_count: usize,
    paragraph_count: usize,
    is_cut: bool,
    /// Whether `html` or `body` has begun and not ended; none where there is neither.
    is_open: Option<bool>,
}

/// What the user is told of a page that breaks off.
const BREAKS_OFF: &str = "网页没有结束的标记，可能没有保存完整，后面的内容可能没有读到，请与原文核对。";

impl Page {
    pub fn start(&mut self, name: &str, attributes: &Attributes) {
        let name = Name::new(name.as_bytes());
        let role = Role::of(name.as_str());
        match role {
            Role::Void => return self.void(name.as_str()),
            Role::Frame => {
                self.is_open = Some(true);
                return self.end_paragraph();
            }
            Role::Inline => {
                // Inside of something hidden only its own name matters, to find its end.
                let nested = self.elements.last().is_some_and(|open| open.hidden && open.name == name);
                if attributes.hidden || nested || is_dropped(name.as_str()) {
                    self.elements.push(name, role, true);
                }
                return;
            }
            _ => {}
        }
        self.close(self.elements.before(name.as_str(), role));
        self.end_paragraph();
        let dropped = is_dropped(name.as_str()) && !self.is_head_of_article(name.as_str());
        let flat = role == Role::Row && attributes.is_flat;
        let hidden = attributes.hidden || dropped || flat || self.elements.is_hidden();
        let fits = match role {
            Role::Row | Role::Group | Role::Cell => self.elements.has_table(),
            _ => true,
        };
        if !fits || !self.elements.push(name, role, hidden) {
            return;
        }
        if !hidden {
            self.open(role, attributes);
        }
    }

    pub fn end(&mut self, name: &str) {
        let name = Name::new(name.as_bytes());
        let role = Role::of(name.as_str());
        match role {
            Role::Void => self.void(name.as_str()),
            Role::Frame => {
                self.is_open = Some(name.as_str() == "head");
                self.end_paragraph();
            }
            Role::Inline if !self.elements.is_hidden() => {}
            _ => {
                if role != Role::Inline {
                    self.end_paragraph();
                }
                self.close(self.elements.ended(name, role));
            }
        }
    }

    pub fn text(&mut self, text: &str) {
        if self.elements.is_hidden() {
            return;
        }
        if self.elements.is_preformatted() {
            self.flow().push_preformatted(text);
        } else {
            self.flow().push(text);
        }
    }

    /// The page ends: writes what was read.
    pub fn finish(mut self, builder: &mut Builder) {
        if self.is_open.unwrap_or_else(|| self.elements.has_table()) {
            builder.lost(BREAKS_OFF);
        }
        while self.elements.last().is_some() {
            self.close(1);
        }
        self.end_paragraph();
        self.page.items.iter().for_each(|item| item.write(builder));
        if self.is_cut {
            builder.lost(TOO_LONG);
        }
    }

    fn void(&mut self, name: &str) {
        match name {
            _ if self.elements.is_hidden() => {}
            "br" => self.flow().line_break(),
            "hr" => self.end_paragraph(),
            _ => {}
        }
    }

    /// Makes room for what an element holds.
    fn open(&mut self, role: Role, attributes: &Attributes) {
        match role {
            Role::Table => self.tables.push(GridBuilder::default()),
            Role::Group => self.tables.last_mut().into_iter().for_each(GridBuilder::group),
            Role::Row => self.tables.last_mut().into_iter().for_each(GridBuilder::row),
            Role::Cell => {
                let (rows, columns) = (attributes.row_span.unwrap_or(1), attributes.column_span.unwrap_or(1));
                let placed = self.cell_count < MAX_CELLS
                    && self.tables.last_mut().is_some_and(|table| table.cell(rows, columns));
                self.cell_count += usize::from(placed);
                self.cells.push(Flow::new(placed));
                self.is_cut |= !placed;
            }
            _ => {}
        }
    }

    /// Closes the innermost elements.
    fn close(&mut self, count: usize) {
        for _ in 0..count {
            let Some(open) = self.elements.last().copied() else { return };
            if !open.hidden {
                self.end_paragraph();
            }
            self.elements.pop();
            if !open.hidden {
                self.closed(&open);
            }
        }
    }

    /// Hands on what an element held.
    fn closed(&mut self, open: &Open) {
        match open.role {
            Role::Cell => {
                if let (Some(flow), Some(table)) = (self.cells.pop(), self.tables.last_mut())
                    && flow.is_kept
                {
                    table.end_cell(flow.items);
                }
            }
            Role::Group => self.tables.last_mut().into_iter().for_each(GridBuilder::group),
            Role::Table => {
                if let Some(table) = self.tables.pop() {
                    let items = table.finish();
                    self.flow().items.extend(items);
                }
            }
            _ => {}
        }
    }

    fn end_paragraph(&mut self) {
        if self.elements.is_hidden() {
            return;
        }
        let level = self.elements.last().and_then(|open| heading_level(open.name.as_str()));
        let has_room = self.paragraph_count < MAX_BLOCKS;
        let ended = self.flow().end(level, None, has_room);
        self.paragraph_count += usize::from(ended);
        self.is_cut |= ended && !has_room;
    }

    fn flow(&mut self) -> &mut Flow {
        self.cells.last_mut().unwrap_or(&mut self.page)
    }

    /// `header` in an article holds its title.
    fn is_head_of_article(&self, name: &str) -> bool {
        name == "header" && (self.elements.has("article") || self.elements.has("main"))
    }
}
