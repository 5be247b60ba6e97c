//! The numbers of lists, which Word counts itself (`numbering.xml`).
use super::styles::{Numbering, Styles};
use crate::read::numbering::{NumberFormat, write};
use crate::read::xml::{Event, Tag, Xml};

/// All lists, and how far they have counted.
#[derive(Debug, Default)]
pub struct Lists {
    definitions: Vec<Definition>,
    /// By identifier.
    lists: Vec<List>,
}

/// How a kind of list counts; the lists of the kind go on counting where another one stopped.
#[derive(Debug, Default)]
struct Definition {
    id: usize,
    levels: [Level; LEVELS],
    /// The style whose list has the levels instead.
    elsewhere: String,
    /// The last number of each level; none before the first and after one of a higher level.
    counted: [Option<u32>; LEVELS],
}

/// A level of a list.
#[derive(Clone, Debug)]
struct Level {
    start: u32,
    format: NumberFormat,
    is_bullet: bool,
    /// `第%1章`, where `%1` is the number of the first level.
    text: String,
    /// The style whose paragraphs are of this level.
    style: String,
    /// Whether all numbers of it are written in digits.
    in_digits: bool,
    /// Whether the text follows without a gap.
    is_close: bool,
    /// The level, from 1, whose numbers start this one anew; 0 for none.
    restart: Option<usize>,
}

/// A list.
#[derive(Debug, Default)]
struct List {
    id: usize,
    /// The identifier of its definition.
    definition: usize,
    /// Levels with another start or as a whole different.
    own: Vec<(usize, Option<u32>, Option<Level>)>,
    /// Whether a paragraph of it was counted.
    has_begun: bool,
}

const LEVELS: usize = 9;

impl Default for Level {
    fn default() -> Self {
        Self {
            start: 1,
            format: NumberFormat::Decimal,
            is_bullet: false,
            text: String::new(),
            style: String::new(),
            in_digits: false,
            is_close: false,
            restart: None,
        }
    }
}

impl Lists {
    /// Reads the part.
    pub fn read(text: &str, styles: &Styles) -> Self {
        let mut xml = Xml::new(text);
        let mut all = Self::default();
        while let Some(event) = xml.next() {
            let Event::Open(tag) = event else { continue };
            match tag.name {
                "abstractNum" => all.definitions.push(definition(&tag, &mut xml)),
                "num" => all.lists.push(list(&tag, &mut xml)),
                _ => {}
            }
        }
        all.definitions.sort_by_key(|definition| definition.id);
        all.lists.sort_by_key(|list| list.id);
        for at in 0..all.lists.len() {
            let own = all.definition(all.lists[at].definition);
            let style = own.map(|own| all.definitions[own].elsewhere.as_str()).filter(|style| !style.is_empty());
            let other = style.and_then(|style| all.list(styles.list(style)?));
            if let Some(other) = other {
                all.lists[at].definition = all.lists[other].definition;
            }
        }
        all
    }

    /// Counts a paragraph, and writes its number with what stands between it and the text; none where it has none.
    pub fn count(&mut self, numbering: &Numbering) -> Option<String> {
        let list = self.list(numbering.list?)?;
        let definition = self.definition(self.lists[list].definition)?;
        let (list, definition) = (&mut self.lists[list], &mut self.definitions[definition]);
        let by_style = || definition.levels.iter().position(|level| level.style == numbering.style);
        let named = if numbering.style.is_empty() { None } else { by_style() };
        let at = numbering.level.or(named).unwrap_or(0).min(LEVELS - 1);
        if !std::mem::replace(&mut list.has_begun, true) {
            for (level, _, _) in list.own.iter().filter(|(_, start, _)| start.is_some()) {
                definition.counted[*level] = None;
            }
        }
        let number = definition.counted[at].map_or(list.start(definition, at), |number| number.saturating_add(1));
        definition.counted[at] = Some(number);
        for below in at + 1..LEVELS {
            if list.level(definition, below).restart.is_none_or(|level| level > at) {
                definition.counted[below] = None;
            }
        }
        list.written(definition, at)
    }

    fn list(&self, id: usize) -> Option<usize> {
        self.lists.binary_search_by_key(&id, |list| list.id).ok()
    }

    fn definition(&self, id: usize) -> Option<usize> {
        self.definitions.binary_search_by_key(&id, |definition| definition.id).ok()
    }
}

impl List {
    fn level<'l>(&'l self, definition: &'l Definition, at: usize) -> &'l Level {
        let own = self.own.iter().find_map(|(level, _, own)| own.as_ref().filter(|_| *level == at));
        own.unwrap_or(&definition.levels[at])
    }

    fn start(&self, definition: &Definition, at: usize) -> u32 {
        let own = self.own.iter().find_map(|(level, start, _)| start.filter(|_| *level == at));
        own.unwrap_or_else(|| self.level(definition, at).start)
    }

