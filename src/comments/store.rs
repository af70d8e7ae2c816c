//! What the comment box asks of a store, whichever it is.
//!
//! Deliberately absent: what is done when a store fails, which the box decides.

use futures_util::future::LocalBoxFuture;

use super::comment::{Comment, Thread};
use super::file::{ExportFile, ImportError, ImportFile, ImportReport};
use super::record::RawRecord;

/// A place where comments are kept.
pub trait Store {
    /// What the store can do.
    fn capabilities(&self) -> Capabilities;

    /// Does what is asked.
    fn ask<'a>(&'a self, request: &'a Request) -> LocalBoxFuture<'a, Result<Answer, Failure>>;
}

/// What a store can do. The view follows it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Capabilities {
    /// Others see what is posted.
    pub shares: bool,
    /// What was removed can be brought back; otherwise it is removed only once the reader can no longer want it back.
    pub restores: bool,
    /// A like can be taken back.
    pub unlikes: bool,
    /// Comments can be brought in from a file.
    pub imports: bool,
    /// What is kept is there after the visit.
    pub lasts: bool,
    /// The shortest text, in characters.
    pub shortest: usize,
}

/// An order of comments. Answers stand in the order of time below what they answer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sort {
    /// Newest first.
    #[default]
    Newest,
    /// Oldest first.
    Oldest,
    /// Most liked first.
    Liked,
}

impl Sort {
    /// The order of that key, as the field's options have it.
    pub fn of(key: &str) -> Self {
        match key {
            "oldest" => Self::Oldest,
            "liked" => Self::Liked,
            _ => Self::Newest,
        }
    }
}

/// What can be asked of a store.
#[derive(Debug, Clone, PartialEq)]
pub enum Request {
    /// Comments that answer none, in an order, with their answers: so many, after so many.
    List(Sort, usize, usize),
    /// The comment of that id, with all that belongs to it.
    Find(String),
    /// How many comments there are in all, and on each of these sections.
    Count(Vec<String>),
    /// Keeps a new comment.
    Post(Comment),
    /// Sends again what may or may not have arrived.
    Resend(String),
    /// Sends all that waits.
    Flush,
    /// Keeps the comment's text, which has changed.
    Edit(Comment),
    /// Takes a comment away; whether it was answered.
    Remove(String, bool),
    /// Brings back what was taken away.
    Restore(RawRecord),
    /// Keeps whether this reader likes the comment, which has changed.
    Like(Comment),
    /// Keeps whether this reader has hidden the comment, which has changed.
    Hide(Comment),
    /// All that there is to be saved as a file.
    Export,
    /// Brings in what is in a file.
    Import(ImportFile),
}

/// What a store answers.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// Comments.
    Page(Page),
    /// The comment that was looked for, with what belongs to it.
    Found(Option<Thread>),
    /// How many comments there are.
    Counts(Counts),
    /// A comment was kept, or is on its way.
    Posted(Comment),
    /// So many comments that had waited have arrived; and why the server does not want another, if it does not.
    Flushed(usize, Option<Failure>),
    /// A comment was taken away; what brings it back, if anything does.
    Removed(Option<RawRecord>),
    /// It was done.
    Done,
    /// What is to be saved as a file.
    File(ExportFile),
    /// What became of a file's comments.
    Imported(Result<ImportReport, ImportError>),
}

/// Some of the comments.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Page {
    /// The comments, in their order.
    pub threads: Vec<Thread>,
    /// Whether there are more.
    pub more: bool,
    /// How many comments there are in all, with answers; nothing where counting takes longer than listing.
    pub total: Option<usize>,
    /// How many records could not be read and are set aside.
    pub aside: usize,
    /// Why there is no more than what the device knows.
    pub failure: Option<Failure>,
}

/// How many comments there are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts {
    /// In all, with answers; nothing where the list tells.
    pub total: Option<usize>,
    /// On each section.
    pub sections: Vec<(String, usize)>,
    /// Whether there may be more on each section.
    pub more: bool,
    /// How many records are of a version that is not known yet.
    pub newer: usize,
    /// Whether records were found that had to be mended or set aside, so that a list is another now.
    pub mended: bool,
}

/// Why a store could not do what was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// There is no room left on the device.
    Full,
    /// The browser does not let the page keep anything.
    Forbidden,
    /// The device's database does not work.
    Broken,
    /// The database belongs to a newer version of the page.
    Newer,
    /// The server cannot be reached.
    Offline,
    /// The server did not answer in time.
    TimedOut,
    /// The server refuses, because too much was posted or the time for it is over.
    Refused,
    /// The server takes comments with a name only.
    NameWanted,
    /// The server takes comments with an e-mail address only, for which the box does not ask.
    MailWanted,
    /// The server finds the comment wrong.
    Invalid,
    /// The server is in trouble.
    Server,
    /// What the server answers cannot be read.
    Nonsense,
    /// The comment is not there any more.
    Gone,
}

impl Failure {
    /// Whether the server has looked at what was sent and does not want it.
    pub fn is_refusal(self) -> bool {
        matches!(self, Self::Refused | Self::Invalid | Self::NameWanted | Self::MailWanted)
    }
}
