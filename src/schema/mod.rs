//! What a story's TOML files may hold, as JSON Schemas, with which text editors complete and check while one types.
//!
//! Deliberately absent: reading the files. `reading` does that, and knows more than a schema can say.

pub mod actors;
pub mod claims;
pub mod figures;
pub mod glossary;
pub mod site;
pub mod story;
pub mod timeline;
pub mod values;

use schemars::generate::SchemaSettings;
use schemars::transform::transform_subschemas;
use schemars::{JsonSchema, Schema};
use serde_json::{Value, json};

/// The schema of each file, by the file's name.
pub fn schemas() -> [(&'static str, Schema); 7] {
    [
        ("claims.toml", schema::<claims::Claims>()),
        ("sources.toml", schema::<claims::Sources>()),
        ("timeline.toml", schema::<timeline::Timeline>()),
        ("actors.toml", schema::<actors::Actors>()),
        ("glossary.toml", schema::<glossary::Glossary>()),
        ("story.toml", schema::<story::Story>()),
        ("site.toml", schema::<site::Site>()),
    ]
}

/// Where the schema of a file is kept: `claims.schema.json` for `claims.toml`.
pub fn file_name(toml: &str) -> String {
    format!("{}.schema.json", toml.trim_end_matches(".toml"))
}

/// A schema as its file has it.
pub fn printed(schema: &Schema) -> String {
    format!("{:#}\n", schema.as_value())
}

/// Editors for TOML know draft 7 best.
fn schema<T: JsonSchema>() -> Schema {
    SchemaSettings::draft07().with_transform(without_null).into_generator().into_root_schema_for::<T>()
}

/// TOML has no null: what may be left out is left out.
fn without_null(schema: &mut Schema) {
    transform_subschemas(&mut without_null, schema);
    if let Some(Value::Array(types)) = schema.get_mut("type") {
        types.retain(|name| name != "null");
        if let [only] = &types[..] {
            let only = only.clone();
            schema.insert("type".into(), only);
        }
    }
    if let Some(Value::Array(choices)) = schema.get_mut("anyOf") {
        choices.retain(|choice| *choice != json!({ "type": "null" }));
        if let [Value::Object(only)] = &choices[..] {
            let only = only.clone();
            schema.remove("anyOf");
            // Beside a `$ref` draft 7 reads nothing, so that the description needs a list of one.
            schema.insert("allOf".into(), json!([only]));
        }
    }
}
