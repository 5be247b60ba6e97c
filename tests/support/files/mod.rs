//! Writes reports as the files that reviewers get, each from scratch: what a reader understands must not come from the
//! reader's own ideas of a format.
#![allow(dead_code, reason = "each test crate writes other files")]

pub mod docx;
pub mod mhtml;
pub mod pdf;
pub mod print;
pub mod producers;
pub mod xlsx;
pub mod zip;

use crate::support::{
    Draft, Style, Which,
    draft::{Body, Text},
    render::grid::{self, Grid, GridCell},
};

/// A place of a row of a table that a cell begins or goes on in.
pub struct Placed<'a> {
    /// The cell.
    pub cell: &'a GridCell,
    /// Its first column, from 0.
    pub column: usize,
    /// Whether it began in a row above.
    pub goes_on: bool,
}

/// The rows of a grid with the cells that reach into each from above, from left to right.
pub fn placed(grid: &Grid) -> Vec<Vec<Placed<'_>>> {
    let width = width(grid);
    // What still covers rows below, by the column it begins in.
    let mut above: Vec<Option<(usize, &GridCell)>> = vec![None; width];
    let mut rows = vec![];
    for row in grid {
        let mut fresh = row.iter();
        let mut places = vec![];
        let mut column = 0;
        while column < width {
            let covering = above[column].take();
            let Some(cell) = covering.map(|(_, cell)| cell).or_else(|| fresh.next()) else { break };
            let rows_left = covering.map_or(cell.span.0, |(left, _)| left);
            above[column] = (rows_left > 1).then_some((rows_left - 1, cell));
            places.push(Placed { cell, column, goes_on: covering.is_some() });
            column += cell.span.1;
        }
        rows.push(places);
    }
    rows
}

/// The columns of a grid.
pub fn width(grid: &Grid) -> usize {
    grid[0].iter().map(|cell| cell.span.1).sum()
}

/// A part of a report as a file has it.
pub enum Part {
    /// A paragraph: its level as a heading (0 the title, 1 一、, 2 （一）), and its words; a line break may be in a title.
    Paragraph(Option<u8>, String),
    /// A table.
    Table(Which, Grid),
}

/// The parts of a report, in the words of a style.
pub fn parts(draft: &Draft, style: &Style) -> Vec<Part> {
    let words = |text: &Text| {
        let words: String = text.iter().map(|piece| style.words(&piece.text)).collect();
        if style.broken_title { words } else { words.replace('\n', "") }
    };
    let part = |body: &Body| match body {
        Body::Title(text) => Part::Paragraph(Some(0), words(text)),
        Body::Heading(text) => Part::Paragraph(Some(1), words(text)),
        Body::Subheading(text) => Part::Paragraph(Some(2), words(text)),
        Body::Paragraph(text) => Part::Paragraph(None, words(text)),
        Body::Table(table) => Part::Table(table.which, grid::grid(draft, table, style)),
    };
    draft.blocks.iter().map(|(_, body)| part(body)).collect()
}

/// Text as XML has it.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
