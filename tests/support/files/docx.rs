//! Word documents (DOCX): real merged cells, runs split as Word splits them, headings numbered by hand or by Word.
use super::{Part, Placed, escape, parts, placed, width, zip::zip};
use crate::support::{
    Draft, Style, Which,
    render::grid::{Grid, Role},
};

/// How headings get their numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbering {
    /// They are typed.
    Typed,
    /// Word counts them: the text has none.
    Counted,
}

const NAMESPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The width of the text on the page, in twips.
const MEASURE: usize = 9600;

/// Writes the draft. The seed chooses what differs from one program or author to the next; the pages are so low that
/// every table runs over more than one.
pub fn docx(draft: &Draft, style: &Style, numbering: Numbering, seed: u64) -> Vec<u8> {
    zip(&package(draft, style, numbering, seed), seed % 2 == 1)
}

/// The parts of the package, by name.
pub fn package(draft: &Draft, style: &Style, numbering: Numbering, seed: u64) -> Vec<(&'static str, Vec<u8>)> {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let types = "http://schemas.openxmlformats.org/package/2006";
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    let content_types = format!(
        "{HEAD}<Types xmlns=\"{types}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"{word}.document.main+xml\"/>\
         <Override PartName=\"/word/styles.xml\" ContentType=\"{word}.styles+xml\"/><Override PartName=\"/word/numbering.xml\" ContentType=\"{word}.numbering+xml\"/></Types>"
    );
    let relations = format!(
        "{HEAD}<Relationships xmlns=\"{types}/relationships\"><Relationship Id=\"rId1\" Type=\"{office}/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
    );
    let own_relations = format!(
        "{HEAD}<Relationships xmlns=\"{types}/relationships\"><Relationship Id=\"rId1\" Type=\"{office}/styles\" Target=\"styles.xml\"/>\
         <Relationship Id=\"rId2\" Type=\"{office}/numbering\" Target=\"numbering.xml\"/></Relationships>"
    );
    let mut writer = Writer { style, numbering, seed, counts: [0; 2], out: String::new() };
    parts(draft, style).iter().for_each(|part| writer.part(part));
    let text = [
        ("[Content_Types].xml", content_types),
        ("_rels/.rels", relations),
        ("word/document.xml", document(&writer.out, seed)),
        ("word/_rels/document.xml.rels", own_relations),
        ("word/styles.xml", styles(numbering, seed)),
        ("word/numbering.xml", numbers(style, seed)),
    ];
    text.map(|(name, text)| (name, text.into_bytes())).to_vec()
}

fn document(body: &str, seed: u64) -> String {
    // The text is 3800 to 5000 twips high, every table at least 6000.
    let height = 5000 + seed % 5 * 300;
    format!(
        "{HEAD}<w:document {NAMESPACES}><w:body>{body}<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"{height}\"/>\
         <w:pgMar w:top=\"600\" w:right=\"1153\" w:bottom=\"600\" w:left=\"1153\" w:header=\"300\" w:footer=\"300\" w:gutter=\"0\"/>\
         </w:sectPr></w:body></w:document>"
    )
}

/// Word may keep the numbering in the style of the headings.
fn in_style(seed: u64) -> bool {
    seed.is_multiple_of(3)
}

fn styles(numbering: Numbering, seed: u64) -> String {
    let heading = |level: usize| {
        let counted = numbering == Numbering::Counted && in_style(seed);
        let numbered = if counted {
            format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"1\"/></w:numPr>")
        } else {
            String::new()
        };
        format!(
            "<w:style w:type=\"paragraph\" w:styleId=\"{0}\"><w:name w:val=\"heading {0}\"/><w:basedOn w:val=\"a\"/>\
             <w:pPr>{numbered}<w:outlineLvl w:val=\"{level}\"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>",
            level + 1
        )
    };
    format!(
        "{HEAD}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:eastAsia=\"宋体\"/>\
         <w:sz w:val=\"24\"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:name w:val=\"Normal\"/></w:style>\
         {}{}</w:styles>",
        heading(0),
        heading(1)
    )
}

fn numbers(style: &Style, seed: u64) -> String {
    let format = ["chineseCounting", "chineseCountingThousand", "japaneseCounting"][seed as usize / 3 % 3];
    let level = |level: usize, text: &str| {
        let text = style.words(text);
        let own = if in_style(seed) { format!("<w:pStyle w:val=\"{}\"/>", level + 1) } else { String::new() };
        format!(
            "<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>{own}<w:suff w:val=\"nothing\"/>\
             <w:lvlText w:val=\"{text}\"/><w:lvlJc w:val=\"left\"/></w:lvl>"
        )
    };
    format!(
        "{HEAD}<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId=\"4\"><w:multiLevelType w:val=\"multilevel\"/>{}{}</w:abstractNum>\
         <w:num w:numId=\"1\"><w:abstractNumId w:val=\"4\"/></w:num></w:numbering>",
        level(0, "%1、"),
        level(1, "（%2）")
    )
}

struct Writer<'a> {
    style: &'a Style,
    numbering: Numbering,
    seed: u64,
    /// How many headings of the first and the second level Word has counted.
    counts: [usize; 2],
    out: String,
}

