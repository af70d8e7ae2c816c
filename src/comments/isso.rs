//! Comments on a server of Isso, which everybody reads; what cannot be sent yet waits on the device.
//!
//! Deliberately absent: the server's HTML, e-mail addresses and websites, which nobody is asked for.

mod delivery;
mod marks;

use std::rc::Rc;

use futures_util::future::LocalBoxFuture;

use super::comment::{Comment, DeliveryStatus, Thread};
use super::database::{DatabaseHandle, Query, StoreName, WriteOp};
use super::drafts::{key, of_story};
use super::file::write_file;
use super::json::{self, to_number};
use super::record::{self, RawRecord};
use super::store::{Answer, Capabilities, Counts, Failure, Page, Request, Store};
use super::wire::{self, Body, Call, Method, Reply, Transport};
use delivery::Sending;
use marks::Mark;

/// The most comments that sections are counted by.
const COUNTED: &str = "200";

/// The most comments that one is looked for in.
const SEARCHED: &str = "1000";

/// How long the words of a comment are shown that no moderator has let through, in milliseconds.
const PATIENCE: f64 = 30.0 * 86_400_000.0;

/// The comments of one story on a server.
pub struct Isso {
    server: String,
    title: String,
    thread: String,
    transport: Rc<dyn Transport>,
    database: DatabaseHandle,
    now: fn() -> f64,
}

impl Store for Isso {
    fn capabilities(&self) -> Capabilities {
        let lasts = self.database.lasts();
        Capabilities { shares: true, restores: false, unlikes: false, imports: false, lasts, shortest: 3 }
    }

    fn ask<'a>(&'a self, request: &'a Request) -> LocalBoxFuture<'a, Result<Answer, Failure>> {
        Box::pin(async move {
            match request {
                Request::List(sort, skip, limit) => {
                    let (limit, replies, skip) = (limit.to_string(), wire::REPLIES.to_string(), skip.to_string());
                    let sort = wire::sort(*sort);
                    self.list(&[("sort", sort), ("limit", &limit), ("nested_limit", &replies), ("offset", &skip)]).await
                }
                Request::Find(id) => {
                    let (mut threads, ..) = self.get(&[("limit", SEARCHED), ("sort", "newest")]).await?;
                    threads.retain(|thread| thread.find(id).is_some());
                    self.mark_threads(&mut threads).await;
                    Ok(Answer::Found(threads.into_iter().next()))
                }
                Request::Count(sections) => self.count(sections).await,
                Request::Post(comment) => self.post(comment).await,
                Request::Resend(id) => {
                    let records = self.records(StoreName::Outbox).await;
                    let record = records.iter().find(|record| json::text(record, "name") == id).ok_or(Failure::Gone)?;
                    self.deliver(record, true).await.map(Answer::Posted)
                }
                Request::Flush => self.flush().await,
                Request::Edit(comment) => {
                    // The passage stands in the text on the server, and stays.
                    let body = Body::Edit { text: wire::with_quote(comment) };
                    self.on_comment(Method::Put, &comment.id, "", Some(body)).await?;
                    Ok(Answer::Done)
                }
                Request::Remove(id, _) => self.remove(id).await,
                Request::Restore(record) => self.write(vec![WriteOp::Put(StoreName::Outbox, record.clone())]).await,
                Request::Like(comment) => self.like(comment).await,
                Request::Hide(comment) => self.mark(comment).await,
                Request::Export => {
                    let own = self.on_the_way().await;
                    let records = own.iter().map(|comment| record::write(comment, &self.thread).into()).collect();
                    Ok(Answer::File(write_file(&self.thread, (self.now)(), records, Vec::new())))
                }
                // The capabilities say that there is no such thing here.
                Request::Import(_) => Ok(Answer::Done),
            }
        })
    }
}

impl Isso {
    /// The comments of a story with this title; `now` tells the time in milliseconds since 1970, UTC.
    pub fn new(
        server: &str,
        title: &str,
        thread: &str,
        transport: Rc<dyn Transport>,
        database: DatabaseHandle,
        now: fn() -> f64,
    ) -> Self {
        Self { server: server.into(), title: title.into(), thread: thread.into(), transport, database, now }
    }

    async fn call(&self, method: Method, url: String, body: Option<Body>) -> Result<Reply, Failure> {
        let reply = self.transport.call(Call { method, url, body }).await?;
        match reply.status {
            200..300 => Ok(reply),
            400 | 413 => Err(Failure::Invalid),
            404 => Err(Failure::Gone),
            401..500 => Err(refusal(&reply.body)),
            _ => Err(Failure::Server),
        }
    }

    /// Calls for one comment. Of what is not changed the plain text is asked for.
    async fn on_comment(&self, method: Method, id: &str, what: &str, body: Option<Body>) -> Result<Reply, Failure> {
        let url = wire::address(&self.server, &["/id/", id, what].concat(), &[("plain", "1")]);
        self.call(method, url, body).await
    }

    async fn get(&self, query: &[(&str, &str)]) -> Result<(Vec<Thread>, u32, u32), Failure> {
        let query = [&[("uri", self.thread.as_str()), ("plain", "1")], query].concat();
        let reply = self.call(Method::Get, wire::address(&self.server, "/", &query), None).await?;
        wire::page(&reply.body).ok_or(Failure::Nonsense)
    }

