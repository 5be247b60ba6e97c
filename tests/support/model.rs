//! The facts of one made-up report: who, when, and all the numbers, which agree.
use super::{Cell, Edition, Fact, Rng, Which, organ::Organ, tables};

/// The facts.
#[derive(Clone, Debug)]
pub struct Model {
    /// The organ.
    pub organ: Organ,
    /// The report year.
    pub year: u64,
    /// The edition for that year.
    pub edition: Edition,
    /// Table two.
    pub two: tables::Two,
    /// Table three.
    pub three: Vec<[u64; 7]>,
    /// Table four.
    pub four: [u64; 15],
    /// 信息处理费 in yuan.
    pub fee: u64,
}

impl Model {
    /// The facts of chance.
    pub fn random(rng: &mut Rng) -> Self {
        let year = rng.range(2019, 2025);
        Self::of(year, Edition::of(year), rng)
    }

    /// The facts of chance for a year, in the tables of an edition.
    pub fn of(year: u64, edition: Edition, rng: &mut Rng) -> Self {
        let organ = Organ::random(rng);
        // The rules on fees apply from 2021; few organs ever took one.
        let fees = year >= 2021 && rng.chance(12);
        let three = tables::three(edition, &organ, fees, rng);
        let applications = three[0][6];
        let fee = if fees && applications > 2 { rng.pick(&[100, 200, 380, 400, 1240]) } else { 0 };
        let four = tables::four(&organ, applications, rng);
        let two = tables::two(edition, &organ, fee, rng);
        Self { organ, year, edition, two, three, four, fee }
    }

    /// A number of the tables that the text may tell; 0 for [`Fact::Listed`], which is in no table.
    pub fn value(&self, fact: Fact) -> u64 {
        let sum = |column: usize| self.three[0][column];
        let total = self.edition.total_row();
        match fact {
            Fact::New => sum(6),
            Fact::CarriedIn => self.three[1][6],
            Fact::All => sum(6) + self.three[1][6],
            Fact::Answered => self.three[total][6],
            Fact::CarriedOut => self.three[total + 1][6],
            Fact::Natural => sum(0),
            Fact::Legal => sum(6) - sum(0),
            Fact::Kind(kind) => self.kind(kind),
            Fact::Review => self.four[4],
            Fact::Litigation => self.four[9] + self.four[14],
            Fact::Direct => self.four[9],
            Fact::After => self.four[14],
            Fact::Outcome(outcome) => self.four[outcome],
            Fact::Document(column) => self.two.documents[column],
            Fact::Decision(which) => self.two.decisions[which],
            Fact::Fee => self.fee,
            Fact::Listed => 0,
            Fact::Unpaid => {
                if self.edition == Edition::E2021 {
                    self.three[total - 2][6]
                } else {
                    0
                }
            }
        }
    }

    /// The applications with a result of （一） to （六）, counted from 0.
    fn kind(&self, kind: usize) -> u64 {
        let mark = ["（一）", "（二）", "（三）", "（四）", "（五）", "（六）"][kind];
        let rows = self.edition.results().into_iter().zip(&self.three[2..]);
        rows.filter(|(label, _)| label.starts_with(mark)).map(|(_, row)| row[6]).sum()
    }

    /// What a cell holds.
    pub fn cell(&self, cell: Cell) -> String {
        match cell.table {
            Which::Two => self.two.cells[cell.row][cell.column].clone(),
            Which::Three => self.three[cell.row][cell.column].to_string(),
            Which::Four => self.four[cell.column].to_string(),
        }
    }
}