impl Writer<'_> {
    fn part(&mut self, part: &Part) {
        match part {
            Part::Paragraph(level, text) => self.paragraph(*level, text),
            Part::Table(which, grid) => self.table(*which, grid),
        }
    }

    fn paragraph(&mut self, level: Option<u8>, text: &str) {
        let (properties, text) = match level {
            Some(0) => ("<w:jc w:val=\"center\"/>".to_owned(), text),
            Some(level) => self.heading(usize::from(level - 1), text),
            None => ("<w:ind w:firstLineChars=\"200\" w:firstLine=\"480\"/>".to_owned(), text),
        };
        let runs = runs(text, if level == Some(0) { 36 } else { 24 });
        self.out += &format!("<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>");
    }

    /// The properties of a heading, and its text without the number that Word counts. A heading whose number is not the
    /// next one, as where a section is missing, is typed.
    fn heading<'t>(&mut self, level: usize, text: &'t str) -> (String, &'t str) {
        let next = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"][self.counts[level].min(9)];
        let mark = self.style.words(&[format!("{next}、"), format!("（{next}）")][level]);
        let style = format!("<w:pStyle w:val=\"{}\"/>", level + 1);
        match text.strip_prefix(mark.as_str()) {
            Some(rest) if self.numbering == Numbering::Counted => {
                self.counts[level] += 1;
                self.counts[level + 1..].fill(0);
                let own = format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"1\"/></w:numPr>");
                (style + if in_style(self.seed) { "" } else { &own }, rest)
            }
            // A typed number under a style that counts: the paragraph takes the counting back.
            _ => (style + "<w:numPr><w:numId w:val=\"0\"/></w:numPr>", text),
        }
    }

    fn table(&mut self, which: Which, grid: &Grid) {
        let widths = widths(which, width(grid));
        let columns: String = widths.iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>")).collect();
        let edges = ["top", "left", "bottom", "right", "insideH", "insideV"];
        let borders: String = edges
            .iter()
            .map(|edge| format!("<w:{edge} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"))
            .collect();
        self.out += &format!(
            "<w:tbl><w:tblPr><w:tblW w:w=\"{MEASURE}\" w:type=\"dxa\"/><w:tblBorders>{borders}</w:tblBorders>\
             <w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>"
        );
        let height = if which == Which::Four { 1550 } else { 420 };
        let whole = if self.seed % 4 < 3 { "<w:cantSplit/>" } else { "" };
        for row in placed(grid) {
            self.out += &format!("<w:tr><w:trPr>{whole}<w:trHeight w:val=\"{height}\"/></w:trPr>");
            row.iter().for_each(|place| self.cell(place, &widths));
            self.out += "</w:tr>";
        }
        // Word wants a paragraph behind a table.
        self.out += "</w:tbl><w:p/>";
    }

    fn cell(&mut self, place: &Placed, widths: &[usize]) {
        let (rows, columns) = place.cell.span;
        let width: usize = widths[place.column..place.column + columns].iter().sum();
        let mut properties = format!("<w:tcW w:w=\"{width}\" w:type=\"dxa\"/>");
        if columns > 1 {
            properties += &format!("<w:gridSpan w:val=\"{columns}\"/>");
        }
        if rows > 1 {
            properties += if place.goes_on { "<w:vMerge/>" } else { "<w:vMerge w:val=\"restart\"/>" };
        }
        if place.cell.role == Role::Vertical && self.seed.is_multiple_of(2) {
            properties += "<w:textDirection w:val=\"tbRlV\"/>";
        }
        let runs = if place.goes_on { String::new() } else { runs(&place.cell.text, 18) };
        self.out += &format!(
            "<w:tc><w:tcPr>{properties}<w:vAlign w:val=\"center\"/></w:tcPr><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>{runs}</w:p></w:tc>"
        );
    }
}

/// The widths of columns in twips.
fn widths(which: Which, columns: usize) -> Vec<usize> {
    let labels: &[usize] = match which {
        Which::Two => &[3000],
        Which::Three => &[480, 900, 2400],
        Which::Four => &[],
    };
    let rest = columns - labels.len();
    let each = (MEASURE - labels.iter().sum::<usize>()) / rest;
    labels.iter().copied().chain(std::iter::repeat_n(each, rest)).collect()
}

/// Runs of text: Word begins a new one where digits or Latin letters begin or end.
fn runs(text: &str, size: usize) -> String {
    let mut runs = String::new();
    for (number, line) in text.split('\n').enumerate() {
        runs += if number > 0 { "<w:r><w:br/></w:r>" } else { "" };
        let chars: Vec<char> = line.chars().collect();
        for run in chars.chunk_by(|a, b| a.is_ascii_alphanumeric() == b.is_ascii_alphanumeric()) {
            let text = escape(&run.iter().collect::<String>());
            let hint = if run[0].is_ascii_alphanumeric() { "" } else { "<w:rFonts w:hint=\"eastAsia\"/>" };
            runs += &format!(
                "<w:r><w:rPr>{hint}<w:sz w:val=\"{size}\"/></w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>"
            );
        }
    }
    runs
}
