//! The islands as browsers fetch them: one part that wakes with the page, and one for each group that is needed later.
//!
//! Deliberately absent: compiling them, which is Trunk's. Trunk cannot split what it has compiled; so its own binding of
//! the whole is left aside, and what cargo built is split and bound here.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use backgrounder::site::{self, ScriptKind};
use wasm_encoder::{Module, RawSection};
use wasmparser::{Parser, Payload};

use super::Outcome;
use super::scripts::{is_release, small};

/// What binds the first part to JavaScript, and what the parts ask for what they share with it.
const GLUE: &str = "islands.js";

/// The first part, as wasm-bindgen names it after the glue.
const FIRST: &str = "islands_bg.wasm";

/// What fetches the other parts, as wasm_split names it.
const PARTS: &str = "__wasm_split.js";

/// What the islands are made of, by path from the site's root; all are in one folder, whose name changes with them.
pub struct Islands {
    /// The glue.
    pub glue: String,
    /// The first part.
    pub wasm: String,
    /// What fetches the others.
    pub parts: String,
    /// Every file.
    pub files: BTreeMap<String, Vec<u8>>,
}

/// Splits and binds what cargo has compiled, or takes what `ISLANDS` names.
///
/// # Errors
///
/// It is not there, or is not what it should be; or wasm-bindgen is not the version of the crate.
pub fn islands() -> Outcome<Islands> {
    if let Ok(built) = env::var("ISLANDS") {
        return Ok(named(files(Path::new(&built))?));
    }
    let compiled = compiled();
    let wasm = fs::read(&compiled).map_err(|error| format!("{} cannot be read: {error}", compiled.display()))?;
    let folder = compiled.with_file_name("islands");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let parts = split(&wasm, &folder)?;
    bind(&folder.join("first.wasm"), &folder)?;
    let mut files = BTreeMap::new();
    for part in parts {
        files.insert(name_of(&part), without_custom_sections(&fs::read(&part)?)?);
    }
    let glue = fs::read_to_string(folder.join(GLUE))?;
    files.insert(GLUE.to_owned(), small(GLUE, &glue, ScriptKind::Module)?);
    for name in [FIRST, PARTS] {
        files.insert(name.to_owned(), fs::read(folder.join(name))?);
    }
    Ok(named(files))
}

/// The files of a folder that are no compressed copies.
fn files(folder: &Path) -> Outcome<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).map_err(|error| format!("{} cannot be read: {error}", folder.display()))? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "js" || ending == "wasm") {
            files.insert(name_of(&path), fs::read(&path)?);
        }
    }
    Ok(files)
}

/// Where cargo has put the islands: in the folder of the profile that Trunk.toml and index.html name.
fn compiled() -> PathBuf {
    let target = env::var("CARGO_TARGET_DIR").unwrap_or_else(|_| "target".into());
    let profile = if is_release() { "wasm" } else { "debug" };
    Path::new(&target).join("wasm32-unknown-unknown").join(profile).join("backgrounder.wasm")
}

fn split(wasm: &[u8], folder: &Path) -> Outcome<Vec<PathBuf>> {
    let first = folder.join("first.wasm");
    let glue = format!("./{GLUE}");
    let mut options = wasm_split_cli_support::Options::new(wasm);
    options.output_dir = folder;
    options.main_out_path = &first;
    options.main_module = &glue;
    Ok(wasm_split_cli_support::transform(options)
        .map_err(|error| format!("the islands cannot be split: {error}"))?
        .split_modules)
}

fn bind(wasm: &Path, folder: &Path) -> Outcome<()> {
    let mut bindgen = Command::new("wasm-bindgen");
    // The other parts import the table of functions, which the linker exports.
    bindgen
        .args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-name", "islands", "--out-dir"])
        .arg(folder)
        .arg(wasm);
    if is_release() {
        bindgen.args(["--remove-name-section", "--remove-producers-section"]);
    }
    let output =
        bindgen.output().map_err(|error| format!("wasm-bindgen cannot be started: {error}; `make setup` brings it"))?;
    if output.status.success() {
        Ok(())
    } else {
        Err(format!("wasm-bindgen failed: {}", String::from_utf8_lossy(&output.stderr)).into())
    }
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// A part without names of functions and what else no browser needs.
fn without_custom_sections(wasm: &[u8]) -> Outcome<Vec<u8>> {
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        if let (false, Some((id, range))) = (matches!(payload, Payload::CustomSection(_)), payload.as_section()) {
            let range = usize::try_from(range.start)?..usize::try_from(range.end)?;
            module.section(&RawSection { id, data: wasm.get(range).unwrap_or_default() });
        }
    }
    Ok(module.finish())
}

/// Puts the files into a folder whose name changes with them, so that they can be cached for ever and know each other
/// by the names that they have.
fn named(files: BTreeMap<String, Vec<u8>>) -> Islands {
    let all: Vec<u8> = files.iter().flat_map(|(name, bytes)| name.bytes().chain(bytes.iter().copied())).collect();
    let folder = site::fingerprinted("assets/islands.", &all);
    let folder = folder.trim_end_matches('.');
    let at = |name: &str| format!("{folder}/{name}");
    Islands {
        glue: at(GLUE),
        wasm: at(FIRST),
        parts: at(PARTS),
        files: files.into_iter().map(|(name, bytes)| (at(&name), bytes)).collect(),
    }
}
