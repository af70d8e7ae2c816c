//! What the device knows of a reader's dealings with comments on the server: written, liked, hidden.
//!
//! Deliberately absent: the words of comments on their way, which are in `delivery`.

use super::{Isso, is_older};
use crate::comments::comment::{Comment, Standing, Thread};
use crate::comments::database::{Change, Shelf};
use crate::comments::drafts::key;
use crate::comments::record;
use crate::comments::store::{Answer, Failure};
use crate::comments::value::Value;
use crate::comments::wire::{Method, Reply};

/// How long the server lets its writer change a comment, in milliseconds.
const CHANGEABLE: f64 = 15.0 * 60_000.0;

impl Isso {
    /// Marks what the reader did with comments, and forgets the words of those that a moderator has let through.
    pub(super) async fn mark_threads(&self, threads: &mut [Thread]) {
        let now = (self.now)();
        for mark in self.records(Shelf::Marks).await {
            let known = record::comment(&mark);
            let Some(comment) = threads.iter_mut().find_map(|thread| thread.find_mut(&known.id)) else {
                continue;
            };
            // The server gives the number of a comment that was deleted to the next one.
            if comment.created != known.created {
                continue;
            }
            (comment.liked, comment.hidden) = (known.liked, known.hidden);
            if mark.has("awaiting") {
                let fields = Value::table().with("awaiting", Value::Nothing).with("text", Value::Nothing);
                // What is not forgotten now will be the next time.
                let _ = self.write(vec![Change::Merge(Shelf::Marks, mark.text("id").to_owned(), fields, None)]).await;
            }
            if !is_older(&mark, now, CHANGEABLE) {
                // Browsers often keep back the cookie by which the server knows the writer.
                comment.mine = self.on_comment(Method::Get, &known.id, "", None).await.is_ok();
            }
        }
    }

    /// The mark on a comment that this reader has sent; with its words while no moderator has let it through.
    pub(super) fn written(&self, comment: &Comment) -> Value {
        let mark = record::write_as(&key(&self.thread, &comment.id), comment, &self.thread);
        let mark = mark.with("since", (self.now)().into());
        if comment.standing == Standing::Awaiting {
            mark.with("awaiting", true.into())
        } else {
            mark.with("text", Value::Nothing)
        }
    }

    /// Likes a comment, and keeps that before the server is asked: the page may be gone before it has answered. Where
    /// the server has not counted the like, it is taken back.
    pub(super) async fn like(&self, comment: &Comment) -> Result<Answer, Failure> {
        // A device that keeps nothing does not stand between the reader and the server.
        let _ = self.mark(comment).await;
        let failure = match self.on_comment(Method::Post, &comment.id, "/like", Some(Value::table())).await {
            Ok(reply) if is_counted(&reply) => return Ok(Answer::Done),
            Ok(_) => Failure::Gone,
            Err(failure) => failure,
        };
        let _ = self.mark(&Comment { liked: false, ..comment.clone() }).await;
        Err(failure)
    }

    /// Keeps what the reader did with a comment: liked it or hid it.
    pub(super) async fn mark(&self, comment: &Comment) -> Result<Answer, Failure> {
        let key = key(&self.thread, &comment.id);
        let fields = Value::table()
            .with("created", comment.created.into())
            .with("liked", comment.liked.into())
            .with("hidden", comment.hidden.into());
        let words = Comment { text: String::new(), ..comment.clone() };
        let mark = record::write_as(&key, &words, &self.thread);
        self.write(vec![Change::Add(Shelf::Marks, mark), Change::Merge(Shelf::Marks, key, fields, None)]).await
    }
}

/// Whether the server has counted a like: a refusal comes as a success that says something beside the numbers.
fn is_counted(reply: &Reply) -> bool {
    reply.body.get("message").is_nothing() && reply.body.get("likes").as_count().is_some()
}
