//! What somebody could write who wants more from a page than to say something in it.
//!
//! From npm's `blns`, from the tests of PyPI's `bleach`, and of our own.

mod payloads;
pub mod records;

use std::collections::BTreeSet;

use serde_json::Value;

use super::root;

/// Stand for the two halves of a pair of UTF-16, each by itself. No Rust string can hold one: [`json`] puts them in.
pub const HIGH: char = '\u{f8d8}';
pub const LOW: char = '\u{f8dc}';

/// The longest text of a comment, in characters.
const LONGEST: usize = 10_000;

/// Every attack once, in the order of their letters.
pub fn attacks() -> Vec<String> {
    let all = naughty().into_iter().chain(bleached()).chain(payloads::payloads());
    let all: BTreeSet<String> = all.map(|attack| first(&attack, LONGEST)).collect();
    assert!(all.len() >= 1000, "{} attacks are less than promised", all.len());
    all.into_iter().collect()
}

/// So many of them, spread over all, each with something in it to be read.
pub fn sample(attacks: &[String], size: usize) -> Vec<&String> {
    let said: Vec<&String> = attacks.iter().filter(|attack| says_something(attack)).collect();
    said.iter().step_by(said.len() / size).take(size).copied().collect()
}

/// Whether something is left of it without its blanks, whatever is taken for one.
pub fn says_something(attack: &str) -> bool {
    attack.chars().any(char::is_alphanumeric)
}

/// The first so many characters of a text.
pub fn first(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}

/// The JSON of a value in ASCII alone, with the halves of pairs where they are meant.
pub fn json(value: &Value) -> String {
    let mut text = String::new();
    for letter in value.to_string().chars() {
        match letter {
            HIGH => text += "\\ud83d",
            LOW => text += "\\ude00",
            '\0'..='\u{7f}' => text.push(letter),
            _ => letter.encode_utf16(&mut [0; 2]).iter().for_each(|unit| text += &format!("\\u{unit:04x}")),
        }
    }
    text
}

/// The Big List of Naughty Strings.
fn naughty() -> Vec<String> {
    let path = root().join("node_modules/blns/resources/blns.json");
    let text = std::fs::read_to_string(path).expect("npm's blns is not there; run `make setup-test`");
    let list: Vec<String> = serde_json::from_str(&text).unwrap();
    assert!(list.len() > 400, "the list has {} strings", list.len());
    list
}

/// What bleach is tested with: files that have an input, a line `--`, and what bleach makes of it.
fn bleached() -> Vec<String> {
    let folder =
        std::env::var("BACKGROUNDER_BLEACH_DATA").expect("make says where bleach's tests are; use `make test`");
    let files = std::fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{folder}: {error}; run `make setup-test`"))
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "test"));
    let inputs: Vec<String> = files.map(|path| input(&std::fs::read_to_string(path).unwrap())).collect();
    assert!(inputs.len() >= 20, "{folder} has {} tests", inputs.len());
    inputs
}

fn input(test: &str) -> String {
    test.split_once("\n--\n").expect("a test has a line `--`").0.to_owned()
}
