//! Findings as SARIF 2.1.0 (OASIS Standard, 2020), which code review tools and editors show.
use super::json::{CheckOutput, CheckedFile, FindingJson};
use crate::rules::ALL;
use serde::Serialize;

/// A SARIF log with one run.
#[derive(Debug, Serialize)]
pub struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: Vec<Run>,
}

#[derive(Debug, Serialize)]
struct Run {
    tool: Tool,
    #[serde(rename = "columnKind")]
    column_kind: &'static str,
    invocations: Vec<Invocation>,
    results: Vec<SarifResult>,
}

#[derive(Debug, Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Debug, Serialize)]
struct Driver {
    name: &'static str,
    version: &'static str,
    rules: Vec<ReportingDescriptor>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct ReportingDescriptor {
    id: &'static str,
    name: &'static str,
    short_description: Message,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation {
    execution_successful: bool,
    tool_execution_notifications: Vec<Notification>,
}

#[derive(Debug, Serialize)]
struct Notification {
    level: &'static str,
    message: Message,
}

#[derive(Debug, Serialize)]
struct Message {
    text: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifResult {
    rule_id: &'static str,
    level: &'static str,
    message: Message,
    locations: Vec<Location>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suppressions: Vec<Suppression>,
}

/// That a finding is not to be shown (3.35); the rule was silenced by an option or by a profile.
#[derive(Debug, Serialize)]
struct Suppression {
    kind: &'static str,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: PhysicalLocation,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    region: Region,
}

#[derive(Debug, Serialize)]
struct ArtifactLocation {
    uri: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    byte_offset: usize,
    byte_length: usize,
}

/// The findings of all files. Lines and offsets are those of the text that `gouji read` prints.
pub fn check(output: &CheckOutput) -> Log {
    let rules = ALL.iter().map(|rule| ReportingDescriptor {
        id: rule.code,
        name: rule.name,
        short_description: Message { text: rule.title().to_owned() },
    });
    let mut results = vec![];
    let mut failures = vec![];
    for file in &output.files {
        match file {
            CheckedFile::Checked(file) => {
                results.extend(file.findings.iter().map(|finding| result(&file.file, finding)));
                let left_out = file.left_out.iter().map(|finding| result(&file.file, finding));
                let suppressions = || vec![Suppression { kind: "external" }];
                results.extend(left_out.map(|result| SarifResult { suppressions: suppressions(), ..result }));
            }
            CheckedFile::Failed(failed) => failures.push(Notification {
                level: "error",
                message: Message { text: format!("{}：{}", failed.file, failed.error) },
            }),
        }
    }
    let groups = output.groups.iter().filter_map(|group| Some((group.files.first()?, group)));
    results.extend(groups.map(|(file, finding)| result(file, finding)));
    let driver = Driver { name: "gouji", version: env!("CARGO_PKG_VERSION"), rules: rules.collect() };
    let invocation = Invocation { execution_successful: failures.is_empty(), tool_execution_notifications: failures };
    Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: vec![Run {
            tool: Tool { driver },
            column_kind: "unicodeCodePoints",
            invocations: vec![invocation],
            results,
        }],
    }
}

fn result(file: &str, finding: &FindingJson) -> SarifResult {
    let level = match finding.severity {
        "hint" => "note",
        severity => severity,
    };
    let level = ["error", "warning", "note"].into_iter().find(|name| *name == level).unwrap_or("none");
    let location = finding.places.first().map(|place| Location {
        physical_location: PhysicalLocation {
            artifact_location: ArtifactLocation { uri: uri(file) },
            region: Region { start_line: place.line, byte_offset: place.start, byte_length: place.end - place.start },
        },
    });
    SarifResult {
        rule_id: finding.code,
        level,
        message: Message { text: finding.message.clone() },
        locations: location.into_iter().collect(),
        suppressions: vec![],
    }
}

/// A file name as a relative URI reference: what is not unreserved is escaped (RFC 3986, 2.1).
fn uri(name: &str) -> String {
    let mut uri = String::new();
    for byte in name.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(byte.into()),
            b'\\' => uri.push('/'),
            _ => uri += &format!("%{byte:02X}"),
        }
    }
    uri
}