    /// Writes the number that a level has come to.
    fn written(&self, definition: &Definition, at: usize) -> Option<String> {
        let level = self.level(definition, at);
        if level.is_bullet {
            return None;
        }
        let mut text = String::new();
        let mut rest = level.text.chars().peekable();
        while let Some(c) = rest.next() {
            let digit = rest.peek().and_then(|next| next.to_digit(10)).filter(|n| c == '%' && (1..=9).contains(n));
            let Some(digit) = digit else {
                text.push(c);
                continue;
            };
            rest.next();
            let part = digit as usize - 1;
            let number = definition.counted[part].unwrap_or_else(|| self.start(definition, part));
            let format = self.level(definition, part).format;
            text.push_str(&write(number, if level.in_digits { NumberFormat::Decimal } else { format }));
        }
        if text.ends_with(char::is_alphanumeric) && !level.is_close {
            text.push(' ');
        }
        (!text.trim().is_empty()).then_some(text)
    }
}

/// Reads an `abstractNum` that has just begun.
fn definition(tag: &Tag, xml: &mut Xml) -> Definition {
    let mut definition = Definition { id: id(tag, "abstractNumId"), ..Definition::default() };
    let mut at = 0;
    xml.inside(&mut |tag| {
        match tag.name {
            "lvl" => {
                at = id(tag, "ilvl").min(LEVELS - 1);
                definition.levels[at] = Level::default();
            }
            "numStyleLink" => definition.elsewhere = tag.value().unwrap_or_default(),
            _ => return definition.levels[at].set(tag),
        }
        true
    });
    definition
}

/// Reads a `num` that has just begun.
fn list(tag: &Tag, xml: &mut Xml) -> List {
    let mut list = List { id: id(tag, "numId"), definition: usize::MAX, ..List::default() };
    xml.inside(&mut |tag| {
        match tag.name {
            "abstractNumId" => list.definition = tag.number().unwrap_or(usize::MAX),
            "lvlOverride" if list.own.len() < LEVELS => {
                list.own.push((id(tag, "ilvl").min(LEVELS - 1), None, None));
            }
            "startOverride" => {
                let start = tag.number().unwrap_or(1) as u32;
                list.own.last_mut().into_iter().for_each(|own| own.1 = Some(start));
            }
            "lvl" => list.own.last_mut().into_iter().for_each(|own| own.2 = Some(Level::default())),
            _ => {
                let own = list.own.last_mut().and_then(|own| own.2.as_mut());
                return own.is_none_or(|own| own.set(tag));
            }
        }
        true
    });
    list
}

impl Level {
    /// Takes an element of the level. Says whether what is in it belongs to the level too.
    fn set(&mut self, tag: &Tag) -> bool {
        match tag.name {
            "start" => self.start = tag.number().unwrap_or(1).min(1 << 16) as u32,
            "numFmt" => {
                let name = tag.value().unwrap_or_default();
                self.is_bullet = name == "bullet";
                self.format = format(&name);
            }
            "lvlText" => self.text = tag.value().unwrap_or_default(),
            "pStyle" => self.style = tag.value().unwrap_or_default(),
            "isLgl" => self.in_digits = tag.is_on(),
            "suff" => self.is_close = tag.value().as_deref() == Some("nothing"),
            "lvlRestart" => self.restart = tag.number(),
            // A fallback follows for programs that do not know the format, which is the better known one.
            "Choice" => return false,
            "pPr" | "rPr" => return false,
            _ => {}
        }
        true
    }
}

fn id(tag: &Tag, name: &str) -> usize {
    tag.get(name).and_then(|id| id.trim().parse().ok()).unwrap_or(0)
}

/// The format by its name in the file.
fn format(name: &str) -> NumberFormat {
    match name {
        "none" => NumberFormat::None,
        "decimalZero" => NumberFormat::LeadingZero,
        "decimalFullWidth" | "decimalFullWidth2" => NumberFormat::FullWidth,
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => NumberFormat::Circled,
        "decimalEnclosedFullstop" => NumberFormat::FullStop,
        "decimalEnclosedParen" => NumberFormat::Bracketed,
        "ideographEnclosedCircle" => NumberFormat::ChineseBracketed,
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "koreanCounting" => NumberFormat::Chinese,
        "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital" => NumberFormat::ChineseDigits,
        "chineseLegalSimplified" | "ideographLegalTraditional" | "japaneseLegal" => NumberFormat::ChineseLegal,
        "ideographTraditional" => NumberFormat::Stem,
        "ideographZodiac" => NumberFormat::Branch,
        "upperRoman" => NumberFormat::UpperRoman,
        "lowerRoman" => NumberFormat::LowerRoman,
        "upperLetter" => NumberFormat::UpperLetter,
        "lowerLetter" => NumberFormat::LowerLetter,
        _ => NumberFormat::Decimal,
    }
}
