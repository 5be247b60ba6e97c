//! What a person asks of a check: the demands of a place, and rules that are silenced or weigh more or less than usual.
use crate::{
    finding::{Finding, Severity},
    profile::Profile,
    rules::Rule,
};

/// How a check is to be done.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The demands of a place.
    pub profile: Option<Profile>,
    /// What becomes of the findings of some rules. Those of the profile come before these.
    pub choices: Vec<Choice>,
}

/// What becomes of the findings of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The name of the only file that it is about; none for all.
    pub file: Option<String>,
    /// The code of the rule.
    pub code: &'static str,
    /// Their severity; none where they are silenced.
    pub severity: Option<Severity>,
}

impl Choice {
    /// Silences a rule, of which the code or the name is given.
    ///
    /// # Errors
    /// Says in Chinese that there is no such rule.
    pub fn silence(file: Option<&str>, rule: &str) -> Result<Self, String> {
        let code = Rule::find(rule).ok_or_else(|| Rule::unknown(rule))?.code;
        Ok(Self { file: file.map(str::to_owned), code, severity: None })
    }

    /// Gives a rule another severity: `S401 = 存疑` or `S401=warning`.
    ///
    /// # Errors
    /// Says in Chinese that there is no such rule or severity.
    pub fn weigh(file: Option<&str>, rule: &str) -> Result<Self, String> {
        let (rule, severity) = rule.split_once('=').ok_or("级别应写作“代码=hint”")?;
        let severity = severity.trim();
        let known = Severity::ALL.into_iter().find(|known| [known.name(), known.label()].contains(&severity));
        let severity = known.ok_or_else(|| {
            let all = Severity::ALL.map(|known| format!("{}（{}）", known.name(), known.label()));
            format!("没有级别 {severity}；应是 {}", all.join("、"))
        })?;
        Ok(Self { severity: Some(severity), ..Self::silence(file, rule.trim())? })
    }

    /// Whether it is about this file: its name may be given with or without the folder, and with `./` or without.
    pub fn is_for(&self, file: &str) -> bool {
        let parts = path(file);
        self.file.as_ref().is_none_or(|own| {
            let own = path(own);
            own == parts || own.len() == 1 && own.last() == parts.last()
        })
    }
}

/// The parts of a path, without those that lead nowhere. An empty one at the beginning is the root.
fn path(file: &str) -> Vec<&str> {
    let parts = file.split(['/', '\\']).enumerate();
    parts.filter(|(at, part)| *part != "." && (*at == 0 || !part.is_empty())).map(|(_, part)| part).collect()
}

impl Options {
    /// Gives the findings of a file the severities that were chosen, and parts those that remain from the silenced ones.
    ///
    /// Of several severities for one rule the last counts, and one for this file more than one for all.
    pub fn settle(&self, file: &str, findings: Vec<Finding>) -> (Vec<Finding>, Vec<Finding>) {
        let choices = || {
            let all = self.profile.iter().flat_map(|profile| &profile.choices).chain(&self.choices);
            all.filter(|choice| choice.is_for(file))
        };
        let settle = |mut finding: Finding| {
            let own = choices().filter(|choice| choice.code == finding.rule.code);
            let weighed = own.filter_map(|choice| Some((choice.file.is_some(), choice.severity?)));
            if let Some((_, severity)) = weighed.max_by_key(|(confined, _)| *confined) {
                // What a rule itself says more mildly, because there may be a good reason, stays the milder.
                let milder = finding.severity > finding.rule.severity;
                finding.severity = if milder { severity.max(finding.severity) } else { severity };
            }
            finding
        };
        let silenced =
            |finding: &Finding| choices().any(|choice| choice.severity.is_none() && choice.code == finding.rule.code);
        findings.into_iter().map(settle).partition(|finding| !silenced(finding))
    }
}
