//! A host for the site on loopback, on a free port, which can misbehave on demand.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Redirect, Response};
use backgrounder::serving::router;
use tokio::net::TcpListener;
use tokio::sync::watch;

use super::{probe, slices};

/// How the host treats what it serves.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Manners {
    /// Puts the probe into each page.
    pub probe: bool,
    /// Answers 404 for the wasm.
    pub no_wasm: bool,
    /// Answers with bytes that are no wasm.
    pub broken_wasm: bool,
    /// Answers 404 for the facts that tools fetch, until [`Host::release`].
    pub no_data: bool,
    /// Forbids every script, by policy.
    pub no_scripts: bool,
    /// Forbids WebAssembly alone, by policy.
    pub no_webassembly: bool,
    /// Answers 404 for the loader.
    pub no_loader: bool,
    /// Names a function that is not there for one island, the timeline.
    pub broken_island: bool,
    /// Keeps the wasm back until [`Host::release`].
    pub hold_wasm: bool,
    /// Keeps only those parts of it back that have this in their names.
    pub held: &'static str,
    /// Answers 404 for those parts of it that have this in their names, instead of keeping any back, until
    /// [`Host::release`].
    pub lost: &'static str,
    /// What becomes of the slash at the end of the address of a folder.
    pub slash: Slash,
    /// Has pages and answers name the address at which they are served.
    pub addressed: bool,
    /// Sends each page in slices, each when the one before has been painted.
    pub slices: bool,
}

/// What a host makes of the slash at the end of the address of a folder.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Slash {
    /// Who leaves it out is led to the address that has it.
    #[default]
    Added,
    /// The page shows with it and without it. The site is below `/news/`.
    Either,
    /// Who writes it is led to the address that has none. The site is below `/news/`.
    Removed,
}

/// Gives a request for what is below `/news` the path that the site has for it, or leads its browser elsewhere.
fn below_news(request: &mut Request, slash: Slash) -> Option<Response> {
    let path = request.uri().path().to_owned();
    let Some(rest) = path.strip_prefix("/news") else { return Some(StatusCode::NOT_FOUND.into_response()) };
    if slash == Slash::Removed && rest.len() > 1 && rest.ends_with('/') {
        return Some(Redirect::permanent(path.trim_end_matches('/')).into_response());
    }
    let is_folder = !rest.ends_with('/') && !rest.rsplit('/').next().unwrap_or_default().contains('.');
    *request.uri_mut() = format!("{rest}{}", if is_folder { "/" } else { "" }).parse().unwrap();
    None
}

/// A well-behaved host that watches for errors.
pub const PROBED: Manners = Manners {
    probe: true,
    no_wasm: false,
    broken_wasm: false,
    no_data: false,
    no_scripts: false,
    no_webassembly: false,
    no_loader: false,
    broken_island: false,
    hold_wasm: false,
    held: "",
    lost: "",
    slash: Slash::Added,
    addressed: false,
    slices: false,
};

/// A running host; it stops when it is dropped.
pub struct Host {
    address: SocketAddr,
    gate: watch::Sender<bool>,
    asked: Arc<Mutex<Vec<String>>>,
    task: tokio::task::JoinHandle<()>,
}

impl Host {
    pub async fn start(folder: &Path, manners: Manners) -> Self {
        Self::serving(router(folder).unwrap(), manners).await
    }

    /// Hosts what answers in that way.
    pub async fn serving(answering: Router, manners: Manners) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (gate, open) = watch::channel(!(manners.hold_wasm || manners.no_data));
        let painted = Arc::new(watch::channel(0).0);
        let asked: Arc<Mutex<Vec<String>>> = Arc::default();
        let noted = Arc::clone(&asked);
        let layer = middleware::from_fn(move |request: Request, next: Next| {
            let (open, painted) = (open.clone(), Arc::clone(&painted));
            let own = format!("http://localhost:{}/", address.port());
            noted.lock().unwrap().push(request.uri().path().to_owned());
            async move { serve(request, next, manners, open, &painted, &own).await }
        });
        let app = answering.layer(layer);
        let task = tokio::spawn(async move { axum::serve(listener, app).await.unwrap() });
        Self { address, gate, asked, task }
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// How often it was asked for files whose path has this in it.
    pub fn asked_for(&self, part: &str) -> usize {
        self.asked.lock().unwrap().iter().filter(|path| path.contains(part)).count()
    }

