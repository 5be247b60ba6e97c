//! What a place demands of its reports beyond the official form, as data.
//!
//! A profile is a Markdown file that reads like a notice to those who write reports; see docs/CONTRIBUTING.md for the
//! notation. Two examples with made-up places stand beside this file; people bring files of their own.
mod parse;

use std::sync::LazyLock;

use crate::{
    options::Choice,
    report::{Organ, OrganKind},
    text::label::Label,
};

/// The demands of a place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// The name of the place: `云岭省`.
    pub name: String,
    /// The document that makes the demands.
    pub basis: String,
    /// The demands on sections and on the whole report, in the order of the file.
    pub demands: Vec<Demand>,
    /// By when a report is to be published, in the order of the file.
    pub deadlines: Vec<Deadline>,
    /// Rules that are silenced or weigh more or less than usual.
    pub choices: Vec<Choice>,
}

/// What is demanded of one section or of the whole report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Demand {
    /// The numeral of the section; none for the whole report.
    pub section: Option<String>,
    /// What must be written: of each list one phrase, word for word.
    pub phrases: Vec<Vec<String>>,
    /// The most words, counted as [`count_words`](crate::text::count::words) does.
    pub limit: Option<usize>,
    /// Labels of rows that its table may have beyond the form.
    pub rows: Vec<String>,
}

/// The last day on which the report of some organs is to be published, in the year after the report year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// Whose reports.
    pub organs: Organs,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month, 1 to 31.
    pub day: u8,
}

/// Kinds of organs as deadlines tell them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Organs {
    /// 县级以上人民政府
    Governments,
    /// Departments of governments.
    Departments,
    /// 乡镇人民政府 and 街道办事处
    Grassroots,
    /// 开发区
    Zones,
    /// All that have no deadline of their own, and those whose kind is not known.
    Others,
}

impl Organs {
    const ALL: [Self; 5] = [Self::Governments, Self::Departments, Self::Grassroots, Self::Zones, Self::Others];

    /// The word that a profile uses.
    pub fn label(self) -> &'static str {
        match self {
            Self::Governments => "政府",
            Self::Departments => "政府部门",
            Self::Grassroots => "乡镇街道",
            Self::Zones => "开发区",
            Self::Others => "其他",
        }
    }

    fn of(organ: &Organ) -> Self {
        match organ.kind {
            Some(OrganKind::Government) => Self::Governments,
            Some(OrganKind::Bureau | OrganKind::Commission | OrganKind::Department) => Self::Departments,
            Some(OrganKind::Town | OrganKind::Township | OrganKind::Street) => Self::Grassroots,
            Some(OrganKind::Zone) => Self::Zones,
            // The office of a government often speaks for it, so that its name alone does not tell.
            Some(OrganKind::Office) | None => Self::Others,
        }
    }
}

impl Profile {
    /// The examples that gouji brings.
    pub fn built_in() -> &'static [Profile] {
        static ALL: LazyLock<Vec<Profile>> = LazyLock::new(|| {
            let sources = [include_str!("云岭省.md"), include_str!("江州市.md")];
            sources.into_iter().filter_map(|source| Profile::parse(source).ok()).collect()
        });
        &ALL
    }

    /// The example with this name.
    pub fn named(name: &str) -> Option<&'static Profile> {
        Self::built_in().iter().find(|profile| profile.name == name)
    }

    /// Whether the table of a section may have a row with this label.
    pub fn allows_row(&self, section: &str, label: &str) -> bool {
        let label = Label::new(label).body;
        let demands = self.demands.iter().filter(|demand| demand.section.as_deref() == Some(section));
        demands.flat_map(|demand| &demand.rows).any(|row| Label::new(row).body == label)
    }

    /// By when an organ is to publish its report.
    pub fn deadline(&self, organ: &Organ) -> Option<&Deadline> {
        let of = |organs| self.deadlines.iter().find(|deadline| deadline.organs == organs);
        of(Organs::of(organ)).or_else(|| of(Organs::Others))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_examples_can_be_read() {
        let names: Vec<_> = Profile::built_in().iter().map(|profile| profile.name.as_str()).collect();
        assert_eq!(names, ["云岭省", "江州市"]);
    }

    #[test]
    fn rows_are_allowed_in_their_own_table_only() {
        let profile = Profile::named("江州市").unwrap();
        assert!(profile.allows_row("二", "其他 主动公开文件"));
        assert!(!profile.allows_row("三", "其他主动公开文件"));
        assert!(!profile.allows_row("二", "其他"));
    }

    #[test]
    fn deadlines_differ_by_kind_of_organ() {
        let profile = Profile::named("云岭省").unwrap();
        let month = |name| profile.deadline(&Organ::new(name)).unwrap().month;
        assert_eq!(
            [month("云岭县人民政府"), month("云岭县水务局"), month("云岭县青石镇人民政府"), month("")],
            [3, 1, 1, 1]
        );
        assert_eq!(Profile::default().deadline(&Organ::new("云岭县水务局")), None);
    }
}
