//! What the older formats of word processors have in common: paragraphs one after the other, of which some end a cell
//! or a row of a table, and rows that each say for themselves where the edges of their cells are.
use super::builder::{Builder, GridCell, MAX_CELLS, MAX_COLUMNS, Piece, TOO_LONG};
use super::text::{is_section_heading, is_wide};
use crate::document::{Document, FilePlace, Kind};

/// Whether a cell is merged with its neighbour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Merge {
    #[default]
    None,
    /// The first of the merged cells.
    First,
    /// A further one.
    Continued,
}

/// Where a cell ends, and how it is merged.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct CellShape {
    /// The right edge, in twentieths of a point.
    pub right: i32,
    /// With the cell before it in the row.
    pub across: Merge,
    /// With the cell above it.
    pub down: Merge,
}

/// What a row says of its cells.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RowShape {
    /// The left edge of the first cell, in twentieths of a point.
    pub left: i32,
    pub cells: Vec<CellShape>,
}

/// A paragraph as it stands in the file.
#[derive(Clone, Debug, Default)]
pub struct Text {
    /// Its text; a line break is one that the file asks for.
    pub text: String,
    /// Where it stands.
    pub at: Option<FilePlace>,
    /// The level of a heading.
    pub level: Option<u8>,
}

/// What stands in a cell.
enum Item {
    Paragraph(Text),
    Table(Vec<GridCell>),
}

/// A table that is being read.
#[derive(Default)]
struct OpenTable {
    rows: Vec<(RowShape, Vec<Vec<Item>>)>,
    /// The finished cells of the row that is being read.
    row: Vec<Vec<Item>>,
    /// What stands in the cell that is being read.
    content: Vec<Item>,
}

/// A cell in its place.
struct Placed {
    row: usize,
    column: usize,
    row_span: usize,
    column_span: usize,
    content: Vec<Item>,
}

/// Writes a document from paragraphs, cells and rows as they come.
pub struct Flow {
    builder: Builder,
    /// The open tables, each in a cell of the one before.
    tables: Vec<OpenTable>,
    cells: usize,
}

/// What the user is told where a file ends before its text does.
pub const CUT_OFF: &str = "文件不完整，后面的内容没有读到。请用原来的软件打开，另存后再核对。";

/// How deep tables may stand in one another.
const MAX_DEPTH: usize = 16;
/// Edges that are nearer are one: rows are drawn by hand, and a point is less than a line and its distance take.
const NEAR: i32 = 20;

impl RowShape {
    /// Adds a cell, unless a table cannot have so many.
    pub fn push(&mut self, cell: CellShape) {
        if self.cells.len() < MAX_COLUMNS {
            self.cells.push(cell);
        }
    }
}

impl Flow {
    pub fn new(kind: Kind) -> Self {
        Self { builder: Builder::new(kind), tables: Vec::new(), cells: 0 }
    }

    /// A paragraph ends. `depth`: in how many tables it stands.
    pub fn paragraph(&mut self, depth: usize, text: Text) {
        self.enter(depth);
        match self.tables.last_mut() {
            Some(table) => table.content.push(Item::Paragraph(text)),
            None => write(&mut self.builder, vec![Item::Paragraph(text)]),
        }
    }

    /// A paragraph ends and with it a cell.
    pub fn cell(&mut self, depth: usize, text: Text) {
        self.enter(depth.max(1));
        self.cells += 1;
        let Some(table) = self.tables.last_mut() else { return };
        table.content.push(Item::Paragraph(text));
        let content = std::mem::take(&mut table.content);
        if self.cells <= MAX_CELLS && table.row.len() < MAX_COLUMNS {
            table.row.push(content);
        } else {
            self.builder.note(TOO_LONG);
        }
    }

    /// A row ends.
    pub fn row(&mut self, depth: usize, shape: RowShape) {
        self.enter(depth.max(1));
        if let Some(table) = self.tables.last_mut() {
            table.end_row(shape);
        }
    }

    pub fn note(&mut self, note: &str) {
        self.builder.note(note);
    }

    pub fn finish(mut self) -> Document {
        self.enter(0);
        self.builder.finish()
    }

