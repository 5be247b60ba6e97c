//! What the command line understands and does. The contract stands in docs/ARCHITECTURE.md.
use gouji::{
    document::Document,
    read::read,
    render::{html, json, sarif, text},
    rules::{self, Rule},
};
use lexopt::{Arg, ValueExt};
use std::{
    ffi::OsString,
    io::{Read, Write},
    process::ExitCode,
};

const HELP: &str = "\
勾稽 gouji：核对政府信息公开工作年度报告

用法：
  gouji check [--format text|json|sarif|html] [--last-year 文件]… 文件…    核对
  gouji read  [--format text|json] 文件…                                  显示读到了什么
  gouji rules [代码] [--format text|json]                                 规则目录；某条规则的说明
  gouji --version

文件写作 - 时从标准输入读取。
退出码：0 没有错误；1 有错误；2 有文件读不了，或者命令写错。
";

#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    Text,
    Json,
    Sarif,
    Html,
}

enum Command {
    Check,
    Read,
    Rules,
}

struct Call {
    command: Command,
    format: Format,
    last_year: Vec<String>,
    names: Vec<String>,
}

/// Carries out a call and gives its exit status.
pub fn run(args: impl Iterator<Item = OsString>) -> ExitCode {
    let output = match parse(args) {
        Ok(Ok(call)) => execute(&call),
        Ok(Err(told)) => Ok((told, 0)),
        Err(error) => Err(error),
    };
    match output {
        Ok((text, status)) => match std::io::stdout().write_all(text.as_bytes()) {
            // A reader that has seen enough (`| head`) is no fault.
            Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => ExitCode::from(2),
            _ => ExitCode::from(status),
        },
        Err(error) => {
            eprintln!("gouji：{error}\n\n{HELP}");
            ExitCode::from(2)
        }
    }
}

/// A call, or what is told instead of one.
fn parse(args: impl Iterator<Item = OsString>) -> Result<Result<Call, String>, String> {
    let mut parser = lexopt::Parser::from_args(args);
    let mut words = vec![];
    let mut format = Format::Text;
    let mut last_year = vec![];
    let say = |error: lexopt::Error| format!("命令写错：{error}");
    while let Some(arg) = parser.next().map_err(say)? {
        match arg {
            Arg::Long("version") | Arg::Short('V') => return Ok(Err(format!("gouji {}\n", env!("CARGO_PKG_VERSION")))),
            Arg::Long("help") | Arg::Short('h') => return Ok(Err(HELP.to_owned())),
            Arg::Long("format") => format = format_named(&parser.value().and_then(|v| v.string()).map_err(say)?)?,
            Arg::Long("last-year") => last_year.push(parser.value().and_then(|v| v.string()).map_err(say)?),
            Arg::Value(value) => words.push(value.string().map_err(say)?),
            Arg::Long(name) => return Err(format!("没有选项 --{name}")),
            Arg::Short(name) => return Err(format!("没有选项 -{name}")),
        }
    }
    let mut words = words.into_iter();
    let command = match words.next().as_deref() {
        Some("check") => Command::Check,
        Some("read") => Command::Read,
        Some("rules") => Command::Rules,
        Some(other) => return Err(format!("没有命令 {other}")),
        None => return Ok(Err(HELP.to_owned())),
    };
    let names: Vec<String> = words.collect();
    let plain = matches!(format, Format::Text | Format::Json);
    match command {
        Command::Check if names.is_empty() => Err("没有给出要核对的文件".to_owned()),
        Command::Read if names.is_empty() => Err("没有给出要读的文件".to_owned()),
        Command::Read | Command::Rules if !plain => Err("这个命令只能输出 text 或 json".to_owned()),
        Command::Read | Command::Rules if !last_year.is_empty() => Err("--last-year 只用于 check".to_owned()),
        command => Ok(Ok(Call { command, format, last_year, names })),
    }
}

