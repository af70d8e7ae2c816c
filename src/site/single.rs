//! A whole story as a single file: it asks for nothing, opens from a disk, and prints.
//!
//! Deliberately absent: the islands, and so whatever needs them. What HTML and CSS can do alone works.

use crate::contract::attribute;
use crate::words::page::Words;

/// What a single file may do: show itself.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/// Makes a single file of a page: with the style sheet in it and without what asks for other files. It says where it is
/// from, if that is known.
pub(super) fn single(page: &str, style: &str, address: Option<&str>, words: &Words) -> String {
    let Some((head, body)) = page.split_once("</head>") else {
        return page.to_owned();
    };
    let kept: String = tags(head).filter(|tag| !asks_for_files(tag)).collect();
    let policy = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">");
    let kept = kept.replacen("<meta charset=\"utf-8\">", &format!("<meta charset=\"utf-8\">{policy}"), 1);
    let kept = kept.replacen("<html ", &["<html ", attribute::SINGLE, " "].concat(), 1);
    let (home, from) = address.map(|address| origin(address, words)).unwrap_or_default();
    let body = body.replacen("<main>", &format!("<main>{from}"), 1);
    format!("{kept}{home}<style>{style}</style></head>{body}")
}

/// What machines and readers are told of where the file is from.
fn origin(address: &str, words: &Words) -> (String, String) {
    let home = format!("<link rel=\"canonical\" href=\"{address}\">");
    let from = format!("<p class=\"single-from\">{}<a href=\"{address}\">{address}</a></p>", words.saved_from);
    (home, from)
}

/// The tags of a head, each with what follows it.
fn tags(head: &str) -> impl Iterator<Item = &str> {
    head.split_inclusive('>')
}

fn asks_for_files(tag: &str) -> bool {
    let tag = tag.trim_start();
    tag.starts_with("<link")
        || tag.starts_with("<script")
        || tag == "</script>"
        || tag.contains("Content-Security-Policy")
}