    /// Keeps the wasm back from now on.
    pub fn hold(&self) {
        self.gate.send(false).unwrap();
    }

    /// Lets the wasm go that was held back, and gives out facts that were refused.
    pub fn release(&self) {
        self.gate.send(true).unwrap();
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn serve(
    mut request: Request,
    next: Next,
    manners: Manners,
    mut open: watch::Receiver<bool>,
    painted: &watch::Sender<usize>,
    own: &str,
) -> Response {
    if manners.slash != Slash::Added
        && let Some(answer) = below_news(&mut request, manners.slash)
    {
        return answer;
    }
    let path = request.uri().path().to_owned();
    if path == probe::PATH {
        // To a frame without an origin, as WordPress makes them, even our own files are those of somebody else.
        let headers = [("content-type", "text/javascript"), ("cross-origin-resource-policy", "cross-origin")];
        let script = if manners.slices { [probe::SCRIPT, slices::SCRIPT].concat() } else { probe::SCRIPT.to_owned() };
        return (headers, script).into_response();
    }
    if path == slices::PAINTED {
        painted.send_modify(|times| *times += 1);
        return StatusCode::NO_CONTENT.into_response();
    }
    if manners.no_loader && path.contains("/boot-") {
        return StatusCode::NOT_FOUND.into_response();
    }
    if manners.no_data && path.contains("/data/") && !*open.borrow() {
        return StatusCode::NOT_FOUND.into_response();
    }
    if path.ends_with(".wasm") {
        let is_lost = !manners.lost.is_empty() && path.contains(manners.lost);
        if is_lost && !*open.borrow() {
            return StatusCode::NOT_FOUND.into_response();
        }
        if manners.hold_wasm && manners.lost.is_empty() && path.contains(manners.held) {
            open.wait_for(|open| *open).await.unwrap();
        }
        if manners.no_wasm {
            return StatusCode::NOT_FOUND.into_response();
        }
        if manners.broken_wasm {
            return ([(header::CONTENT_TYPE, "application/wasm")], "no wasm").into_response();
        }
    }
    let is_page = path.ends_with('/') || path.ends_with(".html");
    let changed = (is_page && (manners.probe || manners.broken_island)) || (manners.addressed && names_the_site(&path));
    if changed {
        request.headers_mut().remove(header::ACCEPT_ENCODING);
    }
    let mut response = next.run(request).await;
    if manners.hold_wasm && path.ends_with(".wasm") {
        // What is kept by the browser cannot be kept back.
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    if is_page && manners.no_scripts {
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, "script-src 'none'".parse().unwrap());
    }
    if is_page && manners.no_webassembly {
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, "script-src 'self'".parse().unwrap());
    }
    if changed && response.status().is_success() {
        return with_changes(response, manners, painted, own).await;
    }
    response
}

/// Whether what is at the path may name the site's own address.
fn names_the_site(path: &str) -> bool {
    path.ends_with('/') || path.ends_with(".html") || path.ends_with("/oembed.json")
}

async fn with_changes(response: Response, manners: Manners, painted: &watch::Sender<usize>, own: &str) -> Response {
    let (mut parts, body) = response.into_parts();
    let mut html = String::from_utf8(to_bytes(body, usize::MAX).await.unwrap().to_vec()).unwrap();
    if manners.probe {
        html = html.replacen("<head>", &format!("<head><script src=\"{}\"></script>", probe::PATH), 1);
    }
    if manners.broken_island {
        html = html.replacen("data-component=\"Timeline_", "data-component=\"Missing_", 1);
    }
    if manners.addressed {
        html = html.replace(super::ADDRESS, own);
    }
    parts.headers.remove(header::CONTENT_LENGTH);
    let body = if manners.slices { slices::sliced(html, painted.subscribe()) } else { Body::from(html) };
    Response::from_parts(parts, body)
}

/// The page without any script.
pub fn without_scripts(html: &str) -> String {
    let mut rest = html;
    let mut kept = String::new();
    while let Some((before, script)) = rest.split_once("<script") {
        kept.push_str(before);
        rest = script.split_once("</script>").expect("a script ends").1;
    }
    kept + rest
}
