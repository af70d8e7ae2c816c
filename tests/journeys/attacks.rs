//! Texts that want to be more than texts stay texts, whichever way they come into the page.

mod ways;

use std::sync::Arc;

use serde_json::Value;

use crate::journeys;
use crate::journeys_of;
use crate::support::attack_server::{self, AttackServer};
use crate::support::attacks::{attacks, records, sample, says_something};
use crate::support::browser::Engine;
use crate::support::page::{FIXTURE, Page, journey_with_server};
use crate::support::small_site::site_naming;
use ways::{COUNT, enter, import, post, show_all, store};

/// How many attacks are on a page at a time. With more, WebKit takes longer to lay them all out than to load a page.
const PART: usize = 300;

/// How many are typed.
const TYPED: usize = 60;

/// How many are the story of a file's comments, each in a file of its own.
const STORIES: usize = 8;

/// How many are all that a server says.
const SAID: usize = 300;

const TEXT: &str = ".comments-list .comment-text";

const NAME: &str = ".comments-list .comment-author";

/// The texts, without those that may be taken for empty.
fn saying(texts: impl Iterator<Item = String>) -> Vec<String> {
    texts.filter(|text| says_something(text)).collect()
}

/// All that was brought in shows as it is, and has done nothing.
async fn only_show(page: &Page, attacks: &[String]) {
    show_all(page).await;
    page.shows(TEXT, &saying(attacks.iter().cloned())).await;
    page.shows(NAME, &saying(attacks.iter().map(|attack| records::name(attack)))).await;
    page.is_unharmed().await;
}

fn tell(page: &Page, attacks: usize, way: &str) {
    println!("{attacks} attacks tried {way} in {:?}", page.browser.engine);
}

fn filed(attacks: &[String]) -> Vec<Value> {
    [records::readable(attacks), records::wrong(attacks)].concat()
}

async fn brought_in_by_a_file(page: &Page) {
    let attacks = attacks();
    enter(page).await;
    for part in attacks.chunks(PART) {
        store(page, Vec::new()).await;
        enter(page).await;
        import(page, filed(part)).await;
        only_show(page, part).await;
    }
    import(page, filed(&attacks)).await;
    page.is_unharmed().await;
    tell(page, attacks.len(), "by a file");
}

async fn the_story_of_a_file(page: &Page) {
    let attacks = attacks();
    enter(page).await;
    import(page, records::elsewhere(&attacks.iter().collect::<Vec<_>>())).await;
    page.is_unharmed().await;
    for attack in sample(&attacks, STORIES) {
        enter(page).await;
        import(page, records::elsewhere(&[attack])).await;
        page.is_unharmed().await;
    }
    assert_eq!(page.number(COUNT).await, 0.0, "no comment is of this story");
}

async fn typed(page: &Page) {
    let attacks = attacks();
    let typed: Vec<String> = sample(&attacks, TYPED).into_iter().cloned().collect();
    enter(page).await;
    for attack in &typed {
        post(page, attack).await;
    }
    show_all(page).await;
    page.shows(TEXT, &typed).await;
    page.is_unharmed().await;
    tell(page, typed.len(), "by hand");
}

async fn found_in_the_database(page: &Page) {
    let attacks = attacks();
    enter(page).await;
    for part in attacks.chunks(PART) {
        let elsewhere = records::elsewhere(&part.iter().collect::<Vec<_>>());
        store(page, [filed(part), elsewhere].concat()).await;
        enter(page).await;
        assert!(page.holds("document.querySelector('.comments-box[data-island=awake]')").await, "the box is awake");
        only_show(page, part).await;
    }
    tell(page, attacks.len(), "by the device's database");
}

journeys!(FIXTURE; brought_in_by_a_file, the_story_of_a_file, typed, found_in_the_database);

/// A passage at the head of a server's text is shown as a passage.
fn has_no_passage(attack: &&String) -> bool {
    !attack.starts_with('>')
}

async fn said_by_a_server(engine: Engine) {
    let attacks = attacks();
    let server = Arc::new(AttackServer::start().await);
    let (address, said) = (server.url(), Arc::clone(&server));
    let site = site_naming(&address);
    journey_with_server(site.path(), &address, engine, 1, move |pages| {
        Box::pin(async move {
            let page = &pages[0];
            for part in attacks.chunks(PART) {
                said.say(attack_server::readable(part));
                enter(page).await;
                show_all(page).await;
                page.shows(TEXT, &saying(part.iter().filter(has_no_passage).cloned())).await;
                page.is_unharmed().await;
            }
            said.say(attack_server::wrong(&sample(&attacks, SAID)));
            enter(page).await;
            show_all(page).await;
            page.is_unharmed().await;
            tell(page, attacks.len(), "by a server");
        })
    })
    .await;
}

journeys_of!(said_by_a_server);

/// The page's policy has it that no script can turn a text into markup; in Chromium the browser holds to it.
async fn chromium_refuses_markup_by_any_script(page: &Page) {
    page.visit_awake("/").await;
    let attempt = "(() => {
        try { document.createElement('div').innerHTML = 'x'; } catch (error) { return error.name; }
    })()";
    assert_eq!(page.text(attempt).await, "TypeError");
    page.until("the browser complains", "window.probe.violations.length > 0").await;
    page.value("void window.probe.violations.splice(0)").await;
}

journeys!(FIXTURE; chromium_refuses_markup_by_any_script);
