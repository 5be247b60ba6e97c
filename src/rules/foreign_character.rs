use super::*;

rule! {
    /// 夹有繁体字或异样的字符
    ///
    /// 简体的文字里夹有繁体字、日文假名或者乱码，或者用破折号代替了“一”字（如“进—步”），多半是从别处复制或者识别图片的结果。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 改为规范的汉字；地名、人名等确需保留的可以不改。
    ///
    /// ```bad
    /// 【一】
    /// ⟦进—步⟧规范信息公⟦開⟧工作。
    /// 【三】
    /// ```
    /// ```good
    /// 【一】
    /// 进一步规范信息公开工作——统一部署，一网通办。
    /// 【三】
    /// ```
    W113 "foreign-character" Warning watch &DASHED
}

/// Traditional characters, each with the one that is written here.
const TRADITIONAL: &str = "國国會会務务辦办開开關关議议應应實实書书報报華华產产業业發发動动員员單单號号處处區区縣县鎮镇鄉乡長长門门問问間间題题網网絡络線线維维護护規规範范劃划劇剧據据傳传統统計计訴诉訟讼調调評评論论認认識识設设證证謝谢讓让變变質质貫贯財财責责購购費费資资賬账轉转輸输運运進进達达過过還还這这遠远適适選选違违遲迟遞递導导專专對对將将層层屬属廣广廳厅強强從从復复態态戶户執执換换擴扩擔担擇择數数斷断時时條条東东構构標标機机權权歷历歸归氣气決决沒没準准溝沟滿满漸渐為为無无當当療疗監监盤盘眾众確确礎础種种積积稱称穩稳競竞筆笔節节簡简簽签糧粮級级紀纪組组結结給给經经綜综緊紧總总績绩織织繼继續续罰罚聯联職职聽听與与舉举衛卫補补製制見见覽览觀观訂订訊讯訓训記记許许該该詢询請请諮咨講讲讀读負负貼贴賣卖較较載载輕轻農农連连週周邊边郵邮醫医釋释鐵铁錄录錯错鏈链鍵键閱阅陽阳階阶際际隊队隨随難难電电靈灵靜静響响項项順顺須须預预領领頻频顯显風风類类飛飞馬马驗验體体點点黨党";
/// A text with so many of them is written so throughout.
const MOST: usize = 30;

const DASHED: [&str; 12] = [
    "进—步", "进-步", "进–步", "统—", "统-", "第—时间", "第-时间", "—网通", "-网通", "—站式", "—图读懂", "唯—",
];

fn check(report: &Report, found: &mut Vec<Finding>) {
    for (n, span) in seen(report, &RULE) {
        let (_, behind) = around(report, span);
        // 统——: a dash that is one.
        if !behind.starts_with(['—', '-']) {
            let right = DASHED[n].replace(['—', '-', '–'], "一");
            found.push(RULE.at(span, format!("“{}”应为“{right}”：“一”写成了短线", DASHED[n])).fix(right));
        }
    }
    let traditional = Traditional::new();
    let mut odd = vec![];
    for (_, paragraph) in report.paragraphs() {
        let is_odd = |c: &char| matches!(c, '\u{3041}'..='\u{30FA}' | '\u{FFFD}' | '\u{E000}'..='\u{F8FF}') || traditional.has(*c);
        let places = report.str(paragraph).char_indices().filter(|(_, c)| is_odd(c));
        odd.extend(places.map(|(at, c)| (Span::new(at, at + c.len_utf8()).shift(paragraph.start), c)));
    }
    if odd.len() > MOST {
        return;
    }
    for (span, c) in odd {
        let finding = RULE.at(span, "这不是规范的简体字，请核对");
        found.push(match TRADITIONAL.find(c).and_then(|at| TRADITIONAL[at..].chars().nth(1)).filter(|_| traditional.has(c)) {
            Some(right) => finding.fix(right),
            None => finding.severity(Severity::Hint),
        });
    }
}

/// The first characters of the pairs of [`TRADITIONAL`]: every character of a text is asked, so that there is one bit for each
/// ideograph.
struct Traditional([u64; 328]);

impl Traditional {
    fn new() -> Self {
        let mut bits = [0; 328];
        for c in TRADITIONAL.chars().step_by(2) {
            let place = Self::place(c);
            if let Some(bits) = bits.get_mut(place >> 6) {
                *bits |= 1 << (place & 63);
            }
        }
        Self(bits)
    }

    /// From the first ideograph, U+4E00.
    fn place(c: char) -> usize {
        (c as usize).wrapping_sub(0x4E00)
    }

    fn has(&self, c: char) -> bool {
        let place = Self::place(c);
        self.0.get(place >> 6).is_some_and(|bits| bits >> (place & 63) & 1 == 1)
    }
}
