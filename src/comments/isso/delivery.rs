//! Comments on their way to the server: kept on the device, sent once, and known to have arrived.
//!
//! Deliberately absent: when it is tried again, which the box decides.

use serde::Deserialize;
use serde_json::Value;

use super::marks::Mark;
use super::{Isso, standing};
use crate::comments::comment::{Comment, DeliveryStatus, Thread};
use crate::comments::database::{StoreName, WriteOp};
use crate::comments::drafts::{forgotten, kept, key};
use crate::comments::json::{self, or_default, to_number};
use crate::comments::record::{self, RawRecord};
use crate::comments::store::{Answer, Failure};
use crate::comments::wire::{self, Body, Method};

/// How many of the newest comments are looked through for one that may have arrived.
const NEWEST: &str = "50";

/// Behind the newest comment, how many ids are tried for one that only moderators see.
const TRIED: u32 = 3;

/// How long a tab has a comment for itself that it is sending, in milliseconds: longer than any call takes.
pub(super) const CLAIM: f64 = 30_000.0;

/// What a record of the outbox says of its sending.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(default)]
pub(super) struct Sending {
    /// It was sent, and nobody knows whether it arrived.
    #[serde(deserialize_with = "or_default")]
    unclear: bool,
    /// It cannot be found out either, so that the reader has to say whether it is sent again.
    #[serde(deserialize_with = "or_default")]
    pub(super) uncertain: bool,
}

impl Sending {
    pub(super) fn of(record: &RawRecord) -> Self {
        json::read_as(record).unwrap_or_default()
    }
}

impl Isso {
    /// Keeps a comment on the device first, so that nothing can take it away, and then sends it.
    pub(super) async fn post(&self, comment: &Comment) -> Result<Answer, Failure> {
        let key = key(&self.thread, &comment.id);
        let record = RawRecord::from(record::write_as(&key, comment, &self.thread));
        self.write(vec![WriteOp::Put(StoreName::Outbox, record.clone()), forgotten(&self.thread, &comment.parent)])
            .await?;
        match self.deliver(&record, false).await {
            Ok(comment) => Ok(Answer::Posted(comment)),
            Err(failure) if failure.is_refusal() => {
                // The words go back to where they were written.
                self.write(vec![WriteOp::Drop(StoreName::Outbox, key.into()), kept(&self.thread, comment)]).await?;
                Err(failure)
            }
            Err(_) => {
                let records = self.records(StoreName::Outbox).await;
                let standing = records
                    .iter()
                    .find(|record| json::text(record, "id") == key)
                    .map_or(DeliveryStatus::Waiting, standing);
                Ok(Answer::Posted(Comment { standing, ..comment.clone() }))
            }
        }
    }

    pub(super) async fn flush(&self) -> Result<Answer, Failure> {
        let (mut sent, mut refused) = (0, None);
        for record in self.records(StoreName::Outbox).await {
            if Sending::of(&record).uncertain {
                continue;
            }
            match self.deliver(&record, false).await {
                Ok(_) => sent += 1,
                // One refused comment does not hold up the others; none arrives where the server cannot be reached.
                Err(failure) if failure.is_refusal() => refused = Some(failure),
                Err(Failure::Gone) => {}
                Err(_) => break,
            }
        }
        Ok(Answer::Flushed(sent, refused))
    }

    /// Sends a comment of the outbox, unless another tab is sending it or it has arrived already. With `anyway` it is
    /// sent also if it may have arrived where only moderators see it.
    pub(super) async fn deliver(&self, record: &RawRecord, anyway: bool) -> Result<Comment, Failure> {
        let key = json::text(record, "id").to_owned();
        let now = (self.now)();
        let claim = WriteOp::Merge(
            StoreName::Outbox,
            key.clone(),
            json::record([("tried", to_number(now))]),
            Some(("tried", now - CLAIM)),
        );
        let claimed = self.database.write(vec![claim]).await?.into_iter().next().flatten().ok_or(Failure::Gone)?;
        let draft = record::comment(&claimed);
        let outcome = self.send(&key, &draft, Sending::of(&claimed).unclear, anyway).await;
        let changes = match &outcome {
            Ok(comment) => {
                vec![
                    WriteOp::Put(StoreName::Marks, self.written(comment)),
                    WriteOp::Drop(StoreName::Outbox, key.into()),
                ]
            }
            // The claim is let go.
            Err(_) => vec![merge(&key, "tried", 0.into())],
        };
        self.write(changes).await?;
        outcome
    }

    async fn send(&self, key: &str, draft: &Comment, unclear: bool, anyway: bool) -> Result<Comment, Failure> {
        // A server that answers this is there; one that is not has got nothing.
        let (threads, ..) = self.get(&[("limit", NEWEST), ("sort", "newest")]).await?;
        if unclear {
            if let Some(arrived) = arrived(&threads, draft, &self.records(StoreName::Marks).await) {
                return Ok(arrived);
            }
            if !anyway && self.may_be_unseen(&threads).await? {
                self.write(vec![merge(key, "uncertain", true.into())]).await?;
                return Err(Failure::Nonsense);
            }
        }
        self.write(vec![merge(key, "unclear", true.into()), merge(key, "uncertain", false.into())]).await?;
        let url = wire::address(&self.server, "/new", &[("uri", &self.thread)]);
        let sent = self.call(Method::Post, url, Some(Body::New(wire::sent(draft, &self.title)))).await;
        if sent.as_ref().is_err_and(|failure| failure.is_refusal()) {
            self.write(vec![merge(key, "unclear", false.into())]).await?;
        }
        let reply = sent?;
        let comment = wire::comment(&reply.body).ok_or(Failure::Nonsense)?;
        // The server answers a new comment with HTML; what was typed is known here.
        let standing = if reply.status == 202 { DeliveryStatus::Awaiting } else { comment.standing };
        let mine = standing == DeliveryStatus::Published;
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

fn merge(key: &str, name: &str, value: Value) -> WriteOp {
    WriteOp::Merge(StoreName::Outbox, key.to_owned(), json::record([(name, value)]), None)
}

/// The comment that a draft has become, if it is among these and not known as another of this reader's.
fn arrived(threads: &[Thread], draft: &Comment, marks: &[RawRecord]) -> Option<Comment> {
    let is_known = |comment: &Comment| {
        let is_mark = |mark: &&RawRecord| json::text(mark, "name") == comment.id && Mark::of(mark).since.is_some();
        marks.iter().find(is_mark).is_some_and(|mark| record::comment(mark).created == comment.created)
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
