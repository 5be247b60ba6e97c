use super::*;

fn verdicts(text: &str) -> Vec<(i64, i64, Verdict)> {
    breakdowns(&Passage::new(None, text, 0)).iter().map(|one| (one.value, one.sum, one.verdict)).collect()
}

#[test]
fn complete_lists_must_add_up() {
    for text in [
        "共公开信息100条，其中工作动态41条、公示公告35条；其他28条。",
        "收到申请52件，其中信函43件、电子邮件8件、在线2件。",
        "承办提案34件（主办12件，会办12件）。",
        "公开信息30条：网站12条，微信公众号10条。",
        "行政复议、诉讼共9件，分别为维持4件、纠正2件。",
        "办理建议提案43件，其中建议25件、提案16件。",
        "制发公文18件，其中主动公开12件，依申请公开3件，不予公开2件。",
        "查阅点接待312人次，其中现场205人次，电话84人次，其他33人次。",
        "公开信息200条，按类别分：党务类55条，政务类102条，村务类33条。",
    ] {
        assert!(matches!(verdicts(text)[..], [(_, _, Verdict::Wrong)]), "{text} {:?}", verdicts(text));
    }
}

#[test]
fn open_and_rough_lists_say_nothing() {
    for text in [
        "发布信息743条，其中政策文件26条，政策解读19条，回应关切61条。",
        "发布信息512条，其中行政处罚207条、动态信息158条等。",
        "公开信息260余条，其中网站110余条，新媒体90余条，其他方式50余条。",
        "发布信息100条，主要包括动态90条、公告8条、通知1条、公示1条、简介1条。",
        "受理申请40件，其中信函20件、网络25件，另含上年结转5件。",
    ] {
        assert!(verdicts(text).iter().all(|(_, _, verdict)| *verdict == Verdict::Silent), "{text}");
    }
    assert_eq!(verdicts("参加培训的60人，其中党员45人、女性30人。")[0].2, Verdict::Silent);
    assert_eq!(verdicts("全年推送91期386条，其中普法信息55条。"), []);
    assert_eq!(verdicts("办理人大建议11件、政协提案9件，其中A类15件。")[0].2, Verdict::Silent);
}

#[test]
fn parts_that_exceed_the_whole_are_told() {
    assert_eq!(verdicts("公开信息48条，其中动态28条，公告11条，征集9条，解读10条。"), [(48, 58, Verdict::TooMuch)]);
    assert_eq!(
        verdicts("公开信息100件。其中，机构职能10条，领导信息20条，工作进展30条，公告30条，总结9条。"),
        [(100, 99, Verdict::NearlyAll)]
    );
}

#[test]
fn each_level_of_a_nested_list_stands_alone() {
    let text =
        "公开364条，其中：政府网站204条（其中领导信息3条，预算18条，公告9条，提案62条，其他121条）；微信公众号160条。";
    assert_eq!(verdicts(text), [(364, 364, Verdict::Exact), (204, 213, Verdict::Wrong)]);
    let text = "提案61件，其中建议34件（主办12件，会办22件），提案27件（主办9件，会办18件）。";
    assert!(verdicts(text).iter().all(|(_, _, verdict)| *verdict == Verdict::Exact), "{:?}", verdicts(text));
}

#[test]
fn what_is_counted_may_stand_behind_the_figure() {
    let text =
        "收到277条政府信息公开申请，其中网络申请152条、信函申请70条、当面申请56条，加上上年结转29条，共计306条。";
    assert_eq!(verdicts(text), [(277, 278, Verdict::Wrong)]);
    let text = "公开信息563条。其中，通过政府门户网站公开112条，通过政务新媒体公开452条。开展活动2次，邀请代表64人次。";
    assert_eq!(verdicts(text), [(563, 564, Verdict::Wrong)]);
    let text = "新收政府信息公开申请40件，其中自然人申请32件，法人或其他组织申请8件，已办结36件。";
    assert_eq!(verdicts(text), [(40, 40, Verdict::Exact)]);
}

