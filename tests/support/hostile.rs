//! A stand-in for Isso that can be told to behave badly.
//!
//! Deliberately absent: attacks of every kind, which are in `attacks`; here it is about how a server answers.

use std::convert::Infallible;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use futures::stream;
use serde_json::{Value, json};
use tokio::net::TcpListener;

use super::browser::Engine;
use super::honest::{Asked, Thread};
use super::page::{Page, Steps, journey_with_server};
use super::place;
use super::small_site::site_naming;

/// How the server answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// As Isso does.
    Honest,
    /// With a page, as if all were well.
    Html,
    /// With comments that are full of HTML.
    Scripts,
    /// With tens of megabytes.
    Huge,
    /// With JSON that means nothing.
    WrongTypes,
    /// With JSON that never ends.
    EndlessStream,
    /// With a byte a second.
    SlowDrip,
    /// With an error, told in HTML as Isso does.
    Status(u16),
    /// Honestly, but a post's answer does not arrive.
    LostAnswer,
    /// Never.
    Hang,
}

/// What [`Manner::Scripts`] sends: a name, what of it is to be read, and a text, which is to be read as it is.
pub const LETTERS: [(&str, &str, &str); 4] = [
    ("<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>", "<script>alert(1)</script>"),
    ("&lt;b onclick=alert(1)&gt;Ann", "<b onclick=alert(1)>Ann", "<iframe src=\"javascript:alert(1)\"></iframe>"),
    ("&amp;lt;b&amp;gt;", "&lt;b&gt;", "javascript:alert(1) and <svg/onload=alert(1)>"),
    ("{{alert(1)}}", "{{alert(1)}}", "https://example.org/\"onmouseover=\"alert(1)"),
];

#[derive(Debug)]
struct Mind {
    manner: Manner,
    thread: Thread,
    asked: Vec<(Method, String)>,
}

type Shared = Arc<Mutex<Mind>>;

/// A running stand-in; it stops when it is dropped.
pub struct Hostile {
    mind: Shared,
    task: tokio::task::JoinHandle<()>,
}

impl Hostile {
    /// Starts it on the port that was kept for it, honest for now.
    pub fn start(place: std::net::TcpListener) -> Self {
        place.set_nonblocking(true).unwrap();
        let listener = TcpListener::from_std(place).unwrap();
        let mind = Mind { manner: Manner::Honest, thread: Thread::default(), asked: Vec::new() };
        let mind = Arc::new(Mutex::new(mind));
        let app: Router = Router::new().fallback(answer).with_state(mind.clone());
        let task = tokio::spawn(async move { axum::serve(listener, app).await.unwrap() });
        Self { mind, task }
    }

    /// Answers in this manner from now on.
    pub fn behave(&self, manner: Manner) {
        self.mind.lock().unwrap().manner = manner;
    }

    /// How many requests there were, of whatever kind.
    pub fn asked(&self) -> usize {
        self.mind.lock().unwrap().asked.len()
    }

    /// How many requests there were of this kind.
    pub fn count(&self, method: &Method, path: &str) -> usize {
        let mind = self.mind.lock().unwrap();
        mind.asked.iter().filter(|(asked, at)| asked == method && at == path).count()
    }

    /// What the comments say that were posted, oldest first.
    pub fn texts(&self) -> Vec<String> {
        self.mind.lock().unwrap().thread.texts()
    }
}

