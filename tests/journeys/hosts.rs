//! Other sites embed a panel: whatever the host uses, the frame is as high as what is in it.
//!
//! Deliberately absent: our own script for hosts, which is in `embed_script`.

use serde_json::{Value, json};

use crate::journeys_with;
use crate::support::browser::Engine;
use crate::support::host::{Manners, PROBED};
use crate::support::host_site::{HostSite, with_host};
use crate::support::page::{FIXTURE, Page, Setup};

const FAQ: &str = "{site}/embed/faq/";

/// Opens and closes what is in a frame, and has it fit each time.
async fn grows_and_shrinks(page: &Page) {
    grows_and_shrinks_within(page, 1.0).await;
}

/// The same, give or take so many pixels.
async fn grows_and_shrinks_within(page: &Page, slack: f64) {
    page.until_fitting_with(0, "as it loads", 0.0, slack).await;
    let first = page.height_within(0).await;
    let all = |open: bool| {
        format!("document.querySelectorAll('.question details').forEach((one) => {{ one.open = {open}; }})")
    };
    page.within(0, async || page.value(&all(true)).await).await;
    page.until_fitting_with(0, "all open", 0.0, slack).await;
    assert!(page.height_within(0).await > first + 500.0, "what is open is higher");
    page.within(0, async || page.value(&all(false)).await).await;
    page.until_fitting_with(0, "all closed", 0.0, slack).await;
    assert_eq!(page.height_within(0).await, first, "what is closed is as high as before");
}

/// Complaint 1, the height is wrong. Complaint 2, the frame does not shrink.
async fn pym_sizes_the_frame(page: &Page, host: &HostSite) {
    let body = format!(
        "<div id=\"pym\"></div>{MORE}<script src=\"/npm/pym.js/dist/pym.v1.js\"></script><script>new pym.Parent('pym', '{FAQ}', {{ title: 'Questions' }});</script>"
    );
    page.go(&host.page(&body)).await;
    grows_and_shrinks(page).await;
    // An anchor in the frame moves the host to it.
    page.within(0, async || page.value(OPEN_LAST).await).await;
    page.until_fitting(0, "the last is open").await;
    page.within(0, async || page.value("document.querySelector('.question:last-child .answer-foot a').click()").await)
        .await;
    page.until("the host has scrolled", "scrollY > 0").await;
}

/// What follows the frame in a host, so that there is something to scroll.
const MORE: &str = "<div style=\"height: 150vh\"></div>";

const OPEN_LAST: &str = "document.querySelector('.question:last-child details').open = true";

async fn iframe_resizer_sizes_the_frame(page: &Page, host: &HostSite) {
    let body = format!(
        "<style>iframe {{ width: 1px; min-width: 100%; border: 0; }}</style><iframe id=\"ours\" title=\"Questions\" src=\"{FAQ}\"></iframe>{MORE}<script src=\"/npm/iframe-resizer/js/iframeResizer.js\"></script><script>iFrameResize({{ log: false }}, '#ours');</script>"
    );
    page.go(&host.page(&body)).await;
    grows_and_shrinks(page).await;
    assert!(
        page.holds("messages.some(({ data }) => /^\\[iFrameSizer\\]ours:\\d+:\\d+:init$/.test(data))").await,
        "its first word was answered"
    );
    page.within(0, async || page.value(OPEN_LAST).await).await;
    page.until_fitting(0, "the last is open").await;
    page.within(0, async || page.value("document.querySelector('.question:last-child .answer-foot a').click()").await)
        .await;
    page.until("the host has scrolled", "scrollY > 0").await;
}

async fn newswire_frames_sizes_the_frame(page: &Page, host: &HostSite) {
    let body = format!(
        "<div data-frame-src=\"{FAQ}\" data-frame-attribute-title=\"Questions\"></div><script src=\"/npm/@newswire/frames/dist/frames.umd.js\"></script><script>newswireFrames.autoInitFrames();</script>"
    );
    page.go(&host.page(&body)).await;
    grows_and_shrinks(page).await;
}

async fn sidechain_sizes_the_frame(page: &Page, host: &HostSite) {
    // Its frame is within a shadow, where WebDriver finds it only by a script.
    let body = format!(
        "<side-chain src=\"{FAQ}\"></side-chain><script src=\"/npm/@nprapps/sidechain/dist/sidechain.js\"></script>"
    );
    page.go(&host.page(&body)).await;
    page.until(
        "our height has reached it",
        "Number(document.querySelector('side-chain').shadowRoot.querySelector('iframe').height) > 200",
    )
    .await;
    page.until(
        "it is the last that was told",
        "Number(document.querySelector('side-chain').shadowRoot.querySelector('iframe').height) === messages.findLast(({ data }) => data.type === 'height').data.height",
    )
    .await;
}

