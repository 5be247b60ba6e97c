//! What the name of an organ tells: which kind it is, and on which level it stands.
use crate::text::any;

/// An organ that makes reports.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Organ {
    /// Its name without blanks; empty where the report does not tell it.
    pub name: String,
    /// What kind it is, where the name tells.
    pub kind: Option<OrganKind>,
    /// The level of the government that it is or belongs to, where the name tells.
    pub level: Option<Level>,
}

/// Kinds of organs, as far as their powers, duties and names for themselves differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrganKind {
    /// 人民政府 of a province, a city, a county.
    Government,
    /// The office of such a government, which often speaks for it.
    Office,
    /// 镇人民政府
    Town,
    /// 乡人民政府 and 苏木
    Township,
    /// 街道办事处
    Street,
    /// 局, 分局, 总队, 支队 and whatever else is part of a government and not 委 or 厅.
    Bureau,
    /// 委员会 of a government, as 发展和改革委员会.
    Commission,
    /// 厅
    Department,
    /// 管理委员会 of a development zone.
    Zone,
}

/// Levels of government, the highest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// 国务院 and its departments.
    State,
    /// 省, 自治区; a municipality under the State only where its name tells (北京市 and the like).
    Province,
    /// 自治州, 盟, 地区. A 市 may be of this level or the next: its name does not tell.
    Prefecture,
    /// 县, 旗, 区.
    County,
    /// 镇, 乡, 苏木, 街道.
    Township,
}

/// How names end, the longer ones before those they end with.
const ENDS: &[(&str, OrganKind)] = &[
    ("镇人民政府", OrganKind::Town),
    ("乡人民政府", OrganKind::Township),
    ("苏木人民政府", OrganKind::Township),
    ("街道办事处", OrganKind::Street),
    ("人民政府办公室", OrganKind::Office),
    ("人民政府办公厅", OrganKind::Office),
    ("政府办公室", OrganKind::Office),
    ("政府办公厅", OrganKind::Office),
    ("人民政府", OrganKind::Government),
    ("区管理委员会", OrganKind::Zone),
    ("园管理委员会", OrganKind::Zone),
    ("城管理委员会", OrganKind::Zone),
    ("管委会", OrganKind::Zone),
    ("开发区", OrganKind::Zone),
    ("高新区", OrganKind::Zone),
    ("委员会", OrganKind::Commission),
    ("街道", OrganKind::Street),
    ("苏木", OrganKind::Township),
    ("镇", OrganKind::Town),
    ("乡", OrganKind::Township),
    ("厅", OrganKind::Department),
    ("局", OrganKind::Bureau),
    ("总队", OrganKind::Bureau),
    ("支队", OrganKind::Bureau),
    ("大队", OrganKind::Bureau),
];

/// What organs of the State begin with, and their local branches as well.
const CENTRAL: [&str; 5] = ["国家", "国务院", "中国", "中华", "最高"];

/// Words in the names of departments that license, punish and coerce. Those of the first list keep that power wherever
/// there is an office for licences or one for enforcement.
const ENFORCERS: [&[&str]; 2] = [
    &["公安局", "市场监督管理", "综合行政执法", "城市管理", "税务局", "交通警察"],
    &[
        "交通运输",
        "生态环境",
        "卫生健康",
        "应急管理",
        "城乡建设",
        "城乡规划",
        "农业农村",
        "文化和旅游",
        "文化旅游",
        "文化广电",
        "自然资源",
        "水利",
        "水务",
        "烟草专卖",
        "消防救援",
    ],
];

/// Words in the names of departments that have no such power.
const HOUSEKEEPERS: [&str; 12] =
    ["信访", "机关事务", "政策研究", "研究室", "地方志", "党史", "接待", "招商", "投资促进", "外事", "老干部", "督查"];

const MUNICIPALITIES: [&str; 4] = ["北京市", "天津市", "上海市", "重庆市"];

impl Organ {
    /// The organ with this name.
    pub fn new(name: &str) -> Self {
        let name: String = name.split_whitespace().collect();
        let end = ENDS.iter().find(|(end, _)| name.ends_with(end));
        let kind = end.map(|(_, kind)| *kind);
        let level = kind.and_then(|kind| level(&name, kind, end.map_or("", |(end, _)| end)));
        Self { name, kind, level }
    }

    /// Whether it is a 人民政府, of whatever level: those owe what only governments owe (条例第五十条（四）).
    pub fn is_government(&self) -> bool {
        matches!(self.kind, Some(OrganKind::Government | OrganKind::Town | OrganKind::Township))
    }

    /// Whether it certainly may make no 规章. A 市 may be one divided into districts or not, and stays out; its
    /// departments make none in either case.
    pub fn makes_no_regulations(&self) -> bool {
        let local = self.level.is_some_and(|level| level > Level::State) || self.name.contains('市');
        let central = any::begins(&self.name, &CENTRAL);
        match self.level {
            Some(Level::County | Level::Township) => true,
            _ => self.is_department() && local && !central,
        }
    }

