//! Sentences in every wording that reports use, and every trap they hold. Organs and numbers are made up.
use super::*;

fn facts_of(text: &str, base: usize, year: Option<u16>) -> Vec<Fact> {
    facts(&Passage::new(None, text, base), year)
}

/// The facts of a sentence on one line, in order: `new 5, answered 5 implied`.
fn told(text: &str, year: Option<u16>) -> String {
    let line = |fact: &Fact| {
        let about = if fact.approximate { "~" } else { "" };
        let how = match fact.told {
            Told::Figure => "",
            Told::None => " none",
            Told::Implied => " implied",
        };
        format!("{} {about}{}{how}", name(fact.subject), fact.value)
    };
    facts_of(text, 0, year).iter().map(line).collect::<Vec<_>>().join(", ")
}

fn name(subject: Subject) -> String {
    match subject {
        Subject::New => "new".into(),
        Subject::NewOrTotal => "new?".into(),
        Subject::Total => "all".into(),
        Subject::CarriedIn => "in".into(),
        Subject::CarriedOut => "out".into(),
        Subject::Case(block, Outcome::Total) => format!("{block:?}").to_lowercase(),
        Subject::Case(block, outcome) => format!("{block:?}-{outcome:?}").to_lowercase(),
        other => format!("{other:?}").to_lowercase(),
    }
}

fn check(cases: &[(&str, &str)]) {
    for (text, facts) in cases {
        assert_eq!(told(text, Some(2024)), *facts, "{text}");
    }
}

#[test]
fn what_was_received() {
    check(&[
        ("云桥区水务局全年共收到政府信息公开申请12件。", "new 12"),
        ("本单位累计收到公开申请12件。", "new 12"),
        ("我办受理依申请公开件9件。", "new? 9"),
        ("今年新收到依申请公开15宗。", "new 15"),
        ("全镇新受理公开申请9件，同比减少3件。", "new 9"),
        ("我委办理政府信息公开申请事项38件。", "new? 38"),
        ("接收公民和企业提出的公开申请27件。", "new 27"),
        ("我局接到公开申请1例。", "new 1"),
        ("全年依申请公开3次，行政复议0次。", "new 3, review 0"),
        ("收到 5 条公开申请。", "new 5"),
        ("我办全年受理6申请公开。", "new? 6"),
        ("社会公众向本机关提出政府信息公开申请8件。", "new 8"),
        ("政府信息公开申请量为34件，较上年增加6件。", "new 34"),
        ("收到政府信息公开申请，共计8件。", "new 8"),
        ("依申请公开：3件；行政复议：2件；行政诉讼：0件。", "new 3, review 2, litigation 0"),
        ("三项申请来自同一企业。", "new 3"),
        ("申请量由上年的40件降至28件。", "new 28"),
    ]);
}

#[test]
fn splits_are_no_totals() {
    check(&[
        ("收到申请15件，其中网上申请9件，信函申请4件，当面申请2件。", "new 15"),
        ("受理申请38件，其中自然人申请30件，企业申请8件。", "new? 38"),
        ("收到申请15件，征地类6件、规划类4件、其他5件。", "new 15"),
        ("共收到申请2件（一季度1件、二季度0件、三季度0件、四季度1件）。", "new 2"),
        ("平台收到申请30件，信函收到申请15件，均按期答复。", ""),
        ("区政府收到申请20件，各部门、镇街收到申请56件。", ""),
        ("市本级收到申请56件，全市共收到申请812件。", "new 812"),
        ("网络申请3件，信函申请2件，共5件。", "new 5"),
        ("收到申请31件，12月收到5件。", "new 31"),
        ("收到各类申请56件，其中政府信息公开申请3件。", "new 3"),
    ]);
}

