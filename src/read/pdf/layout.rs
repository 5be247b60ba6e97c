//! What stands on a page: lines of running text, and tables with the text of their cells, from top to bottom.
use super::grid::{Area, Grid, grids};
use super::lines::{Line, lines};
use super::page::{Glyph, Page};
use crate::document::FilePlace;
use crate::read::builder::Piece;

/// A part of a page.
#[derive(Debug)]
pub enum Part {
    Line(Line),
    Table(PageTable),
}

/// A table, as far as it stands on one page.
#[derive(Debug)]
pub struct PageTable {
    pub grid: Grid,
    /// The text of the grid's cells.
    pub texts: Vec<Piece>,
}

/// The parts of a page, from top to bottom; pages count from 1.
pub fn parts(page: &Page, number: u32) -> Vec<Part> {
    let grids = grids(&page.rulings);
    let owners: Vec<Vec<usize>> = grids.iter().map(Grid::owners).collect();
    let mut inside: Vec<Vec<Vec<Glyph>>> = grids.iter().map(|grid| vec![vec![]; grid.cells.len()]).collect();
    let mut outside = vec![];
    for glyph in &page.glyphs {
        let centre = glyph.rect.centre();
        let mut tables = grids.iter().zip(&owners).enumerate();
        match tables.find_map(|(n, (grid, owners))| Some((n, grid.at(owners, centre)?))) {
            Some((table, cell)) => inside[table][cell].push(*glyph),
            None => outside.push(*glyph),
        }
    }
    let mut parts: Vec<(f32, Part)> =
        lines(outside.into_iter()).into_iter().map(|line| (line.rect.centre().1, Part::Line(line))).collect();
    for (grid, cells) in grids.into_iter().zip(inside) {
        let texts: Vec<Piece> =
            grid.cells.iter().zip(cells).map(|(cell, glyphs)| text(&grid, cell, glyphs, number)).collect();
        if texts.iter().any(|text| !text.text.is_empty()) {
            parts.push((grid.ys[0], Part::Table(PageTable { grid, texts })));
        }
    }
    parts.sort_by(|a, b| a.0.total_cmp(&b.0));
    parts.into_iter().map(|(_, part)| part).collect()
}

/// The text of a cell, its lines joined.
fn text(grid: &Grid, cell: &Area, glyphs: Vec<Glyph>, number: u32) -> Piece {
    let mut piece = Piece::default();
    lines(glyphs.into_iter()).iter().for_each(|line| line.write(&mut piece, number));
    if piece.text.is_empty() {
        piece.push("", FilePlace::Page { number, rect: grid.rect(cell) });
    }
    piece
}
