//! How a page is embedded, as oEmbed has it, for machines such as WordPress that fetch it beside the page.
//!
//! Deliberately absent: `maxwidth` and `maxheight`, which a file cannot answer to; the frame is as wide as its place.

use serde_json::json;

use crate::page::Panel;
use crate::reading::Site;
use crate::story::Story;
use crate::words::page::in_language;

/// How long others may keep the answer, in seconds: a day.
const KEPT: u32 = 86_400;

/// The width that is named for those who ask for one, in pixels.
const WIDTH: u32 = 720;

/// The answer for a panel of the story whose pages are below `base`.
pub(super) fn oembed(site: &Site, story: &Story, base: &str, panel: Panel) -> String {
    let words = in_language(&story.article.language);
    let title = words.panel_title(panel.key(), story, &story.article.title);
    let answer = json!({
        "version": "1.0",
        "type": "rich",
        "title": title,
        "author_name": story.article.byline,
        "provider_name": site.name,
        "provider_url": site.address,
        "cache_age": KEPT,
        "width": WIDTH,
        "height": panel.height(),
        "html": frame(&format!("{}{base}embed/{}/", site.address, panel.key()), &title, panel.height()),
    });
    format!("{answer:#}\n")
}

/// A frame in attributes alone, since what fetches the answer takes styles and scripts out.
fn frame(address: &str, title: &str, height: u32) -> String {
    let title = title.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
    format!(
        "<iframe src=\"{address}\" title=\"{title}\" width=\"100%\" height=\"{height}\" frameborder=\"0\" scrolling=\"auto\"></iframe>"
    )
}