async fn open_iframe_resizer_sizes_the_frame(page: &Page, host: &HostSite) {
    let body = format!(
        "<iframe title=\"Questions\" style=\"width: 100%; border: 0\" src=\"{FAQ}\"></iframe><script type=\"module\">import {{ initialize }} from '/npm/@open-iframe-resizer/core/dist/index.js'; initialize({{}}, 'iframe');</script>"
    );
    page.go(&host.page(&body)).await;
    grows_and_shrinks(page).await;
}

/// What Datawrapper tells its users to put beside its frames, written from its description: a listener that sizes the
/// frame that a message came from, and an older one that finds it by an id in its address.
const DATAWRAPPER: &str = "addEventListener('message', (event) => {
    const heights = event.data['datawrapper-height'];
    if (heights === undefined) return;
    for (const frame of document.querySelectorAll('iframe')) for (const id in heights) {
        if (frame.className === 'older' ? frame.matches(`iframe[src*=\"${id}\"]`) : frame.contentWindow === event.source) frame.style.height = heights[id] + 'px';
    }
})";

async fn datawrappers_listeners_size_the_frame(page: &Page, host: &HostSite) {
    for class in ["", "older"] {
        let body = format!(
            "<script>{DATAWRAPPER}</script><iframe class=\"{class}\" title=\"Questions\" scrolling=\"no\" frameborder=\"0\" style=\"width:0;min-width:100%!important;border:none\" height=\"400\" data-external=\"1\" src=\"{FAQ}\"></iframe>"
        );
        page.go(&host.page(&body)).await;
        grows_and_shrinks(page).await;
    }
}

/// What Medium, Embedly and the Guardian hear: texts in JSON.
const MESSENGERS: &str = "addEventListener('message', ({ data, source }) => {
    if (typeof data !== 'string' || data[0] !== '{') return;
    const said = JSON.parse(data);
    const frame = document.querySelector('iframe');
    const height = KIND === 'medium' ? said.context === 'iframe.resize' && said.src === frame.src && said.height : said.type === 'set-height' && /^iframeMessenger:\\w+$/.test(said.id) && said.value;
    if (height && source === frame.contentWindow) frame.style.height = `${height}px`;
})";

async fn hosts_that_read_json_size_the_frame(page: &Page, host: &HostSite) {
    for kind in ["medium", "guardian"] {
        let body = format!(
            "<script>const KIND = '{kind}'; {MESSENGERS}</script><iframe title=\"Questions\" style=\"width: 100%; border: 0\" src=\"{FAQ}\"></iframe>"
        );
        page.go(&host.page(&body)).await;
        grows_and_shrinks(page).await;
    }
}

/// What AMP does: it hears sizes of at least 100 pixels.
const AMP: &str = "addEventListener('message', ({ data, source }) => {
    const frame = document.querySelector('iframe');
    if (data.sentinel === 'amp' && data.type === 'embed-size' && data.height >= 100 && source === frame.contentWindow) frame.style.height = `${data.height}px`;
})";

async fn amp_sizes_the_frame(page: &Page, host: &HostSite) {
    let body = format!(
        "<script>{AMP}</script><iframe title=\"Questions\" sandbox=\"allow-scripts allow-same-origin\" style=\"width: 100%; border: 0\" src=\"{FAQ}#amp=1\"></iframe>"
    );
    page.go(&host.page(&body)).await;
    grows_and_shrinks(page).await;
    assert!(page.holds("messages.some(({ data }) => data.sentinel === 'amp' && data.type === 'embed-ready')").await);
}

/// The frame stands where it was put: what loads in it does not move the host.
async fn loading_does_not_scroll_the_host(page: &Page, host: &HostSite) {
    for path in [
        "faq/?open=faq-open",
        "faq/#faq-open",
        "timeline/#event-first-sketch-1953",
        "reactions/?actor=is",
        "reactions/#actor-is",
        "story/#comments",
        "comments/#comment-nobody",
    ] {
        let body = format!(
            "<script>{DATAWRAPPER}</script><div style=\"height: 300px\"></div><iframe title=\"Ours\" style=\"width: 100%; border: 0\" src=\"{{site}}/embed/{path}\"></iframe><div style=\"height: 3000px\"></div>"
        );
        page.go(&host.page(&body)).await;
        page.within(0, async || {
            page.until("the frame is ready", "document.documentElement.hasAttribute('data-ready')").await
        })
        .await;
        page.until_fitting(0, path).await;
        assert_eq!(page.number("scrollY").await, 0.0, "{path} leaves the host where it is");
        // WebKit's driver gives the focus to the frame that it enters.
        if page.browser.engine != Engine::WebKit {
            assert_eq!(
                page.text("document.activeElement.localName").await,
                "body",
                "{path} leaves the focus where it is"
            );
        }
    }
}

