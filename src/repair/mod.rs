//! Which cells of a table are wrong, and what they should be.
//!
//! A table is redundant: a number stands in a row sum, a column sum and often in one more equation. One wrong cell
//! breaks a set of equations that no other single cell breaks, so it can be named with its right value, as a code that
//! corrects errors does. With more faults the smallest explanation is looked for; among equally small ones, the one
//! that explains itself (two numbers changed places, a digit was lost).
mod holes;
mod moves;
mod slip;

use std::collections::{BTreeMap, BTreeSet};

pub use slip::{Slip, slip};

/// A cell, as an index into the values.
pub type CellId = usize;

/// Numbers, and the sums that must hold between them.
#[derive(Clone, Debug, Default)]
pub struct Grid {
    /// The number of columns; a cell is `row * columns + column`.
    pub columns: usize,
    /// The numbers; none for a cell that is missing or holds no number.
    pub values: Vec<Option<i64>>,
    /// What must hold. Equations with a cell that has no number are left out.
    pub equations: Vec<Equation>,
    /// Values that something else vouches for: a cell told in the text.
    pub vouched: BTreeMap<CellId, i64>,
    /// Cells that were left blank and count as zero: the first to be suspected.
    pub blank: BTreeSet<CellId>,
}

/// The sum of the left cells is the sum of the right ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Equation {
    /// Where it comes from; the caller's business.
    pub law: usize,
    /// The cells of the left side.
    pub left: Vec<CellId>,
    /// The cells of the right side.
    pub right: Vec<CellId>,
}

impl Equation {
    /// All cells, those of the left side first.
    pub fn cells(&self) -> impl Iterator<Item = CellId> {
        self.left.iter().chain(&self.right).copied()
    }

    fn has(&self, cell: CellId) -> bool {
        self.left.contains(&cell) || self.right.contains(&cell)
    }
}

/// One cause of broken equations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// These cells are wrong, and nothing as small explains it as well; the right values with them.
    /// More than one where numbers changed places or a row was shifted.
    Wrong(Vec<Change>),
    /// Equations do not hold, and several explanations are equally good, or none is small.
    Unclear {
        /// The broken equations, by index.
        equations: Vec<usize>,
        /// Single cells that would explain the first of them, with their values; perhaps none.
        candidates: Vec<Change>,
    },
    /// The totals of all lines were left out while their items are there; the totals that follow.
    Untotalled(Vec<Change>),
    /// The items of all lines were left out while their totals are there; the equations, by index.
    Unitemised(Vec<usize>),
}

/// A cell and what it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// The cell.
    pub cell: CellId,
    /// Its right value.
    pub value: i64,
}

/// The deepest search: this many independent changes at once. More are found one by one where each stands out.
const MAX_CHANGES: usize = 3;
/// The most nodes that a search may visit.
const MAX_NODES: usize = 20_000;

impl Grid {
    /// Explains all broken equations. Empty where all hold.
    pub fn causes(&self) -> Vec<Cause> {
        let mut causes = vec![];
        if self.broken().next().is_none() {
            return causes;
        }
        let mut grid = self.clone();
        causes.extend(grid.close_holes());
        // What was left blank is known as soon as it is the only blank of a sum.
        causes.extend(grid.fill().into_iter().map(|change| Cause::Wrong(vec![change])));
        for component in grid.components() {
            grid.explain(&mut State::new(&grid, &component), &mut causes);
        }
        causes
    }

    /// Fills the blanks that the sums tell, if fewer sums are broken then; with what.
    fn fill(&mut self) -> Vec<Change> {
        let mut changes = vec![];
        let (blank, values, broken) = (self.blank.clone(), self.values.clone(), self.broken().count());
        loop {
            let blank = |cell: &CellId| self.blank.contains(cell);
            let known = self.equations.iter().find_map(|equation| {
                let mut blanks = equation.cells().filter(blank);
                let (cell, None) = (blanks.next()?, blanks.next()) else { return None };
                let residual = self.residual(equation);
                Some(Change { cell, value: if equation.left.contains(&cell) { -residual } else { residual } })
            });
            let Some(change) = known else { break };
            self.blank.remove(&change.cell);
            if change.value > 0 {
                self.values[change.cell] = Some(change.value);
                changes.push(change);
            }
        }
        if self.broken().count() >= broken {
            (self.blank, self.values) = (blank, values);
            changes.clear();
        }
        changes
    }

    /// The equations that do not hold, by index.
    fn broken(&self) -> impl Iterator<Item = usize> {
        (0..self.equations.len()).filter(|&n| self.residual(&self.equations[n]) != 0)
    }

