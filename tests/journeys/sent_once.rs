//! Whatever happens to the answer, a post is on the server once.
//!
//! Deliberately absent: posts that did not arrive, which are in `isso`.

use axum::http::Method;

use crate::journeys_with;
use crate::support::browser::Engine;
use crate::support::commenting::{NEW, copies, stands, waits};
use crate::support::hostile::{Hostile, Manner, with_hostile};
use crate::support::isso::{Isso, IssoConfig};
use crate::support::page::{Page, Steps, eventually, journey_with_server};
use crate::support::place;
use crate::support::small_site::site_naming;
use crate::support::wire::Wire;

/// An Isso at the end of a wire.
struct Line {
    isso: Isso,
    wire: Wire,
}

/// A reader of a page that names the near end of a wire to Isso.
async fn with_line(
    engine: Engine,
    config: IssoConfig,
    steps: impl for<'a> FnOnce(&'a [Page], &'a Line) -> Steps<'a> + Send + 'static,
) {
    let (near, server) = place();
    let (far, _) = place();
    let site = site_naming(&server);
    journey_with_server(site.path(), &server, engine, 1, move |pages| {
        Box::pin(async move {
            let isso = Isso::start(IssoConfig { host: vec![pages[0].host.url("")], ..config }, far).await;
            let wire = Wire::start(near, isso.port());
            steps(pages, &Line { isso, wire }).await;
        })
    })
    .await;
}

async fn an_answer_that_is_lost_makes_no_duplicate(pages: &[Page], hostile: &Hostile) {
    let page = &pages[0];
    page.visit_comments().await;
    page.submit(NEW, "Only once").await;
    eventually("the server has it", || hostile.texts() == ["Only once"]).await;
    hostile.behave(Manner::Honest);
    page.arrives("Only once").await;
    page.visit_comments().await;
    page.until("others see it", &stands("Only once", "published")).await;
    assert_eq!(page.number(&copies("Only once")).await, 1.0);
    assert_eq!(hostile.texts(), ["Only once"]);
    assert_eq!(hostile.count(&Method::POST, "/new"), 1, "it was sent once");
}

async fn killing_isso_in_the_middle_of_a_post_makes_no_duplicate(pages: &[Page], line: &Line) {
    let page = &pages[0];
    page.visit_comments().await;
    page.post("Before").await;
    line.wire.weaken();
    page.submit(NEW, "Only once").await;
    eventually("Isso has stored it", || line.isso.rows() == 2).await;
    line.isso.stop();
    page.until("it is on its way", &waits("Only once")).await;
    line.isso.restart().await;
    line.wire.mend();
    page.arrives("Only once").await;
    page.visit_comments().await;
    page.until("others see it", &stands("Only once", "published")).await;
    assert_eq!(page.number(&copies("Only once")).await, 1.0);
    assert_eq!(line.isso.rows(), 2);
}

journeys_with!(with_hostile, Manner::LostAnswer; an_answer_that_is_lost_makes_no_duplicate);
journeys_with!(with_line, IssoConfig::default(); killing_isso_in_the_middle_of_a_post_makes_no_duplicate);
