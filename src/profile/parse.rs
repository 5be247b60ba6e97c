//! Reads a profile from its Markdown file.
use super::{Deadline, Demand, Organs, Profile};
use crate::{form::Form, options::Choice};

/// A profile has at most this many bytes: each of its demands is looked for in the whole report.
const MAX_BYTES: usize = 64 * 1024;

/// What the lines below a heading are about.
enum Part {
    Head,
    Demand,
    Deadlines,
    Rules,
}

impl Profile {
    /// Reads a profile.
    ///
    /// # Errors
    /// Names the line that cannot be read, in Chinese.
    pub fn parse(source: &str) -> Result<Profile, String> {
        if source.len() > MAX_BYTES {
            return Err("地方要求的文件过大，应在 64 KB 以内".to_owned());
        }
        let mut profile = Profile::default();
        let mut part = Part::Head;
        for (n, line) in source.trim_start_matches('\u{feff}').lines().map(str::trim).enumerate() {
            profile.line(line, &mut part).map_err(|error| format!("第 {} 行：{error}", n + 1))?;
        }
        match (profile.name.is_empty(), profile.basis.is_empty()) {
            (true, _) => Err("缺少名称，第一行应写作“# 某省”".to_owned()),
            (_, true) => Err("缺少“依据：”一行".to_owned()),
            _ => Ok(profile),
        }
    }

    fn line(&mut self, line: &str, part: &mut Part) -> Result<(), String> {
        if let Some(name) = line.strip_prefix("# ") {
            self.name = name.trim().to_owned();
        } else if let Some(heading) = line.strip_prefix("## ") {
            *part = self.part(heading.trim())?;
        } else if let Some(basis) = line.strip_prefix("依据：") {
            self.basis = basis.trim().to_owned();
        } else if let Some(item) = line.strip_prefix("- ") {
            let (key, value) = item.split_once('：').ok_or("缺少“：”")?;
            self.item(part, key.trim(), value.trim())?;
        } else if !line.is_empty() && !line.starts_with('>') {
            return Err(format!("看不懂“{line}”；说明文字请以“> ”开头"));
        }
        Ok(())
    }

    fn part(&mut self, heading: &str) -> Result<Part, String> {
        let section = match heading {
            "公布期限" => return Ok(Part::Deadlines),
            "规则" => return Ok(Part::Rules),
            "全文" => None,
            _ => {
                let number = heading.split_once('、').map_or("", |(number, _)| number);
                let known = Form::latest().section(number);
                known.ok_or_else(|| {
                    format!("没有“{heading}”；应是六个部分之一（如“一、总体情况”）、全文、公布期限或规则")
                })?;
                Some(number.to_owned())
            }
        };
        self.demands.push(Demand { section, ..Demand::default() });
        Ok(Part::Demand)
    }

    fn item(&mut self, part: &Part, key: &str, value: &str) -> Result<(), String> {
        if value.is_empty() {
            return Err("“：”后面没有内容".to_owned());
        }
        match (part, self.demands.last_mut()) {
            (Part::Deadlines, _) => self.deadlines.push(deadline(key, value)?),
            (Part::Rules, _) => self.choices.extend(choices(key, value)?),
            (Part::Demand, Some(demand)) => demand.item(key, value)?,
            _ => return Err("应写在“## ”标题下面".to_owned()),
        }
        Ok(())
    }
}

impl Demand {
    fn item(&mut self, key: &str, value: &str) -> Result<(), String> {
        match key {
            "须写明" => self.phrases.push(value.split(" 或 ").map(|phrase| phrase.trim().to_owned()).collect()),
            "不超过" => {
                let words = value.strip_suffix('字').and_then(|number| number.trim().parse().ok());
                self.limit = Some(words.filter(|words| *words > 0).ok_or("字数应写作“1000字”")?);
            }
            "可增加行" if self.section.as_deref().is_some_and(has_table) => self.rows.push(value.to_owned()),
            "可增加行" => return Err("只有第二、三、四部分有表格".to_owned()),
            _ => return Err(format!("看不懂“{key}”；应是须写明、不超过或可增加行")),
        }
        Ok(())
    }
}

fn has_table(section: &str) -> bool {
    Form::latest().section(section).is_some_and(|section| section.table.is_some())
}

