//! What must hold between the numbers of a table, as a person writes it:
//! `每行：总计 = 自然人 + 商业企业`, `每列：（七）总计 = 明细之和`.
use super::{Column, Labelled, Row, TableForm};

/// Along which lines a relation runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Axis {
    /// Between the cells of a row; holds in each row.
    Row,
    /// Between the cells of a column; holds in each column.
    Column,
}

/// A sum that must be equal to another, on each line of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// As it stands in the form, without the axis.
    pub source: String,
    /// Along which lines it runs.
    pub axis: Axis,
    /// The addends of the left side: rows or columns of the form, by index.
    pub left: Vec<usize>,
    /// The addends of the right side.
    pub right: Vec<usize>,
}

impl Relation {
    /// Reads `每行：a = b + c`; the names are ends of the paths of columns or rows. `明细之和` stands for all rows that
    /// share the parent of the left side.
    pub(super) fn parse(axis: Axis, law: &str, table: &TableForm) -> Result<Self, String> {
        let (left, right) = law.split_once(" = ").ok_or_else(|| format!("缺少“=”：{law}"))?;
        let side = |names: &str| -> Result<Vec<usize>, String> {
            names.split(" + ").map(|name| position(axis, name.trim(), table)).collect()
        };
        let left: Vec<usize> = side(left)?;
        let right = if right.trim() == "明细之和" { details(table, left[0]) } else { side(right)? };
        Ok(Self { source: law.to_owned(), axis, left, right })
    }
}

/// The rows that share the parent of row `total`, without it.
fn details(table: &TableForm, total: usize) -> Vec<usize> {
    let parent = table.rows[total].path.first();
    (0..table.rows.len()).filter(|&row| row != total && table.rows[row].path.first() == parent).collect()
}

/// Finds the one row or column whose path ends with `name`.
pub(super) fn position(axis: Axis, name: &str, table: &TableForm) -> Result<usize, String> {
    let found = match axis {
        Axis::Row => matching::<Column>(table.blocks.first().map_or(&[], |block| &block.columns), name),
        Axis::Column => matching::<Row>(&table.rows, name),
    };
    match found[..] {
        [one] => Ok(one),
        [] => Err(format!("没有“{name}”")),
        _ => Err(format!("“{name}”不止一处")),
    }
}

fn matching<T: Labelled>(lines: &[T], name: &str) -> Vec<usize> {
    let name: Vec<&str> = name.split(" / ").collect();
    let exact = |line: &T| line.path().iter().map(String::as_str).eq(name.iter().copied());
    let whole: Vec<usize> = (0..lines.len()).filter(|&n| exact(&lines[n])).collect();
    if !whole.is_empty() {
        return whole;
    }
    let ends = |line: &T| {
        let path = line.path();
        path.len() >= name.len() && path[path.len() - name.len()..].iter().map(String::as_str).eq(name.iter().copied())
    };
    (0..lines.len()).filter(|&n| ends(&lines[n])).collect()
}
