//! Faults of parts, headings, lists, labels, and of what sections owe.
use super::{Kind, Spot, add_paragraph, add_sentence, at_heading, heading, piece, replace_words, words_of};
use crate::support::{
    Draft, Fact, Rng,
    draft::{Body, Text},
};

pub const KINDS: &[Kind] = &[
    Kind { rule: "title-wording", what: "the title lacks a word", make: title_wording },
    Kind { rule: "two-title-years", what: "the title names another year before", make: two_years },
    Kind { rule: "differing-titles", what: "the title stands twice, once with another year", make: two_titles },
    Kind { rule: "part-count", what: "the preamble counts the parts wrongly", make: part_count },
    Kind { rule: "part-count", what: "the preamble leaves out a part", make: part_left_out },
    Kind {
        rule: "outdated-parts",
        what: "the preamble lists the parts of an older form",
        make: |draft, rng| {
            let list = rng.pick(&[
                "本报告由概述、主动公开政府信息情况、⟦依申请公开政府信息和不予公开⟧政府信息的情况、存在的问题组成。",
                "本报告包括概述、主动公开情况、依申请公开情况、⟦收费及减免⟧情况、行政复议情况等部分。",
            ]);
            draft
                .blocks
                .iter()
                .any(|(section, body)| *section == 0 && matches!(body, Body::Paragraph(_)))
                .then_some(())?;
            add_paragraph(draft, 0, list)
        },
    },
    Kind { rule: "heading-level", what: "a heading is numbered like one below it", make: level },
    Kind { rule: "heading-number", what: "a heading has the number of the one before", make: number },
    Kind { rule: "broken-list", what: "an item of a list has the number of the next", make: list_jumps },
    Kind { rule: "broken-list", what: "a list begins with the second item", make: list_without_first },
    Kind {
        rule: "mixed-list",
        what: "numbers and 是 in one list",
        make: |draft, rng| {
            let words = rng.pick(&["政策解读不够深入。", "信息更新不够及时。", "工作机制还不完善。"]);
            add_paragraph(draft, 5, "⟦1、⟧公开内容不够全面。")?;
            add_paragraph(draft, 5, &format!("⟦2、是⟧{words}"))
        },
    },
    Kind {
        rule: "mixed-list",
        what: "numbers stand among ordinals of words",
        make: |draft, rng| {
            let words = rng.pick(&["政策解读不够深入。", "信息更新不够及时。", "工作机制还不完善。"]);
            add_paragraph(draft, 5, &format!("一是公开内容不够全面；⟦2、是⟧{words}"))
        },
    },
    Kind {
        rule: "text-beside-table",
        what: "running text stands where the table alone belongs",
        make: |draft, rng| {
            let text = rng.pick(&[
                "本年度，各科室认真履行职责，不断拓宽公开渠道，主动公开各类政府信息，提高工作透明度。",
                "按照上级部署，进一步规范办理流程，加强与群众的沟通，依法保障群众的知情权和监督权。",
            ]);
            let section = rng.range(2, 4) as usize;
            add_paragraph(draft, section, &format!("⟦{text}⟧"))
        },
    },
    Kind { rule: "aspect-order", what: "two aspects have changed places", make: aspect_order },
    Kind { rule: "misplaced-topic", what: "applications are told beside the table of section two", make: misplaced },
    Kind {
        rule: "no-problems",
        what: "section five says that there are no problems",
        make: |draft, rng| {
            let text = rng.pick(&[
                "本年度⟦不存在问题⟧。",
                "⟦主要问题：无⟧。",
                "⟦没有发现问题⟧。",
                "⟦暂无问题⟧。",
                "政府信息公开工作⟦没有问题⟧。",
            ]);
            only(draft, 5, text)
        },
    },
    Kind {
        rule: "no-measures",
        what: "section five tells problems only",
        make: |draft, rng| {
            let text = rng.pick(&[
                "一是部分栏目更新不够及时；二是政策解读形式较为单一。",
                "公开内容的全面性有待提高，工作人员业务能力有待进一步提升。",
                "信息公开渠道较为单一，公众参与度不高。",
            ]);
            only(draft, 5, text)?;
            at_heading(draft, 5)
        },
    },
    Kind {
        rule: "no-problem-told",
        what: "section five is slogans",
        make: |draft, rng| {
            let text = rng.pick(&[
                "以更高的站位、更实的举措，奋力开创政府信息公开工作新局面。",
                "将继续加强学习，把政府信息公开工作做得更好。",
                "下一步，将进一步提高思想认识，扎实推进政府信息公开工作。",
            ]);
            only(draft, 5, text)?;
            at_heading(draft, 5)
        },
    },
    Kind {
        rule: "empty-section",
        what: "a section has a heading only",
        make: |draft, rng| {
            let section = rng.range(5, 6) as usize;
            draft.blocks.retain(|(at, body)| *at != section || matches!(body, Body::Heading(_)));
            at_heading(draft, section)
        },
    },
    Kind {
        rule: "no-fee-told",
        what: "section six does not tell the fee",
        make: |draft, rng| {
            // Of applications that were not paid for the rule on those tells it.
            let unpaid = draft.model.value(Fact::Unpaid) > 0;
            if unpaid
                || draft.model.year < 2021
                || draft.text().contains("信息处理费") && in_others(draft, 6, "信息处理费")
            {
                return None;
            }
            let text = rng.pick(&["无其他需要报告的事项。", "无。", "本年度没有其他需要报告的政府信息公开工作事项。"]);
            only(draft, 6, text)?;
            at_heading(draft, 6)
        },
    },
    Kind {
        rule: "no-figures",
        what: "section one tells no number",
        make: |draft, rng| {
            let text = rng.pick(&[
            "坚持以公开为常态，主动公开政府信息，规范办理依申请公开，加强信息管理和平台建设，工作考核、社会评议良好，强化监督保障。",
            "认真贯彻落实各项部署，主动公开有序开展，依申请公开渠道畅通，政府信息管理、平台建设不断加强，监督保障和考核评议到位。",
        ]);
            only(draft, 1, text)?;
            at_heading(draft, 1)
        },
    },
    Kind {
        rule: "no-assessment-told",
        what: "a government does not tell assessment and accountability",
        make: |draft, rng| {
            if !draft.model.organ.is_government() || !draft.model.organ.name.ends_with("政府") {
                return None;
            }
            let text = rng.pick(&[
                "主动公开政府信息156条，规范办理依申请公开，加强政府信息管理、平台建设和监督保障。",
                "全年主动公开信息88条，依申请公开渠道畅通，信息管理有序，用好网站平台，加强业务培训。",
            ]);
            only(draft, 1, text)?;
            let words = [
                "考核",
                "考评",
                "评估",
                "评议",
                "评价",
                "测评",
                "追究",
                "追责",
                "问责",
                "督查",
                "监测",
                "绩效",
                "社会监督",
                "通报",
                "督导",
            ];
            if words.iter().any(|word| draft.text().contains(word)) {
                return None;
            }
            at_heading(draft, 1)
        },
    },
];

