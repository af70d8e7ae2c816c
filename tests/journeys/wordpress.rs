//! A real WordPress embeds our site: an address that is pasted, and HTML that is.
//!
//! Deliberately absent: the editor. What it writes is published as it writes it.

use serde_json::{Value, json};

use crate::generators::handed_out;
use crate::journeys_with;
use crate::support::browser::Engine;
use crate::support::page::{FIXTURE, PUBLISHED, Page};
use crate::support::wordpress::{THEMES, WordPress, Writer, with_wordpress};

/// WordPress lets no frame be higher, in pixels.
const HIGHEST: f64 = 1000.0;

const THEME: &str = THEMES[0];

/// The address of a path of our site, as the frames have it.
fn ours(page: &Page, path: &str) -> String {
    format!("{}{path}", page.server.as_deref().unwrap())
}

/// Goes to a post with an address of ours on a line of its own.
async fn go_to_pasted(page: &Page, wordpress: &WordPress, path: &str) {
    page.go(&wordpress.paste(&ours(page, path), THEME).await).await;
    page.until("WordPress has made a frame of it", "document.querySelector('iframe.wp-embedded-content')").await;
    let shown = "getComputedStyle(document.querySelector('blockquote.wp-embedded-content')).display === 'none'";
    page.until("the frame has taken the place of the words", shown).await;
}

/// Waits until the frame is as high as what is in it, as far as WordPress lets it.
async fn until_sized(page: &Page) {
    for _ in 0..600 {
        let (inside, outside) = (page.height_within(0).await, page.number(HEIGHT).await);
        if inside > 0.0 && (inside.min(HIGHEST) - outside).abs() <= 1.0 {
            page.within(0, async || page.until("the frame knows", &format!("innerHeight === {outside}")).await).await;
            return;
        }
        page.frames_pass().await;
    }
    panic!("{} of {} pixels", page.number(HEIGHT).await, page.height_within(0).await);
}

const HEIGHT: &str = "document.querySelector('iframe').clientHeight";

/// Clicks something within the frame. WebKitGTK's driver finds no place in a frame that is scrolled to; there the frame gets
/// the focus, and its element the click, by script.
async fn click_within(page: &Page, selector: &str) {
    if page.browser.engine == Engine::WebKit {
        page.browser.driver.enter_default_frame().await.unwrap();
        page.focus("iframe").await;
        page.enter(0).await;
        page.value(&format!("document.querySelector({}).click()", json!(selector))).await;
    } else {
        page.click(selector).await;
    }
}

/// Complaint 3, the host forces a size.
async fn a_pasted_panel_is_as_high_as_what_is_in_it(page: &Page, wordpress: &WordPress) {
    go_to_pasted(page, wordpress, "/embed/faq/").await;
    until_sized(page).await;
    assert!(page.number(HEIGHT).await < HIGHEST, "all of it shows");
    page.within(0, async || {
        page.until("it is not cut short", "!document.documentElement.matches('[data-clipped]')").await;
    })
    .await;
}

/// Complaint 3, too: where WordPress cuts a panel short, the way to all of it stays in sight, and the rest can be scrolled to.
async fn a_pasted_panel_that_is_cut_short_shows_the_way_to_all_of_it(page: &Page, wordpress: &WordPress) {
    go_to_pasted(page, wordpress, "/embed/story/").await;
    until_sized(page).await;
    assert_eq!(page.number(HEIGHT).await, HIGHEST);
    page.within(0, async || {
        page.until(
            "the foot is in sight",
            "document.querySelector('.frame-foot').getBoundingClientRect().bottom <= innerHeight + 1",
        )
        .await;
        assert!(page.holds("document.scrollingElement.scrollHeight > innerHeight").await, "the rest is scrolled to");
    })
    .await;
}

/// A story that is pasted is not a box as high as WordPress allows: it is a card that leads to its page.
async fn a_pasted_story_is_a_card(page: &Page, wordpress: &WordPress) {
    go_to_pasted(page, wordpress, "/harbour-tunnel/").await;
    until_sized(page).await;
    page.enter(0).await;
    assert_eq!(page.text("document.documentElement.dataset.embed").await, "card");
    click_within(page, ".story-card h1 a").await;
    page.browser.driver.enter_default_frame().await.unwrap();
    page.until(
        "the host's window is at the story",
        &format!("location.href === {}", json!(ours(page, "/harbour-tunnel/"))),
    )
    .await;
}

/// The links of a panel to our own pages are opened by WordPress, in the window of the host.
async fn a_pasted_panel_leads_to_the_page(page: &Page, wordpress: &WordPress) {
    for (link, to) in [(".frame-foot a", "#faq"), (".questions a[href*='#actor-']", "#actor-")] {
        go_to_pasted(page, wordpress, "/embed/faq/").await;
        until_sized(page).await;
        page.enter(0).await;
        page.value("document.querySelectorAll('.question details').forEach((one) => { one.open = true; })").await;
        page.browser.driver.enter_default_frame().await.unwrap();
        until_sized(page).await;
        page.enter(0).await;
        click_within(page, link).await;
        page.browser.driver.enter_default_frame().await.unwrap();
        let there = format!("location.href.startsWith({})", json!(ours(page, &format!("/harbour-tunnel/{to}"))));
        page.until("the host's window is where the link leads", &there).await;
    }
}

