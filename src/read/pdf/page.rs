//! A page as it is shown: its characters, rulings and pictures, and where they stand.
use crate::document::Rect;

/// A page of a PDF as it is shown, turned upright; all places are in points (1/72 inch) from its top left corner.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// The width in points.
    pub width: f32,
    /// The height in points.
    pub height: f32,
    /// The characters in the order in which they are drawn, blanks too. A character that is drawn twice to look bold
    /// is there twice.
    pub glyphs: Vec<Glyph>,
    /// The lines of tables and under words, upright or level: thin rectangles, as thick as they are drawn.
    pub rulings: Vec<Rect>,
    /// What pictures cover. They are not decoded.
    pub pictures: Vec<Rect>,
    /// Whether there is text that is not drawn: what a program recognised in the picture of a scanned page.
    pub recognised: bool,
}

/// A character on a page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glyph {
    /// Which character; U+FFFD where the font does not say.
    pub char: char,
    /// What it covers: its width, and the height of its font.
    pub rect: Rect,
    /// The size of the font in points.
    pub size: f32,
    /// Which way the text goes on from it.
    pub flow: Flow,
}

/// Which way a line of text runs on the page as it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// From left to right, as most text.
    Right,
    /// Downwards: upright columns, or text turned to the right.
    Down,
    /// Upwards: text turned to the left.
    Up,
    /// Upside down.
    Left,
    /// Not along an edge of the page: a mark across it.
    Slanted,
}

impl Flow {
    /// The flow of a text whose next character stands this far to the right and down.
    pub(super) fn of(right: f32, down: f32) -> Self {
        let (along, off) = (right.abs().max(down.abs()), right.abs().min(down.abs()));
        match () {
            _ if off * 4.0 > along => Self::Slanted,
            _ if right.abs() < down.abs() => {
                if down > 0.0 {
                    Self::Down
                } else {
                    Self::Up
                }
            }
            _ if right < 0.0 => Self::Left,
            _ => Self::Right,
        }
    }
}

impl Glyph {
    /// Its extent along the line that it stands in, growing in the direction of reading.
    pub(super) fn along(&self) -> (f32, f32) {
        let Rect { left, top, right, bottom } = self.rect;
        match self.flow {
            Flow::Right | Flow::Slanted => (left, right),
            Flow::Down => (top, bottom),
            Flow::Up => (-bottom, -top),
            Flow::Left => (-right, -left),
        }
    }

    /// The middle of the line that it stands in, growing from one line to the next.
    pub(super) fn across(&self) -> f32 {
        let (x, y) = self.rect.centre();
        match self.flow {
            Flow::Right | Flow::Slanted => y,
            Flow::Down => -x,
            Flow::Up => x,
            Flow::Left => -y,
        }
    }
}
