//! Writes the document: paragraphs and tables, both as they go on over pages.
use super::layout::{self, Part, parts};
use super::lines::Line;
use super::page::Page;
use super::paragraphs::{self, Setting};
use super::running::{drop_running, margins};
use super::tables;
use crate::read::builder::Builder;

/// The fewest lines of a page that tell its margins.
const ENOUGH: usize = 5;

/// What was begun and may go on.
enum Open {
    Nothing,
    Paragraph(paragraphs::Open),
    Table(tables::Open),
}

/// Writes what stands on the pages.
pub fn write(pages: &[Page], builder: &mut Builder) {
    let grids = layout::tables(pages).into_iter().zip(pages).zip(1u32..);
    let mut all: Vec<Vec<Part>> = grids.map(|((grids, page), number)| parts(page, grids, number)).collect();
    drop_running(pages, &mut all);
    let lines = |parts: &[Part]| -> usize { parts.iter().filter(|part| matches!(part, Part::Line(_))).count() };
    let usual = margins(all.iter().flatten().filter_map(line)).unwrap_or_default();
    let pitch = paragraphs::pitch(all.iter().map(|parts| parts.iter().filter_map(line).collect()));
    let mut open = Open::Nothing;
    for (parts, number) in all.into_iter().zip(1u32..) {
        let own = margins(parts.iter().filter_map(line)).filter(|_| lines(&parts) >= ENOUGH);
        // A page may have no full line.
        let full = |(left, right): (f32, f32)| {
            let wide = left + usual.1 - usual.0;
            (left, if wide < pages[number as usize - 1].width { right.max(wide) } else { right })
        };
        let setting = Setting { margins: own.map_or(usual, full), pitch };
        for (n, part) in parts.into_iter().enumerate() {
            open = match (open, part) {
                (Open::Paragraph(mut paragraph), Part::Line(line)) => match paragraph.add(line, number, setting) {
                    None => Open::Paragraph(paragraph),
                    Some(line) => {
                        builder.paragraph(&paragraph.piece, None);
                        Open::Paragraph(paragraphs::Open::new(line, number, setting))
                    }
                },
                (Open::Table(mut table), Part::Table(next)) if n == 0 => match table.add(next) {
                    None => Open::Table(table),
                    Some(next) => {
                        builder.table(&table.cells);
                        Open::Table(tables::Open::new(next))
                    }
                },
                (before, part) => {
                    before.close(builder);
                    match part {
                        Part::Line(line) => Open::Paragraph(paragraphs::Open::new(line, number, setting)),
                        Part::Table(table) => Open::Table(tables::Open::new(table)),
                    }
                }
            };
        }
    }
    open.close(builder);
}

impl Open {
    fn close(self, builder: &mut Builder) {
        match self {
            Self::Nothing => {}
            Self::Paragraph(paragraph) => builder.paragraph(&paragraph.piece, None),
            Self::Table(table) => builder.table(&table.cells),
        }
    }
}

fn line(part: &Part) -> Option<&Line> {
    match part {
        Part::Line(line) => Some(line),
        Part::Table(_) => None,
    }
}
