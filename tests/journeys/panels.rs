//! A panel alone: its options, and what it is without storage, origin or help from its host.
//!
//! Deliberately absent: heights, which are in `hosts`.

use serde_json::json;

use crate::journeys;
use crate::journeys_with;
use crate::support::browser::Habits;
use crate::support::host::Manners;
use crate::support::host_site::{HostSite, with_host};
use crate::support::page::{FIXTURE, Page, Setup};
use crate::support::sites::Site;

async fn options_are_taken_before_the_islands(page: &Page) {
    page.visit("/embed/faq/?theme=dark&accent=%237a1f5c&header=0&open=faq-open,faq-toll").await;
    page.until("both are open", "document.querySelectorAll('details[open]').length === 2").await;
    assert_eq!(page.text("document.documentElement.dataset.theme").await, "dark");
    assert_eq!(page.text("getComputedStyle(document.documentElement).colorScheme").await, "dark");
    assert_eq!(page.number("document.querySelector('.frame-head').getBoundingClientRect().height").await, 1.0);
    // The colour cannot be read on the dark paper.
    assert_eq!(
        page.text("document.documentElement.style.getPropertyValue('--act')").await,
        "light-dark(#7a1f5c,#7cc7dd)"
    );
    page.visit("/embed/faq/?accent=abc").await;
    assert_eq!(
        page.text("document.documentElement.style.getPropertyValue('--act')").await,
        "light-dark(#0a5a73,#aabbcc)"
    );
}

async fn wrong_options_are_left_out(page: &Page) {
    let wrong = "theme=purple&accent=javascript:1&header=no&open=faq-nowhere,%3Cb%3E&depth=deep&actor=nobody";
    page.visit_awake(&format!("/embed/faq/?{wrong}")).await;
    assert_eq!(page.number("document.querySelectorAll('details[open]').length").await, 0.0);
    let attributes = page
        .value(
            "['data-theme', 'data-header', 'data-depth'].filter((name) => document.documentElement.hasAttribute(name))",
        )
        .await;
    assert_eq!(attributes, json!([]));
    assert_eq!(page.text("document.documentElement.style.cssText").await, "");
}

async fn an_actor_is_followed_as_the_address_says(page: &Page) {
    page.visit_awake("/embed/reactions/?actor=is").await;
    page.until("Iceland is followed", "document.querySelector('.card[data-chosen]')?.id === 'actor-is'").await;
    page.visit_awake("/embed/timeline/?actor=is+no").await;
    page.until("two are followed", "document.querySelector('.following-who strong')?.textContent.includes(' and ')")
        .await;
}

async fn a_depth_is_taken_and_not_remembered(page: &Page) {
    page.visit_awake("/embed/story/?depth=short").await;
    assert!(page.holds("document.querySelector('#depth-short').checked").await);
    page.visit_awake("/embed/story/").await;
    assert!(page.holds("document.querySelector('#depth-full').checked").await, "it was the host's choice");
}

async fn claims_have_their_notes_in_the_panel(page: &Page) {
    page.visit_awake("/embed/faq/?open=faq-open").await;
    page.value("document.querySelector('[data-question=open] .claim-ref a').click()").await;
    page.until("the note is open", "document.querySelector('.note:popover-open')").await;
    page.until("it has its answer", "document.querySelector('.note-text').textContent.length > 60").await;
    let inside = "(({ top, bottom }) => top >= 0 && bottom <= innerHeight)(document.querySelector('.note').getBoundingClientRect())";
    assert!(page.holds(inside).await, "the note is within the frame");
}

journeys!(FIXTURE;
    options_are_taken_before_the_islands,
    wrong_options_are_left_out,
    an_actor_is_followed_as_the_address_says,
    a_depth_is_taken_and_not_remembered,
    claims_have_their_notes_in_the_panel);

const READY: &str = "document.documentElement.hasAttribute('data-ready')";