    /// Opens and closes tables, so that `depth` are open.
    fn enter(&mut self, depth: usize) {
        let depth = depth.min(MAX_DEPTH);
        while self.tables.len() > depth
            && let Some(mut table) = self.tables.pop()
        {
            table.end_row(RowShape::default());
            let items = divide(place(table.rows));
            match self.tables.last_mut() {
                Some(outer) => outer.content.extend(items),
                None => write(&mut self.builder, items),
            }
        }
        self.tables.resize_with(depth.max(self.tables.len()), OpenTable::default);
    }
}

impl OpenTable {
    fn end_row(&mut self, shape: RowShape) {
        if !self.content.is_empty() {
            self.row.push(std::mem::take(&mut self.content));
        }
        if !self.row.is_empty() {
            self.rows.push((shape, std::mem::take(&mut self.row)));
        }
    }
}

fn write(builder: &mut Builder, items: Vec<Item>) {
    for item in items {
        match item {
            Item::Paragraph(Text { text, at, level }) => {
                text.split('\n').for_each(|line| builder.paragraph(&piece(&plain(line), at), level));
            }
            Item::Table(cells) => builder.table(&cells),
        }
    }
}

fn piece(text: &str, at: Option<FilePlace>) -> Piece {
    let mut piece = Piece::default();
    match at {
        Some(at) => piece.push(text, at),
        None => piece.text.push_str(text),
    }
    piece
}

/// The text without what cannot be seen, and with one blank for several.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            // Behind the number of a list (一、) there is a tab.
            ' ' | '\t' | '\u{A0}' => {
                if !plain.is_empty() && !plain.ends_with([' ', '、']) {
                    plain.push(' ');
                }
            }
            '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' => {}
            c if c.is_control() => {}
            c => plain.push(c),
        }
    }
    plain
}

/// The text of a cell in one line: nothing between Chinese characters, else a blank.
fn one_line(content: &[Item]) -> Piece {
    let mut whole = Piece::default();
    for item in content {
        let Item::Paragraph(Text { text, at, .. }) = item else { continue };
        for line in text.split('\n') {
            let line = plain(line);
            let line = line.trim();
            let divided = match (whole.text.chars().next_back(), line.chars().next()) {
                (Some(last), Some(next)) => !(is_wide(last) && is_wide(next)),
                _ => false,
            };
            let line = if divided { [" ", line].concat() } else { line.to_owned() };
            match at {
                // An empty place says where a cell without text stands.
                Some(at) if !line.is_empty() || whole.origins.is_empty() => whole.push(&line, *at),
                _ => whole.text.push_str(&line),
            }
        }
    }
    whole
}

/// A cell between its edges.
struct Edged {
    left: i32,
    right: i32,
    down: Merge,
    content: Vec<Item>,
}

/// The cells of a row between their edges; merged ones are one.
fn edged(shape: RowShape, contents: Vec<Vec<Item>>) -> Vec<Edged> {
    let mut cells: Vec<Edged> = Vec::new();
    let mut left = shape.left;
    let count = contents.len().max(shape.cells.len()).min(MAX_COLUMNS);
    let mut contents = contents.into_iter();
    for n in 0..count {
        let content = contents.next().unwrap_or_default();
        // A row that says nothing of a cell has cells of one inch.
        let known = shape.cells.get(n).copied();
        let known = known.unwrap_or(CellShape { right: left.saturating_add(1440), ..CellShape::default() });
        let right = known.right.max(left);
        match cells.last_mut() {
            Some(last) if known.across == Merge::Continued => last.right = right,
            _ => cells.push(Edged { left, right, down: known.down, content }),
        }
        left = right;
    }
    cells
}

