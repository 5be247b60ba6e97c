//! Sections five and six: problems with their measures, and what else is to be reported.
use super::{Fact, Writer};

/// A problem, its cause or effect, and the measure against it.
const PROBLEMS: [[&str; 2]; 16] = [
    [
        "公开内容的全面性有待提高，部分栏目信息更新不够及时",
        "完善信息更新机制，明确各栏目责任人和更新频次，定期检查通报",
    ],
    [
        "工作人员变动较为频繁，业务能力有待进一步提升",
        "加强业务培训和工作交流，通过以会代训、案例学习等方式提高工作人员的专业水平",
    ],
    [
        "政策解读形式较为单一，群众看得懂、用得上的解读材料不多",
        "丰富政策解读形式，综合运用图文、视频等方式，提高解读的针对性和实效性",
    ],
    ["主动公开意识还不够强，重点领域信息公开有待深化", "聚焦群众关切，持续推进重点领域信息公开，做到应公开尽公开"],
    [
        "依申请公开答复的规范性有待加强，个别答复文书说理不够充分",
        "规范依申请公开办理流程，统一答复文书格式，加强合法性审核",
    ],
    ["公众参与度不高，政民互动渠道还不够丰富", "拓宽公众参与渠道，做好意见征集和结果反馈，主动回应社会关切"],
    ["信息公开渠道较为单一，政务新媒体作用发挥不充分", "加强政务新媒体建设，推动网站与新媒体协同发布，扩大信息覆盖面"],
    [
        "基层政务公开标准化规范化水平不够高，各村（社区）工作进展不平衡",
        "对照基层政务公开标准目录查漏补缺，加强对村（社区）的业务指导",
    ],
    [
        "信息发布审核把关不够严格，存在错别字和表述不规范等问题",
        "严格落实信息发布审核制度，运用技术手段加强内容检测，确保信息质量",
    ],
    ["公开时效性有待增强，有的信息发布滞后", "建立信息报送提醒机制，逐月通报报送情况，做到第一时间制作、第一时间公开"],
    [
        "对新修订的制度学习不够深入，存在重主动公开、轻依申请公开的倾向",
        "把《条例》纳入干部学习内容，通过专题辅导、现场观摩等形式补齐短板",
    ],
    ["专职人员配备不足，一人多岗、兼职现象较为普遍", "充实工作力量，落实专人专岗，并做好工作交接和传帮带"],
    ["栏目设置不尽科学，群众查找信息不够便捷", "优化栏目布局和检索功能，让群众找得到、看得懂、用得上"],
    [
        "对公众关切的回应还不够及时，互动效果不明显",
        "健全舆情收集、研判、回应机制，用好热线、信箱等渠道，切实做到有问必答",
    ],
    ["决策过程公开还不够充分，意见征集参与人数偏少", "在重大决策前广泛征求意见，及时公布采纳情况及理由"],
    ["政府信息管理的基础工作较为薄弱，信息分类不够精准", "加强政府信息源头管理，完善公开目录，提高信息分类的准确性"],
];

/// Writes them.
pub fn write(writer: &mut Writer) {
    writer.heading(5);
    problems(writer);
    writer.heading(6);
    let fee = fee(writer);
    let [bills, calls] = [40, 300].map(|most| writer.rng.range(2, most));
    let told = [
        format!("承办人大代表建议{bills}件、政协提案{}件，均按期办结并公开答复内容。", bills / 2 + 1),
        format!("12345热线工单办结{calls}件，满意率98.{}%。", calls % 10),
        "落实<Y>年政务公开工作要点各项任务，进展情况已在网站公布。".to_owned(),
    ];
    let told = if writer.chance(25) { writer.rng.pick(&told) } else { String::new() };
    let more = writer.rng.pick(&[
        "",
        "",
        "无其他需要报告的事项。",
        "其他需要报告的事项：无。",
        "除上述内容外，无其他需要报告的事项。",
        "<Y>年，<own>没有其他需要报告的政府信息公开工作事项。",
    ]);
    writer.paragraph(&format!("{fee}{told}{more}"));
}

