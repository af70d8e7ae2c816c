//! Comments as a file, to take along and to bring back.
//!
//! Deliberately absent: files of the disk, which the browser reads and writes.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::ser::{PrettyFormatter, Serializer};

use super::json::{self, number, or_default};
use super::record::{self, RawRecord, Reading, Record};

/// What stands in every file of comments, so that it is not taken for another.
pub const FORMAT: &str = "backgrounder-comments";

/// The largest file that is read, in bytes.
pub const LARGEST_FILE: f64 = 20e6;

/// The most comments that a file may hold.
const MOST: usize = 50_000;

/// The version in which files are written.
const FILE_VERSION: u32 = 1;

/// A file that is written. Its records are as they were found.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ExportFile {
    format: &'static str,
    v: u32,
    thread: String,
    #[serde(serialize_with = "number")]
    exported: f64,
    comments: Vec<RawRecord>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    aside: Vec<RawRecord>,
    drafts: Vec<Unposted>,
}

/// What stood in a form when a file was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unposted {
    /// The comment below which the form stood; empty for the main form.
    pub place: String,
    /// Its words.
    pub text: String,
}

/// A file that is read, as far as it matters. Whatever is in its list may be no comment.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
pub struct ImportFile {
    #[serde(default, deserialize_with = "or_default")]
    format: String,
    #[serde(default, deserialize_with = "or_default")]
    v: f64,
    comments: Vec<Value>,
}

/// Why a file brings nothing in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportError {
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
pub struct ImportReport {
    /// How many are here now that were not.
    pub added: usize,
    /// How many were here already.
    pub known: usize,
    /// How many could not be read.
    pub unread: usize,
    /// Which one of them was the first, counted from one, and the field that is missing or wrong.
    pub first: Option<(usize, &'static str)>,
}

/// A file of these records; `exported` is the time in milliseconds since 1970, UTC.
pub fn write_file(thread: &str, exported: f64, comments: Vec<RawRecord>, aside: Vec<RawRecord>) -> ExportFile {
    ExportFile { format: FORMAT, v: FILE_VERSION, thread: thread.to_owned(), exported, comments, aside, drafts: vec![] }
}

impl ExportFile {
    /// The same with what stands in the forms.
    #[must_use]
    pub fn with_drafts(self, drafts: Vec<Unposted>) -> Self {
        Self { drafts, ..self }
    }

    /// The file as JSON, a line for each field.
    pub fn to_json(&self) -> String {
        let mut json = Vec::new();
        let mut serializer = Serializer::with_formatter(&mut json, PrettyFormatter::with_indent(b" "));
        // A file in memory takes all that is written, and the keys of its objects are texts.
        let _ = self.serialize(&mut serializer);
        String::from_utf8(json).unwrap_or_default()
    }
}

impl ImportFile {
    /// Reads a file's JSON.
    ///
    /// # Errors
    ///
    /// The text is no file of comments.
    pub fn parse(text: &str) -> Result<Self, ImportError> {
        // By way of a value: where a file has a field twice, the last one holds, as in JavaScript.
        json::parse(text).and_then(|file| json::object(&file)).ok_or(ImportError::Other)
    }
}

/// The records of a file, in the present version, and what is to be said of those that cannot be read.
///
/// # Errors
///
/// The file brings nothing in.
pub fn read_file(file: &ImportFile, thread: &str) -> Result<(Vec<Record>, ImportReport), ImportError> {
    if file.format != FORMAT || file.v < f64::from(FILE_VERSION) {
        return Err(ImportError::Other);
    }
    if file.comments.len() > MOST {
        return Err(ImportError::TooLarge);
    }
    let (mut brought, mut records) = (ImportReport::default(), Vec::new());
    for (at, comment) in file.comments.iter().enumerate() {
        match record::read(comment.as_object().cloned().unwrap_or_default()) {
            Reading::Newer => return Err(ImportError::Newer),
            Reading::Sound(_, record) if record.thread != thread => return Err(ImportError::OtherStory(record.thread)),
            Reading::Sound(_, record) => records.push(*record),
            Reading::Corrupt(field) => {
                brought.unread += 1;
                brought.first.get_or_insert((at + 1, field));
            }
        }
    }
    if file.v > f64::from(FILE_VERSION) { Err(ImportError::Newer) } else { Ok((records, brought)) }
}