/// Puts the cells of a table in a grid, whose columns are all edges that some row has.
fn place(rows: Vec<(RowShape, Vec<Vec<Item>>)>) -> Vec<Placed> {
    let rows: Vec<Vec<Edged>> = rows.into_iter().map(|(shape, contents)| edged(shape, contents)).collect();
    let columns = columns(&rows);
    let column_of = |edge: i32| columns.partition_point(|&column| column <= edge).saturating_sub(1);
    let mut placed: Vec<Placed> = Vec::new();
    // For each column the merged cell that begins there and reaches down to the row before.
    let mut above = [None; MAX_COLUMNS];
    for (row, cells) in rows.into_iter().enumerate() {
        let before = std::mem::replace(&mut above, [None; MAX_COLUMNS]);
        for Edged { left, right, down, content } in cells {
            let (column, end) = (column_of(left), column_of(right).min(MAX_COLUMNS));
            if column >= end {
                continue; // of no width, so it cannot be seen
            }
            let column_span = end - column;
            let upper: Option<usize> = before[column].filter(|_| down == Merge::Continued);
            if let Some(upper) = upper
                && placed[upper].column_span == column_span
            {
                placed[upper].row_span += 1;
                above[column] = Some(upper);
                continue;
            }
            above[column] = (down != Merge::None).then_some(placed.len());
            placed.push(Placed { row, column, row_span: 1, column_span, content });
        }
    }
    placed
}

/// The edges of all rows, those that are near one another once.
fn columns(rows: &[Vec<Edged>]) -> Vec<i32> {
    let cells = || rows.iter().flatten();
    let narrowest = cells().map(|cell| cell.right.saturating_sub(cell.left)).filter(|&width| width > 0).min();
    let near = NEAR.min(narrowest.unwrap_or(0) / 2);
    let mut edges: Vec<i32> = cells().flat_map(|cell| [cell.left, cell.right]).collect();
    edges.sort_unstable();
    edges.dedup_by(|next, last| *next <= last.saturating_add(near));
    edges
}

/// The table itself, or what stands in it where it is only a frame for layout.
///
/// A row with a table in it, or with running text alone, divides the table and stands between the parts.
fn divide(cells: Vec<Placed>) -> Vec<Item> {
    let single = cells.iter().all(|cell| cell.column == 0);
    let mut items = Vec::new();
    let mut part: Vec<Placed> = Vec::new();
    let mut row: Vec<Placed> = Vec::new();
    let mut cells = cells.into_iter().peekable();
    while let Some(cell) = cells.next() {
        row.push(cell);
        if cells.peek().is_some_and(|next| next.row == row[0].row) {
            continue;
        }
        if single || is_layout(&row) {
            items.extend(table(&mut part));
            items.extend(row.drain(..).flat_map(|cell| cell.content));
        } else {
            part.append(&mut row);
        }
    }
    items.extend(table(&mut part));
    items
}

/// The rows since the last division as a table of their own.
fn table(part: &mut Vec<Placed>) -> Option<Item> {
    let first = part.first()?.row;
    let end = part.last()?.row + 1;
    let cell = |cell: Placed| GridCell {
        text: one_line(&cell.content),
        row: cell.row - first,
        column: cell.column,
        row_span: cell.row_span.min(end.max(cell.row + 1) - cell.row),
        column_span: cell.column_span,
    };
    Some(Item::Table(part.drain(..).map(cell).collect()))
}

/// Whether a row of a table is there only to lay out a page: it holds a table, or is a column of running text.
fn is_layout(row: &[Placed]) -> bool {
    let holds_table = |cell: &Placed| cell.content.iter().any(|item| matches!(item, Item::Table(_)));
    if row.iter().any(holds_table) {
        return true;
    }
    let is_blank = |cell: &&Placed| {
        !cell.content.iter().any(|item| matches!(item, Item::Paragraph(text) if !text.text.trim().is_empty()))
    };
    let mut filled = row.iter().filter(|cell| !is_blank(cell));
    match (filled.next(), filled.next()) {
        (Some(only), None) => only.content.iter().any(is_running_text),
        _ => row.iter().any(|cell| cell.content.iter().filter(|item| is_sentence(item)).count() > 2),
    }
}

fn is_running_text(item: &Item) -> bool {
    match item {
        Item::Paragraph(Text { text, level, .. }) => {
            let heading = level.is_some() && !text.trim().is_empty();
            heading || is_sentence(item) || is_section_heading(text.trim()) || text.chars().nth(80).is_some()
        }
        Item::Table(_) => true,
    }
}

/// No cell of the official tables holds a full stop.
fn is_sentence(item: &Item) -> bool {
    matches!(item, Item::Paragraph(text) if text.text.contains('。'))
}
