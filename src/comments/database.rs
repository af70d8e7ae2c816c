//! What a store asks of a database on the device.
//!
//! Deliberately absent: IndexedDB itself, which is in `browser`, and what the records mean.

use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use super::{Failure, Value};

/// An answer that is still to come.
pub type Told<'a, T> = Pin<Box<dyn Future<Output = Result<T, Failure>> + 'a>>;

/// A database that several stores share.
pub type Shared = Rc<dyn Database>;

/// Where records are kept. Every record has its key in the field `id`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shelf {
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

impl Shelf {
    /// Every shelf, in the order of their declaration.
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
pub struct Ask {
    /// From where.
    pub shelf: Shelf,
    /// In which order; by key where there is none.
    pub index: Option<Index>,
    /// What the fields of the index, or the key, have to begin with.
    pub prefix: Vec<Value>,
    /// Whether the last comes first.
    pub backwards: bool,
    /// How many are passed over.
    pub skip: usize,
    /// How many are read at most.
    pub limit: usize,
    /// Whether only their number is told.
    pub count: bool,
}

impl Ask {
    /// All of a shelf.
    pub fn all(shelf: Shelf) -> Self {
        Self { shelf, index: None, prefix: Vec::new(), backwards: false, skip: 0, limit: usize::MAX, count: false }
    }

    /// The record of that key.
    pub fn one(shelf: Shelf, key: &str) -> Self {
        Self { prefix: vec![key.into()], ..Self::all(shelf) }
    }

    /// Comments by an index.
    pub fn by(index: Index, prefix: Vec<Value>) -> Self {
        Self { index: Some(index), prefix, ..Self::all(Shelf::Comments) }
    }

    /// Only how many there are.
    pub fn count(self) -> Self {
        Self { count: true, ..self }
    }
}

/// A change to a database.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// Put a record in the place of what has its key.
    Put(Shelf, Value),
    /// Put a record unless there is one of its key.
    Add(Shelf, Value),
    /// Set these fields of the record of that key, if there is one, and leave its others as they are. Nothing is set
    /// where the number named last is larger in the record than this.
    Merge(Shelf, String, Value, Option<(&'static str, f64)>),
    /// Take away the record of that key, whatever it is.
    Drop(Shelf, Value),
    /// Take away the record of that key, and tell what it was.
    Remove(Shelf, Value),
}

/// A database on the device.
pub trait Database {
    /// Reads all that is asked for, in one transaction: a list of records for each, or their number.
    fn read(&self, asks: Vec<Ask>) -> Told<'_, Vec<Value>>;

    /// Makes all changes or none, and answers when they are on the disk, with the record that each one met: nothing
    /// where there was none, where a merge was not to be made, and for what is put or dropped.
    fn write(&self, changes: Vec<Change>) -> Told<'_, Vec<Value>>;

    /// Whether what is written is there after the visit.
    fn lasts(&self) -> bool;
}
