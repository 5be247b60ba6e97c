//! Which lines are a paragraph.
use super::lines::{Letter, Line};
use crate::read::builder::Piece;
use crate::text::label::{Ordinal, OrdinalStyle, split_ordinal};

/// How text is set, as far as it tells where a paragraph ends.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// Where lines begin and end.
    pub margins: (f32, f32),
    /// How far lines stand apart, in sizes.
    pub pitch: f32,
}

/// A paragraph that may go on.
pub struct Open {
    pub piece: Piece,
    /// Its last line, the page of that, and how text is set there.
    last: (Line, u32, Setting),
}

/// How far in the first line of a paragraph stands at least, in sizes.
const INDENT: f32 = 1.2;
/// How much room a line has to leave to be the last one, in sizes, beyond what the next word takes.
const ROOM: f32 = 0.8;
/// How much further apart than others lines of different paragraphs stand.
const APART: f32 = 1.3;
/// What may not begin a line, so that it takes the character before along.
const CLOSING: &str = "，。、；：？！）》〉”’」』】〕％%,.;:?!)";
/// What may not end a line, so that the character behind takes it along.
const OPENING: &str = "（《〈“‘「『【〔([";

impl Open {
    pub fn new(line: Line, page: u32, setting: Setting) -> Self {
        let mut piece = Piece::default();
        line.write(&mut piece, page);
        Self { piece, last: (line, page, setting) }
    }

    /// Adds the next line, or gives it back where a new paragraph begins with it.
    pub fn add(&mut self, line: Line, page: u32, setting: Setting) -> Option<Line> {
        if !self.goes_on(&line, page, &setting) {
            return Some(line);
        }
        line.write(&mut self.piece, page);
        self.last = (line, page, setting);
        None
    }

    fn goes_on(&self, line: &Line, page: u32, setting: &Setting) -> bool {
        let (last, number, set) = &self.last;
        let size = line.size.max(last.size);
        // A title that is wrapped: both lines are centred, and the first has no room for what the second begins with.
        let sides = |line: &Line, set: &Setting| [line.rect.left - set.margins.0, set.margins.1 - line.rect.right];
        let centred = |[left, right]: [f32; 2]| (left - right).abs() < 0.5 * size;
        let room: f32 = sides(last, set).iter().sum();
        let wrapped = centred(sides(last, set))
            && centred(sides(line, setting))
            && room < first_word(line)
            && !matches!(last.last(), '。' | '：' | '；');
        let indented = line.rect.left - setting.margins.0 > INDENT * size && !wrapped;
        let other = (line.size - last.size).abs() > 0.12 * size;
        let short = set.margins.1 - last.rect.right > first_word(line) + ROOM * size;
        let apart = *number == page && line.rect.centre().1 - last.rect.centre().1 > APART * setting.pitch * size;
        // A page may end with a line that is just full.
        let ended = matches!(last.last(), '。' | '：' | '；');
        let heading = match split_ordinal(&line.text()) {
            (Some(Ordinal { style: OrdinalStyle::Chinese | OrdinalStyle::ChineseInBrackets, .. }), rest) => {
                ended || !has_marks(rest)
            }
            // 1. and （1） may also stand in a sentence.
            (Some(_), rest) => ended && !has_marks(rest),
            _ => false,
        };
        !(indented || other || short || apart || heading)
    }
}

fn has_marks(text: &str) -> bool {
    text.contains(['，', '。', '；', '：'])
}

/// How wide what may not be parted at the beginning of a line is.
fn first_word(line: &Line) -> f32 {
    let bound = |pair: &&[Letter]| {
        let (a, b) = (pair[0].glyph.char, pair[1].glyph.char);
        let graphic = |c: char| c.is_ascii_graphic() || matches!(c, '·' | '〕');
        CLOSING.contains(b) || OPENING.contains(a) || (graphic(a) && graphic(b) && !pair[1].spaced)
    };
    let last = line.letters.windows(2).take_while(bound).count();
    line.letters[last].glyph.rect.right - line.rect.left
}

/// How far the lines of a text stand apart, in sizes: what most do.
pub fn pitch<'a>(pages: impl Iterator<Item = Vec<&'a Line>>) -> f32 {
    let mut all: Vec<f32> = vec![];
    for lines in pages {
        let pairs = lines.windows(2).filter(|pair| (pair[0].size - pair[1].size).abs() < 0.1 * pair[0].size);
        all.extend(pairs.map(|pair| (pair[1].rect.centre().1 - pair[0].rect.centre().1) / pair[0].size));
    }
    all.retain(|pitch| *pitch > 0.5);
    all.sort_by(f32::total_cmp);
    // Headings and paragraphs stand further apart, so that less than half of the pitches may be those in paragraphs.
    all.get(all.len() / 3).copied().unwrap_or(1.5)
}
