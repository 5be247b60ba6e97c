//! The counts over all cases, how they are told, and what they must be.
use super::{Case, score::Outcome};
use crate::{judge::Judged, support::fault::Kind};
use gouji::{finding::Severity, rules};
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

/// How many examples of a failure are shown.
const SHOWN: usize = 3;

/// Hints beside a fault that is in truth two: the code of the fault's rule, the hint (`?` stands for any), and why.
const DOUBLE: &[(&str, &str, &str)] = &[
    ("E102", "V211?", "what is told as a problem is not the case that was corrected"),
    ("K101", "S401?", "with the name of an aspect the aspect is gone"),
    ("S201", "D109?", "the short name was told beside the heading"),
    ("S103", "Y203?", "the period may have stood beside the title"),
    ("S303", "V101?", "the cells that are left stand elsewhere, and one is blank"),
    ("S401", "D109?", "the short name was told where the aspect was"),
    ("X201", "S403?", "the sentence on cases comes under a heading of chance"),
    ("Y101", "V209?", "the numbers do not go into the other table"),
    ("Y102", "?", "the year goes with the title, the period and all that was told"),
    ("Y202", "S103?", "without a title only the ends of the period can be compared"),
];

/// The counts of a rule.
#[derive(Default)]
struct Score {
    tried: usize,
    found: usize,
    placed: usize,
    /// Further findings, by code; those of hints end in `?`.
    beside: BTreeMap<String, usize>,
}

/// The counts over all cases.
#[derive(Default)]
pub struct Tally {
    /// By the code of the rule.
    scores: BTreeMap<&'static str, Score>,
    clean: usize,
    /// What is said of clean reports, by severity and code.
    said: BTreeMap<(String, String), usize>,
    /// Kinds of faults that no draft can have, and those that name no rule.
    idle: BTreeSet<String>,
    /// Examples of what went wrong, by code and problem, with the number of their case.
    examples: BTreeMap<String, Vec<(u64, String)>>,
}

impl Tally {
    /// Judges a case and adds the outcome.
    pub fn add(&mut self, case: &Case) {
        let Some(rule) = rules::Rule::find(case.kind.rule) else {
            self.idle.insert(format!("没有规则 {}（{}）", case.kind.rule, case.kind.what));
            return;
        };
        let (clean, faulty) = (case.judge(&case.clean), case.judge(&case.faulty));
        self.clean += 1;
        for finding in &clean.findings {
            let word = |name: &str| finding[name].as_str().unwrap_or("").to_owned();
            *self.said.entry((word("severity"), word("code"))).or_default() += 1;
            if finding["severity"] != "hint" {
                self.example(&format!("{} 误报", word("code")), case, &clean, &[finding]);
            }
        }
        let outcome = Outcome::new(case, rule, &clean, &faulty);
        let score = self.scores.entry(rule.code).or_default();
        score.tried += 1;
        score.found += usize::from(outcome.found);
        score.placed += usize::from(outcome.placed);
        for (findings, mark) in [(&outcome.beside, ""), (&outcome.hints, "?")] {
            for finding in findings {
                let code = finding["code"].as_str().unwrap_or("").to_owned() + mark;
                *score.beside.entry(code).or_default() += 1;
            }
        }
        if !outcome.placed {
            let problem = if outcome.found { "位置不对" } else { "没有查出" };
            self.example(&format!("{} {problem}", rule.code), case, &faulty, &faulty.beyond(&clean));
        } else if !outcome.beside.is_empty() {
            self.example(&format!("{} 另有意见", rule.code), case, &faulty, &outcome.beside);
        } else if !outcome.hints.is_empty() {
            self.example(&format!("{} 另有提示", rule.code), case, &faulty, &outcome.hints);
        }
    }

    /// Adds a case whose fault no draft can have.
    pub fn impossible(&mut self, kind: Kind) {
        self.idle.insert(format!("没有报告能有这种错误：{}（{}）", kind.rule, kind.what));
    }

    fn example(&mut self, problem: &str, case: &Case, judged: &Judged, findings: &[&Value]) {
        let examples = self.examples.entry(problem.to_owned()).or_default();
        if examples.last().is_none_or(|(last, _)| examples.len() < SHOWN || *last > case.number) {
            let findings: Vec<String> = findings.iter().map(|finding| judged.show(finding)).collect();
            let told =
                format!("{} {:?} {:?}\n    {}", case.kind.what, case.style.layout, case.spot, findings.join("\n    "));
            examples.push((case.number, told));
            examples.sort();
            examples.truncate(SHOWN);
        }
    }