/// A section is one paragraph and no more.
/// A section with one paragraph; none where it names the 条例 that the others speak of.
fn only(draft: &mut Draft, section: usize, marked: &str) -> Option<Spot> {
    let names = |(at, body): &(usize, Body)| *at == section && words_of(body).contains("公开条例》");
    if draft.blocks.iter().any(names) {
        return None;
    }
    draft.blocks.retain(|(at, body)| *at != section || matches!(body, Body::Heading(_)));
    let marked = if marked.contains('⟦') { marked.to_owned() } else { format!("⟦{marked}⟧") };
    add_paragraph(draft, section, &marked)
}

fn in_others(draft: &Draft, section: usize, word: &str) -> bool {
    draft.blocks.iter().any(|(at, body)| *at != section && words_of(body).contains(word))
}

fn title(draft: &Draft) -> Option<usize> {
    draft.blocks.iter().position(|(_, body)| matches!(body, Body::Title(_)))
}

fn title_wording(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let block = title(draft)?;
    let was = words_of(&draft.blocks[block].1);
    let now = rng.pick(&["政府信息公开报告", "信息公开工作报告", "信息公开工作年度报告", "政府信息公开年报"]);
    let at = was.find("政府信息公开工作年度报告")?;
    if was[..at].ends_with("人民") || was[..at].ends_with("政府") && now.starts_with('信') {
        return None;
    }
    let text = format!("{}{now}", &was[..at]);
    let range = at..text.len();
    draft.blocks[block].1 = Body::Title(vec![piece(text)]);
    Some(Spot::Words { block, range })
}

fn two_years(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let block = title(draft)?;
    let was = words_of(&draft.blocks[block].1);
    if was.starts_with("20") {
        return None;
    }
    let year = (draft.model.year + rng.range(0, 2)).saturating_sub(1).to_string();
    let range = 0..year.len();
    draft.blocks[block].1 = Body::Title(vec![piece(year + &was)]);
    Some(Spot::Words { block, range })
}

