use super::*;

rule! {
    /// 留有格式中的填写说明
    ///
    /// 格式、模板里写给填报人看的话，如填写说明、字体字号的要求、“贵单位”之类的称呼，不是报告的内容，应当删去。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 删去这句话；称呼改为本机关的名称。
    ///
    /// ```bad
    /// ⟦该部分以表格形式报告⟧。表格如下：
    /// 【三】
    /// ```
    /// ```bad
    /// 一、总体情况⟦（宋体加粗小四号字）⟧
    /// 2024年，青石镇认真做好政府信息公开工作。
    /// ```
    /// ```bad
    /// 根据⟦贵办⟧《关于编制年度报告的通知》，⟦（请填写机关名称）⟧编制本报告。
    /// ```
    /// ```good
    /// 具体数字见下表。
    /// 【三】
    /// ```
    /// ```good
    /// 【标题】
    /// 落实监督保障（含第五十条第四项规定的工作考核、社会评议和责任追究结果）要求，规范网页字体、字号，便于居中显示。
    /// ```
    R101 "template-note" Warning watch WORDS
}

/// Sentences of the forms and of those who send them out, how these address others; and orders for typesetting and the
/// like, which only count in brackets.
const WORDS: &[&str] = &[
    "该部分以表格形式报告", "该部分以文字形式报告", "以下部分以表格形式报告", "收取信息处理费情况在此处报告", "收取信息处理费情况在此报告",
    "主要报告本机关上一年度", "主要报告本机关", "此处填写", "此处填入", "此处插入", "此处补充", "此处添加", "在此处填写", "在此填写", "请在此", "请填写", "请据实填写",
    "请如实填写", "请根据实际情况", "请结合实际", "根据实际情况填写", "按实际情况填写", "视情填写", "请各单位", "请各部门", "请按模板", "请按照模板", "请参照模板", "按照此模板", "没有请填", "没有的填", "若无请填", "如无请填",
    "填写本单位", "填写本机关", "填写单位", "填写具体", "填写说明", "填报说明", "填表说明", "填写示例", "填写范例", "模板说明", "参考模板", "供参考",
    "贵办", "贵单位", "贵局", "贵镇", "贵机关", "贵乡", "贵街道", "贵委",
    "宋体", "黑体", "楷体", "仿宋", "小标宋", "小四", "小三", "三号字", "四号字", "二号字", "加粗", "居中", "行距", "磅", "字体", "首行缩进",
    "文字描述", "可自行增加", "可另附", "格式自拟", "不少于", "字左右", "需填写", "不超过",
    "请简要", "请列出", "酌情填",
];

/// Where the orders begin.
const ORDERS: usize = 53;

fn check(report: &Report, found: &mut Vec<Finding>) {
    let mut told = Span::default();
    for (word, place) in seen(report, &RULE) {
        if place.start < told.end {
            continue;
        }
        let (bracket, order, word) = (in_brackets(report, place), word >= ORDERS, WORDS[word]);
        let (mark, message) = match (word, bracket) {
            _ if word.starts_with('贵') && is_name(report, place) => continue,
            _ if word.starts_with('贵') => (place, "这是发文单位对填报单位的称呼，请改为本机关的名称"),
            (_, None) if order => continue,
            (_, Some(bracket)) if order && !is_order(report.str(bracket)) => continue,
            (_, Some(bracket)) => (bracket, "这是写给填报人看的说明，不是报告的内容，请删去"),
            (_, None) if word == "供参考" || !is_note(report, place, word) => continue,
            (_, None) => (place, "这是格式中的填写说明，不是报告的内容，请删去"),
        };
        told = mark;
        let finding = RULE.at(mark, message);
        found.push(if bracket == Some(mark) { finding.fix("") } else { finding });
    }
}

/// The brackets that a place stands in, if they are short and closed.
fn in_brackets(report: &Report, place: Span) -> Option<Span> {
    let (before, behind) = (report.before(place, 40), report.behind(place, 40));
    let open = before.text().rfind('(').filter(|at| !before.text()[*at..].contains([')', '。']))?;
    let close = behind.text().find(')').filter(|at| !behind.text()[..*at].contains('('))?;
    Some(before.span(open, open + 1).join(behind.span(close, close + 1)))
}

/// Whether words in brackets are an order to who writes the report, and no part of it: short, and nothing but orders.
fn is_order(text: &str) -> bool {
    let count = WORDS[ORDERS..].iter().filter(|word| text.contains(**word)).count();
    if text.contains("00字") && any::holds(text, &["不少于", "不超过"]) {
        return true;
    }
    let weak = any::holds(text, &["不超过", "居中", "行距", "磅", "字体", "字左右", "不少于"]);
    let long = text.chars().count() > 30;
    count >= 2 || count == 1 && !long && !weak
}

/// Whether it is a part of a name: 贵州, 富贵镇.
fn is_name(report: &Report, place: Span) -> bool {
    report.before(place, 1).text().ends_with(|c: char| matches!(c, '\u{4E00}'..='\u{9FFF}') && !"据按照请由经关于和与向在至给将".contains(c))
}

/// Whether the words stand where a note begins, and are not spoken of: 公开填报说明, 方便群众请填写.
fn is_note(report: &Report, place: Span, word: &str) -> bool {
    let (before, behind) = (report.before(place, 1), report.behind(place, 1));
    let begins = before.text().is_empty() || before.text().ends_with([',', '。', ';', ':', '(', '[', '【']);
    let own = word.contains("报告");
    let headed = word.ends_with(['明', '例', '板']);
    own || begins && (!headed || behind.text().is_empty() || behind.text().starts_with([':', ',', '。', '(']))
}
