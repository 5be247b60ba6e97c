//! Faults of text against tables.
use super::super::{Draft, Edition, Fact, Fault, Rng, draft::Body, mutate};
use super::{Kind, Spot, add_sentence};

pub const KINDS: &[Kind] = &[
    Kind {
        rule: "new-told",
        what: "another number of new applications is told",
        make: |draft, rng| told(draft, rng, &[Fact::New, Fact::All]),
    },
    Kind {
        rule: "carried-in-told",
        what: "another number of applications carried in is told",
        make: |draft, rng| told(draft, rng, &[Fact::CarriedIn]),
    },
    Kind {
        rule: "answered-told",
        what: "another number of answered applications is told",
        make: |draft, rng| told(draft, rng, &[Fact::Answered]),
    },
    Kind {
        rule: "carried-out-told",
        what: "another number of applications carried out is told",
        make: |draft, rng| told(draft, rng, &[Fact::CarriedOut]),
    },
    Kind {
        rule: "results-told",
        what: "another number of one result is told",
        make: |draft, rng| told(draft, rng, &[0, 1, 2, 3, 4, 5].map(Fact::Kind)),
    },
    Kind {
        rule: "review-told",
        what: "another number of reviews is told",
        make: |draft, rng| told(draft, rng, &[Fact::Review]),
    },
    Kind {
        rule: "litigation-told",
        what: "another number of lawsuits is told",
        make: |draft, rng| told(draft, rng, &[Fact::Litigation]),
    },
    Kind {
        rule: "documents-told",
        what: "another number of normative documents is told",
        make: |draft, rng| {
            if draft.edition() != Edition::E2021 {
                return None;
            }
            let verb = rng.pick(&["制发", "制定", "出台", "印发"]);
            let wrong = draft.model.value(Fact::Document(0)) + rng.range(1, 9);
            add_sentence(draft, rng, 1, &format!("{verb}行政规范性文件⟦{wrong}⟧件。"))
        },
    },
    Kind {
        rule: "documents-told",
        what: "another number of 规章 is told",
        make: |draft, rng| {
            if draft.edition() != Edition::E2021 {
                return None;
            }
            let (verb, column) = rng.pick(&[("制发", 0), ("制定", 0), ("废止", 1), ("现行有效", 2)]);
            let wrong = draft.model.two.cells[0][column].parse::<u64>().ok()? + rng.range(1, 5);
            add_sentence(draft, rng, 1, &format!("{verb}规章⟦{wrong}⟧件。"))
        },
    },
    Kind { rule: "applicants-told", what: "the applicants are divided otherwise", make: applicants },
    Kind {
        rule: "decisions-told",
        what: "more decisions are told than table two has",
        make: |draft, rng| {
            let (what, which) = rng.pick(&[("行政许可", 0), ("行政处罚", 1), ("行政强制", 2)]);
            let wrong = draft.model.value(Fact::Decision(which)) + rng.range(1, 40);
            let decided = rng.pick(&["", "决定", "案件"]);
            add_sentence(draft, rng, 1, &format!("全年作出{what}{decided}⟦{wrong}⟧件。"))
        },
    },
    Kind { rule: "subrow-told", what: "more answers with a reason are told than table three has", make: reason },
    Kind {
        rule: "wrong-measure-word",
        what: "cases are counted by times",
        make: |draft, rng| {
            let what = rng.pick(&["行政复议", "行政诉讼"]);
            let fact = if what == "行政复议" { Fact::Review } else { Fact::Litigation };
            let count = draft.model.value(fact);
            add_sentence(draft, rng, 1, &format!("{what}{count}⟦次⟧。"))
        },
    },
    Kind {
        rule: "fee-told",
        what: "a fee is told that table two does not count",
        make: |draft, rng| {
            if draft.edition() != Edition::E2021 || draft.model.two.cells[5][0] != "0" {
                return None;
            }
            let fee = rng.range(1, 90) * 20;
            add_sentence(draft, rng, 1, &format!("全年收取信息处理费⟦{fee}⟧元。"))
        },
    },
];

/// A division of the new applications by applicants that the table does not have.
fn applicants(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let [natural, legal] = [Fact::Natural, Fact::Legal].map(|fact| draft.model.value(fact));
    if natural == 0 || legal == 0 || tells(draft, &[Fact::Natural, Fact::Legal]) {
        return None;
    }
    let moved = rng.range(1, natural);
    let wrong = [natural - moved, legal + moved];
    let all = [Fact::CarriedIn, Fact::Answered].map(|fact| draft.model.value(fact));
    // Another row may be divided like that.
    if all[0] > 0 || all[1] != natural + legal {
        return None;
    }
    let bodies = rng.pick(&["法人或其他组织", "法人和其他组织", "法人"]);
    let [one, other] = wrong;
    add_sentence(draft, rng, 1, &format!("新收申请中自然人申请⟦{one}⟧件，{bodies}申请{other}件。"))
}

/// A reason for an answer with another number.
fn reason(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let (words, row) = rng.pick(&[
        ("三类内部事务信息", 8),
        ("四类过程性信息", 9),
        ("行政执法案卷", 10),
        ("行政查询事项", 11),
        ("信访举报投诉类申请", 15),
    ]);
    let answered = draft.model.three.iter().skip(2).map(|row| row[6]).max()?;
    if answered == 0 {
        return None;
    }
    let wrong = draft.model.three[row][6] + answered + rng.range(1, 9);
    let link = rng.pick(&["", "的"]);
    add_sentence(draft, rng, 1, &format!("属于{words}{link}⟦{wrong}⟧件。"))
}

fn tells(draft: &Draft, facts: &[Fact]) -> bool {
    let told = |body: &Body| match body {
        Body::Paragraph(text) => text.iter().any(|piece| piece.fact.is_some_and(|fact| facts.contains(&fact))),
        _ => false,
    };
    draft.blocks.iter().any(|(_, body)| told(body))
}

/// A number of the text told otherwise.
fn told(draft: &mut Draft, rng: &mut Rng, facts: &[Fact]) -> Option<Spot> {
    let Fault::Told { index, .. } = mutate::told(draft, facts, rng)? else { return None };
    let mut told = 0;
    for (block, (_, body)) in draft.blocks.iter().enumerate() {
        let Body::Paragraph(text) = body else { continue };
        let mut start = 0;
        for piece in text {
            if piece.fact.is_some() {
                if told == index {
                    return Some(Spot::Words { block, range: start..start + piece.text.len() });
                }
                told += 1;
            }
            start += piece.text.len();
        }
    }
    None
}
