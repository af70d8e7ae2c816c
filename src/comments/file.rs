//! Comments as a file, to take along and to bring back.
//!
//! Deliberately absent: JSON as text, which the browser reads and writes.

use super::record::{self, Reading};
use super::value::Value;

/// What stands in every file of comments, so that it is not taken for another.
pub const FORMAT: &str = "backgrounder-comments";

/// The largest file that is read, in bytes.
pub const LARGEST_FILE: f64 = 20e6;

/// The most comments that a file may hold.
const MOST: usize = 50_000;

/// The version in which files are written.
const FILE_VERSION: f64 = 1.0;

/// Why a file brings nothing in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotAFile {
    /// It is no file of comments.
    Other,
    /// It is larger than any that is read.
    TooLarge,
    /// It was written by a newer version of the page.
    Newer,
    /// Its comments are about another story, whose address within the site this is.
    OtherStory(String),
}

/// What became of a file's comments.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Brought {
    /// How many are here now that were not.
    pub added: usize,
    /// How many were here already.
    pub known: usize,
    /// How many could not be read.
    pub unread: usize,
    /// Which one of them was the first, counted from one, and the field that is missing or wrong.
    pub first: Option<(usize, &'static str)>,
}

/// A file of these records.
pub fn write_file(thread: &str, exported: f64, records: Value, aside: Value) -> Value {
    let file = Value::table()
        .with("format", FORMAT.into())
        .with("v", FILE_VERSION.into())
        .with("thread", thread.into())
        .with("exported", exported.into())
        .with("comments", records);
    if aside.items().is_empty() { file } else { file.with("aside", aside) }
}

/// The records of a file, in the present version, and what is to be said of those that cannot be read.
///
/// # Errors
///
/// The file brings nothing in.
pub fn read_file(file: &Value, thread: &str) -> Result<(Vec<Value>, Brought), NotAFile> {
    let Value::List(comments) = file.get("comments") else {
        return Err(NotAFile::Other);
    };
    let version = file.get("v").as_number().unwrap_or_default();
    if file.text("format") != FORMAT || version < FILE_VERSION {
        return Err(NotAFile::Other);
    }
    if comments.len() > MOST {
        return Err(NotAFile::TooLarge);
    }
    let (mut brought, mut records) = (Brought::default(), Vec::new());
    for (at, comment) in comments.iter().enumerate() {
        match record::read(comment.clone()) {
            Reading::Newer => return Err(NotAFile::Newer),
            Reading::Sound(_, record) if record.text("thread") != thread => {
                return Err(NotAFile::OtherStory(record.text("thread").to_owned()));
            }
            Reading::Sound(_, record) => records.push(record),
            Reading::Corrupt(field) => {
                brought.unread += 1;
                brought.first.get_or_insert((at + 1, field));
            }
        }
    }
    if version > FILE_VERSION { Err(NotAFile::Newer) } else { Ok((records, brought)) }
}