fn format_named(name: &str) -> Result<Format, String> {
    match name {
        "text" => Ok(Format::Text),
        "json" => Ok(Format::Json),
        "sarif" => Ok(Format::Sarif),
        "html" => Ok(Format::Html),
        _ => Err(format!("没有输出格式 {name}")),
    }
}

/// The output and the exit status.
fn execute(call: &Call) -> Result<(String, u8), String> {
    match call.command {
        Command::Check => Ok(check(call)),
        Command::Read => Ok(show(call)),
        Command::Rules => Ok((catalogue(call)?, 0)),
    }
}

/// Reads a file; the error is the message for the user.
fn load(name: &str) -> Result<Document, String> {
    let mut bytes = vec![];
    // One byte more than is read tells a file that is too large without reading all of it.
    let limit = gouji::read::MAX_BYTES as u64 + 1;
    let result = if name == "-" {
        std::io::stdin().lock().take(limit).read_to_end(&mut bytes)
    } else {
        std::fs::File::open(name).and_then(|file| file.take(limit).read_to_end(&mut bytes))
    };
    match result {
        Ok(_) => read(&bytes).map_err(|error| error.to_string()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Err("没有这个文件".to_owned()),
        Err(error) => Err(format!("打不开：{error}")),
    }
}

fn check(call: &Call) -> (String, u8) {
    let mut files = vec![];
    let mut documents = vec![];
    for name in &call.names {
        match load(name) {
            Ok(doc) => documents.push((name, doc)),
            Err(error) => files.push((name, Err(error))),
        }
    }
    let checked: Vec<_> = documents.iter().map(|(name, doc)| (*name, doc, gouji::check(doc))).collect();
    for (name, doc, checked) in &checked {
        files.push((name, Ok(json::file(name, doc, checked))));
    }
    files.sort_by_key(|(name, _)| call.names.iter().position(|other| other == *name));
    let failed = files.iter().any(|(_, file)| file.is_err());
    let wrong = checked.iter().any(|(_, _, checked)| {
        checked.findings.iter().any(|finding| finding.severity == gouji::finding::Severity::Error)
    });
    let files = files.into_iter().map(|(name, file)| match file {
        Ok(file) => json::CheckedFile::Checked(Box::new(file)),
        Err(error) => json::CheckedFile::Failed(json::FailedFile { file: name.clone(), error }),
    });
    let output = json::CheckOutput { version: json::VERSION, files: files.collect(), groups: vec![] };
    let status = if failed { 2 } else { u8::from(wrong) };
    let text = match call.format {
        Format::Text => text::check(&output),
        Format::Json => to_json(&output),
        Format::Sarif => to_json(&sarif::check(&output)),
        Format::Html => html::check(
            &checked.iter().map(|(name, doc, checked)| (name.as_str(), *doc, checked)).collect::<Vec<_>>(),
            &output,
        ),
    };
    (text, status)
}

fn show(call: &Call) -> (String, u8) {
    let mut failed = false;
    let files = call.names.iter().map(|name| match load(name) {
        Ok(doc) => json::ReadFile::Read(Box::new(json::report(name, &gouji::report::Report::new(&doc)))),
        Err(error) => {
            failed = true;
            json::ReadFile::Failed(json::FailedFile { file: name.clone(), error })
        }
    });
    let output = json::ReadOutput { version: json::VERSION, files: files.collect() };
    let text = if call.format == Format::Json { to_json(&output) } else { text::read(&output) };
    (text, if failed { 2 } else { 0 })
}

fn catalogue(call: &Call) -> Result<String, String> {
    let find = |code: &String| Rule::find(code).ok_or_else(|| format!("没有规则 {code}"));
    let chosen: Vec<&'static Rule> = call.names.iter().map(find).collect::<Result<_, _>>()?;
    let pages = !chosen.is_empty();
    let rules = json::rules(if pages { &chosen } else { rules::ALL });
    Ok(match call.format {
        Format::Json => to_json(&rules),
        _ => text::rules(&rules, pages),
    })
}

fn to_json(value: &impl serde::Serialize) -> String {
    // The output types hold nothing that cannot be written.
    serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
}
