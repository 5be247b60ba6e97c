//! Faults of organs' names, level words and cited documents.
use super::{Draft, Kind, Rng, Spot, add_paragraph, add_sentence};

pub const KINDS: &[Kind] = &[
    Kind { rule: "wrong-document-number", what: "the regulation has another number", make: wrong_order },
    Kind { rule: "wrong-document-number", what: "a notice has another number", make: wrong_notice },
    Kind { rule: "wrong-document-title", what: "a known number stands behind another title", make: wrong_title },
    Kind { rule: "outdated-document", what: "the notice of 2019 is cited alone", make: outdated },
    Kind { rule: "unknown-document", what: "a regulation that does not exist is cited", make: unknown },
    Kind { rule: "mutilated-title", what: "characters of a title are lost or changed", make: mutilated },
    Kind { rule: "year-brackets", what: "the year of a number has other brackets", make: brackets },
    Kind { rule: "old-plan", what: "the plan of an earlier year is cited", make: old_plan },
    Kind { rule: "county-deadline", what: "a town cites the date for counties", make: deadline },
    Kind { rule: "undefined-abbreviation", what: "an abbreviation is not introduced", make: abbreviation },
    Kind { rule: "wrong-article", what: "the duty to report is said to be in another article", make: wrong_article },
    Kind { rule: "foreign-organ", what: "the report is said to be another organ's", make: foreign_organ },
    Kind { rule: "foreign-organ", what: "a sentence is about another town", make: other_town },
    Kind { rule: "foreign-organ", what: "another organ signs", make: other_signature },
    Kind { rule: "foreign-organ", what: "a group of another department is named", make: other_group },
    Kind { rule: "contact-digits", what: "a digit of a postcode or a telephone number is lost", make: contact_digits },
    Kind { rule: "wrong-self-name", what: "the organ calls itself what it is not", make: self_name },
    Kind { rule: "wrong-level-word", what: "the organ speaks for the whole province", make: level_word },
    Kind { rule: "foreign-duty", what: "the organ has superiors of another kind", make: foreign_duty },
    Kind { rule: "incomplete-name", what: "the name has two levels", make: two_levels },
    Kind { rule: "other-county", what: "another county stands for the organ's own", make: other_county },
];

fn wrong_order(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let number = rng.pick(&["117", "771", "712", "701", "721", "811"]);
    let lead = rng.pick(&["国务院令", "国令", "中华人民共和国国务院令"]);
    add_paragraph(draft, 0, &format!("依据《中华人民共和国政府信息公开条例》（{lead}⟦第{number}号⟧）的规定。"))
}

fn wrong_notice(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let (title, number) = rng.pick(&[
        ("中华人民共和国政府信息公开工作年度报告格式", "国办公开办函〔2021〕32号"),
        ("关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知", "国办公开函〔2021〕30号"),
        ("关于政府信息公开工作年度报告有关事项的通知", "国办公开办函〔2019〕61号"),
        ("关于规范政府信息公开平台有关事项的通知", "国办公开办函〔2019〕60号"),
        ("政府信息公开信息处理费管理办法", "国办函〔2020〕190号"),
    ]);
    add_sentence(draft, rng, 6, &format!("依据《{title}》（⟦{number}⟧）的规定。"))
}

fn wrong_article(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let article = rng.pick(&["第四十条", "第五十一条", "第四十八条", "第五条"]);
    let title = rng.pick(&["《中华人民共和国政府信息公开条例》", "《政府信息公开条例》（国务院令第711号）"]);
    let end = rng.pick(&["规定，编制本报告。", "的规定，编制本年度报告。", "要求，现公布本机关年度报告。"]);
    add_paragraph(draft, 0, &format!("根据{title}⟦{article}⟧{end}"))
}

fn wrong_title(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let title =
        rng.pick(&["政府网站集约化建设工作规范", "关于加强政务新媒体管理工作的意见", "政务公开工作考核评分办法"]);
    let number = rng.pick(&["国务院令第711号", "国办公开办函〔2021〕30号", "国办函〔2020〕109号"]);
    add_sentence(draft, rng, 6, &format!("依据《⟦{title}⟧》（{number}）的规定。"))
}

