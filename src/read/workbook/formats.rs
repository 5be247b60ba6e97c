//! The number formats of the cells of a workbook.
use super::format::Format;
use super::number::Decimal;

/// The formats, by the style of a cell.
#[derive(Debug, Default)]
pub struct Formats {
    formats: Vec<Format>,
    is_1904: bool,
}

/// The most styles and formats that a workbook has, by the limits of Excel.
pub const MAX_STYLES: usize = 1 << 16;

impl Formats {
    /// From the codes by their numbers, and the number of the code of each style.
    pub fn new(mut codes: Vec<(usize, String)>, styles: Vec<usize>, is_1904: bool) -> Self {
        codes.sort_by_key(|(id, _)| *id);
        let format = |id: usize| {
            let own = codes.binary_search_by_key(&id, |(id, _)| *id).ok();
            Format::new(own.map_or(built_in(id), |own| &codes[own].1))
        };
        let mut known: Vec<(usize, Format)> = Vec::new();
        let formats = styles.into_iter().map(|id| match known.binary_search_by_key(&id, |(id, _)| *id) {
            Ok(at) => known[at].1.clone(),
            Err(at) => {
                known.insert(at, (id, format(id)));
                known[at].1.clone()
            }
        });
        Self { formats: formats.collect(), is_1904 }
    }

    /// What a number is shown as in a cell of a style: with its exact value, and the words that its format adds.
    pub fn shown(&self, stored: &str, style: usize) -> String {
        let Some(number) = Decimal::new(stored) else { return stored.trim().to_owned() };
        self.formats.get(style).unwrap_or(&Format::Plain).shown(&number, self.is_1904)
    }
}

/// The format that Excel in Chinese has for a number.
fn built_in(id: usize) -> &'static str {
    match id {
        9 | 10 => "0%",
        14 | 15 | 30 => "yyyy-mm-dd",
        17 | 27 | 36 | 50 | 52 | 57 => "yyyy年m月",
        16 | 28 | 29 | 51 | 53 | 54 | 58 => "m月d日",
        31 => "yyyy年m月d日",
        18..=21 => "h:mm",
        32..=35 | 55 | 56 => "h时mm分",
        22 => "yyyy-mm-dd h:mm",
        _ => "General",
    }
}
