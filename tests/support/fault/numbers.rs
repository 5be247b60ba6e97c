//! Faults of numbers inside the text, and of years in it.
use super::{
    super::draft::{Body, Piece},
    Draft, Kind, Rng, Spot, add_paragraph, add_sentence, heading, hush_where, replace_words, words_of,
};

pub const KINDS: &[Kind] = &[
    Kind { rule: "breakdown-sum", what: "the parts of a list do not add up", make: list },
    Kind {
        rule: "unbalanced-sentence",
        what: "received and carried in are not answered and carried out",
        make: balance,
    },
    Kind { rule: "part-over-whole", what: "a part has a digit too many", make: part },
    Kind { rule: "wrong-share", what: "a share is not the part in the whole", make: share },
    Kind { rule: "wrong-share-word", what: "more than the number is claimed", make: share_word },
    Kind { rule: "shares-sum", what: "the shares are not a hundred", make: shares },
    Kind { rule: "wrong-rate", what: "a rate is not what was done in what came", make: rate },
    Kind { rule: "wrong-growth", what: "growth is not that of the two numbers", make: growth },
    Kind { rule: "impossible-percentage", what: "a fall or a rate of more than all", make: impossible },
    Kind { rule: "points-of-count", what: "points for what is counted", make: points },
    Kind { rule: "wrong-period", what: "the period is of another year", make: period },
    Kind { rule: "split-period", what: "the period goes over two years", make: split },
    Kind { rule: "missing-period", what: "no period is stated", make: no_period },
    Kind { rule: "odd-period", what: "the period ends or begins a day wrong", make: odd_period },
    Kind { rule: "impossible-date", what: "a day that there is not", make: date },
    Kind { rule: "early-date", what: "dated a year early", make: early },
    Kind { rule: "other-year", what: "last year's words", make: other_year },
    Kind { rule: "other-year", what: "last year's plan", make: other_year_of_plans },
    Kind { rule: "other-year", what: "last year's words of fees", make: other_year_of_fees },
    Kind { rule: "copied-report", what: "the title is of another year", make: copied },
    Kind { rule: "yearless-title", what: "the title has no year", make: yearless },
];

/// What is counted, how it is told, and its unit, which no table has.
const COUNTED: [(&str, &str); 4] =
    [("发布便民服务信息", "条"), ("公开惠民政策信息", "条"), ("发布招商引资动态", "篇"), ("推送防汛提示信息", "条")];
const CHANNELS: [&str; 4] = ["政府门户网站", "微信公众号", "政务微博", "村（社区）公开栏"];

/// A sentence with two parts of a total, the second at its mark.
fn whole(rng: &mut Rng) -> (&'static str, &'static str, [u64; 3]) {
    let (counted, unit) = rng.pick(&COUNTED);
    let (one, two) = (rng.range(20, 400), rng.range(20, 400));
    (counted, unit, [one, two, one + two])
}

fn list(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let (counted, unit) = rng.pick(&COUNTED);
    let parts = [0; 3].map(|_| rng.range(10, 300));
    let total = parts.iter().sum::<u64>() + rng.pick(&[1, 2, 9, 10, 27]);
    let joined = rng.pick(&["、", "，", "；"]);
    let names = match rng.chance(50) {
        true => rng.some(&CHANNELS, 3),
        false => vec!["养老服务类", "就业服务类", "其他"],
    };
    let items: Vec<String> = names.iter().zip(parts).map(|(name, part)| format!("{name}{part}{unit}")).collect();
    let open = rng.pick(&["，其中", "，其中：", "。其中，"]);
    add_sentence(draft, rng, 1, &format!("全年{counted}⟦{total}⟧{unit}{open}{}。", items.join(joined)))
}

fn balance(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let value = |fact| draft.model.value(fact);
    use super::super::Fact::{Answered, CarriedIn, CarriedOut, New};
    let [new, before, done, left] = [New, CarriedIn, Answered, CarriedOut].map(value);
    // The tables must be gone, or they would be compared with first; a part of a report misses none.
    draft.blocks.retain(|(section, body)| matches!(section, 1 | 5) && !matches!(body, Body::Table(_)));
    hush_where(draft, |_, text| text.iter().any(|piece| piece.fact.is_some()));
    // With as many more as were carried in, those received would count them.
    let off = rng.pick(&[1, 2, 3, 10, 18, 90].map(|off| if off == before { off + 4 } else { off }));
    let text = format!("新收政府信息公开申请⟦{}⟧件，上年结转{before}件，办结{done}件，结转下年度{left}件。", new + off);
    add_paragraph(draft, 1, &text)
}

fn part(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let (counted, unit, [one, two, total]) = whole(rng);
    let [first, second] = [0, 1].map(|n| rng.some(&CHANNELS, 4)[n]);
    let wrong = two * 10 + rng.range(0, 9);
    let text = match (rng.chance(50), wrong > total) {
        (_, false) => return None,
        (true, _) => format!("全年{counted}{total}{unit}，其中{first}{one}{unit}、{second}⟦{wrong}⟧{unit}。"),
        (false, _) => format!("全年{counted}{total}{unit}，其中{second}⟦{wrong}⟧{unit}。"),
    };
    add_sentence(draft, rng, 1, &text)
}