/// The drafts cite the newer notice themselves, which then has to go.
fn outdated(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let newer = ["30号", "年度报告格式"].iter().any(|word| draft.text().contains(word));
    if draft.model.year < 2021 || newer {
        return None;
    }
    let sentence = rng.pick(&[
        "依据《关于政府信息公开工作⟦年度报告有关事项⟧的通知》的规定。",
        "依据国办公开办函〔2019〕⟦60号⟧文件的规定。",
    ]);
    add_sentence(draft, rng, 6, sentence)
}

fn unknown(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let title =
        rng.pick(&["《政务公开工作条例》", "《政务公开条例》", "《中华人民共和国政府信息公开法》", "《信息公开法》"]);
    add_sentence(draft, rng, 6, &format!("严格执行⟦{title}⟧的规定。"))
}

fn mutilated(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let title = rng.pick(&[
        "⟦政府信息管理条例⟧",
        "⟦中华人民共和国信息公开条例⟧",
        "⟦国务院办公厅政府信息与政府信息公开办公室关于规范政府信息公开平台有关事项的通知⟧",
        "⟦国务院办公厅政府信息与政务公开办公室规范政府信息公开平台有关事项的通知⟧",
        "⟦国务院办公厅关于印发〈政府信息公开处理费管理办法〉的通知⟧",
    ]);
    add_sentence(draft, rng, 6, &format!("严格执行《{title}》。"))
}

fn brackets(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let year = rng.pick(&["[2021]", "(2021)", "【2021】", "（2021）"]);
    add_sentence(draft, rng, 6, &format!("依据国办公开办函⟦{year}⟧30号文件的规定。"))
}

fn old_plan(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let year = draft.model.year - rng.range(1, 3);
    let name = rng.pick(&["年政务公开工作要点", "年全省政务公开工作要点", "年政府信息公开工作要点"]);
    add_sentence(draft, rng, 1, &format!("认真落实《⟦{year}⟧{name}》。"))
}

fn deadline(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    if draft.model.organ.size > 0 {
        return None;
    }
    let sentence = rng.pick(&[
        "依据条例第四十九条，于每年⟦3月31日⟧前向社会公布。",
        "按照《中华人民共和国政府信息公开条例》要求，在⟦3月31日⟧前公布上一年度的报告。",
    ]);
    add_paragraph(draft, 0, sentence)
}

fn abbreviation(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    if ["《条例》", "政府信息公开条例》"].iter().any(|name| draft.text().contains(name)) {
        return None;
    }
    let verb = rng.pick(&["深入学习", "严格执行", "贯彻落实"]);
    add_sentence(draft, rng, 5, &format!("{verb}⟦《条例》⟧。"))
}

fn foreign_organ(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    use crate::support::organ::Kind::{Bureau, Street, Town, Township};
    let other = match draft.model.organ.kind {
        Town | Township | Street => rng.pick(&["民族宗教事务局", "霞浦县水务局", "霓裳镇人民政府", "霓裳乡"]),
        Bureau => rng.pick(&["霓裳镇人民政府", "霓裳乡", "霓裳街道办事处"]),
        _ => return None,
    };
    let year = draft.model.year;
    let sentence = match rng.below(2) {
        0 => format!("现公布⟦{other}⟧{year}年政府信息公开工作年度报告。"),
        _ => format!("本报告由⟦{other}⟧根据《中华人民共和国政府信息公开条例》编制。"),
    };
    add_paragraph(draft, 0, &sentence)
}

fn other_town(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    if draft.model.organ.size > 0 {
        return None;
    }
    let other = rng.pick(&["霓裳镇", "霓裳乡", "霓裳街道", "霓裳镇人民政府", "霓裳街道办事处"]);
    let sentence = match rng.below(5) {
        0 => format!("⟦{other}⟧严格执行先审查、后公开的制度。"),
        1 => format!("进一步完善分工，⟦{other}⟧高度重视政务公开。"),
        2 => format!("在⟦{other}⟧便民服务中心增设查阅点。"),
        3 => format!("及时更新县政府门户网站⟦{other}⟧专栏。"),
        _ => format!("调整⟦{other}⟧政府信息公开工作领导小组。"),
    };
    add_paragraph(draft, 1, &sentence)
}

