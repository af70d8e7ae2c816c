//! Last touches to rendered HTML.
//!
//! Deliberately absent: minifying, which would take away the markers by which islands wake up.

use std::collections::HashSet;

use lol_html::errors::RewritingError;
use lol_html::{RewriteStrSettings, element, rewrite_str};

/// Takes the markers out where no island needs them, and writes the others as HTML has comments.
///
/// Leptos marks dynamic text with `<!>`, which validators report. An island
/// wakes up just as well by `<!---->`; what stands outside islands, or is
/// passed through one as children, is never hydrated.
pub(super) fn tidy(html: &str) -> String {
    let mut tidy = String::with_capacity(html.len());
    let mut islands: Vec<bool> = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (before, here) = rest.split_at(at);
        tidy.push_str(before);
        if let Some(after) = here.strip_prefix("<!>") {
            if islands.last() == Some(&true) {
                tidy.push_str("<!---->");
            }
            rest = after;
            continue;
        }
        for (tag, within) in [("<leptos-island", true), ("<leptos-children", false)] {
            if here.starts_with(tag) {
                islands.push(within);
            }
        }
        if here.starts_with("</leptos-island") || here.starts_with("</leptos-children") {
            islands.pop();
        }
        tidy.push('<');
        rest = here.get(1..).unwrap_or_default();
    }
    tidy.push_str(rest);
    tidy
}

/// Has every link out of a panel open in a window of its own, so that the panel stays where it is; links to parts of the
/// story that the panel does not have lead to the whole page.
///
/// # Errors
///
/// The HTML is not what a browser would read.
pub(super) fn lead_out(html: &str, whole: &str) -> Result<String, RewritingError> {
    let ids = ids(html)?;
    let link = element!("a[href]", |link| {
        let href = link.get_attribute("href").unwrap_or_default();
        match href.strip_prefix('#') {
            Some(id) if ids.contains(id) => return Ok(()),
            Some(_) => link.set_attribute("href", &[whole, &href].concat())?,
            None => {}
        }
        link.set_attribute("target", "_blank")?;
        link.set_attribute("rel", "noopener")?;
        Ok(())
    });
    rewrite_str(html, RewriteStrSettings { element_content_handlers: vec![link], ..RewriteStrSettings::new() })
}

/// The ids of all elements.
fn ids(html: &str) -> Result<HashSet<String>, RewritingError> {
    let mut ids = HashSet::new();
    let found = element!("[id]", |element| {
        ids.extend(element.get_attribute("id"));
        Ok(())
    });
    rewrite_str(html, RewriteStrSettings { element_content_handlers: vec![found], ..RewriteStrSettings::new() })?;
    Ok(ids)
}

/// The address of which a page says that it is its own; nothing where it says none.
pub fn canonical_of(html: &str) -> Option<String> {
    let mut address = None;
    let link = element!("link[rel=canonical]", |link| {
        address = link.get_attribute("href");
        Ok(())
    });
    rewrite_str(html, RewriteStrSettings { element_content_handlers: vec![link], ..RewriteStrSettings::new() }).ok()?;
    address
}

/// Has attributes that lead to the site by a relative way lead to it by its address. Nothing else reads so: in text a
/// quotation mark is typographic.
pub(super) fn with_root(html: &str, relative: &str, address: &str) -> String {
    html.replace(&format!("=\"{relative}"), &format!("=\"{address}"))
}

#[cfg(test)]
mod tests {
    use super::{lead_out, with_root};

    #[test]
    fn links_to_the_site_get_its_address_and_others_stay() {
        let html = "<a href=\"../other/\">one</a><a href=\"#here\">two</a><a href=\"https://a.example/../\">three</a>";
        let led = "<a href=\"https://b.example/other/\">one</a><a href=\"#here\">two</a><a href=\"https://a.example/../\">three</a>";
        assert_eq!(with_root(html, "../", "https://b.example/"), led);
    }

    #[test]
    fn links_out_of_a_panel_open_a_window_and_others_stay() {
        let html = "<p id=\"here\"><a href=\"#here\">one</a><a class=\"x\" href=\"#there\">two</a><a href=\"https://a.example/\">three</a></p>";
        let led = "<p id=\"here\"><a href=\"#here\">one</a><a class=\"x\" href=\"../#there\" target=\"_blank\" rel=\"noopener\">two</a><a href=\"https://a.example/\" target=\"_blank\" rel=\"noopener\">three</a></p>";
        assert_eq!(lead_out(html, "../").ok().as_deref(), Some(led));
    }
}
