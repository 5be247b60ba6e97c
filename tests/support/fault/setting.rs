//! What stands beside a report: that of the year before, the demands of a place, and a way of writing.
use crate::support::{Draft, Layout, Style, Which, draft::Body, render::Width};
use gouji::profile::Profile;

/// A report that this one follows: of the same organ, a year before, with the carried out applications that this one has
/// carried in.
pub fn year_before(draft: &Draft) -> Draft {
    let (mut last, edition) = (draft.clone(), draft.edition());
    let (now, before) = (draft.model.year, draft.model.year - 1);
    for (_, body) in &mut last.blocks {
        if let Body::Title(text) = body {
            text.iter_mut().for_each(|piece| piece.text = piece.text.replace(&now.to_string(), &before.to_string()));
        }
    }
    let table = last.table_mut(Which::Three);
    table.cells[edition.three() - 1] = table.cells[1].clone();
    last
}

/// Demands that every clean draft meets.
pub fn profile() -> Profile {
    let source = "# 霓裳省\n\
        依据：霓裳省政府信息公开工作年度报告编制要求\n\
        ## 一、总体情况\n\
        - 须写明：主动公开\n\
        - 须写明：政府信息管理\n\
        - 须写明：平台建设 或 平台载体建设\n\
        - 须写明：监督保障\n\
        - 不超过：3000字\n\
        ## 五、存在的主要问题及改进情况\n\
        - 须写明：改进 或 下一步 或 重点做好\n\
        - 不超过：1000字\n\
        ## 六、其他需要报告的事项\n\
        - 不超过：500字\n\
        ## 公布期限\n\
        - 政府：3月31日\n\
        - 政府部门：2月20日\n\
        - 乡镇街道：1月31日\n\
        - 开发区：2月28日\n\
        - 其他：3月15日\n";
    Profile::parse(source).expect("the demands are written as they must be")
}

/// A style in which a fault of the rule can be seen: half-width marks stand out among full-width ones, labels are cut where
/// plain text is, and years are read from pages' frames as well.
pub fn suited(rule: &str, style: Style) -> Style {
    match rule {
        "mixed-marks" if style.width == Width::Half => Style { width: Width::HalfBrackets, ..style },
        "cut-label" if style.layout.is_html() => Style { layout: Layout::Tabs, ..style },
        "mixed-edition" if style.layout == Layout::Portal => Style { layout: Layout::Html, ..style },
        _ => style,
    }
}
