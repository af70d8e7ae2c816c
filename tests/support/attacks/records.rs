//! Attacks as records of comments, as they are in files and on the device.

use serde_json::{Value, json};

use super::first;

/// The story whose page is attacked.
pub const THREAD: &str = "/harbour-tunnel/";

/// The longest name, passage and name of a section in a record, in characters.
const LONGEST_NAME: usize = 100;
const LONGEST_PASSAGE: usize = 500;
const LONGEST_SECTION: usize = 200;

/// Fields that are attacked one at a time.
const FIELDS: [&str; 14] = [
    "v", "place", "created", "author", "text", "likes", "liked", "mine", "edited", "hidden", "removed", "section",
    "quote", "parent",
];

/// A record with nothing wrong in it; the last letters of its id tell of which attack it is.
fn sound(kind: &str, number: usize) -> Value {
    json!({
        "v": 2,
        "id": format!("{kind}-{number}"),
        "thread": THREAD,
        "place": "",
        "created": 1_735_689_600_000_u64 + 60_000 * number as u64,
        "author": "A reader",
        "text": "Some words.",
        "likes": 0,
    })
}

/// What a name becomes, where a record is to be read.
pub fn name(attack: &str) -> String {
    first(attack, LONGEST_NAME)
}

/// Records that are read: each attack as a text; as a name, a passage, a section and a field of its own.
pub fn readable(attacks: &[String]) -> Vec<Value> {
    let each = |(number, attack): (usize, &String)| {
        let mut text = sound("text", number);
        text["text"] = json!(attack);
        let mut about = json!({ attack.as_str(): { "polluted": true } });
        for (field, value) in sound("name", number).as_object().unwrap() {
            about[field] = value.clone();
        }
        about["author"] = json!(name(attack));
        about["quote"] = json!(first(attack, LONGEST_PASSAGE));
        about["section"] = json!(first(attack, LONGEST_SECTION));
        [text, about]
    };
    attacks.iter().enumerate().flat_map(each).collect()
}

/// Records that are wrong: each attack as an id, as one field, and as almost all fields.
pub fn wrong(attacks: &[String]) -> Vec<Value> {
    let each = |(number, attack): (usize, &String)| {
        let mut id = sound("id", number);
        id["id"] = json!(attack);
        let mut one = sound("one", number);
        one[FIELDS[number % FIELDS.len()]] = json!(attack);
        let mut all = sound("all", number);
        for field in FIELDS {
            all[field] = json!(first(attack, LONGEST_PASSAGE));
        }
        [id, one, all]
    };
    attacks.iter().enumerate().flat_map(each).chain(misshapen()).collect()
}

/// Records of which one field has something in it that is no text, number or flag as it should be.
fn misshapen() -> Vec<Value> {
    let shapes = [
        json!(null),
        json!(true),
        json!(-1),
        json!(0.5),
        json!(1e308),
        json!([]),
        json!({}),
        json!([["text"]]),
        json!({"toString": "x", "__proto__": {"polluted": true}}),
    ];
    let fields = FIELDS.iter().skip(1).chain(&["thread"]);
    let all = fields.flat_map(|field| shapes.iter().map(move |shape| (*field, shape)));
    all.enumerate()
        .map(|(number, (field, shape))| {
            let mut record = sound("shape", number);
            record[field] = shape.clone();
            record
        })
        .collect()
}

/// Each attack as the story of an otherwise sound record.
pub fn elsewhere(attacks: &[&String]) -> Vec<Value> {
    let each = |(number, attack): (usize, &&String)| {
        let mut record = sound("thread", number);
        record["thread"] = json!(attack);
        record
    };
    attacks.iter().enumerate().map(each).collect()
}

/// A file of comments, which reaches for the prototype of every object on its way.
pub fn file(comments: Vec<Value>) -> Value {
    json!({
        "__proto__": { "polluted": true },
        "constructor": { "prototype": { "polluted": true } },
        "format": "backgrounder-comments",
        "v": 1,
        "thread": THREAD,
        "exported": 1_735_689_600_000_u64,
        "comments": comments,
    })
}
