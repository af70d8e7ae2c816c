//! Comments that are kept on the reader's device and nowhere else.
//!
//! Deliberately absent: other people. Whoever comes with the device reads them all.

use futures_util::future::LocalBoxFuture;
use serde::Serialize;
use serde_json::Value;

use super::comment::{Comment, Thread};
use super::database::{DatabaseHandle, Index, Query, Rows, StoreName, WriteOp};
use super::drafts;
use super::file::{ImportFile, read_file, write_file};
use super::json;
use super::record::{self, RawRecord, Reading};
use super::store::{Answer, Capabilities, Counts, Failure, Page, Request, Sort, Store};

/// How many answers are read with a comment.
const REPLIES: usize = 20;

/// The comments of one story on the device.
pub struct Device {
    database: DatabaseHandle,
    thread: String,
    now: fn() -> f64,
}

/// What records turned out to be.
#[derive(Default)]
struct Sorted {
    comments: Vec<Comment>,
    changes: Vec<WriteOp>,
    aside: usize,
    newer: usize,
}

impl Sorted {
    /// Reads a record; one that cannot be read is to be set aside. Answers whether it is a comment.
    fn take(&mut self, record: &RawRecord) {
        match record::read(record.clone()) {
            Reading::Sound(comment, _) => self.comments.push(comment),
            Reading::Newer => self.newer += 1,
            Reading::Corrupt(field) => {
                self.aside += 1;
                self.changes.extend(set_aside(record, field));
            }
        }
    }
}

impl Store for Device {
    fn capabilities(&self) -> Capabilities {
        let lasts = self.database.lasts();
        Capabilities { shares: false, restores: true, unlikes: true, imports: true, lasts, shortest: 1 }
    }

    fn ask<'a>(&'a self, request: &'a Request) -> LocalBoxFuture<'a, Result<Answer, Failure>> {
        Box::pin(async move {
            match request {
                Request::List(sort, skip, limit) => self.list(*sort, *skip, *limit).await,
                Request::Find(id) => self.find(id).await,
                Request::Count(sections) => self.count(sections).await,
                Request::Export => {
                    let found = self.database.read(vec![self.of_story(), Query::all(StoreName::Aside)]).await?;
                    let mut found = found.into_iter();
                    let mut records = || found.next().map(Rows::into_records).unwrap_or_default();
                    Ok(Answer::File(write_file(&self.thread, (self.now)(), records(), records())))
                }
                _ => self.change(request).await,
            }
        })
    }
}

impl Device {
    /// The comments of a story; `now` tells the time in milliseconds since 1970, UTC.
    pub fn new(database: DatabaseHandle, thread: &str, now: fn() -> f64) -> Self {
        Self { database, thread: thread.to_owned(), now }
    }

    fn by(&self, index: Index, place: Option<&str>) -> Query {
        let key = [Some(self.thread.as_str()), place];
        Query::by(index, key.into_iter().flatten().map(str::to_owned).collect())
    }

    fn of_story(&self) -> Query {
        self.by(Index::Time, None)
    }

    fn on(&self, section: &str) -> Query {
        self.by(Index::Section, Some(section)).count()
    }

    /// Changes what is kept, at once and as a whole.
    async fn change(&self, request: &Request) -> Result<Answer, Failure> {
        let mut must_be_there = true;
        let (changes, answer) = match request {
            Request::Post(comment) => {
                must_be_there = false;
                let put = WriteOp::Put(StoreName::Comments, record::write(comment, &self.thread).into());
                (vec![put, drafts::forgotten(&self.thread, &comment.parent)], Answer::Posted(comment.clone()))
            }
            Request::Edit(comment) => {
                let fields = [("text", comment.text.as_str().into()), ("edited", true.into())];
                (vec![merge(&comment.id, fields)], Answer::Done)
            }
            Request::Like(comment) => {
                let fields = [("liked", comment.liked.into()), ("likes", comment.likes.into())];
                (vec![merge(&comment.id, fields)], Answer::Done)
            }
            Request::Hide(comment) => (vec![merge(&comment.id, [("hidden", comment.hidden.into())])], Answer::Done),
            // A comment that was answered stays as an empty place.
            Request::Remove(id, true) => {
                let emptied = ["text", "author"].map(|name| (name, Value::from("")));
                let left_out = ["section", "quote"].map(|name| (name, Value::Null));
                let fields = [("removed", Value::from(true))].into_iter().chain(emptied).chain(left_out);
                (vec![merge(id, fields)], Answer::Removed(None))
            }
            Request::Remove(id, false) => {
                (vec![WriteOp::Remove(StoreName::Comments, id.as_str().into())], Answer::Removed(None))
            }
            Request::Restore(record) => {
                must_be_there = false;
                (vec![WriteOp::Put(StoreName::Comments, record.clone())], Answer::Done)
            }
            Request::Import(file) => return self.import(file).await,
            // Nothing that is kept here is ever on its way.
            _ => return Ok(Answer::Flushed(0, None)),
        };
        let met = self.database.write(changes).await?.into_iter().next().flatten();
        match answer {
            _ if must_be_there && met.is_none() => Err(Failure::Gone),
            Answer::Removed(_) => Ok(Answer::Removed(met)),
            answer => Ok(answer),
        }
    }

    async fn import(&self, file: &ImportFile) -> Result<Answer, Failure> {
        let (records, mut brought) = match read_file(file, &self.thread) {
            Ok(read) => read,
            Err(wrong) => return Ok(Answer::Imported(Err(wrong))),
        };
        let all = records.len();
        let changes = records.into_iter().map(|record| WriteOp::Add(StoreName::Comments, record.into())).collect();
        let met = self.database.write(changes).await?;
        brought.known = met.iter().flatten().count();
        brought.added = all - brought.known;
        Ok(Answer::Imported(Ok(brought)))
    }