    /// The broken equations in groups: those of one group are linked by cells that they or other equations share, so
    /// that a group has causes of its own.
    fn components(&self) -> Vec<Vec<usize>> {
        // Of each equation a later one of its group; of the last one itself, by which the group is known.
        let mut later: Vec<usize> = (0..self.equations.len()).collect();
        let last = |later: &[usize], mut n: usize| {
            while later[n] != n {
                n = later[n];
            }
            n
        };
        let mut users = vec![None; self.values.len()];
        for (n, equation) in self.equations.iter().enumerate() {
            for cell in equation.cells() {
                if let Some(before) = users[cell].replace(n) {
                    let group = last(&later, before);
                    later[group] = n;
                }
            }
        }
        let mut broken: Vec<(usize, usize)> = self.broken().map(|n| (last(&later, n), n)).collect();
        broken.sort_unstable();
        let of = |group: &[(usize, usize)]| group.iter().map(|(_, n)| *n).collect();
        broken.chunk_by(|one, next| one.0 == next.0).map(of).collect()
    }

    /// Left minus right.
    fn residual(&self, equation: &Equation) -> i64 {
        let sum = |cells: &[CellId]| cells.iter().filter_map(|&cell| self.values[cell]).fold(0i64, i64::saturating_add);
        sum(&equation.left).saturating_sub(sum(&equation.right))
    }

    fn explain(&self, state: &mut State, causes: &mut Vec<Cause>) {
        while !state.broken().is_empty() {
            let solutions = state.solve();
            if let Some(best) = self.best(&solutions) {
                state.apply_all(best);
                if best.len() > 1 && self.is_move(best) {
                    causes.push(Cause::Wrong(best.clone()));
                } else {
                    causes.extend(best.iter().map(|change| Cause::Wrong(vec![*change])));
                }
            } else if let Some(change) = state.outstanding().filter(|_| solutions.is_empty()) {
                state.apply_all(&[change]);
                causes.push(Cause::Wrong(vec![change]));
            } else {
                causes.push(state.unclear());
                return;
            }
        }
    }

    /// Whether the changes only move numbers about.
    fn is_move(&self, changes: &[Change]) -> bool {
        let mut new: Vec<i64> = changes.iter().map(|change| change.value).collect();
        let mut old: Vec<i64> = changes.iter().filter_map(|change| self.values[change.cell]).collect();
        new.sort_unstable();
        old.sort_unstable();
        new == old
    }

    /// The one solution that is better than all others.
    fn best<'s>(&self, solutions: &'s [Vec<Change>]) -> Option<&'s Vec<Change>> {
        let mut ranked: Vec<_> = solutions.iter().map(|changes| (self.cost(changes), changes)).collect();
        ranked.sort();
        match &ranked[..] {
            [(_, only)] => Some(only),
            [(first, best), (second, _), ..] if first < second => Some(best),
            _ => None,
        }
    }

    /// How odd a set of changes is.
    fn cost(&self, changes: &[Change]) -> u32 {
        if changes.len() > 1 && self.is_move(changes) {
            return 4;
        }
        let one = |change: &Change| match self.vouched.get(&change.cell) {
            Some(vouched) if *vouched == change.value => 0,
            Some(_) => 20,
            None if self.blank.contains(&change.cell) => 1,
            // In a lone equation every cell can be at fault; a likely slip proves nothing there.
            None if self.equations.iter().filter(|equation| equation.has(change.cell)).count() < 2 => 5,
            None => match self.values[change.cell].and_then(|old| slip(old, change.value)) {
                Some(_) => 3,
                None => 5,
            },
        };
        changes.iter().map(one).sum()
    }
}

/// The numbers while they are being mended.
struct State<'g> {
    grid: &'g Grid,
    values: Vec<Option<i64>>,
    /// Left minus right of each equation.
    residuals: Vec<i64>,
    /// The equations of each cell, with the sign it has in them.
    uses: Vec<Vec<(usize, i64)>>,
    nodes: usize,
}

impl<'g> State<'g> {
    /// The numbers of a grid, with those broken equations only that belong to one component.
    fn new(grid: &'g Grid, component: &[usize]) -> Self {
        let mut uses = vec![vec![]; grid.values.len()];
        let mut residuals = vec![];
        for (n, equation) in grid.equations.iter().enumerate() {
            for (cells, sign) in [(&equation.left, 1), (&equation.right, -1)] {
                cells.iter().for_each(|&cell| uses[cell].push((n, sign)));
            }
            residuals.push(if component.contains(&n) { grid.residual(equation) } else { 0 });
        }
        Self { grid, values: grid.values.clone(), residuals, uses, nodes: 0 }
    }

    fn broken(&self) -> Vec<usize> {
        (0..self.residuals.len()).filter(|&n| self.residuals[n] != 0).collect()
    }

