//! What the command line understands and does. The contract stands in docs/ARCHITECTURE.md.
use gouji::{
    document::Document,
    finding::{Finding, Severity},
    options::{Choice, Options},
    profile::Profile,
    read::read,
    render::{html, json, sarif, text},
    report::Report,
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
  gouji check [选项]… 文件…                   核对
  gouji read  [--format text|json] 文件…      显示读到了什么
  gouji rules [代码] [--format text|json]     规则目录；某条规则的说明
  gouji --version

核对的选项：
  --format text|json|sarif|html    输出的格式
  --last-year 文件                 上年的报告，可以有几份
  --profile 名称或文件             同时核对地方要求：自带的名称（云岭省、江州市，都是示例），或自己的 .md 文件
  --silence 代码[,代码…]           不提示这些规则；只对一份文件的，写作 --silence 文件:代码
  --severity 代码=级别[,…]         改变规则的级别：error、warning 或 hint；只对一份文件的，写作 --severity 文件:代码=级别

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
    profile: Option<String>,
    choices: Vec<Choice>,
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
            warn(&format!("{error}\n\n{HELP}"));
            ExitCode::from(2)
        }
    }
}

/// Says something beside the result. Where nobody can hear it, that is no reason to fail.
fn warn(words: &str) {
    let _ = writeln!(std::io::stderr(), "gouji：{words}");
}

/// A call, or what is told instead of one.
fn parse(args: impl Iterator<Item = OsString>) -> Result<Result<Call, String>, String> {
    let mut parser = lexopt::Parser::from_args(args);
    let mut words = vec![];
    let mut format = Format::Text;
    let (mut last_year, mut profile, mut choices) = (vec![], None, vec![]);
    let say = |error: lexopt::Error| match error {
        lexopt::Error::MissingValue { option } => format!("选项 {} 后面缺少内容", option.unwrap_or_default()),
        lexopt::Error::UnexpectedValue { option, .. } => format!("选项 {option} 后面不应有内容"),
        _ => "命令写错：文件名或选项无法识别".to_owned(),
    };
    while let Some(arg) = parser.next().map_err(say)? {
        match arg {
            Arg::Long("version") | Arg::Short('V') => return Ok(Err(format!("gouji {}\n", env!("CARGO_PKG_VERSION")))),
            Arg::Long("help") | Arg::Short('h') => return Ok(Err(HELP.to_owned())),
            Arg::Long("format") => format = format_named(&parser.value().and_then(|v| v.string()).map_err(say)?)?,
            Arg::Long("last-year") => last_year.push(parser.value().and_then(|v| v.string()).map_err(say)?),
            Arg::Long("profile") => {
                let value = parser.value().and_then(|v| v.string()).map_err(say)?;
                if let Some(first) = profile.replace(value) {
                    return Err(format!("--profile 只能给一次，已经给了 {first}"));
                }
            }
            Arg::Long("silence") => {
                let value = parser.value().and_then(|v| v.string()).map_err(say)?;
                choices.extend(choices_of(&value, Choice::silence)?);
            }
            Arg::Long("severity") => {
                let value = parser.value().and_then(|v| v.string()).map_err(say)?;
                choices.extend(choices_of(&value, Choice::weigh)?);
            }
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
        Command::Read | Command::Rules if profile.is_some() || !choices.is_empty() => {
            Err("--profile、--silence、--severity 只用于 check".to_owned())
        }
        command => Ok(Ok(Call { command, format, last_year, names, profile, choices })),
    }
}

/// `V103,S401` or, for one file, `甲.docx:V103,S401`.
fn choices_of(
    value: &str,
    choice: impl Fn(Option<&str>, &str) -> Result<Choice, String>,
) -> Result<Vec<Choice>, String> {
    let (file, codes) = match value.rsplit_once(':') {
        Some((file, codes)) => (Some(file), codes),
        None => (None, value),
    };
    // `甲:T101,乙:V201`
    let first = file.and_then(|file| file.rsplit_once(':')).and_then(|(_, codes)| codes.split([',', '=']).next());
    if first.is_some_and(|code| Rule::find(code.trim()).is_some()) {
        return Err(format!(
            "{value}：一个选项只能写一份文件，另一份请再写一个选项，如 --silence 甲.docx:T101 --silence 乙.docx:V201"
        ));
    }
    codes.split(',').map(|code| choice(file, code.trim())).collect()
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
        Command::Check => Ok(check(call, &options(call)?)),
        Command::Read => Ok(show(call)),
        Command::Rules => Ok((catalogue(call)?, 0)),
    }
}

/// Reads a report; the error is the message for the user.
fn load(name: &str) -> Result<Document, String> {
    read(&load_bytes(name)?).map_err(|error| error.to_string())
}

