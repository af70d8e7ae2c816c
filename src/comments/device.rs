//! Comments that are kept on the reader's device and nowhere else.
//!
//! Deliberately absent: other people. Whoever comes with the device reads them all.

use super::comment::{Comment, Thread};
use super::database::{Ask, Change, Index, Shared, Shelf, Told};
use super::drafts;
use super::file::{read_file, write_file};
use super::record::{self, Reading};
use super::store::{Abilities, Answer, Census, Failure, Page, Request, Sort, Store};
use super::value::Value;

/// How many answers are read with a comment.
const REPLIES: usize = 20;

/// The comments of one story on the device.
pub struct Device {
    database: Shared,
    thread: String,
    now: fn() -> f64,
}

/// What records turned out to be.
#[derive(Default)]
struct Sorted {
    comments: Vec<Comment>,
    changes: Vec<Change>,
    aside: usize,
    newer: usize,
}

impl Sorted {
    /// Reads a record; one that cannot be read is to be set aside. Answers whether it is a comment.
    fn take(&mut self, record: &Value) {
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
    fn abilities(&self) -> Abilities {
        let lasts = self.database.lasts();
        Abilities { shares: false, restores: true, unlikes: true, imports: true, lasts, shortest: 1 }
    }

    fn ask<'a>(&'a self, request: &'a Request) -> Told<'a, Answer> {
        Box::pin(async move {
            match request {
                Request::List(sort, skip, limit) => self.list(*sort, *skip, *limit).await,
                Request::Find(id) => self.find(id).await,
                Request::Count(sections) => self.count(sections).await,
                Request::Export => {
                    let found = self.database.read(vec![self.of_story(), Ask::all(Shelf::Aside)]).await?;
                    let mut found = found.into_iter();
                    let (records, aside) = (found.next().unwrap_or_default(), found.next().unwrap_or_default());
                    Ok(Answer::File(write_file(&self.thread, (self.now)(), records, aside)))
                }
                _ => self.change(request).await,
            }
        })
    }
}

impl Device {
    /// The comments of a story; `now` tells the time in milliseconds since 1970, UTC.
    pub fn new(database: Shared, thread: &str, now: fn() -> f64) -> Self {
        Self { database, thread: thread.to_owned(), now }
    }

    fn by(&self, index: Index, place: Option<&str>) -> Ask {
        let key = [Some(self.thread.as_str()), place];
        Ask::by(index, key.into_iter().flatten().map(Value::from).collect())
    }

    fn of_story(&self) -> Ask {
        self.by(Index::Time, None)
    }

    fn on(&self, section: &str) -> Ask {
        self.by(Index::Section, Some(section)).count()
    }

    /// Changes what is kept, at once and as a whole.
    async fn change(&self, request: &Request) -> Result<Answer, Failure> {
        let merge = |id: &str, fields: Value| Change::Merge(Shelf::Comments, id.to_owned(), fields, None);
        let fields = Value::table();
        let mut must_be_there = true;
        let (changes, answer) = match request {
            Request::Post(comment) => {
                must_be_there = false;
                let put = Change::Put(Shelf::Comments, record::write(comment, &self.thread));
                (vec![put, drafts::forgotten(&self.thread, &comment.parent)], Answer::Posted(comment.clone()))
            }
            Request::Edit(comment) => {
                let fields = fields.with("text", comment.text.as_str().into()).with("edited", true.into());
                (vec![merge(&comment.id, fields)], Answer::Done)
            }
            Request::Like(comment) => {
                let likes = f64::from(comment.likes).into();
                let fields = fields.with("liked", comment.liked.into()).with("likes", likes);
                (vec![merge(&comment.id, fields)], Answer::Done)
            }
            Request::Hide(comment) => {
                (vec![merge(&comment.id, fields.with("hidden", comment.hidden.into()))], Answer::Done)
            }
            // A comment that was answered stays as an empty place.
            Request::Remove(id, true) => {
                let fields = fields.with("removed", true.into()).with("text", "".into()).with("author", "".into());
                let fields = fields.with("section", Value::Nothing).with("quote", Value::Nothing);
                (vec![merge(id, fields)], Answer::Removed(Value::Nothing))
            }
            Request::Remove(id, false) => {
                (vec![Change::Remove(Shelf::Comments, id.as_str().into())], Answer::Removed(Value::Nothing))
            }
            Request::Restore(record) => {
                must_be_there = false;
                (vec![Change::Put(Shelf::Comments, record.clone())], Answer::Done)
            }
            Request::Import(file) => return self.import(file).await,
            // Nothing that is kept here is ever on its way.
            _ => return Ok(Answer::Flushed(0)),
        };
        let met = self.database.write(changes).await?.into_iter().next().unwrap_or_default();
        match answer {
            _ if must_be_there && met.is_nothing() => Err(Failure::Gone),
            Answer::Removed(_) => Ok(Answer::Removed(met)),
            answer => Ok(answer),
        }
    }

