//! The text of a document with its tables: takes the events of `document.xml` in turn.
use super::lists::Lists;
use super::properties::{CellProperties, ParagraphProperties, RowProperties, is_run_hidden};
use super::styles::Styles;
use crate::document::FilePlace;
use crate::read::builder::{Builder, MAX_BLOCKS, MAX_CELLS, TOO_LONG};
use crate::read::flow::{Flow, Item};
use crate::read::grid::GridBuilder;
use crate::read::xml::{Event, Tag, Xml};

/// What the user is told of tables of Excel that stand in the document as objects.
pub const OBJECT: &str = "文中嵌有其他程序的对象（如 Excel 表格），其中的内容没有读取。请把它转换为文档中的表格。";

/// Reads the part, and writes what is shown of it.
pub fn read(xml: &mut Xml, styles: &Styles, lists: Lists, builder: &mut Builder) {
    let mut body = Body::new(styles, lists);
    let mut roles = Vec::new();
    while !body.is_cut {
        match xml.next() {
            Some(Event::Open(tag)) => {
                let role = body.open(&tag, xml, roles.last_mut());
                roles.extend(role);
            }
            Some(Event::Close) => roles.pop().into_iter().for_each(|role| body.close(role, xml.position())),
            Some(Event::Text(text)) if matches!(roles.last(), Some(Role::Text)) => body.text(&text),
            Some(Event::Text(_)) => {}
            None => break,
        }
    }
    roles.into_iter().rev().for_each(|role| body.close(role, xml.position()));
    if body.is_cut {
        builder.lost(TOO_LONG);
    }
    if body.has_object {
        builder.note(OBJECT);
    }
    body.holders.iter().flat_map(|page| &page.flow.items).for_each(|item| item.write(builder));
}

/// What an open element is.
enum Role {
    Transparent,
    Paragraph,
    Text,
    Table,
    Row,
    Cell,
    /// A text box.
    Box,
    /// Something drawn, of which only the text boxes are read.
    Drawing,
    /// Several ways to say the same, of which one is read; whether it was.
    Alternatives(bool),
}

/// A document that is being read.
struct Body<'a> {
    styles: &'a Styles,
    lists: Lists,
    /// The page, and the cells and text boxes that are open in it, the innermost last.
    holders: Vec<Holder>,
    /// The paragraphs that are open: one, and those around a text box.
    paragraphs: Vec<Paragraph>,
    tables: Vec<Table>,
    /// For each field that is open whether its instruction is being read and not its result.
    fields: Vec<bool>,
    /// Whether the run is hidden.
    is_hidden: bool,
    /// How many drawings are open in the innermost holder.
    drawings: usize,
    /// The number of the last paragraph.
    number: u32,
    paragraph_count: usize,
    cell_count: usize,
    is_cut: bool,
    has_object: bool,
}

/// What holds paragraphs and tables.
#[derive(Default)]
struct Holder {
    flow: Flow,
    /// Where its first paragraph stands.
    at: Option<FilePlace>,
    /// Of a cell.
    cell: CellProperties,
    /// How many drawings are open around it.
    drawings: usize,
}

#[derive(Default)]
struct Paragraph {
    number: u32,
    start: usize,
    properties: ParagraphProperties,
    /// What stands in its text boxes.
    boxes: Vec<Item>,
}

#[derive(Default)]
struct Table {
    grid: GridBuilder,
    /// Whether a cell of the row was read.
    has_cell: bool,
    row: RowProperties,
}

/// How many fields are kept track of in each other.
const MAX_FIELDS: usize = 100;

impl<'a> Body<'a> {
    fn new(styles: &'a Styles, lists: Lists) -> Self {
        Self {
            styles,
            lists,
            holders: vec![Holder { flow: Flow::new(true), ..Holder::default() }],
            paragraphs: Vec::new(),
            tables: Vec::new(),
            fields: Vec::new(),
            is_hidden: false,
            drawings: 0,
            number: 0,
            paragraph_count: 0,
            cell_count: 0,
            is_cut: false,
            has_object: false,
        }
    }

    /// An element begins; nothing where it was read to its end.
    fn open(&mut self, tag: &Tag, xml: &mut Xml, around: Option<&mut Role>) -> Option<Role> {
        match tag.name {
            "AlternateContent" => return Some(Role::Alternatives(false)),
            "Choice" | "Fallback" => {
                if let Some(Role::Alternatives(taken)) = around
                    && !std::mem::replace(taken, true)
                {
                    return Some(Role::Transparent);
                }
                xml.skip();
                return None;
            }
            "drawing" | "pict" | "object" => {
                self.drawings += 1;
                return Some(Role::Drawing);
            }
            "txbxContent" => {
                self.hold();
                return Some(Role::Box);
            }
            "OLEObject" => self.has_object |= tag.get("ProgID").is_some_and(|program| program.starts_with("Excel")),
            _ => {}
        }
        if self.drawings > 0 {
            return Some(Role::Transparent);
        }
        match tag.name {
            // What is deleted, instructions of fields, readings above characters, settings.
            "del" | "moveFrom" | "delText" | "instrText" | "delInstrText" | "rt" | "rubyPr" | "sdtPr" | "sdtEndPr"
            | "sectPr" | "tblPr" | "tblGrid" | "tblPrEx" => xml.skip(),
            "pPr" => match self.paragraphs.last_mut() {
                Some(paragraph) => paragraph.properties.read(xml),
                None => xml.skip(),
            },
            "rPr" => self.is_hidden = is_run_hidden(xml, self.styles),
            "tcPr" => self.holder().cell.read(xml),
            "trPr" => match self.tables.last_mut() {
                Some(table) => table.row.read(xml),
                None => xml.skip(),
            },
            _ => return Some(self.content(tag)),
        }
        None
    }

