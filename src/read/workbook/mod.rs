//! What the workbooks of all times have in common: cells, their formats, and the tables and texts that they make up.
//!
//! `sheet` holds the cells of a sheet, `formats`, `format` and `number` write numbers as they are shown, `parts` tells
//! the tables of a sheet from the text around them.
mod format;
pub mod formats;
mod number;
pub mod parts;
pub mod sheet;

/// How many sheets are read.
pub const MAX_SHEETS: usize = 200;

/// What the user is told of a sheet that is not shown.
pub fn hidden(name: &str) -> String {
    ["工作表“", name, "”是隐藏的，没有读取。"].concat()
}
