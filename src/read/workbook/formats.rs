//! The number formats of the cells of a workbook.
use super::format::Format;
use super::number::Decimal;

/// The formats, by the style of a cell.
#[derive(Debug, Default)]
pub struct Formats {
    /// By their numbers, each once: many styles may have the same.
    formats: Vec<(usize, Format)>,
    /// The number of the format of each style.
    styles: Vec<usize>,
    is_1904: bool,
}

/// The most styles that a workbook has, by the limits of Excel.
pub const MAX_STYLES: usize = 1 << 16;
/// The most formats; Excel takes some 250.
pub const MAX_FORMATS: usize = 1000;
/// The longest code of a format, in bytes: Excel takes 255 characters.
const MAX_CODE: usize = 1024;

impl Formats {
    /// From the codes by their numbers, and the number of the code of each style.
    pub fn new(mut codes: Vec<(usize, String)>, styles: Vec<usize>, is_1904: bool) -> Self {
        codes.sort_by_key(|(id, _)| *id);
        let mut ids = styles.clone();
        ids.sort_unstable();
        ids.dedup();
        let format = |id: usize| {
            let own = codes.binary_search_by_key(&id, |(id, _)| *id).ok().map(|own| codes[own].1.as_str());
            let code = own.unwrap_or(built_in(id));
            (id, if code.len() > MAX_CODE { Format::Plain } else { Format::new(code) })
        };
        Self { formats: ids.into_iter().map(format).collect(), styles, is_1904 }
    }

    /// What a number is shown as in a cell of a style: with its exact value, and the words that its format adds.
    pub fn shown(&self, stored: &str, style: usize) -> String {
        let Some(number) = Decimal::new(stored) else { return stored.trim().to_owned() };
        let format = self.styles.get(style).and_then(|id| {
            let at = self.formats.binary_search_by_key(id, |(id, _)| *id).ok()?;
            Some(&self.formats[at].1)
        });
        format.unwrap_or(&Format::Plain).shown(&number, self.is_1904)
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
