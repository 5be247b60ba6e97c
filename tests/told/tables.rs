//! Tables that agree with what a sentence states, with everything that it leaves open filled so that all relations hold.
use std::collections::{BTreeMap, BTreeSet};

/// What a sentence states, by the keys of `numbers.json`.
pub type Facts = BTreeMap<String, u64>;

/// The results that have rows of their own, in the order of the form, with a row of each.
pub const RESULTS: [(&str, &str); 6] = [
    ("granted", "（一）予以公开"),
    ("partial", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"),
    ("denied", "6.属于四类过程性信息"),
    ("unable", "1.本机关不掌握相关政府信息"),
    ("not_processed", "2.重复申请"),
    ("other", "3.其他"),
];

/// The numbers of the tables that sentences tell of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tables {
    /// 新收, 上年结转, 总计, 结转下年度
    sums: [u64; 4],
    results: [u64; 6],
    review: u64,
    /// 未经复议直接起诉, 复议后起诉
    litigation: [u64; 2],
    /// In 元.
    fee: u64,
}

/// All tables worth trying that agree with `facts`; none where the facts themselves do not balance.
pub fn agreeing(facts: &Facts) -> Vec<Tables> {
    let told = |key: &str| facts.get(key).copied();
    let or = |key: &str, open: &[u64]| told(key).map_or(open.to_vec(), |value| vec![value]);
    let known: u64 = RESULTS.iter().filter_map(|(key, _)| told(key)).sum();
    let complete = RESULTS.iter().all(|(key, _)| told(key).is_some());
    let mut found = BTreeSet::new();
    for carried_in in or("carried_in", &[0, 3]) {
        let received = match (told("new"), told("new_or_total")) {
            (Some(new), _) => vec![Some(new)],
            (None, Some(all)) => std::iter::once(all).chain(all.checked_sub(carried_in)).map(Some).collect(),
            (None, None) => vec![None],
        };
        for carried_out in or("carried_out", &[0, 2]) {
            for &new in &received {
                let answered = told("answered").or(complete.then_some(known));
                let sums = match (new, answered) {
                    (Some(new), None) => (new + carried_in)
                        .checked_sub(carried_out)
                        .map(|answered| [new, carried_in, answered, carried_out]),
                    (None, answered) => {
                        let answered = answered.unwrap_or(known);
                        (answered + carried_out)
                            .checked_sub(carried_in)
                            .map(|new| [new, carried_in, answered, carried_out])
                    }
                    // What is open takes up the difference.
                    (Some(new), Some(answered)) => {
                        let (all, done) = (new + carried_in, answered + carried_out);
                        match (all == done, told("carried_out"), told("carried_in")) {
                            (true, ..) => Some([new, carried_in, answered, carried_out]),
                            (_, None, _) => all.checked_sub(answered).map(|left| [new, carried_in, answered, left]),
                            (_, _, None) => done.checked_sub(new).map(|before| [new, before, answered, carried_out]),
                            _ => None,
                        }
                    }
                };
                let Some(sums) = sums else { continue };
                for first in [false, true] {
                    if let Some(results) = results(facts, sums[2], first) {
                        let litigation = told("litigation").unwrap_or(0);
                        found.insert(Tables {
                            sums,
                            results,
                            review: told("review").unwrap_or(0),
                            litigation: if first { [litigation, 0] } else { [0, litigation] },
                            fee: told("fee_yuan").unwrap_or(0),
                        });
                    }
                }
            }
        }
    }
    found.into_iter().collect()
}

/// The results that make up `answered`: what is not told goes to the first or to the last kind that is open.
fn results(facts: &Facts, answered: u64, first: bool) -> Option<[u64; 6]> {
    let mut results = RESULTS.map(|(key, _)| facts.get(key).copied().unwrap_or(0));
    let rest = answered.checked_sub(results.iter().sum())?;
    let mut open = (0..6).filter(|&n| !facts.contains_key(RESULTS[n].0));
    match if first { open.next() } else { open.next_back() } {
        Some(open) => results[open] += rest,
        None if rest > 0 => return None,
        None => {}
    }
    Some(results)
}

