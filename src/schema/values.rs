//! The values that keys can have.
//!
//! Deliberately absent: whether an id is defined, and whether a day is in the calendar.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::Value;

use crate::story::{Bound, NoteKind, Shape, Shelf, Stance, Status};

/// A type that stands for a value, which every key describes for itself.
macro_rules! values {
    ($($(#[$doc:meta])* $name:ident = $schema:expr;)*) => {
        $(
            $(#[$doc])*
            #[derive(Debug)]
            pub struct $name;

            impl JsonSchema for $name {
                fn schema_name() -> Cow<'static, str> {
                    stringify!($name).into()
                }

                fn inline_schema() -> bool {
                    true
                }

                fn json_schema(_: &mut SchemaGenerator) -> Schema {
                    $schema
                }
            }
        )*
    };
}

values! {
    /// A few words.
    Words = string(r"\S");
    /// A paragraph of Markdown.
    Text = string(r"\S");
    /// The id of something that the file defines or names.
    Id = string("^[a-z0-9]+(-[a-z0-9]+)*$");
    /// A day, a month, a year or a range of them.
    Date = string(&format!("^(about )?{DAY}(/{DAY})?$"));
    /// A range of days, months or years.
    Period = string(&format!("^(about )?{DAY}/{DAY}$"));
    /// A day of the calendar.
    WholeDay = string(r"^\d{4}-\d{2}-\d{2}$");
    /// The address of a web page.
    Web = string(r"^https?://\S+$");
    /// A web address or an e-mail address.
    Contact = string(r"^(https?://|mailto:)\S+$");
    /// Where a link leads.
    Link = string(r"^(https?://\S+|(actor|era|event|faq|place|section|story|term):[a-z0-9-]+)$");
    /// The passage that a note is about.
    Passage = string("^(event|faq|section):[a-z0-9-]+$");
    /// Two letters for a country.
    Country = string("^[A-Z]{2}$");
    /// Words with one whole number among them.
    Amount = string(r"\d");
    /// A number in digits.
    Quantity = string(r"^\d");
    /// Latitude and longitude.
    Point = degrees(&[90, 180]);
    /// South, west, north and east.
    Region = degrees(&[90, 180, 90, 180]);
    /// How an actor stood.
    StanceWord = one_of(Stance::ALL.map(Stance::key));
    /// How sure a statement is.
    StatusWord = one_of(Status::ALL.map(Status::key));
    /// Minimum or maximum.
    BoundWord = one_of(words(Bound::WRITTEN));
    /// What holds between two values of a chart.
    ShapeWord = one_of(words(Shape::ALL));
    /// A list of related reading.
    ShelfWord = one_of(words(Shelf::ALL));
    /// A sort of note.
    NoteWord = one_of(words(NoteKind::ALL));
    /// State or organisation.
    ActorWord = one_of(["state", "organisation"]);
}

/// A year, a month or a day.
const DAY: &str = r"\d{4}(-\d{2}(-\d{2})?)?";

fn string(pattern: &str) -> Schema {
    json_schema!({ "type": "string", "pattern": pattern })
}

fn degrees(most: &[i32]) -> Schema {
    let numbers: Vec<Value> =
        most.iter().map(|most| serde_json::json!({ "type": "number", "minimum": -most, "maximum": most })).collect();
    json_schema!({ "type": "array", "items": numbers, "minItems": most.len(), "maxItems": most.len() })
}

fn one_of<const N: usize>(words: [&str; N]) -> Schema {
    json_schema!({ "type": "string", "enum": words.as_slice() })
}

fn words<T, const N: usize>(choices: [(&'static str, T); N]) -> [&'static str; N] {
    choices.map(|(word, _)| word)
}
