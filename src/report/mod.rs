//! The document laid over the form: what rules may ask.
mod address;
mod arithmetic;
mod aspects;
mod bind;
mod columns;
mod counts;
pub mod dates;
mod elsewhere;
pub mod facts;
mod identity;
mod near;
mod organ;
pub mod parts;
mod passage;
pub mod ratios;
mod rows;
mod sections;
mod table;
mod told;

use std::cell::OnceCell;

use crate::{
    document::{Block, Document},
    form::Form,
    profile::Profile,
    text::{
        Span, any,
        digits::{Row, rows},
        label::Label,
        sentence::sentences,
    },
};

pub use address::Address;
pub use arithmetic::Arithmetic;
pub use aspects::{Aspect, aspects};
pub use columns::{Header, HeaderCell};
pub use identity::{Period, Title};
pub use near::Near;
pub use organ::{Level, Organ, OrganKind};
use parts::{Breakdown, breakdowns};
pub use passage::Passage;
pub use sections::{FoundSection, Variant};
pub use table::{BoundCell, BoundRow, BoundTable, ForeignRow};
pub use told::{TableNumber, ToldNumber, Verdict};

/// A document, understood as an annual report.
#[derive(Debug)]
pub struct Report<'d> {
    /// The document.
    pub doc: &'d Document,
    /// The title, if there is one.
    pub title: Option<Title>,
    /// The period of the numbers, if the text states it.
    pub period: Option<Period>,
    /// The name of the organ.
    pub organ: Option<Span>,
    /// What that name tells.
    pub body: Organ,
    /// The report year, and where it is told.
    pub year: Option<(u16, Span)>,
    /// The edition that most of the tables follow; without tables the one that applies to the year.
    pub form: &'static Form,
    /// The edition that applies to the report year, where the year is known.
    pub due: Option<&'static Form>,
    /// The sections that were found, in the order of the document.
    pub sections: Vec<FoundSection>,
    /// The heading at which a second report begins, if there is one.
    pub second: Option<Span>,
    /// The tables that were found, in the order of the form.
    pub tables: Vec<BoundTable>,
    /// The report of the year before, where it is given.
    pub last_year: Option<&'d Report<'d>>,
    /// The demands of a place beyond the form, where they are given.
    pub profile: Option<&'d Profile>,
    /// The numbers told in the text, compared with the tables.
    pub told: Vec<ToldNumber>,
    /// The sums of each table, and which of its cells are wrong.
    pub sums: Vec<Arithmetic>,
    /// The words that rules look for, by the number of the rule in the catalogue: the number of the word in its list, and
    /// where it stands. All of them are found in one pass, when the first rule asks.
    pub(crate) seen: OnceCell<Vec<Vec<(usize, Span)>>>,
    passages: OnceCell<Vec<Passage<'d>>>,
    breakdowns: OnceCell<Vec<Breakdown>>,
    long_numbers: OnceCell<Vec<Row>>,
}

/// How many bytes of a document are read as running text; a long report has a fiftieth of it.
const MAX_PROSE: usize = 2 << 20;

impl<'d> Report<'d> {
    /// Lays a document over the form that fits it.
    pub fn new(doc: &'d Document) -> Self {
        // All editions have the same headings, so that any of them finds the sections.
        let headings = sections::headings(doc);
        let sections = sections::sections(doc, &headings, Form::latest());
        let body = sections.first().map_or(doc.text.len(), |first| first.heading.start);
        let title = identity::title(doc, body);
        let period = identity::period(doc);
        // Of two years in a title, that of the period is meant.
        let agrees = |year: &(u16, Span)| period.is_some_and(|period| period.from.0 == year.0);
        let year = title.as_ref().and_then(|title| title.year_again.filter(agrees).or(title.year));
        let year = year.or(period.map(|period| period.from)).or_else(|| identity::year_of_text(doc));
        let organ = title.as_ref().and_then(|title| title.organ).or_else(|| identity::organ_of_text(doc));
        let due = year.and_then(|(year, _)| Form::for_year(year));
        let tables = bind::bind_tables(doc, &sections, due);
        let form = bind::edition(&tables, due);
        let second = sections::second_report(doc, &headings, Form::latest());
        let body = Organ::new(organ.map_or("", |organ| doc.str(organ)));
        let (told, sums, last_year, profile) = (vec![], vec![], None, None);
        let (seen, passages, breakdowns, long_numbers) =
            (OnceCell::new(), OnceCell::new(), OnceCell::new(), OnceCell::new());
        let mut report = Self {
            doc,
            title,
            period,
            organ,
            body,
            year,
            form,
            due,
            sections,
            second,
            tables,
            last_year,
            profile,
            told,
            sums,
            seen,
            passages,
            breakdowns,
            long_numbers,
        };
        report.calculate();
        report
    }

