//! Excel workbooks (XLSX): one sheet with the whole report, or one for each table.
use super::{Part, escape, parts, placed, zip::zip};
use crate::support::{Draft, Style, render::grid::Grid};

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// What a workbook holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheets {
    /// The whole report on one sheet, a paragraph being a row of merged cells.
    One,
    /// The tables alone, each on a sheet of its own.
    PerTable,
}

/// Writes the draft.
pub fn xlsx(draft: &Draft, style: &Style, sheets: Sheets, seed: u64) -> Vec<u8> {
    zip(&package(draft, style, sheets, seed), seed % 2 == 1)
}

/// The parts of the package, by name.
pub fn package(draft: &Draft, style: &Style, sheets: Sheets, seed: u64) -> Vec<(&'static str, Vec<u8>)> {
    const NAMES: [&str; 3] = ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml"];
    let mut texts = Texts::default();
    let parts = parts(draft, style);
    let groups: Vec<Vec<&Part>> = match sheets {
        Sheets::One => vec![parts.iter().collect()],
        Sheets::PerTable => {
            parts.iter().filter(|part| matches!(part, Part::Table(..))).map(|part| vec![part]).collect()
        }
    };
    let written: Vec<String> = groups.iter().map(|parts| Sheet::write(parts, seed, &mut texts)).collect();
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let types = "http://schemas.openxmlformats.org/package/2006";
    let sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    let each = |line: &dyn Fn(usize) -> String| (1..=written.len()).map(line).collect::<String>();
    let content_types = format!(
        "{HEAD}<Types xmlns=\"{types}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{sheet}.sheet.main+xml\"/>\
         <Override PartName=\"/xl/styles.xml\" ContentType=\"{sheet}.styles+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"{sheet}.sharedStrings+xml\"/>{}</Types>",
        each(&|n| format!(
            "<Override PartName=\"/xl/worksheets/sheet{n}.xml\" ContentType=\"{sheet}.worksheet+xml\"/>"
        ))
    );
    let relations = format!(
        "{HEAD}<Relationships xmlns=\"{types}/relationships\"><Relationship Id=\"rId1\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let workbook = format!(
        "{HEAD}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{office}\"><sheets>{}</sheets></workbook>",
        each(&|n| format!("<sheet name=\"Sheet{n}\" sheetId=\"{n}\" r:id=\"rId{n}\"/>"))
    );
    let own_relations = format!(
        "{HEAD}<Relationships xmlns=\"{types}/relationships\">{}<Relationship Id=\"rId8\" Type=\"{office}/styles\" Target=\"styles.xml\"/>\
         <Relationship Id=\"rId9\" Type=\"{office}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>",
        each(&|n| format!(
            "<Relationship Id=\"rId{n}\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>"
        ))
    );
    let mut package = vec![
        ("[Content_Types].xml", content_types),
        ("_rels/.rels", relations),
        ("xl/workbook.xml", workbook),
        ("xl/_rels/workbook.xml.rels", own_relations),
        ("xl/styles.xml", styles()),
        ("xl/sharedStrings.xml", texts.xml()),
    ];
    package.extend(NAMES.into_iter().zip(written));
    package.into_iter().map(|(name, text)| (name, text.into_bytes())).collect()
}

/// Formats of numbers that change nothing of what a whole number shows: General, `0`, `0_ `, `@`.
fn styles() -> String {
    let formats = [0, 1, 176, 49].map(|id| {
        format!("<xf numFmtId=\"{id}\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>")
    });
    format!(
        "{HEAD}<styleSheet xmlns=\"{MAIN}\"><numFmts count=\"1\"><numFmt numFmtId=\"176\" formatCode=\"0_ \"/></numFmts>\
         <fonts count=\"1\"><font><sz val=\"11\"/><name val=\"宋体\"/></font></fonts><fills count=\"1\"><fill><patternFill patternType=\"none\"/></fill></fills>\
         <borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
         <cellXfs count=\"4\">{}</cellXfs></styleSheet>",
        formats.concat()
    )
}

/// The texts that cells refer to by number.
#[derive(Default)]
struct Texts(Vec<String>);

