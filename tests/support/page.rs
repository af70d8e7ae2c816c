//! A page in a browser, in the words of a journey.

use std::panic::AssertUnwindSafe;
use std::path::Path;
use std::pin::Pin;
use std::sync::Arc;
use std::time::{Duration, Instant};

use futures::FutureExt;
use serde_json::{Value, json};
use thirtyfour::bidi::BrowsingContextId;
use thirtyfour::bidi::modules::browsing_context::Viewport;
use thirtyfour::prelude::*;

use super::browser::{Browser, Engine, Habits};
use super::evidence;
use super::host::{Host, Manners, PROBED};
use super::sites::Site;

/// How long a state is waited for before the wait is given up.
const PATIENCE: Duration = Duration::from_secs(30);

/// A browser, and the host that it visits.
pub struct Page {
    pub browser: Browser,
    pub host: Arc<Host>,
    /// The origin of the server that the page may ask beside its own host.
    pub server: Option<String>,
}

/// What a journey does with a page.
pub type Steps<'a> = Pin<Box<dyn Future<Output = ()> + Send + 'a>>;

/// What a journey begins with.
#[derive(Debug, Clone, Copy)]
pub struct Setup {
    pub site: Site,
    pub manners: Manners,
    pub habits: Habits,
}

/// A small site with almost every construct of the format, served well and watched for errors: what a journey visits that is
/// not about what has been published.
pub const FIXTURE: Setup = Setup {
    site: Site::Fixture,
    manners: PROBED,
    habits: Habits { no_javascript: false, no_foreign_storage: false, on_disk: false },
};

/// The same for readers whose browser keeps on its disk what the page stores. (A context in a shared Chromium is like a
/// private window, which keeps it in memory.)
pub const KEPT: Setup = Setup { habits: Habits { on_disk: true, ..FIXTURE.habits }, ..FIXTURE };

/// The same with the stories that are published.
pub const PUBLISHED: Setup = Setup { site: Site::Published, ..FIXTURE };

/// Makes a journey, at the end of which a probed page must be clean, and closes the browser however it ends.
pub async fn journey(engine: Engine, setup: Setup, steps: impl for<'a> FnOnce(&'a Page) -> Steps<'a>) {
    journey_in(&setup.site.folder(), engine, setup.manners, setup.habits, steps).await;
}

/// The same, for a site in another folder.
pub async fn journey_in(
    folder: &Path,
    engine: Engine,
    manners: Manners,
    habits: Habits,
    steps: impl for<'a> FnOnce(&'a Page) -> Steps<'a>,
) {
    let host = Host::start(folder, manners).await;
    let page = Page::new(Browser::open(engine, habits).await, host);
    travel(vec![page], manners.probe, |pages| steps(&pages[0])).await;
}

/// The same, probed, for so many readers at once, each with a storage of its own, of pages that may ask a server.
pub async fn journey_with_server(
    folder: &Path,
    server: &str,
    engine: Engine,
    readers: usize,
    steps: impl for<'a> FnOnce(&'a [Page]) -> Steps<'a>,
) {
    let host = Arc::new(Host::start(folder, PROBED).await);
    let mut pages = Vec::new();
    for _ in 0..readers {
        let browser = Browser::open(engine, Habits::default()).await;
        pages.push(Page { browser, host: host.clone(), server: Some(server.to_owned()) });
    }
    travel(pages, true, steps).await;
}

/// Takes the steps, saves how the pages looked if one fails, and closes the browsers.
pub async fn travel(pages: Vec<Page>, probed: bool, steps: impl for<'a> FnOnce(&'a [Page]) -> Steps<'a>) {
    let whole = async {
        steps(&pages).await;
        for page in pages.iter().filter(|_| probed) {
            page.is_clean().await;
        }
    };
    let outcome = AssertUnwindSafe(whole).catch_unwind().await;
    if outcome.is_err() {
        for (reader, page) in pages.iter().enumerate() {
            evidence::save(page, reader).await;
        }
    }
    for page in pages {
        page.browser.end().await;
    }
    if let Err(panic) = outcome {
        std::panic::resume_unwind(panic);
    }
}