/// WordPress lets a frame open nothing: the panel stays, and whoever clicked is given the address.
async fn a_source_that_cannot_be_opened_gives_its_address(page: &Page, wordpress: &WordPress) {
    go_to_pasted(page, wordpress, "/embed/timeline/").await;
    until_sized(page).await;
    page.within(0, async || {
        page.value("document.querySelectorAll('details').forEach((one) => { one.open = true; })").await;
        let source = "[...document.querySelectorAll('.event a[href^=http]')].find((link) => link.getClientRects().length && link.origin !== location.origin)";
        let address = page.text(&format!("{source}.href")).await;
        page.value(&format!("{source}.setAttribute('data-tried', '')")).await;
        click_within(page, "[data-tried]").await;
        let told = format!("document.querySelector('.frame-refused:not([hidden]) input')?.value === {}", json!(address));
        page.until("the address is there to be copied", &told).await;
        // WebKitGTK's driver finds nothing in a frame without an origin that can have the focus, not even by script.
        if page.browser.engine != Engine::WebKit {
            assert!(page.holds("document.activeElement.matches('.frame-refused input')").await, "it is selected");
        }
        assert!(page.text("document.querySelector('.frame-refused p').textContent").await.contains("does not let the panel open"));
        assert_eq!(page.text("document.documentElement.dataset.embed").await, "timeline", "the panel is still there");
    })
    .await;
}

/// A note is drawn anew for each statement, and what was said in the one before goes with it.
async fn a_source_in_one_note_and_another_gives_its_address(page: &Page, wordpress: &WordPress) {
    go_to_pasted(page, wordpress, "/embed/story/").await;
    until_sized(page).await;
    page.within(0, async || {
        page.until("the panel is ready", "document.documentElement.hasAttribute('data-ready')").await;
        page.wake_all().await;
        for claim in ["tunnel-opened", "opening-count"] {
            page.value(&format!("document.querySelector('.claim-ref > a[href$=\"#claim-{claim}\"]').click()")).await;
            let source = "document.querySelector('.note:popover-open .note-text a[href^=http]')";
            page.until(
                "its note has a source",
                &format!("{source} && !document.querySelector('.frame-refused:not([hidden])')"),
            )
            .await;
            let address = page.text(&format!("{source}.href")).await;
            page.value(&format!("{source}.click()")).await;
            let told = format!(
                "document.querySelector('.note .frame-refused:not([hidden]) input')?.value === {}",
                json!(address)
            );
            page.until("the address is in the note", &told).await;
            assert_eq!(page.text("document.documentElement.dataset.embed").await, "story", "the panel is still there");
        }
    })
    .await;
}

/// WordPress forbids its frames to submit forms.
async fn a_comment_is_posted_by_its_button(page: &Page, wordpress: &WordPress) {
    go_to_pasted(page, wordpress, "/embed/comments/").await;
    page.within(0, async || {
        page.until("the panel is ready", "document.documentElement.hasAttribute('data-ready')").await;
        page.wake_all().await;
        page.value("(() => { const field = document.querySelector('.composer textarea'); field.value = 'Seen from a host.'; field.dispatchEvent(new Event('input', { bubbles: true })); })()").await;
        click_within(page, ".composer [type=submit]").await;
        page.until(
            "it is posted",
            "document.querySelector('.comments-list')?.textContent.includes('Seen from a host.')",
        )
        .await;
        // Nor may they save files, of which the browser tells them nothing.
        click_within(page, ".comments-tools [data-act=export]").await;
        page.until(
            "what the file would hold is there to be copied",
            "document.querySelector('.comments-file:not([hidden]) textarea')?.value.includes('Seen from a host.')",
        )
        .await;
    })
    .await;
}

/// A site owner chooses by the address alone.
async fn what_is_chosen_in_a_pasted_address_is_kept(page: &Page, wordpress: &WordPress) {
    for (path, kept) in [
        ("/embed/faq/", "document.documentElement.dataset.theme === 'light'"),
        ("/embed/faq/dark/", "document.documentElement.dataset.theme === 'dark'"),
        ("/embed/faq/auto/", "!document.documentElement.dataset.theme"),
        ("/embed/faq/faq-toll/", "document.querySelector('[data-question=toll]').open"),
    ] {
        go_to_pasted(page, wordpress, path).await;
        page.within(0, async || page.until(path, kept).await).await;
    }
}