#[test]
fn what_was_carried_in_and_out() {
    check(&[
        ("新收申请53件，上年结转7件，办结58件，结转2件。", "new 53, in 7, answered 58, out 2"),
        ("共收到申请58件（含上年结转6件）。", "all 58, in 6"),
        ("受理申请30件，其中本年新收26件、上年结转4件。", "all 30, new 26, in 4"),
        ("园区共收到申请35件（上年度结转4件，结转下年度6件），都依法办理。", "new? 35, in 4, out 6"),
        ("新收申请15件，上年度结转2件，共计17件。", "new 15, in 2, all 17"),
        ("答复64件（含上年度结转6件，另有3件顺延到下年度答复）。", "answered 64, in 6, out 3"),
        ("2023年结转申请4件，结转2025年2件。", "in 4, out 2"),
        ("含2022年结转的3件在内，共办结申请41件。", "in 3, answered 41"),
        ("除上年结转的3件外，共收到申请22件。", "in 3, new 22"),
        ("办结上年结转件4件，今年办结总数45件。", "in 4, answered 45"),
        ("收到申请9件，办结8件，1件尚未到期。", "new 9, answered 8, out 1"),
        ("已答复8件，另有1件仍在法定期限内。", "answered 8, out 1"),
        ("已办结38件，正在办理中3件。", "answered 38, out 3"),
        ("1件转下年，2件跨年答复。", ""),
        ("受理申请16件，结转1件。", "new? 16, out 1"),
        ("依申请公开新收12件，结转3件，办结13件，转结2件。", "new 12, in 3, answered 13, out 2"),
    ]);
    // Without the year of the report the place of the year tells the direction.
    assert_eq!(told("共答复190件，2023年结转10件，结转至2025年8件。", None), "answered 190, in 10, out 8");
}

#[test]
fn what_was_answered() {
    check(&[
        ("收到申请5件，均在法定期限内答复。", "new 5, answered 5 implied"),
        ("受理申请10件，按时完成。", "new? 10, answered 10 implied"),
        ("收到申请11件，已全部依法依规予以答复。", "new 11, answered 11 implied"),
        ("受理申请13件次，按时办结率为100%。", "new? 13, answered 13 implied"),
        ("收到申请7件，均按规定处理。", "new 7"),
        ("收到申请15件，涉及征地、规划等方面，均依法办理。", "new 15"),
        ("收到申请5件均已答复。", "new 5, answered 5 implied"),
        ("我办收到并答复公开申请6件。", "new 6, answered 6"),
        ("受理、答复公开申请6件。", "new? 6, answered 6"),
        ("收到申请20件，其中15件已按期答复，5件结转下年。", "new 20, answered 15, out 5"),
        ("收到申请20件，上年结转2件，均已答复。", "new 20, in 2, answered 22 implied"),
        ("收到申请12件，除2件结转下年外，其余10件均已答复。", "new 12, out 2, answered 10"),
        ("收到建议12件、申请3件，均已答复。", "new 3, answered 3 implied"),
        ("收到申请3件，办理建议提案12件，均按期答复。", "new 3"),
    ]);
}

#[test]
fn some_answers_are_not_all_answers() {
    check(&[
        ("收到申请26件，2件申请人自行撤销，其余24件已答复。", "new 26, other 2"),
        ("收到申请33件，办完30件，上年结转的2件也已办结。", "new 33, in 2"),
        ("当年件答复20件，上年件答复3件。", "in 3"),
        ("当年收件当年办结40件，办结上年结转5件，转下年2件。", "in 5, out 2"),
        ("接到书面申请2份，当场答复1份，其余1份按期答复。", "new 2"),
        ("办结30件，其中按期答复28件，延期答复2件。", "answered 30"),
        ("准予公开并办结6件。", "granted 6"),
        ("网上渠道办理并答复4件，纸质渠道29件，另有5件顺延。", "out 5"),
        ("被抽查的20件依申请公开答复均合格。", ""),
    ]);
}

