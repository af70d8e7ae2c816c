//! What others read to embed a story, and the story as a single file.
//!
//! Deliberately absent: how a frame behaves, which the journeys show.

use std::collections::{BTreeMap, BTreeSet};

use backgrounder::islands::embed::data::Embeds;
use backgrounder::site::{PANEL_POLICY, policy};
use serde_json::Value;

use crate::html::{between, facts};
use crate::support::sites::Site;
use crate::support::{ADDRESS, addresses, dist, slugs};
use crate::{choices, documents_below, pages, panels};

#[test]
fn a_panel_has_its_own_islands_and_no_others() {
    let own = BTreeMap::from([
        ("card", vec![]),
        ("faq", vec!["faq", "notes-on-claims"]),
        ("comments", vec!["comments-box", "notes-on-claims"]),
        ("timeline", vec!["axis", "following", "notes-on-claims", "timeline"]),
        ("reactions", vec!["following", "map-box", "notes-on-claims", "reactions"]),
    ]);
    for (name, html) in panels() {
        let panel = name.split('/').rev().nth(1).unwrap();
        let roots = between(&html, "<div ", ">").into_iter().filter(|tag| tag.contains("data-island="));
        let mut islands: Vec<&str> = roots.map(|tag| between(tag, "class=\"", "\"")[0]).collect();
        islands.sort_unstable();
        if let Some(own) = own.get(panel) {
            assert_eq!(&islands, own, "{name}");
        }
    }
}

/// The addresses that the dialog hands out are relative to the file in which it finds them.
#[test]
fn what_the_dialog_hands_out_is_there() {
    for story in slugs() {
        let folder = dist().join(&story);
        let html = std::fs::read_to_string(folder.join("index.html")).unwrap();
        let file = folder.join(facts(&html, "embeds"));
        let embeds: Embeds = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
        let at = |address: &str| file.parent().unwrap().join(address);
        assert!(at(&embeds.script).exists(), "{story}: {}", embeds.script);
        let linked: BTreeSet<&str> = between(&html, "data-embeds=\"", "\"").into_iter().collect();
        let offered: BTreeSet<&str> = embeds.panels.iter().map(|panel| panel.key.as_str()).collect();
        assert_eq!(offered.len(), 6, "{story}: {offered:?}");
        assert!(linked.is_subset(&offered), "{story}: {linked:?}");
        for panel in &embeds.panels {
            assert!(at(&panel.address).join("index.html").exists(), "{story}: {}", panel.address);
            let (page, part) = panel.page.split_once('#').unwrap_or((panel.page.as_str(), "article"));
            assert!(at(page).join("index.html").exists(), "{story}: {page}");
            assert!(html.contains(&format!(" id=\"{part}\"")), "{story} has {part}");
        }
    }
}

#[test]
fn a_panel_names_its_source_and_leads_to_the_whole_page() {
    for (name, html) in panels() {
        let foot = html.split("class=\"frame-foot\"").nth(1).unwrap_or_else(|| panic!("{name} has a foot"));
        let story = name.strip_prefix("embed/").map_or_else(|| name.split('/').next().unwrap(), |_| "oman-talks");
        let page = std::fs::read_to_string(dist().join(story).join("index.html")).unwrap();
        let (title, day) = (between(&page, "<h1>", "</h1>")[0], between(&page, "\">As of ", "<")[0]);
        assert!(foot.contains(title), "{name} names the story");
        assert!(foot.contains(&format!("As of {day}")), "{name} names its day");
        assert!(foot.contains("target=\"_blank\" rel=\"noopener\""), "{name} opens the page in a window of its own");
    }
}

#[test]
fn a_panel_reads_its_options_before_its_styles() {
    for (name, html) in panels() {
        let script = html.find("<script src=").unwrap_or_else(|| panic!("{name} has its script"));
        assert!(script < html.find("<style>").unwrap(), "{name}");
        assert!(html.contains("<meta name=\"responsive-embedded-sizing\" content=\"allow-origins=*\">"), "{name}");
        let brought = between(&html, "data-policy=\"", "\"")[0].replace("&#39;", "'").replace("&#x27;", "'");
        assert_eq!(brought, policy(None, between(&html, "<style>", "</style>")[0]), "{name} brings its policy");
    }
    let headers = std::fs::read_to_string(dist().join("_headers")).unwrap();
    for page in addresses() {
        let path = format!("{page}embed/*");
        assert!(headers.contains(&format!("\n{path}\n  Content-Security-Policy: {PANEL_POLICY}\n")), "{path}");
    }
    assert!(!headers.contains("X-Frame-Options") && !headers.contains("frame-ancestors"), "anybody may embed");
}

/// The answer that a page leads to.
fn answer(page: &str, html: &str) -> Value {
    let head = html.split("</head>").next().unwrap();
    let link = between(head, "<link", ">").into_iter().find(|link| link.contains("application/json+oembed"));
    let address = between(link.unwrap_or_else(|| panic!("{page} leads to its answer")), "href=\"", "\"")[0];
    let path = address.strip_prefix(ADDRESS).unwrap_or_else(|| panic!("{address}"));
    assert_eq!(path, page.replace("index.html", "oembed.json"), "the answer is beside the page");
    serde_json::from_str(&std::fs::read_to_string(Site::Addressed.folder().join(path)).unwrap()).unwrap()
}

