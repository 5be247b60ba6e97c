//! The styles of a DOC: what they say of headings and of numbers.
use super::sprm::sprms;
use crate::read::bytes::{slice, u16_at};

/// What a style or a paragraph says, where it does.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Outline {
    /// The level of a heading, from 1; 0 for none.
    pub level: Option<u8>,
    /// Which use of a list counts it, from 1; 0 for none.
    pub list: Option<u16>,
    /// Its level in the list, from 0.
    pub list_level: Option<u8>,
}

impl Outline {
    /// Takes up a change.
    pub fn apply(&mut self, code: u16, number: u16) {
        const OUTLINE_LEVEL: u16 = 0x2640;
        const LIST_LEVEL: u16 = 0x260A;
        const LIST: u16 = 0x460B;
        match code {
            OUTLINE_LEVEL => self.level = Some(if number < 9 { number as u8 + 1 } else { 0 }),
            LIST_LEVEL => self.list_level = Some(number as u8),
            LIST => self.list = Some(number),
            _ => {}
        }
    }

    /// What this says, and else what that says.
    pub fn or(self, other: Self) -> Self {
        Self {
            level: self.level.or(other.level),
            list: self.list.or(other.list),
            list_level: self.list_level.or(other.list_level),
        }
    }
}

/// The styles by their numbers.
#[derive(Debug, Default)]
pub struct Styles {
    styles: Vec<(Outline, u16)>,
}

/// Styles build on one another no deeper.
const MAX_DEPTH: usize = 10;

impl Styles {
    /// Reads the sheet of styles (STSH).
    pub fn read(sheet: &[u8]) -> Self {
        let Some(head) = u16_at(sheet, 0).map(usize::from) else { return Self::default() };
        let count = u16_at(sheet, 2).unwrap_or(0);
        let base = usize::from(u16_at(sheet, 4).unwrap_or(10));
        let mut at = 2 + head;
        let mut styles = Vec::new();
        for _ in 0..count {
            let Some(length) = u16_at(sheet, at).map(usize::from) else { break };
            let style = slice(sheet, at + 2, length).unwrap_or_default();
            styles.push(style_of(style, base).unwrap_or_default());
            at += 2 + length;
        }
        Self { styles }
    }

    /// What a style says, and those it builds on.
    pub fn outline(&self, style: u16) -> Outline {
        let mut outline = Outline::default();
        let mut next = style;
        for _ in 0..MAX_DEPTH {
            let Some(&(own, base)) = self.styles.get(usize::from(next)) else { break };
            outline = outline.or(own);
            next = base;
        }
        outline
    }
}

/// What a style says itself, and the style it builds on. `base`: how long its head is.
fn style_of(style: &[u8], base: usize) -> Option<(Outline, u16)> {
    const PARAGRAPH: u16 = 1;
    let known = u16_at(style, 0)? & 0x0FFF;
    let kind = u16_at(style, 2)?;
    let mut outline = Outline::default();
    if kind & 0x0F == PARAGRAPH {
        // Heading 1 to 9 of Word itself.
        outline.level = (1..=9).contains(&known).then_some(known as u8);
        let name = usize::from(u16_at(style, base)?);
        let at = base + 2 + 2 * name + 2;
        let length = usize::from(u16_at(style, at)?);
        // The number of the style comes first.
        let changes = slice(style, at + 2, length)?.get(2..).unwrap_or_default();
        sprms(changes).for_each(|sprm| outline.apply(sprm.code, sprm.number()));
    }
    Some((outline, kind >> 4))
}
