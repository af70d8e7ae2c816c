//! The comment box in the page: whom it may ask, and whom not.

use crate::html::validator;
use crate::support::small_site::site_with;
use crate::{files_below, is_whole, pages};

const SERVER: &str = "https://comments.example.org";

/// Whom a page's policy lets it ask.
fn asks(html: &str) -> Vec<String> {
    let policy = html.split("Content-Security-Policy\" content=\"").nth(1).unwrap().split('"').next().unwrap();
    let sources = policy.split("connect-src ").nth(1).unwrap().split(';').next().unwrap();
    sources.split(' ').map(|source| source.replace("&#39;", "'").replace("&#x27;", "'")).collect()
}

/// The pages of the small story.
fn small_pages(server: Option<&str>, contact: Option<&str>) -> Vec<String> {
    let site = site_with(server, contact);
    let files = files_below(site.path()).into_iter().filter(|(name, _)| is_whole(name));
    let pages: Vec<_> = files.map(|(_, path)| path).collect();
    assert_eq!(pages.len(), 2, "the story's page and its copy at the root");
    assert_eq!(validator(&pages), "");
    pages.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

#[test]
fn a_page_may_ask_the_server_that_its_story_names() {
    for html in small_pages(Some(SERVER), Some("mailto:editors@example.org")) {
        assert_eq!(asks(&html), ["'self'", SERVER]);
        assert!(html.contains(&format!("data-server=\"{SERVER}\"")), "the box knows its server");
        assert_eq!(html.matches(SERVER).count(), 2, "nothing else names it");
        assert!(html.contains("data-contact=\"mailto:editors@example.org\""), "and whom readers can tell");
    }
}

/// What comes and goes in the box is drawn by the island, with words of its own.
#[test]
fn a_page_has_of_the_box_only_what_stands_still() {
    for html in small_pages(None, Some("mailto:editors@example.org")) {
        let box_ = html.split("class=\"comments-box\"").nth(1).unwrap();
        assert!(!html.contains("<template") && !html.contains("data-said"), "nothing waits to be copied");
        assert_eq!(box_.matches("class=\"composer\"").count(), 1, "one form");
        for drawn in ["class=\"comment\"", "comments-undo", "comments-trouble", "comments-more"] {
            assert!(!box_.contains(drawn), "{drawn}");
        }
    }
}

#[test]
fn of_a_server_within_a_path_the_policy_has_the_origin() {
    for html in small_pages(Some(&format!("{SERVER}/isso")), None) {
        let asks = asks(&html);
        assert_eq!(asks.len(), 2, "{asks:?}");
        assert!(asks[1].starts_with(SERVER), "{asks:?}");
    }
}

#[test]
fn a_page_may_ask_nobody_where_its_story_names_no_server() {
    let small = small_pages(None, None);
    for html in pages().into_iter().map(|(_, html)| html).chain(small) {
        assert_eq!(asks(&html), ["'self'"]);
        assert!(!html.contains("data-server=\"http"), "no server is named");
    }
}
