//! What the marks at the end of paragraphs say: the table they stand in, the row they end, the heading they are.
use super::pages::{Pages, Run};
use super::sprm::{Sprm, TABLE_DEFINITION, VANISHED, sprms};
use super::styles::{Outline, Styles};
use crate::read::builder::MAX_COLUMNS;
use crate::read::bytes::{i16_at, slice, u8_at, u16_at, usize_at};
use crate::read::word::{CellShape, Merge, RowShape};

/// What the mark at the end of a paragraph says.
#[derive(Clone, Debug, Default)]
pub struct Mark {
    /// In how many tables it stands.
    pub depth: usize,
    /// It ends a row; a mark of its own, without text.
    pub ends_row: bool,
    /// It ends a cell of an inner table.
    pub ends_cell: bool,
    pub outline: Outline,
    /// How the cells of the row stand that it ends.
    pub shape: RowShape,
}

/// The properties of paragraphs and characters.
pub struct Properties<'a> {
    paragraphs: Pages<'a>,
    characters: Pages<'a>,
    /// Long lists of changes stand here.
    data: &'a [u8],
    styles: Styles,
    /// How many bytes of changes may still be read, so that many marks with long lists cannot take time.
    budget: usize,
    /// The stretch that was asked for last, and whether it is hidden.
    last: (Run<'a>, bool),
}

impl<'a> Properties<'a> {
    pub fn new(paragraphs: Pages<'a>, characters: Pages<'a>, data: &'a [u8], styles: Styles) -> Self {
        Self { paragraphs, characters, data, styles, budget: 64 << 20, last: Default::default() }
    }

    /// What the mark at a position of the text stream says; nothing where the file has lost it.
    pub fn mark(&mut self, position: usize) -> Option<Mark> {
        let properties = self.paragraphs.run(position)?.properties;
        let style = u16_at(properties, 0).unwrap_or(0);
        let mut mark = Mark::default();
        self.read(&mut mark, properties.get(2..).unwrap_or_default());
        mark.outline = mark.outline.or(self.styles.outline(style));
        Some(mark)
    }

    /// Whether the character at a position of the text stream cannot be seen: hidden, or deleted in a revision.
    pub fn is_hidden(&mut self, position: usize) -> bool {
        let (last, hidden) = self.last;
        if (last.start..last.end).contains(&position) {
            return hidden;
        }
        let Some(run) = self.characters.run(position) else { return false };
        self.budget = self.budget.saturating_sub(run.properties.len());
        if self.budget == 0 {
            return false;
        }
        let hidden = sprms(run.properties).fold(false, |hidden, sprm| match sprm.code {
            DELETED | VANISHED => sprm.flag() || hidden,
            CHARACTER_STYLE => self.styles.hides(sprm.number()) || hidden,
            // A sign of another font, for which a bracket stands in the text.
            SYMBOL => true,
            _ => hidden,
        });
        self.last = (run, hidden);
        hidden
    }

    fn read(&mut self, mark: &mut Mark, changes: &'a [u8]) {
        if self.budget < changes.len() {
            return;
        }
        self.budget -= changes.len();
        let mut in_table = false;
        for sprm in sprms(changes) {
            match sprm.code {
                IN_TABLE => in_table = sprm.flag(),
                DEPTH => mark.depth = usize_at(sprm.operand, 0).unwrap_or(0),
                ROW_END | INNER_ROW_END => mark.ends_row = sprm.flag(),
                INNER_CELL_END => mark.ends_cell = sprm.flag(),
                MORE | MORE_OF_TABLE => {
                    if let Some(more) = usize_at(sprm.operand, 0).and_then(|at| self.more(at)) {
                        // A list elsewhere does not go on elsewhere.
                        self.budget = self.budget.saturating_sub(more.len());
                        sprms(more).for_each(|sprm| apply(mark, &sprm));
                    }
                }
                _ => apply(mark, &sprm),
            }
        }
        mark.depth = mark.depth.max(usize::from(in_table));
    }

    fn more(&self, at: usize) -> Option<&'a [u8]> {
        slice(self.data, at + 2, usize::from(u16_at(self.data, at)?)).filter(|more| more.len() <= self.budget)
    }
}

const DELETED: u16 = 0x0800;
const CHARACTER_STYLE: u16 = 0x4A30;
const SYMBOL: u16 = 0x6A09;
const IN_TABLE: u16 = 0x2416;
const ROW_END: u16 = 0x2417;
const DEPTH: u16 = 0x6649;
const INNER_CELL_END: u16 = 0x244B;
const INNER_ROW_END: u16 = 0x244C;
const MORE: u16 = 0x6646;
const MORE_OF_TABLE: u16 = 0x646B;
const MERGE_ACROSS: u16 = 0x5624;
const SPLIT_ACROSS: u16 = 0x5625;
const MERGE_DOWN: u16 = 0xD62B;

fn apply(mark: &mut Mark, sprm: &Sprm) {
    let cells = &mut mark.shape.cells;
    match sprm.code {
        TABLE_DEFINITION => mark.shape = row_shape(sprm.operand).unwrap_or_default(),
        MERGE_ACROSS | SPLIT_ACROSS => {
            let (first, end) = (sprm.number() & 0xFF, sprm.number() >> 8);
            for (n, cell) in cells.iter_mut().enumerate().take(end.into()).skip(first.into()) {
                cell.across = match sprm.code {
                    SPLIT_ACROSS => Merge::None,
                    _ if n == usize::from(first) => Merge::First,
                    _ => Merge::Continued,
                };
            }
        }
        MERGE_DOWN => {
            if let &[n, how] = sprm.operand
                && let Some(cell) = cells.get_mut(usize::from(n))
            {
                cell.down = down(how.into());
            }
        }
        code => mark.outline.apply(code, sprm.number()),
    }
}

fn down(how: u16) -> Merge {
    match how & 3 {
        0 => Merge::None,
        1 => Merge::Continued,
        _ => Merge::First,
    }
}

/// The cells of a row: how many, the edges of all, then 20 bytes for each, of which the last may be missing.
fn row_shape(definition: &[u8]) -> Option<RowShape> {
    let count = usize::from(u8_at(definition, 0)?);
    let edge = |n: usize| i16_at(definition, 1 + 2 * n).map(i32::from);
    let mut shape = RowShape { left: edge(0)?, cells: Vec::new() };
    let mut leader = 0;
    for n in 0..count.min(MAX_COLUMNS) {
        let flags = u16_at(definition, 1 + 2 * (count + 1) + 20 * n).unwrap_or(0);
        let across = flags & 3;
        // Which value begins merged cells and which goes on, programs write the one way and the other: the value of the
        // first cell begins.
        let across = match (across, leader) {
            (0, _) => Merge::None,
            (now, first) if first == 0 || now == first => Merge::First,
            _ => Merge::Continued,
        };
        match across {
            Merge::None => leader = 0,
            Merge::First => leader = flags & 3,
            Merge::Continued => {}
        }
        shape.cells.push(CellShape { right: edge(n + 1)?, across, down: down(flags >> 5) });
    }
    Some(shape)
}