/// Waits for a state that no page shows.
pub async fn eventually(state: &str, holds: impl Fn() -> bool) {
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        if holds() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("waited in vain until {state}");
}

impl Page {
    /// A page that asks nobody but its own host.
    pub fn new(browser: Browser, host: Host) -> Self {
        Self { browser, host: Arc::new(host), server: None }
    }

    pub async fn visit(&self, path: &str) {
        self.browser.driver.goto(self.host.url(path)).await.unwrap();
    }

    /// Visits and waits until what wakes with the page is awake or has failed.
    pub async fn visit_ready(&self, path: &str) {
        self.visit(path).await;
        self.until("the page is ready", "document.documentElement.hasAttribute('data-ready')").await;
    }

    /// Visits, wakes every island without waiting for a reason, and waits until each is awake or has failed.
    pub async fn visit_awake(&self, path: &str) {
        self.visit_ready(path).await;
        self.wake_all().await;
    }

    /// Wakes every island without waiting for a reason, and waits until each is awake or has failed.
    pub async fn wake_all(&self) {
        self.value("document.querySelectorAll('[data-group]').forEach((root) => { root.dispatchEvent(new Event('backgrounder:wake')); })").await;
        self.until("every island is awake", "!document.querySelector('[data-island=asleep]')").await;
    }

    /// Waits until what belongs beside the section being read is drawn, where the screen has room for it.
    pub async fn beside_drawn(&self) {
        let drawn =
            "!document.querySelector('.companion-box')?.getClientRects().length || document.querySelector('.beside')";
        self.until("what belongs beside the section is drawn", drawn).await;
    }

    /// Waits until the line of time is drawn, where the screen has room for it.
    pub async fn line_drawn(&self) {
        let drawn =
            "!document.querySelector('.axis')?.getClientRects().length || document.querySelector('.axis-strip')";
        self.until("the line of time is drawn", drawn).await;
    }

    /// Waits until the bar of those who are followed is drawn and shows.
    pub async fn bar_shows(&self) {
        self.until("the bar shows", "document.querySelector('.following-bar')?.hidden === false").await;
    }

    /// The value of an expression.
    pub async fn value(&self, expression: &str) -> Value {
        let script = format!("return ({expression});");
        self.browser
            .driver
            .execute(script, vec![])
            .await
            .unwrap_or_else(|error| panic!("{expression}: {error}"))
            .json()
            .clone()
    }

    pub async fn text(&self, expression: &str) -> String {
        self.value(expression).await.as_str().unwrap_or_default().to_owned()
    }

    pub async fn number(&self, expression: &str) -> f64 {
        self.value(expression).await.as_f64().unwrap_or(f64::NAN)
    }

    pub async fn holds(&self, expression: &str) -> bool {
        self.value(&format!("Boolean({expression})")).await == json!(true)
    }

