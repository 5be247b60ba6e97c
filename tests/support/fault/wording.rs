//! Faults of words and marks.
use super::{Body, Draft, Kind, Rng, Spot, add_sentence, replace_words, words_of};

pub const KINDS: &[Kind] = &[
    Kind { rule: "misspelt-term", what: "a character of a term is another that sounds alike", make: misspelt },
    Kind { rule: "misspelt-term", what: "a character of a term is lost, too many or misplaced", make: garbled },
    Kind { rule: "confused-words", what: "a word that is often taken for another", make: confused },
    Kind { rule: "loose-words", what: "a word that is no term of the form", make: loose },
    Kind { rule: "doubled-words", what: "a word stands twice", make: doubled },
    Kind { rule: "repeated-sentence", what: "a sentence stands twice", make: repeated },
    Kind { rule: "open-bracket", what: "one half of a pair of marks", make: open },
    Kind { rule: "mixed-marks", what: "a half-width mark among full-width ones", make: half },
    Kind { rule: "doubled-marks", what: "two marks in a row", make: marks },
    Kind { rule: "open-end", what: "a paragraph ends in a comma", make: end },
    Kind { rule: "loose-particle", what: "的 for 地", make: particle },
    Kind { rule: "redundant-words", what: "the same is said twice in other words", make: redundant },
    Kind { rule: "garbled-leader", what: "a name or a doctrine is misspelt", make: leader },
    Kind { rule: "foreign-character", what: "a character from elsewhere", make: foreign },
    Kind { rule: "loose-as-of", what: "截止 before a time", make: as_of },
];

/// Adds one of some sentences to section one.
fn one_of(draft: &mut Draft, rng: &mut Rng, sentences: &[&str]) -> Option<Spot> {
    let sentence = rng.pick(sentences);
    add_sentence(draft, rng, 1, sentence)
}

fn misspelt(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    one_of(
        draft,
        rng,
        &[
            "严格落实⟦保密审察⟧要求。",
            "⟦主动工开⟧的内容更加丰富。",
            "不断⟦健全工作机治⟧。",
            "规范⟦行政执发⟧行为。",
            "积极⟦回应社会关且⟧。",
            "用好⟦政务新煤体⟧。",
        ],
    )
}

fn garbled(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    one_of(
        draft,
        rng,
        &[
            "全年⟦累公开⟧信息较多。",
            "规范⟦依请申公开⟧办理。",
            "推进⟦政府信公开⟧工作。",
            "做好⟦信息公开制审查⟧工作。",
            "⟦接受社会会监督⟧。",
        ],
    )
}

fn confused(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    one_of(
        draft,
        rng,
        &[
            "不断⟦建全⟧各项制度。",
            "收到的意见⟦均以答复⟧。",
            "公开⟦权利清单⟧和责任清单。",
            "⟦登陆网⟧站查询信息。",
            "认真落实⟦布署⟧。",
            "公开内容与⟦教据⟧一致。",
        ],
    )
}

fn loose(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    one_of(draft, rng, &["做好⟦依法申请公开⟧工作。", "抓好⟦监督保证⟧。", "严格⟦统计年限⟧。"])
}

fn doubled(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let word = rng.pick(&["信息", "主动公开", "监督", "政务公开", "群众", "制度", "培训", "平台", "栏目"]);
    let spot = replace_words(draft, rng, word, &format!("⟦{word}{word}⟧"))?;
    let Spot::Words { block, range } = &spot else { return None };
    let text = words_of(&draft.blocks[*block].1);
    // Behind the last character of the word, 召开政务公开, it is another word that stands twice.
    let shifted = text[..range.start].chars().next_back() == word.chars().next_back();
    let is_own = matches!(draft.blocks[*block], (1 | 5, Body::Paragraph(_)));
    (is_own && !shifted).then_some(spot)
}

fn repeated(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let sentence = rng.pick(&[
        "对拟公开的内容逐条把关，确保内容准确、表述规范。",
        "定期检查各栏目的更新情况，发现问题立即整改到位。",
    ]);
    add_sentence(draft, rng, 1, &format!("{sentence}工作有序开展。⟦{sentence}⟧"))
}

fn open(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    one_of(draft, rng, &["落实⟦“⟧三审三校制度。", "学习条例⟦》⟧有关内容。", "开展培训⟦（⟧每季度一次。"])
}

fn marks(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    one_of(
        draft,
        rng,
        &[
            "加强培训⟦，。⟧",
            "加强培训⟦、，⟧加强审核。",
            "加强审核⟦。。⟧",
            "加强审核⟦，，⟧压实责任。",
            "压实责任⟦；，⟧逐级传达。",
        ],
    )
}

fn half(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let many = draft.text().matches('，').count() > 12;
    let marks = ["加强培训⟦,⟧加强审核。", "更新目录⟦,⟧完善指南，方便查找。", "规范流程⟦;⟧压实责任。"];
    if many { one_of(draft, rng, &marks) } else { None }
}

fn end(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    one_of(draft, rng, &["加强业务培训⟦，⟧", "加强信息审核⟦、⟧"])
}

fn particle(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    one_of(draft, rng, &["及时准确⟦的更新⟧栏目内容。", "有序⟦的推进⟧各项任务。", "认真⟦的落实⟧各项制度。"])
}

fn redundant(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    one_of(draft, rng, &["阅读量⟦较去年同比⟧有所增长。", "群众⟦可通过可以通过⟧网站查询。"])
}

fn leader(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    one_of(draft, rng, &["学习⟦习近平总书纪⟧重要讲话精神。", "坚持以⟦习近平新时代中国特色社会主义⟧为指导。"])
}

fn foreign(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    one_of(
        draft,
        rng,
        &["⟦进—步⟧规范流程。", "做好信息公⟦開⟧。", "答复⟦應⟧当及时。", "压实⟦責⟧任。", "规范⟦業⟧务流程。"],
    )
}

fn as_of(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    one_of(draft, rng, &["⟦截止⟧目前，运行平稳。", "⟦截止⟧本年末，运行平稳。", "⟦截止⟧本年12月底，栏目全部更新。"])
}
