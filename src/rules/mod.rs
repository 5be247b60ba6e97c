//! The catalogue. To add a rule: copy a file of this folder, and add its name to the list below.
//!
//! A rule is one file: its doc comment is its page, its help text and its tests (see docs/CONTRIBUTING.md), its
//! `check` looks at a [`Report`] and says what it finds. A rule never sees a file format.
use std::sync::LazyLock;

use crate::{
    finding::{Finding, Place, Severity},
    profile::Demand,
    report::{
        FoundSection, Level, Report, TableNumber, Title, ToldNumber, Variant, Verdict,
        facts::{Block, Fact, Scope, Subject, Told},
    },
    text::{
        Span, any,
        fold::{half_width, is_blank, is_ideograph},
        lexicon::Lexicon,
    },
    wording::{Slip, near_misses},
};

/// A rule is data and one function.
#[derive(Debug)]
pub struct Rule {
    /// Stable, never reused: `T201`. The letter is the family.
    pub code: &'static str,
    /// Stable, the same as the file, describes the fault: `column-sum`.
    pub name: &'static str,
    /// How bad its findings are, unless one says otherwise.
    pub severity: Severity,
    /// The doc comment: title, reasons, basis, examples, in Markdown; without the feature `manual` the title alone.
    pub doc: &'static str,
    /// The words that it looks for in running text, as [`Folded`](crate::text::fold::Folded) writes them: without blanks, with `,` for `，` and `(`
    /// for `（`; the text may have them in either width and broken over lines. Those of all rules are looked for in one pass, so that a rule costs
    /// next to nothing in a report that has none of its words; see [`seen`].
    pub watch: &'static [&'static str],
    /// The codes of the rules that know more of the same: where one of them speaks, this one is silent. What the places of
    /// two findings show needs not be listed.
    pub yields: &'static [&'static str],
    check: fn(&Report, &mut Vec<Finding>),
}

impl Rule {
    /// What this rule alone finds.
    pub fn run(&self, report: &Report) -> Vec<Finding> {
        let mut found = vec![];
        (self.check)(report, &mut found);
        found
    }

    /// The rule with this code or name.
    pub fn find(code: &str) -> Option<&'static Rule> {
        ALL.iter().copied().find(|rule| rule.code.eq_ignore_ascii_case(code) || rule.name == code)
    }

    /// Says in Chinese that there is no such rule, and which ones may be meant: codes that differ in one character,
    /// names that begin alike.
    pub fn unknown(word: &str) -> String {
        let alike =
            |one: &str, other: &str| one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
        let upper = word.to_ascii_uppercase();
        let differ = |code: &str| code.chars().zip(upper.chars()).filter(|(one, other)| one != other).count();
        let near = |rule: &&&Rule| match upper.len() == rule.code.len() {
            true => differ(rule.code) == 1,
            false => alike(rule.name, word) * 2 > word.chars().count(),
        };
        let mut near: Vec<_> = ALL.iter().filter(near).collect();
        near.sort_by_key(|rule| std::cmp::Reverse(alike(rule.name, word)));
        let near: Vec<_> = near.iter().take(4).map(|rule| format!("{}（{}）", rule.code, rule.title())).collect();
        match near.is_empty() {
            true => format!("没有规则 {word}；有哪些规则，见规则目录"),
            false => format!("没有规则 {word}；相近的有 {}", near.join("、")),
        }
    }

    /// The first line of the doc comment.
    pub fn title(&self) -> &'static str {
        self.doc.lines().next().unwrap_or("").trim()
    }

    /// The page of the rule: the doc comment without its first line, as Markdown.
    pub fn page(&self) -> String {
        let lines = self.doc.lines().skip(1).map(|line| line.strip_prefix(' ').unwrap_or(line));
        lines.collect::<Vec<_>>().join("\n").trim().to_owned()
    }

    /// The fenced examples of one kind (`bad` or `good`), without the fences.
    pub fn examples(&self, kind: &str) -> Vec<String> {
        let page = self.page();
        let fences = page.split("```").skip(1).step_by(2);
        let body = |fence: &str| fence.strip_prefix(kind)?.strip_prefix('\n').map(str::to_owned);
        fences.filter_map(body).collect()
    }

    /// A finding of this rule at `span`.
    fn at(&'static self, span: Span, message: impl Into<String>) -> Finding {
        Finding {
            rule: self,
            severity: self.severity,
            message: message.into(),
            places: vec![Place { span, note: String::new() }],
            fixes: vec![],
        }
    }
}

