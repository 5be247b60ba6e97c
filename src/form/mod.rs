//! The editions of the official form, as data.
//!
//! An edition is a Markdown file beside this one that reads like the form itself: headings are sections, pipe tables
//! are tables, the list below a table holds what must hold between its numbers. See docs/CONTRIBUTING.md for the
//! notation.
mod parse;
mod relation;

use crate::text::label::Label;
use std::sync::LazyLock;

pub use relation::{Axis, Relation};

/// One edition of the form.
#[derive(Debug, Default)]
pub struct Form {
    /// The year of the edition, which is its name: `2021`.
    pub name: String,
    /// The full title of the format.
    pub title: String,
    /// The document that issued it.
    pub basis: String,
    /// The first report year it applies to.
    pub from: u16,
    /// The last report year it applies to; none while it is in force.
    pub to: Option<u16>,
    /// The six sections, in order.
    pub sections: Vec<Section>,
}

/// A section of the form.
#[derive(Debug, Default)]
pub struct Section {
    /// Its numeral: `三`.
    pub number: String,
    /// Its heading without the numeral.
    pub heading: String,
    /// Harmless variants of the heading.
    pub variants: Vec<String>,
    /// Its table, if it has one.
    pub table: Option<TableForm>,
}

/// A table of the form.
#[derive(Debug, Default)]
pub struct TableForm {
    /// Groups of rows with a header of their own, in order.
    pub blocks: Vec<TableBlock>,
    /// The rows of all blocks, in order.
    pub rows: Vec<Row>,
    /// What must hold between its numbers.
    pub relations: Vec<Relation>,
    /// What must hold between its numbers and last year's: the row of this year, and the row of last year.
    pub carried: Option<(usize, usize)>,
}

/// A group of rows under one header.
#[derive(Debug, Default)]
pub struct TableBlock {
    /// A line above the header: `第二十条第（一）项`, or the words above the columns of numbers.
    pub caption: String,
    /// Whether the caption stands above the columns of numbers only, beside the corner.
    pub caption_beside_corner: bool,
    /// The header of the label column.
    pub corner: String,
    /// The columns of numbers.
    pub columns: Vec<Column>,
    /// What may stand above its rows: the labels of its columns, and of all rows, captions and corners of the table.
    pub known: Vec<Label>,
}

/// A column of numbers.
#[derive(Debug, Default)]
pub struct Column {
    /// Its labels from the top down.
    pub path: Vec<String>,
    /// The same, as they are compared.
    pub labels: Vec<Label>,
    /// Whether a number may have decimals; otherwise it is a whole number.
    pub decimal: bool,
    /// Whether a number may be negative.
    pub signed: bool,
    /// Whether a cell may hold the unit of its number.
    pub unit: bool,
}

/// A row of numbers.
#[derive(Debug, Default)]
pub struct Row {
    /// Its labels from the left; empty where the row has no label.
    pub path: Vec<String>,
    /// The same, as they are compared.
    pub labels: Vec<Label>,
    /// The block it belongs to, an index of [`TableForm::blocks`].
    pub block: usize,
}

/// A line of the form that has nothing the user reads but its labels.
pub trait Labelled {
    /// The labels from the outermost to the own one.
    fn path(&self) -> &[String];

    /// The own label.
    fn label(&self) -> &str {
        self.path().last().map_or("", |label| label)
    }

    /// The labels joined with `/`, as the JSON of the command line has them.
    fn joined(&self) -> String {
        self.path().join("/")
    }
}

impl Labelled for Column {
    fn path(&self) -> &[String] {
        &self.path
    }
}

impl Labelled for Row {
    fn path(&self) -> &[String] {
        &self.path
    }
}

impl Form {
    /// All editions, the oldest first.
    pub fn all() -> &'static [Form] {
        static ALL: LazyLock<Vec<Form>> = LazyLock::new(|| {
            let sources = [include_str!("2019.md"), include_str!("2021.md")];
            sources.into_iter().filter_map(|source| Form::parse(source).ok()).collect()
        });
        &ALL
    }

    /// The newest edition.
    pub fn latest() -> &'static Form {
        let all = Self::all();
        &all[all.len() - 1]
    }

    /// The edition that applies to the reports of a year, if gouji has it.
    pub fn for_year(year: u16) -> Option<&'static Form> {
        Self::all().iter().find(|form| form.from <= year && form.to.is_none_or(|to| year <= to))
    }

    /// The section with this numeral.
    pub fn section(&self, number: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.number == number)
    }

    /// The sections that have a table, with it.
    pub fn tables(&self) -> impl Iterator<Item = (&Section, &TableForm)> {
        self.sections.iter().filter_map(|section| Some((section, section.table.as_ref()?)))
    }
}

impl TableForm {
    /// The columns of a row.
    pub fn columns(&self, row: usize) -> &[Column] {
        &self.blocks[self.rows[row].block].columns
    }

    /// The rows of a block, as a range of [`TableForm::rows`].
    pub fn rows_of(&self, block: usize) -> std::ops::Range<usize> {
        let start = self.rows.partition_point(|row| row.block < block);
        start..self.rows.partition_point(|row| row.block <= block)
    }

    /// How many numbers the table holds.
    pub fn numbers(&self) -> usize {
        (0..self.rows.len()).map(|row| self.columns(row).len()).sum()
    }
}