    /// Both together.
    pub fn with(mut self, other: Self) -> Self {
        for (code, score) in other.scores {
            let own = self.scores.entry(code).or_default();
            own.tried += score.tried;
            own.found += score.found;
            own.placed += score.placed;
            score.beside.into_iter().for_each(|(code, count)| *own.beside.entry(code).or_default() += count);
        }
        self.clean += other.clean;
        other.said.into_iter().for_each(|(key, count)| *self.said.entry(key).or_default() += count);
        self.idle.extend(other.idle);
        for (problem, examples) in other.examples {
            let own = self.examples.entry(problem).or_default();
            own.extend(examples);
            own.sort();
            own.truncate(SHOWN);
        }
        self
    }

    /// The codes of the rules for which there is no fault.
    pub fn untried(&self) -> Vec<&'static str> {
        rules::ALL.iter().map(|rule| rule.code).filter(|code| !self.scores.contains_key(code)).collect()
    }

    /// What is not as good as it must be: every fault of a rule on errors found on the spot, 98 of 100 of the warnings;
    /// nothing said beside a fault; no error and less than one warning in 50 clean reports.
    pub fn misses(&self) -> Vec<String> {
        let mut misses: Vec<String> = self.idle.iter().cloned().collect();
        for (code, score) in &self.scores {
            let least = match rules::Rule::find(code).map(|rule| rule.severity) {
                Some(Severity::Error) => 100,
                Some(Severity::Warning) => 98,
                _ => 0,
            };
            for (what, count) in [("查出", score.found), ("位置正确", score.placed)] {
                if count * 100 < score.tried * least {
                    misses.push(format!("{code} {what} {count} / {}，应不低于 {least} %", score.tried));
                }
            }
        }
        for (code, score) in &self.scores {
            let twice = |other: &&String| {
                !DOUBLE
                    .iter()
                    .any(|(fault, hint, _)| fault == code && (hint == other || *hint == "?" && other.ends_with('?')))
            };
            let beside: Vec<&str> = score.beside.keys().filter(twice).map(String::as_str).collect();
            if !beside.is_empty() {
                misses.push(format!("{code} 另有意见 {}，一个原因只应有一条", beside.join(" ")));
            }
        }
        let [errors, warnings] = ["error", "warning"].map(|severity| self.said_of(severity));
        if errors > 0 {
            misses.push(format!("{} 份清白的报告有 {errors} 条错误，应为 0", self.clean));
        }
        if warnings * 50 >= self.clean {
            misses.push(format!("{} 份清白的报告有 {warnings} 条存疑，每份应少于 0.02 条", self.clean));
        }
        misses
    }

    fn said_of(&self, severity: &str) -> usize {
        self.said.iter().filter(|((of, _), _)| of == severity).map(|(_, count)| count).sum()
    }

    /// The counts as a text.
    pub fn tell(&self) -> String {
        let mut text = String::new();
        let percent = |part: usize, whole: usize| format!("{:6.1} %", part as f64 * 100.0 / whole.max(1) as f64);
        let _ = writeln!(text, "规则  程度  例数    查出      位置正确  另有意见  名称");
        for rule in rules::ALL {
            let Some(score) = self.scores.get(rule.code) else { continue };
            let beside: Vec<String> = score.beside.iter().map(|(code, count)| format!("{code}×{count}")).collect();
            let _ = writeln!(
                text,
                "{}  {}  {:4}  {}  {}  {:8}  {} {}",
                rule.code,
                rule.severity.label(),
                score.tried,
                percent(score.found, score.tried),
                percent(score.placed, score.tried),
                score.beside.values().sum::<usize>(),
                rule.title(),
                beside.join(" ")
            );
        }
        let untried = self.untried();
        let _ = writeln!(text, "没有错误可试的规则 {} 条：{}", untried.len(), untried.join(" "));
        let _ = writeln!(text, "\n清白的报告 {} 份，每份平均：", self.clean);
        for (severity, name) in [("error", "错误"), ("warning", "存疑"), ("hint", "提示")] {
            let said = self.said.iter().filter(|((of, _), _)| of == severity);
            let rules: Vec<String> = said.map(|((_, code), count)| format!("{code}×{count}")).collect();
            let mean = self.said_of(severity) as f64 / self.clean.max(1) as f64;
            let _ = writeln!(text, "  {name} {mean:.4} 条  {}", rules.join(" "));
        }
        text
    }

    /// Examples of what went wrong, for people.
    pub fn examples(&self) -> String {
        let mut text = String::new();
        for (problem, examples) in &self.examples {
            for (number, told) in examples {
                let _ = writeln!(text, "{problem}：第 {number} 例 {told}");
            }
        }
        text
    }
}
