use super::*;

rule! {
    /// 邮编、电话的位数不对
    ///
    /// 邮政编码是 6 位；区号之后的电话号码是 7 位或 8 位，手机号码是 11 位。位数不对的，公众寄不到、打不通。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 照本机关现在的邮编、电话改正，最好拨打一次。
    ///
    /// ```bad
    /// 【标题】
    /// 如有疑问，请与青石镇党政综合办公室联系（邮编：⟦30099⟧，联系电话：0500-2180018）。
    /// ```
    /// ```bad
    /// 【标题】
    /// 如有疑问，请与青石镇党政综合办公室联系（邮编：300999，联系电话：⟦0500-218001⟧）。
    /// ```
    /// ```good
    /// 【标题】
    /// 如有疑问，请与青石镇党政综合办公室联系（邮编：300999，电话（传真）：（0500）2180018转801，手机：13800138000，监督电话：12345，咨询电话：400-800-1234）。接听电话218001次。
    /// ```
    I107 "contact-digits" Hint watch &["邮编", "邮政编码", "电话", "传真"]
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    for (word, place) in seen(report, &RULE) {
        let behind = report.behind(place, 40);
        let text = behind.text();
        let label = |c: char| !c.is_ascii_digit() && !",。;、".contains(c);
        let start = text.len() - text.trim_start_matches(label).len();
        // The label ends with a colon; what stands without one may be part of a sentence.
        if !text[..start].contains(':') || text[..start].chars().count() > 8 {
            continue;
        }
        let number = text[start..].split(|c: char| !c.is_ascii_digit() && !"-—–)".contains(c)).next().unwrap_or("");
        let number = number.trim_end_matches(|c: char| !c.is_ascii_digit());
        let ends = text[start + number.len()..].chars().next().is_none_or(|c| ",。;、)/".contains(c));
        if ends && if word < 2 { is_wrong_code(number) } else { is_wrong_phone(number) } {
            let message = if word < 2 { "邮政编码应是 6 位，请核对" } else { "电话号码的位数不对，请核对" };
            found.push(RULE.at(behind.span(start, start + number.len()), message));
        }
    }
}

fn is_wrong_code(number: &str) -> bool {
    (4..=8).contains(&number.len()) && number.len() != 6 && number.bytes().all(|c| c.is_ascii_digit())
}

/// Whether no telephone has so many digits. What has an extension, and the short and the free numbers, may have any.
fn is_wrong_phone(number: &str) -> bool {
    let mut parts = number.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    let (Some(first), second, None) = (parts.next(), parts.next(), parts.next()) else { return false };
    match second {
        Some(local) => first.starts_with('0') && (3..=4).contains(&first.len()) && !(7..=8).contains(&local.len()),
        None if first.starts_with('0') => !(10..=12).contains(&first.len()),
        None if first.starts_with('1') => (9..=13).contains(&first.len()) && first.len() != 11,
        None => first.len() == 6 || first.len() == 9,
    }
}
