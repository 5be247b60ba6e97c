//! TEMPORARY shim.
/// x
#[derive(Clone, Debug, PartialEq)]
pub struct CellValue {
    /// n
    pub n: Option<i64>,
    /// blank
    pub blank: bool,
}
impl CellValue {
    /// v
    pub fn is_value(&self) -> bool {
        self.n.is_some() && !self.blank
    }
    /// b
    pub fn is_blank(&self) -> bool {
        self.blank
    }
    /// i
    pub fn as_i64(&self) -> Option<i64> {
        self.n
    }
}
/// p
pub fn parse_cell(t: &str) -> CellValue {
    let t = t.trim();
    if t.is_empty() {
        return CellValue { n: Some(0), blank: true };
    }
    CellValue { n: t.parse().ok().or((t == "/").then_some(0)), blank: false }
}
