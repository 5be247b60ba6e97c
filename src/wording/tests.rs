//! Sentences with a slip, and the same sentences without.
use super::*;

/// What is written and what it should be; around it stands a sentence.
const SLIPS: &str = "\
政府信息工开 政府信息公开|政府信息公升 政府信息公开|政府信公开 政府信息公开|政府息公开 政府信息公开|主动工开 主动公开|主公动开 主动公开|\
主动公公开 主动公开|依申清公开 依申请公开|依请申公开 依申请公开|依申情公开 依申请公开|政务公开专拦 政务公开专栏|政务新煤体 政务新媒体|\
政务新体媒 政务新媒体|政府门户网战 政府门户网站|政府门网站 政府门户网站|信息公开指男 信息公开指南|信息公开目绿 信息公开目录|\
保密审察 保密审查|保密神查 保密审查|保秘审查 保密审查|行政付议 行政复议|行政复仪 行政复议|行政诉松 行政诉讼|行政拆讼 行政诉讼|\
行政执发 行政执法|行政许何 行政许可|行政处法 行政处罚|行政强治 行政强制|行政规范行文件 行政规范性文件|规范性文建 规范性文件|\
领导小祖 领导小组|领导小小组 领导小组|组织领到 组织领导|组织岭导 组织领导|监督保帐 监督保障|监督检叉 监督检查|\
责任追就 责任追究|社会平议 社会评议|社会评义 社会评议|工作考孩 工作考核|工作机治 工作机制|长效机治 长效机制|\
平台建没 平台建设|平台建社 平台建设|队伍建没 队伍建设|业务陪训 业务培训|业务培川 业务培训|业务能历 业务能力|工作人圆 工作人员|\
工作员人 工作人员|工作作人员 工作人员|贯切落实 贯彻落实|贯彻落买 贯彻落实|认真贯彻洛实 认真贯彻落实|统酬推进 统筹推进|扎买推进 扎实推进|\
有序推近 有序推进|突出重占 突出重点|重点令域 重点领域|重点领城 重点领域|回应社会关且 回应社会关切|回应社会关关切 回应社会关切|\
积极回因 积极回应|政策解渎 政策解读|政策姐读 政策解读|政策文建 政策文件|政策策文件 政策文件|机构职熊 机构职能|\
工作动熊 工作动态|财政预决祘 财政预决算|财政预算决 财政预决算|部门绝算 部门决算|部门预祘 部门预算|三公经废 三公经费|人民政付 人民政府|\
人民政俯 人民政府|街道办亊处 街道办事处|街道办处 街道办事处|党政综合办公事 党政综合办公室|党政综办公室 党政综合办公室|\
便民服务中新 便民服务中心|便民服中心 便民服务中心|微信公丛号 微信公众号|微信公号众 微信公众号|微信公公众号 微信公众号|\
融媒体中新 融媒体中心|信息发步 信息发布|信息发不 信息发布|信息更心 信息更新|信息审该 信息审核|信息采极 信息采集|三审三较 三审三校|\
三审校三 三审三校|知情劝参与权表达权监督权 知情权参与权表达权监督权|人民群众众 人民群众|切身利一 切身利益|\
群众满意渡 群众满意度|合法权一 合法权益|公民法人和其他组只 公民法人和其他组织|结转下年渡 结转下年度|上年结传 上年结转|本年新牧 本年新收|\
予已公开 予以公开|部分公升 部分公开|不予处里 不予处理|无发提供 无法提供|信息处里费 信息处理费|国家秘秘密 国家秘密|国家密秘 国家秘密|\
商业秘蜜 商业秘密|个人隐思 个人隐私|年渡报告 年度报告|年度抱告 年度报告|中华人民共合国 中华人民共和国|中华人民共国 中华人民共和国|\
统计期现 统计期限|邮政编马 邮政编码|联系电活 联系电话|总体情况况 总体情况|存在的主要问提 存在的主要问题|改进措旋 改进措施|累公开 累计公开|\
其他需要报告的亊项 其他需要报告的事项|信息公开制审查 信息公开审查|建立健金 建立健全|不断提搞 不断提高|进一步加弹 进一步加强|\
进一步完普 进一步完善|有待进步提高 有待进一步提高|双随机一公升 双随机一公开|营商环竟 营商环境|乡村震兴 乡村振兴|\
脱贫功坚 脱贫攻坚|疫情防空 疫情防控|应急管里 应急管理|生态环竟 生态环境|社会保帐 社会保障|义务教肓 义务教育";

