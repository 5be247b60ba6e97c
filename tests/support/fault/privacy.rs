//! Faults of residue of templates and of personal data.
use super::{Draft, Kind, Rng, Spot, add_paragraph, add_sentence};

pub const KINDS: &[Kind] = &[
    Kind {
        rule: "template-note",
        what: "the note of the form is left in the text",
        make: |draft, rng| add_sentence(draft, rng, 1, "⟦该部分以表格形式报告⟧。表格如下："),
    },
    Kind { rule: "template-note", what: "an order for typesetting is left", make: typesetting },
    Kind { rule: "unfilled-slot", what: "a slot of the template is not filled", make: slot },
    Kind { rule: "empty-brackets", what: "brackets are empty", make: empty_brackets },
    Kind { rule: "empty-field", what: "a field of the contact is empty", make: empty_field },
    Kind { rule: "stray-markup", what: "signs of an editor are left", make: markup },
    Kind { rule: "page-leftover", what: "buttons of the page are left", make: page },
    Kind { rule: "unfinished-note", what: "a note to oneself is left", make: note },
    Kind { rule: "bracketed-number", what: "a number stands in the brackets of its slot", make: bracketed },
    Kind { rule: "chat-residue", what: "the answer of a program is left", make: chat },
    Kind { rule: "identity-number", what: "an identity card is published", make: identity },
    Kind { rule: "personal-phone", what: "an applicant's telephone is published", make: phone },
    Kind { rule: "bank-card", what: "a bank card is published", make: card },
    Kind { rule: "applicant-name", what: "an applicant's name is published", make: applicant },
    Kind { rule: "applicant-address", what: "an applicant's address is published", make: address },
    Kind { rule: "staff-names", what: "names of staff are published", make: staff },
];

/// A surname and a given name of chance.
fn person(rng: &mut Rng) -> String {
    let surname = rng.pick(&["王", "李", "张", "刘", "陈", "杨", "赵", "周", "吴", "徐", "孙", "郭", "何"]);
    let given = rng.pick(&["小明", "建国", "秀英", "志强", "丽", "海燕", "晓东", "国栋", "玉兰"]);
    format!("{surname}{given}")
}

fn typesetting(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let order = rng.pick(&[
        "（宋体加粗小四号字）",
        "（仿宋三号，行距28磅）",
        "（请填写具体情况）",
        "（文字描述）",
        "（标题用黑体）",
    ]);
    add_sentence(draft, rng, 1, &format!("⟦{order}⟧"))
}

fn slot(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let sentence = rng.pick(&[
        "在⟦××⟧栏目发布信息。",
        "⟦XX⟧年，工作有序开展。",
        "⟦某某⟧镇积极参与。",
        "召开会议⟦____⟧次。",
        "按照云政办发⟦〔〕⟧号文件要求。",
        "下载地址：⟦（具体网址）⟧。",
        "由⟦XXX⟧负责。",
    ]);
    add_sentence(draft, rng, 5, sentence)
}

fn empty_brackets(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let brackets = rng.pick(&["（）", "()", "《》", "【】", "（ ）"]);
    add_sentence(draft, rng, 1, &format!("详情见县政府网站⟦{brackets}⟧。"))
}

fn empty_field(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let field = rng.pick(&["电话：", "邮编：", "传真：", "电子邮箱："]);
    add_paragraph(draft, 0, &format!("联系方式（地址：和平路8号，⟦{field}⟧，联系人：办公室）。"))
}

fn markup(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let signs = rng.pick(&["**", "{{", "[图片]", "${", "【图片】", "报告20240105.png", "#REF!"]);
    add_sentence(draft, rng, 1, &format!("公开目录更新及时，⟦{signs}⟧。"))
}

fn page(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let button = rng.pick(&[
        "【打印】",
        "浏览次数：",
        "责任编辑：",
        "打印本页",
        "上一篇：",
        "【关闭】",
        "阅读次数：",
        "返回顶部",
    ]);
    add_sentence(draft, rng, 1, &format!("⟦{button}⟧"))
}

fn note(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let note = rng.pick(&["（待核实）", "（待补充）", "？？？", "【待补充】", "（请核对）"]);
    add_sentence(draft, rng, 5, &format!("公开目录已经更新⟦{note}⟧。"))
}

fn bracketed(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let (number, unit) = (rng.range(2, 60), rng.pick(&["篇", "次", "期", "场"]));
    add_sentence(draft, rng, 5, &format!("组织学习材料⟦（{number}）⟧{unit}。"))
}

fn chat(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let words = rng.pick(&["以下是根据您", "以下是为您", "根据您提供的", "希望以上内容"]);
    add_sentence(draft, rng, 5, &format!("⟦{words}⟧材料整理的内容。"))
}

/// A number whose check digit is right, of a person who does not exist: the region is that of no place.
fn identity(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let (year, month, day) = (rng.range(1950, 2005), rng.range(1, 12), rng.range(1, 28));
    let head = format!("509999{year}{month:02}{day:02}{:03}", rng.range(0, 999));
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = head.bytes().zip(weights).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    let check = b"10X98765432"[(sum % 11) as usize] as char;
    let lead = rng.pick(&["申请人（身份证号", "来访人员（", "申请人王某（证件号码："]);
    add_sentence(draft, rng, 1, &format!("{lead}⟦{head}{check}⟧）已登记。"))
}

fn phone(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let number = format!("1{}{:09}", rng.pick(&["3", "5", "8", "9"]), rng.range(0, 999_999_999));
    let lead = rng.pick(&["申请人王某（电话", "申请人李某某（", "村民赵某（手机"]);
    add_sentence(draft, rng, 1, &format!("{lead}⟦{number}⟧）已登记。"))
}

fn card(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let head = format!("62220{:013}", rng.range(0, 9_999_999_999_999));
    let sum: u32 = head
        .bytes()
        .rev()
        .enumerate()
        .map(|(n, digit)| {
            let value = u32::from(digit - b'0') * if n % 2 == 0 { 2 } else { 1 };
            value / 10 + value % 10
        })
        .sum();
    add_sentence(draft, rng, 1, &format!("退款至银行卡号⟦{head}{}⟧。", (10 - sum % 10) % 10))
}

fn applicant(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let name = person(rng);
    let sentence = match rng.below(3) {
        0 => format!("申请人⟦{name}⟧提出的事项已登记。"),
        1 => format!("村民⟦{name}⟧申请的事项已登记。"),
        _ => format!("申请人：⟦{name}⟧，事项已登记。"),
    };
    add_sentence(draft, rng, 1, &sentence)
}

fn address(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let sentence = rng.pick(&[
        "申请人王某（⟦家住和平路12号⟧）的事项已登记。",
        "申请人李某某，⟦住址和平村3组⟧，事项已登记。",
        "申请人王某（邮箱wang⟦@⟧example.com）的事项已登记。",
    ]);
    add_sentence(draft, rng, 1, sentence)
}

fn staff(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let (post, name) = (rng.pick(&["科员", "工作人员", "信息员", "联络员"]), person(rng));
    add_sentence(draft, rng, 1, &format!("由{post}⟦{name}⟧负责信息发布。"))
}
