//! The parts of an Office Open XML file and how they point to each other.
use super::zip::Archive;
use super::{ReadError, xml};
use crate::document::Kind;
use xml::{Event, Xml};

/// A file of Word or Excel.
pub struct Package<'a> {
    archive: Archive<'a>,
    /// Where the content begins: `word/document.xml`.
    pub main: String,
    relations: Vec<Relation>,
    /// Whether something of what was read is damaged.
    pub is_damaged: bool,
}

/// How many other parts a part can name. A report has some 20.
const MAX_RELATIONS: usize = 10_000;

/// What one part says of another.
struct Relation {
    id: String,
    /// The last word of its type: `styles`.
    kind: String,
    /// The name of the other part.
    target: String,
}

impl<'a> Package<'a> {
    /// Opens a file whose main part has one of these names where nothing tells its name.
    ///
    /// # Errors
    /// Where no main part is found, or the file is a bomb or has a password.
    pub fn open(bytes: &'a [u8], kind: Kind, usual: &[&str]) -> Result<Self, ReadError> {
        let archive = Archive::new(bytes.trim_ascii_start(), kind);
        let is_damaged = archive.is_cut;
        let mut package = Self { archive, main: String::new(), relations: Vec::new(), is_damaged };
        let told = package.read_relations("")?.into_iter().find(|relation| relation.kind == "officeDocument");
        let has = |name: &str| package.archive.names().any(|part| part.eq_ignore_ascii_case(name));
        let main = told.map(|relation| relation.target).filter(|name| has(name));
        let main = main.or_else(|| usual.iter().find(|name| has(name)).map(|name| name.to_string()));
        package.main = main.ok_or(ReadError::Damaged(kind))?;
        package.relations = package.read_relations(&package.main.clone())?;
        Ok(package)
    }

    /// The text of a part; none where it is missing.
    ///
    /// # Errors
    /// As [`Archive::part`].
    pub fn text(&mut self, name: &str) -> Result<Option<String>, ReadError> {
        let Some(part) = self.archive.part(name)? else { return Ok(None) };
        let (text, lost) = xml::decode(&part.bytes);
        self.is_damaged |= !part.is_whole || lost > 0;
        Ok(Some(text))
    }

    /// The text of the part that the main part names as its `kind`, such as `styles`.
    ///
    /// # Errors
    /// As [`Archive::part`].
    pub fn related(&mut self, kind: &str) -> Result<Option<String>, ReadError> {
        let target = self.relations.iter().find(|relation| relation.kind == kind);
        match target.map(|relation| relation.target.clone()) {
            Some(name) => self.text(&name),
            None => {
                let folder = folder(&self.main).to_owned();
                self.text(&(folder + kind + ".xml"))
            }
        }
    }

    /// The kind and the name of the part that the main part knows by an identifier.
    pub fn target(&self, id: &str) -> Option<(&str, &str)> {
        let relation = self.relations.iter().find(|relation| relation.id == id)?;
        Some((&relation.kind, &relation.target))
    }

    /// What a part says of others; with an empty name, what the whole file says of its parts.
    fn read_relations(&mut self, part: &str) -> Result<Vec<Relation>, ReadError> {
        let folder = folder(part);
        let name = [folder, "_rels/", &part[folder.len()..], ".rels"].concat();
        let Some(text) = self.text(&name)? else { return Ok(Vec::new()) };
        let mut xml = Xml::new(&text);
        let mut relations = Vec::new();
        while let Some(event) = xml.next().filter(|_| relations.len() < MAX_RELATIONS) {
            let Event::Open(tag) = event else { continue };
            if let (Some(kind), Some(target)) = (tag.get("Type"), tag.get("Target")) {
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                let target = resolved(folder, &target);
                relations.push(Relation { id: tag.get("Id").unwrap_or_default(), kind, target });
            }
        }
        Ok(relations)
    }
}

/// The folder of a part, its last `/` included.
fn folder(part: &str) -> &str {
    &part[..part.rfind('/').map_or(0, |slash| slash + 1)]
}

/// The name of a part as another one in `folder` writes it: from the top with `/` before it, else from there.
fn resolved(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let whole = if target.starts_with('/') { target } else { [folder, &target].concat() };
    let mut names: Vec<&str> = Vec::new();
    for name in whole.split('/') {
        match name {
            "" | "." => {}
            ".." => drop(names.pop()),
            name => names.push(name),
        }
    }
    names.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::zip::tests::stored;

    #[test]
    fn parts_are_found_by_what_points_to_them() {
        let rels = |target: &str, kind: &str| {
            format!("<Relationships><Relationship Id='r1' Type='http://x/{kind}' Target='{target}'/></Relationships>")
        };
        let top = rels("/word/document2.xml", "officeDocument");
        let own = rels("..\\other/../word/styles7.xml", "styles");
        let file = stored(&[
            ("_rels/.rels", top.as_bytes()),
            ("word/document2.xml", b"<a/>"),
            ("word/_rels/document2.xml.rels", own.as_bytes()),
            ("word/styles7.xml", b"<b/>"),
            ("word/numbering.xml", b"<c/>"),
        ]);
        let mut package = Package::open(&file, Kind::Docx, &[]).ok().unwrap();
        assert_eq!(package.main, "word/document2.xml");
        assert_eq!(package.related("styles"), Ok(Some("<b/>".to_owned())));
        assert_eq!(package.related("numbering"), Ok(Some("<c/>".to_owned())), "by its usual name");
        assert_eq!(package.target("r1"), Some(("styles", "word/styles7.xml")));
        assert_eq!(
            Package::open(b"PK\x03\x04", Kind::Docx, &["word/document.xml"]).err(),
            Some(ReadError::Damaged(Kind::Docx))
        );
    }
}
