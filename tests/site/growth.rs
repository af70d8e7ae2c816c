//! A story that grows tenfold leaves the wasm as it is, to the byte.

use std::path::Path;
use std::process::Output;

use crate::files_below;
use crate::support::{dist, make, root};

/// Builds the stories of a folder as an editor does.
pub fn build(stories: &Path, dist: &Path) -> Output {
    let mut build = make("build");
    build.arg(format!("STORIES={}", stories.display())).arg(format!("DIST={}", dist.display()));
    build.output().expect("make is not there")
}

const TIMES: usize = 10;

/// Repeats each table of a TOML file, under ids of its own.
fn tables_repeated(text: &str, table: &str) -> String {
    let head = format!("\n[[{table}]]\n");
    let mut parts = text.split(&head);
    let mut grown = parts.next().unwrap().to_owned();
    for part in parts {
        for copy in 0..TIMES {
            let renamed = part.replacen("\"\n", &format!("-{copy}\"\n"), 1);
            grown += &format!("\n[[{table}]]\n{}", if copy == 0 { part } else { &renamed });
        }
    }
    grown
}

/// Repeats each `##` part of a Markdown file, under ids of its own.
fn parts_repeated(text: &str) -> String {
    let mut parts = text.split("\n## ");
    let first = parts.next().unwrap();
    let (front, mut grown) = match first.strip_prefix("## ") {
        Some(part) => (String::new(), vec![part]),
        None => (first.to_owned(), Vec::new()),
    };
    grown.extend(parts);
    let copies = grown.iter().flat_map(|part| {
        (0..TIMES).map(move |copy| match copy {
            0 => format!("\n## {part}"),
            _ => format!("\n## {}", part.replacen("{#", &format!("{{#copy-{copy}-"), 1)),
        })
    });
    front + copies.collect::<String>().as_str()
}

fn grown(folder: &Path) {
    for (name, path) in files_below(&root().join("stories")) {
        let text = std::fs::read_to_string(path).unwrap();
        let text = match name.strip_prefix("oman-talks/").unwrap_or_default() {
            "article.md" | "faq.md" => parts_repeated(&text),
            "claims.toml" => tables_repeated(&text, "claim"),
            "timeline.toml" => tables_repeated(&text, "event"),
            "glossary.toml" => tables_repeated(&text, "term"),
            "sources.toml" => tables_repeated(&text, "source"),
            _ => text,
        };
        let grown = folder.join(name);
        std::fs::create_dir_all(grown.parent().unwrap()).unwrap();
        std::fs::write(grown, text).unwrap();
    }
}

fn wasm(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let files = files_below(folder).into_iter().filter(|(name, _)| name.ends_with(".wasm"));
    files.map(|(name, path)| (name, std::fs::read(path).unwrap())).collect()
}

#[test]
fn the_wasm_does_not_grow_with_a_story() {
    let temporary = tempfile::tempdir().unwrap();
    let (stories, site) = (temporary.path().join("stories"), temporary.path().join("dist"));
    grown(&stories);
    let output = build(&stories, &site);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let length = |folder: &Path| std::fs::metadata(folder.join("index.html")).unwrap().len();
    assert!(length(&site) > 5 * length(&dist()), "the page has grown: {} to {}", length(&dist()), length(&site));
    assert!(wasm(&site) == wasm(&dist()), "the wasm is the same to the byte, in every part");
}