/// Declares the rule of a file. Its doc comment becomes [`Rule::doc`].
macro_rules! rule {
    (#[doc = $title:literal] $(#[doc = $doc:literal])* $code:ident $name:literal $severity:ident $(yields $rules:expr,)? $(watch $words:expr)?) => {
        #[doc = $title]
        $(#[doc = $doc])*
        pub static RULE: $crate::rules::Rule = $crate::rules::Rule {
            code: stringify!($code),
            name: $name,
            severity: $crate::finding::Severity::$severity,
            doc: if cfg!(feature = "manual") { concat!($title, "\n", $($doc, "\n"),*) } else { $title },
            watch: rule!(@list $($words)?),
            yields: rule!(@list $($rules)?),
            check,
        };
    };
    (@list) => { &[] };
    (@list $list:expr) => { $list };
}

/// The words of all rules, each with the numbers of its rule and of the word in its list.
static WATCHED: LazyLock<Lexicon<(usize, usize)>> = LazyLock::new(|| {
    let rules = ALL.iter().enumerate();
    Lexicon::new(rules.flat_map(|(n, rule)| rule.watch.iter().enumerate().map(move |(word, text)| (*text, (n, word)))))
});

/// Where the words that a rule watches for stand in running text, in the order of the text, each with its number in the
/// list. Words that overlap are all told.
fn seen<'r>(report: &'r Report, rule: &'static Rule) -> impl Iterator<Item = (usize, Span)> + 'r {
    let seen = report.seen.get_or_init(|| {
        let mut seen = vec![vec![]; ALL.len()];
        for passage in report.passages() {
            for (at, _) in passage.text().char_indices() {
                let place = |length| passage.place(Span::new(at, at + length));
                for (&(rule, word), length) in WATCHED.all(&passage.text()[at..]) {
                    seen[rule].push((word, place(length)));
                }
            }
        }
        seen
    });
    let own = ALL.iter().position(|other| std::ptr::eq(*other, rule));
    own.and_then(|own| seen.get(own)).into_iter().flatten().copied()
}

/// Lists the files of the rules. A test finds a file that is not listed.
macro_rules! catalogue {
    ($($file:ident)*) => {
        $(mod $file;)*
        /// All rules, in the order of their codes.
        pub static ALL: &[&Rule] = &[$(&$file::RULE),*];
    };
}

/// Tells the numbers of the text that contradict the tables, of those subjects that `concerns` names.
fn told(report: &Report, rule: &'static Rule, concerns: impl Fn(Subject) -> bool, found: &mut Vec<Finding>) {
    for told in report.told.iter().filter(|told| concerns(told.fact.subject)) {
        let (number, reason) = match &told.verdict {
            Verdict::Contradicts(number) => (number, None),
            Verdict::Explained(reason, number) => (number, Some(reason)),
            // A table that was not filled in is told by the rule about empty tables.
            Verdict::Unchecked | Verdict::Agrees | Verdict::Unfilled(_) => continue,
        };
        let fact = &told.fact;
        let words: String = report.str(fact.span).split_whitespace().collect();
        let said = match fact.told {
            Told::Figure => format!("正文为 {}", fact.value),
            Told::None => format!("正文说“{words}”"),
            Told::Implied => format!("正文说“{words}”，即 {}", fact.value),
        };
        let twin = exchanged(report, told, number);
        // Of two that are each other's the first tells both.
        if twin.is_some_and(|(twin, _)| twin.start < fact.span.start) {
            continue;
        }
        let advice = match (reason, twin) {
            (Some(reason), _) => format!("{reason}，请确认口径"),
            (_, Some((_, name))) => format!("与“{name}”的数正好颠倒，请核对是表格填反了，还是正文写反了"),
            _ => "两处应当一致，请核对".to_owned(),
        };
        let table = if number.is_inferred() { "表格按勾稽关系应为" } else { "表格为" };
        let mut finding = rule.at(fact.span, format!("{}：{said}，{table} {}；{advice}", number.name, number.value));
        for &cell in &number.cells {
            finding = finding.also(cell, "表格中的数");
        }
        if let Some((twin, _)) = twin {
            finding = finding.also(twin, "与它颠倒的数");
        } else if reason.is_some() {
            finding = finding.severity(Severity::Hint);
        } else if fact.told == Told::Figure && words.chars().all(|c| c.is_ascii_digit()) {
            finding = finding.fix(number.value);
        }
        found.push(finding);
    }
}

/// The number of the text that has the place of this one in the tables, as this one has its: where, and what it is.
fn exchanged<'r>(report: &'r Report, own: &ToldNumber, number: &TableNumber) -> Option<(Span, &'r str)> {
    let value = i64::try_from(own.fact.value).ok().filter(|_| matches!(own.verdict, Verdict::Contradicts(_)))?;
    report.told.iter().find_map(|other| match &other.verdict {
        Verdict::Contradicts(theirs)
            if theirs.value == value
                && i64::try_from(other.fact.value) == Ok(number.value)
                && other.fact.subject != own.fact.subject =>
        {
            Some((other.fact.span, theirs.name.as_str()))
        }
        _ => None,
    })
}

/// The amounts of 信息处理费 that the text says were taken, exactly and by this organ; in 元.
fn fees(report: &Report) -> impl Iterator<Item = Fact> {
    let facts = report.told.iter().map(|told| told.fact);
    facts.filter(|fact| {
        fact.subject == Subject::Fee
            && fact.value > 0
            && fact.is_exact()
            && matches!(fact.scope, Scope::Plain | Scope::Own)
    })
}

