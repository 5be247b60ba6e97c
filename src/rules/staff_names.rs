use super::*;
use crate::text::person::name;

rule! {
    /// 写出了一般工作人员的姓名
    ///
    /// 年度报告不需要写出经办人、科员等一般工作人员的姓名。领导的姓名和职务、联系方式里的联系人可以写。
    ///
    /// ## 依据
    /// 审核惯例
    ///
    /// ## 怎么改
    /// 改为岗位的名称；确需公开的，可以不改。
    ///
    /// ```bad
    /// 【标题】
    /// 一、总体情况
    /// 由科员⟦王小明⟧、李强负责信息发布。
    /// ```
    /// ```good
    /// 【标题】
    /// 由党政办科员、信息员负责信息发布，工作人员高度重视，成员周密部署。
    /// ```
    P106 "staff-names" Hint watch &["科员", "办事员", "信息员", "联络员", "经办人", "经办人:", "工作人员", "工作人员:", "干事", "专干", "成员:", "科员:", "信息员:", "联络员:", "管理员", "审核员"]
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    for (_, place) in seen(report, &RULE) {
        let behind = report.behind(place, 6);
        let follows = |rest: &str| {
            let works = ["负责", "具体", "担任", "为", "同志", "兼", "任"];
            rest.starts_with(['、', ',', '。', ')', '(', ';']) || any::begins(rest, &works)
        };
        if let Some(length) = name(behind.text(), follows) {
            found.push(RULE.at(behind.span(0, length), "这像是一般工作人员的姓名，报告里不需要写出"));
        }
    }
}
