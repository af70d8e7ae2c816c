//! What goes to a server of Isso and what comes back, none of which is believed before it is looked at.
//!
//! Deliberately absent: sending, and HTML. The server is asked for plain text, and that is shown as text.

use futures_util::future::LocalBoxFuture;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::comment::{Comment, DeliveryStatus, Quote, Thread};
use super::json::{self, count, count_or_zero, or_default};
use super::store::{Failure, Sort};

/// What is done at an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Reads.
    Get,
    /// Adds.
    Post,
    /// Changes.
    Put,
    /// Takes away.
    Delete,
}

/// A call to a server.
#[derive(Debug, Clone, PartialEq)]
pub struct Call {
    /// What is done.
    pub method: Method,
    /// Where.
    pub url: String,
    /// With what, as JSON.
    pub body: Option<Body>,
}

/// What goes with a call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Body {
    /// A new comment.
    New(NewComment),
    /// Another text of a comment.
    Edit {
        /// The text, below the passage that it is about.
        text: String,
    },
    /// A like, of which there is nothing to be said.
    Like {},
}

/// A new comment as Isso takes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NewComment {
    /// The text, below the passage that it is about.
    pub text: String,
    /// The story's title.
    pub title: String,
    /// Who wrote it, if they say so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// The number of the comment that it answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<u32>,
}

/// What a server answered.
#[derive(Debug, Clone, PartialEq)]
pub struct Reply {
    /// The status of HTTP.
    pub status: u16,
    /// What came as JSON; where it was none, the beginning of its text.
    pub body: Value,
}

/// The way to a server.
pub trait Transport {
    /// Calls, and answers within ten seconds whatever happens, and with at most a few megabytes.
    fn call(&self, call: Call) -> LocalBoxFuture<'_, Result<Reply, Failure>>;
}

/// How many answers come with a comment.
pub(super) const REPLIES: usize = 50;

/// The longest text that is shown of what a server has; Isso keeps no longer one.
const LONGEST: usize = 65_535;

/// An address of the server with a query.
pub(super) fn address(server: &str, path: &str, query: &[(&str, &str)]) -> String {
    let mut address = [server.trim_end_matches('/'), path].concat();
    for (at, (name, value)) in query.iter().enumerate() {
        address.push_str(if at == 0 { "?" } else { "&" });
        address.push_str(name);
        address.push('=');
        encode(value, &mut address);
    }
    address
}

fn encode(text: &str, into: &mut String) {
    const DIGITS: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            into.push(char::from(byte));
        } else {
            into.push('%');
            into.extend([byte >> 4, byte & 15].iter().filter_map(|half| DIGITS.get(usize::from(*half))));
        }
    }
}

/// The server's word for an order.
pub(super) fn sort(sort: Sort) -> &'static str {
    match sort {
        Sort::Newest => "newest",
        Sort::Oldest => "oldest",
        Sort::Liked => "upvotes",
    }
}

/// What is sent for a new comment.
pub(super) fn sent(comment: &Comment, title: &str) -> NewComment {
    NewComment {
        text: with_quote(comment),
        title: title.to_owned(),
        author: Some(comment.author.clone()).filter(|author| !author.is_empty()),
        parent: comment.parent.parse().ok(),
    }
}

/// A comment's text below the passage that it is about, as people quote in plain text.
pub(super) fn with_quote(comment: &Comment) -> String {
    let Some(Quote { section, passage }) = &comment.quote else {
        return comment.text.clone();
    };
    let (mark, end) = if passage.is_empty() { ("", "") } else { ("> ", "\n") };
    [mark, passage, end, "> #", section, "\n\n", &comment.text].concat()
}

/// Takes a passage and the text below it apart.
fn without_quote(text: &str) -> Option<(&str, Quote)> {
    let first = text.strip_prefix("> ")?;
    let (passage, rest) = match first.strip_prefix('#') {
        Some(_) => ("", first),
        None => {
            let (passage, rest) = first.split_once('\n')?;
            (passage, rest.strip_prefix("> ")?)
        }
    };
    let (section, rest) = rest.strip_prefix('#')?.split_once('\n')?;
    let is_sound = !section.is_empty()
        && section.bytes().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == b'-')
        && passage.chars().count() <= Comment::LONGEST_PASSAGE;
    let quote = Quote { section: section.to_owned(), passage: passage.to_owned() };
    Some((rest.strip_prefix('\n')?, quote)).filter(|_| is_sound)
}

