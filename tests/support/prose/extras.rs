//! What looks wrong and is right: slogans, repeated words, other years, other bodies' cases, shares that were cut instead of
//! rounded. Each aspect of section one gets some of it, so that clean reports measure what is accused without cause.
use super::Writer;
use crate::support::organ::Kind;

/// Sentences on publishing.
pub fn disclosure(writer: &mut Writer) -> String {
    let [a, b, c] = counts(writer);
    let [part, share] = cut_share(writer, a + b);
    let sentences = [
        "坚持以公开为常态、不公开为例外，推进决策、执行、管理、服务、结果“五公开”，做到应公开尽公开。".to_owned(),
        "按时公开<Y-1>年度部门决算和<Y>年度部门预算，“三公”经费一并公开。".to_owned(),
        "在政府网站集中公开<Y-1>年财政决算、<Y>年财政预算，并附文字说明。".to_owned(),
        format!("围绕“十四五”规划实施，公开规划计划类信息{b}条。"),
        "制定<Y>年政务公开工作要点任务分工，并于年初发布<Y-1>年政府信息公开工作年度报告1份。".to_owned(),
        "及时公开公开指南和公开目录，方便群众查找。".to_owned(),
        format!("落实“双随机、一公开”监管要求，公示抽查结果{b}条。"),
        format!("综合运用“一图读懂”、短视频等方式开展解读，发布一图读懂{b}篇、视频解读{c}个，解读率100%。"),
        format!("发布政务动态{a}条、通知公告{b}条、重点领域信息{c}条等。"),
        format!("公开各类信息{}条，其中工作动态{b}条、通知公告{c}条等。", (b + c) * 3),
        format!("政务新媒体推送信息<={}>条（其中微信<={a}>条、微博<={b}>条）。", a + b),
        format!("全年解读材料{}篇，其中图文解读{part}篇，占{share}%。", a + b),
        "自条例施行以来，累计公开各类信息4.14万条。".to_owned(),
        format!("通过公示栏、电子屏等公开信息近{}00条次，村村有公示、户户都知晓。", b + 2),
        "深化“放管服”改革信息公开，网上中介超市、一业一证等办事指南全部上网。".to_owned(),
        format!("与上年的{b}篇相比，原创稿件增加{c}篇，达到{}篇。", b + c),
        format!("按公开属性统计，新制作信息{}条，其中主动公开{a}条、依申请公开0条、不予公开{b}条。", a + b),
        format!("机关网站发布信息{a}条，县级融媒体转发{b}条次，部分信息同时在多个平台发布。"),
        format!("发布惠企政策{}件，其中国家级{a}件、省级{b}件、市级及以下{c}件。", a + b + c),
    ];
    writer.rng.pick(&sentences)
}

/// Sentences beside the applications: nearly all tell of other bodies' or other kinds of cases.
pub fn requests(writer: &mut Writer) -> String {
    let [a, b, _] = counts(writer);
    let sentences = [
        format!("办理12345热线转办事项{a}件，办结率99.5%，做到件件有回应、事事有着落。"),
        format!("承办人大代表建议{b}件、政协委员提案{b}件，答复率、面商率均为100%。"),
        format!("答复网上咨询{a}条，平均答复时间1.5个工作日。"),
        "畅通依申请公开申请渠道，当面、信函、网上均可提出申请。".to_owned(),
        "申请人可持身份证等有效证件到政务服务大厅现场提出申请。".to_owned(),
        "坚持逐件登记、逐条研究、逐级审核，层层把关。".to_owned(),
        format!("协助上级机关办理意见征询函{b}件，均按时反馈。"),
        format!("办理领导信箱来信{b}封，均已回复。"),
        "全年未发生因政府信息公开引发的败诉案件。".to_owned(),
        "对申请人有疑义的事项，主动电话沟通解释，切实保障申请人的合法权益。".to_owned(),
        "办理期限由20个工作日压缩至15个工作日以内。".to_owned(),
        format!("指导下级单位办理政府信息公开申请，组织疑难问题会商{b}次。"),
    ];
    writer.rng.pick(&sentences)
}