/// `政府部门：1月31日`
fn deadline(key: &str, value: &str) -> Result<Deadline, String> {
    let kinds = || Organs::ALL.map(Organs::label).join("、");
    let organs = Organs::ALL.into_iter().find(|organs| organs.label() == key);
    let organs = organs.ok_or_else(|| format!("没有“{key}”这一类机关；应是{}之一", kinds()))?;
    let date = || {
        let (month, day) = value.strip_suffix('日')?.split_once('月')?;
        Some((month.parse().ok()?, day.parse().ok()?))
    };
    let (month, day) = date().ok_or("日期应写作“1月31日”")?;
    // Of a deadline that comes every year: no 2月29日.
    let days = match month {
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    if !(1..=days).contains(&day) {
        return Err(format!("没有 {value} 这一天"));
    }
    Ok(Deadline { organs, month, day })
}

/// `不提示：V103、S401`, `级别：S401 = 存疑`; `不提示（甲.docx）：V103` for one file.
fn choices(key: &str, value: &str) -> Result<Vec<Choice>, String> {
    let (key, file) = match key.strip_suffix('）').and_then(|key| key.split_once('（')) {
        Some((key, file)) => (key, Some(file)),
        None => (key, None),
    };
    let items = value.split('、').map(str::trim);
    let read = |item| match key {
        "不提示" => Choice::silence(file, item),
        "级别" => Choice::weigh(file, item),
        _ => Err(format!("看不懂“{key}”；应是不提示或级别")),
    };
    items.map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "# 甲省\n依据：某文\n";

    #[test]
    fn what_a_profile_says_is_read() {
        let source = "\u{feff}# 甲省\r\n\r\n依据：某文\r\n> 说明\n## 一、总体情况\n- 须写明：乙 或 丙\n- 须写明：丁、戊\n- 不超过：80字\n\
            ## 三、收到\n- 可增加行：己\n## 公布期限\n- 乡镇街道：1月20日\n## 规则\n- 不提示：V103、S304\n- 级别（甲.docx）：S401 = 错误\n";
        let profile = Profile::parse(source).unwrap();
        assert_eq!((profile.name.as_str(), profile.basis.as_str()), ("甲省", "某文"));
        let demand = &profile.demands[0];
        assert_eq!(demand.phrases, [vec!["乙".to_owned(), "丙".to_owned()], vec!["丁、戊".to_owned()]]);
        assert_eq!((demand.limit, profile.demands[1].rows.as_slice()), (Some(80), &["己".to_owned()][..]));
        assert_eq!(profile.deadlines, [Deadline { organs: Organs::Grassroots, month: 1, day: 20 }]);
        assert_eq!(profile.choices.len(), 3);
    }

    #[test]
    fn what_cannot_be_read_is_told_with_its_line() {
        for (line, told) in [
            ("多余的话", "看不懂“多余的话”"),
            ("- 须写明：甲", "应写在"),
            ("## 七、其他", "没有“七、其他”"),
            ("## 一、总体情况\n- 须写明", "第 4 行：缺少“：”"),
            ("## 一、总体情况\n- 须写明：", "没有内容"),
            ("## 一、总体情况\n- 不超过：一千字", "字数应写作"),
            ("## 一、总体情况\n- 可增加行：甲", "只有第二、三、四部分"),
            ("## 公布期限\n- 学校：1月31日", "没有“学校”"),
            ("## 公布期限\n- 政府：13月1日", "没有 13月1日 这一天"),
            ("## 公布期限\n- 政府：2月30日", "没有 2月30日 这一天"),
            ("## 公布期限\n- 政府：一月底", "日期应写作"),
            ("## 规则\n- 不提示：T101、Z999", "没有规则 Z999"),
            ("## 规则\n- 级别：T101 = 严重", "没有级别 严重"),
            ("## 规则\n- 其他：T101", "看不懂“其他”"),
        ] {
            let error = Profile::parse(&format!("{HEAD}{line}")).unwrap_err();
            assert!(error.contains(told) && error.starts_with("第 "), "{line}: {error}");
        }
        assert!(Profile::parse("").unwrap_err().contains("缺少名称"));
        assert!(Profile::parse("# 甲省\n").unwrap_err().contains("依据"));
        assert!(Profile::parse(&"> \n".repeat(40_000)).unwrap_err().contains("过大"));
    }
}