fn two_titles(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let block = title(draft)?;
    let was = words_of(&draft.blocks[block].1);
    let year = draft.model.year;
    let now = was.replace(&year.to_string(), &(year - rng.range(1, 2)).to_string());
    if now == was {
        return None;
    }
    let range = 0..now.len();
    draft.blocks.insert(block + 1, (0, Body::Title(vec![piece(now)])));
    Some(Spot::Words { block: block + 1, range })
}

fn part_count(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let (was, now) = rng.pick(&[
        ("六个部分", "⟦七个部分⟧"),
        ("六部分", "⟦五部分⟧"),
        ("六个部分", "⟦五个部分⟧"),
        ("六部分", "⟦7部分⟧"),
        ("6个部分", "⟦5个部分⟧"),
    ]);
    replace_words(draft, rng, was, now)
}

fn part_left_out(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let gone = rng.pick(&["政府信息公开行政复议、行政诉讼情况", "收到和处理政府信息公开申请情况"]);
    let separator = rng.pick(&["、", "；", "，"]);
    replace_words(draft, rng, &format!("{gone}{separator}存在"), "⟦存⟧在")
        .or_else(|| replace_words(draft, rng, &format!("{gone}{separator}政府"), "⟦政⟧府"))?;
    let count = ["六个部分", "六部分", "6个部分"].into_iter().find(|count| draft.text().contains(count))?;
    replace_words(draft, rng, count, &format!("⟦{count}⟧"))
}

/// Another ordinal before a heading.
fn renumber(draft: &mut Draft, section: usize, ordinal: &str) -> Option<Spot> {
    let block = heading(draft, section)?;
    let was = words_of(&draft.blocks[block].1);
    let (_, name) = was.split_once('、')?;
    draft.blocks[block].1 = Body::Heading(vec![piece(format!("{ordinal}{name}"))]);
    Some(Spot::Words { block, range: 0..ordinal.len() })
}

fn level(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let section = rng.pick(&[1, 3, 6]);
    let ordinal = if rng.chance(60) {
        format!("{section}、")
    } else {
        format!("（{}）", ["一", "二", "三", "四", "五", "六"][section - 1])
    };
    renumber(draft, section, &ordinal)
}

fn number(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let section = rng.range(2, 6) as usize;
    renumber(draft, section, ["一、", "二、", "三、", "四、", "五、"][section - 2])
}

fn list_jumps(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let (was, now) = rng.pick(&[("；二是", "；⟦三是⟧"), ("；二是", "；⟦四是⟧"), ("；三是", "；⟦二是⟧")]);
    replace_words(draft, rng, was, now)
}

fn list_without_first(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    if draft.text().contains("一是") {
        return None;
    }
    let text = rng.pick(&[
        "针对上述情况，⟦二是⟧加强业务培训。",
        "改进措施如下：⟦二是⟧完善工作机制；三是严格考核。",
        "下一步，⟦三是⟧拓宽公开渠道。",
    ]);
    add_sentence(draft, rng, 5, text)
}

/// The first aspects have changed places, each with its number.
fn aspect_order(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let (first, second) = rng.pick(&[("政府信息管理", "政府信息公开平台建设"), ("政府信息管理", "监督保障")]);
    let headed = |body: &Body, name: &str| matches!(body, Body::Subheading(_)) && words_of(body).contains(name);
    let of = |name: &str| draft.blocks.iter().position(|(_, body)| headed(body, name));
    let (one, other) = (of(first)?, of(second)?);
    let swap = |draft: &mut Draft, block: usize, was: &str, now: &str| {
        let text = words_of(&draft.blocks[block].1).replace(was, now);
        draft.blocks[block].1 = Body::Subheading(Text::from([piece(text)]));
    };
    swap(draft, one, first, second);
    swap(draft, other, second, first);
    let third = if second == "监督保障" { of_name(draft, "平台建设")? } else { other };
    Some(Spot::Words { block: third, range: 0..words_of(&draft.blocks[third].1).len() })
}

fn of_name(draft: &Draft, name: &str) -> Option<usize> {
    draft.blocks.iter().position(|(_, body)| matches!(body, Body::Subheading(_)) && words_of(body).contains(name))
}

fn misplaced(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let new = draft.model.value(crate::support::Fact::New);
    let text = rng.pick(&["全年收到政府信息公开申请", "本年度共收到政府信息公开申请"]);
    (new > 0).then_some(())?;
    add_paragraph(draft, 2, &format!("⟦{text}{new}件⟧。"))
}
