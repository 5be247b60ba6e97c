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