    /// An element begins that is text or holds it.
    fn content(&mut self, tag: &Tag) -> Role {
        match tag.name {
            "p" => {
                self.number += 1;
                self.paragraphs.push(Paragraph { number: self.number, start: tag.start, ..Paragraph::default() });
                return Role::Paragraph;
            }
            "tbl" => {
                self.tables.push(Table::default());
                return Role::Table;
            }
            "tr" => {
                let Some(table) = self.tables.last_mut() else { return Role::Transparent };
                *table = Table { grid: std::mem::take(&mut table.grid), ..Table::default() };
                return Role::Row;
            }
            "tc" if !self.tables.is_empty() => {
                self.hold();
                return Role::Cell;
            }
            "t" => return Role::Text,
            "r" => self.is_hidden = false,
            "tab" | "ptab" => self.text("\t"),
            "br" | "cr" if self.is_shown() => self.flow().line_break(),
            "noBreakHyphen" => self.text("-"),
            "sym" => {
                let code = tag.get("char").and_then(|code| u32::from_str_radix(&code, 16).ok());
                // In the private area stand the pictures of a font, which are no characters.
                let sign = code.filter(|code| !(0xE000..0xF900).contains(code)).and_then(char::from_u32);
                sign.into_iter().for_each(|sign| self.text(sign.encode_utf8(&mut [0; 4])));
            }
            "fldChar" => self.field(tag),
            _ => {}
        }
        Role::Transparent
    }

    /// An element ends, at this place of the part.
    fn close(&mut self, role: Role, end: usize) {
        match role {
            Role::Paragraph => self.end_paragraph(end),
            Role::Cell => self.end_cell(),
            Role::Table => {
                if let Some(table) = self.tables.pop() {
                    self.flow().items.extend(table.grid.finish());
                }
            }
            Role::Box => {
                let items = self.release().flow.items;
                match self.paragraphs.last_mut() {
                    Some(paragraph) => paragraph.boxes.extend(items),
                    None => self.flow().items.extend(items),
                }
            }
            Role::Drawing => self.drawings = self.drawings.saturating_sub(1),
            Role::Transparent | Role::Text | Role::Row | Role::Alternatives(_) => {}
        }
    }

    fn end_paragraph(&mut self, end: usize) {
        let Some(paragraph) = self.paragraphs.pop() else { return };
        let at = FilePlace::Paragraph { number: paragraph.number, start: paragraph.start as u32, end: end as u32 };
        self.fields.fill(false);
        self.holder().at.get_or_insert(at);
        if !paragraph.properties.goes_on {
            let (numbering, level) = paragraph.properties.with_style(self.styles);
            // In a table it is not the headings of the document that stand in the style of one.
            let level = level.filter(|_| self.tables.is_empty());
            let number = self.lists.count(&numbering);
            number.iter().for_each(|number| self.flow().number(number));
            let has_room = self.paragraph_count < MAX_BLOCKS;
            let ended = self.flow().end(level, Some(at), has_room);
            self.paragraph_count += usize::from(ended);
            self.is_cut |= !has_room;
        }
        self.flow().items.extend(paragraph.boxes);
    }

    fn end_cell(&mut self) {
        let cell = self.release();
        let has_room = self.cell_count < MAX_CELLS;
        let Some(table) = self.tables.last_mut().filter(|table| !table.row.is_deleted) else { return };
        if !std::mem::replace(&mut table.has_cell, true) {
            table.grid.row();
            table.grid.skip(table.row.before);
        }
        // Word shows nothing of what stands in the lower part of a merged cell.
        if cell.cell.goes_on && table.grid.go_on() {
            return;
        }
        if !has_room || !table.grid.cell(1, cell.cell.columns) {
            self.is_cut |= !has_room;
            return;
        }
        self.cell_count += 1;
        let mut items = cell.flow.items;
        if items.is_empty() {
            items.push(Item::Paragraph { text: String::new(), level: None, at: cell.at });
        }
        table.grid.end_cell(items);
    }

    fn field(&mut self, tag: &Tag) {
        match tag.get("fldCharType").as_deref() {
            Some("begin") if self.fields.len() < MAX_FIELDS => self.fields.push(true),
            Some("separate") => self.fields.last_mut().into_iter().for_each(|field| *field = false),
            Some("end") => drop(self.fields.pop()),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.is_shown() {
            self.flow().push(text);
        }
    }

    fn is_shown(&self) -> bool {
        !self.is_hidden && !self.paragraphs.is_empty() && !self.fields.contains(&true)
    }

    /// A cell or a text box begins.
    fn hold(&mut self) {
        let drawings = std::mem::take(&mut self.drawings);
        self.holders.push(Holder { flow: Flow::new(true), drawings, ..Holder::default() });
    }

    /// A cell or a text box ends.
    fn release(&mut self) -> Holder {
        let at = self.holder().at;
        // A paragraph whose end was deleted ends here at the latest.
        self.flow().end(None, at, true);
        let holder = if self.holders.len() > 1 { self.holders.pop() } else { None }.unwrap_or_default();
        self.drawings = holder.drawings;
        holder
    }

    fn holder(&mut self) -> &mut Holder {
        if self.holders.is_empty() {
            self.holders.push(Holder::default());
        }
        let last = self.holders.len() - 1;
        &mut self.holders[last]
    }

    fn flow(&mut self) -> &mut Flow {
        &mut self.holder().flow
    }
}
