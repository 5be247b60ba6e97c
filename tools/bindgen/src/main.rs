//! Makes the JavaScript glue of a compiled module, and tells whether the oldest browsers of the floor can load a module.
//!
//! A stand-in for the `wasm-bindgen` command: it builds in a tenth of the time and its lock file pins every version.
use std::error::Error;
use std::path::Path;
use std::process::ExitCode;
use wasm_bindgen_cli_support::Bindgen;
use wasmparser::{Validator, WasmFeatures};

const USAGE: &str = "usage: gouji-bindgen no-modules|web IN.wasm OUT-FOLDER\n       gouji-bindgen check FILE.wasm";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments[..] {
        ["check", file] => check(file.as_ref()),
        [target @ ("no-modules" | "web"), module, folder] => glue(target, module.as_ref(), folder.as_ref()),
        _ => Err(USAGE.into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Writes the glue `NAME.js` and the bound module `NAME_bg.wasm` of NAME.wasm into the folder; the types are in src/wasm/.
/// `no-modules` is a classic script that a worker made from a blob: URL can run and that defines one global, NAME with `_`
/// for `-`, so that the glue of several modules can stand in one worker; `web` is an ES module for other people's pages.
fn glue(target: &str, module: &Path, folder: &Path) -> Result<(), Box<dyn Error>> {
    let name = module.file_stem().and_then(|name| name.to_str()).ok_or(USAGE)?;
    let mut bindgen = Bindgen::new();
    match target {
        "web" => bindgen.web(true)?,
        _ => bindgen.no_modules(true)?.no_modules_global(&name.replace('-', "_"))?,
    };
    // In a worker made from a blob: there is no path of the module to guess, and document.currentScript does not exist.
    bindgen.input_path(module).out_name(name).omit_default_module_path(target == "no-modules");
    bindgen.remove_name_section(true).remove_producers_section(true);
    bindgen.generate(folder)?;
    Ok(())
}

/// Fails, with the first offending place, if the module needs more than Chromium 86 has.
fn check(file: &Path) -> Result<(), Box<dyn Error>> {
    let floor = WasmFeatures::WASM1 // the first version of WebAssembly and mutable globals
        | WasmFeatures::SIGN_EXTENSION
        | WasmFeatures::SATURATING_FLOAT_TO_INT
        | WasmFeatures::BULK_MEMORY;
    Validator::new_with_features(floor).validate_all(&std::fs::read(file)?)?;
    Ok(())
}
