//! Comments on a real Isso: readers, a moderator, and a server that is away.
//!
//! Deliberately absent: servers that answer badly, which are in `hostile`.

use serde_json::json;

use crate::journeys_with;
use crate::support::browser::Engine;
use crate::support::commenting::{EDIT, NEW, REPLY, TOLD, author, comment, copies, kept, stands, waits};
use crate::support::isso::{HERE, Isso, IssoConfig};
use crate::support::page::{Page, Steps, eventually, journey_with_server};
use crate::support::place;
use crate::support::small_site::{CONTACT, site_naming};

/// So many readers of a page that names an Isso.
async fn with_isso(
    engine: Engine,
    (readers, config): (usize, IssoConfig),
    steps: impl for<'a> FnOnce(&'a [Page], &'a Isso) -> Steps<'a> + Send + 'static,
) {
    let (place, server) = place();
    let site = site_naming(&server);
    journey_with_server(site.path(), &server, engine, readers, move |pages| {
        Box::pin(async move {
            let isso = Isso::start(IssoConfig { host: vec![pages[0].host.url("")], ..config }, place).await;
            steps(pages, &isso).await;
        })
    })
    .await;
}

/// The comment is shown as liked by this reader.
const LIKED: &str = "document.querySelector('.comment [data-act=like]')?.getAttribute('aria-pressed') === 'true'";

async fn two_readers_see_what_each_other_posts(pages: &[Page], isso: &Isso) {
    let (ann, ben) = (&pages[0], &pages[1]);
    ann.visit_comments().await;
    ann.sign("Ann").await;
    ann.post("Words of Ann").await;
    ben.visit_comments().await;
    ben.until("Ben sees them", &stands("Words of Ann", "published")).await;
    assert_eq!(ben.text(&author("Words of Ann")).await, "Ann");
    ben.post("Words of Ben").await;
    ann.visit_comments().await;
    ann.until("Ann sees the others", &stands("Words of Ben", "published")).await;
    assert_eq!(isso.texts(), ["Words of Ann", "Words of Ben"]);
    assert_eq!(ann.number("document.querySelectorAll('.comment').length").await, 2.0);
}

async fn a_like_counts(pages: &[Page], isso: &Isso) {
    let page = &pages[0];
    isso.says("Ann", "To be liked");
    page.visit_comments().await;
    page.until("the comment is there", &stands("To be liked", "published")).await;
    page.click(".comment [data-act=like]").await;
    eventually("the like has arrived", || isso.comments()[0]["likes"] == 1).await;
    page.visit_comments().await;
    page.until("it is shown as this reader's", LIKED).await;
}

/// Isso takes one vote from an address, and none for a comment of that address.
async fn a_like_that_is_refused_is_taken_back(pages: &[Page], isso: &Isso) {
    let page = &pages[0];
    isso.says_from(HERE, "Ann", "Not to be liked from here");
    page.visit_comments().await;
    page.until("the comment is there", &stands("Not to be liked", "published")).await;
    page.click(".comment [data-act=like]").await;
    page.until(
        "the reader is told",
        "document.querySelector('.comments-status').textContent || !document.querySelector('.comments-trouble').hidden",
    )
    .await;
    page.until("it is shown as not liked", &format!("!({LIKED})")).await;
    assert_eq!(isso.comments()[0]["likes"], 0);
}

async fn a_reply_stands_under_what_it_answers(pages: &[Page], isso: &Isso) {
    let page = &pages[0];
    let parent = isso.says("Ann", "A question");
    page.visit_comments().await;
    page.until("the comment is there", &stands("A question", "published")).await;
    page.click(".comment [data-act=reply]").await;
    page.until("the form is open", &format!("document.querySelector('{REPLY}')")).await;
    page.submit(REPLY, "An answer").await;
    let above = format!("{}?.closest('.comment-replies')?.closest('.comment')", comment("An answer"));
    let below = format!("{above} === {}", comment("A question"));
    page.until("it is published", &stands("An answer", "published")).await;
    assert!(page.holds(&below).await, "it is below");
    assert_eq!(isso.comments()[1]["parent"], json!(parent));
    page.visit_comments().await;
    page.until("it still is", &below).await;
}

async fn an_edit_keeps_the_name(pages: &[Page], isso: &Isso) {
    let page = &pages[0];
    page.visit_comments().await;
    page.sign("Tom & <Jerry> &amp;").await;
    page.post("First words & more").await;
    assert_eq!(page.text(&author("First words")).await, "Tom & <Jerry> &amp;");
    page.click(".comment [data-act=edit]").await;
    let field = format!("document.querySelector('{EDIT} textarea')");
    page.until("the form has the words", &format!("{field}?.value === 'First words & more'")).await;
    page.element(&format!("{EDIT} textarea")).await.clear().await.unwrap();
    page.submit(EDIT, "Second words & more").await;
    page.until("the words are others", &stands("Second words & more", "published")).await;
    eventually("the server has them", || isso.texts() == ["Second words & more"]).await;
    assert_eq!(page.text(&author("Second words")).await, "Tom & <Jerry> &amp;");
    page.visit_comments().await;
    page.until("they still are", &stands("Second words & more", "published")).await;
    assert_eq!(page.text(&author("Second words")).await, "Tom & <Jerry> &amp;");
    assert_eq!(isso.comments()[0]["author"], "Tom &amp; &lt;Jerry&gt; &amp;amp;");
}

