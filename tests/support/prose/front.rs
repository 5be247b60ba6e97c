//! Title and preamble: what the report is based on, its parts, its period, and whom to ask.
use super::{Body, Writer};
use crate::support::Edition;

/// Writes them; one report in six has no preamble.
pub fn write(writer: &mut Writer) {
    // A line break stands where a title may be broken.
    let schema = match writer.rng.weighted(&[68, 12, 7, 4, 3, 3, 2, 2]) {
        0 => writer.rng.pick(&[
            "<organ>\n<Y>年政府信息公开工作年度报告",
            "<organ>\n<Y>年政府信息公开工作年度报告",
            "<organ><Y>年\n政府信息公开工作年度报告",
            "<organ><Y>年政府信息公开工作\n年度报告",
        ]),
        1 => "<organ>\n<Y>年度政府信息公开工作年度报告",
        2 => writer.rng.pick(&["<Y>年<organ>\n政府信息公开工作年度报告", "<Y>年度<organ>\n政府信息公开工作年度报告"]),
        3 => "<organ>\n<Y>年政府信息公开年度报告",
        4 => "<organ>\n<Y>年信息公开工作年度报告",
        5 => "<organ>\n<Y>年度政府信息公开工作报告",
        6 => "<organ>关于<Y>年度\n政府信息公开工作的年度报告",
        _ => "<organ>\n关于<Y>年政府信息公开工作的年度报告",
    };
    let title = writer.fill(schema);
    writer.blocks.push((0, Body::Title(title)));
    if writer.chance(14) {
        let line = match writer.rng.below(4) {
            0 => "（<Y+1>年1月）".to_owned(),
            1 => format!("〔<Y+1>〕{}号", writer.rng.range(1, 9)),
            _ => format!("（<Y+1>年1月{}日）", writer.rng.range(5, 30)),
        };
        writer.paragraph(&line);
    }
    if writer.chance(83) {
        preamble(writer);
    }
}

fn preamble(writer: &mut Writer) {
    let mut text = basis(writer);
    if writer.chance(60) {
        text += &parts(writer);
    }
    text += &period(writer);
    if writer.chance(40) {
        text += &publication(writer);
    }
    if writer.chance(70) {
        text += &contact(writer);
    }
    if writer.chance(20) {
        // Two paragraphs: the second begins with the period or the contact.
        if let Some((first, second)) = text.split_once("。") {
            let (first, second) = (format!("{first}。"), second.to_owned());
            writer.paragraph(&first);
            writer.paragraph(&second);
            return;
        }
    }
    writer.paragraph(&text);
}

fn basis(writer: &mut Writer) -> String {
    let law = writer.one_of(&[
        "《中华人民共和国政府信息公开条例》",
        "《中华人民共和国政府信息公开条例》",
        "《中华人民共和国政府信息公开条例》（国务院令第711号）",
        "《中华人民共和国政府信息公开条例》（中华人民共和国国务院令第711号）",
        "《中华人民共和国政府信息公开条例》（国令第711号）",
        "《中华人民共和国政府信息公开条例》（以下简称《条例》）",
        "《中华人民共和国政府信息公开条例》（以下简称“《条例》”）",
        "《中华人民共和国政府信息公开条例》第五十条",
        "《政府信息公开条例》",
    ]);
    let notice = match Edition::of(writer.model.year) {
        Edition::E2019 => writer.one_of(&[
            "",
            "、《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2019〕60号）",
            "和《关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2019〕60号）",
        ]),
        Edition::E2021 => writer.one_of(&[
            "",
            "",
            "、《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）",
            "、国务院办公厅政府信息与政务公开办公室关于印发《中华人民共和国政府信息公开工作年度报告格式》的通知（国办公开办函〔2021〕30号）",
            "、《关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）",
            "和《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）",
            "、《国务院办公厅政府信息与政务公开办公室关于印发中华人民共和国政府信息公开工作年度报告格式的通知》（国办公开办函〔2021〕30号）和《国务院办公厅政府信息与政务公开办公室关于规范政府信息公开平台有关事项的通知》（国办公开办函〔2019〕61号）",
            "、国办公开办函〔2021〕30号",
            "和<level>政务公开办《关于做好<Y>年政府信息公开工作年度报告编制发布工作的通知》",
        ]),
    };
    match writer.rng.below(6) {
        0 => format!("本报告由<organ>根据{law}{notice}编制。"),
        1 => format!("根据{law}{notice}要求，现公布<organ><Y>年政府信息公开工作年度报告。"),
        2 => format!("按照{law}{notice}规定，结合<own>工作实际，编制本报告。"),
        3 => format!("依据{law}{notice}，<organ>编制了<Y>年度政府信息公开工作年度报告，现将年度报告报告如下。"),
        4 => format!("为贯彻落实{law}{notice}，现将<own><Y>年政府信息公开工作情况向社会公布。"),
        _ => format!("根据{law}{notice}有关规定，特向社会公布<organ><Y>年政府信息公开工作年度报告。"),
    }
}

