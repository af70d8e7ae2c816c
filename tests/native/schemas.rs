//! The schemas say of a story's files what the reader says.

use std::collections::BTreeSet;
use std::path::PathBuf;

use backgrounder::reading::{self, Files, Known, Problem};
use backgrounder::schema::{file_name, printed, schemas};
use serde_json::Value;

use crate::flagship::files_of;
use crate::stories::slugs;
use crate::tiny::files;

/// A table that a file may hold: the keys that lead to it, and what the schema says of its own.
struct Table {
    file: &'static str,
    /// Each with whether it is a list.
    way: Vec<(String, bool)>,
    keys: BTreeSet<String>,
    required: BTreeSet<String>,
}

/// What the reader misses with words of its own where a schema calls a key required.
const MISSED_OTHERWISE: [&str; 7] = [
    "claim/sources",
    "event/sources",
    "figure/chart/value",
    "figure/table/columns",
    "figure/table/row",
    "figure/table/row/cells",
    "map/place/point",
];

fn tables() -> Vec<Table> {
    let mut tables = Vec::new();
    for (file, schema) in schemas() {
        collect(file, schema.as_value(), schema.as_value(), &[], &mut tables);
    }
    tables
}

fn collect(file: &'static str, root: &Value, at: &Value, way: &[(String, bool)], into: &mut Vec<Table>) {
    let at = resolved(root, at);
    let Some(properties) = at["properties"].as_object() else { return };
    let required = at["required"].as_array().into_iter().flatten().map(|key| key.as_str().unwrap().to_owned());
    into.push(Table {
        file,
        way: way.to_vec(),
        keys: properties.keys().cloned().collect(),
        required: required.collect(),
    });
    for (key, value) in properties {
        let is_list = value["type"] == "array";
        let below: Vec<_> = way.iter().cloned().chain([(key.clone(), is_list)]).collect();
        collect(file, root, if is_list { &value["items"] } else { value }, &below, into);
    }
}

/// The schema that is meant where one refers to another.
fn resolved<'a>(root: &'a Value, at: &'a Value) -> &'a Value {
    let reference = at["$ref"].as_str().or_else(|| at["allOf"][0]["$ref"].as_str());
    reference.map_or(at, |reference| root.pointer(reference.trim_start_matches('#')).unwrap())
}

impl Table {
    fn address(&self) -> String {
        self.way.iter().map(|(key, _)| key.as_str()).collect::<Vec<_>>().join("/")
    }

    /// A file that has the table, with these lines and a key that nobody knows.
    fn written(&self, lines: &str) -> String {
        let mut text = String::new();
        let mut keys: Vec<&str> = Vec::new();
        for (key, is_list) in &self.way {
            keys.push(key);
            let name = keys.join(".");
            text.push_str(&if *is_list { format!("[[{name}]]\n") } else { format!("[{name}]\n") });
        }
        format!("{text}unheard-of = 1\n{lines}\n")
    }

    /// What the reader says of it.
    fn problems(&self, lines: &str) -> Vec<Problem> {
        let mut files = files();
        files.insert(self.file.to_owned(), self.written(lines).into_bytes());
        let problems = if self.file == "site.toml" {
            reading::read_site(&files, &Known { stories: vec!["tiny"], ..Known::default() }).unwrap_err()
        } else {
            reading::read("tiny", &files, &["tiny"]).unwrap_err()
        };
        problems.into_iter().filter(|problem| problem.file == self.file).collect()
    }
}

/// The keys that the reader names where it meets one that it does not know.
fn keys_in(problems: &[Problem]) -> (String, BTreeSet<String>) {
    let found = problems.iter().find_map(|problem| {
        let name = problem.message.strip_prefix("`unheard-of` is not a key of ")?;
        Some((name.to_owned(), problem.remedy.strip_prefix("the keys here are: ")?))
    });
    let (name, keys) = found.unwrap_or_else(|| panic!("{problems:?}"));
    (name, keys.split(", ").map(str::to_owned).collect())
}

#[test]
fn a_schema_has_the_keys_that_the_reader_reads() {
    for table in tables() {
        // The reader asks a state alone for its country.
        let lines = if table.address() == "actor" { "kind = \"state\"" } else { "" };
        let (_, keys) = keys_in(&table.problems(lines));
        assert_eq!(table.keys, keys, "{} {}", table.file, table.address());
    }
}

