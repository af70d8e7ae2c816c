//! What pages, islands, styles and scripts are written in, without comments, and the names in it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use backgrounder::contract::{attribute, event};

/// Who uses a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// What is in pages: the build, and `view!` in islands.
    Pages,
    /// What finds it there: islands, outside of `view!`, and what is below them.
    Islands,
    Styles,
    Scripts,
}

/// The part of a file that is on one side.
pub struct Piece {
    pub path: String,
    pub side: Side,
    /// Its text without comments.
    pub text: String,
}

impl Piece {
    /// The names of attributes and events that it spells out.
    pub fn literals(&self) -> BTreeSet<String> {
        let is_named = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
        let attributes = after(&self.text, "data-", is_named).map(|name| format!("data-{name}"));
        let events = after(&self.text, "backgrounder:", |letter| letter.is_ascii_lowercase());
        let mut names: BTreeSet<String> = attributes.chain(events.map(|name| format!("backgrounder:{name}"))).collect();
        if self.side == Side::Scripts {
            names.extend(dataset(&self.text));
        }
        names
    }

    /// These, and those that it takes from the contract.
    pub fn names(&self) -> BTreeSet<String> {
        let mut names = self.literals();
        for (constant, name) in attribute::ALL {
            if self.has_constant("attribute", constant) || self.has_constant("selector", constant) {
                names.insert((*name).to_owned());
            }
        }
        let events = event::ALL.iter().filter(|(constant, _)| self.has_constant("event", constant));
        names.extend(events.map(|(_, name)| (*name).to_owned()));
        names
    }

    /// Whether it has an id of the contract, spelt out or by its constant or function.
    pub fn has_id(&self, constant: &str, id: &str) -> bool {
        let stem = constant.trim_end_matches("_PREFIX").trim_end_matches("_SUFFIX");
        let function = (stem != constant).then(|| stem.to_lowercase());
        self.spells_id(constant, id)
            || self.has_constant("id", constant)
            || function.is_some_and(|function| self.has_constant("id", &function))
    }

    /// Whether it spells an id of the contract out.
    pub fn spells_id(&self, constant: &str, id: &str) -> bool {
        let any = |ways: &[String]| ways.iter().any(|way| self.text.contains(way));
        let mut addressed = after(&self.text, "#", is_in_id);
        if constant.ends_with("_PREFIX") {
            let quoted =
                ["\"", "`"].into_iter().flat_map(|open| ["\"", "{", "$"].map(|end| format!("{open}{id}{end}")));
            return any(&quoted.collect::<Vec<_>>()) || addressed.any(|name| name.starts_with(id));
        }
        if constant.ends_with("_SUFFIX") {
            return any(&[format!("\"{id}\""), format!("}}{id}\"")]);
        }
        let given = ["id=", "by_id(", "getElementById(", "get_element_by_id("];
        any(&given.map(|before| format!("{before}\"{id}\""))) || addressed.any(|name| name == id)
    }

    /// The ids that it asks for by spelling them out.
    pub fn asked_ids(&self) -> Vec<String> {
        let is_colour = |name: &str| [3, 6].contains(&name.len()) && name.chars().all(|sign| sign.is_ascii_hexdigit());
        let addressed = after(&self.text, "#", is_in_id);
        let addressed = addressed.filter(|name| name.starts_with(char::is_alphabetic) && !is_colour(name));
        addressed.chain(after(&self.text, "getElementById(\"", is_in_id)).collect()
    }

    fn has_constant(&self, module: &str, constant: &str) -> bool {
        let path = format!("{module}::{constant}");
        let is_in_name = |letter: char| letter.is_alphanumeric() || letter == '_';
        self.text.match_indices(&path).any(|(at, _)| {
            let (before, after) = (&self.text[..at], &self.text[at + path.len()..]);
            !before.ends_with(is_in_name) && !after.starts_with(is_in_name)
        })
    }
}

fn is_in_id(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '-' || letter == '_'
}

/// What follows each place of a word, as far as the letters go; nothing where that is nothing, or where the word itself
/// is the end of a longer one.
fn after(text: &str, word: &str, letters: impl Fn(char) -> bool) -> impl Iterator<Item = String> {
    // What has a sign before its hash is a letter as HTML writes it.
    let is_begun = |at: usize| {
        let before = &text[..at];
        if word == "#" { before.ends_with('&') } else { before.ends_with(is_in_id) }
    };
    let places = text.match_indices(word).filter(|(at, _)| !is_begun(*at)).map(|(at, _)| at + word.len());
    let names: Vec<String> =
        places.map(|at| text[at..].chars().take_while(|letter| letters(*letter)).collect()).collect();
    names.into_iter().filter(|name| name.starts_with(|letter: char| letter.is_ascii_alphabetic()))
}

/// The attributes that a script asks for by `dataset`.
fn dataset(text: &str) -> BTreeSet<String> {
    let letters = |letter: &char| letter.is_ascii_alphanumeric();
    let dotted = text.split("dataset").skip(1).filter_map(|rest| rest.strip_prefix("?.").or(rest.strip_prefix('.')));
    let mut names: BTreeSet<String> = dotted.map(|rest| rest.chars().take_while(letters).collect()).collect();
    for line in text.lines() {
        if let Some((taken, from)) = line.split_once("} = ")
            && from.contains("dataset")
        {
            let taken = taken.rsplit('{').next().unwrap_or_default();
            names.extend(taken.split(',').map(|name| name.trim().to_owned()));
        }
    }
    names.iter().map(|name| format!("data-{}", in_kebab_case(name))).collect()
}

