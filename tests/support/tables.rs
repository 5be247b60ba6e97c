//! Numbers for the tables that agree with each other.
use super::{
    Edition, Rng,
    organ::{Kind, Organ},
};

/// Table two: what stands in the cells, and the numbers of it that the text may tell.
#[derive(Clone, Debug, Default)]
pub struct Two {
    /// The cells as written, row by row.
    pub cells: Vec<Vec<String>>,
    /// Normative documents: made, repealed (2019: published), in force (2019: published in all).
    pub documents: [u64; 3],
    /// Decisions on licences, penalties, coercion.
    pub decisions: [u64; 3],
}

/// Table three by rows. All relations hold: every row adds up to its last number, every column to its 总计, and 新收
/// and 结转 to 总计 and 结转下年度.
pub fn three(edition: Edition, organ: &Organ, fees: bool, rng: &mut Rng) -> Vec<[u64; 7]> {
    let mut rows = vec![[0; 7]; edition.three()];
    let empty = [45, 25, 8, 0][organ.size];
    if rng.chance(empty) {
        return rows;
    }
    let (low, high) = [(1, 30), (1, 160), (20, 900), (300, 6000)][organ.size];
    let all = rng.skewed(low, high);
    let weights = [[900, 80, 0, 0, 10, 10], [800, 120, 3, 7, 40, 30]][usize::from(organ.size > 1)];
    let results = result_weights(edition, fees, rng);
    for _ in 0..all.min(400) {
        // A large number is drawn in lots, so that it costs no more than a small one and still looks uneven.
        let lot = if all > 400 { rng.range(1, 2 * (all / 400)) } else { 1 };
        let column = rng.weighted(&weights);
        rows[if rng.chance(6) { 1 } else { 0 }][column] += lot;
        let finished = !rng.chance(4);
        rows[if finished { 2 + rng.weighted(&results) } else { edition.three() - 1 }][column] += lot;
    }
    total(edition, &mut rows);
    rows
}

/// How often each result occurs; uneven and partly absent, as in reality.
fn result_weights(edition: Edition, fees: bool, rng: &mut Rng) -> Vec<u64> {
    let usual = [360, 90, 4, 20, 6, 18, 16, 18, 12, 24, 260, 30, 22, 24, 14, 4, 2, 8];
    let mut weights: Vec<u64> = usual.iter().map(|&weight| if rng.chance(70) { weight } else { 0 }).collect();
    weights[0] = 360;
    match edition {
        Edition::E2019 => weights.push(40),
        Edition::E2021 => weights.extend([30, if fees { 10 } else { 0 }, 40]),
    }
    weights
}

/// Fills the row and the column 总计.
fn total(edition: Edition, rows: &mut [[u64; 7]]) {
    let total = edition.total_row();
    for column in 0..6 {
        rows[total][column] = rows[2..total].iter().map(|row| row[column]).sum();
    }
    for row in rows {
        row[6] = row[..6].iter().sum();
    }
}

/// Table four: three times the outcomes and their sum.
pub fn four(organ: &Organ, applications: u64, rng: &mut Rng) -> [u64; 15] {
    let mut cells = [0; 15];
    if applications == 0 || rng.chance([85, 65, 25, 0][organ.size]) {
        return cells;
    }
    for (block, weight) in [(0, 3), (1, 1), (2, 1)] {
        let cases = rng.range(0, 1 + weight * applications / 40);
        for _ in 0..cases.min(60) {
            cells[block * 5 + rng.weighted(&[70, 10, 15, 12])] += 1 + cases / 60;
        }
        cells[block * 5 + 4] = cells[block * 5..block * 5 + 4].iter().sum();
    }
    cells
}