/// WordPress's frame may run scripts and nothing else: no origin, no storage, no window of its own.
async fn without_an_origin_everything_but_storage_works(page: &Page, host: &HostSite) {
    for panel in ["faq", "timeline", "reactions", "comments", "story"] {
        let body = format!(
            "<iframe title=\"Ours\" sandbox=\"allow-scripts\" style=\"width: 100%; height: 700px; border: 0\" src=\"{{site}}/embed/{panel}/#?secret=S3cret\"></iframe>"
        );
        page.go(&host.page(&body)).await;
        page.within(0, async || {
            page.until("the panel is ready", READY).await;
            page.wake_all().await;
            let asleep = page.value("[...document.querySelectorAll('[data-island]')].filter((one) => one.dataset.island !== 'awake').map((one) => one.className)").await;
            assert_eq!(asleep, json!([]), "{panel}");
            if panel == "comments" {
                page.until("comments are in memory", "document.querySelector('[data-store=memory]')").await;
                assert!(page.holds("!document.querySelector('.comments-where-memory').hidden").await, "the reader is told");
            }
        })
        .await;
        assert!(page.holds("messages.every(({ origin }) => origin === 'null')").await);
    }
}

/// Writes a comment with a link, and waits for it.
async fn post_link(page: &Page, address: &str) {
    page.until("the panel is ready", READY).await;
    page.wake_all().await;
    page.focus(".composer textarea").await;
    page.press(format!("See {address}")).await;
    page.click(".composer [type=submit]").await;
    page.until("it is posted", "document.querySelector('.comments-list a[referrerpolicy]')").await;
}

/// Whoever clicks is given the address, also of a link that tells nobody where it stands.
async fn where_windows_are_forbidden_the_address_is_given(page: &Page, host: &HostSite) {
    let frame = |panel: &str| {
        format!(
            "<iframe title=\"Ours\" sandbox=\"allow-scripts allow-same-origin\" style=\"width: 100%; height: 700px\" src=\"{{site}}/embed/{panel}/\"></iframe>"
        )
    };
    let given = "document.querySelector('.frame-refused:not([hidden]) input')?.value";
    page.go(&host.page(&frame("timeline"))).await;
    page.within(0, async || {
        page.until("the panel is ready", READY).await;
        page.value("document.querySelectorAll('details').forEach((one) => { one.open = true; })").await;
        // A driver clicks into the middle, where a link on two lines may have nothing.
        let link =
            "[...document.querySelectorAll('.event a[href^=http]')].find((link) => link.getClientRects().length === 1)";
        page.value(&format!("{link}.setAttribute('data-tried', '')")).await;
        page.value("document.querySelector('[data-tried]').scrollIntoView({ block: 'center' })").await;
        page.click("[data-tried]").await;
        page.until("its address is there", &format!("{given} === document.querySelector('[data-tried]').href")).await;
    })
    .await;
    page.go(&host.page(&frame("comments"))).await;
    page.within(0, async || {
        post_link(page, "https://example.org/a").await;
        page.click(".comments-list a[referrerpolicy]").await;
        page.until("its address is there", &format!("{given} === 'https://example.org/a'")).await;
    })
    .await;
}

/// The site that is led to does not learn from where.
async fn a_link_in_a_comment_opens_a_window_that_is_told_nothing(page: &Page, host: &HostSite) {
    let target = host.page("<p id=\"here\">Here.</p>");
    let body = "<iframe title=\"Ours\" style=\"width: 100%; height: 700px\" src=\"{site}/embed/comments/\"></iframe>";
    page.go(&host.page(body)).await;
    let before = page.browser.driver.windows().await.unwrap();
    page.within(0, async || {
        post_link(page, &target).await;
        page.click(".comments-list a[referrerpolicy]").await;
    })
    .await;
    let opened = page.browser.driver.windows().await.unwrap().into_iter().filter(|one| !before.contains(one));
    let opened: Vec<_> = opened.collect();
    assert_eq!(opened.len(), 1, "it has a window of its own");
    let own = page.browser.driver.window().await.unwrap();
    page.browser.driver.switch_to_window(opened[0].clone()).await.unwrap();
    page.until("it is led to", "document.querySelector('#here')").await;
    assert_eq!(page.text("document.referrer").await, "");
    assert!(page.holds("opener === null").await);
    page.browser.driver.close_window().await.unwrap();
    page.browser.driver.switch_to_window(own).await.unwrap();
}