/// Sentences on the care for information.
pub fn management(writer: &mut Writer) -> String {
    let [a, b, c] = counts(writer);
    let sentences = [
        "严格落实“三审三校”，层层把关、逐级审核，一级抓一级、层层抓落实。".to_owned(),
        "对身份证号码、银行卡号、联系电话等个人隐私信息作脱敏处理后再行公开。".to_owned(),
        format!("对<Y-1>年以前发布的信息逐条逐项清理，更新{a}条，删除{b}条。"),
        "推动各项制度落实落细，健全政府信息公开工作工作机制。".to_owned(),
        format!("截至<Y>年底，公开目录设置一级栏目{b}个、二级栏目{c}个。"),
        "截至目前，未发生失泄密事件。".to_owned(),
        "年初以来，及时调整公开目录，信息内容实时更新、时时可查。".to_owned(),
        "按照谁制作、谁公开、谁负责的原则，进一步明确职责分工，进一步规范公开程序。".to_owned(),
        "对照<Y-1>年第三方评估反馈的问题，逐项整改、逐一销号。".to_owned(),
        "落实意识形态工作责任制，实行初审、复审、终审三级审核。".to_owned(),
        "建立信息发布台账，做到底数清、情况明，及时查阅、及时反馈。".to_owned(),
    ];
    writer.rng.pick(&sentences)
}

/// Sentences on the places where one reads it.
pub fn platforms(writer: &mut Writer) -> String {
    let [a, b, _] = counts(writer);
    let mut sentences = vec![
        "用好“两微一端”，加强政务新媒体内容建设。".to_owned(),
        format!("政务公开专区咨询电话{}，工作日8:30至17:30有人接听。", writer.rng.range(52_000_000, 88_999_999)),
        format!("网站访问量达{b}.{}万人次，同比增长{}.{}%。", a % 10, a % 40 + 1, b % 10),
        "全面实现IPv6改造，网站无障碍浏览、适老化改造同步完成。".to_owned(),
        "在便民服务中心设置查询点，做到专人专岗、人人会操作。".to_owned(),
        format!("开设专题专栏{b}个，方方面面的信息一目了然。"),
        format!("微信公众号关注人数由{a}人增加到{}人。", a + b),
    ];
    let name = writer.model.organ.name.replace("人民政府", "");
    match writer.model.organ.kind {
        Kind::Town if name.ends_with('镇') => {
            sentences.push(format!("政务公开专区设在{name}镇兴路{b}号，方便群众查询。"));
        }
        Kind::County if name.ends_with('区') => {
            sentences.push(format!("在{name}区行政中心设立政府信息查阅点。"));
        }
        _ => {}
    }
    writer.rng.pick(&sentences)
}

/// Sentences on supervision.
pub fn supervision(writer: &mut Writer) -> String {
    let [a, b, c] = counts(writer);
    let sentences = [
        "大力弘扬“干事、干事、干成事”的作风，主要领导亲自抓、分管领导具体抓，坚持领导抓、抓领导。".to_owned(),
        format!("开展“5·15政务公开日”宣传活动{}次，发放资料{a}份。", b % 5 + 1),
        "采取“四不两直”方式开展检查，对发现的问题立行立改。".to_owned(),
        format!("社会评议满意率为9{}.{}%，较上年提高1.{}个百分点。", b % 10, c % 10, a % 10),
        "组织学习<Y>年政务公开工作要点，并研究部署<Y+1>年重点工作。".to_owned(),
        "由主要负责人担任组长、分管负责人担任副组长，办公室负责日常工作。".to_owned(),
        "强化责任追究，对落实不力的严肃问责，<Y>年无此类情况。".to_owned(),
        format!("参加<level>级业务培训{}次，开展内部培训{}次，共计{a}人次参加。", b % 4 + 1, c % 4 + 1),
        "把政务公开工作放在重要位置，高度重视、周密部署，高度重视群众意见。".to_owned(),
        "切实做到人人有责、人人负责、人人尽责。".to_owned(),
    ];
    writer.rng.pick(&sentences)
}

fn counts(writer: &mut Writer) -> [u64; 3] {
    [240, 60, 30].map(|most| writer.rng.skewed(3, most))
}

/// A part of a total and its share in percent, rounded or cut.
fn cut_share(writer: &mut Writer, total: u64) -> [String; 2] {
    let part = writer.rng.range(1, total);
    let thousandths = part * 1000 / total;
    let share = if writer.chance(50) {
        format!("{}.{}", thousandths / 10, thousandths % 10)
    } else {
        format!("{:.2}", part as f64 * 100.0 / total as f64)
    };
    [part.to_string(), share]
}
