use super::*;
use crate::report::{Aspect, aspects};

rule! {
    /// 五个方面的次序不对或重复
    ///
    /// 第一部分的五个方面依次是主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障。小标题的次序颠倒，或者同一方面有两个小标题，多半是编辑时放错了。
    ///
    /// ## 依据
    /// 国办公开办函〔2021〕30号所附格式
    ///
    /// ## 怎么改
    /// 按格式的次序排列，同一方面合并。
    ///
    /// ```bad
    /// 一、总体情况
    /// （一）依申请公开情况。本年度未收到申请。
    /// ⟦（二）主动公开情况⟧。公开信息86条。
    /// （三）政府信息管理情况。严格审核。
    /// ```
    /// ```bad
    /// 一、总体情况
    /// （一）主动公开
    /// 公开信息86条。
    /// ⟦（二）主动公开⟧
    /// 公开信息86条。
    /// ```
    S402 "aspect-order" Hint
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    let aspects = aspects(report);
    let odd = aspects.windows(2).zip(1..).find_map(|(pair, n)| {
        let before = aspects[..n].iter().map(|aspect| aspect.index).max()?;
        let again = aspects[..n].iter().any(|aspect| aspect.index == pair[1].index);
        (again || pair[1].index < before).then_some((pair[1], again))
    });
    let Some((aspect, again)) = odd else { return };
    let name = Aspect::NAMES[aspect.index];
    found.push(RULE.at(aspect.heading, if again {
        format!("“{name}”的小标题出现了两次，请合并或改正")
    } else {
        format!("“{name}”应排在前面：五个方面依次是{}", Aspect::NAMES.join("、"))
    }));
}
