//! A server that answers as Isso does, with attacks wherever it has something to say.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use tokio::net::TcpListener;

use super::attacks::{first, json as json_text};

/// How many characters of an attack are said beside the text, so that no answer is too long to be read.
const SHORT: usize = 500;

/// A running server; it stops when it is dropped.
pub struct AttackServer {
    address: SocketAddr,
    comments: Arc<Mutex<Vec<Value>>>,
    task: tokio::task::JoinHandle<()>,
}

impl AttackServer {
    /// A server without comments.
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let comments = Arc::new(Mutex::new(Vec::new()));
        let said = Arc::clone(&comments);
        let app = Router::new().fallback(move |request: Request| {
            let body = page(request.uri().query().unwrap_or_default(), &said.lock().unwrap());
            async move { answer(&request, json_text(&body)) }
        });
        let task = tokio::spawn(async move { axum::serve(listener, app).await.unwrap() });
        Self { address, comments, task }
    }

    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// From now on these are its comments.
    pub fn say(&self, comments: Vec<Value>) {
        *self.comments.lock().unwrap() = comments;
    }
}

impl Drop for AttackServer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// An answer that any page may read, whoever asks.
fn answer(request: &Request, body: String) -> Response {
    let origin = request.headers().get(header::ORIGIN).cloned();
    let mut response = ([(header::CONTENT_TYPE, "application/json")], body).into_response();
    let headers = response.headers_mut();
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin.unwrap_or(HeaderValue::from_static("*")));
    headers.insert(header::ACCESS_CONTROL_ALLOW_CREDENTIALS, HeaderValue::from_static("true"));
    headers.insert(header::ACCESS_CONTROL_ALLOW_METHODS, HeaderValue::from_static("GET, POST, PUT, DELETE"));
    headers.insert(header::ACCESS_CONTROL_ALLOW_HEADERS, HeaderValue::from_static("content-type"));
    response
}

/// A page of the comments, as the query wants it. Answers to single comments are all with them already.
fn page(query: &str, comments: &[Value]) -> Value {
    let number = |name: &str| {
        let value = query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='));
        value.and_then(|value| value.parse::<usize>().ok())
    };
    let listed: &[Value] = if number("parent").is_some() { &[] } else { comments };
    let rest = listed.iter().skip(number("offset").unwrap_or(0));
    let replies: Vec<&Value> = rest.clone().take(number("limit").unwrap_or(usize::MAX)).collect();
    json!({
        "id": null,
        "total_replies": listed.len(),
        "hidden_replies": rest.count() - replies.len(),
        "replies": replies,
        "config": { "reply-to-self": false, "require-email": false, "require-author": false, "gravatar": false },
    })
}

/// A comment as Isso has them.
fn comment(id: usize, parent: Option<usize>, attack: &str, replies: Vec<Value>) -> Value {
    let short = first(attack, SHORT);
    json!({
        "id": id,
        "parent": parent,
        "text": attack,
        "author": short,
        "website": short,
        "hash": short,
        "gravatar_image": short,
        "created": 1_735_689_600.5 + id as f64,
        "modified": null,
        "mode": 1,
        "likes": 0,
        "dislikes": 0,
        "notification": 0,
        "total_replies": replies.len(),
        "hidden_replies": 0,
        "replies": replies,
    })
}

/// Each attack as the text, name and website of a comment and of an answer to it.
pub fn readable(attacks: &[String]) -> Vec<Value> {
    let each = |(number, attack): (usize, &String)| {
        let id = 2 * number + 1;
        comment(id, None, attack, vec![comment(id + 1, Some(id), attack, Vec::new())])
    };
    attacks.iter().enumerate().map(each).collect()
}

/// Few comments, all on one page, of which one has many answers: attacks in the place of a comment or an answer, and in
/// each of its fields.
pub fn wrong(attacks: &[&String]) -> Vec<Value> {
    let answers = |(number, attack): (usize, &&String)| {
        [json!(attack), misshapen(json!(attack), attack), misshapen(json!(number + 2), attack)]
    };
    let mut answered = comment(1, None, "Some words.", attacks.iter().enumerate().flat_map(answers).collect());
    answered["likes"] = json!({ "toString": attacks[0] });
    vec![json!(attacks[0]), json!(null), json!([[]]), misshapen(json!(attacks[0]), attacks[0]), answered]
}

/// A comment of which only the id may be right.
fn misshapen(id: Value, attack: &str) -> Value {
    let mut comment = comment(0, None, attack, Vec::new());
    comment["id"] = id;
    for field in ["parent", "modified", "mode", "likes", "total_replies", "hidden_replies", "replies"] {
        comment[field] = json!(first(attack, SHORT));
    }
    comment
}