fn parts(writer: &mut Writer) -> String {
    let separator = writer.one_of(&["、", "、", "；", "，"]);
    let disputes = writer.one_of(&[
        "政府信息公开行政复议、行政诉讼情况",
        "政府信息公开行政复议、行政诉讼情况",
        "政府信息公开行政复议和行政诉讼情况",
        "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
    ]);
    let own = writer.one_of(&["主动公开政府信息情况", "主动公开政府信息情况", "行政机关主动公开政府信息情况"]);
    let mut names =
        ["总体情况", &own, "收到和处理政府信息公开申请情况", &disputes, "存在的主要问题及改进情况"].join(&separator);
    let mut last = format!("{}其他需要报告的事项", writer.one_of(&["、", "和", "以及"]));
    if writer.chance(12) {
        names = format!("“{}”", names.replace(&separator, &format!("”{separator}“")));
        names = names.replace("行政复议”、“行政诉讼", "行政复议、行政诉讼");
        last = "、“其他需要报告的事项”".to_owned();
    }
    let tail = writer.one_of(&[
        "等六个部分组成",
        "六部分组成",
        "等六部分组成",
        "等6个部分组成",
        "共六个部分",
        "六个部分",
        "等6项内容",
        "六个方面的内容",
        "",
    ]);
    let verb = if tail.ends_with("组成") { "由" } else { "包括" };
    format!("本报告{verb}{names}{last}{tail}。")
}

fn period(writer: &mut Writer) -> String {
    let name = writer.one_of(&[
        "统计期限",
        "统计期限",
        "统计期限",
        "统计期限",
        "统计时限",
        "统计时间",
        "统计时段",
        "统计时间段",
        "统计起止时间",
    ]);
    let dates = writer.one_of(&[
        "自<Y>年1月1日起至<Y>年12月31日止",
        "自<Y>年1月1日起，至<Y>年12月31日止",
        "自<Y>年1月1日起至12月31日止",
        "为<Y>年1月1日至<Y>年12月31日",
        "为<Y>年1月1日至12月31日",
        "从<Y>年1月1日起至12月31日止",
        "自<Y>年1月1日至<Y>年12月31日",
        "为<Y>年1月1日起至<Y>年12月31日止",
        "为<Y>年1月1日至<Y>年12月31日止",
        "从<Y>年1月1日到<Y>年12月31日",
        "自<Y>年1月1日始，至<Y>年12月31日止",
        "为<Y>年1月1日—12月31日",
        "为<Y> 年 1 月 1 日至 <Y> 年 12 月 31 日",
    ]);
    let lead = writer.one_of(&[
        "本报告中所列数据的",
        "本报告所列数据的",
        "报告中所列数据",
        "本年度报告数据",
        "本报告使用数据",
    ]);
    format!("{lead}{name}{dates}。")
}

fn publication(writer: &mut Writer) -> String {
    writer.one_of(&[
        "本报告的电子版可在政府门户网站政府信息公开专栏下载。",
        "本报告电子版可通过<organ>门户网站查阅和下载。",
        "公众可在政府门户网站“政府信息公开年报”栏目查阅、下载本报告。",
        "本报告于<Y+1>年1月在政府网站公布，欢迎社会各界监督。",
    ])
}

fn contact(writer: &mut Writer) -> String {
    let office = writer.model.organ.office.clone();
    let road = writer.one_of(&["府前街", "建设东路", "人民路", "滨河大道", "文昌路", "镇兴路", "学府西路"]);
    let number = writer.rng.range(1, 288);
    let post = format!("{}00", writer.rng.range(2101, 7999));
    let local = writer.rng.range(2_200_000, 8_999_999);
    let phone = match writer.rng.below(6) {
        0 => local.to_string(),
        1 => writer.rng.range(52_000_000, 88_999_999).to_string(),
        2 => format!("0{}—{local}", writer.rng.range(310, 999)),
        3 => format!("0{}-{local}/{}", writer.rng.range(310, 999), local + 1),
        _ => format!("0{}-{local}", writer.rng.range(310, 999)),
    };
    let mail = format!("zwgk{}@{}.com", writer.rng.range(10, 9999), writer.one_of(&["163", "126", "qq"]));
    let [place, code, call] = [
        ["地址", "联系地址", "办公地址", "通信地址"],
        ["邮编", "邮编", "邮政编码", "邮政编码"],
        ["联系电话", "电话", "咨询电话", "电话（传真）"],
    ]
    .map(|names| writer.rng.pick(&names));
    let mut items = vec![format!("{place}：{road}{number}号"), format!("{code}：{post}"), format!("{call}：{phone}")];
    if writer.chance(50) {
        items.push(format!("{}：{mail}", writer.one_of(&["电子邮箱", "邮箱"])));
    }
    let separator = writer.one_of(&["，", "；", "，"]);
    let items = items.join(&separator);
    let lead = writer.one_of(&[
        "如对本报告有疑问，请与",
        "如对报告内容有任何疑问，请与",
        "社会公众如对本报告有疑问，请与",
        "公民、法人和其他组织如对本报告有疑义，请与",
    ]);
    if writer.chance(10) {
        return format!("{lead}{office}联系。");
    }
    format!("{lead}{office}联系（{items}）。")
}
