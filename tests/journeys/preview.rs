//! Writing a story with the page beside it: what is saved shows, and so does what is wrong.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use backgrounder::preview;
use serde_json::json;

use crate::accessibility::violations;
use crate::journeys_with;
use crate::support::browser::{Browser, Engine, Habits};
use crate::support::host::{Host, PROBED};
use crate::support::page::{Page, Steps, travel};
use crate::support::root;
use crate::support::small_site::{files_below, stories_and_site};

/// The folders of a story and of the site that was built of it.
struct Desk {
    stories: PathBuf,
    site: PathBuf,
}

impl Desk {
    /// Replaces a passage of the story, as a text editor saves it.
    fn save(&self, file: &str, from: &str, to: &str) {
        let path = self.stories.join("tiny").join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{file} has {from}");
        fs::write(path, text.replacen(from, to, 1)).unwrap();
    }
}

async fn with_preview(
    engine: Engine,
    path: &'static str,
    steps: impl for<'a> FnOnce(&'a [Page], Arc<Desk>) -> Steps<'a> + Send + 'static,
) {
    let (stories, site) = stories_and_site();
    let desk = Arc::new(Desk { stories: stories.path().to_owned(), site: site.path().to_owned() });
    let atlas = root().join("geometry/countries-50m.json");
    let answering = preview::router(&desk.site, &desk.stories, &atlas).unwrap();
    let page = Page::new(Browser::open(engine, Habits::default()).await, Host::serving(answering, PROBED).await);
    travel(vec![page], true, |pages| {
        Box::pin(async move {
            pages[0].visit_awake(path).await;
            steps(pages, desk).await;
        })
    })
    .await;
}

const READY: &str = "document.documentElement.hasAttribute('data-ready')";

async fn a_saved_change_shows_and_the_place_in_the_page_stays(pages: &[Page], desk: Arc<Desk>) {
    let page = &pages[0];
    page.value("document.querySelector('#comments').scrollIntoView()").await;
    page.until("the reader is far down", "scrollY > 2000").await;
    desk.save("article.md", "title = \"A small story\"", "title = \"Another title\"");
    page.until_there("the title is the new one", "document.querySelector('h1')?.textContent === 'Another title'").await;
    page.until("the page is ready", READY).await;
    page.until("the reader is where they were", "scrollY > 2000").await;
}

/// The page is all there and tells these mistakes and no others. (A file may be read while it is being written.)
fn tells(messages: &[&str]) -> String {
    let told = "[...document.querySelectorAll('.mistakes h2')].map((h2) => h2.textContent).join()";
    format!("document.readyState === 'complete' && {told} === {}", json!(messages.join(",")))
}

async fn a_mistake_shows_in_place_of_the_story_until_it_is_mended(pages: &[Page], desk: Arc<Desk>) {
    let page = &pages[0];
    let built = files_below(&desk.site);
    desk.save("claims.toml", "\"reported\"", "\"reportde\"");
    page.until_there("the mistake is there", &tells(&["`reportde` is not a status"])).await;
    let folder = desk.stories.join("tiny");
    let place = folder.join("claims.toml").display().to_string();
    let said = [
        ("title", format!("1 mistake in {}", folder.display())),
        (".mistakes .place", format!("{place}:6:10")),
        (".mistakes mark", "\"reportde\"".to_owned()),
        (".mistakes figcaption", "did you mean `reported`?".to_owned()),
        (".mistakes .remedy", "write one of: reported, claimed, disputed, analysis".to_owned()),
    ];
    for (selector, text) in said {
        assert_eq!(page.text(&format!("document.querySelector('{selector}').textContent")).await, text);
    }
    assert!(!page.holds("document.querySelector('#article')").await, "the story is not there");
    assert!(files_below(&desk.site) == built, "the finished site is as it was");
    desk.save("claims.toml", "\"reportde\"", "\"reported\"");
    page.until_there("the story is there again", &format!("document.querySelector('#article') && {READY}")).await;
}

async fn what_is_wrong_with_the_site_shows_on_every_page(pages: &[Page], desk: Arc<Desk>) {
    let (page, file) = (&pages[0], desk.stories.join("site.toml"));
    let sound = fs::read_to_string(&file).unwrap();
    fs::write(&file, sound.replace("flagship", "flagshp")).unwrap();
    let messages = ["site.toml has no `flagship`", "`flagshp` is not a key of site.toml"];
    page.until_there("the mistakes are there", &tells(&messages)).await;
    fs::write(&file, sound).unwrap();
    page.until_there("the story is there again", &format!("document.querySelector('#article') && {READY}")).await;
}

journeys_with!(with_preview, "/tiny/";
    a_saved_change_shows_and_the_place_in_the_page_stays,
    a_mistake_shows_in_place_of_the_story_until_it_is_mended,
    what_is_wrong_with_the_site_shows_on_every_page);

async fn the_page_of_mistakes_is_accessible_and_fits_the_screen(pages: &[Page], desk: Arc<Desk>) {
    let page = &pages[0];
    desk.save("claims.toml", "\"reported\"", "\"reportde\"");
    desk.save(
        "article.md",
        "Something began in [Muscat]",
        "It began, and nobody knows.\n\nSomething began in [Muscat]",
    );
    page.until_there("the mistakes are there", "document.querySelectorAll('.mistakes li').length === 2").await;
    for (width, dark) in [(360, false), (1280, true)] {
        page.screen(width, dark).await;
        assert_eq!(violations(page).await, Vec::<String>::new(), "at {width}");
        assert!(page.holds("document.documentElement.scrollWidth <= innerWidth").await, "at {width}");
    }
    desk.save("claims.toml", "\"reportde\"", "\"reported\"");
    desk.save("article.md", "It began, and nobody knows.\n\n", "");
    page.until_there("the story is there again", READY).await;
}

journeys_with!(with_preview, "/"; the_page_of_mistakes_is_accessible_and_fits_the_screen);
