use super::*;

rule! {
    /// 表三有自设的办理结果
    ///
    /// 表三的办理结果是规定的。以前的报告常用“信息不存在”“不属于本机关”“告知其他途径”等，现在应归入格式已有的行。
    ///
    /// ## 依据
    /// 国办公开办函〔2021〕30号所附格式
    ///
    /// ## 怎么改
    /// 按实际情形把数加到规定的行里，再删去这一行。
    ///
    /// ```bad
    /// | 三、本年度办理结果 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
    /// | （一）予以公开 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |
    /// | ⟦申请信息不存在⟧ | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
    /// | 5.要求行政机关确认或重新出具已获取信息 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
    /// | （七）总计 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |
    /// ```
    L104 "own-result-kind" Warning
}

/// Words of such labels, and where what they count usually belongs.
const KINDS: [(&str, &str); 15] = [
    ("不同意公开", "（三）不予公开"),
    ("同意部分公开", "（二）部分公开"),
    ("同意公开", "（一）予以公开"),
    ("主动公开范围", "（一）予以公开"),
    ("已主动公开", "（一）予以公开"),
    ("途径", "（一）予以公开，或者8.属于行政查询事项"),
    ("不存在", "1.本机关不掌握相关政府信息"),
    ("不属于本", "1.本机关不掌握相关政府信息"),
    ("非本", "1.本机关不掌握相关政府信息"),
    ("不属于政府信息", "（六）其他处理"),
    ("非政府信息", "（六）其他处理"),
    ("撤", "（六）其他处理"),
    ("咨询", "（六）其他处理"),
    ("补充", "3.补正后申请内容仍不明确"),
    ("不明确", "3.补正后申请内容仍不明确"),
];

/// The row of the form that a label of an author's own stands for.
pub fn official(label: &str) -> Option<&'static str> {
    KINDS.iter().find(|(word, _)| label.contains(word)).map(|(_, row)| *row)
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    for row in report.table("三").into_iter().flat_map(|table| &table.foreign) {
        let label: String = report.str(row.label).split_whitespace().collect();
        if let Some(row_of_form) = official(&label) {
            let message = format!("“{label}”不是规定的办理结果，一般归入“{row_of_form}”，请按实际情形归并");
            found.push(RULE.at(row.label, message));
        }
    }
}
