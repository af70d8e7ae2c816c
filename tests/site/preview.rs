//! What a preview answers is what would be built.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode};
use backgrounder::{preview, serving};
use tower::ServiceExt;

use crate::support::drivers::answering;
use crate::support::{addresses, copied_stories, dist, make, root, slugs};
use crate::{choices, files};

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    text: String,
}

async fn asked(router: &Router, path: &str) -> Answer {
    let request = Request::get(path).body(Body::empty()).unwrap();
    let (parts, body) = router.clone().oneshot(request).await.unwrap().into_parts();
    let text = String::from_utf8(to_bytes(body, usize::MAX).await.unwrap().to_vec()).unwrap();
    Answer { status: parts.status, headers: parts.headers, text }
}

/// Waits until the path is answered so.
async fn until(router: &Router, path: &str, holds: impl Fn(&Answer) -> bool) -> Answer {
    let start = Instant::now();
    loop {
        let answer = asked(router, path).await;
        if holds(&answer) {
            return answer;
        }
        assert!(start.elapsed() < Duration::from_secs(30), "{path} is {} in the end", answer.status);
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

fn preview_of(stories: &Path) -> Router {
    preview::router(&dist(), stories, &root().join("geometry/countries-50m.json")).unwrap()
}

/// A page without the script that follows its story.
fn without_script(html: &str) -> String {
    let Some((before, rest)) = html.split_once("<script type=\"module\" src=\"/.preview/preview.js\"") else {
        return html.to_owned();
    };
    format!("{before}{}", rest.split_once("</script>").unwrap().1)
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_is_the_one_that_is_built_with_a_script_more() {
    let router = preview_of(&root().join("stories"));
    let mut scripts = 0;
    for (name, path) in files().into_iter().filter(|(name, _)| name.ends_with(".html") || name.ends_with(".json")) {
        let answer = asked(&router, &format!("/{name}")).await;
        assert_eq!(answer.status, StatusCode::OK, "{name}");
        assert!(without_script(&answer.text) == std::fs::read_to_string(path).unwrap(), "{name} is the same");
        scripts += usize::from(answer.text.contains("/.preview/preview.js"));
    }
    let pages = 7 * addresses().len() + slugs().len() + choices().len();
    assert_eq!(scripts, pages, "pages, panels with what can be chosen, and pages of sources, not single files");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_has_the_headers_of_the_finished_site() {
    let (router, finished) = (preview_of(&root().join("stories")), serving::router(&dist()).unwrap());
    for path in ["/", "/iran-nuclear-deal/", "/embed/faq/", "/oman-talks/embed/comments/", "/icon.svg"] {
        let [mut headers, mut built] = [asked(&router, path).await, asked(&finished, path).await].map(|answer| {
            let headers =
                answer.headers.iter().map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()));
            headers.collect::<BTreeMap<_, _>>()
        });
        // What follows its files is not kept, nor can a part of it be asked for.
        for name in ["accept-ranges", "cache-control", "content-length", "content-type", "last-modified"] {
            headers.remove(name);
            built.remove(name);
        }
        assert_eq!(headers, built, "{path}");
        assert!(!headers.is_empty());
    }
}

/// W01: a draft is seen here, and says what it is.
#[tokio::test(flavor = "multi_thread")]
async fn w01_a_draft_is_seen_and_marked() {
    let stories = copied_stories();
    let article = stories.path().join("oman-talks/article.md");
    let text = std::fs::read_to_string(&article).unwrap();
    std::fs::write(&article, text.replacen("\nlanguage = ", "\ndraft = true\nlanguage = ", 1)).unwrap();
    let router = preview_of(stories.path());
    for path in ["/", "/oman-talks/"] {
        let page = asked(&router, path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert!(page.text.contains("Draft. Only the preview shows it; it is never built."), "{path}");
    }
    // What a build would refuse is told here too.
    let other = asked(&router, "/iran-nuclear-deal/").await;
    assert!(other.text.contains("the story `oman-talks` is a draft, which is never built"), "{}", other.status);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_story_that_is_begun_has_a_page_and_one_that_is_gone_has_none() {
    let stories = copied_stories();
    let router = preview_of(stories.path());
    assert_eq!(asked(&router, "/harbour-tunnel/").await.status, StatusCode::NOT_FOUND);
    let begun = Command::new(env!("CARGO_BIN_EXE_prerender"))
        .args(["new", "harbour-tunnel"])
        .env("STORIES", stories.path())
        .env("TODAY", "2026-02-08")
        .current_dir(root())
        .output()
        .unwrap();
    assert!(begun.status.success(), "{}", String::from_utf8_lossy(&begun.stderr));
    let page = until(&router, "/harbour-tunnel/", |answer| answer.status == StatusCode::OK).await;
    assert!(page.text.contains("data-story=\"harbour-tunnel\""));
    let way = asked(&router, "/harbour-tunnel").await;
    assert_eq!(
        (way.status, way.headers["location"].to_str().unwrap()),
        (StatusCode::TEMPORARY_REDIRECT, "/harbour-tunnel/")
    );
    std::fs::remove_dir_all(stories.path().join("harbour-tunnel")).unwrap();
    until(&router, "/harbour-tunnel/", |answer| answer.status == StatusCode::NOT_FOUND).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_lies_beside_the_stories_is_no_story() {
    let stories = copied_stories();
    let router = preview_of(stories.path());
    std::fs::create_dir(stories.path().join(".editor")).unwrap();
    std::fs::write(stories.path().join("oman-talks/.article.md.swp"), "what a text editor leaves").unwrap();
    let faq = stories.path().join("oman-talks/faq.md");
    let text = std::fs::read_to_string(&faq).unwrap();
    std::fs::write(&faq, text.replacen("?", " today?", 1)).unwrap();
    let page = until(&router, "/oman-talks/", |answer| answer.text.contains(" today?")).await;
    assert_eq!(page.status, StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mistake_in_one_story_leaves_the_others_as_they_are() {
    let stories = copied_stories();
    let router = preview_of(stories.path());
    let file = stories.path().join("oman-talks/claims.toml");
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, text.replacen("says = ", "sais = ", 1)).unwrap();
    for path in ["/", "/oman-talks/", "/oman-talks/embed/faq/", "/oman-talks.single.html"] {
        let page = until(&router, path, |answer| answer.status == StatusCode::INTERNAL_SERVER_ERROR).await;
        assert!(page.text.contains("`sais` is not a key of [[claim]]"), "{path}");
    }
    assert_eq!(asked(&router, "/iran-nuclear-deal/").await.status, StatusCode::OK);
    assert_eq!(asked(&router, "/icon.svg").await.status, StatusCode::OK);
}

/// A process and all that it starts, which end when it is dropped.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = Command::new("kill").args(["--", &format!("-{}", self.0.id())]).status();
        let _ = self.0.wait();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn stories_with_a_mistake_are_served_too_where_a_site_has_been_built() {
    let stories = copied_stories();
    let file = stories.path().join("oman-talks/claims.toml");
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, text.replacen("says = ", "sais = ", 1)).unwrap();
    let before: Vec<_> = files().into_iter().map(|(name, path)| (name, std::fs::read(path).unwrap())).collect();
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    // What has to be compiled is compiled before anybody waits for an answer.
    assert!(make("prerender").status().unwrap().success());
    let serve = make("serve")
        .arg(format!("PORT={port}"))
        .arg(format!("STORIES={}", stories.path().display()))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .process_group(0)
        .spawn()
        .unwrap();
    let _running = Running(serve);
    answering(port, "make serve").await;
    let after: Vec<_> = files().into_iter().map(|(name, path)| (name, std::fs::read(path).unwrap())).collect();
    assert!(before == after, "the finished site is as it was");
    let mut line = TcpStream::connect(("127.0.0.1", port)).unwrap();
    line.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
    let mut said = String::new();
    line.read_to_string(&mut said).unwrap();
    assert!(said.starts_with("HTTP/1.1 500") && said.contains("`sais` is not a key of [[claim]]"), "{said}");
}

fn served(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_serve")).args(arguments).current_dir(root()).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn what_cannot_be_served_is_refused_with_the_remedy() {
    let empty = tempfile::tempdir().unwrap();
    let folder = empty.path().display().to_string();
    let no_site = format!("there is no finished site in {folder}; build it with `make build`\n");
    assert_eq!(served(&[&folder]), no_site);
    assert_eq!(served(&[&folder, "stories"]), no_site);
    let dist = dist().display().to_string();
    assert_eq!(served(&[&dist, &folder]), format!("there is no story in {folder}; a story is a folder of its own\n"));
    assert!(served(&[]).starts_with("usage: serve SITE [STORIES]\n"));
}
