//! The house is built as its plan says.

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.push((path.strip_prefix(root()).unwrap().to_owned(), fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found.sort();
    assert!(!found.is_empty());
    found
}

fn module(name: &str) -> Vec<(PathBuf, String)> {
    sources("src")
        .into_iter()
        .filter(|(path, _)| {
            let path = path.to_str().unwrap();
            path.starts_with(&format!("src/{name}/")) || path == format!("src/{name}.rs")
        })
        .collect()
}

/// The modules of ours that a module may use, beside itself.
const MAY_USE: [(&str, &[&str]); 17] = [
    ("contract", &[]),
    ("selection", &["contract"]),
    ("story", &["contract"]),
    ("reading", &["contract", "story"]),
    ("schema", &["story"]),
    ("words", &["story", "browser"]),
    ("comments", &[]),
    ("search", &[]),
    ("browser", &["comments", "contract", "search", "selection"]),
    ("prose", &["contract", "story", "words"]),
    ("islands", &["browser", "comments", "contract", "prose", "search", "selection", "story", "words"]),
    ("page", &["contract", "islands", "prose", "story", "words"]),
    ("site", &["contract", "page", "reading", "story", "words"]),
    ("serving", &[]),
    ("stories", &["reading", "story"]),
    ("finished", &["page", "serving", "site"]),
    ("preview", &["finished", "page", "reading", "serving", "site", "stories", "story"]),
];

#[test]
fn modules_use_only_those_that_they_may() {
    for (name, allowed) in MAY_USE {
        for (path, text) in module(name) {
            for used in text.split("crate::").skip(1) {
                let used: String =
                    used.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
                assert!(used == name || allowed.contains(&used.as_str()), "{} uses `{used}`", path.display());
            }
        }
    }
}

#[test]
fn every_module_is_in_the_plan() {
    for (path, _) in sources("src") {
        let mut parts = path.iter().skip(1).map(|part| part.to_str().unwrap().trim_end_matches(".rs"));
        let name = parts.next().unwrap();
        assert!(
            matches!(name, "lib" | "bin") || MAY_USE.iter().any(|(planned, _)| *planned == name),
            "{}",
            path.display()
        );
    }
}

#[test]
fn states_know_nothing_of_leptos_or_the_browser() {
    let states: Vec<_> = module("islands").into_iter().filter(|(path, _)| path.ends_with("state.rs")).collect();
    assert_eq!(states.len(), islands().len());
    for (path, text) in states {
        let code: String = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        for word in ["leptos", "web_sys", "crate::browser", "super::"] {
            assert!(!code.contains(word), "{} has `{word}`", path.display());
        }
    }
}

fn islands() -> Vec<String> {
    let list = fs::read_to_string(root().join("src/islands/mod.rs")).unwrap();
    let islands = list.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    let islands: Vec<String> = islands.map(str::to_owned).collect();
    assert!(islands.len() >= 3);
    islands
}

#[test]
fn islands_do_not_know_each_other() {
    let names = islands();
    for name in &names {
        let text = fs::read_to_string(root().join(format!("src/islands/{name}.rs"))).unwrap();
        let others = names.iter().filter(|other| *other != name);
        for path in others.flat_map(|other| ["super::", "islands::"].map(|parent| format!("{parent}{other}"))) {
            assert!(!text.contains(&path), "{name} uses {path}");
        }
    }
}

#[test]
fn every_island_has_its_state_style_and_tests() {
    for island in islands() {
        for file in [
            format!("src/islands/{island}.rs"),
            format!("src/islands/{island}/state.rs"),
            format!("style/{island}.css"),
            format!("tests/native/{island}_state.rs"),
            format!("tests/journeys/{island}.rs"),
        ] {
            assert!(root().join(&file).exists(), "{island} has {file}");
        }
    }
}

#[test]
fn features_are_told_apart_only_at_the_door() {
    for (path, text) in sources("src") {
        let allowed = path == Path::new("src/lib.rs") || path.starts_with("src/browser");
        assert!(allowed || !text.contains("cfg(feature"), "{} asks for a feature", path.display());
    }
}

#[test]
fn only_the_browser_module_touches_web_apis() {
    for (path, text) in sources("src") {
        assert!(path.starts_with("src/browser") || !text.contains("web_sys"), "{} uses web_sys", path.display());
    }
}

#[test]
fn every_module_says_what_it_is_and_what_is_deliberately_absent() {
    for (path, text) in sources("src") {
        assert!(text.starts_with("//! "), "{} begins with its purpose", path.display());
        let exempt = path == Path::new("src/lib.rs");
        assert!(exempt || text.contains("//! Deliberately absent: "), "{} says what is absent", path.display());
    }
}

#[test]
fn styles_use_only_properties_that_exist_and_colours_by_name() {
    let mut defined = Vec::new();
    let mut used = Vec::new();
    for entry in fs::read_dir(root().join("style")).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        for part in text.split("--").skip(1) {
            let property: String =
                part.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '-').collect();
            if part[property.len()..].starts_with(':') {
                defined.push(property);
            }
        }
        for part in text.split("var(--").skip(1) {
            used.push((name.clone(), part.split([')', ',']).next().unwrap().to_owned()));
        }
        if name != "tokens.css" {
            let raw =
                text.split('#').skip(1).any(|rest| rest.chars().take(6).filter(char::is_ascii_hexdigit).count() == 6);
            assert!(!raw, "{name} has a raw colour; name it in tokens.css");
            for declaration in declarations(&text) {
                assert!(!is_physical(&declaration), "{name} has `{declaration}`; use logical properties");
            }
        }
    }
    let source = fs::read_to_string(root().join("src/browser/view.rs")).unwrap();
    for (file, property) in used {
        let by_script = source.contains(&format!("\"--{property}\""));
        assert!(defined.contains(&property) || by_script, "{file} uses --{property}, which nobody defines");
    }
}

