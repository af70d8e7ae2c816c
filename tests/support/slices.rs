//! A page that is sent in slices, each when the one before has been painted, as on a slow line.
//!
//! Deliberately absent: any time; the page itself tells what it has painted.

use axum::body::{Body, Bytes};
use futures::stream;
use tokio::sync::watch;

/// Where the page tells that it has painted once more.
pub const PAINTED: &str = "/painted";

/// The script by which it tells, as long as it is being loaded.
pub const SCRIPT: &str = r#"
window.probe.paints = 0;
(async () => {
  const frame = () => new Promise((painted) => requestAnimationFrame(painted));
  while (document.readyState === "loading") {
    await frame();
    await frame();
    window.probe.paints += 1;
    await fetch("/painted");
  }
})();
"#;

/// Bytes in a slice of what the first screen shows, and of the rest.
const SMALL: usize = 256;
const LARGE: usize = 16 * 1024;

/// How much is sent in small slices.
const FIRST_SCREEN: usize = 24 * 1024;

/// The page's text in slices. What stands before its main part comes in one piece: it fits into the first packets.
pub fn sliced(html: String, painted: watch::Receiver<usize>) -> Body {
    let slices = cut(html).into_iter();
    Body::from_stream(stream::unfold((slices, painted, 0), |(mut slices, mut painted, until)| async move {
        let slice = slices.next()?;
        painted.wait_for(|times| *times >= until).await.ok()?;
        // One was perhaps on its way before the slice was taken in.
        let until = *painted.borrow() + 2;
        Some((Ok::<_, std::convert::Infallible>(slice), (slices, painted, until)))
    }))
}

fn cut(html: String) -> Vec<Bytes> {
    let main = html.find("<main").expect("a page has a main part");
    let (start, mut rest) = html.split_at(main);
    let mut slices = vec![Bytes::from(start.to_owned())];
    let mut sent = 0;
    while !rest.is_empty() {
        let (slice, after) = rest.split_at(end(rest, if sent < FIRST_SCREEN { SMALL } else { LARGE }));
        slices.push(Bytes::from(slice.to_owned()));
        sent += slice.len();
        rest = after;
    }
    slices
}

/// Where a slice of at least that many bytes ends: behind an element that is whole, since half a sentence takes the room
/// of half a sentence.
fn end(rest: &str, least: usize) -> usize {
    let ends = ["</li>", "</p>", "</label>", "</legend>", "</div>"];
    let ends =
        ends.iter().filter_map(|tag| rest.match_indices(tag).map(|(at, _)| at + tag.len()).find(|end| *end >= least));
    ends.min().unwrap_or(rest.len())
}
