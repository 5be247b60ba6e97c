use super::*;

rule! {
    /// 引用了不存在的法规
    ///
    /// 政府信息公开的行政法规只有一部：《中华人民共和国政府信息公开条例》。没有《政务公开工作条例》《政府信息公开法》。
    ///
    /// ## 依据
    /// 国务院令第711号
    ///
    /// ## 怎么改
    /// 改为《中华人民共和国政府信息公开条例》；引用的是地方法规的，写全名称。
    ///
    /// ```bad
    /// 根据⟦《政务公开工作条例》⟧编制本报告。
    /// ```
    /// ```bad
    /// 根据⟦《中华人民共和国政府信息公开法》⟧编制本报告。
    /// ```
    /// ```good
    /// 【标题】
    /// 根据《中华人民共和国政府信息公开条例》《云边省政务公开条例》编制本报告。
    /// ```
    D104 "unknown-document" Warning watch UNKNOWN
}

const UNKNOWN: &[&str] = &[
    "《政务公开工作条例》",
    "《政务公开条例》",
    "《政务公开管理条例》",
    "《政务公开法》",
    "《政务信息条例》",
    "《政务信息公开工作条例》",
    "《政府公开信息条例》",
    "《政府信息公开法》",
    "《信息公开法》",
    "《信息公开工作条例》",
    "《信息公开管理条例》",
    "《国家政府信息公开条例》",
    "《中华人民共和国政务公开工作条例》",
    "《中华人民共和国信息公开法》",
    "《中华人民共和国政府信息公开法》",
    "《中华人民共和国政府公开信息条例》",
];

/// Whether a title, without its marks, is one of these.
pub fn is_unknown(title: &str) -> bool {
    UNKNOWN.iter().any(|unknown| unknown.trim_matches(['《', '》']) == title)
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    for (word, span) in seen(report, &RULE) {
        let message = format!("没有{}，应为《中华人民共和国政府信息公开条例》", UNKNOWN[word]);
        found.push(RULE.at(span, message).fix("《中华人民共和国政府信息公开条例》"));
    }
}