/// A host whose policy asks for headers of everything that it shows, and one that allows nothing but our frame.
async fn strict_hosts_show_the_panel(page: &Page, host: &HostSite) {
    let frames = &host.frames;
    let strict: [Vec<(&'static str, String)>; 2] = [
        vec![
            ("cross-origin-embedder-policy", "require-corp".into()),
            ("cross-origin-opener-policy", "same-origin".into()),
        ],
        vec![(
            "content-security-policy",
            format!("default-src 'none'; frame-src {frames}; script-src {frames} 'self'; img-src 'self'"),
        )],
    ];
    for headers in strict {
        let body = "<iframe title=\"Ours\" width=\"700\" src=\"{site}/embed/faq/\"></iframe><script async src=\"{site}/embed.js\"></script>";
        page.go(&host.page_with(body, headers)).await;
        page.within(0, async || page.until("the panel is ready", READY).await).await;
        page.until_fitting(0, "our script is let in, and sizes it").await;
    }
}

/// Tab goes through the frame and out of it again.
async fn the_keyboard_enters_and_leaves_the_frame(page: &Page, host: &HostSite) {
    let body = "<button id=\"before\">Before</button><iframe title=\"Ours\" width=\"700\" height=\"500\" src=\"{site}/embed/comments/?header=0\"></iframe><button id=\"after\">After</button>";
    page.go(&host.page(body)).await;
    page.within(0, async || page.until("the panel is ready", READY).await).await;
    page.focus("#before").await;
    page.press("\u{e004}").await;
    // The host and the frame are processes of their own, one of which hears from the other where the focus is.
    page.until("the key leads into the frame", "document.activeElement.localName === 'iframe'").await;
    page.within(0, async || {
        let last = "[...document.querySelectorAll('a[href], button, input, select, textarea, summary')].filter((one) => one.checkVisibility({ visibilityProperty: true })).at(-1).focus()";
        page.value(last).await;
        page.press("\u{e004}").await;
    })
    .await;
    page.until("and out of it", "document.activeElement.id === 'after'").await;
}

/// Complaint 18, a third party's runtime breaks published work: there is no third party.
async fn a_frame_asks_nobody_but_its_own_site(page: &Page, host: &HostSite) {
    let body = "<iframe title=\"Ours\" width=\"700\" height=\"500\" src=\"{site}/embed/story/\"></iframe>";
    page.go(&host.page(body)).await;
    page.within(0, async || {
        page.until("the panel is ready", READY).await;
        let others = "performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin).filter((origin) => origin !== location.origin)";
        assert_eq!(page.value(others).await, json!([]));
    })
    .await;
}

/// A story has one thread of comments, wherever its box stands.
async fn the_thread_is_the_same_in_every_frame(page: &Page) {
    for address in ["/", "/harbour-tunnel/", "/embed/comments/", "/harbour-tunnel/embed/comments/", "/embed/story/"] {
        page.visit_awake(address).await;
        assert_eq!(
            page.text("document.querySelector('#comments').dataset.thread").await,
            "/harbour-tunnel/",
            "{address}"
        );
    }
}

journeys!(FIXTURE; the_thread_is_the_same_in_every_frame);

journeys_with!(with_host, FIXTURE; a_frame_asks_nobody_but_its_own_site, without_an_origin_everything_but_storage_works, strict_hosts_show_the_panel);

journeys_with!(with_host, FIXTURE;
    a_link_in_a_comment_opens_a_window_that_is_told_nothing,
    where_windows_are_forbidden_the_address_is_given);

journeys_with!(with_host, FIXTURE; the_keyboard_enters_and_leaves_the_frame);

/// Whatever schemes the host and the frame have, the frame shows its own paper.
async fn no_scheme_of_a_host_shows_through_the_frame(page: &Page, host: &HostSite) {
    for (outside, inside, paper) in
        [("light", "light", 252), ("light", "dark", 20), ("dark", "light", 252), ("dark", "dark", 20)]
    {
        let body = format!(
            "<style>:root {{ color-scheme: {outside}; }} body {{ margin: 0; }}</style><iframe title=\"Ours\" style=\"border: 0; width: 600px; height: 600px; color-scheme: normal\" src=\"{{site}}/embed/faq/?theme={inside}\"></iframe>"
        );
        page.go(&host.page(&body)).await;
        page.within(0, async || {
            page.until("the panel is ready", READY).await;
            page.frames_pass().await;
        })
        .await;
        let picture = page
            .devtools(
                "Page.captureScreenshot",
                json!({"clip": {"x": 2, "y": 560, "width": 1, "height": 1, "scale": 1}, "format": "png"}),
            )
            .await;
        let png = picture["data"].as_str().unwrap().to_owned();
        let red = page
            .browser
            .driver
            .execute_async(format!("const done = arguments[0]; const image = new Image(); image.onload = () => {{ const canvas = new OffscreenCanvas(1, 1).getContext('2d'); canvas.drawImage(image, 0, 0); done(canvas.getImageData(0, 0, 1, 1).data[0]); }}; image.src = 'data:image/png;base64,{png}';"), vec![])
            .await
            .unwrap();
        assert_eq!(*red.json(), json!(paper), "{inside} within {outside}");
    }
}

journeys_with!(with_host, FIXTURE; no_scheme_of_a_host_shows_through_the_frame);

/// A printed frame leads to the whole page, and a panel prints whole.
async fn a_panel_prints_with_its_source(page: &Page) {
    page.visit_awake("/embed/faq/").await;
    page.devtools("Emulation.setEmulatedMedia", json!({"media": "print"})).await;
    assert!(page.holds("document.querySelector('.frame-foot').getBoundingClientRect().height > 0").await);
    assert!(
        page.holds("[...document.querySelectorAll('.answer')].every((one) => one.getBoundingClientRect().height > 0)")
            .await,
        "every answer is printed"
    );
    let pdf = page.devtools("Page.printToPDF", json!({})).await;
    assert!(pdf["data"].as_str().unwrap().len() > 20_000, "it is more than an empty sheet");
}

journeys!(FIXTURE; a_panel_prints_with_its_source);

/// The single file opens from a disk and asks for nothing.
async fn the_single_file_opens_from_a_disk(page: &Page) {
    let file = Site::Fixture.folder().join("harbour-tunnel.single.html");
    page.go(&format!("file://{}", file.display())).await;
    assert_eq!(page.number("performance.getEntriesByType('resource').length").await, 0.0);
    assert!(page.holds("document.querySelector('.answer')").await);
    page.value("document.querySelector('[data-question=open] summary').click()").await;
    page.until("a question opens", "document.querySelector('#faq-open').getBoundingClientRect().height > 0").await;
    assert!(
        page.holds("getComputedStyle(document.body).backgroundColor !== 'rgba(0, 0, 0, 0)'").await,
        "it has its style"
    );
}

journeys!(Setup { manners: Manners::default(), ..FIXTURE }; the_single_file_opens_from_a_disk);

/// A reader's browser that leaves frames of other sites no storage: the box says where the words are.
async fn a_comment_is_written_where_nothing_may_be_kept(page: &Page, host: &HostSite) {
    page.go(&host.page("<iframe title=\"Ours\" width=\"700\" height=\"900\" src=\"{site}/embed/comments/\"></iframe>"))
        .await;
    page.within(0, async || {
        page.until("the panel is ready", READY).await;
        page.until("the box is open", "document.querySelector('[data-store]')").await;
        let told = "document.querySelector('[data-store]').dataset.store === (document.querySelector('.comments-where-memory').hidden ? 'device' : 'memory')";
        assert!(page.holds(told).await, "the reader is told where comments are");
        page.value("((field) => { field.value = 'Written in a frame'; field.form.requestSubmit(); })(document.querySelector('.composer textarea'))").await;
        page.until("the comment shows", "document.querySelector('.comment-text')?.textContent === 'Written in a frame'").await;
    })
    .await;
}

journeys_with!(with_host, Setup { habits: Habits { no_foreign_storage: true, ..Habits::default() }, ..FIXTURE }; a_comment_is_written_where_nothing_may_be_kept);
