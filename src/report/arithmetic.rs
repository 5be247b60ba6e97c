//! The relations of a table with the numbers of the report, and what explains those that do not hold.
use super::BoundTable;
use crate::{
    form::{Axis, Relation},
    repair::{Cause, CellId, Change, Equation, Grid},
};
use std::collections::BTreeMap;

/// The sums of one table.
#[derive(Debug)]
pub struct Arithmetic {
    /// The index of the table in the report.
    pub table: usize,
    /// Its numbers and equations. [`Equation::law`] is an index into [`TableForm::relations`](crate::form::TableForm).
    pub grid: Grid,
    /// What explains the equations that do not hold.
    pub causes: Vec<Cause>,
}

impl Arithmetic {
    /// Tries all relations of a table. `vouched` holds numbers that the text tells of cells, by row and column.
    pub(super) fn new(number: usize, table: &BoundTable, vouched: &[((usize, usize), i64)]) -> Self {
        let columns = table.form.blocks.iter().map(|block| block.columns.len()).max().unwrap_or(0);
        let mut values = vec![None; table.rows.len() * columns];
        for (row, column, _) in table.cells() {
            values[row * columns + column] = table.number(row, column);
        }
        let laws = table.form.relations.iter().enumerate();
        let equations = laws.flat_map(|(law, relation)| equations(law, relation, table.rows.len(), columns));
        let known = |equation: &Equation| equation.cells().all(|cell| values[cell].is_some());
        let equations = equations.filter(known).collect();
        let vouched = vouched.iter().map(|&((row, column), value)| (row * columns + column, value)).collect::<BTreeMap<_, _>>();
        let grid = Grid { columns, values, equations, vouched };
        let causes = grid.causes();
        Self { table: number, grid, causes }
    }

    /// The row and column of a cell.
    pub fn place(&self, cell: CellId) -> (usize, usize) {
        (cell / self.grid.columns, cell % self.grid.columns)
    }

    /// The values that the causes would put right, by row and column.
    pub fn changes(&self) -> impl Iterator<Item = ((usize, usize), i64)> {
        let changes = self.causes.iter().flat_map(|cause| match cause {
            Cause::Wrong(changes) => &changes[..],
            Cause::Unclear { .. } => &[],
        });
        changes.map(|Change { cell, value }| (self.place(*cell), *value))
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
        Equation { law, left: relation.left.iter().map(cell).collect(), right: relation.right.iter().map(cell).collect() }
    })
}
