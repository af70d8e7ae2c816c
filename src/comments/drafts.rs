//! What is being written, kept at each pause, so that a crash takes no words away.
//!
//! Deliberately absent: when a pause is long enough.

use super::comment::Comment;
use super::database::{Database, Query, Rows, StoreName, WriteOp};
use super::json;
use super::record::{self, RawRecord};
use super::store::Failure;

/// The key of whatever belongs to a comment of a story.
pub(super) fn key(thread: &str, id: &str) -> String {
    [thread, "\n", id].concat()
}

/// The change that forgets what was being written in answer to a comment, or in answer to none.
pub(super) fn forgotten(thread: &str, parent: &str) -> WriteOp {
    WriteOp::Drop(StoreName::Drafts, key(thread, parent).into())
}

/// The change that keeps what is being written, or forgets it where it is empty.
pub(super) fn kept(thread: &str, draft: &Comment) -> WriteOp {
    if draft.text.trim().is_empty() && draft.quote.is_none() {
        return forgotten(thread, &draft.parent);
    }
    WriteOp::Put(StoreName::Drafts, record::write_as(&key(thread, &draft.parent), draft, thread).into())
}

/// Keeps what is being written.
///
/// # Errors
///
/// The database does not take it.
pub async fn keep(database: &dyn Database, thread: &str, draft: &Comment) -> Result<(), Failure> {
    database.write(vec![kept(thread, draft)]).await.map(|_| ())
}

/// All that is being written on a story.
///
/// # Errors
///
/// The database cannot be read.
pub async fn drafts(database: &dyn Database, thread: &str) -> Result<Vec<Comment>, Failure> {
    let found = database.read(vec![Query::all(StoreName::Drafts)]).await?;
    Ok(of_story(found.first(), thread).map(record::comment).collect())
}

/// Those of the records found that belong to a story.
pub(super) fn of_story<'a>(found: Option<&'a Rows>, thread: &'a str) -> impl Iterator<Item = &'a RawRecord> {
    let records = found.map(Rows::records).unwrap_or_default();
    records.iter().filter(move |record| json::text(record, "thread") == thread)
}
