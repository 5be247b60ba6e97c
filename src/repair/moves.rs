//! Explanations in which numbers only changed places.
use super::{Change, State};

impl State<'_> {
    /// Moves after which every equation holds: two cells of a row or of a column exchanged, or a row or a column whose
    /// numbers stand one place beside where they belong.
    pub(super) fn moves(&mut self) -> Vec<Vec<Change>> {
        let columns = self.grid.columns;
        let rows = self.values.len().checked_div(columns).unwrap_or(0);
        let lines = (0..rows).map(|row| (row * columns..(row + 1) * columns).collect::<Vec<_>>());
        let across = (0..columns).map(|column| (0..rows).map(|row| row * columns + column).collect::<Vec<_>>());
        let mut found = vec![];
        for line in lines.chain(across).collect::<Vec<_>>() {
            // A cell outside of all equations (a group's own row) is no place for a number.
            let cells: Vec<usize> = line.into_iter().filter(|&cell| self.values[cell].is_some()).collect();
            for (n, &a) in cells.iter().enumerate() {
                for &b in &cells[n + 1..] {
                    self.try_move(&[a, b], &[b, a], &mut found);
                }
            }
            let mut left = cells.clone();
            for _ in 0..2 {
                self.try_shift(&left, &mut found);
                left.reverse();
            }
        }
        found
    }

    /// Tries the numbers of `from` in the places of `to`.
    fn try_move(&mut self, to: &[usize], from: &[usize], found: &mut Vec<Vec<Change>>) {
        let values: Vec<i64> = from.iter().map(|&cell| self.values[cell].unwrap_or(0)).collect();
        self.try_values(to, &values, found);
    }

    /// Tries each number one place earlier, from the first zero on.
    fn try_shift(&mut self, cells: &[usize], found: &mut Vec<Vec<Change>>) {
        let zero = cells.iter().position(|&cell| self.values[cell] == Some(0));
        let Some(start) = zero else { return };
        let nonzero = |cell: &usize| self.values[*cell] != Some(0);
        let end = start + 1 + cells[start + 1..].iter().take_while(|cell| nonzero(cell)).count();
        if end - start > 2 {
            let mut values: Vec<i64> =
                cells[start + 1..end].iter().map(|&cell| self.values[cell].unwrap_or(0)).collect();
            values.push(0);
            self.try_values(&cells[start..end], &values, found);
        }
    }

    fn try_values(&mut self, cells: &[usize], values: &[i64], found: &mut Vec<Vec<Change>>) {
        let old: Vec<Option<i64>> = cells.iter().map(|&cell| self.values[cell]).collect();
        let changes: Vec<Change> = cells
            .iter()
            .zip(values)
            .filter(|(cell, value)| self.values[**cell] != Some(**value))
            .map(|(&cell, &value)| Change { cell, value })
            .collect();
        if changes.is_empty() {
            return;
        }
        self.apply_all(&changes);
        if self.residuals.iter().all(|residual| *residual == 0) {
            found.push(changes);
        }
        for (&cell, old) in cells.iter().zip(old) {
            self.set(cell, old.unwrap_or(0));
            self.values[cell] = old;
        }
    }
}