fn problems(writer: &mut Writer) {
    let count = writer.rng.range(2, 3) as usize;
    let mut chosen = writer.rng.some(&PROBLEMS, count);
    if writer.value(Fact::Outcome(1)) + writer.model.four[6] + writer.model.four[11] > 0 {
        chosen[0] = [
            "个别政府信息公开答复在行政复议、行政诉讼中被纠正，依法答复的能力有待提高",
            "认真分析被纠正案件的原因，加强与司法行政部门的会商，提高依法答复水平",
        ];
    }
    let marks = ["一是", "二是", "三是"];
    let list = |which: usize| {
        let items: Vec<String> =
            chosen.iter().zip(marks).map(|(pair, mark)| format!("{mark}{}", pair[which])).collect();
        format!("{}。", items.join("；"))
    };
    let (found, measures) = (list(0), list(1));
    match writer.rng.below(6) {
        0 => {
            writer.paragraph(&format!("（一）存在的主要问题。{found}"));
            writer.paragraph(&format!("（二）改进情况。{measures}"));
        }
        1 => {
            writer.paragraph(&format!("<Y>年，<own>政府信息公开工作取得了一定成效，但仍存在一些不足：{found}"));
            writer.paragraph(&format!("针对上述问题，<own>将采取以下改进措施：{measures}"));
        }
        2 => {
            writer.paragraph(&format!(
                "针对<Y-1>年存在的问题，<own>逐项整改，取得一定进展。对照群众期盼，仍有差距：{found}"
            ));
            writer.paragraph(&format!("<Y+1>年，<own>将重点做好以下工作：{measures}"));
        }
        3 => {
            writer.paragraph("（一）存在问题");
            writer.paragraph(&found);
            writer.paragraph("（二）改进措施");
            writer.paragraph(&measures);
        }
        4 => {
            let [[first, first_measure], [second, second_measure]] = [chosen[0], chosen[1]];
            writer.paragraph(&format!("主要问题：一方面，{first}；另一方面，{second}。"));
            writer.paragraph(&format!("下一步，<own>将{first_measure}；同时，{second_measure}。"));
        }
        _ => {
            for (pair, mark) in chosen.iter().zip(["1.", "2.", "3."]) {
                writer.paragraph(&format!("{mark}存在问题：{}。改进措施：{}。", pair[0], pair[1]));
            }
        }
    }
}

fn fee(writer: &mut Writer) -> String {
    let mut told = String::new();
    if writer.value(Fact::Unpaid) > 0 {
        told += &format!(
            "全年发出政府信息公开收费通知{}件，其中申请人逾期未缴纳费用<unpaid>件。",
            writer.value(Fact::Unpaid) + writer.rng.range(1, 3)
        );
    }
    told + &match (writer.model.fee, writer.model.year) {
        (0, _) if writer.value(Fact::Unpaid) > 0 => {
            writer.one_of(&["本年度未收取信息处理费。", "<Y>年，<own>实际收取政府信息公开信息处理费0元。"])
        }
        (0, 2019 | 2020) => writer.one_of(&[
            "<Y>年，<own>未收取政府信息公开相关费用。",
            "本年度未收取信息处理费。",
            "<own>依申请提供政府信息未收取任何费用。",
        ]),
        (0, _) => writer.one_of(&[
            "<Y>年，<own>未收取政府信息公开信息处理费。",
            "根据《政府信息公开信息处理费管理办法》，本年度收取信息处理费0元。",
            "本年度未收取信息处理费。",
            "本年度没有发生收取信息处理费的情况。",
            "<own><Y>年度发出政府信息公开收费通知0件，收取信息处理费0元。",
            "依据《政府信息公开信息处理费管理办法》（国办函〔2020〕109号），<Y>年<own>信息处理费收取总金额为0元。",
            "按照《国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉的通知》（国办函〔2020〕109号）规定，<own>本年度未发出收费通知，未收取信息处理费。",
        ]),
        _ => writer.one_of(&["<Y>年，<own>收取政府信息公开信息处理费<fee>元。", "本年度收取信息处理费共计<fee>元。"]),
    }
}
