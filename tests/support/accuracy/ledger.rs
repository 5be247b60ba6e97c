//! What is said of real reports, as a table: a finding that comes or goes is seen at once.
use gouji::rules;
use std::{
    collections::BTreeMap,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

/// How often each rule speaks in each report of a folder; nothing of what the reports say.
pub fn ledger(folder: &Path) -> String {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("the folder can be read").path()).collect();
    paths.retain(|path| path.is_file() && path.extension().is_none_or(|kind| kind != "md"));
    paths.sort();
    let mut text = String::new();
    let mut counts: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (column, path) in paths.iter().enumerate() {
        let bytes = fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let document = gouji::read::read(&bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        for finding in gouji::check(&document).findings {
            counts.entry(finding.rule.code).or_insert_with(|| vec![0; paths.len()])[column] += 1;
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let _ = writeln!(text, "[{}] {name}", column + 1);
    }
    let head: String = (1..=paths.len()).map(|column| format!("{:>6}", format!("[{column}]"))).collect();
    let _ = writeln!(text, "规则{head}");
    for rule in rules::ALL {
        let Some(counts) = counts.get(rule.code) else { continue };
        let counts: String = counts.iter().map(|count| format!("{count:6}")).collect();
        let _ = writeln!(text, "{}{counts}  {} {}", rule.code, rule.severity.label(), rule.title());
    }
    text
}
