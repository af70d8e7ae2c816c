//! A site of somebody else, which embeds ours: pages that a test makes, with the scripts that real hosts use.
//!
//! Deliberately absent: our own pages. They are on `localhost` where these are on `127.0.0.1`, so that browsers see two
//! sites.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use thirtyfour::prelude::*;
use tokio::net::TcpListener;

use super::browser::{Browser, Engine};
use super::host::Host;
use super::page::{Page, Setup, Steps, travel};
use super::{probe, root};

/// Headers of an answer.
type Headers = Vec<(&'static str, String)>;

/// Keeps every message that reaches the host.
const RECORDER: &str = "window.messages = []; addEventListener('message', (event) => messages.push({ data: event.data, origin: event.origin }));";

/// A running site of somebody else; it stops when it is dropped.
pub struct HostSite {
    address: SocketAddr,
    pages: Arc<Mutex<HashMap<String, (Headers, String)>>>,
    /// The origin of the site that is embedded.
    pub frames: String,
    task: tokio::task::JoinHandle<()>,
}

impl HostSite {
    /// A site without pages.
    pub async fn start(frames: String) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let pages: Arc<Mutex<HashMap<String, (Headers, String)>>> = Arc::default();
        let kept = Arc::clone(&pages);
        let app = Router::new().fallback(move |request: Request| {
            let answer = answer(request.uri().path(), &kept.lock().unwrap());
            async move { answer }
        });
        let task = tokio::spawn(async move { axum::serve(listener, app).await.unwrap() });
        Self { address, pages, frames, task }
    }

    /// Puts up a page with this body, and answers with its address. `{site}` stands for the origin of our own site.
    pub fn page(&self, body: &str) -> String {
        self.page_with(body, Vec::new())
    }

    /// The same, served with headers.
    pub fn page_with(&self, body: &str, headers: Headers) -> String {
        let html = format!(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A host</title><script src=\"{}\"></script><script src=\"/recorder.js\"></script></head><body>{}</body></html>",
            probe::PATH,
            body.replace("{site}", &self.frames)
        );
        let mut pages = self.pages.lock().unwrap();
        let path = format!("/page-{}", pages.len());
        pages.insert(path.clone(), (headers, html));
        format!("http://{}{path}", self.address)
    }
}

impl Drop for HostSite {
    fn drop(&mut self) {
        self.task.abort();
    }
}

fn answer(path: &str, pages: &HashMap<String, (Headers, String)>) -> Response {
    let script = |text: String| ([(header::CONTENT_TYPE, "text/javascript")], text).into_response();
    if path == probe::PATH {
        return script(probe::SCRIPT.into());
    }
    if path == "/recorder.js" {
        return script(RECORDER.into());
    }
    if let Some(file) = path.strip_prefix("/npm/") {
        let file = root().join("node_modules").join(file);
        return script(std::fs::read_to_string(file).expect("run `make setup-test`"));
    }
    let Some((headers, html)) = pages.get(path) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let mut response = ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], html.clone()).into_response();
    for (name, value) in headers {
        let name: HeaderName = name.parse().unwrap();
        response.headers_mut().insert(name, HeaderValue::from_str(value).unwrap());
    }
    response
}

/// Goes to a host of somebody else that embeds our site.
pub async fn with_host(
    engine: Engine,
    setup: Setup,
    steps: impl for<'a> FnOnce(&'a Page, &'a HostSite) -> Steps<'a> + Send + 'static,
) {
    visiting(engine, setup, true, steps).await;
}

/// The same, where the pages of hosts are not ours to put a probe into; what is within frames is probed all the same.
pub async fn with_foreign_pages(
    engine: Engine,
    setup: Setup,
    steps: impl for<'a> FnOnce(&'a Page, &'a HostSite) -> Steps<'a> + Send + 'static,
) {
    visiting(engine, setup, false, steps).await;
}

async fn visiting(
    engine: Engine,
    setup: Setup,
    probed: bool,
    steps: impl for<'a> FnOnce(&'a Page, &'a HostSite) -> Steps<'a> + Send + 'static,
) {
    let ours = Host::start(&setup.site.folder(), setup.manners).await;
    let frames = ours.url("").replace("127.0.0.1", "localhost");
    let site = HostSite::start(frames.clone()).await;
    let mut page = Page::new(Browser::open(engine, setup.habits).await, ours);
    page.server = Some(frames);
    travel(vec![page], probed, move |pages| {
        Box::pin(async move {
            steps(&pages[0], &site).await;
        })
    })
    .await;
}

impl Page {
    /// Goes to a page of any host.
    pub async fn go(&self, address: &str) {
        self.browser.driver.goto(address).await.unwrap();
    }

    /// Goes into the frame that has this place among those of the page.
    pub async fn enter(&self, frame: u16) {
        let frames = self.browser.driver.find_all(By::Css("iframe")).await.unwrap();
        frames[usize::from(frame)].clone().enter_frame().await.unwrap();
    }

    /// Does something within the frame that has this place among all frames of the page, and comes back. What went wrong
    /// within it fails the journey.
    pub async fn within<T>(&self, frame: u16, steps: impl AsyncFnOnce() -> T) -> T {
        self.enter(frame).await;
        self.until("the frame has its page", "window.probe").await;
        let outcome = steps().await;
        assert_eq!(self.complaints().await, Vec::<String>::new(), "in frame {frame}");
        self.browser.driver.enter_default_frame().await.unwrap();
        outcome
    }

    /// The height of what is in a frame, in pixels, rounded up as a frame's height is; 0 before there is anything.
    pub async fn height_within(&self, frame: u16) -> f64 {
        let bottom = "document.querySelector('[data-frame]')?.getBoundingClientRect().bottom ?? 0";
        self.enter(frame).await;
        let script = format!("return Math.ceil(({bottom}) + scrollY - 0.01);");
        // While a frame is given its page, a browser may have none to ask.
        let height = self.browser.driver.execute(script, vec![]).await;
        self.browser.driver.enter_default_frame().await.unwrap();
        height.ok().and_then(|height| height.json().as_f64()).unwrap_or_default()
    }

    /// Waits until a frame is as high as what is in it, give or take a pixel.
    pub async fn until_fitting(&self, frame: u16, state: &str) {
        self.until_fitting_with(frame, state, 0.0, 1.0).await;
    }

    /// The same, where the body has so much room below, give or take so much; both in pixels.
    pub async fn until_fitting_with(&self, frame: u16, state: &str, below: f64, slack: f64) {
        let frame_height = format!("document.querySelectorAll('iframe')[{frame}].clientHeight");
        let (mut inside, mut outside) = (0.0, 0.0);
        for _ in 0..600 {
            (inside, outside) = (self.height_within(frame).await + below, self.number(&frame_height).await);
            if inside > below && (inside - outside).abs() <= slack {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("waited in vain until the frame is as high as what is in it ({state}): {outside} for {inside}");
    }
}
