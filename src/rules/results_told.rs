use super::*;

rule! {
    /// 正文的办理结果与表格不一致
    ///
    /// 予以公开、部分公开、不予公开、无法提供、不予处理、其他处理的件数，应与表三各项一致。
    ///
    /// ## 依据
    /// 国办公开办函〔2021〕30号所附格式；审核惯例
    ///
    /// ## 怎么改
    /// 核对台账，改正写错的一处；口径不同的，在正文里说明。
    ///
    /// ```bad
    /// 2024年，办结政府信息公开申请4件，其中予以公开⟦3⟧件。
    /// 【表三：一、本年新收政府信息公开申请数量=3,1,0,0,0,0,4；（一）予以公开=3,1,0,0,0,0,4；（七）总计=3,1,0,0,0,0,4】
    /// ```
    /// ```good
    /// 2024年，办结政府信息公开申请4件，其中予以公开4件，不予公开0件。
    /// 【表三：一、本年新收政府信息公开申请数量=3,1,0,0,0,0,4；（一）予以公开=3,1,0,0,0,0,4；（七）总计=3,1,0,0,0,0,4】
    /// ```
    X105 "results-told" Warning
}

fn check(report: &Report, found: &mut Vec<Finding>) {
    let concerns = |subject| matches!(subject, Subject::Granted
            | Subject::Partial
            | Subject::Denied
            | Subject::Unable
            | Subject::NotProcessed
            | Subject::Other);
    told(report, &RULE, concerns, found);
}
