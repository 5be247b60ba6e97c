//! Organs that make such reports, of every level and kind, with made-up names.
use super::Rng;

/// What kind of organ, as far as names, self-names and powers differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// 省人民政府
    Province,
    /// 设区的市人民政府
    City,
    /// 县、区人民政府
    County,
    /// 人民政府办公室
    Office,
    /// 局
    Bureau,
    /// 委
    Committee,
    /// 厅
    Department,
    /// 镇
    Town,
    /// 乡
    Township,
    /// 街道
    Street,
    /// 管委会
    Zone,
}

/// An organ.
#[derive(Clone, Debug)]
pub struct Organ {
    /// The full name, as in the title.
    pub name: String,
    /// The kind.
    pub kind: Kind,
    /// How it calls itself: 我镇.
    pub selfs: &'static [&'static str],
    /// All that it is in charge of: 全镇; of a bureau, the county it serves.
    pub all: String,
    /// The level word of the government it belongs to or is under, as in 县委: 县.
    pub level: &'static str,
    /// Whether it licenses and punishes in any number, so that zeros there would astonish.
    pub enforces: bool,
    /// Who answers questions about the report.
    pub office: String,
    /// How large its numbers are: 0 a township, 3 a large city.
    pub size: usize,
}

const STEMS: [&str; 28] = [
    "青砚",
    "云鹭",
    "临棠",
    "白榆",
    "栖川",
    "澜溪",
    "松墨",
    "鹿屿",
    "沐禾",
    "晴岚",
    "石笏",
    "望舒",
    "丹枫",
    "槐荫",
    "柳桐",
    "雁栖",
    "琴溪",
    "桐庭",
    "竹埠",
    "麦积坪",
    "杏坞",
    "芦汀",
    "河湾",
    "泉坪",
    "陶溪",
    "砚池",
    "藕塘",
    "梧岭",
];

/// Name of a bureau, whether it enforces.
const BUREAUS: [(&str, bool); 20] = [
    ("教育局", false),
    ("民政局", false),
    ("财政局", false),
    ("司法局", false),
    ("审计局", false),
    ("统计局", false),
    ("信访局", false),
    ("医疗保障局", false),
    ("机关事务管理局", false),
    ("退役军人事务局", false),
    ("人力资源和社会保障局", false),
    ("公安局", true),
    ("水利局", true),
    ("应急管理局", true),
    ("交通运输局", true),
    ("农业农村局", true),
    ("文化和旅游局", true),
    ("市场监督管理局", true),
    ("自然资源和规划局", true),
    ("住房和城乡建设局", true),
];

impl Organ {
    /// An organ of chance.
    pub fn random(rng: &mut Rng) -> Self {
        use Kind::*;
        let kinds = [Province, City, County, Office, Bureau, Committee, Department, Town, Township, Street, Zone];
        let kind = kinds[rng.weighted(&[2, 6, 14, 5, 24, 6, 4, 20, 8, 10, 5])];
        let stems = rng.some(&STEMS, 2);
        let (stem, inner) = (stems[0], stems[1]);
        let county = rng.pick(&["县", "县", "县", "区", "区", "市", "市", "旗"]);
        let place = format!("{stem}{county}");
        match kind {
            Province => match rng.below(5) {
                0 => Self::government(kind, stem, "自治区", "区", &["我区"], 3),
                _ => Self::government(kind, stem, "省", "省", &["我省"], 3),
            },
            City => match rng.below(5) {
                0 => Self::government(kind, stem, "自治州", "州", &["我州"], 3),
                _ => Self::government(kind, stem, "市", "市", &["我市"], 3),
            },
            County => {
                let own: &[&str] = match county {
                    "县" => &["我县"],
                    "区" => &["我区"],
                    "旗" => &["我旗"],
                    _ => &["我市"],
                };
                let word = if county == "县" && rng.chance(15) { "自治县" } else { county };
                Self::government(kind, stem, word, county, own, 2)
            }
            Office => {
                let name = match rng.below(4) {
                    0 => format!("{stem}市人民政府办公{}", rng.pick(&["厅", "室"])),
                    1 => format!("{place}政府办公室"),
                    _ => format!("{place}人民政府办公室"),
                };
                let level = if name.starts_with(&place) { county } else { "市" };
                let mut office = Self::department(kind, name, level, &["我办", "本机关", "我办"], false);
                office.office = office.name.clone();
                office
            }
            Bureau => Self::bureau(stem, inner, county, rng),
            Committee => {
                let (name, enforces) = rng.pick(&[("发展和改革委员会", false), ("卫生健康委员会", true)]);
                let level = rng.pick(&[county, county, "市"]);
                Self::department(kind, format!("{stem}{level}{name}"), level, &["我委", "本机关", "我委"], enforces)
            }
            Department => {
                let (name, enforces) =
                    rng.pick(&[("水利厅", true), ("民政厅", false), ("教育厅", false), ("财政厅", false)]);
                Self::department(kind, format!("{stem}省{name}"), "省", &["我厅", "本机关"], enforces)
            }
            Town => Self::grassroots(kind, &place, inner, "镇", &["我镇", "我镇", "本镇", "镇政府"], county, rng),
            Township => match rng.below(6) {
                0 => Self::grassroots(kind, &format!("{stem}旗"), inner, "苏木", &["我苏木", "苏木政府"], "旗", rng),
                1 => Self::grassroots(kind, &place, inner, "民族乡", &["我乡", "乡政府"], county, rng),
                _ => Self::grassroots(kind, &place, inner, "乡", &["我乡", "我乡", "乡政府"], county, rng),
            },
            Street => {
                let selfs = &["我街道", "本街道", "街道办事处", "我街道", "街道"];
                Self::grassroots(kind, &format!("{stem}区"), inner, "街道", selfs, "区", rng)
            }
            Zone => {
                let name = rng.pick(&[
                    "经济技术开发区管理委员会",
                    "高新技术产业开发区管理委员会",
                    "旅游度假区管理委员会",
                    "高新区管委会",
                    "经济开发区管委会",
                ]);
                let name = format!("{stem}{name}");
                let office = format!("{name}办公室");
                Self {
                    name,
                    kind,
                    selfs: &["管委会", "我区", "我委"],
                    all: "全区".to_owned(),
                    level: "市",
                    enforces: false,
                    office,
                    size: 1,
                }
            }
        }
    }

