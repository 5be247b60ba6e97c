//! Section one: a lead and the five aspects.
use super::{Body, Fact, Writer, applications, disclosure, extras};

/// Writes it.
pub fn write(writer: &mut Writer) {
    writer.heading(1);
    let lead = lead(writer);
    writer.paragraph(&lead);
    let names = [
        ["主动公开情况", "主动公开", "主动公开方面", "抓好主动公开"],
        ["依申请公开情况", "依申请公开", "依申请公开方面", "规范依申请公开办理"],
        ["政府信息管理情况", "政府信息管理", "政府信息管理方面", "加强政府信息管理"],
        ["政府信息公开平台建设情况", "政府信息公开平台建设", "平台建设方面", "推进平台载体建设"],
        ["监督保障情况", "监督保障", "监督保障方面", "强化监督保障"],
    ];
    let (naming, numbering) = (writer.rng.below(4) as usize, writer.rng.weighted(&[64, 14, 6, 5, 11]));
    let own_line = naming != 2 && numbering < 4 && writer.chance(40);
    for (aspect, names) in names.iter().enumerate() {
        let han = ["一", "二", "三", "四", "五"][aspect];
        let number = match numbering {
            0 => format!("（{han}）"),
            1 => format!("{}.", aspect + 1),
            2 => format!("{}、", aspect + 1),
            3 => format!("（{}）", aspect + 1),
            _ => format!("{han}是"),
        };
        let mut text = match aspect {
            0 => disclosure::sentences(writer),
            1 => requests(writer),
            2 => management(writer),
            3 => platforms(writer),
            _ => supervision(writer),
        };
        if writer.chance(60) {
            text += &match aspect {
                0 => extras::disclosure(writer),
                1 => extras::requests(writer),
                2 => extras::management(writer),
                3 => extras::platforms(writer),
                _ => extras::supervision(writer),
            };
        }
        let name = names[naming];
        if own_line {
            let head = writer.fill(&format!("{number}{name}"));
            writer.blocks.push((1, Body::Subheading(head)));
            writer.paragraph(&text);
        } else {
            writer.paragraph(&format!("{number}{name}。{text}"));
        }
    }
}

fn lead(writer: &mut Writer) -> String {
    writer.one_of(&[
        "<Y>年，<own>坚持以习近平新时代中国特色社会主义思想为指导，认真贯彻落实《中华人民共和国政府信息公开条例》，坚持以公开为常态、不公开为例外，扎实推进政府信息公开各项工作，切实保障人民群众的知情权、参与权、表达权和监督权。",
        "<Y>年，在<leaders>的正确领导下，<own>严格执行《中华人民共和国政府信息公开条例》，不断健全工作机制，规范公开内容，拓宽公开渠道，政府信息公开工作取得新成效。",
        "<Y>年，<own>深入贯彻落实党中央、国务院关于政务公开工作的决策部署，紧紧围绕中心工作和群众关切，持续推进决策、执行、管理、服务、结果公开，不断提升政府工作透明度。",
        "<Y>年，<own>高度重视政府信息公开工作，按照“应公开尽公开”的原则，及时、准确、全面地公开政府信息，各项工作有序开展。现将有关情况报告如下。",
    ])
}

fn requests(writer: &mut Writer) -> String {
    let mut told = String::new();
    if writer.chance(60) {
        told += &writer.one_of(&[
            "进一步规范依申请公开工作流程，畅通受理渠道，做好申请的登记、审核、办理、答复、归档等工作。",
            "严格按照法定时限和程序办理政府信息公开申请，加强与申请人的沟通，不断提高答复质量。",
            "完善依申请公开办理制度，建立疑难件会商机制，依法保障公众合理信息需求。",
        ]);
    }
    told += &applications::sentences(writer);
    if writer.value(Fact::New) > 8 && writer.chance(25) {
        let notices = writer.rng.range(1, writer.value(Fact::New) / 4);
        told += &format!("办理过程中发出补正告知书{notices}份，组织疑难申请会商{}次。", writer.rng.range(1, 9));
    }
    if writer.chance(20) {
        let [mail, proposals] = [300, 40].map(|most| writer.rng.range(5, most));
        told += &writer.rng.pick(&[
            format!("办理12345政务服务便民热线工单{mail}件，按时办结率100%。"),
            format!("办理人大代表建议{proposals}件、政协提案{}件，均按期答复。", proposals / 2 + 1),
            format!("收到网民留言{mail}条，回复{mail}条。"),
            format!("协助其他行政机关办理政府信息公开意见征询{proposals}件，均按时反馈。"),
            format!("受理群众来信来电{mail}件，回复率100%。"),
        ]);
    }
    told
}