impl Drop for Hostile {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// A reader of a page that names the stand-in, which behaves in this manner.
pub async fn with_hostile(
    engine: Engine,
    manner: Manner,
    steps: impl for<'a> FnOnce(&'a [Page], &'a Hostile) -> Steps<'a> + Send + 'static,
) {
    let (place, server) = place();
    let site = site_naming(&server);
    journey_with_server(site.path(), &server, engine, 1, move |pages| {
        Box::pin(async move {
            let hostile = Hostile::start(place);
            hostile.behave(manner);
            steps(pages, &hostile).await;
        })
    })
    .await;
}

async fn answer(State(mind): State<Shared>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap_or_default();
    let manner = noted(&mind, &parts);
    let mut response = match manner {
        _ if parts.method == Method::OPTIONS => StatusCode::OK.into_response(),
        Manner::Honest => honest(&mind, &parts, &body),
        Manner::Html => Html("<script>alert(1)</script><h1>All is well</h1>").into_response(),
        Manner::Scripts => as_json(scripts().to_string()),
        Manner::Huge => as_json(page(&[comment(1, "Ann", &"x".repeat(40_000_000))]).to_string()),
        Manner::WrongTypes => as_json(r#"{"id": [], "replies": {"length": 3}, "total_replies": "many"}"#.to_owned()),
        Manner::EndlessStream => as_json(Body::from_stream(stream::repeat(Ok::<_, Infallible>(brackets())))),
        Manner::SlowDrip => as_json(Body::from_stream(stream::unfold((), drip))),
        Manner::Status(status) => error(status),
        Manner::LostAnswer => lost(honest(&mind, &parts, &body), &parts),
        Manner::Hang => std::future::pending().await,
    };
    allow(&mut response, parts.headers.get(header::ORIGIN));
    response
}

fn noted(mind: &Shared, parts: &Parts) -> Manner {
    let mut mind = mind.lock().unwrap();
    mind.asked.push((parts.method.clone(), parts.uri.path().to_owned()));
    mind.manner
}

/// What Isso says to browsers. No connection serves twice, so that no browser sends a request again by itself.
fn allow(response: &mut Response, origin: Option<&HeaderValue>) {
    let headers = response.headers_mut();
    if let Some(origin) = origin {
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin.clone());
    }
    for (name, value) in [
        (header::ACCESS_CONTROL_ALLOW_CREDENTIALS, "true"),
        (header::ACCESS_CONTROL_ALLOW_METHODS, "HEAD, GET, POST, PUT, DELETE"),
        (header::ACCESS_CONTROL_ALLOW_HEADERS, "Origin, Referer, Content-Type"),
        (header::CONNECTION, "close"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
}

fn honest(mind: &Shared, parts: &Parts, body: &[u8]) -> Response {
    let cookies = parts.headers.get(header::COOKIE).and_then(|cookies| cookies.to_str().ok());
    let asked = Asked {
        method: parts.method.as_str(),
        path: parts.uri.path(),
        query: parts.uri.query().unwrap_or_default(),
        cookies: cookies.unwrap_or_default(),
        body: serde_json::from_slice(body).unwrap_or_default(),
    };
    let (status, said) = mind.lock().unwrap().thread.answer(&asked);
    if status >= 400 {
        return error(status);
    }
    let mut response = as_json(said.to_string());
    *response.status_mut() = StatusCode::from_u16(status).unwrap();
    if status == 201 {
        let cookie = format!("{}=mine; Max-Age=900; Path=/; SameSite=Lax", said["id"]);
        response.headers_mut().insert(header::SET_COOKIE, cookie.parse().unwrap());
    }
    response
}

/// Ends the connection without a word, if it was a post.
fn lost(answer: Response, parts: &Parts) -> Response {
    if parts.method == Method::POST && parts.uri.path() == "/new" {
        // What is thrown ends the task of this one connection, and no hook reports it.
        std::panic::resume_unwind(Box::new("the answer is lost"));
    }
    answer
}

fn as_json(body: impl Into<Body>) -> Response {
    let body: Body = body.into();
    ([(header::CONTENT_TYPE, "application/json")], body).into_response()
}

fn error(status: u16) -> Response {
    let said = Html("<!doctype html><title>No</title><p>No, <script>alert(1)</script>and not in JSON.</p>");
    (StatusCode::from_u16(status).unwrap(), said).into_response()
}

fn brackets() -> Bytes {
    Bytes::from("[".repeat(8192))
}

async fn drip((): ()) -> Option<(Result<Bytes, Infallible>, ())> {
    tokio::time::sleep(Duration::from_secs(1)).await;
    Some((Ok(Bytes::from_static(b" ")), ()))
}

fn comment(id: usize, author: &str, text: &str) -> Value {
    json!({
        "id": id, "parent": null, "created": 1_770_000_000 + id, "modified": null, "mode": 1, "text": text,
        "author": author, "website": "javascript:alert(1)", "likes": 0, "dislikes": 0, "notification": null,
        "hash": "\"><script>alert(1)</script>", "gravatar_image": "https://example.org/seen.png",
        "total_replies": 0, "hidden_replies": 0, "replies": [],
    })
}

fn page(comments: &[Value]) -> Value {
    json!({"id": null, "total_replies": comments.len(), "hidden_replies": 0, "replies": comments, "config": {}})
}

/// The letters; the last is an answer to the first.
fn scripts() -> Value {
    let mut comments: Vec<Value> =
        LETTERS.iter().enumerate().map(|(place, (author, _, text))| comment(place + 1, author, text)).collect();
    let mut reply = comments.pop().unwrap();
    reply["parent"] = json!(1);
    comments[0]["total_replies"] = json!(1);
    comments[0]["replies"] = json!([reply]);
    page(&comments)
}
