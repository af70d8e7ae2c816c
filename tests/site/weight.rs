//! What the site weighs.

use std::io::Read;

use crate::support::dist;
use crate::{files, pages};

/// The most that the islands may weigh together with their glue, in bytes of brotli. (Without what embedding needs they
/// were promised at 125,000.)
const ISLANDS: u64 = 130_000;

/// The most that the script of a frame may weigh, and that for hosts, in bytes of brotli.
const FRAME: u64 = 3_000;
const HOST: u64 = 2_000;

fn size(ending: &str) -> u64 {
    let found: Vec<_> = files()
        .into_iter()
        .filter(|(name, _)| name.starts_with("assets/backgrounder-") && name.ends_with(ending))
        .collect();
    assert_eq!(found.len(), 1, "one file ends with {ending}: {found:?}");
    found[0].1.metadata().unwrap().len()
}

/// Complaint 20 asks for this too: comments weigh little.
#[test]
fn the_islands_are_within_their_budget() {
    let (wasm, glue) = (size(".wasm.br"), size(".js.br"));
    assert!(wasm + glue <= ISLANDS, "{wasm} + {glue} bytes of brotli are more than {ISLANDS}");
}

#[test]
fn the_scripts_for_frames_and_hosts_are_within_their_budgets() {
    let weight = |start: &str, end: &str| {
        let found = files().into_iter().find(|(name, _)| name.starts_with(start) && name.ends_with(end));
        found.unwrap_or_else(|| panic!("{start}…{end} is there")).1.metadata().unwrap().len()
    };
    let frame = weight("assets/frame-", ".js.br");
    assert!(frame <= FRAME, "{frame} bytes of brotli are more than {FRAME}");
    for name in ["embed.js.br", "embed.mjs.br"] {
        let host = weight(name, "");
        assert!(host <= HOST, "{name}: {host} bytes of brotli are more than {HOST}");
    }
}

#[test]
fn every_text_has_compressed_copies_that_unpack_to_it() {
    let mut checked = 0;
    for (name, path) in files() {
        if ![".html", ".css", ".js", ".wasm", ".svg"].iter().any(|ending| name.ends_with(ending)) {
            continue;
        }
        let text = std::fs::read(&path).unwrap();
        let mut unpacked = Vec::new();
        let gzip = std::fs::File::open(format!("{}.gz", path.display())).unwrap();
        flate2::read::GzDecoder::new(gzip).read_to_end(&mut unpacked).unwrap();
        assert!(unpacked == text, "{name}.gz unpacks to {name}");
        unpacked.clear();
        let brotli = std::fs::File::open(format!("{}.br", path.display())).unwrap();
        brotli::Decompressor::new(brotli, 4096).read_to_end(&mut unpacked).unwrap();
        assert!(unpacked == text, "{name}.br unpacks to {name}");
        checked += 1;
    }
    assert!(checked >= 7, "{checked} files were checked");
}

#[test]
fn no_text_of_a_story_is_in_the_wasm() {
    let name = files().into_iter().find(|(name, _)| name.ends_with(".wasm")).unwrap();
    let wasm = String::from_utf8_lossy(&std::fs::read(name.1).unwrap()).into_owned();
    for words in ["Muscat", "Iran", "Araghchi", "oman-talks", "jcpoa"] {
        assert!(!wasm.contains(words), "the wasm has `{words}`");
    }
    assert!(wasm.contains("passages"), "it has the words of its tools");
}

#[test]
fn the_page_loads_files_that_are_there() {
    for (page, html) in pages() {
        let folder = dist().join(&page).parent().unwrap().to_owned();
        for attribute in [
            "data-glue=\"",
            "data-wasm=\"",
            "<script type=\"module\" src=\"",
            "rel=\"stylesheet\" href=\"",
            "rel=\"icon\" type=\"image/svg+xml\" href=\"",
        ] {
            let address = html
                .split(attribute)
                .nth(1)
                .unwrap_or_else(|| panic!("{page} has {attribute}"))
                .split('"')
                .next()
                .unwrap();
            assert!(folder.join(address).exists(), "{page}: {address}");
        }
    }
}