#[test]
fn results_by_kind() {
    check(&[
        (
            "办结依申请公开97件，其中予以公开31件，部分公开12件，不予公开9件，无法提供27件，不予处理6件，其他处理12件。",
            "answered 97, granted 31, partial 12, denied 9, unable 27, notprocessed 6, other 12",
        ),
        ("收到8件，1件公开，2件因不掌握而无法提供，5件转到下年。", "new 8, granted 1, unable 2, out 5"),
        (
            "予以公开、部分公开、不予公开分别为26件、7件、3件，其余45件无法提供。",
            "granted 26, partial 7, denied 3, unable 45",
        ),
        (
            "答复申请47件：予以公开20，部分公开7，不予公开5，无法提供15。",
            "answered 47, granted 20, partial 7, denied 5, unable 15",
        ),
        ("收到申请7件，同意公开4件，信息不存在2件，重复申请1件。", "new 7, granted 4, unable 2, notprocessed 1"),
        ("收到申请11件，全部予以公开。", "new 11, granted 11 implied"),
        ("公开或部分公开14件、不予公开0件。", "denied 0"),
        ("予以公开占40%，部分公开占20%。", ""),
        ("不予公开6件（三类内部事务3件、过程性信息2件）。", "denied 6"),
        ("收到申请9件，不予受理0件。", "new 9"),
        ("其他处理3件，其中撤回1件。", "other 3"),
        ("今年新收4件，办结4件；上年结转1件，予以公开1件。", "new 4, in 1"),
        ("全年主动公开信息120条，依申请公开30条，不予公开10条。", ""),
        ("制作信息160条，依申请公开30条，主动公开120条。", ""),
    ]);
}

#[test]
fn cases_before_reviewing_bodies_and_courts() {
    check(&[
        (
            "行政复议20件，其中结果维持12件，结果纠正4件，其他结果3件，尚未审结1件；行政诉讼6件。",
            "review 20, review-upheld 12, review-corrected 4, review-other 3, review-pending 1, litigation 6",
        ),
        (
            "行政诉讼5件，其中直接起诉3件（维持3件），复议后起诉2件。",
            "litigation 5, direct 3, direct-upheld 3, afterreview 2",
        ),
        ("行政复议、行政诉讼各1件。", "review 1, litigation 1"),
        ("行政复议和行政诉讼均为零。", "review 0, litigation 0"),
        ("行政复议和诉讼共3件。", ""),
        ("行政复议两起、行政诉讼一起。", "review 2, litigation 1"),
        ("复议4起，均胜诉。", "review 4, review-upheld 4 implied"),
        ("因政府信息公开引发行政争议7件，其中复议4件，诉讼3件。", "review 4, litigation 3"),
        ("引发行政复议4件，去年为1件，增加3件；行政诉讼0件。", "review 4, litigation 0"),
        ("因2023年度申请引发行政复议1件。", "review 1"),
        ("4件做了行政复议决定，2件法院判决。", ""),
        ("办理行政复议案件56件，审结50件。", ""),
        ("全年收到行政复议申请120件，受理100件，办结95件。", ""),
        ("作出行政处罚27件，引发行政复议3件、行政诉讼2件。", ""),
        ("行政复议案件共45件，其中涉及政府信息公开3件。", "review 3"),
        ("直接起诉2件，复议后起诉1件，合计3件。", "direct 2, afterreview 1, litigation 3"),
    ]);
}

#[test]
fn none_in_words() {
    check(&[
        (
            "未收到公民、法人和其他组织提出的公开申请，未发生因信息公开引发的行政复议、行政诉讼案件，未收取任何费用。",
            "new 0 none, review 0 none, litigation 0 none, fee 0 none",
        ),
        ("未接到群众的公开申请，上年也无结转。", "new 0 none, in 0 none"),
        ("无申请，无复议，无诉讼，无收费。", "new 0 none, review 0 none, litigation 0 none, fee 0 none"),
        ("全年零申请、零复议。", "new 0 none, review 0 none"),
        ("没有结转下年度办理的申请。", "out 0 none"),
        ("行政复议、行政诉讼案件均未发生。", "review 0 none, litigation 0 none"),
        ("行政复议：无。", "review 0 none"),
        ("没有因公开申请行政复议、提起行政诉讼的情况。", "review 0 none, litigation 0 none"),
        ("未发生一起行政复议案件。", "review 0 none"),
        ("不存在因信息公开被复议的情况。", "review 0 none"),
        ("申请〇件。", "new 0"),
        ("除1件申请按期答复外，未收到其他申请。", "new 1, answered 1"),
        ("未收到信函方式提出的申请。", ""),
        ("未收到对信息公开工作的投诉举报。", ""),
        ("未收到行政许可申请。", ""),
        ("无败诉案件，行政复议无被纠错。", ""),
        ("未因处罚被申请行政复议或提起行政诉讼。", ""),
        ("无法提供、无正当理由、无障碍、未来、无锡。", ""),
    ]);
}

