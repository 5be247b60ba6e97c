//! Reads an edition from its Markdown file.
use super::{Axis, Column, Form, Relation, Row, Section, TableBlock, TableForm, relation::position};
use crate::text::label::Label;

impl Form {
    /// Reads an edition of the form.
    ///
    /// # Errors
    /// Names the line that cannot be read.
    pub fn parse(source: &str) -> Result<Form, String> {
        let mut form = Form::default();
        let mut inside_table = false;
        for (n, line) in source.lines().map(str::trim_end).enumerate() {
            form.line(line, inside_table).map_err(|error| format!("第 {} 行：{error}", n + 1))?;
            inside_table = line.starts_with('|');
        }
        form.sections.iter_mut().filter_map(|section| section.table.as_mut()).for_each(TableForm::prepare);
        match form.sections.len() {
            0 => Err("没有章节".to_owned()),
            _ => Ok(form),
        }
    }

    fn line(&mut self, line: &str, inside_table: bool) -> Result<(), String> {
        if let Some(title) = line.strip_prefix("# ") {
            self.title = title.to_owned();
            self.name = title.chars().filter(char::is_ascii_digit).collect();
        } else if let Some(basis) = line.strip_prefix("依据：") {
            self.basis = basis.to_owned();
        } else if let Some(years) = line.strip_prefix("适用年度：") {
            let (from, to) = years.split_once('-').ok_or("年度应写作“2019-2020”")?;
            self.from = from.parse().map_err(|_| "年度应为数字")?;
            self.to = if to.is_empty() { None } else { Some(to.parse().map_err(|_| "年度应为数字")?) };
        } else if let Some(heading) = line.strip_prefix("## ") {
            let (number, heading) = heading.split_once('、').ok_or("章节应写作“一、总体情况”")?;
            let (number, heading) = (number.to_owned(), heading.to_owned());
            self.sections.push(Section { number, heading, ..Section::default() });
        } else if !line.is_empty() {
            self.sections.last_mut().ok_or("章节之前有多余的内容")?.line(line, inside_table)?;
        }
        Ok(())
    }
}

impl Section {
    fn line(&mut self, line: &str, inside_table: bool) -> Result<(), String> {
        if let Some(variants) = line.strip_prefix("也作：") {
            self.variants = variants.split('；').map(str::to_owned).collect();
        } else if let Some(cells) = line.strip_prefix('|').and_then(|line| line.strip_suffix('|')) {
            let cells: Vec<_> = cells.split('|').map(str::trim).collect();
            self.table.get_or_insert_default().line(&cells, inside_table)?;
        } else if let Some(law) = line.strip_prefix("- ") {
            self.table.as_mut().ok_or("关系之前没有表格")?.law(law)?;
        } else {
            return Err(format!("看不懂“{line}”"));
        }
        Ok(())
    }
}

impl TableForm {
    /// A line of a pipe table: perhaps a caption, then the header, then `---`, then a row a line.
    fn line(&mut self, cells: &[&str], inside: bool) -> Result<(), String> {
        if !inside {
            self.blocks.push(TableBlock::default());
        }
        let number = self.blocks.len().checked_sub(1).ok_or("表格没有表头")?;
        let block = &mut self.blocks[number];
        match cells {
            [rule] if rule.starts_with("---") => {}
            [label] if !block.columns.is_empty() => {
                self.rows.push(Row { path: path(label), block: number, ..Row::default() })
            }
            [caption] => block.caption = (*caption).to_owned(),
            ["", caption] => {
                block.caption = (*caption).to_owned();
                block.caption_beside_corner = true;
            }
            [corner, columns @ ..] => {
                block.corner = (*corner).to_owned();
                block.columns = columns.iter().map(|name| Column { path: path(name), ..Column::default() }).collect();
            }
            [] => return Err("空行".to_owned()),
        }
        Ok(())
    }

    /// What holds between the numbers, or what a column may hold.
    fn law(&mut self, law: &str) -> Result<(), String> {
        let (kind, law) = law.split_once('：').ok_or_else(|| format!("缺少“：”：{law}"))?;
        match kind {
            "每行" => self.relations.push(Relation::parse(Axis::Row, law, self)?),
            "每列" => self.relations.push(Relation::parse(Axis::Column, law, self)?),
            "上年" => {
                let (now, before) = law.split_once(" = ").ok_or("缺少“=”")?;
                self.carried = Some((position(Axis::Column, now, self)?, position(Axis::Column, before, self)?));
            }
            "小数" => self.permit(law, |column| column.decimal = true)?,
            "可为负" => self.permit(law, |column| column.signed = true)?,
            "带单位" => self.permit(law, |column| column.unit = true)?,
            _ => return Err(format!("看不懂“{kind}”")),
        }
        Ok(())
    }

    /// Reduces the labels once to what is compared with those of every report.
    fn prepare(&mut self) {
        let reduced = |path: &[String]| path.iter().map(|part| Label::new(part)).collect();
        self.rows.iter_mut().for_each(|row| row.labels = reduced(&row.path));
        let columns = self.blocks.iter_mut().flat_map(|block| &mut block.columns);
        columns.for_each(|column| column.labels = reduced(&column.path));
        let captions = self.blocks.iter().flat_map(|block| [&block.caption, &block.corner]);
        let captions = captions.filter(|text| !text.is_empty()).map(|text| Label::new(text));
        let shared: Vec<Label> = self.rows.iter().flat_map(|row| row.labels.clone()).chain(captions).collect();
        for block in &mut self.blocks {
            let own = block.columns.iter().flat_map(|column| &column.labels);
            block.known = own.chain(&shared).cloned().collect();
        }
    }

    fn permit(&mut self, label: &str, permit: impl Fn(&mut Column)) -> Result<(), String> {
        let columns = self.blocks.iter_mut().flat_map(|block| &mut block.columns);
        let mut named = columns.filter(|column| column.path.last().is_some_and(|own| own == label)).peekable();
        named.peek().ok_or_else(|| format!("没有“{label}”"))?;
        named.for_each(permit);
        Ok(())
    }
}

fn path(cell: &str) -> Vec<String> {
    cell.split(" / ").filter(|part| !part.is_empty()).map(str::to_owned).collect()
}
