//! Serving the finished site from its folder, as a static host would: with
//! compressed copies and with the headers of `_headers`.
//!
//! Deliberately absent: anything but loopback, uploads, and rebuilding.

use std::path::{Path, PathBuf};

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::{self, Next};
use axum::response::Response;
use tower_http::services::ServeDir;

/// Which headers go with which paths, as `_headers` says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules(Vec<Rule>);

/// Headers for the paths that match a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Rule {
    pattern: String,
    headers: Vec<(HeaderName, HeaderValue)>,
}

/// There is no finished site in this folder.
#[derive(Debug, thiserror::Error)]
#[error("there is no finished site in {}; build it with `make build`", .0.display())]
pub struct NotBuilt(
    /// The folder.
    pub PathBuf,
);

/// What answers for the site in that folder.
///
/// # Errors
///
/// The folder has no `_headers`, so it is no finished site.
pub fn router(folder: &Path) -> Result<Router, NotBuilt> {
    let rules = std::fs::read_to_string(folder.join("_headers")).map_err(|_| NotBuilt(folder.to_owned()))?;
    let rules = Rules::read(&rules);
    let files = ServeDir::new(PathBuf::from(folder)).precompressed_br().precompressed_gzip();
    let with_headers = move |request: Request, next: Next| {
        let rules = rules.clone();
        async move { answer(&rules, request, next).await }
    };
    Ok(Router::new().fallback_service(files).layer(middleware::from_fn(with_headers)))
}

async fn answer(rules: &Rules, request: Request, next: Next) -> Response<Body> {
    let path = request.uri().path().to_owned();
    let mut response = next.run(request).await;
    rules.apply(&path, &mut response);
    response
}

impl Rules {
    /// Reads `_headers`: a line with a pattern, then indented lines with a header each.
    pub fn read(text: &str) -> Self {
        let mut rules: Vec<Rule> = Vec::new();
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            match (line.starts_with(' '), rules.last_mut()) {
                (true, Some(rule)) => rule.headers.extend(header(line)),
                (true, None) => {}
                (false, _) => rules.push(Rule { pattern: line.trim().to_owned(), headers: Vec::new() }),
            }
        }
        Self(rules)
    }

    /// Gives the answer for a path its headers.
    pub fn apply(&self, path: &str, response: &mut Response<Body>) {
        // What is not there today may be there tomorrow.
        let response_is_found = response.status().is_success();
        for rule in self.0.iter().filter(|rule| matches(&rule.pattern, path)) {
            for (name, value) in rule.headers.iter().filter(|(name, _)| response_is_found || *name != CACHE_CONTROL) {
                response.headers_mut().insert(name.clone(), value.clone());
            }
        }
    }
}

fn header(line: &str) -> Option<(HeaderName, HeaderValue)> {
    let (name, value) = line.split_once(':')?;
    Some((name.trim().parse().ok()?, value.trim().parse().ok()?))
}

/// Whether a path fits a pattern, in which one `*` stands for anything.
fn matches(pattern: &str, path: &str) -> bool {
    match pattern.split_once('*') {
        Some((before, after)) => {
            path.len() >= before.len() + after.len() && path.starts_with(before) && path.ends_with(after)
        }
        None => pattern == path,
    }
}