fn share(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let (counted, unit, [one, two, total]) = whole(rng);
    let right = one as f64 * 100.0 / total as f64;
    let off = right + rng.pick(&[-9.0, -3.0, 3.0, 10.0, 20.0]);
    let wrong = if (1.0..100.0).contains(&off) { off } else { return None };
    let rest = two as f64 * 100.0 / total as f64;
    let tells = rng.pick(&["，占比", "，占", "，占比为", "，占总数的"]);
    let text = match rng.chance(50) {
        true => format!("全年共{counted}{total}{unit}，其中通过网站{one}{unit}{tells}⟦{wrong:.1}%⟧。"),
        false => format!(
            "全年{counted}{total}{unit}，其中网站{one}{unit}（占⟦{wrong:.2}%⟧），新媒体{two}{unit}（占{rest:.2}%）。"
        ),
    };
    add_sentence(draft, rng, 1, &text)
}

fn share_word(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let (counted, unit) = rng.pick(&COUNTED);
    let total = rng.range(120, 900);
    let part = total * rng.range(31, 44) / 100;
    let word = rng.pick(&["超六成", "过半", "近七成", "超过半数", "七成以上", "不足三成"]);
    let tells = rng.pick(&["，占比", "，占"]);
    add_sentence(draft, rng, 1, &format!("全年共{counted}{total}{unit}，其中网站{part}{unit}{tells}⟦{word}⟧。"))
}

fn shares(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let (one, two) = (rng.range(30, 50), rng.range(10, 30));
    let rest = 100 - one - two + rng.pick(&[4, 7, 10]);
    let (counted, _) = rng.pick(&COUNTED);
    add_sentence(draft, rng, 1, &format!("{counted}的渠道中，网站占{one}%，微信公众号占{two}%，其他渠道占⟦{rest}%⟧。"))
}

fn rate(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let all = rng.range(40, 180);
    let done = all - rng.range(3, 9);
    let matter = rng.pick(&["12345热线工单", "网民留言", "群众来电诉求"]);
    let (verb, name, wrong) =
        rng.pick(&[("办结", "办结率", "100%"), ("回复", "回复率", "63.5%"), ("办结", "办结率", "71%")]);
    let reaches = rng.pick(&["", "为", "达"]);
    add_sentence(draft, rng, 1, &format!("全年受理{matter}{all}件，{verb}{done}件，{name}{reaches}⟦{wrong}⟧。"))
}

fn growth(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let (counted, unit) = rng.pick(&COUNTED);
    let (before, more) = (rng.range(100, 600), rng.range(20, 90));
    let now = before + more;
    let right = more as f64 * 100.0 / before as f64;
    let text = match rng.below(5) {
        0 => format!("全年{counted}{now}{unit}，较上年{before}{unit}⟦增长{:.1}%⟧。", right + 5.0),
        1 => format!("全年{counted}{now}{unit}（上年{before}{unit}），同比⟦上升{:.1}%⟧。", right + 9.5),
        2 => format!("全年{counted}{now}{unit}，较上年（{before}{unit}）⟦下降{right:.1}%⟧。"),
        3 => format!("全年{counted}{now}{unit}，比上年的{before}{unit}⟦增加{}{unit}⟧。", more + 10),
        _ => format!("全年{counted}{more}{unit}，较上年⟦增加{now}{unit}⟧。"),
    };
    add_sentence(draft, rng, 1, &text)
}

fn impossible(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let over = rng.range(101, 260);
    let text = match rng.below(3) {
        0 => format!("全年来信来访较上年⟦下降{over}%⟧。"),
        1 => format!("群众来电数量同比⟦减少{over}.5%⟧。"),
        _ => format!("热线工单满意率⟦{over}%⟧。"),
    };
    add_sentence(draft, rng, 1, &text)
}

fn points(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let (counted, unit) = rng.pick(&COUNTED);
    let (now, more) = (rng.range(100, 900), rng.range(2, 40));
    let (compared, grew) = (rng.pick(&["较上年", "同比", "比上年度"]), rng.pick(&["提升", "增长", "提高"]));
    add_sentence(draft, rng, 1, &format!("全年{counted}{now}{unit}，{compared}⟦{grew}{more}个百分点⟧。"))
}

fn period(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let year = draft.model.year;
    replace_words(draft, rng, &format!("{year}年1月1日"), &format!("⟦{}⟧年1月1日", year - 1))
}

/// Without a title only the two ends of the period can be compared.
fn split(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let year = draft.model.year;
    draft.blocks.retain(|(_, body)| !matches!(body, Body::Title(_)));
    let spot = replace_words(draft, rng, &format!("{year}年12月31日"), &format!("⟦{}⟧年12月31日", year + 1))?;
    is_before_sections(draft, &spot).then_some(spot)
}

/// Other dates than those of the period stand in the sections.
fn is_before_sections(draft: &Draft, spot: &Spot) -> bool {
    matches!(spot, Spot::Words { block, .. } if draft.blocks[*block].0 == 0)
}