fn other_signature(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    use crate::support::organ::Kind::{Bureau, Street, Town, Township};
    let other = match draft.model.organ.kind {
        Town | Township | Street => rng.pick(&["霞浦县水务局", "霓裳镇人民政府", "霓裳乡人民政府"]),
        Bureau => rng.pick(&["霓裳镇人民政府", "霓裳街道办事处"]),
        _ => return None,
    };
    let spot = add_paragraph(draft, 6, &format!("⟦{other}⟧"));
    if rng.chance(50) {
        add_paragraph(draft, 6, &format!("{}年1月⟦{}⟧日", draft.model.year + 1, rng.range(5, 28)))?;
    }
    spot
}

fn other_group(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    if draft.model.organ.size > 0 {
        return None;
    }
    let other = rng.pick(&["县水利局", "霞浦县民政局", "区教育局"]);
    let work = rng.pick(&["政府信息公开", "政务公开"]);
    add_paragraph(draft, 1, &format!("调整⟦{other}⟧{work}工作领导小组。"))
}

fn contact_digits(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let sentence = match rng.below(4) {
        0 => "邮政编码：⟦30099⟧。",
        1 => "联系地址：镇兴路18号，邮编：⟦3009990⟧，联系电话：0500-2180018。",
        2 => "联系电话：⟦0500-218001⟧。",
        _ => "联系电话（传真）：⟦0500—218001888⟧，邮编：300999。",
    };
    add_paragraph(draft, 0, sentence)
}

fn self_name(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    use crate::support::organ::Kind::{Bureau, Committee, County, Street, Town, Township};
    let wrong = match draft.model.organ.kind {
        Town => rng.pick(&["我局", "我乡", "我街道", "本局", "我委"]),
        Township => rng.pick(&["我局", "我镇", "我街道", "本镇", "我委"]),
        Street => rng.pick(&["我局", "我镇", "本镇", "我乡"]),
        // A centre may belong to a 委.
        Bureau if draft.model.organ.name.ends_with("中心") => rng.pick(&["我镇", "我乡", "我街道", "本镇"]),
        Bureau => rng.pick(&["我镇", "我乡", "我街道", "我委", "本镇"]),
        Committee => rng.pick(&["我局", "我镇", "本局"]),
        County => rng.pick(&["我局", "我镇", "我乡"]),
        _ => return None,
    };
    let section = rng.pick(&[1, 5]);
    let tail = rng.pick(&["高度重视政务公开工作。", "将进一步加强培训。", "及时更新公开目录。"]);
    add_sentence(draft, rng, section, &format!("⟦{wrong}⟧{tail}"))
}

fn level_word(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    if draft.model.organ.size > 0 {
        return None;
    }
    let verb = rng.pick(&["组织推动", "统筹推进", "指导"]);
    let word = rng.pick(&["全省", "全国"]);
    let work = rng.pick(&["政府信息公开工作", "政务公开工作"]);
    add_sentence(draft, rng, 1, &format!("扎实{verb}⟦{word}⟧{work}。"))
}

fn foreign_duty(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    if draft.model.organ.size > 0 {
        return None;
    }
    let superior = rng.pick(&["上级公安机关", "上级审计机关", "上级税务机关", "上级司法行政机关"]);
    let tail = rng.pick(&["指导下开展工作。", "部署下完善制度。"]);
    add_sentence(draft, rng, 1, &format!("在⟦{superior}⟧{tail}"))
}

fn two_levels(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let name = draft.model.organ.name.clone();
    let short = ["人民政府", "办事处"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(&name);
    let stem = short.strip_suffix('镇').filter(|stem| !stem.is_empty())?;
    let level = rng.pick(&["（区）", "（乡）", "（县）"]);
    add_sentence(draft, rng, 1, &format!("{stem}⟦镇{level}⟧及时更新公开目录。"))
}

fn other_county(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let level = draft.model.organ.level;
    let own = draft.model.organ.name.chars().skip(2).any(|c| level == c.to_string());
    if !own || !["县", "区"].contains(&level) {
        return None;
    }
    let lead = rng.pick(&["在", "按照", "落实"]);
    add_sentence(draft, rng, 1, &format!("{lead}⟦霓裳{level}⟧委、{level}政府统一部署开展工作。"))
}