#[test]
fn another_total_ends_a_list() {
    let text = "行政复议2件，其中结果维持0件、结果纠正1件、其他结果1件、尚未审结0件；行政诉讼4件，其中直接起诉1件、复议后起诉3件。";
    assert!(verdicts(text).iter().all(|(_, _, verdict)| *verdict == Verdict::Exact), "{:?}", verdicts(text));
    for text in [
        "收到申请4件，其中网络申请7件、信函申请1件、当面申请2件，已全部办结。",
        "收到申请7件,其中网络申请3件、信函申请2件、当面申请1件,上年结转0件。",
    ] {
        assert!(matches!(verdicts(text)[..], [(_, _, Verdict::Wrong)]), "{text} {:?}", verdicts(text));
    }
}

#[test]
fn what_follows_the_list_is_no_part_of_it() {
    assert_eq!(
        verdicts("公开信息96条。其中：资金分配45条，机构职能38条，其他13条。另有债券信息7条。"),
        [(96, 96, Verdict::Exact)]
    );
    assert_eq!(verdicts("新收申请30件，上年结转3件，已办结31件，结转下年2件。"), []);
    for text in [
        "制定行政规范性文件6件，其中镇政府2件、镇党政办4件，现行有效12件。",
        "公开信息300条，其中网站200条、微信100条，回应关切15条。",
        "公开信息300条，其中网站200条、微信100条，办理留言60件。",
        "公开财政预算信息23条，其中部门预算22条、政府预算1条，公开决算21条。",
        "制定行政规范性文件6件，其中镇政府2件，镇党政办4件，现行有效12件。",
        "公开信息300条，其中动态200条，公告100条，办理留言60件。",
    ] {
        assert!(matches!(verdicts(text)[..], [(_, _, Verdict::Exact)]), "{text} {:?}", verdicts(text));
    }
    for text in [
        "公开信息300条，其中网站200条、微信100条，公开栏15条。",
        "公开信息6条，其中公告2条、动态4条、解读3条。",
        "公开信息6条，其中公告2条，动态4条，解读3条。",
        "公开信息6条，其中公告2条、动态4条，其他3条。",
        "收到申请0件，其中信函0件、网络0件，个人3件。",
    ] {
        assert!(
            matches!(verdicts(text)[..], [(_, _, Verdict::Wrong | Verdict::TooMuch)]),
            "{text} {:?}",
            verdicts(text)
        );
    }
}

#[test]
fn a_part_that_is_larger_than_the_whole_is_told_alone() {
    let larger = |text: &str| {
        let found = breakdowns(&Passage::new(None, text, 0));
        found.iter().filter_map(|one| one.larger).map(|larger| larger.value).collect::<Vec<_>>()
    };
    assert_eq!(larger("公开信息382条，其中动态2443条，公告100条，其他38条。"), [2443]);
    assert_eq!(larger("公开信息30条，其中微信公众号50条。"), [50]);
    for text in [
        "公开信息30余条，其中微信公众号50条。",
        "公开信息30条，其中微信公众号阅读量5000次。",
        "公开信息30条，其中微信公众号20条。",
        "推送信息30条，其中视频号累计推送50条。",
        "公开信息30条，主要包括动态50条。",
    ] {
        assert_eq!(larger(text), [], "{text}");
    }
}

#[test]
fn numbers_too_large_to_add_are_left_out() {
    assert_eq!(verdicts("公开9000000000000000000条，其中甲9000000000000000000条、乙9000000000000000000条。"), []);
}

/// A sentence that tells of several numbers, before a list that divides one of them.
const SEVERAL: &str = "全年收到政府信息公开申请37件,上年结转3件,办结38件,结转下年度继续办理2件";

