//! The tables that rulings make: where their rows and columns begin, and which places are merged.
use super::strokes::{BEYOND, Stretch, extent, groups};
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
    /// Whether it is the last table of its page, and one as wide is the first of the next.
    pub goes_on: bool,
}

/// What a cell covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    pub row: usize,
    pub column: usize,
    pub row_span: usize,
    pub column_span: usize,
}

/// How far two rulings may be apart and be one: double lines, and lines that are drawn cell by cell.
const SNAP: f32 = 4.0;

/// Finds the tables of a page, and boxes that are one cell.
pub fn grids(rulings: &[Rect]) -> Vec<Grid> {
    groups(rulings).into_iter().filter_map(|(across, down)| Grid::new(&across, &down)).collect()
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
    let (from, to) = extent(crossing);
    if edges.first().is_none_or(|first| from < first - BEYOND) {
        edges.insert(0, from);
    }
    if edges.last().is_none_or(|last| to > last + BEYOND) {
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
    /// The table of lines that touch; none where they enclose nothing.
    fn new(across: &[Stretch], down: &[Stretch]) -> Option<Self> {
        let (xs, ys) = (edges(down, across), edges(across, down));
        let (columns, rows) = (xs.len().checked_sub(1)?, ys.len().checked_sub(1)?);
        if columns > MAX_COLUMNS || columns * rows > MAX_CELLS || columns * rows < 1 {
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
        Some(Self { xs, ys, cells, open_top, open_bottom, goes_on: false })
    }

    /// The cell that a point stands in, as an index of `cells`, by what [`Grid::owners`] tells.
    pub fn at(&self, owners: &[usize], (x, y): (f32, f32)) -> Option<usize> {
        let (column, row) = (slot(&self.xs, x)?, slot(&self.ys, y)?);
        owners.get(row * (self.xs.len() - 1) + column).copied()
    }

    /// The cell at the foot without a rule below that a place stands under.
    pub fn above(&self, owners: &[usize], (x, y): (f32, f32)) -> Option<usize> {
        let column = slot(&self.xs, x).filter(|column| self.open_bottom[*column])?;
        let foot = owners.len() - (self.xs.len() - 1);
        self.ys.last().filter(|bottom| **bottom < y).and_then(|_| owners.get(foot + column).copied())
    }

    /// Whether another table is as wide as this one and stands in the same place across the page.
    pub fn is_above(&self, other: &Self) -> bool {
        let near = |a: Option<&f32>, b: Option<&f32>| a.zip(b).is_some_and(|(a, b)| (a - b).abs() <= SNAP);
        near(self.xs.first(), other.xs.first()) && near(self.xs.last(), other.xs.last())
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

/// Between which of some edges a place is.
fn slot(edges: &[f32], at: f32) -> Option<usize> {
    let inside = edges.first()? - 1.0 <= at && at <= edges.last()? + 1.0;
    inside.then(|| edges[1..edges.len() - 1].partition_point(|edge| *edge <= at))
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
    fn a_label_may_have_no_rule_at_all() {
        let mut rulings = vec![upright(0.0, 0.0, 100.0), upright(20.0, 2.0, 98.0)];
        rulings.extend([50.0, 120.0, 200.0].map(|x| upright(x, 0.0, 100.0)));
        rulings.extend([30.0, 60.0, 90.0].map(|y| level(y, 50.0, 200.0)));
        // Such a line elsewhere, and one that is too short, divide nothing.
        rulings.extend([upright(35.0, 40.0, 60.0), upright(10.0, 150.0, 260.0)]);
        let found = grids(&rulings);
        assert_eq!((found.len(), found[0].xs.len()), (1, 5));
        assert_eq!(areas(&found[0])[..2], [(0, 0, 4, 1), (0, 1, 4, 1)]);
        assert!(found[0].open_top[0] && found[0].open_bottom[1]);
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
        assert!(grids(&rulings).iter().all(|grid| grid.cells.len() == 1));
    }
}