journeys_with!(with_wordpress, FIXTURE;
    a_pasted_panel_is_as_high_as_what_is_in_it,
    a_pasted_panel_that_is_cut_short_shows_the_way_to_all_of_it,
    a_pasted_story_is_a_card,
    a_pasted_panel_leads_to_the_page,
    the_editor_shows_the_panel,
    a_source_in_one_note_and_another_gives_its_address,
    a_source_that_cannot_be_opened_gives_its_address,
    a_comment_is_posted_by_its_button,
    what_is_chosen_in_a_pasted_address_is_kept);

/// Who writes a post sees the panel in it.
async fn the_editor_shows_the_panel(page: &Page, wordpress: &WordPress) {
    page.go(&wordpress.editor()).await;
    page.until("the editor is ready", "window.wp?.data?.select('core/editor')?.__unstableIsEditorReady?.() && document.querySelector('.editor-styles-wrapper')").await;
    let block = format!("wp.blocks.createBlock('core/embed', {{ url: {} }})", json!(ours(page, "/embed/faq/")));
    page.value(&format!("(() => {{ wp.data.dispatch('core/edit-post').toggleFeature('welcomeGuide'); wp.data.dispatch('core/block-editor').insertBlocks({block}); }})()")).await;
    page.until("the block has our frame", "document.querySelector('.wp-block-embed iframe')").await;
    until_sized(page).await;
}

/// What stands below a frame moves at most so much when the frame is shown, as browsers count it.
const SHIFT: f64 = 0.1;

/// What has moved in the host, each time: how much, when, what, from where, and to where.
const MOVED: &str = "new Promise((told) => {
    const all = [];
    new PerformanceObserver((list) => {
        for (const { value, startTime, sources } of list.getEntries()) {
            const moved = sources.map(({ node, previousRect: from, currentRect: to }) => `${node?.nodeName} ${from.y}+${from.height} to ${to.y}+${to.height}`);
            all.push([value, startTime, ...moved]);
        }
    }).observe({ type: 'layout-shift', buffered: true });
    requestAnimationFrame(() => setTimeout(() => told(all)));
})";

async fn moves_little(page: &Page, what: &str) {
    let moved = page.value(MOVED).await;
    let shift: f64 = moved.as_array().unwrap().iter().filter_map(|one| one[0].as_f64()).sum();
    assert!(shift <= SHIFT, "{what}: {moved}");
}

async fn what_is_below_a_pasted_panel_hardly_moves(page: &Page, wordpress: &WordPress) {
    for panel in ["story", "faq", "timeline", "reactions", "comments", "card"] {
        for width in [390, 1280] {
            page.screen(width, false).await;
            go_to_pasted(page, wordpress, &format!("/embed/{panel}/")).await;
            until_sized(page).await;
            moves_little(page, &format!("{panel} at {width} pixels")).await;
        }
    }
}

/// The code that the dialog hands out for a panel of ours.
fn snippet(page: &Page) -> String {
    handed_out(&ours(page, ""), "frame")
}

/// Complaint 5: the snippet breaks out of the column of the text.
async fn a_snippet_keeps_to_the_column_of_every_theme(page: &Page, wordpress: &WordPress) {
    for theme in THEMES {
        let post = wordpress.custom_html(Writer::Administrator, &snippet(page), theme).await;
        for width in [390, 1280] {
            page.screen(width, false).await;
            page.go(&post).await;
            page.until_there("the frame is there", "document.querySelector('iframe')").await;
            let edges = page
                .value("['iframe', 'p.before'].map((one) => document.querySelector(one).getBoundingClientRect()).flatMap(({ left, right }) => [left, right].map(Math.round))")
                .await;
            let edges: Vec<i64> = edges.as_array().unwrap().iter().filter_map(Value::as_i64).collect();
            assert_eq!(edges[..2], edges[2..], "{theme} at {width} pixels");
            assert_eq!(page.text("getComputedStyle(document.querySelector('iframe')).borderTopWidth").await, "0px");
        }
    }
}

/// An author whose HTML is filtered keeps the link to the page.
async fn of_a_snippet_that_is_filtered_the_link_stays(page: &Page, wordpress: &WordPress) {
    page.go(&wordpress.custom_html(Writer::Author, &snippet(page), THEME).await).await;
    assert!(page.holds("!document.querySelector('iframe')").await, "it is filtered");
    let link = format!(
        "document.querySelector('.entry-content a, .wp-block-post-content a').href === {}",
        json!(ours(page, "/harbour-tunnel/#faq"))
    );
    assert!(page.holds(&link).await);
    assert!(
        page.holds("document.querySelector('.entry-content a, .wp-block-post-content a').offsetHeight > 0").await,
        "it shows"
    );
}

journeys_with!(with_wordpress, PUBLISHED; what_is_below_a_pasted_panel_hardly_moves);

journeys_with!(with_wordpress, FIXTURE;
    a_snippet_keeps_to_the_column_of_every_theme,
    of_a_snippet_that_is_filtered_the_link_stays);