#[test]
fn a_schema_requires_what_the_reader_misses() {
    let mut missed_otherwise = BTreeSet::new();
    for table in tables() {
        let problems = table.problems("");
        let (name, _) = keys_in(&problems);
        let missed = problems.iter().filter_map(|problem| problem.message.strip_prefix(&format!("{name} has no ")));
        let missed: BTreeSet<String> = missed
            .filter(|key| key.starts_with(['`', '[']))
            .map(|key| key.trim_matches(['`', '[', ']']).to_owned())
            .collect();
        assert!(missed.is_subset(&table.required), "{name}: {missed:?} are missed, {:?} required", table.required);
        let address = table.address();
        missed_otherwise.extend(table.required.difference(&missed).map(|key| format!("{address}/{key}")));
    }
    assert_eq!(missed_otherwise.iter().map(String::as_str).collect::<Vec<_>>(), MISSED_OTHERWISE);
}

fn validator(file: &str) -> jsonschema::Validator {
    let (_, schema) = schemas().into_iter().find(|(name, _)| *name == file).unwrap();
    jsonschema::validator_for(schema.as_value()).unwrap()
}

fn complaints(file: &str, text: &str) -> Vec<String> {
    let value: Value = toml::from_str(text).unwrap();
    validator(file).iter_errors(&value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

fn all_stories() -> Vec<(String, Files)> {
    let stories = slugs().into_iter().map(|slug| (slug.clone(), files_of(&slug)));
    stories.chain([("tiny".to_owned(), files())]).collect()
}

#[test]
fn every_story_fits_the_schemas() {
    for (slug, files) in all_stories() {
        for (file, text) in files.iter().filter(|(file, _)| file.ends_with(".toml")) {
            let found = complaints(file, std::str::from_utf8(text).unwrap());
            assert!(found.is_empty(), "{slug}/{file}: {found:?}");
        }
    }
    let site = std::fs::read_to_string(root().join("stories/site.toml")).unwrap();
    assert_eq!(complaints("site.toml", &site), Vec::<String>::new());
}

/// Mistakes that a text editor shows while one types; the reader refuses them too.
const MISTAKES: [(&str, &str, &str, &str); 14] = [
    ("claims.toml", "claim", "status = \"reported\"", "status = \"disputed\""),
    ("claims.toml", "claim", "status = \"reported\"", "status = \"reportde\""),
    ("claims.toml", "claim", "date = \"2026-02-06\"", "date = \"6 February 2026\""),
    ("claims.toml", "claim", "sources = [\"paper\"]", "sources = []"),
    ("claims.toml", "claim", "id = \"began\"", "id = \"It Began\""),
    ("timeline.toml", "event", "sources = [\"paper\"]", "sources = [\"paper\"]\nstatus = \"claimed\""),
    ("actors.toml", "actor", "iso = \"OM\"", ""),
    ("actors.toml", "actor", "point = [23.588, 58.383]", "point = [123.588, 58.383]"),
    ("actors.toml", "actor", "point = [23.588, 58.383]", "point = [23.588]"),
    (
        "story.toml",
        "related",
        "[provenance]",
        "[[related]]\nshelf = \"also\"\ntitle = \"T\"\ntext = \"T.\"\nlink = \"example.org\"\n[provenance]",
    ),
    ("story.toml", "map", "region = [", "region = [91.0, "),
    ("story.toml", "comments", "prompt = ", "promt = "),
    ("sources.toml", "source", "publisher = ", "publisher = 1 # "),
    ("sources.toml", "source", "title = \"", "title = \"\" # \""),
];

#[test]
fn a_schema_refuses_what_the_reader_refuses() {
    for (file, table, from, to) in MISTAKES {
        let mut files = files();
        let text = String::from_utf8(files[file].clone()).unwrap();
        assert!(text.contains(from), "{file} of the tiny story has {from}");
        let text = text.replacen(from, to, 1);
        let found = complaints(file, &text);
        assert!(found.iter().any(|error| error.contains(table)), "{file} with {to}: {found:?}");
        files.insert(file.to_owned(), text.into_bytes());
        assert!(reading::read("tiny", &files, &["tiny"]).is_err(), "{file} with {to} is read");
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn the_schemas_that_are_kept_are_those_of_the_code() {
    for (file, schema) in schemas() {
        let path = root().join("schemas").join(file_name(file));
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(kept == printed(&schema), "{} is out of date; write it anew with `make schemas`", path.display());
    }
}

#[test]
fn text_editors_are_told_which_schema_is_for_which_file() {
    let told = std::fs::read_to_string(root().join(".taplo.toml")).unwrap();
    let told: Value = toml::from_str(&told).unwrap();
    for (file, _) in schemas() {
        let rule = told["rule"].as_array().unwrap().iter().find(|rule| {
            rule["include"].as_array().unwrap().iter().any(|path| path.as_str().unwrap().ends_with(&format!("/{file}")))
        });
        assert_eq!(rule.unwrap()["schema"]["path"], format!("schemas/{}", file_name(file)), "{file}");
    }
}
