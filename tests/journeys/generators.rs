//! Sites that are generated from Markdown embed ours, with what the dialog hands out.
//!
//! Deliberately absent: what scripts of hosts do to frames, which is in `hosts` and `embed_script`.

use backgrounder::islands::embed::data::{Embeds, Panel};
use backgrounder::islands::embed::state::{Msg, State};
use serde_json::json;

use crate::journeys_with;
use crate::support::generators::{Generated, python_host};
use crate::support::host_site::{HostSite, with_foreign_pages};
use crate::support::page::{FIXTURE, Page};
use crate::support::root;

/// What the dialog hands out for the questions in this way.
pub fn handed_out(site: &str, way: &str) -> String {
    let at = |path: &str| format!("{site}{path}");
    let panel = Panel {
        key: "faq".into(),
        name: "Questions".into(),
        address: at("/embed/faq/"),
        title: "Questions".into(),
        height: 720,
        page: at("/harbour-tunnel/#faq"),
    };
    let mut state = State::default();
    state.update(Msg::Asked { panel: "faq".into(), link: String::new() });
    state.update(Msg::Fetched(Embeds { script: at("/embed.js"), panels: vec![panel] }));
    state.update(Msg::WayChosen(way.into()));
    state.code()
}

/// The shortcode that the guide gives for Hugo.
fn shortcode() -> String {
    let guide = std::fs::read_to_string(root().join("docs/embedding.md")).unwrap();
    guide.split("```go-html-template\n").nth(1).unwrap().split("```").next().unwrap().to_owned()
}

fn text(code: &str) -> String {
    format!("# A page\n\nBefore.\n\n{code}\n\nAfter.\n")
}

async fn by_hugo(page: &Page, markdown: &str) -> Generated {
    let site = Generated::by_hugo(&text(markdown), ("backgrounder.html", &shortcode())).await;
    page.go(&site.address).await;
    site
}

/// As wide as the column, as high as the code says.
const FRAME: &str = "(() => { const { width, height } = document.querySelector('iframe').getBoundingClientRect(); return [width, height, document.querySelector('iframe').parentElement.getBoundingClientRect().width].map(Math.round); })()";

/// Complaint 3, the host strips the script.
async fn mkdocs_shows_the_frame_alone(page: &Page, host: &HostSite) {
    let site = Generated::by_mkdocs(&text(&handed_out(&host.frames, "frame"))).await;
    page.go(&site.address).await;
    let size = page.value(FRAME).await;
    assert_eq!((size[0].clone(), size[1].as_i64()), (size[2].clone(), Some(720)), "{size}");
    assert!(page.holds("!document.querySelector('[popover]').offsetHeight").await, "the link is not needed");
    page.within(0, async || {
        page.value("document.querySelectorAll('.question details').forEach((one) => { one.open = true; })").await;
        page.until("it scrolls", "document.scrollingElement.scrollHeight > innerHeight").await;
    })
    .await;
}

/// Complaint 1, the height is wrong.
async fn mkdocs_with_the_script_has_the_frame_fit(page: &Page, host: &HostSite) {
    let site = Generated::by_mkdocs(&text(&handed_out(&host.frames, "script"))).await;
    page.go(&site.address).await;
    page.until_fitting(0, "in MkDocs").await;
}

/// Hugo takes HTML out of texts unless it is told not to.
async fn hugo_without_its_shortcode_has_the_link_in_markdown(page: &Page, host: &HostSite) {
    let _lost = by_hugo(page, &handed_out(&host.frames, "frame")).await;
    assert!(page.holds("!document.querySelector('iframe, main a')").await, "all of the code is taken out");
    let _kept = by_hugo(page, &handed_out(&host.frames, "markdown")).await;
    let to =
        format!("document.querySelector('main a').href === {}", json!(format!("{}/harbour-tunnel/#faq", host.frames)));
    assert!(page.holds(&to).await);
    assert_eq!(page.text("document.querySelector('main a').textContent").await, "Questions");
}

async fn hugo_with_its_shortcode_has_the_frame_fit(page: &Page, host: &HostSite) {
    let code = format!(
        "{{{{< backgrounder site=\"{}\" story=\"harbour-tunnel\" panel=\"faq\" title=\"Questions\" >}}}}",
        host.frames
    );
    let _site = by_hugo(page, &code).await;
    page.until_fitting(0, "in Hugo").await;
    assert_eq!(page.text("document.querySelector('iframe').title").await, "Questions");
}

/// A filter of HTML that takes frames for text leaves the link.
async fn a_filter_leaves_the_link_and_nothing_else(page: &Page, host: &HostSite) {
    let code = handed_out(&host.frames, "frame");
    let filter = format!("import nh3; print(nh3.clean({}))", json!(code));
    let output = python_host("python").args(["-c", &filter]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    page.go(&host.page(&String::from_utf8(output.stdout).unwrap())).await;
    assert!(page.holds("!document.querySelector('iframe')").await);
    assert_eq!(page.text("document.body.innerText.trim()").await, "Questions");
    let link = "document.querySelector('a')";
    assert!(page.holds(&format!("{link}.offsetHeight > 0 && {link}.href.endsWith('/harbour-tunnel/#faq')")).await);
}

journeys_with!(with_foreign_pages, FIXTURE;
    mkdocs_shows_the_frame_alone,
    mkdocs_with_the_script_has_the_frame_fit,
    hugo_without_its_shortcode_has_the_link_in_markdown,
    hugo_with_its_shortcode_has_the_frame_fit,
    a_filter_leaves_the_link_and_nothing_else);
