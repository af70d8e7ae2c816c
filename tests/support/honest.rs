//! As much of Isso as the comment box needs, in memory.
//!
//! Deliberately absent: moderation, limits and spam, for which the journeys start Isso itself.

use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};

/// What is asked of the server.
#[derive(Debug)]
pub struct Asked<'a> {
    pub method: &'a str,
    pub path: &'a str,
    pub query: &'a str,
    pub cookies: &'a str,
    pub body: Value,
}

/// The comments of one story.
#[derive(Debug, Default)]
pub struct Thread {
    comments: Vec<Value>,
    last: u64,
}

impl Thread {
    /// The status and the JSON of an answer.
    pub fn answer(&mut self, asked: &Asked) -> (u16, Value) {
        let steps: Vec<&str> = asked.path.trim_matches('/').split('/').collect();
        match (asked.method, &steps[..]) {
            ("GET", [""]) => (200, self.list(asked.query)),
            ("POST", ["new"]) => (201, self.add(&asked.body)),
            ("POST", ["id", id, "like"]) => (200, self.like(id)),
            (method, ["id", id]) => self.change(method, id, asked),
            _ => (404, Value::Null),
        }
    }

    /// What the comments say, oldest first.
    pub fn texts(&self) -> Vec<String> {
        self.comments.iter().map(|comment| comment["text"].as_str().unwrap_or_default().to_owned()).collect()
    }

    fn list(&self, query: &str) -> Value {
        let parent = number(query, "parent");
        let mut found = self.below(parent);
        if value(query, "sort") != Some("oldest") && parent.is_none() {
            found.reverse();
        }
        let limit = number(query, "limit").unwrap_or(u64::MAX);
        let rest = found.into_iter().skip(number(query, "offset").unwrap_or(0) as usize);
        let (page, hidden): (Vec<_>, Vec<_>) = rest.zip(0_u64..).partition(|(_, place)| *place < limit);
        let replies: Vec<Value> = page.into_iter().map(|(comment, _)| self.with_replies(comment)).collect();
        let total = self.comments.len();
        json!({"id": parent, "total_replies": total, "hidden_replies": hidden.len(), "replies": replies, "config": {}})
    }

    fn below(&self, parent: Option<u64>) -> Vec<Value> {
        self.comments.iter().filter(|comment| comment["parent"].as_u64() == parent).cloned().collect()
    }

    fn with_replies(&self, mut comment: Value) -> Value {
        let replies = self.below(comment["id"].as_u64());
        comment["total_replies"] = json!(replies.len());
        comment["hidden_replies"] = json!(0);
        comment["replies"] = json!(replies);
        comment
    }

    fn add(&mut self, sent: &Value) -> Value {
        self.last += 1;
        let author = sent["author"].as_str().map(escaped);
        let comment = json!({
            "id": self.last, "parent": sent["parent"], "created": now(), "modified": null, "mode": 1,
            "text": sent["text"], "author": author, "website": null, "likes": 0, "dislikes": 0,
            "notification": null, "hash": "0123456789ab",
        });
        self.comments.push(comment.clone());
        comment
    }

    fn place(&self, id: &str) -> Option<usize> {
        self.comments.iter().position(|comment| comment["id"] == id.parse::<u64>().unwrap_or_default())
    }

    fn like(&mut self, id: &str) -> Value {
        let Some(place) = self.place(id) else { return Value::Null };
        let comment = &mut self.comments[place];
        comment["likes"] = json!(comment["likes"].as_u64().unwrap_or_default() + 1);
        json!({"likes": comment["likes"], "dislikes": 0})
    }

    fn change(&mut self, method: &str, id: &str, asked: &Asked) -> (u16, Value) {
        let Some(place) = self.place(id) else { return (404, Value::Null) };
        if !asked.cookies.split("; ").any(|cookie| cookie == format!("{id}=mine")) {
            return (403, Value::Null);
        }
        if method == "DELETE" {
            self.comments.remove(place);
            return (200, Value::Null);
        }
        if method == "PUT" {
            self.comments[place]["text"] = asked.body["text"].clone();
            self.comments[place]["modified"] = json!(now());
        }
        (200, self.comments[place].clone())
    }
}

/// The value of a query's field.
fn value<'a>(query: &'a str, name: &str) -> Option<&'a str> {
    query.split('&').find_map(|field| field.strip_prefix(name)?.strip_prefix('='))
}

fn number(query: &str, name: &str) -> Option<u64> {
    value(query, name)?.parse().ok()
}

/// Names are kept as HTML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn now() -> f64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs_f64()
}
