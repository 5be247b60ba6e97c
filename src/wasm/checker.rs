//! What the page calls to check a document.
use super::property;
use crate::{
    check_with,
    document::{Document, Wire},
    options::{Choice, Options},
    profile::Profile,
    read::{module as module_of, read as read_bytes, read_str, settle},
    render::{json, utf16::Utf16, view},
    report::Report,
    rules::ALL,
    text::Span,
};
use js_sys::{Array, Object, Uint8Array, Uint32Array};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("checker.d.ts");

/// Checks files, each on its own. Offsets are bytes, as in the JSON of the command line.
///
/// # Errors
/// Throws when the argument is not a list of files, or when the options name what there is not; a file that cannot be
/// read is told in the result.
#[wasm_bindgen(unchecked_return_type = "CheckOutput")]
pub fn check(
    #[wasm_bindgen(unchecked_param_type = "SourceFile[]")] files: Array,
    #[wasm_bindgen(unchecked_param_type = "CheckOptions | undefined")] options: JsValue,
) -> Result<JsValue, JsValue> {
    let mut checked = vec![];
    let options = options_of(&options)?;
    for file in files.iter() {
        let (name, doc) = open(&file)?;
        let mut options = options.clone();
        options.choices.extend(silenced(&property(&file, "silence")?)?);
        checked.push(match doc {
            Ok(doc) => {
                let checked = check_with(Report::new(&doc), &name, &options);
                json::CheckedFile::Checked(Box::new(json::file(&name, &doc, &checked)))
            }
            Err(error) => json::CheckedFile::Failed(json::FailedFile { file: name, error }),
        });
    }
    to_js(&json::CheckOutput { version: json::VERSION, files: checked, groups: vec![] })
}

/// Reads files and gives the reports as they were understood.
///
/// # Errors
/// Throws when the argument is not a list of files; a file that cannot be read is told in the result.
#[wasm_bindgen(unchecked_return_type = "ReadOutput")]
pub fn read(#[wasm_bindgen(unchecked_param_type = "SourceFile[]")] files: Array) -> Result<JsValue, JsValue> {
    let mut reports = vec![];
    for file in files.iter() {
        let (name, doc) = open(&file)?;
        reports.push(match doc {
            Ok(doc) => json::ReadFile::Read(Box::new(json::report(&name, &Report::new(&doc)))),
            Err(error) => json::ReadFile::Failed(json::FailedFile { file: name, error }),
        });
    }
    to_js(&json::ReadOutput { version: json::VERSION, files: reports })
}

/// The catalogue.
///
/// # Errors
/// Never, but for want of memory.
#[wasm_bindgen(unchecked_return_type = "RulesOutput")]
pub fn rules() -> Result<JsValue, JsValue> {
    to_js(&json::rules(ALL))
}

/// The profiles that gouji brings, or the one whose name or Markdown is given.
///
/// # Errors
/// Throws a message in Chinese when there is no such profile or it cannot be read.
#[wasm_bindgen(unchecked_return_type = "ProfileInfo[]")]
pub fn profiles(profile: Option<String>) -> Result<JsValue, JsValue> {
    #[derive(Serialize)]
    struct Info<'a> {
        name: &'a str,
        basis: &'a str,
    }
    let info = |profile: &Profile| to_js(&Info { name: &profile.name, basis: &profile.basis });
    let given = profile.map(|profile| profile_of(&profile)).transpose()?;
    let chosen = given.as_ref().map_or(Profile::built_in(), std::slice::from_ref);
    Ok(chosen.iter().map(info).collect::<Result<Array, _>>()?.into())
}

/// The module that reads a file, where it is not this one: `office`, `legacy` or `pdf`.
#[wasm_bindgen(unchecked_return_type = "ReaderName | undefined")]
pub fn module(bytes: &[u8]) -> Option<String> {
    module_of(bytes).map(str::to_owned)
}

/// A document that is kept open and changed. All its offsets count UTF-16 units.
#[wasm_bindgen]
pub struct Draft {
    name: String,
    doc: Document,
    options: Options,
}

#[wasm_bindgen]
impl Draft {
    /// Opens a file, or text: plain, or the source of a web page, or what a reader module made of a file.
    ///
    /// # Errors
    /// Throws a message in Chinese when it cannot be read.
    #[wasm_bindgen(constructor)]
    pub fn new(
        name: String,
        #[wasm_bindgen(unchecked_param_type = "Uint8Array | string | WiredDocument")] source: JsValue,
    ) -> Result<Draft, JsValue> {
        let doc = document(&source)?.map_err(|error| JsValue::from_str(&error))?;
        Ok(Self { name, doc, options: Options::default() })
    }