#[test]
fn fees() {
    check(&[
        ("未收取信息处理费。", "fee 0 none"),
        ("未产生收费。", "fee 0 none"),
        ("向申请人收取费用共计0元，减免0元。", "fee 0"),
        ("发出收费通知2件，收取信息处理费360元。", "fee 360"),
        ("收取信息处理费0.12万元。", "fee 1200"),
        ("应收费用500元，实收420元。", "fee 420"),
        ("超过30页的按10元/页收取，每件100元。", ""),
        ("行政事业性收费2.02万元。", ""),
        ("依法收取信息处理费两笔共计640元。", "fee 640"),
    ]);
}

#[test]
fn other_things_are_received_and_answered_too() {
    check(&[
        ("12345热线受理诉求1230件，办结1228件，办结率99.8%。依申请公开办结7件。", "answered 7"),
        ("县长信箱收信46封，办结46封，办结率100%；受理依申请公开3件。", "new? 3"),
        ("答复问政留言230条，公开答复4条，依申请公开答复19件。", "answered 19"),
        ("公布申请渠道3个、受理点2处，全年收到申请1件。", "new 1"),
        ("办理行政许可申请230件，办结228件。", ""),
        ("收到补正材料5份，发出补正通知书3份，会商2次，平均用时9个工作日。", ""),
        ("区政府交办申请6件，本局自收申请11件。", "new 11"),
        ("协助答复征询单8件，收到申请3件。", "new 3"),
        ("大厅受理3000件，办结3000件。", ""),
        ("本办受理申请9件，不含代表区政府办理的64件。", "new? 9"),
        ("代表区政府受理申请64件，本办受理申请9件。", "new? 9"),
        ("收到3名自然人的申请共5件。", "new 5"),
        ("收到申请40件，经审查受理38件，2件不属政府信息公开申请。", "new 40"),
    ]);
}

#[test]
fn other_years() {
    check(&[
        ("2021年至2024年累计受理申请327件，其中2024年58件。", "new? 58"),
        ("自条例施行以来累计收到申请1320件，今年86件。", "new 86"),
        ("收到申请28件，比2023年的40件下降30%。", "new 28"),
        ("去年申请16件，今年是去年的1.5倍，达24件。", "new 24"),
        ("申请件数与上一年度持平，为7件。", "new 7"),
        ("2023年收到申请31件，2024年收到申请22件。", "new 22"),
        // A year that was copied from last year's report: the number is this year's.
        ("2023年共收到申请18件，办结18件。", "new 18, answered 18"),
        ("2024年共收到申请2024件。", "new 2024"),
    ]);
}

#[test]
fn numbers_in_every_writing() {
    check(&[
        ("2024 年 受理 申请 16 件 ，\n办结 15 件 。", "new? 16, answered 15"),
        ("收到申请１５件，办结１４件。", "new 15, answered 14"),
        ("新收申请1,283件。", "new 1283"),
        ("受理申请二十件，办结十八件，两件转下年。", "new? 20, answered 18, out 2"),
        ("收到申请100余件，办结近百件。", "new ~100, answered ~100"),
        ("全年申请量首破百件，新收132件。", "new 132"),
        ("20241月1日至202412月31日，收到申请31件。", "new 31"),
        ("共收到1 2件申请。", ""),
        ("收到申请件，均已答复。", ""),
        ("收到申请99999999999999999999件。", ""),
        ("", ""),
    ]);
}

#[test]
fn the_identity_decides_what_accepted_means() {
    let meaning = |text| received(&facts_of(text, 0, None));
    assert_eq!(meaning("受理61件，上年结转12件，答复70件，3件顺延。"), Some(Received::New));
    assert_eq!(meaning("受理83件，答复79件（含上年结转6件，另有4件顺延）。"), Some(Received::Total));
    assert_eq!(meaning("受理9件，上年结转0件，答复8件，1件顺延。"), Some(Received::Either));
    assert_eq!(meaning("新收783件，结转上年8件，办结788件，结转下年2件。"), Some(Received::Neither));
    assert_eq!(meaning("受理61件，答复61件。"), None);
    assert_eq!(told("受理61件，上年结转12件，答复70件，3件顺延。", None), "new 61, in 12, answered 70, out 3");
    assert_eq!(told("收到83件，上年结转6件，答复79件，4件顺延。", None), "new? 83, in 6, answered 79, out 4");
}

