//! How section one tells the applications and the disputes about them.
use super::{Fact, Writer};

/// The template of the sentences that tell them.
pub fn sentences(writer: &mut Writer) -> String {
    let [new, carried_in] = [Fact::New, Fact::CarriedIn].map(|fact| writer.value(fact));
    let told = match (new, carried_in) {
        (0, 0) => none(writer),
        (0, _) => only_carried_in(writer),
        _ if carried_in > 0 && writer.chance(35) => in_brackets(writer),
        _ => plain(writer),
    };
    // 件 behind a number, not in 依申请公开件.
    let told = ['>', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9']
        .iter()
        .fold(told, |told, mark| told.replace(&format!("{mark}件"), &format!("{mark}<u>")));
    match writer.rng.below(10) {
        0..6 => format!("{told}{}", disputes(writer)),
        _ => told,
    }
}

fn none(writer: &mut Writer) -> String {
    writer.one_of(&[
        "<Y>年，<own>未收到政府信息公开申请。",
        "本年度未收到公民、法人和其他组织提出的政府信息公开申请。",
        "<Y>年共收到政府信息公开申请<new>件。",
        "全年受理依申请公开<new>件，答复<done>件，无结转下年度办理的申请。",
        "<Y>年度，<own>未收到依申请公开件，上年无结转。",
        "全年无依申请公开的情况。",
        "<own>全年新收政府信息公开申请<new>件，上年结转<in>件。",
        "<Y>年，<own>没有收到政府信息公开申请，也无上年结转。",
        "截至<Y>年12月31日，<own>未接到公民、法人或其他组织的政府信息公开申请。",
        "<Y>年度依申请公开受理<new>件，办结<done>件，结转下年<out>件。",
        "本年度依申请公开工作零申请、零投诉。",
    ])
}

fn only_carried_in(writer: &mut Writer) -> String {
    if writer.value(Fact::CarriedOut) == 0 {
        writer.one_of(&[
            "<Y>年，<own>未收到新的政府信息公开申请，上年结转<in>件已按期办结。",
            "全年新收政府信息公开申请<new>件，办结上年结转的申请<in>件。",
        ])
    } else {
        "全年新收政府信息公开申请<new>件，上年结转<in>件，办结<done>件，结转下年度继续办理<out>件。".to_owned()
    }
}

/// 新收 N 件，上年结转 n 件，办结 N 件，结转下年度 n 件 in its many variants.
fn plain(writer: &mut Writer) -> String {
    let carried_in = writer.value(Fact::CarriedIn);
    let mut text = writer.one_of(&[
        "<Y>年，<own>共收到政府信息公开申请<new>件",
        "全年共收到政府信息公开申请<new>件",
        "<Y>年度共收到公民、法人和其他组织提交的政府信息公开申请<new>件",
        "<Y>年，新收政府信息公开申请<new>件",
        "全年累计收到信息公开申请<new>件",
        "本年度新收到依申请公开<new>件",
        "<Y>年共接收政府信息公开申请<new>件",
        "<own>全年收到<new>件政府信息公开申请",
        "本年度共受理政府信息公开申请<new>件",
        "截至<Y>年12月31日，<own>新收政府信息公开申请<new>件",
        "<Y>年，<own>接到政府信息公开申请<new>件",
        "全年共收到各类政府信息公开申请<new>件",
    ]);
    let received = text.contains('收');
    if carried_in == 0 || received && writer.chance(40) {
        text += &split_of_new(writer);
    }
    if carried_in > 0 {
        text += &writer.one_of(&[
            "，上年结转<in>件",
            "，上年度结转<in>件",
            "，<Y-1>年结转<in>件",
            "，加上上年结转<in>件，共计<sum>件",
            "，另有上年结转<in>件",
        ]);
    } else if writer.chance(25) {
        text += &writer.one_of(&["，上年无结转", "，上年结转0件"]);
    }
    text + &finished(writer)
}

/// The total with what was carried in inside brackets: 受理 N 件（含上年结转 n 件）.
fn in_brackets(writer: &mut Writer) -> String {
    let out = writer.value(Fact::CarriedOut);
    let text = writer.one_of(&[
        "<Y>年，<own>共受理政府信息公开申请<sum>件（含上年结转<in>件）",
        "全年共办理政府信息公开申请<sum>件（其中上年结转<in>件）",
        "全年共收到政府信息公开申请<sum>件（含<Y-1>年度结转<in>件）",
        "除上年结转的<in>件外，<Y>年共收到政府信息公开申请<new>件",
    ]);
    if out > 0 && writer.value(Fact::Answered) >= writer.value(Fact::CarriedIn) && writer.chance(30) {
        let text = writer.one_of(&["<Y>年，<own>新收政府信息公开申请<new>件", "全年收到政府信息公开申请<new>件"]);
        return text + "，答复<done>件（含上年结转<in>件，另有<out>件顺延至下年度答复）。";
    }
    text + &finished(writer)
}

/// Splits of the new ones by channel, applicant or quarter; growth against last year.
fn split_of_new(writer: &mut Writer) -> String {
    let new = writer.value(Fact::New);
    match writer.rng.below(10) {
        0 if new > 3 => {
            let parts = writer.rng.split(new, 3, 0);
            format!("，其中网络申请<={}>件、信函申请<={}>件、当面申请<={}>件", parts[0], parts[1], parts[2])
        }
        1 if new > 3 => {
            let parts = writer.rng.split(new, 2, 1);
            format!("（其中网上申请<={}>件，信函申请<={}>件）", parts[0], parts[1])
        }
        2 if writer.value(Fact::Legal) > 0 => "，其中自然人申请<natural>件，法人或其他组织申请<legal>件".to_owned(),
        3 if writer.value(Fact::Legal) == 0 => "，均为自然人提出".to_owned(),
        4 if new > 5 => {
            let before = writer.rng.range(new / 2 + 1, new * 2);
            let (word, difference) = if before > new { ("减少", before - new) } else { ("增加", new - before) };
            if difference == 0 { "，与上年持平".to_owned() } else { format!("，较上年{word}{difference}件") }
        }
        5 if new > 5 => growth(writer, new),
        _ => String::new(),
    }
}

/// 比2023年（31件）下降29.03%: the share follows from the two numbers.
fn growth(writer: &mut Writer, new: u64) -> String {
    let before = writer.rng.range(new / 2 + 1, new * 2);
    if before == new || before == writer.model.year - 1 {
        return String::new();
    }
    let word = if before > new { "下降" } else { "增长" };
    let share = before.abs_diff(new) as f64 * 100.0 / before as f64;
    let share = match writer.rng.below(4) {
        0 => format!("{share:.2}"),
        1 => format!("{share:.1}"),
        // Cut, not rounded.
        2 => format!("{:.1}", (share * 10.0).floor() / 10.0),
        _ => format!("{share:.0}"),
    };
    format!("，比<Y-1>年（{before}件）{word}{share}%")
}

/// Answered, by kinds, carried out.
fn finished(writer: &mut Writer) -> String {
    let kinds = kinds(writer);
    if writer.value(Fact::CarriedOut) == 0 {
        return match writer.rng.below(8) {
            0 => "，均已按期答复。".to_owned(),
            1 => "，均在法定期限内答复。".to_owned(),
            2 => format!("，办结<done>件，{kinds}无结转下年度办理的申请。"),
            3 => "，全部按时办结，办结率100%。".to_owned(),
            4 => format!("，已全部办结。{}", writer.one_of(&["", "无结转下年度继续办理的申请。"])),
            5 => format!("，办结<done>件，{kinds}结转下年度继续办理0件。"),
            6 => format!(
                "，共答复<done>件{}",
                if kinds.is_empty() {
                    "。".to_owned()
                } else {
                    format!("，{}。", kinds.trim_end_matches(['，', '；', '。']))
                }
            ),
            _ => "，已依法依规答复<done>件。".to_owned(),
        };
    }
    match writer.rng.below(7) {
        0 => format!("，办结<done>件，{kinds}结转下年度继续办理<out>件。"),
        1 => format!("，已答复<done>件，{kinds}结转至<Y+1>年办理<out>件。"),
        2 => "，已按期答复<done>件，其余<out>件结转下年度继续办理。".to_owned(),
        3 => "，办结<done>件，另有<out>件顺延至下年度答复。".to_owned(),
        4 => "，办结<done>件，<out>件正在办理中。".to_owned(),
        5 => format!("，本年度办结<done>件，{kinds}结转<Y+1>年<out>件。"),
        _ => "，共办结<done>件，<out>件转下年度继续办理。".to_owned(),
    }
}

/// The results by kind; they add up to the answered ones. Empty, or ending in a mark.
fn kinds(writer: &mut Writer) -> String {
    if !writer.chance(45) {
        return String::new();
    }
    let every = writer.chance(50);
    let names = ["予以公开", "部分公开", "不予公开", "无法提供", "不予处理", "其他处理"];
    let told = names.iter().enumerate().filter(|(kind, _)| every || writer.model.value(Fact::Kind(*kind)) > 0);
    let told: Vec<String> = told.map(|(kind, name)| format!("{name}<k{}>件", kind + 1)).collect();
    if told.is_empty() {
        return String::new();
    }
    let separator = writer.one_of(&["、", "，", "、"]);
    if writer.chance(15) {
        let told: Vec<String> = told.iter().map(|item| number_first(item)).collect();
        return format!("其中{}；", told.join(&separator));
    }
    let lead = writer.one_of(&["其中", "其中，", "其中："]);
    format!("{lead}{}；", told.join(&separator))
}

/// 予以公开3件 as 3件予以公开.
fn number_first(item: &str) -> String {
    let (name, number) = item.split_at(item.find('<').unwrap_or(0));
    format!("{number}{name}")
}

/// 行政复议 and 行政诉讼.
fn disputes(writer: &mut Writer) -> String {
    let [review, suits] = [Fact::Review, Fact::Litigation].map(|fact| writer.value(fact));
    match (review, suits) {
        (0, 0) => writer.one_of(&[
            "未发生因政府信息公开引发的行政复议、行政诉讼。",
            "全年未因政府信息公开工作被申请行政复议、提起行政诉讼。",
            "本年度无因政府信息公开引起的行政复议和行政诉讼案件。",
            "<Y>年政府信息公开行政复议<review>件、行政诉讼<suits>件。",
            "没有发生因政府信息公开申请行政复议、提起行政诉讼的情况。",
            "无因政府信息公开申请引发的行政复议和诉讼。",
            "政府信息公开工作未引发行政复议、行政诉讼案件，未收到相关举报投诉。",
        ]),
        (_, 0) => writer.one_of(&[
            "全年因政府信息公开被申请行政复议<review>件，未发生行政诉讼。",
            "政府信息公开行政复议<review>件，行政诉讼<suits>件。",
        ]),
        (0, _) => "因政府信息公开引发行政诉讼<suits>件，未发生行政复议。".to_owned(),
        _ => {
            let outcomes = "，其中结果维持<o1>件、结果纠正<o2>件、其他结果<o3>件、尚未审结<o4>件；政府信息公开行政诉讼<suits>件，其中未经复议直接起诉<direct>件、复议后起诉<after>件。";
            let outcomes = format!("政府信息公开行政复议<review>件{outcomes}");
            let short = "全年因政府信息公开被申请行政复议<review>件，被提起行政诉讼<suits>件。".to_owned();
            writer.rng.pick(&[outcomes, short])
        }
    }
}
