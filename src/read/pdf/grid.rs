//! The tables that rulings make: where their rows and columns begin, and which places are merged.
use crate::document::Rect;
use crate::read::builder::{MAX_CELLS, MAX_COLUMNS};

/// A table between rulings.
#[derive(Clone, Debug, Default)]
pub struct Grid {
    /// Where the columns begin, and where the last one ends.
    pub xs: Vec<f32>,
    /// Where the rows begin, and where the last one ends.
    pub ys: Vec<f32>,
    /// The cells by row and column; they fill the grid.
    pub cells: Vec<Area>,
    /// For each column, whether it has no rule above its first row: what stands there began on the page before.
    pub open_top: Vec<bool>,
    /// For each column, whether it has no rule below its last row.
    pub open_bottom: Vec<bool>,
}

/// What a cell covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    pub row: usize,
    pub column: usize,
    pub row_span: usize,
    pub column_span: usize,
}

/// A stretch of a line across the page: where the line is, and from where to where it goes.
#[derive(Clone, Copy, Debug)]
struct Stretch {
    at: f32,
    from: f32,
    to: f32,
}

/// How far two rulings may be apart and be one: double lines, and lines that are drawn cell by cell.
const SNAP: f32 = 4.0;
/// How far apart stretches of one line may be: dots and dashes.
const GAP: f32 = 4.0;
/// How far a line may end before the one that it runs into.
const REACH: f32 = 3.0;
/// The shortest line that divides anything.
const SHORTEST: f32 = 5.0;

/// Finds the tables of a page.
pub fn grids(rulings: &[Rect]) -> Vec<Grid> {
    let level = |rect: &&Rect| rect.width() >= rect.height() || rect.width() < GAP;
    let upright = |rect: &&Rect| rect.height() >= rect.width() || rect.height() < GAP;
    let across =
        rulings.iter().filter(level).map(|rect| Stretch { at: rect.centre().1, from: rect.left, to: rect.right });
    let down =
        rulings.iter().filter(upright).map(|rect| Stretch { at: rect.centre().0, from: rect.top, to: rect.bottom });
    let (across, down) = (merged(across.collect()), merged(down.collect()));
    groups(&across, &down).into_iter().filter_map(|(across, down)| Grid::new(&across, &down)).collect()
}

/// Puts together the stretches of each line.
fn merged(mut stretches: Vec<Stretch>) -> Vec<Stretch> {
    stretches.sort_by(|a, b| a.at.total_cmp(&b.at));
    let mut lines: Vec<Stretch> = vec![];
    let mut rest = &mut stretches[..];
    while let Some(first) = rest.first() {
        let end = first.at + 1.0;
        let count = rest.partition_point(|stretch| stretch.at <= end);
        let (line, behind) = rest.split_at_mut(count);
        line.sort_by(|a, b| a.from.total_cmp(&b.from));
        let start = lines.len();
        for stretch in line {
            match lines[start..].last_mut() {
                Some(last) if stretch.from <= last.to + GAP => last.to = last.to.max(stretch.to),
                _ => lines.push(*stretch),
            }
        }
        rest = behind;
    }
    lines.retain(|line| line.to - line.from >= SHORTEST);
    lines
}

/// Divides lines into groups that touch; each is a table. The lines are sorted.
fn groups(across: &[Stretch], down: &[Stretch]) -> Vec<(Vec<Stretch>, Vec<Stretch>)> {
    let mut parent: Vec<usize> = (0..across.len() + down.len()).collect();
    for (n, line) in down.iter().enumerate() {
        let first = across.partition_point(|other| other.at < line.from - REACH);
        let near = across[first..].iter().take_while(|other| other.at <= line.to + REACH);
        for (m, other) in near.enumerate() {
            if other.from - REACH <= line.at && line.at <= other.to + REACH {
                let (a, b) = (root(&mut parent, first + m), root(&mut parent, across.len() + n));
                parent[a.max(b)] = a.min(b);
            }
        }
    }
    let mut groups: Vec<(usize, (Vec<Stretch>, Vec<Stretch>))> = vec![];
    let mut slots: Vec<Option<usize>> = vec![None; parent.len()];
    for n in 0..parent.len() {
        let root = root(&mut parent, n);
        let slot = *slots[root].get_or_insert_with(|| {
            groups.push((root, (vec![], vec![])));
            groups.len() - 1
        });
        let group = &mut groups[slot].1;
        match n.checked_sub(across.len()) {
            None => group.0.push(across[n]),
            Some(n) => group.1.push(down[n]),
        }
    }
    groups.into_iter().map(|(_, group)| group).filter(|(across, down)| !across.is_empty() && !down.is_empty()).collect()
}

