//! What a person asks of a check: the demands of a place, silenced rules, other severities; in the library and on the
//! command line.
use gouji::{
    finding::Severity,
    options::{Choice, Options},
    profile::Profile,
    read::read_str,
    report::Report,
};
use std::{
    path::PathBuf,
    process::{Command, Output},
};

const SAMPLE: &str = "examples/青石镇-2024.txt";

/// A table with one mark for zero (V103, a hint) and one wrong number (T101, an error).
const REPORT: &str = "\
云岭县青石镇人民政府2024年政府信息公开工作年度报告
| 三、本年度办理结果 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
| 一、本年新收政府信息公开申请数量 | 8 | 1 | 0 | 0 | 0 | 0 | 10 |
| 四、结转下年度继续办理 | 0 | / | 0 | 0 | 0 | 0 | 0 |
";

fn settle(choices: Vec<Choice>, profile: Option<Profile>) -> (Vec<(&'static str, Severity)>, Vec<&'static str>) {
    let doc = read_str(REPORT).unwrap();
    let options = Options { profile, choices };
    let checked = gouji::check_with(Report::new(&doc), "文件夹/甲.txt", &options);
    let told = checked.findings.iter().map(|finding| (finding.rule.code, finding.severity));
    (told.collect(), checked.silenced.iter().map(|finding| finding.rule.code).collect())
}

fn codes(told: &[(&'static str, Severity)]) -> Vec<&'static str> {
    told.iter().map(|(code, _)| *code).collect()
}

#[test]
fn a_silenced_rule_is_counted_and_not_told() {
    let (all, none) = settle(vec![], None);
    assert!(codes(&all).contains(&"V103") && none.is_empty());
    let (told, silenced) = settle(vec![Choice::silence(None, "v103").unwrap()], None);
    assert!(!codes(&told).contains(&"V103"));
    assert_eq!(silenced, ["V103"]);
    assert_eq!(told.len() + silenced.len(), all.len());
}

#[test]
fn a_choice_for_a_file_holds_for_it_alone() {
    for (file, holds) in [("甲.txt", true), ("文件夹/甲.txt", true), ("乙.txt", false), ("别处/甲.txt", false)]
    {
        let (_, silenced) = settle(vec![Choice::silence(Some(file), "zero-mark").unwrap()], None);
        assert_eq!(silenced.len(), usize::from(holds), "{file}");
    }
}

#[test]
fn severities_change_up_and_down() {
    let severity =
        |choices: Vec<Choice>| settle(choices, None).0.into_iter().find(|(code, _)| *code == "V103").unwrap().1;
    let weigh = |file, rule| Choice::weigh(file, rule).unwrap();
    assert_eq!(severity(vec![]), Severity::Hint);
    assert_eq!(severity(vec![weigh(None, "V103=error")]), Severity::Error);
    assert_eq!(
        severity(vec![weigh(None, "V103=error"), weigh(None, "V103 = 存疑")]),
        Severity::Warning,
        "the last counts"
    );
    let own_first = vec![weigh(Some("甲.txt"), "V103=error"), weigh(None, "V103=warning")];
    assert_eq!(severity(own_first), Severity::Error, "what is said of the file counts more");
}

/// What a rule says more mildly than usual stays mild.
#[test]
fn an_explained_finding_is_not_made_worse_than_it_is() {
    let text = "云岭县人民政府2024年政府信息公开工作年度报告\n一、总体情况\n收到申请12件。\n";
    let doc = read_str(text).unwrap();
    let findings = gouji::check(&doc).findings;
    let mut finding = findings.into_iter().find(|finding| finding.rule.severity < Severity::Hint).unwrap();
    finding.severity = Severity::Hint;
    let code = finding.rule.code;
    let options = |severity| Options {
        profile: None,
        choices: vec![Choice::weigh(None, &format!("{code}={severity}")).unwrap()],
    };
    assert_eq!(options("error").settle("", vec![finding]).0[0].severity, Severity::Hint);
}

#[test]
fn unknown_rules_and_severities_are_refused() {
    assert_eq!(Choice::silence(None, "Z999").unwrap_err(), "没有规则 Z999；有哪些规则，见规则目录");
    assert_eq!(Choice::weigh(None, "Z999=hint").unwrap_err(), "没有规则 Z999；有哪些规则，见规则目录");
    assert!(Choice::silence(None, "t1o1").unwrap_err().contains("T101（表内数字有误）"));
    assert!(Choice::silence(None, "wrong-numbr").unwrap_err().starts_with("没有规则 wrong-numbr；相近的有 T101"));
    assert_eq!(
        Choice::weigh(None, "T101=bad").unwrap_err(),
        "没有级别 bad；应是 error（错误）、warning（存疑）、hint（提示）"
    );
    assert!(Choice::weigh(None, "T101").is_err());
}

#[test]
fn the_choices_of_a_profile_come_before_those_of_the_run() {
    let profile =
        Profile::parse("# 甲省\n依据：某文\n## 规则\n- 级别：V103 = 错误\n- 不提示（甲.txt）：T101、T102\n").unwrap();
    let (told, silenced) = settle(vec![], Some(profile.clone()));
    assert!(told.contains(&("V103", Severity::Error)) && !codes(&told).contains(&"T101"));
    assert!(!silenced.is_empty());
    let (told, _) = settle(vec![Choice::weigh(None, "V103=warning").unwrap()], Some(profile));
    assert!(told.contains(&("V103", Severity::Warning)));
}

#[test]
fn what_a_place_demands_is_told_only_where_it_is_chosen() {
    assert!(codes(&settle(vec![], None).0).iter().all(|code| !code.starts_with('K')));
    let profile = Profile::parse("# 甲省\n依据：某文\n## 全文\n- 须写明：政务公开标准化\n- 不超过：10字\n").unwrap();
    let (told, _) = settle(vec![], Some(profile));
    assert!(codes(&told).contains(&"K101") && codes(&told).contains(&"K102"));
}

/// Any text is a profile or is refused with a message, and no profile makes the check fail.
#[test]
fn damaged_profiles_do_no_harm() {
    let source = include_str!("../src/profile/江州市.md");
    let mut read = 0;
    for (at, _) in source.char_indices() {
        let damaged =
            [source[..at].to_owned(), source[at..].to_owned(), format!("{}：{}", &source[..at], &source[at..])];
        for damaged in damaged {
            match Profile::parse(&damaged) {
                Ok(profile) => {
                    read += 1;
                    settle(vec![], Some(profile));
                }
                Err(error) => assert!(!error.is_empty()),
            }
        }
    }
    assert!(read > 10);
}

fn gouji(args: &[&str]) -> Output {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    Command::new(env!("CARGO_BIN_EXE_gouji")).current_dir(root).args(args).output().unwrap()
}

fn json(args: &[&str]) -> serde_json::Value {
    let output = gouji(&[&["check", "--format", "json"], args].concat());
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)))
}

#[test]
fn the_command_line_silences_and_weighs() {
    let all = json(&[SAMPLE]);
    let file = &all["files"][0];
    assert_eq!((file["silenced"].as_u64(), file.get("profile")), (Some(0), None));
    let count = |value: &serde_json::Value| value["files"][0]["findings"].as_array().unwrap().len();
    let less = json(&["--silence", "Y201,T101", SAMPLE]);
    assert_eq!(count(&less) as u64 + less["files"][0]["silenced"].as_u64().unwrap(), count(&all) as u64);
    assert!(count(&less) < count(&all));
    let own = json(&["--silence", "青石镇-2024.txt:Y201", SAMPLE]);
    assert_eq!(own["files"][0]["silenced"], 1);
    let hints = json(&["--severity", "T101=hint", SAMPLE]);
    let severity = |finding: &serde_json::Value| finding["code"] != "T101" || finding["severity"] == "hint";
    assert!(hints["files"][0]["findings"].as_array().unwrap().iter().all(severity));
    let text = String::from_utf8(gouji(&["check", "--silence", "Y201", SAMPLE]).stdout).unwrap();
    assert!(text.contains("另按要求忽略 1 条"), "{text}");
    let page = String::from_utf8(gouji(&["check", "--format", "html", "--silence", "Y201", SAMPLE]).stdout).unwrap();
    assert!(page.contains("另按要求忽略 1 条"));
}

#[test]
fn sarif_tells_what_is_suppressed() {
    let output = gouji(&["check", "--format", "sarif", "--silence", "Y201", SAMPLE]);
    let log: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let suppressed = |result: &serde_json::Value| result.get("suppressions").is_some();
    for result in log["runs"][0]["results"].as_array().unwrap() {
        assert_eq!(suppressed(result), result["ruleId"] == "Y201", "{result}");
    }
    assert!(log["runs"][0]["results"].as_array().unwrap().iter().any(suppressed));
}

/// What is silenced does not make the exit status 1.
#[test]
fn silenced_errors_do_not_count() {
    let all = json(&[SAMPLE]);
    let errors =
        all["files"][0]["findings"].as_array().unwrap().iter().filter(|finding| finding["severity"] == "error");
    let codes: Vec<&str> = errors.filter_map(|finding| finding["code"].as_str()).collect();
    assert_eq!(gouji(&["check", SAMPLE]).status.code(), Some(1));
    assert_eq!(gouji(&["check", "--silence", &codes.join(","), SAMPLE]).status.code(), Some(0));
}

#[test]
fn the_command_line_takes_profiles_by_name_and_by_file() {
    let named = json(&["--profile", "云岭省", SAMPLE]);
    assert_eq!(named["files"][0]["profile"], "云岭省");
    let file = json(&["--profile", "src/profile/云岭省.md", SAMPLE]);
    assert_eq!(named["files"], file["files"]);
    assert_ne!(named["files"][0]["findings"], json(&[SAMPLE])["files"][0]["findings"]);
}

#[test]
fn a_file_may_be_named_in_several_ways() {
    let silenced = |choice: &str, file: &str| json(&["--silence", choice, file])["files"][0]["silenced"].as_u64();
    let name = SAMPLE.rsplit('/').next().unwrap();
    assert!(silenced("T101", SAMPLE) >= Some(1));
    for (own, given) in [
        (format!("./{SAMPLE}"), SAMPLE.to_owned()),
        (SAMPLE.to_owned(), format!("./{SAMPLE}")),
        (name.to_owned(), format!(".//{SAMPLE}")),
    ] {
        assert_eq!(silenced(&format!("{own}:T101"), &given), silenced("T101", SAMPLE), "{own} {given}");
    }
    assert_eq!(gouji(&["check", "--silence", &format!("/{name}:T101"), SAMPLE]).status.code(), Some(2));
}

#[test]
fn what_cannot_be_done_is_said() {
    for (args, told) in [
        (&["check", "--profile", "某省", SAMPLE][..], "自带的有云岭省、江州市"),
        (&["check", "--profile", "README.md", SAMPLE], "第 3 行"),
        (&["check", "--silence", "Z1", SAMPLE], "没有规则 Z1"),
        (&["check", "--silence", "乙.txt:T101", SAMPLE], "所给的文件里没有 乙.txt"),
        (&["check", "--severity", "T101=x", SAMPLE], "没有级别 x"),
        (&["check", "--silence", "甲.txt:T101,乙.txt:V201", SAMPLE], "一个选项只能写一份文件"),
        (&["check", "--severity", "甲.txt:T101=hint,乙.txt:V201=hint", SAMPLE], "一个选项只能写一份文件"),
        (&["check", "--profile", "云岭省", "--profile", "江州市", SAMPLE], "已经给了 云岭省"),
        (&["rules", "--silence", "T101"], "只用于 check"),
    ] {
        let output = gouji(args);
        let words = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(words.contains(told), "{args:?}: {words}");
    }
}
