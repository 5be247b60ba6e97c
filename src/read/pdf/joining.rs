//! Writes the document: paragraphs of lines, and tables, both as they go on over pages.
use super::layout::{Part, parts};
use super::lines::Line;
use super::page::Page;
use crate::read::builder::{Builder, GridCell, Piece};

/// Writes what stands on the pages.
pub fn write(pages: &[Page], builder: &mut Builder) {
    for (page, number) in pages.iter().zip(1u32..) {
        for part in parts(page, number) {
            match part {
                Part::Line(line) => {
                    let mut piece = Piece::default();
                    Line::write(&line, &mut piece, number);
                    builder.paragraph(&piece, None);
                }
                Part::Table(table) => {
                    let cells = table.grid.cells.iter().zip(table.texts).map(|(cell, text)| GridCell {
                        text,
                        row: cell.row,
                        column: cell.column,
                        row_span: cell.row_span,
                        column_span: cell.column_span,
                    });
                    builder.table(&cells.collect::<Vec<_>>());
                }
            }
        }
    }
}