/// Table two. `fee` is the 信息处理费 in yuan, which is part of the fees of the 2021 edition.
pub fn two(edition: Edition, organ: &Organ, fee: u64, rng: &mut Rng) -> Two {
    let mut two = Two { decisions: decisions(organ, rng), ..Two::default() };
    let rules = if organ.makes_rules() { document_counts(2, 40, rng) } else { [0; 3] };
    let most = [2, 4, 12, 40][organ.size];
    two.documents = if rng.chance(60) { document_counts(most, most * 6, rng) } else { [0; 3] };
    two.cells = match edition {
        Edition::E2021 => {
            let mut cells = vec![row(&rules), row(&two.documents)];
            cells.extend(two.decisions.map(|count| row(&[count])));
            cells.push(vec![money(organ, fee, rng)]);
            cells
        }
        Edition::E2019 => {
            // Made and published in the year, and published in all: the same three numbers, read otherwise.
            let published = |[made, _, valid]: [u64; 3]| [made, made, valid];
            let rules = published(rules);
            two.documents = published(two.documents);
            let mut cells = vec![row(&rules), row(&two.documents)];
            let services = if rng.chance(70) { 0 } else { rng.skewed(1, 400) };
            for cases in [two.decisions[0], services, two.decisions[1], two.decisions[2]] {
                cells.push(items(cases, rng));
            }
            cells.push(items(0, rng)[..2].to_vec());
            cells.push(purchases(organ, rng));
            cells
        }
    };
    two
}

fn row(numbers: &[u64]) -> Vec<String> {
    numbers.iter().map(u64::to_string).collect()
}

/// Made, repealed, in force: those made this year are in force unless repealed.
fn document_counts(made: u64, stock: u64, rng: &mut Rng) -> [u64; 3] {
    let made = rng.range(0, made);
    let old = rng.skewed(0, stock);
    let repealed = if rng.chance(60) { 0 } else { rng.range(0, old / 3) };
    [made, repealed, old + made - repealed.min(old)]
}

/// Licences, penalties, coercion.
fn decisions(organ: &Organ, rng: &mut Rng) -> [u64; 3] {
    let most = match organ.kind {
        Kind::Province | Kind::City => 90_000,
        Kind::County => 12_000,
        _ if organ.enforces => 2_600,
        Kind::Town | Kind::Township | Kind::Street if rng.chance(50) => 120,
        _ => 0,
    };
    if most == 0 {
        return [0; 3];
    }
    let coercion = if rng.chance(50) { 0 } else { rng.skewed(0, most / 20) };
    [rng.skewed(most / 40 + 1, most), rng.skewed(most / 60 + 1, most / 2 + 2), coercion]
}

/// The fees of the year in 万元, at least what was taken for information.
fn money(organ: &Organ, fee: u64, rng: &mut Rng) -> String {
    let most = [0, 300, 4000, 90_000][organ.size];
    if most == 0 || (fee == 0 && rng.chance(40)) {
        return if fee == 0 { "0".to_owned() } else { format!("{:.3}", fee as f64 / 10_000.0) };
    }
    let whole = rng.skewed(2, most);
    match rng.below(4) {
        0 => whole.to_string(),
        1 => format!("{whole}.{}", rng.range(1, 9)),
        2 => format!("{whole}.{:02}", rng.range(0, 9) * 10 + rng.range(1, 9)),
        _ => format!("{whole}.{:03}{}", rng.range(0, 999), rng.range(1, 9)),
    }
}

/// A row of 2019: items of last year, their change, decisions. Decisions count cases, not items.
fn items(cases: u64, rng: &mut Rng) -> Vec<String> {
    if cases == 0 {
        return row(&[0, 0, 0]);
    }
    let before = rng.range(3, 300);
    let change = if rng.chance(50) { 0 } else { rng.range(0, 16) as i64 - 8.min(before as i64) };
    let cases = if cases as i64 == before as i64 + change { cases + 1 } else { cases };
    vec![before.to_string(), change.to_string(), cases.to_string()]
}

/// 政府集中采购 of 2019, whose label has no unit: cells with units are usual.
fn purchases(organ: &Organ, rng: &mut Rng) -> Vec<String> {
    if rng.chance(40) {
        return row(&[0, 0]);
    }
    let count = rng.skewed(1, [9, 40, 300, 2000][organ.size]);
    let amount = match rng.below(4) {
        0 => format!("{}元", rng.range(2_000, 900_000)),
        1 => format!("{}.{:02}万元", rng.range(1, 600), rng.range(1, 99)),
        2 => format!("{}.{}", rng.range(1, 600), rng.range(1, 9)),
        _ => rng.range(1, 900).to_string(),
    };
    vec![count.to_string(), amount]
}