fn management(writer: &mut Writer) -> String {
    let months = writer.rng.range(2, 12);
    let first = writer.one_of(&[
        "严格落实政府信息发布“三审三校”制度，坚持先审查、后公开，确保发布内容合法、准确、安全。",
        "健全政府信息制作、获取、保存、处理等方面的制度，实行政府信息动态管理。",
        "加强公文源头管理，拟制公文时同步明确主动公开、依申请公开、不予公开等属性。",
        "对已公开的政府信息开展全面梳理，及时清理失效、过期信息，更新公开目录和公开指南。",
    ]);
    let second = writer.rng.pick(&[
        "严格执行保密审查制度，切实做到“涉密不公开、公开不涉密”。".to_owned(),
        format!("全年开展信息公开专项自查{months}次，整改问题{}个。", months * 2 + 1),
        "落实专人负责信息的收集、整理和上传，确保信息更新及时。".to_owned(),
        "做好历史文件的归档和数字化工作，方便群众查阅。".to_owned(),
    ]);
    format!("{first}{second}")
}

fn platforms(writer: &mut Writer) -> String {
    let fans = writer.rng.range(800, 26_000);
    let posts = writer.rng.range(30, 900);
    let small = writer.rng.range(1, 12);
    let first = writer.one_of(&[
        "以政府门户网站为政府信息公开第一平台，优化栏目设置，规范信息分类，提升网站管理服务水平。",
        "加强政府网站和政务新媒体的日常监管，定期开展检查，及时整改错链、断链和更新不及时等问题。",
        "持续推进政务公开专区建设，配备查询设备和工作人员，为群众提供信息查询、办事咨询等服务。",
    ]);
    let second = writer.rng.pick(&[
        format!("政务微信公众号全年推送信息{posts}条，关注人数{fans}人。"),
        format!("政务新媒体关注量达{fans}人，累计阅读量{small}万余次。"),
        "在便民服务大厅、村（社区）设置信息公开栏，方便群众就近获取信息。".to_owned(),
        format!("建成政务公开专区{small}个，全年接待群众查询{posts}人次。"),
    ]);
    format!("{first}{second}")
}

fn supervision(writer: &mut Writer) -> String {
    let trained = writer.rng.range(12, 320);
    let sessions = writer.rng.range(1, 6);
    let first = writer.one_of(&[
        "成立政府信息公开工作领导小组，明确分管领导和责任科室，形成主要领导负总责、分管领导具体抓、专人负责落实的工作格局。",
        "把政府信息公开工作纳入年度绩效考核，定期通报工作进展，督促问题整改落实。",
        "强化业务培训，不断提高工作人员的政策理论水平和业务能力。",
    ]);
    let second = writer.rng.pick(&[
        format!("全年组织政务公开业务培训{sessions}次，参训人员{trained}人次。"),
        format!("召开政务公开工作推进会{sessions}次，研究解决工作中的困难和问题。"),
        "主动接受社会监督，广泛听取群众对政府信息公开工作的意见建议。".to_owned(),
    ]);
    // Governments owe the results of assessment, public appraisal and accountability.
    let third = if writer.model.organ.is_government() || writer.chance(40) {
        writer.one_of(&[
            "工作考核和社会评议结果良好，本年度未发生责任追究情况。",
            "定期开展政府信息公开工作考核和社会评议，全年无责任追究情形。",
            "在工作考核、社会评议中未发现重大问题，未发生因政府信息公开工作被追究责任的情况。",
        ])
    } else {
        String::new()
    };
    format!("{first}{second}{third}")
}