/// Complaint 2, the frame grows for ever: heights are told when they change.
async fn nothing_is_told_while_nothing_changes(page: &Page, host: &HostSite) {
    let body = format!(
        "<script>{DATAWRAPPER}</script><iframe title=\"Questions\" style=\"width: 320px; border: 0\" src=\"{FAQ}\"></iframe>"
    );
    page.go(&host.page(&body)).await;
    page.within(0, async || {
        page.until("the frame is ready", "document.documentElement.hasAttribute('data-ready')").await;
        // A host's or a reader's style may give the body room of its own.
        page.value("document.body.style.padding = '13px 0 17px'").await
    })
    .await;
    for width in ["1200px", "320px", "1200px"] {
        page.value(&format!("document.querySelector('iframe').style.width = '{width}'")).await;
        page.until_fitting_with(0, width, 17.0, 1.0).await;
    }
    let quiet = page
        .browser
        .driver
        .execute_async(
            "const done = arguments[0];
             const wait = (left, known) => setTimeout(() => known === messages.length ? (left ? wait(left - 1, known) : done(true)) : wait(20, messages.length), 100);
             wait(20, messages.length);",
            vec![],
        )
        .await
        .unwrap();
    assert_eq!(*quiet.json(), json!(true), "two seconds went by without a word");
    let heights = page.number("messages.filter(({ data }) => data.type === 'height').length").await;
    assert!(heights < 40.0, "{heights} heights were told");
}

/// Complaint 21, an embed that starts hidden stays broken.
async fn a_frame_that_starts_hidden_is_right_when_it_shows(page: &Page, host: &HostSite) {
    for hidden in ["display: none", "width: 0", "visibility: hidden"] {
        let body = format!(
            "<script>{DATAWRAPPER}</script><div id=\"tab\" style=\"{hidden}; overflow: hidden\"><iframe title=\"Questions\" style=\"width: 100%; border: 0\" src=\"{FAQ}\"></iframe></div>"
        );
        page.go(&host.page(&body)).await;
        page.until("the frame has loaded", "messages.some(({ data }) => data.type === 'ready')").await;
        let low =
            page.value("messages.filter(({ data }) => data.type === 'height' && !(data.height > 50)).length").await;
        assert_eq!(low, json!(0), "{hidden}: no height is told that is none");
        page.value("document.querySelector('#tab').removeAttribute('style')").await;
        page.until_fitting(0, hidden).await;
    }
}

journeys_with!(with_host, FIXTURE;
    pym_sizes_the_frame,
    iframe_resizer_sizes_the_frame,
    newswire_frames_sizes_the_frame,
    sidechain_sizes_the_frame,
    open_iframe_resizer_sizes_the_frame,
    datawrappers_listeners_size_the_frame,
    hosts_that_read_json_size_the_frame,
    amp_sizes_the_frame,
    loading_does_not_scroll_the_host,
    nothing_is_told_while_nothing_changes,
    a_frame_that_starts_hidden_is_right_when_it_shows);

/// The host's words are answered before the islands are there.
async fn hosts_are_answered_before_wasm_arrives(page: &Page, host: &HostSite) {
    let body = format!(
        "<iframe title=\"Questions\" src=\"{FAQ}\"></iframe><script>document.querySelector('iframe').onload = () => {{ const frame = document.querySelector('iframe').contentWindow; frame.postMessage('[iFrameSizer]ours:8:false:false:32:true:true:null:bodyOffset:null:null:0:false:parent:scroll:false', '*'); frame.postMessage({{ sentinel: 'amp', type: 'frames-init' }}, '*'); frame.postMessage({{ backgrounder: 1, type: 'open', id: 'faq-open' }}, '*'); }}</script>"
    );
    page.go(&host.page(&body)).await;
    page.until(
        "the sizer is answered",
        "messages.some(({ data }) => /^\\[iFrameSizer\\]ours:\\d+:\\d+:init$/.test(data))",
    )
    .await;
    page.until(
        "the way to the question is told",
        "messages.some(({ data }) => data.type === 'scroll' && data.id === 'faq-open')",
    )
    .await;
    page.within(0, async || {
        assert!(page.holds("document.querySelector('[data-island=asleep]')").await, "the islands sleep");
        assert!(page.holds("document.querySelector('[data-question=open]').open").await, "the question is open");
    })
    .await;
    page.host.release();
    page.within(0, async || {
        page.until("the frame is ready", "document.documentElement.hasAttribute('data-ready')").await
    })
    .await;
}

journeys_with!(with_host, Setup { manners: Manners { hold_wasm: true, ..PROBED }, ..FIXTURE }; hosts_are_answered_before_wasm_arrives);

