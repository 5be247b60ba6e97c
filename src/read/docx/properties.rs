//! What a paragraph, a run, a cell and a row say of themselves.
use super::styles::{Numbering, Styles, outline_level};
use crate::read::xml::Xml;

/// Of a paragraph (`pPr`).
#[derive(Default)]
pub struct ParagraphProperties {
    style: Option<String>,
    numbering: Numbering,
    level: Option<u8>,
    /// Whether its end was deleted, so that it goes on in the next one.
    pub goes_on: bool,
}

/// Of a cell (`tcPr`).
#[derive(Clone, Copy)]
pub struct CellProperties {
    /// How many columns it covers.
    pub columns: usize,
    /// Whether it is the lower part of one that began in a row above.
    pub goes_on: bool,
}

/// Of a row (`trPr`).
#[derive(Clone, Copy, Default)]
pub struct RowProperties {
    /// How many columns stay empty before its first cell.
    pub before: usize,
    pub is_deleted: bool,
}

impl ParagraphProperties {
    /// Reads the element that has just begun.
    pub fn read(&mut self, xml: &mut Xml) {
        xml.inside(&mut |tag| {
            match tag.name {
                "pStyle" => self.style = tag.value(),
                "numId" => self.numbering.list = tag.number(),
                "ilvl" => self.numbering.level = tag.number(),
                "outlineLvl" => self.level = tag.number().map(outline_level),
                // Of the mark at the end of the paragraph.
                "del" | "moveFrom" => self.goes_on = true,
                "pPrChange" | "rPrChange" | "sectPr" | "numberingChange" | "tabs" => return false,
                _ => {}
            }
            true
        });
    }

    /// Its place in a list and its level as a heading, with what its style says.
    pub fn with_style(self, styles: &Styles) -> (Numbering, Option<u8>) {
        let style = styles.paragraph(self.style.as_deref());
        let mut numbering = self.numbering;
        if let Some(style) = style.filter(|_| numbering.list.is_none()) {
            numbering = Numbering { level: numbering.level.or(style.numbering.level), ..style.numbering.clone() };
        }
        let level = self.level.or(style.and_then(|style| style.level)).filter(|&level| level > 0);
        (numbering, level)
    }
}

impl Default for CellProperties {
    fn default() -> Self {
        Self { columns: 1, goes_on: false }
    }
}

impl CellProperties {
    /// Reads the element that has just begun.
    pub fn read(&mut self, xml: &mut Xml) {
        xml.inside(&mut |tag| {
            match tag.name {
                "gridSpan" => self.columns = tag.number().unwrap_or(1),
                "vMerge" => self.goes_on = tag.value().as_deref() != Some("restart"),
                "tcPrChange" => return false,
                _ => {}
            }
            true
        });
    }
}

impl RowProperties {
    /// Reads the element that has just begun.
    pub fn read(&mut self, xml: &mut Xml) {
        xml.inside(&mut |tag| {
            match tag.name {
                "gridBefore" => self.before = tag.number().unwrap_or(0),
                "del" => self.is_deleted = true,
                "trPrChange" => return false,
                _ => {}
            }
            true
        });
    }
}

/// Whether the run whose properties (`rPr`) have just begun is hidden.
pub fn is_run_hidden(xml: &mut Xml, styles: &Styles) -> bool {
    let mut by_style = false;
    let mut own = None;
    xml.inside(&mut |tag| {
        match tag.name {
            "vanish" => own = Some(tag.is_on()),
            "rStyle" => by_style = tag.value().is_some_and(|id| styles.is_hidden(&id)),
            "rPrChange" => return false,
            _ => {}
        }
        true
    });
    own.unwrap_or(by_style)
}
