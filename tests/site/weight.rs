//! What the site weighs.

use std::io::Read;

use crate::support::dist;
use crate::{files, pages};

/// The most that each part of the islands may weigh with all that it needs beside the first, in bytes of brotli. The
/// first is what is fetched with the page: its wasm, the glue, and what fetches the others.
const PARTS: [(&str, u64); 7] = [
    ("first", 80_500),
    ("explore", 30_000),
    ("notes", 71_000),
    ("drawing", 72_500),
    ("following", 27_000),
    ("comments", 190_000),
    ("embedding", 70_500),
];

/// The most that the script of a frame may weigh, and that for hosts, in bytes of brotli.
const FRAME: u64 = 3_000;
const HOST: u64 = 2_000;

/// What a file of the islands weighs.
fn weight(name: &str) -> u64 {
    let ending = format!("/{name}.br");
    let mut found =
        files().into_iter().filter(|(path, _)| path.starts_with("assets/islands-") && path.ends_with(&ending));
    let (_, path) = found.next().unwrap_or_else(|| panic!("{name}.br is there"));
    path.metadata().unwrap().len()
}

/// The files that a part needs beside the first: its own, and those that it shares with other parts, as the script
/// that fetches them has it.
fn files_of(part: &str) -> Vec<String> {
    let script = files().into_iter().find(|(path, _)| path.ends_with("/__wasm_split.js")).unwrap().1;
    let script = std::fs::read_to_string(script).unwrap();
    let own =
        script.split(&format!("const __wasm_split_load_{part} =")).nth(1).unwrap_or_else(|| panic!("{part} is there"));
    let shared = own.split("\n, [").nth(1).unwrap().split(']').next().unwrap();
    let shared = shared.split(", ").filter(|name| !name.is_empty());
    let shared = shared.map(|name| format!("{}.wasm", name.trim_start_matches("__")));
    shared.chain([format!("split_{part}.wasm")]).collect()
}

/// Complaint 20 asks for this too: comments weigh little.
#[test]
fn each_part_of_the_islands_is_within_its_budget() {
    for (part, most) in PARTS {
        let files = match part {
            "first" => ["islands.js", "islands_bg.wasm", "__wasm_split.js"].map(str::to_owned).to_vec(),
            _ => files_of(part),
        };
        let all: u64 = files.iter().map(|file| weight(file)).sum();
        assert!(all <= most, "{part}: {all} bytes of brotli are more than {most}: {files:?}");
    }
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
    let parts = files().into_iter().filter(|(name, _)| name.ends_with(".wasm"));
    let wasm: String =
        parts.map(|(_, path)| String::from_utf8_lossy(&std::fs::read(path).unwrap()).into_owned()).collect();
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
            "<script type=\"module\" async src=\"",
            "rel=\"modulepreload\" href=\"",
            "data-styles=\"",
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