fn load_bytes(name: &str) -> Result<Vec<u8>, String> {
    let mut bytes = vec![];
    // One byte more than is read tells a file that is too large without reading all of it.
    let limit = gouji::read::MAX_BYTES as u64 + 1;
    let result = if name == "-" {
        std::io::stdin().lock().take(limit).read_to_end(&mut bytes)
    } else {
        std::fs::File::open(name).and_then(|file| file.take(limit).read_to_end(&mut bytes))
    };
    match result {
        Ok(_) => Ok(bytes),
        Err(error) => Err(match error.kind() {
            std::io::ErrorKind::NotFound => "没有这个文件".to_owned(),
            std::io::ErrorKind::IsADirectory => "这是文件夹，请给出文件".to_owned(),
            std::io::ErrorKind::PermissionDenied => "没有读取这个文件的权限".to_owned(),
            _ => format!("打不开：{error}"),
        }),
    }
}

/// What was asked for, with the profile read.
fn options(call: &Call) -> Result<Options, String> {
    let read = |name: &String| match Profile::named(name) {
        Some(profile) => Ok(profile.clone()),
        None => {
            let built_in = || Profile::built_in().iter().map(|own| own.name.as_str()).collect::<Vec<_>>().join("、");
            let source = load_bytes(name).map_err(|error| format!("{error}；自带的有{}", built_in()));
            let source =
                source.and_then(|bytes| String::from_utf8(bytes).map_err(|_| "不是 UTF-8 编码的文字".to_owned()));
            source.and_then(|source| Profile::parse(&source)).map_err(|error| format!("地方要求 {name}：{error}"))
        }
    };
    let astray = call.choices.iter().find(|choice| !call.names.iter().any(|name| choice.is_for(name)));
    if let Some(file) = astray.and_then(|choice| choice.file.as_ref()) {
        return Err(format!("所给的文件里没有 {file}"));
    }
    Ok(Options { profile: call.profile.as_ref().map(read).transpose()?, choices: call.choices.clone() })
}

fn check(call: &Call, options: &Options) -> (String, u8) {
    let loaded: Vec<_> = call.names.iter().map(|name| (name, load(name))).collect();
    let last_loaded: Vec<_> = call.last_year.iter().map(|name| (name, load(name))).collect();
    let last: Vec<(&String, Report)> =
        last_loaded.iter().filter_map(|(name, doc)| Some((*name, Report::new(doc.as_ref().ok()?)))).collect();
    let mut output = json::CheckOutput { version: json::VERSION, files: vec![], groups: vec![] };
    let mut checked_files = vec![];
    let mut status = 0;
    let follows =
        |last: &Report| loaded.iter().any(|(_, doc)| doc.as_ref().is_ok_and(|doc| Report::new(doc).follows(last)));
    for (name, last) in last.iter().filter(|(_, last)| !follows(last)) {
        let organ = if last.body.name.is_empty() { "没有写机关" } else { &last.body.name };
        let year = last.year.map_or("没有写年度".to_owned(), |(year, _)| format!("{year} 年"));
        warn(&format!("没有用 {name} 核对：它是{organ} {year}的报告，不是所给报告的同一机关、上一年度的"));
    }
    for (name, doc) in &loaded {
        let doc = match doc {
            Ok(doc) => doc,
            Err(error) => {
                status = 2;
                output.files.push(failed(name, error));
                continue;
            }
        };
        let mut report = Report::new(doc);
        let before = last.iter().find(|(_, last)| report.follows(last));
        report.last_year = before.map(|(_, last)| last);
        let mut checked = gouji::check_with(report, name, options);
        if checked.findings.iter().any(|finding| finding.severity == Severity::Error) {
            status = status.max(1);
        }
        // What two files say together is told apart from what each says alone.
        let (across, own) = checked.findings.into_iter().partition(|finding| finding.rule.code.starts_with('G'));
        checked.findings = own;
        let lines = json::Lines::new(&doc.text);
        output.groups.extend(across.iter().map(|finding: &Finding| json::FindingJson {
            files: std::iter::once(*name).chain(before.map(|(last, _)| *last)).cloned().collect(),
            ..json::finding_json(&checked.report, &lines, finding)
        }));
        output.files.push(json::CheckedFile::Checked(Box::new(json::file(name, doc, &checked))));
        checked_files.push((name.as_str(), doc, checked));
    }
    for (name, doc) in &last_loaded {
        if let Err(error) = doc {
            status = 2;
            output.files.push(failed(name, error));
        }
    }
    let text = match call.format {
        Format::Text => text::check(&output),
        Format::Json => to_json(&output),
        Format::Sarif => to_json(&sarif::check(&output)),
        Format::Html => html::check(&checked_files, &output),
    };
    (text, status)
}

fn failed(name: &str, error: &str) -> json::CheckedFile {
    json::CheckedFile::Failed(json::FailedFile { file: name.to_owned(), error: error.to_owned() })
}

fn show(call: &Call) -> (String, u8) {
    let mut failed = false;
    let files = call.names.iter().map(|name| match load(name) {
        Ok(doc) => json::ReadFile::Read(Box::new(json::report(name, &Report::new(&doc)))),
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
    let find = |code: &String| Rule::find(code).ok_or_else(|| Rule::unknown(code));
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
