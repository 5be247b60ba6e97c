use super::*;
use crate::{
    report::Passage,
    text::number::{Figure, FigureKind},
};

rule! {
    /// 正文有一处写了别的年度
    ///
    /// 报告说的是报告年度的事。“截至”上年年末的数、第一部分以上一年开头的叙述、部分标题里的别的年度，多半是沿用了上年的报告。与上年比较、上年结转、历年累计、上年决算、文件名称里的年份不提出。
    ///
    /// ## 依据
    /// 《政府信息公开条例》第五十条；审核惯例
    ///
    /// ## 怎么改
    /// 改正年份，并核对同一句里的数字；确实说的是别的年度的，不必改。
    ///
    /// ```bad
    /// 青石镇人民政府2024年政府信息公开工作年度报告
    /// 一、总体情况
    /// ⟦2023⟧年，我镇认真开展政府信息公开工作，主动公开信息100条。
    /// 【三】
    /// ```
    /// ```bad
    /// 青石镇人民政府2024年政府信息公开工作年度报告
    /// 一、总体情况
    /// 2024年，我镇认真开展政府信息公开工作。截至⟦2023⟧年12月31日，主动公开信息100条。
    /// 【三】
    /// ```
    /// ```bad
    /// 青石镇人民政府2024年政府信息公开工作年度报告
    /// 一、总体情况
    /// ⟦2025⟧年，我镇共主动公开政府信息100条。
    /// 【三】
    /// ```
    /// ```bad
    /// 青石镇人民政府2024年政府信息公开工作年度报告
    /// 五、存在的主要问题及改进情况
    /// 公开内容不够全面。⟦2024⟧年，我镇将进一步加强培训。
    /// 【三】
    /// ```
    /// ```bad
    /// 青石镇人民政府2024年政府信息公开工作年度报告
    /// 六、其他需要报告的事项
    /// 收取信息处理费情况：⟦2023⟧年度我镇未收取信息处理费。
    /// 【三】
    /// ```
    /// ```good
    /// 青石镇人民政府2024年政府信息公开工作年度报告
    /// 【前言】
    /// 一、总体情况
    /// 2024年，我镇公开2023年部门决算和2024年部门预算。截至2023年12月31日累计公开信息900条。2023年公开信息90条，2024年公开100条。
    /// 按时办理依申请公开，加强政府信息管理和平台建设，开展监督考核。
    /// 【二】
    /// 【三】
    /// 【四】
    /// 【五】
    /// 【六】
    /// ```
    Y301 "other-year" Warning
}

/// A year that is not meant, and how sure it is that it should be.
struct Odd {
    year: Span,
    told: i64,
    sure: bool,
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    let period = report.period.map(|period| period.from.0);
    let titled = report.title.as_ref().and_then(|title| title.year).and(report.sure_year()).map(|(year, _)| year);
    // A period that is not of the title's year, and a text that is of another all along, are told already.
    let Some(year) = titled.or(period).filter(|year| period.is_none_or(|period| period == *year)) else { return };
    if copied_report::copied(report).is_some() {
        return;
    }
    let (mut first, mut plan) = (true, None);
    let mut odd: Vec<Odd> = vec![];
    for passage in report.passages() {
        let heading = report.sections.iter().any(|section| section.heading.contains(passage.span()));
        let opens = first && passage.section == Some("一") && !heading && passage.text().chars().count() > 20;
        first &= !opens;
        let titled = report.title.as_ref().is_some_and(|title| title.span.contains(passage.span()));
        let years = passage.figures().iter().filter(|figure| figure.kind == FigureKind::Year && !titled);
        for figure in years {
            let Some(told) = figure.value.as_i64() else { continue };
            let words = Words::around(passage, figure, self_name(&report.body.name));
            if told == i64::from(year) {
                plan = plan.or_else(|| words.plans(passage).then(|| passage.place(figure.span)));
                continue;
            }
            let last_year = told == i64::from(year) - 1;
            let sure = if heading {
                Some(true)
            } else if last_year {
                words.of_last_year(passage, opens, year)
            } else {
                (told == i64::from(year) + 1).then(|| words.of_next_year(passage)).flatten()
            };
            odd.extend(sure.map(|sure| Odd { year: passage.place(figure.span), told, sure }));
        }
    }
    if let Some(place) = plan {
        let message = format!("下一步的打算写的是 {year} 年，应是报告年度的下一年，请核对是不是沿用了上年的文字");
        found.push(RULE.at(place, message).fix((year + 1).to_string()));
    }
    odd.sort_by_key(|odd| !odd.sure);
    let Some(one) = odd.first() else { return };
    let message = format!("报告年度是 {year} 年，这里写的是 {} 年，请核对是不是沿用了别的年度的文字", one.told);
    let severity = if one.sure { Severity::Warning } else { Severity::Hint };
    let finding = RULE.at(one.year, message).severity(severity);
    found.push(odd[1..].iter().take(8).fold(finding, |finding, odd| finding.also(odd.year, "也不是报告年度")));
}

/// What stands around a year in its sentence.
struct Words<'p> {
    sentence: &'p str,
    lead: &'p str,
    tail: &'p str,
    /// Whether the organ speaks of itself.
    own: bool,
    /// Its name as it speaks of itself.
    name: &'p str,
}

/// Words that tell of another year for good reason.
const COMPARES: [&str; 18] = [
    "结转", "上年", "去年", "较", "比", "同期", "增长", "下降", "相较", "基础上", "以来", "历年", "累计", "决算", "预算", "整改", "针对", "问题",
];
/// Words by which an organ speaks of itself, with 我, 本 or 全 before them.
const SELVES: [&str; 18] =
    ["年", "镇", "乡", "苏木", "街道", "局", "委", "办", "厅", "县", "旗", "市", "区", "州", "省", "机关", "单位", "中心"];