    fn set(&mut self, cell: CellId, value: i64) {
        let delta = value - self.values[cell].unwrap_or(0);
        for &(equation, sign) in &self.uses[cell] {
            self.residuals[equation] += sign * delta;
        }
        self.values[cell] = Some(value);
    }

    fn apply_all(&mut self, changes: &[Change]) {
        for change in changes {
            self.set(change.cell, change.value);
        }
    }

    /// All smallest sets of changes after which every equation holds: one cell; else numbers that changed places; else
    /// two or three cells.
    fn solve(&mut self) -> Vec<Vec<Change>> {
        let mut found = vec![];
        for depth in 1..=MAX_CHANGES {
            self.nodes = 0;
            self.search(depth, &mut vec![], &mut found);
            if depth == 1 && found.is_empty() {
                found.extend(self.moves());
            }
            if !found.is_empty() {
                break;
            }
        }
        found.iter_mut().for_each(|changes| changes.sort());
        found.sort();
        found.dedup();
        found
    }

    fn search(&mut self, depth: usize, changes: &mut Vec<Change>, found: &mut Vec<Vec<Change>>) {
        let broken = self.broken();
        let Some(&equation) = broken.iter().min_by_key(|&&n| self.size(n)) else {
            found.push(changes.clone());
            return;
        };
        self.nodes += 1;
        // A cell stands in three equations at most.
        if broken.len() > depth * 3 || self.nodes > MAX_NODES {
            return;
        }
        for (cell, value) in self.ways(equation) {
            if changes.iter().any(|change| change.cell == cell) {
                continue;
            }
            let old = self.values[cell];
            self.set(cell, value);
            changes.push(Change { cell, value });
            self.search(depth - 1, changes, found);
            changes.pop();
            self.set(cell, old.unwrap_or(0));
            self.values[cell] = old;
        }
    }

    fn size(&self, equation: usize) -> usize {
        let equation = &self.grid.equations[equation];
        equation.left.len() + equation.right.len()
    }

    /// The single changes that make an equation hold.
    fn ways(&self, equation: usize) -> Vec<(CellId, i64)> {
        let residual = self.residuals[equation];
        let sides = &self.grid.equations[equation];
        let left = sides.left.iter().map(|&cell| (cell, -residual));
        let right = sides.right.iter().map(|&cell| (cell, residual));
        let changed =
            left.chain(right).map(|(cell, delta)| (cell, self.values[cell].unwrap_or(0).saturating_add(delta)));
        changed.filter(|(_, value)| *value >= 0).collect()
    }

    /// A cell all of whose equations, two at least, one change would mend, while no other such cell shares one of them.
    fn outstanding(&self) -> Option<Change> {
        let mends = |cell: CellId| {
            let (first, sign) = *self.uses[cell].first()?;
            let delta = -self.residuals[first] * sign;
            let all = self.uses[cell].iter().all(|&(n, sign)| self.residuals[n] == -delta * sign);
            let value = self.values[cell].unwrap_or(0).checked_add(delta).filter(|value| *value >= 0)?;
            (delta != 0 && all && self.uses[cell].len() > 1).then_some(Change { cell, value })
        };
        let found: Vec<Change> = (0..self.values.len()).filter_map(mends).collect();
        let shares = |a: CellId, b: CellId| self.uses[a].iter().any(|(n, _)| self.uses[b].iter().any(|(m, _)| n == m));
        let alone =
            |change: &&Change| !found.iter().any(|other| other.cell != change.cell && shares(other.cell, change.cell));
        found.iter().find(alone).copied()
    }

    /// The broken equations that are left, and the cells that could be at fault in the first of them: those whose
    /// change mends most.
    fn unclear(&self) -> Cause {
        let equations = self.broken();
        let first = equations.iter().copied().min_by_key(|&n| self.size(n)).unwrap_or(0);
        let mends = |&(cell, value): &(CellId, i64)| {
            let delta = value - self.values[cell].unwrap_or(0);
            let after = |n: usize, sign: i64| self.residuals[n] + sign * delta == 0;
            self.uses[cell].iter().filter(|(n, sign)| after(*n, *sign)).count() as i64
                - self.uses[cell].iter().filter(|(n, _)| self.residuals[*n] == 0).count() as i64
        };
        let ways = self.ways(first);
        let most = ways.iter().map(mends).max().unwrap_or(0);
        let good = ways.iter().filter(|way| mends(way) == most);
        let candidates = good.map(|&(cell, value)| Change { cell, value }).collect();
        let rest = equations.iter().copied().filter(|&n| n != first);
        Cause::Unclear { equations: std::iter::once(first).chain(rest).collect(), candidates }
    }
}
