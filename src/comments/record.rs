//! A comment as a record on the device, and how records of other versions are read.
//!
//! Deliberately absent: mending. What cannot be read is set aside as it is.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::comment::{Comment, DeliveryStatus, Quote};
use super::json::{self, as_count, count_or_zero, number, or_default};

/// The version in which records are written.
///
/// 1 had the comment that is answered in `parent`, which could be missing, and no `likes`.
pub const VERSION: u32 = 2;

/// A record as a database or a file has it, before it is read.
pub type RawRecord = Map<String, Value>;

/// A record of the present version. What it has not is left empty; fields that we do not know are kept.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Record {
    #[serde(deserialize_with = "count_or_zero")]
    v: u32,
    #[serde(deserialize_with = "or_default", serialize_with = "number")]
    created: f64,
    #[serde(deserialize_with = "count_or_zero")]
    likes: u32,
    #[serde(deserialize_with = "or_default")]
    id: String,
    #[serde(deserialize_with = "or_default")]
    pub(super) thread: String,
    #[serde(deserialize_with = "or_default")]
    place: String,
    #[serde(deserialize_with = "or_default")]
    author: String,
    #[serde(deserialize_with = "or_default")]
    text: String,
    /// The comment's id, where the record has another key.
    #[serde(deserialize_with = "or_default", skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(deserialize_with = "or_default", skip_serializing_if = "is_off")]
    liked: bool,
    #[serde(deserialize_with = "or_default", skip_serializing_if = "is_off")]
    mine: bool,
    #[serde(deserialize_with = "or_default", skip_serializing_if = "is_off")]
    edited: bool,
    #[serde(deserialize_with = "or_default", skip_serializing_if = "is_off")]
    hidden: bool,
    #[serde(deserialize_with = "or_default", skip_serializing_if = "is_off")]
    removed: bool,
    #[serde(deserialize_with = "or_default", skip_serializing_if = "Option::is_none")]
    section: Option<String>,
    #[serde(deserialize_with = "or_default", skip_serializing_if = "Option::is_none")]
    quote: Option<String>,
    #[serde(flatten)]
    unknown: RawRecord,
}

fn is_off(flag: &bool) -> bool {
    !flag
}

impl From<Record> for RawRecord {
    fn from(record: Record) -> Self {
        json::fields(&record)
    }
}

/// What a record turned out to be.
#[derive(Debug, Clone, PartialEq)]
pub enum Reading {
    /// A comment, and its record in the present version; fields that we do not know are still in it.
    Sound(Comment, Box<Record>),
    /// A record of a version that is not known yet.
    Newer,
    /// No comment; the field that is missing or wrong.
    Corrupt(&'static str),
}

/// The record of a comment of a story, under its id.
pub fn write(comment: &Comment, thread: &str) -> Record {
    write_as(&comment.id, comment, thread)
}

/// The same under another key; the id is then in `name`.
pub(super) fn write_as(key: &str, comment: &Comment, thread: &str) -> Record {
    Record {
        v: VERSION,
        created: comment.created,
        likes: comment.likes,
        id: key.to_owned(),
        thread: thread.to_owned(),
        place: comment.parent.clone(),
        author: comment.author.clone(),
        text: comment.text.clone(),
        name: (key != comment.id).then(|| comment.id.clone()),
        liked: comment.liked,
        mine: comment.mine,
        edited: comment.edited,
        hidden: comment.hidden,
        removed: comment.standing == DeliveryStatus::Removed,
        section: comment.quote.as_ref().map(|quote| quote.section.clone()),
        quote: comment.quote.as_ref().map(|quote| quote.passage.clone()),
        unknown: RawRecord::new(),
    }
}

/// Reads a record of any version up to the present one.
pub fn read(mut record: RawRecord) -> Reading {
    match record.get("v").and_then(Value::as_f64) {
        Some(1.0) => migrate(&mut record),
        Some(2.0) => {}
        Some(version) if version > 2.0 => return Reading::Newer,
        _ => return Reading::Corrupt("v"),
    }
    match check(&record) {
        Some(field) => Reading::Corrupt(field),
        None => {
            let record = typed(&record);
            Reading::Sound(record.comment(), Box::new(record))
        }
    }
}

/// Makes a record of version 1 one of the present version; fields that we do not know stay.
fn migrate(record: &mut RawRecord) {
    record.insert("v".to_owned(), VERSION.into());
    if is_nothing(record, "place") {
        let parent = json::text(record, "parent").into();
        record.insert("place".to_owned(), parent);
    }
    if is_nothing(record, "likes") {
        record.insert("likes".to_owned(), 0.into());
    }
}

fn is_nothing(record: &RawRecord, name: &str) -> bool {
    record.get(name).is_none_or(Value::is_null)
}

/// The first field that is missing or wrong.
fn check(record: &RawRecord) -> Option<&'static str> {
    let text = |name: &str| json::text(record, name);
    let removed = record.get("removed") == Some(&Value::Bool(true));
    let about_nothing = is_nothing(record, "section") && is_nothing(record, "quote");
    let texts = [
        ("id", 1, 64),
        ("thread", 1, 500),
        ("place", 0, 64),
        ("author", 0, Comment::LONGEST_NAME),
        ("text", usize::from(!removed), Comment::LONGEST),
        ("section", 1, 200),
        ("quote", 0, Comment::LONGEST_PASSAGE),
    ];
    for (at, (name, least, most)) in texts.into_iter().enumerate() {
        let is_left_out = about_nothing && at > 4;
        let is_sound = record.get(name).and_then(Value::as_str).is_some_and(|text| fits(text, least, most));
        if !is_left_out && !is_sound {
            return Some(name);
        }
    }
    if !is_id(text("id")) {
        return Some("id");
    }
    if !is_id(text("place")) || text("place") == text("id") {
        return Some("place");
    }
    if !record.get("created").and_then(Value::as_f64).is_some_and(|time| (0.0..8.64e15).contains(&time)) {
        return Some("created");
    }
    if record.get("likes").and_then(as_count).is_none() {
        return Some("likes");
    }
    let flags = ["liked", "mine", "edited", "hidden", "removed"];
    flags.into_iter().find(|name| !is_nothing(record, name) && !record.get(*name).is_some_and(Value::is_boolean))
}

fn fits(text: &str, least: usize, most: usize) -> bool {
    // Counting the letters of a text costs nothing where its bytes already tell.
    text.len() >= least && (text.len() <= most || text.chars().count() <= most)
}

fn is_id(text: &str) -> bool {
    text.bytes().all(|letter| letter.is_ascii_alphanumeric() || letter == b'-')
}

fn typed(record: &RawRecord) -> Record {
    // No field of a record is needed, so there is always one.
    json::read_as(record).unwrap_or_default()
}

/// The comment that a record holds; what it has not is left empty.
pub(super) fn comment(record: &RawRecord) -> Comment {
    typed(record).comment()
}

impl Record {
    fn comment(&self) -> Comment {
        let quote =
            |section: &String| Quote { section: section.clone(), passage: self.quote.clone().unwrap_or_default() };
        Comment {
            id: self.name.as_ref().unwrap_or(&self.id).clone(),
            parent: self.place.clone(),
            author: self.author.clone(),
            text: self.text.clone(),
            created: self.created,
            likes: self.likes,
            liked: self.liked,
            mine: self.mine,
            edited: self.edited,
            hidden: self.hidden,
            quote: self.section.as_ref().map(quote),
            standing: if self.removed { DeliveryStatus::Removed } else { DeliveryStatus::Published },
        }
    }
}
