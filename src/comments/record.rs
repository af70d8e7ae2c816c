//! A comment as a record on the device, and how records of other versions are read.
//!
//! Deliberately absent: mending. What cannot be read is set aside as it is.

use super::comment::{Comment, Quote, Standing};
use super::value::Value;

/// The version in which records are written.
///
/// 1 had the comment that is answered in `parent`, which could be missing, and no `likes`.
pub const VERSION: u32 = 2;

/// What a record turned out to be.
#[derive(Debug, Clone, PartialEq)]
pub enum Reading {
    /// A comment, and its record in the present version; fields that we do not know are still in it.
    Sound(Comment, Value),
    /// A record of a version that is not known yet.
    Newer,
    /// No comment; the field that is missing or wrong.
    Corrupt(&'static str),
}

/// The record of a comment of a story, under its id.
pub fn write(comment: &Comment, thread: &str) -> Value {
    write_as(&comment.id, comment, thread)
}

/// The same under another key; the id is then in `name`.
pub(super) fn write_as(key: &str, comment: &Comment, thread: &str) -> Value {
    let mut record = Value::table();
    record.set("v", f64::from(VERSION).into());
    record.set("created", comment.created.into());
    record.set("likes", f64::from(comment.likes).into());
    let texts = [
        ("id", key),
        ("thread", thread),
        ("place", &comment.parent),
        ("author", &comment.author),
        ("text", &comment.text),
    ];
    for (name, text) in texts {
        record.set(name, text.into());
    }
    if key != comment.id {
        record.set("name", comment.id.as_str().into());
    }
    let removed = comment.standing == Standing::Removed;
    let flags = [
        ("liked", comment.liked),
        ("mine", comment.mine),
        ("edited", comment.edited),
        ("hidden", comment.hidden),
        ("removed", removed),
    ];
    for (name, on) in flags {
        if on {
            record.set(name, true.into());
        }
    }
    if let Some(quote) = &comment.quote {
        record.set("section", quote.section.as_str().into());
        record.set("quote", quote.passage.as_str().into());
    }
    record
}

/// Reads a record of any version up to the present one.
pub fn read(mut record: Value) -> Reading {
    match record.get("v").as_number() {
        Some(1.0) => migrate(&mut record),
        Some(2.0) => {}
        Some(version) if version > 2.0 => return Reading::Newer,
        _ => return Reading::Corrupt("v"),
    }
    match check(&record) {
        Some(field) => Reading::Corrupt(field),
        None => Reading::Sound(comment(&record), record),
    }
}

/// Makes a record of version 1 one of the present version; fields that we do not know stay.
fn migrate(record: &mut Value) {
    record.set("v", f64::from(VERSION).into());
    if record.get("place").is_nothing() {
        let place = record.text("parent").into();
        record.set("place", place);
    }
    if record.get("likes").is_nothing() {
        record.set("likes", 0.0.into());
    }
}

/// The first field that is missing or wrong.
fn check(record: &Value) -> Option<&'static str> {
    let removed = record.has("removed");
    let passage = record.get("section").is_nothing() && record.get("quote").is_nothing();
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
        let is_left_out = passage && at > 4;
        if !is_left_out && !record.get(name).as_text().is_some_and(|text| fits(text, least, most)) {
            return Some(name);
        }
    }
    if !is_id(record.text("id")) {
        return Some("id");
    }
    if !is_id(record.text("place")) || record.text("place") == record.text("id") {
        return Some("place");
    }
    if !record.get("created").as_number().is_some_and(|time| (0.0..8.64e15).contains(&time)) {
        return Some("created");
    }
    if record.get("likes").as_count().is_none() {
        return Some("likes");
    }
    let flags = ["liked", "mine", "edited", "hidden", "removed"];
    flags.into_iter().find(|name| !matches!(record.get(name), Value::Nothing | Value::Flag(_)))
}

fn fits(text: &str, least: usize, most: usize) -> bool {
    // Counting the letters of a text costs nothing where its bytes already tell.
    text.len() >= least && (text.len() <= most || text.chars().count() <= most)
}

fn is_id(text: &str) -> bool {
    text.bytes().all(|letter| letter.is_ascii_alphanumeric() || letter == b'-')
}

/// The comment that a record holds; what it has not is left empty.
pub(super) fn comment(record: &Value) -> Comment {
    let text = |name: &str| record.text(name).to_owned();
    let id = if record.get("name").is_nothing() { text("id") } else { text("name") };
    Comment {
        id,
        parent: text("place"),
        author: text("author"),
        text: text("text"),
        created: record.get("created").as_number().unwrap_or_default(),
        likes: record.get("likes").as_count().unwrap_or_default(),
        liked: record.has("liked"),
        mine: record.has("mine"),
        edited: record.has("edited"),
        hidden: record.has("hidden"),
        quote: record
            .get("section")
            .as_text()
            .map(|section| Quote { section: section.to_owned(), passage: text("quote") }),
        standing: if record.has("removed") { Standing::Removed } else { Standing::Published },
    }
}