/// Whether a number of the text is told to contradict the table: what is reckoned from it goes wrong with it, and is not
/// told again.
fn contradicted(report: &Report, number: Span) -> bool {
    let contradicts = |told: &ToldNumber| matches!(told.verdict, Verdict::Contradicts(_) | Verdict::Explained(..));
    report.told.iter().any(|told| told.fact.span == number && contradicts(told))
}

/// Where a demand of a place is marked, and the text that it is about: a section without its heading, or all. None
/// where the section is missing, which another rule tells.
fn demanded(report: &Report, demand: &Demand) -> Option<(Span, Span)> {
    let Some(number) = &demand.section else {
        let mark = report.title.as_ref().map_or(report.first_piece(), |title| title.first_line);
        return Some((mark, Span::new(0, report.doc.text.len())));
    };
    let section = report.section(number)?;
    Some((section.heading, Span::new(section.heading.end, section.span.end)))
}

/// The part of a report that a demand is about, in words.
fn part_of(demand: &Demand) -> String {
    demand.section.as_ref().map_or("全文".to_owned(), |number| format!("第{number}部分"))
}

/// The words of a span as they stand in a message: without blanks and line breaks.
fn words(report: &Report, span: Span) -> String {
    report.str(span).chars().filter(|c| !is_blank(*c)).collect()
}

/// The text of the whole document before and behind a span.
fn around<'d>(report: &Report<'d>, span: Span) -> (&'d str, &'d str) {
    (&report.doc.text[..span.start], &report.doc.text[span.end..])
}

/// One finding for small faults of one kind: at the first place, the others told beside it.
fn together(rule: &'static Rule, places: Vec<Span>, message: &str, note: &str) -> Option<Finding> {
    let (first, others) = places.split_first()?;
    Some(others.iter().fold(rule.at(*first, message), |finding, place| finding.also(*place, note)))
}

/// A list as it stands in a message, each in quotes: all of five, else the first four and how many there are.
fn listed(names: &[&str]) -> String {
    let shown = if names.len() > 5 { 4 } else { names.len() };
    let list: String = names.iter().take(shown).map(|name| format!("“{name}”")).collect();
    if shown < names.len() { format!("{list}等共 {} 项", names.len()) } else { list }
}

catalogue! {
    wrong_document_number
    wrong_document_title
    outdated_document
    unknown_document
    mutilated_title
    year_brackets
    old_plan
    county_deadline
    undefined_abbreviation
    wrong_article
    no_problems
    no_measures
    no_problem_told
    empty_section
    no_fee_told
    no_figures
    no_assessment_told
    carried_from_last_year
    foreign_organ
    wrong_self_name
    wrong_level_word
    foreign_duty
    incomplete_name
    other_county
    contact_digits
    missing_phrase
    too_long
    late_report
    mislabelled_row
    mislabelled_column
    cut_label
    own_result_kind
    fee_unit
    altered_note
    breakdown_sum
    unbalanced_sentence
    part_over_whole
    wrong_share
    wrong_share_word
    shares_sum
    wrong_rate
    wrong_growth
    impossible_percentage
    told_twice
    points_of_count
    identity_number
    personal_phone
    bank_card
    applicant_name
    applicant_address
    staff_names
    template_note
    unfilled_slot
    empty_brackets
    empty_field
    stray_markup
    page_leftover
    unfinished_note
    bracketed_number
    chat_residue
    no_report
    second_report
    missing_title
    title_wording
    two_title_years
    differing_titles
    part_count
    outdated_parts
    missing_section
    section_order
    renamed_section
    heading_level
    heading_number
    broken_list
    mixed_list
    missing_table
    missing_row
    missing_cell
    foreign_row
    foreign_column
    text_beside_table
    table_order
    missing_aspect
    aspect_order
    misplaced_topic
    wrong_number
    unclear_sum
    moved_numbers
    items_missing
    totals_missing
    twin_columns
    cases_without_applications
    blank_cell
    empty_table
    zero_mark
    words_in_cell
    unit_in_cell
    odd_digits
    negative_number
    decimal_count
    regulation_power
    few_in_force
    published_over_total
    items_not_cases
    more_removed
    purchase_mismatch
    idle_enforcer
    unusual_power
    all_zero
    unlikely_size
    unexplained_correction
    fee_in_yuan
    odd_fee
    unpaid_without_fee
    early_fee
    misspelt_term
    confused_words
    loose_words
    doubled_words
    repeated_sentence
    open_bracket
    doubled_marks
    open_end
    mixed_marks
    loose_particle
    redundant_words
    garbled_leader
    foreign_character
    loose_as_of
    new_told
    carried_in_told
    answered_told
    carried_out_told
    results_told
    review_told
    litigation_told
    fee_told
    documents_told
    applicants_told
    decisions_told
    subrow_told
    wrong_measure_word
    wrong_edition
    mixed_edition
    wrong_period
    split_period
    missing_period
    odd_period
    impossible_date
    early_date
    other_year
    copied_report
    yearless_title
}
