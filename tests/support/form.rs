//! The official tables of both editions, written down a second time: tests must not trust the crate's form data.

/// An edition of the official format: of 2019 for the report years 2019 and 2020, of 2021 for the later ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edition {
    /// 国办公开办函〔2019〕60号
    E2019,
    /// 国办公开办函〔2021〕30号
    E2021,
}

/// Which table; the official sections two to four hold one each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Which {
    /// 二、主动公开政府信息情况
    Two,
    /// 三、收到和处理政府信息公开申请情况
    Three,
    /// 四、政府信息公开行政复议、行政诉讼情况
    Four,
}

/// A number of the form: its table, its row and its column there, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell {
    /// The table.
    pub table: Which,
    /// The row among the rows with numbers.
    pub row: usize,
    /// The column among the numbers of the row.
    pub column: usize,
}

/// A part of table two: a caption row, a header row and the rows under it.
pub struct Part {
    /// 第二十条第（一）项
    pub caption: &'static str,
    /// The columns besides 信息内容.
    pub columns: &'static [&'static str],
    /// The rows.
    pub rows: &'static [&'static str],
}

const CASES: &[&str] = &["上一年项目数量", "本年增/减", "处理决定数量"];

const TWO_2019: &[Part] = &[
    Part {
        caption: "第二十条第（一）项",
        columns: &["本年新制作数量", "本年新公开数量", "对外公开总数量"],
        rows: &["规章", "规范性文件"],
    },
    Part {
        caption: "第二十条第（五）项", columns: CASES, rows: &["行政许可", "其他对外管理服务事项"]
    },
    Part { caption: "第二十条第（六）项", columns: CASES, rows: &["行政处罚", "行政强制"] },
    Part {
        caption: "第二十条第（八）项", columns: &["上一年项目数量", "本年增/减"], rows: &["行政事业性收费"]
    },
    Part {
        caption: "第二十条第（九）项", columns: &["采购项目数量", "采购总金额"], rows: &["政府集中采购"]
    },
];

const TWO_2021: &[Part] = &[
    Part {
        caption: "第二十条第（一）项",
        columns: &["本年制发件数", "本年废止件数", "现行有效件数"],
        rows: &["规章", "行政规范性文件"],
    },
    Part { caption: "第二十条第（五）项", columns: &["本年处理决定数量"], rows: &["行政许可"] },
    Part {
        caption: "第二十条第（六）项", columns: &["本年处理决定数量"], rows: &["行政处罚", "行政强制"]
    },
    Part {
        caption: "第二十条第（八）项", columns: &["本年收费金额（单位：万元）"], rows: &["行政事业性收费"]
    },
];

/// The cell above the row labels of table three.
pub const RELATION: &str = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";

/// The columns of table three.
pub const APPLICANTS: [&str; 7] = [
    "自然人",
    "法人或其他组织/商业企业",
    "法人或其他组织/科研机构",
    "法人或其他组织/社会公益组织",
    "法人或其他组织/法律服务机构",
    "法人或其他组织/其他",
    "总计",
];

const RESULTS: &[&str] = &[
    "（一）予以公开",
    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
    "（三）不予公开/1.属于国家秘密",
    "（三）不予公开/2.其他法律行政法规禁止公开",
    "（三）不予公开/3.危及“三安全一稳定”",
    "（三）不予公开/4.保护第三方合法权益",
    "（三）不予公开/5.属于三类内部事务信息",
    "（三）不予公开/6.属于四类过程性信息",
    "（三）不予公开/7.属于行政执法案卷",
    "（三）不予公开/8.属于行政查询事项",
    "（四）无法提供/1.本机关不掌握相关政府信息",
    "（四）无法提供/2.没有现成信息需要另行制作",
    "（四）无法提供/3.补正后申请内容仍不明确",
    "（五）不予处理/1.信访举报投诉类申请",
    "（五）不予处理/2.重复申请",
    "（五）不予处理/3.要求提供公开出版物",
    "（五）不予处理/4.无正当理由大量反复申请",
    "（五）不予处理/5.要求行政机关确认或重新出具已获取信息",
];