/// Who asks for the height while the panel still comes is answered when it is there: a host that takes the height of a
/// piece moves twice.
async fn a_height_is_told_when_all_of_the_panel_is_there(page: &Page, host: &HostSite) {
    let ask =
        "<script>setInterval(() => frames[0]?.postMessage({ message: 'ready', secret: 'S3cret' }, '*'), 5)</script>";
    let frame = "<iframe title=\"Story\" style=\"width: 100%; height: 800px\" src=\"{site}/embed/story/#?secret=S3cret\"></iframe>";
    page.go(&host.page(&[ask, frame].concat())).await;
    page.until("a height is told", "messages.some(({ data }) => data.message === 'height')").await;
    let first = page.number("messages.find(({ data }) => data.message === 'height').data.value").await;
    page.within(0, async || page.until("all is there", "document.readyState !== 'loading'").await).await;
    let all = page.height_within(0).await;
    assert!(first >= all - 1.0, "{first} of {all} pixels");
}

journeys_with!(with_host, Setup { manners: Manners { slices: true, ..PROBED }, ..FIXTURE };
    a_height_is_told_when_all_of_the_panel_is_there);

/// Complaint 1, the height is wrong: every message that a frame sends, by what hosts of its kind read.
async fn every_format_says_the_same_height(page: &Page, host: &HostSite) {
    let body = "<iframe title=\"Questions\" style=\"width: 600px\" src=\"{site}/embed/faq/?childId=ours-1&initialWidth=600&parentUrl=x#?secret=S3cret\"></iframe>";
    page.go(&host.page(body)).await;
    page.until("WordPress is told", "messages.some(({ data }) => data.message === 'height')").await;
    let told = page
        .value(
            "(() => {
               const last = (find) => messages.map(({ data }) => find(data)).findLast((height) => height > 0);
               const json = (data) => typeof data === 'string' && data[0] === '{' ? JSON.parse(data) : {};
               return [
                 last((data) => data.type === 'height' && data.backgrounder === 1 && data.height),
                 last((data) => data['datawrapper-height']?.['embed/faq']),
                 last((data) => data.sentinel === 'amp' && data.type === 'embed-size' && data.height),
                 last((data) => json(data).context === 'iframe.resize' && json(data).height),
                 last((data) => json(data).type === 'set-height' && json(data).value),
                 last((data) => typeof data === 'string' && Number(data.match(/^pymxPYMxours-1xPYMxheightxPYMx(\\d+)$/)?.[1])),
                 last((data) => data.message === 'height' && data.secret === 'S3cret' && data.value),
               ];
             })()",
        )
        .await;
    let height = page.height_within(0).await;
    let same: Value = (0..7).map(|_| height as i64).collect();
    assert_eq!(told, same);
    assert!(page.holds("messages.every(({ data }) => data !== null && data !== undefined)").await);
}

journeys_with!(with_host, FIXTURE; every_format_says_the_same_height);

/// Hosts that size frames by their style alone, as Chromium can.
async fn a_host_without_any_script_is_sized_by_the_browser(page: &Page, host: &HostSite) {
    let body = format!(
        "<style>iframe {{ width: 100%; border: 0; height: 300px; }} @supports (frame-sizing: content-height) {{ iframe {{ frame-sizing: content-height; height: auto; }} }}</style><iframe title=\"Questions\" src=\"{FAQ}\"></iframe>"
    );
    page.go(&host.page(&body)).await;
    assert!(page.holds("CSS.supports('frame-sizing', 'content-height')").await, "this Chromium can");
    // Chromium leaves some pixels at the foot.
    grows_and_shrinks_within(page, 4.0).await;
}

journeys_with!(with_host, FIXTURE; a_host_without_any_script_is_sized_by_the_browser);

/// Twenty frames, of which those far below wait.
async fn of_twenty_frames_only_those_that_are_near_are_loaded(page: &Page, host: &HostSite) {
    let frame = |at: usize| {
        format!(
            "<p style=\"height: 500px\">{at}</p><iframe title=\"Ours {at}\" loading=\"lazy\" width=\"600\" height=\"720\" src=\"{{site}}/embed/faq/?of={at}\"></iframe>"
        )
    };
    let body = (0..20).map(frame).collect::<String>();
    page.go(&host.page(&format!("{body}<script async src=\"{{site}}/embed.js\"></script>"))).await;
    page.until_fitting(0, "the first").await;
    let loaded = "performance.getEntriesByType('resource').filter(({ name }) => name.includes('/embed/faq/')).length";
    assert!(page.number(loaded).await < 8.0, "{} are loaded", page.number(loaded).await);
    page.value("document.querySelectorAll('iframe')[19].scrollIntoView()").await;
    page.until_fitting(19, "the last").await;
}

journeys_with!(with_host, FIXTURE; of_twenty_frames_only_those_that_are_near_are_loaded);