    async fn write(&self, changes: Vec<WriteOp>) -> Result<Answer, Failure> {
        self.database.write(changes).await.map(|_| Answer::Done)
    }

    /// What the device has of this story on a store; nothing where it cannot be read.
    async fn records(&self, store: StoreName) -> Vec<RawRecord> {
        let found = self.database.read(vec![Query::all(store)]).await.unwrap_or_default();
        of_story(found.first(), &self.thread).cloned().collect()
    }

    async fn list(&self, query: &[(&str, &str)]) -> Result<Answer, Failure> {
        let is_first = query.last().is_some_and(|(_, skip)| *skip == "0");
        let listed = self.get(query).await;
        let own = if is_first { self.on_the_way().await } else { Vec::new() };
        let mut page = Page::default();
        match listed {
            Ok((threads, left, total)) => {
                (page.threads, page.more, page.total) = (threads, left > 0, Some(total as usize))
            }
            Err(failure) if own.is_empty() => return Err(failure),
            // What is on its way is shown all the same.
            Err(failure) => page.failure = Some(failure),
        }
        self.mark_threads(&mut page.threads).await;
        own.into_iter().for_each(|comment| put(&mut page.threads, comment));
        Ok(Answer::Page(page))
    }

    /// The comments of this reader that only the device knows, newest last.
    async fn on_the_way(&self) -> Vec<Comment> {
        let now = (self.now)();
        let mut comments = Vec::new();
        for record in self.records(StoreName::Outbox).await {
            comments.push(Comment { standing: standing(&record), ..record::comment(&record) });
        }
        for mark in self.records(StoreName::Marks).await {
            if Mark::of(&mark).awaiting && !is_older(&mark, now, PATIENCE) {
                comments.push(Comment { standing: DeliveryStatus::Awaiting, mine: false, ..record::comment(&mark) });
            }
        }
        comments
    }

    async fn count(&self, sections: &[String]) -> Result<Answer, Failure> {
        let (threads, left, _) = self.get(&[("limit", COUNTED), ("sort", "newest")]).await?;
        let mut counts: Vec<(String, usize)> = sections.iter().map(|section| (section.clone(), 0)).collect();
        for thread in &threads {
            for quote in
                std::iter::once(&thread.root).chain(&thread.replies).filter_map(|comment| comment.quote.as_ref())
            {
                for (section, count) in &mut counts {
                    *count += usize::from(*section == quote.section);
                }
            }
        }
        Ok(Answer::Counts(Counts { sections: counts, more: left > 0, ..Counts::default() }))
    }

    /// Takes a comment away: from the outbox, whence it can come back, or from the server, whose ids are numbers. A
    /// comment that is being sent just now is left to arrive.
    async fn remove(&self, id: &str) -> Result<Answer, Failure> {
        let key = key(&self.thread, id);
        if id.parse::<u32>().is_ok() {
            // At once, since the page may be about to go.
            self.on_comment(Method::Delete, id, "", None).await?;
            self.write(vec![WriteOp::Drop(StoreName::Marks, key.into())]).await?;
            return Ok(Answer::Removed(None));
        }
        let claim = json::record([("tried", to_number((self.now)()))]);
        let claim =
            WriteOp::Merge(StoreName::Outbox, key.clone(), claim, Some(("tried", (self.now)() - delivery::CLAIM)));
        let Some(mut claimed) = self.database.write(vec![claim]).await?.into_iter().next().flatten() else {
            return Ok(Answer::Done);
        };
        self.write(vec![WriteOp::Drop(StoreName::Outbox, key.into())]).await?;
        claimed.insert("tried".to_owned(), 0.into());
        Ok(Answer::Removed(Some(claimed)))
    }
}

/// How a comment in the outbox stands.
fn standing(record: &RawRecord) -> DeliveryStatus {
    if Sending::of(record).uncertain { DeliveryStatus::Uncertain } else { DeliveryStatus::Waiting }
}

/// Whether the mark was made longer ago than so many milliseconds, or on another's comment.
fn is_older(mark: &RawRecord, now: f64, age: f64) -> bool {
    Mark::of(mark).since.is_none_or(|since| now - since >= age)
}

/// Puts a comment where it belongs: below what it answers, or above all others.
fn put(threads: &mut Vec<Thread>, comment: Comment) {
    if threads.iter().any(|thread| thread.find(&comment.id).is_some()) {
        return;
    }
    match threads.iter_mut().find(|thread| thread.root.id == comment.parent) {
        Some(thread) => thread.replies.push(comment),
        None => threads.insert(0, Thread::of(comment)),
    }
}

/// Why the server refuses, which it says in a line of HTML.
fn refusal(said: &serde_json::Value) -> Failure {
    let said = said.as_str().unwrap_or_default();
    let wants = |what: &str| said.contains(what) && said.contains("required");
    match (wants("author"), wants("email")) {
        (_, true) => Failure::MailWanted,
        (true, _) => Failure::NameWanted,
        _ => Failure::Refused,
    }
}