fn found(text: &str) -> Vec<(String, String)> {
    near_misses(text).into_iter().map(|miss| (text[miss.span.range()].to_owned(), miss.right)).collect()
}

#[test]
fn slips_are_found_and_mended() {
    let (mut tried, mut missed) = (0, vec![]);
    for pair in SLIPS.split('|') {
        let (wrong, right) = pair.split_once(' ').expect("a pair");
        for (before, behind) in [("全年认真做好", "，效果良好。"), ("2024年，", "工作有序开展。")]
        {
            let text = format!("{before}{wrong}{behind}");
            assert_eq!(found(&format!("{before}{right}{behind}")), [], "{right}");
            let mended = near_misses(&text).into_iter().rev().fold(text.clone(), |mut text, miss| {
                text.replace_range(miss.span.range(), &miss.right);
                text
            });
            tried += 1;
            if mended != format!("{before}{right}{behind}") {
                missed.push(format!("{text} {mended}"));
            }
        }
    }
    assert!(tried >= 200 && missed.len() * 20 <= tried, "{} of {tried} missed: {missed:#?}", missed.len());
}

#[test]
fn other_words_are_no_slips() {
    for text in [
        "上年结转3件，民主法制建设，公开指责，进一步回升，下一步工作，各成员单位，本级人民政府。",
        "扎扎实实推进，民生服务，微信公开，本年报告，进行复议，县府办公室，市委、市政府。",
        "及时回复网民咨询92件，推送最新资讯160条。安排专人负责安全生产信息发布,确保数据安全。",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn three_characters_are_enough_where_the_wrong_one_is_like_the_right_one() {
    assert_eq!(found("切实保障参与圈。"), [("参与圈".to_owned(), "参与权".to_owned())]);
    assert_eq!(found("切实维护群众的只情权。"), [("只情权".to_owned(), "知情权".to_owned())]);
    assert_eq!(found("取得突破性进展。"), []);
    // What is merely shorter is another word.
    assert_eq!(found("修订《土地管理法》，发放宣传册，规范招投标，实现全覆盖，扶持小企业。"), []);
}

#[test]
fn a_word_of_two_characters_is_missed_where_its_neighbours_are_words() {
    for (text, wrong, right) in
        [("针对上述问题，将采取以下错施加以改进。", "错施", "措施"), ("提高工作人员的综合素制。", "素制", "素质")]
    {
        let miss = found(text).into_iter().next().unwrap_or_default();
        assert!(miss.0.ends_with(wrong) && miss.1.ends_with(right), "{text} {miss:?}");
    }
    // Words of their own, and one that only begins a longer one.
    assert_eq!(found("旅行社投诉处理结果，矿山恢复基金，及时发声，让经营者有则改之，民族地区。"), []);
    // The second character begins the next word.
    assert_eq!(found("抓好三审制工作，村卫生室工作稳步开展。"), []);
}

#[test]
fn a_wrong_character_may_make_a_word_with_the_next() {
    assert_eq!(found("加大政府信息公大力度。"), [("公大".to_owned(), "公开".to_owned())]);
    assert_eq!(found("按照国务院领导同志的要求，加强公开指责。"), []);
}

#[test]
fn a_word_that_is_another_word_is_missed_in_a_long_term() {
    assert_eq!(found("属于三类内部事物信息的1件。"), [("内部事物".to_owned(), "内部事务".to_owned())]);
    // 事物 is a word, and the term too short elsewhere.
    assert_eq!(found("新生事物信息，认识事物。主要领导亲自挂帅，人大代表的建议案，以人为中心。"), []);
}

#[test]
fn half_of_a_term_is_another_word() {
    for (wrong, right) in [("督促检察", "督促检查"), ("公平公证", "公平公正"), ("社会求助", "社会救助")]
    {
        assert_eq!(found(&format!("做好{wrong}工作。")), [(wrong.to_owned(), right.to_owned())]);
    }
    // Words that stand with many others, and one that qualifies the next.
    assert_eq!(found("开展水质检测，同一标准，项目实时更新，民主法制建设，形成合理的格局。"), []);
}

#[test]
fn the_wrong_character_may_be_a_word_by_itself() {
    for (text, wrong, right) in [
        ("保障公众的知情全、参与权。", "知情全", "知情权"),
        ("主动接受各方监都。", "监都", "监督"),
        ("严把法率关、文字关。", "法率关", "法律关"),
    ] {
        assert_eq!(found(text), [(wrong.to_owned(), right.to_owned())], "{text}");
    }
    // Behind a term of its own begins another word; a joining word is none of the term.
    assert_eq!(found("与政府信息公开申请分别登记。提供的服务好，政府采购意向公开，办公室牵头。"), []);
}

#[test]
fn a_character_is_lost_or_doubled_at_the_end() {
    for (text, wrong, right) in [
        ("做到应公开尽公。", "应公开尽公", "应公开尽公开"),
        ("组织政务公开日活动动，邀请代表。", "活动动", "活动"),
        ("政府信息公开开工作年度报告", "信息公开开工作", "信息公开工作"),
        ("全面面推进政务公开。", "全面面", "全面"),
        ("安排专人人负责信息发布。", "专人人", "专人"),
    ] {
        assert_eq!(found(text), [(wrong.to_owned(), right.to_owned())], "{text}");
    }
    assert_eq!(
        found(
            "一次次上门，认认真真，全面面向基层，件件事事有回音，慢慢静下来看看报纸。政府常务会议议题，党组会必议事项，列席会议议程。"
        ),
        []
    );
}

#[test]
fn a_term_begins_behind_a_word_that_joins() {
    assert_eq!(found("保障公民的参与圈。"), [("参与圈".to_owned(), "参与权".to_owned())]);
}

#[test]
fn what_sounds_or_looks_alike_is_known() {
    use super::alike::{alike, all_alike};
    for (one, other) in
        [('公', '工'), ('重', '从'), ('制', '治'), ('争', '真'), ('簿', '薄'), ('吕', '律'), ('座', '昨')]
    {
        assert!(alike(one, other) && all_alike(one).any(|c| c == other), "{one} {other}");
    }
    for (one, other) in [('公', '升'), ('写', '形'), ('读', '音'), ('a', 'b'), ('#', '#'), ('吕', '路')] {
        assert!(!alike(one, other), "{one} {other}");
    }
}

/// Each pair of terms that share some of their characters is swapped, cut and joined: no place of one is looked up in
/// the other.
#[test]
fn any_text_of_the_terms_can_be_searched() {
    let terms: Vec<char> = include_str!("terms.txt").chars().collect();
    for step in 1..9 {
        let text: String = terms.chunks(step).flat_map(|part| part.iter().rev()).filter(|c| !c.is_ascii()).collect();
        near_misses(&text);
    }
}

#[test]
fn blanks_and_line_breaks_do_not_matter() {
    assert_eq!(found("推进政 府信息\n工开工作"), [("信息\n工开".to_owned(), "信息公开".to_owned())]);
    assert_eq!(found(""), []);
    assert_eq!(found("。"), []);
}
