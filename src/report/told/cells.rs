//! Which cells of the tables a number of the text is about, and what they are called.
use super::super::{
    BoundTable,
    facts::{Block, Outcome, Subject},
};

/// The cells of a table that a subject is about.
pub(super) fn cells(table: &BoundTable, subject: Subject) -> Option<Vec<(usize, usize)>> {
    match (table.section.number.as_str(), subject) {
        ("三", Subject::Case(..) | Subject::Fee | Subject::Total | Subject::NewOrTotal) => None,
        ("三", subject) => {
            let total = table.form.blocks.first()?.columns.len().checked_sub(1)?;
            Some(lines(table, subject).into_iter().map(|row| (row, total)).collect())
        }
        ("四", Subject::Case(block, outcome)) => {
            let at = |name: &str| {
                let columns = &table.form.blocks.first()?.columns;
                columns.iter().position(|column| {
                    column.path.last().is_some_and(|own| own == outcome_name(outcome))
                        && column.path.iter().any(|part| part == name)
                })
            };
            let columns: Option<Vec<usize>> = block_names(block).iter().map(|name| at(name)).collect();
            Some(columns?.into_iter().map(|column| (0, column)).collect())
        }
        _ => None,
    }
}

/// The rows of table three that a subject adds up.
fn lines(table: &BoundTable, subject: Subject) -> Vec<usize> {
    let name = match subject {
        Subject::New => "一、本年新收政府信息公开申请数量",
        Subject::CarriedIn => "二、上年结转政府信息公开申请数量",
        Subject::Answered => "（七）总计",
        Subject::CarriedOut => "四、结转下年度继续办理",
        Subject::Granted => "（一）予以公开",
        Subject::Partial => "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
        Subject::Denied => "（三）不予公开",
        Subject::Unable => "（四）无法提供",
        Subject::NotProcessed => "（五）不予处理",
        Subject::Other => "（六）其他处理",
        Subject::NewOrTotal | Subject::Total | Subject::Case(..) | Subject::Fee => return vec![],
    };
    let rows = table.form.rows.iter().enumerate();
    rows.filter(|(_, row)| row.path.iter().any(|part| part == name)).map(|(n, _)| n).collect()
}

fn block_names(block: Block) -> &'static [&'static str] {
    match block {
        Block::Review => &["行政复议"],
        Block::Litigation => &["未经复议直接起诉", "复议后起诉"],
        Block::Direct => &["未经复议直接起诉"],
        Block::AfterReview => &["复议后起诉"],
    }
}

fn outcome_name(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Total => "总计",
        Outcome::Upheld => "结果维持",
        Outcome::Corrected => "结果纠正",
        Outcome::Other => "其他结果",
        Outcome::Pending => "尚未审结",
    }
}

/// What a subject is called in messages.
pub(super) fn subject_name(subject: Subject) -> String {
    let name = match subject {
        Subject::New => "本年新收",
        Subject::NewOrTotal | Subject::Total => "本年新收与上年结转之和",
        Subject::CarriedIn => "上年结转",
        Subject::Answered => "本年度办理结果总计",
        Subject::CarriedOut => "结转下年度继续办理",
        Subject::Granted => "予以公开",
        Subject::Partial => "部分公开",
        Subject::Denied => "不予公开各项之和",
        Subject::Unable => "无法提供各项之和",
        Subject::NotProcessed => "不予处理各项之和",
        Subject::Other => "其他处理",
        Subject::Fee => "信息处理费",
        Subject::Case(block, outcome) => {
            let block = match block {
                Block::Review => "行政复议",
                Block::Litigation => "行政诉讼",
                Block::Direct => "未经复议直接起诉",
                Block::AfterReview => "复议后起诉",
            };
            return format!("{block}{}", outcome_name(outcome));
        }
    };
    name.to_owned()
}

/// The columns of table four that a number divides: those of its block, or of both blocks of 行政诉讼. None for a number
/// that divides nothing.
pub(super) fn divided(table: &BoundTable, subject: Subject) -> Vec<(usize, usize)> {
    let of = |block, outcomes: &[Outcome]| {
        outcomes.iter().flat_map(|outcome| cells(table, Subject::Case(block, *outcome)).unwrap_or_default()).collect()
    };
    match subject {
        Subject::Case(Block::Direct | Block::AfterReview, Outcome::Total) => of(Block::Litigation, &[Outcome::Total]),
        Subject::Case(_, Outcome::Total) => vec![],
        Subject::Case(block, _) => of(block, &[Outcome::Upheld, Outcome::Corrected, Outcome::Other, Outcome::Pending]),
        _ => vec![],
    }
}
