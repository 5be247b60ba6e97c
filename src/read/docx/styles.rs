//! What the styles of a document say of its paragraphs and runs (`styles.xml`).
use crate::read::xml::{Event, Tag, Xml};

/// All styles.
#[derive(Debug, Default)]
pub struct Styles {
    /// By identifier.
    styles: Vec<Style>,
    /// The style of paragraphs that name none.
    default: usize,
}

/// What a style says, with what those say that it is based on.
#[derive(Clone, Debug, Default)]
pub struct Style {
    pub id: String,
    based_on: String,
    pub numbering: Numbering,
    /// The level of a heading, from 1; 0 for running text.
    pub level: Option<u8>,
    pub is_hidden: Option<bool>,
}

/// Which list a paragraph belongs to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Numbering {
    /// The list; 0 for none.
    pub list: Option<usize>,
    /// The level in it, from 0.
    pub level: Option<usize>,
    /// The style that said so: it may be what the list knows its level by.
    pub style: String,
}

/// How far styles are based on others.
const MAX_STEPS: usize = 20;

impl Styles {
    /// Reads the part.
    pub fn read(text: &str) -> Self {
        let mut xml = Xml::new(text);
        let mut styles = Vec::new();
        let mut default = String::new();
        while let Some(event) = xml.next() {
            let Event::Open(tag) = event else { continue };
            if tag.name != "style" {
                continue;
            }
            let style = style(&tag, &mut xml);
            if tag.get("default").is_some_and(|value| value == "1" || value == "true")
                && tag.get("type").is_some_and(|kind| kind == "paragraph")
            {
                default.clone_from(&style.id);
            }
            styles.push(style);
        }
        styles.sort_by(|a: &Style, b| a.id.cmp(&b.id));
        let mut styles = Self { styles, default: usize::MAX };
        styles.default = styles.find(&default).unwrap_or(usize::MAX);
        let whole = (0..styles.styles.len()).map(|at| styles.whole(at)).collect();
        styles.styles = whole;
        styles
    }

    /// A style; where it is not known, or none is named, the style of paragraphs that name none.
    pub fn paragraph(&self, id: Option<&str>) -> Option<&Style> {
        self.styles.get(id.and_then(|id| self.find(id)).unwrap_or(self.default))
    }

    /// Whether text in a style of characters is hidden.
    pub fn is_hidden(&self, id: &str) -> bool {
        self.find(id).is_some_and(|style| self.styles[style].is_hidden == Some(true))
    }

    /// The list that a style belongs to.
    pub fn list(&self, id: &str) -> Option<usize> {
        self.styles[self.find(id)?].numbering.list
    }

    fn find(&self, id: &str) -> Option<usize> {
        self.styles.binary_search_by(|style| style.id.as_str().cmp(id)).ok()
    }

    /// A style with what those say that it is based on.
    fn whole(&self, at: usize) -> Style {
        let mut whole = self.styles[at].clone();
        let mut based_on = whole.based_on.as_str();
        for _ in 0..MAX_STEPS {
            let Some(base) = self.find(based_on).map(|base| &self.styles[base]) else { break };
            whole.level = whole.level.or(base.level);
            whole.is_hidden = whole.is_hidden.or(base.is_hidden);
            if whole.numbering.list.is_none() {
                let level = whole.numbering.level.or(base.numbering.level);
                whole.numbering = Numbering { level, ..base.numbering.clone() };
            }
            based_on = &base.based_on;
        }
        whole
    }
}

/// Reads a style that has just begun.
fn style(tag: &Tag, xml: &mut Xml) -> Style {
    let mut style = Style { id: tag.get("styleId").unwrap_or_default(), ..Style::default() };
    let mut named = None;
    xml.inside(&mut |tag| {
        match tag.name {
            "name" => named = level_by_name(&tag.value().unwrap_or_default()),
            "basedOn" => style.based_on = tag.value().unwrap_or_default(),
            "outlineLvl" => style.level = tag.number().map(outline_level),
            "numId" => style.numbering.list = tag.number(),
            "ilvl" => style.numbering.level = tag.number(),
            "vanish" => style.is_hidden = Some(tag.is_on()),
            // The formats of parts of tables, and what the style was before it was changed.
            "tblStylePr" | "rPrChange" | "pPrChange" => return false,
            _ => {}
        }
        true
    });
    style.level = style.level.or(named);
    style.numbering.style.clone_from(&style.id);
    style
}

/// Word counts outline levels from 0; 9 is running text.
pub fn outline_level(level: usize) -> u8 {
    if level < 9 { level as u8 + 1 } else { 0 }
}

/// The level of a style that Word has from the beginning.
fn level_by_name(name: &str) -> Option<u8> {
    let name = name.to_ascii_lowercase();
    let number = name.strip_prefix("heading ").or_else(|| name.strip_prefix("标题 "))?;
    number.trim().parse().ok().filter(|level| (1..=9).contains(level))
}