fn in_kebab_case(name: &str) -> String {
    let parted = |letter: char| if letter.is_ascii_uppercase() { format!("-{letter}") } else { letter.to_string() };
    name.chars().map(parted).collect::<String>().to_lowercase()
}

/// All that there is on each side, but for the contract itself.
pub fn pieces() -> Vec<Piece> {
    let rust = files("src", &["rs"]).into_iter().filter(|(path, _)| !path.starts_with("src/contract"));
    let mut pieces: Vec<Piece> = rust.flat_map(|(path, text)| sides_of(&path, &text)).collect();
    for (folder, endings, side) in
        [("style", &["css"][..], Side::Styles), ("public", &["css", "js", "mts"][..], Side::Scripts)]
    {
        let whole = files(folder, endings).into_iter();
        pieces.extend(whole.map(|(path, text)| Piece { text: without_comments(&text, &path), path, side }));
    }
    assert!(pieces.len() > 100, "{} pieces", pieces.len());
    pieces
}

/// What of a file in Rust is on which side. Whatever both builds have, such as a story's types, both sides have.
fn sides_of(path: &str, text: &str) -> Vec<Piece> {
    let (code, views) = parted(&without_comments(text, path));
    let is_of = |names: &[&str]| names.iter().any(|name| path.starts_with(&format!("src/{name}")));
    let piece = |side: Side, text: &str| Piece { path: path.to_owned(), side, text: text.to_owned() };
    let mut pieces = vec![piece(Side::Pages, &views)];
    if !is_of(&["islands", "browser", "selection"]) {
        pieces.push(piece(Side::Pages, &code));
    }
    if is_of(&["islands", "browser", "selection", "story/", "prose", "comments", "words"]) {
        pieces.push(piece(Side::Islands, &code));
    }
    pieces
}

fn files(folder: &str, endings: &[&str]) -> Vec<(String, String)> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let (mut found, mut folders) = (Vec::new(), vec![root.join(folder)]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| endings.iter().any(|wanted| ending == *wanted)) {
                let name = path.strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
                found.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

/// How many bytes a text in quotes takes that begins here.
fn quoted(rest: &str, quote: char) -> usize {
    let mut is_escaped = false;
    for (at, sign) in rest.char_indices().skip(1) {
        match sign {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            _ if sign == quote => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

fn without_comments(text: &str, path: &str) -> String {
    let ending = Path::new(path).extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let (is_rust, is_style) = (ending == "rs", ending == "css");
    let (mut kept, mut rest) = (String::new(), text);
    while let Some(next) = rest.chars().next() {
        // A slash after a backslash is one of a regular expression.
        let may_begin = !kept.ends_with('\\');
        let (length, stays) = match next {
            '/' if may_begin && !is_style && rest.starts_with("//") => (rest.find('\n').unwrap_or(rest.len()), false),
            '/' if may_begin && rest.starts_with("/*") => (rest.find("*/").map_or(rest.len(), |end| end + 2), false),
            '\'' if is_rust && rest.starts_with("'\"'") => (3, true),
            '"' => (quoted(rest, next), true),
            '\'' | '`' if !is_rust && !is_style => (quoted(rest, next), true),
            _ => (next.len_utf8(), true),
        };
        kept.push_str(if stays { &rest[..length] } else { " " });
        rest = &rest[length..];
    }
    kept
}

/// The code outside of `view!`, and that within.
fn parted(code: &str) -> (String, String) {
    let (mut outside, mut within, mut rest) = (String::new(), String::new(), code);
    while let Some(at) = rest.find("view! {") {
        let (before, view) = rest.split_at(at);
        let (view, after) = view.split_at(end_of_view(view));
        outside.push_str(before);
        within.push_str(view);
        rest = after;
    }
    outside.push_str(rest);
    (outside, within)
}

fn end_of_view(view: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while let Some(next) = view[at..].chars().next() {
        match next {
            '"' => {
                at += quoted(&view[at..], next);
                continue;
            }
            '{' => depth += 1,
            '}' if depth == 1 => return at + 1,
            '}' => depth -= 1,
            _ => {}
        }
        at += next.len_utf8();
    }
    view.len()
}

#[test]
fn comments_are_left_out_and_addresses_stay() {
    let text = "a(\"https://a.example/\"); // data-one\n/* data-two */ b('\"'); /\\//.test(c);\n";
    let kept = without_comments(text, "a.js");
    assert!(kept.contains("https://a.example/") && kept.contains(".test(c)") && !kept.contains("data-"), "{kept}");
}

#[test]
fn views_are_told_from_code() {
    let (code, views) = parted("first(); view! { <a data-one=two>{\"}\"}{three()}</a> } fourth();");
    assert!(views.contains("data-one") && views.contains("three") && code.contains("first") && code.contains("fourth"));
    assert!(!code.contains("three"), "{code}");
}

#[test]
fn a_script_has_the_attributes_of_datasets() {
    let names = dataset("a.dataset.axisEra; b.dataset?.question;\nconst { story, version } = c.dataset;");
    assert_eq!(Vec::from_iter(names), ["data-axis-era", "data-question", "data-story", "data-version"]);
}
