//! The story that journeys visit has almost every construct of the format.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use backgrounder::schema::schemas;
use serde_json::Value;

/// What would name a host that the journeys bring themselves, or depends on the story alone.
const LEFT_OUT: [&str; 3] = ["comments.contact", "comments.server", "reactions.stances"];

/// The keys of a file that its schema knows, each with the keys that lead to it.
fn known(schema: &Value, whole: &Value, way: &str, keys: &mut BTreeSet<String>) {
    if let Some(name) = schema["$ref"].as_str() {
        known(&whole["definitions"][name.rsplit('/').next().unwrap()], whole, way, keys);
    }
    for part in ["anyOf", "oneOf", "allOf"].iter().filter_map(|kind| schema[*kind].as_array()).flatten() {
        known(part, whole, way, keys);
    }
    if schema["items"].is_object() {
        known(&schema["items"], whole, way, keys);
    }
    for (key, value) in schema["properties"].as_object().into_iter().flatten() {
        let way = if way.is_empty() { key.clone() } else { format!("{way}.{key}") };
        if !LEFT_OUT.contains(&way.as_str()) {
            known(value, whole, &way, keys);
            keys.insert(way);
        }
    }
}

/// The keys that a file has.
fn used(value: &toml::Value, way: &str, keys: &mut BTreeSet<String>) {
    match value {
        toml::Value::Table(table) => {
            for (key, value) in table {
                let way = if way.is_empty() { key.clone() } else { format!("{way}.{key}") };
                used(value, &way, keys);
                keys.insert(way);
            }
        }
        toml::Value::Array(values) => values.iter().for_each(|value| used(value, way, keys)),
        _ => {}
    }
}

#[test]
fn every_key_of_the_format_stands_in_it() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/harbour-tunnel");
    let files = schemas().into_iter().filter(|(file, _)| *file != "site.toml");
    let mut count = 0;
    for (file, schema) in files {
        let text = fs::read_to_string(folder.join(file)).unwrap();
        let (mut all, mut there) = (BTreeSet::new(), BTreeSet::new());
        known(schema.as_value(), schema.as_value(), "", &mut all);
        used(&toml::Value::Table(text.parse().unwrap()), "", &mut there);
        let missing: Vec<_> = all.difference(&there).collect();
        assert_eq!(missing, Vec::<&String>::new(), "keys of {file} that the fixture does not have");
        count += all.len();
    }
    assert!(count > 100, "{count} keys were looked for");
}
