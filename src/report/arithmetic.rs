//! The relations of a table with the numbers of the report, and what explains those that do not hold.
use super::BoundTable;
use crate::{
    form::{Axis, Labelled, Relation},
    repair::{Cause, CellId, Change, Equation, Grid},
    text::{Span, cell::Writing},
};
use std::collections::BTreeMap;

/// The sums of one table.
#[derive(Debug)]
pub struct Arithmetic {
    /// Its numbers and equations. [`Equation::law`] is an index into [`TableForm::relations`](crate::form::TableForm).
    pub grid: Grid,
    /// What explains the equations that do not hold.
    pub causes: Vec<Cause>,
}

impl Arithmetic {
    /// Tries all relations of a table. `vouched` holds numbers that the text tells of cells, by row and column.
    pub(super) fn new(table: &BoundTable, vouched: &[((usize, usize), i64)]) -> Self {
        let columns = table.form.blocks.iter().map(|block| block.columns.len()).max().unwrap_or(0);
        let mut values = vec![None; table.rows.len() * columns];
        for (row, column, _) in table.cells() {
            values[row * columns + column] = table.number(row, column);
        }
        let laws = table.form.relations.iter().enumerate();
        let equations = laws.flat_map(|(law, relation)| equations(law, relation, table.rows.len(), columns));
        let known = |equation: &Equation| equation.cells().all(|cell| values[cell].is_some());
        let equations = equations.filter(known).collect();
        let vouched =
            vouched.iter().map(|&((row, column), value)| (row * columns + column, value)).collect::<BTreeMap<_, _>>();
        let blank = table.cells().filter(|(.., cell)| matches!(cell.value.writing, Writing::Blank | Writing::Nothing));
        let blank = blank.map(|(row, column, _)| row * columns + column).collect();
        let grid = Grid { columns, values, equations, vouched, blank };
        let causes = grid.causes();
        Self { grid, causes }
    }

    /// The row and column of a cell.
    pub fn place(&self, cell: CellId) -> (usize, usize) {
        (cell / self.grid.columns, cell % self.grid.columns)
    }

    /// Whether a cell stands in an equation that does not hold for reasons unknown.
    pub fn is_unclear(&self, row: usize, column: usize) -> bool {
        let cell = row * self.grid.columns + column;
        self.causes.iter().any(|cause| match cause {
            Cause::Unclear { equations, .. } => {
                equations.iter().any(|&n| self.grid.equations[n].cells().any(|other| other == cell))
            }
            Cause::Wrong(_) | Cause::Untotalled(_) | Cause::Unitemised(_) => false,
        })
    }

    /// The values that the causes would put right, by row and column.
    pub fn changes(&self) -> impl Iterator<Item = ((usize, usize), i64)> {
        let changes = self.causes.iter().flat_map(|cause| match cause {
            Cause::Wrong(changes) | Cause::Untotalled(changes) => &changes[..],
            Cause::Unclear { .. } | Cause::Unitemised(_) => &[],
        });
        changes.map(|Change { cell, value }| (self.place(*cell), *value))
    }

    /// Whether a cause says what is wrong with a cell: that it holds another number than it should, or that it is one of
    /// the items that were left out.
    pub fn explains(&self, row: usize, column: usize) -> bool {
        let left_out = |cause: &Cause| match cause {
            Cause::Unitemised(equations) => {
                let cell = row * self.grid.columns + column;
                equations.iter().any(|&n| self.grid.equations[n].right.contains(&cell))
            }
            _ => false,
        };
        self.changes().any(|(place, _)| place == (row, column)) || self.causes.iter().any(left_out)
    }
}

/// A relation on each of its lines.
fn equations(law: usize, relation: &Relation, rows: usize, columns: usize) -> impl Iterator<Item = Equation> {
    let lines = match relation.axis {
        Axis::Row => 0..rows,
        Axis::Column => 0..columns,
    };
    lines.map(move |line| {
        let cell = |&n: &usize| match relation.axis {
            Axis::Row => line * columns + n,
            Axis::Column => n * columns + line,
        };
        Equation {
            law,
            left: relation.left.iter().map(cell).collect(),
            right: relation.right.iter().map(cell).collect(),
        }
    })
}

/// What people are told about broken equations.
impl Arithmetic {
    /// The equations that do not hold on a cell's account, with their numbers: “总计 8，各项之和 7”.
    pub fn proof(&self, table: &BoundTable, cell: CellId) -> String {
        let broken = self.broken_with(cell).map(|equation| self.numbers(table, equation));
        broken.collect::<Vec<_>>().join("；")
    }

    /// The two sides of an equation with their sums, in the words of the form.
    pub fn numbers(&self, table: &BoundTable, equation: &Equation) -> String {
        let relation = &table.form.relations[equation.law];
        let (left, right) = self.sides(equation);
        let line = match relation.axis {
            Axis::Row if table.rows.len() > 1 => "本行",
            Axis::Row => "",
            Axis::Column => "本列",
        };
        format!("{line}{}为 {left}，{}为 {right}", side_name(table, relation, true), side_name(table, relation, false))
    }

    /// The sums of both sides of an equation, as the report has them.
    pub fn sides(&self, equation: &Equation) -> (i64, i64) {
        let sum =
            |cells: &[CellId]| cells.iter().filter_map(|&cell| self.grid.values[cell]).fold(0i64, i64::saturating_add);
        (sum(&equation.left), sum(&equation.right))
    }

    /// The other cells of the equations that a cell breaks, with what they have to do with it.
    pub fn involved(&self, table: &BoundTable, cell: CellId) -> Vec<(Span, String)> {
        let equations: Vec<&Equation> = self.broken_with(cell).collect();
        let mut places = vec![];
        for equation in equations {
            for other in equation.cells().filter(|&other| other != cell) {
                let (row, column) = self.place(other);
                if let Some(bound) = table.cell(row, column) {
                    let note = if equation.left.contains(&other) { "等式左边" } else { "等式右边" };
                    places.push((bound.span, note.to_owned()));
                }
            }
        }
        places
    }

    fn broken_with(&self, cell: CellId) -> impl Iterator<Item = &Equation> {
        self.grid.equations.iter().filter(move |equation| {
            let (left, right) = self.sides(equation);
            left != right && equation.cells().any(|other| other == cell)
        })
    }
}

/// A side of a relation in words: its labels, or `各项之和` where they would be too many.
fn side_name(table: &BoundTable, relation: &Relation, left: bool) -> String {
    let lines = if left { &relation.left } else { &relation.right };
    let label = |&n: &usize| match relation.axis {
        Axis::Row => format!("“{}”", table.form.columns(0)[n].label()),
        Axis::Column => format!("“{}”", table.form.rows[n].label()),
    };
    match lines.len() {
        1 => label(&lines[0]),
        2 => format!("{}与{}之和", label(&lines[0]), label(&lines[1])),
        _ => "各项之和".to_owned(),
    }
}
