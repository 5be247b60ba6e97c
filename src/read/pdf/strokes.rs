//! The lines that rulings make, and which of them make a table together.
use crate::document::Rect;

/// A stretch of a line across the page: where the line is, and from where to where it goes.
#[derive(Clone, Copy, Debug)]
pub struct Stretch {
    pub at: f32,
    pub from: f32,
    pub to: f32,
}

/// The level lines of a table, and the upright ones.
pub type Lines = (Vec<Stretch>, Vec<Stretch>);

/// How far apart stretches of one line may be: dots and dashes.
const GAP: f32 = 4.0;
/// How far a line may end before the one that it runs into.
const REACH: f32 = 3.0;
/// The shortest line that divides anything.
const SHORTEST: f32 = 5.0;
/// How far lines go beyond the last one that crosses them where they go on on another page.
pub const BEYOND: f32 = 8.0;

/// The lines of each table of a page.
pub fn groups(rulings: &[Rect]) -> Vec<Lines> {
    let level = |rect: &&Rect| rect.width() >= rect.height() || rect.width() < GAP;
    let upright = |rect: &&Rect| rect.height() >= rect.width() || rect.height() < GAP;
    let across =
        rulings.iter().filter(level).map(|rect| Stretch { at: rect.centre().1, from: rect.left, to: rect.right });
    let down =
        rulings.iter().filter(upright).map(|rect| Stretch { at: rect.centre().0, from: rect.top, to: rect.bottom });
    touching(&merged(across.collect()), &merged(down.collect()))
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
///
/// An upright line that touches none belongs to the table that it stands beside: the label of rows that a page tears
/// has a rule neither above nor below.
fn touching(across: &[Stretch], down: &[Stretch]) -> Vec<Lines> {
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
    let mut groups: Vec<Lines> = vec![];
    let mut slots: Vec<Option<usize>> = vec![None; parent.len()];
    for n in 0..parent.len() {
        let root = root(&mut parent, n);
        let slot = *slots[root].get_or_insert_with(|| {
            groups.push((vec![], vec![]));
            groups.len() - 1
        });
        let group = &mut groups[slot];
        match n.checked_sub(across.len()) {
            None => group.0.push(across[n]),
            Some(n) => group.1.push(down[n]),
        }
    }
    let mut sides: Vec<(usize, Stretch)> = vec![];
    let heights: Vec<(f32, f32)> = groups.iter().map(|group| extent(&group.1)).collect();
    for (_, down) in groups.iter().filter(|(across, _)| across.is_empty()) {
        let Some(line) = down.first() else { continue };
        let next = across.partition_point(|other| other.at < line.from - REACH);
        let Some(slot) = (next < across.len()).then(|| slots[root(&mut parent, next)]).flatten() else { continue };
        let (top, bottom) = heights[slot];
        if top - line.from <= BEYOND && line.to - bottom <= BEYOND && line.to - line.from > 0.8 * (bottom - top) {
            sides.push((slot, *line));
        }
    }
    sides.into_iter().for_each(|(slot, line)| groups[slot].1.push(line));
    groups.retain(|(across, down)| !across.is_empty() && !down.is_empty());
    groups
}

/// From where to where some lines go.
pub fn extent(lines: &[Stretch]) -> (f32, f32) {
    let from = lines.iter().map(|line| line.from).fold(f32::MAX, f32::min);
    (from, lines.iter().map(|line| line.to).fold(f32::MIN, f32::max))
}

fn root(parent: &mut [usize], mut n: usize) -> usize {
    while parent[n] != n {
        parent[n] = parent[parent[n]];
        n = parent[n];
    }
    n
}