async fn a_deleted_comment_comes_back_until_nobody_wants_it(pages: &[Page], isso: &Isso) {
    let page = &pages[0];
    let offer = "document.querySelector('.comments-undo:not([hidden])')";
    page.visit_comments().await;
    page.post("Soon gone").await;
    page.click(".comment [data-act=delete]").await;
    page.until("it can be taken back", offer).await;
    page.click(".comments-undo [data-act=undo]").await;
    page.until("it is back", &stands("Soon gone", "published")).await;
    assert_eq!(isso.texts(), ["Soon gone"]);
    page.click(".comment [data-act=delete]").await;
    page.until("it can be taken back", offer).await;
    page.click(".comments-undo [data-act=dismiss]").await;
    eventually("the server has it no more", || isso.rows() == 0).await;
    page.visit_comments().await;
    page.until("the list has been read", "document.querySelector('.comments-extent').textContent.trim()").await;
    assert_eq!(page.number(&copies("Soon gone")).await, 0.0);
}

async fn who_reports_a_comment_can_tell_the_owner(pages: &[Page], isso: &Isso) {
    let page = &pages[0];
    isso.says("Ann", "To be reported");
    page.visit_comments().await;
    page.until("the comment is there", &stands("To be reported", "published")).await;
    page.click(".comment [data-act=report]").await;
    let owner = "document.querySelector('.comment[data-hidden] > .comment-hidden > .comment-owner')";
    page.until("it is hidden, and the owner can be told", owner).await;
    assert_eq!(page.text(&format!("{owner}.getAttribute('href')")).await, CONTACT);
}

async fn a_comment_waits_while_the_server_is_away(pages: &[Page], isso: &Isso) {
    let page = &pages[0];
    page.visit_comments().await;
    page.post("Before").await;
    isso.stop();
    page.submit(NEW, "In the meantime").await;
    page.until("it waits", &waits("In the meantime")).await;
    page.visit_comments().await;
    page.until("it still waits", &waits("In the meantime")).await;
    isso.restart().await;
    page.arrives("In the meantime").await;
    page.visit_comments().await;
    page.until("others see it", &stands("In the meantime", "published")).await;
    assert_eq!(page.number(&copies("In the meantime")).await, 1.0);
    assert_eq!(isso.texts(), ["Before", "In the meantime"]);
}

journeys_with!(with_isso, (2, IssoConfig::default()); two_readers_see_what_each_other_posts);
journeys_with!(with_isso, (1, IssoConfig::default());
    a_like_counts,
    a_like_that_is_refused_is_taken_back,
    a_reply_stands_under_what_it_answers,
    an_edit_keeps_the_name,
    a_deleted_comment_comes_back_until_nobody_wants_it,
    a_comment_waits_while_the_server_is_away,
    who_reports_a_comment_can_tell_the_owner);

async fn a_comment_awaits_its_moderator(pages: &[Page], isso: &Isso) {
    let page = &pages[0];
    page.visit_comments().await;
    page.submit(NEW, "Let me through").await;
    page.until("it awaits", &stands("Let me through", "awaiting")).await;
    assert_eq!((isso.rows(), isso.texts().len()), (1, 0), "the server has it and shows it to nobody");
    page.visit_comments().await;
    page.until("it still does", &stands("Let me through", "awaiting")).await;
    isso.let_all_through();
    page.visit_comments().await;
    page.until("it is published", &stands("Let me through", "published")).await;
    assert_eq!(page.number(&copies("Let me through")).await, 1.0);
}

journeys_with!(with_isso, (1, IssoConfig { moderation: true, ..IssoConfig::default() }); a_comment_awaits_its_moderator);

async fn what_is_over_the_limit_is_kept(pages: &[Page], isso: &Isso) {
    let page = &pages[0];
    page.visit_comments().await;
    page.post("The first").await;
    page.post("The second").await;
    page.submit(NEW, "The third").await;
    page.until("the reader is told", TOLD).await;
    assert!(page.holds(&kept("The third")).await, "it is kept");
    page.visit_comments().await;
    page.until("it still is", &kept("The third")).await;
    assert_eq!(isso.texts(), ["The first", "The second"]);
}

/// B06: a server that wants a name says so in its own words.
async fn b06_a_server_that_wants_a_name_gets_one(pages: &[Page], isso: &Isso) {
    let page = &pages[0];
    page.visit_comments().await;
    page.submit(NEW, "Without a name").await;
    page.until("the reader is told", TOLD).await;
    assert!(page.text(TOLD).await.contains("takes only comments with a name"), "{}", page.text(TOLD).await);
    assert!(page.holds(&kept("Without a name")).await, "it is kept");
    page.focus(".composer [name=author]").await;
    page.press("Ada").await;
    page.click(".composer [type=submit]").await;
    page.until("it is there", &stands("Without a name", "published")).await;
    assert_eq!(isso.texts(), ["Without a name"]);
}

journeys_with!(with_isso, (1, IssoConfig { names: true, ..IssoConfig::default() }); b06_a_server_that_wants_a_name_gets_one);

journeys_with!(with_isso, (1, IssoConfig { guard: Some(2), ..IssoConfig::default() }); what_is_over_the_limit_is_kept);
