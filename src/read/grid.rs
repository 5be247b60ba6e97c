//! A table that is being read: places its cells in a grid, and tells tables from frames for layout.
use super::builder::{GridCell, MAX_COLUMNS};
use super::flow::{Item, one_line};
use super::text::is_section_heading;

/// A table whose cells are being read.
#[derive(Debug)]
pub struct GridBuilder {
    cells: Vec<Cell>,
    /// The row that is being read, counted from 1; 0 before the first.
    row: usize,
    /// The next column to look at in it.
    column: usize,
    /// For each column the first row in which it is free.
    free: [usize; MAX_COLUMNS],
    /// For each column the last cell in it.
    last: [u32; MAX_COLUMNS],
    /// The first cell of the row group that is being read.
    group: usize,
}

/// A finished table, or a part of one that a frame for layout divides.
#[derive(Debug, Default)]
pub struct Grid {
    cells: Vec<Cell>,
}

/// A cell and what stands in it. Counts are small, and tables can have many cells.
#[derive(Debug, Default)]
struct Cell {
    row: u32,
    row_span: u32,
    column: u16,
    column_span: u16,
    content: Vec<Item>,
}

impl Default for GridBuilder {
    fn default() -> Self {
        Self { cells: Vec::new(), row: 0, column: 0, free: [0; MAX_COLUMNS], last: [0; MAX_COLUMNS], group: 0 }
    }
}

impl GridBuilder {
    /// A row begins.
    pub fn row(&mut self) {
        self.row += 1;
        self.column = 0;
    }

    /// A cell begins. Says whether there was room for it. `row_span` 0 means: to the end of the row group.
    pub fn cell(&mut self, row_span: usize, column_span: usize) -> bool {
        if self.row == 0 {
            self.row();
        }
        let row = self.row - 1;
        let Some(column) = self.next_column() else { return false };
        // A cell never covers a place that one above it covers already.
        let room = (column..MAX_COLUMNS).take_while(|&column| self.free[column] <= row).count();
        let column_span = column_span.clamp(1, room);
        let row_span = if row_span == 0 { MAX_ROW_SPAN } else { row_span.min(MAX_ROW_SPAN) };
        self.free[column..column + column_span].fill(row + row_span);
        self.last[column..column + column_span].fill(self.cells.len() as u32);
        self.column = column + column_span;
        self.cells.push(Cell {
            row: row as u32,
            row_span: row_span as u32,
            column: column as u16,
            column_span: column_span as u16,
            content: Vec::new(),
        });
        true
    }

    /// The next column of the row in which a cell can begin.
    pub fn next_column(&self) -> Option<usize> {
        let row = self.row.saturating_sub(1);
        (self.column..MAX_COLUMNS).find(|&column| self.free[column] <= row)
    }

    /// Leaves columns of the row empty.
    pub fn skip(&mut self, columns: usize) {
        self.column = self.column.saturating_add(columns).min(MAX_COLUMNS);
    }

    /// The cell above goes on in this row. Says whether there is one.
    pub fn go_on(&mut self) -> bool {
        let row = self.row.saturating_sub(1);
        let Some(&last) = self.last.get(self.column) else { return false };
        let Some(cell) = self.cells.get_mut(last as usize) else { return false };
        let columns = usize::from(cell.column)..usize::from(cell.column + cell.column_span);
        if columns.start != self.column || cell.row as usize == row || (cell.row + cell.row_span) as usize != row {
            return false;
        }
        cell.row_span += 1;
        self.column = columns.end;
        self.free[columns].fill(row + 1);
        true
    }

    /// The cell that began last ends.
    pub fn end_cell(&mut self, content: Vec<Item>) {
        if let Some(cell) = self.cells.last_mut() {
            cell.content = content;
        }
    }

    /// A row group begins or ends: no cell reaches over its edge.
    pub fn group(&mut self) {
        let end = self.row as u32;
        for cell in &mut self.cells[self.group..] {
            cell.row_span = cell.row_span.min(end.saturating_sub(cell.row)).max(1);
        }
        self.group = self.cells.len();
        self.free = [self.row; MAX_COLUMNS];
    }

    /// The table ends: itself, or what stands in it where it is only a frame for layout.
    ///
    /// A row with a table in it, or with running text alone, divides the table and stands between the parts.
    pub fn finish(mut self) -> Vec<Item> {
        self.group();
        let single = self.cells.iter().all(|cell| cell.column == 0);
        let mut items = Vec::new();
        let mut part = Grid::default();
        let mut cells = std::mem::take(&mut self.cells).into_iter().peekable();
        let mut row = Vec::new();
        while let Some(cell) = cells.next() {
            row.push(cell);
            if cells.peek().is_some_and(|next| next.row == row[0].row) {
                continue;
            }
            if single || is_layout(&row) {
                items.extend(part.take_part());
                items.extend(row.drain(..).flat_map(|cell| cell.content));
            } else {
                part.cells.append(&mut row);
            }
        }
        items.extend(part.take_part());
        items
    }
}

impl Grid {
    /// The cells of the finished table, ready to be written.
    pub fn cells(&self) -> Vec<GridCell> {
        let cell = |cell: &Cell| GridCell {
            text: one_line(&cell.content),
            row: cell.row as usize,
            column: usize::from(cell.column),
            row_span: cell.row_span as usize,
            column_span: usize::from(cell.column_span),
        };
        self.cells.iter().map(cell).collect()
    }

    /// The rows since the last division as a table of their own.
    fn take_part(&mut self) -> Option<Item> {
        let mut cells = std::mem::take(&mut self.cells);
        let first = cells.first()?.row;
        let end = cells.last()?.row + 1;
        for cell in &mut cells {
            cell.row_span = cell.row_span.min(end.max(cell.row + 1) - cell.row);
            cell.row -= first;
        }
        Some(Item::Table(Self { cells }))
    }
}

/// Browsers have the same limit.
const MAX_ROW_SPAN: usize = 65534;

/// Whether a row of a table is there only to lay out a page: it holds a table, or is a column of running text.
fn is_layout(row: &[Cell]) -> bool {
    let holds_table = |cell: &Cell| cell.content.iter().any(|item| matches!(item, Item::Table(_)));
    if row.iter().any(holds_table) {
        return true;
    }
    let mut filled = row.iter().filter(|cell| !cell.content.iter().all(Item::is_blank));
    match (filled.next(), filled.next()) {
        (Some(only), None) => is_running_text(&only.content),
        _ => row.iter().any(|cell| cell.content.iter().filter(|item| is_sentence(item)).count() > 2),
    }
}

/// Whether what stands alone in a row is no cell of a table: a heading, a sentence, a long text.
pub fn is_running_text(content: &[Item]) -> bool {
    content.iter().any(|item| match item {
        Item::Paragraph { text, level, .. } => {
            level.is_some() || is_sentence(item) || is_section_heading(text.trim()) || text.chars().nth(80).is_some()
        }
        Item::Table(_) => true,
    })
}

/// No cell of the official tables holds a full stop.
fn is_sentence(item: &Item) -> bool {
    matches!(item, Item::Paragraph { text, .. } if text.contains('。'))
}