fn root(parent: &mut [usize], mut n: usize) -> usize {
    while parent[n] != n {
        parent[n] = parent[parent[n]];
        n = parent[n];
    }
    n
}

/// Where lines are, those that are one together, with the ends of the lines that cross them: a table may have no rule
/// at its edge.
fn edges(lines: &[Stretch], crossing: &[Stretch]) -> Vec<f32> {
    let mut places: Vec<f32> = lines.iter().map(|line| line.at).collect();
    places.sort_by(f32::total_cmp);
    let mut edges: Vec<f32> = vec![];
    let mut rest = &places[..];
    while let Some(first) = rest.first() {
        let (own, behind) = rest.split_at(rest.partition_point(|place| *place <= first + SNAP));
        edges.push(own.iter().sum::<f32>() / own.len() as f32);
        rest = behind;
    }
    let from = crossing.iter().map(|line| line.from).fold(f32::MAX, f32::min);
    let to = crossing.iter().map(|line| line.to).fold(f32::MIN, f32::max);
    if edges.first().is_none_or(|first| from < first - 2.0 * SNAP) {
        edges.insert(0, from);
    }
    if edges.last().is_none_or(|last| to > last + 2.0 * SNAP) {
        edges.push(to);
    }
    edges
}

/// For each edge and each band between two edges of the other kind, whether a rule stands there.
fn rules(lines: &[Stretch], edges: &[f32], bands: &[f32]) -> Vec<Vec<bool>> {
    let mut covered = vec![vec![0.0f32; bands.len().saturating_sub(1)]; edges.len()];
    for line in lines {
        let behind = edges.partition_point(|edge| *edge <= line.at);
        let near = |n: &usize| edges.get(*n).is_some_and(|edge| (edge - line.at).abs() <= SNAP);
        let nearest = [behind.wrapping_sub(1), behind].into_iter().filter(near);
        let Some(edge) = nearest.min_by(|a, b| (edges[*a] - line.at).abs().total_cmp(&(edges[*b] - line.at).abs()))
        else {
            continue;
        };
        let first = bands.partition_point(|band| *band <= line.from).saturating_sub(1);
        for (band, pair) in bands.windows(2).enumerate().skip(first).take_while(|(_, pair)| pair[0] < line.to) {
            covered[edge][band] += (line.to.min(pair[1]) - line.from.max(pair[0])).max(0.0);
        }
    }
    let enough =
        |row: Vec<f32>| row.iter().zip(bands.windows(2)).map(|(it, pair)| *it > 0.5 * (pair[1] - pair[0])).collect();
    covered.into_iter().map(enough).collect()
}

impl Grid {
    /// The table of lines that touch; none where they make less than two cells.
    fn new(across: &[Stretch], down: &[Stretch]) -> Option<Self> {
        let (xs, ys) = (edges(down, across), edges(across, down));
        let (columns, rows) = (xs.len().checked_sub(1)?, ys.len().checked_sub(1)?);
        if columns > MAX_COLUMNS || columns * rows > MAX_CELLS || columns * rows < 2 {
            return None;
        }
        let (upright, level) = (rules(down, &xs, &ys), rules(across, &ys, &xs));
        let open = |edge: &[bool]| edge.iter().map(|ruled| !ruled).collect();
        let (open_top, open_bottom) = (open(&level[0]), open(&level[rows]));
        let mut cells = vec![];
        let mut taken = vec![false; columns * rows];
        for row in 0..rows {
            for column in 0..columns {
                if taken[row * columns + column] {
                    continue;
                }
                let free = |to: usize| !upright[to][row] && !taken[row * columns + to];
                let column_span = 1 + (column + 1..columns).take_while(|to| free(*to)).count();
                let inside = column..column + column_span;
                let goes_on = |to: usize| {
                    inside.clone().all(|column| !level[to][column] && !taken[to * columns + column])
                        && inside.clone().skip(1).all(|column| !upright[column][to])
                };
                let row_span = 1 + (row + 1..rows).take_while(|to| goes_on(*to)).count();
                (row..row + row_span).for_each(|row| taken[row * columns..][inside.clone()].fill(true));
                cells.push(Area { row, column, row_span, column_span });
            }
        }
        (cells.len() > 1).then_some(Self { xs, ys, cells, open_top, open_bottom })
    }

