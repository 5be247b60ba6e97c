//! Plain text: paragraphs a line each, tables with bars, tabs or one cell a line.
use super::{
    Covered, Layout, Merged, Rendered, Style,
    grid::{self, Grid, GridCell, Role},
    paragraph,
};
use crate::support::{Draft, draft::Body};

/// A field of a line: a cell, or the empty place that a merged one covers.
type Field<'a> = Option<&'a GridCell>;

/// Writes the draft.
pub fn render(draft: &Draft, style: &Style, out: &mut Rendered) {
    for (_, body) in &draft.blocks {
        match body {
            Body::Table(table) => rows(&grid::grid(draft, table, style), style, out),
            _ => line(body, style, out),
        }
        if style.airy || style.layout == Layout::Markdown {
            out.push("\n");
        }
    }
}

fn line(body: &Body, style: &Style, out: &mut Rendered) {
    let title = matches!(body, Body::Title(_));
    if style.layout == Layout::Markdown && style.variant > 1 {
        out.push(match body {
            Body::Title(_) => "# ",
            Body::Heading(_) => "## ",
            Body::Subheading(_) => "### ",
            _ => "",
        });
    } else if style.indented && !title {
        out.push("　　");
    }
    for piece in paragraph(body).into_iter().flatten() {
        let words = style.words(&piece.text);
        match piece.fact {
            Some(fact) => out.fact(fact, &words),
            None if title && !style.broken_title => out.push(&words.replace('\n', "")),
            None => out.push(&words),
        }
    }
    out.push("\n");
}

fn rows(grid: &Grid, style: &Style, out: &mut Rendered) {
    let width = grid[0].iter().map(|cell| cell.span.1).sum();
    for (number, (fields, whole)) in fields(grid, width, style).into_iter().enumerate() {
        match style.layout {
            Layout::Lines => {
                for field in fields {
                    write(field, out);
                    out.push("\n");
                }
            }
            Layout::Tabs => delimited(&fields, "\t", out),
            Layout::Markdown => {
                out.push("| ");
                delimited_in_bars(&fields, out);
                if number == 0 {
                    out.push(&format!("|{}\n", " --- |".repeat(width)));
                }
            }
            _ if style.variant == 3 => {
                out.push("| ");
                delimited_in_bars(&fields, out);
            }
            _ => padded_with_bars(&fields, if whole { width } else { 0 }, style, out),
        }
    }
}

/// The fields of each row, and whether it has all its cells: what is told of merged cells depends on the style.
fn fields<'a>(grid: &'a Grid, width: usize, style: &Style) -> Vec<(Vec<Field<'a>>, bool)> {
    // The cells that still cover rows below, by the column they begin in.
    let mut above: Vec<Option<(usize, &GridCell)>> = vec![None; width];
    let mut lines = vec![];
    for row in grid {
        let mut cells = row.iter();
        let mut fields: Vec<Field> = vec![];
        let mut column = 0;
        while column < width {
            let covering = above[column].take();
            let Some(cell) = covering.map(|(_, cell)| cell).or_else(|| cells.next()) else { break };
            let rows_left = covering.map_or(cell.span.0, |(left, _)| left);
            above[column] = (rows_left > 1).then_some((rows_left - 1, cell));
            let shown = match cell.role {
                Role::Vertical => shown(style.vertical, covering.is_none()),
                Role::Group => shown(style.group, covering.is_none()),
                _ => covering.is_none(),
            };
            if shown {
                fields.push(Some(cell));
            }
            if style.covered == Covered::Empty {
                fields.extend(vec![None; cell.span.1 - usize::from(shown)]);
            }
            column += cell.span.1;
        }
        // A row that lacks cells ends where its author ended it.
        let whole = column >= width;
        if whole && style.covered == Covered::Padded && (style.layout != Layout::Pipes || style.variant == 3) {
            fields.resize(width, None);
        }
        lines.push((fields, whole));
    }
    lines
}

fn shown(merged: Merged, first: bool) -> bool {
    match merged {
        Merged::Once => first,
        Merged::Repeated => true,
        Merged::Lost => false,
    }
}

fn write(field: Field, out: &mut Rendered) {
    match field {
        Some(GridCell { text, role: Role::Value(cell), .. }) => out.value(*cell, text),
        Some(cell) => out.push(&cell.text),
        None => {}
    }
}

fn delimited(fields: &[Field], mark: &str, out: &mut Rendered) {
    for (number, field) in fields.iter().enumerate() {
        out.push(if number > 0 { mark } else { "" });
        write(*field, out);
    }
    out.push("\n");
}

fn delimited_in_bars(fields: &[Field], out: &mut Rendered) {
    for field in fields {
        write(*field, out);
        out.push(" | ");
    }
    out.source.pop();
    out.push("\n");
}

/// `a | b | ||`: the empty cells at the end run together.
fn padded_with_bars(fields: &[Field], width: usize, style: &Style, out: &mut Rendered) {
    for (number, field) in fields.iter().enumerate() {
        out.push(if number > 0 { " | " } else { "" });
        write(*field, out);
    }
    if style.covered == Covered::Padded && fields.len() < width {
        out.push(&format!(" | {}", "|".repeat(width - fields.len())));
    }
    out.push("\n");
}
