//! How much a PDF may ask for, so that no file takes time or memory out of proportion.

/// The most bytes that all streams hold when they are unpacked.
const MAX_BYTES: usize = 64 << 20;
/// The most operators of all pages. A report has some 20,000.
const MAX_OPERATORS: usize = 4_000_000;
/// The most characters. A report has some 5,000.
const MAX_GLYPHS: usize = 400_000;
/// The most rulings. A report has some 500.
const MAX_RULINGS: usize = 40_000;
/// The most pages that are read.
pub const MAX_PAGES: usize = 2_000;

/// What is left of the bounds.
pub struct Budget {
    bytes: usize,
    operators: usize,
    glyphs: usize,
    rulings: usize,
    /// Whether something was left out.
    pub exceeded: bool,
}

impl Budget {
    pub fn new() -> Self {
        Self { bytes: MAX_BYTES, operators: MAX_OPERATORS, glyphs: MAX_GLYPHS, rulings: MAX_RULINGS, exceeded: false }
    }

    /// How many bytes may still be unpacked.
    pub fn bytes(&self) -> usize {
        self.bytes
    }

    pub fn take_bytes(&mut self, bytes: usize) {
        self.exceeded |= bytes >= self.bytes;
        self.bytes = self.bytes.saturating_sub(bytes);
    }

    /// Whether there may be another operator.
    pub fn operator(&mut self) -> bool {
        Self::take(&mut self.operators, &mut self.exceeded)
    }

    /// Whether there may be another character.
    pub fn glyph(&mut self) -> bool {
        Self::take(&mut self.glyphs, &mut self.exceeded)
    }

    /// Whether there may be another ruling.
    pub fn ruling(&mut self) -> bool {
        Self::take(&mut self.rulings, &mut self.exceeded)
    }

    fn take(left: &mut usize, exceeded: &mut bool) -> bool {
        *exceeded |= *left == 0;
        *left = left.saturating_sub(1);
        !*exceeded
    }
}
