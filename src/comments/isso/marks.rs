//! What the device knows of a reader's dealings with comments on the server: written, liked, hidden.
//!
//! Deliberately absent: the words of comments on their way, which are in `delivery`.

use serde::Deserialize;
use serde_json::Value;

use super::{Isso, is_older};
use crate::comments::comment::{Comment, DeliveryStatus, Thread};
use crate::comments::database::{StoreName, WriteOp};
use crate::comments::drafts::key;
use crate::comments::json::{self, or_default, to_number};
use crate::comments::record::{self, RawRecord};
use crate::comments::store::{Answer, Failure};
use crate::comments::wire::{Body, Method, is_counted};

/// How long the server lets its writer change a comment, in milliseconds.
const CHANGEABLE: f64 = 15.0 * 60_000.0;

/// What a mark says beside its comment.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(default)]
pub(super) struct Mark {
    /// When this reader sent the comment, in milliseconds since 1970, UTC; nothing for another's.
    #[serde(deserialize_with = "or_default")]
    pub(super) since: Option<f64>,
    /// No moderator has let the comment through yet.
    #[serde(deserialize_with = "or_default")]
    pub(super) awaiting: bool,
}

impl Mark {
    pub(super) fn of(record: &RawRecord) -> Self {
        json::read_as(record).unwrap_or_default()
    }
}

impl Isso {
    /// Marks what the reader did with comments, and forgets the words of those that a moderator has let through.
    pub(super) async fn mark_threads(&self, threads: &mut [Thread]) {
        let now = (self.now)();
        for mark in self.records(StoreName::Marks).await {
            let known = record::comment(&mark);
            let Some(comment) = threads.iter_mut().find_map(|thread| thread.find_mut(&known.id)) else {
                continue;
            };
            // The server gives the number of a comment that was deleted to the next one.
            if comment.created != known.created {
                continue;
            }
            (comment.liked, comment.hidden) = (known.liked, known.hidden);
            if Mark::of(&mark).awaiting {
                let fields = json::record([("awaiting", Value::Null), ("text", Value::Null)]);
                let key = json::text(&mark, "id").to_owned();
                // What is not forgotten now will be the next time.
                let _ = self.write(vec![WriteOp::Merge(StoreName::Marks, key, fields, None)]).await;
            }
            if !is_older(&mark, now, CHANGEABLE) {
                // Browsers often keep back the cookie by which the server knows the writer.
                comment.mine = self.on_comment(Method::Get, &known.id, "", None).await.is_ok();
            }
        }
    }

    /// The mark on a comment that this reader has sent; with its words while no moderator has let it through.
    pub(super) fn written(&self, comment: &Comment) -> RawRecord {
        let mut mark = RawRecord::from(record::write_as(&key(&self.thread, &comment.id), comment, &self.thread));
        mark.insert("since".to_owned(), to_number((self.now)()));
        if comment.standing == DeliveryStatus::Awaiting {
            mark.insert("awaiting".to_owned(), true.into());
        } else {
            mark.insert("text".to_owned(), Value::Null);
        }
        mark
    }

    /// Likes a comment, and keeps that before the server is asked: the page may be gone before it has answered. Where
    /// the server has not counted the like, it is taken back.
    pub(super) async fn like(&self, comment: &Comment) -> Result<Answer, Failure> {
        // A device that keeps nothing does not stand between the reader and the server.
        let _ = self.mark(comment).await;
        let failure = match self.on_comment(Method::Post, &comment.id, "/like", Some(Body::Like {})).await {
            Ok(reply) if is_counted(&reply.body) => return Ok(Answer::Done),
            Ok(_) => Failure::Gone,
            Err(failure) => failure,
        };
        let _ = self.mark(&Comment { liked: false, ..comment.clone() }).await;
        Err(failure)
    }

    /// Keeps what the reader did with a comment: liked it or hid it.
    pub(super) async fn mark(&self, comment: &Comment) -> Result<Answer, Failure> {
        let key = key(&self.thread, &comment.id);
        let fields = json::record([
            ("created", to_number(comment.created)),
            ("liked", comment.liked.into()),
            ("hidden", comment.hidden.into()),
        ]);
        let words = Comment { text: String::new(), ..comment.clone() };
        let mark = record::write_as(&key, &words, &self.thread).into();
        self.write(vec![WriteOp::Add(StoreName::Marks, mark), WriteOp::Merge(StoreName::Marks, key, fields, None)])
            .await
    }
}
