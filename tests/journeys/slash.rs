//! Hosts that show a page without the slash at the end of its address, where no relative link leads anywhere.
//!
//! Deliberately absent: hosts that lead to the slash, as those of docs/hosting.md do.

use crate::journeys;
use crate::support::host::{Manners, Slash};
use crate::support::page::{FIXTURE, Page, Setup};

/// A host like that, and one that leads away from the slash.
const EITHER: Setup = Setup { manners: Manners { slash: Slash::Either, ..UNPROBED }, ..FIXTURE };
const REMOVED: Setup = Setup { manners: Manners { slash: Slash::Removed, ..UNPROBED }, ..FIXTURE };
const UNPROBED: Manners = Manners { probe: false, ..FIXTURE.manners };

const READY: &str = "document.documentElement.hasAttribute('data-ready')";

async fn b04_a_page_without_its_slash_gets_it_and_is_whole(page: &Page) {
    for (path, there) in [
        ("/news/harbour-tunnel#faq-toll", "/news/harbour-tunnel/#faq-toll"),
        ("/news/harbour-tunnel", "/news/harbour-tunnel/"),
        ("/news/harbour-tunnel", "/news/harbour-tunnel/"),
        ("/news/harbour-tunnel/sources", "/news/harbour-tunnel/sources/"),
        ("/news/", "/news/"),
    ] {
        page.visit(path).await;
        page.until("the slash is there", &format!("location.href.endsWith('{there}')")).await;
        page.until("its tools are awake", READY).await;
    }
    page.visit("/news/harbour-tunnel#faq-toll").await;
    page.until("the question that was addressed is open", "document.querySelector('[data-question=toll]')?.open").await;
}

/// It is not tried again and again.
async fn where_the_slash_is_taken_away_the_page_reads(page: &Page) {
    page.visit("/news/harbour-tunnel").await;
    let tried = "sessionStorage.getItem('backgrounder.slash') === '/news/harbour-tunnel'";
    page.until("it was tried", tried).await;
    let back = "location.pathname === '/news/harbour-tunnel' && document.readyState === 'complete'";
    page.until("the host has led back", back).await;
    page.value("document.querySelector('[data-question=toll] summary').click()").await;
    page.until("a question opens", "document.querySelector('[data-question=toll]').open").await;
    assert!(
        page.holds("getComputedStyle(document.querySelector('h1')).fontFamily.includes('Serif')").await,
        "it has its style"
    );
    page.frames_pass().await;
    assert!(page.holds(back).await, "and stays");
}

journeys!(EITHER; b04_a_page_without_its_slash_gets_it_and_is_whole);
journeys!(REMOVED; where_the_slash_is_taken_away_the_page_reads);
