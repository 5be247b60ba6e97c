//! Other people's programs that write files: LibreOffice and Chromium, where they are installed.
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// Whether a program can be run. Where `GOUJI_PRODUCERS` is `all`, as in the checks before a change lands, it must.
fn has(program: &str, package: &str) -> bool {
    let found = Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    let found = found.is_ok_and(|status| status.success());
    if !found {
        assert!(std::env::var_os("GOUJI_PRODUCERS").is_none_or(|all| all != "all"), "{package} is not installed");
        eprintln!("{package} is not installed: what it writes is skipped");
    }
    found
}

/// A folder of a test's own, which is empty.
pub fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("the folder of temporary files can be written");
    folder
}

/// Converts all files by LibreOffice in one run: `to` is the ending of the new kind. Nothing if it is not installed.
pub fn libreoffice(name: &str, from: &str, to: &str, files: &[Vec<u8>]) -> Option<Vec<Vec<u8>>> {
    if !has("soffice", "LibreOffice") {
        return None;
    }
    let folder = folder(name);
    let sources: Vec<PathBuf> = (0..files.len()).map(|number| folder.join(format!("{number}.{from}"))).collect();
    sources.iter().zip(files).for_each(|(path, file)| fs::write(path, file).expect("a temporary file can be written"));
    let converted = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}", folder.join("profile").display()))
        .args(["--headless", "--norestore", "--convert-to", to, "--outdir"])
        .arg(folder.join("out"))
        .args(&sources)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .expect("LibreOffice can be run");
    assert!(converted.success(), "LibreOffice failed: {converted}");
    let result = |number| folder.join("out").join(format!("{number}.{to}"));
    Some((0..files.len()).map(|number| read(&result(number))).collect())
}

/// Prints all pages by Chromium in one run. Nothing if it is not installed.
pub fn chromium(name: &str, pages: &[String]) -> Option<Vec<Vec<u8>>> {
    let chromium = std::env::var("CHROMIUM").unwrap_or_else(|_| "chromium".to_owned());
    if !has(&chromium, "Chromium") || !has("node", "node") {
        return None;
    }
    let folder = folder(name);
    for (number, page) in pages.iter().enumerate() {
        fs::write(folder.join(format!("{number}.html")), page).expect("a temporary file can be written");
    }
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/support/files/print.mjs");
    let printed = Command::new("node")
        .arg(script)
        .arg(chromium)
        .arg(&folder)
        .arg(pages.len().to_string())
        .status()
        .expect("node can be run");
    assert!(printed.success(), "Chromium failed: {printed}");
    Some((0..pages.len()).map(|number| read(&folder.join(format!("{number}.pdf")))).collect())
}

fn read(path: &Path) -> Vec<u8> {
    fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
