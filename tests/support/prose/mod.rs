//! Writes the report of a model in the words of real ones. Every number it tells agrees with the tables.
mod applications;
mod closing;
mod disclosure;
mod extras;
mod front;
mod general;

use super::{
    Draft, Fact, Model, Rng, Which,
    draft::{Body, Piece, Table, Text},
};

/// A writer: what it has written, and for whom.
pub struct Writer<'a> {
    model: &'a Model,
    rng: &'a mut Rng,
    blocks: Vec<(usize, Body)>,
    section: usize,
    /// How it calls itself throughout: 我镇.
    own: &'static str,
    /// Counts applications in 件, rarely otherwise.
    unit: &'static str,
    /// Writes small numbers as 一, 两, 三.
    chinese: bool,
}

/// Writes a report.
pub fn write(model: Model, rng: &mut Rng) -> Draft {
    let own = rng.pick(model.organ.selfs);
    let unit = if rng.chance(94) { "件" } else { rng.pick(&["条", "宗", "份"]) };
    let chinese = rng.chance(4);
    let mut writer = Writer { model: &model, rng, blocks: vec![], section: 0, own, unit, chinese };
    front::write(&mut writer);
    general::write(&mut writer);
    for (section, which) in [(2, Which::Two), (3, Which::Three), (4, Which::Four)] {
        writer.heading(section);
        if writer.chance(5) {
            writer.paragraph("<Y>年，<own>有关数据见下表。");
        }
        let rows = model.edition.shape(which).len();
        let mut cells = vec![vec![]; rows];
        for cell in model.edition.cells(which) {
            cells[cell.row].push(model.cell(cell));
        }
        writer.blocks.push((section, Body::Table(Table { which, cells, gone: vec![] })));
    }
    closing::write(&mut writer);
    let blocks = writer.blocks;
    Draft { model, blocks }
}

impl Writer<'_> {
    fn one_of(&mut self, of: &[&str]) -> String {
        self.rng.pick(of).to_owned()
    }

    fn chance(&mut self, percent: u64) -> bool {
        self.rng.chance(percent)
    }

    fn value(&self, fact: Fact) -> u64 {
        self.model.value(fact)
    }

    fn paragraph(&mut self, template: &str) {
        let text = self.fill(template);
        self.blocks.push((self.section, Body::Paragraph(text)));
    }

    fn heading(&mut self, section: usize) {
        self.section = section;
        let usual = [
            "总体情况",
            "主动公开政府信息情况",
            "收到和处理政府信息公开申请情况",
            "政府信息公开行政复议、行政诉讼情况",
            "存在的主要问题及改进情况",
            "其他需要报告的事项",
        ];
        let variant =
            ["", "", "", "政府信息公开行政复议和行政诉讼情况", "政府信息公开工作存在的主要问题及改进情况", ""]
                [section - 1];
        let name = if !variant.is_empty() && self.chance(8) { variant } else { usual[section - 1] };
        let number = ["一", "二", "三", "四", "五", "六"][section - 1];
        let text = vec![Piece { text: format!("{number}、{name}"), fact: None }];
        self.blocks.push((section, Body::Heading(text)));
    }

    /// Puts names and told numbers into a template: `<new>` is the number of new applications as a told fact, `<=12>` a
    /// number of a list that adds up.
    fn fill(&self, template: &str) -> Text {
        let mut text: Text = vec![];
        let mut words = String::new();
        let mut parts = template.split('<');
        words.push_str(parts.next().unwrap_or(""));
        for part in parts {
            let (name, rest) = part.split_once('>').expect("a slot is closed");
            if let Some(word) = self.word(name) {
                words.push_str(&word);
            } else if let Some(number) = name.strip_prefix('=') {
                text.push(Piece { text: std::mem::take(&mut words), fact: None });
                text.push(Piece { text: number.to_owned(), fact: Some(Fact::Listed) });
            } else {
                let fact = slot(name).unwrap_or_else(|| panic!("no slot <{name}>"));
                text.push(Piece { text: std::mem::take(&mut words), fact: None });
                text.push(Piece { text: self.number(self.value(fact)), fact: Some(fact) });
            }
            words.push_str(rest);
        }
        text.push(Piece { text: words, fact: None });
        text.retain(|piece| !piece.text.is_empty());
        text
    }

    fn word(&self, name: &str) -> Option<String> {
        let model = self.model;
        Some(match name {
            "Y" => model.year.to_string(),
            "Y-1" => (model.year - 1).to_string(),
            "Y+1" => (model.year + 1).to_string(),
            "organ" => model.organ.name.clone(),
            "own" => self.own.to_owned(),
            "all" => model.organ.all.clone(),
            "level" => model.organ.level.to_owned(),
            "leaders" => model.organ.leaders(),
            "u" => self.unit.to_owned(),
            _ => return None,
        })
    }

    fn number(&self, value: u64) -> String {
        let small = ["零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"];
        match small.get(value as usize) {
            Some(word) if self.chinese && value > 0 => (*word).to_owned(),
            _ => value.to_string(),
        }
    }
}

fn slot(name: &str) -> Option<Fact> {
    let digit = |at: usize| name.as_bytes().get(at).map(|byte| usize::from(byte - b'1'));
    Some(match name {
        "new" => Fact::New,
        "in" => Fact::CarriedIn,
        "sum" => Fact::All,
        "done" => Fact::Answered,
        "out" => Fact::CarriedOut,
        "natural" => Fact::Natural,
        "legal" => Fact::Legal,
        "review" => Fact::Review,
        "suits" => Fact::Litigation,
        "direct" => Fact::Direct,
        "after" => Fact::After,
        "fee" => Fact::Fee,
        "unpaid" => Fact::Unpaid,
        _ if name.starts_with('k') => Fact::Kind(digit(1)?),
        _ if name.starts_with('o') => Fact::Outcome(digit(1)?),
        _ if name.starts_with('d') => Fact::Document(digit(1)?),
        _ if name.starts_with('c') => Fact::Decision(digit(1)?),
        _ => return None,
    })
}
