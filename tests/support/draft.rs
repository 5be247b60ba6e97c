//! A report as its author wrote it: paragraphs that know which words are told facts, and tables of cells.
use super::{Cell, Edition, Model, Which};

/// A number of the tables that the text tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fact {
    /// 新收
    New,
    /// 上年结转
    CarriedIn,
    /// 新收 + 上年结转
    All,
    /// 办结, 答复
    Answered,
    /// 结转下年度
    CarriedOut,
    /// Of the new ones, by natural persons.
    Natural,
    /// Of the new ones, by all others.
    Legal,
    /// （一）予以公开 to （六）其他处理, from 0
    Kind(usize),
    /// 行政复议
    Review,
    /// 行政诉讼, both kinds
    Litigation,
    /// 未经复议直接起诉
    Direct,
    /// 复议后起诉
    After,
    /// An outcome of 行政复议, in the order of the form, from 0.
    Outcome(usize),
    /// 行政规范性文件: made, repealed, in force.
    Document(usize),
    /// 行政许可, 行政处罚, 行政强制
    Decision(usize),
    /// 信息处理费 taken, in yuan.
    Fee,
    /// Applications closed because the fee was not paid.
    Unpaid,
    /// An item or the total of a list that adds up, of which no table speaks.
    Listed,
}

/// A piece of a paragraph.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    /// The words, or the number as written.
    pub text: String,
    /// The fact that the number tells.
    pub fact: Option<Fact>,
}

/// A paragraph.
pub type Text = Vec<Piece>;

/// A table as filled in.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Which.
    pub which: Which,
    /// The cells as written, by the rows of the form.
    pub cells: Vec<Vec<String>>,
    /// Rows that were left out.
    pub gone: Vec<usize>,
    /// Rows with another label than the form's.
    pub relabelled: Vec<(usize, String)>,
    /// Columns with another label than the form's: counted over all parts of table two, or of table three.
    pub renamed: Vec<(usize, String)>,
    /// What stands above the row labels of table three, where that is not the form's relation.
    pub note: Option<String>,
    /// The edition of the table, where that is not the report's.
    pub edition: Option<Edition>,
    /// Rows that the form does not have: the row that each stands behind, its label, its cells.
    pub added: Vec<(usize, String, Vec<String>)>,
}

impl Table {
    /// A table with the rows and columns of the form.
    pub fn new(which: Which, cells: Vec<Vec<String>>) -> Self {
        Self {
            which,
            cells,
            gone: vec![],
            relabelled: vec![],
            renamed: vec![],
            note: None,
            edition: None,
            added: vec![],
        }
    }

    /// The label of a row that is `own` in the form.
    pub fn label<'a>(&'a self, row: usize, own: &'a str) -> &'a str {
        self.relabelled.iter().find(|(at, _)| *at == row).map_or(own, |(_, label)| label)
    }

    /// The label of a column that is `own` in the form.
    pub fn header<'a>(&'a self, column: usize, own: &'a str) -> &'a str {
        self.renamed.iter().find(|(at, _)| *at == column).map_or(own, |(_, label)| label)
    }
}

/// A part of the report.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// The title; a line break in it is where it may be broken.
    Title(Text),
    /// 一、总体情况
    Heading(Text),
    /// （一）主动公开, on a line of its own.
    Subheading(Text),
    /// Running text.
    Paragraph(Text),
    /// An official table.
    Table(Table),
}

/// A report.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The facts it was written from: what is right.
    pub model: Model,
    /// Section (0 before the first heading) and part, in order.
    pub blocks: Vec<(usize, Body)>,
}

impl Draft {
    /// The edition of its tables.
    pub fn edition(&self) -> Edition {
        self.model.edition
    }

    /// A table.
    pub fn table(&self, which: Which) -> &Table {
        let found = self.blocks.iter().find_map(|(_, body)| match body {
            Body::Table(table) if table.which == which => Some(table),
            _ => None,
        });
        found.expect("every draft is written with three tables")
    }

    /// The title in one line; empty where it is missing.
    pub fn title(&self) -> String {
        let title = self.blocks.iter().find_map(|(_, body)| match body {
            Body::Title(text) => Some(text),
            _ => None,
        });
        title.into_iter().flatten().map(|piece| piece.text.replace('\n', "")).collect()
    }

    /// What a cell holds.
    pub fn cell_mut(&mut self, cell: Cell) -> &mut String {
        &mut self.table_mut(cell.table).cells[cell.row][cell.column]
    }

    /// A table.
    pub fn table_mut(&mut self, which: Which) -> &mut Table {
        let found = self.blocks.iter_mut().find_map(|(_, body)| match body {
            Body::Table(table) if table.which == which => Some(table),
            _ => None,
        });
        found.expect("every draft is written with three tables")
    }

    /// All pieces of running text that tell a fact.
    pub fn told_mut(&mut self) -> Vec<&mut Piece> {
        let texts = self.blocks.iter_mut().filter_map(|(_, body)| match body {
            Body::Paragraph(text) => Some(text),
            _ => None,
        });
        texts.flatten().filter(|piece| piece.fact.is_some()).collect()
    }

    /// The running text, one paragraph a line, for people who look at a failure.
    pub fn text(&self) -> String {
        let texts = self.blocks.iter().filter_map(|(_, body)| match body {
            Body::Title(text) | Body::Heading(text) | Body::Subheading(text) | Body::Paragraph(text) => Some(text),
            Body::Table(_) => None,
        });
        let lines = texts.map(|text| text.iter().map(|piece| piece.text.as_str()).collect::<String>());
        lines.map(|line| line.replace('\n', "")).collect::<Vec<_>>().join("\n")
    }
}