    /// Waits for a state.
    pub async fn until(&self, state: &str, expression: &str) {
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if self.holds(expression).await {
                return;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        let probe = self.value("window.probe || null").await;
        panic!("waited in vain until {state}\n  {expression}\n  probe: {probe}");
    }

    /// Waits for a state that another document than the present one shows; while one gives way to the other, a browser
    /// may have none to ask.
    pub async fn until_there(&self, state: &str, expression: &str) {
        let (start, script) = (Instant::now(), format!("return Boolean({expression});"));
        while start.elapsed() < PATIENCE {
            let answer = self.browser.driver.execute(script.as_str(), vec![]).await;
            if answer.is_ok_and(|value| *value.json() == json!(true)) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("waited in vain until {state}\n  {expression}");
    }

    /// Waits until whatever the browser has to tell of the page as it is now has been told.
    pub async fn frames_pass(&self) {
        self.value("(() => { window.passed = false; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => { window.passed = true; }))); })()").await;
        self.until("two frames have passed", "window.passed").await;
    }

    pub async fn element(&self, selector: &str) -> WebElement {
        self.browser.driver.find(By::Css(selector)).await.unwrap_or_else(|error| panic!("{selector}: {error}"))
    }

    pub async fn click(&self, selector: &str) {
        let element = self.element(selector).await;
        element.scroll_into_view().await.unwrap();
        element.click().await.unwrap_or_else(|error| panic!("{selector}: {error}"));
    }

    /// Types keys into whatever has the focus.
    pub async fn press(&self, keys: impl AsRef<str>) {
        let active = self.browser.driver.active_element().await.unwrap();
        active.send_keys(keys.as_ref()).await.unwrap();
    }

    pub async fn focus(&self, selector: &str) {
        self.value(&format!("document.querySelector({}).focus()", json!(selector))).await;
    }

    /// What the probe noted that should not have happened.
    pub async fn complaints(&self) -> Vec<String> {
        let probe = self.value("window.probe || null").await;
        assert!(probe.is_object(), "the page has the probe");
        let list = |key: &str| probe[key].as_array().cloned().unwrap_or_default();
        list("errors")
            .iter()
            .chain(&list("violations"))
            .map(|note| note.as_str().unwrap_or_default().to_owned())
            .collect()
    }

    /// Nothing went wrong, and nobody but the page's own host and its server was asked for anything.
    pub async fn is_clean(&self) {
        assert_eq!(
            self.complaints().await,
            Vec::<String>::new(),
            "errors or policy violations in {:?}",
            self.browser.engine
        );
        let foreign = self
            .value(&format!(
                "performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => ![location.origin, {}].includes(new URL(name).origin))",
                json!(self.server)
            ))
            .await;
        assert_eq!(foreign, json!([]), "requests to other hosts");
    }

    /// Sends a command of the Chrome DevTools Protocol; Chromium only.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Value {
        self.browser
            .driver
            .cdp()
            .send_raw(command, parameters)
            .await
            .unwrap_or_else(|error| panic!("{command}: {error}"))
    }

    /// Has every visit load everything anew; Chromium only.
    pub async fn without_cache(&self) {
        self.devtools("Network.enable", json!({})).await;
        self.devtools("Network.setCacheDisabled", json!({"cacheDisabled": true})).await;
    }

    /// Gives the page that width, in any engine, and as much height as a screen has. (WebKitGTK's window is never narrower
    /// than its toolbar.)
    pub async fn width(&self, width: u32) {
        const TOOLBAR: u32 = 447;
        let driver = &self.browser.driver;
        let width = if self.browser.engine == Engine::WebKit { width.max(TOOLBAR) } else { width };
        match self.browser.engine {
            Engine::Chromium => self.screen(width, false).await,
            Engine::Firefox => {
                let window = BrowsingContextId::from(driver.window().await.unwrap().to_string());
                let viewport = Viewport { width, height: 900 };
                let bidi = driver.bidi().await.unwrap();
                bidi.browsing_context().set_viewport(window, Some(viewport)).await.unwrap();
            }
            Engine::WebKit => driver.set_window_rect(0, 0, width, 900).await.unwrap(),
        }
        self.until(&format!("the page is {width} pixels wide"), &format!("innerWidth === {width}")).await;
    }

    /// Gives the page a screen of that width; Chromium only.
    pub async fn screen(&self, width: u32, dark: bool) {
        self.screen_of(width, 900, dark).await;
    }

    /// The same, so high.
    pub async fn screen_of(&self, width: u32, height: u32, dark: bool) {
        self.devtools(
            "Emulation.setDeviceMetricsOverride",
            json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false}),
        )
        .await;
        let scheme = if dark { "dark" } else { "light" };
        self.devtools(
            "Emulation.setEmulatedMedia",
            json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]}),
        )
        .await;
    }
}
