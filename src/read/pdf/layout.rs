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

/// How far below the last line of a cell the next one begins at most, in sizes.
const NEXT_LINE: f32 = 0.5;

/// The tables of the pages. A box around text is one only at the foot of a page, where what the next page begins with
/// shows that it is the first row.
pub fn tables(pages: &[Page]) -> Vec<Vec<Grid>> {
    let mut all: Vec<Vec<Grid>> = pages.iter().map(|page| grids(&page.rulings)).collect();
    let top = |a: &&Grid, b: &&Grid| a.ys[0].total_cmp(&b.ys[0]);
    for n in 0..all.len() {
        let (before, behind) = all.split_at_mut(n + 1);
        let next = behind.first().and_then(|next| next.iter().min_by(top));
        let last = before[n].iter().map(|grid| grid.ys[0]).fold(f32::MIN, f32::max);
        for grid in &mut before[n] {
            grid.goes_on = grid.ys[0] == last && next.is_some_and(|next| grid.is_above(next));
        }
        let is_table = next.is_some_and(|next| next.cells.len() > 1);
        before[n].retain(|grid| grid.cells.len() > 1 || (grid.goes_on && is_table));
    }
    all
}

/// The parts of a page, from top to bottom, of which the tables are known; pages count from 1.
pub fn parts(page: &Page, grids: Vec<Grid>, number: u32) -> Vec<Part> {
    let owners: Vec<Vec<usize>> = grids.iter().map(Grid::owners).collect();
    let mut inside: Vec<Vec<Vec<Glyph>>> = grids.iter().map(|grid| vec![vec![]; grid.cells.len()]).collect();
    let mut outside = vec![];
    for glyph in &page.glyphs {
        let mut tables = grids.iter().zip(&owners).enumerate();
        match tables.find_map(|(n, (grid, owners))| Some((n, grid.at(owners, glyph.rect.centre())?))) {
            Some((table, cell)) => inside[table][cell].push(*glyph),
            None => outside.push(*glyph),
        }
    }
    for ((grid, owners), cells) in grids.iter().zip(&owners).zip(&mut inside) {
        hang(grid, owners, cells, &mut outside);
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

/// Gives the cells at the foot of a table what goes on below them: the label of rows that a page tears may be longer
/// than those that stand on the page.
fn hang(grid: &Grid, owners: &[usize], cells: &mut [Vec<Glyph>], outside: &mut Vec<Glyph>) {
    if !grid.goes_on {
        return;
    }
    let above = |glyph: &Glyph| grid.above(owners, glyph.rect.centre());
    let (mut below, rest): (Vec<Glyph>, Vec<Glyph>) = outside.iter().partition(|glyph| above(glyph).is_some());
    *outside = rest;
    below.sort_by(|a, b| a.rect.top.total_cmp(&b.rect.top));
    let foot = grid.ys[grid.ys.len() - 1];
    let lowest = |cell: &Vec<Glyph>| cell.iter().map(|glyph| glyph.rect.bottom).fold(foot, f32::max);
    let mut reach: Vec<f32> = cells.iter().map(lowest).collect();
    for glyph in below {
        match above(&glyph).filter(|cell| glyph.rect.top < reach[*cell] + NEXT_LINE * glyph.size) {
            Some(cell) => {
                reach[cell] = reach[cell].max(glyph.rect.bottom);
                cells[cell].push(glyph);
            }
            None => outside.push(glyph),
        }
    }
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
