//! What section one tells of publishing: totals with lists that add up, lists that do not claim to, and channels.
use super::{Fact, Writer};
use crate::support::Edition;

const CLASSES: [&str; 14] = [
    "机构职能类",
    "政策文件类",
    "工作动态类",
    "通知公告类",
    "财政资金类",
    "规划计划类",
    "重大建设项目类",
    "公共服务类",
    "乡村振兴类",
    "社会救助类",
    "应急管理类",
    "人事信息类",
    "政策解读类",
    "行政执法类",
];

/// The template of the sentences on publishing.
pub fn sentences(writer: &mut Writer) -> String {
    let mut told = vec![total(writer)];
    if writer.chance(50) {
        told.push(documents(writer));
    }
    if writer.chance(45) {
        let counts = [2, 3, 5].map(|most| writer.rng.range(1, most * 12));
        // Only governments of some size meet the press.
        let briefings = match writer.model.organ.size {
            0 | 1 => format!("全年发布政策解读材料{}篇。", counts[0]),
            _ => format!("全年发布政策解读材料{}篇，召开新闻发布会{}场。", counts[1] + 6, counts[0]),
        };
        told.push(writer.rng.pick(&[
            format!("发布政策解读{}篇，其中图文解读占比超过一半。", counts[0] + 3),
            briefings,
            format!("聚焦民生关切，公开就业、教育、医疗、养老等领域信息{}条。", counts[2] + 20),
            format!("开展“政府开放日”活动{}次，邀请群众代表{}人次参加。", counts[0] % 6 + 1, counts[2] + 10),
        ]));
    }
    if writer.chance(30) {
        told.push(decisions(writer));
    }
    told.concat()
}

/// 全年主动公开政府信息 N 条，其中……
fn total(writer: &mut Writer) -> String {
    let scale = [200, 600, 4000, 20_000][writer.model.organ.size];
    let all = writer.rng.skewed(60, scale) + 40;
    let lead = writer.one_of(&[
        "<Y>年，<own>主动公开政府信息",
        "全年累计主动公开政府信息",
        "<Y>年共公开各类政府信息",
        "<Y>年，<own>通过各类渠道主动公开信息",
    ]);
    match writer.rng.below(11) {
        8 => {
            let parts = writer.rng.split(all, 6, 1);
            let items: Vec<String> =
                writer.rng.some(&CLASSES, 6).iter().zip(&parts).map(|(name, part)| format!("{name}{part}条")).collect();
            format!("{lead}{all}条：{}。", items.join("，"))
        }
        9 => {
            let (names, shown) = (writer.rng.some(&CLASSES, 3), all / 9 + 1);
            format!(
                "{lead}{all}条，其中{}{shown}条、{}{}条，{}{}条。",
                names[0],
                names[1],
                shown + 1,
                names[2],
                shown / 2
            )
        }
        10 => {
            let parts = writer.rng.split(all, 3, 0);
            format!(
                "{lead}<={all}>条，其中通过网站公开<={}>条；通过微信公众号公开<={}>条；通过其他方式公开<={}>条。",
                parts[0], parts[1], parts[2]
            )
        }
        0 => {
            let names = writer.rng.some(&CLASSES, 4);
            let parts = writer.rng.split(all, 5, 1);
            let separator = writer.one_of(&["，", "、"]);
            let items: Vec<String> =
                names.iter().zip(&parts).map(|(name, part)| format!("{name}<={part}>条")).collect();
            format!("{lead}<={all}>条，其中{}{separator}其他信息<={}>条。", items.join(&separator), parts[4])
        }
        1 => {
            let parts = writer.rng.split(all, 3, 1);
            format!(
                "{lead}<={all}>条，其中政府门户网站<={}>条、微信公众号<={}>条、政务微博<={}>条。",
                parts[0], parts[1], parts[2]
            )
        }
        2 => {
            let parts = writer.rng.split(all, 2, 1);
            format!(
                "{lead}<={all}>条。其中，通过政府门户网站公开<={}>条，通过政务新媒体公开<={}>条。",
                parts[0], parts[1]
            )
        }
        3 => {
            let parts = writer.rng.split(all, 3, 1);
            format!("{lead}{all}条，其中政策文件、财政信息等{}条。", parts[0])
        }
        4 if all > 100 => {
            let before = all - writer.rng.range(1, all / 3);
            let growth = (all - before) as f64 * 100.0 / before as f64;
            format!("{lead}{all}条，较上年的{before}条增长{growth:.1}%。")
        }
        4 | 7 => format!("{lead}{}余条，内容涵盖机构职能、财政预决算、重点领域等方面。", all / 10 * 10),
        5 => {
            let visits = writer.rng.range(1, [2, 8, 60, 400][writer.model.organ.size]);
            format!("{lead}{all}条，政府信息公开专栏页面访问量{visits}.{}万人次。", writer.rng.range(1, 9))
        }
        _ => format!("通过政府门户网站发布信息{all}条，微信公众号推送信息{}条。", all / 2 + 7),
    }
}

/// Normative documents, as in table two.
fn documents(writer: &mut Writer) -> String {
    let [made, repealed, _] = writer.model.two.documents;
    if writer.model.edition == Edition::E2019 {
        return match made {
            0 => "本年度未制定规范性文件。".to_owned(),
            _ => "全年新制定规范性文件<d1>件，均按规定主动公开。".to_owned(),
        };
    }
    match (made, repealed) {
        (0, 0) => "本年度未制发行政规范性文件。".to_owned(),
        (_, 0) => "全年制发行政规范性文件<d1>件，现行有效行政规范性文件<d3>件。".to_owned(),
        _ => "全年制发行政规范性文件<d1>件，废止<d2>件，现行有效<d3>件。".to_owned(),
    }
}

/// Decisions, as in table two.
fn decisions(writer: &mut Writer) -> String {
    if writer.value(Fact::Decision(0)) == 0 {
        return String::new();
    }
    "严格落实行政执法公示制度，全年作出行政许可决定<c1>件、行政处罚决定<c2>件，均依法公示。".to_owned()
}
