//! What goes to a server of Isso and what comes back, none of which is believed before it is looked at.
//!
//! Deliberately absent: sending, and HTML. The server is asked for plain text, and that is shown as text.

use super::comment::{Comment, Quote, Standing, Thread};
use super::database::Told;
use super::store::Sort;
use super::value::Value;

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
    pub body: Option<Value>,
}

/// What a server answered.
#[derive(Debug, Clone, PartialEq)]
pub struct Reply {
    /// The status of HTTP.
    pub status: u16,
    /// What came as JSON; nothing where it was none.
    pub body: Value,
}

/// The way to a server.
pub trait Transport {
    /// Calls, and answers within ten seconds whatever happens, and with at most a few megabytes.
    fn call(&self, call: Call) -> Told<'_, Reply>;
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
pub(super) fn sent(comment: &Comment, title: &str) -> Value {
    let body = Value::table().with("text", with_quote(comment)).with("title", title.into());
    let body = if comment.author.is_empty() { body } else { body.with("author", comment.author.as_str().into()) };
    match comment.parent.parse::<u32>() {
        Ok(parent) => body.with("parent", f64::from(parent).into()),
        Err(_) => body,
    }
}

/// A comment's text below the passage that it is about, as people quote in plain text.
pub(super) fn with_quote(comment: &Comment) -> Value {
    let Some(Quote { section, passage }) = &comment.quote else {
        return comment.text.as_str().into();
    };
    let (mark, end) = if passage.is_empty() { ("", "") } else { ("> ", "\n") };
    Value::Text([mark, passage, end, "> #", section, "\n\n", &comment.text].concat())
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

/// A page of comments: the threads, how many are left of those that answer none, and how many there are in all.
/// Whatever in it is no comment is left out.
pub(super) fn page(body: &Value) -> Option<(Vec<Thread>, u32, u32)> {
    let Value::List(replies) = body.get("replies") else {
        return None;
    };
    let (left, total) = (body.get("hidden_replies").as_count()?, body.get("total_replies").as_count()?);
    Some((replies.iter().filter_map(thread).collect(), left, total))
}

fn thread(value: &Value) -> Option<Thread> {
    let mut thread = Thread::of(comment(value)?);
    thread.root.parent.clear();
    for mut reply in value.get("replies").items().iter().filter_map(comment) {
        reply.parent.clone_from(&thread.root.id);
        // They come in the order of the comments; ours is that of time.
        let at = thread.replies.iter().position(|other| other.created > reply.created).unwrap_or(thread.replies.len());
        thread.replies.insert(at, reply);
    }
    thread.more = value.get("hidden_replies").as_count().unwrap_or_default() > 0;
    Some(thread)
}

/// A comment, if that is what it is.
pub(super) fn comment(value: &Value) -> Option<Comment> {
    let id = value.get("id").as_count().filter(|id| *id > 0)?;
    let created = value.get("created").as_number().filter(|time| (0.0..8.64e12).contains(time))? * 1000.0;
    let text: String = value.get("text").as_text()?.chars().filter(|letter| *letter != '\r').take(LONGEST).collect();
    let (text, quote) = match without_quote(&text) {
        Some((text, quote)) => (text, Some(quote)),
        None => (text.as_str(), None),
    };
    Some(Comment {
        id: id.to_string(),
        parent: value.get("parent").as_count().map(|parent| parent.to_string()).unwrap_or_default(),
        author: decoded(value.text("author")).chars().take(Comment::LONGEST_NAME).collect(),
        text: text.trim().to_owned(),
        created,
        edited: value.get("modified").as_number().is_some(),
        likes: value.get("likes").as_count().unwrap_or_default(),
        quote,
        standing: match value.get("mode").as_count() {
            Some(2) => Standing::Awaiting,
            Some(4) => Standing::Removed,
            _ => Standing::Published,
        },
        ..Comment::default()
    })
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