#[test]
fn a_list_may_divide_a_number_further_ahead() {
    for list in [
        "。其中自然人申请32件、法人或其他组织申请5件。",
        ",其中网上申请25件、信函申请12件。",
        "。其中,予以公开16件,部分公开5件。",
        ",其中自然人申请32件。",
        ",其中自然人申请33件、法人或其他组织申请7件。",
    ] {
        let text = [SEVERAL, list].concat();
        let silent = verdicts(&text).iter().all(|(_, _, verdict)| *verdict == Verdict::Silent);
        assert!(silent, "{text} {:?}", verdicts(&text));
    }
    for text in [
        "收到申请37件,办结38件(含上年结转3件),结转下年2件,其中涉及征地的21件。",
        "收到申请37件,上年结转3件。其中通过网络提交25件、信函12件。",
        "收到申请37件,已全部登记,延期1件,其中信函12件、网络25件。",
        "收到申请37件,办结38件,其中信函12件、网络25件。",
    ] {
        let silent = verdicts(text).iter().all(|(_, _, verdict)| *verdict == Verdict::Silent);
        assert!(silent, "{text} {:?}", verdicts(text));
    }
    for list in
        ["。其中自然人申请132件、法人或其他组织申请5件。", ",其中网上申请25件、信函申请14件。", ",其中自然人申请52件。"]
    {
        let text = [SEVERAL, list].concat();
        let wrong = |found: &[(i64, i64, Verdict)]| matches!(found, [(_, _, Verdict::Wrong | Verdict::TooMuch)]);
        assert!(wrong(&verdicts(&text)), "{text} {:?}", verdicts(&text));
    }
}

#[test]
fn other_things_are_no_parts() {
    for text in [
        "设政务公开专区1处,其中电脑3台、资料架2个。",
        "开设专栏3个,其中政策解读专栏发布信息86条。",
        "制定制度2项,其中修订公开目录158条。",
        "设查阅点1个,其中电脑3台、资料架2个。",
    ] {
        assert_eq!(verdicts(text), [], "{text}");
    }
    assert!(matches!(verdicts("收到申请3宗,其中信函2件、网络5件。")[..], [(_, _, Verdict::Wrong)]));
}

#[test]
fn a_total_may_close_its_list() {
    assert_eq!(verdicts("当面申请3件，网络申请15件，信函申请9件，共计26件。"), [(26, 27, Verdict::Wrong)]);
    assert_eq!(verdicts("办理建议7件、提案9件，共18件。"), [(18, 16, Verdict::Wrong)]);
    assert_eq!(verdicts("办理建议7件、提案9件，共16件。"), [(16, 16, Verdict::Exact)]);
    assert_eq!(verdicts("公开信息126条（含公路建设38条、运输服务41条）。"), [(126, 79, Verdict::Silent)]);
    let among = "在主动公开的206条信息中，动态类130条，公告类36条，其他类30条。";
    assert_eq!(verdicts(among), [(206, 196, Verdict::Wrong)]);
    assert_eq!(
        verdicts("机构类2条，占11.1%；卫生类5条，占27.7%；其他11条，占61.1%，共18条。"),
        [(18, 18, Verdict::Exact)]
    );
    for text in [
        "收到申请20件，上年结转2件，办结21件，结转1件，共计3件。",
        "召开会议3次，培训20次，发放资料200份，共计300份。",
        "网站20条，微信30余条，微博5条，共计60条。",
        "网站20条，微信30条，共计60条。",
        "网站公开20条，微信30条，微博5条，全年共计公开60条。",
    ] {
        assert_eq!(verdicts(text), [], "{text}");
    }
}

#[test]
fn a_verb_behind_a_semicolon_tells_another_matter() {
    let text = "网站共有信息620条，其中要闻180条、图片66条；双微平台发布信息430条。";
    assert_eq!(verdicts(text), [(620, 676, Verdict::Silent)]);
    assert!(matches!(verdicts("共公开信息100条，其中动态41条、公示35条；其他28条。")[..], [(_, _, Verdict::Wrong)]));
}