/// Words for the organ itself that need no such word.
const TITLES: [&str; 8] = ["街道", "苏木", "分局", "管委会", "镇政府", "乡政府", "县政府", "区政府"];

/// What stands behind a word by which an organ speaks of itself, if the text begins with one.
fn behind_self<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let titles = TITLES.iter().copied().chain(Some(name).filter(|name| !name.is_empty()));
    let own = titles.into_iter().find_map(|own| text.strip_prefix(own));
    let spoken = || {
        let noun = text.strip_prefix(['我', '本', '全'])?;
        let rest = any::strip_start(noun, &SELVES)?;
        Some(rest.strip_prefix('度').unwrap_or(rest))
    };
    let rest = own.or_else(spoken)?;
    Some(any::strip_start(rest, &["人民政府", "政府", "办事处"]).unwrap_or(rest))
}

/// Whether an organ speaks of itself in a sentence.
fn speaks_of_itself(sentence: &str, name: &str) -> bool {
    let spoken = |(at, _): (usize, _)| behind_self(&sentence[at..], "").is_some();
    sentence.match_indices(['我', '本', '全']).any(spoken) || !name.is_empty() && sentence.contains(name)
}

/// The name of an organ without its county and its last words: 青石镇.
fn self_name(name: &str) -> &str {
    let short = any::strip_end(name, &["人民政府", "办事处"]).unwrap_or(name);
    short.rsplit(['省', '市', '县', '区', '旗', '州']).next().unwrap_or(short)
}

impl<'p> Words<'p> {
    fn around(passage: &'p Passage, figure: &Figure, name: &'p str) -> Self {
        let sentence = passage.sentence(figure.span.start);
        let text = passage.text();
        let words = &text[sentence.range()];
        Self {
            sentence: words,
            own: speaks_of_itself(words, name),
            name,
            // The ordinal of a heading is no word.
            lead: text[sentence.start..figure.span.start].trim_start_matches(|c| "(一二三四五)".contains(c)),
            tail: &text[figure.whole.end..sentence.end],
        }
    }

    /// Whether the year before the report's seems to be left over; whether that is sure.
    fn of_last_year(&self, passage: &Passage, opens: bool, year: u16) -> Option<bool> {
        // What was carried over is told in every report, and is no comparison.
        let rest = self.sentence.replace("上年结转", "").replace("上年度结转", "").replace("结转下", "");
        // 2021年以来，我乡……: that opens a report of the year before.
        let since = opens && self.lead.is_empty() && self.tail.starts_with("以来,") && self.own;
        let compares = any::holds(&rest, &COMPARES) && !since;
        let both = self.sentence.contains(&year.to_string());
        if compares || both {
            return None;
        }
        let alone = || !passage.text().contains(&year.to_string());
        if passage.section == Some("六") {
            // Whether there were fees is told of the report's own year.
            return ((self.lead.is_empty() || self.lead.ends_with(':')) && self.tail.contains("处理费") && alone()).then_some(true);
        }
        if !matches!(passage.section, Some("一") | None) {
            return None;
        }
        if since {
            return Some(false);
        }
        let as_of = any::ends(self.lead, &["截至", "截止", "截止到", "截至到"]);
        if as_of && any::begins(self.tail, &["底", "末", "12月31日", "12月底", "年底"]) {
            return Some(true);
        }
        // 2023年收到申请37件: of one's own work as well.
        let tail = self.tail.trim_start_matches(['度', '共']);
        let acts = any::begins(tail, &["收到", "受理", "组织", "主动公开", "开展"]);
        let begins = acts && self.lead.ends_with(',') || self.begins(acts);
        // Last year's numbers may be told first, and this year's in the next sentence.
        if begins && alone() {
            return Some(opens && passage.text().starts_with(self.sentence));
        }
        (self.lead.ends_with("结合") && (self.own || self.tail.contains("编制本"))).then_some(false)
    }

    /// Whether the sentence begins with the year, and tells what the organ does.
    fn begins(&self, acts: bool) -> bool {
        self.lead.is_empty() && (acts || self.tail.starts_with(',') && self.own)
    }

    /// Whether what is still to be done is told of the year of the report.
    fn plans(&self, passage: &Passage) -> bool {
        let tail = self.tail.trim_start_matches(['度', ',']);
        let behind = behind_self(tail, self.name).unwrap_or(tail);
        let what = ["进一步", "继续", "重点", "着力", "不断", "持续", "加强", "加大", "从以下", "努力"];
        let will = behind.strip_prefix('将').is_some_and(|rest| any::begins(rest, &what));
        let said = || self.lead.is_empty() || any::holds(self.lead, &["问题", "不足", "下一步"]);
        will && (passage.section == Some("五") || passage.section == Some("一") && said())
    }

    /// Whether the year behind the report's is told of what is done; whether that is sure.
    fn of_next_year(&self, passage: &Passage) -> Option<bool> {
        if passage.section != Some("一") || self.sentence.contains("结转") {
            return None;
        }
        let acts = any::begins(self.tail, &["收到", "共收到", "主动公开", "共主动公开", "共公开"]);
        let plans = any::holds(self.sentence, &["将", "计划", "拟", "要", "继续", "力争", "下一步"]);
        if !plans && self.begins(acts) {
            return Some(true);
        }
        let since = self.tail.starts_with("以来") && !self.lead.ends_with(['将', '至']);
        since.then_some(true).or((self.lead.ends_with("结合") && self.tail.contains("实际")).then_some(false))
    }
}