impl Texts {
    fn number(&mut self, text: &str) -> usize {
        self.0.iter().position(|known| known == text).unwrap_or_else(|| {
            self.0.push(text.to_owned());
            self.0.len() - 1
        })
    }

    fn xml(&self) -> String {
        let item = |text: &String| {
            // A text with several fonts is several runs.
            let half = text.char_indices().nth(3).map_or(text.len(), |(at, _)| at);
            let [first, rest] = [&text[..half], &text[half..]].map(escape);
            if text.chars().count() % 5 == 4 {
                format!("<si><r><t>{first}</t></r><r><t xml:space=\"preserve\">{rest}</t></r></si>")
            } else {
                format!("<si><t xml:space=\"preserve\">{first}{rest}</t></si>")
            }
        };
        format!("{HEAD}<sst xmlns=\"{MAIN}\">{}</sst>", self.0.iter().map(item).collect::<String>())
    }
}

struct Sheet<'a> {
    texts: &'a mut Texts,
    seed: u64,
    /// How many rows are written.
    row: usize,
    rows: String,
    merged: Vec<String>,
}

/// The width of the widest official table: paragraphs are merged over so many columns.
const COLUMNS: usize = 15;

impl<'a> Sheet<'a> {
    fn write(parts: &[&Part], seed: u64, texts: &'a mut Texts) -> String {
        let mut sheet = Self { texts, seed, row: 0, rows: String::new(), merged: vec![] };
        for part in parts {
            match part {
                Part::Paragraph(_, text) => sheet.paragraph(text),
                Part::Table(_, grid) => sheet.table(grid),
            }
        }
        let merged: String = sheet.merged.iter().map(|range| format!("<mergeCell ref=\"{range}\"/>")).collect();
        format!(
            "{HEAD}<worksheet xmlns=\"{MAIN}\"><dimension ref=\"A1:{}\"/><sheetData>{}</sheetData><mergeCells count=\"{}\">{merged}</mergeCells></worksheet>",
            name(COLUMNS - 1, sheet.row.max(1) - 1),
            sheet.rows,
            sheet.merged.len(),
        )
    }

    fn paragraph(&mut self, text: &str) {
        let cell = self.text(0, text);
        self.end_of_row(&cell);
        self.merged.push(format!("{}:{}", name(0, self.row - 1), name(COLUMNS - 1, self.row - 1)));
    }

    fn table(&mut self, grid: &Grid) {
        for row in placed(grid) {
            let mut cells = String::new();
            for place in &row {
                let (rows, columns) = place.cell.span;
                if place.goes_on {
                    continue;
                }
                let number = place.cell.text.parse::<f64>().is_ok_and(|value| value.to_string() == place.cell.text);
                // Some type numbers as text, and what is no number is always text.
                if number && !self.seed.is_multiple_of(5) {
                    let style = self.seed % 3;
                    cells += &format!(
                        "<c r=\"{}\" s=\"{style}\"><v>{}</v></c>",
                        name(place.column, self.row),
                        place.cell.text
                    );
                } else {
                    cells += &self.text(place.column, &place.cell.text);
                }
                if rows * columns > 1 {
                    let last = name(place.column + columns - 1, self.row + rows - 1);
                    self.merged.push(format!("{}:{last}", name(place.column, self.row)));
                }
            }
            self.end_of_row(&cells);
        }
    }

    /// A cell with a text; one that is merged or blank has a style and no value.
    fn text(&mut self, column: usize, text: &str) -> String {
        let at = name(column, self.row);
        if text.is_empty() {
            return format!("<c r=\"{at}\" s=\"1\"/>");
        }
        format!("<c r=\"{at}\" s=\"3\" t=\"s\"><v>{}</v></c>", self.texts.number(text))
    }

    fn end_of_row(&mut self, cells: &str) {
        self.row += 1;
        self.rows += &format!("<row r=\"{}\">{cells}</row>", self.row);
    }
}

/// `B7`
fn name(column: usize, row: usize) -> String {
    format!("{}{}", char::from(b'A' + column as u8), row + 1)
}
