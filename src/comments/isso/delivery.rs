//! Comments on their way to the server: kept on the device, sent once, and known to have arrived.
//!
//! Deliberately absent: when it is tried again, which the box decides.

use super::{Isso, standing};
use crate::comments::comment::{Comment, Standing, Thread};
use crate::comments::database::{Change, Shelf};
use crate::comments::drafts::{forgotten, kept, key};
use crate::comments::record;
use crate::comments::store::{Answer, Failure};
use crate::comments::value::Value;
use crate::comments::wire::{self, Method};

/// How many of the newest comments are looked through for one that may have arrived.
const NEWEST: &str = "50";

/// Behind the newest comment, how many ids are tried for one that only moderators see.
const TRIED: u32 = 3;

/// How long a tab has a comment for itself that it is sending, in milliseconds: longer than any call takes.
pub(super) const CLAIM: f64 = 30_000.0;

impl Isso {
    /// Keeps a comment on the device first, so that nothing can take it away, and then sends it.
    pub(super) async fn post(&self, comment: &Comment) -> Result<Answer, Failure> {
        let key = key(&self.thread, &comment.id);
        let record = record::write_as(&key, comment, &self.thread);
        self.write(vec![Change::Put(Shelf::Outbox, record.clone()), forgotten(&self.thread, &comment.parent)]).await?;
        match self.deliver(&record, false).await {
            Ok(comment) => Ok(Answer::Posted(comment)),
            Err(failure @ (Failure::Refused | Failure::Invalid)) => {
                // The words go back to where they were written.
                self.write(vec![Change::Drop(Shelf::Outbox, Value::Text(key)), kept(&self.thread, comment)]).await?;
                Err(failure)
            }
            Err(_) => {
                let records = self.records(Shelf::Outbox).await;
                let standing =
                    records.iter().find(|record| record.text("id") == key).map_or(Standing::Waiting, standing);
                Ok(Answer::Posted(Comment { standing, ..comment.clone() }))
            }
        }
    }

    pub(super) async fn flush(&self) -> Result<Answer, Failure> {
        let mut sent = 0;
        for record in self.records(Shelf::Outbox).await {
            if record.has("uncertain") {
                continue;
            }
            match self.deliver(&record, false).await {
                Ok(_) => sent += 1,
                // One refused comment does not hold up the others; none arrives where the server cannot be reached.
                Err(Failure::Refused | Failure::Invalid | Failure::Gone) => {}
                Err(_) => break,
            }
        }
        Ok(Answer::Flushed(sent))
    }

    /// Sends a comment of the outbox, unless another tab is sending it or it has arrived already. With `anyway` it is
    /// sent also if it may have arrived where only moderators see it.
    pub(super) async fn deliver(&self, record: &Value, anyway: bool) -> Result<Comment, Failure> {
        let key = record.text("id").to_owned();
        let now = (self.now)();
        let claim = Change::Merge(
            Shelf::Outbox,
            key.clone(),
            Value::table().with("tried", now.into()),
            Some(("tried", now - CLAIM)),
        );
        let claimed = self.database.write(vec![claim]).await?.into_iter().next().unwrap_or_default();
        if claimed.is_nothing() {
            return Err(Failure::Gone);
        }
        let draft = record::comment(&claimed);
        let outcome = self.send(&key, &draft, claimed.has("unclear"), anyway).await;
        let changes = match &outcome {
            Ok(comment) => {
                vec![Change::Put(Shelf::Marks, self.written(comment)), Change::Drop(Shelf::Outbox, Value::Text(key))]
            }
            // The claim is let go.
            Err(_) => vec![merge(&key, "tried", 0.0.into())],
        };
        self.write(changes).await?;
        outcome
    }

    async fn send(&self, key: &str, draft: &Comment, unclear: bool, anyway: bool) -> Result<Comment, Failure> {
        // A server that answers this is there; one that is not has got nothing.
        let (threads, ..) = self.get(&[("limit", NEWEST), ("sort", "newest")]).await?;
        if unclear {
            if let Some(arrived) = arrived(&threads, draft, &self.records(Shelf::Marks).await) {
                return Ok(arrived);
            }
            if !anyway && self.may_be_unseen(&threads).await? {
                self.write(vec![merge(key, "uncertain", true.into())]).await?;
                return Err(Failure::Nonsense);
            }
        }
        self.write(vec![merge(key, "unclear", true.into()), merge(key, "uncertain", false.into())]).await?;
        let url = wire::address(&self.server, "/new", &[("uri", &self.thread)]);
        let sent = self.call(Method::Post, url, Some(wire::sent(draft, &self.title))).await;
        if let Err(Failure::Refused | Failure::Invalid) = sent {
            self.write(vec![merge(key, "unclear", false.into())]).await?;
        }
        let reply = sent?;
        let comment = wire::comment(&reply.body).ok_or(Failure::Nonsense)?;
        // The server answers a new comment with HTML; what was typed is known here.
        let standing = if reply.status == 202 { Standing::Awaiting } else { comment.standing };
        let mine = standing == Standing::Published;
        Ok(Comment { id: comment.id, created: comment.created, standing, mine, ..draft.clone() })
    }

    /// Whether there may be a comment on the server, newer than all that are seen, that only moderators see.
    async fn may_be_unseen(&self, threads: &[Thread]) -> Result<bool, Failure> {
        let number = |comment: &Comment| comment.id.parse::<u32>().unwrap_or_default();
        let newest = |thread: &Thread| thread.replies.iter().map(number).fold(number(&thread.root), u32::max);
        let newest = threads.iter().map(newest).fold(0, u32::max);
        for behind in 1..=TRIED {
            let id = newest.wrapping_add(behind).to_string();
            match self.on_comment(Method::Get, &id, "", None).await {
                Err(Failure::Gone) => {}
                Ok(_) | Err(Failure::Refused) => return Ok(true),
                Err(failure) => return Err(failure),
            }
        }
        Ok(false)
    }
}

fn merge(key: &str, name: &str, value: Value) -> Change {
    Change::Merge(Shelf::Outbox, key.to_owned(), Value::table().with(name, value), None)
}

/// The comment that a draft has become, if it is among these and not known as another of this reader's.
fn arrived(threads: &[Thread], draft: &Comment, marks: &[Value]) -> Option<Comment> {
    let is_known = |comment: &Comment| {
        let is_mark = |mark: &&Value| mark.text("name") == comment.id && !mark.get("since").is_nothing();
        marks.iter().find(is_mark).is_some_and(|mark| mark.get("created").as_number() == Some(comment.created))
    };
    let is_same = |comment: &&Comment| {
        comment.text == draft.text
            && comment.author == draft.author
            && comment.parent == draft.parent
            && comment.quote == draft.quote
            && !is_known(comment)
    };
    threads.iter().flat_map(|thread| std::iter::once(&thread.root).chain(&thread.replies)).find(is_same).cloned()
}
