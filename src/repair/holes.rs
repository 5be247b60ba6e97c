//! Sums of which one side was left out on every line: one hole, however many sums it breaks.
use super::{Cause, Change, Equation, Grid};

impl Grid {
    /// Finds such holes and closes them, so that what else is wrong can be explained without them: totals that were left
    /// out are filled in, sums whose items were left out are emptied.
    pub(super) fn close_holes(&mut self) -> Vec<Cause> {
        let mut laws: Vec<usize> = self.equations.iter().map(|equation| equation.law).collect();
        laws.dedup();
        laws.into_iter().filter_map(|law| self.close_hole(law)).collect()
    }

    /// The hole of one law, if there is one. A single line proves nothing: any one of its numbers may be wrong.
    fn close_hole(&mut self, law: usize) -> Option<Cause> {
        let filled = |cells: &[usize]| cells.iter().any(|&cell| self.values[cell].is_some_and(|value| value != 0));
        let is_total = |equation: &Equation| equation.law == law && equation.left.len() == 1;
        let lines: Vec<(usize, bool, bool)> = (0..self.equations.len())
            .filter(|&n| is_total(&self.equations[n]))
            .map(|n| (n, filled(&self.equations[n].left), filled(&self.equations[n].right)))
            .filter(|(_, total, items)| *total || *items)
            .collect();
        let numbers: Vec<usize> = lines.iter().map(|(n, ..)| *n).collect();
        if lines.len() < 2 {
            None
        } else if lines.iter().all(|(_, total, _)| !total) {
            let change =
                |&n: &usize| Change { cell: self.equations[n].left[0], value: -self.residual(&self.equations[n]) };
            let changes: Vec<Change> = numbers.iter().map(change).filter(|change| change.value > 0).collect();
            if changes.len() < 2 {
                return None;
            }
            for change in &changes {
                self.values[change.cell] = Some(change.value);
                self.blank.remove(&change.cell);
            }
            Some(Cause::Untotalled(changes))
        } else if lines.iter().all(|(.., items)| !items) {
            for &n in &numbers {
                self.equations[n] = Equation { law, left: vec![], right: vec![] };
            }
            Some(Cause::Unitemised(numbers))
        } else {
            None
        }
    }
}
