//! The site while its stories are written: pages as the files are now, in place of those that were built, and mistakes
//! in place of a page that cannot be.
//!
//! Deliberately absent: writing to the finished site, and building the islands, which are served as they were built.

mod drafts;
mod page;
mod watch;

use std::convert::Infallible;
use std::path::Path;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Path as PathParameter, Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, LOCATION};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::{self, Next};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tokio::sync::watch::Receiver;
use tokio_stream::wrappers::WatchStream;
use tokio_stream::{Stream, StreamExt};

use crate::serving::{self, NotBuilt};
use crate::stories::StoriesError;
use drafts::{Answer, Drafts};

const SCRIPT: &str = include_str!("../../public/preview.js");
const STYLE: &str = include_str!("../../public/preview.css");

/// Why there is nothing to preview.
#[derive(Debug, thiserror::Error)]
pub enum PreviewError {
    /// There is no finished site.
    #[error(transparent)]
    NotBuilt(#[from] NotBuilt),
    /// The stories cannot be read.
    #[error(transparent)]
    Stories(#[from] StoriesError),
    /// The outlines of the countries cannot be read.
    #[error("{path} cannot be read: {error}; restore it from the repository")]
    Atlas {
        /// Their file.
        path: String,
        /// Why.
        error: String,
    },
    /// The folders cannot be watched.
    #[error("changes cannot be seen: {0}")]
    Watch(#[from] notify::Error),
}

/// What answers for the stories in one folder with the finished site in another, for as long as it is kept; `atlas` is
/// the file with the outlines of the countries.
///
/// # Errors
///
/// There is no finished site, or something cannot be read.
pub fn router(site: &Path, stories: &Path, atlas: &Path) -> Result<Router, PreviewError> {
    let finished = serving::router(site)?;
    let drafts = watch::follow(site, stories, atlas)?;
    let overlay = middleware::from_fn_with_state(drafts.clone(), answer);
    let script = ([(CONTENT_TYPE, "text/javascript")], SCRIPT);
    let style = ([(CONTENT_TYPE, "text/css")], STYLE);
    Ok(Router::new()
        .route("/.preview/preview.js", get(|| async move { script }))
        .route("/.preview/preview.css", get(|| async move { style }))
        .route("/.preview/changes/{story}", get(changes))
        .with_state(drafts)
        .fallback_service(finished.layer(overlay)))
}

type Current = Receiver<Arc<Drafts>>;

/// Pages come from the stories as they are now, everything else from the finished site.
async fn answer(State(current): State<Current>, request: Request, next: Next) -> Response {
    let drafts = current.borrow().clone();
    let path = request.uri().path().to_owned();
    if !is_page(&path) && !drafts.is_folder(&path) {
        return next.run(request).await;
    }
    let answering = drafts.clone();
    let asked = path.clone();
    // Setting a story's pages takes a moment, in which others are to be answered.
    match tokio::task::spawn_blocking(move || answering.answer(&asked)).await {
        Ok(answer) => response(&drafts, &path, answer),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// Whether the path is that of something that is made of a story.
fn is_page(path: &str) -> bool {
    let ends = ["/", ".html", "/oembed.json"];
    // At the site's root are the assets of the finished site; below are copies that pages of stories have.
    let is_copy = !path.starts_with("/assets/") && path.contains("/assets/");
    ends.iter().any(|end| path.ends_with(end)) || path.contains("/data/") || is_copy
}

fn response(drafts: &Drafts, path: &str, answer: Answer) -> Response {
    let mut response = match answer {
        Answer::Page(text) => (StatusCode::OK, text).into_response(),
        Answer::Mistakes(text) => (StatusCode::INTERNAL_SERVER_ERROR, text).into_response(),
        Answer::Elsewhere(path) => (StatusCode::TEMPORARY_REDIRECT, [(LOCATION, path)], Body::empty()).into_response(),
        Answer::Nothing => (StatusCode::NOT_FOUND, "There is no such page.\n").into_response(),
    };
    let kind = match (response.status(), path.rsplit('.').next()) {
        (StatusCode::NOT_FOUND, _) => "text/plain; charset=utf-8",
        (_, Some("json")) => "application/json",
        (_, Some("js")) => "text/javascript",
        _ => "text/html; charset=utf-8",
    };
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    drafts.rules().apply(path, &mut response);
    response
}

/// Says which version of a story there is, at once and whenever it is another one.
async fn changes(
    State(current): State<Current>,
    PathParameter(story): PathParameter<String>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let versions = WatchStream::new(current).map(move |drafts| Ok(Event::default().data(drafts.version(&story))));
    Sse::new(versions).keep_alive(KeepAlive::default())
}
