//! What a store asks of a database on the device.
//!
//! Deliberately absent: IndexedDB itself, which is in `browser`, and what the records mean.

use std::rc::Rc;

use futures_util::future::LocalBoxFuture;
use serde_json::Value;

use super::record::RawRecord;
use super::store::Failure;

/// A database that several stores share.
pub type DatabaseHandle = Rc<dyn Database>;

/// Where records are kept. Every record has its key in the field `id`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StoreName {
    /// Comments that are kept on this device alone.
    Comments,
    /// What is being written.
    Drafts,
    /// What the reader did with comments of a server: wrote, liked, hid.
    Marks,
    /// Comments on their way to a server.
    Outbox,
    /// Records that could not be read.
    Aside,
}

impl StoreName {
    /// Every store, in the order of their declaration.
    pub const ALL: [Self; 5] = [Self::Comments, Self::Drafts, Self::Marks, Self::Outbox, Self::Aside];

    /// Its name in the database.
    pub fn name(self) -> &'static str {
        match self {
            Self::Comments => "comments",
            Self::Drafts => "drafts",
            Self::Marks => "marks",
            Self::Outbox => "outbox",
            Self::Aside => "aside",
        }
    }
}

/// An order in which comments can be walked through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Index {
    /// By story, place and time.
    Time,
    /// By story, place, likes and time.
    Likes,
    /// By story and section.
    Section,
}

/// The indexes of the comments, each with the fields that it goes by.
pub const INDEXES: [(Index, &str, &[&str]); 3] = [
    (Index::Time, "time", &["thread", "place", "created"]),
    (Index::Likes, "likes", &["thread", "place", "likes", "created"]),
    (Index::Section, "section", &["thread", "section"]),
];

/// What is to be read.
#[derive(Debug, Clone, PartialEq)]
pub struct Query {
    /// From where.
    pub store: StoreName,
    /// In which order; by key where there is none.
    pub index: Option<Index>,
    /// What the fields of the index, or the key, have to begin with.
    pub prefix: Vec<String>,
    /// Whether the last comes first.
    pub backwards: bool,
    /// How many are passed over.
    pub skip: usize,
    /// How many are read at most.
    pub limit: usize,
    /// Whether only their number is told.
    pub count: bool,
}

impl Query {
    /// All of a store.
    pub fn all(store: StoreName) -> Self {
        Self { store, index: None, prefix: Vec::new(), backwards: false, skip: 0, limit: usize::MAX, count: false }
    }

    /// The record of that key.
    pub fn one(store: StoreName, key: &str) -> Self {
        Self { prefix: vec![key.to_owned()], ..Self::all(store) }
    }

    /// Comments by an index.
    pub fn by(index: Index, prefix: Vec<String>) -> Self {
        Self { index: Some(index), prefix, ..Self::all(StoreName::Comments) }
    }

    /// Only how many there are.
    pub fn count(self) -> Self {
        Self { count: true, ..self }
    }
}

/// What was found.
#[derive(Debug, Clone, PartialEq)]
pub enum Rows {
    /// Records, in the order that was asked for.
    Records(Vec<RawRecord>),
    /// How many there are.
    Count(usize),
}

impl Rows {
    /// The records; none where only their number was asked for.
    pub fn records(&self) -> &[RawRecord] {
        if let Self::Records(records) = self { records } else { &[] }
    }

    /// Gives the records away.
    pub fn into_records(self) -> Vec<RawRecord> {
        if let Self::Records(records) = self { records } else { Vec::new() }
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        match self {
            Self::Records(records) => records.len(),
            Self::Count(count) => *count,
        }
    }
}

/// A change to a database. A key is a text, or whatever else an unknown record was found under.
#[derive(Debug, Clone, PartialEq)]
pub enum WriteOp {
    /// Put a record in the place of what has its key.
    Put(StoreName, RawRecord),
    /// Put a record unless there is one of its key.
    Add(StoreName, RawRecord),
    /// Set these fields of the record of that key, if there is one, and leave its others as they are. Nothing is set
    /// where the number named last is larger in the record than this.
    Merge(StoreName, String, RawRecord, Option<(&'static str, f64)>),
    /// Take away the record of that key, whatever it is.
    Drop(StoreName, Value),
    /// Take away the record of that key, and tell what it was.
    Remove(StoreName, Value),
}

/// A database on the device.
pub trait Database {
    /// Reads all that is asked for, in one transaction.
    fn read(&self, queries: Vec<Query>) -> LocalBoxFuture<'_, Result<Vec<Rows>, Failure>>;

    /// Makes all changes or none, and answers when they are on the disk, with the record that each one met: nothing
    /// where there was none, where a merge was not to be made, and for what is put or dropped.
    fn write(&self, changes: Vec<WriteOp>) -> LocalBoxFuture<'_, Result<Vec<Option<RawRecord>>, Failure>>;

    /// Whether what is written is there after the visit.
    fn lasts(&self) -> bool;
}
