//! Last touches to rendered HTML.
//!
//! Deliberately absent: minifying, which would take away the markers by which islands wake up.

use std::collections::HashSet;

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

/// Has links to parts of the story that this panel does not have lead to the whole page, in a window of its own.
pub(super) fn lead_home(html: &str, whole: &str) -> String {
    let id_of = |part: &'_ str| part.split('"').next().map(str::to_owned);
    let ids: HashSet<String> = html.split(" id=\"").skip(1).filter_map(id_of).collect();
    let mut parts = html.split(" href=\"#");
    let mut led = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let id = part.split('"').next().unwrap_or_default();
        if ids.contains(id) {
            led.push_str(&format!(" href=\"#{part}"));
        } else {
            led.push_str(&format!(" target=\"_blank\" rel=\"noopener\" href=\"{whole}#{part}"));
        }
    }
    let evidence = format!(" href=\"{whole}sources/");
    led.replace(&evidence, &format!(" target=\"_blank\" rel=\"noopener\"{evidence}"))
}

/// Has attributes that lead to the site by a relative way lead to it by its address. Nothing else reads so: in text a
/// quotation mark is typographic.
pub(super) fn with_root(html: &str, relative: &str, address: &str) -> String {
    html.replace(&format!("=\"{relative}"), &format!("=\"{address}"))
}

#[cfg(test)]
mod tests {
    use super::{lead_home, with_root};

    #[test]
    fn links_to_the_site_get_its_address_and_others_stay() {
        let html = "<a href=\"../other/\">one</a><a href=\"#here\">two</a><a href=\"https://a.example/../\">three</a>";
        let led = "<a href=\"https://b.example/other/\">one</a><a href=\"#here\">two</a><a href=\"https://a.example/../\">three</a>";
        assert_eq!(with_root(html, "../", "https://b.example/"), led);
    }

    #[test]
    fn links_to_what_is_elsewhere_lead_there_and_others_stay() {
        let html = "<p id=\"here\"><a href=\"#here\">one</a><a class=\"x\" href=\"#there\">two</a><a href=\"../sources/#three\">three</a></p>";
        let led = "<p id=\"here\"><a href=\"#here\">one</a><a class=\"x\" target=\"_blank\" rel=\"noopener\" href=\"../#there\">two</a><a target=\"_blank\" rel=\"noopener\" href=\"../sources/#three\">three</a></p>";
        assert_eq!(lead_home(html, "../"), led);
    }
}