    /// A bureau of a county or a city, or what is like one: its branch in a district, a centre.
    fn bureau(stem: &str, inner: &str, county: &'static str, rng: &mut Rng) -> Self {
        let (bureau, enforces) = rng.pick(&BUREAUS);
        let level = rng.pick(&[county, county, county, "市", "市", "州"]);
        let selfs: &[&str] = &["我局", "本局", "我局", "本单位"];
        match rng.below(12) {
            0 => {
                let parent = rng.pick(&["公安局", "生态环境局", "自然资源和规划局"]);
                Self::department(
                    Kind::Bureau,
                    format!("{stem}市{parent}{inner}分局"),
                    "区",
                    &["我局", "分局", "本单位"],
                    true,
                )
            }
            1 => {
                let centre = rng.pick(&["机关事务服务中心", "公共资源交易中心", "地震应急服务中心"]);
                Self::department(
                    Kind::Bureau,
                    format!("{stem}{level}{centre}"),
                    level,
                    &["本中心", "我中心", "本单位"],
                    false,
                )
            }
            _ => Self::department(Kind::Bureau, format!("{stem}{level}{bureau}"), level, selfs, enforces),
        }
    }

    /// `word` ends the name of the place, `level` is what it is called for short.
    fn government(
        kind: Kind,
        stem: &str,
        word: &str,
        level: &'static str,
        selfs: &'static [&'static str],
        size: usize,
    ) -> Self {
        let name = format!("{stem}{word}人民政府");
        let office = format!("{name}办公{}", if size == 3 { "厅" } else { "室" });
        let own = if word == "自治区" { "自治区" } else { level };
        Self { name, kind, selfs, all: format!("全{level}"), level: own, enforces: true, office, size }
    }

    fn department(
        kind: Kind,
        name: String,
        level: &'static str,
        selfs: &'static [&'static str],
        enforces: bool,
    ) -> Self {
        let office = format!("{name}办公室");
        let size = if level == "省" { 2 } else { 1 };
        Self { name, kind, selfs, all: format!("全{level}"), level, enforces, office, size }
    }

    fn grassroots(
        kind: Kind,
        place: &str,
        stem: &str,
        word: &str,
        selfs: &'static [&'static str],
        level: &'static str,
        rng: &mut Rng,
    ) -> Self {
        let place = if rng.chance(60) { place } else { "" };
        let tail = if kind == Kind::Street { "办事处" } else { "人民政府" };
        let government = if kind == Kind::Street && !place.is_empty() && rng.chance(15) { "人民政府" } else { "" };
        let short = format!("{place}{government}{stem}{word}");
        let name = if rng.chance(85) { format!("{short}{tail}") } else { short.clone() };
        let all = if kind == Kind::Street { "全街道".to_owned() } else { format!("全{word}") };
        Self { name, kind, selfs, all, level, enforces: false, office: format!("{short}党政办公室"), size: 0 }
    }

    /// Those above it, who lead it: 县委、县政府.
    pub fn leaders(&self) -> String {
        let party = if self.level == "自治区" { "党委" } else { "委" };
        format!("{}{party}、{}政府", self.level, self.level)
    }

    /// Whether it may make 规章.
    pub fn makes_rules(&self) -> bool {
        matches!(self.kind, Kind::Province | Kind::City)
    }

    /// Whether it is a government, which owes the results of assessment and accountability.
    pub fn is_government(&self) -> bool {
        matches!(self.kind, Kind::Province | Kind::City | Kind::County | Kind::Town | Kind::Township)
    }
}
