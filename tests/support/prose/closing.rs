//! Sections five and six: problems with their measures, and what else is to be reported.
use super::{Fact, Writer};

/// A problem, its cause or effect, and the measure against it.
const PROBLEMS: [[&str; 2]; 10] = [
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
    ["政府信息管理的基础工作较为薄弱，信息分类不够精准", "加强政府信息源头管理，完善公开目录，提高信息分类的准确性"],
];

/// Writes them.
pub fn write(writer: &mut Writer) {
    writer.heading(5);
    problems(writer);
    writer.heading(6);
    let fee = fee(writer);
    let more = writer.rng.pick(&[
        "",
        "",
        "除上述内容外，无其他需要报告的事项。",
        "<Y>年，<own>没有其他需要报告的政府信息公开工作事项。",
    ]);
    writer.paragraph(&format!("{fee}{more}"));
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
    match writer.rng.below(3) {
        0 => {
            writer.paragraph(&format!("（一）存在的主要问题。{found}"));
            writer.paragraph(&format!("（二）改进情况。{measures}"));
        }
        1 => {
            writer.paragraph(&format!("<Y>年，<own>政府信息公开工作取得了一定成效，但仍存在一些不足：{found}"));
            writer.paragraph(&format!("针对上述问题，<own>将采取以下改进措施：{measures}"));
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
        (0, 2019 | 2020) => writer.one_of(&[
            "<Y>年，<own>未收取政府信息公开相关费用。",
            "本年度未收取信息处理费。",
            "<own>依申请提供政府信息未收取任何费用。",
        ]),
        (0, _) => writer.one_of(&[
            "<Y>年，<own>未收取政府信息公开信息处理费。",
            "根据《政府信息公开信息处理费管理办法》，本年度收取信息处理费0元。",
            "本年度未收取信息处理费。",
            "按照《国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉的通知》（国办函〔2020〕109号）规定，<own>本年度未发出收费通知，未收取信息处理费。",
        ]),
        _ => writer.one_of(&["<Y>年，<own>收取政府信息公开信息处理费<fee>元。", "本年度收取信息处理费共计<fee>元。"]),
    }
}