    /// The cell that a point stands in, as an index of `cells`, by what [`Grid::owners`] tells.
    pub fn at(&self, owners: &[usize], (x, y): (f32, f32)) -> Option<usize> {
        let slot = |edges: &[f32], at: f32| {
            let inside = edges.first()? - 1.0 <= at && at <= edges.last()? + 1.0;
            inside.then(|| edges[1..edges.len() - 1].partition_point(|edge| *edge <= at))
        };
        let (column, row) = (slot(&self.xs, x)?, slot(&self.ys, y)?);
        owners.get(row * (self.xs.len() - 1) + column).copied()
    }

    /// For each place of the grid, row by row, the cell that covers it.
    pub fn owners(&self) -> Vec<usize> {
        let columns = self.xs.len() - 1;
        let mut owners = vec![0; columns * (self.ys.len() - 1)];
        for (n, cell) in self.cells.iter().enumerate() {
            for row in cell.row..cell.row + cell.row_span {
                owners[row * columns + cell.column..][..cell.column_span].fill(n);
            }
        }
        owners
    }

    /// What a cell covers on the page.
    pub fn rect(&self, cell: &Area) -> Rect {
        Rect {
            left: self.xs[cell.column],
            top: self.ys[cell.row],
            right: self.xs[cell.column + cell.column_span],
            bottom: self.ys[cell.row + cell.row_span],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn level(y: f32, left: f32, right: f32) -> Rect {
        Rect { left, top: y - 0.25, right, bottom: y + 0.25 }
    }

    fn upright(x: f32, top: f32, bottom: f32) -> Rect {
        Rect { left: x - 0.25, top, right: x + 0.25, bottom }
    }

    fn areas(grid: &Grid) -> Vec<(usize, usize, usize, usize)> {
        grid.cells.iter().map(|cell| (cell.row, cell.column, cell.row_span, cell.column_span)).collect()
    }

    #[test]
    fn missing_rules_merge_cells() {
        let rulings = [
            level(0.0, -0.3, 200.2),
            level(20.0, 50.0, 200.0),
            level(40.0, 0.0, 200.0),
            upright(0.0, 0.0, 40.0),
            upright(50.0, 0.0, 40.0),
            upright(100.0, 20.0, 40.0),
            upright(200.0, 0.0, 40.24),
        ];
        let found = grids(&rulings);
        assert_eq!(found.len(), 1);
        assert_eq!(areas(&found[0]), [(0, 0, 2, 1), (0, 1, 1, 2), (1, 1, 1, 1), (1, 2, 1, 1)]);
        assert_eq!(found[0].xs.len(), 4);
    }

    #[test]
    fn lines_may_be_double_dotted_or_drawn_cell_by_cell() {
        let mut rulings = vec![];
        for n in 0..50 {
            rulings.push(level(0.0, n as f32 * 4.0, n as f32 * 4.0 + 2.0));
        }
        for x in [0.0, 100.0, 200.0] {
            rulings.extend([upright(x, 0.0, 19.8), upright(x + 0.4, 20.2, 40.0), upright(x + 2.0, 0.0, 40.0)]);
        }
        rulings.extend([level(20.0, 0.0, 99.0), level(21.5, 101.0, 200.0), level(40.0, 0.0, 200.0)]);
        let found = grids(&rulings);
        assert_eq!(areas(&found[0]), [(0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1)]);
    }

    #[test]
    fn a_table_may_have_no_rule_at_its_edge() {
        let rulings = [level(20.0, 0.0, 100.0), upright(50.0, 0.0, 40.0)];
        let found = grids(&rulings);
        assert_eq!(areas(&found[0]).len(), 4);
        assert_eq!((&found[0].open_top[..], &found[0].open_bottom[..]), (&[true, true][..], &[true, true][..]));
    }

    #[test]
    fn lines_under_words_and_boxes_are_no_tables() {
        let rulings = [
            level(0.0, 0.0, 100.0),
            level(90.0, 0.0, 50.0),
            level(50.0, 0.0, 100.0),
            upright(0.0, 0.0, 50.0),
            upright(100.0, 0.0, 50.0),
        ];
        assert!(grids(&rulings).is_empty());
    }
}
