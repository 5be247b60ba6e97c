//! Names of persons in running text, told by their surnames.

/// The surnames that more than nine in ten people have.
pub const SURNAMES: &str = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文";

/// Second characters with which a surname makes an ordinary word: 方便, 高度, 任何, 常见.
const WORDS: &str = "方便方式方面方法方可高度高效高校高质高标高频任何任意任务任一常见常态常务常年马上何时何种何人余额余件程序曾经许可许多金额文件文化文书文明白天周边周期周知周密易懂龙头石油江河田地田间林地林权林业万元万件段时段落史料江苏武汉常州毛利陈述钟情石料白色许昌黄石马鞍金华江西江东江北江南龙岩于是于本武装武术黄色张贴张榜范围范畴汤池毛病雷同康复温馨严格郑重谢绝童年方案石材陆续常规金融万人高于高龄高新任职任免";
/// Characters that are in no given name, or mask one.
const NEVER: &str = "某的和与及或在是为有应可已均未不所就对向按因由自个我你他们者员等申请人名称提出交来要求个之了将被以该女士述层块料色径用情村场市县局院校厂店路区镇乡组队司社部门户先";

/// The length in bytes of the full name of a person that `text` begins with: a surname, and a given name of one or two
/// characters before one that `follows`. Masked names are none.
pub fn name(text: &str, follows: impl Fn(&str) -> bool) -> Option<usize> {
    let mut chars = text.char_indices();
    let (_, surname) = chars.next().filter(|(_, c)| SURNAMES.contains(*c))?;
    for (n, (at, c)) in chars.take(2).enumerate() {
        if !matches!(c, '\u{4E00}'..='\u{9FFF}') || NEVER.contains(c) {
            return None;
        }
        if n == 0 && is_word(surname, c) {
            return None;
        }
        let length = at + c.len_utf8();
        if follows(&text[length..]) {
            return Some(length);
        }
    }
    None
}

fn is_word(one: char, two: char) -> bool {
    let words: Vec<char> = WORDS.chars().collect();
    words.chunks(2).any(|word| word == [one, two])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_from_words() {
        let told = |text: &str| {
            name(text, |rest| rest.starts_with(['，', '的', '提', '、'])).map(|end| text[..end].to_owned())
        };
        assert_eq!(told("王小明提出"), Some("王小明".to_owned()));
        assert_eq!(told("李强，"), Some("李强".to_owned()));
        for text in ["赵某某，", "方便的", "高度的", "人员、", "任何人的", "张", "", "王小明等", "常见的"]
        {
            assert_eq!(told(text), None, "{text}");
        }
        assert_eq!(WORDS.chars().count() % 2, 0);
    }
}