    /// What kind it speaks as: a centre of a county or a city as a bureau does. One of a town may say 我镇.
    pub fn speaks_as(&self) -> Option<OrganKind> {
        let centre = self.name.ends_with("中心") && !any::holds(&self.name, &["镇", "乡", "街道"]);
        self.kind.or(centre.then_some(OrganKind::Bureau))
    }

    /// Whether it is a department of a government.
    pub fn is_department(&self) -> bool {
        matches!(self.kind, Some(OrganKind::Bureau | OrganKind::Commission | OrganKind::Department))
    }

    /// Whether it is a department that licenses, punishes and coerces: `Some(true)` where it certainly does so itself,
    /// `Some(false)` where another organ may do it for it.
    pub fn enforces(&self) -> Option<bool> {
        let names = |words: &[&str]| any::holds(&self.name, words);
        let found = ENFORCERS.iter().position(|words| names(words)).filter(|_| self.is_department())?;
        Some(found == 0 && !self.name.ends_with("分局"))
    }

    /// Whether its name tells that it keeps house or gives advice, and has no power over anybody.
    pub fn is_housekeeping(&self) -> bool {
        self.kind != Some(OrganKind::Government) && any::holds(&self.name, &HOUSEKEEPERS)
    }

    /// Whether it certainly is a grass-roots organ: 镇, 乡, 街道.
    pub fn is_grassroots(&self) -> bool {
        self.level == Some(Level::Township)
    }
}

/// The level of an organ, from what stands in its name before `end`.
fn level(name: &str, kind: OrganKind, end: &str) -> Option<Level> {
    match kind {
        OrganKind::Town | OrganKind::Township | OrganKind::Street => return Some(Level::Township),
        OrganKind::Department => return Some(Level::Province),
        OrganKind::Zone => return None,
        _ => {}
    }
    let place = name.strip_suffix(end).unwrap_or(name);
    if kind == OrganKind::Government || kind == OrganKind::Office {
        return place_level(place);
    }
    // 某市公安局云桥分局 belongs to a city, whatever stands before 分局; 某县水务局: the last level word tells.
    let words = ["自治区", "自治州", "自治县", "自治旗", "省", "州", "盟", "县", "旗", "区", "市"];
    let last =
        words.iter().filter_map(|word| Some((place.rfind(word)? + word.len(), *word))).max_by_key(|found| found.0);
    let (last, _) = last?;
    place_level(&place[..last])
}

/// The level of a place with this name.
fn place_level(place: &str) -> Option<Level> {
    let ends = |words: &[&str]| any::ends(place, words);
    if place.is_empty() {
        None
    } else if ends(&["省", "自治区"]) || MUNICIPALITIES.contains(&place) {
        Some(Level::Province)
    } else if ends(&["自治州", "州", "盟", "地区"]) {
        Some(Level::Prefecture)
    } else if ends(&["县", "旗", "区"]) {
        Some(Level::County)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_powers() {
        let powers = |name| {
            let organ = Organ::new(name);
            (organ.makes_no_regulations(), organ.enforces(), organ.is_housekeeping())
        };
        assert_eq!(powers("云江市人民政府"), (false, None, false));
        assert_eq!(powers("云桥区人民政府"), (true, None, false));
        assert_eq!(powers("青石镇人民政府"), (true, None, false));
        assert_eq!(powers("云江市公安局"), (true, Some(true), false));
        assert_eq!(powers("江州市生态环境局云桥分局"), (true, Some(false), false));
        assert_eq!(powers("云岭省水利厅"), (true, Some(false), false));
        assert_eq!(powers("云岭县信访局"), (true, None, true));
        assert_eq!(powers("国家税务总局云江市税务局"), (false, Some(true), false));
        assert_eq!(powers("国家能源局"), (false, None, false));
    }

    #[test]
    fn names_tell_kind_and_level() {
        use {Level::*, OrganKind::*};
        for (name, kind, level) in [
            ("云岭县青石镇人民政府", Some(Town), Some(Level::Township)),
            ("青石镇", Some(Town), Some(Level::Township)),
            ("松坡乡人民政府", Some(OrganKind::Township), Some(Level::Township)),
            ("云桥区北门街道办事处", Some(Street), Some(Level::Township)),
            ("云岭县人民政府", Some(Government), Some(County)),
            ("云江市人民政府", Some(Government), None),
            ("上海市人民政府", Some(Government), Some(Province)),
            ("云桥区人民政府办公室", Some(Office), Some(County)),
            ("云岭县水务局", Some(Bureau), Some(County)),
            ("云江市市场监督管理局", Some(Bureau), None),
            ("江州市公安局云桥分局", Some(Bureau), None),
            ("云岭省水利厅", Some(Department), Some(Province)),
            ("云岭县发展和改革委员会", Some(Commission), Some(County)),
            ("南岭高新技术产业开发区管理委员会", Some(Zone), None),
            ("云边自治州人民政府", Some(Government), Some(Prefecture)),
            ("某某中学", None, None),
        ] {
            let organ = Organ::new(name);
            assert_eq!((organ.kind, organ.level), (kind, level), "{name}");
        }
    }
}