/// The address of the frame in an answer, and its options.
fn frame_of(page: &str, answer: &Value) -> (String, String) {
    let html = answer["html"].as_str().unwrap();
    let frames = between(html, "<iframe", ">");
    assert_eq!(frames.len(), 1, "{page}: {html}");
    let address = between(frames[0], &format!("src=\"{ADDRESS}"), "\"")[0].replace("&amp;", "&");
    let (path, options) = address.split_once('?').unwrap();
    (path.to_owned(), options.to_owned())
}

/// What can be embedded of the site that says where it is: pages, panels and choices.
fn embeddable() -> Vec<(String, String)> {
    let names: BTreeSet<String> = pages().into_iter().chain(panels()).chain(choices()).map(|(name, _)| name).collect();
    let documents = documents_below(&Site::Addressed.folder());
    documents.into_iter().filter(|(name, _)| names.contains(name)).collect()
}

#[test]
fn every_page_and_panel_says_how_it_is_embedded() {
    for (name, html) in embeddable() {
        let answer = answer(&name, &html);
        assert_eq!((answer["type"].as_str(), answer["version"].as_str()), (Some("rich"), Some("1.0")), "{name}");
        assert!(answer["width"].is_u64() && answer["height"].is_u64(), "{name}");
        let (path, _) = frame_of(&name, &answer);
        assert!(dist().join(&path).join("index.html").exists(), "{name}: {path} is there");
        let html = answer["html"].as_str().unwrap();
        // Without it WordPress would hear nothing of the frame.
        assert!(
            html.starts_with(&format!("<blockquote class=\"wp-embedded-content\" hidden><a href=\"{ADDRESS}")),
            "{name}: {html}"
        );
        for target in between(html, &format!("<a href=\"{ADDRESS}"), "\"") {
            let (page, part) = target.split_once('#').unwrap_or((target, "article"));
            let page = std::fs::read_to_string(dist().join(page).join("index.html")).unwrap();
            assert!(page.contains(&format!(" id=\"{part}\"")), "{name} leads to {target}");
        }
    }
}

/// Who pastes an address chooses by its path.
#[test]
fn a_choice_leads_to_the_panel_and_has_its_options() {
    let is_choice = |name: &str| name.split("embed/").nth(1).is_some_and(|path| path.matches('/').count() == 2);
    let choices: Vec<_> = embeddable().into_iter().filter(|(name, _)| is_choice(name)).collect();
    assert!(choices.len() > 3 * panels().len(), "three themes, and each question");
    for (name, html) in choices {
        let (path, options) = frame_of(&name, &answer(&name, &html));
        let chosen = name.rsplit('/').nth(1).unwrap();
        let expected = match chosen.strip_prefix("faq-") {
            Some(_) => format!("theme=light&open={chosen}"),
            None => format!("theme={chosen}"),
        };
        assert_eq!(options, expected, "{name}");
        assert_eq!(path, name.replace(&format!("{chosen}/index.html"), ""), "{name}");
        assert!(
            html.contains(&format!(
                "content=\"0; url=../../{}/?{}\"",
                path.rsplit('/').nth(1).unwrap(),
                options.replace('&', "&amp;")
            )),
            "{name}: {html}"
        );
    }
}

/// A click must not put another page in the panel's place.
#[test]
fn every_link_out_of_a_panel_opens_a_window() {
    for (name, html) in panels() {
        let links: Vec<&str> = between(&html, "<a ", ">")
            .into_iter()
            .filter(|tag| tag.contains("href=\"") && !tag.contains("href=\"#"))
            .collect();
        assert!(!links.is_empty(), "{name}");
        for link in links {
            assert!(link.contains("target=\"_blank\" rel=\"noopener\""), "{name}: {link}");
        }
    }
}

/// The texts of a document, each as it stands between two tags; a word or two may differ from page to page.
fn texts(html: &str) -> Vec<&str> {
    let main = html.split_once("<main").unwrap().1.split("</main>").next().unwrap();
    let texts = main.split('<').filter_map(|part| part.split_once('>').map(|(_, text)| text.trim()));
    texts.filter(|text| text.len() > 2).collect()
}

/// Complaint 19, there is no single file.
#[test]
fn the_single_file_says_what_the_page_says_and_asks_for_nothing() {
    for story in slugs() {
        let single = std::fs::read_to_string(dist().join(format!("{story}.single.html"))).unwrap();
        let page = std::fs::read_to_string(dist().join(&story).join("index.html")).unwrap();
        let evidence = std::fs::read_to_string(dist().join(&story).join("sources/index.html")).unwrap();
        let texts = texts(&page).into_iter().chain(texts(&evidence));
        let lost: Vec<&str> = texts.filter(|text| !single.contains(text)).collect();
        // It lists the terms themselves, and what only leads to other pages is not said.
        let leads = ["Terms:", "Back to the article"];
        let lost: Vec<&str> = lost.into_iter().filter(|text| !leads.contains(text)).collect();
        assert_eq!(lost, Vec::<&str>::new(), "{story} says all that its pages say");
        asks_for_nothing(&single);
    }
}

fn asks_for_nothing(single: &str) {
    for asking in
        ["<script", "<link rel=\"stylesheet", "<link rel=\"icon", "<img", "<iframe", " src=", "@import", "@font-face"]
    {
        assert!(!single.contains(asking), "it has {asking}");
    }
    let style = single.split("<style>").nth(1).unwrap().split("</style>").next().unwrap();
    let fetched =
        between(style, "url(", ")").into_iter().filter(|address| !address.trim_matches('"').starts_with("data:"));
    assert_eq!(fetched.collect::<Vec<_>>(), Vec::<&str>::new());
}