const OTHERS_2021: &[&str] = &[
    "（六）其他处理/1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
    "（六）其他处理/2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
    "（六）其他处理/3.其他",
];

/// How a case before the reviewing organ or the court ended: the columns of each third of table four.
pub const OUTCOMES: [&str; 5] = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];

/// The thirds of table four.
pub const DISPUTES: [&str; 3] = ["行政复议", "行政诉讼/未经复议直接起诉", "行政诉讼/复议后起诉"];

/// The vertical label of table three.
pub const HANDLED: &str = "三、本年度办理结果";

impl Edition {
    /// The edition for a report year.
    pub fn of(year: u64) -> Self {
        if year <= 2020 { Self::E2019 } else { Self::E2021 }
    }

    /// The parts of table two.
    pub fn two(self) -> &'static [Part] {
        match self {
            Self::E2019 => TWO_2019,
            Self::E2021 => TWO_2021,
        }
    }

    /// The labels of the results in table three without 总计: the rows whose numbers add up.
    pub fn results(self) -> Vec<&'static str> {
        let others = match self {
            Self::E2019 => &["（六）其他处理"][..],
            Self::E2021 => OTHERS_2021,
        };
        [RESULTS, others].concat()
    }

    /// The number of rows of table three.
    pub fn three(self) -> usize {
        self.results().len() + 4
    }

    /// The row 总计 of table three; the results stand from row 2 to the one before it.
    pub fn total_row(self) -> usize {
        self.three() - 2
    }

    /// The columns of each row, table by table.
    pub fn shape(self, table: Which) -> Vec<usize> {
        match table {
            Which::Two => self.two().iter().flat_map(|part| part.rows.iter().map(|_| part.columns.len())).collect(),
            Which::Three => vec![APPLICANTS.len(); self.three()],
            Which::Four => vec![OUTCOMES.len() * DISPUTES.len()],
        }
    }

    /// The row as the JSON of the command line names it.
    pub fn row(self, table: Which, row: usize) -> String {
        match table {
            Which::Two => self.two().iter().flat_map(|part| part.rows).nth(row).unwrap().to_string(),
            Which::Three if row == 0 => "一、本年新收政府信息公开申请数量".to_owned(),
            Which::Three if row == 1 => "二、上年结转政府信息公开申请数量".to_owned(),
            Which::Three if row == self.total_row() => format!("{HANDLED}/（七）总计"),
            Which::Three if row == self.three() - 1 => "四、结转下年度继续办理".to_owned(),
            Which::Three => format!("{HANDLED}/{}", self.results()[row - 2]),
            Which::Four => String::new(),
        }
    }

    /// The column of a cell as the JSON of the command line names it.
    pub fn column(self, cell: Cell) -> String {
        match cell.table {
            Which::Two => {
                let mut parts = self.two().iter().flat_map(|part| part.rows.iter().map(move |_| part));
                parts.nth(cell.row).unwrap().columns[cell.column].to_owned()
            }
            Which::Three => APPLICANTS[cell.column].to_owned(),
            Which::Four => format!("{}/{}", DISPUTES[cell.column / 5], OUTCOMES[cell.column % 5]),
        }
    }

    /// All numbers of a table, row by row.
    pub fn cells(self, table: Which) -> Vec<Cell> {
        let rows = self.shape(table).into_iter().enumerate();
        rows.flat_map(|(row, columns)| (0..columns).map(move |column| Cell { table, row, column })).collect()
    }

    /// The name that the JSON of the command line uses.
    pub fn name(self) -> &'static str {
        match self {
            Self::E2019 => "2019",
            Self::E2021 => "2021",
        }
    }
}

impl Which {
    /// All of them, in order.
    pub const ALL: [Self; 3] = [Self::Two, Self::Three, Self::Four];

    /// The numeral of its section.
    pub fn numeral(self) -> &'static str {
        ["二", "三", "四"][self as usize]
    }
}