/// The declarations of a style sheet, without what is in brackets and in comments.
fn declarations(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for rule in
        text.split("/*").map(|part| part.rsplit("*/").next().unwrap()).collect::<String>().split(['{', '}', ';'])
    {
        if let Some((property, value)) = rule.trim().split_once(": ") {
            found.push(format!("{property}: {value}"));
        }
    }
    found
}

/// Whether a declaration speaks of left and right, or of width and height, and not of the direction of the text.
fn is_physical(declaration: &str) -> bool {
    let (property, value) = declaration.split_once(": ").unwrap();
    let sides = property.split('-').any(|word| matches!(word, "left" | "right" | "top" | "bottom"));
    let sizes = ["", "min-", "max-"]
        .iter()
        .any(|which| ["width", "height"].iter().any(|size| property == format!("{which}{size}")));
    let side = ["text-align", "float", "clear"].contains(&property) && ["left", "right"].contains(&value);
    let four = ["margin", "padding", "border-width", "inset"].contains(&property) && value.split(' ').count() == 4;
    sides || sizes || side || four
}

/// What ends the wait for tools that do not come. Nothing else tells the time without a script.
const END_OF_WAITING: [&str; 2] = ["animation: give-up 1ms 10s forwards", "animation: speak 1ms 10s forwards"];

/// Whoever asks for less motion gets none, and so does everybody else.
#[test]
fn nothing_moves_by_itself() {
    for entry in fs::read_dir(root().join("style")).unwrap() {
        let path = entry.unwrap().path();
        for declaration in declarations(&fs::read_to_string(&path).unwrap()) {
            let moves = ["transition", "animation", "scroll-behavior"].iter().any(|word| declaration.starts_with(word));
            let ends = END_OF_WAITING.contains(&declaration.as_str());
            assert!(!moves || ends, "{} has `{declaration}`", path.display());
        }
    }
}

#[test]
fn a_physical_declaration_is_told_from_a_logical_one() {
    let physical = ["margin-left: 1px", "width: 3rem", "padding: 0 1px 2px 3px", "text-align: right", "left: 0"];
    assert!(physical.iter().all(|declaration| is_physical(declaration)));
    let logical =
        ["margin-inline-start: 1px", "padding: 0 1px", "line-height: 1", "text-align: start", "border-width: 0"];
    assert!(!logical.iter().any(|declaration| is_physical(declaration)));
}

#[test]
fn wasm_bindgen_has_one_version() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let versions = fs::read_to_string(root().join("versions.env")).unwrap();
    let wanted = versions.lines().find_map(|line| line.strip_prefix("WASM_BINDGEN_VERSION=")).unwrap();
    assert!(manifest.contains(&format!("wasm-bindgen = \"={wanted}\"")), "versions.env and Cargo.toml agree");
}

#[test]
fn files_stay_of_a_size_that_can_be_read() {
    for (path, text) in sources("src") {
        assert!(text.lines().count() <= 300, "{} has {} lines", path.display(), text.lines().count());
    }
}