    async fn import(&self, file: &Value) -> Result<Answer, Failure> {
        let (records, mut brought) = match read_file(file, &self.thread) {
            Ok(read) => read,
            Err(wrong) => return Ok(Answer::Imported(Err(wrong))),
        };
        let all = records.len();
        let changes = records.into_iter().map(|record| Change::Add(Shelf::Comments, record)).collect();
        let met = self.database.write(changes).await?;
        brought.known = met.iter().filter(|record| !record.is_nothing()).count();
        brought.added = all - brought.known;
        Ok(Answer::Imported(Ok(brought)))
    }

    /// Lists comments without counting them: of ten thousand that takes longer than all the rest.
    async fn list(&self, sort: Sort, skip: usize, limit: usize) -> Result<Answer, Failure> {
        let index = if sort == Sort::Liked { Index::Likes } else { Index::Time };
        let roots = Ask { backwards: sort != Sort::Oldest, skip, limit: limit + 1, ..self.by(index, Some("")) };
        let found = self.database.read(vec![roots, Ask::all(Shelf::Aside).count()]).await?;
        let [roots, aside] = found.as_slice() else {
            return Err(Failure::Broken);
        };
        let mut sorted = Sorted::default();
        let more = roots.items().len() > limit;
        roots.items().iter().take(limit).for_each(|record| sorted.take(record));
        let threads = self.with_replies(&mut sorted, REPLIES).await?;
        Ok(Answer::Page(Page { threads, more, total: None, aside: number(aside) + sorted.aside, failure: None }))
    }

    async fn count(&self, sections: &[String]) -> Result<Answer, Failure> {
        // All comments, those that an index has, and those of the story.
        let all = [Ask::all(Shelf::Comments), Ask::by(Index::Likes, Vec::new()), self.of_story()].map(Ask::count);
        let asks = all.into_iter().chain(sections.iter().map(|section| self.on(section)));
        let counts = self.database.read(asks.collect()).await?;
        let [all, indexed, of_story, of_sections @ ..] = counts.as_slice() else {
            return Err(Failure::Broken);
        };
        let mut census = Census { total: Some(number(of_story)), ..Census::default() };
        census.sections = sections.iter().cloned().zip(of_sections.iter().map(number)).collect();
        if number(all) != number(indexed) {
            (census.newer, census.mended) = self.mend_what_no_index_has().await?;
        }
        Ok(Answer::Counts(census))
    }

    /// The comments that were read, each with so many of its answers; sets aside what cannot be read.
    async fn with_replies(&self, sorted: &mut Sorted, limit: usize) -> Result<Vec<Thread>, Failure> {
        let roots = std::mem::take(&mut sorted.comments);
        let ask = |root: &Comment| Ask { limit: limit.saturating_add(1), ..self.by(Index::Time, Some(&root.id)) };
        let found = self.database.read(roots.iter().map(ask).collect()).await?;
        let mut threads = Vec::new();
        for (root, replies) in roots.into_iter().zip(&found) {
            let more = replies.items().len() > limit;
            replies.items().iter().take(limit).for_each(|record| sorted.take(record));
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
            let found = self.database.read(vec![Ask::one(Shelf::Comments, &id)]).await?;
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
        let found = self.database.read(vec![Ask::all(Shelf::Comments)]).await?;
        for record in found.iter().flat_map(Value::items) {
            match record::read(record.clone()) {
                Reading::Sound(_, current) if record.get("v").as_count() != Some(record::VERSION) => {
                    sorted.changes.push(Change::Put(Shelf::Comments, current));
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

fn set_aside(record: &Value, field: &'static str) -> [Change; 2] {
    let key = record.get("id").clone();
    let kept = Value::table().with("id", key.clone()).with("wrong", field.into()).with("record", record.clone());
    [Change::Put(Shelf::Aside, kept), Change::Drop(Shelf::Comments, key)]
}

fn number(found: &Value) -> usize {
    found.as_count().unwrap_or_default() as usize
}