    /// Lists comments without counting them: of ten thousand that takes longer than all the rest.
    async fn list(&self, sort: Sort, skip: usize, limit: usize) -> Result<Answer, Failure> {
        let index = if sort == Sort::Liked { Index::Likes } else { Index::Time };
        let roots = Query { backwards: sort != Sort::Oldest, skip, limit: limit + 1, ..self.by(index, Some("")) };
        let found = self.database.read(vec![roots, Query::all(StoreName::Aside).count()]).await?;
        let [roots, aside] = found.as_slice() else {
            return Err(Failure::Broken);
        };
        let mut sorted = Sorted::default();
        let more = roots.count() > limit;
        roots.records().iter().take(limit).for_each(|record| sorted.take(record));
        let threads = self.with_replies(&mut sorted, REPLIES).await?;
        Ok(Answer::Page(Page { threads, more, total: None, aside: aside.count() + sorted.aside, failure: None }))
    }

    async fn count(&self, sections: &[String]) -> Result<Answer, Failure> {
        // All comments, those that an index has, and those of the story.
        let all =
            [Query::all(StoreName::Comments), Query::by(Index::Likes, Vec::new()), self.of_story()].map(Query::count);
        let queries = all.into_iter().chain(sections.iter().map(|section| self.on(section)));
        let counts = self.database.read(queries.collect()).await?;
        let [all, indexed, of_story, of_sections @ ..] = counts.as_slice() else {
            return Err(Failure::Broken);
        };
        let mut census = Counts { total: Some(of_story.count()), ..Counts::default() };
        census.sections = sections.iter().cloned().zip(of_sections.iter().map(Rows::count)).collect();
        if all.count() != indexed.count() {
            (census.newer, census.mended) = self.mend_what_no_index_has().await?;
        }
        Ok(Answer::Counts(census))
    }

    /// The comments that were read, each with so many of its answers; sets aside what cannot be read.
    async fn with_replies(&self, sorted: &mut Sorted, limit: usize) -> Result<Vec<Thread>, Failure> {
        let roots = std::mem::take(&mut sorted.comments);
        let ask = |root: &Comment| Query { limit: limit.saturating_add(1), ..self.by(Index::Time, Some(&root.id)) };
        let found = self.database.read(roots.iter().map(ask).collect()).await?;
        let mut threads = Vec::new();
        for (root, replies) in roots.into_iter().zip(&found) {
            let more = replies.count() > limit;
            replies.records().iter().take(limit).for_each(|record| sorted.take(record));
            threads.push(Thread { root, replies: std::mem::take(&mut sorted.comments), more });
        }
        self.database.write(std::mem::take(&mut sorted.changes)).await?;
        Ok(threads)
    }

    /// The thread of a comment, whole.
    async fn find(&self, id: &str) -> Result<Answer, Failure> {
        let mut id = id.to_owned();
        let mut sorted = Sorted::default();
        // A comment, or an answer and then what it answers.
        for _ in 0..2 {
            let found = self.database.read(vec![Query::one(StoreName::Comments, &id)]).await?;
            sorted.comments.clear();
            drafts::of_story(found.first(), &self.thread).for_each(|record| sorted.take(record));
            match sorted.comments.first() {
                Some(comment) if !comment.parent.is_empty() => id.clone_from(&comment.parent),
                _ => break,
            }
        }
        let threads = self.with_replies(&mut sorted, usize::MAX).await?;
        Ok(Answer::Found(threads.into_iter().next()))
    }

    /// Records that no index has lack what every comment has: those of an older version are written anew, corrupt
    /// ones set aside. Answers how many are of a version that is not known yet, and whether there were others.
    async fn mend_what_no_index_has(&self) -> Result<(usize, bool), Failure> {
        let mut sorted = Sorted::default();
        let found = self.database.read(vec![Query::all(StoreName::Comments)]).await?;
        for record in found.iter().flat_map(Rows::records) {
            match record::read(record.clone()) {
                Reading::Sound(_, current) if record.get("v").and_then(json::as_count) != Some(record::VERSION) => {
                    sorted.changes.push(WriteOp::Put(StoreName::Comments, (*current).into()));
                }
                Reading::Sound(..) => {}
                _ => sorted.take(record),
            }
        }
        let mended = !sorted.changes.is_empty();
        self.database.write(sorted.changes).await?;
        Ok((sorted.newer, mended))
    }
}

/// The change that sets these fields of a comment, if it is there.
fn merge(id: &str, fields: impl IntoIterator<Item = (&'static str, Value)>) -> WriteOp {
    WriteOp::Merge(StoreName::Comments, id.to_owned(), json::record(fields), None)
}

/// A record that cannot be read, as it was found, and the field that is wrong.
#[derive(Serialize)]
struct Aside<'a> {
    id: &'a Value,
    wrong: &'static str,
    record: &'a RawRecord,
}

/// Moves a record that cannot be read. One whose key JSON has no word for stays where it is, since nothing names it.
fn set_aside(record: &RawRecord, field: &'static str) -> Vec<WriteOp> {
    let Some(id) = record.get("id").filter(|id| is_key(id)) else {
        return Vec::new();
    };
    let aside = json::fields(&Aside { id, wrong: field, record });
    vec![WriteOp::Put(StoreName::Aside, aside), WriteOp::Drop(StoreName::Comments, id.clone())]
}

/// Whether databases take a value for a key.
fn is_key(value: &Value) -> bool {
    match value {
        Value::String(_) | Value::Number(_) => true,
        Value::Array(parts) => parts.iter().all(is_key),
        _ => false,
    }
}