    /// Checks from now on as the options say; without options as usual.
    ///
    /// # Errors
    /// Throws a message in Chinese when they name what there is not; then nothing is changed.
    pub fn configure(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "CheckOptions | undefined")] options: JsValue,
    ) -> Result<(), JsValue> {
        self.options = options_of(&options)?;
        Ok(())
    }

    /// What the page shows.
    ///
    /// # Errors
    /// Never, but for want of memory.
    #[wasm_bindgen(unchecked_return_type = "View")]
    pub fn view(&self) -> Result<JsValue, JsValue> {
        to_js(&view::view(&Report::new(&self.doc)))
    }

    /// The findings, in the shape of a file of the check output, with UTF-16 offsets.
    ///
    /// # Errors
    /// Never, but for want of memory.
    #[wasm_bindgen(unchecked_return_type = "FileFindings")]
    pub fn check(&self) -> Result<JsValue, JsValue> {
        self.findings(Report::new(&self.doc))
    }

    /// As [`Self::check`], and compared with the report of the year before, if `last` is that.
    ///
    /// # Errors
    /// Never, but for want of memory.
    #[wasm_bindgen(unchecked_return_type = "FileFindings")]
    pub fn check_after(&self, last: &Draft) -> Result<JsValue, JsValue> {
        let last = Report::new(&last.doc);
        let mut report = Report::new(&self.doc);
        report.last_year = Some(&last).filter(|last| report.follows(last));
        self.findings(report)
    }

    fn findings<'d>(&'d self, report: Report<'d>) -> Result<JsValue, JsValue> {
        let mut file = json::file(&self.name, &self.doc, &check_with(report, &self.name, &self.options));
        file.count_in_utf16(&Utf16::new(&self.doc.text));
        to_js(&file)
    }

    /// The report as it was understood, in the shape of a file of the read output, with UTF-16 offsets.
    ///
    /// # Errors
    /// Never, but for want of memory.
    #[wasm_bindgen(unchecked_return_type = "ReadReport")]
    pub fn read(&self) -> Result<JsValue, JsValue> {
        let units = Utf16::new(&self.doc.text);
        to_js(&json::report_in(&self.name, &Report::new(&self.doc), &|span| units.span(span)))
    }

    /// Replaces a range that lies in one cell or paragraph.
    ///
    /// # Errors
    /// Throws a message in Chinese when it does not.
    pub fn edit(&mut self, start: usize, end: usize, text: &str) -> Result<(), JsValue> {
        let units = Utf16::new(&self.doc.text);
        let span = Span { start: units.to_byte(start), end: units.to_byte(end) };
        self.doc.edit(span, text).map_err(|_| JsValue::from_str("这里不能修改"))
    }
}

fn options_of(options: &JsValue) -> Result<Options, JsValue> {
    let mut read = Options::default();
    for (key, value) in entries(options, "选项")? {
        match key.as_str() {
            "profile" => {
                let profile = value.as_string().ok_or("profile 应是文字：自带的名称，或地方要求的全文")?;
                read.profile = Some(profile).filter(|own| !own.is_empty()).map(|own| profile_of(&own)).transpose()?;
            }
            "silence" => read.choices.extend(silenced(&value)?),
            "severity" => {
                for (code, severity) in entries(&value, "severity ")? {
                    let severity = severity.as_string().ok_or("severity 里的级别应是文字，如 { T101: \"hint\" }")?;
                    read.choices.push(Choice::weigh(None, &format!("{code}={severity}"))?);
                }
            }
            _ => return Err(format!("没有选项 {key}；应是 profile、silence、severity").into()),
        }
    }
    Ok(read)
}

/// What an object holds that is neither undefined nor null; nothing where there is no object. `what` names it where it is another thing.
fn entries(object: &JsValue, what: &str) -> Result<Vec<(String, JsValue)>, JsValue> {
    if object.is_null() || object.is_undefined() {
        return Ok(vec![]);
    }
    let object = object.dyn_ref::<Object>().filter(|object| !object.is_instance_of::<Array>());
    let object = object.ok_or_else(|| format!("{what}应是对象，如 {{ … }}"))?;
    let names = Object::keys(object).iter().filter_map(|key| key.as_string()).collect::<Vec<_>>().into_iter();
    let read = names.map(|name| property(object, &name).map(|value| (name, value))).collect::<Result<Vec<_>, _>>()?;
    Ok(read.into_iter().filter(|(_, value)| !value.is_undefined() && !value.is_null()).collect())
}

/// The rules that a list named `silence` holds.
fn silenced(list: &JsValue) -> Result<Vec<Choice>, JsValue> {
    if list.is_undefined() || list.is_null() {
        return Ok(vec![]);
    }
    let wanted = "silence 应是列表，如 [\"T101\"]";
    let codes = list.dyn_ref::<Array>().ok_or(wanted)?;
    codes.iter().map(|code| Ok(Choice::silence(None, &code.as_string().ok_or(wanted)?)?)).collect()
}

/// A profile by its name, or by its Markdown.
fn profile_of(profile: &str) -> Result<Profile, String> {
    match (Profile::named(profile), profile.contains('\n')) {
        (Some(profile), _) => Ok(profile.clone()),
        (None, true) => Profile::parse(profile),
        (None, false) => Err(format!("没有自带的地方要求“{profile}”")),
    }
}

/// The name of a file, and the file or why it cannot be read.
fn open(file: &JsValue) -> Result<(String, Result<Document, String>), JsValue> {
    let name = property(file, "name")?.as_string().unwrap_or_default();
    let bytes = property(file, "bytes")?;
    let text = property(file, "text")?;
    let wired = property(file, "numbers")?.is_object();
    let source = match (wired, text.is_string()) {
        (true, _) => file,
        (_, true) => &text,
        _ => &bytes,
    };
    Ok((name, document(source)?))
}

fn document(source: &JsValue) -> Result<Result<Document, String>, JsValue> {
    if let Some(text) = source.as_string() {
        return Ok(read_str(&text).map_err(|error| error.to_string()));
    }
    if let Some(bytes) = source.dyn_ref::<Uint8Array>() {
        return Ok(read_bytes(&bytes.to_vec()).map_err(|error| error.to_string()));
    }
    wired(source).map(Ok).ok_or_else(|| JsValue::from_str("应给出文件的字节或文字"))
}

/// A document that a reader module made.
fn wired(source: &JsValue) -> Option<Document> {
    let text = property(source, "text").ok()?.as_string()?;
    let numbers = property(source, "numbers").ok()?;
    Wire { text, numbers: numbers.dyn_ref::<Uint32Array>()?.to_vec() }.document().map(settle)
}

fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    let serializer = Serializer::new().serialize_missing_as_null(true);
    value.serialize(&serializer).map_err(|error| JsValue::from_str(&error.to_string()))
}
