//! Holds every rule to the same promises. A new rule is tested here without a line of test code.
mod example;

use example::{expand, unmark};
use gouji::{
    document::Document,
    finding::Finding,
    profile::Profile,
    read::read_str,
    report::Report,
    rules::{self, Rule},
    text::Span,
};
use std::{fs, path::Path};

fn read(text: &str) -> Document {
    read_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// The findings of some rules on an example; behind 【上年】 stands the report of the year before, behind 【地方要求】 what
/// a place demands.
fn run_all(rules: &[&Rule], text: &str) -> Vec<Finding> {
    let (text, profile) = text.split_once("【地方要求】\n").map_or((text, None), |(text, profile)| {
        (text, Some(Profile::parse(profile).unwrap_or_else(|error| panic!("{error}\n{profile}"))))
    });
    let (text, last) = text.split_once("【上年】\n").map_or((text, None), |(text, last)| (text, Some(read(last))));
    let doc = read(text);
    let last = last.as_ref().map(Report::new);
    let mut report = Report::new(&doc);
    report.profile = profile.as_ref();
    report.last_year = last.as_ref().filter(|last| report.follows(last));
    rules.iter().flat_map(|rule| rule.run(&report)).collect()
}

fn run(rule: &Rule, text: &str) -> Vec<Finding> {
    let mut found = run_all(&[rule], text);
    found.sort_by_key(|finding| finding.places[0].span);
    found
}

#[test]
fn bad_examples_are_reported_where_marked() {
    for rule in rules::ALL {
        let examples = rule.examples("bad");
        assert!(!examples.is_empty(), "{}: needs a ```bad example", rule.name);
        for example in examples {
            let (text, marked) = unmark(&expand(&example));
            let found = run(rule, &text);
            let spans: Vec<Span> = found.iter().map(|finding| finding.places[0].span).collect();
            let told: Vec<_> =
                found.iter().map(|finding| (&text[finding.places[0].span.range()], &finding.message)).collect();
            assert_eq!(spans, marked, "{}:\n{text}\n{told:#?}", rule.name);
        }
    }
}

#[test]
fn good_examples_are_silent_for_all_rules() {
    for rule in rules::ALL {
        for example in rule.examples("good") {
            let (text, marked) = unmark(&expand(&example));
            assert!(marked.is_empty(), "{}: a good example has no marks", rule.name);
            let found = run_all(rules::ALL, &text);
            let told: Vec<_> = found.iter().map(|finding| (finding.rule.code, &finding.message)).collect();
            assert!(found.is_empty(), "{}:\n{text}\n{told:#?}", rule.name);
        }
    }
}

/// Each fix alone is enough, so that after the first of it the finding is gone.
#[test]
fn fixes_heal() {
    let mut tried = 0;
    for rule in rules::ALL {
        for example in rule.examples("bad") {
            let (text, _) = unmark(&expand(&example));
            let found = run(rule, &text);
            for (n, fix) in
                found.iter().enumerate().flat_map(|(n, finding)| finding.fixes.iter().map(move |fix| (n, fix)))
            {
                let mut mended = text.clone();
                for edit in fix.edits.iter().rev() {
                    mended.replace_range(edit.span.range(), &edit.text);
                }
                let left = run(rule, &mended);
                assert!(left.len() < found.len(), "{} {n} {}:\n{mended}", rule.name, fix.label);
                tried += 1;
            }
        }
    }
    assert!(tried > 10);
}

#[test]
fn every_file_in_the_folder_is_in_the_catalogue() {
    let files = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules")).unwrap();
    let mut files: Vec<_> = files
        .map(|entry| entry.unwrap().path().file_stem().unwrap().to_str().unwrap().replace('_', "-"))
        .filter(|name| name != "mod")
        .collect();
    files.sort();
    let mut names: Vec<_> = rules::ALL.iter().map(|rule| rule.name).collect();
    assert!(rules::ALL.is_sorted_by_key(|rule| rule.code), "the catalogue is in the order of the codes");
    names.sort();
    assert_eq!(files, names);
}

#[test]
fn every_rule_has_its_page() {
    for rule in rules::ALL {
        let page = rule.page();
        assert!(page.contains("## 依据\n"), "{}: on what does it stand?", rule.name);
        assert!(page.contains("## 怎么改\n"), "{}: what is to be done?", rule.name);
        assert!(rule.title().chars().count() <= 24, "{}: a title is short", rule.name);
    }
}

/// How the examples of the pages are to be read.
const NOTATION: &str = "\
每条规则附有例子：“错误”的例子里，这条规则在 ⟦⟧ 所标的地方提出意见；“正确”的例子没有意见。

为了简短，例子里用单独一行的【】代表一份规范报告的一部分：

| 写法 | 代表 |
|---|---|
| 【标题】【前言】 | 报告标题；写明统计期限的一段 |
| 【一】至【六】 | 六个部分，带标题；第二、三、四部分带表格，数字全部是 0 |
| 【表二】【表三】【表四】 | 只有表格，没有标题，数字全部是 0 |
| 【表三：（七）总计=3,1,0,0,0,0,4】 | 改动表格的一行：“=”前面是行的名称，后面依次是各列的数，没有写出的行不变；几行用“；”隔开，“删”表示删去这一行 |
| 【表四：1,0,0,0,1,…】 | 表四只有一行，没有名称，直接写各列的数 |
| 【上年】 | 以下是上年的报告 |
| 【地方要求】 | 以下是选用的地方要求 |
";

/// Writes the rule pages; fails when they were stale, so that they stay fresh.
#[test]
fn docs_are_fresh() {
    let mut page = String::from("<!-- Written by `cargo test docs_are_fresh`; do not edit. -->\n# 规则\n\n");
    page += NOTATION;
    for rule in rules::ALL {
        page += &format!("\n## {} {}\n\n`{}`，{}\n\n", rule.code, rule.title(), rule.name, rule.severity.label());
        // What stands between fences is not the page's own Markdown.
        for (n, part) in rule.page().split("```").enumerate() {
            page += &match n % 2 {
                0 => part.replace("\n## ", "\n### "),
                _ => format!("```{part}```").replacen("```bad", "错误：\n\n```text", 1).replacen(
                    "```good",
                    "正确：\n\n```text",
                    1,
                ),
            };
        }
        page += &format!("\n\n不提示这条规则：`--silence {}`，或在网页的意见上按“忽略”。\n", rule.code);
        page.push('\n');
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules.md");
    if fs::read_to_string(&path).unwrap_or_default() != page {
        fs::write(path, page).unwrap();
        panic!("docs/rules.md was stale; it is written anew, commit it");
    }
}