    /// Tries the relations of the tables with the help of the numbers told in the text, and then compares the two.
    fn calculate(&mut self) {
        let facts = told::told_facts(self);
        let vouched = told::vouched(&self.tables, &facts);
        let of_table = |n: usize| {
            let own = vouched.iter().filter(move |(table, ..)| *table == n);
            own.map(|&(_, cell, value)| (cell, value)).collect::<Vec<_>>()
        };
        self.sums = self.tables.iter().enumerate().map(|(n, table)| Arithmetic::new(table, &of_table(n))).collect();
        let organ = self.body.name.clone();
        self.told = told::Lookup {
            doc: self.doc,
            year: self.year.map(|(year, _)| year),
            tables: &self.tables,
            sums: &self.sums,
            organ,
        }
        .compare(facts);
    }

    /// The text that a span covers.
    pub fn str(&self, span: Span) -> &'d str {
        self.doc.str(span)
    }

    /// The table of the section with this numeral.
    pub fn table(&self, number: &str) -> Option<&BoundTable> {
        self.tables.iter().find(|table| table.section.number == number)
    }

    /// The table of the section with this numeral, if all its sums hold: what is said of numbers that are in doubt
    /// already would blame one fault twice.
    pub fn sound_table(&self, number: &str) -> Option<&BoundTable> {
        let sound = self.tables.iter().zip(&self.sums).filter(|(_, sums)| sums.causes.is_empty());
        sound.map(|(table, _)| table).find(|table| table.section.number == number)
    }

    /// The section with this numeral.
    pub fn section(&self, number: &str) -> Option<&FoundSection> {
        self.sections.iter().find(|found| found.section.number == number)
    }

    /// The year of the report and where it is told, unless the title names two and no period tells which is meant.
    pub fn sure_year(&self) -> Option<(u16, Span)> {
        let doubtful = self.title.as_ref().is_some_and(Title::has_two_years);
        self.year.filter(|(year, _)| !doubtful || self.period.is_some_and(|period| period.from.0 == *year))
    }

    /// The title that is printed above or below [`Self::title`], where there are two.
    pub fn other_title(&self) -> Option<Title> {
        let end = self.sections.first().map_or(self.doc.text.len(), |first| first.heading.start);
        identity::other_title(self.doc, end, self.title.as_ref()?)
    }

    /// The headings of the level of the sections, with their numbers, in the order of the document.
    pub fn top_headings(&self) -> Vec<(u32, Span)> {
        sections::top_headings(self.doc, &self.sections)
    }

    /// The running text of the section with this numeral, without its heading and the foot of a page: paragraphs, and what
    /// stands behind the heading in its own one.
    pub fn running(&self, number: &'static str) -> impl Iterator<Item = Span> {
        let heading = self.section(number).map_or(Span::default(), |found| found.heading);
        let own = self.paragraphs().filter(move |(section, _)| *section == Some(number)).map(|(_, span)| span);
        let behind = own.map(move |span| {
            let span = if span.contains(heading) { Span::new(heading.end, span.end) } else { span };
            let rest = self.str(span).trim_start_matches(['。', '：', ':']);
            Span::new(span.end - rest.len(), span.end).trim(&self.doc.text)
        });
        // What a portal prints below a report begins with one of these.
        const FOOT: [&str; 12] = [
            "分享到",
            "责任编辑",
            "【打印",
            "【关闭",
            "[打印",
            "[关闭",
            "打印本页",
            "上一篇",
            "下一篇",
            "扫一扫",
            "主办",
            "版权所有",
        ];
        let is_foot = move |span: &Span| any::begins(self.str(*span), &FOOT);
        behind.filter(|span| !span.is_empty()).take_while(move |span| !is_foot(span))
    }

    /// Whether all six sections were found: what has them is a report as its author finished it.
    pub fn is_full(&self) -> bool {
        self.sections.len() == self.form.sections.len()
    }

    /// Whether this is a report and not a part of one: a missing section is a fault only then.
    pub fn is_whole(&self) -> bool {
        self.sections.len() >= 3 || (self.title.is_some() && !(self.sections.is_empty() && self.tables.len() < 3))
    }

    /// Whether there is anything of an annual report in the document.
    pub fn is_report(&self) -> bool {
        self.title.is_some() || !self.tables.is_empty() || self.sections.len() >= 2
    }

    /// Whether the text of a section has the words of a label somewhere: a row or a table that was not found may then
    /// only be jumbled, as copying from some programs jumbles it.
    pub fn mentions(&self, number: &str, label: &str) -> bool {
        let span = self.section(number).map_or(Span::new(0, self.doc.text.len()), |found| found.span);
        let start = self.section(number).map_or(0, |found| found.heading.len());
        let text = Label::new(&self.str(span)[start..]).body;
        let words: Vec<char> = Label::new(label).body.into_iter().take(12).collect();
        words.len() >= 4 && text.windows(words.len()).any(|window| window == words)
    }

    /// Whether `last` is the same organ's report of the year before.
    pub fn follows(&self, last: &Report) -> bool {
        let years = match (self.year, last.year) {
            (Some((year, _)), Some((before, _))) => year == before + 1,
            _ => false,
        };
        let name = |report: &Report| -> Option<String> {
            let organ = report.str(report.organ?).split_whitespace().collect::<String>();
            Some(organ.trim_end_matches("人民政府").to_owned())
        };
        let same = match (name(self), name(last)) {
            (Some(own), Some(before)) => own == before,
            _ => true,
        };
        years && same
    }

    /// What must be known about the reading: what the reader says of the file, and whether next to nothing was recognized.
    pub fn notes(&self) -> Vec<String> {
        let bare = self.is_report() && self.sections.is_empty() && self.tables.is_empty();
        let own = bare.then(|| "没有认出规定的六个部分和三张表，只核对了文字；请放入完整的报告".to_owned());
        self.doc.notes.iter().cloned().chain(own).collect()
    }

    /// Where a mark stands that is about the whole report: the first paragraph or cell.
    pub fn first_piece(&self) -> Span {
        match self.doc.blocks.first() {
            Some(Block::Paragraph(paragraph)) => paragraph.span,
            Some(Block::Table(table)) => table.cells.first().map_or(Span::default(), |cell| cell.span),
            None => Span::default(),
        }
    }

    /// The paragraphs of running text, with the numeral of the section that each stands in. Those behind [`MAX_PROSE`] are
    /// left out: no report is that long, and some rules take several times the memory of what they read.
    pub fn paragraphs(&self) -> impl Iterator<Item = (Option<&'static str>, Span)> {
        let paragraphs = self.doc.paragraphs().take_while(|paragraph| paragraph.span.end < MAX_PROSE);
        paragraphs.map(|paragraph| (self.section_at(paragraph.span.start), paragraph.span))
    }

    /// The paragraphs of running text, ready for reading their numbers; made when the first rule asks.
    pub fn passages(&self) -> &[Passage<'d>] {
        self.passages.get_or_init(|| {
            let of = |(section, span): (_, Span)| Passage::new(section, self.doc.str(span), span.start);
            self.paragraphs().map(of).collect()
        })
    }

    /// The totals of running text that have a list of parts; found when the first rule asks.
    pub fn breakdowns(&self) -> &[Breakdown] {
        self.breakdowns.get_or_init(|| self.passages().iter().flat_map(breakdowns).collect())
    }

    /// The long numbers of running text, which may stand for a person; found when the first rule asks.
    pub fn long_numbers(&self) -> &[Row] {
        let of = |span: Span| rows(self.str(span)).into_iter().map(move |row| row.shift(span.start));
        self.long_numbers.get_or_init(|| self.paragraphs().flat_map(|(_, span)| of(span)).collect())
    }

    /// The sentences of running text, with the numeral of the section that each stands in.
    pub fn sentences(&self) -> impl Iterator<Item = (Option<&'static str>, Span)> {
        let of = |(section, span): (_, Span)| {
            sentences(self.str(span)).map(move |sentence| (section, sentence.shift(span.start)))
        };
        self.paragraphs().flat_map(of)
    }

    /// The numeral of the section that a position stands in.
    pub fn section_at(&self, position: usize) -> Option<&'static str> {
        let inside = |found: &&FoundSection| found.span.start <= position && position <= found.span.end;
        self.sections.iter().find(inside).map(|found| found.section.number.as_str())
    }
}