fn no_period(draft: &mut Draft, _: &mut Rng) -> Option<Spot> {
    for (_, body) in draft.blocks.iter_mut().filter(|(section, _)| *section == 0) {
        let whole = words_of(body);
        let Body::Paragraph(text) = body else { continue };
        let ends = |text: &str| text.replace(' ', "").contains("12月31日");
        if ends(&whole) {
            let kept: Vec<&str> = whole.split_inclusive('。').filter(|one| !ends(one)).collect();
            *text = vec![Piece { text: kept.concat(), fact: None }];
            return (!kept.is_empty()).then_some(Spot::Anywhere);
        }
    }
    None
}

fn odd_period(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let (was, now) = rng.pick(&[
        ("12月31日", "⟦12月30日⟧"),
        ("12月31日", "⟦11月31日⟧"),
        ("12月31日", "⟦12月21日⟧"),
        ("年1月1日", "年⟦1月2日⟧"),
    ]);
    let spot = replace_words(draft, rng, was, now)?;
    is_before_sections(draft, &spot).then_some(spot)
}

fn date(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let day = rng.pick(&["2月30日", "4月31日", "6月31日", "9月31日", "11月31日", "13月5日"]);
    let what = rng.pick(&["召开政府信息公开工作推进会", "举办政务公开业务培训", "开展政府开放日活动"]);
    add_sentence(draft, rng, 1, &format!("⟦{day}⟧{what}。"))
}

fn early(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let (year, day) = (draft.model.year, rng.range(4, 28));
    add_paragraph(draft, 6, &format!("⟦{year}年1月{day}日⟧"))
}

fn other_year(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let (year, own) = (draft.model.year, rng.pick(draft.model.organ.selfs));
    let text = match rng.below(3) {
        0 => format!("截至⟦{}⟧年12月31日，{own}共建成政府信息查阅点3个。", year - 1),
        1 => format!("⟦{}⟧年以来，{own}坚持把政府信息公开摆在重要位置。", year + 1),
        _ => format!("截至⟦{}⟧年底，{own}公开栏目全部更新到位。", year - 1),
    };
    add_paragraph(draft, 1, &text)
}

/// Last year's words of fees.
fn other_year_of_fees(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let (year, own) = (draft.model.year - 1, rng.pick(draft.model.organ.selfs));
    draft.model.fee.eq(&0).then_some(())?;
    add_paragraph(draft, 6, &format!("⟦{year}⟧年，{own}未收取政府信息公开信息处理费。"))
}

/// What last year's report promised, in the same words.
fn other_year_of_plans(draft: &mut Draft, rng: &mut Rng) -> Option<Spot> {
    let (year, own) = (draft.model.year, rng.pick(draft.model.organ.selfs));
    let plan = rng.pick(&["将进一步加强培训", "将继续完善制度", "将着力提高解读质量"]);
    let comma = rng.pick(&["，", ""]);
    add_paragraph(draft, 5, &format!("⟦{year}⟧年{comma}{own}{plan}。"))
}

/// Last year's report under this year's title, or this year's under a wrong one.
fn copied(draft: &mut Draft, _: &mut Rng) -> Option<Spot> {
    let (year, wrong) = (draft.model.year, draft.model.year + 1);
    let ends = |body: &Body| words_of(body).replace(' ', "").contains("月31日");
    // A period would be told first; the tables of 2020 are not those of 2021.
    if year == 2020 || draft.blocks.iter().any(|(_, body)| ends(body)) {
        return None;
    }
    let block = draft.blocks.iter().position(|(_, body)| matches!(body, Body::Title(_)))?;
    let texts = draft.blocks[block + 1..].iter().filter(|(section, _)| *section != 5).map(|(_, body)| words_of(body));
    let own = format!("{year}年，");
    let begins = texts.map(|words| words.split('。').filter(|sentence| sentence.starts_with(&own)).count());
    // Two sentences at least must begin with the year, and what is planned for the next must not speak for the title.
    if begins.sum::<usize>() < 2 || draft.text().contains(&format!("{wrong}年")) {
        return None;
    }
    let Body::Title(text) = &mut draft.blocks[block].1 else { return None };
    text.iter_mut().for_each(|piece| piece.text = piece.text.replace(&year.to_string(), &wrong.to_string()));
    let start = words_of(&draft.blocks[block].1).find(&wrong.to_string())?;
    Some(Spot::Words { block, range: start..start + 4 })
}

fn yearless(draft: &mut Draft, _: &mut Rng) -> Option<Spot> {
    let year = draft.model.year;
    let block = draft.blocks.iter().position(|(_, body)| matches!(body, Body::Title(_)))?;
    let Body::Title(text) = &mut draft.blocks[block].1 else { return None };
    for piece in text.iter_mut() {
        // Over two lines and without a year nothing is known for a title.
        piece.text = piece.text.replace('\n', "").replace(&format!("{year}年度"), "").replace(&format!("{year}年"), "");
    }
    Some(Spot::Words { block, range: 0..words_of(&draft.blocks[block].1).len() })
}