/// Tables that agree with all of `facts` but one, and with what is `derived`; where these leave no room for that, with
/// as many as may be.
pub fn contradicting(facts: &Facts, derived: &Facts, key: &str) -> Vec<Tables> {
    let told = facts[key];
    // 信息处理费 is a part of what table two counts: only less contradicts it.
    let others =
        if key == "fee_yuan" { vec![0, told / 2] } else { vec![told + 2, told + 17, told.saturating_sub(1), 0] };
    let balance = ["carried_in", "carried_out", "new_or_total", "new", "answered"];
    let mut found = vec![];
    for other in others.into_iter().filter(|other| *other != told) {
        let mut changed = facts.clone();
        changed.insert(key.to_owned(), other);
        let mut exact = changed.clone();
        exact.extend(derived.clone());
        let mut tables = agreeing(&exact);
        if tables.is_empty() {
            tables = agreeing(&changed);
        }
        // A table of zeros only was not filled in, which is said of the table.
        for freed in balance.into_iter().filter(|_| other > 0).filter(|freed| *freed != key) {
            if tables.is_empty() {
                let mut fewer = changed.clone();
                fewer.remove(freed);
                tables = agreeing(&fewer);
            }
        }
        found.extend(tables.into_iter().filter(|tables| tables.contradicts(facts, key)).take(2));
    }
    found
}

impl Tables {
    /// Whether no reading of the tables gives the told number.
    fn contradicts(&self, facts: &Facts, key: &str) -> bool {
        let told = facts[key];
        let [new, carried_in, answered, carried_out] = self.sums;
        match key {
            // 收到 may mean all; 办结 without those carried in is another way to count.
            "new" | "new_or_total" => told != new && told != new + carried_in,
            "answered" => told != answered && told + carried_in != answered,
            "carried_in" => told != carried_in,
            "carried_out" => told != carried_out,
            _ => true,
        }
    }

    /// The lines of tables two, three and four in the shorthand of the examples.
    pub fn lines(&self) -> [String; 3] {
        let mut rows = vec![];
        let mut row = |label: &str, value: u64| {
            // Applicants of two kinds, as in most reports.
            let firms = value / 4;
            rows.push(format!("{label}={},{firms},0,0,0,0,{value}", value - firms));
        };
        row("一、本年新收政府信息公开申请数量", self.sums[0]);
        row("二、上年结转政府信息公开申请数量", self.sums[1]);
        for ((_, label), value) in RESULTS.iter().zip(self.results) {
            row(
                match *label {
                    "2.重复申请" => "三、本年度办理结果/（五）不予处理/2.重复申请",
                    "3.其他" => "三、本年度办理结果/（六）其他处理/3.其他",
                    label => label,
                },
                value,
            );
        }
        row("（七）总计", self.sums[2]);
        row("四、结转下年度继续办理", self.sums[3]);
        // The columns of applicants need not balance by quarters: all into one where they do not.
        let balanced = |part: fn(u64) -> u64| {
            let [new, carried_in, answered, carried_out] = self.sums.map(part);
            new + carried_in == answered + carried_out && answered == self.results.map(part).iter().sum::<u64>()
        };
        if !balanced(|value| value / 4) {
            rows = rows.iter().map(|row| alone(row)).collect();
        }
        let case = |total: u64| format!("{total},0,0,0,{total}");
        let [direct, after] = self.litigation;
        let fee = format!("{}.{:04}", self.fee / 10_000, self.fee % 10_000);
        [
            format!("【二：行政事业性收费={fee}】"),
            format!("【三：{}】", rows.join("；")),
            format!("【四：{},{},{}】", case(self.review), case(direct), case(after)),
        ]
    }
}

/// A row with all its applicants in the first column.
fn alone(row: &str) -> String {
    let (label, values) = row.rsplit_once('=').expect("a row has values");
    let total = values.rsplit_once(',').expect("a row has a total").1;
    format!("{label}={total},0,0,0,0,0,{total}")
}