/// A page of comments as Isso lists them.
#[derive(Deserialize)]
struct Listing {
    replies: Vec<Value>,
    #[serde(deserialize_with = "count")]
    hidden_replies: u32,
    #[serde(deserialize_with = "count")]
    total_replies: u32,
}

/// A comment as Isso has it: without the first three it is none, of the others each may be missing or wrong.
#[derive(Deserialize)]
struct Listed {
    #[serde(deserialize_with = "count")]
    id: u32,
    /// In seconds.
    created: f64,
    text: String,
    #[serde(default, deserialize_with = "or_default")]
    author: String,
    #[serde(default, deserialize_with = "count_or_zero")]
    parent: u32,
    #[serde(default, deserialize_with = "or_default")]
    modified: Option<f64>,
    #[serde(default, deserialize_with = "count_or_zero")]
    likes: u32,
    #[serde(default, deserialize_with = "count_or_zero")]
    mode: u32,
    #[serde(default, deserialize_with = "or_default")]
    replies: Vec<Value>,
    #[serde(default, deserialize_with = "count_or_zero")]
    hidden_replies: u32,
}

/// A page of comments: the threads, how many are left of those that answer none, and how many there are in all.
/// Whatever in it is no comment is left out.
pub(super) fn page(body: &Value) -> Option<(Vec<Thread>, u32, u32)> {
    let page: Listing = json::object(body)?;
    Some((page.replies.iter().filter_map(thread).collect(), page.hidden_replies, page.total_replies))
}

fn thread(value: &Value) -> Option<Thread> {
    let listed: Listed = json::object(value)?;
    let replies: Vec<Comment> = listed.replies.iter().filter_map(comment).collect();
    let more = listed.hidden_replies > 0;
    let mut thread = Thread { more, ..Thread::of(listed.comment()?) };
    thread.root.parent.clear();
    for mut reply in replies {
        reply.parent.clone_from(&thread.root.id);
        // They come in the order of the comments; ours is that of time.
        let at = thread.replies.iter().position(|other| other.created > reply.created).unwrap_or(thread.replies.len());
        thread.replies.insert(at, reply);
    }
    Some(thread)
}

/// A comment, if that is what it is.
pub(super) fn comment(value: &Value) -> Option<Comment> {
    json::object::<Listed>(value)?.comment()
}

impl Listed {
    fn comment(&self) -> Option<Comment> {
        if self.id == 0 || !(0.0..8.64e12).contains(&self.created) {
            return None;
        }
        let text: String = self.text.chars().filter(|letter| *letter != '\r').take(LONGEST).collect();
        let (text, quote) = match without_quote(&text) {
            Some((text, quote)) => (text, Some(quote)),
            None => (text.as_str(), None),
        };
        Some(Comment {
            id: self.id.to_string(),
            parent: if self.parent == 0 { String::new() } else { self.parent.to_string() },
            author: decoded(&self.author).chars().take(Comment::LONGEST_NAME).collect(),
            text: text.trim().to_owned(),
            created: self.created * 1000.0,
            edited: self.modified.is_some(),
            likes: self.likes,
            quote,
            standing: match self.mode {
                2 => DeliveryStatus::Awaiting,
                4 => DeliveryStatus::Removed,
                _ => DeliveryStatus::Published,
            },
            ..Comment::default()
        })
    }
}

/// What Isso answers to a like.
#[derive(Deserialize)]
struct Vote {
    /// How many there are now.
    #[serde(rename = "likes", deserialize_with = "count")]
    _likes: u32,
    /// Why it was not counted.
    #[serde(default)]
    message: Option<Value>,
}

/// Whether the server has counted a like: a refusal comes as a success that says something beside the numbers.
pub(super) fn is_counted(body: &Value) -> bool {
    json::object::<Vote>(body).is_some_and(|vote| vote.message.is_none())
}

/// A text in which the server has written some signs as entities, as it was typed. Done once: what then looks like
/// an entity was typed as one.
fn decoded(text: &str) -> String {
    const ENTITIES: [(&str, &str); 6] =
        [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#39;", "'")];
    let mut decoded = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, here) = rest.split_at(at);
        let (entity, sign) = ENTITIES.into_iter().find(|(entity, _)| here.starts_with(entity)).unwrap_or(("&", "&"));
        decoded.push_str(before);
        decoded.push_str(sign);
        rest = here.get(entity.len()..).unwrap_or_default();
    }
    decoded + rest
}