#[test]
fn places_are_those_of_the_text() {
    let text = "　全市共收到公开申请 １６ 件，均 已答复。未收取费用。";
    let found = facts_of(text, 1000, None);
    let words = |span: Span| &text[span.start - 1000..span.end - 1000];
    let spans: Vec<_> = found.iter().map(|fact| (words(fact.span), words(fact.clause))).collect();
    assert_eq!(
        spans,
        [("１６", "全市共收到公开申请 １６ 件"), ("均 已答复", "均 已答复"), ("未收取费用", "未收取费用"),]
    );
    assert_eq!(found[0].scope, Scope::Whole);
}

#[test]
fn any_text_gives_a_result() {
    let pieces = [
        "收到",
        "申请",
        "5件",
        "，",
        "其中",
        "（",
        "）",
        "均已答复",
        "未",
        "2024年",
        "1",
        "、",
        "。",
        "分别",
        "无",
        " ",
        "复议",
        "à",
    ];
    let mut text = String::new();
    let mut state = 7usize;
    for _ in 0..20_000 {
        state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        text.push_str(pieces[(state >> 33) % pieces.len()]);
    }
    for cut in (0..text.len()).step_by(997).filter(|cut| text.is_char_boundary(*cut)) {
        for fact in facts_of(
            &text[cut..(cut + 3000..).find(|end| text.is_char_boundary(*end)).unwrap().min(text.len())],
            0,
            None,
        ) {
            assert!(fact.clause.contains(fact.span) || fact.told != Told::Figure);
        }
    }
    assert!(facts_of(&"收到申请5件、".repeat(100_000), 0, None).len() <= 300);
}

#[test]
fn what_became_of_them_is_told_behind() {
    check(&[
        ("12月收到的2件申请结转下年，其余19件办结。", "out 2, answered 19"),
        ("对2023年底收到的2件申请依法作出答复；2024年新收到的18件中，17件已答复。", "in 2, new 18"),
        ("收到申请40件，办结36件，剩余4件仍在法定答复期内。", "new 40, answered 36, out 4"),
        ("收到申请15件，答复13件，另有2件因收到时间较晚，将在2025年度答复。", "new 15, answered 13, out 2"),
        ("收到10件申请，处理9件，还有1件未办结。", "new 10, answered 9, out 1"),
        ("收到1件申请，后申请人撤回，故全年实际答复0件。", "new 1, other 1 implied"),
        ("共收到申请8件，1件不予重复处理，7件均已答复。", "new 8, notprocessed 1"),
        ("已主动公开并告知获取途径的8件，不掌握相关信息的3件。", "granted 8, unable 3"),
        ("逾期不补正不再处理的2件。", "other 2"),
    ]);
}

#[test]
fn labels_rates_and_sums() {
    check(&[
        ("申请（件）：13，答复（件）：13", "new 13, answered 13"),
        ("申请答复率100%，申请量12件。", "answered 12 implied, new 12"),
        ("新申请88件、结转6件，共办理94件；办结90件，结转4件。", "new 88, in 6, all 94, answered 90, out 4"),
        ("信息公开诉讼二审1件、一审2件，共3件。", "litigation 3"),
        ("因征地补偿被诉3次，因信息公开被诉1次。", "litigation 1"),
        ("信息公开行政复议量从2023年的12件下降到5件。", "review 5"),
        ("收到各类申请8件，分别为：公开申请5件，咨询类3件。", "new 5"),
        ("收到公开申请361件，其中举报投诉类申请298件；作出答复350件。", "new 361, answered 350"),
        ("公示信息1290条、依申请公开信息2件。", ""),
        ("系统收到申请12件，有效申请10件。", "new 12"),
        ("全年未收到书面申请。", "new 0 none"),
        ("新收0件，上年结转1件，今年已答复。", "new 0, in 1, answered 1 implied"),
    ]);
}
